"""On a real terminal: keep, say why, and two days later meet it again, use it, and say how it went."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from tests.e2e.conftest import Site
from tests.e2e.terminal import PATIENCE_S, Terminal
from tests.e2e.test_journey import ESC, ITEMS, arrowtui

BEAT_S = 0.3
"""From word to word when somebody writes on without a pause: well below the second after which is saved."""


def notes(env: Mapping[str, str]) -> list[dict[str, list[dict[str, str]]]]:
    return [json.loads(line) for line in arrowtui(env, "notes", "--json").splitlines()]


def stored(env: Mapping[str, str]) -> str:
    """What the store has of the only note by now, seen from outside while the program runs."""
    address = (Path(env["ARROWTUI_DATA"]) / "arrowtui.db").as_uri()
    with closing(sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=PATIENCE_S)) as db:
        return "".join(text for (text,) in db.execute("SELECT text FROM note_layers"))


def later(env: Mapping[str, str], days: int) -> Terminal:
    arguments = [env["ARROWTUI_CONFIG"], env["ARROWTUI_DATA"], str(days)]
    return Terminal(arguments, env, module="tests.e2e.later")


def test_what_was_kept_is_met_again_two_days_later_used_and_answered_in_a_new_layer(
    site: Site, env: dict[str, str]
) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    with Terminal([], env) as day:
        day.wait_for("How to end a lesson well")
        day.press("s")
        day.wait_for("why?")
        day.press("c")
        day.wait_for("Why keep it?")
        day.press("Stop talking a minute early")
        day.wait_for("Stop talking a minute early")
        day.press("\r")
        day.wait_for("Noted: Stop talking")
        day.press("Q")
        assert day.ended() == 0
    assert arrowtui(env, "review", "--list") == "Nothing is waiting for you today.\n"

    with later(env, 2) as then:
        then.wait_for("4 Journal 1")
        then.press("4")
        then.wait_for("Stop talking")
        then.press("r")
        asked = then.wait_for("What did you mean to do?")
        assert "Stop talking" not in asked, "it asks before it shows"
        then.press(" ")
        then.wait_for("Stop talking a minute early")
        then.press("w")
        then.wait_for("How did it go")
        then.press("They left on time, and I had one minute to breathe")
        then.wait_for("one minute to breathe")
        then.press(ESC)
        then.wait_for("You have met 1 note today")
        then.press(ESC)
        then.wait_for("4 Journal", "Enter open", lambda text: "You have met" not in text)
        then.press("Q")
        assert then.ended() == 0

    (note,) = notes(env)
    assert [layer["text"] for layer in note["layers"]] == [
        "Stop talking a minute early",
        "They left on time, and I had one minute to breathe",
    ]
    log = arrowtui(env, "log", "--to", str(date.today() + timedelta(days=3)))
    assert log.index("Stop talking a minute early") < log.index("They left on time, and I had one minute to breathe")
    assert "How to end a lesson well" in log, "with the item as its evidence"


def test_a_note_is_saved_while_it_is_written_and_kill_9_loses_its_end_alone(site: Site, env: dict[str, str]) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    words: list[str] = []
    with Terminal([], env) as screen:
        screen.wait_for("How to end a lesson well")
        screen.press("M")
        screen.wait_for("What caught me?")
        while len(safe := stored(env).split()) < 8:  # saved twice at least, and she has not paused
            assert len(words) < PATIENCE_S / BEAT_S, "nothing is saved while she writes"
            words.append(f"word{len(words)}")
            screen.press(f"{words[-1]} ")
            screen.idle(BEAT_S)
        screen.kill()

    (note,) = notes(env)
    (layer,) = note["layers"]
    saved = layer["text"].split()
    assert " ".join(words).startswith(" ".join(saved))  # the last one perhaps in the middle: it was being typed
    assert len(saved) >= len(safe)


def test_a_line_is_saved_before_it_is_entered_and_survives_kill_9(site: Site, env: dict[str, str]) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    with Terminal([], env) as screen:
        screen.wait_for("How to end a lesson well")
        screen.press("c")
        screen.wait_for("What? 1/3")
        screen.press("A thought worth keeping")
        screen.until(lambda: stored(env) == "A thought worth keeping")
        screen.kill()

    (note,) = notes(env)
    assert [layer["text"] for layer in note["layers"]] == ["A thought worth keeping"]


def test_review_from_the_shell_opens_on_the_cards(env: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "arrowtui", "note", "A thought"], env=dict(env), check=True, timeout=PATIENCE_S
    )
    with Terminal(["review"], env) as screen:
        screen.wait_for("Nothing is waiting for you today.")
        screen.press("Q")
        assert screen.ended() == 0
