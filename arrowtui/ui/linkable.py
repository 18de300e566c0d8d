"""What a note can link to, as the dialog for links lists it."""

from msgspec import Struct


class Linkable(Struct, frozen=True):
    """Something to link to: `link` is what goes into the text."""

    link: str
    title: str
    kind: str
