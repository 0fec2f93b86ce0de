"""Candidates: what was found at an address that a person typed and can be followed; and which of them are one. Pure."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from lampungtui.fetch import Fetched
from lampungtui.foreign import Address, Line, clean_line
from lampungtui.identity import canonical
from lampungtui.model import WHOLE_WORDS, Entry, Feed, FeedKind, FeedReading, Outlet, blocks_text
from lampungtui.newsroom.rhythm import per_week, published_times

NEWEST: Final = 5
"""Headlines that are shown of a candidate."""

LEAST_LISTED: Final = 5
"""Headlines below which a page is not taken for a list of articles."""

SAMPLE: Final = 10
"""Entries whose length says whether a feed gives whole articles."""

LEAST_ALIKE: Final = 3
"""Entries from which on a list that begins as another does is the same one, cut shorter."""

_EVER: Final = datetime.min.replace(tzinfo=UTC)


class Step(enum.StrEnum):
    """How something was found. Shown in words by the screen, so a name never changes its meaning."""

    TYPED = "typed"  # what was typed is it
    KNOWN = "known"  # the catalogue knows it
    NAMED = "named"  # the page declares it (rel=alternate)
    API = "api"  # the site's WordPress API
    HOME = "home"  # the site's home page declares it
    LINKED = "linked"  # the page links to it
    USUAL = "usual"  # it is where feeds usually are
    SITEMAP = "sitemap"
    LISTING = "listing"  # the page itself is read as a list


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be followed, with what was downloaded of it, so that following needs no second request.

    `feed` is the catalogue's own, where this is one of its outlet's; `comments` marks what readers write under articles;
    `whole`: its entries carry whole articles; `per_week` is None where too few are dated.
    """

    kind: FeedKind
    url: Address
    title: Line
    home: Address | None
    language: Line | None
    found: Step
    reading: FeedReading
    answer: Fetched
    outlet: Outlet | None = None
    feed: Feed | None = None
    comments: bool = False
    whole: bool = False
    per_week: float | None = None

    @property
    def newest(self) -> tuple[Line, ...]:
        """Its latest headlines, up to five; in the document's order where they have no dates."""
        return tuple(entry.title for entry in sorted(self.reading.entries, key=_age, reverse=True)[:NEWEST])


def candidate_of(
    found: Step,
    asked: Address,
    answer: Fetched,
    reading: FeedReading,
    now: datetime,
    *,
    outlet: Outlet | None = None,
    feed: Feed | None = None,
    title: Line | None = None,
    language: Line | None = None,
    comments: bool = False,
) -> Candidate:
    """The candidate of a document: at the address where it has moved for good, else at that which was asked.

    `title` and `language` are what others say of it, for documents that say nothing themselves.
    """
    url = answer.permanent_url or asked
    own = feed.title if feed is not None else reading.title
    spoken = Line(outlet.language) if outlet is not None else reading.language or language
    times = published_times(reading.entries, now)
    return Candidate(
        kind=reading.kind,
        url=url,
        title=own or title or clean_line(urlsplit(url).netloc),
        home=reading.home,
        language=spoken,
        found=found,
        reading=reading,
        answer=answer,
        outlet=outlet,
        feed=feed,
        comments=comments,
        whole=_is_whole(reading.entries[:SAMPLE]),
        # A few dated ones among many tell nothing about the others.
        per_week=per_week(times, now) if 2 * len(times) >= len(reading.entries) else None,
    )


def wanting(candidate: Candidate) -> str | None:
    """Why a candidate is not worth offering, as an English sentence; None where it is."""
    entries = candidate.reading.entries
    asked_for = candidate.found is Step.TYPED
    match candidate.kind:
        case FeedKind.PAGE if candidate.feed is None and len(entries) < LEAST_LISTED:
            return f"the page lists fewer than {LEAST_LISTED} headlines"
        case FeedKind.SITEMAP if not asked_for and not any(entry.published for entry in entries):
            # Without dates there is no telling news from what has stood there for years.
            return "the sitemap gives no dates"
        case FeedKind.RSS if not entries and (asked_for or (candidate.found is Step.NAMED and not candidate.comments)):
            # One that is named by its site, or by the person, is followed until something comes.
            return None
    return None if entries else "the feed holds no entries"


def without_doubles(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in their order, of those that are one the best, in the place of the first."""
    kept: list[Candidate] = []
    for candidate in candidates:
        place = next((place for place, other in enumerate(kept) if are_one(candidate, other)), None)
        if place is None:
            kept.append(candidate)
        elif _worth(candidate) > _worth(kept[place]):
            kept[place] = candidate
    return kept


def are_one(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates are one: by their address, or by the same entries in the same order, one list maybe longer."""
    if address_key(a.url) == address_key(b.url):
        return True
    shorter, longer = sorted(([_trace(entry) for entry in each.reading.entries] for each in (a, b)), key=len)
    if not shorter or longer[: len(shorter)] != shorter:
        return False
    return len(shorter) == len(longer) or len(shorter) >= LEAST_ALIKE


def address_key(url: Address) -> str:
    """An address as it is compared: without scheme, `www.`, what only tracks, and the slash at its end."""
    return canonical(url).split("://", 1)[1].removeprefix("www.").rstrip("/")


def _worth(candidate: Candidate) -> tuple[int, int]:
    """Which of two that are one is better: by kind, then by how far back it reaches.

    A feed with whole articles needs no page fetched after it. A feed is made for polling, so servers answer it with
    validators and from their caches; an API's list is made anew for each reader. A sitemap has titles and dates alone,
    and a listing page may be laid out differently tomorrow.
    """
    match candidate.kind:
        case FeedKind.RSS | FeedKind.JSONFEED:
            kind = 5 if candidate.whole else 4
        case FeedKind.WORDPRESS:
            kind = 3
        case FeedKind.API:
            kind = 2
        case FeedKind.SITEMAP:
            kind = 1
        case _:
            kind = 0
    return kind, len(candidate.reading.entries)


def _is_whole(entries: tuple[Entry, ...]) -> bool:
    whole = sum(len(blocks_text(entry.content).split()) >= WHOLE_WORDS for entry in entries)
    return bool(entries) and 2 * whole >= len(entries)


def _trace(entry: Entry) -> str:
    return address_key(entry.url) if entry.url is not None else entry.id


def _age(entry: Entry) -> datetime:
    return entry.published.at if entry.published is not None else _EVER
