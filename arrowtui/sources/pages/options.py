"""What the settings say of a page: its selectors, and two facts no page tells."""

from msgspec import Struct
from msgspec.structs import fields

from arrowtui.model.errors_pages import BadOption

YES_NO = {"yes": True, "true": True, "no": False, "false": False}
COMMON = frozenset({"base"})
"""Options every kind of source may have."""
SELECTORS = ("item", "title", "link", "date", "text", "part")
ALLOWED = "item, title, link, date, text, part (selectors), empty (words) and day_first (yes or no)"


class PageOptions(Struct, frozen=True):
    """`item` fits one element an item; `title`, `link`, `date` and `text` are looked for inside it, "" leaves it to us.

    Without `item` the page is watched for change, or only what `part` fits. `empty` are words that stand on the page
    when it rightly has no items. `day_first` says how to read 3/11/2026; None: not at all.
    """

    item: str = ""
    title: str = ""
    link: str = ""
    date: str = ""
    text: str = ""
    part: str = ""
    empty: str = ""
    day_first: bool | None = None


NAMES = frozenset(field.name for field in fields(PageOptions))


def options_of(given: tuple[tuple[str, str], ...]) -> PageOptions:
    """The options of a source.

    Raises: BadOption for a name that does not exist or a value that is not understood.
    """
    told = {name: value.strip() for name, value in given if name not in COMMON}
    for name in told:
        if name not in NAMES:
            raise BadOption("page", name, ALLOWED)
    day_first = told.pop("day_first", "")
    if day_first and day_first.lower() not in YES_NO:
        raise BadOption("page", "day_first", ALLOWED)
    return PageOptions(**told, day_first=YES_NO.get(day_first.lower()))
