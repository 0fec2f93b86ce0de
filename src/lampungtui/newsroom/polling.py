"""A feed's state from poll to poll: validators, timing and health, by the rules of politeness. Pure but for no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from lampungtui.errors import LampungtuiError, ReadingError, WorkshopError
from lampungtui.fetch import Fetched, NotModified, Trouble, Unfetched, Validators, origin_of
from lampungtui.fetch import politeness as manners
from lampungtui.model import Feed, FeedReading
from lampungtui.store.records import FeedState

NOT_A_FEED = "not-a-feed"
UNREADABLE = "unreadable"
INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Hold:
    """An origin that asked to be left alone."""

    origin: str
    until: datetime


def may_poll(
    feed: Feed, state: FeedState | None, holds: Mapping[str, datetime], now: datetime, *, by_hand: bool
) -> bool:
    """Whether a feed may be polled now."""
    return not feed.settings.paused and manners.may_poll(
        now,
        next_poll_at=state.next_poll_at if state else None,
        last_try_at=state.last_try_at if state else None,
        interval=_interval(feed),
        held_until=holds.get(origin_of(feed.url)),
        gone=state is not None and state.trouble == Trouble.GONE,
        by_hand=by_hand,
    )


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
    following = manners.after_success(
        now,
        _interval(feed),
        answer.caching,
        ttl_minutes=reading.ttl_minutes if reading else None,
        skip_hours=reading.skip_hours if reading else (),
        skip_days=reading.skip_days if reading else (),
        jitter=jitter,
    )
    moved = answer.permanent_url
    same_move = moved is not None and moved == state.moved_to
    return replace(
        state,
        etag=validators.etag,
        last_modified=validators.last_modified,
        next_poll_at=following.at,
        wait_reason=str(following.reason),
        last_try_at=now,
        last_success_at=now,
        failing_since=None,
        failures=0,
        trouble=None,
        trouble_text=None,
        entries=len(reading.entries) if reading else state.entries,
        moved_to=moved,
        moved_count=state.moved_count + 1 if same_move else int(moved is not None),
        moved_since=state.moved_since if same_move else (now if moved is not None else None),
    )


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
    following = manners.after_failure(
        now,
        _interval(feed),
        failures,
        retry_after_seconds=retry_after,
        rate_limited=rate_limited,
        gone=kind == Trouble.GONE,
        jitter=jitter,
    )
    hold = Hold(origin_of(feed.url), now + manners.hold_for(retry_after)) if rate_limited else None
    return (
        replace(
            state,
            next_poll_at=following.at,
            wait_reason=str(following.reason),
            last_try_at=now,
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


def _interval(feed: Feed) -> timedelta:
    return timedelta(minutes=max(1, feed.interval_minutes))
