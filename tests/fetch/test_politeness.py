"""When a feed may be polled again: whatever servers, feeds and clocks say, never too soon and never never."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lampungtui.fetch import Caching
from lampungtui.fetch.politeness import (
    DEFAULT_HOLD,
    HAND_FLOOR,
    INTERVAL_CAP,
    Reason,
    after_failure,
    after_success,
    hold_for,
    may_poll,
    stable_move,
    whole_second,
)

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

moments = st.floats(1.6e9, 2.2e9).map(lambda at: datetime.fromtimestamp(at, UTC))
intervals = st.timedeltas(timedelta(minutes=1), timedelta(days=7))
seconds = st.none() | st.integers(0, 10**12)
chances = st.floats(0, 1)


@st.composite
def cachings(draw: st.DrawFn, now: datetime) -> Caching:
    ahead = draw(st.none() | st.timedeltas(timedelta(seconds=1), timedelta(days=20_000)))
    return Caching(draw(seconds), None if ahead is None else now + ahead, draw(seconds))


# ------------------------------------------------------------------------ after an answer


@settings(deadline=None)
@given(st.data())
def test_no_header_and_no_feed_brings_a_poll_nearer_or_silences_a_feed(data: st.DataObject) -> None:
    now, interval = data.draw(moments), data.draw(intervals)
    planned = after_success(
        now,
        interval,
        data.draw(cachings(now)),
        ttl_minutes=data.draw(st.none() | st.integers(0, 10**9)),
        skip_hours=data.draw(st.lists(st.integers(0, 24), max_size=24)),
        skip_days=data.draw(st.lists(st.sampled_from([*DAYS, "friday", "Jumat"]), max_size=7)),
        jitter=data.draw(chances),
    )
    assert planned.at is not None
    assert now + interval <= planned.at <= whole_second(now + max(interval, INTERVAL_CAP))  # kept in whole seconds


@pytest.mark.parametrize(
    ("caching", "ttl_minutes", "wait", "reason"),
    [
        (Caching(), None, HOUR, Reason.INTERVAL),
        (Caching(max_age_seconds=60), 5, HOUR, Reason.INTERVAL),
        (Caching(max_age_seconds=7_200), None, 2 * HOUR, Reason.CACHING),
        (Caching(expires_at=NOON + 3 * HOUR), None, 3 * HOUR, Reason.CACHING),
        (Caching(max_age_seconds=7_200, expires_at=NOON + 9 * HOUR), None, 2 * HOUR, Reason.CACHING),
        (Caching(max_age_seconds=7_200), 180, 3 * HOUR, Reason.TTL),
        (Caching(max_age_seconds=31_536_000), None, INTERVAL_CAP, Reason.CACHING),
        (Caching(max_age_seconds=10**12), 10**8, INTERVAL_CAP, Reason.CACHING),
    ],
)
def test_what_asks_for_the_longest_wait_decides_it(
    caching: Caching, ttl_minutes: int | None, wait: timedelta, reason: Reason
) -> None:
    planned = after_success(NOON, HOUR, caching, ttl_minutes=ttl_minutes)
    assert (planned.at, planned.reason) == (NOON + wait, reason)


def test_readers_do_not_come_all_at_once() -> None:
    planned = [after_success(NOON, HOUR, Caching(), jitter=jitter).at for jitter in (0.0, 0.5, 1.0)]
    assert planned == [NOON + HOUR, NOON + timedelta(minutes=63), NOON + timedelta(minutes=66)]


def test_the_hours_that_a_feed_skips_are_skipped() -> None:
    planned = after_success(NOON, HOUR, Caching(), skip_hours=[6, 7, 8])
    assert (planned.at, planned.reason) == (NOON + 4 * HOUR, Reason.SKIPPED_HOURS)
    assert after_success(NOON, HOUR, Caching(), skip_hours=[5, 7]).at == NOON + HOUR
    assert after_success(NOON, HOUR, Caching(), skip_hours=[6, 24]).at == NOON + 2 * HOUR


def test_a_part_of_a_second_leads_into_no_skipped_hour() -> None:
    late = NOON.replace(minute=59, second=59, microsecond=600_000)
    planned = after_success(late, HOUR, Caching(), skip_hours=[(NOON + 2 * HOUR).hour])
    assert planned.at is not None
    assert planned.at.hour == (NOON + 3 * HOUR).hour


def test_the_days_that_a_feed_skips_are_skipped() -> None:
    planned = after_success(NOON, 20 * HOUR, Caching(), skip_days=["Tuesday"])
    assert (planned.at, planned.reason) == (NOON + 20 * HOUR, Reason.INTERVAL)
    planned = after_success(NOON, 12 * HOUR, Caching(), skip_days=["Monday"])
    assert (planned.at, planned.reason) == (datetime(2026, 11, 24, tzinfo=UTC), Reason.SKIPPED_HOURS)


def test_a_feed_that_skips_every_hour_is_polled_all_the_same() -> None:
    assert after_success(NOON, HOUR, Caching(), skip_hours=range(24)).at == NOON + HOUR
    assert after_success(NOON, HOUR, Caching(), skip_days=DAYS).at == NOON + HOUR


# ------------------------------------------------------------------------ after a failure


@settings(deadline=None)
@given(
    moments, st.timedeltas(timedelta(minutes=1), INTERVAL_CAP), st.integers(0, 10**6), seconds, st.booleans(), chances
)
def test_failures_never_bring_a_poll_nearer_nor_silence_a_feed(
    now: datetime, interval: timedelta, failures: int, retry_after: int | None, limited: bool, jitter: float
) -> None:
    planned = after_failure(
        now, interval, failures, retry_after_seconds=retry_after, rate_limited=limited, jitter=jitter
    )
    assert planned.at is not None
    assert now + interval <= planned.at <= now + INTERVAL_CAP
    if retry_after is not None:
        assert planned.at >= now + min(timedelta(seconds=min(retry_after, 10**6)), INTERVAL_CAP)


def test_each_failure_doubles_the_wait_up_to_a_day() -> None:
    waits = [after_failure(NOON, HOUR, failures).at for failures in (1, 2, 3, 4, 5, 6, 60)]
    assert waits == [NOON + hours * HOUR for hours in (1, 2, 4, 8, 16, 24, 24)]


def test_a_server_that_asks_for_patience_gets_it() -> None:
    planned = after_failure(NOON, HOUR, 1, retry_after_seconds=10_800, rate_limited=True)
    assert (planned.at, planned.reason) == (NOON + 3 * HOUR, Reason.RETRY_AFTER)
    planned = after_failure(NOON, timedelta(minutes=5), 1, rate_limited=True)
    assert (planned.at, planned.reason) == (NOON + DEFAULT_HOLD, Reason.RETRY_AFTER)
    planned = after_failure(NOON, HOUR, 3, retry_after_seconds=5)
    assert (planned.at, planned.reason) == (NOON + 4 * HOUR, Reason.BACK_OFF)


def test_a_feed_that_is_gone_is_not_planned() -> None:
    planned = after_failure(NOON, HOUR, 1, retry_after_seconds=60, gone=True)
    assert (planned.at, planned.reason) == (None, Reason.GONE)


@settings(deadline=None)
@given(seconds)
def test_an_origin_is_held_for_a_minute_to_a_day(retry_after: int | None) -> None:
    assert HAND_FLOOR <= hold_for(retry_after) <= INTERVAL_CAP


# ------------------------------------------------------------------------ now?


def polls(
    now: datetime = NOON,
    *,
    next_poll_at: datetime | None = None,
    last_try_at: datetime | None = None,
    interval: timedelta = HOUR,
    held_until: datetime | None = None,
    gone: bool = False,
    by_hand: bool = False,
) -> bool:
    """Whether a feed is polled, with what does not matter left out."""
    return may_poll(
        now,
        next_poll_at=next_poll_at,
        last_try_at=last_try_at,
        interval=interval,
        held_until=held_until,
        gone=gone,
        by_hand=by_hand,
    )


def test_a_feed_is_polled_when_its_time_has_come() -> None:
    assert polls()
    assert not polls(next_poll_at=NOON + timedelta(seconds=1), last_try_at=NOON - HOUR)
    assert polls(next_poll_at=NOON, last_try_at=NOON - HOUR)


def test_by_hand_the_interval_does_not_count_but_a_minute_does() -> None:
    planned = NOON + HOUR
    assert polls(next_poll_at=planned, last_try_at=NOON - timedelta(minutes=2), by_hand=True)
    assert not polls(next_poll_at=planned, last_try_at=NOON - timedelta(seconds=59), by_hand=True)
    assert polls(next_poll_at=planned, last_try_at=NOON - HAND_FLOOR, by_hand=True)


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_held_origin_is_left_alone_even_by_hand(by_hand: bool) -> None:
    assert not polls(held_until=NOON + timedelta(minutes=10), by_hand=by_hand)
    assert polls(held_until=NOON, by_hand=by_hand)


def test_a_feed_that_is_gone_is_polled_by_hand_alone() -> None:
    assert not polls(gone=True)
    assert polls(gone=True, by_hand=True)


@settings(deadline=None)
@given(moments, intervals, st.timedeltas(timedelta(days=30), timedelta(days=3_650)), st.booleans())
def test_a_clock_that_was_years_ahead_does_not_stop_polling(
    now: datetime, interval: timedelta, ahead: timedelta, by_hand: bool
) -> None:
    assert polls(
        now,
        next_poll_at=now + ahead,
        last_try_at=now + ahead - interval,
        interval=interval,
        held_until=now + ahead,
        by_hand=by_hand,
    )


@settings(deadline=None)
@given(st.data())
def test_the_program_started_anew_polls_no_sooner_than_planned(data: st.DataObject) -> None:
    now, interval = data.draw(moments), data.draw(intervals)
    planned = after_success(now, interval, data.draw(cachings(now)), jitter=data.draw(chances)).at
    assert planned is not None
    for later in data.draw(st.lists(st.floats(0, 0.999), max_size=5)):
        assert not polls(now + (planned - now) * later, next_poll_at=planned, last_try_at=now, interval=interval)
    assert polls(planned, next_poll_at=planned, last_try_at=now, interval=interval)


# ------------------------------------------------------------------------ moved


@pytest.mark.parametrize(
    ("count", "hours", "believed"), [(10, 48, True), (9, 48, False), (10, 47, False), (1, 9_999, False), (99, 1, False)]
)
def test_a_move_is_believed_after_ten_polls_over_two_days(count: int, hours: int, believed: bool) -> None:
    assert stable_move(count, NOON - hours * HOUR, NOON) is believed
