"""The reader's marks and place, and the feeds' states."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from math import ceil
from typing import Any

import apsw

from lampungtui.foreign import clean_address
from lampungtui.model import Position, View, ViewKind
from lampungtui.store import journal, tallies
from lampungtui.store.headlines import ids_of
from lampungtui.store.records import Deed, FeedState
from lampungtui.store.rows import moment, seconds

MARKS = {("read", True): "read", ("read", False): "unread", ("saved", True): "saved", ("saved", False): "let-go",
         ("later", True): "later", ("later", False): "not-later"}  # fmt: skip
"""What a change of a mark is called in the journal."""


def set_mark(
    connection: apsw.Connection,
    ids: Sequence[int],
    column: str,
    value: bool,
    *,
    by_hand: bool = True,
    about: str = "",
) -> list[int]:
    """Marks articles as `read`, `saved` or `later`, or no longer; returns those that changed.

    What a person did (`by_hand`) goes into the journal; that an article was read because it was opened does not.
    """
    _touch_none(connection)
    connection.executemany(
        f"INSERT OR IGNORE INTO touched SELECT id FROM article WHERE id = ? AND {_COLUMNS[column]} <> ?",  # noqa: S608
        [(article_id, int(value)) for article_id in ids],
    )
    touched = _apply(connection, column, value)
    if by_hand:
        journal.record(connection, MARKS[column, value], about or _title(connection, touched), column, value, touched)
    return touched


def mark_all_read(connection: apsw.Connection, view: View, *, as_of: int, about: str = "") -> list[int]:
    """Marks every article of a view that had arrived by the watermark; returns those that changed."""
    _touch_none(connection)
    own = ids_of(connection, view)
    if own is not None:
        connection.executemany(
            "INSERT OR IGNORE INTO touched SELECT id FROM article WHERE id = ? AND read = 0",
            [(article_id,) for article_id in own],
        )
    elif view.kind is ViewKind.CATEGORY:
        connection.execute(
            "INSERT INTO touched SELECT listed.article FROM listed JOIN article ON article.id = listed.article "
            "WHERE listed.category = ? AND listed.article <= ? AND article.read = 0",
            (view.argument, as_of),
        )
    else:
        marked = {ViewKind.SAVED: " AND saved = 1", ViewKind.LATER: " AND later = 1"}.get(view.kind, "")
        connection.execute(
            f"INSERT INTO touched SELECT id FROM article WHERE read = 0 AND id <= ?{marked}",  # noqa: S608
            (as_of,),
        )
    touched = _apply(connection, "read", True)
    journal.record(connection, "all-read", about, "read", True, touched)
    return touched


def undo(connection: apsw.Connection, *, again: bool = False) -> tuple[Deed, list[int]] | None:
    """Takes the last deed back, or makes the one again that was taken back; returns it and the articles that changed.

    None where there is nothing to undo. Articles that were changed otherwise since stay as they are.
    """
    found = journal.last(connection, undone=again)
    if found is None:
        return None
    deed, column, value, ids = found
    touched = set_mark(connection, ids, column, value if again else not value, by_hand=False)
    journal.turn(connection, deed, undone=not again)
    return deed, touched


_COLUMNS = {"read": "read", "saved": "saved", "later": "later"}


def _title(connection: apsw.Connection, ids: Sequence[int]) -> str:
    """The title of the one article that a change is about; nothing for several."""
    if len(ids) != 1:
        return ""
    return str(connection.execute("SELECT title FROM article WHERE id = ?", (ids[0],)).get)


def _touch_none(connection: apsw.Connection) -> None:
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM touched")


def _apply(connection: apsw.Connection, column: str, value: bool) -> list[int]:
    """Sets a mark on the articles of `touched` and counts them."""
    touched = [row[0] for row in connection.execute("SELECT id FROM touched")]
    if not touched:
        return []
    connection.execute(
        f"UPDATE article SET {_COLUMNS[column]} = ? WHERE id IN (SELECT id FROM touched)",  # noqa: S608
        (int(value),),
    )
    if column == "read":
        tallies.count_read(connection, read=value)
    else:
        tallies.count_marked(connection, column, marked=value)
    return touched


def set_position(connection: apsw.Connection, article_id: int, position: Position) -> None:
    """Remembers how far an article was read."""
    connection.execute(
        "INSERT OR REPLACE INTO position (article, block, within) SELECT id, ?, ? FROM article WHERE id = ?",
        (position.block, position.within, article_id),
    )


def set_session(connection: apsw.Connection, key: str, value: str) -> None:
    """Remembers a word of the session: the view, the headline, the theme."""
    connection.execute("INSERT OR REPLACE INTO session (key, value) VALUES (?, ?)", (key, value))


def session(connection: apsw.Connection, key: str) -> str | None:
    """A word of the session."""
    row = connection.execute("SELECT value FROM session WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


_TIMES = frozenset({"next_poll_at", "last_try_at", "last_success_at", "failing_since", "moved_since", "newest_at"})
_LISTS = frozenset({"skip_hours", "skip_days"})
_ADDRESSES = ("moved_to", "written_url", "address")


def write_feed_state(connection: apsw.Connection, state: FeedState) -> None:
    """Stores a feed's validators, timing and health."""
    plain: dict[str, Any] = {}
    for field in fields(state):
        value = getattr(state, field.name)
        if field.name != "feed_id" and value not in (None, ()):
            plain[field.name] = seconds(value) if isinstance(value, datetime) else value
    connection.execute(
        "INSERT OR REPLACE INTO feed (id, state) VALUES (?, ?)",
        (state.feed_id, json.dumps(plain, ensure_ascii=False, separators=(",", ":"))),
    )


def feed_states(connection: apsw.Connection) -> dict[str, FeedState]:
    """Every feed's state by its id; what an older or newer version wrote beside ours is passed over."""
    names = {field.name for field in fields(FeedState)} - {"feed_id"}
    states = {}
    for feed_id, text in connection.execute("SELECT id, state FROM feed"):
        plain = json.loads(text)
        values: dict[str, Any] = {
            name: moment(value) if name in _TIMES else value for name, value in plain.items() if name in names
        }
        for name in _LISTS & values.keys():
            values[name] = tuple(values[name])
        for name in _ADDRESSES:
            if isinstance(values.get(name), str):
                values[name] = clean_address(values[name])
        states[feed_id] = FeedState(feed_id, **values)
    return states


def hold_origin(connection: apsw.Connection, origin: str, until: datetime) -> None:
    """Remembers that an origin asked to be left alone until then, rounded up: the store keeps no parts of a second."""
    connection.execute("INSERT OR REPLACE INTO hold (origin, until) VALUES (?, ?)", (origin, ceil(until.timestamp())))


def origin_holds(connection: apsw.Connection) -> dict[str, datetime]:
    """The origins that asked to be left alone, and until when."""
    rows = connection.execute("SELECT origin, until FROM hold")
    return {origin: until for origin, at in rows if (until := moment(at)) is not None}
