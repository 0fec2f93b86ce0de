"""The outlets of the sixty days and the reader who lives among them: every kind of feed, each with its own name."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tests.newsroom.sixty_days import DAY, MINUTE, Desk, Outlet, Visit, World, day, http_date, reader_in, world_in
from tests.newsroom.sixty_presses import Press, Words, in_turn, leads_to, page, refusing, says

from lampungtui.fetch import origin_of

DAYS: Final = 60
RESTARTS: Final = (0.01, 9.9, 24.2, 41.7)
RESTLESS: Final = tuple(33 + number * 6 / 1440 for number in range(10))
"""Ten starts of the program within an hour."""

MOVED, MAINTAINED, RETURNED, DIED = 10, 20, 29, 30
GONE, LOST, FOUND = 5, 15, 25
REFUSALS: Final = (12, 26, 40)
FELL_SILENT: Final = 20
"""Days on which something happens."""

NIGHT: Final = tuple(range(15, 22))
"""Hours in GMT: from ten in the evening until five in the morning in Lampung."""

OWN_AGENT, OWN_KEY = "Pembaca Margorejo/1.0", "rahasia"
OWN_WORDS: Final = (f'user_agent = "{OWN_AGENT}"', f'headers = {{ X-Kunci = "{OWN_KEY}", accept = "text/xml" }}')

ODD_WORDS: Final[Mapping[str, Words]] = {
    "odd-weak": lambda p: {"ETag": f'W/"edisi "pagi", {p.edition}"'},
    "odd-ever-new": lambda p: {"ETag": f'"{p.answer}"', "Last-Modified": http_date(day(p.edition))},
    "odd-date": lambda p: {"Last-Modified": f"2026-11-23 {p.edition % 24}.05 WIB"},
    "odd-vanishing": lambda p: (
        {"Last-Modified": f"pukul {p.answer}"} | ({} if p.unchanged else {"ETag": f'"edisi-{p.edition}"'})
    ),
    "odd-unquoted": lambda p: {"ETag": f"edisi-{p.edition}-gzip"},
    "odd-now-and-then": lambda p: {"ETag": f'"{p.edition}"'} if p.edition % 2 else {"Last-Modified": str(p.edition)},
}

FEEDS: Final = (
    *("daily", "unhurried", "weekly", "silent", "patient"),
    *("moved", "moved-seldom", "found", "temporary", "maintained", "returning"),
    *("crowded", "crowded-too", "gone", "lost"),
    *ODD_WORDS,
    *("five-hours", "three-days", "impatient", "ttl", "huge-ttl", "endless-ttl"),
    *("asleep-at-night", "closed-at-weekends", "asleep-for-ever"),
    "introduced",
)
"""Every feed that is asked."""


class SixtyDays:
    """What was lived: the addresses of the feeds by their names, and the log of all outlets.

    Three readers lived it, each among some of the outlets: what a reader knows of ten feeds is read and written in a third
    of the time.
    """

    def __init__(self) -> None:
        self.log: list[Visit] = []
        self.urls: dict[str, tuple[str, ...]] = {}
        self.intervals: dict[str, timedelta] = {}

    def visits(self, name: str) -> list[Visit]:
        """The requests for a feed, wherever it is kept."""
        return self._visits(*self.urls[name])

    def written(self, name: str) -> list[Visit]:
        """The requests for the address of a feed that is written in the subscriptions."""
        return self._visits(self.urls[name][0])

    def elsewhere(self, name: str) -> list[Visit]:
        """The requests for the address that it led to."""
        return self._visits(self.urls[name][1])

    def polls(self, name: str) -> list[Visit]:
        """The first request of each poll: where a redirect leads belongs to the same poll."""
        visits = self.visits(name)
        led = [False, *(each.status in (301, 302, 307, 308) for each in visits)]
        return [visit for visit, from_another in zip(visits, led, strict=False) if not from_another]

    def house(self, name: str) -> list[Visit]:
        """The requests for any feed of an outlet, by the name of one of them."""
        return [visit for visit in self.log if visit.origin == origin_of(self.urls[name][0])]

    def _visits(self, *urls: str) -> list[Visit]:
        return [visit for visit in self.log if visit.url in urls]


class Founding:
    """Founds the outlets of one world, and writes their feeds into the subscriptions of its reader."""

    def __init__(self, lived: SixtyDays, world: World) -> None:
        self._lived = lived
        self.world = world

    def follow(
        self, name: str, url: str, *elsewhere: str, minutes: int | None = None, more: tuple[str, ...] = ()
    ) -> None:
        """Writes a feed into the subscriptions; without `minutes` it is polled at its own rhythm."""
        own = () if minutes is None else (f"interval = {minutes}",)
        self._lived.urls[name] = (self.world.follow(name, url, *own, *more), *elsewhere)
        self._lived.intervals[name] = (minutes or 60) * MINUTE

    async def found(self, name: str, desk: Desk, *, minutes: int | None = None, more: tuple[str, ...] = ()) -> Outlet:
        """Founds an outlet with one feed."""
        outlet = await self.world.outlet()
        self.follow(name, outlet.serve("/rss", desk), minutes=minutes, more=more)
        return outlet

    async def found_leading(
        self,
        name: str,
        usual: Desk,
        status: int,
        since: float,
        *,
        minutes: int | None = None,
        more: tuple[str, ...] = (),
    ) -> None:
        """Founds an outlet whose feed leads to another one from a day on."""
        old, new = await self.world.outlet(), await self.world.outlet()
        there = new.serve("/baru", usual)
        here = old.serve("/rss", in_turn(usual, (day(since), leads_to(there, status))))
        self.follow(name, here, there, minutes=minutes, more=more)


async def found_those_that_publish(here: Founding) -> None:
    """Feeds by how often something is in them."""
    daily = await here.world.outlet()
    here.follow("daily", daily.serve("/umpan?jenis=rss2&kota=metro%20timur", Press(DAY / 20, items=10, zipped=True)))
    await here.found("unhurried", Press(DAY / 4))
    await here.found("weekly", Press(7 * DAY))
    await here.found("silent", Press(DAY / 20, items=10, until=day(FELL_SILENT)))
    patient = await here.found("patient", Press(DAY), minutes=240)
    # Whoever asks for this one is led to the outlet of the one before.
    there = patient.serve("/sementara", Press(DAY))
    other = await here.world.outlet()
    here.follow("found", other.serve("/rss", leads_to(there, 302)), there, minutes=240)
    await here.found("introduced", Press(7 * DAY), more=OWN_WORDS)
    await here.found("paused", Press(DAY), more=("paused = true",))


async def found_those_that_move_or_refuse(here: Founding) -> None:
    """Feeds that lead to another address, and feeds whose servers say no: for two hours to all of the house, for ever,
    for ten days."""
    await here.found_leading("moved", Press(DAY), 301, MOVED, minutes=240, more=OWN_WORDS)
    await here.found_leading("moved-seldom", Press(7 * DAY), 308, MOVED)
    await here.found_leading("temporary", Press(DAY), 307, MOVED, minutes=360)
    one, other = await here.world.outlet(), await here.world.outlet()
    notice, usual = other.serve("/pemeliharaan", page), Press(DAY)
    desk = in_turn(usual, (day(MAINTAINED), leads_to(notice, 301)), (day(MAINTAINED + 1), usual))
    here.follow("maintained", one.serve("/rss", desk), notice, minutes=120)
    one, other = await here.world.outlet(), await here.world.outlet()
    there = other.serve("/rss", in_turn(Press(DAY), (day(DIED), says(500))))
    desk = in_turn(leads_to(there, 301), (day(RETURNED), Press(DAY)))
    here.follow("returning", one.serve("/rss", desk), there, minutes=180)
    house, busy = await here.world.outlet(), says(429, Retry_After="7200")
    first, second, third = (day(number) for number in REFUSALS)
    here.follow("crowded", house.serve("/satu", refusing(Press(DAY), busy, first, third)), minutes=60)
    here.follow("crowded-too", house.serve("/dua", refusing(Press(DAY), busy, second)), minutes=120)
    await here.found("gone", in_turn(Press(DAY), (day(GONE), says(410))), minutes=60)
    usual = Press(DAY)
    await here.found("lost", in_turn(usual, (day(LOST), says(404)), (day(FOUND), usual)), minutes=60)


async def found_those_that_say_much(here: Founding) -> None:
    """Feeds that say when they want to be asked, and feeds with odd validators."""

    async def wishing(name: str, minutes: int, wish: str) -> None:
        await here.found(name, Press(DAY, channel=wish), minutes=minutes)

    async def waiting(name: str, headers: Callable[[datetime], Mapping[str, str]]) -> None:
        await here.found(name, Press(DAY, headers=headers), minutes=60)

    await waiting("five-hours", lambda _: {"Cache-Control": "public, max-age=18000"})
    await waiting("three-days", lambda at: {"Expires": http_date(at + 3 * DAY)})
    pleas = itertools.cycle(IMPATIENCE)
    await waiting("impatient", lambda _: next(pleas))
    await wishing("ttl", 60, "<ttl>180</ttl>")
    await wishing("huge-ttl", 60, "<ttl>999999999</ttl>")
    await wishing("endless-ttl", 720, "<ttl>1000000000</ttl>")
    await wishing("asleep-at-night", 120, skipped_hours(*NIGHT))
    await wishing("closed-at-weekends", 120, "<skipDays><day>Saturday</day><day>Sunday</day></skipDays>")
    await wishing("asleep-for-ever", 720, skipped_hours(*range(24)))
    for name, words in ODD_WORDS.items():
        await here.found(name, Press(DAY, words=words, anyway=5), minutes=360)


IMPATIENCE: Final[tuple[Mapping[str, str], ...]] = (
    {"Cache-Control": "max-age=0"},
    {"Cache-Control": "no-store, no-cache, must-revalidate"},
    {"Expires": "0"},
    {"Expires": http_date(day(-9))},
    {"Cache-Control": "max-age=5", "Retry-After": "1"},
    {"Cache-Control": "no-store", "Pragma": "no-cache"},
)
"""Words that ask to come back at once."""


def skipped_hours(*hours: int) -> str:
    """An element of RSS that names hours in GMT at which nobody need ask."""
    return f"<skipHours>{''.join(f'<hour>{hour}</hour>' for hour in hours)}</skipHours>"


async def live_sixty_days(folder: Path) -> SixtyDays:
    """Readers who have the program open for sixty days, but for the moments in which it starts again."""
    lived = SixtyDays()
    for number, found_outlets in enumerate(
        (found_those_that_publish, found_those_that_move_or_refuse, found_those_that_say_much), 1
    ):
        own = folder / str(number)
        own.mkdir()
        async with world_in(own, number) as world:
            await found_outlets(Founding(lived, world))
            async with reader_in(world) as reader:
                for moment in sorted([*RESTARTS, *RESTLESS]):
                    await reader.reads_until(day(moment))
                    await reader.starts_again()
                await reader.reads_until(day(DAYS))
            lived.log += world.log
    assert set(lived.urls) == {*FEEDS, "paused"}
    return lived
