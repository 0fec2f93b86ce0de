"""Rules: queries whose articles are muted or highlighted, those that are stored and those that arrive.

`ruled` has which articles a rule holds for. An article is muted as long as any mute rule holds for it, so that two rules do
not undo each other, and rules that expire or are deleted give back what no other one mutes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

import apsw

from lampungtui.model import Rule, RuleDraft, RuleKind, Tally
from lampungtui.query import parse
from lampungtui.store import journal, search, tallies
from lampungtui.store.rows import Row, moment, seconds
from lampungtui.store.search import Scope
from lampungtui.store.touched import follow_away, touch_none, touched

_FLAGS: Final = {RuleKind.MUTE: "muted", RuleKind.HIGHLIGHT: "highlighted"}
_NAMES: Final = ("kind", "query", "outlet", "feed", "made_at", "expires_at")
_COLUMNS: Final = ", ".join(_NAMES)


def rules(connection: apsw.Connection) -> list[Rule]:
    """Every rule, also those that have expired, the oldest first."""
    rows = connection.execute(
        f"SELECT id, {_COLUMNS}, (SELECT count(*) FROM ruled WHERE ruled.rule = rule.id) FROM rule ORDER BY id"  # noqa: S608
    )
    return [_rule(row) for row in rows]


def _rule(row: Row) -> Rule:
    rule_id, kind, query, outlet, feed, made_at, expires_at, articles = row
    made = moment(made_at)
    assert made is not None  # noqa: S101  # the column is NOT NULL
    return Rule(rule_id, RuleKind(kind), query, outlet, feed, made, moment(expires_at), articles)


def preview(connection: apsw.Connection, draft: RuleDraft, *, now: datetime) -> Tally:
    """How many articles of the lists a rule would hold for, were it made now."""
    return search.count(
        connection, parse(draft.query, typing=False), now=now, scope=_scope(draft.outlet_id, draft.feed_id, away=False)
    )


def make(connection: apsw.Connection, draft: RuleDraft, *, now: datetime) -> tuple[int, list[int]]:
    """Makes a rule and applies it to what is stored; returns its id and the articles that changed."""
    plain = _plain_of(draft, seconds(now) or 0)
    rule_id = int(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM rule").get)
    changed = put(connection, rule_id, plain, now=now)
    journal.record(connection, "rule-made", draft.query, ["rule", rule_id, None, plain], articles=len(changed))
    return rule_id, changed


def change(connection: apsw.Connection, rule_id: int, draft: RuleDraft, *, now: datetime) -> list[int] | None:
    """Makes a rule another one; returns the articles that changed, None where there is no such rule."""
    before = _as_it_holds(connection, rule_id)
    if before is None:
        return None
    after = _plain_of(draft, before["made_at"])
    changed = put(connection, rule_id, after, now=now)
    journal.record(connection, "rule-changed", draft.query, ["rule", rule_id, before, after], articles=len(changed))
    return changed


def delete(connection: apsw.Connection, rule_id: int, *, now: datetime) -> list[int] | None:
    """Deletes a rule; returns the articles that changed, None where there is no such rule."""
    before = _as_it_holds(connection, rule_id)
    if before is None:
        return None
    changed = put(connection, rule_id, None, now=now)
    journal.record(connection, "rule-deleted", before["query"], ["rule", rule_id, before, None], articles=len(changed))
    return changed


def put(connection: apsw.Connection, rule_id: int, plain: Mapping[str, Any] | None, *, now: datetime) -> list[int]:
    """Makes a rule this, or takes it away; returns the articles that changed by it.

    One that is put back holds for what it held for, and for what has come since and is as it asks.
    """
    _consider_none(connection)
    _consider_ruled(connection, rule_id)
    before = _plain(connection, rule_id)
    connection.execute("DELETE FROM ruled WHERE rule = ?", (rule_id,))
    connection.execute("DELETE FROM rule WHERE id = ?", (rule_id,))
    if plain is not None:
        connection.execute(
            f"INSERT INTO rule (id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (rule_id, *(plain[name] for name in _NAMES)),
        )
        if plain["expires_at"] is None or plain["expires_at"] > (seconds(now) or 0):
            connection.execute(
                "INSERT INTO ruled (rule, article) SELECT ?, id FROM article WHERE id IN (SELECT value FROM json_each(?))",
                (rule_id, json.dumps(journal.unrolled(plain.get("held", ())))),
            )
            come_since = _scope(plain["outlet"], plain["feed"], first=plain.get("newest", -1) + 1)
            _find(connection, rule_id, plain["query"], come_since, now)
            _consider_ruled(connection, rule_id)
    return _enforce(connection, {RuleKind(each["kind"]) for each in (before, plain) if each is not None})


def expire(connection: apsw.Connection, *, now: datetime) -> list[int]:
    """Lets go of what rules held that have expired; returns the articles that changed."""
    ended = connection.execute(
        "SELECT id FROM rule WHERE expires_at <= ? AND EXISTS (SELECT 1 FROM ruled WHERE ruled.rule = rule.id)",
        (seconds(now),),
    )
    ids = [rule_id for (rule_id,) in ended]
    if not ids:
        return []
    _consider_none(connection)
    for rule_id in ids:
        _consider_ruled(connection, rule_id)
        connection.execute("DELETE FROM ruled WHERE rule = ?", (rule_id,))
    return _enforce(connection)


def apply(connection: apsw.Connection, *, first: int, last: int, now: datetime) -> list[int]:
    """Applies the rules to the articles with ids from `first` to `last`: they are new, or their words changed.

    Returns those that were muted or highlighted by it, or no longer.
    """
    holding = list(
        connection.execute(
            "SELECT id, query, outlet, feed FROM rule WHERE expires_at IS NULL OR expires_at > ?", (seconds(now),)
        )
    )
    _consider_none(connection)
    connection.execute(
        "INSERT OR IGNORE INTO considered SELECT article FROM ruled WHERE article BETWEEN ? AND ?", (first, last)
    )
    if not holding and not connection.changes():
        return []
    connection.execute("DELETE FROM ruled WHERE article BETWEEN ? AND ?", (first, last))
    for rule_id, query, outlet, feed in holding:
        _find(connection, rule_id, query, _scope(outlet, feed, first=first, last=last), now)
    connection.execute(
        "INSERT OR IGNORE INTO considered SELECT article FROM ruled WHERE article BETWEEN ? AND ?", (first, last)
    )
    return _enforce(connection)


def _scope(
    outlet: str | None, feed: str | None, *, first: int = 0, last: int = search.NEWEST_ID, away: bool = True
) -> Scope:
    return Scope(first=first, last=last, away=away, outlet=outlet, feed=feed)


def _find(connection: apsw.Connection, rule_id: int, query: str, scope: Scope, now: datetime) -> None:
    """Notes for which articles a rule holds."""
    connection.executemany(
        "INSERT INTO ruled (rule, article) VALUES (?, ?)",
        [
            (rule_id, article_id)
            for article_id in search.among(connection, parse(query, typing=False), now=now, scope=scope)
        ],
    )


def _consider_none(connection: apsw.Connection) -> None:
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS considered (id INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM considered")


def _consider_ruled(connection: apsw.Connection, rule_id: int) -> None:
    connection.execute("INSERT OR IGNORE INTO considered SELECT article FROM ruled WHERE rule = ?", (rule_id,))


def _enforce(connection: apsw.Connection, kinds: Iterable[RuleKind] = tuple(RuleKind)) -> list[int]:
    """Lets the flags of the articles of `considered` follow the rules of these kinds; returns those that changed."""
    changed: set[int] = set()
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS turned (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)")
    for kind in kinds:
        flag = _FLAGS[kind]
        # One walk over the articles for both ways: at thousands of them, each walk reads as many pages of the file.
        connection.execute("DELETE FROM turned")
        connection.execute(
            "INSERT INTO turned SELECT id, held FROM (SELECT considered.id, EXISTS (SELECT 1 FROM ruled "  # noqa: S608
            "JOIN rule ON rule.id = ruled.rule WHERE ruled.article = considered.id AND rule.kind = ?) AS held, "
            f"article.{flag} AS flag FROM considered JOIN article USING (id)) WHERE held <> flag",
            (str(kind),),
        )
        for value in (True, False):
            touch_none(connection)
            connection.execute("INSERT INTO touched SELECT id FROM turned WHERE value = ?", (int(value),))
            if not connection.changes():
                continue
            connection.execute(
                f"UPDATE article SET {flag} = ? WHERE id IN (SELECT id FROM touched)",  # noqa: S608
                (int(value),),
            )
            changed.update(touched(connection))
            if kind is RuleKind.MUTE:
                tallies.count_marked(connection, flag, marked=value)
                follow_away(connection)
    return sorted(changed)


def _plain(connection: apsw.Connection, rule_id: int) -> dict[str, Any] | None:
    """A rule's row as the journal keeps it."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM rule WHERE id = ?", (rule_id,)).fetchone()  # noqa: S608
    return dict(zip(_NAMES, row, strict=True)) if row is not None else None


def _as_it_holds(connection: apsw.Connection, rule_id: int) -> dict[str, Any] | None:
    """The same, with the articles that it holds for: marked since, they might not be found by it any more."""
    plain = _plain(connection, rule_id)
    if plain is None:
        return None
    held = [article_id for (article_id,) in connection.execute("SELECT article FROM ruled WHERE rule = ?", (rule_id,))]
    newest = int(connection.execute("SELECT coalesce(max(id), 0) FROM article").get)
    return plain | {"held": journal.runs(held), "newest": newest}


def _plain_of(draft: RuleDraft, made_at: int) -> dict[str, Any]:
    values: Iterable[Any] = (
        str(draft.kind), draft.query, draft.outlet_id, draft.feed_id, made_at, seconds(draft.expires_at),
    )  # fmt: skip
    return dict(zip(_NAMES, values, strict=True))
