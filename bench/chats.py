"""A chat of 5,000 posts in an hour, read while it runs: `python -m bench.chats [--posts 5000] [--keys 300]`.

The real program runs on a pseudo-terminal of 120 × 40. A session is open that holds so many posts already, and three
more a second are written into its store, as its poller would. Each press is timed until the bytes that show it arrive:
j and k in the answers, `]` and `[` between questions. Prints milliseconds: median, 99th percentile and worst, and
the memory of the screen process at the beginning and at the end.
"""

import argparse
import asyncio
import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pexpect

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from arrowtui.model.subscription import SubscriptionId, Wish
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.store import Store, open_store
from arrowtui.store.items import arrive
from arrowtui.store.placed import Placed, prepared
from arrowtui.store.subscriptions import subscriptions, sync_wishes
from bench.keys import COLUMNS, LINES, PATIENCE_S, Screen

QUESTIONS, MINUTES = 8, 60
A_SECOND = 3
SENTENCE = """we keep the handover short and read it aloud together before the night shift begins so that nobody forgets
what was said about the falls and the new rota on our ward and who will call the family in the morning"""
CONFIG = """
[[source]]
kind = "mastodon"
address = "https://social.example/tags/wardchat"
lane = "chats"
paused = true

[[chat]]
name = "Ward chat"
hashtags = ["#wardchat"]
extra = ["{start:%Y-%m-%d %H:%M}"]
zone = "UTC"
moderators = ["@wardchat"]
"""


class SessionScreen(Screen):
    """The cursor is the bar in the list at the right; the one at the left tells the question."""

    def cpu_s(self) -> float:
        """Processor time the screen process has had."""
        fields = Path(f"/proc/{self.child.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def cursor(self) -> str:
        bars = [
            (line, column)
            for line in range(LINES)
            for column in range(COLUMNS)
            if self.pyte.buffer[line][column].data == "▌"
        ]
        return " | ".join(f"{line} {column} {self.pyte.display[line][column : column + 30]}" for line, column in bars)


def posts(start: datetime, count: int) -> Iterator[Draft]:
    """Eight questions, and answers in between, evenly over the hour; a tenth are replies to what stands before."""
    chance = random.Random(1)
    apart = timedelta(minutes=MINUTES) / count
    each = count // QUESTIONS
    for number in range(count):
        asked = min(number // each + 1, QUESTIONS)
        is_question = number % each == 0 and number // each < QUESTIONS
        words = " ".join(chance.choices(SENTENCE.split(), k=chance.randint(6, 40)))
        text = f"Q{asked}: {words}? #wardchat" if is_question else f"A{asked}: {words} #wardchat"
        author = "@wardchat" if is_question else f"@guest{number % 300}"
        parent = f"post{number - 1}" if number % 10 == 5 else None
        yield Draft(
            f"post{number}",
            body=Body(text, Markup.TEXT),
            author=author,
            published_at=start + apart * number,
            parent_id=parent,
            root_id=parent,
        )


async def put(store: Store, source: SubscriptionId, drafts: list[Draft]) -> None:
    """As the poller stores what came."""
    now = datetime.now(UTC)
    arrival = Arrival("mastodon", "https://social.example/tags/wardchat", now, None)
    verdict = Verdict(Lane.CHAT, 1.0, ("its source says so",), ChosenBy.SOURCE)
    placed = [Placed(normalise(draft, arrival, order), verdict) for order, draft in enumerate(drafts)]
    async with store.write() as db:
        await arrive(db, source, prepared(placed))


async def fill(data: Path, drafts: list[Draft]) -> None:
    store = await open_store(data / "arrowtui.db", durable=False)
    try:
        async with store.write() as db:
            await sync_wishes(
                db, [Wish("mastodon", "https://social.example/tags/wardchat", lane=Lane.CHAT, paused=True)]
            )
        async with store.reading() as db:
            source = (await subscriptions(db))[0].id
        for first in range(0, len(drafts), 500):
            await put(store, source, drafts[first : first + 500])
    finally:
        await store.close()


async def trickle(data: Path, drafts: list[Draft], is_over: threading.Event) -> None:
    """Write the rest, so many a second."""
    store = await open_store(data / "arrowtui.db", durable=False)
    try:
        async with store.reading() as db:
            source = (await subscriptions(db))[0].id
        for draft in drafts:
            if is_over.is_set():
                return
            await put(store, source, [draft])
            await asyncio.sleep(1 / A_SECOND)
    finally:
        await store.close()


def told(name: str, took: list[float]) -> str:
    took = sorted(took)
    at_99 = took[int(len(took) * 0.99)]
    return f"{name}: median {statistics.median(took):.1f} ms, p99 {at_99:.1f} ms, worst {took[-1]:.1f} ms"


def measured(screen: Screen, keys: int) -> tuple[list[float], list[float]]:
    """The times of moves in the answers, and of turns to other questions."""
    for key, awaited in (("2", "Live now"), ("\r", "So far"), ("]", " A1: "), ("]", " A2: "), ("]", " A3: ")):
        screen.child.send(key)
        while not any(awaited in line for line in screen.pyte.display):
            if screen.read(PATIENCE_S) is None:
                raise SystemExit(f"{awaited!r} never came")
        screen.settle(0.5, 3.0)
    moves: list[float] = []
    turns: list[float] = []
    for number in range(keys):
        time.sleep(0.05)
        is_turn = number % 20 == 19
        key = ("]" if number // 20 % 2 else "[") if is_turn else "k" if number % 5 == 3 else "j"
        found = screen.press(key)
        if found is None:
            raise SystemExit(f"key {number} ({key}) showed nothing\n" + "\n".join(screen.pyte.display))
        (turns if is_turn else moves).append(found)
        screen.settle(at_most=0.1)
    return moves, turns


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure a chat that runs fast.")
    parser.add_argument("--posts", type=int, default=5000)
    parser.add_argument("--keys", type=int, default=300)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data, config = Path(folder) / "data", Path(folder) / "config.toml"
        data.mkdir()
        start = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(minutes=50)
        config.write_text(CONFIG.format(start=start), encoding="utf-8")
        every = list(posts(start, asked.posts + 2000))
        asyncio.run(fill(data, every[: asked.posts]))
        environment = {
            **os.environ,
            "ARROWTUI_DATA": str(data),
            "ARROWTUI_CONFIG": str(config),
            "TERM": "xterm-256color",
        }
        screen = SessionScreen(environment)
        screen.settle(1.0, 8.0)
        before, is_over = screen.memory_mb(), threading.Event()
        writer = threading.Thread(target=lambda: asyncio.run(trickle(data, every[asked.posts :], is_over)))
        writer.start()
        try:
            moves, turns = measured(screen, asked.keys)
            worked, began = screen.cpu_s(), time.perf_counter()
            screen.settle(30.0, 30.0)  # nobody presses anything, posts go on coming
            idle = (screen.cpu_s() - worked) / (time.perf_counter() - began)
            after = screen.memory_mb()
        finally:
            is_over.set()
            writer.join()
        screen.child.send("Q")
        screen.child.expect(pexpect.EOF)
    print(told(f"{len(moves)} moves", moves))
    print(told(f"{len(turns)} turns to another question", turns))
    print(f"screen process {before:.0f} MB before the session was opened, {after:.0f} MB at the end")
    print(f"keeping up with the posts took {idle:.0%} of a core")


if __name__ == "__main__":
    main()
