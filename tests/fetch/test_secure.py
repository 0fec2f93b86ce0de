"""https: HTTP/2 where it is offered, and certificates that somebody vouches for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import certifi
import pytest
from tests.fetch.outletserver import NEWS, fetched, trouble
from tests.fetch.secureserver import AUTHORITY, SecureServer

from lampungtui.fetch import Client, Request, Trouble

Start = Callable[..., Awaitable[SecureServer]]


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Starts a server that offers these protocols."""
    servers: list[SecureServer] = []

    async def started(*protocols: str) -> SecureServer:
        server = SecureServer(protocols)
        await server.start()
        servers.append(server)
        return server

    yield started
    for server in servers:
        await server.stop()


@pytest.fixture
def vouched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A world in which the tests' own authority is the one that everybody trusts."""
    monkeypatch.setattr(certifi, "where", lambda: str(AUTHORITY))


@pytest.mark.usefixtures("vouched")
@pytest.mark.parametrize(
    ("offered", "spoken"), [(("h2", "http/1.1"), "h2"), (("http/1.1",), "http/1.1")], ids=["offered", "not offered"]
)
async def test_http_2_is_spoken_where_it_is_offered_over_one_connection(
    client: Client, start: Start, offered: tuple[str, ...], spoken: str
) -> None:
    server = await start(*offered)
    for path in ("/umpan", "/umpan", "/lain"):
        answer = await fetched(client, Request(server.at(path), etag='"edisi-1"', named_by_reader=True))
        assert answer.body == NEWS
    assert [protocol for protocol, _ in server.asked] == [spoken] * 3
    assert server.connections == 1
    for _, headers in server.asked:
        assert headers["if-none-match"] == '"edisi-1"'
        assert headers["user-agent"].startswith("lampungtui/1.0 (+https://")
        assert {"cookie", "referer"}.isdisjoint(headers)


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(client: Client, start: Start) -> None:
    server = await start("h2", "http/1.1")
    failure = await trouble(client, Request(server.at("/umpan"), named_by_reader=True))
    assert failure.kind is Trouble.CERTIFICATE
    assert "certificate cannot be trusted" in str(failure)
    assert server.asked == []
