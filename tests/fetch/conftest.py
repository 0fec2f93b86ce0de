"""Outlets' servers on loopback and the real client that calls them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from tests.fetch.outletserver import OutletServer

from lampungtui.fetch import Client

MIB = 2**20


@pytest.fixture
async def outlet() -> AsyncIterator[OutletServer]:
    """The server of an outlet that the reader named."""
    server = await OutletServer().start()
    yield server
    await server.stop()


@pytest.fixture
async def other() -> AsyncIterator[OutletServer]:
    """A second server, of another origin."""
    server = await OutletServer().start()
    yield server
    await server.stop()


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    """The client as the reader has it, but for a limit of one mebibyte."""
    client = Client(version="1.0", limit_bytes=MIB)
    yield client
    await client.close()


@pytest.fixture
async def hasty() -> AsyncIterator[Client]:
    """A client whose patience ends soon."""
    client = Client(version="1.0", deadline_seconds=0.3, limit_bytes=MIB)
    yield client
    await client.close()
