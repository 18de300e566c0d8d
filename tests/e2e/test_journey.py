"""A person's day with the real program: add, refresh, triage, note, undo, quit, come back."""

import subprocess
import sys
from collections.abc import Mapping

from tests.e2e.conftest import Site
from tests.e2e.terminal import PATIENCE_S, Terminal

ESC = "\x1b"
ITEMS = {
    "How to end a lesson well": "<p>Write the <b>question</b> first, then stop talking.</p>",
    "How to begin a lesson": "<p>Stand still and wait.</p>",
    "How to mark less": "<p>Mark three, not thirty.</p>",
}


def arrowtui(env: Mapping[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "arrowtui", *arguments],
        env=dict(env),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_is_done_on_one_day_is_there_on_the_next(site: Site, env: dict[str, str]) -> None:
    address = site.feed("/feed", ITEMS)
    arrowtui(env, "add", address, "--lane", "tips", "--yes")

    with Terminal([], env) as day:
        day.wait_for(*ITEMS)
        day.press("\r")
        day.wait_for("then stop talking")
        day.press("M")
        day.wait_for("What caught me?")
        day.press("Try it on Monday with 8b")
        day.wait_for("Try it on Monday with 8b")
        day.press(ESC)
        day.wait_for(lambda text: "$EDITOR" not in text)
        day.press(ESC)
        day.wait_for("Enter open", "✎")
        day.press("j")
        day.wait_for("Stand still")
        day.press("d")
        day.wait_for("Dismissed")
        day.press("u")
        day.wait_for("Undone")
        day.press("s")
        day.wait_for("★")
        day.press("Q")
        assert day.ended() == 0

    listed = arrowtui(env, "list", "--scope", "all", "--json")
    assert [title for title in ITEMS if title not in listed] == []

    with Terminal([], env) as next_day:
        next_day.wait_for("How to mark less")
        next_day.press("4")
        next_day.wait_for("Try it on Monday with 8b")
        next_day.press("Q")
        assert next_day.ended() == 0


def test_new_items_wait_until_they_are_asked_for(site: Site, env: dict[str, str]) -> None:
    address = site.feed("/feed", ITEMS)
    arrowtui(env, "add", address, "--lane", "tips", "--yes")

    with Terminal([], env) as screen:
        screen.wait_for("How to end a lesson well")
        first = next(line for line in screen.text().splitlines() if "How to" in line)
        site.pages["/feed"] = (
            site.pages["/feed"][0],
            site.pages["/feed"][1].replace(
                b"<item>",
                b"<item><title>Fresh from the press</title><guid isPermaLink='false'>n</guid>"
                b"<pubDate>Tue, 24 Nov 2020 09:00:00 GMT</pubDate></item><item>",
                1,
            ),
        )
        screen.press("R")
        screen.wait_for("1 new · press .")
        assert "How to end" in first
        assert "Fresh from the press" not in screen.text()
        screen.press(".")
        screen.wait_for("Fresh from the press")
        screen.press("Q")
        assert screen.ended() == 0


def test_kill_9_while_writing_loses_at_most_the_last_second(site: Site, env: dict[str, str]) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")

    with Terminal([], env) as screen:
        screen.wait_for("How to end a lesson well")
        screen.press("\r")
        screen.wait_for("then stop talking")
        screen.press("M")
        screen.wait_for("What caught me?")
        screen.press("A thought worth keeping")
        screen.wait_for("A thought worth keeping", lambda text: "saved " in text.replace("saved by", ""))
        screen.kill()

    with Terminal([], env) as again:
        again.wait_for("How to begin a lesson")
        again.press("4")
        again.wait_for("A thought worth keeping")
        again.press("Q")
        assert again.ended() == 0


def test_a_newcomer_is_welcomed_and_may_leave(env: dict[str, str]) -> None:
    with Terminal([], env, size=(80, 24)) as screen:
        screen.wait_for("Look around")
        screen.press("q")
        assert screen.ended() == 0


def test_a_faulty_settings_file_is_told_with_its_line(env: dict[str, str]) -> None:
    with open(env["ARROWTUI_CONFIG"], "w", encoding="utf-8") as file:  # noqa: PTH123  # a path from the environment
        file.write("[screen]\ntheme = 'drak'\n")

    with Terminal([], env) as screen:
        screen.wait_for("line 2", "theme")
        assert screen.ended() == 3
