"""What may be set about being reminded."""

from datetime import timedelta
from typing import Annotated

from msgspec import Struct

from arrowtui.model.reminder import Notice, RemindWish
from arrowtui.settings.amounts import YES_NO, whole
from arrowtui.settings.says import says


class Remind(Struct, frozen=True, forbid_unknown_fields=True):
    """When you are told what comes soon, while the screen is open."""

    chat_min: Annotated[int, whole("So many minutes before a chat you follow; 0 never.", 0, 1440, "minutes")] = 10
    call_hours: Annotated[
        int,
        whole(
            "So many hours before the deadline of a call you marked maybe or are answering; 0 never.", 0, 336, "hours"
        ),
    ] = 24
    bell: Annotated[bool, says("true also rings the bell of the terminal.", YES_NO)] = False

    notice: Annotated[
        Notice,
        says(
            "A notice outside of the screen: osc9 (iTerm2, WezTerm, Ghostty, Windows Terminal), osc777 (foot, urxvt, "
            "WezTerm), osc99 (kitty), desktop (with arrowtui[desktop] installed).",
            '"none", "osc9", "osc777", "osc99" or "desktop"',
        ),
    ] = Notice.NONE

    def wish(self) -> RemindWish:
        """The same as a noun."""
        return RemindWish(timedelta(minutes=self.chat_min), timedelta(hours=self.call_hours), self.bell)
