"""What stands on one line of a list."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.item import ItemId, ItemRow, first_id_at
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.ui.drawing.fit import cell_len, clipped, cut, fit, steady, whole_parts
from arrowtui.ui.drawing.page import wrapped
from arrowtui.ui.drawing.row import ASCII, Ink, Look, Pieces, row_pieces

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def a_row(title: str = "How a four-day week changed our ward", **changes: object) -> ItemRow:
    plain = ItemRow(
        id=ItemId(first_id_at(NOW - timedelta(minutes=5))),
        lane=Lane.TIP,
        title=title,
        source_title="Nursing Notes",
        author=None,
        is_read=False,
        is_kept=False,
        is_later=False,
        is_dismissed=False,
        is_edited=False,
        tags=(),
        note_count=0,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # the field names are those of ItemRow


def text(pieces: Pieces) -> str:
    return "".join(piece for piece, _ in pieces)


def inks(pieces: Pieces) -> dict[Ink, str]:
    return {ink: piece for piece, ink in pieces}


def test_a_line_reads_from_mark_to_age() -> None:
    row = a_row(tags=("nhs",), note_count=1, is_kept=True)

    line = text(row_pieces(row, Look(80), NOW))

    assert line == "  ● Nursing Notes     How a four-day week changed our ward         #nhs ✎★   5m "


def test_unread_and_read_differ_without_colour() -> None:
    unread, read = (text(row_pieces(a_row(is_read=is_read), Look(80), NOW)) for is_read in (False, True))

    assert "●" in unread and "○" in read


def test_dismissed_is_struck_and_marked() -> None:
    pieces = row_pieces(a_row(is_dismissed=True), Look(80), NOW)

    assert text(pieces)[2] == "×"
    assert inks(pieces)[Ink.GONE].startswith("How a")


def test_a_selected_line_has_a_tick_and_the_cursor_a_bar() -> None:
    line = text(row_pieces(a_row(), Look(80), NOW, is_cursor=True, is_picked=True))

    assert line.startswith("▌✓●")


def test_under_sixty_cells_the_age_is_short() -> None:
    row = a_row(id=ItemId(first_id_at(datetime(2024, 3, 9, tzinfo=UTC))))

    assert text(row_pieces(row, Look(60), NOW)).endswith("Mar 2024 ")
    assert text(row_pieces(row, Look(59), NOW)).endswith("  2y ")


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (100, "Nursing Notes     How"),
        (60, "Nursing Notes  How"),
        (54, "Nursing Not…  How"),
        (38, "Nursing…  How"),
        (34, "Nursing…  How"),
        (33, "How a four-day"),
    ],
)
def test_a_narrow_line_still_says_where_it_comes_from(width: int, shown: str) -> None:
    assert text(row_pieces(a_row(), Look(width), NOW)).startswith(f"  ● {shown}")


def test_tags_give_way_before_the_source_does() -> None:
    line = text(row_pieces(a_row(tags=("night-shift",)), Look(44), NOW))

    assert "Nursing" in line and "#" not in line


def test_how_many_others_brought_it_is_not_cut_off() -> None:
    line = text(row_pieces(a_row(source_title="The Public Health Gazette", other_sources=2), Look(60), NOW))

    assert line.startswith("  ● The Publi… +2  How")


def test_an_item_that_belongs_to_another_tab_says_so() -> None:
    assert "→Calls" in text(row_pieces(a_row(lane=Lane.CALL), Look(80, home=Lane.TIP), NOW))
    assert "→" not in text(row_pieces(a_row(lane=Lane.CALL), Look(80), NOW))


def test_tags_that_do_not_fit_are_counted() -> None:
    row = a_row(tags=("evidence", "nhs", "rota", "night"))

    assert "#evidence #nhs #rota +1 " in text(row_pieces(row, Look(80), NOW))
    assert "#evidence +3 " in text(row_pieces(row, Look(66), NOW))


def test_a_tag_of_two_letters_is_shown_and_a_stump_of_a_longer_one_is_not() -> None:
    assert "#ai " in text(row_pieces(a_row(tags=("ai",)), Look(80), NOW))
    lines = [text(row_pieces(a_row("x" * 200, tags=("assessment",)), Look(width), NOW)) for width in range(34, 90)]
    shown = {word for line in lines for word in line.split() if word.startswith("#")}
    assert shown == {"#asses…", "#assess…", "#assessm…", "#assessme…", "#assessment"}


@pytest.mark.parametrize(
    ("words", "plain"),
    [("👩🏽‍⚕️ nurse", "👩 nurse"), ("🇬🇧 visa", "GB visa"), ("❤️ 1️⃣", "❤ 1"), ("naïve 看護", "naïve 看護")],
)
def test_emoji_terminals_disagree_about_become_plain_ones(words: str, plain: str) -> None:
    assert steady(words) == plain


def test_a_title_keeps_its_room_when_there_are_many_tags() -> None:
    row = a_row("x" * 200, tags=("one", "two", "three", "four", "five", "six", "seven", "eight"))

    assert "x" * 20 + "…" not in text(row_pieces(row, Look(80), NOW))[:44]
    assert "#one" in text(row_pieces(row, Look(80), NOW))


def test_without_unicode_every_sign_is_ascii() -> None:
    row = a_row(is_kept=True, is_later=True, is_edited=True, note_count=2, title="t" * 100)

    assert text(row_pieces(row, Look(70, ASCII), NOW, is_cursor=True, is_picked=True)).isascii()


TITLES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf")), min_size=1, max_size=60) | st.sampled_from(
    [
        "看護師の働き方改革について",
        "👩🏽‍⚕️👨‍👩‍👧‍👦 family 🇬🇧 flags",
        "[red]x[/]",
        "e\u0301\u0301\u0301",
        "مرحبا بالعالم",
        "❤️ ✈️ ☎️",
    ]
)


@given(TITLES, st.integers(1, 200), st.lists(st.sampled_from(["nhs", "看護", "a" * 40]), max_size=5), st.booleans())
def test_every_line_is_exactly_as_wide_as_the_list(title: str, width: int, tags: list[str], flag: bool) -> None:
    row = a_row(title, tags=tuple(tags), source_title=title, is_kept=flag, is_later=flag, lane=Lane.CALL)

    pieces = row_pieces(row, Look(width, home=Lane.TIP if flag else None), NOW)

    assert sum(cell_len(piece) for piece, _ in pieces) == width


@pytest.mark.parametrize(
    ("words", "width", "wanted"), [("看護師の", 5, "看護…"), ("看護師の", 8, "看護師の"), ("abc", 1, "…")]
)
def test_cutting_never_halves_a_wide_character(words: str, width: int, wanted: str) -> None:
    assert cut(words, width) == wanted
    assert cell_len(fit(words, width)) == width


@pytest.mark.parametrize(
    ("words", "width", "wanted"),
    [
        ("It is no longer asked. What it brought stays.", 36, "It is no longer asked. What it…"),
        ("It is no longer asked.", 22, "It is no longer asked."),
        ("Enormouslylongwordswithoutend", 10, "Enormously…"[:9] + "…"),
        ("What is, stays", 9, "What is…"),
    ],
)
def test_a_sentence_is_cut_after_a_word(words: str, width: int, wanted: str) -> None:
    assert clipped(words, width) == wanted


@given(st.text(max_size=60), st.integers(0, 40))
def test_a_cut_sentence_is_never_too_wide(words: str, width: int) -> None:
    assert cell_len(clipped(words, width)) <= width


def test_hard_blanks_hold_words_together_unless_too_many_hang_on_them() -> None:
    assert wrapped("posted Tue\xa024\xa0Nov", 12) == ["posted", "Tue 24 Nov"]
    assert wrapped("\xa0".join(["word"] * 20), 9) == ["word word"] * 10


def test_a_caption_gives_up_whole_parts() -> None:
    words = "unread · Ward notes & more · 12 · newest first"

    assert whole_parts(words, 60) == words
    assert whole_parts(words, 38) == "unread · Ward notes & more · 12"
    assert whole_parts(words, 4) == "unr…"
