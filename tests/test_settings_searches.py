"""Searches put into the settings file and taken out: every other letter stays where it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors_settings import SettingsFaulty
from arrowtui.model.item import KeptSearch, Scope
from arrowtui.model.lane import Lane
from arrowtui.settings.edit import SettingsFile

MINE = """# mine, with care
[screen]
theme = "light"   # at night too

[[search]] # the first
name = "Rotas"
words = "self-rostering"

# about sources
[[source]]
address = "https://one.example/feed" # good
"""
NIGHT = KeptSearch("Night", '"night shift" -crypto', Lane.CALL, Scope.UNREAD)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config.toml")


def test_a_search_comes_to_the_end_and_leaves_without_a_trace(file: SettingsFile) -> None:
    file.path.write_text(MINE)

    assert file.keep_search(NIGHT) is None
    assert file.path.read_text().startswith(MINE)
    assert file.searches() == (KeptSearch("Rotas", "self-rostering"), NIGHT)

    file.forget_search("Night")
    assert file.path.read_text() == MINE


def test_one_of_the_same_name_gives_way_and_comes_back(file: SettingsFile) -> None:
    file.path.write_text(MINE)
    other = KeptSearch("Rotas", "rota", Lane.TIP)

    before = file.keep_search(other)
    assert before == KeptSearch("Rotas", "self-rostering")
    assert file.searches() == (other,)
    assert "# mine, with care" in file.path.read_text() and "# about sources" in file.path.read_text()

    file.keep_search(before)
    assert file.searches() == (before,)


def test_the_first_search_begins_the_file(file: SettingsFile) -> None:
    file.keep_search(NIGHT)

    assert file.searches() == (NIGHT,)


def test_searches_in_one_line_are_changed_there(file: SettingsFile) -> None:
    file.path.write_text('search = [ { name = "A", words = "a" } ] # two at most\n')

    file.keep_search(NIGHT)
    assert file.searches() == (KeptSearch("A", "a"), NIGHT) and "# two at most" in file.path.read_text()
    file.forget_search("A")
    assert file.searches() == (NIGHT,) and "# two at most" in file.path.read_text()


def test_a_faulty_file_is_left_as_it_is(file: SettingsFile) -> None:
    file.path.write_text("[scren]\n")

    with pytest.raises(SettingsFaulty):
        file.keep_search(NIGHT)
    assert file.path.read_text() == "[scren]\n"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30))
def test_whatever_was_typed_is_kept_to_the_letter(tmp_path_factory: pytest.TempPathFactory, typed: str) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("settings") / "config.toml")
    file.keep_search(KeptSearch("Mine", f"word {typed}"))

    assert file.searches()[0].words == f"word {typed}"
