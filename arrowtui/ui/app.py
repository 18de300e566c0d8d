"""The program as Textual knows it: themes, and the one screen under all others. Small for ever."""

from textual.app import App

from arrowtui.ui.drawing.theme import DARK, FALLBACK, THEMES


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
