"""When an outlet is asked again: the floor of a minute by hand, Retry-After, and one host's wish for all of its feeds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.demo.press_house import Clock, prefetched, refreshed
from tests.fetch.outletserver import answer
from tests.newsroom.newsstand import (
    NOON,
    Opener,
    Paper,
    asked_again,
    feed_answer,
    headline,
    progress_of,
    state_of,
    titles,
)

MINUTE = timedelta(minutes=1)
HALF_AN_HOUR = "1800"


async def test_by_hand_a_source_is_asked_once_a_minute_at_most(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.prints(paper.item("pasar"))
    room = open_room(paper.profile())
    await refreshed(room, by_hand=True)
    for seconds in (0, 29, 30):
        progress = await asked_again(room, clock, timedelta(seconds=seconds))
        assert [each.total for each in progress] == [0]
    assert paper.asked() == ["/rss"]
    await asked_again(room, clock, timedelta(seconds=1))
    assert paper.asked() == ["/rss", "/rss"]


async def test_a_source_that_failed_is_not_asked_sooner_either(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.answers("/rss", answer(500, b""))
    room = open_room(paper.profile())
    await refreshed(room, by_hand=True)
    await asked_again(room, clock, timedelta(seconds=59))
    assert paper.asked() == ["/rss"]
    await asked_again(room, clock, timedelta(seconds=1))
    assert paper.asked() == ["/rss", "/rss"]


async def test_by_itself_a_source_is_asked_when_its_interval_is_over_and_no_sooner(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    outlet = paper.profile(feed_keys="interval = 30")
    paper.prints(*(paper.item(f"kabar-{number}", minutes=number) for number in range(9)))
    room = open_room(outlet)
    await refreshed(room)
    next_poll = state_of(room, outlet).next_poll_at
    assert next_poll is not None
    assert NOON + timedelta(minutes=30) <= next_poll <= NOON + timedelta(minutes=33)
    assert room.seconds_to_next_poll() == (next_poll - NOON).total_seconds()
    clock.forward(timedelta(minutes=29))
    await refreshed(room)
    assert paper.asked() == ["/rss"]
    clock.now = next_poll
    assert room.seconds_to_next_poll() == 0
    await refreshed(room)
    assert paper.asked() == ["/rss", "/rss"]


async def test_starting_again_and_again_asks_nobody_again(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.prints(paper.item("pasar"))
    outlet = paper.profile()
    for _ in range(5):
        await refreshed(open_room(outlet))
        clock.forward(timedelta(minutes=10))
    assert paper.asked() == ["/rss"]


@pytest.mark.parametrize("status", [429, 503])
async def test_a_source_that_names_a_time_is_left_alone_until_then_also_by_hand(
    paper: Paper, clock: Clock, open_room: Opener, status: int
) -> None:
    outlet = paper.profile()
    paper.answers("/rss", answer(status, b"", Retry_After=HALF_AN_HOUR), feed_answer(paper.item("pasar")))
    room = open_room(outlet)
    await refreshed(room)
    assert state_of(room, outlet).trouble == "rate-limited"
    for minutes in (2, 10, 17):
        assert [each.total for each in await asked_again(room, clock, minutes * MINUTE)] == [0]
    assert paper.asked() == ["/rss"]
    await asked_again(room, clock, 2 * MINUTE)
    assert paper.asked() == ["/rss", "/rss"]
    assert titles(room) == [headline("pasar")]
    assert state_of(room, outlet).trouble is None


async def test_without_a_time_it_is_left_alone_for_ten_minutes(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.answers("/rss", answer(429, b""), feed_answer(paper.item("pasar")))
    room = open_room(paper.profile())
    await refreshed(room)
    await asked_again(room, clock, 9 * MINUTE)
    assert titles(room) == []
    await asked_again(room, clock, 2 * MINUTE)
    assert titles(room) == [headline("pasar")]


async def test_one_feed_that_is_told_to_wait_holds_all_feeds_of_its_host_and_no_other_host(
    paper: Paper, rival: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.answers("/satu", answer(429, b"", Retry_After=HALF_AN_HOUR), feed_answer(paper.item("pasar")))
    paper.prints(paper.item("padi"), path="/dua")
    paper.prints(paper.item("kopi"), path="/tiga")
    rival.prints(rival.item("lada"))
    outlet = paper.profile("/satu", "/dua", "/tiga")
    room = open_room(outlet, rival.profile())
    progress = await progress_of(room)
    assert progress[-1].done == progress[-1].total == 4
    assert paper.asked() == ["/satu"]
    assert titles(room) == [headline("lada")]
    # Only the feed that was refused is in trouble; the others wait.
    assert [each.id for each in room.failing()] == ["kabar-siger/satu"]
    await asked_again(room, clock, 20 * MINUTE)
    assert paper.asked() == ["/satu"]
    assert rival.asked() == ["/rss", "/rss"]
    # The wait outlives the program.
    again = open_room(outlet)
    await refreshed(again, by_hand=True)
    assert paper.asked() == ["/satu"]
    await asked_again(again, clock, 11 * MINUTE)
    assert paper.asked() == ["/satu", "/satu", "/dua", "/tiga"]
    assert len(titles(again)) == 4
    assert again.failing() == []


async def test_a_host_that_asks_for_patience_is_not_asked_for_articles_either(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(paper.item("pasar"), path="/satu")
    paper.answers("/dua", answer(429, b"", Retry_After=HALF_AN_HOUR))
    paper.runs("pasar")
    room = open_room(paper.profile("/satu", "/dua"))
    await refreshed(room)
    assert paper.asked() == ["/satu", "/dua"]
    assert await prefetched(room) == []
    assert paper.asked("/berita") == []
    clock.forward(31 * MINUTE)
    assert len(await prefetched(room)) == 1


async def test_a_feed_that_is_gone_for_good_is_asked_by_hand_only(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    outlet = paper.profile()
    paper.answers("/rss", answer(410, b""), feed_answer(paper.item("pasar")))
    room = open_room(outlet)
    await refreshed(room)
    assert state_of(room, outlet).next_poll_at is None
    for _ in range(5):
        clock.forward(timedelta(days=3))
        await refreshed(room)
    assert paper.asked() == ["/rss"]
    await refreshed(room, by_hand=True)
    assert titles(room) == [headline("pasar")]


async def test_a_host_that_is_held_does_not_keep_the_reader_awake(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(paper.item("padi"), path="/satu")
    paper.answers("/dua", answer(429, b"", Retry_After="14400"))
    room = open_room(paper.profile("/satu", "/dua", feed_keys="interval = 30"))
    await refreshed(room)
    clock.forward(timedelta(hours=3))
    # The first feed's interval is over, but its host is left alone for another hour.
    assert [each.total for each in await progress_of(room)] == [0]
    assert room.seconds_to_next_poll() >= 600


async def test_a_source_that_is_paused_does_not_keep_the_reader_awake(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(paper.item("padi"))
    outlet = paper.profile()
    room = open_room(outlet)
    await refreshed(room)
    (feed,) = outlet.feeds
    room.follow([replace(outlet, feeds=(replace(feed, settings=replace(feed.settings, paused=True)),))])
    clock.forward(timedelta(days=1))
    assert [each.total for each in await progress_of(room)] == [0]
    assert room.seconds_to_next_poll() >= 600


async def test_a_new_source_is_asked_at_once(paper: Paper, rival: Paper, open_room: Opener) -> None:
    paper.prints(paper.item("padi"))
    rival.prints(rival.item("kopi"))
    first, second = paper.profile(), rival.profile()
    room = open_room(first)
    await refreshed(room)
    room.follow([first, second])
    assert room.seconds_to_next_poll() == 0
    await refreshed(room)
    assert paper.asked() == ["/rss"]
    assert rival.asked() == ["/rss"]


async def test_a_clock_that_was_set_back_does_not_silence_a_source(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(paper.item("padi"))
    clock.forward(timedelta(days=400))
    room = open_room(paper.profile())
    await refreshed(room)
    clock.now = NOON
    await refreshed(room)
    assert paper.asked() == ["/rss", "/rss"]
