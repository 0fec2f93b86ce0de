"""What parsers give: entries of a feed, side lists, an article's page."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lampungtui.foreign import Address, Line, Prose
from lampungtui.model.attribution import Credit, Dated, Dateline, Region
from lampungtui.model.bodies import Blocks, Image


class FeedKind(enum.StrEnum):
    """How an address is read."""

    RSS = "rss"  # RSS, RDF, Atom, CDF: whatever feedparser reads
    JSONFEED = "jsonfeed"
    WORDPRESS = "wordpress"
    PAGE = "page"
    SITEMAP = "sitemap"
    API = "api"


class BodyOrigin(enum.StrEnum):
    """Where a body comes from, the best first."""

    RULES = "rules"  # the article page, by its outlet's rules
    GENERAL = "general"  # the article page, by the general extractor
    FEED = "feed"  # the feed's own full content
    SUMMARY = "summary"  # the feed's summary: not the whole article

    @property
    def whole(self) -> bool:
        """Whether this is meant to be the whole article."""
        return self is not BodyOrigin.SUMMARY


WHOLE_WORDS: Final = 120
"""From this many words on, a feed's content counts as a whole article rather than a teaser."""


@dataclass(frozen=True, slots=True)
class PackedBody:
    """A feed's text of an article as the store keeps it: `blocks` packed (empty for none), its plain `text`, and the digest
    of the words by which an edit is known. Of a whole text also who made it and where it was filed, by its own words.
    """

    blocks: bytes
    text: Prose
    origin: BodyOrigin
    digest: str
    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with an entry."""

    url: Address
    media_type: Line | None = None
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as a feed gave it, cleaned.

    `id` is stable within its feed: the guid; else the link; else a digest of title and date. Two items of one
    document with one guid get ids of their own. `title_cut` marks a title that the page cut short with an ellipsis.
    `source_name` is what the feed calls its source; `publisher` is who published the item where that is not the feed's
    outlet: a collector of other outlets' news names it.
    """

    id: str
    title: Line
    url: Address | None = None
    guid: Line | None = None
    published: Dated | None = None
    updated: datetime | None = None
    authors: tuple[Line, ...] = ()
    credits: tuple[Credit, ...] = ()
    labels: tuple[Line, ...] = ()
    summary: Blocks = ()
    content: Blocks = ()
    image: Image | None = None
    views: int | None = None
    comments_url: Address | None = None
    enclosures: tuple[Enclosure, ...] = ()
    source_name: Line | None = None
    packed: PackedBody | None = None
    publisher: Line | None = None
    title_cut: bool = False


class ShelfName(enum.StrEnum):
    """The side lists of a home or listing page."""

    POPULAR = "popular"
    HIGHLIGHT = "highlight"
    COLUMN = "column"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A side list of a listing page, such as Terpopuler: its entries in the page's order."""

    name: ShelfName
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FeedReading:
    """What one fetched document held. `troubles` are English sentences about what was wrong and read all the same.

    `derived` are the derived words of its texts, each with its root before it (`aman mengamankan`): what a search needs to
    find one of a family by another.
    """

    kind: FeedKind
    entries: tuple[Entry, ...]
    title: Line | None = None
    home: Address | None = None
    language: Line | None = None
    next_page: Address | None = None
    shelves: tuple[Shelf, ...] = ()
    troubles: tuple[str, ...] = ()
    ttl_minutes: int | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageReading:
    """What an article page (or its text) held; `derived` as in `FeedReading`."""

    title: Line | None
    blocks: Blocks
    origin: BodyOrigin
    published: Dated | None = None
    updated: datetime | None = None
    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    region: Region | None = None
    image: Image | None = None
    language: Line | None = None
    labels: tuple[Line, ...] = ()
    views: int | None = None
    comments_url: Address | None = None
    canonical: Address | None = None
    next_page: Address | None = None
    shelves: tuple[Shelf, ...] = ()
    derived: tuple[str, ...] = ()
