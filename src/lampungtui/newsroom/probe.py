"""What `lampungtui probe` and `lampungtui extract` say of a document: as a JSON object, and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from lampungtui.blockform import to_plain
from lampungtui.model import Block, Entry, FeedReading, Heading, Image, Listing, PageReading, Quote, Table, blocks_text


def timestamp(at: datetime | None) -> str | None:
    """A time as RFC 3339 in UTC: `2025-07-23T03:44:00Z`."""
    return None if at is None else at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def feed_object(target: str, reading: FeedReading) -> dict[str, Any]:
    """A feed as `probe --json` prints it."""
    return {
        "target": target,
        "ok": True,
        "error": None,
        "kind": str(reading.kind),
        "title": reading.title,
        "entries": [_entry_object(entry) for entry in reading.entries],
    }


def feed_failure(target: str, error: str) -> dict[str, Any]:
    """A feed that could not be read, with the same keys."""
    return {"target": target, "ok": False, "error": error, "kind": None, "title": None, "entries": []}


def _entry_object(entry: Entry) -> dict[str, Any]:
    people = [credit.name for credit in entry.credits] or list(entry.authors)
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "published": timestamp(entry.published.at) if entry.published else None,
        "author": ", ".join(people) or None,
        "categories": list(entry.labels),
        "summary_text": blocks_text(entry.summary),
        "content_text": blocks_text(entry.content),
        "image": entry.image.url if entry.image else None,
        "views": entry.views,
        "enclosures": [
            {"url": enclosure.url, "type": enclosure.media_type, "length": enclosure.length}
            for enclosure in entry.enclosures
        ],
    }


def page_object(target: str, reading: PageReading) -> dict[str, Any]:
    """An article as `extract --json` prints it."""
    dateline = reading.dateline
    return {
        "target": target,
        "ok": True,
        "error": None,
        "title": reading.title,
        "published": timestamp(reading.published.at) if reading.published else None,
        "credits": [{"role": str(credit.role), "name": credit.name} for credit in reading.credits],
        "dateline": {"place": dateline.place, "agency": dateline.agency} if dateline else None,
        "region": reading.region.name if reading.region else None,
        "image": reading.image.url if reading.image else None,
        "language": reading.language,
        "text": blocks_text(reading.blocks),
        "blocks": to_plain(reading.blocks),
    }


def page_failure(target: str, error: str) -> dict[str, Any]:
    """An article that could not be read, with the same keys."""
    return {
        "target": target,
        "ok": False,
        "error": error,
        "title": None,
        "published": None,
        "credits": [],
        "dateline": None,
        "region": None,
        "image": None,
        "language": None,
        "text": "",
        "blocks": [],
    }


def feed_lines(reading: FeedReading) -> Iterator[str]:
    """A feed for people: its kind and title, then a line or two an entry."""
    count = len(reading.entries)
    yield f"{reading.title or '-'} ({reading.kind}, {count} {'entry' if count == 1 else 'entries'})"
    for trouble in reading.troubles:
        yield f"! {trouble}"
    for entry in reading.entries:
        yield ""
        yield entry.title
        facts = [
            timestamp(entry.published.at) if entry.published else "no date",
            ", ".join(entry.labels),
            f"{entry.views} views" if entry.views is not None else "",
            ", ".join(entry.authors),
        ]
        yield "  " + " | ".join(fact for fact in facts if fact)
        if entry.url:
            yield f"  {entry.url}"
    if reading.next_page:
        yield ""
        yield f"next page: {reading.next_page}"
    for shelf in reading.shelves:
        yield ""
        yield f"[{shelf.name}]"
        for entry in shelf.entries:
            yield f"  {entry.title}" + (f" ({entry.views})" if entry.views is not None else "")


def page_lines(reading: PageReading) -> Iterator[str]:
    """An article for people: its facts, then its text."""
    yield reading.title or "(no title)"
    if reading.published:
        yield f"published: {timestamp(reading.published.at)} (from {reading.published.source})"
    if reading.dateline:
        yield f"dateline:  {reading.dateline.place or '-'} ({reading.dateline.agency or '-'})"
    if reading.region:
        yield f"region:    {reading.region.name}{' (inferred)' if reading.region.inferred else ''}"
    for credit in reading.credits:
        yield f"{credit.role + ':':<10} {credit.name}{' (initials)' if credit.initials else ''}"
    yield f"body:      by {reading.origin}, {len(blocks_text(reading.blocks).split())} words"
    if reading.next_page:
        yield f"next page: {reading.next_page}"
    yield ""
    for block in reading.blocks:
        yield from _block_lines(block)
        yield ""


def _block_lines(block: Block, indent: str = "") -> Iterator[str]:
    match block:
        case Heading():
            yield f"{indent}## {blocks_text((block,))}"
        case Quote(blocks):
            for inner in blocks:
                yield from _block_lines(inner, f"{indent}> ")
        case Listing():
            for number, item in enumerate(block.items, block.start):
                mark = f"{number}. " if block.ordered else "- "
                yield f"{indent}{mark}{blocks_text(item)}"
        case Table():
            yield from (f"{indent}{line}" for line in blocks_text((block,)).split("\n"))
        case Image():
            yield f"{indent}[picture] {block.caption or block.alt or ''} {block.url}"
        case _:
            yield from (f"{indent}{line}" for line in blocks_text((block,)).split("\n"))
