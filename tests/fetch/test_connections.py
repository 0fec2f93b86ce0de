"""Connections: kept for the next request to an origin, but not without end."""

from __future__ import annotations

import asyncio
import contextlib

from tests.fetch.outletserver import NEWS, fetched

from lampungtui.fetch import Client, Request
from lampungtui.fetch.pools import KEPT
from lampungtui.foreign import Address, clean_address


class ManyOutlets:
    """Outlets on loopback addresses of their own that keep connections open; counts those that are."""

    def __init__(self, count: int) -> None:
        self._hosts = [f"127.0.3.{number}" for number in range(1, count + 1)]
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self.open = self.most_open = self.opened = 0

    async def start(self) -> list[Address]:
        """Listens from now on; gives the outlets' feeds."""
        self._server = await asyncio.start_server(self._accept, self._hosts, 0)
        names = (socket.getsockname() for socket in self._server.sockets)
        addresses = [clean_address(f"http://{host}:{port}/umpan") for host, port in names]
        return [address for address in addresses if address is not None]

    async def stop(self) -> None:
        """Listens no more, once the last reader hung up."""
        assert self._server is not None
        self._server.close()
        await asyncio.gather(*self._talks)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        self.opened += 1
        self.most_open = max(self.most_open, self.open)
        self._talks.add(asyncio.ensure_future(self._talk(reader, writer)))

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(NEWS), NEWS))
        self.open -= 1
        writer.close()


async def test_of_very_many_outlets_the_last_ones_stay_connected(client: Client) -> None:
    outlets = ManyOutlets(KEPT + 6)
    addresses = await outlets.start()
    for address in [*addresses, *addresses[-3:]]:
        await fetched(client, Request(address, named_by_reader=True))
    assert outlets.opened == len(addresses), "a connection that is open is used again"
    # One that is closed may not have been noticed yet when the next one opens.
    assert outlets.most_open <= KEPT + 1
    await client.close()
    await outlets.stop()
    assert outlets.open == 0, "all of them are closed in the end"
