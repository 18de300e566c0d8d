"""A chat session from a file: its posts in, what each of them is out."""

from datetime import datetime

import msgspec
from msgspec import Struct

from arrowtui.cli.ends import Exit
from arrowtui.cli.output import json_line, tell
from arrowtui.ingest.text import quick_text
from arrowtui.lanes.chats import assemble
from arrowtui.model.chat import ChatPost, Series, Session
from arrowtui.model.wire import Body, Markup


class _Schedule(msgspec.Struct, frozen=True):
    rrule: str | None = None
    tz: str = "UTC"
    duration_min: int = 60


class _Post(msgspec.Struct):
    id: str
    author: str
    posted_at: datetime
    text: str
    reply_to: str | None = None
    repost_of: str | None = None


class _ChatFile(msgspec.Struct):
    """Keys it does not know are passed over, those of an answer sheet among them."""

    hashtag: str
    platform: str = "x"
    schedule: _Schedule = _Schedule()
    posts: list[msgspec.Raw] = []


class ReadChat(Struct, frozen=True):
    """A session file read: the session rebuilt, and what is wrong with posts that are none."""

    session: Session
    bad: tuple[str, ...]


def read_chat(data: bytes) -> ReadChat:
    """Rebuild the session of a file.

    Raises: msgspec.MsgspecError for what is no session file at all.
    """
    chat = msgspec.json.decode(data, type=_ChatFile)
    posts, bad = [], []
    for number, raw in enumerate(chat.posts, 1):
        try:
            posts.append(_post(msgspec.json.decode(raw, type=_Post), chat.platform))
        except (msgspec.MsgspecError, ValueError) as cause:
            bad.append(f"post {number}: {cause}")
    schedule = chat.schedule
    series = Series(chat.hashtag, schedule.rrule, schedule.tz, schedule.duration_min)
    return ReadChat(assemble(series, posts), tuple(bad))


def classify_chat(data: bytes) -> int:
    """Write a line {"id", "role", "q"} for each post of a session file; posts that cannot be read are named.

    Returns: the exit code.
    """
    try:
        chat = read_chat(data)
    except msgspec.MsgspecError as cause:
        tell(f"not a chat file: {cause}")
        return Exit.FAILED
    for trouble in chat.bad:
        tell(trouble)
    for filed in chat.session.posts:
        json_line({"id": filed.post.id, "role": filed.role.value, "q": filed.question})
    return Exit.FAILED if chat.bad else Exit.OK


def _post(found: _Post, platform: str) -> ChatPost:
    if found.posted_at.tzinfo is None:
        raise ValueError(f"posted_at has no offset: {found.posted_at}")
    markup = Markup.HTML if platform == "mastodon" else Markup.TEXT
    text = " ".join(quick_text(Body(found.text, markup)).split())
    return ChatPost(found.id, found.author, found.posted_at, text, found.reply_to, found.repost_of)
