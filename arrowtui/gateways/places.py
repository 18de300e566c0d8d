"""Where things lie on this machine: the settings file, the store, the lock, the log."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from arrowtui.gateways.home import expanded, tilde

NAME = "arrowtui"
SETTINGS = "config.toml"


class Folders(Struct, frozen=True):
    """The places one run of arrowtui uses."""

    config_file: Path
    data_folder: Path

    @property
    def store_file(self) -> Path:
        return self.data_folder / "arrowtui.db"

    @property
    def lock_file(self) -> Path:
        return self.data_folder / "watch.lock"

    @property
    def neighbours_file(self) -> Path:
        return self.data_folder / "hosts.lock"

    @property
    def vault_lock_file(self) -> Path:
        return self.data_folder / "vault.lock"

    @property
    def log_file(self) -> Path:
        return self.data_folder / "arrowtui.log"

    @property
    def drafts_folder(self) -> Path:
        return self.data_folder / "drafts"

    @property
    def exports_folder(self) -> Path:
        return self.data_folder / "exports"

    @property
    def settings_cache(self) -> Path:
        return self.data_folder / "settings.cache"


def folders(
    config: Path | None = None,
    data: Path | None = None,
    environment: Mapping[str, str] | None = None,
    platform: str = sys.platform,
) -> Folders:
    """What was named on the command line, else in ARROWTUI_CONFIG and ARROWTUI_DATA, else the usual places.

    Args:
        config: the settings file; a folder means `config.toml` in it.
        environment: the process's own unless given.
    Raises: NoHome where they lie in a home that is not known.
    """
    known = os.environ if environment is None else environment
    named = config or _named(known, "ARROWTUI_CONFIG")
    folder = data or _named(known, "ARROWTUI_DATA") or _data_folder(known, platform)
    file = _in_folder(expanded(named)) if named else _config_file(known, platform)
    return Folders(file.absolute(), expanded(folder).absolute())


def _named(environment: Mapping[str, str], variable: str) -> Path | None:
    value = environment.get(variable)
    return Path(value) if value else None


def _in_folder(named: Path) -> Path:
    return named / SETTINGS if os.path.isdir(named) else named  # noqa: PTH112 never raises, whoever may look


def _config_file(environment: Mapping[str, str], platform: str) -> Path:
    """The first that is there of $XDG_CONFIG_HOME, ~/.config (on macOS too) and the system's own place.

    Where none is there yet, the first of these that is usual on this system: a new file is begun there.
    """
    xdg = _absolute(environment, "XDG_CONFIG_HOME")
    own = _of_system("config", platform)
    home = Path(tilde("~/.config")) / NAME
    usual = [own, home] if platform == "win32" else [home, own]
    places = [folder / SETTINGS for folder in (xdg / NAME if xdg else None, *usual) if folder and folder.is_absolute()]
    first = places[0] if places else expanded(home / SETTINGS)
    return next((place for place in places if os.path.isfile(place)), first)  # noqa: PTH113 as above


def _data_folder(environment: Mapping[str, str], platform: str) -> Path:
    xdg = _absolute(environment, "XDG_DATA_HOME")
    if xdg:
        return xdg / NAME
    return _of_system("data", platform) or expanded(Path("~")) / ".local" / "share" / NAME


def _absolute(environment: Mapping[str, str], variable: str) -> Path | None:
    """A folder of the XDG rules, which say that a relative one is to be ignored."""
    named = _named(environment, variable)
    return named if named and named.is_absolute() else None


def _of_system(what: str, platform: str) -> Path | None:
    """The place macOS, Windows or Android has for it; None where the XDG rules are the system's own."""
    if platform not in ("darwin", "win32", "android"):
        return None
    import platformdirs  # 30 ms to import, and needless where the rules are two lines

    find = platformdirs.user_config_dir if what == "config" else platformdirs.user_data_dir
    return Path(find(NAME, appauthor=False))
