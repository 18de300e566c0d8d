"""Hacker News: its pages and its search, threads that grow, ranked lists that come in portions."""

import json
from pathlib import Path

import pytest

from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.hackernews import HackerNews
from tests.fakes import NOON
from tests.sources.talks import (
    NOT_MINE,
    NOT_WHAT_WAS_ASKED,
    USUAL_REFUSALS,
    Refusal,
    check_not_recognised,
    check_recognised,
    check_refusal,
    check_talk,
    check_unreadable,
    talks,
)

SOURCE = HackerNews()
ASK = SOURCE.first("https://news.ycombinator.com/ask", (), "")


def read(request: Request, told: object, memory: str = "") -> Batch:
    return SOURCE.read(Reply(request, 200, request.address, {}, json.dumps(told).encode(), NOON), (), memory)


@pytest.mark.parametrize("folder", talks("hackernews"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("news.ycombinator.com", "https://news.ycombinator.com/news"),
        ("https://news.ycombinator.com/front?day=2026-11-22", "https://news.ycombinator.com/news"),
        ("https://news.ycombinator.com/rss", "https://news.ycombinator.com/news"),
        ("https://news.ycombinator.com/newest", "https://news.ycombinator.com/newest"),
        ("https://news.ycombinator.com/ask", "https://news.ycombinator.com/ask"),
        ("https://news.ycombinator.com/asknew", "https://news.ycombinator.com/ask"),
        ("https://news.ycombinator.com/show", "https://news.ycombinator.com/show"),
        ("https://news.ycombinator.com/jobs", "https://news.ycombinator.com/jobs"),
        ("https://news.ycombinator.com/best", "https://news.ycombinator.com/best"),
        ("https://news.ycombinator.com/newcomments", "https://news.ycombinator.com/newcomments"),
        ("https://news.ycombinator.com/item?id=45990001", "https://news.ycombinator.com/item?id=45990001"),
        ("https://news.ycombinator.com/item?id=45990001#45990010", "https://news.ycombinator.com/item?id=45990001"),
        ("https://news.ycombinator.com/user?id=ida", "https://news.ycombinator.com/user?id=ida"),
        (
            "https://news.ycombinator.com/submitted?id=whoishiring",
            "https://news.ycombinator.com/submitted?id=whoishiring",
        ),
        ("https://news.ycombinator.com/threads?id=bo", "https://news.ycombinator.com/threads?id=bo"),
        ("https://news.ycombinator.com/over?points=100", "https://news.ycombinator.com/over?points=100"),
        ("https://hn.algolia.com/?q=night%20shift", "https://hn.algolia.com/?q=night+shift"),
        (
            "https://hn.algolia.com/?dateRange=all&page=0&prefix=true&query=bakers&sort=byDate&type=comment",
            "https://hn.algolia.com/?q=bakers&type=comment",
        ),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://news.ycombinator.com/login",
        "https://news.ycombinator.com/item?id=x",
        "https://news.ycombinator.com/item",
        "https://hn.algolia.com/",
        "https://hn.algolia.com/about",
    ],
)
def test_other_things_are_left_alone(typed: str) -> None:
    check_not_recognised(SOURCE, typed)


@pytest.mark.parametrize(
    "refusal",
    [
        *USUAL_REFUSALS,
        Refusal(401, "AnswerRefused"),
        Refusal(402, "AnswerRefused"),
        Refusal(403, "AnswerRefused"),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, ASK, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
@pytest.mark.parametrize("step", ("search", "tree", "poll", "ranked", "item"))
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(ASK, step=step, accepts=()), body)


def test_points_that_come_later_are_waited_for() -> None:
    memory = '{"newest":1795420800}'
    wanted = SOURCE.first("https://news.ycombinator.com/over?points=100", (), memory).address
    plain = SOURCE.first("https://news.ycombinator.com/newest", (), memory).address

    assert f"created_at_i>{1795420800 - 3 * 86_400},points>99" in wanted
    assert f"created_at_i>{1795420800 - 2 * 3_600}&" in plain


def test_a_list_can_be_narrowed_by_words_and_points() -> None:
    asked = SOURCE.first("https://news.ycombinator.com/ask", (("search", "night shift"), ("points", "10")), "").address

    assert asked.endswith("?query=night+shift&tags=ask_hn&numericFilters=points>9&hitsPerPage=100")


def test_a_list_can_be_read_in_the_order_of_its_page() -> None:
    asked = SOURCE.first("https://news.ycombinator.com/ask", (("via", "firebase"),), "")

    assert asked.address == "https://hacker-news.firebaseio.com/v0/askstories.json"


def test_one_server_can_stand_in_for_both() -> None:
    options = (("base", "http://127.0.0.1:8080/"),)

    assert [
        SOURCE.first(f"https://news.ycombinator.com/{page}", options, "").address for page in ("item?id=7", "best")
    ] == ["http://127.0.0.1:8080/api/v1/items/7", "http://127.0.0.1:8080/v0/beststories.json"]


def test_a_long_list_comes_in_portions_and_nothing_twice() -> None:
    ids = list(range(100, 140))
    best = SOURCE.first("https://news.ycombinator.com/best", (), "")

    first = read(best, ids)
    second = read(best, ids, first.memory or "")
    third = read(best, [999, *ids], second.memory or "")

    asked = [
        [int(request.address.rpartition("/")[2].removesuffix(".json")) for request in batch.follow]
        for batch in (first, second, third)
    ]
    assert asked == [list(range(100, 119)), list(range(119, 130)), [999]]


def test_a_poll_is_read_whole_again_for_its_votes() -> None:
    poll = {"id": 1, "type": "poll", "title": "Nights?", "created_at_i": 1795420800, "options": [{"text": "Yes"}]}
    thread = "https://news.ycombinator.com/item?id=1"

    memory = read(SOURCE.first(thread, (), ""), poll).memory or ""

    assert SOURCE.first(thread, (), memory).step == "tree"


def test_a_thread_is_read_whole_again_now_and_then_for_what_was_deleted() -> None:
    thread = "https://news.ycombinator.com/item?id=1"
    steps, memory = list[str](), ""
    story = {"id": 1, "type": "story", "title": "Nights", "created_at_i": 1795420800}

    for _ in range(15):
        request = SOURCE.first(thread, (), memory)
        steps.append(request.step)
        memory = read(request, story if request.step == "tree" else {"hits": []}, memory).memory or ""

    assert steps == ["tree", *["search"] * 12, "tree", "search"]


def test_a_comments_own_tree_hangs_on_its_story() -> None:
    comment = {
        "id": 9,
        "type": "comment",
        "author": "bo",
        "text": "A1",
        "story_id": 1,
        "parent_id": 5,
        "children": [{"id": 10, "type": "comment", "author": "uma", "text": "yes", "story_id": 1, "parent_id": 9}],
    }

    batch = read(SOURCE.first("https://news.ycombinator.com/item?id=9", (), ""), comment)

    assert [(draft.native_id, draft.root_id, draft.parent_id) for draft in batch.drafts] == [
        ("9", "1", "5"),
        ("10", "1", "9"),
    ]


def test_a_very_deep_thread_is_read_or_refused_but_never_crashes() -> None:
    depth = 400
    tree = '{"id":1,"author":"a","text":"t","children":[' * depth + "]}" * depth

    drafts = SOURCE.read(Reply(replace(ASK, step="tree"), 200, ASK.address, {}, tree.encode(), NOON), (), "").drafts

    assert len(drafts) == depth
