"""What a hostile feed can do to the terminal: nothing. Read off the bytes that really reach it."""

import pytest

from tests.e2e.conftest import Site
from tests.e2e.terminal import Terminal
from tests.e2e.test_journey import arrowtui

ESC = "\x1b"
HOSTILE = {
    "title by OSC": f"a{ESC}]0;PWNED-TITLE\x07b",
    "clipboard by OSC 52": f"a{ESC}]52;c;UFdORUQ=\x07b",
    "clear by CSI": f"a{ESC}[2J{ESC}[Hb",
    "C1": "a\x9b31mb\x9d0;PWNED\x9cc",
    "bidi override": "a\u202egpj.exe\u202cb\u2066c\u2069",
    "markup": "[red]loud[/] [/b] [@click=app.quit]quit[/] [bold",
    "combining flood": "Z" + "\u0301" * 400 + "algo",
    "zero width flood": "a" + "\u200b" * 500 + "b",
    "bell and nul": "a\x07\x08\x00b",
    "link by OSC 8": f"{ESC}]8;;https://evil.example{ESC}\\click{ESC}]8;;{ESC}\\",
}
FORBIDDEN = ("PWNED-TITLE\x07", "UFdORUQ=\x07", "\x9b", "\x9d", "\u202e", "\u2066", "]8;;https://evil", "\x00")


@pytest.mark.parametrize("where", ["title", "text"])
def test_no_hostile_byte_reaches_the_terminal(site: Site, env: dict[str, str], where: str) -> None:
    if where == "title":
        items = {f"How to {name} {text}": "<p>How to</p>" for name, text in HOSTILE.items()}
    else:
        body = "".join(f"<p>{name}: {text}</p>" for name, text in HOSTILE.items())
        items = {"How to stay calm": body.replace("\x00", "&#0;")}
    arrowtui(env, "add", site.feed("/feed", items), "--lane", "tips", "--yes")

    with Terminal([], env, size=(120, 40)) as screen:
        screen.wait_for("How to")
        screen.press("\r")
        screen.wait_for("How to", "J next item", "gpj.exe" if where == "text" else "How to")
        screen.press("Q")
        assert screen.ended() == 0

    sent = screen.raw.decode("utf-8", "replace")
    assert [mark for mark in FORBIDDEN if mark in sent] == []
    assert "\u200b\u200b" not in sent
    assert "\u0301" * 10 not in sent
