"""Notes, reviews, letter and measures from the shell."""

import io
import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Arrowtui


def records(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def piped_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """As `program | arrowtui …`, where the locale says UTF-8."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_a_note_is_written_found_and_listed_whole(arrowtui: Arrowtui) -> None:
    assert arrowtui("note", "Ask", "Jonas", "by Friday", "--tag", "#work").code == 0
    arrowtui("note", "Something else")

    (found,) = records(arrowtui("notes", "jonas", "--json").out)
    assert (found["title"], found["tags"], found["subject"]) == ("Ask Jonas by Friday", ["work"], "day")
    assert [layer["text"] for layer in found["layers"]] == ["Ask Jonas by Friday"]  # type: ignore[attr-defined]  # a list
    assert [line.partition(": ")[2] for line in arrowtui("notes", "--tag", "work").lines] == ["Ask Jonas by Friday"]
    assert len(arrowtui("notes").lines) == 2


def test_the_search_for_items_finds_notes_too(arrowtui: Arrowtui) -> None:
    arrowtui("note", "Ask Jonas about handovers")

    (line,) = arrowtui("search", "handov").lines
    assert line.endswith("Ask Jonas about handovers")
    assert arrowtui("search", "handov", "--json").out == ""
    assert arrowtui("search", "handov", "--lane", "tips").out == ""


def test_a_note_comes_from_standard_input_too(arrowtui: Arrowtui, monkeypatch: pytest.MonkeyPatch) -> None:
    piped_in(monkeypatch, b"## What?\n\nA line\n\n- [ ] call Ana by 1 December\n")
    assert arrowtui("note").code == 0

    assert records(arrowtui("notes", "--json").out)[0]["title"] == "A line"
    assert [each["words"] for each in records(arrowtui("intentions", "--json").out)] == ["call Ana by 1 December"]
    assert "call Ana" in arrowtui("intentions").out


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Café 日本".encode(), "Café 日本"),
        ("\ufeffCafé 日本\r\n".encode(), "Café 日本"),
        ("Café 日本".encode("utf-16"), "Café 日本"),
        (b"Caf\xe9 \x84Kr\xf6te\x93", "Café „Kröte“"),
    ],
)
def test_no_letter_is_lost_whatever_bytes_another_program_makes_of_it(
    data: bytes, said: str, arrowtui: Arrowtui, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped_in(monkeypatch, data)

    assert arrowtui("note").code == 0
    assert [layer["text"] for layer in records(arrowtui("notes", "--json").out)[0]["layers"]] == [said]  # type: ignore[attr-defined]  # a list


def test_no_letter_is_lost_where_the_terminal_speaks_another_encoding(arrowtui: Arrowtui) -> None:
    arrowtui("note", os.fsdecode(b"Caf\xe9 ol\xe9"), "--tag", os.fsdecode(b"m\xe9tier"))

    (found,) = records(arrowtui("notes", os.fsdecode(b"ol\xe9"), "--json").out)
    assert (found["title"], found["tags"]) == ("Café olé", ["métier"])


@pytest.mark.parametrize(
    ("arguments", "words"), [(("note", " "), "nothing to note"), (("note", "x", "--item", "77"), "no item 77")]
)
def test_what_cannot_be_noted_is_said(arrowtui: Arrowtui, arguments: tuple[str, ...], words: str) -> None:
    ran = arrowtui(*arguments)

    assert ran.code == 1
    assert words in ran.err


def test_todays_review_is_listed_and_empty_at_first(arrowtui: Arrowtui) -> None:
    assert arrowtui("review", "--list").out == "Nothing is waiting for you today.\n"
    arrowtui("note", "A thought")
    assert records(arrowtui("review", "--json").out) == []


def test_the_letter_is_markdown_or_a_page(arrowtui: Arrowtui, tmp_path: Path) -> None:
    arrowtui("note", "<b>A</b> *thought*")

    assert "- **" in (text := arrowtui("letter").out) and "\\<b\\>A\\</b\\>" in text
    page = tmp_path / "letter.html"
    assert arrowtui("letter", "--html", "--output", str(page)).code == 0
    assert "&lt;b&gt;A&lt;/b&gt; thought" in page.read_text(encoding="utf-8")
    assert arrowtui("letter", "--weeks-ago", "3").code == 0
    ran = arrowtui("letter", "--output", str(tmp_path / "no" / "folder"))
    assert (ran.code, "cannot be written" in ran.err) == (1, True)


def test_the_measures_are_plots_or_numbers(arrowtui: Arrowtui) -> None:
    arrowtui("note", "--", "- [x] done")

    assert "1 of 1 done (100 %)" in arrowtui("measures").out
    (numbers,) = records(arrowtui("measures", "--json").out)
    assert numbers["intentions"][-1]["came"] == 1  # type: ignore[index]  # a list of objects
