"""A text handed to a program: it arrives whole, no shell sees the line, and what fails is told."""

import shlex
import sys
from pathlib import Path

import pytest

from arrowtui.gateways.piping import Piping
from arrowtui.model.errors_programs import ProgramFailed, ProgramMissing

COPY = (
    "import os, sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read() + os.environ.get('ARROWTUI_X', '').encode())"
)


def python(program: str, *arguments: str) -> str:
    """As a person would write it: the folder of this Python may have blanks in its name."""
    return shlex.join([sys.executable, "-c", program, *arguments])


@pytest.fixture
def piping() -> Piping:
    return Piping({"ARROWTUI_X": "secret"}, pause=lambda: None)


def test_the_program_gets_the_text_and_none_of_our_secrets(piping: Piping, tmp_path: Path) -> None:
    piping.pipe("Grüße $HOME `x`\n", python(COPY, f"{tmp_path}/got"))

    assert (tmp_path / "got").read_text(encoding="utf-8") == "Grüße $HOME `x`\n"


def test_no_shell_reads_the_line(piping: Piping, tmp_path: Path) -> None:
    piping.pipe("x", f"{python(COPY, f'{tmp_path}/got')} ; touch {tmp_path}/no > {tmp_path}/neither")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["got"]


def test_a_program_that_reads_nothing_is_fine(piping: Piping) -> None:
    piping.pipe("x" * 1_000_000, python("pass"))


def test_one_that_fails_is_told(piping: Piping) -> None:
    with pytest.raises(ProgramFailed, match="stopped with code 3"):
        piping.pipe("x", python("import sys; sys.exit(3)"))


@pytest.mark.parametrize("line", ["", "  ", "no-such-program-here", '"never closed', "/", "a\0b"])
def test_what_cannot_be_run_is_told(piping: Piping, line: str) -> None:
    with pytest.raises(ProgramMissing):
        piping.pipe("x", line)
