"""The settings: one optional TOML file, read into Settings or told fault by fault, with lines and what is allowed."""

from arrowtui.settings.load import load_settings, read_settings
from arrowtui.settings.shape import Settings
from arrowtui.settings.shape_source import SETTINGS_LANES, SourceEntry

__all__ = ["SETTINGS_LANES", "Settings", "SourceEntry", "load_settings", "read_settings"]
