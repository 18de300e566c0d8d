"""The list of a tab with its search line."""

from dataclasses import dataclass

from textual.app import ComposeResult

from arrowtui.ui.panes.searched import SearchedPane
from arrowtui.ui.widgets.motion import Motion
from arrowtui.ui.widgets.rows import RowList


class ItemsPane(SearchedPane):
    """Search line above, rows below."""

    @dataclass
    class Sought(SearchedPane.Sought):
        """Other items are looked for."""

    @dataclass
    class SearchDone(SearchedPane.SearchDone):
        """The person goes to the items that were found."""

    def __init__(self) -> None:
        super().__init__("Words of titles and texts")

    def compose(self) -> ComposeResult:
        yield self.search_row()
        yield RowList()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def walk(self, motion: Motion) -> None:
        self.rows.move(motion)
