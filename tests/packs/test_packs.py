"""The starter packs that come with arrowtui."""

from urllib.parse import urlsplit

import pytest

from arrowtui.lanes.schedule_words import schedule_of
from arrowtui.model.lane import Lane
from arrowtui.model.pack import Pack
from arrowtui.packs import packs
from arrowtui.sources.registry import SOURCES

PROFESSIONS = {
    "communications", "designer", "developer", "health", "hr",
    "jobseeker", "journalist", "librarian", "researcher", "teacher",
}  # fmt: skip
PAID_OR_CLOSED = {"x", "facebook", "mail"}
"""Platforms a newcomer cannot read without an account or money."""


def test_there_is_a_pack_for_every_profession() -> None:
    assert {pack.name for pack in packs()} == PROFESSIONS


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.name)
class TestEveryPack:
    def test_it_is_a_handful_of_named_sources_from_several_platforms(self, pack: Pack) -> None:
        assert 6 <= len(pack.wishes) <= 10
        assert len({wish.kind for wish in pack.wishes}) >= 3
        assert pack.about.endswith(".")
        assert all(urlsplit(wish.address).scheme == "https" and wish.title for wish in pack.wishes)
        assert len({(wish.kind, wish.address) for wish in pack.wishes}) == len(pack.wishes)

    def test_each_source_is_an_address_its_kind_takes_as_it_stands(self, pack: Pack) -> None:
        for wish in pack.wishes:
            assert SOURCES[wish.kind].first(wish.address, wish.options, "").address.startswith("https://")
            meant = [one.wish.address for one in SOURCES[wish.kind].recognise(wish.address)]
            assert wish.kind == "feed" or wish.address in meant, wish.address

    def test_nothing_in_it_wants_an_account_or_money(self, pack: Pack) -> None:
        assert not {wish.kind for wish in pack.wishes} & PAID_OR_CLOSED

    def test_its_chats_meet_at_a_time_that_is_understood(self, pack: Pack) -> None:
        for chat in pack.chats:
            assert chat.where
            assert all(tag.startswith("#") for tag in chat.hashtags)
            if chat.schedule:
                plan = schedule_of(chat.schedule, chat.zone)
                assert plan is not None, chat.schedule
                assert plan.tz == chat.zone


def test_every_pack_brings_calls_and_most_bring_chats() -> None:
    every = packs()

    assert all(any(wish.lane is Lane.CALL for wish in pack.wishes) for pack in every)
    assert sum(bool(pack.chats) for pack in every) >= 6
    assert sum(any(chat.schedule for chat in pack.chats) for pack in every) >= 3
