"""The headlines of a view: pages by key, ranks, neighbours. Every query here walks an index.

A key is (sort time in seconds, article id), newest first. Only articles up to the watermark `as_of` (an article id) are
listed: what arrived later waits until the reader asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from lampungtui.model import Headline, View, ViewKind
from lampungtui.store import search
from lampungtui.store.rows import COLUMNS, headline_of

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a view's rows come from: the tables, the condition, and the names of the key's columns."""

    tables: str
    where: str
    sort_at: str
    article: str
    bindings: tuple[object, ...] = ()


_MARKS = {ViewKind.SAVED: "saved", ViewKind.LATER: "later"}
_ARTICLES = "article JOIN outlet ON outlet.id = article.outlet"


def _source(view: View) -> _Source:
    match view.kind:
        case ViewKind.CATEGORY:
            return _Source(
                "listed CROSS JOIN article ON article.id = listed.article JOIN outlet ON outlet.id = article.outlet",
                "listed.category = ?",
                "listed.sort_at",
                "listed.article",
                (view.argument,),
            )
        case ViewKind.UNREAD:
            return _Source(_ARTICLES, "article.read = 0", "article.sort_at", "article.id")
        case ViewKind.SAVED:
            return _Source(_ARTICLES, "article.saved = 1", "article.sort_at", "article.id")
        case ViewKind.LATER:
            return _Source(_ARTICLES, "article.later = 1", "article.sort_at", "article.id")
        case _:
            return _Source(_ARTICLES, "1", "article.sort_at", "article.id")


def page(
    connection: apsw.Connection,
    view: View,
    *,
    as_of: int,
    visited: int,
    after: Key | None = None,
    before: Key | None = None,
    skip: int = 0,
    limit: int,
) -> list[Headline]:
    """`limit` headlines in the order of the list: the first ones, those after a key, or those just before one.

    `skip` walks over that many rows of the index first: for a jump to a place whose neighbours are not known.
    """
    source = _source(view)
    order = "DESC"
    # The plus keeps the watermark from choosing the index: by id, the whole cache would be sorted for one page.
    where = f"{source.where} AND +{source.article} <= ?"
    bindings: tuple[object, ...] = (*source.bindings, as_of)
    if after is not None:
        where += f" AND ({source.sort_at}, {source.article}) < (?, ?)"
        bindings += after
    elif before is not None:
        where += f" AND ({source.sort_at}, {source.article}) > (?, ?)"
        bindings += before
        order = "ASC"
    if skip:
        # Walked on the index alone; the rows are fetched for the page only.
        ids = connection.execute(
            f"SELECT {source.article} FROM {source.tables.split(' ', 1)[0]} WHERE {where} "  # noqa: S608
            f"ORDER BY {source.sort_at} DESC, {source.article} DESC LIMIT ? OFFSET ?",
            (*bindings, limit, skip),
        )
        return by_ids(connection, [row[0] for row in ids], visited=visited)
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM {source.tables} WHERE {where} "  # noqa: S608  # our own words only
        f"ORDER BY {source.sort_at} {order}, {source.article} {order} LIMIT ?",
        (*bindings, limit),
    )
    headlines = [headline_of(row, visited) for row in rows]
    return headlines if order == "DESC" else headlines[::-1]


def by_ids(connection: apsw.Connection, ids: Sequence[int], *, visited: int) -> list[Headline]:
    """The headlines of `ids` in their order; those that are gone are left out."""
    query = f"SELECT {COLUMNS} FROM {_ARTICLES} WHERE article.id = ?"  # noqa: S608
    found = (connection.execute(query, (article_id,)).fetchone() for article_id in ids)
    return [headline_of(row, visited) for row in found if row is not None]


def ids_of(connection: apsw.Connection, view: View) -> list[int] | None:
    """The articles of a view that has an order of its own (a side list, a search); None for the others."""
    match view.kind:
        case ViewKind.SHELF:
            rows = connection.execute(
                "SELECT article, min(rank) AS best FROM shelf WHERE name = ? GROUP BY article ORDER BY best, article",
                (view.argument,),
            )
            return [row[0] for row in rows]
        case ViewKind.SEARCH:
            return search.matches(connection, view.argument)
    return None


def arrived(connection: apsw.Connection, view: View, as_of: int) -> int:
    """How many articles of a view have come since the watermark."""
    if view.kind is ViewKind.CATEGORY:
        query = (
            "SELECT count(*) FROM article WHERE id > ? AND EXISTS "
            "(SELECT 1 FROM listed WHERE listed.article = article.id AND listed.category = ?)"
        )
        return int(connection.execute(query, (as_of, view.argument)).get)
    where = _source(view).where
    return int(
        connection.execute(f"SELECT count(*) FROM article WHERE id > ? AND {where}", (as_of,)).get  # noqa: S608
    )


def rank(connection: apsw.Connection, view: View, key: Key, *, as_of: int) -> int:
    """How many headlines of a view stand before `key`."""
    source = _source(view)
    query = (
        f"SELECT count(*) FROM {source.tables.split(' ', 1)[0]} "  # noqa: S608
        f"WHERE {source.where} AND +{source.article} <= ? AND ({source.sort_at}, {source.article}) > (?, ?)"
    )
    return int(connection.execute(query, (*source.bindings, as_of, *key)).get)


def unread_ids(
    connection: apsw.Connection,
    view: View,
    *,
    as_of: int,
    above: Key | None = None,
    below: Key | None = None,
    older_than: int | None = None,
) -> list[int]:
    """The unread articles of a view that stand before a key, or behind one, or are older than a time (seconds)."""
    source = _source(view)
    where = f"{source.where} AND article.read = 0 AND +{source.article} <= ?"
    bindings: tuple[object, ...] = (*source.bindings, as_of)
    for key, compare in ((above, ">"), (below, "<")):
        if key is not None:
            where += f" AND ({source.sort_at}, {source.article}) {compare} (?, ?)"
            bindings += key
    if older_than is not None:
        where += f" AND {source.sort_at} < ?"
        bindings += (older_than,)
    rows = connection.execute(f"SELECT article.id FROM {source.tables} WHERE {where}", bindings)  # noqa: S608
    return [row[0] for row in rows]


def neighbour_unread(
    connection: apsw.Connection, view: View, key: Key, *, forward: bool, as_of: int, visited: int
) -> Headline | None:
    """The nearest unread headline of a view behind (or before) `key`, found along the unread articles alone."""
    compare, order = ("<", "DESC") if forward else (">", "ASC")
    where = f"article.read = 0 AND +article.id <= ? AND (article.sort_at, article.id) {compare} (?, ?)"
    bindings: tuple[object, ...] = (as_of, *key)
    if view.kind is ViewKind.CATEGORY:
        where += (
            " AND EXISTS (SELECT 1 FROM listed WHERE listed.category = ? AND listed.sort_at = article.sort_at "
            "AND listed.article = article.id)"
        )
        bindings += (view.argument,)
    elif view.kind in _MARKS:
        where += f" AND article.{_MARKS[view.kind]} = 1"
    row = connection.execute(
        f"SELECT {COLUMNS} FROM {_ARTICLES} WHERE {where} "  # noqa: S608
        f"ORDER BY article.sort_at {order}, article.id {order} LIMIT 1",
        bindings,
    ).fetchone()
    return headline_of(row, visited) if row is not None else None
