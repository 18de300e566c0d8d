"""Giving a token or password: how one comes by it, and a line to paste it into. It is shown nowhere."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from arrowtui.model.logins import LOGINS, Login
from arrowtui.ui.widgets.dialog import Dialog


class TokenScreen(Dialog[str]):
    """Answers what was pasted. `name` is that of the secret: `mastodon:social.example.org`."""

    KEYS = (("Enter", "keep it in the keyring"), ("Esc", "close"))

    def __init__(self, name: str) -> None:
        super().__init__()
        self._secret = name
        self._login = LOGINS.get(name.partition(":")[0], Login("", ()))

    def heading(self) -> str:
        """Which one is wanted."""
        return f"{self._login.secret} for {self._secret}"

    def body(self) -> ComposeResult:
        steps = "\n".join(f"{number}. {step}" for number, step in enumerate(self._login.steps, 1))
        yield Static(Content(steps), classes="lead")
        yield Input(password=True, placeholder=f"Paste the {self._login.secret.lower()} here", id="secret")

    def on_mount(self) -> None:
        self.query_one("#secret", Input).focus()

    @on(Input.Submitted, "#secret")
    def _give(self, event: Input.Submitted) -> None:
        if secret := event.value.strip():
            self.dismiss(secret)
