"""Where the settings and the data lie, on each system and for each wish."""

from pathlib import Path

import pytest

from arrowtui.gateways.places import folders


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def made(path: Path) -> Path:
    path.parent.mkdir(parents=True)
    path.write_text("")
    return path


def test_the_usual_places_on_linux(home: Path) -> None:
    found = folders(environment={}, platform="linux")

    assert found.config_file == home / ".config" / "arrowtui" / "config.toml"
    assert found.store_file == home / ".local" / "share" / "arrowtui" / "arrowtui.db"


def test_what_the_command_line_names_wins(home: Path) -> None:
    named = {"ARROWTUI_CONFIG": "/e/c.toml", "ARROWTUI_DATA": "/e/d", "XDG_CONFIG_HOME": "/x", "XDG_DATA_HOME": "/x"}

    by_line = folders(Path("~/mine.toml"), home / "data", named, "linux")
    by_environment = folders(environment=named, platform="linux")

    assert (by_line.config_file, by_line.data_folder) == (home / "mine.toml", home / "data")
    assert (by_environment.config_file, by_environment.data_folder) == (Path("/e/c.toml"), Path("/e/d"))


def test_a_folder_named_as_settings_means_the_file_in_it(home: Path) -> None:
    assert folders(home, environment={}).config_file == home / "config.toml"


def test_xdg_folders_are_followed_where_they_are_absolute(home: Path) -> None:
    found = folders(environment={"XDG_CONFIG_HOME": str(home / "x"), "XDG_DATA_HOME": "relative"}, platform="linux")

    assert found.config_file == home / "x" / "arrowtui" / "config.toml"
    assert found.data_folder == home / ".local" / "share" / "arrowtui"


def test_a_file_in_the_home_is_found_though_xdg_points_elsewhere(home: Path) -> None:
    file = made(home / ".config" / "arrowtui" / "config.toml")

    assert folders(environment={"XDG_CONFIG_HOME": str(home / "x")}, platform="linux").config_file == file


def test_on_macos_the_config_folder_of_the_home_comes_first(home: Path) -> None:
    found = folders(environment={}, platform="darwin")

    assert found.config_file == home / ".config" / "arrowtui" / "config.toml"


def test_looking_imports_nothing_it_does_not_need_on_linux(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "platformdirs", None)

    assert folders(environment={}, platform="linux").config_file.name == "config.toml"
