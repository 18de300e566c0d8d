"""Told in time, once: a chat about to begin, a call about to close; nothing for what nobody minds."""

from datetime import timedelta

from arrowtui.model.call import AnswerState
from arrowtui.model.chat import Series
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.errors_notices import NoticeNotShown
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.reminder import RemindWish
from arrowtui.model.replace import replace
from arrowtui.services.chats import Chats
from arrowtui.ui.acts import reminding
from arrowtui.ui.ports import Taste
from tests.ui.conftest import Show
from tests.ui.test_calls import calls
from tests.ui.world import World

SOON = FollowedChat(
    "Ward chat", Series("#wardchat", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=12;BYMINUTE=8", "UTC", 60), ("wardchat",)
)


async def soon(world: World) -> None:
    """A chat that begins in eight minutes."""
    await world.source()
    world.chats = Chats(world.store, world.clock, (SOON,), world.folder / "exports")


async def minded(world: World) -> None:
    """A call that closes in two hours, which the person is answering; one in three days, too; others nobody minds."""
    await calls(world)
    page = await world.library.page(View(Lane.CALL, Scope.ALL))
    mine = [row.id for row in page.rows if row.title in ("Night-shift nurses in Leeds", "Teachers on homework bans")]
    await world.calls.set_state(mine, AnswerState.ANSWERING)


async def both(world: World) -> None:
    await minded(world)
    await soon(world)


async def test_a_chat_is_told_of_minutes_before_and_only_once(shown: Show) -> None:
    async with shown(fill=soon) as it:
        assert it.said == "Ward chat begins in 8 min"
        assert "2 Chats" in it.text()

        it.screen.say("")
        reminding.remind(it.screen)
        await it.press("j")

        assert it.said == ""


async def test_a_call_one_answers_is_told_of_before_it_closes(shown: Show) -> None:
    async with shown(fill=minded) as it:
        assert it.said == "“Night-shift nurses in Leeds” closes in 2 h"


async def test_several_are_counted(shown: Show) -> None:
    async with shown(fill=both) as it:
        assert it.said == "Ward chat begins in 8 min, and 1 more soon"


async def test_who_wishes_no_reminders_has_none(shown: Show) -> None:
    async with shown(fill=both, taste=replace(Taste(), remind=RemindWish(timedelta(), timedelta()))) as it:
        assert it.said == ""


async def test_a_reminder_goes_out_of_the_screen_once(shown: Show) -> None:
    async with shown(fill=soon) as it:
        reminding.remind(it.screen)
        await it.settled()

        assert it.world.notices.told == ["Ward chat begins in 8 min"]


async def test_where_the_desktop_does_not_answer_both_are_said(shown: Show) -> None:
    async def silent(world: World) -> None:
        await soon(world)
        world.notices.trouble = NoticeNotShown()

    async with shown(fill=silent, size=(160, 24)) as it:
        assert it.said.startswith("Ward chat begins in 8 min. The desktop did not show the notice")


async def test_nobody_is_reminded_of_a_session_that_is_called_off(shown: Show) -> None:
    async def off(world: World) -> None:
        await soon(world)
        chat = replace(SOON, skips=frozenset({world.clock.now().date()}))
        world.chats = Chats(world.store, world.clock, (chat,), world.folder / "exports")

    async with shown(fill=off) as it:
        assert it.said == ""
        assert it.world.notices.told == []
