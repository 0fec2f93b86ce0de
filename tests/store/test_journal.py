"""What a person did to marks can be taken back and made again: many steps, also after a restart, and never too much."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.newsdesk import ALL, METRO, SAVED, UNREAD, category, keep, page, story, whole_view

from lampungtui.model import Tally, View, ViewKind
from lampungtui.store import Store
from lampungtui.store.journal import STEPS

LATER = View(ViewKind.LATER)


@pytest.fixture
async def stocked(store: Store) -> Store:
    await keep(store, *(story(number) for number in range(1, 9)))
    return store


def marks(store: Store) -> list[tuple[int, bool, bool, bool]]:
    """Every article with its marks."""
    return sorted((each.id, each.read, each.saved, each.later) for each in whole_view(store, ALL))


async def test_each_change_is_taken_back_in_turn_and_made_again(stocked: Store) -> None:
    states = [marks(stocked)]
    for change in (
        stocked.set_read([1, 2, 3], True),
        stocked.set_saved([2], True),
        stocked.set_later([5, 6], True),
        stocked.set_read([2], False),
        stocked.set_saved([2], False),
        stocked.mark_all_read(category(METRO), as_of=7, about="Metro"),
    ):
        await change
        states.append(marks(stocked))
    whats = []
    for before in reversed(states[:-1]):
        turned = await stocked.undo()
        assert turned is not None
        whats.append(turned[0].what)
        assert marks(stocked) == before
    assert whats == ["all-read", "let-go", "unread", "later", "saved", "read"]
    assert await stocked.undo() is None
    for after in states[1:]:
        assert await stocked.undo(again=True) is not None
        assert marks(stocked) == after
    assert await stocked.undo(again=True) is None


async def test_counts_follow(stocked: Store) -> None:
    await stocked.set_later([1, 2], True)
    await stocked.mark_all_read(ALL, as_of=stocked.newest_id())
    assert stocked.tally(LATER) == Tally(2, 0)
    await stocked.undo()
    assert stocked.tally(LATER) == Tally(2, 2)
    assert stocked.tally(UNREAD) == Tally(8, 8)
    await stocked.undo()
    assert stocked.tally(LATER) == Tally(0, 0)


async def test_it_says_what_it_was_about(stocked: Store) -> None:
    await stocked.set_saved([3], True)
    turned = await stocked.undo()
    assert turned is not None
    assert (turned[0].what, turned[0].about, turned[0].articles) == ("saved", "Berita ke-3 dari Margorejo", 1)


async def test_a_new_change_takes_the_place_of_what_was_undone(stocked: Store) -> None:
    await stocked.set_saved([1], True)
    await stocked.undo()
    await stocked.set_saved([2], True)
    assert await stocked.undo(again=True) is None
    await stocked.undo()
    assert stocked.tally(SAVED) == Tally(0, 0)
    assert await stocked.undo() is None


async def test_opening_an_article_is_no_step(stocked: Store) -> None:
    await stocked.set_saved([1], True)
    await stocked.set_read([1], True, by_hand=False)
    turned = await stocked.undo()
    assert turned is not None
    assert turned[0].what == "saved"
    assert await stocked.undo() is None


async def test_nothing_changed_is_no_step(stocked: Store) -> None:
    await stocked.set_read([1], False)
    await stocked.set_saved([], True)
    assert await stocked.undo() is None


async def test_it_survives_a_restart(stocked: Store) -> None:
    await stocked.mark_all_read(ALL, as_of=stocked.newest_id(), about="Semua")
    stocked.close()
    again = Store.open(Path(stocked.path).parent)
    try:
        turned = await again.undo()
        assert turned is not None
        assert (turned[0].about, turned[0].articles) == ("Semua", 8)
        assert again.tally(UNREAD) == Tally(8, 8)
    finally:
        again.close()


async def test_what_came_meanwhile_and_what_was_changed_since_stays(stocked: Store) -> None:
    await stocked.mark_all_read(ALL, as_of=stocked.newest_id())
    await keep(stocked, story(20))
    await stocked.keep_body(1, page("Isi lengkap."), fetched_at=story(30).sort_at)
    await stocked.set_read([2], False, by_hand=False)
    await stocked.undo()
    assert stocked.tally(UNREAD) == Tally(9, 9)


async def test_it_does_not_grow_for_ever(stocked: Store) -> None:
    for number in range(STEPS + 20):
        await stocked.set_saved([1], number % 2 == 0)
    steps = 0
    while await stocked.undo() is not None:
        steps += 1
    assert steps == STEPS
