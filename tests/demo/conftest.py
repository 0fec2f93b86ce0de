"""The demo newsroom, really listening; and what a reader stored of all of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.demo.press_house import (
    Clock,
    an_hour_ago,
    articles,
    headlines,
    in_newsroom,
    lay_out,
    prefetched,
    profiles,
    refreshed,
)

from lampungtui.demo.server import DemoNewsroom
from lampungtui.model import Article, Headline, Outlet, ShelfName, View, ViewKind


@pytest.fixture(autouse=True, scope="module")
def own_log() -> Iterator[None]:
    """Takes the log files of the newsrooms that were opened off the logger again."""
    root = logging.getLogger()
    before = list(root.handlers)
    yield
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture
def clock() -> Clock:
    """The outlets' clock."""
    return an_hour_ago()


@pytest.fixture
def servers(clock: Clock) -> Iterator[DemoNewsroom]:
    """All outlets, listening."""
    servers = DemoNewsroom.start(patience_seconds=0.0, clock=clock)
    yield servers
    servers.stop()


@pytest.fixture
def outlets(servers: DemoNewsroom, tmp_path: Path) -> dict[str, Outlet]:
    """Their profiles."""
    lay_out(tmp_path, servers)
    return profiles(tmp_path)


class Archive:
    """Everything that a reader stored of the demo newsroom in its first minutes."""

    def __init__(self, start: Clock) -> None:
        self.clock = start
        self.articles: list[Article] = []
        self.shelves: dict[ShelfName, list[Headline]] = {}

    async def read_all(self, home: Path) -> None:
        async with in_newsroom(home) as room:
            await refreshed(room)
            await prefetched(room)
            self.articles = articles(room)
            self.shelves = {name: headlines(room, View(ViewKind.SHELF, name)) for name in ShelfName}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """All articles in full."""
    home = tmp_path_factory.mktemp("newsroom")
    archive = Archive(an_hour_ago())
    servers = DemoNewsroom.start(patience_seconds=0.0, clock=archive.clock)
    try:
        lay_out(home, servers)
        asyncio.run(archive.read_all(home))
    finally:
        servers.stop()
    return archive
