"""`~` on every machine: with a home, without, and with the name of nobody."""

import pwd
from pathlib import Path

import pytest

from arrowtui.gateways.files import read_file, write_file
from arrowtui.gateways.home import expanded, home_if_any, tilde
from arrowtui.gateways.places import folders
from arrowtui.model.errors_requests import NoHome


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without HOME, of a user who stands in no list of users: a container often runs so."""

    def unknown(number: int) -> pwd.struct_passwd:
        raise KeyError(number)

    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)


def test_a_home_is_put_in_where_there_is_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert expanded(Path("~/x")) == tmp_path / "x"
    assert tilde("~/x") == str(tmp_path / "x")
    assert home_if_any() == tmp_path


def test_a_home_that_is_named_and_not_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))

    assert home_if_any() is None


def test_without_a_home_what_is_named_is_used(homeless: None, tmp_path: Path) -> None:
    by_line = folders(tmp_path / "c.toml", tmp_path / "d", {}, "linux")
    by_xdg = folders(environment={"XDG_CONFIG_HOME": "/x", "XDG_DATA_HOME": "/y"}, platform="linux")

    assert (by_line.config_file, by_line.data_folder) == (tmp_path / "c.toml", tmp_path / "d")
    assert (by_xdg.config_file, by_xdg.data_folder) == (Path("/x/arrowtui/config.toml"), Path("/y/arrowtui"))
    assert home_if_any() is None
    assert tilde("~/x") == "~/x"


@pytest.mark.parametrize("named", [{}, {"XDG_CONFIG_HOME": "/x"}, {"XDG_DATA_HOME": "/x"}])
def test_without_a_home_where_nothing_is_named_it_is_told(named: dict[str, str], homeless: None) -> None:
    with pytest.raises(NoHome, match="no home folder ~"):
        folders(environment=named, platform="linux")


def test_the_home_of_nobody_is_told_and_nothing_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    for work in (
        lambda: read_file("~nobody-of-that-name/x"),
        lambda: write_file(Path("~nobody-of-that-name/x"), b""),
        lambda: folders(Path("~nobody-of-that-name/c.toml"), tmp_path),
    ):
        with pytest.raises(NoHome, match="~nobody-of-that-name"):
            work()
    assert not any(tmp_path.iterdir())
