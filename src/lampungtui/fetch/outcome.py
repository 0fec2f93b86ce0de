"""What is asked of a server and what it gives: plain values, so that nobody outside needs the HTTP library."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import datetime

from lampungtui.foreign import Address


class Accept(enum.StrEnum):
    """The Accept header by what is wanted; feed types are named, as publishers ask for (openrss.org, developers' guide)."""

    FEED = (
        "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
        "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.9, text/html;q=0.8, */*;q=0.1"
    )
    PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
    PICTURE = "image/avif, image/webp, image/jpeg, image/png, image/gif;q=0.8, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Request:
    """An address to get. The validators are the server's own words of last time, byte for byte.

    `user_agent` and `headers` are what a person set for a feed; they go to the address itself, not where it leads on to
    another origin. `limit_bytes` bounds this document where the client's own limit is wider.
    """

    url: Address
    etag: str | None = None
    last_modified: str | None = None
    accept: Accept = Accept.FEED
    named_by_reader: bool = False
    user_agent: str | None = None
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    limit_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Validators:
    """ETag and Last-Modified as the server wrote them (RFC 9110, section 8.8); opaque, never parsed or invented."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Caching:
    """How long the server asks us to wait: from Cache-Control max-age, Expires against Date, and Retry-After."""

    max_age_seconds: int | None = None
    expires_at: datetime | None = None
    retry_after_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document. `url` is where it was found, `permanent_url` set where every step there was a permanent redirect.

    `link` is the server's Link header as it came (RFC 8288).
    """

    url: Address
    status: int
    body: bytes
    content_type: str | None
    validators: Validators
    caching: Caching
    permanent_url: Address | None = None
    hops: int = 0
    received_bytes: int = 0
    link: str | None = None

    @property
    def requests(self) -> int:
        """How many requests it took."""
        return self.hops + 1


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that nothing changed (304); its validators may be new all the same."""

    url: Address
    validators: Validators
    caching: Caching
    permanent_url: Address | None = None
    hops: int = 0

    @property
    def requests(self) -> int:
        """How many requests it took."""
        return self.hops + 1
