"""The counts that the sections show are what counting would give, whatever was done in whatever order."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

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
    keep,
    page,
    poll,
    story,
    whole_view,
)

from lampungtui.model import ShelfName, Tally, View, ViewKind
from lampungtui.store import Store
from lampungtui.store.records import ShelfIntent

PATHS = (METRO, PROVINCE, "lampung-raya/pesawaran", "politik", "politik/pilkada")
VIEWS = (ALL, UNREAD, SAVED, *(category(path) for path in PATHS))

numbers = st.integers(1, 12)
some = st.lists(numbers, max_size=6)
rubrics = st.lists(st.sampled_from(PATHS), min_size=1, max_size=3).map(tuple)
steps = st.one_of(
    st.tuples(st.just("poll"), st.lists(st.tuples(numbers, rubrics), max_size=4)),
    st.tuples(st.just("read"), some, st.booleans()),
    st.tuples(st.just("save"), some, st.booleans()),
    st.tuples(st.just("read all"), st.sampled_from(VIEWS), numbers),
    st.tuples(st.just("page"), numbers, rubrics),
    st.tuples(st.just("end visit")),
)


def counted(store: Store, view: View) -> Tally:
    headlines = whole_view(store, view)
    return Tally(len(headlines), sum(not headline.read for headline in headlines))


async def play(folder: Path, script: list[tuple[object, ...]]) -> None:
    store = Store.open(folder)
    for step in script:
        match step:
            case ("poll", list(items)):
                await poll(store, *{number: story(number, categories=paths) for number, paths in items}.values())
            case ("read", list(ids), bool(read)):
                before = {each.id for each in whole_view(store, ALL) if each.read is not read}
                assert set(await store.set_read(ids, read)) == before.intersection(ids)
            case ("save", list(ids), bool(saved)):
                before = {each.id for each in whole_view(store, ALL) if each.saved is not saved}
                assert set(await store.set_saved(ids, saved)) == before.intersection(ids)
            case ("read all", View() as view, int(as_of)):
                before = {each.id for each in whole_view(store, view, as_of=as_of) if not each.read}
                assert set(await store.mark_all_read(view, as_of=as_of)) == before
            case ("page", int(number), tuple(paths)):
                await store.keep_body(number, page("Isi berita."), categories=paths, fetched_at=NOON)
            case ("end visit",):
                await store.end_visit()
        for view in VIEWS:
            assert store.tally(view) == counted(store, view), (view, step)
    store.close()


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=12))
def test_tallies_are_what_counting_gives(script: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder), script))


async def test_a_side_list_counts_each_article_once(store: Store) -> None:
    first, second = ("url:kabar-siger.example/1",), ("url:kabar-siger.example/2",)
    other = ("url:warta.example/3",)
    await keep(
        store,
        story(1),
        story(2),
        shelves=[ShelfIntent(ShelfName.POPULAR, "kabar-siger", (second, first, second))],
    )
    await keep(
        store,
        story(3, outlet="warta"),
        shelves=[ShelfIntent(ShelfName.POPULAR, "warta", (other, first))],
        feed="warta/utama",
    )
    await store.set_read([1], True)
    popular = View(ViewKind.SHELF, ShelfName.POPULAR)
    ids = store.ids_of(popular)
    assert ids is not None
    assert sorted(ids) == [1, 2, 3]
    assert ids[0] in (2, 3)
    assert store.tallies()[popular.slug] == Tally(3, 2)


async def test_nothing_is_counted_for_an_empty_cache(store: Store) -> None:
    assert store.tallies() == {}
    assert store.tally(ALL) == Tally()
    assert store.tally(category(METRO)) == Tally()
