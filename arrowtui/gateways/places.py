"""Where things lie on this machine: the settings file, the store, the lock, the log."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Folders:
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
    def log_file(self) -> Path:
        return self.data_folder / "arrowtui.log"

    @property
    def drafts_folder(self) -> Path:
        return self.data_folder / "drafts"


def folders(config: Path | None = None, data: Path | None = None) -> Folders:
    """What was named on the command line, else in ARROWTUI_CONFIG and ARROWTUI_DATA, else the usual places.

    `config` is the settings file (a folder means `config.toml` in it). ~/.config is looked at on macOS too.
    """
    named = config or _named("ARROWTUI_CONFIG")
    file = _config_file() if named is None else named / "config.toml" if named.is_dir() else named
    folder = data or _named("ARROWTUI_DATA") or Path(platformdirs.user_data_dir("arrowtui", appauthor=False))
    return Folders(file.expanduser().absolute(), folder.expanduser().absolute())


def _named(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value) if value else None


def _config_file() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME")
    usual = Path(platformdirs.user_config_dir("arrowtui", appauthor=False)) / "config.toml"
    places = [Path(home) / "arrowtui" / "config.toml"] if home else []
    places += [Path.home() / ".config" / "arrowtui" / "config.toml", usual]
    return next((place for place in places if place.is_file()), places[0] if home else usual)
