"""Outlets and their feeds, as profiles describe them and a person sets them."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from lampungtui.foreign import Address, Line
from lampungtui.model.attribution import Role
from lampungtui.model.reading import FeedKind, ShelfName


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
    """What a person may set for a feed.

    `keep` is the most articles of it that are kept, `keep_days` for how long, `keep_mb` how many megabytes of texts; None
    for no bound of its own.
    """

    full_text: bool = True
    images: bool = True
    muted: bool = False
    paused: bool = False
    keep: int | None = None
    keep_days: int | None = None
    keep_mb: int | None = None
    user_agent: str | None = None
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)


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
