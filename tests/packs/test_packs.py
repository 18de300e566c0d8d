"""The starter packs that come with arrowtui."""

from urllib.parse import urlsplit

import pytest

from arrowtui.model.pack import Pack
from arrowtui.packs import packs

PROFESSIONS = {
    "communications", "designer", "developer", "health", "hr",
    "jobseeker", "journalist", "librarian", "researcher", "teacher",
}  # fmt: skip


def test_there_is_a_pack_for_every_profession() -> None:
    assert {pack.name for pack in packs()} == PROFESSIONS


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.name)
def test_a_pack_is_a_handful_of_named_sources_that_can_be_asked(pack: Pack) -> None:
    assert 3 <= len(pack.wishes) <= 6
    assert pack.about.endswith(".")
    assert all(urlsplit(wish.address).scheme == "https" and wish.title for wish in pack.wishes)
    assert len({wish.address for wish in pack.wishes}) == len(pack.wishes)
