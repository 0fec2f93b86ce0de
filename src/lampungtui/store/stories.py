"""Stories as they are stored: which articles are about one event."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

import apsw

from lampungtui.press.story import SECONDS, Told
from lampungtui.store.state import session, set_session

TOLD_UNTIL: Final = "told-until"
"""Session key of the newest article that was compared with the others."""


def untold(connection: apsw.Connection, *, since: int) -> tuple[list[Told], list[int]]:
    """The headlines from a time on (seconds UTC) with what may belong to them, and the ids of those not compared yet."""
    until = int(session(connection, TOLD_UNTIL) or 0)
    new = [row[0] for row in connection.execute("SELECT id FROM article WHERE id > ? AND sort_at >= ?", (until, since))]
    if not new:
        return [], []
    rows = connection.execute(
        "SELECT id, outlet, title, sort_at, story FROM article WHERE away = 0 AND sort_at >= ?", (since - SECONDS,)
    )
    return [Told(*row) for row in rows], new


def tell(connection: apsw.Connection, found: Mapping[int, int], *, until: int) -> None:
    """Stores the stories of articles; those up to `until` have been compared now."""
    connection.executemany(
        "UPDATE article SET story = ? WHERE id = ?", [(story, article_id) for article_id, story in found.items()]
    )
    set_session(connection, TOLD_UNTIL, str(until))


def articles_of(connection: apsw.Connection, story: int) -> list[int]:
    """The articles of a story that are in the lists, newest first."""
    rows = connection.execute(
        "SELECT id FROM article WHERE story = ? AND away = 0 ORDER BY sort_at DESC, id DESC", (story,)
    )
    return [row[0] for row in rows]


def outlets_of(connection: apsw.Connection, stories: Sequence[int]) -> dict[int, int]:
    """How many outlets tell each of these stories."""
    rows = connection.execute(
        "SELECT held.value, (SELECT count(DISTINCT outlet) FROM article WHERE story = held.value AND away = 0) "
        "FROM json_each(?) AS held",
        (json.dumps(list(stories)),),
    )
    return dict(rows)
