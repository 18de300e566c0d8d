"""A chat nobody told of, in the real program: its poller finds it, one key follows it, one takes that back."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from tests.e2e.conftest import Site
from tests.e2e.terminal import Terminal

SETTINGS = """# By hand, and it stays.
[[source]]
address = "{address}"   # people I read
"""
LAST = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) - timedelta(days=2)


def evenings(site: Site) -> str:
    """A feed with three meetings of a chat, a week apart; returns its address."""
    said = [
        (LAST - timedelta(weeks=week) + timedelta(minutes=10 * n + guest), f"{who}{guest}", f"{label}{n}: {rest}")
        for week in range(3)
        for n in range(1, 5)
        for guest, who, label, rest in ((0, "host", "Q", f"What about {n}?"), (1, "guest", "A", "Like this, and why"))
    ]
    entries = "".join(
        f"<item><guid isPermaLink='false'>{number}</guid><dc:creator>@{author}</dc:creator>"
        f"<description><![CDATA[<p>{text} #nurschat</p>]]></description><pubDate>{format_datetime(at)}</pubDate></item>"
        for number, (at, author, text) in enumerate(said)
    )
    head = (
        "<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>P</title>"
    )
    site.pages["/people"] = ("application/rss+xml", f"{head}{entries}</channel></rss>".encode())
    return f"{site.base}/people"


def test_a_chat_is_found_looked_into_followed_and_let_go(site: Site, env: Mapping[str, str]) -> None:
    path = Path(env["ARROWTUI_CONFIG"])
    before = SETTINGS.format(address=evenings(site))
    path.write_text(before, encoding="utf-8")

    with Terminal([], env) as screen:
        screen.press("2")
        screen.wait_for("Found in what you read · 1")
        screen.wait_for("met 3 times · 2 people")
        screen.press("\r")
        screen.wait_for("next question")
        screen.press("q")
        screen.wait_for("Found in what you read · 1")

        screen.press("+")
        screen.wait_for("Following #nurschat")
        screen.wait_for("To read · 3")
        assert path.read_text(encoding="utf-8").startswith(before)
        assert 'hashtags = ["#nurschat"]' in path.read_text(encoding="utf-8")

        screen.press("u")
        screen.wait_for("Found in what you read · 1")
        assert path.read_text(encoding="utf-8") == before

        screen.press("d")
        screen.wait_for("Not told of #nurschat again")
        screen.wait_for(lambda text: "Found in" not in text)
        screen.press("Q")
        assert screen.ended() == 0
