"""However the program ends, the words of an open note are there at the next start, and the terminal is given back."""

import shlex
import signal
import sys
from pathlib import Path

import pytest

from arrowtui.cli.ends import Exit
from tests.e2e.conftest import Site
from tests.e2e.terminal import Terminal
from tests.e2e.test_journey import ITEMS, arrowtui

WORDS = "Words typed a moment ago"
LEAVES_OTHER_SCREEN = b"\x1b[?1049l"


def typing(screen: Terminal) -> None:
    """Open the first item and begin a note beside it."""
    screen.wait_for("How to end a lesson well")
    screen.press("\r")
    screen.wait_for("then stop talking")
    screen.press("M")
    screen.wait_for("What caught me?")
    screen.press(WORDS)
    screen.wait_for(WORDS)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_it_politely_and_the_words_are_kept(site: Site, env: dict[str, str], name: str) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    with Terminal([], env) as screen:
        typing(screen)
        screen.signal(signal.Signals[name])
        screen.ended()
        assert name == "SIGHUP" or LEAVES_OTHER_SCREEN in screen.raw

    with Terminal([], env) as again:
        again.wait_for("How to begin a lesson")
        again.press("4")
        again.wait_for(WORDS)
        again.press("Q")
        assert again.ended() == 0


def test_where_nothing_can_be_kept_the_screen_says_so_and_does_not_open(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, where a folder should be")
    with Terminal([], env) as screen:
        assert screen.ended() == Exit.STORE
        assert "The store cannot be written." in screen.text()
        assert "Traceback" not in screen.text()


@pytest.mark.parametrize("arguments", [[], ["demo"]])
def test_a_terminal_that_only_writes_on_is_not_filled_with_signs(env: dict[str, str], arguments: list[str]) -> None:
    with Terminal(arguments, env | {"TERM": "dumb"}) as screen:
        assert screen.ended() == Exit.FAILED
        assert "TERM=xterm-256color arrowtui" in screen.text()
        assert b"\x1b" not in screen.raw


@pytest.mark.parametrize("arguments", [[], ["demo"]])
def test_a_terminal_that_is_said_not_to_speak_utf8_is_told_how_it_can_be(
    arguments: list[str], env: dict[str, str]
) -> None:
    old = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    with Terminal(arguments, env | old) as screen:
        assert screen.ended() == Exit.FAILED
        assert "not UTF-8" in screen.text() and "LC_ALL=C.UTF-8 arrowtui" in screen.text()


def test_a_window_made_smaller_and_larger_while_writing_loses_no_word(site: Site, env: dict[str, str]) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    with Terminal([], env) as screen:
        typing(screen)
        for size in ((40, 12), (20, 5), (160, 45), (80, 24)):
            screen.resize(*size)
        screen.press(" and more")
        screen.wait_for(f"{WORDS} and more")
        screen.press("\x1b")
        screen.wait_for("J next item")
        screen.press("Q")
        assert screen.ended() == 0


def test_the_screen_has_the_size_of_the_window_however_belated_it_was_told(env: dict[str, str]) -> None:
    with Terminal([], env, size=(80, 24), module="tests.e2e.belated") as screen:
        screen.wait_for("Look around")
        screen.resize(110, 40)
        screen.wait_for("choose", f"\n{' ' * 23}╭")  # in the middle of 110 columns
        screen.press("q")
        assert screen.ended() == 0


def test_the_person_s_own_editor_gets_the_terminal_and_gives_the_words_back(
    site: Site, env: dict[str, str], tmp_path: Path
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "print('EDITOR IS OPEN')\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text() + input() + '\\n')\n"
    )
    env["EDITOR"] = shlex.join([sys.executable, str(script)])
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    with Terminal([], env) as screen:
        typing(screen)
        screen.press("\x05")
        screen.wait_for("EDITOR IS OPEN")
        screen.press(", then from elsewhere\r")
        screen.wait_for(f"{WORDS}, then from elsewhere")
        screen.press("\x1b")
        screen.wait_for("J next item")
        screen.press("Q")
        assert screen.ended() == 0
