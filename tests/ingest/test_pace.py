"""When a source is asked again, after everything that can happen."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import (
    DrawFn,
    booleans,
    builds,
    composite,
    datetimes,
    floats,
    frozensets,
    integers,
    just,
    none,
    sampled_from,
    text,
)

from arrowtui.ingest.headers import freshness_s, http_date, retry_after_s
from arrowtui.ingest.pace import Terms, asked_to_wait_until, failed, interval_s, polled
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import Gone, NotThere, ServerFault, ServerUnreachable, UnreadableReply
from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState, SubscriptionId, Validators
from arrowtui.model.wire import Batch, Reply, Request

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)  # a Tuesday
ADDRESS = "https://site.example/feed"
NEW = FetchState(SubscriptionId(1), ADDRESS)
CALM = Terms(jitter=0.5)
DAY = timedelta(days=1)

states = builds(
    FetchState,
    just(SubscriptionId(1)),
    just(ADDRESS),
    last_good_at=none() | just(NOW - DAY),
    validators=none() | builds(Validators, just(ADDRESS), none() | text(max_size=9), none() | text(max_size=9)),
    moved_to=none() | sampled_from(["https://new.example/", "https://newer.example/"]),
    moved_seen=integers(0, 2),
    failures=integers(0, 2_000),
    failing_since=none()
    | datetimes(datetime(2020, 1, 1), datetime(2026, 11, 24)).map(lambda at: at.replace(tzinfo=UTC)),
    pace_s=none() | integers(1, 10**7),
    hint_s=none() | integers(0, 10**9),
    ended=booleans(),
    memory=text(max_size=9),
    skip_hours=frozensets(integers(0, 23)),
    skip_days=frozensets(integers(0, 6)),
)
terms = builds(Terms, none() | integers(60, 1_000_000), booleans(), floats(0, 1))
moments = datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))
errors = sampled_from(
    [NotThere("h"), ServerFault("h", 500), ServerUnreachable("h", "x"), UnreadableReply("h", "a feed")]
)
header_values = sampled_from(
    ["", "0", "60", "-5", "99999999999", "x", "Tue, 24 Nov 2026 12:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"]
)


@composite
def replies(draw: DrawFn) -> Reply:
    headers = {
        "cache-control": draw(sampled_from(["", "no-cache", "max-age=60", "public,max-age=99999999", "max-age=x"])),
        "expires": draw(header_values),
        "retry-after": draw(header_values),
        "etag": draw(text(max_size=5)),
    }
    return a_reply(draw(sampled_from([200, 304])), headers, draw(none() | just("https://new.example/")))


def a_reply(status: int = 200, headers: dict[str, str] | None = None, moved_to: str | None = None) -> Reply:
    return Reply(Request(ADDRESS), status, moved_to or ADDRESS, headers or {}, b"", NOW, moved_to)


def minutes_until_due(state: FetchState) -> float:
    assert state.next_due_at is not None
    return (state.next_due_at - NOW).total_seconds() / 60


# --- what always holds


@given(states, replies(), builds(Batch, interval_hint_s=none() | integers(0, 10**9)), integers(0, 50), terms, moments)
def test_a_good_poll_is_followed_by_another_between_the_floor_and_a_day(
    state: FetchState, reply: Reply, batch: Batch, news: int, terms: Terms, now: datetime
) -> None:
    after = polled(state, reply, batch, news, terms, now)

    assert after.next_due_at is not None
    assert now + timedelta(seconds=terms.floor_s) <= after.next_due_at
    assert after.next_due_at <= now + max(DAY, timedelta(seconds=terms.every_s or 0))
    assert (after.failures, after.failing_since, after.trouble, after.ended) == (0, None, None, False)
    assert after.last_good_at == after.last_polled_at == now


@given(states, errors, terms, moments)
def test_a_failed_poll_is_followed_by_another_between_the_floor_and_a_day(
    state: FetchState, error: FetchError, terms: Terms, now: datetime
) -> None:
    after = failed(state, error, terms, now)

    assert after.next_due_at is not None
    assert now + timedelta(seconds=terms.floor_s) <= after.next_due_at
    assert after.next_due_at <= now + max(DAY, timedelta(seconds=terms.every_s or 0))
    assert after.trouble is not None
    assert after.trouble.name == type(error).__name__
    assert after.failures == state.failures + 1


@given(states, errors, terms, moments)
def test_failing_never_loses_what_a_good_poll_left(
    state: FetchState, error: FetchError, terms: Terms, now: datetime
) -> None:
    after = failed(state, error, terms, now)

    assert after == replace(
        state,
        last_polled_at=now,
        failures=after.failures,
        failing_since=state.failing_since or now,
        trouble=after.trouble,
        next_due_at=after.next_due_at,
        ended=False,
    )


@given(states, replies(), terms, moments)
def test_a_host_waits_a_minute_to_a_week(state: FetchState, reply: Reply, terms: Terms, now: datetime) -> None:
    wait = asked_to_wait_until(reply, state, terms, now) - now

    assert timedelta(minutes=1) <= wait <= timedelta(days=7)


@given(states, terms)
def test_nothing_said_costs_twice_the_interval(state: FetchState, terms: Terms) -> None:
    wait = asked_to_wait_until(a_reply(429), state, terms, NOW) - NOW

    assert wait.total_seconds() == min(2 * interval_s(state, terms), 7 * 86_400)


@given(text(max_size=40))
def test_no_header_text_is_too_odd(said: str) -> None:
    headers = {"retry-after": said, "expires": said, "cache-control": said, "date": said}

    assert (retry_after_s(headers, NOW) or 0) >= 0
    assert freshness_s(headers, NOW) is None or freshness_s(headers, NOW)


# --- interval


@pytest.mark.parametrize(
    ("state", "terms", "headers", "minutes"),
    [
        (NEW, CALM, {}, 60),
        (NEW, Terms(every_s=30 * 60), {}, 30),
        (NEW, Terms(every_s=60), {}, 15),  # the floor
        (NEW, Terms(every_s=60, is_own_host=True), {}, 1),
        (NEW, Terms(every_s=60, is_own_host=True), {"cache-control": "max-age=3600"}, 1),  # her server, her word
        (NEW, CALM, {"cache-control": "max-age=60"}, 60),
        (NEW, CALM, {"cache-control": "public, max-age=7200"}, 120),
        (NEW, CALM, {"cache-control": "max-age=31536000"}, 1440),  # a silly value does not kill a feed
        (NEW, Terms(every_s=7 * 86_400), {}, 7 * 1440),  # her own word may
        (NEW, CALM, {"expires": "Tue, 24 Nov 2026 13:30:00 GMT"}, 180),
        (NEW, CALM, {"expires": "Tue, 24 Nov 2026 13:30:00 GMT", "date": "Tue, 24 Nov 2026 11:30:00 GMT"}, 120),
        (NEW, CALM, {"expires": "0"}, 60),
    ],
)
def test_the_interval(state: FetchState, terms: Terms, headers: dict[str, str], minutes: float) -> None:
    after = polled(state, a_reply(200, headers), Batch(), 0, terms, NOW)

    assert minutes_until_due(after) == pytest.approx(minutes)


def test_what_the_document_wishes_holds_over_replies_without_one() -> None:
    first = polled(NEW, a_reply(), Batch(interval_hint_s=4 * 3600), 0, CALM, NOW)
    second = polled(first, a_reply(304), None, 0, CALM, NOW)

    assert minutes_until_due(first) == minutes_until_due(second) == 240


def test_jitter_spreads_by_a_tenth_to_both_sides() -> None:
    due = [minutes_until_due(polled(NEW, a_reply(), Batch(), 0, Terms(jitter=jitter), NOW)) for jitter in (0, 0.5, 1)]

    assert due == pytest.approx([54, 60, 66])


def test_activity_makes_it_quicker_and_silence_slower() -> None:
    active = silent = replace(NEW, last_good_at=NOW)
    for _ in range(20):
        active = polled(active, a_reply(), Batch(), 3, CALM, NOW)
        silent = polled(silent, a_reply(304), None, 0, CALM, NOW)

    assert (minutes_until_due(active), minutes_until_due(silent)) == (15, 240)


def test_the_first_poll_where_all_is_new_says_nothing_of_the_pace() -> None:
    assert minutes_until_due(polled(NEW, a_reply(), Batch(), 50, CALM, NOW)) == 60


def test_unwanted_hours_are_passed_over() -> None:
    after = polled(NEW, a_reply(), Batch(skip_hours=frozenset({11, 12, 13})), 0, CALM, NOW)

    assert after.next_due_at == datetime(2026, 11, 24, 14, 5, tzinfo=UTC)


def test_unwanted_days_are_passed_over_but_not_beyond_a_day() -> None:
    tuesday = polled(NEW, a_reply(), Batch(skip_days=frozenset({1})), 0, CALM, NOW)
    three_days = polled(NEW, a_reply(), Batch(skip_days=frozenset({1, 2, 3})), 0, CALM, NOW)

    assert tuesday.next_due_at == datetime(2026, 11, 25, 0, 5, tzinfo=UTC)
    assert three_days.next_due_at == NOW + DAY


# --- failing


def test_back_off_doubles_up_to_a_day() -> None:
    state, waits = NEW, []
    for _ in range(9):
        state = failed(state, ServerFault("h", 500), CALM, NOW)
        waits.append(minutes_until_due(state))

    assert waits == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]


def test_an_unreachable_server_is_tried_each_hour_for_a_day() -> None:
    state = replace(NEW, failures=50, failing_since=NOW - timedelta(hours=23))
    stale = replace(NEW, failures=50, failing_since=NOW - timedelta(hours=25))

    assert minutes_until_due(failed(state, ServerUnreachable("h", "x"), CALM, NOW)) == 60
    assert minutes_until_due(failed(stale, ServerUnreachable("h", "x"), CALM, NOW)) == 1440


def test_failing_since_is_the_first_failure_and_goes_when_it_works_again() -> None:
    first = failed(NEW, NotThere("h"), CALM, NOW)
    second = failed(first, NotThere("h"), CALM, NOW + DAY)
    well = polled(second, a_reply(304), None, 0, CALM, NOW + 2 * DAY)

    assert (first.failing_since, second.failing_since, second.failures) == (NOW, NOW, 2)
    assert (well.failing_since, well.failures, well.trouble) == (None, 0, None)


def test_gone_ends_it_and_coming_back_begins_it_again() -> None:
    ended = failed(NEW, Gone("site.example"), CALM, NOW)

    assert (ended.ended, ended.next_due_at) == (True, None)
    assert not polled(ended, a_reply(), Batch(), 0, CALM, NOW).ended


def test_a_publisher_who_says_it_is_over_is_believed() -> None:
    after = polled(NEW, a_reply(), Batch(ended=True), 3, CALM, NOW)

    assert (after.ended, after.next_due_at, after.trouble) == (True, None, None)


def test_youtube_is_never_gone() -> None:
    after = failed(replace(NEW, address="https://www.youtube.com/feeds/videos.xml?id=1"), Gone("h"), CALM, NOW)

    assert not after.ended
    assert after.next_due_at is not None


def test_a_host_that_asks_for_days_gets_them() -> None:
    until = NOW + timedelta(days=3)

    assert failed(NEW, ServerFault("h", 503), CALM, NOW, until).next_due_at == until


def test_a_short_wait_does_not_break_the_back_off() -> None:
    assert minutes_until_due(failed(NEW, ServerFault("h", 503), CALM, NOW, NOW + timedelta(seconds=1))) == 15


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("Tue, 24 Nov 2026 11:30:00 GMT", 3600),
        ("Tue, 24 Nov 2026 09:30:00 GMT", 60),  # in the past: at least a minute
        ("0", 60),
        ("99999999999999", 7 * 86_400),
        ("", 7200),
        ("soon", 7200),
        ("-1", 7200),
    ],
)
def test_retry_after(said: str, seconds: int) -> None:
    wait = asked_to_wait_until(a_reply(429, {"retry-after": said}), NEW, CALM, NOW) - NOW

    assert wait.total_seconds() == seconds


# --- validators and moves


def test_validators_are_kept_to_the_letter() -> None:
    after = polled(NEW, a_reply(200, {"etag": 'W/"x-gzip"', "last-modified": "whenever"}), Batch(), 0, CALM, NOW)

    assert after.validators == Validators(ADDRESS, 'W/"x-gzip"', "whenever")


def test_not_modified_may_renew_them_and_never_loses_them() -> None:
    before = replace(NEW, validators=Validators(ADDRESS, '"1"', "then"))

    renewed = polled(before, a_reply(304, {"etag": '"2"'}), None, 0, CALM, NOW)
    same = polled(before, a_reply(304), None, 0, CALM, NOW)

    assert renewed.validators == Validators(ADDRESS, '"2"', "then")
    assert same.validators == before.validators


def test_a_reply_without_any_drops_them() -> None:
    before = replace(NEW, validators=Validators(ADDRESS, '"1"'))

    assert polled(before, a_reply(), Batch(), 0, CALM, NOW).validators is None


def test_a_move_is_believed_at_the_third_sighting() -> None:
    there = a_reply(200, {"etag": '"1"'}, moved_to="https://new.example/feed")
    states = [NEW]
    for _ in range(3):
        states.append(polled(states[-1], there, Batch(), 0, CALM, NOW))

    assert [state.moved_seen for state in states] == [0, 1, 2, 0]
    assert [state.address for state in states] == [ADDRESS] * 3 + ["https://new.example/feed"]
    assert states[-1].validators == Validators("https://new.example/feed", '"1"')


def test_another_target_or_none_starts_the_count_anew() -> None:
    twice = replace(NEW, moved_to="https://new.example/", moved_seen=2)

    other = polled(twice, a_reply(moved_to="https://other.example/"), Batch(), 0, CALM, NOW)
    home = polled(twice, a_reply(), Batch(), 0, CALM, NOW)

    assert (other.address, other.moved_to, other.moved_seen) == (ADDRESS, "https://other.example/", 1)
    assert (home.address, home.moved_to, home.moved_seen) == (ADDRESS, None, 0)


def test_a_failure_between_two_sightings_does_not_count() -> None:
    """A captive portal moves everything to its login page, which is no feed."""
    twice = replace(NEW, moved_to="https://portal.example/", moved_seen=2)

    assert failed(twice, UnreadableReply("h", "a feed"), CALM, NOW).address == ADDRESS


def test_memory_is_kept_unless_the_adapter_says_otherwise() -> None:
    before = replace(NEW, memory="cursor 1")

    assert polled(before, a_reply(), Batch(), 0, CALM, NOW).memory == "cursor 1"
    assert polled(before, a_reply(), Batch(memory=""), 0, CALM, NOW).memory == ""
    assert polled(before, a_reply(304), None, 0, CALM, NOW).memory == "cursor 1"


def test_http_dates_are_read_in_all_three_forms() -> None:
    for said in ("Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"):
        assert http_date(said) == datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)
