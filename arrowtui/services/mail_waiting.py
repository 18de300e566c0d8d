"""Waiting beside the rounds for mails: when a mailbox has news, its source is asked at once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from arrowtui.model.errors import FetchError, StoreError
from arrowtui.model.ports import Clock, Source
from arrowtui.model.subscription import Subscription
from arrowtui.model.wire import Request
from arrowtui.services.one_each import OneEach
from arrowtui.services.streaming import Fill
from arrowtui.store import Store
from arrowtui.store.subscriptions import fetch_states, subscriptions

log = logging.getLogger(__name__)

KIND = "mail"
TICK_S = 5.0
TURN = timedelta(minutes=25)
"""So long one wait lasts at most: a mail server may hang up on who says nothing for half an hour (RFC 2177)."""
BREATH_S = 30.0
"""Between two polls of one mailbox, however many mails come."""
REST_S = 900.0
"""After a refusal; the ordinary poll tells the person of it."""


class WaitsForNews(Protocol):
    """Knows when a mailbox has something new."""

    async def wait_for_news(self, request: Request, until: datetime) -> bool:
        """Whether there is something; False when the time is over. Raises: FetchError."""
        ...


@dataclass
class MailWaiting:
    """Waits at every mailbox that has been polled once. `fill` polls one source."""

    store: Store
    boxes: WaitsForNews
    mail: Source
    fill: Fill
    clock: Clock
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep
    _tasks: OneEach = field(init=False)

    def __post_init__(self) -> None:
        self._tasks = OneEach(self._keep)

    async def run(self) -> None:
        """Wait until cancelled; the sources are looked at again when the store has changed.

        Raises: StoreError when the store cannot be read at all.
        """
        version: int | None = None
        try:
            while True:
                if version != (version := await self.store.data_version()):
                    await self._follow()
                await self.pause(TICK_S)
        finally:
            await self._tasks.end()

    async def _follow(self) -> None:
        async with self.store.reading() as db:
            states = await fetch_states(db)
            known = [one for one in await subscriptions(db) if one.wish.kind == KIND and not one.wish.paused]
        await self._tasks.follow(one for one in known if one.id in states)

    async def _keep(self, subscription: Subscription) -> None:
        """One mailbox, for ever. What nobody expected is logged and ends this try, not the others."""
        while True:
            try:
                if await self._has_news(subscription):
                    await self.fill(subscription.id)
                await self.pause(BREATH_S)
            except FetchError as error:
                log.info("%s: %s", subscription.title, error.headline())
                await self.pause(REST_S)
            except StoreError:
                log.warning("waiting for mails of %s", subscription.title, exc_info=True)
                await self.pause(REST_S)
            except Exception:
                log.exception("waiting for mails of %s", subscription.title)
                await self.pause(REST_S)

    async def _has_news(self, subscription: Subscription) -> bool:
        async with self.store.reading() as db:
            state = (await fetch_states(db)).get(subscription.id)
        wish = subscription.wish
        request = self.mail.first(wish.address, wish.options, state.memory if state else "")
        return await self.boxes.wait_for_news(request, self.clock.now() + TURN)
