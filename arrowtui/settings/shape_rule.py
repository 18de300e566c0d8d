"""Rules of the person's own: which items, and what becomes of them when they arrive."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from arrowtui.ingest.clean import clean_line
from arrowtui.model.lane import Lane
from arrowtui.model.rule import Rule
from arrowtui.settings.says import says

RuleLane = Literal["tips", "chats", "calls", "noise"]
LANES = {"tips": Lane.TIP, "chats": Lane.CHAT, "calls": Lane.CALL, "noise": Lane.NOISE}
Words = Annotated[str, Meta(pattern=r"\w")]
LACKS_CONDITION = "says of no item: give it match, source, kind or author"
LACKS_ACT = "does nothing: give it lane, tags, read, keep or dismiss"
AT_ODDS = "cannot keep an item and dismiss it"


class RuleEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One rule for items that arrive. All that it names must hold; what you placed yourself it never moves."""

    match: Annotated[
        Words | None, says("Words of the item, as you would search for them.", 'a search such as "night shift" -crypto')
    ] = None
    source: Annotated[Words | None, says("The title or address of a source.", "text in quotes")] = None
    kind: Annotated[Words | None, says("A kind of source, such as mastodon.", "a kind of source in quotes")] = None
    author: Annotated[Words | None, says("A name or handle, or a part of it.", "text in quotes")] = None
    lane: Annotated[
        RuleLane | None, says("tips, chats, calls or noise: the tab they go to.", "tips, chats, calls or noise")
    ] = None
    tags: Annotated[tuple[Words, ...], says("Tags they are given.", 'a list of words such as ["work"]')] = ()
    keep: Annotated[bool, says("true keeps them with a star.", "true or false")] = False
    read: Annotated[bool, says("true marks them read.", "true or false")] = False
    dismiss: Annotated[bool, says("true dismisses them from every list.", "true or false")] = False
    name: Annotated[str, says("What you call it; left out, its words.", "text in quotes")] = ""

    @property
    def fault(self) -> str | None:
        """What is wrong with it as a whole."""
        if not (self.match or self.source or self.kind or self.author):
            return LACKS_CONDITION
        if self.lane is None and not (self.tags or self.read or self.keep or self.dismiss):
            return LACKS_ACT
        return AT_ODDS if self.keep and self.dismiss else None

    def rule(self) -> Rule:
        """The noun the other rooms know."""
        tags = (clean_line(tag, 60).lstrip("#").strip().lower() for tag in self.tags)
        named = clean_line(self.name) or clean_line(self.match or self.author or self.source or self.kind or "")
        return Rule(
            name=named,
            words=self.match or "",
            source=clean_line(self.source or ""),
            kind=clean_line(self.kind or ""),
            author=clean_line(self.author or ""),
            lane=LANES[self.lane] if self.lane else None,
            tags=tuple(dict.fromkeys(filter(None, tags))),
            keep=self.keep,
            dismiss=self.dismiss,
            read=self.read,
        )
