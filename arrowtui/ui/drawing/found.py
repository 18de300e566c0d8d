"""A found source in words: what it was taken for, its first items, and what is missing."""

from collections.abc import Sequence

from textual.content import Content

from arrowtui.model.found import FoundSource
from arrowtui.ui.drawing.fit import cut
from arrowtui.ui.widgets.choice import Choice

SHOWN_OPENINGS = 3


def rows(found: Sequence[FoundSource], ticked: Sequence[int]) -> tuple[Choice, ...]:
    """A row each, by its place; where several have one name, by what each was taken for."""
    names = [one.title for one in found]
    return tuple(
        Choice(
            str(place),
            one.words if one.words and (one.trouble or names.count(one.title) > 1) else one.title,
            hint=_hint(one),
            mark="✓" if place in ticked else "",
        )
        for place, one in enumerate(found)
    )


def _hint(one: FoundSource) -> str:
    if one.is_known:
        return "you have it"
    if one.name_in:
        return "whose account?"
    if one.secret:
        return "wants a login"
    return "does not answer" if one.trouble else ""


def told(one: FoundSource, width: int) -> Content:
    """What stands below the list for the row under the cursor; of its first items a line of `width` cells each."""
    lines = [Content(one.words).stylize("$text")] if one.words else []
    lines += [Content(cut(f"· {opening}", width)) for opening in one.openings[:SHOWN_OPENINGS]]
    if one.trouble:
        lines.append(Content(f"{one.trouble.headline}. {one.trouble.hint}").stylize("$text-error"))
    elif one.hint:
        lines.append(Content(one.hint))
    return Content("\n").join(lines)
