"""What is said where the store knows of no source: why that is, and what to do."""

from arrowtui.gateways.places import Folders
from arrowtui.settings.edit import SettingsFile

NO_SOURCES = "No sources yet: `arrowtui add ADDRESS` adds one; `arrowtui demo` is a sample world to look around in."
NOT_ASKED = "Your sources were not asked yet: `arrowtui refresh` asks them now."


def why_no_sources(folders: Folders) -> str:
    """There are none, or they stand in the settings only. Raises: SettingsError where these cannot be read."""
    return (
        NOT_ASKED if any(SettingsFile(folders.config_file, folders.settings_cache).settings().wishes()) else NO_SOURCES
    )
