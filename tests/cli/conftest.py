"""A person's command line, and an outlet on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.cli.command import CommandLine
from tests.fetch.outletserver import OutletServer


@pytest.fixture
def lampungtui(tmp_path: Path) -> CommandLine:
    """The program, for a person who never ran it before."""
    home = tmp_path / "home"
    home.mkdir()
    return CommandLine(home)


@pytest.fixture
async def outlet() -> AsyncIterator[OutletServer]:
    """The server of an outlet."""
    server = await OutletServer().start()
    yield server
    await server.stop()
