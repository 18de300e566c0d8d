"""The program as Textual knows it: themes, and the one screen under all others. Small for ever."""

import asyncio
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size

from arrowtui.model.errors import ArrowError
from arrowtui.ui.drawing.theme import DARK, FALLBACK, THEMES
from arrowtui.ui.ports import AGAIN, Services, Taste
from arrowtui.ui.typeahead import OrderlyKeys


class ThemedApp(OrderlyKeys):
    """Our themes and nothing else: also what tests put single widgets into."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, theme: str = DARK.name) -> None:
        super().__init__()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Give the terminal away for a while. It comes back whatever went wrong meanwhile; Textual's own stays away."""
        trouble: ArrowError | None = None
        with super().suspend():
            try:
                yield
            except ArrowError as error:
                trouble = error
        if trouble is not None:
            raise trouble

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return FALLBACK


class ArrowApp(ThemedApp):
    """arrowtui. `run_async` returns the door taken on the welcome screen where that leads out of here ("demo").

    Or AGAIN: then `begin` is the command with which the next screen begins, and `greeting` what it says.
    """

    CSS_PATH = "app.tcss"
    TITLE = "arrowtui"
    BINDINGS: ClassVar[list[BindingType]] = [
        # The terminal's own key (RESERVED): back to the shell, `fg` returns. In a text it takes back what was typed.
        Binding("ctrl+z", "suspend_process", show=False)
    ]

    def __init__(self, services: Services, taste: Taste) -> None:
        super().__init__(taste.theme)
        self._services, self._taste = services, taste
        self.begin = self.greeting = ""

    def on_mount(self) -> None:
        from arrowtui.ui.screens.main import MainScreen  # cyclic otherwise; and the themes alone need none of it

        self._end_on_signals()
        self.push_screen(MainScreen(self._services, self._taste))

    def on_resize(self, event: events.Resize) -> None:
        """A window pulled at sends signals in quick succession, and one may be told after a later one: the last word
        has the terminal. One that tells its size within the keys (those name pixels) tells it in order."""
        if self.is_headless or self.is_web or event.pixel_size is not None:
            return
        now = Size(*shutil.get_terminal_size())
        if now != event.size:
            self.post_message(events.Resize(now, now))

    def begin_anew(self, begin: str, greeting: str) -> None:
        """End, for another screen to take this one's place with settings read anew."""
        self.begin, self.greeting = begin, greeting
        self.exit(AGAIN)

    def _end_on_signals(self) -> None:
        """A `kill` or a closed window ends the program in order: last words kept, terminal given back."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if (number := getattr(signal, name, None)) is not None:
                with suppress(NotImplementedError, RuntimeError):  # not on Windows, not beside the main thread
                    loop.add_signal_handler(number, self.exit)
