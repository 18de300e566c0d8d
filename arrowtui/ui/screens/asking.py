"""A screen that asks services beside its work, uses the answers when they come, and says things in one line."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual import on
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from arrowtui.model.errors import ArrowError
from arrowtui.ui.panes.status import Saying, Tone
from arrowtui.ui.typeahead import OrderlyKeys

T = TypeVar("T")

SAID = "said"
SAID_FOR_S = 12.0
"""How long a sentence stands in the status line; a question and a trouble stand until the next one."""


class AskingScreen(Screen[None]):
    """Questions go to workers; an answer comes back as a message, and only its handler changes what is shown."""

    saying: reactive[Saying] = reactive(Saying())

    @dataclass
    class Answered(Message):
        """An answer came; `use` takes it in."""

        use: Callable[[], None]

    def __init__(self) -> None:
        super().__init__()
        self._timers_by_name: dict[str, Timer] = {}
        self._acts_by_name: dict[str, Callable[[], None]] = {}

    def ask(
        self,
        question: Callable[[], Awaitable[T]],
        use: Callable[[T], None],
        *,
        group: str | None = None,
        opens: bool = False,
    ) -> None:
        """Have a question answered, then use the answer. A later question of the same group replaces this one.

        What goes wrong is said in the status line; `use` is not called then.

        Args:
            opens: `use` opens what takes the keyboard; what is typed meanwhile waits for it.
        """
        name = group or "any"
        if opens:
            self._orderly.hold_keys(name)
        elif group is not None:
            self._orderly.let_keys_go(name)  # what it replaces is never answered
        self.beside(partial(self._answer, question, use, name if opens else ""), name, exclusive=group is not None)

    @property
    def _orderly(self) -> OrderlyKeys:
        app = self.app
        assert isinstance(app, OrderlyKeys)  # all of ours are
        return app

    def beside(self, work: Callable[[], Coroutine[None, None, None]], group: str, *, exclusive: bool = False) -> None:
        """Run something beside the screen. It is begun in its turn: what is replaced before that leaves no trace."""
        _: Worker[None] = self.run_worker(work, group=group, exclusive=exclusive)

    async def _answer(self, question: Callable[[], Awaitable[T]], use: Callable[[T], None], opens: str) -> None:
        try:
            answer = await question()
        except ArrowError as error:
            self.post_message(self.Answered(partial(self._say_trouble, error, opens)))
        else:
            self.post_message(self.Answered(partial(self._use, partial(use, answer), opens)))

    def _say_trouble(self, error: ArrowError, opens: str) -> None:
        self.say(str(error), Tone.TROUBLE)
        self._orderly.let_keys_go(opens, is_lost=True)

    def _use(self, use: Callable[[], None], opens: str) -> None:
        use()
        self._orderly.let_keys_go(opens)

    @on(Answered)
    def _use_answer(self, message: Answered) -> None:
        message.use()

    def later(self, name: str, seconds: float, act: Callable[[], None]) -> None:
        """Do something after a while; asked again under the same name, the while begins anew."""
        self.never_mind(name)
        self._acts_by_name[name] = act
        self._timers_by_name[name] = self.set_timer(seconds, partial(self._do_later, name, act))

    def _do_later(self, name: str, act: Callable[[], None]) -> None:
        self._timers_by_name.pop(name, None)
        self._acts_by_name.pop(name, None)
        act()

    def is_waiting(self, name: str) -> bool:
        """Is something of that name still to be done?"""
        return name in self._timers_by_name

    def hasten(self, name: str) -> None:
        """Do it now instead of later."""
        if (act := self._acts_by_name.get(name)) is not None:
            self.never_mind(name)
            act()

    def never_mind(self, name: str) -> None:
        """Do not do it after all."""
        self._acts_by_name.pop(name, None)
        timer = self._timers_by_name.pop(name, None)
        if timer is not None:
            timer.stop()

    def say(self, words: str, tone: Tone = Tone.HINT, *keys: tuple[str, str] | None, path: Path | None = None) -> None:
        """Show a sentence in the status line, with `path` at its end, offering keys after it; "" empties the line."""
        self.saying = Saying(words, tone, tuple(key for key in keys if key is not None), path)
        if words and tone in (Tone.HINT, Tone.DONE):
            self.later(SAID, SAID_FOR_S, partial(self.say, ""))  # what is over need not be said for ever
        else:
            self.never_mind(SAID)
