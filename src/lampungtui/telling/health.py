"""How a source is, in words: its state, since when, what to try, when it is asked next and why then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from lampungtui.discretion import discreet
from lampungtui.foreign import Line, clean_line
from lampungtui.language import INDONESIAN, counted, current_language, decimal, say
from lampungtui.model import Feed
from lampungtui.store.records import FeedState
from lampungtui.telling.moments import when
from lampungtui.telling.sentences import sentence_words

STALE_AFTER: Final = timedelta(days=30)
"""A source whose newest entry is older than this is said to be still."""

WELL, UNASKED, PAUSED, EMPTY, STALE, MOVED = "well", "unasked", "paused", "empty", "stale", "moved"


@dataclass(frozen=True, slots=True)
class Health:
    """How a source is. `state` is stable, for programs; the words are for people, in their language.

    `since` is when it began; `detail` an English sentence of the failure itself or of what was wrong with the document,
    `detail_words` the same for a person.
    """

    state: str
    words: str
    advice: str | None = None
    since: datetime | None = None
    detail: str | None = None

    @property
    def detail_words(self) -> str:
        """The detail in the language of the screen; empty where there is none."""
        return sentence_words(self.detail) if self.detail else ""

    @property
    def failing(self) -> bool:
        """Whether it brings no news."""
        return self.state not in (WELL, UNASKED, PAUSED, EMPTY, STALE, MOVED)


def health_of(feed: Feed, state: FeedState | None, now: datetime) -> Health:
    """How a source is at `now`."""
    if feed.settings.paused:
        return Health(PAUSED, say("paused"), say("It is not asked until you resume it."))
    if state is None or state.last_try_at is None:
        return Health(UNASKED, say("not asked yet"))
    if state.trouble:
        words, advice = trouble_words(state.trouble)
        return Health(state.trouble, words, advice, state.failing_since, state.trouble_text)
    if state.entries == 0 and state.last_success_at is not None:
        advice = say("It answers, but lists no news; the site may have changed.")
        return Health(EMPTY, say("it is empty"), advice, detail=state.remarks)
    if state.newest_at is not None and now - state.newest_at > STALE_AFTER:
        advice = say("Its site may have given it up; look there for a newer feed.")
        return Health(STALE, say("nothing new for long"), advice, state.newest_at, state.remarks)
    if state.moved_to is not None and state.moved_to != feed.url:
        advice = say("It is followed there; the new address is kept once it has proved itself.")
        return Health(MOVED, say("it moved"), advice, state.moved_since, discreet(state.moved_to))
    return Health(WELL, say("well"), detail=state.remarks)


def trouble_words(kind: str) -> tuple[str, str]:
    """What a kind of failure means, and what the reader can do."""
    wait = say("It is tried again by itself.")
    match kind:
        case "offline":
            return say("no network"), wait
        case "dns":
            return say("its name is not known"), say("The site may have moved; its home page tells.")
        case "refused":
            return say("its server refuses connections"), wait
        case "timeout":
            return say("it did not answer in time"), wait
        case "certificate":
            return say("its certificate cannot be trusted"), say(
                "Is this machine's clock right? Else the site must mend it."
            )
        case "blocked":
            return say("it refuses to serve us"), say("It can still be read in the browser (o).")
        case "not-found":
            return say("nothing is at this address"), say(
                "The site may have moved the page; its profile needs a new address."
            )
        case "gone":
            return say("it is gone for good"), say("It is no longer asked.")
        case "rate-limited":
            return say("it asked us to come back later"), wait
        case "server-error":
            return say("its server had an error"), wait
        case "too-big":
            return say("its answer is too large"), wait
        case "cut-short":
            return say("its answer broke off"), wait
        case "too-many-redirects" | "bad-redirect":
            return say("it leads elsewhere without end"), say("Its profile needs a new address.")
        case "private-address":
            return say("it leads to a private network"), say("Feeds may not call those.")
        case "not-a-feed":
            return say("it sent something else than news"), say("The site may have changed; its profile needs a look.")
        case _:
            return say("its answer could not be read"), wait


def failure_words(kind: str | None, sentence: str) -> str:
    """A failure in the language of the screen: the English sentence itself tells more, the words of its kind are said in
    any other."""
    return sentence_words(sentence) if kind is None or current_language() != INDONESIAN else trouble_words(kind)[0]


def source_name(outlet: str, title: str) -> Line:
    """What a source is called where its outlet is not seen beside it; a feed of one's own may be both."""
    return clean_line(title if title == outlet else f"{outlet} · {title}")


def next_poll(feed: Feed, state: FeedState | None, now: datetime) -> str | None:
    """When a source is asked next, and why then: `pukul 15.05 (setiap 60 menit)`; None for one that is not asked."""
    if feed.settings.paused or state is None or state.next_poll_at is None:
        return None
    time = when(state.next_poll_at, now) if state.next_poll_at > now else say("now")
    reason = _reason_words(feed, state.wait_reason)
    return say("{time} ({reason})").format(time=time, reason=reason) if reason else time


def _reason_words(feed: Feed, reason: str | None) -> str | None:
    match reason:
        case "interval":
            return counted("every {n} minute", "every {n} minutes", max(1, feed.interval_minutes))
        case "rhythm":
            return say("it publishes seldom")
        case "caching":
            return say("its server says when to come back")
        case "ttl":
            return say("the feed says how often")
        case "skipped-hours":
            return say("the feed leaves out these hours")
        case "back-off":
            return say("after failures, ever later")
        case "retry-after":
            return say("its server asked for this pause")
    return None


def per_week(state: FeedState) -> str | None:
    """How much a source publishes: `34 berita seminggu`."""
    if state.per_week is None:
        return None
    if state.per_week < 1:
        return say("less than one a week")
    return counted("{n} a week", "{n} a week", round(state.per_week))


def traffic_today(state: FeedState, now: datetime) -> tuple[int, int]:
    """Requests and bytes that a source took today, by the day in UTC."""
    today = now.astimezone(UTC).date().isoformat()
    return (state.day_requests, state.day_bytes) if state.day == today else (0, 0)


def stored_size(count: int, allowed: int | None) -> str:
    """How many bytes are stored, of how many that the settings allow: `45 MB of 1,000 MB`."""
    if allowed is None:
        return size(count)
    return say("{size} of {bound}").format(size=size(count), bound=size(allowed))


def size(count: int) -> str:
    """A number of bytes in few cells: `312 B`, `48 kB`, `1.2 MB` (`1,2 MB` in Indonesian), `240 MB`."""
    if count < 1_000:
        return f"{count} B"
    if count < 999_500:
        return f"{round(count / 1_000)} kB"
    return f"{decimal(count / 1_000_000, places=1 if count < 100_000_000 else 0)} MB"
