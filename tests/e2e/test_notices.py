"""What the real program sends to the terminal when a chat is about to begin: the bytes, as the settings choose."""

import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

DAYS = 2
NAME = r"Ward chat\u001b]0;taken\u0007; <b>[red]now"
"""What a name may try: to end the sequence, to begin another, to be read as markup."""
SHOWN = "Ward chat"
CONFIG = """
[[chat]]
name = "{name}"
hashtags = ["#wardchat"]
zone = "UTC"
extra = ["{hour:%Y-%m-%d %H:%M}"]

[remind]
chat_min = 15
bell = {bell}
notice = "{notice}"
"""


def sent(env: Mapping[str, str], notice: str, *, bell: bool = False, minutes: int = 9) -> bytes:
    """Everything that was sent from the start to the end of the program; the chat begins in so many minutes."""
    hour = datetime.now(UTC) + timedelta(days=DAYS, minutes=minutes + 1)
    config = Path(env["ARROWTUI_CONFIG"])
    config.write_text(CONFIG.format(name=NAME, hour=hour, bell=str(bell).lower(), notice=notice), encoding="utf-8")
    Path(env["ARROWTUI_DATA"]).mkdir(exist_ok=True)
    arguments = [str(config), env["ARROWTUI_DATA"], str(DAYS)]
    with Terminal(arguments, env, module="tests.e2e.later") as terminal:
        terminal.wait_for("2 Chats")
        if minutes < 15:
            terminal.wait_for(f"{SHOWN}; <b>[red]now begins in")
            terminal.until(lambda: notice == "none" or f"\x1b]{notice.removeprefix('osc')};".encode() in terminal.raw)
        terminal.press("2")
        terminal.wait_for("Next · 1")
        terminal.press("Q")
        assert terminal.ended() == 0
        return bytes(terminal.raw)


def bells(raw: bytes) -> int:
    """How often it rang: a BEL that ends a sequence rings nothing."""
    return re.sub(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", b"", raw).count(b"\x07")


def words(raw: bytes, begins: bytes, ends: bytes = b"\x1b\\") -> str:
    """What stands in the one sequence that begins so."""
    assert raw.count(begins) == 1
    return raw.partition(begins)[2].partition(ends)[0].decode()


def test_osc_9_with_the_bell(env: dict[str, str]) -> None:
    raw = sent(env, "osc9", bell=True)

    said = words(raw, b"\x1b]9;")
    assert said.startswith("Ward chat, <b>[red]now begins in ")
    assert said.endswith(" min")
    assert bells(raw) == 1


def test_osc_777_without_the_bell(env: dict[str, str]) -> None:
    raw = sent(env, "osc777")

    assert words(raw, b"\x1b]777;notify;arrowtui;").startswith("Ward chat, <b>[red]now begins in ")
    assert bells(raw) == 0


def test_osc_99_carries_its_words_packed(env: dict[str, str]) -> None:
    raw = sent(env, "osc99")

    packed = words(raw, b"\x1b]99;e=1:a=focus;")
    assert b64decode(packed, validate=True).startswith(b"Ward chat; <b>[red]now begins in ")


def test_inside_tmux_the_sequence_is_handed_through(env: dict[str, str]) -> None:
    raw = sent({**env, "TMUX": "/tmp/tmux-1000/default,1,0"}, "osc9")

    assert words(raw, b"\x1bPtmux;\x1b\x1b]9;", b"\x1b\x1b\\\x1b\\").startswith("Ward chat")


@pytest.mark.parametrize(("notice", "minutes"), [("none", 9), ("osc9", 40)], ids=["not wished", "not near"])
def test_nothing_is_sent_unasked_or_too_early(env: dict[str, str], notice: str, minutes: int) -> None:
    raw = sent(env, notice, minutes=minutes)

    assert b"\x1b]9;" not in raw
    assert b"\x1b]777;" not in raw
    assert bells(raw) == 0
