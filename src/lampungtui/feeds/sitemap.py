"""Sitemaps and news sitemaps (sitemaps.org; Google's news extension), by expat with entity declarations refused."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from xml.parsers import expat

from lampungtui.errors import ReadingError
from lampungtui.extract.charset import decode_xml
from lampungtui.feeds.item import ITEM_LIMIT, item_date, label_lines, title_line
from lampungtui.foreign import Address, Line, clean_address, clean_line
from lampungtui.identity import canonical, entry_id
from lampungtui.model import Entry, FeedKind, FeedReading, Image, Outlet

TEXT_LIMIT: Final = 5_000
_FIELDS: Final = frozenset({"loc", "lastmod", "title", "publication_date", "keywords", "image:loc", "language", "name"})


def read_sitemap(document: bytes, *, url: Address | None, outlet: Outlet | None, fetched_at: datetime) -> FeedReading:
    """The addresses of a sitemap as entries, newest first. Raises ReadingError for an index of further sitemaps."""
    reader = _Reader()
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


class _Reader:
    """Gathers the fields of each <url>."""

    def __init__(self) -> None:
        self.items: list[dict[str, str]] = []
        self.is_map = False
        self.is_index = False
        self._item: dict[str, str] | None = None
        self._field: str | None = None

    def read(self, document: bytes) -> bool:
        """Reads what there is; returns whether the XML broke off."""
        # Decoded here, whatever the document says of itself: expat would try any codec of that name.
        parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        try:
            parser.Parse(decode_xml(document).markup.lstrip("\ufeff \t\r\n").encode("utf-8", "replace"), True)
        except expat.ExpatError:
            return True
        return False

    def _entity(self, *_: object) -> None:
        raise ReadingError("the sitemap declares entities, which none needs")

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        tag = name.rsplit(":", 1)[-1]
        self.is_map = self.is_map or tag in ("urlset", "sitemapindex")
        if tag == "sitemapindex":
            self.is_index = True
        elif tag == "url":
            self._item = {} if len(self.items) < ITEM_LIMIT else None
        elif self._item is not None:
            prefix = name[: -len(tag)].lower()
            field = f"image:{tag}" if prefix == "image:" else tag
            # What is said once holds: further pictures, and what a film is called, are not the article's.
            said = field not in _FIELDS or field in self._item or prefix in ("video:", "xhtml:")
            self._field = None if said else field

    def _end(self, name: str) -> None:
        if name.rsplit(":", 1)[-1] == "url" and self._item is not None:
            self.items.append(self._item)
            self._item = None
        self._field = None

    def _text(self, text: str) -> None:
        if self._item is not None and self._field is not None:
            before = self._item.get(self._field, "")
            if len(before) < TEXT_LIMIT:
                self._item[self._field] = before + text


def _entry(item: dict[str, str], base: Address | None, zone: str, fetched_at: datetime) -> Entry | None:
    url = clean_address(item.get("loc", ""), base)
    if url is None:
        return None
    title = title_line(item.get("title")) or _title_of(url)
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


def _title_of(url: Address) -> Line:
    """A title read off a slug, for sitemaps that give none."""
    slug = re.sub(r"\.html?$", "", url.rstrip("/").rsplit("/", 1)[-1])
    words = [word for word in slug.split("-") if word and not word.isdigit()]
    return clean_line(" ".join(words).capitalize()) if len(words) >= 3 else Line("")
