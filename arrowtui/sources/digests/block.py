"""One query of a letter: its facts by name, and its text."""

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from msgspec import Struct

from arrowtui.sources.digests.profile import DEADLINE, EMAIL, OUTLET, QUERY, REQUIREMENTS, SUMMARY, Profile

LABEL = re.compile(r"\s*(?P<label>[A-Z][A-Za-z/&'’ -]{1,38}?)\s?:(?:\s+(?P<value>\S.*)|\s*)")
WRAPPED_FROM = 58
"""A line this long was broken by a mail program, and goes on in the next."""


class Query(Struct, frozen=True):
    """A query as given: title, facts in their order (names as in the letter, or ours for those we know), text, the link
    of its own page."""

    title: str
    facts: tuple[tuple[str, str], ...]
    text: str
    native_id: str
    link: str | None = None

    def fact(self, name: str) -> str:
        """The value of a fact, "" where it is not given."""
        return next((value for known, value in self.facts if known == name), "")


def read_query(lines: Sequence[str], profile: Profile) -> Query:
    """The query in the lines of its block, the first of which opens it."""
    title, rest = _title(lines, profile)
    begin = _text_begins(rest, profile)
    facts, aside = _facts(rest[:begin], profile)
    named = _with_deadline(facts, profile)
    block = "\n".join(lines)
    page = profile.page.search(block) if profile.page else None
    return Query(
        title=title,
        facts=tuple((name, value) for name, value in named if value),
        text=_text(aside, rest[begin:], profile),
        native_id=_native_id(block, title, dict(reversed(named)), profile),
        link=page[0] if page else None,
    )


def _facts(lines: Sequence[str], profile: Profile) -> tuple[list[tuple[str, str]], list[str]]:
    """The facts of the lines above the text, each made whole over the lines it was broken into; and the other lines."""
    facts: list[tuple[str, str]] = []
    aside: list[str] = []
    width, is_open = 0, False
    for line in lines:
        label, value = _labelled(line)
        if label:
            facts.append((profile.labels.get(_folded(label), label), value))
        elif line.strip() and facts and (is_open or _goes_on(width, line)):
            name, before = facts[-1]
            facts[-1] = (name, f"{before} {line.strip()}".strip())
        elif line.strip():
            aside.append(line)
        is_open = bool(label and not value) or (is_open and not line.strip())
        width = len(line)
    return facts, aside


def _title(lines: Sequence[str], profile: Profile) -> tuple[str, list[str]]:
    """The title, with the lines it was broken over or the next line where none stands beside the number; the rest."""
    title, width, at = profile.title_in(lines[0]) or "", len(lines[0]), 1
    while at < len(lines) and (not title or _goes_on(width, lines[at])):
        if not lines[at].strip() or _labelled(lines[at])[0]:
            break
        title, width, at = f"{title} {lines[at].strip()}".strip(), len(lines[at]), at + 1
    return title, list(lines[at:])


def _text_begins(lines: Sequence[str], profile: Profile) -> int:
    """The line at which the facts end: the label of the text, else the first line that is no fact."""
    for at, line in enumerate(lines):
        if profile.labels.get(_folded(_labelled(line)[0])) == QUERY:
            return at
    width = 0
    seen = False
    for at, line in enumerate(lines):
        is_fact = bool(_labelled(line)[0]) or not line.strip()
        if not is_fact and not (seen and _goes_on(width, line)):
            return at
        seen |= bool(line.strip())
        width = len(line)
    return len(lines)


def _text(aside: list[str], lines: Sequence[str], profile: Profile) -> str:
    """What is left: remarks between the facts, then the text without the word "Query:" before it."""
    body = list(lines)
    if body:
        label, value = _labelled(body[0])
        if profile.labels.get(_folded(label)) == QUERY:
            body[0] = value
    remarks = "\n".join(aside).strip()
    return "\n\n".join(part for part in (remarks, "\n".join(body).strip()) if part)


def _labelled(line: str) -> tuple[str, str]:
    """Label and value of a line such as `Name: Ida`; ("", "") for any other."""
    found = LABEL.fullmatch(line)
    return (found["label"].strip(), (found["value"] or "").strip()) if found else ("", "")


def _goes_on(width: int, line: str) -> bool:
    return width >= WRAPPED_FROM and bool(line.strip()) and not _labelled(line)[0]


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _with_deadline(facts: list[tuple[str, str]], profile: Profile) -> list[tuple[str, str]]:
    """The facts with a deadline that is given in parts put together, in the place of its first part."""
    parts = dict(facts)
    if not profile.deadline or DEADLINE in parts:
        return facts
    whole = " ".join(parts[name] for name in profile.deadline if parts.get(name))
    first = next((name for name, _ in facts if name in profile.deadline), "")
    return [
        (DEADLINE, whole) if name == first else (name, value)
        for name, value in facts
        if name == first or name not in profile.deadline
    ]


def _native_id(block: str, title: str, facts: dict[str, str], profile: Profile) -> str:
    for pattern in profile.ids:
        if found := pattern.search(block):
            return (found[1] if pattern.groups else found[0]).lower()
    said = "\0".join(
        _folded(words) for words in (title or facts.get(SUMMARY, ""), facts.get(EMAIL, ""), facts.get(DEADLINE, ""))
    )
    return f"query:{blake2b(said.encode('utf-8', 'replace'), digest_size=16).hexdigest()}"


def known_labels(lines: Sequence[str], profile: Profile) -> Iterator[str]:
    """What we call the facts that stand in these lines."""
    for line in lines:
        if name := profile.labels.get(_folded(_labelled(line)[0])):
            yield name


def single_query(subject: str, lines: Sequence[str], profile: Profile) -> Query:
    """A letter that is one query: its title and outlet stand in the subject, facts anywhere in its lines."""
    found = profile.subject.search(subject) if profile.subject else None
    title = found["title"].strip() if found else subject
    facts = {OUTLET: found["outlet"].strip()} if found else {}
    for line in lines:
        label, value = _labelled(line)
        name = profile.labels.get(_folded(label))
        if name and value and name not in (QUERY, SUMMARY, REQUIREMENTS):
            facts.setdefault(name, value)
    return Query(title, tuple(facts.items()), "", "")
