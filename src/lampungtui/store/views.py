"""Saved views: a query under a name, in the order that a person gave them, with counts as of when they were last counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import apsw

from lampungtui.foreign import clean_line
from lampungtui.model import Grouping, Order, SavedView, Tally, View
from lampungtui.store import journal
from lampungtui.store.rows import Row

_COLUMNS = "id, name, query, sorting, grouping, total, unread"


def saved_views(connection: apsw.Connection) -> list[SavedView]:
    """The saved views in their order."""
    return [_view(row) for row in connection.execute(f"SELECT {_COLUMNS} FROM saved_view ORDER BY place, id")]  # noqa: S608


def saved_view(connection: apsw.Connection, view_id: int) -> SavedView | None:
    """One saved view."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM saved_view WHERE id = ?", (view_id,)).fetchone()  # noqa: S608
    return _view(row) if row is not None else None


def shown_by(connection: apsw.Connection, view: View) -> SavedView | None:
    """The saved view that a view of the kind VIEW shows; None where there is none."""
    return saved_view(connection, int(view.argument)) if view.argument.isdecimal() else None


def _view(row: Row) -> SavedView:
    view_id, name, query, sorting, grouping, total, unread = row
    return SavedView(
        view_id,
        clean_line(name),
        query,
        Order(sorting) if sorting in set(Order) else Order.NEWEST,
        Grouping(grouping) if grouping in set(Grouping) else Grouping.NONE,
        Tally(total, unread),
    )


def make(connection: apsw.Connection, name: str, query: str, order: Order, grouping: Grouping) -> int:
    """Saves a view behind the others; returns its id."""
    connection.execute(
        "INSERT INTO saved_view (place, name, query, sorting, grouping) "
        "SELECT coalesce(max(place), 0) + 1, ?, ?, ?, ? FROM saved_view",
        (name, query, str(order), str(grouping)),
    )
    view_id = connection.last_insert_rowid()
    journal.record(connection, "view-made", name, ["view", view_id, None, _plain(connection, view_id)], articles=0)
    return view_id


def change(connection: apsw.Connection, view: SavedView) -> bool:
    """Gives a saved view another name, query, order or grouping; returns whether it is there and changed."""
    before = _plain(connection, view.id)
    if before is None:
        return False
    connection.execute(
        "UPDATE saved_view SET name = ?, query = ?, sorting = ?, grouping = ? WHERE id = ?",
        (view.name, view.query, str(view.order), str(view.grouping), view.id),
    )
    after = _plain(connection, view.id)
    if before == after:
        return False
    journal.record(connection, "view-changed", view.name, ["view", view.id, before, after], articles=0)
    return True


def delete(connection: apsw.Connection, view_id: int) -> bool:
    """Deletes a saved view; returns whether it was there."""
    before = _plain(connection, view_id)
    if before is None:
        return False
    connection.execute("DELETE FROM saved_view WHERE id = ?", (view_id,))
    journal.record(connection, "view-deleted", before["name"], ["view", view_id, before, None], articles=0)
    return True


def move(connection: apsw.Connection, view_id: int, place: int) -> bool:
    """Puts a saved view at a place among the others, from 0; returns whether it moved."""
    before = [view.id for view in saved_views(connection)]
    if view_id not in before:
        return False
    after = [each for each in before if each != view_id]
    after.insert(max(0, place), view_id)
    if after == before:
        return False
    arrange(connection, after)
    found = saved_view(connection, view_id)
    journal.record(connection, "view-moved", found.name if found else "", ["views", before, after], articles=0)
    return True


def arrange(connection: apsw.Connection, ids: Sequence[int]) -> None:
    """Puts the saved views in this order."""
    connection.executemany(
        "UPDATE saved_view SET place = ? WHERE id = ?", [(place, view_id) for place, view_id in enumerate(ids, 1)]
    )


def put_back(connection: apsw.Connection, view_id: int, plain: Mapping[str, Any] | None) -> None:
    """Makes a saved view what it was, or takes it away."""
    if plain is None:
        connection.execute("DELETE FROM saved_view WHERE id = ?", (view_id,))
        return
    connection.execute(
        "INSERT INTO saved_view (id, place, name, query, sorting, grouping) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT (id) DO UPDATE SET place = ?2, name = ?3, query = ?4, sorting = ?5, grouping = ?6",
        (view_id, *(plain[name] for name in ("place", "name", "query", "sorting", "grouping"))),
    )


def note_counts(connection: apsw.Connection, counts: Mapping[int, Tally]) -> None:
    """Stores what was counted of saved views."""
    connection.executemany(
        "UPDATE saved_view SET total = ?, unread = ? WHERE id = ?",
        [(tally.total, tally.unread, view_id) for view_id, tally in counts.items()],
    )


def _plain(connection: apsw.Connection, view_id: int) -> dict[str, Any] | None:
    """A saved view's row as the journal keeps it."""
    names = ("place", "name", "query", "sorting", "grouping")
    row = connection.execute(
        f"SELECT {', '.join(names)} FROM saved_view WHERE id = ?",  # noqa: S608
        (view_id,),
    ).fetchone()
    return dict(zip(names, row, strict=True)) if row is not None else None
