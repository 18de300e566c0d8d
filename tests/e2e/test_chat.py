"""A chat as a person lives it: the real program and poller on a pty, a scripted server of the Mastodon family.

An hour's chat of 600 posts unfolds as fast as it is read: nothing sleeps, each step waits for what it brings.
"""

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from arrowtui.gateways.clock import SystemClock
from tests.e2e.terminal import Terminal
from tests.e2e.test_journey import arrowtui
from tests.mastodon_posts import FakePost
from tests.mastodon_server import MastodonServer

QUESTIONS, EACH = 6, 99
BEFORE, LIVE, MISSED = 250, 500, 550
"""How many of the 600 are posted before she comes, by when the line breaks, and by when it stands again."""


@dataclass
class Chat:
    """The server in a thread of its own, and the chat it is told to hold."""

    social: MastodonServer = field(default_factory=lambda: MastodonServer(SystemClock()))
    start: datetime = field(
        default_factory=lambda: datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(minutes=40)
    )
    posts: list[FakePost] = field(default_factory=list)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def do(self, act: Callable[[], object]) -> None:
        """Have something done where the server lives."""

        async def done() -> None:
            found = act()
            if asyncio.iscoroutine(found):
                await found

        asyncio.run_coroutine_threadsafe(done(), self._loop).result(60)

    def say(self, until: int) -> None:
        """Post on, up to the number `until` of the 600."""

        def post() -> None:
            while len(self.posts) < until:
                self._post(len(self.posts))

        self.do(post)

    def _post(self, number: int) -> None:
        asked, place = divmod(number, EACH + 1)
        at = self.start + timedelta(minutes=39) * number / (QUESTIONS * (EACH + 1))
        if place == 0:
            words, who = f"Q{asked + 1}: What about matter {asked + 1}? #wardchat", "wardchat"
        else:
            words, who = f"A{asked + 1}: word {number} of guest{number % 40} #wardchat", f"guest{number % 40}"
        self.posts.append(self.social.post(who, words, at=at))

    def recap(self) -> str:
        """The recap as it must be, made from the script alone."""
        lines = [
            f"# Ward chat, {self.start:%A} {self.start.day} {self.start:%B %Y}",
            "",
            f"{self.start:%H:%M} (UTC), \\#wardchat. 6 questions, 594 answers by 40 people, 600 posts in all. "
            "Moderated by wardchat.",
            "",
        ]
        for number, post in enumerate(self.posts):
            asked, place = divmod(number, EACH + 1)
            words = post.text.replace("#", "\\#")
            if place == 0:
                lines += [f"## Q{asked + 1}. {words.removeprefix(f'Q{asked + 1}: ')}", ""]
            else:
                star = "★ " if number == 1 else ""
                link = f"{post.author.url}/{post.uri.rpartition('/')[2]}"
                lines.append(f"- {star}**[{post.author.name}](<{link}>)**: {words}")
            if place == EACH:
                lines += ["", *(["> Ask them on Monday", ""] if asked == 0 else [])]
        return "\n".join(lines)

    def __enter__(self) -> "Chat":
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.do(self.social.__aenter__)
        return self

    def __exit__(self, *_: object) -> None:
        self.do(lambda: self.social.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()


@pytest.fixture
def chat() -> Iterator[Chat]:
    with Chat() as chat:
        yield chat


def config(chat: Chat) -> str:
    return f"""
[[source]]
kind = "mastodon"
address = "{chat.social.at("/tags/wardchat")}"
lane = "chats"

[[chat]]
name = "Ward chat"
hashtags = ["#wardchat"]
extra = ["{chat.start:%Y-%m-%d %H:%M}"]
zone = "UTC"
minutes = 90
"""


def test_a_chat_of_600_posts_is_joined_late_followed_over_a_broken_line_and_written_down(
    chat: Chat, env: dict[str, str], tmp_path: Path
) -> None:
    Path(env["ARROWTUI_CONFIG"]).write_text(config(chat), encoding="utf-8")
    env[f"ARROWTUI_SECRET_MASTODON_127_0_0_1_{chat.social.web.port}"] = chat.social.token
    chat.say(BEFORE)
    arrowtui(env, "refresh")

    with Terminal([], env, size=(130, 40)) as screen:
        screen.wait_for("2 Chats 2")
        screen.press("2")
        screen.wait_for("Live now", "250 posts")
        screen.press("\r")
        screen.wait_for("So far", "250 posts", "Q3 now")
        chat.do(lambda: chat.social.listeners(1))

        chat.say(LIVE)
        screen.wait_for("250 new · press .")
        chat.do(chat.social.drop)
        chat.say(MISSED)
        chat.do(lambda: chat.social.listeners(1))
        chat.say(600)
        screen.wait_for("350 new · press .")
        screen.press(".")
        screen.wait_for("Q6 now", "600 posts")

        screen.press("]")
        screen.wait_for("word 1 of guest1")
        screen.press("js")
        screen.wait_for("★")
        screen.press("c")
        screen.wait_for("✎ Q1")
        screen.press("Ask them on Monday\r")
        screen.wait_for("Noted")
        screen.press("e")
        screen.wait_for("Recap of the session")
        screen.press("1")
        screen.wait_for("Wrote")
        screen.press("Q")
        assert screen.ended() == 0

    (written,) = (tmp_path / "data").glob(f"**/wardchat-{chat.start:%Y-%m-%d}.md")
    assert written.read_text(encoding="utf-8") == chat.recap()
