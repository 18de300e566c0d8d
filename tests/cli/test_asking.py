"""What adding a source asks a person at a terminal."""

import asyncio
from collections.abc import Sequence

import pytest

from arrowtui.cli.asking import asked_for_more, shown
from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.found import FoundSource
from arrowtui.model.subscription import Trouble, Wish

HERE = FoundSource(Wish("mastodon", "https://mastodon.social/tags/edchat"), "#edchat", server="mastodon.social")
THERE = FoundSource(Wish("mastodon", "https://school.example/tags/edchat"), "#edchat", ("Q1?",))
OTHER = FoundSource(Wish("bluesky", "https://bsky.app/hashtag/edchat"), "#edchat")


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    said = iter(lines)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda words="": next(said))


def test_another_server_is_asked_for_the_same_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = list[str]()

    async def look(typed: str) -> Sequence[FoundSource]:
        looked.append(typed)
        return (OTHER, THERE)

    answers(monkeypatch, "School.example")

    assert asyncio.run(asked_for_more(HERE, "#edchat", look)) == [THERE]
    assert looked == ["#edchat@school.example"]


def test_the_server_taken_stays_where_the_other_does_not_have_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def look(typed: str) -> Sequence[FoundSource]:
        raise NotThere("school.example")

    answers(monkeypatch, "school.example")

    assert asyncio.run(asked_for_more(HERE, "#edchat", look)) == (HERE,)
    assert "school.example says: not found" in capsys.readouterr().err


def test_whose_account_it_is_is_asked_and_then_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = list[str]()
    address = "https://{}@rss.example/api/greader.php"
    nobody = FoundSource(Wish("greader", address.replace("{}@", "")), "rss.example", name_in=address)
    hers = FoundSource(Wish("greader", address.replace("{}", "i%40da")), "rss.example", ("First",))
    part = FoundSource(Wish("greader", hers.wish.address + "?starred"), "what is starred")

    async def look(typed: str) -> Sequence[FoundSource]:
        looked.append(typed)
        return (hers, OTHER, part)

    answers(monkeypatch, " i@da ")

    assert asyncio.run(asked_for_more(nobody, "rss.example", look)) == [hers, part]
    assert looked == ["https://i%40da@rss.example/api/greader.php"]


def test_nothing_is_asked_where_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    async def look(typed: str) -> Sequence[FoundSource]:
        raise AssertionError(typed)

    answers(monkeypatch)

    assert asyncio.run(asked_for_more(THERE, "#edchat", look)) == (THERE,)


def test_what_stands_in_the_way_is_told_after_what_it_is() -> None:
    one = FoundSource(
        Wish("x", "a"), "X", ("First",), words="#edchat on X", trouble=Trouble("T", "It is off", "Do it.")
    )

    assert shown(one) == ["  #edchat on X", "  · First", "  It is off. Do it."]
