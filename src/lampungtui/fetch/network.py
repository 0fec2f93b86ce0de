"""Connections to addresses that were looked at first: resolve, check, connect to what was checked.

The name is resolved once and the connection goes to the very address that passed, so a name that changes its address
between check and use gains nothing. TLS still asks for the host's name.
"""

from __future__ import annotations

import asyncio
import errno
import select
import socket
import ssl
from collections.abc import Callable, Iterable
from typing import Any, Final

import httpcore

from lampungtui.fetch.errors import Trouble, Unfetched
from lampungtui.fetch.private import is_public

NEXT_ADDRESS_SECONDS: Final = 5.0
"""How long one address of a host is tried while there are others."""

HEAD_LIMIT: Final = 256 * 2**10
"""Bytes that an answer may take before its body. The library bounds one head, but not how many hints (1xx) stand before it:
they kept a processor busy until the deadline."""

_NO_NETWORK: Final = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH})


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """A network that calls private addresses only where `may_call(host, port)` says that the reader named them."""

    def __init__(self, may_call: Callable[[str, int], bool]) -> None:
        self._network = httpcore.AnyIOBackend()
        self._may_call = may_call

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await _resolve(host, port)
        if not self._may_call(host, port):
            addresses = [address for address in addresses if is_public(address)]
            if not addresses:
                raise Unfetched(
                    Trouble.PRIVATE_ADDRESS, "the address is on a private network, which feeds may not call"
                )
        for number, address in enumerate(addresses, 1):
            last = number == len(addresses)
            patience = timeout if last else min(timeout or NEXT_ADDRESS_SECONDS, NEXT_ADDRESS_SECONDS)
            try:
                stream = await self._network.connect_tcp(
                    address, port, timeout=patience, local_address=local_address, socket_options=socket_options
                )
                return WatchedStream(stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                if last:
                    raise _by_network(error) from error
        raise Unfetched(Trouble.DNS, "the server's name leads to no address")

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        raise Unfetched(Trouble.PRIVATE_ADDRESS, "sockets of this machine are not called")

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)


class WatchedStream(httpcore.AsyncNetworkStream):
    """A connection that knows cheaply whether its server hung up.

    With every request the pool asks each idle connection. By the library's own way of answering, and with 64 of them open,
    that was half of a refresh where nothing has changed.

    It also bounds what comes between a request and the body of its answer, of which `body_begins` tells.
    """

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._watch = select.poll()
        self._watch.register(stream.get_extra_info("socket"), select.POLLIN)
        self._open = True
        self._head_bytes: int | None = 0

    def body_begins(self) -> None:
        """The head of the answer is there: what follows is bounded by whoever reads it."""
        self._head_bytes = None

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = await self._stream.read(max_bytes, timeout)
        if self._head_bytes is not None:
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_LIMIT:
                raise Unfetched(Trouble.BAD_RESPONSE, "the server's answer begins with more than any head takes")
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._head_bytes = 0
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        self._open = False
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return WatchedStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            # A closed one counts as readable: its descriptor may be another connection's by now.
            return not self._open or bool(self._watch.poll(0))
        return self._stream.get_extra_info(info)


async def _resolve(host: str, port: int) -> list[str]:
    """The host's addresses, in the system's order. Raises Unfetched."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise Unfetched(Trouble.OFFLINE, "no name server answered: is there a network?") from error
        raise Unfetched(Trouble.DNS, "the server's name is not known") from error
    except (OSError, UnicodeError) as error:
        raise Unfetched(Trouble.DNS, "the server's name could not be looked up") from error
    return list(dict.fromkeys(str(address[4][0]) for address in found))


def _by_network(error: Exception) -> Unfetched:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.errno in _NO_NETWORK:
            return Unfetched(Trouble.OFFLINE, "the network cannot be reached")
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpcore.ConnectTimeout):
        return Unfetched(Trouble.TIMEOUT, "the server did not answer in time")
    return Unfetched(Trouble.REFUSED, "the server refuses connections")
