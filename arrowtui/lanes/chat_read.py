"""One post of a chat as its own words show it, read once: labels, bare words, what is said to whom."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from sys import intern

from arrowtui.lanes import chat_cues as cues
from arrowtui.lanes.chat_labels import Label, Side, closing_label, labels, spelled
from arrowtui.model.chat import ChatPost
from arrowtui.model.replace import replace

RT = re.compile(r"^\s*(?:RT|MT|♻️?|🔁) ?:?\s?@[\w.\-@]+:?\s*|^\s*\"@[\w.\-]+:?\s")
MENTION = re.compile(r"^\W*@[\w.\-@]+")
TAGS = re.compile(r"[#@][\w.\-@]+|https?://\S+")
SEPARATED = re.compile(r"^\s*(?:\([^)]{1,14}\)\s*)?[:.)\-–—!]")
ASKS_AT_END = re.compile(r"\?\s*(?:like [^.]{0,20}\??)?[^\w\"'»”“]*$")


@dataclass
class Said:
    """A post read. `who` is its author's handle as handles are compared; `text` has numbers and letters spelled out;
    `key` is its place in time: posts of the same instant stand in the order of their ids."""

    post: ChatPost
    key: tuple[datetime, str]
    who: str
    text: str
    labels: tuple[Label, ...]
    closing: Label | None

    def laid_by(self) -> "Said":
        """The same without what was worked out of it: thousands of posts are held, and few are looked at again."""
        return replace(self)

    @cached_property
    def folded(self) -> str:
        """The text without regard to case."""
        return self.text.casefold()

    @cached_property
    def tagless(self) -> str:
        """The text without tags, mentions and links."""
        return TAGS.sub("", self.text)

    @cached_property
    def bare(self) -> str:
        """The same, white space folded: what two copies of a text share."""
        return bare(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words that carry what it is about."""
        return stems(self.text)

    @cached_property
    def is_repost(self) -> bool:
        """Whether it says that it passes on somebody's words."""
        return RT.match(self.text) is not None

    @cached_property
    def asking(self) -> Label | None:
        """Its first label on the side of questions."""
        return next((label for label in self.labels if label.side is Side.ASK), None)

    @property
    def puts_number(self) -> int | None:
        """The number it puts at its head as a question is put, whoever wrote it: "Q3: What ...", "Question 3 of 6"."""
        first = next(iter(self.labels), None)
        if first is None or first.side is not Side.ASK or first.start >= 25 or RT.match(self.text):
            return None
        rest = self.text[first.end :]
        is_put = SEPARATED.match(rest) is not None or ("?" in rest and not self.post.reply_to)
        return first.number if is_put and not cues.COMING.match(rest) else None

    @property
    def is_opening(self) -> bool:
        """Whether it speaks as hosts do before they begin."""
        return cues.OPENING.search(self.text.casefold()) is not None

    @property
    def says_it_hosts(self) -> bool:
        """Whether its author calls herself host or guest."""
        return cues.HOSTS_IT.search(self.text) is not None

    @cached_property
    def is_closing(self) -> bool:
        """Whether it says thanks and goodbye, or promises a record."""
        return cues.CLOSING.search(self.folded) is not None


def read(post: ChatPost) -> Said:
    """Read one post."""
    text = spelled(post.text).strip()
    return Said(post, (post.posted_at, post.id), intern(handle(post.author)), text, labels(text), closing_label(text))


def handle(author: str) -> str:
    """A handle as it is compared: no @, no case."""
    return author.removeprefix("@").casefold()


def bare(text: str) -> str:
    """A text without tags, mentions and links, white space folded."""
    return " ".join(TAGS.sub(" ", text).split()).strip(" .#")


def stems(text: str) -> frozenset[str]:
    """The words of a text that carry what it is about, cut to rough stems."""
    return cues.content_words(TAGS.sub(" ", text))
