"""Bytes to entries, whatever kind of feed they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lampungtui.errors import ReadingError
from lampungtui.feeds.detect import detect
from lampungtui.feeds.google_news import as_published
from lampungtui.feeds.zipped import unzipped
from lampungtui.foreign import Address
from lampungtui.identity import told_apart
from lampungtui.model import FeedKind, FeedReading, Outlet

XML_KINDS = frozenset({FeedKind.RSS, FeedKind.SITEMAP})
JSON_KINDS = frozenset({FeedKind.JSONFEED, FeedKind.WORDPRESS, FeedKind.API})


class EmptyDocument(ReadingError):
    """An answer without a body."""


class NotAFeed(ReadingError):
    """A document of another kind than the one that was asked for."""


def read_feed(
    document: bytes,
    *,
    url: Address | None,
    content_type: str | None,
    kind: FeedKind | None = None,
    outlet: Outlet | None = None,
    fetched_at: datetime,
) -> FeedReading:
    """The entries of a document; its kind is found by its content where `kind` is None.

    Raises ReadingError with a sentence that says what was found instead. What is malformed but can be read in part gives
    that part, with sentences in `troubles`.
    """
    if not document.strip(b"\x00 \t\r\n"):
        raise EmptyDocument("the server sent an empty document")
    document = unzipped(document)
    found = detect(document, content_type)
    if kind is not None and kind is not FeedKind.PAGE and found is FeedKind.PAGE:
        raise NotAFeed("the server sent a web page where a feed should be")
    if kind in (FeedKind.RSS, FeedKind.SITEMAP) and found in (FeedKind.JSONFEED, FeedKind.WORDPRESS, *XML_KINDS):
        # A feed that turned into another kind is read as what it is.
        kind = found
    if kind is None and found in JSON_KINDS and outlet is not None and outlet.api is not None:
        # A saved document says nothing of its feed; JSON of any shape may be the API's that the profile describes.
        kind = found if any(feed.kind is found for feed in outlet.feeds) else FeedKind.API
    reading = _read(document, kind or found, url, content_type, outlet, fetched_at)
    return replace(reading, entries=told_apart([as_published(entry, outlet) for entry in reading.entries]))


def _read(
    document: bytes,
    kind: FeedKind | None,
    url: Address | None,
    content_type: str | None,
    outlet: Outlet | None,
    fetched_at: datetime,
) -> FeedReading:
    """Calls the reader of a kind; each is imported where it is used, for its library is heavy."""
    match kind:
        case FeedKind.RSS:
            from lampungtui.feeds.rss import read_rss

            return read_rss(document, url=url, content_type=content_type, outlet=outlet, fetched_at=fetched_at)
        case FeedKind.JSONFEED:
            from lampungtui.feeds.jsonfeed import read_jsonfeed

            return read_jsonfeed(document, url=url, outlet=outlet, fetched_at=fetched_at)
        case FeedKind.WORDPRESS:
            from lampungtui.feeds.wordpress import read_wordpress

            return read_wordpress(document, url=url, outlet=outlet, fetched_at=fetched_at)
        case FeedKind.PAGE:
            from lampungtui.feeds.page import read_listing

            return read_listing(document, url=url, content_type=content_type, outlet=outlet, fetched_at=fetched_at)
        case FeedKind.SITEMAP:
            from lampungtui.feeds.sitemap import read_sitemap

            return read_sitemap(document, url=url, outlet=outlet, fetched_at=fetched_at)
        case FeedKind.API:
            if outlet is None or outlet.api is None:
                raise NotAFeed(
                    "the document is JSON of an unknown form; a profile's [api] table can say how to read it"
                )
            from lampungtui.feeds.api import read_api

            return read_api(document, url=url, outlet=outlet, rules=outlet.api, fetched_at=fetched_at)
    raise NotAFeed("the document is neither a feed nor a page")
