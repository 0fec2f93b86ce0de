"""What the screen reads: headlines, articles, views and their counts."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import datetime

from lampungtui.foreign import Address, Line
from lampungtui.model.attribution import Credit, Dated, Dateline, Region
from lampungtui.model.bodies import Blocks, Image
from lampungtui.model.reading import BodyOrigin


@dataclass(frozen=True, slots=True)
class Headline:
    """One row of the headline list. `category` is the path of the deepest category, such as `lampung-raya/metro`.

    `story` is the same number in all articles about one event, None where no other outlet is known to have it.
    """

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
    hidden: bool = False
    muted: bool = False
    highlighted: bool = False
    story: int | None = None

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
    language: Line | None = None
    """The text's language as its page or outlet says it: `id`, `en`, `id-ID`."""
    updated: datetime | None = None
    stored_at: datetime | None = None
    versions: int = 0
    position: Position = field(default_factory=Position)
    tags: tuple[Line, ...] = ()

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
    TODAY = "today"  # since midnight in Lampung
    SINCE_VISIT = "since-visit"  # what arrived since the last visit ended
    TAG = "tag"  # argument: a tag
    HIDDEN = "hidden"  # taken out of every other view by hand
    MUTED = "muted"  # taken out of every other view by a rule
    VIEW = "view"  # argument: the id of a saved view


class Order(enum.StrEnum):
    """In which order a view lists its articles.

    By outlet is no order but a grouping: it asks for the same rows, with outlets' names over them, and an index by outlet
    over every list of every rubric would cost more than it gives.
    """

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANT = "relevant"  # by the words of a search; without words the newest first


class Grouping(enum.StrEnum):
    """By what the articles of a view stand together."""

    NONE = "none"
    DAY = "day"
    OUTLET = "outlet"
    REGION = "region"
    STORY = "story"  # articles of several outlets about one event


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
class Tag:
    """What a reader calls articles: `key` is the name without case and accents."""

    key: str
    name: Line
    tally: Tally = field(default_factory=Tally)

    @property
    def view(self) -> View:
        """The view of its articles."""
        return View(ViewKind.TAG, self.key)


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
