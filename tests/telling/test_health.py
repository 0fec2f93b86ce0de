"""How a source is told to a person: its state, since when, what to do, when it is asked next and why then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lampungtui.fetch import Trouble
from lampungtui.fetch.politeness import Reason
from lampungtui.foreign import Address, Line
from lampungtui.language import use_language
from lampungtui.model import Feed, FeedKind, FeedSettings
from lampungtui.newsroom.candidates import Step
from lampungtui.newsroom.polling import INTERNAL, NOT_A_FEED, UNREADABLE
from lampungtui.newsroom.sights import EMPTY, NAMES_NONE, Missed
from lampungtui.newsroom.typed_address import NoAddress, Unusable
from lampungtui.store.records import FeedState
from lampungtui.telling.finding import kind_words, looking_words, missed_words, no_address_words, step_words
from lampungtui.telling.health import health_of, next_poll, per_week, size, traffic_today, trouble_words

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Monday noon in Lampung."""

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FEED = Feed("siger/terkini", "siger", FeedKind.RSS, Address("https://siger.example/feed"), Line("Terkini"))
WELL = FeedState(
    FEED.id,
    next_poll_at=NOON + HOUR,
    wait_reason="interval",
    last_try_at=NOON,
    last_success_at=NOON,
    entries=20,
    newest_at=NOON - HOUR,
)
FAILED = replace(WELL, trouble="not-found", trouble_text="HTTP 404", failing_since=NOON - DAY, failures=3)
TROUBLES = [*Trouble, NOT_A_FEED, UNREADABLE, INTERNAL]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("feed", "state", "expected"),
    [
        pytest.param(FEED, None, "unasked", id="new"),
        pytest.param(FEED, FeedState(FEED.id), "unasked", id="never-tried"),
        pytest.param(FEED, WELL, "well", id="well"),
        pytest.param(FEED, FAILED, "not-found", id="failing"),
        pytest.param(replace(FEED, settings=FeedSettings(paused=True)), FAILED, "paused", id="paused-in-trouble"),
        pytest.param(FEED, replace(WELL, entries=0, newest_at=None), "empty", id="empty"),
        pytest.param(FEED, replace(WELL, newest_at=NOON - 31 * DAY), "stale", id="silent-for-a-month"),
        pytest.param(FEED, replace(WELL, newest_at=NOON - 30 * DAY), "well", id="silent-for-almost-a-month"),
        pytest.param(FEED, replace(WELL, newest_at=None), "well", id="without-dates"),
        pytest.param(FEED, replace(WELL, moved_to=Address("https://baru.example/feed")), "moved", id="moved"),
        pytest.param(FEED, replace(WELL, moved_to=FEED.url), "well", id="moved-to-where-it-is"),
    ],
)
def test_the_state_of_a_source(feed: Feed, state: FeedState | None, expected: str) -> None:
    health = health_of(feed, state, NOON)
    assert health.state == expected
    assert health.failing is (expected == "not-found")
    assert health.words
    assert (health.advice is None) is (expected in ("well", "unasked"))


def test_a_failure_says_since_when_and_what_the_server_said() -> None:
    health = health_of(FEED, FAILED, NOON)
    assert (health.since, health.detail) == (NOON - DAY, "HTTP 404")


def test_what_was_wrong_with_a_document_that_was_read_all_the_same_is_told() -> None:
    assert health_of(FEED, replace(WELL, remarks="the feed is not well-formed"), NOON).detail == (
        "the feed is not well-formed"
    )


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", TROUBLES)
def test_every_failure_has_words_and_advice_of_its_language(kind: str, language: str) -> None:
    english = trouble_words(kind)
    use_language(language)
    words, advice = trouble_words(kind)
    assert words
    assert advice.endswith((".", "?"))
    assert ((words, advice) == english) is (language == "en")


def test_failures_that_need_something_else_done_have_words_of_their_own() -> None:
    told = {kind: trouble_words(kind)[0] for kind in TROUBLES}
    alike = {
        kind for kind in TROUBLES if told[kind] == trouble_words("?")[0]
    }  # what only programs of ours can do anything about
    assert alike == {Trouble.BAD_ENCODING, Trouble.BAD_RESPONSE, UNREADABLE, INTERNAL}


# --------------------------------------------------------------------------- when it is asked next


@pytest.mark.parametrize(
    ("feed", "state", "told"),
    [
        pytest.param(FEED, None, None, id="new"),
        pytest.param(FEED, FeedState(FEED.id), None, id="never-tried"),
        pytest.param(FEED, replace(WELL, next_poll_at=None, wait_reason="gone"), None, id="gone-for-good"),
        pytest.param(replace(FEED, settings=FeedSettings(paused=True)), WELL, None, id="paused"),
        pytest.param(FEED, WELL, "13:00 (every 60 minutes)", id="interval"),
        pytest.param(
            replace(FEED, interval_minutes=1), replace(WELL, next_poll_at=NOON), "now (every 1 minute)", id="due"
        ),
        pytest.param(FEED, replace(WELL, wait_reason=None), "13:00", id="no-reason"),
        pytest.param(FEED, replace(WELL, wait_reason="rhythm"), "13:00 (it publishes seldom)", id="rhythm"),
        pytest.param(FEED, replace(WELL, wait_reason="tides"), "13:00", id="of-a-later-version"),
        pytest.param(
            FEED,
            replace(WELL, wait_reason="retry-after", next_poll_at=NOON + DAY),
            "24 Nov (its server asked for this pause)",
            id="tomorrow",
        ),
    ],
)
def test_the_next_time_and_its_reason(feed: Feed, state: FeedState | None, told: str | None) -> None:
    assert next_poll(feed, state, NOON) == told


@pytest.mark.parametrize("reason", [each for each in Reason if each is not Reason.GONE])
def test_every_reason_has_words_in_both_languages(reason: Reason) -> None:
    state = replace(WELL, wait_reason=str(reason))
    english = next_poll(FEED, state, NOON)
    use_language("id")
    indonesian = next_poll(FEED, state, NOON)
    assert english is not None
    assert indonesian is not None
    assert english.startswith("13:00 (")
    assert indonesian.startswith("13.00 (")
    assert english.partition("(")[2] != indonesian.partition("(")[2]


# --------------------------------------------------------------------------- how much


@pytest.mark.parametrize(
    ("rate", "told"),
    [(None, None), (0.0, "less than one a week"), (0.99, "less than one a week"), (1.0, "1 a week"),
     (6.6, "7 a week"), (12_480.0, "12,480 a week")],
)  # fmt: skip
def test_how_much_it_publishes(rate: float | None, told: str | None) -> None:
    assert per_week(replace(WELL, per_week=rate)) == told


def test_the_traffic_of_today_ends_with_the_day() -> None:
    state = replace(WELL, day="2026-11-23", day_requests=3, day_bytes=4_096)
    assert traffic_today(state, NOON) == (3, 4_096)
    assert traffic_today(state, NOON + DAY) == (0, 0)
    assert traffic_today(WELL, NOON) == (0, 0)


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0 B"), (999, "999 B"), (1_000, "1 kB"), (48_400, "48 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"),
     (1_249_000, "1.2 MB"), (3_000_000_000, "3,000 MB")],
)  # fmt: skip
def test_bytes_in_few_cells(count: int, told: str) -> None:
    assert size(count) == told


# --------------------------------------------------------------------------- what discovery tells


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_kind_and_every_way_of_finding_has_words(language: str) -> None:
    use_language(language)
    assert len({kind_words(kind) for kind in FeedKind}) == len(FeedKind)
    assert len({step_words(step) for step in Step}) == len(Step)
    assert all(looking_words(step).endswith("...") for step in Step)


def test_what_was_missed_is_told_by_its_kind_and_not_by_its_sentence() -> None:
    url = Address("https://siger.example/")
    told = {kind: missed_words(Missed(Step.USUAL, url, kind, "a sentence")) for kind in (NAMES_NONE, EMPTY, *TROUBLES)}
    assert "a sentence" not in told.values()
    assert told[Trouble.NOT_FOUND] == "nothing is at this address"
    assert len({told[NAMES_NONE], told[EMPTY], told[NOT_A_FEED]}) == 3


@pytest.mark.parametrize("reason", Unusable)
def test_what_is_no_address_is_told_with_what_would_be_one(reason: Unusable) -> None:
    told = no_address_words(NoAddress(reason))
    assert told[0].isupper()
    assert told.endswith(".")
    assert "{" not in told
