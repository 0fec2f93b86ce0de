"""Whole articles from their pages: one page, several, pages that fail, and fetching ahead."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from tests.demo.press_house import Clock, headlines, prefetched, refreshed
from tests.fetch.outletserver import Answer, Asked, answer
from tests.newsroom.newsstand import (
    NOON,
    PARAGRAPHS,
    SUMMARY,
    Opener,
    Paper,
    asked_again,
    headline,
    only,
    opened,
    page_answer,
    text_of,
)

from lampungtui.config import Config
from lampungtui.model import BodyOrigin, Credit, Role, View, ViewKind
from lampungtui.newsroom.room import Newsroom

SECOND = "Pekerjaan di sisi barat menyusul setelah hari raya, menurut jadwal yang ditempel di papan pengumuman."


async def with_one_headline(paper: Paper, open_room: Opener) -> Newsroom:
    """A newsroom that knows one headline by its summary."""
    paper.prints(paper.item("pasar"))
    room = open_room(paper.profile())
    await refreshed(room)
    return room


async def test_an_articles_page_gives_its_whole_text_and_its_editor(paper: Paper, open_room: Opener) -> None:
    room = await with_one_headline(paper, open_room)
    article_id = only(room).id
    assert text_of(room, article_id) == SUMMARY
    assert not opened(room, article_id).whole
    paper.runs("pasar", editor="Rina Wulandari")
    outcome = await room.fetch_body(article_id)
    assert outcome.stored
    assert outcome.trouble is None
    article = opened(room, article_id)
    assert article.whole
    assert article.origin is BodyOrigin.RULES
    assert text_of(room, article_id) == "\n".join(PARAGRAPHS)
    assert article.credits == (Credit(Role.EDITOR, article.credits[0].name),)
    assert article.credits[0].name == "Rina Wulandari"
    assert article.language == "id"
    assert article.stored_at == NOON
    assert only(room).stored
    (found,) = headlines(room, View(ViewKind.SEARCH, "terminal"))
    assert found.id == article_id


async def test_an_article_over_several_pages_is_read_whole_no_paragraph_twice(paper: Paper, open_room: Opener) -> None:
    room = await with_one_headline(paper, open_room)
    paper.runs("pasar", more='<a class="lanjut" href="/berita/pasar/2">2</a>')
    paper.answers("/berita/pasar/2", page_answer(headline("pasar"), PARAGRAPHS[1], SECOND, editor="Budi Santoso"))
    article_id = only(room).id
    assert (await room.fetch_body(article_id)).stored
    assert text_of(room, article_id) == "\n".join((*PARAGRAPHS, SECOND))
    assert [credit.name for credit in opened(room, article_id).credits] == ["Rina Wulandari", "Budi Santoso"]
    assert paper.asked("/berita") == ["/berita/pasar", "/berita/pasar/2"]


async def test_pages_that_lead_round_in_a_circle_are_read_once_each(paper: Paper, open_room: Opener) -> None:
    room = await with_one_headline(paper, open_room)
    paper.runs("pasar", more='<a class="lanjut" href="/berita/pasar/2">2</a>')
    back = '<a class="lanjut" href="/berita/pasar">1</a>'
    paper.answers("/berita/pasar/2", page_answer(headline("pasar"), SECOND, more=back))
    article_id = only(room).id
    assert (await room.fetch_body(article_id)).stored
    assert paper.asked("/berita") == ["/berita/pasar", "/berita/pasar/2"]
    assert text_of(room, article_id) == "\n".join((*PARAGRAPHS, SECOND))


async def test_an_article_without_end_is_left_after_a_bounded_number_of_pages(paper: Paper, open_room: Opener) -> None:
    room = await with_one_headline(paper, open_room)
    paper.runs("pasar", more='<a class="lanjut" href="/berita/pasar/2">lagi</a>')
    for number in range(2, 60):
        more = f'<a class="lanjut" href="/berita/pasar/{number + 1}">lagi</a>'
        text = f"{SECOND} Ini halaman ke-{number}."
        paper.answers(f"/berita/pasar/{number}", page_answer(headline("pasar"), text, more=more))
    article_id = only(room).id
    assert (await room.fetch_body(article_id)).stored
    assert 2 < len(paper.asked("/berita")) < 20


TROUBLES: dict[str, tuple[Answer, str]] = {
    "not found": (answer(404, b""), "nothing at this address (HTTP 404)"),
    "blocked": (answer(403, b""), "refuses to serve us (HTTP 403)"),
    "broken": (answer(500, b""), "had an error of its own (HTTP 500)"),
    "cut on the wire": (answer(200, b"<html><body><p>Pasar", Content_Length="900"), "broke off before its end"),
    "empty": (answer(200, b"", Content_Type="text/html"), "empty"),
    "no article": (page_answer("Masuk", "Silakan masuk dulu."), "no article text"),
    "unchanged": (answer(304, b""), ""),
    "in a circle": (answer(302, b"", Location="/berita/pasar"), "round in a circle"),
}


@pytest.mark.parametrize("name", TROUBLES)
async def test_a_page_that_fails_leaves_the_summary_and_says_why(paper: Paper, open_room: Opener, name: str) -> None:
    given, words = TROUBLES[name]
    room = await with_one_headline(paper, open_room)
    paper.answers("/berita/pasar", given)
    article_id = only(room).id
    outcome = await room.fetch_body(article_id)
    assert not outcome.stored
    assert outcome.trouble
    assert words in outcome.trouble
    assert text_of(room, article_id) == SUMMARY
    assert not opened(room, article_id).whole
    assert not only(room).stored


@pytest.mark.parametrize("given", [answer(404, b""), answer(410, b""), page_answer("Masuk", "Silakan masuk dulu.")])
async def test_a_second_page_that_is_none_leaves_the_first(paper: Paper, open_room: Opener, given: Answer) -> None:
    room = await with_one_headline(paper, open_room)
    paper.runs("pasar", more='<a class="lanjut" href="/berita/pasar/2">2</a>')
    paper.answers("/berita/pasar/2", given)
    article_id = only(room).id
    outcome = await room.fetch_body(article_id)
    assert outcome.stored
    assert text_of(room, article_id).startswith(PARAGRAPHS[0])
    assert opened(room, article_id).whole


async def test_a_second_page_that_fails_leaves_the_summary_and_says_why(paper: Paper, open_room: Opener) -> None:
    room = await with_one_headline(paper, open_room)
    paper.runs("pasar", more='<a class="lanjut" href="/berita/pasar/2">2</a>')
    paper.answers("/berita/pasar/2", answer(500, b""))
    article_id = only(room).id
    outcome = await room.fetch_body(article_id)
    assert not outcome.stored
    assert "HTTP 500" in (outcome.trouble or "")
    assert text_of(room, article_id) == SUMMARY


async def test_a_server_that_is_gone_leaves_the_summary_and_says_why(paper: Paper, open_room: Opener) -> None:
    room = await with_one_headline(paper, open_room)
    await paper.shuts()
    article_id = only(room).id
    outcome = await room.fetch_body(article_id)
    assert not outcome.stored
    assert "refuses connections" in (outcome.trouble or "")
    assert text_of(room, article_id) == SUMMARY


async def test_a_page_that_fails_later_leaves_the_whole_text_that_is_stored(paper: Paper, open_room: Opener) -> None:
    room = await with_one_headline(paper, open_room)
    paper.runs("pasar")
    article_id = only(room).id
    await room.fetch_body(article_id)
    paper.answers("/berita/pasar", answer(404, b""))
    assert not (await room.fetch_body(article_id)).stored
    assert text_of(room, article_id) == "\n".join(PARAGRAPHS)
    assert opened(room, article_id).whole


async def test_an_article_that_nobody_knows_says_so(paper: Paper, open_room: Opener) -> None:
    room = await with_one_headline(paper, open_room)
    outcome = await room.fetch_body(4_711)
    assert not outcome.stored
    assert outcome.trouble


async def test_a_feed_cannot_send_the_reader_to_a_private_address(
    paper: Paper, rival: Paper, open_room: Opener
) -> None:
    rival.runs("pasar")
    paper.prints(paper.item("pasar", link=rival.at("/berita/pasar")))
    room = open_room(paper.profile())
    await refreshed(room)
    outcome = await room.fetch_body(only(room).id)
    assert "private network" in (outcome.trouble or "")
    assert await prefetched(room) == []
    assert rival.asked() == []


async def test_asking_twice_for_one_body_asks_its_outlet_once(paper: Paper, open_room: Opener) -> None:
    room = await with_one_headline(paper, open_room)
    paper.runs("pasar")
    article_id = only(room).id
    outcomes = await asyncio.gather(*(room.fetch_body(article_id) for _ in range(3)))
    assert [outcome.stored for outcome in outcomes] == [True, True, True]
    assert paper.asked("/berita") == ["/berita/pasar"]


async def test_a_reader_who_leaves_an_article_does_not_stop_its_body_for_another(
    paper: Paper, open_room: Opener
) -> None:
    room = await with_one_headline(paper, open_room)
    paper.runs("pasar")
    article_id = only(room).id
    first = asyncio.ensure_future(room.fetch_body(article_id))
    await asyncio.sleep(0)
    second = asyncio.ensure_future(room.fetch_body(article_id))
    await asyncio.sleep(0)
    first.cancel()
    assert (await second).stored
    assert first.cancelled()
    assert paper.asked("/berita") == ["/berita/pasar"]


# --------------------------------------------------------------------------- ahead of the reader

SLUGS = ("kopi", "lada", "padi", "pisang", "singkong", "tebu")


async def test_bodies_are_fetched_ahead_newest_first(paper: Paper, open_room: Opener) -> None:
    paper.prints(*(paper.item(slug, minutes=number * 7 % 6) for number, slug in enumerate(SLUGS)))
    for slug in SLUGS:
        paper.runs(slug)
    room = open_room(paper.profile())
    await refreshed(room)
    newest_first = [each.id for each in headlines(room)]
    assert sorted(await prefetched(room)) == sorted(newest_first)
    addresses = [opened(room, article_id).url for article_id in newest_first]
    assert [paper.at(path) for path in paper.asked("/berita")] == addresses
    assert all(each.stored for each in headlines(room))
    assert await prefetched(room) == []
    assert paper.server.most_at_once == 1


@pytest.mark.parametrize("name", ["not found", "no article", "unchanged"])
async def test_one_page_that_fails_stops_none_of_the_others(
    paper: Paper, clock: Clock, open_room: Opener, name: str
) -> None:
    paper.prints(*(paper.item(slug, minutes=number) for number, slug in enumerate(SLUGS)))
    for slug in SLUGS[1:]:
        paper.runs(slug)
    paper.answers("/berita/kopi", TROUBLES[name][0])
    room = open_room(paper.profile())
    await refreshed(room)
    assert len(await prefetched(room)) == len(SLUGS) - 1
    assert [each.stored for each in headlines(room)] == [False, True, True, True, True, True]
    # It is not asked for at once again, but later.
    asked = paper.asked()
    assert await prefetched(room) == []
    assert paper.asked() == asked
    paper.runs("kopi")
    clock.forward(timedelta(hours=1))
    assert len(await prefetched(room)) == 1
    assert headlines(room)[0].stored


async def test_a_page_that_never_comes_is_at_last_fetched_only_for_a_reader_who_opens_it(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    room = await with_one_headline(paper, open_room)
    for _ in range(20):
        await prefetched(room)
        clock.forward(timedelta(days=2))
    assert len(paper.asked("/berita")) == 6
    paper.runs("pasar")
    assert (await room.fetch_body(only(room).id)).stored


async def test_an_outlet_that_was_away_for_days_has_its_articles_fetched_when_it_is_back(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    room = await with_one_headline(paper, open_room)
    await paper.shuts()
    for _ in range(10):
        assert await prefetched(room) == []
        clock.forward(timedelta(days=1))
    await paper.opens_again()
    paper.runs("pasar")
    assert len(await prefetched(room)) == 1


async def test_nothing_is_fetched_ahead_where_the_settings_say_no(paper: Paper, open_room: Opener) -> None:
    paper.prints(paper.item("pasar"))
    paper.runs("pasar")
    room = open_room(paper.profile(), config=Config(prefetch=False))
    await refreshed(room)
    assert await prefetched(room) == []
    assert paper.asked() == ["/rss"]
    assert (await room.fetch_body(only(room).id)).stored


async def test_no_page_is_asked_for_where_the_feed_gave_the_whole_article(paper: Paper, open_room: Opener) -> None:
    paragraph = "Petani menjemur kopi di halaman rumah sejak pagi dan mengangkatnya sebelum hujan turun sore hari. "
    paper.prints(paper.item("kopi", content=f"<p>{paragraph * 10}</p>"))
    room = open_room(paper.profile())
    await refreshed(room)
    assert opened(room, only(room).id).origin is BodyOrigin.FEED
    assert only(room).stored
    assert await prefetched(room) == []
    assert paper.asked() == ["/rss"]


async def test_fetching_ahead_can_be_left_in_the_middle_and_taken_up_again(paper: Paper, open_room: Opener) -> None:
    paper.prints(*(paper.item(slug, minutes=number) for number, slug in enumerate(SLUGS)))
    for slug in SLUGS:
        paper.runs(slug)
    room = open_room(paper.profile())
    await refreshed(room)
    asked = asyncio.Event()

    async def third(_: Asked, writer: asyncio.StreamWriter) -> None:
        asked.set()
        writer.write(page_answer(headline(SLUGS[2]), *PARAGRAPHS))

    paper.answers(f"/berita/{SLUGS[2]}", third)
    running = asyncio.ensure_future(prefetched(room))
    await asked.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert not all(each.stored for each in headlines(room))
    await prefetched(room)
    assert all(each.stored for each in headlines(room))


async def test_a_server_that_asks_for_patience_is_not_asked_for_one_article_after_the_other(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    slugs = [f"{slug}-{number}" for number in range(3) for slug in SLUGS]
    paper.prints(*(paper.item(slug, minutes=number) for number, slug in enumerate(slugs)))
    for slug in slugs:
        paper.answers(f"/berita/{slug}", answer(429, b"", Retry_After="3600"))
    room = open_room(paper.profile())
    await refreshed(room)
    assert await prefetched(room) == []
    asked = len(paper.asked("/berita"))
    # Some were under way when the first one said it.
    assert asked <= 4
    clock.forward(timedelta(minutes=30))
    assert await prefetched(room) == []
    await asked_again(room, clock, timedelta(minutes=1))
    assert len(paper.asked()) == 1 + asked


async def test_what_came_while_the_clock_was_ahead_is_fetched_once_it_is_right(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    wrong = timedelta(days=3_000)
    clock.forward(wrong)
    room = await with_one_headline(paper, open_room)
    paper.answers("/berita/pasar", answer(429, b"", Retry_After="3600"))
    assert await prefetched(room) == []
    clock.forward(-wrong)
    paper.runs("pasar")
    assert await prefetched(room) == [only(room).id]
