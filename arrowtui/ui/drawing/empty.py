"""What an empty list says: why it is empty, and which key helps."""

from collections.abc import Callable, Sequence

from arrowtui.model.item import Scope, View
from arrowtui.model.subscription import SourceRow
from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.page import wrapped

KeyOf = Callable[[str], str]
"""The key of a command, as the person has bound it."""

SEP = " · "


def empty_words(
    view: View,
    tab: str,
    key: KeyOf,
    *,
    sources: Sequence[SourceRow] = (),
    has_sources: bool = True,
    noise: int = 0,
    has_counts: bool = True,
) -> tuple[str, ...]:
    """Lines to set in the middle of the list.

    Args:
        tab: the word of the list.
        sources: all there are, and how they are doing.
        has_sources: the settings name some, though the store may not have told of them yet.
        noise: how many unread items lie in none of the tabs: somebody who waits for an item must learn where it is.
    """
    source = next((row for row in sources if row.id == view.source), None)
    where = f"from {source.title}" if source else f"tagged #{view.tag}" if view.tag else f"in {tab}"
    if view.source_tag:
        where = f"from sources tagged {view.source_tag}"
    is_wide = view.scope in (Scope.UNREAD, Scope.ALL)
    if view.words:
        leave = f"{key('back')} leaves it"
        further = f"{key('open')}, then {key('scope')} looks further"  # the keyboard is still in the line of the search
        hints = (leave,) if view.scope is Scope.ALL else (further, leave)
        among = _among(view.scope) if view.lane is None and where.startswith("in ") else f"{_among(view.scope)} {where}"
        return (f"Nothing found for “{view.words}” among {among}.", "", SEP.join(hints))
    narrowed = [source] if source else sources
    if view.source_tag:
        narrowed = [row for row in sources if view.source_tag in row.tags]
    if is_wide and not view.tag and (waiting := waited_for(narrowed, key, has_sources=has_sources)):
        return waiting
    if is_wide and not view.tag and noise:
        nothing = f"Nothing unread {where}." if view.scope is Scope.UNREAD else f"Nothing {where} yet."
        return (nothing, "", noise_words(noise, key, has_counts=has_counts))
    leave = f"{SEP}{key('back')} shows all sources" if view.is_of_sources or view.tag else ""
    return _nothing(view.scope, where, key, leave)


def _nothing(scope: Scope, where: str, key: KeyOf, leave: str) -> tuple[str, ...]:
    goes_on = f"{key('scope')} goes on"
    said, hints = {
        Scope.UNREAD: (
            f"Nothing unread {where}.",
            (f"{key('scope')} shows what was read", f"{key('refresh_all')} asks the sources"),
        ),
        Scope.ALL: (
            f"Nothing {where} yet.",
            (f"{key('refresh_all')} asks the sources", f"{key('move')} moves items here"),
        ),
        Scope.KEPT: (f"Nothing kept {where}.", (f"{key('keep')} keeps an item", goes_on)),
        Scope.LATER: (f"Nothing put aside {where}.", (f"{key('later')} puts an item aside", goes_on)),
        Scope.DISMISSED: (f"Nothing dismissed {where}.", (f"{key('dismiss')} dismisses an item", goes_on)),
    }[scope]
    return (said, "", SEP.join(hints) + leave)


def noise_words(noise: int, key: KeyOf, *, has_counts: bool = True) -> str:
    """Where items are that a person may miss: they lie in none of the tabs. `has_counts`: she wants to see figures."""
    figure = f"{noise:,} unread {'belongs' if noise == 1 else 'belong'}" if has_counts else "Something unread belongs"
    return f"{figure} to no tab{SEP}{key('filters')} lists what is noise"


def centred(lines: Sequence[str], width: int) -> list[str]:
    """The lines in the middle of `width` cells; one that is too long goes on below."""
    parts = [part for line in lines for part in folded(line, width - 2)]
    return [" " * max((width - cell_len(part)) // 2, 0) + part for part in parts]


def folded(line: str, width: int) -> list[str]:
    """The hints of a line, one below the other where they have no room beside each other, else word by word."""
    hints = [line] if cell_len(line) <= width else line.split(SEP)
    return [part for hint in hints for part in wrapped(hint, max(width, 1)) or [""]]


def waited_for(sources: Sequence[SourceRow], key: KeyOf, *, has_sources: bool = True) -> tuple[str, ...] | None:
    """What any list says while nothing can have come: no source, none asked yet, none that answers; None: it can."""
    if not has_sources:
        return ("There are no sources yet.", "", f"{key('add')} adds one{SEP}{key('packs')} offers starter packs")
    asked = [row for row in sources if row.is_wanted and not row.is_paused]
    if not asked or any(row.total for row in asked):
        return None
    if any(row.last_polled_at is None and row.trouble is None for row in asked):
        names = asked[0].title if len(asked) == 1 else f"{len(asked)} sources"
        return (f"Asking {names}…", "", "What they bring appears here by itself.")
    troubles = [row.trouble for row in asked if row.trouble]
    if len(troubles) < len(asked):
        return None
    if len(troubles) == 1:
        return (f"{troubles[0].headline}.", "", f"{key('sources')} says more{SEP}{key('refresh_all')} asks again")
    said = f"None of your {len(troubles)} sources answers."
    return (said, "", f"{key('sources')} says why{SEP}{key('refresh_all')} asks again")


def _among(scope: Scope) -> str:
    return {
        Scope.UNREAD: "what is unread",
        Scope.ALL: "all items",
        Scope.KEPT: "what you kept",
        Scope.LATER: "what you put aside",
        Scope.DISMISSED: "what you dismissed",
    }[scope]
