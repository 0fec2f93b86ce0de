"""A backup back into a cache: marked articles are listed again with their texts, marks, tags and places; views,
rules, the journal and the words of the session are what they were; marks of articles that are not there wait for them
to come back.

Nothing is taken away: what the cache has beside the backup stays. Ids of articles are new, so the journal and the
place in the list are told by them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Final

import apsw

from lampungtui.blockform import unpack
from lampungtui.errors import DamagedText
from lampungtui.foreign import Prose, clean_address, clean_line
from lampungtui.log import logger
from lampungtui.model import BodyOrigin, PackedBody, Position, blocks_text
from lampungtui.store import journal, rules, views
from lampungtui.store.additions import add_articles
from lampungtui.store.arrivals import known
from lampungtui.store.articles import VERSIONS
from lampungtui.store.listings import TAG_SIGN
from lampungtui.store.records import AddArticle
from lampungtui.store.rows import Facts, Row, dated_of, digest, moment
from lampungtui.store.state import set_mark, set_position, set_session
from lampungtui.store.stories import TOLD_UNTIL
from lampungtui.store.tags import set_tag

BATCH: Final = 500
"""Articles that are held in memory at once."""

HEADLINE: Final = "headline"
"""Session key of the article under the cursor, by its id."""

_NOT_RESTORED: Final = frozenset({"visited", HEADLINE, "backup", "checked", TOLD_UNTIL})
"""Words of the session that are about the lost cache, or name an article by an id which it has no longer."""

_MARKS: Final = ("read", "saved", "later", "hidden")

_VIEW_NAMES: Final = ("place", "name", "query", "sorting", "grouping")
_RULE_NAMES: Final = ("kind", "query", "outlet", "feed", "made_at", "expires_at")


def restore(connection: apsw.Connection, backup: apsw.Connection, *, now: datetime) -> int:
    """Brings a backup into a cache; returns how many marked articles it has. In the transaction of the caller."""
    ids: dict[int, int] = {}
    articles = backup.execute(
        "SELECT id, outlet, outlet_name, title, category, sort_at, published_at, date_source, whole_day, views, "
        "first_seen_at, url, facts, updated_at FROM article ORDER BY id"
    )
    while batch := list(islice(articles, BATCH)):
        ids.update(_articles(connection, backup, batch))
    _marks(connection, backup, ids)
    _remember(connection, backup)
    connection.executemany(
        "INSERT INTO let_go (key, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        ((digest(key), at) for key, at in backup.execute("SELECT key, at FROM let_go")),
    )
    connection.executemany(
        "INSERT INTO hold (origin, until) VALUES (?, ?) ON CONFLICT DO NOTHING",
        backup.execute("SELECT origin, until FROM hold"),
    )
    connection.executemany(
        "INSERT INTO feed (id, state) VALUES (?, ?) ON CONFLICT DO NOTHING",
        backup.execute("SELECT id, state FROM feed"),
    )
    for view_id, *plain in backup.execute(f"SELECT id, {', '.join(_VIEW_NAMES)} FROM saved_view"):  # noqa: S608
        views.put_back(connection, view_id, dict(zip(_VIEW_NAMES, plain, strict=True)))
    for rule_id, *plain in backup.execute(f"SELECT id, {', '.join(_RULE_NAMES)} FROM rule"):  # noqa: S608
        rules.put(connection, rule_id, dict(zip(_RULE_NAMES, plain, strict=True)), now=now)
    _journal(connection, backup, ids)
    _session(connection, backup, ids)
    return len(ids)


def _articles(connection: apsw.Connection, backup: apsw.Connection, batch: list[Row]) -> Iterator[tuple[int, int]]:
    """Brings some marked articles in, unless they are there; gives for each its id in the backup and the one it has now."""
    keys = {
        row[0]: [digest(key) for key in _column(backup, "SELECT key FROM identity WHERE article = ?", row[0])]
        for row in batch
    }
    there = known(connection, "", [key for own in keys.values() for key in own])
    missing: list[tuple[Row, AddArticle]] = []
    for row in batch:
        match = next((there[key] for key in keys[row[0]] if key in there), None)
        if match is not None:
            yield row[0], match.article_id
        else:
            missing.append((row, _added(backup, row, tuple(keys[row[0]]))))
    added = [each for _, each in missing]
    for article_id, (row, _) in zip(add_articles(connection, "", added), missing, strict=True):
        # The facts as they were: what a feed says of a new article has no language.
        connection.execute("UPDATE detail SET facts = ? WHERE article = ?", (row[12], article_id))
        connection.executemany(
            "INSERT INTO version (article, title, origin, blocks, replaced_at) VALUES (?, ?, ?, ?, ?)",
            [
                (article_id, *version)
                for version in backup.execute(
                    "SELECT title, origin, blocks, replaced_at FROM version WHERE article = ? ORDER BY rowid LIMIT ?",
                    (row[0], VERSIONS),
                )
            ],
        )
        yield row[0], article_id


def _added(backup: apsw.Connection, row: Row, keys: tuple[bytes, ...]) -> AddArticle:
    """A marked article as one that arrives."""
    (
        article_id,
        outlet,
        name,
        title,
        category,
        sort_at,
        published_at,
        source,
        whole_day,
        seen,
        first,
        url,
        facts,
        updated,
    ) = row
    told = Facts.from_json(facts)
    listed = _column(backup, "SELECT category FROM listed WHERE article = ?", article_id)
    rubrics = [path for path in listed if not path.startswith(TAG_SIGN)]
    first_seen = moment(first) or datetime.now(UTC)
    return AddArticle(
        keys=(),
        digests=keys,
        outlet_id=outlet,
        outlet_name=clean_line(name),
        title=clean_line(title),
        url=clean_address(url) if url is not None else None,
        published=dated_of(published_at, source, whole_day),
        sort_at=moment(sort_at) or first_seen,
        first_seen_at=first_seen,
        categories=tuple(dict.fromkeys((category, *rubrics))),
        updated_at=moment(updated),
        region=told.region,
        dateline=told.dateline,
        credits=told.credits,
        labels=told.labels,
        image=told.image,
        views=seen,
        comments_url=told.comments_url,
        packed=_body(backup, article_id),
    )


def _body(backup: apsw.Connection, article_id: int) -> PackedBody:
    """A marked article's text; none where its bytes were damaged before they were backed up: its page is fetched again."""
    row = backup.execute("SELECT blocks, origin FROM body WHERE article = ?", (article_id,)).fetchone()
    try:
        if row is not None:
            return PackedBody(row[0], blocks_text(unpack(row[0])), BodyOrigin(row[1]), "")
    except DamagedText as error:
        logger.error("the text of an article in the backup is damaged: %s", error)
    return PackedBody(b"", Prose(""), BodyOrigin.SUMMARY, "")


def _marks(connection: apsw.Connection, backup: apsw.Connection, ids: Mapping[int, int]) -> None:
    for mark in _MARKS:
        marked = _column(backup, f"SELECT id FROM article WHERE {mark}")  # noqa: S608  # our own words
        set_mark(connection, [ids[each] for each in marked], mark, True, by_hand=False)
    for key, name in backup.execute("SELECT key, name FROM tag"):
        tagged = _column(backup, "SELECT article FROM listed WHERE category = ?", TAG_SIGN + key)
        set_tag(connection, [ids[each] for each in tagged if each in ids], name, True, by_hand=False)
    for article_id, block, within in backup.execute("SELECT article, block, within FROM position"):
        if article_id in ids:
            set_position(connection, ids[article_id], Position(block, within))


def _remember(connection: apsw.Connection, backup: apsw.Connection) -> None:
    """Marks what is there already of what was read; the rest waits."""
    connection.executemany(
        "INSERT OR REPLACE INTO remembered (key, read, block, within) VALUES (?, ?, ?, ?)",
        ((digest(key), *mark) for key, *mark in backup.execute("SELECT key, read, block, within FROM remembered")),
    )
    there = list(
        connection.execute(
            "SELECT article, max(read), max(block), max(within) FROM remembered "
            "CROSS JOIN identity ON identity.key = remembered.key GROUP BY article"
        )
    )
    set_mark(connection, [article_id for article_id, read, *_ in there if read], "read", True, by_hand=False)
    for article_id, _, block, within in there:
        if block is not None:
            set_position(connection, article_id, Position(block, within))
    connection.execute("DELETE FROM remembered WHERE key IN (SELECT key FROM identity)")


def _journal(connection: apsw.Connection, backup: apsw.Connection, ids: Mapping[int, int]) -> None:
    """The deeds that can be undone, in place of those that the cache has: it is the older one."""
    connection.execute("DELETE FROM journal")
    for what, about, articles, packed, undone in backup.execute(
        "SELECT what, about, articles, changes, undone FROM journal ORDER BY id"
    ):
        change: list[Any] = json.loads(zlib.decompress(packed))
        place = {"tag": 2, "view": None, "views": None, "rule": None}.get(change[0], 2)
        if place is not None:
            own = [ids[each] for each in journal.unrolled(change[place]) if each in ids]
            if not own:
                continue
            change[place], articles = journal.runs(own), len(own)
        elif change[0] == "rule":
            # What it held for has other ids here, or is not there: put back, it finds its articles anew.
            change[2:] = [rule and {name: rule[name] for name in _RULE_NAMES} for rule in change[2:]]
        connection.execute(
            "INSERT INTO journal (what, about, articles, changes, undone) VALUES (?, ?, ?, ?, ?)",
            (what, about, articles, zlib.compress(json.dumps(change, separators=(",", ":")).encode(), 1), undone),
        )


def _session(connection: apsw.Connection, backup: apsw.Connection, ids: Mapping[int, int]) -> None:
    for key, value in backup.execute("SELECT key, value FROM session"):
        if key not in _NOT_RESTORED:
            set_session(connection, key, value)
        elif key == HEADLINE and value.isdecimal() and int(value) in ids:
            set_session(connection, key, str(ids[int(value)]))


def _column(connection: apsw.Connection, sql: str, *bound: str | int) -> list[Any]:
    return [value for (value,) in connection.execute(sql, bound)]
