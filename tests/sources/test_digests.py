"""Letters of queries taken apart: nothing a query says is lost, whatever the letter and wherever it breaks off."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.sources.digests.letters import PROFILES, profiles_for
from arrowtui.sources.digests.numbered import NUMBERED_QUERIES
from arrowtui.sources.digests.profile import Profile
from arrowtui.sources.digests.source_of_sources import SOURCE_OF_SOURCES
from arrowtui.sources.digests.split import pieces_of, split
from tests.sources.mails import mail, read

MANY = [profile for profile in PROFILES if not profile.is_single]
QUERY = """{number}) Summary: {title}
Name: Ida Lund
Category: General
Email: {email}
Media Outlet: Desk Weekly
Deadline: 7:00 PM ET - 24 November
Query:
{text}
"""
RULE = "Back to Top\n-----------------------------------\n"
LINES = [
    "1) Summary: Bakers",
    "2) SUMMARY: Nurses on nights",
    "CALL OUT: Beekeepers",
    "Name: Ida",
    "Email: ida@desk.example",
    "EMAIL:",
    "Media Outlet: Desk",
    "Outlet: Desk",
    "Deadline: Friday",
    "DEADLINE DATE: 2026-11-26",
    "Query:",
    "Query: who bakes?",
    "Requirements:",
    "Two sentences.",
    "Back to Top",
    "----------------",
    "*** INDEX ***",
    "1) Bakers (Desk)",
    "Unsubscribe here",
    "",
    "x" * 70,
    "You are receiving this because",
    "Night <https://www.sourcebottle.com/query.asp?iid=8&qid=7>",
]
letters = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=30)), max_size=30).map("\n".join)
words = re.compile(r"[^\W_]+")
LABELS = {word for profile in MANY for label in profile.labels for word in label.split()} | {"call", "out", "callout"}
"""Words that name a fact: they may go, for the fact has a name."""


def query(number: int = 1, title: str = "Bakers", text: str = "Who bakes?", email: str = "ida@desk.example") -> str:
    return QUERY.format(number=number, title=title, text=text, email=email)


@given(text=letters, profile=st.sampled_from(MANY))
def test_every_line_of_a_letter_belongs_somewhere(text: str, profile: Profile) -> None:
    lines = text.split("\n")

    pieces = pieces_of(lines, profile)

    spans = sorted((*pieces.queries, *pieces.others))
    assert [line for begin, end in spans for line in lines[begin:end]] == lines


@given(text=letters, profile=st.sampled_from(MANY))
def test_no_word_of_a_query_is_lost(text: str, profile: Profile) -> None:
    lines = text.split("\n")
    found = split(text, profile)
    if found is None:
        return
    for one, (begin, end) in zip(found.queries, pieces_of(lines, profile).queries, strict=True):
        said = "\n".join((one.title, *(f"{name} {value}" for name, value in one.facts), one.text, one.link or ""))
        missing = set(words.findall("\n".join(lines[begin:end]).casefold())) - set(words.findall(said.casefold()))

        assert {word for word in missing - LABELS if not word.isdigit()} == set()


@given(cut=st.integers(min_value=0, max_value=1_200), text=st.text(max_size=80), foot=st.text(max_size=40))
def test_a_letter_cut_off_anywhere_loses_no_word_of_what_is_left(cut: int, text: str, foot: str) -> None:
    queries = "".join(query(number, f"Title {number}", f"{text}\nWho bakes {number}?") + RULE for number in (1, 2, 3))
    raw = mail(f"Good morning, sponsor!\n\n{queries}\n{foot}", From="HARO <haro@helpareporter.com>")
    left = raw[: raw.index(b"\n\n") + 2 + cut]

    drafts = read(left).drafts

    bodies = (body for draft in drafts for body in (draft.title, draft.body) if body)
    facts = (value for draft in drafts for _, value in draft.fields)
    said = " ".join((*(body.text for body in bodies), *facts)).casefold()
    sent = left.partition(b"\n\n")[2].decode(errors="ignore").casefold()
    lost = {word for word in words.findall(sent) if word not in said and not word.isdigit()}
    assert lost <= LABELS | {"back", "to", "top"}


def test_a_query_may_hold_a_rule_of_its_own() -> None:
    end = "Second part, a long line that nobody could take for the heading of a section of the letter."

    found = split(query(text=f"First part.\n----------\n{end}") + RULE + query(2) + RULE, NUMBERED_QUERIES)

    assert found is not None
    assert found.queries[0].text.endswith(end)
    assert not found.is_cut


def test_an_index_with_repeated_numbers_is_no_query() -> None:
    index = "INDEX\nBusiness\n1) Bakers (Desk)\nHealth\n1) Nurses (Ward)\n**********\n"

    found = split(index + query() + RULE + query(1, "Nurses") + RULE, NUMBERED_QUERIES)

    assert found is not None
    assert [one.title for one in found.queries] == ["Bakers", "Nurses"]
    assert (found.rest, found.missing, found.is_cut) == ("", (), False)


def test_what_the_index_names_and_the_letter_lacks_is_told() -> None:
    found = split("1) Bakers (Desk)\n2) Glaziers (Pane)\n\n" + query() + RULE, NUMBERED_QUERIES)

    assert found is not None
    assert found.missing == ("Glaziers (Pane)",)
    assert found.rest == "2) Glaziers (Pane)"


def test_a_deadline_in_three_parts_is_one() -> None:
    facts = "EMAIL: bo@paper.example\nDEADLINE DATE: 2026-11-26\nDEADLINE TIME: 12:00 pm\nTIME ZONE: Eastern"

    found = split(f"1) SUMMARY: Food\n{facts}\nQUERY:\nTell me.", SOURCE_OF_SOURCES)

    assert found is not None
    assert found.queries[0].facts == (("Email", "bo@paper.example"), ("Deadline", "2026-11-26 12:00 pm Eastern"))


def test_facts_broken_over_lines_are_whole() -> None:
    long = "Media Outlet: The Quarterly Journal of Bread, Butter and Everything\nBetween"

    found = split(f"1) Summary: Food\n{long}\nEmail:\n\nida@desk.example\nQuery: Tell me.", NUMBERED_QUERIES)

    assert found is not None
    assert dict(found.queries[0].facts) == {
        "Media Outlet": "The Quarterly Journal of Bread, Butter and Everything Between",
        "Email": "ida@desk.example",
    }


def test_the_same_query_in_two_editions_is_one_item() -> None:
    alias = "reply+1b2c3d4e-0000-4a5b-8c6d-aaaabbbbcccc@helpareporter.com"
    morning = mail(
        query(1, email=alias) + RULE, From="HARO <haro@helpareporter.com>", Message_ID="<1@helpareporter.com>"
    )
    evening = mail(
        query(9, email=alias) + RULE, From="HARO <haro@helpareporter.com>", Message_ID="<2@helpareporter.com>"
    )

    batch = read(morning, evening)

    assert [draft.native_id for draft in batch.drafts] == ["1b2c3d4e-0000-4a5b-8c6d-aaaabbbbcccc"]
    assert batch.drafts[0].root_id == "2@helpareporter.com"


def test_two_queries_under_one_id_are_two_items() -> None:
    twice = query(1, text="Who bakes rye?") + RULE + query(2, text="Who bakes wheat?") + RULE

    batch = read(mail(twice, From="HARO <haro@helpareporter.com>"))

    assert len({draft.native_id for draft in batch.drafts}) == 2


@pytest.mark.parametrize(
    ("sender", "subject", "expected"),
    [
        ("helpareporter.com", "Edition", "HARO"),
        ("mail.helpareporter.com", "Edition", "HARO"),
        ("nothelpareporter.com", "Edition", "numbered queries"),
        ("sourceofsources.com", "x", "Source of Sources"),
        ("qwoted.com", "Desk Weekly: Bakers on flour", "Qwoted"),
        ("qwoted.com", "Your weekly summary: 3 requests", "numbered queries"),
        ("desk.example", "x", "numbered queries"),
    ],
)
def test_a_letter_is_known_by_its_sender(sender: str, subject: str, expected: str) -> None:
    assert profiles_for(sender, subject)[0].name == expected


def test_letters_stay_whole_where_the_person_wants_it() -> None:
    raw = mail(query() + RULE, From="HARO <haro@helpareporter.com>")

    batch = read(raw, options=(("split", "no"),))

    assert [draft.native_id for draft in batch.drafts] == ["m1@desk.example"]


@pytest.mark.parametrize(
    "piece", ["1) Summary: x\n", "\n", " " * 1_000, "-" * 50 + "\n", "A: b\n", "1) x\n", "x" * 3_000]
)
def test_a_megabyte_of_nonsense_is_read_once(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))

    for profile in MANY:
        found = split(text, profile)

        assert found is None or found.queries
