"""`arrowtui import` and `export --all` from the shell."""

from pathlib import Path

import pytest

from arrowtui.cli.ends import Exit
from arrowtui.gateways.drafts import Drafts
from arrowtui.model.note import LayerId
from tests.cli.conftest import Arrowtui
from tests.cli.test_vault import write
from tests.notes.imports.test_golden import EXPORTS, GOLDEN


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_any_export_is_taken_in_by_its_content_and_once(arrowtui: Arrowtui, home: Path, path: Path) -> None:
    copy = home / "whatever.bin"
    copy.write_bytes(path.read_bytes())

    first, again = arrowtui("import", str(copy)), arrowtui("import", str(copy))

    assert first.code == again.code == Exit.OK
    assert " taken in" in first.out
    assert ": 0 links and 0 notes taken in" in again.out


def test_what_was_left_out_is_told(arrowtui: Arrowtui) -> None:
    ran = arrowtui("import", str(GOLDEN / "pocket.csv"))

    assert ran.out == "Pocket export: 3 links and 0 notes taken in, 0 known already, 1 left out.\n"
    assert ran.err == "line 5: no web address\n"
    assert [line.split("  ")[-1] for line in arrowtui("list", "--scope", "later").lines] == [
        "Five ways to ask",
        "A title, with a comma",
    ]


def test_sources_are_still_sources(arrowtui: Arrowtui, home: Path) -> None:
    (home / "urls").write_text('https://blog.example.org/feed "work"\n')

    ran = arrowtui("import", str(home / "urls"))

    assert "newsboat urls file: 1 source added" in ran.out


def test_a_folder_of_markdown_and_an_unpacked_archive(arrowtui: Arrowtui, home: Path) -> None:
    (home / "Garden" / ".obsidian").mkdir(parents=True)
    (home / "Garden" / ".obsidian" / "x.md").write_text("not this")
    (home / "Garden" / "Exit tickets.md").write_text("Three questions.")
    (home / "pocket" / "annotations").mkdir(parents=True)
    (home / "pocket" / "part_000000.csv").write_bytes((GOLDEN / "pocket.csv").read_bytes())

    assert "Markdown folder: 0 links and 1 notes taken in" in arrowtui("import", str(home / "Garden")).out
    assert "0 notes taken in, 1 known already" in arrowtui("import", str(home / "Garden")).out
    assert "Pocket export: 3 links" in arrowtui("import", str(home / "pocket")).out


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"{}", b"<html></html>", b"a,b\n1,2\n"])
def test_what_nobody_knows_is_told_with_what_is_known(arrowtui: Arrowtui, home: Path, content: bytes) -> None:
    (home / "x").write_bytes(content)

    ran = arrowtui("import", str(home / "x"))

    assert ran.code == Exit.FAILED
    assert "nothing we can import" in ran.err
    assert "Readwise" in ran.err


def test_an_empty_folder_is_nothing(arrowtui: Arrowtui, home: Path) -> None:
    (home / "empty").mkdir()

    assert arrowtui("import", str(home / "empty")).code == Exit.FAILED


def test_everything_leaves_with_what_a_crash_left_and_comes_back_elsewhere(
    arrowtui: Arrowtui, home: Path, config: Path
) -> None:
    config.write_text("# mine\n[screen]\nascii = true\n")
    write(home, "Exit tickets")
    drafts = Drafts(home / "data" / "drafts")
    drafts.hold(LayerId(1), "Exit tickets, and the last words")
    (home / "data" / "drafts" / "note-7.md").write_text("Left by an editor")

    ran = arrowtui("export", "--all", str(home / "out"))
    assert ran.code == Exit.OK, ran.err
    assert "1 notes" in ran.out

    there = ["--config", str(home / "there.toml"), "--data", str(home / "there")]
    back = arrowtui(*there, "import", str(home / "out"))

    assert back.code == Exit.OK, back.err
    assert (home / "there.toml").read_text() == config.read_text()
    assert "1 notes, 0 items" in back.out
    assert "the last words" in arrowtui(*there, "log").out
    assert (home / "there" / "drafts" / "note-7.md").read_text() == "Left by an editor"
    again = arrowtui(*there, "import", str(home / "out"))
    assert "0 notes, 0 items" in again.out


def test_settings_that_start_programs_are_not_put_in_place(arrowtui: Arrowtui, home: Path, config: Path) -> None:
    config.write_text('[secrets]\n"reddit:feed" = { command = "touch /tmp/x" }\n')
    arrowtui("export", "--all", str(home / "out"))

    back = arrowtui("--config", str(home / "new.toml"), "--data", str(home / "new"), "import", str(home / "out"))

    assert not (home / "new.toml").exists()
    assert "start programs" in back.err


def test_settings_that_are_there_stay(arrowtui: Arrowtui, home: Path, config: Path) -> None:
    config.write_text("# mine\n")
    arrowtui("export", "--all", str(home / "out"))
    config.write_text("# changed\n")

    ran = arrowtui("import", str(home / "out"))

    assert config.read_text() == "# changed\n"
    assert "stay as they are" in ran.err


def test_a_folder_must_be_named_and_be_free(arrowtui: Arrowtui, home: Path) -> None:
    assert arrowtui("export", "--all").code == Exit.USAGE
    (home / "x").write_text("1")
    assert arrowtui("export", "--all", str(home)).code == Exit.FAILED
