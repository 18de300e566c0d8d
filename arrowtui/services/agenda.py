"""The sessions of one chat as its board shows them: planned, called off, moved, on, past, with what is stored."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from arrowtui.model.chat import Role, Window
from arrowtui.model.chat_board import Fate, FollowedChat, SessionLine, WatchState, When
from arrowtui.model.replace import replace
from arrowtui.services.session_reader import EARLY, TAIL, chat_post
from arrowtui.store import Connection
from arrowtui.store.sessions import StoredPost, fate_posts, post_count, question_posts, session_posts
from arrowtui.store.times import stamp

if TYPE_CHECKING:
    from arrowtui.lanes.fates import Told

# The rules of chats are imported where they are first needed: they take 60 ms, and a start shall not wait for them.
BACK, AHEAD = timedelta(days=60), timedelta(days=35)
SKIPPED = "You said so in the settings."
ENOUGH = 3
"""Questions after which somebody counts as a host."""
FEW = 300
"""Posts up to which a session without a numbered question is filed to see whether anything was asked."""
States = Mapping[tuple[str, int], WatchState]


@dataclass
class Agenda:
    """Looks at chats. What was found out of a session is held as long as nothing more comes to it."""

    _asked: dict[tuple[str, datetime, int], bool] = field(default_factory=dict)

    async def lines(self, db: Connection, chat: FollowedChat, states: States, now: datetime) -> list[SessionLine]:
        """The sessions of the last 60 days of which anything is known, the one that is on, and the next; before it
        those that are called off."""
        known = planned(chat, now - BACK, now + AHEAD)
        told = await _told(db, chat, known, now)
        lines = []
        for window in _with_moved(known, told):
            state = states.get((chat.series.hashtag, stamp(window.starts_at)))
            is_near = window.starts_at - EARLY <= now
            since, until = window.starts_at - EARLY, window.ends_at + TAIL
            posts = await post_count(db, chat.hashtags, since, until) if is_near else 0
            line = SessionLine(chat, window, When.NEXT, posts, state)
            lines.append(await self._fated(db, line, told.get(window.starts_at), now))
        return list(_worth(lines, now))

    async def _fated(self, db: Connection, line: SessionLine, told: "Told | None", now: datetime) -> SessionLine:
        """What became of it. Where a question was asked it went as planned, whatever was said."""
        window = line.window
        if window.starts_at <= now and line.posts and await self._was_asked(db, line):
            told = None
        elif window.ends_at <= now and told is None:
            line = replace(line, fate=Fate.NO_SHOW)
        if told is not None:
            to = told.moved_to.starts_at if told.moved_to else None
            line = replace(line, fate=told.fate, told=told.words, moved_to=to)
        return replace(line, when=_when(line, now))

    async def _was_asked(self, db: Connection, line: SessionLine) -> bool:
        """Whether any question was put in its window."""
        window, chat = line.window, line.chat
        key = chat.series.hashtag, window.starts_at, line.posts
        if key not in self._asked:
            numbered = await question_posts(db, chat.hashtags, window.starts_at - EARLY, window.ends_at + EARLY)
            self._asked[key] = any(map(_puts_question, numbered)) or (
                line.posts <= FEW and await _has_question(db, line)
            )
        return self._asked[key]


def planned(chat: FollowedChat, after: datetime, before: datetime) -> tuple[Window, ...]:
    """The sessions by the rule and those the person added, in order of time."""
    from arrowtui.lanes.schedule import windows

    extra = [window for window in chat.extras if after <= window.starts_at < before]
    by_start = {window.starts_at: window for window in (*windows(chat.series, after, before), *extra)}
    return tuple(by_start[start] for start in sorted(by_start))


async def as_told(db: Connection, chat: FollowedChat, now: datetime) -> FollowedChat:
    """The chat with what its hosts have said: sessions called off are left out, moved ones stand where they went."""
    zone = ZoneInfo(chat.series.tz)
    told = await _told(db, chat, planned(chat, now - timedelta(days=1), now + AHEAD), now)
    off = {start.astimezone(zone).date() for start in told}
    moved = [one.moved_to for one in told.values() if one.moved_to is not None]
    return replace(chat, skips=chat.skips | off, extras=(*chat.extras, *moved))


def held(chat: FollowedChat, after: datetime, before: datetime) -> tuple[Window, ...]:
    """The sessions that start then and are not called off."""
    zone = ZoneInfo(chat.series.tz)
    extra = {window.starts_at for window in chat.extras}
    return tuple(
        window
        for window in planned(chat, after, before)
        if window.starts_at in extra or window.starts_at.astimezone(zone).date() not in chat.skips
    )


async def _told(
    db: Connection, chat: FollowedChat, known: Sequence[Window], now: datetime
) -> "Mapping[datetime, Told]":
    """What hosts said of sessions that do not go as planned; the person's own word goes before theirs."""
    from arrowtui.lanes.fates import Told, fates, kind_of

    zone = ZoneInfo(chat.series.tz)
    skipped = {
        window.starts_at: Told(Fate.CANCELLED, SKIPPED)
        for window in known
        if window.starts_at.astimezone(zone).date() in chat.skips
    }
    posts = [post for post in await fate_posts(db, chat.hashtags, now - BACK, now) if kind_of(post.text)]
    if not posts:
        return skipped
    numbered = await question_posts(db, chat.hashtags, now - BACK, now)
    askers = Counter(post.author for post in numbered if _puts_question(post))
    by_hosts = [chat_post(post) for post in posts if _is_host(chat, post.author, askers)]
    return {**fates(chat.series, by_hosts, known), **skipped}


def _is_host(chat: FollowedChat, author: str, askers: Counter[str]) -> bool:
    """Named by the person, carrying the hashtag in the handle, or asking questions again and again."""
    from arrowtui.lanes.chat_read import handle

    who = handle(author)
    named = {handle(name) for name in chat.series.moderators}
    return who in named or any(tag in who for tag in chat.hashtags) or askers[author] >= ENOUGH


def _puts_question(post: StoredPost) -> bool:
    from arrowtui.lanes.chat_read import read

    return read(chat_post(post)).puts_number is not None


async def _has_question(db: Connection, line: SessionLine) -> bool:
    """Whether a small session has a question without a number."""
    from arrowtui.lanes.chats import assemble

    window = line.window
    posts = await session_posts(db, line.chat.hashtags, window.starts_at - EARLY, window.ends_at + TAIL)
    return any(filed.role is Role.QUESTION for filed in assemble(line.chat.series, map(chat_post, posts)).posts)


def _with_moved(known: Sequence[Window], told: "Mapping[datetime, Told]") -> list[Window]:
    by_start = {window.starts_at: window for window in known}
    for one in told.values():
        if one.moved_to is not None:
            by_start.setdefault(one.moved_to.starts_at, one.moved_to)
    return [by_start[start] for start in sorted(by_start)]


def _when(line: SessionLine, now: datetime) -> When:
    window = line.window
    if window.ends_at > now:
        is_off = line.fate in (Fate.CANCELLED, Fate.MOVED)
        return When.NEXT if window.starts_at > now or is_off else When.LIVE
    is_read = line.state in (WatchState.READ, WatchState.REFLECTED)
    return When.TO_READ if line.posts and line.fate is None and not is_read else When.PAST


def _worth(lines: Iterable[SessionLine], now: datetime) -> Iterator[SessionLine]:
    """What says something: nothing after the next one that is held, no empty hours from before anything was read."""
    is_read_yet = False
    for line in lines:
        is_read_yet = is_read_yet or bool(line.posts)
        if line.fate is not Fate.NO_SHOW or line.state or is_read_yet:
            yield line
        if line.window.starts_at > now and line.fate is None:
            return
