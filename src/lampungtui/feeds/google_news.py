"""Google News as a stand-in for outlets without a feed (`https://news.google.com/rss/search?q=site:...`).

Its items name the outlet in <source> and again behind the headline, and link to Google rather than to the outlet. Ids
made before July 2024 are base64 of a protobuf message that holds the outlet's own address; later ones hold a token that
only Google can resolve, by a page that works with scripts alone. Such an item keeps Google's address, which a browser
follows and we cannot.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qs, urlsplit, urlunsplit

from lampungtui.feeds.publishers import other_publisher
from lampungtui.foreign import Address, Line, clean_address, clean_line
from lampungtui.identity import canonical
from lampungtui.model import Entry, Outlet

HOST: Final = "news.google.com"
_ALERTS: Final = "//www.google."
_BEFORE_THE_ID: Final = ("/rss/articles/", "/articles/", "/read/", "/__i/rss/rd/articles/")

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
"""Wire types of a protobuf message (protobuf.dev/programming-guides/encoding)."""


def is_googles(url: Address | None) -> bool:
    """Whether an address is Google's for another outlet's article: a browser finds the article there, a program does not."""
    return url is not None and _article_id(url) is not None


def as_published(entry: Entry, outlet: Outlet | None) -> Entry:
    """An item of Google News as its outlet published it; any other entry as it is."""
    entry = _alerted(entry)
    if entry.url is None or (article_id := _article_id(entry.url)) is None:
        return entry
    headline = _headline(entry.title, entry.source_name)
    own = _own_address(article_id)
    return replace(
        entry,
        id=canonical(own) if own is not None else _lasting_id(headline, entry),
        title=headline,
        title_cut=headline.endswith(("...", "…")),
        url=canonical(own) if own is not None else _without_query(entry.url),
        publisher=other_publisher(entry.source_name, outlet),
        # Google's text is the headline once more, or those of other outlets.
        summary=(),
        content=(),
    )


def _alerted(entry: Entry) -> Entry:
    """An entry of Google Alerts with the outlet's address, which Google's own there only counts on the way to."""
    if entry.url is None or _ALERTS not in entry.url:
        return entry
    parts = urlsplit(entry.url)
    if not (parts.hostname or "").startswith("www.google.") or parts.path != "/url":
        return entry
    given = parse_qs(parts.query)
    own = clean_address((given.get("url") or given.get("q") or [""])[0])
    return replace(entry, url=canonical(own)) if own is not None else entry


def _article_id(url: Address) -> str | None:
    if HOST not in url:
        return None
    parts = urlsplit(url)
    if parts.hostname != HOST:
        return None
    found = next((parts.path.removeprefix(before) for before in _BEFORE_THE_ID if parts.path.startswith(before)), "")
    return found.strip("/") or None


def _headline(title: Line, source: Line | None) -> Line:
    """A title without the outlet's name behind it."""
    behind = f" - {source}"
    if source and title[-len(behind) :].casefold() == behind.casefold():
        return clean_line(title[: -len(behind)]) or title
    return title


def _lasting_id(headline: Line, entry: Entry) -> str:
    """What stays when Google gives an article another token or address: who published which headline on which day."""
    day = entry.published.at.date().isoformat() if entry.published is not None else ""
    words = f"{entry.source_name or ''}\n{headline}\n{day}".casefold()
    return "google-news:" + hashlib.sha256(words.encode()).hexdigest()[:32]


def _without_query(url: Address) -> Address:
    """Google's address without the language and place that were asked in."""
    parts = urlsplit(url)
    return Address(urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")))


def _own_address(article_id: str) -> Address | None:
    """The outlet's address that an id of the old form holds: its first field of bytes that is one."""
    try:
        message = base64.urlsafe_b64decode(article_id.rstrip("=") + "=" * (-len(article_id.rstrip("=")) % 4))
    except (binascii.Error, ValueError):
        return None
    for field in _byte_fields(message):
        if not field.startswith((b"http://", b"https://")):
            continue
        try:
            address = clean_address(field.decode("utf-8"))
        except UnicodeDecodeError:
            continue
        if address is not None and urlsplit(address).hostname != HOST:
            return address
    return None


def _byte_fields(message: bytes) -> Iterator[bytes]:
    """The fields of a protobuf message that hold bytes, up to where it is none."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        wire = key & 7
        if wire == _VARINT:
            _, at = _varint(message, at)
        elif wire == _FIXED64:
            at += 8
        elif wire == _FIXED32:
            at += 4
        elif wire == _BYTES:
            length, at = _varint(message, at)
            if at + length > len(message):
                return
            yield message[at : at + length]
            at += length
        else:
            return


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """A number at a place and the place behind it; beyond the end where the message breaks off in it."""
    number = 0
    for shift in range(0, 64, 7):
        if at >= len(message):
            break
        byte = message[at]
        at += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, at
    return 0, len(message)
