"""A session rebuilt: questions in order, every answer under its question, the rest told apart.

Posts are filed in order of time whatever the order of their arrival, so the result depends on the set alone. A post
that comes last is filed in O(log n) on what stands; one from the past has those after it filed anew.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable
from datetime import datetime

from arrowtui.lanes.chat_book import Book
from arrowtui.lanes.chat_hosts import Hosts, hosts, tells_of_hosts
from arrowtui.lanes.chat_read import Said, read
from arrowtui.lanes.chat_roles import Filing
from arrowtui.lanes.schedule import window_of
from arrowtui.model.chat import ChatPost, FiledPost, Series, Session, Window


def assemble(series: Series, posts: Iterable[ChatPost]) -> Session:
    """File every post of a session. The order in which they are given does not matter; doubles by id count once."""
    made = Assembly(series)
    made.add(posts)
    return made.session()


class Assembly:
    """A session that grows: `add` what arrives, in whatever order, and `session` is the same as if all came at once."""

    def __init__(self, series: Series) -> None:
        self._series = series
        self._said: list[Said] = []
        self._known: set[str] = set()
        self._hosts = Hosts()
        self._host_times: list[datetime] = []
        self._asked_at: datetime | None = None
        self._window: Window | None = None
        self._windows: dict[datetime, Window | None] = {}
        self._book = Book()

    def add(self, posts: Iterable[ChatPost]) -> None:
        """Take in posts; those known by their id are passed over."""
        fresh = [read(post) for post in {post.id: post for post in posts}.values() if post.id not in self._known]
        if not fresh:
            return
        is_telling = any(tells_of_hosts(said, self._asked_at) for said in fresh)
        earliest = self._insert(fresh)
        if is_telling:
            found = hosts(self._series, self._said)
            earliest = earliest if found == self._hosts else 0
            self._hosts = found
            self._host_times = [said.post.posted_at for said in self._said if found.runs(said)]
        else:
            for said in fresh:
                if self._hosts.runs(said):
                    insort(self._host_times, said.post.posted_at)
        window = self._window_now()
        if window != self._window:
            self._window, earliest = window, 0
        self._file_from(earliest)

    def session(self) -> Session:
        """The session as far as it is known."""
        filed = self._book.filed
        posts = tuple(filed[said.post.id] for said in self._said)
        return Session(self._series, self._window, self._hosts.names(), posts)

    def filed(self, post: str) -> FiledPost:
        """How a post is filed now."""
        return self._book.filed[post]

    def _insert(self, fresh: list[Said]) -> int:
        """Put posts in their place in time; returns the first place that changed."""
        earliest = len(self._said)
        for said in sorted(fresh, key=lambda one: one.key):
            place = bisect_left(self._said, said.key, key=lambda one: one.key)
            earliest = min(earliest, place)
            self._said.insert(place, said)
            self._known.add(said.post.id)
            if said.puts_number is not None and (self._asked_at is None or said.post.posted_at < self._asked_at):
                self._asked_at = said.post.posted_at
        return earliest

    def _file_from(self, place: int) -> None:
        self._book.back_to(place)
        filing = Filing(self._series, self._hosts, self._window, self._book)
        for said in self._said[place:]:
            filing.file(said)

    def _window_now(self) -> Window | None:
        """By the rule, around the middle host post: early promotion and late answers do not pull it away."""
        times, said = self._host_times, self._said
        near = times[len(times) // 2] if times else said[len(said) // 2].post.posted_at
        if near not in self._windows:
            self._windows[near] = window_of(self._series, near)
        return self._windows[near]
