"""The requests to Hacker News' search (hn.algolia.com/api) and to Firebase, and what is remembered between them."""

from urllib.parse import parse_qs, quote, urlsplit

import msgspec

from arrowtui.model.wire import Request
from arrowtui.sources.hackernews_parts.address import FRONT, LISTS, SEARCH_SITE, Page
from arrowtui.sources.place import with_query
from arrowtui.sources.social.given import Options, base, option
from arrowtui.sources.social.given import whole as number

FIREBASE = "https://hacker-news.firebaseio.com"
JSON = {"Accept": "application/json"}
FIRST_HITS, MOST_HITS = "100", "1000"
"""Lines of a search: of the first one, and the most a later one may bring."""
MOST_POINTS = 10**6
MOST_PARTS = 12
"""So often the news of a thread are read before all of it is again: what was deleted shows only there."""
OVERLAP_S = 2 * 3_600
"""What is asked again each time: a comment can be edited for two hours, and the index lags behind."""
RISING_S = 3 * 86_400
"""The same where only items with so many points are wanted: points come later."""


class Memory(msgspec.Struct, frozen=True):
    """`newest` is when the newest item met was written (seconds), `story` the root of a thread that was read whole and
    `parts` how often only its news were since; `seen` are the ids of a ranked list that were read."""

    newest: int = 0
    story: str = ""
    parts: int = 0
    seen: list[str] = []


def ask_search(page: Page, options: Options, newest: int) -> Request:
    """Everything since shortly before the newest item met; the newest hundred at first."""
    points = number(options, "points", 0, MOST_POINTS, page.points)
    since = newest - (RISING_S if points else OVERLAP_S) if newest and page.tags != FRONT else 0
    filters = [f"created_at_i>{since}"] if since > 0 else []
    filters += [f"points>{points - 1}"] if points else []
    pairs = (
        ("query", option(options, "search") or page.query),
        ("tags", page.tags),
        ("numericFilters", ",".join(filters)),
        ("hitsPerPage", MOST_HITS if since > 0 else FIRST_HITS),
    )
    return Request(with_query(f"{base(options, SEARCH_SITE)}/api/v1/search_by_date", pairs), JSON, step="search")


def ask_tree(item: str, options: Options, step: str = "tree") -> Request:
    """An item with everything below it. Step "poll": for the sake of its options alone."""
    return Request(f"{base(options, SEARCH_SITE)}/api/v1/items/{quote(item)}", JSON, step=step)


def ask_ranked(page: Page, options: Options) -> Request:
    """The ids of a list in the order its page has."""
    return Request(f"{_firebase(options)}/v0/{page.ranked}.json", JSON, step="ranked")


def ask_item(item: str, options: Options) -> Request:
    """One item of such a list."""
    return Request(f"{_firebase(options)}/v0/item/{quote(item)}.json", JSON, step="item")


def name_of(asked: Request) -> str:
    """What a list or search is called, by its request."""
    split = urlsplit(asked.address)
    query = {name: values[-1] for name, values in parse_qs(split.query).items()}
    ranked = split.path.rpartition("/")[2].removesuffix(".json")
    for page in LISTS.values():
        if page.ranked == ranked or (page.tags and page.tags == query.get("tags") and "query" not in query):
            return page.words[:1].upper() + page.words[1:]
    words, tags = query.get("query", ""), query.get("tags", "")
    user = tags.partition("author_")[2]
    return f"Hacker News: {words or user or 'stories'}"


def _firebase(options: Options) -> str:
    return (option(options, "firebase") or base(options, FIREBASE)).rstrip("/")
