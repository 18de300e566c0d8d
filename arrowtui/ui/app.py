"""The program as Textual knows it: themes, and the one screen under all others. Small for ever."""

import asyncio
import signal
from contextlib import suppress
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from arrowtui.ui.drawing.theme import DARK, FALLBACK, THEMES
from arrowtui.ui.ports import Services, Taste


class ThemedApp(App[str]):
    """Our themes and nothing else: also what tests put single widgets into."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, theme: str = DARK.name) -> None:
        super().__init__()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return FALLBACK


class ArrowApp(ThemedApp):
    """arrowtui. `run_async` returns the door taken on the welcome screen where that leads out of here ("demo")."""

    CSS_PATH = "app.tcss"
    TITLE = "arrowtui"
    BINDINGS: ClassVar[list[BindingType]] = [
        # The terminal's own key (RESERVED): back to the shell, `fg` returns. In a text it takes back what was typed.
        Binding("ctrl+z", "suspend_process", show=False)
    ]

    def __init__(self, services: Services, taste: Taste) -> None:
        super().__init__(taste.theme)
        self._services, self._taste = services, taste

    def on_mount(self) -> None:
        from arrowtui.ui.screens.main import MainScreen  # cyclic otherwise; and the themes alone need none of it

        self._end_on_signals()
        self.push_screen(MainScreen(self._services, self._taste))

    def _end_on_signals(self) -> None:
        """A `kill` or a closed window ends the program in order: last words kept, terminal given back."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if (number := getattr(signal, name, None)) is not None:
                with suppress(NotImplementedError, RuntimeError):  # not on Windows, not beside the main thread
                    loop.add_signal_handler(number, self.exit)
