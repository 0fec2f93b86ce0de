"""One demo newsroom for all tests of the screen, its articles fetched once and copied for each."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.ui.painting import painted_when_looked_at
from tests.ui.person import copied, in_newsroom, titles_of
from textual.notifications import Notification

from lampungtui.demo.profiles import write_profiles
from lampungtui.demo.server import OUTLETS, DemoNewsroom
from lampungtui.folders import Folders
from lampungtui.language import use_language

QUIET = 'refresh = false\nprefetch = false\npictures = "off"\n'
"""Settings of a reader that asks nobody by itself."""


@dataclass
class LiveNewsroom:
    """Outlets that really listen, and their clock, which a test may set forward."""

    servers: DemoNewsroom
    clock: Clock


@dataclass
class Clock:
    """The outlets' time. It stands an hour behind ours, so that what is published later is not in the future."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta) -> None:
        """Sets it forward."""
        self.now += by


def settings(home: Path, more: str = QUIET) -> None:
    """Writes the settings file: the demo's outlets, and `more`."""
    names = ", ".join(f'"{outlet_id}"' for outlet_id in OUTLETS)
    Folders.under(home).config_file.write_text(f"outlets = [{names}]\n{more}", encoding="utf-8")


@pytest.fixture(autouse=True)
def brisk_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's Pilot looks whether the app is idle every 5 ms instead of every 20, three times a key."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 200)


@pytest.fixture(autouse=True)
def screens_made_for_looks() -> Iterator[None]:
    """A screen is made when a test looks at it."""
    with painted_when_looked_at():
        yield


@pytest.fixture(autouse=True)
def toasts_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may look at the screen seconds later: what is said stays until it has been seen."""
    brief = Notification.__init__

    def lasting(self: Notification, *args: Any, **facts: Any) -> None:
        brief(self, *args, **facts)
        self.timeout = 600.0

    monkeypatch.setattr(Notification, "__init__", lasting)


@pytest.fixture(autouse=True)
def own_language_and_log(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leaves the language and the log as they were; no setting of this machine changes the screen."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    handlers = list(logging.getLogger().handlers)
    yield
    use_language("en")
    for handler in list(logging.getLogger().handlers):
        if handler not in handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()


async def _fill(home: Path) -> None:
    async with in_newsroom(home) as room:
        async for _ in room.refresh():
            pass
        async for _ in room.prefetch():
            pass
        await room.end_visit()


def served(home: Path) -> LiveNewsroom:
    """Opens the outlets, and fetches all they have into `home`."""
    clock = Clock(datetime.now(UTC) - timedelta(hours=1))
    servers = DemoNewsroom.start(patience_seconds=0.0, clock=clock)
    folders = Folders.under(home)
    write_profiles(folders.outlets, servers)
    settings(home, "")
    asyncio.run(_fill(home))
    settings(home)
    return LiveNewsroom(servers, clock)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with every article of the demo newsroom in full, none read; its outlets answer no more."""
    home = tmp_path_factory.mktemp("newsroom") / "home"
    live = served(home)
    ports = live.servers.ports
    live.servers.stop()
    with ExitStack() as doors:
        for port in ports:
            # Held, but nobody listens: no server of another test shall answer in their place.
            door = doors.enter_context(socket.socket())
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(("127.0.0.1", port))
        yield home


@pytest.fixture(scope="session")
def titles(filled: Path) -> list[str]:
    """The titles of all articles in the order of the list."""
    return asyncio.run(titles_of(filled))


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """A copy of the filled home."""
    return copied(filled, tmp_path / "home")


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveNewsroom]:
    """Outlets that listen, whose articles lie in `live_home` up to their clock's now."""
    live = served(tmp_path / "live")
    yield live
    live.servers.stop()


@pytest.fixture
def live_home(live: LiveNewsroom, tmp_path: Path) -> Path:
    """The home that belongs to `live`."""
    return tmp_path / "live"
