"""However the program ends, the words of an open note are there at the next start, and the terminal is given back."""

import signal
import sys
from pathlib import Path

import pytest

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
    env["EDITOR"] = f"{sys.executable} {script}"
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
