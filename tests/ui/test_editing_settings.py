"""`E`: the settings in the person's own editor, and what becomes of the running screen."""

import shlex
import sys
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial

import pytest

from arrowtui.cli.editing import Editing
from arrowtui.gateways.places import Folders
from arrowtui.model.errors_requests import EditorMissing
from arrowtui.model.errors_settings import SettingsFault, SettingsFaulty
from arrowtui.model.item import KeptSearch
from arrowtui.model.revision import Edited, Revision
from arrowtui.settings import Settings
from arrowtui.ui.app import ArrowApp
from arrowtui.ui.ports import AGAIN, Taste
from tests.ui.conftest import Show, Shown

FAULTY = SettingsFaulty("/home/me/config.toml", (SettingsFault(12, "source[1].every_min", "must be a number"),))


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is none to give away."""
    monkeypatch.setattr(ArrowApp, "suspend", lambda app: nullcontext())


async def test_new_sources_and_searches_count_at_once(shown: Show) -> None:
    search = KeptSearch("Rotas", "self-rostering")
    async with shown(size=(160, 45)) as it:
        it.world.edit_settings = lambda: Edited(revision=Revision((search,), True, added=2, removed=1))
        await it.press("E")

        assert it.said == "2 sources added, 1 removed: its items stay"
        assert (it.world.subscribe.syncs, it.world.poller.reloads) == (1, 1)
        assert "Rotas" in it.text()


async def test_a_faulty_file_is_told_with_its_line_and_opened_again_at_will(shown: Show) -> None:
    tries: list[int] = []

    def edit() -> Edited:
        tries.append(len(tries))
        return Edited(fault=FAULTY) if len(tries) < 3 else Edited(revision=Revision((), True, changed=1))

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
    def edit() -> Edited:
        raise EditorMissing("edlin")

    async with shown() as it:
        it.world.edit_settings = edit
        await it.press("E")

        assert "The editor 'edlin' was not found" in it.said


async def test_what_is_read_at_the_beginning_begins_the_screen_anew_where_it_stands(shown: Show) -> None:
    async with shown(taste=Taste(can_begin_anew=True)) as it:
        it.world.edit_settings = lambda: Edited(revision=Revision((), True, others=("screen", "keys")))
        await it.press("3")
        await it.pilot.press("E")
        await it.pilot.pause()

        assert it.app.return_value == AGAIN
        assert (it.app.begin, it.app.greeting) == ("tab_calls", "Changed: [screen], [keys]")
        assert not it.world.poller.is_running


async def test_a_screen_that_cannot_begin_anew_says_when_it_counts(shown: Show) -> None:
    async with shown() as it:
        it.world.edit_settings = lambda: Edited(revision=Revision((), True, others=("screen",)))
        await it.press("E")

        assert it.said == "Changed: [screen]; it counts from the next start"


async def test_a_screen_that_began_anew_says_why(shown: Show) -> None:
    async with shown(taste=Taste(begin="tab_calls", greeting="Changed: [keys]")) as it:
        assert it.said == "Changed: [keys]"
        assert it.tab().value == "Calls"


TWO = '[[source]]\nkind = "feed"\naddress = "https://two.example/feed"\n'


Written = Callable[[Shown, str], Callable[[], Edited]]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Written:
    return partial(_written, monkeypatch)


def _written(environment: pytest.MonkeyPatch, it: Shown, text: str) -> Callable[[], Edited]:
    """An editor that leaves this in the settings file."""
    path, editing = it.world.book.path, Editing(Folders(it.world.book.path, it.world.folder / "data"), Settings())

    def edit() -> Edited:
        script = it.world.folder / "editor.py"
        script.write_text(f"import sys; open(sys.argv[1], 'w').write({text!r})")
        environment.setenv("VISUAL", shlex.join([sys.executable, str(script)]))
        return editing()

    it.world.renew_settings = editing.again
    path.touch()
    return edit


async def test_an_edit_is_taken_back_and_what_the_settings_say_then_counts(shown: Show, written: Written) -> None:
    async with shown(size=(160, 45)) as it:
        it.world.edit_settings = written(it, TWO)
        await it.press("E")
        assert it.said == "1 source added"

        await it.press("u")
        assert it.said == "Undone: edited the settings (1 source added)"
        assert it.world.book.path.read_text() == ""
        assert not it.screen.taste.has_sources and it.world.poller.reloads == 2


async def test_an_edit_of_what_is_read_at_the_beginning_begins_anew_when_it_is_taken_back(
    shown: Show, written: Written
) -> None:
    async with shown(taste=Taste(can_begin_anew=True)) as it:
        edit = written(it, "[screen]\ncounts = false\n")
        await it.world.journal.edited_settings(edit())
        await it.pilot.press("u")
        while it.app.return_value is None:  # the screen ends in the midst of it
            await it.pilot.pause()

        assert it.app.return_value == AGAIN
        assert it.app.greeting == "Undone: edited the settings (changed: [screen])"


async def test_a_faulty_edit_is_taken_back(shown: Show, written: Written) -> None:
    async with shown() as it:
        it.world.edit_settings = written(it, "[scren]\n")
        await it.press("E", "n", "u")

        assert it.said == "Undone: edited the settings"
        assert it.world.book.path.read_text() == ""


async def test_what_cannot_be_taken_back_any_more_is_said_and_passed_over(shown: Show, written: Written) -> None:
    async with shown() as it:
        it.world.edit_settings = written(it, TWO)
        await it.press("s", "E")
        it.world.book.path.write_text("# all new\n")

        await it.press("u")
        assert "The settings were changed since in the same place" in it.said
        assert it.world.book.path.read_text() == "# all new\n"
        await it.press("u")
        assert it.said == "Undone: kept 1 item"
