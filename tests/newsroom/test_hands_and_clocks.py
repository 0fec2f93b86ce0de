"""A reader who presses keys, servers that ask for patience, and clocks that are set wrong: what the outlets see of it.

Time is simulated, as in `test_sixty_days.py`; each test has a small world of its own.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from tests.newsroom.sixty_days import (
    DAY,
    HOUR,
    LATEST,
    MINUTE,
    SLACK,
    Desk,
    Reader,
    Reply,
    World,
    day,
    gaps,
    http_date,
    reader_in,
    remembered,
    world_in,
)
from tests.newsroom.sixty_presses import Press, in_turn, leads_to, refusing, says

SECOND = timedelta(seconds=1)
YEAR = 365 * DAY


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A world without outlets yet."""
    async with world_in(tmp_path) as world:
        yield world


async def press_r_until(reader: Reader, world: World, end: timedelta, *, every: timedelta) -> None:
    """Presses `r` again and again, for so long."""
    ends = world.now + end
    while world.now < ends:
        await reader.presses_r()
        world.now += every


async def found(world: World, feed_id: str, desk: Desk, *lines: str) -> str:
    """Founds an outlet with one feed; gives the feed's address."""
    outlet = await world.outlet()
    return world.follow(feed_id, outlet.serve("/rss", desk), *lines)


# --------------------------------------------------------------------------- by hand


async def test_r_asks_a_feed_once_a_minute_however_often_it_is_pressed(world: World) -> None:
    well = await found(world, "sehat", Press(DAY), "interval = 60")
    ill = await found(world, "sakit", says(500), "interval = 60")
    paused = await found(world, "jeda", Press(DAY), "paused = true")
    async with reader_in(world) as reader:
        await press_r_until(reader, world, 10 * MINUTE, every=5.3 * SECOND)
    for url in (well, ill):
        visits = world.visits(url)
        assert min(gaps(visits)) >= MINUTE
        assert len(visits) >= 9
    assert all(visit.condition == owed for visit, owed in remembered(world.visits(well)))
    assert world.visits(paused) == []


async def test_r_through_many_starts_asks_once_a_minute_too(world: World) -> None:
    url = await found(world, "sehat", Press(DAY))
    async with reader_in(world) as reader:
        for _ in range(20):
            await press_r_until(reader, world, 20 * SECOND, every=7.7 * SECOND)
            await reader.starts_again()
    assert min(gaps(world.visits(url))) >= MINUTE


async def test_after_r_a_feed_is_left_alone_for_its_interval(world: World) -> None:
    url = await found(world, "sehat", Press(DAY), "interval = 30")
    by_hand = []
    async with reader_in(world) as reader:
        for moment in (day(1), day(1) + 5 * MINUTE):
            await reader.reads_until(moment)
            by_hand.append(world.now)
            await reader.presses_r()
        await reader.reads_until(day(1.2))
    visits = world.visits(url)
    early = [later.at for earlier, later in pairwise(visits) if later.at - earlier.at < 30 * MINUTE]
    assert by_hand[-1] in early
    assert set(early) <= set(by_hand)
    assert max(gaps(visits)) <= 30 * MINUTE * LATEST + SLACK


async def test_r_asks_a_feed_that_is_gone_and_nothing_else_does(world: World) -> None:
    url = await found(world, "bubar", in_turn(Press(DAY), (day(0.5), says(410))), "interval = 60")
    async with reader_in(world) as reader:
        await reader.reads_until(day(2))
        asked = len(world.visits(url))
        await reader.presses_r()
        await reader.starts_again()
        await reader.reads_until(day(20))
    assert len(world.visits(url)) == asked + 1


# --------------------------------------------------------------------------- patience


def patient_words(way: str) -> Desk:
    """A refusal, by how it says for how long."""
    match way:
        case "seconds":
            return says(429, Retry_After="7200")
        case "date":
            return lambda asked: Reply(429, {"Retry-After": http_date(asked.at + 2 * HOUR)})
        case _:
            return says(503)


@pytest.mark.parametrize(("way", "wait"), [("seconds", 2 * HOUR), ("date", 2 * HOUR), ("nothing", 10 * MINUTE)])
async def test_a_house_that_asks_for_patience_is_left_alone_by_all_hands(
    world: World, way: str, wait: timedelta
) -> None:
    house = await world.outlet()
    refused = day(0.25)
    one = world.follow("satu", house.serve("/satu", refusing(Press(DAY), patient_words(way), refused)), "interval = 60")
    other = world.follow("dua", house.serve("/dua", Press(DAY)), "interval = 60")
    elsewhere = await found(world, "lain", Press(DAY), "interval = 60")
    async with reader_in(world) as reader:
        await reader.reads_until(refused)
        await press_r_until(reader, world, MINUTE, every=7.1 * SECOND)
        await reader.starts_again()
        await press_r_until(reader, world, wait + 2 * MINUTE, every=41.3 * SECOND)
        await reader.reads_until(day(1))
    (refusal,) = [visit for visit in world.log if visit.status in (429, 503)]
    at_the_house = [visit for visit in world.log if visit.url in (one, other)]
    later = [visit for visit in at_the_house if visit.begun > refusal.begun]
    assert wait <= later[0].at - refusal.at <= wait + MINUTE
    assert {visit.url for visit in later[:2]} == {one, other}
    # Nobody else waits.
    assert any(refusal.at < visit.at < later[0].at for visit in world.visits(elsewhere))


async def test_a_house_to_which_others_are_led_is_left_alone_too(world: World) -> None:
    busy = says(429, Retry_After="7200")
    house = await world.outlet()
    refused = day(0.25)
    there = house.serve("/lagi", refusing(Press(DAY), busy, refused))
    own = world.follow("sendiri", house.serve("/rss", Press(DAY)), "interval = 60")
    led = await found(world, "diantar", leads_to(there, 302), "interval = 60")
    async with reader_in(world) as reader:
        await reader.reads_until(day(1))
    (refusal,) = [visit for visit in world.log if visit.status == 429]
    later = [visit for visit in world.visits(there, own) if visit.begun > refusal.begun]
    assert later[0].at - refusal.at >= 2 * HOUR
    assert world.visits(led)[-1].at >= day(0.9)


# --------------------------------------------------------------------------- wrong clocks


JUMPS = {
    "back by twenty minutes": (-20 * MINUTE,),
    "back from local time": (-7 * HOUR,),
    "back by a day": (-DAY,),
    "back by a year": (-YEAR,),
    "forward by a year": (YEAR,),
    "forward by a year and back": (YEAR, -YEAR),
    "back by a day and forward again": (-DAY, DAY),
    "forward from local time and back, every start": (7 * HOUR, -7 * HOUR) * 5,
}


@pytest.mark.parametrize("between", [2 * MINUTE, 3.3 * HOUR])
@pytest.mark.parametrize("jumps", JUMPS.values(), ids=JUMPS)
async def test_a_clock_that_is_set_costs_one_poll_at_most_and_stops_none(
    world: World, jumps: tuple[timedelta, ...], between: timedelta
) -> None:
    hourly = await found(world, "sejam", Press(DAY), "interval = 60")
    waiting = await found(
        world, "lima-jam", Press(DAY, headers=lambda at: {"Expires": http_date(at + 5 * HOUR)}), "interval = 60"
    )
    seldom = await found(world, "mingguan", Press(7 * DAY))
    async with reader_in(world) as reader:
        await reader.reads_until(day(1))
        for jump in jumps:
            world.reader_is_off += jump
            await reader.starts_again()
            await reader.reads_until(world.now + between)
        await reader.reads_until(day(3.5))
    # By a clock that is years behind, a rhythm cannot be told: then the usual hour counts.
    for url, least, wait in ((hourly, HOUR, HOUR), (waiting, 5 * HOUR, 5 * HOUR), (seldom, HOUR, 12 * HOUR)):
        visits = world.visits(url)
        early = [pause for pause in gaps(visits) if pause < least]
        assert len(early) <= len(jumps)
        assert max(gaps(visits)) <= 2 * wait * LATEST + SLACK
        assert visits[-1].at >= day(3.5) - wait * LATEST - SLACK
        assert all(visit.condition == owed for visit, owed in remembered(visits))


async def test_a_clock_that_is_wrong_for_good_changes_no_wait(world: World) -> None:
    world.reader_is_off = -YEAR
    expires = Press(DAY, headers=lambda at: {"Expires": http_date(at + 5 * HOUR)})
    waits = {
        await found(world, "sejam", Press(DAY), "interval = 60"): HOUR,
        await found(world, "lima-jam", expires, "interval = 60"): 5 * HOUR,
        await found(world, "sabar", patient_words("date"), "interval = 60"): 2 * HOUR,
    }
    async with reader_in(world) as reader:
        await reader.reads_until(day(1))
    for url, wait in waits.items():
        pauses = gaps(world.visits(url))
        assert min(pauses) >= wait
        assert pauses[0] <= wait * LATEST + SLACK


async def test_a_host_that_asked_for_patience_is_asked_again_once_a_clock_is_right(world: World) -> None:
    refused = day(0.25)
    url = await found(world, "sabar", refusing(Press(DAY), patient_words("seconds"), refused), "interval = 60")
    world.reader_is_off = YEAR
    async with reader_in(world) as reader:
        await reader.reads_until(day(0.3))
        world.reader_is_off = timedelta(0)
        await reader.reads_until(day(1))
    refusal, *later = [visit for visit in world.visits(url) if visit.at >= refused]
    assert refusal.status == 429
    assert later[0].status in (200, 304)


async def test_a_feed_that_moves_while_the_clock_is_wrong_has_moved_once_it_is_right(world: World) -> None:
    new, usual = await world.outlet(), Press(DAY)
    there = new.serve("/baru", usual)
    url = await found(world, "pindah", in_turn(usual, (day(1), leads_to(there, 301))), "interval = 240")
    async with reader_in(world) as reader:
        await reader.reads_until(day(0.9))
        world.reader_is_off = YEAR
        await reader.reads_until(day(1.2))
        world.reader_is_off = timedelta(0)
        await reader.reads_until(day(8))
    assert world.visits(url)[-1].at <= day(5)
    assert sum(visit.status == 301 for visit in world.visits(url)) >= 10
    assert world.visits(there)[-1].at >= day(7.5)


async def test_no_two_visits_of_a_house_overlap_however_its_feeds_fall_due(world: World) -> None:
    house = await world.outlet()
    for number in range(6):
        world.follow(f"sumber-{number}", house.serve(f"/{number}", Press(DAY)), "interval = 60")
        await found(world, f"tamu-{number}", leads_to(house.serve(f"/tamu/{number}", Press(DAY)), 307), "interval = 60")
    async with reader_in(world) as reader:
        await press_r_until(reader, world, 10 * MINUTE, every=MINUTE + SECOND)
        await reader.reads_until(day(0.5))
    ordered = sorted((visit for visit in world.log if visit.origin == house.origin), key=lambda visit: visit.begun)
    assert len(ordered) > 200
    assert all(one.ended < other.begun for one, other in pairwise(ordered))
