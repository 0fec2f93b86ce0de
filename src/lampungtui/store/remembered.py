"""Marks that wait for their articles: after a cache was lost, articles that come back are read, as far as before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import apsw

from lampungtui.model import Position
from lampungtui.store.records import AddArticle
from lampungtui.store.rows import by_digest, digest
from lampungtui.store.state import set_position


@dataclass(frozen=True, slots=True)
class _Mark:
    read: bool
    position: Position | None


def recalled(connection: apsw.Connection, added: Sequence[AddArticle]) -> list[AddArticle]:
    """The new articles, those read that were read before they were lost."""
    marks = _marks(connection, added)
    if not marks:
        return list(added)
    return [
        replace(each, read=True) if any(marks[key].read for key in each.keys if key in marks) else each
        for each in added
    ]


def settle_positions(connection: apsw.Connection, ids: Sequence[int], added: Sequence[AddArticle]) -> None:
    """Gives new articles the places in their texts that they had before they were lost; what was recalled is forgotten."""
    marks = _marks(connection, added)
    if not marks:
        return
    for article_id, each in zip(ids, added, strict=True):
        mark = next((marks[key] for key in each.keys if key in marks), None)
        if mark is not None:
            if mark.position is not None:
                set_position(connection, article_id, mark.position)
            connection.executemany("DELETE FROM remembered WHERE key = ?", [(digest(key),) for key in each.keys])


def _marks(connection: apsw.Connection, added: Sequence[AddArticle]) -> Mapping[str, _Mark]:
    asked = by_digest(key for each in added for key in each.keys)
    rows = connection.execute(
        "SELECT asked.value, read, block, within FROM json_each(?) AS asked "
        "CROSS JOIN remembered ON remembered.key = unhex(asked.value)",
        (json.dumps(list(asked)),),
    )
    return {
        asked[found]: _Mark(bool(read), Position(block, within) if block is not None else None)
        for found, read, block, within in rows
    }
