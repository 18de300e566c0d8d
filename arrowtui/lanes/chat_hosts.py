"""Who runs a session, and since when? Told by what people do: who puts each number first, who opens, who is named.

Somebody who takes over from a lost host is one from her first question on, and a participant before.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from unicodedata import normalize

from msgspec import Struct, field

from arrowtui.lanes.chat_read import Said, handle
from arrowtui.model.chat import Series

ALWAYS = datetime.min.replace(tzinfo=UTC)
ENOUGH = 3
OPENINGS_COUNT = 2
_ROLE_NAMES = (
    r"(?:(?:guest|co-?)\s*hosts?|hosts?|guests?|modera\w*|invitad\w*|invité\w*|convidad\w*|gast\w*|gäste?|anfitri\w*"
    r"|gastgeber\w*|animé\w* par|conduz\w*)"
)
_SEVERAL = r"(?:[^\w@]+(?:and|y|und|et|en|e|&)?[^\w@]*@[\w.\-]+){0,3}"
_NAMED = re.compile(rf"{_ROLE_NAMES}[^\w@]+(?:\w+[^\w@]+){{0,4}}?(@[\w.\-]+{_SEVERAL})", re.IGNORECASE)
_ANNOUNCED = re.compile(
    rf"\b(?:with|con|avec|com|met|mit)[^\w@]+(?:\w+[^\w@]+){{0,4}}?(@[\w.\-]+{_SEVERAL})", re.IGNORECASE
)
"""Names a guest in what is said before the first question; later on "I agree with @ana" is only talk."""
_BY_NAME = re.compile(
    rf"(?i:{_ROLE_NAMES})(?:\s?:|,|\s(?:is|ist|es|est|é))?\s(?:(?:Dr|Prof)\.?\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s(?:(?:de|van|von|der|da|do|le|la)\s)?[A-ZÀ-Þ][\w'’-]+){1,2})"
)
"""A guest named as people are, not by a handle: "Guest: Gemma Hollis", who writes as `gemma_hollis`."""
_ACTS = re.compile(
    r"(@[\w.\-]+)\W{1,3}(?:(?:will |wird |va a |vai |va )?(?:asks?|asking|hosts?|hosting|leads?|moderates?"
    r"|joins?|answers?|stelt|stellt"
    r"|fragt|moderiert|modereert|beantwoordt|pregunta|modera|conduce|pose|posera|anime|animera|répond|faz|conduz"
    r"|responde))\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"@([\w.\-]+)")


class Hosts(Struct, frozen=True):
    """Handles (as `handle` gives them) of hosts, co-hosts and guests, each with the instant since when."""

    since: Mapping[str, datetime] = field(default_factory=dict)
    called: frozenset[str] = frozenset()
    """Whom hosts named as one of them, whether or not she has spoken; and who called herself one."""

    def runs(self, said: Said) -> bool:
        """Whether a post was written by somebody who ran the session then."""
        began = self.since.get(said.who)
        return began is not None and said.post.posted_at >= began

    def names(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self.since)


def tells_of_hosts(said: Said, known: Hosts, series: Series, asked_at: datetime | None) -> bool:
    """Whether a post may change who the hosts are. `asked_at` is when the first question was put."""
    return (
        said.puts_number is not None
        or asked_at is None
        or said.post.posted_at <= asked_at
        or said.says_it_hosts
        or said.who in known.since
        or _first_name(said.who) in known.called
        or _plain(_first_name(said.who)) in known.called
        or _is_the_chat(said.who, _bare_tag(series))
    )


def _first_name(who: str) -> str:
    """A handle as others write it: without its server."""
    return who.split("@")[0]


def _bare_tag(series: Series) -> str:
    return _plain(series.hashtag.casefold().translate(_UMLAUTS))


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a"})
"""As handles spell them."""


def _plain(name: str) -> str:
    """A name without signs and accents."""
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", normalize("NFD", name))


def _is_the_chat(who: str, tag: str) -> bool:
    """Whether an account is called like the chat."""
    return bool(tag) and tag in _plain(who)


def hosts(series: Series, posts: Sequence[Said]) -> Hosts:
    """Who runs a session, from all its posts in order of time."""
    asked, opened = _asked(posts), _opened(posts)
    since: dict[str, datetime] = {handle(name): ALWAYS for name in series.moderators}
    tag = _bare_tag(series)
    since |= {who: ALWAYS for who in {said.who for said in posts} if _is_the_chat(who, tag)}
    points: Counter[str] = Counter({who: min(count, OPENINGS_COUNT) for who, count in opened.items()})
    for who, numbers in asked.items():
        points[who] += sum(2 if is_first else -1 for _, is_first in numbers.values())
    for who, count in points.items():
        if count >= ENOUGH and who not in since:
            begins_later = not opened[who] and 1 not in asked[who]
            since[who] = min(at for at, _ in asked[who].values()) if begins_later and asked[who] else ALWAYS
    helpers, called = _helpers(since, posts)
    return Hosts(since | dict.fromkeys(helpers, ALWAYS), called)


def _asked(posts: Sequence[Said]) -> defaultdict[str, dict[int, tuple[datetime, bool]]]:
    """Author -> the numbers she put as questions: when, and whether before everybody else.

    Who put a number first is asking; the same letter from others is their way of answering.
    """
    first: dict[int, str] = {}
    found: defaultdict[str, dict[int, tuple[datetime, bool]]] = defaultdict(dict)
    for said in posts:
        number = said.puts_number
        if number is not None:
            is_first = first.setdefault(number, said.who) == said.who
            found[said.who].setdefault(number, (said.post.posted_at, is_first))
    return found


def _opened(posts: Sequence[Said]) -> Counter[str]:
    """How often each spoke like a host before the first question."""
    opened: Counter[str] = Counter()
    for said in posts:
        if said.puts_number is not None:
            break
        if said.is_opening and not said.post.reply_to:
            opened[said.who] += 1
    return opened


def _helpers(found: Mapping[str, datetime], posts: Sequence[Said]) -> tuple[set[str], frozenset[str]]:
    """Co-hosts and guests: named as such by a host, or saying so themselves in their first words; and all so named."""
    authors = {_plain(_first_name(said.who)): said.who for said in posts}
    authors |= {_first_name(said.who): said.who for said in posts}
    hosting = {_first_name(who) for who in found}
    helpers: set[str] = set()
    named: set[str] = set()
    claimed: set[str] = set()
    spoken: Counter[str] = Counter()
    has_begun = False
    for said in posts:
        spoken[said.who] += 1
        has_begun = has_begun or said.puts_number is not None
        if said.who in found:
            named |= _named(said, has_begun=has_begun)
        elif not has_begun and not said.post.reply_to and said.is_opening and _named(said, has_begun=True) & hosting:
            helpers.add(said.who)
        elif said.says_it_hosts:
            claimed.add(_first_name(said.who))
            if spoken[said.who] <= 2:
                helpers.add(said.who)
    by_hosts = {authors[name] for name in named if name in authors}
    return (helpers - set(found)) | by_hosts, frozenset(named | claimed)


def _named(said: Said, *, has_begun: bool) -> set[str]:
    """Whom a host's post names as a guest or co-host."""
    reads = (_NAMED, _ACTS) if has_begun else (_NAMED, _ACTS, _ANNOUNCED)
    words = " ".join(found for read in reads for found in read.findall(said.text)) if "@" in said.text else ""
    people = {_plain(found["name"].casefold().translate(_UMLAUTS)) for found in _BY_NAME.finditer(said.text)}
    return people | {name.rstrip(".").casefold() for name in _HANDLE.findall(words)}
