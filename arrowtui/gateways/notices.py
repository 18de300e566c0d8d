"""Notices outside of the screen: by the terminal, with the sequence it understands, or by the desktop.

Sources: iTerm2's documentation (OSC 9), urxvt's (OSC 777), kitty's "Desktop notifications" (OSC 99), tmux(1) on
passthrough.
"""

import asyncio
import os
from base64 import b64encode
from collections.abc import Callable, Mapping

from arrowtui.model.errors_notices import NoNoticeLibrary, NoticeNotShown
from arrowtui.model.reminder import Notice

NAME = "arrowtui"
LONGEST = 200
PATIENCE_S = 10
UNMARKED = str.maketrans({"<": "‹", ">": "›", "&": "＆"})
"""Some desktops read markup in what they show."""


class Notices:
    """Tells in the way the settings choose."""

    def __init__(self, notice: Notice, environment: Mapping[str, str] | None = None) -> None:
        """`environment` is the process's own unless given: it tells whether tmux stands in between."""
        self._notice = notice
        self._environment = os.environ if environment is None else environment

    async def tell(self, words: str, write: Callable[[str], None]) -> None:
        """Tell it. `write` sends characters to the terminal as they are.

        Raises: NoNoticeLibrary, NoticeNotShown.
        """
        words = "".join(char for char in words[:LONGEST] if char.isprintable())
        if self._notice is Notice.DESKTOP:
            await _by_desktop(words)
        elif self._notice is not Notice.NONE:
            write(sequence(self._notice, words, in_tmux=bool(self._environment.get("TMUX"))))


def sequence(notice: Notice, words: str, *, in_tmux: bool = False) -> str:
    """What makes the terminal show a notice. `words` are one clean line: nothing in them ends the sequence."""
    plain = words.replace(";", ",")
    made = {
        Notice.OSC9: f"\x1b]9;{plain}\x1b\\",
        Notice.OSC777: f"\x1b]777;notify;{NAME};{plain}\x1b\\",
        Notice.OSC99: f"\x1b]99;e=1:a=focus;{b64encode(words.encode()).decode()}\x1b\\",
    }.get(notice, "")
    return f"\x1bPtmux;{made.replace(chr(27), chr(27) * 2)}\x1b\\" if in_tmux and made else made


async def _by_desktop(words: str) -> None:
    """The library takes failures upon itself; that it was shown is what it tells."""
    try:
        from desktop_notifier import DesktopNotifier  # an optional part
    except ImportError as cause:
        raise NoNoticeLibrary from cause
    shown: list[str] = []
    notifier = DesktopNotifier(app_name=NAME)
    notifier.on_dispatched = shown.append
    try:
        async with asyncio.timeout(PATIENCE_S):
            await notifier.send(title=NAME, message=words.translate(UNMARKED))
            is_able = bool(shown) and bool(await notifier.get_capabilities())
    except TimeoutError as cause:
        raise NoticeNotShown from cause
    if not is_able:
        raise NoticeNotShown
