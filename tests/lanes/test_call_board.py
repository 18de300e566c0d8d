"""Where a call stands in the day, how it fits, and by what it is known elsewhere."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.lanes.alike import sign_of
from arrowtui.lanes.fit import fit_of
from arrowtui.lanes.replying import best_contact, draft_of, subject_of
from arrowtui.lanes.urgency import ending_of, section_of
from arrowtui.model.call import (
    Answer,
    AnswerState,
    Call,
    CallKind,
    Contact,
    ContactKind,
    Deadline,
    Flag,
    FlagCode,
    Precision,
)
from arrowtui.model.call_board import Ending, KeptCall, Profile, Section
from arrowtui.model.item import ItemId
from arrowtui.model.replace import replace

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MAIL = Contact(ContactKind.EMAIL, "ida@desk.example")
CALL = Call(CallKind.INTERVIEW, "Desk Weekly", None, (MAIL,), "night-shift nurses in Leeds", None, False)


def due(after: timedelta) -> Deadline:
    return Deadline(NOW + after, Precision.MINUTE, "by then")


def kept(call: Call, age: timedelta = HOUR, state: AnswerState | None = None) -> KeptCall:
    answer = Answer(state, NOW) if state else None
    return KeptCall(ItemId(1), call, "Ida", NOW - age, answer=answer)


@pytest.mark.parametrize(
    ("one", "section"),
    [
        (kept(replace(CALL, deadline=due(HOUR))), Section.CLOSING),
        (kept(replace(CALL, deadline=due(DAY))), Section.CLOSING),
        (kept(replace(CALL, deadline=due(DAY + timedelta(minutes=1)))), Section.OPEN),
        (kept(CALL), Section.NO_DEADLINE),
        (kept(CALL, 22 * DAY), Section.STALE),
        (kept(replace(CALL, deadline=due(-HOUR))), Section.OVER),
        (kept(replace(CALL, deadline=due(DAY), closed=True)), Section.OVER),
        (kept(replace(CALL, deadline=due(-HOUR)), state=AnswerState.ANSWERED), Section.ANSWERED),
        (kept(replace(CALL, deadline=due(HOUR)), state=AnswerState.MAYBE), Section.CLOSING),
    ],
)
def test_a_call_stands_where_its_hour_puts_it(one: KeptCall, section: Section) -> None:
    assert section_of(one, NOW) is section


def test_closed_and_expired_are_told_apart_and_the_askers_word_goes_first() -> None:
    past = replace(CALL, deadline=due(-HOUR))

    assert ending_of(kept(past), NOW) is Ending.EXPIRED
    assert ending_of(kept(replace(past, closed=True)), NOW) is Ending.CLOSED
    assert ending_of(kept(CALL), NOW) is None


@given(st.timedeltas(-60 * DAY, 60 * DAY), st.booleans(), st.sampled_from([None, *AnswerState]))
def test_every_call_has_exactly_one_section_at_any_hour(after: timedelta, closed: bool, state: AnswerState) -> None:
    assert section_of(kept(replace(CALL, deadline=due(after), closed=closed), state=state), NOW) in Section


PROFILE = Profile(profession=("nurse",), topics=("night shift", "sleep"), places=("Leeds",), never=("unpaid intern",))


def test_fit_names_the_words_that_spoke_for_it_and_counts_those_who_are_wanted_more() -> None:
    wanted = fit_of(CALL, "Seeking night-shift nurses in Leeds who sleep badly", PROFILE)
    mentioned = fit_of(replace(CALL, criteria="teachers"), "A nurse in Leeds told us; we now want teachers", PROFILE)

    assert wanted.words == ("nurse", "night shift", "sleep", "Leeds")
    assert wanted.score > mentioned.score > 0
    assert fit_of(CALL, "Chefs in York", PROFILE).score == 0


def test_a_word_is_found_from_its_beginning_only() -> None:
    assert fit_of(CALL, "internurse", PROFILE).words == ()
    assert fit_of(CALL, "for Unpaid  interns", replace(PROFILE, never=("unpaid  intern",))).words == ()


def test_what_she_never_wants_excludes_a_call_however_well_it_fits() -> None:
    fit = fit_of(CALL, "Nurses in Leeds for an unpaid internship", PROFILE)

    assert fit.is_excluded
    assert fit.against == ("unpaid intern",)


@given(st.text(max_size=300))
def test_fit_is_between_0_and_100_for_any_text(text: str) -> None:
    assert 0 <= fit_of(CALL, text, PROFILE).score <= 100


SAME = [
    (CALL, replace(CALL, outlet=None, kind=CallKind.SURVEY)),
    (replace(CALL, deadline=due(DAY)), replace(CALL, deadline=due(DAY), criteria="nurses")),
]
OTHER = [
    (CALL, replace(CALL, criteria="head teachers of small rural schools")),
    (CALL, replace(CALL, contacts=(Contact(ContactKind.EMAIL, "bo@desk.example"),))),
    (replace(CALL, deadline=due(DAY)), replace(CALL, deadline=due(2 * DAY))),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_the_same_call_is_known_again_through_another_relay(one: Call, two: Call) -> None:
    assert sign_of(one) == sign_of(two) != ""


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_another_call_of_the_same_asker_is_another_call(one: Call, two: Call) -> None:
    assert sign_of(one) != sign_of(two)


@pytest.mark.parametrize(
    "vague",
    [
        replace(CALL, contacts=()),
        replace(CALL, contacts=(Contact(ContactKind.DM, "@ida"),)),
        replace(CALL, criteria=None),
        replace(CALL, criteria="nurses in Leeds"),
    ],
)
def test_what_cannot_be_told_for_sure_has_no_sign(vague: Call) -> None:
    assert sign_of(vague) == ""


def test_a_draft_holds_facts_of_the_call_and_the_profile_and_claims_nothing_else() -> None:
    text = draft_of("Nights", "Ida", CALL, Profile(profession=("nurse",), places=("Leeds",), name="Kim Berg"))

    assert "Desk Weekly" in text
    assert "night-shift nurses in Leeds" in text
    assert "About me: nurse, Leeds." in text
    assert text.rstrip().endswith("Kim Berg")
    assert "About me" not in draft_of("Nights", None, CALL, Profile())


def test_the_subject_names_the_outlet_once() -> None:
    assert subject_of("Night shifts", CALL) == "Re: Desk Weekly: Night shifts"
    assert subject_of("Desk Weekly asks nurses", CALL) == "Re: Desk Weekly asks nurses"


def test_a_scam_hands_over_no_contact() -> None:
    form = Contact(ContactKind.FORM, "https://form.example/1")
    flagged = replace(CALL, flags=(Flag(FlagCode.PAYS, "asks for a fee", "pay 50"),))

    assert best_contact(replace(CALL, contacts=(form, MAIL))) == MAIL
    assert best_contact(flagged) is None
    assert best_contact(replace(CALL, contacts=())) is None
