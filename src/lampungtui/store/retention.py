"""Letting articles go: their rows, their counts and their words, in the transaction that decides it."""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from lampungtui.store import tallies


def trim(connection: apsw.Connection, feed_id: str, keep: int) -> list[int]:
    """Lets go of a feed's articles beyond the newest `keep`; saved ones stay. Returns those that went."""
    rows = connection.execute(
        "SELECT article.id, article.saved FROM wording JOIN article ON article.id = wording.article "
        "WHERE wording.feed = ? ORDER BY article.sort_at DESC, article.id DESC LIMIT -1 OFFSET ?",
        (feed_id, keep),
    )
    ids = [article_id for article_id, saved in list(rows) if not saved]
    forget(connection, ids)
    return ids


def forget(connection: apsw.Connection, ids: Sequence[int]) -> None:
    """Takes articles out of the cache, with everything that hangs on them."""
    for article_id in ids:
        row = connection.execute("SELECT read, saved FROM article WHERE id = ?", (article_id,)).fetchone()
        if row is None:
            continue
        read, saved = row
        listed = [
            path for (path,) in connection.execute("SELECT category FROM listed WHERE article = ?", (article_id,))
        ]
        tallies.count_forgotten(connection, listed, read=bool(read), saved=bool(saved))
        connection.execute("DELETE FROM words WHERE rowid = ?", (article_id,))
        connection.execute("DELETE FROM article WHERE id = ?", (article_id,))
