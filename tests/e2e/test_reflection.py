"""On a real terminal: keep, say why, and two days later meet it again, use it, and say how it went."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, timedelta

from tests.e2e.conftest import Site
from tests.e2e.terminal import Terminal
from tests.e2e.test_journey import ESC, ITEMS, arrowtui

SAVED_S = 1.5


def notes(env: Mapping[str, str]) -> list[dict[str, list[dict[str, str]]]]:
    return [json.loads(line) for line in arrowtui(env, "notes", "--json").splitlines()]


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
        then.wait_for("4 Journal")
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


def test_kill_9_while_a_note_is_written_loses_at_most_the_last_second(site: Site, env: dict[str, str]) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    words = [f"word{n}" for n in range(12)]
    with Terminal([], env) as screen:
        screen.wait_for("How to end a lesson well")
        screen.press("M")
        screen.wait_for("What caught me?")
        for word in words:  # without a pause that is long enough to be one
            screen.press(f"{word} ")
            screen.idle(SAVED_S / 5)
        screen.wait_for(words[-1])
        screen.kill()

    (note,) = notes(env)
    (layer,) = note["layers"]
    saved = layer["text"].split()
    within_a_second = round(1 / (SAVED_S / 5)) + 3
    assert saved == words[: len(saved)]
    assert len(saved) >= len(words) - within_a_second


def test_kill_9_while_a_line_is_noted_loses_at_most_the_last_second(site: Site, env: dict[str, str]) -> None:
    arrowtui(env, "add", site.feed("/feed", ITEMS), "--lane", "tips", "--yes")
    with Terminal([], env) as screen:
        screen.wait_for("How to end a lesson well")
        screen.press("c")
        screen.wait_for("What? 1/3")
        screen.press("A thought worth keeping")
        screen.wait_for("A thought worth keeping")
        screen.idle(SAVED_S)
        screen.kill()

    (note,) = notes(env)
    assert [layer["text"] for layer in note["layers"]] == ["A thought worth keeping"]


def test_review_from_the_shell_opens_on_the_cards(env: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-m", "arrowtui", "note", "A thought"], env=dict(env), check=True, timeout=60)
    with Terminal(["review"], env) as screen:
        screen.wait_for("Nothing is waiting for you today.")
        screen.press("Q")
        assert screen.ended() == 0
