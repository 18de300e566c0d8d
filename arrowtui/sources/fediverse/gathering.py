"""What one reply brings together: its drafts, what to ask next, what to remember."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.wire import Batch, Draft, Kinship, Reply, Request
from arrowtui.sources.fediverse.addresses import Sort, Target, Wanted, netloc_of, tag_address
from arrowtui.sources.fediverse.asking import Step
from arrowtui.sources.fediverse.drafts import Place, draft_of, stand_in, uri_of
from arrowtui.sources.fediverse.memory import ITSELF, Info, Known, Memory, PollWatch, Server, packed
from arrowtui.sources.fediverse.shapes import Account, Status
from arrowtui.sources.fediverse.tags import fits, wants_no_bots
from arrowtui.sources.fediverse.times import milliseconds, moment, seconds


@dataclass
class Gathering:
    """One reply while it is read. `now` is when it came, in seconds since 1970."""

    step: Step
    reply: Reply
    target: Target
    wanted: Wanted
    memory: Memory
    drafts: list[Draft] = field(default_factory=list)
    follow: list[Request] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    kin: list[Kinship] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    has_more: bool = False
    uris: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    ended: bool = False

    @property
    def now(self) -> int:
        return seconds(self.reply.received_at)

    @property
    def base(self) -> str:
        return self.step.base

    @property
    def host(self) -> str:
        return netloc_of(self.base)

    @property
    def server(self) -> Server:
        return self.memory.server(self.base)

    @property
    def info(self) -> Info:
        """What the server said of itself, or nothing much."""
        return self.server.info or Info(0)

    @property
    def is_main(self) -> bool:
        """Whether the server is the one of the source's address, not one asked besides."""
        return self.base == (self.wanted.base or self.target.base)

    def unreadable(self, wanted: str) -> UnreadableReply:
        return UnreadableReply(self.host, wanted)

    def take(self, found: Sequence[Status], via: str, *, is_thread: bool = False, top: str = "") -> list[Status]:
        """Make drafts of posts and remember them; those nobody asked for are passed over.

        Args:
            via: the listing that shows them, where one that is missing later is looked for.
            is_thread: they belong together by reply, so tags say nothing.
            top: the id of the first post of the thread as far as the server has it.
        Returns: the posts that became drafts, as they stand by themselves (without a boost around them).
        """
        posts = [(one.reblog or one, one.account if one.reblog else None) for one in found]
        kept = [(post, booster) for post, booster in posts if self._is_meant(post, is_thread)]
        self._know([post for post, _ in kept], via, top)
        self.drafts += [draft for post, booster in kept if (draft := self._draft(post, booster))]
        return [post for post, _ in kept]

    def _is_meant(self, post: Status, is_thread: bool) -> bool:
        if post.visibility == "direct" or wants_no_bots(post.account):
            return False
        if self.target.sort is not Sort.TAG:
            return True
        return fits(post, () if is_thread else self.wanted.every, self.wanted.none)

    def _know(self, posts: Iterable[Status], via: str, top: str) -> None:
        """Remember ids, editions and threads; tell orphans who their parent is."""
        known = self.server.known
        posts = sorted(posts, key=lambda post: post.created_at or "")
        for post in posts:
            uri, before = uri_of(post, self.base), known.get(uri_of(post, self.base))
            known[uri] = Known(
                id=str(post.id),
                at=seconds(moment(post.created_at)),
                edition=max(milliseconds(post.edited_at), before.edition if before else 0),
                via=(before.via if before else "") or via,
                root=ITSELF if post.in_reply_to_id is None or str(post.id) == top else before.root if before else "",
            )
        self.uris = {one.id: uri for uri, one in known.items()}
        for post in posts:
            uri = uri_of(post, self.base)
            known[uri].root = known[uri].root or self.root_of(self.uris.get(str(post.in_reply_to_id), ""))
            self._adopt(str(post.id), uri)
            if post.poll and not post.poll.expired and (ends := seconds(moment(post.poll.expires_at))) > self.now:
                self._watch_poll(PollWatch(self.base, str(post.id), ends))

    def root_of(self, uri: str) -> str:
        """The uri of the first post of somebody's thread; empty where that is not known."""
        known = self.server.known.get(uri)
        return "" if known is None else uri if known.root == ITSELF else known.root

    def _adopt(self, post: str, uri: str) -> None:
        """Somebody's parent may be this post, known till now by its number alone."""
        known = self.server.known
        for child in self.memory.orphans.pop(stand_in(self.base, post), ()):
            root = self.root_of(uri)
            self.kin.append(Kinship(child, uri, root or None))
            if child in known:
                known[child].root = root

    def _watch_poll(self, watch: PollWatch) -> None:
        others = [one for one in self.memory.polls if (one.base, one.id) != (watch.base, watch.id)]
        self.memory.polls = [*others, watch]

    def _draft(self, post: Status, booster: Account | None) -> Draft | None:
        """None where another server has shown a later edition already."""
        uri = uri_of(post, self.base)
        editions = [server.known[uri].edition for server in self.memory.servers.values() if uri in server.known]
        if milliseconds(post.edited_at) < max(editions, default=0):
            return None
        return draft_of(post, self.base, self.info.domain or self.host, self._place(post, uri), booster)

    def _place(self, post: Status, uri: str) -> Place:
        root = self.root_of(uri) or None
        if post.in_reply_to_id is None:
            return Place(None, root)
        number = str(post.in_reply_to_id)
        parent = self.uris.get(number)
        if parent is None:
            parent = stand_in(self.base, number)
            children = self.memory.orphans.setdefault(parent, [])
            if uri not in children:
                children.append(uri)
        return Place(parent, root)

    def batch(self) -> Batch:
        """All of it."""
        site = self.target
        return Batch(
            drafts=tuple(self.drafts),
            title=self.title,
            site_link=tag_address(site.base, site.name) if site.sort is Sort.TAG else self.step.address,
            follow=tuple(self.follow),
            memory=packed(self.memory),
            deleted=tuple(dict.fromkeys(self.deleted)),
            kin=tuple(self.kin),
            notices=(*self.notices, *self.missed),
            missed=tuple(self.missed),
            has_more=self.has_more,
            ended=self.ended,
        )
