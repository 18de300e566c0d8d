"""Whether a post puts a question, and which: asked again, misnumbered, put right, asked in a host's stead."""

import re
from datetime import timedelta
from difflib import SequenceMatcher

from msgspec import Struct

from arrowtui.lanes import chat_cues as cues
from arrowtui.lanes.chat_book import Book
from arrowtui.lanes.chat_labels import BY_KEY, Label, Side
from arrowtui.lanes.chat_read import SEPARATED, Said, bare

MISNUMBERED = timedelta(minutes=3)
"""How long after a question with a wrong number its host may say so, and answers follow the wrong one."""


class Questions(Struct, frozen=True):
    """The questions of a session so far, and what the next post is to them."""

    book: Book

    def asks(self, said: Said) -> int | None:
        """The number of the question a host's post puts, corrected where it slipped."""
        if said.closing is not None and said.closing.side is Side.ASK and self.book.has_asked:
            return self.book.next_free() if said.closing.letter == "B" or "?" in said.text else None
        label = said.asking
        if label is None or label.number is None or (label.letter == BY_KEY and not self._numbers_by_key(said)):
            return None
        rest = said.text[label.end :]
        if cues.COMING.match(rest) or len(bare(rest).split()) < 3:
            return None
        if any(one.side is Side.ANSWER and one.start < label.start for one in said.labels):
            return None
        before = self.book.wording(label.number)
        if before is not None:
            return self._asked_again(said, label, before)
        if cues.OWN_SLIP.search(said.folded) and "?" not in rest:
            return None
        separated = SEPARATED.match(rest) is not None
        at_head = len(re.findall(r"\w+", said.text[: label.start])) <= 3
        return (
            label.number if separated or (at_head and (not cues.OWN_SLIP.search(said.folded) or "?" in rest)) else None
        )

    def _asked_again(self, said: Said, label: Label, before: Said) -> int | None:
        number = label.number or 0
        if label.start > 8 and said.stems & before.stems:
            return number
        if SequenceMatcher(None, bare(said.text[label.end :]), before.bare[label.end :]).ratio() > 0.6:
            return number
        if "?" not in said.text and said.who != before.who:
            return None  # one host answers what the other asked, under the same label
        if label.start > 3 or said.post.reply_to or not re.match(r"^\s*[:.)\-–—]?\s*\w", said.text[label.end :]):
            return None
        slipped = self.book.next_free()
        self.book.put("misnumbered", number, (slipped, said.post.posted_at))
        return slipped

    def _numbers_by_key(self, said: Said) -> bool:
        """Whether a number drawn as a key is a question's: one key, not a list, and the next number or an old one."""
        numbers = [label.number or 0 for label in said.labels if label.letter == BY_KEY]
        return len(numbers) == 1 and (numbers[0] <= self.book.next_free() or self.book.wording(numbers[0]) is not None)

    def answers_other(self, said: Said, first: Label) -> bool:
        """Whether a host answers another host's question under its own label: "T1: bring a book."."""
        asked = self.book.wording(first.number)
        return asked is not None and asked.who != said.who and first.start < 4 and "?" not in said.text[first.end :]

    def corrects(self, said: Said) -> bool:
        """Whether a host puts a number right, or names one that is still to come, and asks nothing."""
        numbers = [label.number for label in said.labels if label.side is Side.ASK]
        if not numbers or cues.OWN_SLIP.search(said.folded) is None:
            return False
        return self._put_right(said, numbers[0] or 0) or len(numbers) >= 2 or (numbers[0] or 0) >= self.book.next_free()

    def _put_right(self, said: Said, meant: int) -> bool:
        """ "Sorry, T2!" right after a question numbered 3, when no second was put: it was the second."""
        last = self.book.last_question_of(said.who)
        if last is None or last.question is None or said.post.posted_at - last.post.posted_at > MISNUMBERED:
            return False
        if meant and meant != last.question and self.book.wording(meant) is None:
            self.book.renumber(last, meant, said.key)
            return True
        return False

    def stands_in(self, said: Said) -> bool:
        """A participant takes over from a silent host: the next number, put as a question."""
        label = said.asking
        if label is None or not self.book.has_asked or said.post.reply_to or label.number != self.book.next_free():
            return False
        rest = said.text[label.end :]
        return "?" in rest and len(bare(rest).split()) >= 3 and not cues.COMING.match(rest)
