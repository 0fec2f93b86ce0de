"""The journal: every change of marks that a person made, so that it can be undone and made again, also after a restart.

An entry holds which articles changed, as runs of ids; undoing changes back those of them that still are as it left them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Final

import apsw

from lampungtui.foreign import clean_line
from lampungtui.store.records import Deed

STEPS: Final = 200
"""Deeds that are remembered."""


def record(connection: apsw.Connection, what: str, about: str, column: str, value: bool, ids: Sequence[int]) -> None:
    """Remembers a change; what was undone before it cannot be made again any more."""
    if not ids:
        return
    connection.execute("DELETE FROM journal WHERE undone = 1")
    changes = json.dumps([column, value, _runs(ids)], separators=(",", ":"))
    connection.execute(
        "INSERT INTO journal (what, about, articles, changes) VALUES (?, ?, ?, ?)",
        (what, about, len(ids), zlib.compress(changes.encode(), 1)),
    )
    connection.execute("DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?", (STEPS,))


def last(connection: apsw.Connection, *, undone: bool) -> tuple[Deed, str, bool, list[int]] | None:
    """The deed that is undone next, or with `undone` the one that is made again next: its column, value and articles."""
    order = "id" if undone else "id DESC"
    row = connection.execute(
        f"SELECT id, what, about, articles, changes FROM journal WHERE undone = ? ORDER BY {order} LIMIT 1",  # noqa: S608
        (int(undone),),
    ).fetchone()
    if row is None:
        return None
    deed_id, what, about, articles, packed = row
    column, value, runs = json.loads(zlib.decompress(packed))
    ids = [article_id for first, end in runs for article_id in range(first, end + 1)]
    return Deed(deed_id, what, clean_line(about), articles), column, bool(value), ids


def turn(connection: apsw.Connection, deed: Deed, *, undone: bool) -> None:
    """Notes that a deed was undone, or made again."""
    connection.execute("UPDATE journal SET undone = ? WHERE id = ?", (int(undone), deed.id))


def _runs(ids: Sequence[int]) -> list[list[int]]:
    """Ids as runs of first and last: 50,000 marked at once are mostly one."""
    runs: list[list[int]] = []
    for article_id in sorted(ids):
        if runs and article_id == runs[-1][1] + 1:
            runs[-1][1] = article_id
        else:
            runs.append([article_id, article_id])
    return runs
