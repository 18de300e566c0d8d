"""The replies of the API of Stack Exchange."""

from html import unescape
from urllib.parse import parse_qs, urlsplit

from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply
from arrowtui.sources.shapes import each, remembered, unreadable
from arrowtui.sources.social.decoding import whole
from arrowtui.sources.social.given import Options
from arrowtui.sources.stackexchange_parts.ask import Asked, Memory, ask_answers, ask_comments, ask_further
from arrowtui.sources.stackexchange_parts.posts import Post, Wrapper, draft

LOW_QUOTA = 30
"""So few requests left today are told."""
MOST_PAGES = 3


def of_list(reply: Reply, asked: Asked, was: Memory) -> Batch:
    """Questions, newest first. Raises: UnreadableReply."""
    wrapper, posts = _read(reply)
    newest = max((post.creation_date or 0 for post in posts), default=0)
    is_later = "fromdate=" in reply.request.address
    may_go_on = is_later and wrapper.has_more
    goes_on = may_go_on and not wrapper.backoff and asked.page < MOST_PAGES
    missed = ("More questions were asked since the last time than may be read at once; the oldest are left out.",)
    return replace(
        _batch(wrapper, posts, asked),
        title=_title(reply, asked),
        site_link=asked.site,
        follow=(ask_further(reply.request, asked),) if goes_on else (),
        memory=remembered(Memory(max(newest, was.newest))),
        notices=(*_quota(wrapper), *(missed if may_go_on and not goes_on else ())),
    )


def of_question(reply: Reply, asked: Asked, options: Options, was: Memory) -> Batch:
    """The question of a thread; then its answers if anything was done there, then the comments.

    Raises: UnreadableReply; NotThere when there never was such a question.
    """
    wrapper, posts = _read(reply)
    if not posts:
        if not was.activity:
            raise NotThere(urlsplit(asked.site).hostname or asked.site)
        return Batch(deleted=(asked.question,), notices=("The question was deleted.",))
    activity = posts[0].last_activity_date or 0
    is_quiet = bool(was.activity) and activity == was.activity
    return replace(
        _batch(wrapper, posts, asked),
        title=unescape(posts[0].title or "") or None,
        follow=(ask_comments(asked, was.answers, options) if is_quiet else ask_answers(asked, options),),
        memory=remembered(Memory(activity=activity, answers=was.answers)),
        notices=_quota(wrapper),
    )


def of_answers(reply: Reply, asked: Asked, options: Options, was: Memory) -> Batch:
    """The answers of a thread. Raises: UnreadableReply."""
    wrapper, posts = _read(reply)
    answers = [post.answer_id for post in posts if post.answer_id is not None]
    return replace(
        _batch(wrapper, posts, asked),
        follow=(ask_comments(asked, answers, options),),
        memory=remembered(Memory(activity=was.activity, answers=answers)),
    )


def of_comments(reply: Reply, asked: Asked) -> Batch:
    """The comments of a thread. Raises: UnreadableReply."""
    wrapper, posts = _read(reply)
    return replace(_batch(wrapper, posts, asked), notices=_quota(wrapper))


def _read(reply: Reply) -> tuple[Wrapper, list[Post]]:
    wrapper = whole(reply, Wrapper, "a list")
    if wrapper.items is None:
        raise unreadable(reply, "a list")
    return wrapper, each(reply, wrapper.items, Post, "a list").read


def _batch(wrapper: Wrapper, posts: list[Post], asked: Asked) -> Batch:
    drafts = (draft(post, asked.site, asked.question) for post in posts)
    return Batch(tuple(one for one in drafts if one is not None))


def _title(reply: Reply, asked: Asked) -> str:
    query = parse_qs(urlsplit(reply.request.address).query)
    words = query.get("tagged", query.get("q", [""]))[0].replace(";", " + ")
    host = (urlsplit(asked.site).hostname or "").removeprefix("www.")
    return f"{host}: {words}" if words else host


def _quota(wrapper: Wrapper) -> tuple[str, ...]:
    left = wrapper.quota_remaining
    if left is None or left > LOW_QUOTA:
        return ()
    key = "" if (wrapper.quota_max or 0) > 300 else " A free key gives 10,000 a day: `arrowtui login stackexchange`."
    return (f"Stack Exchange answers your address {left} more times today.{key}",)
