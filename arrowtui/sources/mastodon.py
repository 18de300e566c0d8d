"""Hashtags, accounts and threads on Mastodon, GoToSocial, Pleroma and Akkoma, snac."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.manners import HOUR_S, MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.stream import StreamRequest
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.fediverse.addresses import Sort, Target, target_of, wanted_of
from arrowtui.sources.fediverse.asking import understood
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.memory import Software, remembered
from arrowtui.sources.fediverse.plan import opening
from arrowtui.sources.fediverse.polls import ask_poll
from arrowtui.sources.fediverse.reading import read
from arrowtui.sources.fediverse.recheck import recheck
from arrowtui.sources.fediverse.recognise import KIND, recognise
from arrowtui.sources.fediverse.refusals import refused, rest_until
from arrowtui.sources.fediverse.streams import stream_requests


class Mastodon(Adapter):
    """Addresses are those of the web site: `/tags/NAME`, `/@user`, `/@user/ID` (one thread).

    A post is known by its `uri`, which is the same on every server, so it is one item through however many.
    Options: `any`, `all`, `none` (hashtags), `instances` (further servers asked for the same hashtag),
    `threads = "yes"` (follow the replies under it), `replies`, `boosts` (of an account), `base` (another address of
    the server).
    """

    kind = KIND
    manners = Manners(normal_s=15 * MINUTE_S, floor_s=15 * MINUTE_S, live_s=MINUTE_S)
    tells_gaps = True

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """A hashtag, a handle, or an address of a server's web site."""
        return recognise(typed)

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        """How the server describes itself, at first; afterwards the timeline, account or post.

        Raises: UnfitAddress.
        """
        target = target_of(address)
        if target is None:
            raise UnfitAddress(KIND, address)
        return opening(address, target, wanted_of(options), remembered(memory))

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        """Understand a reply or an event of a stream (`model.stream.as_reply`).

        Raises: UnreadableReply; TokenNeeded, TokenRefused, NotForUs, NotThere where the server itself is the trouble.
        """
        step = understood(reply.request.step)
        target = target_of(step.address) or Target(Sort.THREAD, step.base, "")
        found = Gathering(step, reply, target, wanted_of(options), remembered(memory))
        batch = read(found)
        return replace(batch, interval_hint_s=HOUR_S if found.info.software is Software.SNAC else None)

    def refused(self, reply: Reply) -> FetchError | None:
        """A login is needed, or ours is not good; or the operator keeps programs out."""
        return refused(reply)

    def rest_until(self, reply: Reply) -> datetime | None:
        """The `X-RateLimit-Reset` of a reply after which nothing is left."""
        return rest_until(reply)

    def recheck(self, native_ids: Iterable[str], options: tuple[tuple[str, str], ...]) -> tuple[Request, ...]:
        """Ask whether stored posts still are there, each at the server that wrote it.

        `read` understands the replies, whatever their status: 404 and 410 put the id into `Batch.deleted`; a post that
        has been edited comes as a draft; a refusal, a page of a proxy or a server's fault says nothing, and the batch
        is empty. All of them are `is_extra`: a server that is gone for good proves nothing.
        """
        return recheck(native_ids)

    def ask_poll(self, post: Draft, address: str, options: tuple[tuple[str, str], ...]) -> Request | None:
        """The post by itself, at its own server; None where its number there is not known."""
        return ask_poll(post)

    def stream_requests(
        self, address: str, options: tuple[tuple[str, str], ...], memory: str
    ) -> tuple[StreamRequest, ...]:
        """The streams of a source; none before its first poll, and where its server has none.

        Raises: UnfitAddress.
        """
        target = target_of(address)
        if target is None:
            raise UnfitAddress(KIND, address)
        return stream_requests(address, target, wanted_of(options), remembered(memory))
