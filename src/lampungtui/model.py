"""The words of the newsroom as values: frozen, typed, no input or output.

Every text here is cleaned (`Line`, `Prose`, `Address`); every time is aware and in UTC. `Entry` and `PageReading` are
what parsers give; `Headline` and `Article` are what the store gives to the screen.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lampungtui.foreign import Address, Line, Prose

# --------------------------------------------------------------------------- bodies


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. Neighbouring spans carry their own spaces: joined, they are the paragraph."""

    text: Prose
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: Address | None = None


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a body; `level` runs from 1 to 6."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is a run of blocks, so lists nest."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set apart by the outlet."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, each cell a run of spans. `header` is empty where the outlet marked none."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    caption: Line | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in or above a body."""

    url: Address
    alt: Line | None = None
    caption: Line | None = None
    credit: Line | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text; line breaks and indentation matter."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Embed:
    """A video, post or map of another site, kept as a named link."""

    url: Address
    name: Line


Block = Paragraph | Heading | Listing | Quote | Table | Image | Code | Embed
Blocks = tuple[Block, ...]


def spans_text(spans: Spans) -> Prose:
    """The text of `spans` with the styling gone."""
    return Prose("".join(span.text for span in spans))


def blocks_text(blocks: Blocks) -> Prose:
    """The plain text of a body: one paragraph, heading, cell row or list item a line; pictures and embeds left out."""
    return Prose("\n".join(_lines(blocks)))


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans):
                yield spans_text(spans)
            case Listing():
                for item in block.items:
                    yield from _lines(item)
            case Quote(inner):
                yield from _lines(inner)
            case Table():
                for row in (block.header, *block.rows):
                    if row:
                        yield "\t".join(spans_text(cell) for cell in row)
            case Code(text):
                yield text
            case Image() | Embed():
                pass


# --------------------------------------------------------------------------- credits, places, dates


class Role(enum.StrEnum):
    """What a credited person or body did for an article."""

    EDITOR = "editor"
    WRITER = "writer"
    REPORTER = "reporter"
    CONTRIBUTOR = "contributor"
    TRANSLATOR = "translator"
    PHOTOGRAPHER = "photographer"
    UPLOADER = "uploader"
    SOURCE = "source"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Credit:
    """A role and a name. `initials` marks a name that is given by its initials only, such as `dai`."""

    role: Role
    name: Line
    initials: bool = False


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and agency at the head of a text: `METRO (Lampungpro.co):`. Either may be missing, never both."""

    place: Line | None
    agency: Line | None


@dataclass(frozen=True, slots=True)
class Region:
    """A kabupaten or kota of Lampung, or another province. `inferred`: from category or title, not from a dateline."""

    slug: str
    name: Line
    inferred: bool = False


class DateSource(enum.StrEnum):
    """Where a publication time comes from, the surest first."""

    FEED = "feed"  # the feed's own date element
    PAGE = "page"  # markup or text of the article page
    LISTING = "listing"  # a card of a listing page, mostly a day with no hour
    ADDRESS = "address"  # digits in the article's URL
    RELATIVE = "relative"  # "3 jam lalu", counted from the fetch
    NONE = "none"  # unknown: sorted by when we first saw it


@dataclass(frozen=True, slots=True)
class Dated:
    """A time with its source.

    `whole_day`: the outlet gave a day and no hour; `at` is then that day's start in the outlet's zone.
    """

    at: datetime
    source: DateSource
    whole_day: bool = False


# --------------------------------------------------------------------------- what parsers give


class FeedKind(enum.StrEnum):
    """How an address is read."""

    RSS = "rss"  # RSS, RDF, Atom, CDF: whatever feedparser reads
    JSONFEED = "jsonfeed"
    WORDPRESS = "wordpress"
    PAGE = "page"
    SITEMAP = "sitemap"
    API = "api"


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
    """What one fetched document held. `troubles` are English sentences about what was wrong and read all the same."""

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


@dataclass(frozen=True, slots=True)
class PageReading:
    """What an article page (or its text) held."""

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


# --------------------------------------------------------------------------- what the screen reads


@dataclass(frozen=True, slots=True)
class Headline:
    """One row of the headline list. `category` is the path of the deepest category, such as `lampung-raya/metro`."""

    id: int
    outlet_id: str
    outlet_name: Line
    title: Line
    category: str
    sort_at: datetime
    published: Dated | None
    read: bool
    saved: bool
    stored: bool
    views: int | None = None
    fresh: bool = False
    later: bool = False

    @property
    def key(self) -> tuple[int, int]:
        """The row's place in every list, newest first: (sort time in seconds, id)."""
        return int(self.sort_at.timestamp()), self.id


@dataclass(frozen=True, slots=True)
class Position:
    """How far an article was read: a block's index and how far into it, in thousandths."""

    block: int = 0
    within: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """The reader's record of one news item, with its body."""

    headline: Headline
    url: Address | None
    blocks: Blocks
    origin: BodyOrigin
    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    region: Region | None = None
    image: Image | None = None
    labels: tuple[Line, ...] = ()
    comments_url: Address | None = None
    updated: datetime | None = None
    stored_at: datetime | None = None
    versions: int = 0
    position: Position = field(default_factory=Position)

    @property
    def whole(self) -> bool:
        """Whether the body is the whole article rather than a feed's summary."""
        return self.origin.whole and bool(self.blocks)


class ViewKind(enum.StrEnum):
    """What a view lists."""

    ALL = "all"
    UNREAD = "unread"
    SAVED = "saved"
    LATER = "later"
    CATEGORY = "category"  # argument: a category path; what is nested in it is listed too
    SHELF = "shelf"  # argument: a ShelfName; in the outlet's own order
    SEARCH = "search"  # argument: the words


@dataclass(frozen=True, slots=True)
class View:
    """A named query over articles."""

    kind: ViewKind
    argument: str = ""

    @property
    def slug(self) -> str:
        """The view's name in stored state: `category:lampung-raya/metro`, `all`."""
        return f"{self.kind}:{self.argument}" if self.argument else str(self.kind)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many articles a view holds, and how many of them are unread."""

    total: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Category:
    """A rubric of ours: `path` is unique (`lampung-raya/metro`); names for both languages of the screen."""

    path: str
    name_id: str
    name_en: str

    @property
    def depth(self) -> int:
        """0 for a top rubric, 1 for what is nested in it."""
        return self.path.count("/")


# --------------------------------------------------------------------------- outlets


class Confidence(enum.StrEnum):
    """How sure we are that an outlet's addresses work."""

    SURE = "sure"
    LIKELY = "likely"
    UNTRIED = "untried"


class Scope(enum.StrEnum):
    """What an outlet writes about, as the picker groups outlets."""

    LAMPUNG = "lampung"
    NETWORK = "network"  # the network of the home outlet, Lampungpro.co
    NATIONAL = "national"
    OWN = "own"  # a site that the reader added, described by no profile


@dataclass(frozen=True, slots=True)
class NamedLink:
    """A link of an outlet's page that is not news: a partner, a site of its network."""

    name: Line
    url: Address


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """What a person may set for a feed. `keep` is the most articles of it that are kept; None for no bound of its own."""

    full_text: bool = True
    images: bool = True
    muted: bool = False
    paused: bool = False
    keep: int | None = None
    user_agent: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """One address that is polled. `category` is where its entries go when their labels say nothing better.

    `interval_minutes` is the least time between two polls; an `adaptive` feed is polled less often when it publishes less.
    """

    id: str
    outlet_id: str
    kind: FeedKind
    url: Address
    title: Line
    category: str | None = None
    interval_minutes: int = 60
    pages: int = 1
    adaptive: bool = True
    settings: FeedSettings = field(default_factory=FeedSettings)


@dataclass(frozen=True, slots=True)
class ShelfRule:
    """Where a side list stands on a listing page: under the heading whose text is `heading`."""

    name: ShelfName
    heading: str
    container: str
    item: str
    title: str
    date: str | None = None
    views: str | None = None
    label: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class ListingRules:
    """CSS selectors for a listing page. `item` finds a card; the others look inside it."""

    item: str
    title: str
    title_attribute: str | None = None
    title_prefix: str | None = None
    date: str | None = None
    views: str | None = None
    label: str | None = None
    summary: str | None = None
    image: str | None = None
    next: str | None = None
    skip: tuple[str, ...] = ()
    shelves: tuple[ShelfRule, ...] = ()


@dataclass(frozen=True, slots=True)
class ApiRules:
    """JMESPath expressions for a JSON document (jmespath.org/specification.html).

    `items`, `next` and `error` look in the document, the others in one item of what `items` gives.
    """

    items: str
    title: str
    id: str | None = None
    url: str | None = None
    date: str | None = None
    updated: str | None = None
    summary: str | None = None
    content: str | None = None
    image: str | None = None
    labels: str | None = None
    authors: str | None = None
    editors: str | None = None
    publisher: str | None = None
    views: str | None = None
    comments: str | None = None
    next: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class PageRules:
    """CSS selectors for an article page; each tuple is tried in order. `drop` goes from the body before it is read."""

    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    image: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher, as its profile describes it.

    `names` are the forms in which the outlet names itself in datelines and credits. `categories` maps its own labels,
    case-folded, to our category paths. `zone` is an IANA name. `wordpress_editors` names the WordPress taxonomy that
    holds editors, `author_role` what a bare author of this outlet did.
    """

    id: str
    name: Line
    home: Address
    language: str = "id"
    zone: str = "Asia/Jakarta"
    confidence: Confidence = Confidence.UNTRIED
    scope: Scope = Scope.NATIONAL
    names: tuple[str, ...] = ()
    feeds: tuple[Feed, ...] = ()
    listing: ListingRules | None = None
    api: ApiRules | None = None
    page: PageRules = field(default_factory=PageRules)
    categories: tuple[tuple[str, str], ...] = ()
    comments: str | None = None
    partners: tuple[NamedLink, ...] = ()
    network: tuple[NamedLink, ...] = ()
    wordpress_editors: str | None = None
    author_role: Role = Role.WRITER
    hosts: tuple[str, ...] = ()
    on: bool = True

    def category_of(self, label: str) -> str | None:
        """Our category path for one of the outlet's own labels, or None."""
        folded = label.casefold().strip()
        return next((path for name, path in self.categories if name == folded), None)
