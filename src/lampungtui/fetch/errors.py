"""Why a server did not give what was asked for: one error, with a kind that is stable across versions."""

from __future__ import annotations

import enum

from lampungtui.errors import FetchError
from lampungtui.foreign import Address


class Trouble(enum.StrEnum):
    """Kinds of failure. Stored by name and shown in words by the screen, so a name never changes its meaning."""

    OFFLINE = "offline"
    DNS = "dns"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"
    BLOCKED = "blocked"
    NOT_FOUND = "not-found"
    GONE = "gone"
    RATE_LIMITED = "rate-limited"
    SERVER_ERROR = "server-error"
    TOO_BIG = "too-big"
    CUT_SHORT = "cut-short"
    BAD_ENCODING = "bad-encoding"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    BAD_REDIRECT = "bad-redirect"
    PRIVATE_ADDRESS = "private-address"
    BAD_RESPONSE = "bad-response"


UNREACHED = frozenset({Trouble.OFFLINE, Trouble.DNS, Trouble.REFUSED, Trouble.TIMEOUT})
"""Failures in which no server answered: if all sources fail so, the network is gone rather than the sources."""


class Unfetched(FetchError):
    """A request that failed.

    `retry_after_seconds` is set where the server said how long to stay away; `status` where it answered at all, and `url`
    then names the address that did, which a redirect may have led to. `requests` and `received_bytes` are what it cost.
    """

    def __init__(
        self,
        kind: Trouble,
        sentence: str,
        *,
        status: int | None = None,
        retry_after_seconds: int | None = None,
        url: Address | None = None,
    ) -> None:
        self.kind = kind
        self.url = url
        self.status = status
        self.retry_after_seconds = retry_after_seconds
        self.requests = 1
        self.received_bytes = 0
        super().__init__(sentence)


def by_status(status: int, retry_after_seconds: int | None, url: Address | None = None) -> Unfetched:
    """The error for a status that brings no document."""
    if status in (429, 503):
        kind, words = Trouble.RATE_LIMITED, "asked us to come back later"
    elif status in (401, 402, 403, 451):
        kind, words = Trouble.BLOCKED, "refuses to serve us"
    elif status == 404:
        kind, words = Trouble.NOT_FOUND, "has nothing at this address"
    elif status == 410:
        kind, words = Trouble.GONE, "says that this address is gone for good"
    elif status >= 500:
        kind, words = Trouble.SERVER_ERROR, "had an error of its own"
    else:
        kind, words = Trouble.BAD_RESPONSE, "gave an answer that is no document"
    return Unfetched(
        kind, f"the server {words} (HTTP {status})", status=status, retry_after_seconds=retry_after_seconds, url=url
    )
