"""What a feed keeps at most: the old ones go whole, marked ones stay, counts are right, nothing comes back by itself."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.newsdesk import (
    ALL,
    METRO,
    NOON,
    PROVINCE,
    SAVED,
    UNREAD,
    category,
    change,
    page,
    story,
    whole_view,
)

from lampungtui.model import Position, ShelfName, Tally, View, ViewKind
from lampungtui.store import Store
from lampungtui.store.records import AddArticle, FeedState, Intent, KeptCounts, Known, Limits, ShelfIntent, TouchArticle
from lampungtui.store.retention import REMEMBERED_SECONDS

DAY = timedelta(days=1)
LATER = View(ViewKind.LATER)
POPULAR = View(ViewKind.SHELF, ShelfName.POPULAR)


async def poll(
    store: Store,
    *stories: AddArticle,
    keep: int | None = None,
    at: datetime = NOON,
    feed: str = "kabar-siger/utama",
    shelf: tuple[AddArticle, ...] = (),
) -> KeptCounts:
    """Stores a document as a refresh does; of the feed's articles the newest `keep` stay."""

    def decide(known: Mapping[str, Known]) -> list[Intent]:
        intents: list[Intent] = []
        # Documents list the newest first, and it is stored last.
        for each in reversed(stories):
            match = next((known[key] for key in each.keys if key in known), None)
            if match is None:
                intents.append(each)
            elif match.content_hash not in (None, each.content_hash):
                intents.append(change(each, match.article_id))
            else:
                intents.append(TouchArticle(match.article_id, each.keys, content_hash=each.content_hash))
        return intents

    return await store.keep_feed(
        feed,
        keys=[key for each in stories for key in each.keys],
        decide=decide,
        shelves=[ShelfIntent(ShelfName.POPULAR, "kabar-siger", tuple(each.keys for each in shelf))] if shelf else [],
        state=FeedState(feed_id=feed, last_try_at=at),
        limits=Limits(keep, unread=True),
    )


def newest_first(*numbers: int) -> list[AddArticle]:
    """Articles of which one with a higher number is newer."""
    return [story(number) for number in sorted(numbers, reverse=True)]


def numbers(store: Store, view: View = ALL) -> list[int]:
    """The articles of a view by their numbers, newest first."""
    return [int(each.title.split()[1].removeprefix("ke-")) for each in whole_view(store, view)]


def ids_by_number(store: Store) -> dict[int, int]:
    return {int(each.title.split()[1].removeprefix("ke-")): each.id for each in whole_view(store, ALL)}


def counted(store: Store, view: View) -> Tally:
    found = whole_view(store, view)
    return Tally(len(found), sum(not each.read for each in found))


async def test_the_newest_stay_and_only_those_count_as_new(store: Store) -> None:
    counts = await poll(store, *newest_first(*range(1, 9)), keep=3)
    assert numbers(store) == [8, 7, 6]
    assert counts.new == 3
    assert store.tallies() == {view.slug: Tally(3, 3) for view in (ALL, UNREAD, category(METRO), category(PROVINCE))}
    assert store.size().articles == 3


async def test_what_is_newer_makes_the_oldest_go(store: Store) -> None:
    await poll(store, *newest_first(1, 2, 3), keep=3)
    counts = await poll(store, *newest_first(2, 3, 4, 5), keep=3)
    assert numbers(store) == [5, 4, 3]
    assert counts.new == 2


async def test_what_was_kept_before_there_was_a_bound_goes_with_the_next_poll(store: Store) -> None:
    await poll(store, *newest_first(*range(1, 9)))
    assert (await poll(store, *newest_first(8), keep=2)).new == 0
    assert numbers(store) == [8, 7]


async def test_saved_ones_and_those_to_read_later_stay_until_they_are_let_go_of(store: Store) -> None:
    await poll(store, *newest_first(*range(1, 7)))
    ids = ids_by_number(store)
    await store.set_saved([ids[1]], True)
    await store.set_later([ids[2]], True)
    await poll(store, *newest_first(6), keep=2)
    assert numbers(store) == [6, 5, 2, 1]
    assert store.tally(SAVED) == store.tally(LATER) == Tally(1, 1)
    await store.set_saved([ids[1]], False)
    await store.set_later([ids[2]], False)
    await poll(store, *newest_first(6), keep=2)
    assert numbers(store) == [6, 5]
    assert store.tally(SAVED) == store.tally(LATER) == Tally(0, 0)


async def test_one_that_is_old_but_arrived_last_stays_as_the_mark_of_what_is_new(store: Store) -> None:
    await poll(store, *newest_first(5, 6, 7), keep=3)
    as_of = store.newest_id()
    await poll(store, story(1), *newest_first(5, 6, 7), keep=3)
    assert store.newest_id() > as_of
    assert numbers(store) == [7, 6, 5, 1]
    await poll(store, *newest_first(6, 7, 8), keep=3)
    assert numbers(store) == [8, 7, 6]


async def test_what_went_does_not_come_back_while_its_feed_lists_it(store: Store) -> None:
    listed = newest_first(*range(1, 9))
    await poll(store, *listed, keep=3)
    for days in (1, 30, 80, 100, 180):
        counts = await poll(store, *listed, keep=None, at=NOON + days * DAY)
        assert counts == KeptCounts()
        assert numbers(store) == [8, 7, 6]


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(replace(story(1), content_hash="lain", title=story(9).title), id="with-other-words"),
        pytest.param(replace(story(1), keys=("url:kabar-siger.example/1", "id:kabar-siger:99")), id="with-another-id"),
        pytest.param(
            replace(story(1), keys=("url:kabar-siger.example/x", "id:kabar-siger:1")), id="at-another-address"
        ),
    ],
)
async def test_it_is_known_again_by_any_of_its_keys(store: Store, again: AddArticle) -> None:
    await poll(store, *newest_first(1, 2, 3), keep=2)
    assert (await poll(store, again, at=NOON + DAY)).new == 0
    assert numbers(store) == [3, 2]


async def test_what_a_feed_left_out_for_long_is_new_when_it_comes_again(store: Store) -> None:
    await poll(store, *newest_first(1, 2, 3), keep=2)
    long_after = NOON + timedelta(seconds=REMEMBERED_SECONDS + 60)
    # Only letting go of something clears what is remembered.
    await poll(store, *newest_first(2, 3, 4), keep=2, at=long_after)
    assert (await poll(store, *newest_first(1, 3, 4), at=long_after + DAY)).new == 1
    assert numbers(store) == [4, 3, 1]


async def test_nothing_of_it_is_left(store: Store) -> None:
    await poll(store, *newest_first(1, 2, 3, 4), shelf=(story(1), story(3)))
    gone = ids_by_number(store)[1]
    await store.set_read([gone], True)
    await store.keep_body(gone, page("Warga Margorejo menanam jagung pulut."), fetched_at=NOON)
    await store.keep_body(gone, page("Warga Margorejo menanam jagung manis."), fetched_at=NOON + DAY)
    await store.set_position(gone, Position(1, 200))
    assert store.ids_of(POPULAR) == [gone, ids_by_number(store)[3]]
    await poll(store, *newest_first(4), keep=2)
    assert store.article(gone) is None
    assert store.headline(gone) is None
    assert store.versions(gone) == []
    assert store.ids_of(POPULAR) == [ids_by_number(store)[3]]
    for words in ("jagung", "pulut", "ke-1"):
        assert store.ids_of(View(ViewKind.SEARCH, words)) == []
    assert store.ids_of(View(ViewKind.SEARCH, "ke-4")) == [ids_by_number(store)[4]]


async def test_what_comes_too_late_for_it_does_no_harm(store: Store) -> None:
    await poll(store, *newest_first(1, 2, 3))
    gone = ids_by_number(store)[1]
    await store.set_read([gone], True)
    await poll(store, *newest_first(3), keep=2)
    before = store.tallies()
    assert not await store.keep_body(gone, page("Terlambat."), categories=[PROVINCE], fetched_at=NOON)
    await store.body_failed(gone, NOON)
    await store.set_position(gone, Position(1))
    assert await store.set_read([gone], False) == []
    assert await store.set_saved([gone], True) == []
    await store.undo()
    await store.settle()
    assert store.tallies() == before
    assert numbers(store) == [3, 2]
    assert store.size().articles == 2


async def test_an_article_of_two_feeds_goes_only_when_neither_keeps_it(store: Store) -> None:
    listed = newest_first(1, 2, 3, 4)
    await poll(store, *listed, feed="kabar-siger/utama")
    await poll(store, *listed[2:], feed="kabar-siger/metro")
    await poll(store, *listed, keep=1, feed="kabar-siger/utama")
    assert numbers(store) == [4, 2, 1]
    for _ in range(2):
        await poll(store, *listed, keep=1, feed="kabar-siger/utama")
        assert numbers(store) == [4, 2, 1]
    await poll(store, *listed[2:], keep=1, feed="kabar-siger/metro")
    await poll(store, *listed, keep=1, feed="kabar-siger/utama")
    assert numbers(store) == [4, 2]
    assert store.tally(ALL) == counted(store, ALL)


async def test_another_feeds_articles_are_not_counted_nor_touched(store: Store) -> None:
    await poll(store, *[story(number, outlet="warta") for number in range(1, 6)], feed="warta/utama")
    await poll(store, *newest_first(*range(1, 6)), keep=2)
    outlets = [each.outlet_id for each in whole_view(store, ALL)]
    assert (outlets.count("warta"), outlets.count("kabar-siger")) == (5, 2)


async def test_a_list_that_is_being_read_only_loses_what_went(store: Store) -> None:
    await poll(store, *newest_first(*range(1, 9)))
    as_of = store.newest_id()
    await poll(store, *newest_first(*range(3, 12)), keep=5)
    assert [int(each.title.split()[1].removeprefix("ke-")) for each in whole_view(store, ALL, as_of=as_of)] == [8, 7]
    assert store.arrived(ALL, as_of) == 3


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("poll"), st.sets(st.integers(1, 12), min_size=1, max_size=8), st.sampled_from((None, 1, 3, 5))),
        st.tuples(st.just("save"), st.integers(1, 12), st.booleans()),
        st.tuples(st.just("read"), st.integers(1, 12), st.booleans()),
        st.tuples(st.just("undo"), st.just(0), st.just(0)),
    ),
    max_size=10,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_whatever_happens_the_counts_are_right_and_marked_ones_are_there(script: list[tuple[object, ...]]) -> None:
    async def play(folder: Path) -> None:
        store = Store.open(folder)
        saved: set[int] = set()
        feeds = ("kabar-siger/utama", "kabar-siger/metro")
        try:
            for place, step in enumerate(script):
                ids = ids_by_number(store)
                match step:
                    case ("poll", set(listed), keep):
                        assert keep is None or isinstance(keep, int)
                        await poll(store, *newest_first(*listed), keep=keep, feed=feeds[place % 2])
                    case ("save", int(number), bool(mark)) if number in ids:
                        await store.set_saved([ids[number]], mark)
                    case ("read", int(number), bool(mark)) if number in ids:
                        await store.set_read([ids[number]], mark)
                    case ("undo", *_):
                        await store.undo()
                for view in (ALL, UNREAD, SAVED, category(METRO), category(PROVINCE)):
                    assert store.tally(view) == counted(store, view), (view, step)
                if step[0] == "poll":
                    assert saved <= set(numbers(store, SAVED))
                saved = set(numbers(store, SAVED))
        finally:
            store.close()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder)))
