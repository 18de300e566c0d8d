"""The settings edited from the running screen, in a real terminal that is given away and taken back."""

import shlex
import sys
from pathlib import Path

from tests.e2e.conftest import Site
from tests.e2e.terminal import Terminal
from tests.e2e.test_journey import ITEMS, arrowtui


def test_a_faulty_file_leaves_the_screen_as_it_was_and_a_sound_one_takes_its_place(
    site: Site, env: dict[str, str], tmp_path: Path
) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    sound, config = (tmp_path / "config.toml").read_text(), tmp_path / "next.toml"
    script = tmp_path / "editor.py"
    script.write_text(f"import shutil, sys; shutil.copy({str(config)!r}, sys.argv[1])")
    env["VISUAL"] = shlex.join([sys.executable, str(script)])
    with Terminal([], env) as screen:
        screen.wait_for("How to end a lesson well")

        config.write_text(f"{sound}\n[scren]\n")
        screen.press("E")
        screen.wait_for("The settings have 1 fault")

        config.write_text(f'[keys]\nkeep = "^Y"\n\n{sound}')
        screen.press("y")
        screen.wait_for("Changed: [keys]")
        screen.wait_for("How to end a lesson well")
        screen.wait_for("^Y keep")
        screen.press("Q")
        assert screen.ended() == 0


def test_an_editor_that_is_not_there_gives_the_terminal_back(site: Site, env: dict[str, str]) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    env["VISUAL"] = "no-such-editor"
    with Terminal([], env) as screen:
        screen.wait_for("How to end a lesson well")
        screen.press("E")
        screen.wait_for("The editor 'no-such-editor' was not found")
        screen.press("j")
        screen.press("Q")
        assert screen.ended() == 0


def test_the_order_of_a_list_is_as_it_was_left(site: Site, env: dict[str, str]) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    with Terminal([], env) as screen:
        screen.wait_for("unread ·")
        screen.press("S")
        screen.wait_for("Oldest first")
        screen.press("Q")
        assert screen.ended() == 0

    with Terminal([], env) as again:
        again.wait_for("oldest first")
        again.press("Q")
        assert again.ended() == 0
