"""Letting articles go: their rows, their counts and their words, in the transaction that decides it.

What was let go of is remembered by its keys for as long as a feed still lists it, so that it does not come back as new.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

import apsw

from lampungtui.store import tallies
from lampungtui.store.records import AddArticle
from lampungtui.store.rows import Row, digest

REMEMBERED_SECONDS: Final = 90 * 86_400
"""How long a feed may leave out what was let go of before it would count as new again."""


def trim(connection: apsw.Connection, feed_id: str, keep: int, now: int) -> list[int]:
    """Lets go of a feed's articles beyond the newest `keep`; returns those that went.

    Those that are saved, put aside or tagged stay.

    The article that arrived last stays too: its id is the watermark by which later ones are known. One that another feed
    brought as well is that one's from now on.
    """
    rows: list[Row] = list(
        connection.execute(
            "SELECT article.id, article.saved OR article.later OR EXISTS (SELECT 1 FROM listed "
            "WHERE listed.article = article.id AND listed.category LIKE '#%'), EXISTS (SELECT 1 FROM wording AS other "
            "WHERE other.article = wording.article AND other.feed <> wording.feed) "
            "FROM wording JOIN article ON article.id = wording.article "
            "WHERE wording.feed = ? ORDER BY article.sort_at DESC, article.id DESC LIMIT -1 OFFSET ?",
            (feed_id, keep),
        )
    )
    last = connection.execute("SELECT max(id) FROM article").get
    ids = [article_id for article_id, saved, shared in rows if not saved and not shared and article_id != last]
    connection.executemany(
        "DELETE FROM wording WHERE article = ? AND feed = ?",
        [(article_id, feed_id) for article_id, saved, shared in rows if shared and not saved],
    )
    forget(connection, ids, now)
    return ids


def forget(connection: apsw.Connection, ids: Sequence[int], now: int) -> None:
    """Takes articles out of the cache, with everything that hangs on them. `now` is in seconds UTC."""
    for article_id in ids:
        row = connection.execute(
            "SELECT read, saved, later, hidden, muted FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            continue
        read, saved, later, hidden, muted = (bool(mark) for mark in row)
        listed = [
            path for (path,) in connection.execute("SELECT category FROM listed WHERE article = ?", (article_id,))
        ]
        tallies.count_forgotten(connection, listed, read=read, saved=saved, later=later, hidden=hidden, muted=muted)
        connection.execute(
            "INSERT OR REPLACE INTO let_go (key, at) SELECT key, ? FROM identity WHERE article = ?", (now, article_id)
        )
        connection.execute("DELETE FROM words WHERE rowid = ?", (article_id,))
        connection.execute("DELETE FROM article WHERE id = ?", (article_id,))
    if ids:
        connection.execute("DELETE FROM let_go WHERE at < ?", (now - REMEMBERED_SECONDS,))


def without_let_go(connection: apsw.Connection, added: Sequence[AddArticle], now: int) -> list[AddArticle]:
    """The new articles but for those that were let go of; a feed that still lists those is noted."""
    digests = {digest(key).hex(): key for each in added for key in each.keys}
    found = [
        each
        for (each,) in connection.execute(
            "SELECT asked.value FROM json_each(?) AS asked CROSS JOIN let_go ON let_go.key = unhex(asked.value)",
            (json.dumps(list(digests)),),
        )
    ]
    connection.executemany("UPDATE let_go SET at = ? WHERE key = unhex(?)", [(now, each) for each in found])
    gone = {digests[each] for each in found}
    return [each for each in added if gone.isdisjoint(each.keys)]
