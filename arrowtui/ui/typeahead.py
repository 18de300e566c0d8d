"""Keys typed ahead: each waits until what the key before it set off is done, for that may put the keyboard elsewhere.

Textual hands a key to whatever has the keyboard at that moment, and what the key does is done later, several messages
on. A slow line or a busy machine brings keys in bursts: of `/delay` the `d` would reach the list and dismiss an item
before the search line is there. Where the store is asked before a pane opens, what is typed until then waits for it.
"""

from collections import deque
from collections.abc import Sequence
from functools import partial
from time import monotonic

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget

MOST_ROUNDS = 6
PATIENCE_S = 0.5
"""No key waits longer for one pane that does not answer; a slow machine, on which all go on slowly, is waited for."""
GLANCE_S = 0.02
"""Time for all who are ready: whoever has not answered then is not only late because nobody had a turn."""
HELD_S = 10.0
"""Nor for one that is on its way and does not come: what was typed for it is then dropped."""
ALWAYS = frozenset({"ctrl+c", "ctrl+q"})
"""Keys to leave with when nothing else works."""


class OrderlyKeys(App[str]):
    """An app that reads one key after the other.

    A key that was handed out is followed up from whatever had the keyboard to the app, each step behind all that
    waits there, and once more where it put the keyboard elsewhere. Until then the next ones are kept.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Event] = deque()
        self._followed = self._told = self._steps = 0
        self._patient_until = 0.0
        self._holders: set[str] = set()
        self._held_at: Widget | None = None
        self._holds = 0

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._holders:
            await self._hold(event)
        elif not self._ahead and self._told == self._followed:
            await self._hand_out(event)
        else:
            self._ahead.append(event)
            if len(self._ahead) == 1:
                self._watch_over(max(self._patient_until - monotonic(), GLANCE_S))

    def hold_keys(self, by: str) -> None:
        """A pane is on its way that shall have the keyboard: what is typed waits for it, until `let_keys_go`."""
        if not self._holders:
            self._held_at = self._keyboard()
        self._holders.add(by)
        self._holds += 1
        self.set_timer(HELD_S, partial(self._give_up, self._holds))

    def let_keys_go(self, by: str, *, is_lost: bool = False) -> None:
        """The pane is there; `is_lost`: it does not come, and what was typed for it is dropped.

        It is dropped as well where the keyboard is where it was and nothing is written there: words are no commands.
        """
        if by not in self._holders:
            return
        self._holders.discard(by)
        if is_lost:
            self._ahead.clear()
        if not self._holders:
            self._followed += 1
            self._patient_until = monotonic() + PATIENCE_S
            self._watch_over(PATIENCE_S)
            self._follow(self._followed, self._way())

    def _give_up(self, hold: int) -> None:
        if hold == self._holds:
            for by in tuple(self._holders):
                self.let_keys_go(by, is_lost=True)

    async def _hold(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and event.key in ALWAYS:
            await super().on_event(event)
        else:
            self._ahead.append(event)

    def _keyboard(self) -> Widget:
        return self.focused or self.screen

    async def _hand_out(self, event: events.Event) -> None:
        way = self._way()
        self._followed += 1
        self._patient_until = monotonic() + PATIENCE_S
        await super().on_event(event)
        self._follow(self._followed, way)

    def _way(self) -> list[MessagePump]:
        """Whom a key passes: what has the keyboard, all around it, the screen, the app."""
        return [*self._keyboard().ancestors_with_self]

    def _follow(self, key: int, way: Sequence[MessagePump], at: int = 0, rounds: int = 1) -> None:
        """One step up; at the end it is told, unless the keyboard is elsewhere now: there it may still be heard of."""
        self._steps += 1
        while at < len(way):
            if way[at].call_later(self._follow, key, way, at + 1, rounds):
                return
            at += 1  # it is going
        if not self.is_running:
            return  # that was the last key
        if (now := self._way()) != way and rounds < MOST_ROUNDS:
            self._follow(key, now, 0, rounds + 1)
        else:
            self._is_told(key)

    def _watch_over(self, patience_s: float) -> None:
        """Whether the last key is on its way still: looked at after a while."""
        self.set_timer(patience_s, partial(self._look_after, self._followed, self._steps))

    def _look_after(self, key: int, steps: int, *, is_late: bool = False) -> None:
        """As long as it goes on it is waited for; where it stands, and still does after a glance, no more."""
        if key != self._followed or self._told >= key:
            return
        if steps != self._steps:
            self._watch_over(PATIENCE_S)
        elif not is_late:
            self.set_timer(GLANCE_S, partial(self._look_after, key, steps, is_late=True))
        else:
            self._is_told(key)

    def _is_told(self, key: int) -> None:
        """All that the key set off is done, or has had time enough: on with the next."""
        if key == self._followed and self._told < key:
            self._told = key
            self.call_later(self._catch_up)

    async def _catch_up(self) -> None:
        if self._holders:
            return
        held_at, self._held_at = self._held_at, None
        if held_at is self._keyboard() and not (self.focused and self.focused.check_consume_key("x", "x")):
            self._ahead.clear()
        if self._ahead and self._told == self._followed:
            await self._hand_out(self._ahead.popleft())
            if self._ahead:
                self._watch_over(PATIENCE_S)
