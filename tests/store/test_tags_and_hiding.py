"""Tags and hidden articles: in which views they are, how they are counted, and that both can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.newsdesk import ALL, METRO, SAVED, UNREAD, category, keep, poll, story, whole_view

from lampungtui.model import Tally, View, ViewKind
from lampungtui.store import Store
from lampungtui.store.records import FeedState, Limits

HIDDEN = View(ViewKind.HIDDEN)
LATER = View(ViewKind.LATER)
IMPORTANT = View(ViewKind.TAG, "penting")


@pytest.fixture
async def stocked(store: Store) -> Store:
    await keep(store, *(story(number) for number in range(1, 9)))
    return store


def ids(store: Store, view: View) -> list[int]:
    return [headline.id for headline in whole_view(store, view)]


def search(store: Store, typed: str) -> list[int]:
    return store.ids_of(View(ViewKind.SEARCH, typed)) or []


def counted(store: Store) -> dict[str, Tally]:
    """What the tallies say, and that it is what the lists hold."""
    told = {slug: tally for slug, tally in store.tallies().items() if tally.total and slug != "since-visit"}
    for view in (ALL, UNREAD, SAVED, LATER, HIDDEN, IMPORTANT, category(METRO)):
        held = whole_view(store, view)
        assert store.tally(view) == Tally(len(held), sum(not each.read for each in held)), view
    return told


async def test_a_hidden_article_is_in_no_other_view(stocked: Store) -> None:
    await stocked.set_saved([3], True)
    await stocked.set_later([3], True)
    await stocked.set_tag([3], "Penting", True)
    assert await stocked.set_hidden([3], True) == [3]
    for view in (ALL, UNREAD, SAVED, LATER, IMPORTANT, category(METRO)):
        assert 3 not in ids(stocked, view)
    assert ids(stocked, HIDDEN) == [3]
    assert 3 not in search(stocked, "margorejo")
    assert search(stocked, "margorejo status:disembunyikan") == [3]
    counted(stocked)


async def test_hiding_is_undone_and_made_again_after_a_restart(stocked: Store) -> None:
    await stocked.set_read([2], True)
    before = counted(stocked)
    await stocked.set_hidden([2, 5], True)
    hidden = counted(stocked)
    stocked.close()
    again = Store.open(Path(stocked.path).parent)
    try:
        turned = await again.undo()
        assert turned is not None
        assert (turned[0].what, turned[1]) == ("hidden", [2, 5])
        assert counted(again) == before
        await again.undo(again=True)
        assert counted(again) == hidden
    finally:
        again.close()


async def test_marks_of_a_hidden_article_are_counted_when_it_comes_back(stocked: Store) -> None:
    await stocked.set_hidden([4], True)
    await stocked.set_saved([4], True)
    await stocked.set_read([4], True)
    await stocked.set_tag([4], "penting", True)
    counted(stocked)
    await stocked.set_hidden([4], False)
    assert counted(stocked)[SAVED.slug] == Tally(1, 0)
    assert counted(stocked)[IMPORTANT.slug] == Tally(1, 0)


async def test_marking_all_read_leaves_what_is_hidden(stocked: Store) -> None:
    await stocked.set_hidden([4], True)
    await stocked.mark_all_read(ALL, as_of=stocked.newest_id())
    assert stocked.tally(HIDDEN) == Tally(1, 1)
    await stocked.mark_all_read(HIDDEN, as_of=stocked.newest_id())
    assert stocked.tally(HIDDEN) == Tally(1, 0)
    counted(stocked)


async def test_a_hidden_article_stays_hidden_when_its_feed_lists_it_again(stocked: Store) -> None:
    await poll(stocked, story(1))
    await stocked.set_hidden([1], True)
    await poll(stocked, story(1, categories=("politik",)))
    assert 1 not in ids(stocked, category("politik"))
    counted(stocked)


async def test_a_tag_has_a_view_and_counts(stocked: Store) -> None:
    assert await stocked.set_tag([1, 2], "Penting", True) == [1, 2]
    assert await stocked.set_tag([2, 3], "#PENTING", True) == [3]
    await stocked.set_read([1], True)
    assert ids(stocked, IMPORTANT) == [3, 2, 1]
    assert [(tag.name, tag.tally) for tag in stocked.tags()] == [("Penting", Tally(3, 2))]
    assert stocked.tags_of(1) == ("Penting",)
    assert sorted(search(stocked, "tag:penting margorejo")) == [1, 2, 3]
    assert 1 not in search(stocked, "-tag:penting margorejo")
    assert await stocked.set_tag([1, 2, 3], "penting", False) == [1, 2, 3]
    assert stocked.tags() == []
    counted(stocked)


async def test_tags_are_undone_and_made_again(stocked: Store) -> None:
    await stocked.set_tag([1, 2], "Arsip Desember", True)
    await stocked.set_tag([2], "arsip desember", False)
    turned = await stocked.undo()
    assert turned is not None
    assert (turned[0].what, turned[0].about, turned[1]) == ("untagged", "arsip desember", [2])
    await stocked.undo()
    assert stocked.tags() == []
    await stocked.undo(again=True)
    assert [(tag.name, tag.tally.total) for tag in stocked.tags()] == [("Arsip Desember", 2)]


@pytest.mark.parametrize("name", ["", "#", "  ", "a'b; DROP TABLE tag", "x" * 500, "bagian/satu", "\u202eterbalik"])
async def test_any_name_is_harmless(stocked: Store, name: str) -> None:
    changed = await stocked.set_tag([1], name, True)
    assert [tag.tally.total for tag in stocked.tags()] == [1] * bool(changed)
    assert len(ids(stocked, ALL)) == 8


async def test_a_tagged_article_is_not_let_go_of(store: Store) -> None:
    await keep(store, *(story(number) for number in range(1, 6)))
    await store.set_tag([1], "simpan", True)
    await store.keep_feed(
        "kabar-siger/utama",
        keys=[],
        decide=lambda known: [],
        state=FeedState("kabar-siger/utama"),
        limits=Limits(2, unread=True),
    )
    assert ids(store, ALL) == [5, 4, 1]
