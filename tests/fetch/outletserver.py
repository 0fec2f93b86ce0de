"""An outlet's web server on loopback that the tests script byte by byte, faults and all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

import pytest

from lampungtui.fetch import Accept, Client, Fetched, Request, Unfetched
from lampungtui.foreign import Address, clean_address

NEWS = b"<rss version='2.0'><channel><title>Kabar Siger</title></channel></rss>"


@dataclass(frozen=True)
class Asked:
    """One request as it came over the wire; header names in lower case."""

    path: str
    headers: Mapping[str, str]


Talk = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]
Answer = bytes | Talk
"""The whole answer as bytes, or what writes it; after it the connection is closed."""


def answer(status: int = 200, body: bytes = NEWS, **headers: str) -> bytes:
    """A whole answer; a header's name is written with `_` for `-`."""
    lines = [f"HTTP/1.1 {status} Kabar", "Connection: close"]
    if "Content_Length" not in headers and status != 304:
        lines.append(f"Content-Length: {len(body)}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


@dataclass
class OutletServer:
    """Serves scripts by path and keeps what was asked. A path's last answer is given again for ever."""

    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0
    origin: str = ""
    _scripts: dict[str, list[Answer]] = field(default_factory=dict)
    _talks: set[asyncio.Task[None]] = field(default_factory=set)
    _at_once: int = 0
    _server: asyncio.Server | None = None

    async def start(self) -> OutletServer:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.origin = f"http://127.0.0.1:{self.port}"
        return self

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    @property
    def port(self) -> int:
        assert self._server is not None
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    def serve(self, path: str, *answers: Answer) -> Address:
        """What the path answers, one after the other; gives the path's address."""
        self._scripts[path] = list(answers)
        return self.at(path)

    def at(self, path: str, *, host: str = "127.0.0.1") -> Address:
        """The address of a path."""
        address = clean_address(f"http://{host}:{self.port}{path}")
        assert address is not None
        return address

    def ask(
        self,
        path: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        accept: Accept = Accept.FEED,
    ) -> Request:
        """A request that the reader makes by name, as for a feed of the reader's own."""
        return Request(self.at(path), etag, last_modified, accept, named_by_reader=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.ensure_future(self._talk(reader, writer))
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            pairs = (line.split(": ", 1) for line in lines if line)
            asked = Asked(first.split(" ")[1], {name.lower(): value for name, value in pairs})
            self.asked.append(asked)
            script = self._scripts.get(asked.path, [answer(404, b"")])
            given = script.pop(0) if len(script) > 1 else script[0]
            if isinstance(given, bytes):
                writer.write(given)
                await writer.drain()
            else:
                await given(asked, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the reader hung up, as it may
        finally:
            self._at_once -= 1
            writer.close()


async def fetched(client: Client, request: Request) -> Fetched:
    """The document, where one is sure to come."""
    got = await client.get(request)
    assert isinstance(got, Fetched)
    return got


async def trouble(client: Client, request: Request) -> Unfetched:
    """The failure, where one is sure to come."""
    with pytest.raises(Unfetched) as caught:
        await client.get(request)
    assert str(caught.value)
    return caught.value
