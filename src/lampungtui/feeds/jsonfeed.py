"""JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any, Final

from lampungtui.errors import ReadingError
from lampungtui.feeds.broken_json import read_json
from lampungtui.feeds.item import (
    ITEM_LIMIT,
    first_image,
    item_blocks,
    item_date,
    label_lines,
    slug_title,
    teaser,
    title_line,
)
from lampungtui.foreign import Address, Line, Prose, clean_address, clean_line, clean_prose
from lampungtui.identity import canonical, entry_id
from lampungtui.model import (
    Blocks,
    Enclosure,
    Entry,
    FeedKind,
    FeedReading,
    Image,
    Outlet,
    Paragraph,
    Span,
    blocks_text,
)

PEOPLE: Final = 30
"""Authors of one item that are read."""


def read_jsonfeed(document: bytes, *, url: Address | None, outlet: Outlet | None, fetched_at: datetime) -> FeedReading:
    """The entries of a JSON Feed. Raises ReadingError for JSON that is none."""
    feed, broken = read_json(document)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(items, list):
        raise ReadingError("the document is JSON but no JSON Feed: it has no items")
    zone = outlet.zone if outlet is not None else "Asia/Jakarta"
    base = clean_address(text(feed.get("home_page_url")), url) or url
    troubles = list(broken)
    if len(items) > ITEM_LIMIT:
        troubles.append(f"only the first {ITEM_LIMIT} of {len(items)} items were read")
    common = _authors(feed)
    found = (_entry(item, base, zone, common, fetched_at) for item in items[:ITEM_LIMIT] if isinstance(item, dict))
    return FeedReading(
        kind=FeedKind.JSONFEED,
        entries=tuple(entry for entry in found if entry is not None),
        title=title_line(text(feed.get("title"))) or None,
        home=clean_address(text(feed.get("home_page_url")), url),
        language=clean_line(text(feed.get("language")), 20) or None,
        next_page=clean_address(text(feed.get("next_url")), url),
        troubles=tuple(troubles),
    )


def text(value: object) -> str:
    """A value that should be text, or nothing. Lone surrogates, which JSON can carry, become replacement signs."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        # Python reads NaN and Infinity too, which are no JSON; 1e999 is infinite.
        value = str(value) if isinstance(value, int) or math.isfinite(value) else ""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else ""


def _authors(value: dict[str, Any]) -> tuple[Line, ...]:
    """The people of a feed or item: `authors` of 1.1, else the one `author` of 1.0."""
    listed = value.get("authors")
    people = listed[:PEOPLE] if isinstance(listed, list) and listed else [value.get("author")]
    names = (clean_line(text(person.get("name"))) for person in people if isinstance(person, dict))
    return tuple(dict.fromkeys(name for name in names if name))


def _entry(
    item: dict[str, Any], base: Address | None, zone: str, common: tuple[Line, ...], fetched_at: datetime
) -> Entry | None:
    url = clean_address(text(item.get("url")) or text(item.get("external_url")), base)
    content = item_blocks(text(item.get("content_html")), base) or _plain(text(item.get("content_text")))
    summary = _plain(text(item.get("summary")))
    title = title_line(text(item.get("title"))) or clean_line(blocks_text(summary or content), 120) or slug_title(url)
    if not title:
        return None
    guid = clean_line(text(item.get("id")), 1000)
    published = item_date(text(item.get("date_published")), zone, fetched_at)
    updated = item_date(text(item.get("date_modified")), zone, fetched_at)
    picture = clean_address(text(item.get("image")) or text(item.get("banner_image")), base)
    tags = item.get("tags")
    return Entry(
        id=entry_id(guid or None, url, title, published),
        title=title,
        url=canonical(url) if url is not None else None,
        guid=guid or None,
        published=published,
        updated=updated.at if updated is not None else None,
        # JSON Feed 1.1, "Items": the feed's authors are those of items without any.
        authors=_authors(item) or common,
        labels=label_lines([text(tag) for tag in tags]) if isinstance(tags, list) else (),
        summary=teaser(summary),
        content=content,
        image=Image(picture) if picture is not None else first_image(content),
        enclosures=_attachments(item.get("attachments"), base),
    )


def _plain(words: str) -> Blocks:
    paragraphs = (clean_prose(part) for part in words.split("\n\n"))
    return tuple(Paragraph((Span(Prose(part)),)) for part in paragraphs if part)


def _attachments(value: object, base: Address | None) -> tuple[Enclosure, ...]:
    found = []
    for item in value[:20] if isinstance(value, list) else []:
        address = clean_address(text(item.get("url")), base) if isinstance(item, dict) else None
        if address is not None:
            size = item.get("size_in_bytes")
            kind = clean_line(text(item.get("mime_type")), 100) or None
            found.append(Enclosure(address, kind, size if isinstance(size, int) and size >= 0 else None))
    return tuple(found)
