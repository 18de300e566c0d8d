"""What an empty list says: why it is empty, and which key helps."""

from arrowtui.model.item import Scope, View


def empty_words(
    view: View, tab: str, *, source: str | None = None, has_sources: bool = True, noise: int = 0
) -> tuple[str, ...]:
    """Lines to set in the middle of the list.

    Args:
        tab: the word of the list.
        source: the title of the one it is narrowed to.
        noise: how many unread items lie in none of the tabs: somebody who waits for an item must learn where it is.
    """
    where = f"from {source}" if source else f"tagged #{view.tag}" if view.tag else f"in {tab}"
    if view.words:
        return (f"Nothing found for “{view.words}” among {_among(view.scope)}.", "", "f looks further · Esc leaves it")
    if not has_sources and view.scope in (Scope.UNREAD, Scope.ALL):
        return ("There are no sources yet.", "", "+ adds one")
    leave = " · Esc shows all sources" if source or view.tag else ""
    if noise and view.scope in (Scope.UNREAD, Scope.ALL) and not view.tag:
        more = f"{noise:,} unread {'belongs' if noise == 1 else 'belong'} to no tab:"
        nothing = f"Nothing unread {where}." if view.scope is Scope.UNREAD else f"Nothing {where} yet."
        return (nothing, "", more, "F lists what is noise")
    return {
        Scope.UNREAD: (f"Nothing unread {where}.", "", f"f shows what was read · R asks the sources{leave}"),
        Scope.ALL: (f"Nothing {where} yet.", "", f"R asks the sources · m moves items here{leave}"),
        Scope.KEPT: (f"Nothing kept {where}.", "", f"s keeps an item · f goes on{leave}"),
        Scope.LATER: (f"Nothing put aside {where}.", "", f"L puts an item aside · f goes on{leave}"),
        Scope.DISMISSED: (f"Nothing dismissed {where}.", "", f"d dismisses an item · f goes on{leave}"),
    }[view.scope]


def _among(scope: Scope) -> str:
    return {
        Scope.UNREAD: "what is unread",
        Scope.ALL: "all items",
        Scope.KEPT: "what you kept",
        Scope.LATER: "what you put aside",
        Scope.DISMISSED: "what you dismissed",
    }[scope]
