"""Every outlet of the catalogue: its feeds and its articles in its own form, read with its profile.

The documents are built from the outlet's shape (`shapes.py`) around the same stories, so what a reader should see is
known beforehand: the story, and nothing of the page around it.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from typing import Final

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.contract.feed_shapes import WIB, FeedShape, Item
from tests.contract.feeds_of_systems import GOOGLE, google_id, is_token
from tests.contract.reader import FETCHED_AT
from tests.contract.shapes import SHAPES, feed_shape, is_google_news
from tests.contract.stories import EDITOR, WRITER

from lampungtui.extract.page import read_page
from lampungtui.feeds import read_feed
from lampungtui.foreign import Line, clean_address
from lampungtui.model import (
    BodyOrigin,
    Confidence,
    Credit,
    DateSource,
    Feed,
    FeedKind,
    FeedReading,
    Outlet,
    PageReading,
    PageRules,
    ShelfName,
    blocks_text,
)
from lampungtui.newsroom.decide import categories_of, decide, entry_keys, region_of
from lampungtui.outlets.loader import OUR_PROFILES, load_outlets
from lampungtui.press.regions import region_of_place
from lampungtui.store.records import AddArticle

PROFILES: Final = sorted(path.stem for path in OUR_PROFILES.glob("*.toml"))
OUTLETS: Final = {outlet.id: outlet for outlet in load_outlets() if outlet.id in SHAPES}
FEEDS: Final = [(outlet, feed) for outlet in OUTLETS.values() for feed in outlet.feeds]

each_outlet = pytest.mark.parametrize("outlet", OUTLETS.values(), ids=OUTLETS)
each_feed = pytest.mark.parametrize(("outlet", "feed"), FEEDS, ids=[feed.id for _, feed in FEEDS])

# --------------------------------------------------------------------------- the catalogue and its shapes


@pytest.mark.parametrize("outlet_id", PROFILES)
def test_a_profile_has_a_shape(outlet_id: str) -> None:
    assert outlet_id in SHAPES, f"the outlet {outlet_id} has no shape: give it one in tests/contract/shapes_of_*.py"


def test_a_shape_has_a_profile() -> None:
    assert sorted(SHAPES) == PROFILES


@each_outlet
def test_only_an_outlet_whose_form_was_seen_is_called_sure(outlet: Outlet) -> None:
    assert SHAPES[outlet.id].seen or outlet.confidence is not Confidence.SURE


@each_outlet
def test_the_outlets_own_words_for_its_rubrics_are_understood(outlet: Outlet) -> None:
    labels = SHAPES[outlet.id].labels
    assert {label: outlet.category_of(label) for label in labels} == labels


# --------------------------------------------------------------------------- feeds


def reading_of(outlet: Outlet, feed: Feed) -> tuple[FeedReading, FeedShape, tuple[Item, ...]]:
    """A feed's document in the outlet's form as it is read, with the form and the items that it was made of."""
    items = SHAPES[outlet.id].items()
    form = feed_shape(outlet, feed, SHAPES[outlet.id])
    reading = read_feed(
        form.document(outlet, feed, items),
        url=feed.url,
        content_type=form.media_type,
        kind=feed.kind,
        outlet=outlet,
        fetched_at=FETCHED_AT,
    )
    return reading, form, items


def address_of(item: Item, feed: Feed) -> str:
    """Where an entry leads: to the article's own address, or to Google's for those that only Google can resolve."""
    return GOOGLE + google_id(item) if is_google_news(feed) and is_token(item) else item.url


@each_feed
def test_headlines_stand_in_order_with_their_own_addresses(outlet: Outlet, feed: Feed) -> None:
    reading, _, items = reading_of(outlet, feed)
    assert reading.kind is feed.kind
    assert reading.troubles == ()
    assert [(entry.title, entry.url) for entry in reading.entries] == [
        (item.story.title, address_of(item, feed)) for item in items
    ]
    assert not any(entry.title_cut for entry in reading.entries)
    assert [entry.publisher for entry in reading.entries] == [None] * len(items), "the outlet itself published them"


@each_feed
def test_dates_are_honest(outlet: Outlet, feed: Feed) -> None:
    reading, form, items = reading_of(outlet, feed)
    for entry, item in zip(reading.entries, items, strict=True):
        assert entry.published is not None
        assert entry.published.at == shown_time(item.story.at, form)
        assert entry.published.whole_day is not form.hour
        assert entry.published.source is (DateSource.LISTING if feed.kind is FeedKind.PAGE else DateSource.FEED)


def shown_time(at: datetime, form: FeedShape) -> datetime:
    """What a form of feed says of a time: its day in Lampung, its minute, or all of it."""
    if not form.hour:
        return at.astimezone(WIB).replace(hour=0, minute=0, second=0).astimezone(UTC)
    return at if form.seconds else at.replace(second=0)


@each_feed
def test_an_entry_has_the_picture_the_people_and_the_words_that_the_feed_gives(outlet: Outlet, feed: Feed) -> None:
    reading, form, items = reading_of(outlet, feed)
    for entry, item in zip(reading.entries, items, strict=True):
        assert (entry.image is not None) is form.picture
        if entry.image is not None:
            assert entry.image.url.split("?")[0] == item.picture
        assert entry.authors == ((form.author,) if form.author is not None else ())
        whole = "\n".join(item.story.paragraphs)
        expected = (form.summary or "").format(lead=item.story.lead, cut=item.story.cut, whole=whole)
        assert blocks_text(entry.summary) == expected


@each_feed
def test_the_people_whom_the_feed_names_are_credited(outlet: Outlet, feed: Feed) -> None:
    reading, form, items = reading_of(outlet, feed)
    for article, item in zip(added_of(reading, outlet, feed), items, strict=True):
        assert article.title == item.story.title
        people = [name for name in (WRITER, EDITOR) if form.author is not None and name in form.author]
        named = {Credit(outlet.author_role, Line(name)) for name in people}
        assert set(article.credits) == (named | set(form.credits))


@each_feed
def test_a_feed_with_whole_articles_brings_every_paragraph(outlet: Outlet, feed: Feed) -> None:
    reading, form, items = reading_of(outlet, feed)
    for entry, item in zip(reading.entries, items, strict=True):
        paragraphs = blocks_text(entry.content).split("\n")
        if form.whole and len(item.story.paragraphs) > 1:
            assert [text for text in paragraphs if text in item.story.paragraphs] == list(item.story.paragraphs)
        assert form.whole or not entry.content
        assert not any("appeared first on" in text for text in paragraphs)


@each_feed
def test_rubrics_are_ours(outlet: Outlet, feed: Feed) -> None:
    reading, form, items = reading_of(outlet, feed)
    for entry, item in zip(reading.entries, items, strict=True):
        rubrics = categories_of(entry, feed.category, outlet)
        if form.label:
            rubric = SHAPES[outlet.id].labels[item.label]
            assert rubrics[0] == rubric or any(path.startswith(f"{rubric}/") for path in rubrics)
        elif item.story.region is None:
            assert rubrics == (feed.category,)
        else:
            region = region_of(entry)
            assert region is not None
            assert region.slug == item.story.region
            assert f"lampung-raya/{region.slug}" in rubrics


@each_feed
def test_a_page_of_headlines_says_where_it_goes_on_and_who_reads(outlet: Outlet, feed: Feed) -> None:
    reading, _, _ = reading_of(outlet, feed)
    listing = outlet.listing if feed.kind is FeedKind.PAGE else None
    assert (reading.next_page is not None) is (listing is not None and listing.next is not None)
    assert all(
        (entry.views is not None) is (listing is not None and listing.views is not None) for entry in reading.entries
    )
    shelves = {ShelfName.POPULAR, ShelfName.HIGHLIGHT} if listing is not None and listing.shelves else set()
    assert {shelf.name for shelf in reading.shelves} == shelves


@each_feed
def test_the_newsroom_takes_every_item_once(outlet: Outlet, feed: Feed) -> None:
    reading, _, items = reading_of(outlet, feed)
    added = added_of(reading, outlet, feed)
    assert [article.title for article in added] == [item.story.title for item in items]
    assert all(article.sort_at <= FETCHED_AT for article in added)


def added_of(reading: FeedReading, outlet: Outlet, feed: Feed) -> list[AddArticle]:
    """The articles that the newsroom makes of a feed's first reading, in the feed's order."""
    intents = decide(reading.entries, entry_keys(reading.entries, feed), {}, feed=feed, outlet=outlet, now=FETCHED_AT)
    assert all(isinstance(intent, AddArticle) for intent in intents)
    return [intent for intent in reversed(intents) if isinstance(intent, AddArticle)]


# --------------------------------------------------------------------------- article pages


def page_of(outlet: Outlet) -> bytes:
    """The first story's page in the outlet's form."""
    shape = SHAPES[outlet.id]
    item = shape.items()[0]
    return shape.article.document(outlet, item.story, url=item.url, label=item.label, picture=item.picture)


@cache
def article_of(outlet: Outlet) -> PageReading:
    """That page as it is read; several tests look at each."""
    return read_page(
        page_of(outlet),
        content_type="text/html; charset=utf-8",
        url=clean_address(SHAPES[outlet.id].items()[0].url),
        outlet=outlet,
        fetched_at=FETCHED_AT,
    )


@each_outlet
def test_the_body_is_the_story_and_nothing_of_the_page_around_it(outlet: Outlet) -> None:
    shape, article = SHAPES[outlet.id], article_of(outlet)
    assert article.title == shape.stories[0].title
    assert blocks_text(article.blocks).split("\n") == list(shape.stories[0].paragraphs)
    assert article.origin is (BodyOrigin.RULES if outlet.page.body else BodyOrigin.GENERAL)


@each_outlet
def test_place_and_agency_are_read_off_the_dateline(outlet: Outlet) -> None:
    shape, article = SHAPES[outlet.id].article, article_of(outlet)
    dateline = article.dateline
    assert (dateline.place if dateline else None, dateline.agency if dateline else None) == (shape.place, shape.agency)
    if shape.place is not None:
        assert article.region == region_of_place(shape.place)


@each_outlet
def test_the_people_are_credited_for_what_they_did(outlet: Outlet) -> None:
    assert set(article_of(outlet).credits) == set(SHAPES[outlet.id].article.credits)


@each_outlet
def test_the_page_says_when_and_shows_the_lead_picture(outlet: Outlet) -> None:
    shape, article = SHAPES[outlet.id], article_of(outlet)
    item = shape.items()[0]
    at = item.story.at if shape.article.hour else item.story.at.astimezone(WIB).replace(hour=0, minute=0)
    assert article.published is not None
    assert (article.published.at, article.published.whole_day) == (at, not shape.article.hour)
    assert article.published.source is DateSource.PAGE
    assert article.image is not None
    assert article.image.url == item.picture


@each_outlet
def test_every_rule_of_the_profile_finds_its_part_of_the_page(outlet: Outlet) -> None:
    page = LexborHTMLParser(page_of(outlet))
    lost = [
        rule.name
        for rule in fields(PageRules)
        if (selectors := getattr(outlet.page, rule.name)) and not any(page.css(selector) for selector in selectors)
    ]
    assert lost == []


@each_outlet
def test_caption_rubric_and_readers_are_shown_where_the_page_has_them(outlet: Outlet) -> None:
    shape, article = SHAPES[outlet.id], article_of(outlet)
    if outlet.page.caption:
        assert article.image is not None
        assert article.image.caption is not None
        assert article.image.caption.startswith("Bibit siap tanam")
    assert (article.views is not None) is bool(outlet.page.views)
    if outlet.page.label or shape.article.labelled:
        label = shape.items()[0].label
        assert {outlet.category_of(each) for each in article.labels} == {shape.labels[label]}


@each_outlet
def test_a_long_article_goes_on_where_the_page_says(outlet: Outlet) -> None:
    shape, article = SHAPES[outlet.id], article_of(outlet)
    behind = shape.article.next_page
    assert article.next_page == (shape.items()[0].url + behind if behind else None)
