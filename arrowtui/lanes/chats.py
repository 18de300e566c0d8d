"""A session rebuilt: questions in order, every answer under its question, the rest told apart.

Posts are filed by what stood before them in time, whatever the order of their arrival, so the result depends on the set
alone. A post is filed in O(log n), be it the last or from the past; then those later ones are filed anew that read
something it changed (a late question: the answers up to the next one).
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import heappop, heappush

from arrowtui.lanes.chat_book import Book
from arrowtui.lanes.chat_hosts import Hosts, hosts, tells_of_hosts
from arrowtui.lanes.chat_ledger import Moment
from arrowtui.lanes.chat_read import Said, read
from arrowtui.lanes.chat_roles import Filing
from arrowtui.lanes.schedule import window_of
from arrowtui.model.chat import ChatPost, FiledPost, Series, Session, Window

ALONE_MINUTES = 1440
"""Sessions up to this length do not overlap: within one, no other need be looked for."""


def assemble(series: Series, posts: Iterable[ChatPost]) -> Session:
    """File every post of a session. The order in which they are given does not matter; doubles by id count once."""
    made = Assembly(series)
    made.add(posts)
    return made.session()


class Assembly:
    """A session that grows: `add` what arrives, in whatever order, and `session` is the same as if all came at once."""

    def __init__(self, series: Series) -> None:
        self._series = series
        self._said: dict[Moment, Said] = {}
        self._order: list[Moment] = []
        self._known: set[str] = set()
        self._by_author: defaultdict[str, list[Moment]] = defaultdict(list)
        self._hosts = Hosts()
        self._host_times: list[datetime] = []
        self._asked_at: datetime | None = None
        self._window: Window | None = None
        self._book = Book()
        self._filed: dict[str, FiledPost] = {}
        self.filings = 0
        """How often a post was filed so far, the first time or anew: what all the work is made of."""

    def add(self, posts: Iterable[ChatPost]) -> None:
        """Take in posts; those known by their id are passed over."""
        fresh = [read(post) for post in {post.id: post for post in posts}.values() if post.id not in self._known]
        if not fresh:
            return
        is_telling = any(tells_of_hosts(said, self._hosts, self._series, self._asked_at) for said in fresh)
        self._insert(fresh)
        due = {said.key for said in fresh}
        if is_telling:
            due |= self._meet(hosts(self._series, [self._said[moment] for moment in self._order]))
        else:
            for said in fresh:
                if self._hosts.runs(said):
                    insort(self._host_times, said.post.posted_at)
        due.update(self._set_window(self._window_now()))
        self._file(due)

    def session(self) -> Session:
        """The session as far as it is known."""
        return Session(self._series, self._window, self._hosts.names(), tuple(self._all_filed()))

    def _all_filed(self) -> Iterable[FiledPost]:
        """Every post as it is filed now, in order of time: only those are looked up that changed since the last time.
        In the few sessions with a question that was put wrongly all are."""
        if self._book.has_renumbered:
            return (self.filed(post) for _, post in self._order)
        for post in self._book.refiled():
            self._filed[post] = self.filed(post)
        return (self._filed[post] for _, post in self._order)

    def filed(self, post: str) -> FiledPost:
        """How a post is filed now."""
        found = self._book.filed(post)
        if found is None:
            raise KeyError(post)
        return found

    def _insert(self, fresh: list[Said]) -> None:
        """Put posts in their place in time."""
        for said in fresh:
            self._said[said.key] = said
            insort(self._order, said.key)
            self._known.add(said.post.id)
            self._by_author[said.who].append(said.key)
            if said.puts_number is not None and (self._asked_at is None or said.post.posted_at < self._asked_at):
                self._asked_at = said.post.posted_at

    def _meet(self, found: Hosts) -> set[Moment]:
        """Take note of who the hosts are; returns the posts of those who became one, or ceased to be."""
        before, self._hosts = self._hosts.since, found
        self._host_times = [moment[0] for moment in self._order if found.runs(self._said[moment])]
        changed = {who for who in before.keys() | found.since.keys() if before.get(who) != found.since.get(who)}
        return {moment for who in changed for moment in self._by_author[who]}

    def _file(self, due: set[Moment]) -> None:
        """File what is due in order of time, and whatever reads otherwise for it; nothing looks ahead, so it ends."""
        filing = Filing(self._series, self._hosts, self._book)
        ledger, queue = self._book.ledger, sorted(due)
        while queue:
            moment = heappop(queue)
            due.discard(moment)
            ledger.turn_to(moment)
            self.filings += 1
            said = self._said[moment]
            filing.file(said)
            self._said[moment] = said.laid_by()
            for other in ledger.close():
                if other not in due:
                    due.add(other)
                    heappush(queue, other)

    def _set_window(self, window: Window | None) -> Iterator[Moment]:
        if window == self._window:
            return iter(())
        self._window = window
        return self._book.set_window(window)

    def _window_now(self) -> Window | None:
        """By the rule, around the middle host post: early promotion and late answers do not pull it away."""
        times, order = self._host_times, self._order
        near = times[len(times) // 2] if times else order[len(order) // 2][0]
        window = self._window
        if window and window.starts_at <= near < window.ends_at and self._series.minutes <= ALONE_MINUTES:
            return window
        return window_of(self._series, near)
