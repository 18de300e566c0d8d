"""Changing the settings file without spoiling its owner's hand."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors import SettingsFaulty, UnknownSource
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.settings import read_settings
from arrowtui.settings.edit import SettingsFile
from arrowtui.settings.reference import reference

MINE = """# my settings, do not lose
[screen]
theme = "light"   # easier on the eyes

[[source]]
# the good one
address = "https://a.example/feed"
title = "A"

[[source]]
address = "https://b.example/feed"
"""


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    path = tmp_path / "config.toml"
    path.write_text(MINE)
    return SettingsFile(path)


def test_adding_keeps_every_letter_that_was_there(file: SettingsFile) -> None:
    added = file.add(
        [Wish("feed", "https://c.example/", 'Q "x"', Lane.CALL, ("t",)), Wish("feed", "https://a.example/feed")]
    )

    assert [wish.address for wish in added] == ["https://c.example/"]
    assert file.path.read_text().startswith(MINE)
    assert file.wishes()[-1].title == 'Q "x"'
    assert file.wishes()[-1].lane is Lane.CALL


def test_removing_renaming_and_moving_keep_the_comments(file: SettingsFile) -> None:
    file.rename("feed", "https://a.example/feed", "Desk")
    file.set_lane("feed", "https://a.example/feed", Lane.TIP)
    file.set_paused("feed", "https://a.example/feed", True)
    file.remove("feed", "https://b.example/feed")

    text = file.path.read_text()
    (wish,) = file.wishes()
    assert "# my settings, do not lose" in text
    assert "# the good one" in text
    assert "# easier on the eyes" in text
    assert (wish.title, wish.lane, wish.paused) == ("Desk", Lane.TIP, True)


def test_a_faulty_file_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[scren]\n")

    with pytest.raises(SettingsFaulty):
        SettingsFile(path).add([Wish("feed", "https://a.example/")])

    assert path.read_text() == "[scren]\n"


def test_what_is_not_listed_cannot_be_removed(file: SettingsFile) -> None:
    with pytest.raises(UnknownSource):
        file.remove("feed", "https://none.example/")


def test_a_first_source_makes_the_file_and_its_folder(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "config.toml")

    file.add([Wish("feed", "https://a.example/")])

    assert [wish.address for wish in file.wishes()] == ["https://a.example/"]


def test_sources_written_in_one_line_are_added_to(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('source = [{address = "https://a.example/"}]\n')

    SettingsFile(path).add([Wish("feed", "https://b.example/")])

    assert len(SettingsFile(path).wishes()) == 2


def test_a_link_to_the_file_stays_a_link_and_its_mode_is_kept(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(MINE)
    real.chmod(0o600)
    link = tmp_path / "config.toml"
    link.symlink_to(real)

    SettingsFile(link).add([Wish("feed", "https://c.example/")])

    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert "c.example" in real.read_text()


@given(st.text(), st.text(), st.lists(st.text()))
def test_any_words_survive_the_file(
    tmp_path_factory: pytest.TempPathFactory, title: str, option: str, tags: list[str]
) -> None:
    title, option = (word.encode("utf-8", "ignore").decode() for word in (title, option))
    tags = [tag.encode("utf-8", "ignore").decode() for tag in tags]
    file = SettingsFile(tmp_path_factory.mktemp("s") / "config.toml")

    file.add([Wish("feed", "https://a.example/", title or None, None, tuple(tags), options=(("o", option),))])

    (wish,) = file.wishes()
    assert (wish.title, wish.tags, wish.options) == (title or None, tuple(tags), (("o", option),))


def test_the_reference_is_itself_a_good_settings_file() -> None:
    text = reference()

    read_settings(text, "reference.toml")
    uncommented = "\n".join(
        line.removeprefix("# ") if "=" in line or "[[" in line else line
        for line in text.split("[[source]]")[1].splitlines()
    )
    assert read_settings("[[source]]\n" + uncommented, "reference.toml").source
