"""A pool of connections for each origin.

With every request the library's pool looks, for each of its connections, at each of them: with 64 open to as many outlets
that was half of what a refresh took in which nothing has changed. An origin is asked one thing at a time, so a pool of its
own holds one connection.
"""

from __future__ import annotations

import ssl
import time
from typing import Final

import httpx

from lampungtui.fetch.network import GuardedNetwork

KEPT: Final = 64
"""Origins whose connections stay open."""

IDLE_SECONDS: Final = 15.0
"""How long a connection that nobody uses stays open."""


class OriginPools(httpx.AsyncBaseTransport):
    """Sends each request over the pool of its origin; all of them reach the network by the one that is given."""

    def __init__(self, context: ssl.SSLContext, network: GuardedNetwork) -> None:
        self._context = context
        self._network = network
        # The one that was used last comes last.
        self._pools: dict[tuple[str, str, int | None], _Pool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self._close_unused()
        origin = (request.url.scheme, request.url.host, request.url.port)
        pool = self._pools.pop(origin, None) or _Pool(self._context, self._network)
        self._pools[origin] = pool
        pool.used_at = time.monotonic()
        return await pool.handle_async_request(request)

    async def _close_unused(self) -> None:
        """Closes what has not been used for long, and what is one too many."""
        long_ago = time.monotonic() - IDLE_SECONDS
        for origin, pool in list(self._pools.items()):
            if pool.used_at > long_ago and len(self._pools) < KEPT:
                break
            # Another request may have closed it, or asked for it again, while the one before was closed.
            if pool.is_idle() and self._pools.get(origin) is pool:
                del self._pools[origin]
                await pool.aclose()

    async def aclose(self) -> None:
        pools, self._pools = self._pools, {}
        for pool in pools.values():
            await pool.aclose()


class _Pool(httpx.AsyncHTTPTransport):
    """The connections to one origin."""

    def __init__(self, context: ssl.SSLContext, network: GuardedNetwork) -> None:
        super().__init__(
            verify=context,
            http2=True,
            trust_env=False,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=2, keepalive_expiry=IDLE_SECONDS),
        )
        # The pool has no public door for the network it uses; fetch/test_client.py fails when this one moves.
        self._pool._network_backend = network  # noqa: SLF001
        self.used_at = 0.0

    def is_idle(self) -> bool:
        """Whether nobody waits for an answer."""
        return all(connection.is_idle() or connection.is_closed() for connection in self._pool.connections)
