"""How one letter writes its queries: patterns and words, no code. A new letter is a file with a `Profile` in it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

SUMMARY, NAME, CATEGORY, EMAIL, OUTLET = "Summary", "Name", "Category", "Email", "Media Outlet"
DEADLINE, QUERY, REQUIREMENTS = "Deadline", "Query", "Requirements"

LABELS: Mapping[str, str] = MappingProxyType(
    {
        word: name
        for name, words in (
            (SUMMARY, "summary|headline|title"),
            (NAME, "name|journalist|reporter"),
            (CATEGORY, "category|categories|topic"),
            (EMAIL, "email|e-mail|email address|reply to|respond"),
            (OUTLET, "media outlet|outlet|publication|media"),
            (DEADLINE, "deadline|due|closes"),
            (QUERY, "query|request|details|source request"),
            (REQUIREMENTS, "requirements|requirement"),
        )
        for word in words.split("|")
    }
)
"""What the facts of a query are called in letters, folded, and what they are called here."""

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
NUMBERED = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})?\s?[).]\s*summary\s*:\s*(?P<title>.*)", re.IGNORECASE)
ENDS = re.compile(
    r"\s*(?:[-_=*~#•]{8,}|(?:[-_=*~#]\s){6,}[-_=*~#]?|\W*back to (?:top|the top|index|category index)\b.*)\s*",
    re.IGNORECASE,
)
LONGEST_LINE = 2_000
"""Characters of a line that may mean something; longer ones are text."""


def is_rule(line: str) -> bool:
    """Whether a line ends a query: a rule, or "Back to Top"."""
    return len(line) <= LONGEST_LINE and ENDS.fullmatch(line) is not None


class Profile(Struct, frozen=True):
    """One letter.

    `domains` are those of its senders, () for any; `subject` must match where given. `opens` match the line a query
    begins with (group `title`). At least `least` of `labels` in a block make it a query. `ids` find what tells it from
    all others (their first group, else the whole match); else it is told by summary, address and deadline. `deadline`
    are labels whose values make up the deadline together. `page` finds the link of a query's own page.
    `hints` are words, in lower case, without any of which a letter need not be looked at closely.
    `is_single`: the whole letter is one query, and `subject` has the groups `title` and `outlet`.
    """

    name: str
    domains: tuple[str, ...] = ()
    subject: re.Pattern[str] | None = None
    opens: tuple[re.Pattern[str], ...] = (NUMBERED,)
    labels: Mapping[str, str] = field(default_factory=lambda: LABELS)
    least: int = 2
    ids: tuple[re.Pattern[str], ...] = (UUID,)
    deadline: tuple[str, ...] = ()
    page: re.Pattern[str] | None = None
    hints: tuple[str, ...] = ()
    is_single: bool = False

    def is_from(self, domain: str, subject: str) -> bool:
        """Whether a letter of this sender and subject is of this make."""
        known = not self.domains or any(domain == own or domain.endswith(f".{own}") for own in self.domains)
        return known and (self.subject is None or self.subject.search(subject) is not None)

    def may_be_in(self, *texts: str) -> bool:
        """Whether it is worth while to look for queries in these versions of a letter."""
        return not self.hints or any(hint in text for text in map(str.lower, texts) for hint in self.hints)

    def title_in(self, line: str) -> str | None:
        """The title a line opens a query with; None for any other line. The title may be empty."""
        for opens in self.opens if len(line) <= LONGEST_LINE else ():
            if found := opens.fullmatch(line):
                return found["title"].strip()
        return None
