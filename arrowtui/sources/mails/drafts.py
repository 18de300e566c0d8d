"""A letter -> the items it is: one for a newsletter, one a query for a letter of queries."""

from collections.abc import Iterator

from msgspec import Struct

from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.sources.mails.letter import Letter


class Understood(Struct, frozen=True):
    """The items of a letter, and sentences about what could not be had of it."""

    drafts: tuple[Draft, ...]
    notices: tuple[str, ...] = ()


def newsletter(letter: Letter) -> Understood:
    """A letter as one item."""
    return Understood((whole(letter),), tuple(troubles(letter)))


def whole(letter: Letter) -> Draft:
    """The letter itself as an item."""
    sender = letter.sender
    return Draft(
        native_id=letter.native_id,
        title=Body(letter.subject, Markup.TEXT) if letter.subject else None,
        body=letter.body,
        link=letter.link,
        author=str(sender) or None,
        author_handle=sender.address or None,
        published_at=letter.sent_at,
        language=letter.language,
        comments_link=letter.archive,
        categories=(letter.list_id,) if letter.list_id else (),
        host=letter.scope,
        fields=(("Attached", ", ".join(letter.files)),) if letter.files else (),
    )


def troubles(letter: Letter) -> Iterator[str]:
    """What of a letter could not be read."""
    if letter.is_cut:
        yield f"{called(letter)} is too large: only its headers were read. It lies in your mailbox as it was."
    elif letter.is_encrypted:
        yield f"{called(letter)} is encrypted: only its headers could be read."


def called(letter: Letter) -> str:
    """The letter in a sentence."""
    return f"“{letter.subject or 'A mail without subject'}”"
