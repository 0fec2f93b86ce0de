"""Bounds on everything that is kept: by age, by number, by bytes; what is spared; the room that is given back."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.newsdesk import ALL, METRO, NOON, PROVINCE, SAVED, UNREAD, category, keep, prose, story, whole_view

from lampungtui.config import Config
from lampungtui.model import Tally, View, ViewKind
from lampungtui.newsroom.keeping import Keeping
from lampungtui.store import Store
from lampungtui.store.connection import FILE_NAME, connect
from lampungtui.store.records import FeedState, KeptCounts, Limits
from lampungtui.store.retention import EXAMINED, used_bytes

DAY = timedelta(days=1)
LATER, HIDDEN = View(ViewKind.LATER), View(ViewKind.HIDDEN)


class Calendar:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def dated(tmp_path: Path, calendar: Calendar) -> Store:
    return Store.open(tmp_path, clock=calendar)


def numbers(store: Store, view: View = ALL) -> list[int]:
    return sorted(int(each.title.split()[1].removeprefix("ke-")) for each in whole_view(store, view))


def ids(store: Store, *wanted: int) -> list[int]:
    by_number = {int(each.title.split()[1].removeprefix("ke-")): each.id for each in whole_view(store, ALL)}
    return [by_number[number] for number in wanted]


async def everything_read(store: Store) -> None:
    await store.mark_all_read(ALL, as_of=store.newest_id())


async def test_nothing_goes_where_there_is_no_bound_or_room_enough(store: Store) -> None:
    await keep(store, *(story(number) for number in range(1, 30)))
    await everything_read(store)
    for limits in (Limits(), Limits(29, 10_000, 10**9)):
        assert await store.let_old_go(limits) == 0
    assert len(numbers(store)) == 29


async def test_the_oldest_go_where_there_are_too_many(store: Store) -> None:
    await keep(store, *(story(number) for number in range(1, 31)))
    await everything_read(store)
    assert await store.let_old_go(Limits(10)) == 20
    assert numbers(store) == list(range(21, 31))
    assert store.tallies() == {view.slug: Tally(10, 0) for view in (ALL, category(METRO), category(PROVINCE))} | {
        UNREAD.slug: Tally(0, 0)
    }
    assert await store.let_old_go(Limits(10)) == 0


async def test_marked_and_unread_ones_are_spared(store: Store) -> None:
    await keep(store, *(story(number) for number in range(1, 31)))
    saved, later, tagged, *unread = ids(store, 1, 2, 3, 4, 5)
    await everything_read(store)
    await store.set_read(unread, False)
    await store.set_saved([saved], True)
    await store.set_later([later], True)
    await store.set_tag([tagged], "Penting", True)
    assert await store.let_old_go(Limits(10)) == 20
    assert numbers(store) == [1, 2, 3, 4, 5, *range(26, 31)]
    assert await store.let_old_go(Limits(3, unread=True)) == 6
    # The one that arrived last stays as the mark of what is new.
    assert numbers(store) == [1, 2, 3, 30]


async def test_days_count_from_when_an_article_came(dated: Store, calendar: Calendar) -> None:
    await keep(dated, *(replace(story(number), sort_at=NOON - 400 * DAY) for number in range(1, 4)))
    later = NOON + 20 * DAY
    await keep(dated, *(replace(story(number, minutes=60 * 24 * 20), first_seen_at=later) for number in range(4, 7)))
    await everything_read(dated)
    calendar.now = NOON + 29 * DAY
    assert await dated.let_old_go(Limits(days=30)) == 0
    calendar.now = NOON + 31 * DAY
    assert await dated.let_old_go(Limits(days=30)) == 3
    assert numbers(dated) == [4, 5, 6]
    dated.close()


async def test_what_went_does_not_come_back_and_is_not_found(store: Store) -> None:
    listed = [replace(story(number), body=prose(f"Kata{number} tentang jagung.")) for number in range(1, 21)]
    await keep(store, *listed)
    await everything_read(store)
    await store.let_old_go(Limits(5))
    assert store.ids_of(View(ViewKind.SEARCH, "kata3")) == []
    assert len(store.ids_of(View(ViewKind.SEARCH, "jagung")) or ()) == 5
    kept = await store.keep_feed(
        "kabar-siger/utama",
        keys=[key for each in listed for key in each.keys],
        decide=lambda known: [each for each in listed if not any(key in known for key in each.keys)],
        state=FeedState(feed_id="kabar-siger/utama", last_try_at=NOON),
    )
    assert kept == KeptCounts()
    assert numbers(store) == [16, 17, 18, 19, 20]


async def test_what_is_away_goes_when_it_is_as_old(store: Store) -> None:
    await keep(store, *(story(number) for number in range(1, 31)))
    old, young = ids(store, 3, 29)
    await everything_read(store)
    await store.set_hidden([old, young], True)
    await store.let_old_go(Limits(12))
    assert numbers(store, HIDDEN) == [29]
    assert store.tally(HIDDEN) == Tally(1, 0)


async def test_where_all_are_unread_no_more_goes_of_what_is_away_than_is_too_much(store: Store) -> None:
    await keep(store, *(story(number) for number in range(1, 31)))
    await store.set_hidden(ids(store, 26, 27, 28), True)
    assert await store.let_old_go(Limits(28)) == 2
    assert numbers(store, HIDDEN) == [28]
    assert await store.let_old_go(Limits(28)) == 0


async def test_what_is_away_goes_by_the_day_it_came_too(dated: Store, calendar: Calendar) -> None:
    old = [replace(story(number), sort_at=NOON - 400 * DAY) for number in range(1, 4)]
    await keep(dated, *(replace(each, first_seen_at=NOON - 40 * DAY) for each in old[:2]), old[2], story(9))
    await dated.set_hidden(ids(dated, 2, 3), True)
    await everything_read(dated)
    assert await dated.let_old_go(Limits(days=30)) == 2
    assert numbers(dated, HIDDEN) == [3]
    dated.close()


async def test_a_clock_that_was_once_ahead_does_not_keep_the_old_ones_for_ever(
    dated: Store, calendar: Calendar
) -> None:
    await keep(dated, replace(story(1), first_seen_at=NOON + 3_000 * DAY))
    await keep(dated, *(story(number) for number in range(2, 6)))
    await everything_read(dated)
    calendar.now = NOON + 31 * DAY
    assert await dated.let_old_go(Limits(days=30)) == 3
    assert numbers(dated) == [1, 5]
    dated.close()


async def test_of_two_readers_that_let_go_at_once_one_does(store: Store, tmp_path: Path) -> None:
    await keep(store, *(story(number) for number in range(1, 3 * EXAMINED)))
    await everything_read(store)
    other = Store.open(tmp_path, clock=lambda: NOON)
    config = Config(keep_articles=2 * EXAMINED)
    gone = await asyncio.gather(*(Keeping(each, config).let_old_go(NOON) for each in (store, other)))
    assert sorted(gone) == [0, EXAMINED - 1]
    assert store.tally(ALL).total == 2 * EXAMINED
    other.close()


def long_story(number: int) -> object:
    chance = random.Random(number)
    words = (" ".join(chance.choice("abcdefgh") * chance.randrange(3, 9) + str(chance.random()) for _ in range(120)),)
    return replace(story(number), body=prose(*words))


async def test_too_many_bytes_make_the_oldest_go_and_the_file_smaller(store: Store) -> None:
    for start in range(1, 1_601, 50):
        await keep(store, *(long_story(number) for number in range(start, start + 50)))  # type: ignore[arg-type]
    await everything_read(store)
    allowed = 2_000_000
    assert used_bytes(store._reader) > 1.5 * allowed
    gone = await store.let_old_go(Limits(bytes=allowed))
    left = numbers(store)
    assert gone == 1_600 - len(left)
    assert left == list(range(1_601 - len(left), 1_601))
    assert used_bytes(store._reader) <= 1.1 * allowed
    assert int(store._reader.pragma("freelist_count")) == 0
    path = store.path
    store.close()
    assert path.stat().st_size <= 1.1 * allowed
    checked = apsw.Connection(str(path))
    assert checked.execute("PRAGMA integrity_check").get == "ok"
    checked.close()


async def test_more_than_one_transaction_looks_at_goes_all_the_same(store: Store) -> None:
    many = 2 * EXAMINED + 20
    await keep(store, *(story(number) for number in range(1, many + 1)))
    await everything_read(store)
    await store.set_saved(ids(store, *range(1, EXAMINED + 5)), True)
    assert await store.let_old_go(Limits(EXAMINED + 10)) == EXAMINED + 10
    assert store.tally(ALL).total == EXAMINED + 10


async def test_a_file_that_cannot_become_smaller_is_left_at_its_size(tmp_path: Path) -> None:
    plain = apsw.Connection(str(tmp_path / FILE_NAME))
    plain.pragma("journal_mode", "wal")
    plain.close()
    store = Store.open(tmp_path)
    await keep(store, *(story(number) for number in range(1, 300)))
    await everything_read(store)
    assert await store.let_old_go(Limits(10)) == 289
    assert len(numbers(store)) == 10
    store.close()


def test_a_new_file_can_become_smaller(store: Store) -> None:
    connection = connect(store.path, writing=False)
    assert connection.pragma("auto_vacuum") == 2
    connection.close()


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        (Limits(4, unread=True), [7, 8, 9, 10]),
        (Limits(days=3, unread=True), [8, 9, 10]),
        (Limits(4), [1, 2, 7, 8, 9, 10]),
        (Limits(bytes=1, unread=True), []),
    ],
    ids=["number", "days", "unread-stay", "bytes"],
)
async def test_a_source_has_bounds_of_its_own(store: Store, limits: Limits, left: list[int]) -> None:
    came = {number: NOON - (10 - number) * DAY - timedelta(hours=1) for number in range(1, 11)}
    stories = [replace(story(number), first_seen_at=came[number], sort_at=came[number]) for number in range(1, 11)]
    await keep(store, *stories)
    await keep(store, *(story(number, outlet="warta") for number in range(50, 60)), feed="warta/utama")
    await store.set_read(ids(store, *range(3, 11)), True)
    state = FeedState(feed_id="kabar-siger/utama", last_try_at=NOON)
    await store.keep_feed("kabar-siger/utama", keys=[], decide=lambda known: (), state=state, limits=limits)
    assert numbers(store) == left + list(range(50, 60))


Mark = Callable[[Store, list[int]], object]
PLANS = st.lists(st.tuples(st.integers(0, 29), st.sampled_from(["save", "later", "unread", "hide"])), max_size=12)


@settings(max_examples=40, deadline=None)
@given(PLANS, st.integers(1, 30), st.booleans())
def test_whatever_is_marked_counts_are_right_and_marked_ones_stay(
    plan: list[tuple[int, str]], most: int, unread: bool
) -> None:
    async def play(folder: Path) -> None:
        store = Store.open(folder)
        await keep(store, *(story(number) for number in range(30)))
        by_number = {int(each.title.split()[1].removeprefix("ke-")): each.id for each in whole_view(store, ALL)}
        await everything_read(store)
        for number, mark in plan:
            article = [by_number[number]]
            match mark:
                case "save":
                    await store.set_saved(article, True)
                case "later":
                    await store.set_later(article, True)
                case "unread":
                    await store.set_read(article, False)
                case _:
                    await store.set_hidden(article, True)
        marked = {view: set(numbers(store, view)) for view in (SAVED, LATER, UNREAD)}
        await store.let_old_go(Limits(most, unread=unread))
        for view in (ALL, UNREAD, SAVED, LATER, HIDDEN, category(METRO), category(PROVINCE)):
            found = whole_view(store, view)
            assert store.tally(view) == Tally(len(found), sum(not each.read for each in found)), view
        assert marked[SAVED] == set(numbers(store, SAVED))
        assert marked[LATER] == set(numbers(store, LATER))
        if not unread:
            assert marked[UNREAD] == set(numbers(store, UNREAD))
        store.close()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder)))
