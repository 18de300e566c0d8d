"""The weekly letter: what stands in it, and that nothing in it is taken for a mark or a tag."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from arrowtui.model.item import ItemId
from arrowtui.model.lane import Lane
from arrowtui.model.letter import Came, Closing, KeptItem, Letter, Missed
from arrowtui.model.note import LayerId, NoteId, NoteRow
from arrowtui.model.review import Intention, IntentionId, Outcome
from arrowtui.notes.letter import letter_html, letter_markdown

MONDAY, SUNDAY = datetime(2026, 11, 16, tzinfo=UTC), datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def an_intention(words: str, day: date | None) -> Intention:
    return Intention(IntentionId(1), NoteId(1), LayerId(1), words, day, MONDAY)


def a_letter(title: str = "Exit tickets", why: str = "for Monday", link: str | None = "https://a.example/1") -> Letter:
    return Letter(
        since=MONDAY,
        until=SUNDAY,
        came=(Came(Lane.TIP, 12), Came(Lane.CALL, 1), Came(Lane.NOISE, 3)),
        busiest=(("The Patient Chalkboard", 7), ("Second Draft", 5)),
        kept=(KeptItem(title, link, "The Patient Chalkboard", why),),
        kept_count=3,
        notes=(NoteRow(NoteId(1), ItemId(5), title, why, SUNDAY, layers=2),),
        notes_count=1,
        reviews=((Outcome.YES, 2), (Outcome.FORGOT, 1)),
        done=(an_intention("Ask Jonas", None),),
        due=(an_intention("Call Ana", date(2026, 11, 20)), an_intention("Try it", date(2026, 11, 27))),
        never_again=4,
        missed=(Missed("Ward chat", datetime(2026, 11, 18, 20, 0, tzinfo=UTC)),),
        closing=(Closing("Self-rostering", datetime(2026, 11, 24, 17, 0, tzinfo=UTC), "https://c.example/1"),),
    )


def test_a_whole_letter() -> None:
    assert (
        letter_markdown(a_letter())
        == """# Your week, Monday 16 November to Sunday 22 November 2026

## What came

12 tips, 0 chat posts and 1 call. 3 more were noise.
Most from The Patient Chalkboard (7) and Second Draft (5).

## What you kept

- [Exit tickets](<https://a.example/1>) *(The Patient Chalkboard)*: for Monday
- and 2 more

4 items that you kept earlier were never looked at again. The board (gb) has them on top.

## What you thought about

- **Exit tickets**: for Monday *(2 layers)*

You met 3 notes again: 2 remembered and 1 forgotten.

## Done

- Ask Jonas

## What you meant to do

- Call Ana — by Friday 20 November (the day is past)
- Try it — by Friday 27 November

## Closing soon

- [Self-rostering](<https://c.example/1>), until Tuesday 24 November, 17:00

## Ran without you

- Ward chat, Wednesday 18 November, 20:00
"""
    )


def test_an_empty_week_says_so_calmly() -> None:
    text = letter_markdown(Letter(MONDAY, SUNDAY, (), (), (), 0, (), 0, (), (), (), 0))

    assert "Nothing came in." in text and "Nothing this week." in text and "No notes." in text
    assert "Closing" not in text and "Ran without" not in text


@given(st.text(), st.text(), st.text())
def test_nothing_in_it_becomes_a_tag_a_heading_or_a_picture(title: str, why: str, link: str) -> None:
    letter = a_letter(title, why, link or None)
    html = letter_html(letter)
    tokens = MarkdownIt("commonmark").parse(letter_markdown(letter))
    kinds = {child.type for token in tokens for child in token.children or ()} | {token.type for token in tokens}

    assert not kinds & {"html_inline", "html_block", "image", "code_inline", "fence", "hr", "blockquote_open"}
    assert html.count("<h2>") == 7 and "<script" not in html.lower().replace("&lt;script", "")
    assert "javascript:" not in [token.attrs.get("href", "") for token in tokens]
