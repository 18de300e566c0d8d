"""The pages of Hacker News and of its search, and what each means to the two ways in."""

import re

from msgspec import Struct

from arrowtui.sources.place import Place, place_of, with_query

SITE = "https://news.ycombinator.com"
SEARCH_SITE = "https://hn.algolia.com"
ID = re.compile(r"[0-9]{1,12}")
NAME = re.compile(r"[\w-]{1,40}", re.ASCII)
FRONT = "front_page"


class Page(Struct, frozen=True):
    """A page. `tags` are those of the search that finds the same (comma: and), `query` its words; `ranked` is the
    Firebase list of it, where there is one; `item` makes it the thread of that item. `points` and more only."""

    path: str
    words: str
    tags: str = ""
    query: str = ""
    ranked: str = ""
    item: str = ""
    points: int = 0

    @property
    def address(self) -> str:
        """The page, as it stands in the settings."""
        return self.path if self.path.startswith("https:") else SITE + self.path


LISTS = {
    "news": Page("/news", "the front page of Hacker News", FRONT, ranked="topstories"),
    "newest": Page("/newest", "every new story on Hacker News", "story", ranked="newstories"),
    "ask": Page("/ask", "Ask HN", "ask_hn", ranked="askstories"),
    "show": Page("/show", "Show HN", "show_hn", ranked="showstories"),
    "jobs": Page("/jobs", "jobs on Hacker News", "job", ranked="jobstories"),
    "best": Page("/best", "the best stories on Hacker News", ranked="beststories"),
    "newcomments": Page("/newcomments", "every new comment on Hacker News", "comment"),
    "newpoll": Page("/newpoll", "polls on Hacker News", "poll"),
    "whoishiring": Page("/submitted?id=whoishiring", "the monthly “Who is hiring?”", "story,author_whoishiring"),
}
ALSO = {"": "news", "front": "news", "rss": "news", "asknew": "ask", "shownew": "show", "showrss": "show"}


def page_of(typed: str) -> Page | None:
    """The page an address means; None for what is not Hacker News or cannot be followed."""
    place = place_of(typed)
    if place is None:
        return None
    if place.host == "hn.algolia.com":
        return _search(place)
    if place.host not in ("news.ycombinator.com", "hackernews.com") or len(place.parts) > 1:
        return None
    name = place.parts[0] if place.parts else ""
    asked = place.query.get("id", "")
    known = LISTS.get(ALSO.get(name, name))
    if known is not None:
        return known
    if name == "item" and ID.fullmatch(asked):
        return Page(f"/item?id={asked}", "one thread on Hacker News", item=asked)
    if name == "over" and ID.fullmatch(place.query.get("points", "")):
        points = int(place.query["points"])
        return Page(f"/over?points={points}", f"stories with {points} points and more", "story", points=points)
    return _of_user(name, asked) if NAME.fullmatch(asked) else None


def _of_user(name: str, user: str) -> Page | None:
    match name:
        case "user":
            return Page(f"/user?id={user}", f"stories and comments of {user}", f"(story,comment,poll),author_{user}")
        case "submitted":
            return Page(f"/submitted?id={user}", f"stories of {user}", f"(story,poll),author_{user}")
        case "threads":
            return Page(f"/threads?id={user}", f"comments of {user}", f"comment,author_{user}")
    return None


def _search(place: Place) -> Page | None:
    """A search as its own site writes it: `?q=`, `?query=`, `type=comment`."""
    words = (place.query.get("q") or place.query.get("query") or "").strip()
    if not words or place.parts:
        return None
    kind = place.query.get("type", "story")
    tags = {"comment": "comment", "all": "(story,comment,poll)"}.get(kind, "(story,poll)")
    things = {"comment": "comments", "all": "stories and comments"}.get(kind, "stories")
    pairs = (("q", words), ("type", kind if kind in ("comment", "all") else ""))
    address = with_query(f"{SEARCH_SITE}/", pairs)
    return Page(address, f"{things} about “{words}” on Hacker News", tags, words)
