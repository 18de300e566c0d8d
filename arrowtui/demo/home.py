"""Where the demo lives: a temporary folder with its settings."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from arrowtui.gateways.places import Folders


@contextmanager
def demo_folders() -> Iterator[Folders]:
    """A temporary home for the demo; gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="arrowtui-demo-"))
    try:
        settings = home / "config.toml"
        settings.write_text((files("arrowtui.demo") / "config.toml").read_text(encoding="utf-8"), encoding="utf-8")
        data = home / "data"
        data.mkdir()
        yield Folders(settings, data)
    finally:
        shutil.rmtree(home, ignore_errors=True)
