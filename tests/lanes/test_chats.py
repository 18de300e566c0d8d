"""Chats rebuilt from their posts, whatever the order of arrival and the habits of the host."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.lanes.chat_labels import Side, labels, spelled
from arrowtui.lanes.chats import Assembly, assemble
from arrowtui.lanes.schedule import window_of, windows
from arrowtui.model.chat import ChatPost, Role, Series, Session
from arrowtui.model.replace import replace

EIGHT = datetime(2026, 3, 3, 20, 0, tzinfo=UTC)
SERIES = Series("#tinychat", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=20;BYMINUTE=0", "UTC", 60)

Said = tuple[float, str, str] | tuple[float, str, str, str]


def posts(*said: Said) -> list[ChatPost]:
    """(minutes after the start, author, text[, "reply:ID" or "repost:ID"]); ids are p0, p1 …"""
    made = []
    for number, (minute, author, text, *link) in enumerate(said):
        kind, _, target = (link[0] if link else "").partition(":")
        at = EIGHT + timedelta(minutes=minute)
        reply, repost = (target if kind == "reply" else None), (target if kind == "repost" else None)
        made.append(ChatPost(f"p{number}", author, at, text, reply, repost))
    return made


def filed(session: Session) -> list[tuple[str, int | None]]:
    return [(post.role.value, post.question) for post in session.posts]


EVENING: tuple[Said, ...] = (
    (-60, "@tinychat", "Tonight at 8pm UTC: gardens at school. Join us! #tinychat"),
    (0, "@tinychat", "Welcome to #tinychat! Introduce yourself please."),
    (1, "@ana", "Ana, year 2, Porto #tinychat"),
    (5, "@tinychat", "Question 1: What grows at your school? #tinychat"),
    (6, "@ana", "Q1 beans, mostly in yoghurt pots #tinychat"),
    (6.5, "@bo", "Answer 1 - nettles. The caretaker insists. #tinychat"),
    (7, "@cy", "a pumpkin nobody planted #tinychat"),
    (7.5, "@bo", "@cy a mystery pumpkin! #tinychat"),
    (8, "@dee", "RT @cy: a pumpkin nobody planted #tinychat"),
    (9, "@growfast_shop", "Raised beds 30% off today only, order now https://shop.example.com #tinychat"),
    (15, "@tinychat", "Question 2: Who waters it in summer? #tinychat"),
    (16, "@cy", "A3 sorry A2: my mum #tinychat"),
    (17, "@ana", "the year 6s, on a rota with stickers", "reply:p10"),
    (18, "@late_li", "Late, sorry! A1 cress on every windowsill #tinychat"),
    (58, "@tinychat", "That's a wrap! Thank you all, transcript tomorrow. #tinychat"),
    (59, "@ana", "thanks everyone! #tinychat"),
    (700, "@early", "morning after: A2 the cleaners, bless them #tinychat"),
)


def test_an_evening_is_filed_post_by_post() -> None:
    session = assemble(SERIES, posts(*EVENING))

    assert filed(session) == [
        ("announcement", None),
        ("announcement", None),
        ("chatter", None),
        ("question", 1),
        ("answer", 1),
        ("answer", 1),
        ("answer", 1),
        ("chatter", None),
        ("repost", 1),
        ("spam", None),
        ("question", 2),
        ("answer", 2),
        ("answer", 2),
        ("answer", 1),
        ("wrapup", None),
        ("chatter", None),
        ("answer", 2),
    ]
    assert session.moderators == {"tinychat"}
    assert list(session.questions()) == [1, 2]
    assert [answer.post.author for answer in session.answers(2)] == ["@cy", "@ana", "@early"]


@settings(max_examples=30)
@given(st.permutations(posts(*EVENING)))
def test_the_order_of_arrival_changes_nothing(shuffled: list[ChatPost]) -> None:
    assert assemble(SERIES, shuffled) == assemble(SERIES, posts(*EVENING))


@settings(max_examples=60, deadline=None)
@given(st.permutations(posts(*EVENING)), st.lists(st.integers(1, 6), min_size=17, max_size=17))
def test_a_session_that_grows_in_any_order_is_the_one_told_at_once(shuffled: list[ChatPost], steps: list[int]) -> None:
    growing = Assembly(SERIES)
    left = list(shuffled)
    for step in steps:
        growing.add(left[:step])
        left = left[step:]

    assert growing.session() == assemble(SERIES, posts(*EVENING))


HABITS: tuple[Said, ...] = (
    (-5, "@tinychat", "Five minutes! Guest host tonight is @sol_k8 #tinychat"),
    (1, "@sol_k8", "Hi, Sol here, glad to be your guest host #tinychat"),
    (5, "@tinychat", "Q1: What is on your desk? #tinychat"),
    (6, "@ana", "A1 three mugs and a plant #tinychat"),
    (9, "@sol_k8", "Q3: Who tidies it on a bad day? #tinychat"),
    (9.5, "@sol_k8", "Sorry, that was Q2! #tinychat"),
    (10, "@bo", "A3 my neighbour #tinychat"),
    (11, "@ana", "A1 my daughter, with stickers #tinychat"),
    (12, "@ana", "oops that was for Q2! #tinychat"),
    (20, "@bo", "I'll go on then. Q3: what is under your desk? #tinychat"),
    (21, "@cy", "RT @bo: I'll go on then. Q3: what is under your desk? #tinychat"),
    (22, "@cy", "A3: a bicycle (1/2) #tinychat"),
    (23, "@cy", "and its pump 2/2 #tinychat"),
    (55, "@tinychat", "That's a wrap! Thank you all. #tinychat"),
)


@settings(max_examples=60, deadline=None)
@given(st.permutations(posts(*HABITS)), st.integers(1, 5))
def test_corrections_guests_and_stand_ins_do_not_depend_on_the_order(shuffled: list[ChatPost], step: int) -> None:
    growing = Assembly(SERIES)
    for place in range(0, len(shuffled), step):
        growing.add(shuffled[place : place + step])

    assert growing.session() == assemble(SERIES, posts(*HABITS))


WORDS = (
    "Q1: What is on your desk? #tinychat",
    "Q2: Who tidies it, and how often? #tinychat",
    "Q3: Who tidies it on a bad day? #tinychat",
    "Sorry, that was Q2! #tinychat",
    "A1 three mugs #tinychat",
    "A2 my neighbour tidies #tinychat",
    "oops that was for Q2! #tinychat",
    "3️⃣ And what is under it? #tinychat",
    "3️⃣ a bicycle #tinychat",
    "mine too! 😂 three mugs #tinychat",
    "the one from Monday: a plant #tinychat",
    "and its pump 2/2 #tinychat",
    "RT @host: Q1: What is on your desk? #tinychat",
    "Welcome! Your guest host tonight is @bo #tinychat",
    "That's a wrap! Thank you all. #tinychat",
    "Desks 30% off, order now https://shop.example.com #tinychat",
)
ANY_POST = st.tuples(
    st.integers(-30, 200),
    st.sampled_from(("@tinychat", "@host", "@ana", "@bo", "@cy")),
    st.sampled_from(WORDS),
    st.sampled_from(("", "reply:p0", "reply:p3", "repost:p1")),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(ANY_POST, min_size=2, max_size=24), st.randoms(use_true_random=False), st.sampled_from((60, 7200)))
def test_late_arrivals_end_where_those_in_order_do(said: list[Said], chance: Random, minutes: int) -> None:
    series = replace(SERIES, minutes=minutes)
    shuffled = posts(*said)
    chance.shuffle(shuffled)
    growing, in_order = Assembly(series), Assembly(series)
    for post in shuffled:
        growing.add([post])
    for post in sorted(shuffled, key=lambda one: (one.posted_at, one.id)):
        in_order.add([post])

    assert growing.session() == in_order.session() == assemble(series, shuffled)


def test_posts_known_already_are_passed_over() -> None:
    growing = Assembly(SERIES)
    growing.add(posts(*EVENING))
    before = growing.session()

    growing.add(posts(*EVENING)[:5])

    assert growing.session() == before


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q3️⃣ What would you change tomorrow?", "A3️⃣ the bell"),
        ("P3: ¿Qué cambiarías mañana?", "R3 el timbre"),
        ("F3: Was würdet ihr morgen ändern?", "A3 die Klingel"),
        ("Q3 : Que changeriez-vous demain ?", "R3 : la sonnerie"),
        ("Pergunta 3: O que mudariam amanhã?", "Resposta 3 a campainha"),
        ("Vraag 3: Wat zou je morgen veranderen?", "A3 de bel"),
        ("T3) What would you change tomorrow?", "T3 the bell"),
        ("Question 3 of 6: What would you change tomorrow?", "A3/ the bell"),
        ("3️⃣ What would you change tomorrow?", "3️⃣ the bell"),
        ("Q3️⃣: What would you change tomorrow?", "A.3 the bell"),
        ("Frage 3 von 6: Was würdet ihr morgen ändern?", "Antw. 3: die Klingel"),
    ],
)
def test_every_habit_of_numbering_is_understood(question: str, answer: str) -> None:
    said: tuple[Said, ...] = (
        (0, "@tinychat", "Welcome to #tinychat"),
        (5, "@tinychat", question.replace("3", "1", 1) + " #tinychat"),
        (15, "@tinychat", question.replace("3", "2", 1) + " Otra. #tinychat"),
        (25, "@tinychat", question + " #tinychat"),
        (40, "@ana", answer + " #tinychat"),
    )

    session = assemble(SERIES, posts(*said))

    assert filed(session)[3:] == [("question", 3), ("answer", 3)]


def test_a_misnumbered_question_takes_the_number_that_was_meant() -> None:
    said: tuple[Said, ...] = (
        (5, "@tinychat", "Q1: What is on your desk? #tinychat"),
        (10, "@tinychat", "Q1: Whom do you ask for help on a bad day? #tinychat"),
        (10.5, "@tinychat", "Sorry, that was Q2 not Q1! #tinychat"),
        (11, "@ana", "A1 my neighbour next door #tinychat"),
        (12, "@bo", "A2: the office, always #tinychat"),
    )

    session = assemble(SERIES, posts(*said))

    assert filed(session) == [("question", 1), ("question", 2), ("announcement", None), ("answer", 2), ("answer", 2)]


def test_when_the_host_vanishes_a_participant_may_ask() -> None:
    said: tuple[Said, ...] = (
        (0, "@tinychat", "Welcome to #tinychat"),
        (5, "@tinychat", "Q1: What is on your desk? #tinychat"),
        (6, "@ana", "A1 tea #tinychat"),
        (30, "@ana", "I'll go on then. Q2: what is under your desk? #tinychat"),
        (31, "@bo", "A2 more tea #tinychat"),
    )

    assert filed(assemble(SERIES, posts(*said)))[3:] == [("question", 2), ("answer", 2)]


def test_an_author_may_take_her_answer_to_another_question() -> None:
    said: tuple[Said, ...] = (
        (5, "@tinychat", "Q1: What is on your desk? #tinychat"),
        (10, "@tinychat", "Q2: Whom do you ask for help? #tinychat"),
        (11, "@ana", "A2 three mugs and a plant #tinychat"),
        (12, "@ana", "oops that was for Q1! #tinychat"),
    )

    assert filed(assemble(SERIES, posts(*said)))[2:] == [("answer", 1), ("chatter", None)]


def test_a_guest_the_host_names_is_no_participant() -> None:
    said: tuple[Said, ...] = (
        (-5, "@tinychat", "Five minutes! Guest host tonight is @sol_k8 #tinychat"),
        (1, "@sol_k8", "Hi, Sol here, glad to be your guest host #tinychat"),
        (5, "@tinychat", "Q1: What is on your desk? #tinychat"),
        (9, "@sol_k8", "Q2: What is under it? #tinychat"),
    )

    session = assemble(SERIES, posts(*said))

    assert "sol_k8" in session.moderators
    assert filed(session)[1] == ("announcement", None)
    assert filed(session)[3] == ("question", 2)


@given(
    st.lists(
        st.tuples(st.floats(-90, 120), st.sampled_from(["@tinychat", "@a", "@b"]), st.text(max_size=40)), max_size=12
    )
)
def test_no_text_breaks_it_and_every_post_is_filed_once(said: list[tuple[float, str, str]]) -> None:
    made = posts(*said)

    session = assemble(SERIES, made)

    assert sorted(post.post.id for post in session.posts) == sorted(post.id for post in made)
    assert all(post.question is None for post in session.posts if post.role in (Role.CHATTER, Role.SPAM, Role.WRAPUP))


@pytest.mark.parametrize(
    "text", ["FAQ1 is up", "the Q1 2026 figures", "mp3 a4.pdf", "https://a.example/Q1", "#Q1", "10.5", "A4% of"]
)
def test_what_only_looks_like_a_label_inside_other_words_is_none(text: str) -> None:
    assert [label.number for label in labels(text) if label.start == 0 and text[0] in "#h1mF"] == []


def test_a_label_is_read_with_its_side_and_number() -> None:
    found = labels(spelled("A4/A1: still on it. Q3b too"))

    assert [(label.side, label.number) for label in found] == [(Side.ANSWER, 4), (Side.ANSWER, 1), (Side.ASK, 3)]


def test_local_time_stays_when_the_clocks_change() -> None:
    series = Series("#edchat", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=20;BYMINUTE=0", "America/New_York", 60)

    found = windows(series, datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 12, tzinfo=UTC))

    assert [window.starts_at.hour for window in found] == [1, 0]  # the clocks went forward on 8 March


def test_first_and_third_tuesdays_are_understood() -> None:
    series = Series("#c", "FREQ=MONTHLY;BYDAY=1TU,3TU;BYHOUR=12;BYMINUTE=0", "Europe/Berlin", 45)

    found = windows(series, datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))

    assert [window.starts_at.day for window in found] == [1, 15]


def test_a_post_in_the_tail_belongs_to_the_session_before_it() -> None:
    window = window_of(SERIES, EIGHT + timedelta(hours=10))

    assert window is not None
    assert window.starts_at == EIGHT


def test_a_late_answer_touches_its_neighbours_alone() -> None:
    said: list[Said] = [(5.0, "@tinychat", "Q1: What is on your desk? #tinychat")]
    said += [(5 + n / 100, f"@u{n % 300}", f"A1 thing number {n} #tinychat") for n in range(1, 2000)]
    growing = Assembly(SERIES)
    growing.add(posts(*said))
    before = growing.filings

    growing.add([ChatPost("late", "@zoe", EIGHT + timedelta(minutes=6), "A1 a lamp #tinychat", None, None)])

    assert growing.filings - before <= 12
    assert growing.filed("late").question == 1


def test_five_thousand_posts_are_all_filed() -> None:
    said = [(5.0, "@tinychat", "Q1: What is on your desk? #tinychat")]
    said += [(5 + n / 100, f"@u{n % 300}", f"A1 thing number {n} #tinychat") for n in range(5000)]

    session = assemble(SERIES, posts(*said))

    assert len(session.answers(1)) == 5000


def test_questions_numbered_by_keys_alone_gather_their_answers() -> None:
    said: tuple[Said, ...] = (
        (5, "@host", "1️⃣ At what temperature do you stop pouring? #tinychat"),
        (6, "@ana", "1️⃣ Five degrees, and falling. #tinychat"),
        (15, "@host", "2️⃣ Hot water or blankets? Pick one. #tinychat"),
        (16, "@ben", "Late on 1️⃣: we stop at seven, no debate. #tinychat"),
        (17, "@cy", "② blankets, they cost less. #tinychat"),
        (25, "@host", "3️⃣ And what does the foreman say? #tinychat"),
    )

    assert filed(assemble(SERIES, posts(*said))) == [
        ("question", 1),
        ("answer", 1),
        ("question", 2),
        ("answer", 1),
        ("answer", 2),
        ("question", 3),
    ]


def test_a_list_drawn_with_keys_is_no_question_and_no_label() -> None:
    said: tuple[Said, ...] = (
        (5, "@tinychat", "Q1: What is in your bag? #tinychat"),
        (6, "@tinychat", "Q2: What would you leave at home? #tinychat"),
        (7, "@ana", "Three things: 1️⃣ tape 2️⃣ gloves 3️⃣ a whistle #tinychat"),
    )

    assert filed(assemble(SERIES, posts(*said)))[-1] == ("answer", 2)
