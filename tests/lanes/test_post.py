"""Through whatever an article came, it is sorted and read as the article it is."""

import pytest

from arrowtui.lanes.classify import classify
from arrowtui.lanes.context import LaneContext
from arrowtui.lanes.post import post_of
from tests.store.builders import an_item

TITLE = "Call-out: are you a nurse on night shifts?"
TEXT = "Tell us how you sleep. We are looking for nurses to interview by Friday: write to desk@desk.example. " * 8


@pytest.mark.parametrize("kind", ["greader", "fever", "wordpress", "substack"])
def test_an_article_is_sorted_alike_through_a_feed_and_through_a_server(kind: str) -> None:
    item = an_item("1", title=TITLE, text=TEXT)

    assert classify(item, LaneContext(kind, "Desk")) == classify(item, LaneContext("feed", "Desk"))
    assert post_of(item, kind, "Desk") == post_of(item, "feed", "Desk")
