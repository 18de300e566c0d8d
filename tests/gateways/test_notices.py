"""Notices outside of the screen: what each terminal is sent, and a desktop that is not there."""

import base64
import sys
from types import ModuleType

import pytest

from arrowtui.gateways.notices import Notices, sequence
from arrowtui.model.errors_notices import NoNoticeLibrary, NoticeNotShown
from arrowtui.model.reminder import Notice

WORDS = "Ward chat; begins in 8 min"


async def told(notice: Notice, words: str = WORDS, **environment: str) -> str:
    written: list[str] = []
    await Notices(notice, environment).tell(words, written.append)
    return "".join(written)


async def test_each_terminal_gets_its_own_sequence() -> None:
    assert await told(Notice.OSC9) == "\x1b]9;Ward chat, begins in 8 min\x1b\\"
    assert await told(Notice.OSC777) == "\x1b]777;notify;arrowtui;Ward chat, begins in 8 min\x1b\\"
    kitty = await told(Notice.OSC99)
    assert base64.b64decode(kitty.rpartition(";")[2].removesuffix("\x1b\\")).decode() == WORDS
    assert await told(Notice.NONE) == ""


async def test_tmux_passes_it_on() -> None:
    assert await told(Notice.OSC9, TMUX="/tmp/tmux-0/default,1,0") == (
        "\x1bPtmux;\x1b\x1b]9;Ward chat, begins in 8 min\x1b\x1b\\\x1b\\"
    )


@pytest.mark.parametrize("notice", [Notice.OSC9, Notice.OSC777, Notice.OSC99])
async def test_foreign_words_cannot_end_the_sequence(notice: Notice) -> None:
    raw = await told(notice, "a\x1b\\b\x07c\x9cd\x1b]52;c;aGk=\x07\nnext")

    assert raw.count("\x1b") == 2
    assert not {"\x07", "\x9c", "\n"} & set(raw)


def test_nothing_is_made_of_what_is_no_sequence() -> None:
    assert sequence(Notice.DESKTOP, "x", in_tmux=True) == ""


async def test_a_missing_part_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "desktop_notifier", None)

    with pytest.raises(NoNoticeLibrary, match="missing"):
        await told(Notice.DESKTOP)


async def test_a_desktop_that_does_not_take_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "desktop_notifier", a_library(is_shown=False))

    with pytest.raises(NoticeNotShown):
        await told(Notice.DESKTOP)


async def test_the_desktop_gets_words_and_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    library = a_library(is_shown=True)
    monkeypatch.setitem(sys.modules, "desktop_notifier", library)

    await told(Notice.DESKTOP, "<b>Ward</b> & co")

    assert library.sent == ["‹b›Ward‹/b› ＆ co"]


def a_library(*, is_shown: bool) -> ModuleType:
    """As the library behaves: it never fails, it only says when a notice went out."""
    sent: list[str] = []

    class DesktopNotifier:
        on_dispatched = None

        def __init__(self, app_name: str) -> None:
            self.app_name = app_name

        async def send(self, title: str, message: str) -> str:
            sent.append(message)
            if is_shown and self.on_dispatched is not None:
                self.on_dispatched("1")
            return "1"

        async def get_capabilities(self) -> frozenset[str]:
            return frozenset({"title"})

    library = ModuleType("desktop_notifier")
    library.DesktopNotifier = DesktopNotifier  # type: ignore[attr-defined]  # what a module holds
    library.sent = sent  # type: ignore[attr-defined]  # as above
    return library
