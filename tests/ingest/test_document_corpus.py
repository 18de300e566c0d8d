"""Real pages with the text other programs make of them: the words agree, in order."""

import difflib
import re
import unicodedata
from pathlib import Path

from arrowtui.ingest.document import document
from arrowtui.model.wire import Body
from tests.ingest.reading import text_of

BASE = "https://a.example/"
AGREEMENT = 0.98
"""Share of the expected words found in order, over all files."""
LEAST = 0.8
"""The same for each file that is not in the list below."""
ACCEPTED = {
    "github.html": "the expected text comes out of a program in the page, not out of its HTML",
    "math.html": "TeX between dollar signs is text to us; the other program sets it",
    "mediawiki.html": "the other program sets the whole of a long formula, the page cuts it short",
    "GoogleDocSaved_two.html": "the expected text is empty",
    "default_image_alt.html": "an empty description means an ornament",
    "images_as_html.html": "the other program was asked to keep the tags",
    "images_with_size.html": "the other program was asked to keep the tags",
    "images_to_alt.html": "the other program was asked to put descriptions in place of pictures",
    "no_inline_links_images_to_alt.html": "the same",
    "doc_with_table_bypass.html": "the other program was asked to keep the tags of tables, and shows hidden text",
    "html_entities_out_of_text.html": "the other program strips accents",
    "abbr_tag.html": "explanations stand behind the abbreviation, not at the end",
    "tr-only-table.html": "rows without cells are dropped by every browser",
    "br-in-table.html": "cells are read one after the other, not line by line",
    "table-itemize.html": "the same",
    "table-in-table.html": "the same",
    "table-pre.html": "the same",
    "sub_tag.html": "the other program keeps the tags of lowered text",
    "sup_tag.html": "the other program keeps the tags of raised text",
    "lrm_inside_i.html": "direction marks go, and so do not part words",
    "rlm_inside_strong.html": "direction marks go, and so do not part words",
    "no_inline_links_nested.html": "two links without a blank between them",
}
_ANSI = re.compile(r"\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)|\x1b\[[0-9;]*m")
_LINK_TARGET = re.compile(
    r"\]\([^)\s]*(?:\s+\"[^\"]*\")?\)|^\s*\[\d+\]:.*$|<https?://[^>]*>|\[\d+\](?!\()", re.MULTILINE
)


def words(text: str) -> list[str]:
    """The words of a text; bullets, emphasis marks and what is drawn with lines are no words."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text.lower()))


def expected_words(path: Path) -> list[str]:
    """What the other program prints: without its Markdown, its colours, and its bullets made of a letter."""
    text = _ANSI.sub("", path.read_bytes().decode("utf-8", "replace"))
    if path.suffix == ".md":
        text = re.sub(r"\\(.)", r"\1", _LINK_TARGET.sub("]", text))
    elif path.suffix == ".golden":
        first_setting = re.split(r"^=+ .*$", text, flags=re.MULTILINE)[1 if text.startswith("=") else 0]
        text = first_setting.replace("https://", "")
    else:
        text = re.sub(r"^\s*o(?= )", "", text, flags=re.MULTILINE)
    return words(text)


def agreement(expected: list[str], found: list[str]) -> int:
    """How many of the expected words are found, in order."""
    matcher = difflib.SequenceMatcher(None, expected, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def test_the_words_of_real_pages_agree_with_what_other_programs_read(corpus: Path) -> None:
    low: list[str] = []
    right = total = 0
    for page in sorted((corpus / "html-text").rglob("*.html")):
        others = [other for suffix in (".txt", ".md", ".golden") if (other := page.with_suffix(suffix)).exists()]
        if not others or page.name in ACCEPTED:
            continue
        expected = expected_words(others[0])
        found = words(text_of(document(Body(page.read_bytes().decode("utf-8", "replace"), base=BASE)).blocks))
        same = agreement(expected, found)
        right, total = right + same, total + len(expected)
        if same < LEAST * len(expected):
            low.append(f"{page.name}: {same} of {len(expected)}")

    assert low == []
    assert total > 2_000
    assert right / total >= AGREEMENT
