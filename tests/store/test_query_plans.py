"""How SQLite would answer: every question of the screen walks an index, with no scan of a table and no sorting.

Asked at some thousands of rows and without ANALYZE, as a fresh cache is: a plan that sorts costs nothing at ten rows
and seconds at a hundred thousand.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import apsw
import pytest
from tests.store.newsdesk import ALL, METRO, NOON, PROVINCE, SAVED, UNREAD, category, keep, story

from lampungtui.model import Grouping, Order, RuleDraft, RuleKind, ShelfName, View, ViewKind
from lampungtui.query import parse
from lampungtui.store import Store
from lampungtui.store.headlines import Key
from lampungtui.store.records import Limits, ShelfIntent
from lampungtui.store.retention import begin_walk, walk_on
from lampungtui.store.search import Scope, condition

Ask = Callable[[Store], object]
TODAY, SINCE_VISIT = View(ViewKind.TODAY), View(ViewKind.SINCE_VISIT)
LATER, HIDDEN, MUTED = View(ViewKind.LATER), View(ViewKind.HIDDEN), View(ViewKind.MUTED)
TAGGED = View(ViewKind.TAG, "penting")
VIEWS = (ALL, UNREAD, SAVED, LATER, TODAY, HIDDEN, MUTED, TAGGED, category(PROVINCE))
A_HANDFUL = {"rule", "saved_view", "tag"}
"""Tables of what a person made: a handful of rows, read whole."""
POPULAR = View(ViewKind.SHELF, ShelfName.POPULAR)


async def stocked(store: Store) -> None:
    """4,000 articles, half of them read, few saved."""
    rng = random.Random(4)
    await keep(
        store,
        *(story(n, minutes=rng.randrange(3000), categories=(rng.choice((METRO, "politik")),)) for n in range(4_000)),
        shelves=[
            ShelfIntent(ShelfName.POPULAR, "kabar-siger", tuple((f"url:kabar-siger.example/{n}",) for n in (3, 1)))
        ],
    )
    await store.set_read(rng.sample(range(1, 4_001), 2_000), True)
    await store.set_saved(rng.sample(range(1, 4_001), 40), True)
    await store.set_tag(rng.sample(range(1, 4_001), 40), "Penting", True)
    await store.set_hidden(rng.sample(range(1, 4_001), 40), True)
    await store.standing.make_rule(RuleDraft(RuleKind.MUTE, "judul:77 OR judul:99"))
    await store.standing.save_view("Pasar", "margorejo -desember", Order.NEWEST, Grouping.NONE)


@contextmanager
def questions(connection: apsw.Connection) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are run on a connection meanwhile, with what was bound to them."""
    asked: list[tuple[str, Any]] = []

    def note(cursor: apsw.Cursor, sql: str, bindings: Any) -> bool:
        asked.append((sql, bindings))
        return True

    connection.exec_trace = note
    try:
        yield asked
    finally:
        connection.exec_trace = None


def plan(connection: apsw.Connection, sql: str, bindings: Any) -> list[str]:
    return [str(row[3]) for row in connection.execute("EXPLAIN QUERY PLAN " + sql, bindings)]


def faults(steps: list[str]) -> list[str]:
    """Steps that read a whole table, sort, or build an index for one question."""
    return [
        step
        for step in steps
        if "TEMP B-TREE" in step
        or "AUTOMATIC" in step
        or (
            step.startswith("SCAN")
            and "USING" not in step
            and "VIRTUAL TABLE" not in step
            and step.split()[1] not in A_HANDFUL
        )
    ]


def answers_by_index(store: Store, ask: Ask) -> None:
    with questions(store._reader) as asked:
        ask(store)
    assert asked
    for sql, bindings in asked:
        steps = plan(store._reader, sql, bindings)
        assert not faults(steps), (sql, steps)


KEY: Key = (int(NOON.timestamp()) + 90_000, 2_000)

OF_A_VIEW: dict[str, Callable[[Store, View], object]] = {
    "first page": lambda store, view: store.headlines(view, as_of=4_000),
    "page after a key": lambda store, view: store.headlines(view, as_of=4_000, after=KEY),
    "page before a key": lambda store, view: store.headlines(view, as_of=4_000, before=KEY),
    "page at a rank": lambda store, view: store.headlines(view, as_of=4_000, skip=200),
    "rank": lambda store, view: store.rank(view, KEY, as_of=4_000),
    "arrived": lambda store, view: store.arrived(view, 3_990),
    "next unread": lambda store, view: store.neighbour_unread(view, KEY, forward=True, as_of=4_000),
    "last unread": lambda store, view: store.neighbour_unread(view, KEY, forward=False, as_of=4_000),
    "oldest first": lambda store, view: store.headlines(view, as_of=4_000, oldest=True),
    "oldest after a key": lambda store, view: store.headlines(view, as_of=4_000, after=KEY, oldest=True),
    "rank from the oldest": lambda store, view: store.rank(view, KEY, as_of=4_000, oldest=True),
    "tally": lambda store, view: store.tally(view),
}


async def test_lists_of_any_view(store: Store) -> None:
    await stocked(store)
    for ask in OF_A_VIEW.values():
        for view in VIEWS:
            answers_by_index(store, lambda asked, ask=ask, view=view: ask(asked, view))  # type: ignore[misc]


async def test_a_list_is_read_along_the_index_of_its_order(store: Store) -> None:
    await stocked(store)
    for view, index in (
        (ALL, "article_by_time"),
        (TODAY, "article_by_time"),
        (UNREAD, "article_unread"),
        (SAVED, "article_saved"),
        (LATER, "article_later"),
        (HIDDEN, "article_hidden"),
        (MUTED, "article_muted"),
    ):
        for name in ("first page", "page after a key", "page before a key", "page at a rank", "rank"):
            with questions(store._reader) as asked:
                OF_A_VIEW[name](store, view)
            assert index in plan(store._reader, *asked[0])[0], (view, name)


OF_ALL: dict[str, Ask] = {
    "newest id": lambda store: store.newest_id(),
    "article": lambda store: store.article(7),
    "headline": lambda store: store.headline(7),
    "versions": lambda store: store.versions(7),
    "bodies wanted": lambda store: store.bodies_wanted(limit=20, now=NOON),
    "session": lambda store: store.session("view"),
    "tags": lambda store: store.tags(),
    "tags of an article": lambda store: store.tags_of(7),
    "saved views": lambda store: store.standing.saved_views(),
    "rules": lambda store: store.standing.rules(),
    "regions": lambda store: store.regions_of([1, 2, 3]),
    "articles of a story": lambda store: store.articles_of_story(3),
    "since the last visit": lambda store: store.tally(SINCE_VISIT),
}


@pytest.mark.parametrize("name", OF_ALL)
async def test_other_questions_of_the_screen(store: Store, name: str) -> None:
    await stocked(store)
    answers_by_index(store, OF_ALL[name])


async def test_counts_of_all_sections_read_small_tables_only(store: Store) -> None:
    await stocked(store)
    with questions(store._reader) as asked:
        tallies = store.tallies()
    assert tallies[POPULAR.slug].total == 2
    scanned = [
        step.split()[1] for sql, bindings in asked for step in plan(store._reader, sql, bindings) if step[:4] == "SCAN"
    ]
    assert set(scanned) <= {"tally", "shelf", "standing", *A_HANDFUL}


async def test_a_search_sorts_its_hits_and_reads_no_table(store: Store) -> None:
    await stocked(store)
    with questions(store._reader) as asked:
        hits = store.ids_of(View(ViewKind.SEARCH, "margorejo"))
    assert hits is not None
    assert len(hits) == 2_000
    steps = [step for sql, bindings in asked for step in plan(store._reader, sql, bindings)]
    assert [step for step in faults(steps) if step != "USE TEMP B-TREE FOR ORDER BY"] == []


@pytest.mark.parametrize(
    "typed",
    ["margorejo", "status:belum", "judul:margorejo -desember", "tag:penting", "daerah:metro umur:<3h", "media:siger"],
)
async def test_counting_a_saved_view_and_asking_a_rule_read_no_table(store: Store, typed: str) -> None:
    await stocked(store)
    for scope in (Scope(), Scope(3_990, 4_000, away=True), Scope(7, 7, away=True, outlet="kabar-siger")):
        where, bindings = condition(store._reader, parse(typed), now=NOON, scope=scope)
        steps = plan(store._reader, f"SELECT count(*), sum(read = 0) FROM article WHERE {where}", bindings)
        assert [step for step in faults(steps) if "outlet" not in step] == []


@pytest.mark.parametrize("kind", [ViewKind.SINCE_VISIT, ViewKind.VIEW])
async def test_a_list_whose_ids_are_held_is_sorted_once(store: Store, kind: ViewKind) -> None:
    await stocked(store)
    await store.end_visit()
    with questions(store._reader) as asked:
        store.ids_of(View(kind, "1" if kind is ViewKind.VIEW else ""))
    steps = [step for sql, bindings in asked for step in plan(store._reader, sql, bindings)]
    assert [step for step in faults(steps) if step != "USE TEMP B-TREE FOR ORDER BY"] == []


async def test_marking_and_storing_find_their_rows_by_index(store: Store) -> None:
    await stocked(store)
    writer = store._writer._connection
    with questions(writer) as asked:
        await store.set_read([5, 6], True)
        await store.set_saved([5], True)
        await store.set_hidden([5], True)
        await store.set_tag([5, 6], "Arsip", True)
        await store.set_tag([6], "Arsip", False)
        await store.mark_all_read(category(METRO), as_of=4_000)
        await keep(store, story(9_000))
        await store.end_visit()
    changes = [(sql, bindings) for sql, bindings in asked if sql.split()[0] in ("INSERT", "UPDATE", "DELETE", "SELECT")]
    for sql, bindings in changes:
        steps = [step for step in plan(writer, sql, bindings) if not step.startswith("SCAN unsettled")]
        if any(table in sql for table in ("touched", "moved", "considered", "turned")) and "SELECT" in sql:
            # Walks the articles being marked, never all of them, by an index or not.
            assert not [step for step in steps if step.startswith(("SCAN article", "SCAN listed"))], (sql, steps)
            continue
        assert not faults(steps), (sql, steps)


async def test_letting_old_ones_go_walks_the_list_from_its_old_end(store: Store) -> None:
    await stocked(store)
    writer = store._writer._connection
    for unread in (False, True):
        walk = await store._writer.do(lambda connection: begin_walk(connection, Limits(3_000), 0))
        assert walk is not None
        with questions(writer) as asked:
            walk = await store._writer.do(
                partial(walk_on, walk=walk, limits=Limits(3_000, unread=unread), now=0, rows=50)
            )
            walk = replace(walk, through=True)
            await store._writer.do(partial(walk_on, walk=walk, limits=Limits(3_000, unread=unread), now=0, rows=50))
        for sql, bindings in asked:
            if sql.split()[0] in ("SELECT", "DELETE", "UPDATE", "INSERT") and "words" not in sql:
                steps = plan(writer, sql, bindings)
                assert not faults(steps), (sql, steps)
