"""Searches the person keeps: lists of her own, asked by their names."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from arrowtui.ingest.clean import clean_line
from arrowtui.model.item import KeptSearch, Scope
from arrowtui.model.lane import Lane
from arrowtui.settings.says import says

SearchLane = Literal["any", "tips", "chats", "calls", "noise"]
SearchScope = Literal["unread", "all", "kept", "later", "dismissed"]
LANES = {"any": None, "tips": Lane.TIP, "chats": Lane.CHAT, "calls": Lane.CALL, "noise": Lane.NOISE}
Words = Annotated[str, Meta(pattern=r"\w")]


class SearchEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One search that is kept: it stands in the side panel, and `arrowtui list --search NAME` lists it."""

    name: Annotated[Words, says("What you call it.", "a name in quotes")]
    words: Annotated[Words, says("What is searched for.", 'a search such as "night shift" -crypto')]
    lane: Annotated[
        SearchLane,
        says("any, tips, chats, calls or noise: where it searches.", "any, tips, chats, calls or noise"),
    ] = "any"
    scope: Annotated[
        SearchScope,
        says("unread, all, kept, later or dismissed: among which items.", "unread, all, kept, later or dismissed"),
    ] = "all"

    def search(self) -> KeptSearch:
        """The noun the other rooms know."""
        return KeptSearch(clean_line(self.name), self.words, LANES[self.lane], Scope(self.scope))
