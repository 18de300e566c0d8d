"""Scrolling a text by the keys that move a cursor elsewhere."""

from textual.widget import Widget

from arrowtui.ui.widgets.motion import Motion


def scroll(pane: Widget, motion: Motion) -> None:
    """Scroll a text."""
    half = max(pane.size.height // 2, 1)
    match motion:
        case Motion.DOWN:
            pane.scroll_down(animate=False)
        case Motion.UP:
            pane.scroll_up(animate=False)
        case Motion.HALF_DOWN:
            pane.scroll_relative(y=half, animate=False)
        case Motion.HALF_UP:
            pane.scroll_relative(y=-half, animate=False)
        case Motion.PAGE_DOWN:
            pane.scroll_relative(y=max(pane.size.height - 2, 1), animate=False)
        case Motion.PAGE_UP:
            pane.scroll_relative(y=-max(pane.size.height - 2, 1), animate=False)
        case Motion.TOP:
            pane.scroll_home(animate=False)
        case Motion.END:
            pane.scroll_end(animate=False)
