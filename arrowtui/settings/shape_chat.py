"""Chats the person follows: hashtag, schedule, and where they are read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from arrowtui.ingest.clean import clean_line
from arrowtui.model.chat import Series, Window
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.lane import Lane
from arrowtui.model.pack import ChatWish
from arrowtui.model.subscription import Wish
from arrowtui.settings.says import says

if TYPE_CHECKING:
    from arrowtui.lanes.schedule_words import Schedule

Hashtag = Annotated[str, Meta(pattern=r"^#?\w{2,60}$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
DayAndHour = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d \d\d:\d\d$")]
Minutes = Annotated[int, Meta(ge=5, le=20160)]
SCHEDULE_WORDS = 'words such as "Tuesdays 8pm ET" or "1st and 3rd Wed 20:00 Europe/London", or an RFC 5545 rule'
PLACES = {
    "bluesky": ("bluesky", "https://bsky.app/hashtag/{tag}"),
    "x": ("x", "https://x.com/hashtag/{tag}"),
}
"""Places that are one platform; any other place is a server of the Mastodon family."""


def is_day(words: str) -> bool:
    """Whether a day, or a day and an hour, stands in the calendar."""
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True


class ChatEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One chat that is followed: its sessions stand in the Chats tab."""

    hashtags: Annotated[
        Annotated[tuple[Hashtag, ...], Meta(min_length=1)],
        says("Its hashtag; several where it has changed.", 'a list such as ["#edchat"]'),
    ]
    name: Annotated[str, says("What you call it; left out, its first hashtag.", "text in quotes")] = ""
    schedule: Annotated[str, says("When it meets, on the clock of its host.", SCHEDULE_WORDS)] = ""
    zone: Annotated[
        str, says("The zone of that clock, where the schedule names none.", 'a name such as "America/New_York"')
    ] = ""
    minutes: Annotated[
        Minutes | None, says("How long a session lasts; 60 unless the schedule says so.", "minutes, 5 to 20160")
    ] = None
    moderators: Annotated[
        tuple[str, ...], says("Who runs it; others are inferred.", 'a list of handles such as ["@ida"]')
    ] = ()
    where: Annotated[
        tuple[str, ...],
        says(
            "Where its hashtag is asked for: servers such as social.example.org, bluesky, x.",
            'a list such as ["social.example.org", "bluesky"]',
        ),
    ] = ()
    no_session: Annotated[
        tuple[Day, ...],
        says("Days on which it does not meet, on the host's calendar.", 'a list of days such as ["2026-12-22"]'),
    ] = ()
    extra: Annotated[
        tuple[DayAndHour, ...],
        says("Sessions besides the schedule, on the host's clock.", 'a list such as ["2026-12-29 20:00"]'),
    ] = ()
    login: Annotated[
        str,
        says(
            "Your handle at Bluesky: with its app password searches go back as far as need be.",
            'a handle such as "ida.example"',
        ),
    ] = ""
    jetstream: Annotated[
        bool,
        says(
            "true hears Bluesky's stream of all posts while it is on (some GB a day, for that hour only).",
            "true or false",
        ),
    ] = False
    tags: Annotated[tuple[str, ...], says("Words to find it by.", 'a list of words such as ["work"]')] = ()

    def folded(self) -> tuple[str, ...]:
        """The hashtags without the sign, in small letters."""
        return tuple(tag.removeprefix("#").casefold() for tag in self.hashtags)

    def plan(self) -> "Schedule | None":
        """When it meets; None where that is not said, or not understood."""
        from arrowtui.lanes.schedule_words import schedule_of  # late: 30 ms, and every start reads the settings

        return schedule_of(self.schedule, self.zone or None) if self.schedule else None

    def is_sound(self) -> bool:
        """Whether its schedule, zone and days are understood."""
        if self.zone and not self.schedule:
            from arrowtui.lanes.schedule_words import is_zone  # late, as below

            if not is_zone(self.zone):
                return False
        has_plan = not self.schedule or self.plan() is not None
        return has_plan and all(map(is_day, (*self.no_session, *self.extra)))

    def followed(self) -> FollowedChat:
        """The noun the other rooms know."""
        from zoneinfo import ZoneInfo  # start-up time: many follow no chat

        tags, plan = self.folded(), self.plan()
        series = Series(
            hashtag=f"#{tags[0]}",
            rrule=plan.rrule if plan else None,
            tz=plan.tz if plan else "UTC",
            minutes=self.minutes or (plan.minutes if plan else 60),
            moderators=tuple(map(clean_line, self.moderators)),
        )
        zone = ZoneInfo(series.tz if plan else self.zone or "UTC")
        extras = (datetime.fromisoformat(extra).replace(tzinfo=zone).astimezone(UTC) for extra in self.extra)
        length = timedelta(minutes=series.minutes)
        return FollowedChat(
            clean_line(self.name) or f"#{tags[0]}",
            series,
            tags,
            skips=frozenset(map(date.fromisoformat, self.no_session)),
            extras=tuple(Window(start, start + length) for start in extras),
        )

    def chat_wish(self) -> ChatWish:
        """The entry as it stands."""
        return ChatWish(
            self.hashtags, self.name, self.schedule, self.zone, self.minutes, self.moderators, self.where, self.tags
        )

    def wishes(self) -> Iterator[Wish]:
        """The sources that stand for where it is read: what they bring goes to the Chats, untagged answers included."""
        for place in self.where:
            for tag in self.folded():
                kind, address = PLACES.get(place.lower(), ("mastodon", f"https://{place}/tags/{{tag}}"))
                yield Wish(
                    kind,
                    address.format(tag=tag),
                    f"#{tag} on {place}",
                    Lane.CHAT,
                    tuple(map(clean_line, self.tags)),
                    options=self._options(kind),
                )

    def _options(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Answers without the tag on Mastodon; what only Bluesky knows."""
        if kind != "bluesky":
            return (("threads", "yes"),) if kind == "mastodon" else ()
        login = (("login", self.login),) if self.login else ()
        return (*login, ("stream", "session")) if self.jetstream else login
