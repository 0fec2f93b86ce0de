"""What the tests put into a cache: articles of invented outlets, and the asking for all of a view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lampungtui.foreign import Address, Line, Prose
from lampungtui.model import (
    Blocks,
    BodyOrigin,
    Headline,
    PageReading,
    Paragraph,
    Span,
    View,
    ViewKind,
)
from lampungtui.store import Store
from lampungtui.store.records import (
    AddArticle,
    ChangeArticle,
    FeedState,
    Intent,
    KeptCounts,
    Known,
    ShelfIntent,
    TouchArticle,
)

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Monday noon in Lampung."""

ALL = View(ViewKind.ALL)
UNREAD = View(ViewKind.UNREAD)
SAVED = View(ViewKind.SAVED)
METRO = "lampung-raya/metro"
PROVINCE = "lampung-raya"


def category(path: str) -> View:
    """A rubric's view."""
    return View(ViewKind.CATEGORY, path)


def prose(*paragraphs: str) -> Blocks:
    """A body of plain paragraphs."""
    return tuple(Paragraph((Span(Prose(text)),)) for text in paragraphs)


STORY = AddArticle(
    keys=("url:kabar.example/1",),
    outlet_id="kabar-siger",
    outlet_name=Line("Kabar Siger"),
    title=Line("Pasar Margorejo ditata ulang mulai Desember"),
    url=Address("https://kabar.example/1"),
    published=None,
    sort_at=NOON,
    first_seen_at=NOON,
    categories=(METRO,),
    body=prose("Pedagang dipindah ke lapak sementara."),
    content_hash="a1",
)


def story(
    number: int, *, minutes: int | None = None, categories: tuple[str, ...] = (METRO,), outlet: str = "kabar-siger"
) -> AddArticle:
    """An article of its own, `minutes` (else `number`) after noon."""
    return replace(
        STORY,
        keys=(f"url:{outlet}.example/{number}", f"id:{outlet}:{number}"),
        url=Address(f"https://{outlet}.example/{number}"),
        outlet_id=outlet,
        outlet_name=Line(outlet.replace("-", " ").title()),
        title=Line(f"Berita ke-{number} dari Margorejo"),
        sort_at=NOON + timedelta(minutes=number if minutes is None else minutes),
        categories=categories,
        content_hash=f"h{number}",
    )


async def keep(
    store: Store, *intents: Intent, feed: str = "kabar-siger/utama", shelves: Sequence[ShelfIntent] = ()
) -> KeptCounts:
    """Stores what a feed brought, whatever is known of it."""
    return await store.keep_feed(
        feed, keys=[], decide=lambda known: intents, shelves=shelves, state=FeedState(feed_id=feed)
    )


async def poll(store: Store, *stories: AddArticle, feed: str = "kabar-siger/utama") -> KeptCounts:
    """Stores a document as a refresh does: what is known by a key is touched or changed, the rest is added."""

    def decide(known: Mapping[str, Known]) -> list[Intent]:
        intents: list[Intent] = []
        for each in stories:
            match = next((known[key] for key in each.keys if key in known), None)
            if match is None:
                intents.append(each)
            elif match.content_hash is not None and match.content_hash != each.content_hash:
                intents.append(change(each, match.article_id))
            else:
                intents.append(
                    TouchArticle(
                        match.article_id, each.keys, each.categories, each.views, each.published, each.content_hash
                    )
                )
        return intents

    return await store.keep_feed(
        feed, keys=[key for each in stories for key in each.keys], decide=decide, state=FeedState(feed_id=feed)
    )


def change(new: AddArticle, article_id: int, *, at: datetime = NOON + timedelta(hours=1)) -> ChangeArticle:
    """The edit that makes an article read as `new`."""
    return ChangeArticle(
        article_id=article_id,
        keys=new.keys,
        title=new.title,
        updated_at=at,
        categories=new.categories,
        views=new.views,
        image=new.image,
        body=new.body,
        origin=new.origin,
        content_hash=new.content_hash,
    )


def page(*paragraphs: str, title: str | None = None) -> PageReading:
    """What an article's page said."""
    return PageReading(title=Line(title) if title else None, blocks=prose(*paragraphs), origin=BodyOrigin.RULES)


def whole_view(store: Store, view: View, *, as_of: int | None = None) -> list[Headline]:
    """Every headline of a view, page after page."""
    as_of = store.newest_id() if as_of is None else as_of
    found: list[Headline] = []
    while some := store.headlines(view, as_of=as_of, after=found[-1].key if found else None, limit=50):
        found.extend(some)
    return found


def only(store: Store) -> int:
    """The id of the one article there is."""
    (headline,) = whole_view(store, ALL)
    return headline.id
