"""A note as it reads, and where its links lead."""

from arrowtui.model.document import Document
from arrowtui.ui.drawing.page import Piece
from arrowtui.ui.drawing.reading import set_document
from arrowtui.ui.widgets.page import PageView


class NotePreview(PageView):
    """Shows `document`, set in the width there is: `set_anew` once the page is laid out."""

    document: Document | None = None

    def set_anew(self) -> None:
        """For the width there is now."""
        width = self.width - 2
        if self.document is not None and width > 0:
            lines = set_document(self.document, width)
            self.lines = tuple((Piece(" "), *line) if line else () for line in lines)

    def link_at(self, number: int) -> str | None:
        """Where a link leads; None where it is not there any more."""
        links = self.document.links if self.document is not None else ()
        return links[number] if number < len(links) else None
