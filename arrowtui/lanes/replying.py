"""The draft of an answer to a call: subject and text from the facts of the call and the profile, and no more."""

from arrowtui.model.call import Call, CallKind, Contact, ContactKind
from arrowtui.model.call_board import Profile

ORDER = (ContactKind.EMAIL, ContactKind.FORM, ContactKind.DM, ContactKind.PHONE)
OPENINGS = {
    CallKind.INTERVIEW: "I saw your request{outlet}.",
    CallKind.CASTING: "I saw your casting call{outlet}.",
    CallKind.STUDY: "I saw that you are looking for people to take part in your study{outlet}.",
    CallKind.SURVEY: "I saw your survey{outlet}.",
    CallKind.POLL: "I saw your poll{outlet}.",
    CallKind.FEEDBACK: "You asked what people think{outlet}.",
}
ABOUT = "About me: "
WHAT = "What I can say:"


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


def draft_of(call: Call, profile: Profile) -> str:
    """A text to write on: what the call asks, who the person is. Nothing is claimed that her profile does not say."""
    outlet = f" for {call.outlet}" if call.outlet else ""
    lines = ["Hello,", "", OPENINGS[call.kind].format(outlet=outlet), ""]
    if call.criteria:
        lines += [f"You are looking for: {call.criteria}", ""]
    facts = [*profile.profession, *profile.experiences]
    if facts:
        lines += [f"{ABOUT}{', '.join(facts)}{_where(profile)}.", ""]
    lines += [WHAT, "", "", ""]
    closing = [part for part in (profile.signature or profile.name,) if part]
    return "\n".join([*lines, "Best wishes,", *closing]) + "\n"


def _where(profile: Profile) -> str:
    return f", {profile.places[0]}" if profile.places else ""
