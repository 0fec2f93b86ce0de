"""The articles that a change is about, in temporary tables of the writing connection, and what follows for the lists.

`touched` has the articles that just changed, `moved` those of them that went away from the lists by it or came back. With
them in a table, a change of 50,000 articles is a handful of statements.
"""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from lampungtui.store import tallies


def touch_none(connection: apsw.Connection) -> None:
    """Empties `touched`, making it where there is none."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM touched")


def touch(connection: apsw.Connection, ids: Iterable[int], condition: str, *bound: str | int) -> None:
    """Puts those of the articles into `touched` for which a condition of ours holds, with what is bound in it."""
    touch_none(connection)
    connection.executemany(
        f"INSERT OR IGNORE INTO touched SELECT id FROM article WHERE id = ? AND {condition}",  # noqa: S608
        [(article_id, *bound) for article_id in ids],
    )


def touched(connection: apsw.Connection) -> list[int]:
    """The articles in `touched`."""
    return [article_id for (article_id,) in connection.execute("SELECT id FROM touched")]


def follow_away(connection: apsw.Connection) -> None:
    """Takes those of `touched` that are hidden or muted now out of the lists and their counts, and brings others back."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS moved (id INTEGER PRIMARY KEY)")
    for away in (True, False):
        connection.execute("DELETE FROM moved")
        connection.execute(
            "INSERT INTO moved SELECT id FROM touched CROSS JOIN article USING (id) "
            "WHERE article.away = ?1 AND (article.hidden OR article.muted) <> ?1",
            (int(not away),),
        )
        if not connection.changes():
            continue
        connection.execute("UPDATE article SET away = ? WHERE id IN (SELECT id FROM moved)", (int(away),))
        connection.execute("UPDATE listed SET away = ? WHERE article IN (SELECT id FROM moved)", (int(away),))
        tallies.count_away(connection, away=away)
