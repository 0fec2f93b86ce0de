"""What response headers say about when to come back (RFC 9111, sections 5.2 and 5.3; RFC 9110, section 10.2.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from lampungtui.fetch.outcome import Caching, Validators

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE)
FAR = timedelta(days=36_500)
"""An Expires beyond this says no more than this; some servers write the year 9999."""

HEADER_LIMIT = 1_000
"""Characters of the longest validator that is kept; a longer one is not a validator but a payload."""


def validators(headers: Mapping[str, str]) -> Validators:
    """The validators as the server wrote them, where they can be sent back as they are."""

    def value(name: str) -> str | None:
        text = headers.get(name)
        sendable = text is not None and text.isascii() and text.isprintable() and len(text) <= HEADER_LIMIT
        return text if text and sendable else None

    return Validators(value("etag"), value("last-modified"))


def caching(headers: Mapping[str, str], now: datetime) -> Caching:
    """How long to wait. Dates are taken against the server's own Date, so that a wrong clock cancels out."""
    control = headers.get("cache-control", "")
    max_age = _MAX_AGE.search(control)
    server_now = date(headers.get("date")) or now
    expires = date(headers.get("expires"))
    return Caching(
        max_age_seconds=int(max_age[1]) if max_age and "no-store" not in control.lower() else None,
        expires_at=now + min(expires - server_now, FAR) if expires is not None and expires > server_now else None,
        retry_after_seconds=_retry_after(headers.get("retry-after"), server_now),
    )


def date(text: str | None) -> datetime | None:
    """An HTTP date in UTC, or None."""
    if not text:
        return None
    try:
        at = parsedate_to_datetime(text)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def _retry_after(text: str | None, server_now: datetime) -> int | None:
    if not text:
        return None
    if text.strip().isascii() and text.strip().isdigit() and len(text.strip()) <= 12:
        return int(text.strip())
    at = date(text)
    return max(0, int((at - server_now).total_seconds())) if at is not None else None
