"""Fixtures every room shares."""

import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.fakes import FakeBrowser, FakeClock, FakeWire

# A busy machine is no fault of the code, and the same code has the same result every time; `make fuzz` looks further.
settings.register_profile("same", deadline=None, derandomize=True, database=None)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("ARROWTUI_PROPERTIES", "same"))


# Hours and days are shown as the clock on the wall has them; here it hangs in Greenwich, whatever the machine says.
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()


@pytest.fixture(autouse=True)
def log_as_before() -> Iterator[None]:
    """A command run inside this process sends our log to its own file: the next test finds it as it was."""
    log = logging.getLogger("arrowtui")
    handlers, propagates = list(log.handlers), log.propagate
    yield
    for handler in log.handlers:
        if handler not in handlers:
            handler.close()
    log.handlers[:], log.propagate = handlers, propagates


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def wire(clock: FakeClock) -> FakeWire:
    return FakeWire(clock)


@pytest.fixture
def browser() -> FakeBrowser:
    return FakeBrowser()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents; tests that use it skip where it is absent."""
    named = os.environ.get("ARROWTUI_CORPUS")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip(f"corpus not found at {folder}: set ARROWTUI_CORPUS to its folder")
    return folder
