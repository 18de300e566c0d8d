"""Calls on the real program, with a real poller and a site on this machine: extended, closed, expired, answered."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from tests.e2e.conftest import Site
from tests.e2e.terminal import Terminal
from tests.e2e.test_journey import arrowtui

ESC = "\x1b"
AT_ITS_FOOT = "$EDITOR"
"""Stands below an answer while it is written; the words themselves stand in the reader behind it, too."""
NOW = datetime.now(UTC).replace(microsecond=0)
WANTED = (
    "Reporter here, looking for {who} who work nights for a piece on sleep. Email ida@desk.example. Deadline: {due}."
)


def due(days: int) -> str:
    """A deadline so many days and some hours ahead, as people write it."""
    return f"{NOW + timedelta(days=days, hours=6):%d %B %Y, %H:%M} GMT"


def calls(site: Site, *posts: tuple[str, str, str]) -> str:
    """Publish calls (guid, title, text); returns the address of the feed."""
    entries = "".join(
        f"<item><title>{title}</title><guid isPermaLink='false'>{guid}</guid><link>{site.base}/{guid}</link>"
        f"<dc:creator>{guid} desk</dc:creator><description><![CDATA[<p>{text}</p>]]></description>"
        f"<pubDate>{format_datetime(NOW - timedelta(hours=2))}</pubDate></item>"
        for guid, title, text in posts
    )
    head = "<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Desk</title>"
    site.pages["/calls"] = ("application/rss+xml", f"{head}{entries}</channel></rss>".encode())
    return f"{site.base}/calls"


NURSES = ("nurses", "Nurses on nights wanted", WANTED.format(who="nurses", due=due(3)))
BAKERS = ("bakers", "Bakers on nights wanted", WANTED.format(who="bakers", due=due(5)))


def line_of(screen: str, words: str) -> str:
    return next((line for line in screen.splitlines() if words in line), "")


def test_a_call_is_extended_closed_and_another_expires_as_time_goes(site: Site, env: Mapping[str, str]) -> None:
    arrowtui(env, "add", calls(site, NURSES, BAKERS), "--lane", "calls", "--yes")

    with Terminal([], env) as screen:
        screen.wait_for("3 Calls 2")
        screen.press("3")
        screen.wait_for("3d left", "5d left")
        screen.press("rj")
        screen.wait_for(lambda text: "○" in line_of(text, "nurses"))

        extended = (*NURSES[:2], f"EXTENDED! {WANTED.format(who='nurses', due=due(9))}")
        calls(site, extended, BAKERS)
        screen.press("R")
        screen.wait_for(lambda text: "9d left" in text or "new" in text.splitlines()[0])
        screen.press(".")
        screen.wait_for(lambda text: {"●", "~"} <= set(line_of(text, "9d left")))

        calls(site, (*NURSES[:2], f"UPDATE: this call is now closed, thank you all. {NURSES[2]}"), BAKERS)
        screen.press("R")
        screen.wait_for(lambda text: "closed" in line_of(text, "nurses who") and "●" in line_of(text, "bakers who"))
        screen.press(".")
        screen.wait_for("Closed or expired · 1")
        screen.press("Q")
        assert screen.ended() == 0

    moved = [env["ARROWTUI_CONFIG"], env["ARROWTUI_DATA"], "12"]
    with Terminal(moved, env, module="tests.e2e.later") as later:
        later.wait_for("3 Calls")
        later.press("3")
        later.wait_for(
            lambda text: "expired" in line_of(text, "akers"),
            lambda text: "closed" in line_of(text, "urses"),
        )
        later.press("Q")
        assert later.ended() == 0


def test_kill_9_while_answering_loses_at_most_the_last_second(site: Site, env: Mapping[str, str]) -> None:
    arrowtui(env, "add", calls(site, NURSES), "--lane", "calls", "--yes")

    with Terminal([], env) as screen:
        screen.wait_for("3 Calls 1")
        screen.press("3")
        screen.wait_for("3d left")
        screen.press("a")
        screen.wait_for("What I can say", AT_ITS_FOOT)
        screen.press("I have worked nights for nine years")
        screen.wait_for("for nine years", " saved ")
        screen.kill()

    with Terminal([], env) as again:
        again.wait_for("3 Calls")
        again.press("3")
        again.wait_for("answering")
        again.press("a")
        again.wait_for("I have worked nights for nine years", AT_ITS_FOOT)
        again.press(ESC)
        again.wait_for(lambda text: AT_ITS_FOOT not in text)
        again.press("Q")
        assert again.ended() == 0


def test_deadlines_go_into_one_calendar_that_is_brought_up_to_date(
    site: Site, env: Mapping[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "calls.ics"
    arrowtui(env, "add", calls(site, NURSES, BAKERS), "--lane", "calls", "--yes")
    arrowtui(env, "calls", "--ics", str(file))
    before = file.read_text("utf-8")

    calls(site, (*NURSES[:2], f"UPDATE: this call is now closed, thank you all. {NURSES[2]}"), BAKERS)
    arrowtui(env, "refresh")
    arrowtui(env, "calls", "--ics", str(file))
    after = file.read_text("utf-8")

    def names(text: str) -> list[str]:
        return sorted(line for line in text.splitlines() if line.startswith("UID:"))

    assert names(before) == names(after) and len(names(after)) == 2
    assert (before.count("STATUS:CANCELLED"), after.count("STATUS:CANCELLED")) == (0, 1)
    assert (before.count("SEQUENCE:1"), after.count("SEQUENCE:2")) == (2, 1)
    assert before.count("BEGIN:VALARM") == 4 and after.count("BEGIN:VALARM") == 2
