"""Two outlets that listen, a clock in our hands, and newsrooms over one data folder."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.demo.press_house import Clock
from tests.fetch.outletserver import OutletServer
from tests.newsroom.newsstand import NOON, Opener, Paper

from lampungtui.config import Config
from lampungtui.model import Outlet
from lampungtui.newsroom.room import Newsroom
from lampungtui.store import Store


@pytest.fixture
def clock() -> Clock:
    """The reader's clock."""
    return Clock(NOON)


@pytest.fixture
async def paper(tmp_path: Path) -> AsyncIterator[Paper]:
    """An outlet."""
    server = await OutletServer().start()
    yield Paper(server, tmp_path / "outlets")
    await server.stop()


@pytest.fixture
async def rival(tmp_path: Path) -> AsyncIterator[Paper]:
    """A second one, of another origin."""
    server = await OutletServer().start()
    yield Paper(server, tmp_path / "outlets", "warta-sekampung")
    await server.stop()


@pytest.fixture
async def open_room(tmp_path: Path, clock: Clock) -> AsyncIterator[Opener]:
    """Opens newsrooms over one data folder; they are closed in the end."""
    data = tmp_path / "data"
    data.mkdir()
    rooms: list[Newsroom] = []

    def open_one(*outlets: Outlet, config: Config | None = None) -> Newsroom:
        room = Newsroom(Store.open(data, clock=clock), outlets, config or Config(), clock=clock)
        rooms.append(room)
        return room

    yield open_one
    for room in rooms:
        await room.hang_up()
        room.close()
