"""Letting articles go: their rows, their counts and their words, in the transaction that decides it.

What was let go of is remembered by its keys for as long as a feed still lists it, so that it does not come back as new.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import apsw

from lampungtui.store import tallies
from lampungtui.store.records import AddArticle, Limits, Walk
from lampungtui.store.rows import Row, by_digest
from lampungtui.store.writer import Writer

REMEMBERED_SECONDS: Final = 90 * 86_400
"""How long a feed may leave out what was let go of before it would count as new again."""

EXAMINED: Final = 500
"""Articles that are looked at in one transaction: other writing waits no longer than that."""

GIVEN_BACK: Final = 256
"""Empty pages that are given back in one transaction."""

MERGED: Final = 128
"""Pages of the index of words that are merged in one transaction."""

MERGED_NOTHING: Final = 2
"""Changes that a merge makes at least when it does something (sqlite.org/fts5.html, 6.8)."""

SHARE_LEFT: Final = 0.95
"""Of the bytes that are allowed, what is left when there were too many."""

INCREMENTAL: Final = 2
"""`auto_vacuum` of a file that can become smaller a few pages at a time (sqlite.org/pragma.html)."""


_STAYS: Final = (
    "article.saved OR article.later OR (article.read = 0 AND article.away = 0 AND NOT ?1) OR EXISTS (SELECT 1 FROM listed "
    "WHERE listed.article = article.id AND listed.category LIKE '#%')"
)
"""Whether an article is spared; bound: whether unread ones of the lists may go. What is away from them counts as read."""


def trim(connection: apsw.Connection, feed_id: str, limits: Limits, now: int) -> list[int]:
    """Lets go of a feed's articles beyond the newest ones that its limits allow; returns those that went.

    The article that arrived last stays: its id is the watermark by which later ones are known. One that another feed
    brought as well is that one's from now on. `now` is in seconds UTC.
    """
    beyond = "length(body.blocks)" if limits.bytes is not None else "0"
    rows: list[Row] = list(
        connection.execute(
            f"SELECT id, stays, shared FROM (SELECT article.id, {_STAYS} AS stays, EXISTS (SELECT 1 FROM wording AS other "  # noqa: S608
            "WHERE other.article = wording.article AND other.feed <> wording.feed) AS shared, article.first_seen_at, "
            "row_number() OVER newest AS place, "
            f"sum(coalesce({beyond}, 0)) OVER newest AS bytes "
            "FROM wording JOIN article ON article.id = wording.article LEFT JOIN body ON body.article = article.id "
            "WHERE wording.feed = ?2 WINDOW newest AS (ORDER BY article.sort_at DESC, article.id DESC)) "
            "WHERE place > ?3 OR bytes > ?4 OR first_seen_at < ?5",
            (
                int(limits.unread),
                feed_id,
                _or_most(limits.articles),
                _or_most(limits.bytes),
                _came_before(limits, now),
            ),
        )
    )
    last = connection.execute("SELECT max(id) FROM article").get
    ids = [article_id for article_id, stays, shared in rows if not stays and not shared and article_id != last]
    connection.executemany(
        "DELETE FROM wording WHERE article = ? AND feed = ?",
        [(article_id, feed_id) for article_id, stays, shared in rows if shared and not stays],
    )
    forget(connection, ids, now)
    return ids


async def let_go(writer: Writer, limits: Limits, now: int) -> int:
    """Walks over what is stored until it is within the limits, and gives the room back; returns how many articles went.

    A few hundred are looked at in one transaction, so that other writing comes in between. `now` is in seconds UTC.
    """
    gone = 0
    while (walk := await writer.do(lambda connection: begin_walk(connection, limits, now))) is not None:
        while not walk.done:
            walk = await writer.do(partial(walk_on, walk=walk, limits=limits, now=now))
        if not walk.gone:
            break
        gone += walk.gone
        while await writer.do(merge_words):
            pass
    while await writer.do(give_back):
        pass
    return gone


def begin_walk(connection: apsw.Connection, limits: Limits, now: int) -> Walk | None:
    """What is to go of everything, or None where all is within the limits. `now` is in seconds UTC.

    Bytes are those of the pages in use: what was let go of counts no more, whether the file is smaller already or not.
    """
    total = tallies.tally(connection, tallies.ALL).total + tallies.away(connection)
    rest = max(0, total - limits.articles) if limits.articles is not None else 0
    if limits.bytes is not None:
        used = used_bytes(connection)
        if used > limits.bytes:
            # An article takes its share of all tables and indexes; a little more goes, so that the next refresh fits.
            rest = max(rest, math.ceil(total * (1 - SHARE_LEFT * limits.bytes / used)))
    before = _came_before(limits, now)
    # What came before then was published before; the first to arrive may have come by a clock that was wrong.
    old = connection.execute("SELECT 1 FROM article WHERE away = 0 AND sort_at < ? LIMIT 1", (before,)).get
    if rest == 0 and old is None:
        return None
    return Walk(rest, before)


def walk_on(connection: apsw.Connection, walk: Walk, limits: Limits, now: int, rows: int = EXAMINED) -> Walk:
    """Looks at the next `rows` articles, the oldest first, and lets those go that are to go.

    What is away from the lists goes last: what is as old as what went of the lists, and more where they had too little.
    """
    last = int(connection.execute("SELECT coalesce(max(id), 0) FROM article").get)
    if walk.through:
        return _go_on_away(connection, walk, last, now, rows)
    examined: list[Row] = list(
        connection.execute(
            f"SELECT id, sort_at, first_seen_at, {_STAYS} FROM article "  # noqa: S608  # our own words
            "WHERE away = 0 AND (sort_at, id) > (?2, ?3) ORDER BY sort_at, id LIMIT ?4",
            (int(limits.unread), walk.sort_at, walk.article_id, rows),
        )
    )
    rest, going, through = walk.rest, list[int](), len(examined) < rows
    until, sort_at, article_id = walk.until, walk.sort_at, walk.article_id
    for each, at, seen, stays in examined:
        if rest <= 0 and at >= walk.before:
            # What was published later came later still.
            through = True
            break
        sort_at, article_id = at, each
        if each != last and not stays and (rest > 0 or seen < walk.before):
            until = at if rest > 0 else until
            going.append(each)
            rest -= 1
    forget(connection, going, now)
    return replace(
        walk,
        rest=rest,
        until=until,
        sort_at=sort_at,
        article_id=article_id,
        gone=walk.gone + len(going),
        through=through,
    )


def _go_on_away(connection: apsw.Connection, walk: Walk, last: int, now: int, rows: int) -> Walk:
    """Looks at the next articles away from the lists, the oldest first."""
    found: dict[int, Row] = {}
    for mark in ("hidden", "muted"):
        away = connection.execute(
            f"SELECT id, sort_at, first_seen_at FROM article WHERE {mark} = 1 AND NOT ({_STAYS}) AND id <> ?2 "  # noqa: S608
            "AND (?3 OR sort_at <= ?4 OR first_seen_at < ?5) ORDER BY sort_at, id LIMIT ?6",
            (1, last, int(walk.rest > 0), walk.until, walk.before, rows),
        )
        found.update((row[0], row) for row in away)
    rest, going = walk.rest, list[int]()
    for each, at, seen in sorted(found.values(), key=lambda row: (row[1], row[0]))[:rows]:
        if rest > 0 or at <= walk.until or seen < walk.before:
            going.append(each)
            rest -= 1
    forget(connection, going, now)
    return replace(walk, rest=rest, gone=walk.gone + len(going), done=len(going) < rows)


def used_bytes(connection: apsw.Connection) -> int:
    """Bytes of the pages in use."""
    pages = int(connection.pragma("page_count")) - int(connection.pragma("freelist_count"))
    return pages * int(connection.pragma("page_size"))


def merge_words(connection: apsw.Connection, pages: int = MERGED) -> bool:
    """Merges the parts of the index of words by up to so many pages, by which what went leaves it; whether there is more.

    FTS5 only notes that a text went, and drops its words with the next merge (sqlite.org/fts5.html, 6.8 and 4.4.3).
    """
    before = connection.total_changes()
    connection.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes() - before >= MERGED_NOTHING


def give_back(connection: apsw.Connection, pages: int = GIVEN_BACK) -> bool:
    """Makes the file smaller by up to so many pages that are empty; whether there may be more.

    Nothing is given back of a file that was made without `auto_vacuum`: its empty pages are filled again.
    """
    free = int(connection.pragma("freelist_count"))
    if not free or connection.pragma("auto_vacuum") != INCREMENTAL:
        return False
    for _ in connection.execute(f"PRAGMA incremental_vacuum({pages})"):
        pass
    return free > pages


def _or_most(bound: int | None) -> int:
    return bound if bound is not None else 2**62


def _came_before(limits: Limits, now: int) -> int:
    return now - limits.days * 86_400 if limits.days is not None else -(2**62)


def forget(connection: apsw.Connection, ids: Sequence[int], now: int) -> None:
    """Takes articles out of the cache, with everything that hangs on them. `now` is in seconds UTC."""
    for article_id in ids:
        row = connection.execute(
            "SELECT read, saved, later, hidden, muted FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            continue
        read, saved, later, hidden, muted = (bool(mark) for mark in row)
        listed = [
            path for (path,) in connection.execute("SELECT category FROM listed WHERE article = ?", (article_id,))
        ]
        tallies.count_forgotten(connection, listed, read=read, saved=saved, later=later, hidden=hidden, muted=muted)
        connection.execute(
            "INSERT OR REPLACE INTO let_go (key, at) SELECT key, ? FROM identity WHERE article = ?", (now, article_id)
        )
        connection.execute("DELETE FROM words WHERE rowid = ?", (article_id,))
        connection.execute("DELETE FROM article WHERE id = ?", (article_id,))
    if ids:
        connection.execute("DELETE FROM let_go WHERE at < ?", (now - REMEMBERED_SECONDS,))


def without_let_go(connection: apsw.Connection, added: Sequence[AddArticle], now: int) -> list[AddArticle]:
    """The new articles but for those that were let go of; a feed that still lists those is noted."""
    asked = by_digest(key for each in added for key in each.keys)
    found = [
        each
        for (each,) in connection.execute(
            "SELECT asked.value FROM json_each(?) AS asked CROSS JOIN let_go ON let_go.key = unhex(asked.value)",
            (json.dumps(list(asked)),),
        )
    ]
    connection.executemany("UPDATE let_go SET at = ? WHERE key = unhex(?)", [(now, each) for each in found])
    gone = {asked[each] for each in found}
    return [each for each in added if gone.isdisjoint(each.keys)]
