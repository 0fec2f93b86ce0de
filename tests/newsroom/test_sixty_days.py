"""Sixty days of polling among outlets of every kind: what their logs say about our manners.

The yardsticks are those that publishers wrote down (rachelbythebay.com/w/feed and /fs/help.html; openrss.org, guide for
developers). One simulation is shared by all tests.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, timedelta

import pytest
from tests.newsroom.sixty_days import (
    DAY,
    HOUR,
    LATEST,
    SLACK,
    Visit,
    day,
    gaps,
    remembered,
)
from tests.newsroom.sixty_outlets import (
    DAYS,
    DIED,
    FEEDS,
    FELL_SILENT,
    FOUND,
    GONE,
    LOST,
    MAINTAINED,
    MOVED,
    NIGHT,
    ODD_WORDS,
    OWN_AGENT,
    OWN_KEY,
    REFUSALS,
    RESTLESS,
    RETURNED,
    SixtyDays,
    live_sixty_days,
)

each_feed = pytest.mark.parametrize("name", FEEDS)
ALIVE = [name for name in FEEDS if name != "gone"]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SixtyDays]:
    """The sixty days, lived once for all tests; chance falls the same way each time."""
    chance = random.getstate()
    random.seed(60)
    try:
        yield asyncio.run(live_sixty_days(tmp_path_factory.mktemp("enam-puluh-hari")))
    finally:
        random.setstate(chance)


def within(visits: Sequence[Visit], begin: float, end: float) -> list[Visit]:
    """The visits between two days."""
    return [visit for visit in visits if day(begin) <= visit.at < day(end)]


# --------------------------------------------------------------------------- how often


@each_feed
def test_a_feed_is_never_asked_again_before_its_interval_is_over(lived: SixtyDays, name: str) -> None:
    assert min(gaps(lived.polls(name))) >= lived.intervals[name]


@pytest.mark.parametrize("name", ALIVE)
def test_nothing_silences_a_feed_for_much_longer_than_a_day(lived: SixtyDays, name: str) -> None:
    polls = lived.polls(name)
    assert max(gaps(polls)) <= 27 * HOUR
    assert polls[-1].at >= day(DAYS) - 27 * HOUR


@pytest.mark.parametrize("name", ["daily", "impatient"])
def test_a_feed_with_much_news_is_asked_every_hour(lived: SixtyDays, name: str) -> None:
    assert max(gaps(lived.polls(name))) <= HOUR * LATEST + SLACK


def test_whoever_asks_hourly_gets_all_the_news(lived: SixtyDays) -> None:
    brought = [visit for visit in lived.visits("daily") if visit.status == 200]
    assert len(brought) >= DAYS * 20 - 20


@pytest.mark.parametrize(("name", "least", "most"), [("unhurried", 2.5, 3), ("weekly", 12, 12)])
def test_a_feed_is_asked_twice_for_each_of_its_news_and_twice_a_day_at_least(
    lived: SixtyDays, name: str, least: float, most: float
) -> None:
    waits = gaps(lived.polls(name))[3:]
    assert least * HOUR <= min(waits)
    assert max(waits) <= most * HOUR * LATEST + SLACK


def test_a_feed_that_falls_silent_is_asked_less_and_less(lived: SixtyDays) -> None:
    polls = lived.polls("silent")
    assert max(gaps(within(polls, 0, FELL_SILENT))) <= HOUR * LATEST + SLACK
    assert {visit.status for visit in within(polls, FELL_SILENT + 0.1, DAYS)} == {304}
    weeks = [len(within(polls, begin, begin + 7)) for begin in range(FELL_SILENT, DAYS - 7, 7)]
    assert weeks[0] < 7 * 24
    assert max(weeks[1:]) <= 17
    assert weeks[-1] <= 14


def test_ten_starts_within_an_hour_ask_nobody_again(lived: SixtyDays) -> None:
    before, hour = lived.log, within(lived.log, RESTLESS[0], RESTLESS[0] + 1 / 24)
    assert len(hour) < len(within(before, RESTLESS[0] - 1, RESTLESS[0])) / 10
    for name in FEEDS:
        assert len(within(lived.polls(name), RESTLESS[0], RESTLESS[0] + 1 / 24)) <= 1


def test_a_feed_that_is_paused_is_never_asked(lived: SixtyDays) -> None:
    assert lived.visits("paused") == []


# --------------------------------------------------------------------------- conditions


@pytest.mark.parametrize("name", [name for name in FEEDS if name != "returning"])
def test_in_the_life_of_a_feed_one_request_alone_is_without_a_condition(lived: SixtyDays, name: str) -> None:
    polls = lived.polls(name)
    assert [visit for visit in polls if visit.condition == (None, None)] == [polls[0]]


@pytest.mark.parametrize("name", [name for name in FEEDS if name != "returning"])
def test_validators_come_back_byte_for_byte_as_they_were_given_last(lived: SixtyDays, name: str) -> None:
    for visit, owed in remembered(lived.visits(name)):
        assert visit.condition == owed


@pytest.mark.parametrize("name", ODD_WORDS)
def test_odd_validators_are_taken_over_too(lived: SixtyDays, name: str) -> None:
    visits = lived.visits(name)
    sent = {value for visit in visits for value in visit.condition if value}
    # All but the last answer's words were sent, those of whole answers to the same edition among them.
    given = {value for visit in visits[:-1] for value in visit.given if value}
    assert sent == given
    assert {visit.status for visit in visits} == {200, 304}
    assert any(one.reply.body == other.reply.body for one, other in itertools.pairwise(visits) if one.reply.body), (
        "a whole answer in which nothing changed"
    )


def test_an_etag_that_changes_with_a_304_is_sent_the_next_time(lived: SixtyDays) -> None:
    visits = lived.visits("odd-ever-new")
    assert sum(visit.status == 304 for visit in visits) > DAYS
    assert len({visit.condition[0] for visit in visits}) == len(visits)


def test_an_etag_that_a_304_leaves_out_is_kept_beside_its_new_date(lived: SixtyDays) -> None:
    for earlier, visit in itertools.pairwise(lived.visits("odd-vanishing")):
        if earlier.status == 304:
            assert earlier.given[0] is None
            assert visit.condition == (earlier.condition[0], earlier.given[1])


def test_a_validator_that_a_new_document_lacks_is_sent_no_more(lived: SixtyDays) -> None:
    visits = lived.visits("odd-now-and-then")
    assert {tuple(value is None for value in visit.condition) for visit in visits[1:]} == {(True, False), (False, True)}


# --------------------------------------------------------------------------- one at a time, and who we are


def test_a_host_has_one_request_at_a_time_to_answer(lived: SixtyDays) -> None:
    hosts: dict[str, list[Visit]] = defaultdict(list)
    for visit in lived.log:
        hosts[visit.origin].append(visit)
    for visits in hosts.values():
        ordered = sorted(visits, key=lambda visit: visit.begun)
        assert all(one.ended < next_one.begun for one, next_one in itertools.pairwise(ordered))


def test_a_request_says_who_asks_for_what_and_nothing_else(lived: SixtyDays) -> None:
    (agent,) = {visit.asked.headers["user-agent"] for visit in lived.visits("daily")}
    assert re.fullmatch(r"lampungtui/\d\S* \(\+https://\S+\)", agent)
    named = {"host", "user-agent", "accept", "accept-encoding", "connection", "if-none-match", "if-modified-since"}
    for visit in lived.log:
        headers = visit.asked.headers
        assert named | {"x-kunci"} >= headers.keys()
        assert "gzip" in headers["accept-encoding"]
        if "x-kunci" not in headers:
            assert headers["user-agent"] == agent
            for kind in ("application/rss+xml", "application/atom+xml", "application/feed+json"):
                assert kind in headers["accept"]


def test_cookies_are_not_brought_back_and_nobody_is_told_where_we_come_from(lived: SixtyDays) -> None:
    assert {"cookie", "referer"}.isdisjoint(name for visit in lived.log for name in visit.asked.headers)


def test_an_address_is_asked_for_as_it_is_written(lived: SixtyDays) -> None:
    assert {visit.asked.path for visit in lived.log if "?" in visit.asked.path} == {
        "/umpan?jenis=rss2&kota=metro%20timur"
    }
    assert {visit.url for visit in lived.log} <= {url for urls in lived.urls.values() for url in urls}


def test_what_a_person_set_for_a_feed_goes_with_each_of_its_requests(lived: SixtyDays) -> None:
    for visit in lived.visits("introduced"):
        headers = visit.asked.headers
        assert (headers["user-agent"], headers["x-kunci"], headers["accept"]) == (OWN_AGENT, OWN_KEY, "text/xml")


def test_what_a_person_set_for_a_feed_does_not_go_where_it_moved(lived: SixtyDays) -> None:
    assert all(visit.asked.headers["x-kunci"] == OWN_KEY for visit in lived.written("moved"))
    assert len(lived.elsewhere("moved")) > DAYS
    for visit in lived.elsewhere("moved"):
        assert "x-kunci" not in visit.asked.headers
        assert visit.asked.headers["user-agent"] != OWN_AGENT


# --------------------------------------------------------------------------- where a feed is


@pytest.mark.parametrize("name", ["moved", "moved-seldom"])
def test_a_feed_that_moved_is_asked_at_its_new_address_after_ten_polls_over_two_days(
    lived: SixtyDays, name: str
) -> None:
    led = [visit for visit in lived.written(name) if visit.status in (301, 308)]
    assert len(led) >= 10
    assert led[-1].at - led[0].at >= 2 * DAY
    # The last of them is the first that fulfils both.
    assert len(led) == 10 or led[-2].at - led[0].at < 2 * DAY
    assert lived.written(name)[-1] is led[-1]
    later = [visit for visit in lived.elsewhere(name) if visit.at > led[-1].at]
    assert later[-1].at >= day(DAYS - 1)
    assert day(MOVED) <= led[0].at


@pytest.mark.parametrize(("name", "since"), [("found", 0), ("temporary", MOVED)])
def test_a_feed_that_is_elsewhere_for_now_is_asked_where_it_is_written(
    lived: SixtyDays, name: str, since: float
) -> None:
    there = lived.elsewhere(name)
    assert len(there) > DAYS
    assert [visit.at for visit in there] == [visit.at for visit in within(lived.written(name), since, DAYS)]


def test_a_notice_of_maintenance_is_not_taken_for_the_feeds_new_address(lived: SixtyDays) -> None:
    assert lived.elsewhere("maintained")
    assert all(day(MAINTAINED) <= visit.at < day(MAINTAINED + 1) for visit in lived.elsewhere("maintained"))
    assert lived.polls("maintained") == lived.written("maintained")
    back = [visit for visit in lived.written("maintained") if visit.at >= day(MAINTAINED + 1)]
    assert back[0].status in (200, 304)
    assert gaps(back)[0] <= 2 * HOUR * LATEST + SLACK


def test_a_feed_whose_new_address_dies_is_asked_again_where_it_is_written(lived: SixtyDays) -> None:
    dead = [visit for visit in lived.elsewhere("returning") if visit.status == 500]
    assert len(dead) == 3
    assert lived.elsewhere("returning")[-1] is dead[-1]
    led, returned = within(lived.written("returning"), 0, RETURNED), within(lived.written("returning"), DIED, DAYS)
    assert {visit.status for visit in led} == {301}
    assert returned[0].at > dead[-1].at
    # The words of the dead address say nothing here.
    assert (returned[0].status, returned[0].condition) == (200, (None, None))
    assert all(visit.condition == owed for visit, owed in remembered(returned))
    assert max(gaps(returned)) <= 3 * HOUR * LATEST + SLACK


def test_until_it_died_the_new_address_got_conditions_alone(lived: SixtyDays) -> None:
    alive = within(lived.visits("returning"), 0, DIED)
    assert all(visit.condition == owed for visit, owed in remembered(alive))


# --------------------------------------------------------------------------- refusals


def test_a_host_that_asks_for_two_hours_gets_them_from_all_of_its_feeds(lived: SixtyDays) -> None:
    visits = lived.house("crowded")
    refused = [visit for visit in visits if visit.status == 429]
    assert [visit.at >= day(since) for visit, since in zip(refused, REFUSALS, strict=True)] == [True] * 3
    for visit in refused:
        next_visit = next(each for each in visits if each.begun > visit.begun)
        assert 2 * HOUR <= next_visit.at - visit.at <= 3 * HOUR
        assert next_visit.status in (200, 304)


def test_a_feed_that_is_gone_is_not_asked_again(lived: SixtyDays) -> None:
    visits = lived.visits("gone")
    assert [visit.status for visit in visits].index(410) == len(visits) - 1
    assert day(GONE) <= visits[-1].at <= day(GONE) + 2 * HOUR


def test_a_feed_that_is_lost_is_asked_less_and_less_until_once_a_day(lived: SixtyDays) -> None:
    lost = [visit for visit in lived.visits("lost") if visit.status == 404]
    waits = gaps(lost)
    usual = [min(2**number, 24) * HOUR for number in range(len(waits))]
    assert len(waits) >= 12
    for wait, least in zip(waits, usual, strict=True):
        assert least <= wait <= min(least * LATEST, DAY) + SLACK
    # Chance adds its part, lest all readers come back at once.
    assert len({round(wait / least, 4) for wait, least in zip(waits[:5], usual, strict=False)}) == 5


def test_a_feed_that_is_found_again_is_asked_as_before(lived: SixtyDays) -> None:
    back = within(lived.visits("lost"), LOST + 1, DAYS)
    back = [visit for visit in back if visit.status != 404]
    assert day(FOUND) <= back[0].at <= day(FOUND + 1) + SLACK
    assert max(gaps(back)) <= HOUR * LATEST + SLACK


# --------------------------------------------------------------------------- wishes


@pytest.mark.parametrize(("name", "hours"), [("five-hours", 5), ("three-days", 24), ("ttl", 3), ("huge-ttl", 24)])
def test_a_feed_that_wants_more_time_gets_it_up_to_a_day(lived: SixtyDays, name: str, hours: int) -> None:
    waits = gaps(lived.polls(name))
    assert min(waits) >= hours * HOUR
    assert max(waits) <= min(hours * LATEST * HOUR, DAY) + SLACK


@pytest.mark.parametrize("name", ["endless-ttl", "asleep-for-ever"])
def test_a_wish_that_cannot_be_meant_changes_nothing(lived: SixtyDays, name: str) -> None:
    assert max(gaps(lived.polls(name))) <= 12 * HOUR * LATEST + SLACK


def test_a_feed_that_sleeps_at_night_is_left_alone_then(lived: SixtyDays) -> None:
    polls = [visit.at.astimezone(UTC) for visit in lived.polls("asleep-at-night")]
    assert {at.hour for at in polls}.isdisjoint(NIGHT)
    woken = [at for at in polls if at.hour == max(NIGHT) + 1]
    assert len(woken) == DAYS
    # Not all of its readers stand at the door when it opens.
    assert len({(at.minute, at.second) for at in woken}) > DAYS / 2


def test_a_feed_that_is_closed_at_weekends_is_asked_once_a_day_then(lived: SixtyDays) -> None:
    polls = lived.polls("closed-at-weekends")
    days = defaultdict(list)
    for visit in polls:
        days[visit.at.astimezone(UTC).date()].append(visit)
    closed = [len(visits) for date, visits in days.items() if date.weekday() >= 5]
    open_days = [len(visits) for date, visits in days.items() if date.weekday() < 5]
    assert max(closed) <= 1
    assert sorted(open_days)[2] >= 10
    assert max(gaps(polls)) <= timedelta(hours=24) + SLACK
