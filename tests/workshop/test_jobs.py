"""What comes back from the workshop is what reading in this very process gives, whoever asks and however often."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from tests.workshop.bench_of_jobs import NOON, children, feed_job, on_linux, page_job, works

from lampungtui.errors import ReadingError
from lampungtui.extract.page import read_page
from lampungtui.feeds.packing import findable
from lampungtui.feeds.reading import read_feed
from lampungtui.foreign import Address
from lampungtui.model import FeedKind, Outlet, blocks_text
from lampungtui.outlets.loader import load_outlets
from lampungtui.stems import derived
from lampungtui.workbench import FeedJob, PageJob
from lampungtui.workshop import Workshop

PAGES = Path(__file__).parents[1] / "contract" / "pages"


@pytest.fixture(scope="module")
def outlets() -> dict[str, Outlet]:
    return {outlet.id: outlet for outlet in load_outlets()}


@pytest.mark.parametrize(
    ("name", "outlet_id", "content_type", "kind"),
    [
        ("lampungpro-listing.html", "lampungpro", "text/html; charset=UTF-8", FeedKind.PAGE),
        ("antara-lampung-feed.xml", "antara-lampung", "application/rss+xml", FeedKind.RSS),
        ("lampung-post-posts.json", "lampung-post", "application/json", FeedKind.WORDPRESS),
        ("tribun-lampung-feed.xml", "tribun-lampung", None, None),
    ],
)
async def test_a_feed_reads_there_as_it_reads_here(
    workshop: Workshop, outlets: dict[str, Outlet], name: str, outlet_id: str, content_type: str | None,
    kind: FeedKind | None,
) -> None:  # fmt: skip
    document = (PAGES / name).read_bytes()
    outlet = outlets[outlet_id]
    here = read_feed(
        document, url=outlet.home, content_type=content_type, kind=kind, outlet=outlet, fetched_at=NOON
    )  # fmt: skip
    assert here.entries
    there = await workshop.read_feed(FeedJob(document, outlet.home, content_type, kind, outlet, NOON))
    assert replace(there, derived=()) == here
    assert set(there.derived) == set(findable(here).derived)
    assert there.derived


@pytest.mark.parametrize("outlet_id", ["lampungpro", "lampung-post"])
async def test_an_article_reads_there_as_it_reads_here(
    workshop: Workshop, outlets: dict[str, Outlet], outlet_id: str
) -> None:
    document = (PAGES / f"{outlet_id}-article.html").read_bytes()
    outlet = outlets[outlet_id]
    url = Address(f"{outlet.home}berita/2026/11/23/kabar")
    here = read_page(document, content_type="text/html", url=url, outlet=outlet, fetched_at=NOON)
    assert here.blocks
    there = await workshop.read_page(PageJob(document, url, "text/html", outlet, NOON))
    assert replace(there, derived=()) == here
    assert set(there.derived) == set(derived([here.title or "", blocks_text(here.blocks)]))
    assert there.derived


@pytest.mark.parametrize("document", [b"", b"<html><body>Beranda</body></html>"])
async def test_a_document_that_is_no_feed_is_refused_there_with_the_words_of_here(
    workshop: Workshop, document: bytes
) -> None:
    with pytest.raises(ReadingError) as here:
        read_feed(document, url=None, content_type=None, kind=FeedKind.RSS, fetched_at=NOON)
    with pytest.raises(ReadingError) as there:
        await workshop.read_feed(FeedJob(document, None, None, FeedKind.RSS, None, NOON))
    assert str(there.value) == str(here.value)
    await works(workshop)


async def test_a_page_without_an_article_is_refused_with_a_sentence(workshop: Workshop) -> None:
    with pytest.raises(ReadingError, match="no article text"):
        await workshop.read_page(page_job(b"<html><body><h1>Masuk</h1></body></html>"))
    await works(workshop)


async def test_two_jobs_at_once_both_come_back(pair: Workshop) -> None:
    first, second = await asyncio.gather(pair.read_feed(feed_job("Satu")), pair.read_feed(feed_job("Dua")))
    assert (first.title, second.title) == ("Satu", "Dua")


@on_linux
async def test_more_jobs_than_children_all_come_back_to_whoever_asked(pair: Workshop) -> None:
    names = [f"Kabar {number}" for number in range(40)]
    readings = await asyncio.gather(*(pair.read_feed(feed_job(name)) for name in names))
    assert [reading.title for reading in readings] == names
    assert len(children()) <= 2


async def test_a_large_answer_comes_back_whole(workshop: Workshop) -> None:
    items = b"".join(
        b"<item><title>Berita ke-%d</title><description>%s</description></item>" % (number, b"Padi dipanen. " * 80)
        for number in range(1_500)
    )
    document = b"<rss version='2.0'><channel><title>K</title>" + items + b"</channel></rss>"
    reading = await workshop.read_feed(feed_job(document=document))
    assert len(reading.entries) == 1_500
    assert reading.entries[-1].title == "Berita ke-1499"


@on_linux
async def test_a_child_starts_with_the_first_job_and_serves_those_that_follow(pair: Workshop) -> None:
    assert children() == set()
    await works(pair)
    first = children()
    assert len(first) == 1
    await works(pair)
    assert children() == first


async def test_who_no_longer_waits_for_a_job_spoils_no_other(workshop: Workshop) -> None:
    left = asyncio.ensure_future(workshop.read_feed(feed_job("Ditinggal")))
    await asyncio.sleep(0)
    left.cancel()
    reading = await workshop.read_feed(feed_job("Ditunggu"))
    assert reading.title == "Ditunggu"
    assert left.cancelled()
