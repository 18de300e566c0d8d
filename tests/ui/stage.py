"""A stage for single screens and panes: our themes, nothing else."""

from collections.abc import Callable
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from arrowtui.ui.app import ThemedApp

Answer = TypeVar("Answer")

HOSTILE = "[red]x[/] [/b] [@click=app.quit]go[/] \u05d0\u05d1 漢字 e\u0301"
"""What passes the cleaner and must still be drawn to the letter."""


class ScreenStage(ThemedApp, Generic[Answer]):
    """Shows one screen and keeps what it answered."""

    def __init__(self, make: Callable[[], Screen[Answer]], theme: str = "dark") -> None:
        super().__init__(theme)
        self._make = make
        self.answers: list[Answer | None] = []

    def on_mount(self) -> None:
        self.push_screen(self._make(), self.answers.append)


class WidgetStage(ThemedApp):
    """Shows one widget over the whole screen."""

    def __init__(self, make: Callable[[], Widget], theme: str = "dark") -> None:
        super().__init__(theme)
        self._widget = make()

    def compose(self) -> ComposeResult:
        yield self._widget


async def answer(make: Callable[[], Screen[Answer]], *keys: str, size: tuple[int, int] = (80, 24)) -> Answer | None:
    """What a screen answers to these keys; fails when it has not answered by then."""
    stage = ScreenStage(make)
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert stage.answers, "the screen is still open"
        return stage.answers[-1]


def seen(app: ThemedApp) -> str:
    """The characters on the screen, line by line."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.ljust(width) for strip in strips[:height])
