"""The visible rules: every cue and mark speaks for a lane with a weight; the loudest lane wins."""

from arrowtui.lanes.features import CUES, Seen
from arrowtui.model.lane import Lane

Scores = dict[Lane, float]

SUSPECTED = "looks like a call that wants money, papers or links"
"""The reason given for a scam: noise, but its call is still read, to show what is wrong with it."""

START: Scores = {Lane.TIP: 0.0, Lane.CHAT: -1.0, Lane.CALL: 0.0, Lane.NOISE: 1.2}

FLOORS = ((Lane.CALL, 1.5), (Lane.CHAT, 0.5))
"""What must speak for a call or a chat at least: both want something of the reader, so both say so."""
ARTICLE_FLOORS = ((Lane.CALL, 4.0), (Lane.CHAT, 3.0), (Lane.TIP, 2.5))
"""The same in articles: they hold words of every kind, and few of them ask."""
ARTICLES = frozenset({"kind_feed", "kind_page"})
THIN = 4.0
"""How much every point below the floor counts against a lane."""

MARKS: tuple[tuple[str, Lane, float, str], ...] = (
    ("label_question", Lane.CHAT, 2.6, "begins with a numbered question"),
    ("label_answer", Lane.CHAT, 2.0, "begins with an answer label"),
    ("label_keycap", Lane.CHAT, 1.2, "begins with a number drawn as a key"),
    ("label_tag", Lane.CHAT, 2.2, "label and hashtag together"),
    ("inner_label_tag", Lane.CHAT, 2.6, "a numbered label beside a hashtag"),
    ("inner_label", Lane.CHAT, 0.8, "has a numbered label"),
    ("chat_tag", Lane.CHAT, 1.6, "carries a chat's hashtag"),
    ("own_tag", Lane.CHAT, 1.6, "the hashtag is the account's own"),
    ("series", Lane.CHAT, 3.0, "carries the hashtag of a known chat"),
    ("faq", Lane.TIP, 3.0, "answers common questions"),
    ("email", Lane.CALL, 0.8, "gives an e-mail"),
    ("phone", Lane.CALL, 0.6, "gives a telephone number"),
    ("invites", Lane.CALL, 3.6, "its title bids readers to answer"),
    ("options", Lane.CALL, 1.4, "offers options to choose from"),
    ("fields", Lane.CALL, 1.0, "is set out like a request form"),
    ("asks", Lane.CALL, 0.4, "asks a question"),
    ("list", Lane.TIP, 1.0, "is a list of steps"),
    ("headed", Lane.TIP, 1.2, "its title names a how-to"),
    ("measures", Lane.TIP, 0.6, "gives measures"),
    ("figures", Lane.TIP, 0.6, "gives figures"),
    ("order", Lane.TIP, 0.6, "says what to do"),
    ("orders", Lane.TIP, 1.2, "says what to do, step after step"),
    ("long", Lane.TIP, 0.2, "goes into detail"),
    ("shouts", Lane.NOISE, 0.5, "shouts"),
    ("exclaims", Lane.NOISE, 0.4, "is full of exclamation marks"),
    ("short", Lane.NOISE, 0.5, "is very short"),
)
WEIGHTS: dict[str, tuple[Lane, float]] = {
    **{cue.name: (cue.lane, cue.weight) for cue in CUES},
    **{name: (lane, weight) for name, lane, weight, _ in MARKS},
}
REASONS: dict[str, str] = {**{cue.name: cue.reason for cue in CUES}, **{name: words for name, _, _, words in MARKS}}


_HUNDREDTHS = 100
_START: Scores = {lane: float(round(points * _HUNDREDTHS)) for lane, points in START.items()}
_POINTS = {name: (lane, float(round(weight * _HUNDREDTHS))) for name, (lane, weight) in WEIGHTS.items()}
"""The weights in whole hundredths. The names of a post are a set, which has another order in every process: only whole
numbers have the same sum in any."""


def by_rules(seen: Seen) -> Scores:
    """The sum of what speaks for each lane; about -1 to 12, in exact hundredths."""
    scores = _START.copy()
    for lane, hundredths in map(_POINTS.__getitem__, _POINTS.keys() & seen.names):
        scores[lane] += hundredths
    for lane in scores:
        scores[lane] /= _HUNDREDTHS
    return scores


def weighed(scores: Scores, seen: Seen, taught: Lane | None = None) -> Scores:
    """The same with calls and chats held back for which little speaks.

    Args:
        taught: the lane to which the person moved what is like it; it needs no words of its own to speak for it.
    """
    held = dict(scores)
    floors = FLOORS if ARTICLES.isdisjoint(seen.names) else ARTICLE_FLOORS
    for lane, floor in floors:
        if held[lane] < floor and lane is not taught:
            held[lane] -= THIN * (floor - held[lane])
    return held


def reasons(seen: Seen, lane: Lane, most: int = 3) -> tuple[str, ...]:
    """Why a post is in a lane, in plain words, the strongest reason first."""
    speaking = [(-WEIGHTS[name][1], name) for name in WEIGHTS.keys() & seen.names if WEIGHTS[name][0] is lane]
    if speaking:
        return tuple([REASONS[name] for _, name in sorted(speaking)[:most]])
    return ("nothing marks it as a tip, chat or call",) if lane is Lane.NOISE else ("its words are like others there",)
