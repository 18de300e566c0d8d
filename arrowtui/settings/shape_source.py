"""What may be set about a source: where it is, what it is, how often it is asked, what becomes of its items."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct, field

from arrowtui.ingest.clean import clean_line
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.settings.amounts import DAYS, MINUTES, YES_NO, Days, Minutes
from arrowtui.settings.says import says

LaneWord = Literal["auto", "tips", "chats", "calls"]
KindWord = Literal[
    "feed",
    "mastodon",
    "bluesky",
    "pinterest",
    "x",
    "facebook",
    "reddit",
    "hackernews",
    "lobsters",
    "lemmy",
    "stackexchange",
    "discourse",
    "youtube",
    "github",
    "tumblr",
    "wordpress",
    "substack",
    "greader",
    "fever",
    "mail",
    "page",
    "command",
    "saved",
]
KINDS = get_args(KindWord)
SETTINGS_LANES: Mapping[str, Lane | None] = {
    "auto": None,
    "tips": Lane.TIP,
    "chats": Lane.CHAT,
    "calls": Lane.CALL,
}

_WEB = r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/\x00-\x20\x7f-\x9f][^\s\x00-\x20\x7f-\x9f]*"
_MAILBOX = r"(?:imaps?|maildir|mbox|eml)://[^\s\x00-\x20\x7f-\x9f]+"
_OTHER = r"(?:command|saved):[^\x00-\x1f\x7f-\x9f]*"
Web = Annotated[str, Meta(pattern=f"^{_WEB}$")]
Address = Annotated[str, Meta(pattern=rf"^(?:{_WEB}|{_MAILBOX}|{_OTHER})$")]


class SourceEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One source that is polled."""

    address: Annotated[
        Address,
        says(
            "Where it is: a web address, a mailbox (imaps://, maildir://, mbox://) or a program (command:).",
            'a web address in quotes such as "https://blog.example.org/feed"',
        ),
    ]
    kind: Annotated[
        KindWord,
        says(
            "What it is; feed is RSS, Atom, RDF, CDF or JSON Feed. See docs/sources.md.", f"one of {', '.join(KINDS)}"
        ),
    ] = "feed"
    title: Annotated[
        str | None,
        says("Your own name for it; left out, it is called what it calls itself.", "text in quotes"),
    ] = None
    lane: Annotated[
        LaneWord,
        says("auto, tips, chats or calls: the tab its items go to.", "auto, tips, chats or calls"),
    ] = "auto"
    tags: Annotated[
        tuple[str, ...],
        says("Words to find it by.", 'a list of words such as ["work", "maths"]'),
    ] = ()
    every_min: Annotated[Minutes | None, says("Minutes between two polls of this source.", MINUTES)] = None
    paused: Annotated[bool, says("true leaves it unasked; what it brought stays.", YES_NO)] = False
    keep_days: Annotated[Days | None, says("Days after which its items are let go; 0 means never.", DAYS)] = None
    duplicates: Annotated[
        Literal["join", "keep"],
        says(
            "join: what another source has brought already is shown once; keep: its items always stand by themselves.",
            "join or keep",
        ),
    ] = "join"
    gather: Annotated[
        bool,
        says(
            "true: what it brings are answers to a call-out of your own; they stand in its collection, in no tab.",
            YES_NO,
        ),
    ] = False
    options: Annotated[
        dict[str, str],
        says("What only this kind of source knows, as names and words.", "a table of names and texts"),
    ] = field(default_factory=dict)

    def wish(self, every_min: int | None, keep_days: int | None = None) -> Wish:
        """The noun the other rooms know; what is handed in counts where the entry says nothing itself."""
        kept = self.keep_days if self.keep_days is not None or self.gather else keep_days
        return Wish(
            self.kind,
            self.address,
            clean_line(self.title or "") or None,
            SETTINGS_LANES[self.lane],
            tuple(map(clean_line, self.tags)),
            self.every_min if self.every_min is not None else every_min,
            self.paused,
            tuple(self.options.items()),
            kept or None,
            self.duplicates == "join",
            self.gather,
        )
