"""Whatever a server gives in place of its feed, what is read and saved holds, nothing doubles and nothing goes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.demo.press_house import Clock, headlines, refreshed
from tests.fetch.outletserver import Answer, Asked, answer
from tests.newsroom.newsstand import Opener, Paper, asked_again, feed_answer, headline, text_of, titles

from lampungtui.model import Outlet, View, ViewKind
from lampungtui.newsroom.room import Newsroom

SLUGS = ("pasar", "padi", "kopi", "lada", "damar", "udang")
READ, SAVED, TAGGED = "pasar", "padi", "kopi"


def items(paper: Paper, *slugs: str, guid: str = "siger-{slug}") -> list[str]:
    """The items of these articles."""
    return [paper.item(slug, minutes=SLUGS.index(slug), guid=guid.format(slug=slug)) for slug in slugs]


async def breaks_off(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """A network that is lost in mid-body."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 90000\r\n\r\n<rss><channel>")
    await writer.drain()
    writer.transport.abort()


def whole_document(paper: Paper) -> bytes:
    return feed_answer(*items(paper, *SLUGS)).partition(b"\r\n\r\n")[2]


LOGIN = b"<!DOCTYPE html><html><head><title>Masuk</title></head><body><form><input name=sandi></form></body></html>"
XML = {"Content_Type": "application/rss+xml; charset=utf-8"}

STUMBLES: dict[str, Callable[[Paper], Answer]] = {
    "an empty answer": lambda paper: answer(200, b"", **XML),
    "white space": lambda paper: answer(200, b"\n \n", **XML),
    "a feed without items": lambda paper: feed_answer(),
    "a feed that breaks off in its second item": lambda paper: answer(200, whole_document(paper)[:700], **XML),
    "a feed that breaks off in its first item": lambda paper: answer(200, whole_document(paper)[:350], **XML),
    "a page of HTML": lambda paper: answer(200, LOGIN, Content_Type="text/html"),
    "a page of HTML under a feed's name": lambda paper: answer(200, LOGIN, **XML),
    "a connection that is lost in mid-body": lambda paper: breaks_off,
    "a gzip that is none": lambda paper: answer(200, b"\x1f\x8b\x08 bukan", Content_Encoding="gzip", **XML),
    "not found": lambda paper: answer(404, LOGIN),
    "gone for good": lambda paper: answer(410, b""),
    "trouble of the server": lambda paper: answer(500, b"galat"),
    "half of the items": lambda paper: feed_answer(*items(paper, *SLUGS[3:])),
    "the items with other guids": lambda paper: feed_answer(*items(paper, *SLUGS, guid="https://baru.example/{slug}")),
    "one guid for all": lambda paper: feed_answer(*items(paper, *SLUGS, guid="sama")),
    "NUL bytes": lambda paper: answer(200, b"\0" * 4_000, **XML),
}


def marks(room: Newsroom) -> list[tuple[str, bool, bool]]:
    return [(each.title, each.read, each.saved) for each in headlines(room)]


async def read_and_keep(room: Newsroom) -> None:
    """Reads one article, saves one and tags one."""
    ids: dict[str, int] = {each.title: each.id for each in headlines(room)}
    await room.mark_read([ids[headline(READ)]], read=True)
    await room.save([ids[headline(SAVED)]], saved=True)
    await room.tag([ids[headline(TAGGED)]], "Arsip", tagged=True)


def keeping(outlet: Outlet, keep: int | None) -> Outlet:
    """The outlet, of whose feed so many articles are kept at most."""
    (feed,) = outlet.feeds
    return replace(outlet, feeds=(replace(feed, settings=replace(feed.settings, keep=keep)),))


@pytest.mark.parametrize("keep", [None, len(SLUGS)], ids=["all kept", "as many kept as listed"])
@pytest.mark.parametrize("stumble", STUMBLES)
async def test_read_and_saved_hold_nothing_doubles_and_nothing_goes(
    paper: Paper, clock: Clock, open_room: Opener, stumble: str, keep: int | None
) -> None:
    paper.prints(*items(paper, *SLUGS))
    room = open_room(keeping(paper.profile(), keep))
    await refreshed(room)
    await read_and_keep(room)
    before = marks(room)
    tagged = titles_of(room, View(ViewKind.TAG, "arsip"))
    paper.answers("/rss", STUMBLES[stumble](paper))
    await asked_again(room, clock)
    assert marks(room) == before
    paper.prints(*items(paper, *SLUGS))
    await asked_again(room, clock)
    assert marks(room) == before
    assert titles_of(room, View(ViewKind.TAG, "arsip")) == tagged == [headline(TAGGED)]
    tally = room.tally(View(ViewKind.ALL))
    assert (tally.total, tally.unread) == (len(SLUGS), len(SLUGS) - 1)


def titles_of(room: Newsroom, view: View) -> list[str]:
    return [each.title for each in headlines(room, view)]


async def test_an_item_that_leaves_and_returns_with_another_guid_is_the_one_that_was_read(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(*items(paper, *SLUGS))
    room = open_room(paper.profile())
    await refreshed(room)
    await read_and_keep(room)
    before = marks(room)
    paper.prints(*items(paper, *SLUGS[3:]))
    await asked_again(room, clock)
    paper.prints(*items(paper, *SLUGS, guid="baru-{slug}"))
    await asked_again(room, clock)
    assert marks(room) == before


async def test_a_network_that_is_lost_in_the_middle_of_an_article_leaves_what_is_stored_of_it(
    paper: Paper, open_room: Opener
) -> None:
    paper.prints(*items(paper, "pasar"))
    paper.runs("pasar")
    room = open_room(paper.profile())
    await refreshed(room)
    (only,) = headlines(room)
    assert (await room.fetch_body(only.id)).stored
    whole = text_of(room, only.id)
    paper.answers("/berita/pasar", breaks_off)
    outcome = await room.fetch_body(only.id)
    assert not outcome.stored
    assert outcome.trouble
    assert text_of(room, only.id) == whole
    assert titles(room) == [headline("pasar")]


async def test_a_clock_that_is_set_moves_no_mark_and_loses_none(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.prints(*items(paper, *SLUGS))
    room = open_room(paper.profile())
    await refreshed(room)
    await read_and_keep(room)
    before = marks(room)
    now = clock.now
    for years in (9, -9):
        clock.now = now.replace(year=now.year + years)
        await refreshed(room, by_hand=True)
        await room.expire_rules()
        await room.end_visit()
        assert marks(room) == before
    clock.now = now
    paper.prints(paper.item("garam", minutes=-1), *items(paper, *SLUGS))
    await refreshed(room, by_hand=True)
    assert titles(room) == [headline("garam"), *[title for title, *_ in before]]
