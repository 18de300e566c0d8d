"""The person's own editor."""

import shlex
import sys
from pathlib import Path

import pytest

from arrowtui.gateways.editor import Editor
from arrowtui.model.errors_requests import EditorFailed, EditorMissing

PYTHON = shlex.quote(sys.executable)


def editor(folder: Path, program: str) -> Editor:
    """An editor that is a line of Python; `path` is the file."""
    script = folder / "my editor.py"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n{program}\n")
    return Editor(folder / "texts", {"EDITOR": shlex.join([sys.executable, str(script), "--wait"])})


def test_what_is_written_there_comes_back(tmp_path: Path) -> None:
    mine = editor(tmp_path, "path.write_text(path.read_text() + ' more\\n')")

    assert mine.edit("some", "note-1") == "some more"
    assert list((tmp_path / "texts").iterdir()) == []


def test_the_file_is_named_so_that_an_editor_knows_markdown(tmp_path: Path) -> None:
    mine = editor(tmp_path, "path.write_text(path.name)")

    assert mine.edit("", "note-12") == "note-12.md"


def test_visual_comes_before_editor_and_words_are_split_as_a_shell_does(tmp_path: Path) -> None:
    found = Editor(tmp_path, {"VISUAL": f"{PYTHON} -c 'two words'", "EDITOR": "nothing"})

    assert found.command() == (sys.executable, "-c", "two words")


def test_no_shell_sees_the_command(tmp_path: Path) -> None:
    mine = Editor(tmp_path, {"EDITOR": f"{PYTHON} -c 'pass' ; touch {tmp_path}/harmed"})
    mine.edit("text", "note-1")

    assert not (tmp_path / "harmed").exists()


@pytest.mark.parametrize("named", ["no-such-editor-here --wait", "'unfinished"])
def test_an_editor_that_is_not_there_is_told_in_words(tmp_path: Path, named: str) -> None:
    with pytest.raises(EditorMissing):
        Editor(tmp_path, {"EDITOR": named}).edit("text", "note-1")


def test_a_failing_editor_changes_nothing_and_what_it_wrote_is_kept(tmp_path: Path) -> None:
    mine = editor(tmp_path, "path.write_text('half a thought'); sys.exit(3)")

    with pytest.raises(EditorFailed) as trouble:
        mine.edit("text", "note-1")

    assert Path(trouble.value.kept_at).read_text() == "half a thought"
    assert trouble.value.code == 3


def test_a_file_kept_from_an_earlier_failure_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "note-1.md").write_text("half a thought")
    mine = editor(tmp_path, "path.write_text('new')")

    assert mine.edit("text", "note-1") == "new"
    assert (tmp_path / "texts" / "note-1.md").read_text() == "half a thought"


def test_a_deleted_file_leaves_the_text_as_it_was(tmp_path: Path) -> None:
    assert editor(tmp_path, "path.unlink()").edit("text", "note-1") == "text"


def test_bytes_that_are_no_text_do_not_lose_the_rest(tmp_path: Path) -> None:
    mine = editor(tmp_path, "path.write_bytes(b'caf\\xe9 at noon\\r\\nagain')")

    assert mine.edit("", "note-1") == "caf\ufffd at noon\nagain"
