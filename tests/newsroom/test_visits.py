"""From one visit to the next: what is marked as new, and the place where the reader was."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.demo.press_house import Clock, headlines, refreshed
from tests.newsroom.newsstand import Opener, Paper, asked_again, headline, opened, titles

from lampungtui.model import Position, ShelfName, View, ViewKind
from lampungtui.newsroom.room import Newsroom, Place


def fresh(room: Newsroom) -> list[str]:
    """The headlines that are marked as new since the last visit."""
    return [each.title for each in headlines(room) if each.fresh]


async def test_on_the_first_visit_nothing_is_newer_than_the_rest(paper: Paper, open_room: Opener) -> None:
    paper.prints(paper.item("pasar"), paper.item("padi", minutes=1))
    room = open_room(paper.profile())
    assert room.first_visit
    await refreshed(room)
    assert fresh(room) == []
    assert not room.first_visit


async def test_what_comes_while_the_first_visit_goes_on_is_marked(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(paper.item("pasar"))
    room = open_room(paper.profile())
    await refreshed(room)
    paper.prints(paper.item("kopi", minutes=-3), paper.item("pasar"))
    await asked_again(room, clock)
    assert fresh(room) == [headline("kopi")]


async def test_what_came_since_the_last_visit_is_marked_until_the_next_one(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    outlet = paper.profile()
    paper.prints(paper.item("pasar"))
    first = open_room(outlet)
    await refreshed(first)
    await first.end_visit()
    first.close()

    second = open_room(outlet)
    assert not second.first_visit
    assert fresh(second) == []
    paper.prints(paper.item("kopi", minutes=-3), paper.item("pasar"))
    await asked_again(second, clock)
    assert fresh(second) == [headline("kopi")]
    await second.mark_read([headlines(second)[0].id], read=True)
    assert fresh(second) == [headline("kopi")]
    await second.end_visit()
    second.close()

    third = open_room(outlet)
    assert fresh(third) == []
    assert titles(third) == [headline("kopi"), headline("pasar")]


async def test_a_visit_that_was_killed_ends_nothing(paper: Paper, clock: Clock, open_room: Opener) -> None:
    outlet = paper.profile()
    paper.prints(paper.item("pasar"))
    first = open_room(outlet)
    await refreshed(first)
    await first.end_visit()
    paper.prints(paper.item("kopi", minutes=-3), paper.item("pasar"))
    await asked_again(first, clock)
    first.close()
    assert fresh(open_room(outlet)) == [headline("kopi")]


async def test_a_first_visit_without_a_network_is_still_the_first_one(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    outlet = paper.profile()
    await paper.shuts()
    first = open_room(outlet)
    await refreshed(first)
    await first.end_visit()
    first.close()
    await paper.opens_again()
    paper.prints(paper.item("pasar"), paper.item("padi", minutes=1))
    second = open_room(outlet)
    await asked_again(second, clock, timedelta(hours=1))
    assert len(titles(second)) == 2
    assert fresh(second) == []


# --------------------------------------------------------------------------- the reader's place


async def test_whoever_comes_for_the_first_time_begins_at_the_top_of_all(paper: Paper, open_room: Opener) -> None:
    assert open_room(paper.profile()).last_place() == Place(View(ViewKind.ALL), None)


@pytest.mark.parametrize(
    "view",
    [
        View(ViewKind.UNREAD),
        View(ViewKind.CATEGORY, "lampung-raya/metro"),
        View(ViewKind.SHELF, ShelfName.POPULAR),
        View(ViewKind.SEARCH, "harga: naik lagi"),
    ],
    ids=lambda view: view.kind,
)
async def test_the_view_the_headline_and_the_line_are_remembered(paper: Paper, open_room: Opener, view: View) -> None:
    outlet = paper.profile()
    paper.prints(paper.item("pasar"), paper.item("padi", minutes=1))
    first = open_room(outlet)
    await refreshed(first)
    there = headlines(first)[1].id
    await first.keep_place(view, there, (there, Position(block=3, within=250)))
    first.close()
    second = open_room(outlet)
    assert second.last_place() == Place(view, there)
    assert opened(second, there).position == Position(block=3, within=250)


async def test_a_place_without_a_headline_keeps_the_view(paper: Paper, open_room: Opener) -> None:
    outlet = paper.profile()
    room = open_room(outlet)
    await room.keep_place(View(ViewKind.SAVED), None, None)
    assert open_room(outlet).last_place() == Place(View(ViewKind.SAVED), None)


async def test_a_view_of_another_version_is_passed_over(paper: Paper, open_room: Opener) -> None:
    room = open_room(paper.profile())
    await room.store.set_session("view", "peta:lampung")
    await room.store.set_session("headline", "bukan-angka")
    assert room.last_place() == Place(View(ViewKind.ALL), None)


async def test_news_moves_the_place_of_nobody(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.prints(*(paper.item(slug, minutes=number) for number, slug in enumerate(("pasar", "padi", "lada"))))
    room = open_room(paper.profile())
    await refreshed(room)
    window = room.window(View(ViewKind.ALL))
    seen = [window.at(rank) for rank in range(window.total)]
    paper.prints(paper.item("kopi", minutes=-4), paper.item("pasar"))
    await asked_again(room, clock)
    assert window.total == 3
    assert [window.at(rank) for rank in range(window.total)] == seen
    assert room.arrived(View(ViewKind.ALL), window.as_of) == 1
    assert room.window(View(ViewKind.ALL)).total == 4
