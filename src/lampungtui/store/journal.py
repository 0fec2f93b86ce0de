"""The journal: every change that a person made, so that it can be undone and made again, also after a restart.

An entry holds the change as JSON whose first item says of what kind it is. One of marks holds the articles that changed, as
runs of ids: undoing changes back those of them that still are as it left them. One of a rule or a saved view holds it as it
was before, a rule with the articles that it held for, and as it was after.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any, Final

import apsw

from lampungtui.foreign import clean_line
from lampungtui.store.records import Deed

STEPS: Final = 200
"""Deeds that are remembered."""

Change = list[Any]


def record(connection: apsw.Connection, what: str, about: str, change: Change, *, articles: int) -> None:
    """Remembers a change; what was undone before it cannot be made again any more."""
    connection.execute("DELETE FROM journal WHERE undone = 1")
    packed = zlib.compress(json.dumps(change, separators=(",", ":")).encode(), 1)
    connection.execute(
        "INSERT INTO journal (what, about, articles, changes) VALUES (?, ?, ?, ?)", (what, about, articles, packed)
    )
    connection.execute("DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?", (STEPS,))


def last(connection: apsw.Connection, *, undone: bool) -> tuple[Deed, Change] | None:
    """The deed that is undone next, or with `undone` the one that is made again next, and its change."""
    order = "id" if undone else "id DESC"
    row = connection.execute(
        f"SELECT id, what, about, articles, changes FROM journal WHERE undone = ? ORDER BY {order} LIMIT 1",  # noqa: S608
        (int(undone),),
    ).fetchone()
    if row is None:
        return None
    deed_id, what, about, articles, packed = row
    change: Change = json.loads(zlib.decompress(packed))
    return Deed(deed_id, what, clean_line(about), articles), change


def turn(connection: apsw.Connection, deed: Deed, *, undone: bool) -> None:
    """Notes that a deed was undone, or made again."""
    connection.execute("UPDATE journal SET undone = ? WHERE id = ?", (int(undone), deed.id))


def runs(ids: Sequence[int]) -> list[list[int]]:
    """Ids as runs of first and last: 50,000 marked at once are mostly one."""
    found: list[list[int]] = []
    for article_id in sorted(ids):
        if found and article_id == found[-1][1] + 1:
            found[-1][1] = article_id
        else:
            found.append([article_id, article_id])
    return found


def unrolled(packed: Sequence[Sequence[int]]) -> list[int]:
    """The ids of `runs`."""
    return [article_id for first, end in packed for article_id in range(first, end + 1)]
