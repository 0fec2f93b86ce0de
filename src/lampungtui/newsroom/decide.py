"""What becomes of the entries of a fetched feed: new, changed or the same. Pure: values in, intents out.

An entry is known by any of its keys: its id within its outlet's feed, or its link, where the link is its own. So a feed
that changes all its ids, or that moves from http to https, doubles nothing; and one link in several entries of one
document names none of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from lampungtui.blockform import pack, unpack
from lampungtui.feeds.google_news import is_googles
from lampungtui.feeds.packing import packed_body
from lampungtui.feeds.publishers import publisher_id
from lampungtui.model import (
    Credit,
    Dated,
    Entry,
    Feed,
    Image,
    Outlet,
    PackedBody,
    Region,
)
from lampungtui.press.credits import read_author_field
from lampungtui.press.outlets_named import is_outlet
from lampungtui.press.regions import region_in
from lampungtui.store.records import AddArticle, ChangeArticle, Intent, Known, TouchArticle

FUTURE = timedelta(days=1)
"""An article dated further ahead than this is dated wrongly: it is sorted by when it was first seen."""

ELSEWHERE = "lainnya"
"""The rubric of what no label, feed or place tells more about."""

PROVINCE = "lampung-raya"


def entry_keys(entries: Sequence[Entry], feed: Feed) -> list[tuple[str, ...]]:
    """The identity keys of each entry, the surest first."""
    # An entry that stands twice in one document, in its list and in a side list, is one.
    links = Counter(link for link, _ in {(_link_key(entry), entry.id) for entry in entries if entry.url is not None})
    keys = []
    for entry in entries:
        own = [f"id:{feed.outlet_id}:{entry.id}"]
        link = _link_key(entry)
        if link is not None and links[link] == 1:
            own.insert(0, link)
        keys.append(tuple(own))
    return keys


def _link_key(entry: Entry) -> str | None:
    """A link as an identity: without its scheme, the `www.` of its host and a port that says nothing; slug byte for byte.

    A site behind a proxy that is set up wrongly writes `https://site:443/` until somebody sees it.
    """
    if entry.url is None:
        return None
    host, slash, slug = entry.url.split("://", 1)[1].partition("/")
    return "url:" + host.removeprefix("www.").removesuffix(":443").removesuffix(":80") + slash + slug


def decide(
    entries: Sequence[Entry],
    keys: Sequence[tuple[str, ...]],
    known: Mapping[str, Known],
    *,
    feed: Feed,
    outlet: Outlet,
    now: datetime,
    aside: frozenset[str] = frozenset(),
) -> list[Intent]:
    """One intent for each entry that adds, changes or touches something; two entries of one article count once.

    `aside` holds the ids of entries that stand in side lists: the feed's rubric says nothing about those.
    """
    intents: list[Intent] = []
    seen: set[str] = set()
    # The last key of an entry is its id. What is known by the id of one is not taken for another by a link that was given
    # away.
    ids: defaultdict[int, set[str]] = defaultdict(set)
    for own in keys:
        if own[-1] in known:
            ids[known[own[-1]].article_id].add(own[-1])
    for entry, own in zip(entries, keys, strict=True):
        if not entry.title or seen.intersection(own):
            continue
        seen.update(own)
        found = (known[key] for key in own if key in known)
        match = next((each for each in found if own[-1] in ids.get(each.article_id, own)), None)
        rubric = None if entry.id in aside else feed.category
        categories = categories_of(entry, rubric, outlet)
        if match is None:
            intents.append(_added(entry, own, categories or (ELSEWHERE,), feed=feed, outlet=outlet, now=now))
        else:
            intents.append(_seen_again(entry, own, match, categories, feed=feed, outlet=outlet, now=now))
    # Documents list the newest first; stored last, it is the latest arrival also among articles of one moment.
    return intents[::-1]


def _added(
    entry: Entry, keys: tuple[str, ...], categories: tuple[str, ...], *, feed: Feed, outlet: Outlet, now: datetime
) -> AddArticle:
    packed = entry.packed or packed_body(entry, (outlet.name, *outlet.names))
    if not feed.settings.images:
        packed = without_pictures(packed)
    published = believable(entry.published, now)
    return AddArticle(
        keys=keys,
        outlet_id=outlet.id if entry.publisher is None else publisher_id(outlet, entry.publisher),
        outlet_name=entry.publisher or outlet.name,
        title=entry.title,
        url=entry.url,
        published=published,
        sort_at=sort_time(published, now),
        first_seen_at=now,
        updated_at=entry.updated,
        categories=categories,
        region=packed.region or region_of(entry),
        credits=tuple(dict.fromkeys((*entry.credits, *packed.credits))) or credits_of(entry, outlet),
        dateline=packed.dateline,
        labels=entry.labels,
        image=entry.image if feed.settings.images else None,
        views=entry.views,
        comments_url=entry.comments_url,
        packed=packed,
        content_hash=packed.digest,
        read=feed.settings.muted,
        wanted=_wanted(entry, feed),
    )


def _wanted(entry: Entry, feed: Feed) -> bool:
    """Whether an article's page is to be fetched before somebody opens it."""
    # Google's page for another outlet's article needs a browser: there is nothing to fetch.
    return feed.settings.full_text and not is_googles(entry.url)


def credits_of(entry: Entry, outlet: Outlet) -> tuple[Credit, ...]:
    """The people that a feed's author fields name, in the role that a bare author of this outlet has."""
    found = (
        credit
        for author in entry.authors
        if not is_outlet(author, (outlet.name, *outlet.names))
        for credit in read_author_field(author, outlet.author_role)
    )
    return tuple(dict.fromkeys(found))


def _seen_again(
    entry: Entry,
    keys: tuple[str, ...],
    known: Known,
    categories: tuple[str, ...],
    *,
    feed: Feed,
    outlet: Outlet,
    now: datetime,
) -> ChangeArticle | TouchArticle:
    """A change where the outlet changed its words; else a touch: new keys, categories, counts."""
    packed = entry.packed or packed_body(entry, (outlet.name, *outlet.names))
    if not feed.settings.images:
        packed = without_pictures(packed)
    words_now = packed.digest
    if known.content_hash is not None and words_now != known.content_hash:
        return ChangeArticle(
            article_id=known.article_id,
            keys=keys,
            title=known.title if entry.title_cut else entry.title,
            # A time ahead is a wrong one; the page would not be fetched before it.
            updated_at=min(entry.updated or now, now),
            categories=categories,
            views=entry.views,
            image=entry.image if feed.settings.images else None,
            packed=packed,
            content_hash=words_now,
            wanted=_wanted(entry, feed),
        )
    return TouchArticle(
        article_id=known.article_id,
        keys=keys,
        categories=categories,
        views=entry.views,
        published=believable(entry.published, now),
        content_hash=words_now,
    )


def without_pictures(body: PackedBody) -> PackedBody:
    """The body of a feed whose pictures are not wanted."""
    if not body.blocks:
        return body
    kept = tuple(block for block in unpack(body.blocks) if not isinstance(block, Image))
    return replace(body, blocks=pack(kept) if kept else b"")


def believable(published: Dated | None, now: datetime) -> Dated | None:
    """A publication time, or None for one in the future."""
    return None if published is None or published.at > now + FUTURE else published


def sort_time(published: Dated | None, now: datetime) -> datetime:
    """When an article takes its place in the lists: its time, never later than we first saw it.

    A day without an hour is placed at its end, so that today's listing cards are not below yesterday's evening; never
    in the future.
    """
    if published is None:
        return now
    at = published.at
    if published.whole_day:
        at = at + timedelta(days=1) - timedelta(seconds=1)
    return min(at, now)


def categories_of(entry: Entry, rubric: str | None, outlet: Outlet) -> tuple[str, ...]:
    """Our rubrics for an entry, the one to show first: by its labels, its feed's `rubric`, the place in its title."""
    found = [path for label in entry.labels if (path := outlet.category_of(label)) is not None]
    if rubric is not None:
        found.append(rubric)
    place = region_of(entry)
    if place is not None and (path := region_category(place)) is not None:
        found.append(path)
    # A rubric says nothing beside what is nested in it.
    return tuple(path for path in dict.fromkeys(found) if not any(other.startswith(f"{path}/") for other in found))


def region_of(entry: Entry) -> Region | None:
    """The region that an entry's labels or title name, marked as inferred."""
    for text in (*entry.labels, entry.title):
        region = region_in(text)
        if region is not None:
            return region
    return None


LAMPUNG_SLUGS = frozenset(
    {
        "bandar-lampung", "metro", "lampung-selatan", "lampung-tengah", "lampung-timur", "lampung-utara",
        "lampung-barat", "pesawaran", "pringsewu", "pesisir-barat", "mesuji", "tanggamus", "tulang-bawang",
        "tulang-bawang-barat", "way-kanan",
    }
)  # fmt: skip
"""The 15 kabupaten and kota of the province, each with a rubric of its own."""


def region_category(region: Region) -> str | None:
    """The rubric of a kabupaten or kota of Lampung; other provinces have none."""
    return f"{PROVINCE}/{region.slug}" if region.slug in LAMPUNG_SLUGS else None
