"""What `lampungtui probe` and `lampungtui extract` say of a document to a program: one JSON object, in no language."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from lampungtui.blockform import to_plain
from lampungtui.model import Entry, FeedReading, PageReading, blocks_text


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
