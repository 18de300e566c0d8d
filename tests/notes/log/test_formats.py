"""A log reads well in every format, and nothing a title or note holds breaks out of it."""

import csv
import io
import json
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from arrowtui.model.log import Evidence, Log, LogEntry, LogIntention, LogLayer, Period, Said
from arrowtui.model.note import NoteId, SubjectKind
from arrowtui.notes.log.forms import FORMS
from arrowtui.notes.log.html import as_html
from arrowtui.notes.log.markdown import as_markdown, deeper, escaped
from arrowtui.notes.log.sheet import as_csv, as_json

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
ENTRY = LogEntry(
    note=NoteId(7),
    title="Three questions at the end",
    kind=SubjectKind.QUESTION,
    begun_at=AT,
    evidence=Evidence(
        "Exit tickets: Q1 | why?",
        "https://example.org/exit",
        "Ana [x](y)",
        AT,
        "Chat blog",
        (Said("Q1 Why <b>bother</b>?", "host", AT), Said("A1 Because.", None, None)),
    ),
    layers=(
        LogLayer(AT, "## What?\n\nThree *questions*.\n\n## So what?\n\nLess marking.\n\nHours: 1.5"),
        LogLayer(datetime(2026, 12, 1, 9, tzinfo=UTC), "## Now what?\n\n- [ ] two, by Friday"),
    ),
    tags=("assessment",),
    goals=("better feedback",),
    hours=1.5,
    intentions=(LogIntention("two, by Friday", date(2026, 12, 4), None),),
    used_at=(AT,),
)
PLAIN = LogEntry(NoteId(8), "Alone", SubjectKind.ALONE, AT, Evidence(), (LogLayer(AT, "Just a thought"),))
LOG = Log(Period(date(2026, 9, 1), date(2026, 12, 31)), (ENTRY, PLAIN), "Ida", "")


def test_markdown_in_full() -> None:
    assert as_markdown(FORMS["entries"](LOG)) == (
        """# Learning log 2026-09-01 to 2026-12-31

- **Name**: Ida
- **Entries**: 2, 1.5 hours

## 2026-11-23 Three questions at the end

- **Activity**: Followed a question of a chat: Exit tickets: Q1 \\| why?
- **Hours**: 1.5
- **Goal**: better feedback
- **Tags**: assessment
- **Used**: 2026-11-23
- **Evidence**: [Exit tickets: Q1 \\| why? by Ana \\[x\\](y), 2026-11-23 (Chat blog)](<https://example.org/exit>)

> Q1 Why \\<b\\>bother\\</b\\>? (host 2026-11-23 12:00)

> A1 Because. (somebody)

### 2026-11-23

#### What?

Three *questions*.

#### So what?

Less marking.

Hours: 1.5

### 2026-12-01

#### Now what?

- [ ] two, by Friday

- **Meant to**: two, by Friday (by 2026-12-04): open

## 2026-11-23 Alone

- **Activity**: Thought: Alone

### 2026-11-23

Just a thought
"""
    )


def test_the_record_is_a_table_and_so_is_its_sheet() -> None:
    page = FORMS["record"](LOG)

    markdown = as_markdown(page)
    rows = list(csv.reader(io.StringIO(as_csv(page.sheet).decode("utf-8-sig"))))

    assert "| Date | Activity | Hours | What I learned |" in markdown
    assert rows[0][0] == "Date"
    assert rows[1][2:] == [
        "1.5",
        "Less marking.",
        "(2026-12-01) - [ ] two, by Friday",
        "Exit tickets: Q1 | why?, Ana [x](y), https://example.org/exit",
    ]


def test_an_account_answers_what_it_can_and_leaves_the_rest_open() -> None:
    page = FORMS["account"](LOG)

    text = as_markdown(page)
    assert "### What was the activity or event?\n\nThree *questions*." in text
    assert "### How does it bear on the standards of my profession?\n\n…" in text
    assert as_html(page).count('class="blank"') == 2 + 3 - 1


TOLD = LogEntry(
    NoteId(9),
    "Told",
    SubjectKind.ALONE,
    AT,
    Evidence(),
    (LogLayer(AT, "Less marking.\n\nHours: 1.5\nGoal: better feedback\n\nDuration: far too long, again"),),
    goals=("better feedback",),
    hours=1.5,
)


@pytest.mark.parametrize("form", ["entries", "record", "account", "goals"])
def test_what_has_a_cell_of_its_own_is_not_said_again_in_the_words(form: str) -> None:
    sheet = as_csv(FORMS[form](Log(LOG.period, (TOLD,), "", "")).sheet)
    row = next(
        row for row in csv.reader(io.StringIO(sheet.decode("utf-8-sig"))) if any("Less marking" in cell for cell in row)
    )
    (words,) = (cell for cell in row if "Less marking" in cell)

    assert "Hours:" not in words and "1.5" in row
    assert sum("better feedback" in cell for cell in row) == 1
    assert "Duration: far too long, again" in words  # no number of hours: it is a sentence


def test_hours_are_summed_and_what_is_without_is_told() -> None:
    text = as_markdown(FORMS["hours"](LOG))

    assert "|  | Total |  | 1.5 |" in text
    assert "1 entry; write" in text


def test_goals_group_and_tags_stand_in() -> None:
    without = Log(LOG.period, (PLAIN,), "", "")

    assert [line for line in as_markdown(FORMS["goals"](LOG)).splitlines() if line.startswith("## ")] == [
        "## better feedback",
        "## Without a goal",
    ]
    assert "## Without a goal" in as_markdown(FORMS["goals"](without))


def test_json_has_everything() -> None:
    told = json.loads(as_json(LOG))

    assert (told["from"], told["hours"], told["name"]) == ("2026-09-01", 1.5, "Ida")
    entry = told["entries"][0]
    assert [layer["at"] for layer in entry["layers"]] == ["2026-11-23T12:00:00Z", "2026-12-01T09:00:00Z"]
    assert entry["evidence"]["transcript"][0] == {
        "author": "host",
        "at": "2026-11-23T12:00:00Z",
        "text": "Q1 Why <b>bother</b>?",
    }
    assert entry["intentions"] == [{"words": "two, by Friday", "day": "2026-12-04", "done_at": None}]


class Tags(HTMLParser):
    """The elements and addresses of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "onerror", "onclick")]
        if tag not in ("meta", "br", "hr", "img", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize("for_print", [False, True])
def test_html_is_whole_and_asks_nothing_of_the_network(form: str, for_print: bool) -> None:
    html = as_html(FORMS[form](LOG), for_print=for_print)

    tags = Tags(html)
    assert tags.open == []
    assert tags.seen.isdisjoint({"script", "img", "iframe", "link", "form"})
    assert set(tags.links) <= {"https://example.org/exit"}
    assert "@page" in html


HOSTILE = [
    "<script>alert(1)</script>",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    '"><img src=x onerror=alert(1)>',
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "# heading\n\n---\n\n- list",
    '=HYPERLINK("x")',
    "</section></body>",
    "[[n1|</dd>]]",
    "\u202etxt",
]
hostile = st.sampled_from(HOSTILE) | st.text(max_size=40)


@given(hostile, hostile, hostile)
def test_nothing_breaks_out(title: str, author: str, text: str) -> None:
    entry = LogEntry(
        NoteId(1), title, SubjectKind.ITEM, AT, Evidence(title, "https://example.org/", author, None, author,
        (Said(text, author),)), (LogLayer(AT, text),), (title,), (author,),
    )  # fmt: skip
    for form in FORMS.values():
        page = form(Log(LOG.period, (entry,), author, title))
        tags = Tags(as_html(page))
        assert tags.seen.isdisjoint({"script", "img", "iframe", "link"})
        assert all(link.startswith(("http", "mailto:")) or ":" not in link for link in tags.links)
        headings = [token.markup for token in MarkdownIt().parse(as_markdown(page)) if token.type == "heading_open"]
        assert headings.count("#") == 1
        for row in csv.reader(io.StringIO(as_csv(page.sheet).decode("utf-8-sig"))):
            assert len(row) == len(page.sheet.columns)
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@given(st.text(max_size=60))
def test_words_stay_words_in_markdown(words: str) -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

    kinds = {token.type for token in parser.parse(escaped(words))}

    assert kinds <= {"paragraph_open", "inline", "paragraph_close"}, (escaped(words), kinds)


def test_headings_of_a_note_stand_below_those_of_the_page() -> None:
    assert deeper("# One\n```\n# code\n```\n###### Six\n#no", 3) == "### One\n```\n# code\n```\n###### Six\n#no"
