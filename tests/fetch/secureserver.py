"""An outlet's web server on loopback that speaks TLS, and HTTP/2 where it offers that.

`certificates/` holds the certificate of an authority that the tests made and forgot, and one for 127.0.0.1 by it with its
key: good for a hundred years, and for nothing but these tests.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence
from pathlib import Path

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import ConnectionTerminated, RequestReceived
from tests.fetch.outletserver import NEWS

from lampungtui.foreign import Address, clean_address

CERTIFICATES = Path(__file__).parent / "certificates"
AUTHORITY = CERTIFICATES / "ca.pem"


class SecureServer:
    """Answers every request with the news; keeps by which protocol and header each was asked, and counts connections."""

    def __init__(self, protocols: Sequence[str]) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(CERTIFICATES / "server.pem", CERTIFICATES / "server.key")
        self._context.set_alpn_protocols(list(protocols))
        self._talks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.connections = 0

    async def start(self) -> None:
        """Listens from now on."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, ssl=self._context)

    async def stop(self) -> None:
        """Listens no more."""
        assert self._server is not None
        self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    def at(self, path: str) -> Address:
        """The address of a path."""
        assert self._server is not None
        address = clean_address(f"https://127.0.0.1:{self._server.sockets[0].getsockname()[1]}{path}")
        assert address is not None
        return address

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        talk = asyncio.ensure_future(self._talk(reader, writer))
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        chosen = writer.get_extra_info("ssl_object").selected_alpn_protocol()
        try:
            await (self._in_frames if chosen == "h2" else self._in_lines)(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the reader hung up, as it may
        finally:
            writer.close()

    async def _in_lines(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            _, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            pairs = (line.split(": ", 1) for line in lines if line)
            self.asked.append(("http/1.1", {name.lower(): value for name, value in pairs}))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(NEWS), NEWS))

    async def _in_frames(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        frames = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        frames.initiate_connection()
        writer.write(frames.data_to_send())
        while data := await reader.read(65_536):
            for event in frames.receive_data(data):
                if isinstance(event, RequestReceived):
                    assert event.stream_id is not None
                    headers = {str(name): str(value) for name, value in event.headers or ()}
                    self.asked.append(("h2", {name: value for name, value in headers.items() if name[0] != ":"}))
                    frames.send_headers(event.stream_id, [(":status", "200"), ("etag", '"edisi-1"')])
                    frames.send_data(event.stream_id, NEWS, end_stream=True)
                elif isinstance(event, ConnectionTerminated):
                    return
            writer.write(frames.data_to_send())
