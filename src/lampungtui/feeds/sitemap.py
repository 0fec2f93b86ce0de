"""Sitemaps and news sitemaps (sitemaps.org; Google's news extension)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from lampungtui.errors import ReadingError
from lampungtui.feeds.item import ITEM_LIMIT, item_date, label_lines, slug_title, title_line
from lampungtui.feeds.sitemap_xml import SitemapXml
from lampungtui.foreign import Address, clean_address
from lampungtui.identity import canonical, entry_id
from lampungtui.model import Entry, FeedKind, FeedReading, Image, Outlet

_FIELDS: Final = frozenset({"loc", "lastmod", "title", "publication_date", "keywords", "image:loc", "language", "name"})


def read_sitemap(document: bytes, *, url: Address | None, outlet: Outlet | None, fetched_at: datetime) -> FeedReading:
    """The addresses of a sitemap as entries, newest first. Raises ReadingError for an index of further sitemaps."""
    reader = SitemapXml("url", fields=_FIELDS, limit=ITEM_LIMIT)
    trouble = reader.read(document)
    if reader.is_index:
        raise ReadingError("the document is an index of sitemaps; one of those that it names is needed")
    if not reader.is_map and not trouble:
        raise ReadingError("the document is XML but no sitemap")
    if not reader.items and trouble:
        raise ReadingError("the sitemap is broken XML")
    zone = outlet.zone if outlet is not None else "Asia/Jakarta"
    entries = [entry for item in reader.items if (entry := _entry(item, url, zone, fetched_at)) is not None]
    entries.sort(key=lambda entry: entry.published.at.timestamp() if entry.published else 0.0, reverse=True)
    return FeedReading(
        kind=FeedKind.SITEMAP,
        entries=tuple(entries),
        title=outlet.name if outlet is not None else None,
        troubles=("the sitemap breaks off; what came before was read",) if trouble else (),
    )


def _entry(item: dict[str, str], base: Address | None, zone: str, fetched_at: datetime) -> Entry | None:
    url = clean_address(item.get("loc", ""), base)
    if url is None:
        return None
    title = title_line(item.get("title")) or slug_title(url)
    if not title:
        return None
    published = item_date(item.get("publication_date") or item.get("lastmod"), zone, fetched_at)
    picture = clean_address(item.get("image:loc", ""), base)
    return Entry(
        id=entry_id(None, url, title, published),
        title=title,
        url=canonical(url),
        published=published,
        labels=label_lines([word.strip() for word in item.get("keywords", "").split(",") if word.strip()][:10]),
        image=Image(picture) if picture is not None else None,
    )
