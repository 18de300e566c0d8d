"""What a note can link to, as the dialog for links lists it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Linkable:
    """Something to link to: `link` is what goes into the text."""

    link: str
    title: str
    kind: str
