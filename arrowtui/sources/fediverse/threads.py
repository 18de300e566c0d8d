"""Threads: the whole of one, and those that live under a hashtag.

Replies seldom carry the hashtag, so a question's answers are found only by asking for what follows it. A thread in
which something happens is asked for in every round; while nothing comes, ever less, and after two days no more.
"""

import re

from msgspec.structs import replace

from arrowtui.model.wire import Request
from arrowtui.sources.fediverse.asking import GONE, Do, Step, ask, segment
from arrowtui.sources.fediverse.drafts import uri_of
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.memory import ITSELF, Known, Thread
from arrowtui.sources.fediverse.missing import bury, look_for_missing
from arrowtui.sources.fediverse.shapes import Context, Status, decoded, statuses
from arrowtui.sources.fediverse.times import moment, seconds

ALIVE_S = 2 * 24 * 3600
CONTEXTS_A_ROUND = 8
FIRST_WAIT_S, LONGEST_WAIT_S = 60, 2 * 3600
MOST_WITHOUT_TOKEN = 60
"""Descendants Mastodon shows to outsiders: from so many on, one that is missing may only be cut off."""
RETRY = re.compile(r"\bretry=\"?(\d{1,4})")


def context_of(step: Step) -> Request:
    """Ask for what stands before and after a post."""
    return ask(step, f"/api/v1/statuses/{segment(step.id)}/context", is_extra=True)


def track(found: Gathering, posts: list[Status]) -> None:
    """Follow the threads of these posts from now on, where that is wished and they are young."""
    if not found.wanted.threads:
        return
    for post in posts:
        at = seconds(moment(post.created_at))
        uri = uri_of(post, found.base)
        if found.now - at >= ALIVE_S:
            continue
        if post.in_reply_to_id is not None:
            _alive(found, found.root_of(uri) or uri, at, replies=None)
        elif post.replies_count or _asks(post):
            _alive(found, uri, at, replies=post.replies_count or 0)


def _asks(post: Status) -> bool:
    """Whether a post without replies may get some that only its thread shows."""
    return post.poll is not None or not {"?", "？", "؟"}.isdisjoint(post.content or "")


def _alive(found: Gathering, uri: str, at: int, *, replies: int | None) -> None:
    """A sign of life of the thread of that first post: a reply, or how many `replies` it says it has."""
    known = found.server.known.get(uri)
    if known is None:
        return
    thread = next((one for one in found.memory.threads if one.uri == uri), None)
    if thread is None:
        thread = Thread(found.base, known.id, uri, at, found.now + (FIRST_WAIT_S if replies == 0 else 0))
        found.memory.threads.append(thread)
    elif at > thread.alive_at or (replies or 0) > thread.replies:
        thread.alive_at, thread.next_at, thread.quiet = max(at, thread.alive_at), min(thread.next_at, found.now), 0
    thread.replies = max(thread.replies, replies or 0)


def ask_threads(found: Gathering) -> None:
    """Ask for the threads of this server whose time has come, the liveliest first; forget those that are over."""
    memory = found.memory
    memory.threads = [one for one in memory.threads if found.now - one.alive_at < ALIVE_S]
    due = [one for one in memory.threads if one.base == found.base and one.next_at <= found.now]
    for thread in sorted(due, key=lambda one: (one.quiet, not one.replies, -one.alive_at))[:CONTEXTS_A_ROUND]:
        thread.next_at = found.now + FIRST_WAIT_S
        found.follow.append(context_of(Step(Do.CONTEXT, found.step.address, found.base, id=thread.id, uri=thread.uri)))


def read_thread(found: Gathering, status: Status) -> None:
    """The post a thread source names; what stands around it is asked for next."""
    found.take([status], f"@{status.id}", is_thread=True)
    step = Step(Do.CONTEXT, found.step.address, found.base, id=str(status.id), uri=uri_of(status, found.base))
    found.follow.append(context_of(step))


def read_context(found: Gathering) -> None:
    """What stands before and after a post.

    Raises: UnreadableReply.
    """
    if found.reply.status >= 300:
        _refused(found)
        return
    context = decoded(found.reply.body, Context)
    if context is None:
        raise found.unreadable("a thread")
    before, lost = statuses(context.ancestors)
    after, lost_too = statuses(context.descendants)
    top = _top(found, before)
    known = set(found.server.known)
    found.take([*before, *after], f"@{top.id}", is_thread=True, top=top.id)
    shown = {uri_of(one.reblog or one, found.base) for one in (*before, *after)} | {top.uri}
    is_whole = not before and not lost + lost_too and len(after) < MOST_WITHOUT_TOKEN
    if is_whole:
        look_for_missing(found, shown, f"@{top.id}", since=0)
    elif before and found.step.page == 0:
        found.follow.append(context_of(replace(found.step, id=top.id, uri=top.uri, page=1)))
    _schedule(found, top, size=len(shown) - 1, has_news=not known.issuperset(shown))


def _top(found: Gathering, before: list[Status]) -> Thread:
    """The first post of the thread as far as the server has it."""
    step = found.step
    if before:
        return Thread(found.base, str(before[0].id), uri_of(before[0], found.base), found.now)
    asked = found.server.known.setdefault(step.uri, Known(step.id, found.now))
    asked.root = ITSELF  # also where it answers a post the server does not have
    return Thread(found.base, step.id, step.uri, found.now)


def _schedule(found: Gathering, top: Thread, *, size: int, has_news: bool) -> None:
    """When to ask again for a thread that is followed. One asked for by a reply goes on under its first post."""
    memory = found.memory
    asked = next((one for one in memory.threads if one.uri == found.step.uri), None)
    if asked is None:
        return
    memory.threads = [one for one in memory.threads if one.uri not in (found.step.uri, top.uri)]
    thread = Thread(found.base, top.id, top.uri, asked.alive_at, found.now, asked.quiet, asked.replies, size)
    refresh = RETRY.search(found.reply.headers.get("mastodon-async-refresh", ""))
    if has_news:
        thread.alive_at, thread.quiet = found.now, 0
    elif refresh:
        thread.next_at += int(refresh[1])  # the server is still fetching replies from elsewhere
    else:
        thread.quiet += 1
        thread.next_at += min(FIRST_WAIT_S * 2**thread.quiet, LONGEST_WAIT_S)
    memory.threads.append(thread)


def _refused(found: Gathering) -> None:
    step, memory = found.step, found.memory
    if found.reply.status in GONE:
        known = found.server.known.get(step.uri)
        bury(found, step.uri, known.at if known else 0)
        memory.threads = [one for one in memory.threads if one.uri != step.uri]
    elif found.reply.status in (401, 403):
        found.notices.append(f"{found.host} shows threads only to people with an account there.")
