"""Chats nobody follows yet, found in what was read."""

from msgspec import Struct

from arrowtui.model.chat import Series, Window
from arrowtui.model.chat_board import FollowedChat, SessionLine, When
from arrowtui.model.pack import ChatWish


class FoundChat(Struct, frozen=True):
    """A series that comes back. `sessions` is how often it met so far, `last` the latest meeting, `people` how many
    took part; `places` are where its hashtag can be asked for, as the settings name them (`where`)."""

    series: Series
    sessions: int
    people: int
    last: Window
    places: tuple[str, ...] = ()

    @property
    def hashtag(self) -> str:
        """With its sign, folded: what it is known by."""
        return self.series.hashtag

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for it, in words."""
        people = "1 person" if self.people == 1 else f"{self.people} people"
        return f"numbered questions on {self.sessions} occasions at the same hour", f"{people} took part"

    @property
    def latest(self) -> SessionLine:
        """Its latest meeting, as if it were followed already."""
        chat = FollowedChat(self.hashtag, self.series, (self.hashtag.removeprefix("#"),))
        return SessionLine(chat, self.last, When.PAST)

    @property
    def wish(self) -> ChatWish:
        """What following it writes into the settings."""
        return ChatWish(
            (self.hashtag,),
            schedule=self.series.rrule or "",
            zone=self.series.tz,
            minutes=self.series.minutes,
            moderators=tuple(f"@{name}" for name in self.series.moderators),
            where=self.places,
        )
