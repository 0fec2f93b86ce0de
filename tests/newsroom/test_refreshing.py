"""What a refresh brings, and what a second one leaves as it was."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.demo.press_house import Clock, headlines, refreshed
from tests.fetch.outletserver import Asked, answer
from tests.newsroom.newsstand import (
    LISTING_RULES,
    NOON,
    SUMMARY,
    Opener,
    Paper,
    asked_again,
    feed_answer,
    headline,
    listing_answer,
    only,
    opened,
    progress_of,
    text_of,
    titles,
)

from lampungtui.model import View, ViewKind

THREE = ("pasar", "jembatan", "padi")


def three(paper: Paper) -> list[str]:
    """Three items, the newest first."""
    return [paper.item(slug, minutes=number) for number, slug in enumerate(THREE)]


async def test_the_headlines_of_a_feed_are_listed_newest_first(paper: Paper, open_room: Opener) -> None:
    paper.prints(*reversed(three(paper)))
    room = open_room(paper.profile())
    await refreshed(room)
    assert titles(room) == [headline(slug) for slug in THREE]
    first = headlines(room)[0]
    assert first.outlet_name == "Kabar Siger"
    assert first.published is not None
    assert first.published.at == NOON
    assert not first.read
    assert text_of(room, first.id) == SUMMARY
    assert opened(room, first.id).url == paper.at("/berita/pasar")
    assert room.tally(View(ViewKind.UNREAD)).total == 3


async def test_what_was_fetched_is_there_without_asking_again(paper: Paper, open_room: Opener) -> None:
    outlet = paper.profile()
    paper.prints(*three(paper))
    await refreshed(open_room(outlet))
    await paper.server.stop()
    again = open_room(outlet)
    assert titles(again) == [headline(slug) for slug in THREE]


@pytest.mark.parametrize("validators", [{"ETag": '"siger-1"'}, {"Last_Modified": "Mon, 23 Nov 2026 04:59:00 GMT"}])
async def test_an_unchanged_feed_costs_its_outlet_no_document_and_the_reader_nothing(
    paper: Paper, clock: Clock, open_room: Opener, validators: dict[str, str]
) -> None:
    document = feed_answer(*three(paper), **validators)
    paper.answers("/rss", document, answer(304, b"", **validators))
    room = open_room(paper.profile())
    await refreshed(room)
    pasar, jembatan, padi = (each.id for each in headlines(room))
    await room.mark_read([pasar], read=True)
    await room.save([jembatan], saved=True)
    again = await asked_again(room, clock)
    assert [progress.trouble for progress in again] == [None, None]
    asked: Asked = paper.server.asked[-1]
    sent = asked.headers.get("if-none-match") or asked.headers.get("if-modified-since")
    assert [sent] == list(validators.values())
    assert [(each.id, each.read, each.saved) for each in headlines(room)] == [
        (pasar, True, False), (jembatan, False, True), (padi, False, False)
    ]  # fmt: skip


async def test_the_same_items_once_more_double_nothing_and_lose_no_mark(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(*three(paper))
    room = open_room(paper.profile())
    await refreshed(room)
    before = [each.id for each in headlines(room)]
    await room.mark_read(before[:1], read=True)
    await room.save(before[1:2], saved=True)
    for _ in range(3):
        progress = await asked_again(room, clock)
        assert sum(each.new for each in progress) == 0
        assert [changed for each in progress for changed in each.changed_ids] == []
    assert [each.id for each in headlines(room)] == before
    assert [each.read for each in headlines(room)] == [True, False, False]
    assert [each.saved for each in headlines(room)] == [False, True, False]
    assert room.tally(View(ViewKind.ALL)).unread == 2
    assert room.tally(View(ViewKind.SAVED)).total == 1


async def test_an_item_that_leaves_its_feed_stays_and_comes_back_as_it_was(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    pasar, jembatan, padi = three(paper)
    paper.answers("/rss", *(feed_answer(*items) for items in ((pasar, jembatan, padi), (pasar,), (pasar, padi))))
    room = open_room(paper.profile())
    await refreshed(room)
    ids = [each.id for each in headlines(room)]
    await room.mark_read(ids[1:], read=True)
    await room.save(ids[2:], saved=True)
    for _ in range(2):
        await asked_again(room, clock)
        assert [(each.id, each.read, each.saved) for each in headlines(room)] == [
            (ids[0], False, False), (ids[1], True, False), (ids[2], True, True)
        ]  # fmt: skip


async def test_news_of_a_second_refresh_stands_above_what_was_there(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(*three(paper))
    room = open_room(paper.profile())
    await refreshed(room)
    seen = room.store.newest_id()
    paper.prints(paper.item("kopi", minutes=-4), *three(paper))
    progress = await asked_again(room, clock)
    assert sum(each.new for each in progress) == 1
    assert room.arrived(View(ViewKind.ALL), seen) == 1
    assert titles(room)[0] == headline("kopi")


async def test_a_date_in_the_future_pins_nothing_on_top(paper: Paper, clock: Clock, open_room: Opener) -> None:
    tomorrow, in_a_year = -60 * 20, -60 * 24 * 365
    wrong = [paper.item("besok", minutes=tomorrow), paper.item("tahun-depan", minutes=in_a_year)]
    paper.prints(*wrong)
    room = open_room(paper.profile())
    await refreshed(room)
    paper.prints(paper.item("kopi", minutes=-9), *wrong)
    await asked_again(room, clock, timedelta(minutes=10))
    assert titles(room) == [headline("kopi"), headline("besok"), headline("tahun-depan")]
    assert headlines(room)[2].published is None
    assert all(each.sort_at <= clock.now for each in headlines(room))


async def test_items_of_one_moment_keep_the_order_of_their_feed(paper: Paper, open_room: Opener) -> None:
    paper.prints(*(paper.item(slug) for slug in THREE))
    room = open_room(paper.profile())
    await refreshed(room)
    assert titles(room) == [headline(slug) for slug in THREE]


async def test_progress_counts_every_source_once(paper: Paper, open_room: Opener) -> None:
    paper.prints(*three(paper), path="/satu")
    paper.prints(paper.item("kopi"), paper.item("lada"), path="/dua")
    paper.answers("/tiga", answer(404, b""))
    room = open_room(paper.profile("/satu", "/dua", "/tiga"))
    progress = await progress_of(room)
    assert [(each.done, each.total) for each in progress] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert sorted(str(each.feed.title) for each in progress if each.feed) == [
        "Sumber /dua",
        "Sumber /satu",
        "Sumber /tiga",
    ]
    assert sum(each.new for each in progress) == 5
    assert progress[-1].failed == 1
    assert [each.feed.id for each in progress if each.trouble and each.feed] == ["kabar-siger/tiga"]
    assert room.progress is None


async def test_while_it_runs_the_newsroom_tells_how_far_it_is(paper: Paper, open_room: Opener) -> None:
    paper.prints(*three(paper), path="/satu")
    paper.prints(paper.item("kopi"), path="/dua")
    room = open_room(paper.profile("/satu", "/dua"))
    told = []
    async for _ in room.refresh():
        assert room.progress is not None
        told.append((room.progress.done, room.progress.total))
    assert told == [(0, 2), (1, 2), (2, 2)]


async def test_a_refresh_that_is_left_in_the_middle_leaves_the_newsroom_usable(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    for path in ("/satu", "/dua", "/tiga"):
        paper.prints(paper.item(path.strip("/")), path=path)
    room = open_room(paper.profile("/satu", "/dua", "/tiga"))
    running = room.refresh()
    async for progress in running:
        if progress.done == 1:
            break
    await running.aclose()
    assert room.progress is None
    await asked_again(room, clock)
    assert sorted(titles(room)) == sorted(headline(slug) for slug in ("satu", "dua", "tiga"))


async def test_only_the_sources_that_are_named_are_asked(paper: Paper, open_room: Opener) -> None:
    paper.prints(paper.item("satu"), path="/satu")
    paper.prints(paper.item("dua"), path="/dua")
    room = open_room(paper.profile("/satu", "/dua"))
    async for _ in room.refresh(only={"kabar-siger/dua"}):
        pass
    assert paper.asked() == ["/dua"]
    assert only(room).title == headline("dua")


async def test_a_listing_is_read_over_its_pages_as_far_as_the_profile_says(paper: Paper, open_room: Opener) -> None:
    for number in (1, 2, 3):
        card = (paper.at(f"/berita/kabar-{number}"), headline(f"kabar-{number}"))
        more = f'<a class="berikut" href="/metro?page={number + 1}">Lagi</a>'
        paper.answers("/metro" if number == 1 else f"/metro?page={number}", listing_answer([card], more=more))
    room = open_room(paper.profile("/metro", kind="page", rules=LISTING_RULES, feed_keys="pages = 2"))
    await refreshed(room)
    assert paper.asked() == ["/metro", "/metro?page=2"]
    assert sorted(titles(room)) == [headline("kabar-1"), headline("kabar-2")]


async def test_a_further_page_that_fails_keeps_no_headline_of_the_first_one_out(
    paper: Paper, open_room: Opener
) -> None:
    card = (paper.at("/berita/kabar-1"), headline("kabar-1"))
    paper.answers("/metro", listing_answer([card], more='<a class="berikut" href="/metro?page=2">Lagi</a>'))
    paper.answers("/metro?page=2", answer(500, b""))
    room = open_room(paper.profile("/metro", kind="page", rules=LISTING_RULES, feed_keys="pages = 2"))
    await refreshed(room)
    assert titles(room) == [headline("kabar-1")]
