"""The draft of an answer to a call: subject and text from the facts of the call and the profile, and no more."""

from arrowtui.model.answer_template import BUILT_IN, filled
from arrowtui.model.call import Call, Contact, ContactKind
from arrowtui.model.call_board import Profile

ORDER = (ContactKind.EMAIL, ContactKind.FORM, ContactKind.DM, ContactKind.PHONE)


def best_contact(call: Call) -> Contact | None:
    """The way to respond that is offered first: mail, form, direct message, telephone. None for a suspected scam: its
    contact is shown, never handed over at a key."""
    if call.is_scam:
        return None
    return min(call.contacts, key=lambda contact: ORDER.index(contact.kind), default=None)


def subject_of(title: str, call: Call) -> str:
    """`Re:` and the title of the call; the outlet before it where it is known and not in the title."""
    outlet = f"{call.outlet}: " if call.outlet and call.outlet.casefold() not in title.casefold() else ""
    return f"Re: {outlet}{title}"


def draft_of(title: str, asker: str | None, call: Call, profile: Profile, template: str | None = None) -> str:
    """A text to write on: what the call asks, who the person is. Nothing is claimed that her profile does not say.

    Args:
        template: of her own; ours for the kind of call unless given.
    """
    return filled(template or BUILT_IN[call.kind], facts_of(title, asker, call, profile))


def facts_of(title: str, asker: str | None, call: Call, profile: Profile) -> dict[str, str]:
    """What a template may name; "" is not known."""
    me = ", ".join([*profile.profession, *profile.experiences])
    return {
        "title": title,
        "outlet": call.outlet or "",
        "asker": asker or "",
        "wanted": call.criteria or "",
        "deadline": call.deadline.words if call.deadline else "",
        "me": f"{me}, {profile.places[0]}" if me and profile.places else me,
        "profession": ", ".join(profile.profession),
        "experiences": ", ".join(profile.experiences),
        "topics": ", ".join(profile.topics),
        "places": ", ".join(profile.places),
        "languages": ", ".join(profile.languages),
        "name": profile.name,
        "signature": profile.signature or profile.name,
    }
