"""When a feed may be polled again, and why then. Pure: times and values in, a time and a reason out.

The rules are those that publishers wrote down (rachelbythebay.com/w/feed; openrss.org, developers' guide): at most one
poll an hour, also across restarts; what the server asks for lengthens the wait and never shortens it, within caps, so
that no header silences a feed for ever; failures back off, with jitter upward.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from lampungtui.fetch.outcome import Caching

INTERVAL_CAP: Final = timedelta(hours=24)
"""The longest wait that a header, a feed or failures can bring about."""

HAND_FLOOR: Final = timedelta(seconds=60)
"""How soon after a poll the reader may ask again by hand."""

DEFAULT_HOLD: Final = timedelta(minutes=10)
"""How long an origin that said 429 or 503 without Retry-After is left alone."""

JITTER: Final = 0.1
"""The share of the wait that chance may add, so that readers don't all come at once."""

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Reason(enum.StrEnum):
    """Why the next poll is when it is. Stored by name."""

    INTERVAL = "interval"
    RHYTHM = "rhythm"
    CACHING = "caching"
    TTL = "ttl"
    SKIPPED_HOURS = "skipped-hours"
    BACK_OFF = "back-off"
    RETRY_AFTER = "retry-after"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class NextPoll:
    """When to poll next (UTC), and why then. `at` is None for a feed that is gone."""

    at: datetime | None
    reason: Reason


def after_success(
    now: datetime,
    interval: timedelta,
    caching: Caching,
    *,
    ttl_minutes: int | None = None,
    skip_hours: Sequence[int] = (),
    skip_days: Sequence[str] = (),
    jitter: float = 0.0,
) -> NextPoll:
    """The next poll after an answer: the interval, lengthened by what the server and the feed ask for."""
    waits = [(interval, Reason.INTERVAL)]
    if caching.max_age_seconds is not None:
        waits.append((timedelta(seconds=min(caching.max_age_seconds, 10**9)), Reason.CACHING))
    elif caching.expires_at is not None:
        waits.append((caching.expires_at - now, Reason.CACHING))
    if caching.retry_after_seconds is not None:
        waits.append((timedelta(seconds=min(caching.retry_after_seconds, 10**9)), Reason.RETRY_AFTER))
    if ttl_minutes is not None:
        waits.append((timedelta(minutes=min(ttl_minutes, 10**7)), Reason.TTL))
    wait, reason = max(waits, key=lambda each: min(each[0], INTERVAL_CAP))
    cap = max(INTERVAL_CAP, interval)
    at = whole_second(now + min(min(wait, cap) * (1 + JITTER * jitter), cap))
    later = min(interval, timedelta(hours=1)) * JITTER * jitter
    allowed = _out_of_skipped(now, at, skip_hours, skip_days, later=later, latest=whole_second(now + cap))
    return NextPoll(allowed, Reason.SKIPPED_HOURS if allowed != at else reason)


def after_failure(
    now: datetime,
    interval: timedelta,
    failures: int,
    *,
    retry_after_seconds: int | None = None,
    rate_limited: bool = False,
    gone: bool = False,
    jitter: float = 0.0,
) -> NextPoll:
    """The next poll after a failure, the `failures`-th in a row: the interval doubled each time, at most a day."""
    if gone:
        return NextPoll(None, Reason.GONE)
    back_off = min(interval * 2 ** min(max(0, failures - 1), 10), max(INTERVAL_CAP, interval))
    wait, reason = back_off * (1 + JITTER * jitter), Reason.BACK_OFF
    if retry_after_seconds is not None or rate_limited:
        asked = hold_for(retry_after_seconds)
        if asked > wait:
            wait, reason = asked, Reason.RETRY_AFTER
    return NextPoll(now + min(wait, max(INTERVAL_CAP, interval)), reason)


def hold_for(retry_after_seconds: int | None) -> timedelta:
    """How long an origin that asked for patience is left alone."""
    if retry_after_seconds is None:
        return DEFAULT_HOLD
    return min(max(timedelta(seconds=min(retry_after_seconds, 10**9)), HAND_FLOOR), INTERVAL_CAP)


def may_poll(
    now: datetime,
    *,
    next_poll_at: datetime | None,
    last_try_at: datetime | None,
    interval: timedelta,
    held_until: datetime | None,
    gone: bool,
    by_hand: bool,
) -> bool:
    """Whether a feed may be polled now. By hand the interval does not count; the floor and Retry-After do.

    A time that lies further ahead than any rule could have set it comes from a clock that was wrong, and does not bind.
    """
    cap = max(INTERVAL_CAP, interval)
    if held_until is not None and now < held_until <= now + cap * (1 + JITTER):
        return False
    if by_hand:
        return last_try_at is None or abs(now - last_try_at) >= HAND_FLOOR
    if gone:
        return False
    if next_poll_at is None or next_poll_at > now + cap * (1 + JITTER):
        return True
    # Where the last try lies ahead, the clock was set back since: what was planned by the other clock is not waited for
    # much longer than it would have been.
    return now >= next_poll_at or (last_try_at is not None and last_try_at > now + interval)


def whole_second(at: datetime) -> datetime:
    """The first whole second from `at` on: the store keeps no parts of one, and a time cut off would have us come early.

    Before hours to skip are looked at: half a second more can be the next hour.
    """
    return at if not at.microsecond else at.replace(microsecond=0) + timedelta(seconds=1)


def _out_of_skipped(
    now: datetime, at: datetime, hours: Sequence[int], days: Sequence[str], *, later: timedelta, latest: datetime
) -> datetime:
    """The first hour from `at` on that the feed does not skip (RSS 2.0: hours GMT 0 to 23, day names), and so much `later`.

    Where that one lies beyond `latest`, it is `at`, or from within what is skipped, as on a long weekend, `latest`. A feed
    that skips every hour or every day says nothing by it.
    """
    skipped_hours = {hour % 24 for hour in hours}
    skipped_days = {day.lower() for day in days}.intersection(_DAYS)
    if len(skipped_hours) == 24 or len(skipped_days) == len(_DAYS):
        return at

    def skipped(moment: datetime) -> bool:
        return moment.hour in skipped_hours or _DAYS[moment.weekday()] in skipped_days

    moment = at.astimezone(UTC)
    while moment <= latest:
        if not skipped(moment):
            return moment if moment == at else min(moment + later, latest)
        moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return latest if skipped(now.astimezone(UTC)) else at


def stable_move(seen_count: int, first_seen: datetime, now: datetime) -> bool:
    """Whether a permanent redirect has been the same for long enough to be believed: ten polls over two days.

    Single ones led readers to maintenance pages.
    """
    return seen_count >= 10 and now - first_seen >= timedelta(hours=48)
