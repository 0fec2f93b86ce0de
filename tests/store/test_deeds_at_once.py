"""Deeds that come at once, or while another program holds the cache: each is stored once, in the order of the reader."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing, contextmanager

import apsw
import pytest
from tests.store.newsdesk import keep, story

from lampungtui.model import Grouping, Order, Position
from lampungtui.store import Store
from lampungtui.store.waiting import NotYetStored


@contextmanager
def held(store: Store) -> Iterator[apsw.Connection]:
    """Another program's connection that holds the cache; the writer has no patience with it."""
    store._writer._connection.set_busy_timeout(0)
    with closing(apsw.Connection(str(store.path))) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


async def test_what_waits_is_stored_once_though_two_store_it(store: Store) -> None:
    await keep(store, story(1), story(2))
    with held(store), pytest.raises(NotYetStored):
        await store.standing.save_view("Pasar", "margorejo", Order.NEWEST, Grouping.NONE)
    await asyncio.gather(store.deeds.write_waiting(), store.set_saved([1], True), store.deeds.write_waiting())
    assert [view.name for view in store.standing.saved_views()] == ["Pasar"]
    assert (store.deeds.done, store.deeds.late) == (2, 1)


async def test_the_last_word_is_the_readers_though_the_first_had_to_wait(store: Store) -> None:
    await keep(store, story(1))
    with held(store) as other:
        first = asyncio.ensure_future(store.set_saved([1], True))
        await asyncio.sleep(0)
        # It lets go of the cache as soon as the first deed has failed, before the second is tried.
        store._writer._thread.submit(other.execute, "ROLLBACK")
        second = asyncio.ensure_future(store.set_saved([1], False))
        await asyncio.wait([first, second])
    assert isinstance(first.exception(), NotYetStored)
    assert [each.saved for each in store.headlines_of([1])] == [False]


async def test_an_earlier_place_that_had_to_wait_does_not_come_over_a_later_one(store: Store) -> None:
    await keep(store, story(1))
    with held(store):
        await store.set_position(1, Position(1))
    await asyncio.gather(store.set_position(1, Position(7)), store.deeds.write_waiting())
    article = store.article(1)
    assert article is not None
    assert article.position == Position(7)
    assert not store.deeds.anything_waits


async def test_what_a_damaged_cache_does_not_take_on_leaving_is_logged_and_the_rest_closed(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await keep(store, story(1))
    with held(store), pytest.raises(NotYetStored):
        await store.set_saved([1], True)
    with closing(apsw.Connection(str(store.path))) as other:
        other.execute("DROP TABLE journal")
    store.close()
    assert "1 deeds were never stored" in caplog.text
    assert not store.path.with_name(f"{store.path.name}-wal").exists()
