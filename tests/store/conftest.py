"""A store on a real file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.store import Store
from tests.store.builders import opened


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(tmp_path / "store.db") as opened_store:
        yield opened_store
