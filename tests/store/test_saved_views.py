"""Saved views: a query under a name, in one's own order, counted without a scan per paint, and undone like a mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.store.newsdesk import NOON, keep, story, whole_view

from lampungtui.foreign import Line
from lampungtui.model import Grouping, Order, SavedView, Tally, View, ViewKind
from lampungtui.store import Store

DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path, clock=lambda: NOON + timedelta(hours=3))
    yield store
    store.close()


@pytest.fixture
async def stocked(store: Store) -> Store:
    await keep(
        store,
        *(
            replace(story(number), title=Line(title), sort_at=NOON - timedelta(hours=9 * number))
            for number, title in enumerate(
                ("Banjir di Metro", "Pasar pagi", "Longsor di Krui", "Banjir, banjir lagi", "Harga kopi"), 1
            )
        ),
    )
    return store


def names(store: Store) -> list[str]:
    return [view.name for view in store.standing.saved_views()]


def titles(store: Store, view: View, order: Order | None = None) -> list[str]:
    return [str(each.title) for each in store.headlines_of(store.ids_of(view, order=order) or [])]


async def made(store: Store, name: str, query: str, order: Order = Order.NEWEST) -> SavedView:
    view_id = await store.standing.save_view(name, query, order, Grouping.NONE)
    return next(view for view in store.standing.saved_views() if view.id == view_id)


async def test_it_lists_what_its_query_finds_in_its_order(stocked: Store) -> None:
    view = (await made(stocked, "Bencana", "banjir OR longsor")).view
    assert titles(stocked, view) == ["Banjir di Metro", "Longsor di Krui", "Banjir, banjir lagi"]
    assert titles(stocked, view, Order.OLDEST) == ["Banjir, banjir lagi", "Longsor di Krui", "Banjir di Metro"]
    relevant = (await made(stocked, "Banjir", "banjir", Order.RELEVANT)).view
    assert titles(stocked, relevant)[0] == "Banjir, banjir lagi"


async def test_its_last_word_is_whole(stocked: Store) -> None:
    begun = await made(stocked, "Pag", "pag")
    assert titles(stocked, begun.view) == []
    assert not await stocked.standing.count_views()
    assert [str(each.title) for each in stocked.headlines_of(stocked.ids_of(View(ViewKind.SEARCH, "pag")) or [])] == [
        "Pasar pagi"
    ]


async def test_it_is_counted_when_something_changed_and_not_again(stocked: Store) -> None:
    await made(stocked, "Bencana", "banjir OR longsor")
    assert await stocked.standing.count_views()
    assert [view.tally for view in stocked.standing.saved_views()] == [Tally(3, 3)]
    await stocked.set_read([1], True)
    assert await stocked.standing.count_views()
    assert [view.tally for view in stocked.standing.saved_views()] == [Tally(3, 2)]
    assert not await stocked.standing.count_views()
    assert not await stocked.standing.count_views()
    await stocked.set_hidden([3], True)
    assert await stocked.standing.count_views()
    assert stocked.tallies()["view:1"] == Tally(2, 1)


async def test_views_are_renamed_moved_and_deleted_and_all_of_it_is_undone(stocked: Store) -> None:
    for name in ("Satu", "Dua", "Tiga"):
        await made(stocked, name, name)
    first, second, third = stocked.standing.saved_views()
    states = [stocked.standing.saved_views()]
    for change in (
        stocked.standing.move_view(third.id, 0),
        stocked.standing.change_view(replace(first, name=Line("Pertama"), query="kopi", grouping=Grouping.OUTLET)),
        stocked.standing.delete_view(second.id),
    ):
        assert await change
        states.append(stocked.standing.saved_views())
    assert names(stocked) == ["Tiga", "Pertama"]
    for state in reversed(states[:-1]):
        await stocked.undo()
        assert stocked.standing.saved_views() == state
    for state in states[1:]:
        await stocked.undo(again=True)
        assert stocked.standing.saved_views() == state


async def test_nothing_changed_is_no_step(stocked: Store) -> None:
    view = await made(stocked, "Satu", "satu")
    assert not await stocked.standing.change_view(view)
    assert not await stocked.standing.move_view(view.id, 5)
    assert not await stocked.standing.delete_view(99)
    turned = await stocked.undo()
    assert turned is not None
    assert turned[0].what == "view-made"
    assert names(stocked) == []


async def test_it_survives_a_restart(stocked: Store, tmp_path: Path) -> None:
    await made(stocked, "Bencana", "banjir", Order.RELEVANT)
    await stocked.standing.count_views()
    stocked.close()
    again = Store.open(tmp_path)
    try:
        (view,) = again.standing.saved_views()
        assert (view.name, view.query, view.order, view.tally) == ("Bencana", "banjir", Order.RELEVANT, Tally(2, 2))
        await again.undo()
        assert again.standing.saved_views() == []
    finally:
        again.close()


async def test_a_view_that_was_deleted_lists_nothing(stocked: Store) -> None:
    view = await made(stocked, "Satu", "banjir")
    await stocked.standing.delete_view(view.id)
    assert stocked.ids_of(view.view) == []
    assert stocked.tally(view.view) == Tally()


async def test_today_begins_at_midnight_in_lampung(stocked: Store) -> None:
    today = View(ViewKind.TODAY)
    # Noon and some hours before it; midnight there is 12 hours before noon.
    assert [str(each.title) for each in whole_view(stocked, today)] == ["Banjir di Metro"]
    assert stocked.tally(today) == Tally(1, 1)


async def test_what_arrived_since_the_last_visit(stocked: Store, tmp_path: Path) -> None:
    await stocked.end_visit()
    stocked.close()
    again = Store.open(tmp_path)
    try:
        since = View(ViewKind.SINCE_VISIT)
        assert again.ids_of(since) == []
        await keep(again, story(20), story(21))
        await again.set_read([7], True)
        assert again.ids_of(since) == [7, 6]
        assert again.tally(since) == Tally(2, 1)
        assert sorted(await again.mark_all_read(since, as_of=again.newest_id())) == [6]
    finally:
        again.close()


@pytest.mark.parametrize("kind", [ViewKind.VIEW, ViewKind.SEARCH])
async def test_what_arrived_after_the_list_was_opened_is_not_marked_along(stocked: Store, kind: ViewKind) -> None:
    view = (await made(stocked, "Pasar", "pasar")).view if kind is ViewKind.VIEW else View(kind, "pasar")
    as_of = stocked.newest_id()
    await keep(stocked, replace(story(9), title=Line("Pasar malam")))
    assert await stocked.mark_all_read(view, as_of=as_of) == [2]
    assert [(str(each.title), each.read) for each in stocked.headlines_of(stocked.ids_of(view) or [])] == [
        ("Pasar malam", False),
        ("Pasar pagi", True),
    ]
