"""The demo newsroom for tests: its clock in our hands, plain requests to its outlets, and a home filled from them."""

from __future__ import annotations

import http.client
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from lampungtui.demo.profiles import write_profiles
from lampungtui.demo.server import OUTLETS, DemoNewsroom
from lampungtui.folders import Folders
from lampungtui.model import Article, Headline, Outlet, View, ViewKind
from lampungtui.newsroom.opening import open_newsroom
from lampungtui.newsroom.room import Newsroom
from lampungtui.outlets.loader import load_outlets

ALL = View(ViewKind.ALL)


@dataclass
class Clock:
    """The outlets' time. It stands an hour behind ours, so that what they publish later is not in the future."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta) -> None:
        """Sets it forward."""
        self.now += by


def an_hour_ago() -> Clock:
    """A clock that stands there."""
    return Clock(datetime.now(UTC) - timedelta(hours=1))


@dataclass(frozen=True)
class Heard:
    """An answer as it came; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def get(url: str, **headers: str) -> Heard:
    """Asks as any program would; a header's name is written with `_` for `-`."""
    parts = urlsplit(url)
    assert parts.hostname is not None
    line = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    try:
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        line.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        return Heard(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    finally:
        line.close()


def lay_out(home: Path, servers: DemoNewsroom) -> Folders:
    """Profiles and settings of a reader who reads these outlets alone."""
    folders = Folders.under(home)
    write_profiles(folders.outlets, servers)
    names = ", ".join(f'"{outlet_id}"' for outlet_id in OUTLETS)
    folders.config_file.write_text(f"outlets = [{names}]\n", encoding="utf-8")
    return folders


def profiles(home: Path) -> dict[str, Outlet]:
    """The demo's outlets as their profiles describe them."""
    return {outlet.id: outlet for outlet in load_outlets(Folders.under(home).outlets) if outlet.id in OUTLETS}


@asynccontextmanager
async def in_newsroom(home: Path) -> AsyncIterator[Newsroom]:
    """The newsroom of `home`, without a screen."""
    room = open_newsroom(Folders.under(home)).room
    try:
        yield room
    finally:
        await room.hang_up()
        room.close()


async def refreshed(room: Newsroom, *, by_hand: bool = False) -> None:
    """Refreshes what is due."""
    async for _ in room.refresh(by_hand=by_hand):
        pass


async def prefetched(room: Newsroom) -> list[int]:
    """Prefetches what is wanted; the articles in the order in which their text came."""
    return [article_id async for article_id in room.prefetch()]


async def an_hour_later(room: Newsroom) -> None:
    """Makes every source due again."""
    earlier = datetime.now(UTC) - timedelta(hours=1)
    for state in room.store.feed_states().values():
        await room.store.set_feed_state(replace(state, last_try_at=earlier, next_poll_at=earlier))


def headlines(room: Newsroom, view: View = ALL) -> list[Headline]:
    """A view's headlines, in its order."""
    window = room.window(view)
    return [each for rank in range(window.total) if (each := window.at(rank)) is not None]


def articles(room: Newsroom, view: View = ALL) -> list[Article]:
    """A view's articles, in its order."""
    return [article for each in headlines(room, view) if (article := room.article(each.id)) is not None]


def titled(room: Newsroom, words: str) -> Article:
    """The one article whose title holds these words."""
    (article,) = [each for each in articles(room) if words in each.headline.title]
    return article
