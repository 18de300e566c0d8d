"""A mail is an item as soon as it lies in the mailbox, long before its source is due. A real mailbox in files."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from arrowtui.gateways.mailboxes import Mailboxes
from arrowtui.model.errors_fetching import SecretMissing
from arrowtui.model.progress import Progress
from arrowtui.services.mail_waiting import BREATH_S, REST_S, MailWaiting
from arrowtui.services.streaming import filling
from arrowtui.sources.mail import Mail
from arrowtui.store import open_store
from tests.fakes import FakeClock
from tests.services.world import World

PATIENCE_S = 60.0
LETTER = """From: Ida <ida@paper.example>
Subject: {subject}
Date: Mon, 23 Nov 2026 10:00:00 +0000
Message-ID: <{number}@paper.example>
Content-Type: text/plain; charset=utf-8

What I learnt about {subject}.
"""


class NoSecrets:
    """A store of secrets that knows none."""

    async def value(self, name: str) -> str:
        raise SecretMissing(name)


@dataclass
class Post:
    """A mailbox on this machine, the world that reads it, and what waits at it."""

    folder: Path
    world: World
    waiting: MailWaiting
    rests: list[float]
    came: asyncio.Event = field(default_factory=asyncio.Event)

    def deliver(self, number: int, subject: str) -> None:
        (self.folder / "new" / f"{1_700_000_000 + number}.M{number}.host").write_text(
            LETTER.format(number=number, subject=subject), encoding="utf-8"
        )


@asynccontextmanager
async def waited(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Post]:
    folder = tmp_path / "Mail"
    for place in ("new", "cur", "tmp"):
        (folder / place).mkdir(parents=True)
    store = await open_store(tmp_path / "store.db", durable=False)
    rests: list[float] = []

    async def look_again(_: float) -> None:
        await store.data_version()

    async def pause(seconds: float) -> None:
        rests.append(seconds)
        await (asyncio.Event().wait() if seconds >= REST_S else store.data_version())

    boxes = Mailboxes(clock, NoSecrets(), pause=look_again)
    world = World(store, clock, boxes, others={"mail": Mail()})

    def tell(progress: Progress) -> None:
        if progress.report is not None:
            post.came.set()

    post = Post(
        folder, world, MailWaiting(store, boxes, Mail(), filling(world.refresh, tell), clock, pause=pause), rests
    )
    task = asyncio.create_task(post.waiting.run())
    try:
        yield post
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await boxes.close()
        await store.close()


async def come(post: Post) -> None:
    """Until the mailbox was asked."""
    async with asyncio.timeout(PATIENCE_S):
        await post.came.wait()
    post.came.clear()


async def test_a_mail_is_there_as_soon_as_it_comes(tmp_path: Path, clock: FakeClock) -> None:
    async with waited(tmp_path, clock) as post:
        post.deliver(1, "handovers")
        await post.world.follow(f"maildir://{post.folder}", kind="mail")
        await post.world.round()

        post.deliver(2, "exit tickets")
        await come(post)

        assert await post.world.titles() == ["exit tickets", "handovers"]
        post.deliver(3, "night shifts")
        await come(post)
        assert await post.world.titles() == ["exit tickets", "handovers", "night shifts"]
        assert BREATH_S in post.rests


async def test_a_mailbox_nobody_has_asked_yet_is_left_to_the_rounds(tmp_path: Path, clock: FakeClock) -> None:
    async with waited(tmp_path, clock) as post:
        post.deliver(1, "handovers")
        await post.world.follow(f"maildir://{post.folder}", kind="mail")
        for _ in range(20):
            await post.world.store.data_version()

        assert not post.came.is_set()


async def test_a_mailbox_that_went_away_rests_and_disturbs_nobody(tmp_path: Path, clock: FakeClock) -> None:
    async with waited(tmp_path, clock) as post:
        other = tmp_path / "Gone"
        for place in ("new", "cur", "tmp"):
            (other / place).mkdir(parents=True)
        await post.world.follow(f"maildir://{other}", f"maildir://{post.folder}", kind="mail")
        await post.world.round()
        for place in ("new", "cur", "tmp"):
            (other / place).rmdir()
        other.rmdir()

        post.deliver(1, "handovers")
        async with asyncio.timeout(PATIENCE_S):
            while await post.world.titles() != ["handovers"] or REST_S not in post.rests:
                await post.came.wait() if REST_S in post.rests else await post.world.store.data_version()
                post.came.clear()
