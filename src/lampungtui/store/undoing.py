"""Taking back what a person did, and making it again: marks, tags, saved views and rules, each by its own means."""

from __future__ import annotations

from datetime import datetime

import apsw

from lampungtui.store import journal, rules, views
from lampungtui.store.journal import Change
from lampungtui.store.records import Deed
from lampungtui.store.state import set_mark
from lampungtui.store.tags import set_tag


def undo(connection: apsw.Connection, *, now: datetime, again: bool = False) -> tuple[Deed, list[int]] | None:
    """Takes the last deed back, or makes the one again that was taken back; returns it and the articles that changed.

    None where there is nothing to undo. Articles that were changed otherwise since stay as they are.
    """
    found = journal.last(connection, undone=again)
    if found is None:
        return None
    deed, change = found
    changed = _turn(connection, change, again=again, now=now)
    journal.turn(connection, deed, undone=not again)
    return deed, changed


def _turn(connection: apsw.Connection, change: Change, *, again: bool, now: datetime) -> list[int]:
    match change:
        case ["tag", tagged, runs, name]:
            ids = journal.unrolled(runs)
            return set_tag(connection, ids, name, bool(tagged) if again else not tagged, by_hand=False)
        case ["view", view_id, before, after]:
            views.put_back(connection, view_id, after if again else before)
            return []
        case ["views", before, after]:
            views.arrange(connection, after if again else before)
            return []
        case ["rule", rule_id, before, after]:
            return rules.put(connection, rule_id, after if again else before, now=now)
        case [column, value, runs]:
            ids = journal.unrolled(runs)
            return set_mark(connection, ids, column, bool(value) if again else not value, by_hand=False)
    return []
