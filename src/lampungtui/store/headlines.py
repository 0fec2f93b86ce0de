"""The headlines of a view: pages by key, ranks, neighbours. Every query here walks an index.

A key is (sort time in seconds, article id), newest first. Only articles up to the watermark `as_of` (an article id) are
listed: what arrived later waits until the reader asks for it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import apsw

from lampungtui.model import Grouping, Headline, View, ViewKind
from lampungtui.store.listings import listing_of
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


_ARTICLES = "article JOIN outlet ON outlet.id = article.outlet"
_MARKS = {
    ViewKind.UNREAD: "article.read = 0 AND article.away = 0",
    ViewKind.SAVED: "article.saved = 1 AND article.away = 0",
    ViewKind.LATER: "article.later = 1 AND article.away = 0",
    ViewKind.HIDDEN: "article.hidden = 1",
    ViewKind.MUTED: "article.muted = 1",
}
"""What holds for the articles of a view, in the words of the index that has them."""


def _source(view: View, today: int) -> _Source:
    listing = listing_of(view)
    if listing is not None:
        return _Source(
            "listed CROSS JOIN article ON article.id = listed.article JOIN outlet ON outlet.id = article.outlet",
            "listed.category = ? AND listed.away = 0",
            "listed.sort_at",
            "listed.article",
            (listing,),
        )
    if view.kind is ViewKind.TODAY:
        return _Source(
            _ARTICLES, "article.away = 0 AND article.sort_at >= ?", "article.sort_at", "article.id", (today,)
        )
    return _Source(_ARTICLES, _MARKS.get(view.kind, "article.away = 0"), "article.sort_at", "article.id")


def unread_of(view: View, *, today: int) -> tuple[str, tuple[object, ...]]:
    """The unread articles of a view: the tables and condition behind `FROM`, and what is bound in them."""
    source = _source(view, today)
    if source.tables.startswith("listed"):
        return (
            f"listed CROSS JOIN article ON article.id = listed.article WHERE {source.where} AND article.read = 0",
            source.bindings,
        )
    return f"article WHERE {source.where} AND article.read = 0", source.bindings


def page(
    connection: apsw.Connection,
    view: View,
    *,
    as_of: int,
    visited: int,
    today: int = 0,
    after: Key | None = None,
    before: Key | None = None,
    skip: int = 0,
    limit: int,
    oldest: bool = False,
) -> list[Headline]:
    """`limit` headlines in the order of the list: the first ones, those after a key, or those just before one.

    `skip` walks over that many rows of the index first: for a jump to a place whose neighbours are not known. The newest
    come first, or with `oldest` the oldest. `today` is when today began, in seconds UTC.
    """
    source = _source(view, today)
    down, up = ("ASC", "DESC") if oldest else ("DESC", "ASC")
    behind, ahead = (">", "<") if oldest else ("<", ">")
    order = down
    # The plus keeps the watermark from choosing the index: by id, the whole cache would be sorted for one page.
    where = f"{source.where} AND +{source.article} <= ?"
    bindings: tuple[object, ...] = (*source.bindings, as_of)
    if after is not None:
        where += f" AND ({source.sort_at}, {source.article}) {behind} (?, ?)"
        bindings += after
    elif before is not None:
        where += f" AND ({source.sort_at}, {source.article}) {ahead} (?, ?)"
        bindings += before
        order = up
    if skip:
        # Walked on the index alone; the rows are fetched for the page only.
        ids = connection.execute(
            f"SELECT {source.article} FROM {source.tables.split(' ', 1)[0]} WHERE {where} "  # noqa: S608
            f"ORDER BY {source.sort_at} {order}, {source.article} {order} LIMIT ? OFFSET ?",
            (*bindings, limit, skip),
        )
        return by_ids(connection, [row[0] for row in ids], visited=visited)
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM {source.tables} WHERE {where} "  # noqa: S608  # our own words only
        f"ORDER BY {source.sort_at} {order}, {source.article} {order} LIMIT ?",
        (*bindings, limit),
    )
    headlines = [headline_of(row, visited) for row in rows]
    return headlines if order == down else headlines[::-1]


def by_ids(connection: apsw.Connection, ids: Sequence[int], *, visited: int) -> list[Headline]:
    """The headlines of `ids` in their order; those that are gone are left out."""
    query = f"SELECT {COLUMNS} FROM {_ARTICLES} WHERE article.id = ?"  # noqa: S608
    found = (connection.execute(query, (article_id,)).fetchone() for article_id in ids)
    return [headline_of(row, visited) for row in found if row is not None]


def shelf(connection: apsw.Connection, name: str) -> list[int]:
    """The articles of a side list, in the order of its outlet."""
    rows = connection.execute(
        "SELECT shelf.article, min(shelf.rank) AS best FROM shelf CROSS JOIN article ON article.id = shelf.article "
        "WHERE shelf.name = ? AND article.away = 0 GROUP BY shelf.article ORDER BY best, shelf.article",
        (name,),
    )
    return [row[0] for row in rows]


def arrived_since(connection: apsw.Connection, visited: int) -> list[int]:
    """The articles of the lists that came after the newest of the last visit, newest first."""
    rows = connection.execute(
        "SELECT id FROM article WHERE id > ? AND away = 0 ORDER BY +sort_at DESC, id DESC", (visited,)
    )
    return [row[0] for row in rows]


def arrived(connection: apsw.Connection, view: View, as_of: int, *, today: int = 0) -> int:
    """How many articles of a view have come since the watermark."""
    listing = listing_of(view)
    if listing is not None:
        query = (
            "SELECT count(*) FROM article WHERE id > ? AND away = 0 AND EXISTS "
            "(SELECT 1 FROM listed WHERE listed.article = article.id AND listed.category = ?)"
        )
        return int(connection.execute(query, (as_of, listing)).get)
    source = _source(view, today)
    query = f"SELECT count(*) FROM article WHERE id > ? AND {source.where}"  # noqa: S608
    return int(connection.execute(query, (as_of, *source.bindings)).get)


def rank(connection: apsw.Connection, view: View, key: Key, *, as_of: int, today: int = 0, oldest: bool = False) -> int:
    """How many headlines of a view stand before `key`."""
    source = _source(view, today)
    compare = "<" if oldest else ">"
    query = (
        f"SELECT count(*) FROM {source.tables.split(' ', 1)[0]} "  # noqa: S608
        f"WHERE {source.where} AND +{source.article} <= ? AND ({source.sort_at}, {source.article}) {compare} (?, ?)"
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
    today: int = 0,
) -> list[int]:
    """The unread articles of a view that are newer than a key, or older than one, or older than a time (seconds)."""
    where, bindings = unread_of(view, today=today)
    where += " AND +article.id <= ?"
    bindings += (as_of,)
    for key, compare in ((above, ">"), (below, "<")):
        if key is not None:
            where += f" AND (article.sort_at, article.id) {compare} (?, ?)"
            bindings += key
    if older_than is not None:
        where += " AND article.sort_at < ?"
        bindings += (older_than,)
    rows = connection.execute(f"SELECT article.id FROM {where}", bindings)  # noqa: S608  # our own words
    return [row[0] for row in rows]


def neighbour_unread(
    connection: apsw.Connection,
    view: View,
    key: Key,
    *,
    forward: bool,
    as_of: int,
    visited: int,
    today: int = 0,
    oldest: bool = False,
) -> Headline | None:
    """The nearest unread headline of a view behind (or before) `key`, found along the unread articles alone."""
    compare, order = ("<", "DESC") if forward is not oldest else (">", "ASC")
    where = f"article.read = 0 AND +article.id <= ? AND (article.sort_at, article.id) {compare} (?, ?)"
    bindings: tuple[object, ...] = (as_of, *key)
    listing = listing_of(view)
    if listing is not None:
        where += (
            " AND article.away = 0 AND EXISTS (SELECT 1 FROM listed WHERE listed.category = ? "
            "AND listed.sort_at = article.sort_at AND listed.article = article.id)"
        )
        bindings += (listing,)
    else:
        source = _source(view, today)
        where += f" AND {source.where}"
        bindings += source.bindings
    row = connection.execute(
        f"SELECT {COLUMNS} FROM {_ARTICLES} WHERE {where} "  # noqa: S608
        f"ORDER BY article.sort_at {order}, article.id {order} LIMIT 1",
        bindings,
    ).fetchone()
    return headline_of(row, visited) if row is not None else None


GROUPED: Final = 5_000
"""Articles of a view that are put in groups other than days, the newest of it."""

_GROUPS: Final = {
    Grouping.OUTLET: ("lower(outlet.name)", ""),
    Grouping.REGION: (
        "placed.region IS NULL, placed.region",
        " LEFT JOIN placed ON placed.article = article.id",
    ),
    Grouping.STORY: (
        "max(article.sort_at) OVER (PARTITION BY coalesce(article.story, -article.id)) DESC, "
        "coalesce(article.story, -article.id)",
        "",
    ),
}


def grouped(
    connection: apsw.Connection, view: View, grouping: Grouping, *, as_of: int, today: int, ids: Sequence[int] | None
) -> list[int]:
    """A view's articles group after group, each newest first; `ids` where the view has an order of its own.

    Days are groups in every list by time: only outlets, regions and stories are put together here. The story that was told
    last comes first; an article that no other outlet has is a story of its own.
    """
    key, further = _GROUPS[grouping]
    if ids is None:
        source = _source(view, today)
        held = (
            f"(SELECT {source.article} AS value FROM {source.tables.split(' ', 1)[0]} "  # noqa: S608
            f"WHERE {source.where} AND +{source.article} <= ? "
            f"ORDER BY {source.sort_at} DESC, {source.article} DESC LIMIT {GROUPED})"
        )
        bindings: tuple[object, ...] = (*source.bindings, as_of)
    else:
        held, bindings = "json_each(?)", (json.dumps(list(ids)[:GROUPED]),)
    rows = connection.execute(
        f"SELECT article.id FROM {held} AS held CROSS JOIN article ON article.id = held.value "  # noqa: S608
        f"JOIN outlet ON outlet.id = article.outlet{further} "
        f"ORDER BY {key}, article.sort_at DESC, article.id DESC",
        bindings,
    )
    return list(dict.fromkeys(row[0] for row in rows))


def regions_of(connection: apsw.Connection, ids: Sequence[int]) -> dict[int, str]:
    """The region of each of the articles that has one, by its slug."""
    rows = connection.execute(
        "SELECT placed.article, placed.region FROM json_each(?) AS held CROSS JOIN placed ON placed.article = held.value",
        (json.dumps(list(ids)),),
    )
    return dict(rows)
