"""Most of what may be asked of a text is not asked, as a cheap look says no: nothing may be lost by that."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from arrowtui.lanes.features import CUES, see
from arrowtui.lanes.figures import TELLING
from arrowtui.lanes.flags import TRIGGERS
from arrowtui.lanes.marks import (
    DRAWN,
    EMAIL,
    FIELD,
    HEADED,
    HIDDEN_EMAIL,
    SHOUT,
    SPELLED_EMAIL,
    label_of,
    marks,
)
from arrowtui.lanes.model import sorter, sums
from arrowtui.lanes.orders import IMPERATIVE
from arrowtui.lanes.rules import by_rules
from arrowtui.lanes.shapes import DENYING, OWN, YOURS
from arrowtui.lanes.wording import taken_apart

BETWEEN = [" ", "  ", "\n", ". ", ": ", ", ", "–", "— ", "“", "_", "/", "\N{NO-BREAK SPACE}"]
MARKED = """
Deadline Outlet: media who: ELIGIBILITY: eligible: Requirements : réponse: wer contact: contact:// http://a.example
How to tea 3 ways two tips Guía The guide to comment WE NEED TEA NOW ÄRGER USA-EU AT dot DOT jo (at) jo@example.org
Q1 Q: Q. 2 A3: a4 bonusfrage Bonus Q CT: warm-up: icebreaker closing thoughts: question #2 ٣ Frage 7: #teachat
🍵 ☀ 1️⃣ • € … İ × ÷ £5 5% from 7 am 020 7946 0991 - * 1. 2) 3/ then ask! ¿
"""
TEXTS = st.lists(st.sampled_from(MARKED.split()) | st.sampled_from(BETWEEN), max_size=16).map("".join)


FIELDS = """
deadline|media outlet|outlet|who|what|query|request|publication|respond|reply by|reply to|compensation|eligibility
incentive|submissions due|rate|seeking|enquiry type|requirement|requirements|summary|category|wer|wann|wo|quién|qué|quoi
qui|quem|wie|wat|rémunération|contact|contacto|kontakt|medio|média|frist|plazo|prazo
"""
TITLES = """
how to brew it|two tips for tea|three ways to brew|four rules for tea|five tricks for tea|six habits for tea
seven things to brew in a pot|ten good tips to brew|12 tips for tea today|3 ways to brew tea
4 rules for good tea|5 tricks for good tea
6 habits for good tea|7 things to brew in a pot|a guide to brewing|the short guide to good tea
tips for brewing|cómo hacer el té|guía de los tés|comment faire du thé|so geht das mit tee|wie man tee kocht
como fazer um chá|dicas de um bom chá|hoe je thee maakt|zo maak je goede thee|«how to brew it»
"""
LABELS = (
    "Bonus question|bonusq|Bonusfrage|bonus vraag|BonusQuestion|CT: tea|Closing thoughts: tea|icebreaker|warm-up: tea"
)
SHOUTS = "WE NEED ALL TEA|TEA NOW|(TEA), NOW|TEA… NOW|ZUG – UM|TEA!? NOW"
MAILS = "jo@example.org|jo (at) example.org|jo [at] example.org|jo {at} example|jo <at> example|jo AT example DOT org"


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        *(("fields", f"{word}: tea") for word in FIELDS.replace("\n", "|").strip("|").split("|")),
        *(("headed", title) for title in TITLES.replace("\n", "|").strip("|").split("|")),
        *(("label_question", label) for label in LABELS.split("|")),
        *(("shouts", shout) for shout in SHOUTS.split("|")),
        *(("email", mail) for mail in MAILS.split("|")),
        ("list", "-\ntea 1\n-\nmilk"),
        ("options", "A) tea B) milk"),
        ("options", "1️⃣ tea 2️⃣ milk"),
        ("options", "say 1 tea 2 milk 3 honey"),
    ],
)
def test_a_mark_is_found_wherever_it_is(mark: str, text: str) -> None:
    found = see(text, "", "x", vocabulary=sorter().words).names

    assert mark in found


@given(TEXTS)
def test_no_mark_is_passed_over(text: str) -> None:
    wording = taken_apart(text)
    has_colon = text.count(":") > text.count("://")

    found = marks(wording, "")

    assert ("headed" in found) == bool(HEADED.match(wording.lower))
    assert ("fields" in found) == bool(has_colon and FIELD.search(wording.lower))
    assert ("shouts" in found) == bool(SHOUT.search(text))
    assert ("email" in found) == any(form.search(text) for form in (EMAIL, HIDDEN_EMAIL, SPELLED_EMAIL))
    assert (label_of(text) is None) or f"label_{label_of(text)}" in found


@given(TEXTS)
@example("٣ cups")
@example("7 cups and ٣")
@example("☀ tea")
@example("“tea” ☀ … and more")
def test_a_text_whose_signs_are_plain_has_no_drawn_ones(text: str) -> None:
    wording = taken_apart(text)

    assert not (wording.signs.isascii() and DRAWN.search(text))
    assert "".join(wording.digits) == "".join(filter(str.isdecimal, wording.lower))
    assert wording.digits or not TELLING.search(wording.lower)


PHRASES = " ".join([*(cue.phrases for cue in CUES), *(phrases for _, phrases in TRIGGERS)]).replace("*", "").split()
WORDS = [
    *PHRASES,
    *sorted(IMPERATIVE | OWN | YOURS | DENYING),
    *MARKED.split(),
    "teilnehmerinnen",
    "pagamento",
    "xyzzy",
]


def test_every_word_that_marks_or_shapes_a_post_is_known() -> None:
    words = IMPERATIVE | OWN | YOURS | DENYING
    text = " ".join(words)

    assert taken_apart(text, sorter().words).known == taken_apart(text).known


@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(BETWEEN), max_size=40).map(" ".join))
def test_words_that_mean_nothing_change_nothing(text: str) -> None:
    model = sorter()
    every = see(text, "", "x")
    some = see(text, "", "x", vocabulary=model.words)

    assert (some.names, some.doubts) == (every.names, every.doubts)
    assert sums(model, some, by_rules(some), has_flag=False) == sums(model, every, by_rules(every), has_flag=False)
