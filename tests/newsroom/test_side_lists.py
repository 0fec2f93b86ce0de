"""Side lists of a page, such as Terpopuler: in the page's order, their articles like any others."""

from __future__ import annotations

from tests.demo.press_house import Clock, headlines, prefetched, refreshed
from tests.newsroom.newsstand import (
    LISTING_RULES,
    Opener,
    Paper,
    asked_again,
    headline,
    listing_answer,
    state_of,
    titles,
)

from lampungtui.model import Outlet, ShelfName, View, ViewKind

POPULAR = View(ViewKind.SHELF, ShelfName.POPULAR)
METRO = View(ViewKind.CATEGORY, "lampung-raya/metro")


def cards(paper: Paper, *slugs: str) -> list[tuple[str, str]]:
    return [(paper.at(f"/berita/{slug}"), headline(slug)) for slug in slugs]


def rubric_page(paper: Paper) -> Outlet:
    """An outlet that is read from the page of its rubric Metro."""
    return paper.profile("/metro", kind="page", rules=LISTING_RULES, feed_keys='category = "lampung-raya/metro"')


async def test_a_side_list_is_kept_in_the_order_of_its_page(paper: Paper, open_room: Opener) -> None:
    popular = ("lada", "pasar", "kopi", "padi")
    paper.answers("/metro", listing_answer(cards(paper, "pasar", "tebu", "padi"), cards(paper, *popular)))
    room = open_room(rubric_page(paper))
    await refreshed(room)
    assert [each.title for each in headlines(room, POPULAR)] == [headline(slug) for slug in popular]
    assert room.tally(POPULAR).total == 4
    assert sorted(titles(room)) == sorted(headline(slug) for slug in ("pasar", "tebu", "padi", "lada", "kopi"))


async def test_the_rubric_of_a_page_says_nothing_about_its_side_list(paper: Paper, open_room: Opener) -> None:
    paper.answers("/metro", listing_answer(cards(paper, "pasar", "tebu"), cards(paper, "kopi", "pasar")))
    room = open_room(rubric_page(paper))
    await refreshed(room)
    assert [each.title for each in headlines(room, METRO)] == [headline("pasar"), headline("tebu")]


async def test_a_later_page_puts_its_side_list_in_place_of_the_earlier_one(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    listed = cards(paper, "pasar", "tebu")
    paper.answers(
        "/metro",
        listing_answer(listed, cards(paper, "lada", "pasar", "kopi")),
        listing_answer(listed, cards(paper, "kopi", "karet", "lada")),
        listing_answer(listed),
    )
    room = open_room(rubric_page(paper))
    await refreshed(room)
    await room.mark_read([each.id for each in headlines(room, POPULAR)], read=True)
    await asked_again(room, clock)
    assert [(each.title, each.read) for each in headlines(room, POPULAR)] == [
        (headline("kopi"), True), (headline("karet"), False), (headline("lada"), True)
    ]  # fmt: skip
    assert room.tally(POPULAR).unread == 1
    # A page without the list says nothing about it.
    await asked_again(room, clock)
    assert len(headlines(room, POPULAR)) == 3


async def test_the_pages_of_one_outlet_share_their_side_list(paper: Paper, open_room: Opener) -> None:
    popular = cards(paper, "lada", "pasar")
    paper.answers("/metro", listing_answer(cards(paper, "pasar"), popular))
    paper.answers("/ekbis", listing_answer(cards(paper, "tebu"), popular))
    room = open_room(paper.profile("/metro", "/ekbis", kind="page", rules=LISTING_RULES))
    await refreshed(room)
    assert [each.title for each in headlines(room, POPULAR)] == [headline("lada"), headline("pasar")]
    assert sorted(titles(room)) == sorted(headline(slug) for slug in ("pasar", "tebu", "lada"))


async def test_the_side_lists_of_two_outlets_stand_rank_by_rank(paper: Paper, rival: Paper, open_room: Opener) -> None:
    paper.answers("/metro", listing_answer(cards(paper, "pasar"), cards(paper, "a-satu", "a-dua")))
    rival.answers("/metro", listing_answer(cards(rival, "tebu"), cards(rival, "b-satu", "b-dua")))
    room = open_room(rubric_page(paper), rubric_page(rival))
    await refreshed(room)
    shown = [each.title for each in headlines(room, POPULAR)]
    assert {*shown[:2]} == {headline("a-satu"), headline("b-satu")}
    assert {*shown[2:]} == {headline("a-dua"), headline("b-dua")}


async def test_an_article_of_a_side_list_is_fetched_whole_like_any_other(paper: Paper, open_room: Opener) -> None:
    paper.answers("/metro", listing_answer(cards(paper, "pasar"), cards(paper, "lada")))
    paper.runs("pasar")
    paper.runs("lada")
    room = open_room(rubric_page(paper))
    await refreshed(room)
    assert len(await prefetched(room)) == 2
    assert [each.stored for each in headlines(room, POPULAR)] == [True]


async def test_what_stands_in_a_side_list_is_counted_as_no_headline_of_the_page(
    paper: Paper, open_room: Opener
) -> None:
    paper.answers("/metro", listing_answer(cards(paper, "pasar", "tebu"), cards(paper, "lada", "kopi", "padi")))
    outlet = rubric_page(paper)
    room = open_room(outlet)
    await refreshed(room)
    assert state_of(room, outlet).entries == 2
