"""A feed's state from poll to poll: validators, timing and health, by the rules of politeness. Pure but for no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from lampungtui.errors import LampungtuiError, ReadingError, WorkshopError
from lampungtui.fetch import Fetched, NotModified, Trouble, Unfetched, Validators, origin_of
from lampungtui.fetch import politeness as manners
from lampungtui.foreign import Address
from lampungtui.model import Feed, FeedReading
from lampungtui.newsroom.rhythm import own_interval, per_week, published_times, slower
from lampungtui.store.records import FeedState

NOT_A_FEED = "not-a-feed"
UNREADABLE = "unreadable"
INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Hold:
    """An origin that asked to be left alone."""

    origin: str
    until: datetime


MOVED_BACK_AFTER: Final = 3
"""Failures in a row at an address that a feed moved to, after which the address that was written is asked again."""

REMARKS: Final = 500
"""Characters that are kept of what was wrong with a document."""


def state_of(feed: Feed, states: Mapping[str, FeedState]) -> FeedState:
    """A feed's state. Validators and moves of another address than the one written now do not count."""
    state = states.get(feed.id) or FeedState(feed.id)
    if state.written_url is None or state.written_url == feed.url:
        return state
    return FeedState(feed.id, day=state.day, day_requests=state.day_requests, day_bytes=state.day_bytes)


def address_of(feed: Feed, state: FeedState) -> Address:
    """Where a feed is polled: where it moved for good, else as written."""
    return state.address or feed.url


def interval_of(feed: Feed, state: FeedState | None) -> timedelta:
    """The least time between two polls: as set, longer for an adaptive feed that publishes seldom."""
    usual = timedelta(minutes=max(1, feed.interval_minutes))
    return own_interval(usual, state.per_week) if feed.adaptive and state is not None else usual


def may_poll(
    feed: Feed, state: FeedState | None, holds: Mapping[str, datetime], now: datetime, *, by_hand: bool
) -> bool:
    """Whether a feed may be polled now."""
    if by_hand and state is not None and _asked_for_patience(state, now):
        return False
    return not feed.settings.paused and manners.may_poll(
        now,
        next_poll_at=state.next_poll_at if state else None,
        last_try_at=state.last_try_at if state else None,
        interval=interval_of(feed, state),
        held_until=holds.get(origin_of(address_of(feed, state) if state is not None else feed.url)),
        gone=state is not None and state.trouble == Trouble.GONE,
        by_hand=by_hand,
    )


def _asked_for_patience(state: FeedState, now: datetime) -> bool:
    """Whether a feed's own Retry-After is not over yet; it may have come from a host that it leads to."""
    until = state.next_poll_at
    asked = state.wait_reason == str(manners.Reason.RETRY_AFTER)
    return asked and until is not None and now < until <= now + manners.INTERVAL_CAP


def after_answer(
    feed: Feed,
    state: FeedState,
    answer: Fetched | NotModified,
    reading: FeedReading | None,
    now: datetime,
    *,
    jitter: float,
) -> FeedState:
    """The state after an answer. Each validator is taken over on its own, from a 304 too, and never invented."""
    validators = merged(Validators(state.etag, state.last_modified), answer)
    state = _moved(_read(state, reading, now) if reading is not None else _unchanged(state, now), answer, now)
    interval = interval_of(feed, state)
    following = manners.after_success(
        now,
        interval,
        answer.caching,
        ttl_minutes=state.ttl_minutes,
        skip_hours=state.skip_hours,
        skip_days=state.skip_days,
        jitter=jitter,
    )
    reason = following.reason
    if reason is manners.Reason.INTERVAL and interval > timedelta(minutes=max(1, feed.interval_minutes)):
        reason = manners.Reason.RHYTHM
    return replace(
        state,
        written_url=feed.url,
        etag=validators.etag,
        last_modified=validators.last_modified,
        next_poll_at=following.at and manners.whole_second(following.at),
        wait_reason=str(reason),
        last_try_at=manners.whole_second(now),
        last_success_at=now,
        failing_since=None,
        failures=0,
        trouble=None,
        trouble_text=None,
    )


def _read(state: FeedState, reading: FeedReading, now: datetime) -> FeedState:
    """What a document tells of its feed."""
    times = published_times(reading.entries, now)
    return replace(
        state,
        entries=len(reading.entries),
        per_week=per_week(times, now),
        newest_at=times[0] if times else state.newest_at,
        ttl_minutes=reading.ttl_minutes,
        skip_hours=reading.skip_hours,
        skip_days=reading.skip_days,
        remarks="; ".join(reading.troubles)[:REMARKS] or None,
    )


def _unchanged(state: FeedState, now: datetime) -> FeedState:
    """What it tells of a feed that its document is the one of the last poll: for so much longer it has been silent."""
    if state.last_success_at is None:
        return state
    return replace(state, per_week=slower(state.per_week, state.entries, now - state.last_success_at))


def _moved(state: FeedState, answer: Fetched | NotModified, now: datetime) -> FeedState:
    """Notes where permanent redirects lead; what they have led to for long enough, and could be read, is polled itself."""
    to = answer.permanent_url
    if to is None:
        return replace(state, moved_to=None, moved_count=0, moved_since=None)
    same = to == state.moved_to and state.moved_since is not None
    # A time that lies ahead comes from a clock that was wrong.
    count, since = (state.moved_count + 1, min(state.moved_since or now, now)) if same else (1, now)
    if manners.stable_move(count, since, now) and state.entries:
        return replace(state, address=to, moved_to=None, moved_count=0, moved_since=None)
    return replace(state, moved_to=to, moved_count=count, moved_since=since)


def merged(before: Validators, answer: Fetched | NotModified) -> Validators:
    """The validators for next time: a document's own; from a 304 those that it names, the others as they were."""
    new = answer.validators
    if isinstance(answer, Fetched):
        return new
    return Validators(new.etag or before.etag, new.last_modified or before.last_modified)


def after_failure(
    feed: Feed, state: FeedState, error: LampungtuiError, now: datetime, *, jitter: float
) -> tuple[FeedState, Hold | None]:
    """The state after a failure, and the hold on its origin where the server asked for one.

    Where nobody could be reached the feed is not to blame: its failures are not counted up, so that a reader who comes
    back to the network finds it polled at the usual time.
    """
    kind = trouble_of(error)
    retry_after = error.retry_after_seconds if isinstance(error, Unfetched) else None
    rate_limited = kind == Trouble.RATE_LIMITED
    failures = state.failures + (0 if kind == Trouble.OFFLINE else 1)
    moved_back = state.address is not None and kind != Trouble.OFFLINE and failures >= MOVED_BACK_AFTER
    following = manners.after_failure(
        now,
        interval_of(feed, state),
        failures,
        retry_after_seconds=retry_after,
        rate_limited=rate_limited,
        gone=kind == Trouble.GONE,
        jitter=jitter,
    )
    held_until = manners.whole_second(now + manners.hold_for(retry_after))
    refusing = error.url if isinstance(error, Unfetched) and error.url is not None else address_of(feed, state)
    hold = Hold(origin_of(refusing), held_until) if rate_limited else None
    return (
        replace(
            state,
            written_url=feed.url,
            address=None if moved_back else state.address,
            etag=None if moved_back else state.etag,
            last_modified=None if moved_back else state.last_modified,
            next_poll_at=following.at and manners.whole_second(following.at),
            wait_reason=str(following.reason),
            last_try_at=manners.whole_second(now),
            failing_since=state.failing_since or now,
            failures=failures,
            trouble=kind,
            trouble_text=str(error),
        ),
        hold,
    )


def trouble_of(error: LampungtuiError) -> str:
    """The stable name of a failure's kind."""
    match error:
        case Unfetched():
            return str(error.kind)
        case ReadingError():
            return NOT_A_FEED
        case WorkshopError():
            return UNREADABLE
    return INTERNAL


def counted(state: FeedState, now: datetime, *, requests: int, received_bytes: int) -> FeedState:
    """The state with these requests and bytes counted to today's, by the day in UTC."""
    today = now.astimezone(UTC).date().isoformat()
    same = state.day == today
    return replace(
        state,
        day=today,
        day_requests=(state.day_requests if same else 0) + requests,
        day_bytes=(state.day_bytes if same else 0) + received_bytes,
    )
