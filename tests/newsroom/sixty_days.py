"""A world of outlets whose time we own: servers on loopback that keep a log, and a reader who lives among them.

Every outlet has a loopback address of its own, so that what is owed to a host is owed to each of them. Their clock is the
world's, and so is the reader's, unless it was set wrong. The log is all that a test asks about manners: what the outlets
saw is what was done to them.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from lampungtui.config import Config
from lampungtui.fetch import origin_of
from lampungtui.newsroom.room import Newsroom
from lampungtui.outlets.subscriptions import followed, read_subscriptions
from lampungtui.store import Store

BEGIN = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Monday noon in Lampung: when each world begins."""

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

WORK = itertools.cycle(timedelta(seconds=part) for part in (0.37, 0.02, 0.81))
"""What a round takes beside the requests: no reader is woken at a whole second."""

SLACK = 2 * MINUTE
"""What a poll may come later than its time: the least sleep, and other feeds' turns."""

LATEST = 1.1
"""The share of a wait at which chance has a poll made at the latest."""

LEAST_SLEEP = 5.0
"""The shortest sleep between two rounds, in seconds (`keep_refreshed` of the reading screen)."""


def day(number: float) -> datetime:
    """A moment of the world, in days since it began."""
    return BEGIN + number * DAY


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came; `path` with its query, header names in lower case."""

    at: datetime
    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """What an outlet answers. Date and length are added when it is sent."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


Desk = Callable[[Asked], Reply]
"""Who answers for an address."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A line of the log. `begun` and `ended` count the beginnings and ends of all requests, in their order."""

    at: datetime
    origin: str
    asked: Asked
    reply: Reply
    begun: int
    ended: int

    @property
    def url(self) -> str:
        """What was asked for."""
        return self.origin + self.asked.path

    @property
    def status(self) -> int:
        return self.reply.status

    @property
    def condition(self) -> tuple[str | None, str | None]:
        """The validators that the reader sent: If-None-Match and If-Modified-Since."""
        return self.asked.headers.get("if-none-match"), self.asked.headers.get("if-modified-since")

    @property
    def given(self) -> tuple[str | None, str | None]:
        """The validators that the outlet sent."""
        return self.reply.headers.get("ETag"), self.reply.headers.get("Last-Modified")


class Outlet:
    """One origin: who answers for its addresses, and the way to reach it."""

    def __init__(self, world: World, host: str) -> None:
        self._world = world
        self._host = host
        self._desks: dict[str, Desk] = {}
        self._talks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self.origin = ""

    async def open(self) -> None:
        """Listens from now on."""
        self._server = await asyncio.start_server(self._accept, self._host, 0)
        self.origin = f"http://{self._host}:{self._server.sockets[0].getsockname()[1]}"

    async def shut(self) -> None:
        """Listens no more."""
        assert self._server is not None
        self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    def serve(self, path: str, desk: Desk) -> str:
        """Lets `desk` answer for a path; gives its address."""
        self._desks[path] = desk
        return self.origin + path

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.ensure_future(self._talk(reader, writer))
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers one request after the other, until the reader hangs up."""
        try:
            while True:
                first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                begun = self._world.next_count()
                headers: dict[str, str] = {}
                for name, value in (line.split(": ", 1) for line in lines if line):
                    before = headers.get(name.lower())
                    headers[name.lower()] = value if before is None else f"{before}, {value}"
                asked = Asked(self._world.now, first.split(" ")[1], headers)
                reply = self._desks.get(asked.path, _nothing_here)(asked)
                for _ in range(3):
                    await asyncio.sleep(0)  # another request gets its chance to come in between
                writer.write(_on_the_wire(reply, asked.at))
                await writer.drain()
                ended = self._world.next_count()
                self._world.log.append(Visit(asked.at, self.origin, asked, reply, begun, ended))
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the reader hung up, as it may
        finally:
            writer.close()


def _nothing_here(_: Asked) -> Reply:
    return Reply(404)


def _on_the_wire(reply: Reply, at: datetime) -> bytes:
    headers = {"Date": http_date(at), "Set-Cookie": "pembaca=123; Max-Age=9999999; Path=/", **reply.headers}
    if reply.status != 304:
        headers["Content-Length"] = str(len(reply.body))
    lines = [f"HTTP/1.1 {reply.status} Kabar", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode("latin-1") + reply.body


def http_date(at: datetime) -> str:
    """A time as HTTP writes it."""
    return format_datetime(at.astimezone(UTC), usegmt=True)


class World:
    """Its outlets, its time and its log, and the subscriptions of the one reader in it."""

    def __init__(self, folder: Path, number: int = 1) -> None:
        self.now = BEGIN
        self.reader_is_off = timedelta(0)
        self.log: list[Visit] = []
        self._folder = folder
        self._number = number
        self._outlets: list[Outlet] = []
        self._counts = itertools.count()
        self._subscriptions = ""

    def next_count(self) -> int:
        """The next number for a beginning or an end."""
        return next(self._counts)

    def readers_clock(self) -> datetime:
        """What the reader's machine takes for the time."""
        return self.now + self.reader_is_off

    async def outlet(self) -> Outlet:
        """A new outlet, at a loopback address of its own."""
        outlet = Outlet(self, f"127.0.{self._number}.{len(self._outlets) + 1}")
        self._outlets.append(outlet)
        await outlet.open()
        return outlet

    async def shut(self) -> None:
        """Closes every outlet."""
        await asyncio.gather(*(outlet.shut() for outlet in self._outlets))

    # ------------------------------------------------------------------ the reader

    def follow(self, feed_id: str, url: str, *lines: str) -> str:
        """Writes a feed into the subscriptions, with more lines of its table; gives its address."""
        self._subscriptions += "\n".join(["[[feeds]]", f'id = "{feed_id}"', f'url = "{url}"', *lines, "", ""])
        return url

    def open_newsroom(self) -> Newsroom:
        """Starts the reader: the folder is the one of the last time."""
        data = self._folder / "data"
        data.mkdir(exist_ok=True)
        file = self._folder / "subscriptions.toml"
        file.write_text(self._subscriptions, encoding="utf-8")
        outlets = followed(read_subscriptions(file), ())
        room = Newsroom(Store.open(data), outlets, Config(), clock=self.readers_clock)
        for outlet in self._outlets:
            # Loopback is a private network, where a redirect leads only those who were invited.
            room._client.trust(outlet.origin)
        return room

    # ------------------------------------------------------------------ the log

    def visits(self, *urls: str) -> list[Visit]:
        """The requests for these addresses, in their order."""
        return [visit for visit in self.log if visit.url in urls]

    def visits_at(self, url: str) -> list[Visit]:
        """The requests at the origin of an address, in their order."""
        return [visit for visit in self.log if visit.origin == origin_of(url)]


@asynccontextmanager
async def world_in(folder: Path, number: int = 1) -> AsyncIterator[World]:
    """A world that keeps the reader's files in `folder`; worlds of different numbers share no address."""
    world = World(folder, number)
    try:
        yield world
    finally:
        await world.shut()


class Reader:
    """Who has the newsroom open, with the world's time passing meanwhile."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.room = world.open_newsroom()

    async def closes(self) -> None:
        """Ends the program."""
        await self.room.hang_up()
        self.room.close()

    async def starts_again(self) -> None:
        """Ends the program and opens it again."""
        await self.closes()
        self.room = self._world.open_newsroom()

    async def reads_until(self, end: datetime) -> None:
        """Leaves the reader open: it refreshes what is due, sleeps until something is due, and so on until `end`."""
        while True:
            async for _ in self.room.refresh():
                pass
            wait = timedelta(seconds=max(LEAST_SLEEP, self.room.seconds_to_next_poll())) + next(WORK)
            if self._world.now + wait >= end:
                self._world.now = max(self._world.now, end)
                return
            self._world.now += wait

    async def presses_r(self) -> int:
        """Refreshes by hand; how many sources were asked."""
        asked = 0
        async for progress in self.room.refresh(by_hand=True):
            asked = progress.total
        return asked


@asynccontextmanager
async def reader_in(world: World) -> AsyncIterator[Reader]:
    """The reader, who closes the program in the end."""
    reader = Reader(world)
    try:
        yield reader
    finally:
        await reader.closes()


def gaps(visits: list[Visit]) -> list[timedelta]:
    """The times between one visit and the next."""
    return [later.at - earlier.at for earlier, later in itertools.pairwise(visits)]


def remembered(visits: list[Visit]) -> Iterator[tuple[Visit, tuple[str | None, str | None]]]:
    """Each visit with the validators that it owes: those given last, each on its own, also by a 304."""
    etag = last_modified = None
    for visit in visits:
        yield visit, (etag, last_modified)
        if visit.status == 200 and "html" not in visit.reply.headers.get("Content-Type", ""):
            etag, last_modified = visit.given
        elif visit.status == 304:
            etag, last_modified = visit.given[0] or etag, visit.given[1] or last_modified
