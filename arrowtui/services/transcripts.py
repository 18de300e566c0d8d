"""What was said in the session or question of a chat that a note is about: part of its transcript."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from arrowtui.ingest.clean import clean_line
from arrowtui.lanes.chats import assemble
from arrowtui.model.chat import ChatPost, FiledPost, Series, Session
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.item import sorted_at
from arrowtui.model.log import Said
from arrowtui.model.note import Subject, SubjectKind
from arrowtui.notes.vault.file import moment_of
from arrowtui.services.session_reader import EARLY, TAIL
from arrowtui.store import Connection
from arrowtui.store.sessions import StoredPost, session_posts

KEY = re.compile(r"(?P<hashtag>[^|]+)\|(?P<start>\d{4}-\d\d-\d\dT\d\d:\d\dZ)(?:\|(?P<question>\d{1,3}))?")
MOST, ANSWERS_EACH = 16, 2
LONGEST = 400


async def transcript_of(db: Connection, subject: Subject, followed: Sequence[FollowedChat]) -> tuple[Said, ...]:
    """A question with its answers, or every question of a session with a few; empty where it is no chat or nothing of
    it is stored.

    Args:
        followed: chats whose further hashtags and length are known.
    """
    found = KEY.fullmatch(subject.key) if subject.kind in (SubjectKind.SESSION, SubjectKind.QUESTION) else None
    start = moment_of(found["start"]) if found else None
    if found is None or start is None:
        return ()
    chat = _chat(found["hashtag"], followed)
    end = start + timedelta(minutes=chat.series.minutes)
    posts = {post.key: post for post in await session_posts(db, chat.hashtags, start - EARLY, end + TAIL)}
    session = assemble(chat.series, [_post(post) for post in posts.values()])
    number = int(found["question"]) if found["question"] else None
    return tuple(_said(filed) for filed in list(_chosen(session, number))[:MOST])


def _chat(hashtag: str, followed: Sequence[FollowedChat]) -> FollowedChat:
    known = next((chat for chat in followed if chat.series.hashtag == hashtag), None)
    return known or FollowedChat(hashtag, Series(hashtag), (hashtag.lstrip("#").casefold(),))


def _chosen(session: Session, number: int | None) -> Iterator[FiledPost]:
    for asked, posts in sorted(session.questions().items()):
        if number is not None and asked != number:
            continue
        yield posts[0]
        yield from session.answers(asked)[: None if number is not None else ANSWERS_EACH]


def _post(post: StoredPost) -> ChatPost:
    words = " ".join(post.text.split())
    return ChatPost(post.key, post.author, sorted_at(post.item), words, post.parent_key, post.repost_key)


def _said(filed: FiledPost) -> Said:
    return Said(clean_line(filed.post.text, LONGEST), filed.post.author or None, filed.post.posted_at)
