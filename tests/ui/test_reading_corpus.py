"""Real pages and real letters, set at three widths."""

import time
import unicodedata
from pathlib import Path

import pytest

from arrowtui.ingest.document import document
from arrowtui.model.wire import Body
from arrowtui.ui.drawing.page import cells
from arrowtui.ui.drawing.reading import set_document

SLOWEST_S = 4.0
"""For one page, read and set three times, on a machine that is busy with other tests."""


@pytest.mark.parametrize("folder", ["html", "html-text", "mail/newsletter-html", "mail/html-templates"])
def test_every_page_is_read_and_set_in_time_and_within_its_width(corpus: Path, folder: str) -> None:
    pages = sorted((corpus / folder).rglob("*.html"))
    for page in pages:
        text = page.read_bytes().decode("utf-8", "replace")
        started = time.process_time()
        made = document(Body(text, base="https://a.example/"))
        settings = [(width, set_document(made, width, width)) for width in (40, 72, 100)]
        assert time.process_time() - started < SLOWEST_S, page

        for width, lines in settings:
            assert all(cells(line) <= width for line in lines), page
        letters = {letter for piece_line in settings[1][1] for piece in piece_line for letter in piece.text}
        assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in letters), page

    assert len(pages) >= 3


def test_real_letters_are_more_than_a_few_lines_and_lose_their_hidden_text(corpus: Path) -> None:
    for page in sorted((corpus / "mail" / "newsletter-html").glob("*.html")):
        lines = set_document(document(Body(page.read_bytes().decode("utf-8", "replace"))), 72)
        text = "\n".join("".join(piece.text for piece in line) for line in lines)

        assert len(lines) > 20, page
        assert "\u200c" not in text and "{" not in text[:500], page
