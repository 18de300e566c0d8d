"""The command line, run in this process on folders of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from arrowtui.cli.main import run


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Arrowtui = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def config(home: Path) -> Path:
    return home / "config.toml"


@pytest.fixture
def arrowtui(home: Path, config: Path, capfd: pytest.CaptureFixture[str]) -> Arrowtui:
    """Run a command line; what it wrote and how it ended come back."""

    def call(*arguments: str) -> Ran:
        code = run(["--config", str(config), "--data", str(home / "data"), *arguments])
        said = capfd.readouterr()
        return Ran(code, said.out, said.err)

    return call
