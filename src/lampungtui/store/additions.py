"""New articles into the cache, a feed's worth at a time: a table after the other rather than an article after the other.

The words go in last. FTS5 gathers them in memory, but writes them out at every statement that may have to be undone on
its own (an `INSERT OR REPLACE`, an `INSERT ... SELECT`): with such statements between them, each article would become an
index of its own, to be merged with the others later, and storing a feed would take three times as long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import apsw

from lampungtui.model import PackedBody
from lampungtui.store import people, search, tallies
from lampungtui.store.articles import with_parents
from lampungtui.store.records import AddArticle
from lampungtui.store.rows import Facts, Row, dated_columns, digest, seconds


def add_articles(connection: apsw.Connection, feed_id: str, added: Sequence[AddArticle]) -> range:
    """Stores new articles; returns their ids, in the order of `added`."""
    first = int(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM article").get)
    ids = range(first, first + len(added))
    if not added:
        return ids
    bodies = [each.stored for each in added]
    connection.executemany(
        "INSERT INTO outlet (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET name = ?2 WHERE name <> ?2",
        dict.fromkeys((each.outlet_id, each.outlet_name) for each in added),
    )
    connection.executemany(
        "INSERT INTO article (id, outlet, title, category, sort_at, published_at, date_source, whole_day, whole, views, "
        "body_due_at, first_seen_at, url, read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_row(article_id, each, body) for article_id, each, body in zip(ids, added, bodies, strict=True)],
    )
    connection.executemany(
        "INSERT INTO detail (article, facts, updated_at) VALUES (?, ?, ?)",
        [(article_id, _facts(each), seconds(each.updated_at)) for article_id, each in zip(ids, added, strict=True)],
    )
    connection.executemany(
        "INSERT INTO body (article, origin, blocks, stored_at) VALUES (?, ?, ?, ?)",
        (
            (article_id, str(body.origin), body.blocks, seconds(each.first_seen_at) or 0)
            for article_id, each, body in zip(ids, added, bodies, strict=True)
            if body.blocks
        ),
    )
    connection.executemany(
        "INSERT INTO identity (key, article) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
        [
            (key, article_id)
            for article_id, each in zip(ids, added, strict=True)
            for key in (*map(digest, each.keys), *each.digests)
        ],
    )
    connection.executemany(
        "INSERT INTO wording (article, feed, hash) VALUES (?, ?, ?)",
        [
            (article_id, feed_id, each.content_hash)
            for article_id, each in zip(ids, added, strict=True)
            if each.content_hash is not None
        ],
    )
    _list(connection, ids, added)
    people.note_new(
        connection, ((article_id, each.credits, each.region) for article_id, each in zip(ids, added, strict=True))
    )
    search.index_new(
        connection,
        ((article_id, each.title, body.text) for article_id, each, body in zip(ids, added, bodies, strict=True)),
    )
    return ids


def _list(connection: apsw.Connection, ids: range, added: Sequence[AddArticle]) -> None:
    """Lists new articles under their rubrics and those above them, and counts them."""
    rows: list[Row] = []
    read: Counter[tuple[str, ...]] = Counter()
    unread: Counter[tuple[str, ...]] = Counter()
    for article_id, each in zip(ids, added, strict=True):
        paths = tuple(dict.fromkeys(path for category in each.categories for path in with_parents(category)))
        sort_at = seconds(each.sort_at)
        rows.extend((path, sort_at, article_id) for path in paths)
        (read if each.read else unread)[paths] += 1
    connection.executemany("INSERT INTO listed (category, sort_at, article) VALUES (?, ?, ?)", rows)
    for counted, are_read in ((read, True), (unread, False)):
        for paths, count in counted.items():
            tallies.count_added(connection, paths, read=are_read, articles=count)


def _row(article_id: int, added: AddArticle, body: PackedBody) -> Row:
    seen = seconds(added.first_seen_at)
    whole = body.origin.whole and bool(body.blocks)
    return (
        article_id,
        added.outlet_id,
        added.title,
        added.categories[0],
        seconds(added.sort_at),
        *dated_columns(added.published),
        int(whole),
        added.views,
        seen if added.wanted and added.url is not None and not whole else None,
        seen,
        added.url,
        int(added.read),
    )


def _facts(added: AddArticle) -> str:
    return Facts(
        credits=added.credits,
        dateline=added.dateline,
        region=added.region,
        image=added.image,
        labels=added.labels,
        comments_url=added.comments_url,
    ).to_json()
