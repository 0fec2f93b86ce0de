"""The list of headlines: pages by key in both directions, the watermark, ranks, neighbours, rubrics."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.store.newsdesk import (
    ALL,
    METRO,
    NOON,
    PROVINCE,
    SAVED,
    STORY,
    UNREAD,
    category,
    keep,
    only,
    page,
    story,
    whole_view,
)

from lampungtui.foreign import Line
from lampungtui.model import Dated, DateSource, Headline, View
from lampungtui.store import Store

COUNT = 5_000
MANY = 2**40


async def stocked(store: Store) -> None:
    """5,000 articles, many of one and the same moment, in no order; some read, some saved."""
    rng = random.Random(199)
    places = [("politik",), (METRO,), ("lampung-raya/pesawaran", "politik"), (PROVINCE,)]
    stories = [story(n, minutes=rng.randrange(900), categories=rng.choice(places)) for n in range(COUNT)]
    await keep(store, *stories)
    ids = list(range(1, COUNT + 1))
    await store.set_read(rng.sample(ids, 3_000), True)
    await store.set_saved(rng.sample(ids, 400), True)


def newest_first(headlines: list[Headline]) -> list[Headline]:
    return sorted(headlines, key=lambda headline: headline.key, reverse=True)


async def test_pages_in_either_direction_are_the_whole_list(store: Store) -> None:
    await stocked(store)
    everything = store.headlines(ALL, as_of=MANY, limit=COUNT + 1)
    assert len(everything) == COUNT
    assert everything == newest_first(everything)
    listed = {
        category(path): set(store._reader.execute("SELECT article FROM listed WHERE category = ?", (path,)))
        for path in (METRO, PROVINCE, "politik")
    }
    expected: dict[View, list[Headline]] = {
        ALL: everything,
        UNREAD: [each for each in everything if not each.read],
        SAVED: [each for each in everything if each.saved],
        **{view: [each for each in everything if (each.id,) in ids] for view, ids in listed.items()},
    }
    for view, whole in expected.items():
        assert len(whole) > 300
        assert whole_view(store, view) == whole
        upward: list[Headline] = [whole[-1]]
        while some := store.headlines(view, as_of=MANY, before=upward[0].key, limit=77):
            upward[:0] = some
        assert upward == whole


async def test_a_jump_gives_the_same_rows_as_paging_and_knows_its_rank(store: Store) -> None:
    await stocked(store)
    for view in (ALL, UNREAD, SAVED, category(PROVINCE)):
        whole = whole_view(store, view)
        for rank in (1, 63, 64, len(whole) // 2, len(whole) - 1, len(whole)):
            assert store.headlines(view, as_of=MANY, skip=rank, limit=64) == whole[rank : rank + 64]
        for rank in (0, 1, 200, len(whole) - 1):
            assert store.rank(view, whole[rank].key, as_of=MANY) == rank


async def test_what_arrives_later_waits_until_it_is_asked_for(store: Store) -> None:
    await keep(store, story(1), story(2), story(3, categories=("politik",)))
    mark = store.newest_id()
    before = {view: whole_view(store, view) for view in (ALL, UNREAD, category(METRO))}
    # One above, one in the midst of what is listed, one of another rubric.
    await keep(store, story(9), story(4, minutes=1), story(5, categories=("politik",)))
    for view, headlines in before.items():
        assert whole_view(store, view, as_of=mark) == headlines
        assert store.headlines(view, as_of=mark, before=headlines[0].key) == []
        assert store.headlines(view, as_of=mark, skip=len(headlines)) == []
        assert store.rank(view, headlines[-1].key, as_of=mark) == len(headlines) - 1
        assert store.neighbour_unread(view, headlines[0].key, forward=False, as_of=mark) is None
    assert [store.arrived(view, mark) for view in (ALL, UNREAD, category(METRO), category("politik"))] == [3, 3, 2, 1]
    assert store.arrived(SAVED, mark) == 0
    assert len(whole_view(store, ALL)) == 6


async def test_unread_neighbours_are_those_of_the_list(store: Store) -> None:
    await stocked(store)
    for view in (ALL, category(METRO), category(PROVINCE), SAVED):
        whole = whole_view(store, view)
        for rank in (0, 5, 100, len(whole) - 1):
            key = whole[rank].key
            after = next((each for each in whole[rank + 1 :] if not each.read), None)
            before = next((each for each in reversed(whole[:rank]) if not each.read), None)
            assert store.neighbour_unread(view, key, forward=True, as_of=MANY) == after
            assert store.neighbour_unread(view, key, forward=False, as_of=MANY) == before


async def test_a_rubric_with_nothing_unread_has_no_unread_neighbour(store: Store) -> None:
    await keep(store, story(1), story(2), story(3, categories=("politik",)))
    await store.mark_all_read(category(METRO), as_of=MANY)
    key = whole_view(store, category(METRO))[0].key
    assert store.neighbour_unread(category(METRO), key, forward=True, as_of=MANY) is None
    assert store.neighbour_unread(category("politik"), key, forward=False, as_of=MANY) is not None
    assert store.neighbour_unread(category("tidak-ada"), key, forward=True, as_of=MANY) is None


async def test_an_article_stands_under_its_rubrics_and_those_above_once_each(store: Store) -> None:
    await keep(store, story(1, categories=(METRO, "lampung-raya/pesawaran", "politik")))
    for path in (METRO, PROVINCE, "lampung-raya/pesawaran", "politik"):
        assert [each.id for each in whole_view(store, category(path))] == [1]
        assert store.tally(category(path)).total == 1
    assert whole_view(store, category("lampung")) == []
    assert whole_view(store, ALL)[0].category == METRO


async def test_articles_of_the_next_visit_are_fresh(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    assert store.first_visit
    await keep(store, story(1))
    assert not whole_view(store, ALL)[0].fresh  # nothing is newer than another on the first visit
    store.begin_visit()
    assert not store.first_visit
    await keep(store, story(2))
    assert [each.fresh for each in whole_view(store, ALL)] == [True, False]
    await store.end_visit()
    store.close()
    again = Store.open(tmp_path)
    assert [each.fresh for each in whole_view(again, ALL)] == [False, False]
    await keep(again, story(3))
    assert [each.fresh for each in whole_view(again, ALL)] == [True, False, False]
    again.close()


async def test_a_headline_has_what_its_row_shows(store: Store) -> None:
    await keep(store, STORY)
    headline = store.headline(only(store))
    assert headline is not None
    assert (headline.outlet_id, headline.outlet_name, headline.title) == ("kabar-siger", "Kabar Siger", STORY.title)
    assert (headline.sort_at, headline.published, headline.category) == (STORY.sort_at, None, METRO)
    assert not (headline.read or headline.saved or headline.stored or headline.fresh)
    assert store.headline(99) is None
    assert store.headlines_of([99, headline.id]) == [headline]


@pytest.mark.parametrize("name", ["Kabar Siger Baru", "Kabar Siger"])
async def test_an_outlet_goes_by_the_name_it_last_had(store: Store, name: str) -> None:
    from dataclasses import replace

    await keep(store, story(1))
    await keep(store, replace(story(2), outlet_name=Line(name)))
    assert {each.outlet_name for each in whole_view(store, ALL)} == {name}


async def test_times_that_became_known_late_have_their_places_after_a_visit_without_an_end(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    await keep(store, story(1), story(2), story(3))
    late = replace(page("Isi lengkap."), published=Dated(NOON - timedelta(days=2), DateSource.PAGE))
    await store.keep_body(3, late, fetched_at=NOON)
    before = [headline.id for headline in whole_view(store, ALL)]
    assert before == [3, 2, 1]
    second = Store.open(tmp_path)
    # Somebody reads the list meanwhile: nothing moves.
    assert [headline.id for headline in whole_view(second, ALL)] == before
    second.close()
    store.close()
    again = Store.open(tmp_path)
    assert [headline.id for headline in whole_view(again, ALL)] == [2, 1, 3]
    again.close()
