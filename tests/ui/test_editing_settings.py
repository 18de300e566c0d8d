"""`E`: the settings in the person's own editor, and what becomes of the running screen."""

from contextlib import nullcontext

import pytest

from arrowtui.model.errors_requests import EditorMissing
from arrowtui.model.errors_settings import SettingsFault, SettingsFaulty
from arrowtui.model.item import KeptSearch
from arrowtui.model.revision import Revision
from arrowtui.ui.app import ArrowApp
from arrowtui.ui.ports import AGAIN, Taste
from tests.ui.conftest import Show

FAULTY = SettingsFaulty("/home/me/config.toml", (SettingsFault(12, "source[1].every_min", "must be a number"),))


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is none to give away."""
    monkeypatch.setattr(ArrowApp, "suspend", lambda app: nullcontext())


async def test_new_sources_and_searches_count_at_once(shown: Show) -> None:
    search = KeptSearch("Rotas", "self-rostering")
    async with shown(size=(160, 45)) as it:
        it.world.edit_settings = lambda: Revision((search,), True, added=2, removed=1)
        await it.press("E")

        assert it.said == "2 sources added, 1 removed: its items stay"
        assert (it.world.subscribe.syncs, it.world.poller.reloads) == (1, 1)
        assert "Rotas" in it.text()


async def test_a_faulty_file_is_told_with_its_line_and_opened_again_at_will(shown: Show) -> None:
    tries: list[int] = []

    def edit() -> Revision:
        tries.append(len(tries))
        if len(tries) < 3:
            raise FAULTY
        return Revision((), True, changed=1)

    async with shown() as it:
        it.world.edit_settings = edit
        await it.press("E")
        text = " ".join(it.text().replace("│", " ").split())
        assert "1 fault" in text and "line 12: source[1].every_min must be a number" in text

        await it.press("y", "n")
        assert it.said == "The settings from before go on"
        assert it.world.subscribe.syncs == 0

        await it.press("E")
        assert it.said == "1 source changed"


async def test_an_editor_that_is_not_there_is_told(shown: Show) -> None:
    def edit() -> Revision:
        raise EditorMissing("edlin")

    async with shown() as it:
        it.world.edit_settings = edit
        await it.press("E")

        assert "The editor 'edlin' was not found" in it.said


async def test_what_is_read_at_the_beginning_begins_the_screen_anew_where_it_stands(shown: Show) -> None:
    async with shown(taste=Taste(can_begin_anew=True)) as it:
        it.world.edit_settings = lambda: Revision((), True, others=("screen", "keys"))
        await it.press("3")
        await it.pilot.press("E")
        await it.pilot.pause()

        assert it.app.return_value == AGAIN
        assert (it.app.begin, it.app.greeting) == ("tab_calls", "Changed: [screen], [keys]")
        assert not it.world.poller.is_running


async def test_a_screen_that_cannot_begin_anew_says_when_it_counts(shown: Show) -> None:
    async with shown() as it:
        it.world.edit_settings = lambda: Revision((), True, others=("screen",))
        await it.press("E")

        assert it.said == "Changed: [screen]; it counts from the next start"


async def test_a_screen_that_began_anew_says_why(shown: Show) -> None:
    async with shown(taste=Taste(begin="tab_calls", greeting="Changed: [keys]")) as it:
        assert it.said == "Changed: [keys]"
        assert it.tab().value == "Calls"
