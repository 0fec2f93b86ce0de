"""The reader's marks and place, and the feeds' states."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from math import ceil
from typing import Any, Final

import apsw

from lampungtui.foreign import clean_address
from lampungtui.model import Position, View
from lampungtui.store import journal, tallies
from lampungtui.store.headlines import unread_of
from lampungtui.store.records import FeedState
from lampungtui.store.rows import moment, seconds
from lampungtui.store.touched import follow_away, touch, touch_none, touched

MARKS: Final = {
    ("read", True): "read", ("read", False): "unread", ("saved", True): "saved", ("saved", False): "let-go",
    ("later", True): "later", ("later", False): "not-later", ("hidden", True): "hidden", ("hidden", False): "shown",
}  # fmt: skip
"""What a change of a mark is called in the journal."""

COLUMNS: Final = frozenset(column for column, _ in MARKS)


def set_mark(
    connection: apsw.Connection,
    ids: Sequence[int],
    column: str,
    value: bool,
    *,
    by_hand: bool = True,
    about: str = "",
) -> list[int]:
    """Marks articles as `read`, `saved`, `later` or `hidden`, or no longer; returns those that changed.

    What a person did (`by_hand`) goes into the journal; that an article was read because it was opened does not.
    """
    assert column in COLUMNS  # noqa: S101  # it becomes a piece of SQL
    touch(connection, ids, f"{column} = {int(not value)}")
    changed = _apply(connection, column, value)
    if by_hand and changed:
        _record(connection, MARKS[column, value], about or _title(connection, changed), column, value, changed)
    return changed


def mark_all_read(
    connection: apsw.Connection,
    view: View,
    *,
    as_of: int,
    about: str = "",
    own: Sequence[int] | None = None,
    today: int = 0,
) -> list[int]:
    """Marks every article of a view that had arrived by the watermark; returns those that changed.

    `own` are the articles of a view with an order of its own; `today` is when today began, in seconds UTC.
    """
    if own is not None:
        touch(connection, own, "read = 0 AND id <= ?", as_of)
    else:
        touch_none(connection)
        where, bindings = unread_of(view, today=today)
        connection.execute(
            f"INSERT INTO touched SELECT article.id FROM {where} AND article.id <= ?",  # noqa: S608  # our own words
            (*bindings, as_of),
        )
    changed = _apply(connection, "read", True)
    if changed:
        _record(connection, "all-read", about, "read", True, changed)
    return changed


def _record(
    connection: apsw.Connection, what: str, about: str, column: str, value: bool, changed: Sequence[int]
) -> None:
    journal.record(connection, what, about, [column, value, journal.runs(changed)], articles=len(changed))


def _title(connection: apsw.Connection, ids: Sequence[int]) -> str:
    """The title of the one article that a change is about; nothing for several."""
    if len(ids) != 1:
        return ""
    return str(connection.execute("SELECT title FROM article WHERE id = ?", (ids[0],)).get)


def _apply(connection: apsw.Connection, column: str, value: bool) -> list[int]:
    """Sets a mark on the articles of `touched` and counts them."""
    changed = touched(connection)
    if not changed:
        return []
    connection.execute(
        f"UPDATE article SET {column} = ? WHERE id IN (SELECT id FROM touched)",  # noqa: S608
        (int(value),),
    )
    if column == "read":
        tallies.count_read(connection, read=value)
    else:
        tallies.count_marked(connection, column, marked=value)
    if column == "hidden":
        follow_away(connection)
    return changed


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


def troubled(connection: apsw.Connection) -> frozenset[str]:
    """The feeds whose last poll failed, by id. Asked with every change of the masthead: no state is read for it."""
    return frozenset(
        feed_id for (feed_id,) in connection.execute("SELECT id FROM feed WHERE state ->> '$.trouble' NOT NULL")
    )


def hold_origin(connection: apsw.Connection, origin: str, until: datetime) -> None:
    """Remembers that an origin asked to be left alone until then, rounded up: the store keeps no parts of a second."""
    connection.execute("INSERT OR REPLACE INTO hold (origin, until) VALUES (?, ?)", (origin, ceil(until.timestamp())))


def origin_holds(connection: apsw.Connection) -> dict[str, datetime]:
    """The origins that asked to be left alone, and until when."""
    rows = connection.execute("SELECT origin, until FROM hold")
    return {origin: until for origin, at in rows if (until := moment(at)) is not None}
