"""What a fetched feed brings into the cache: one transaction with its entries, side lists, validators and health."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

import apsw

from lampungtui.model import PackedBody, blocks_text
from lampungtui.store import articles, families, remembered, rules, search, tallies
from lampungtui.store.additions import add_articles
from lampungtui.store.records import (
    AddArticle,
    ChangeArticle,
    FeedState,
    Intent,
    KeptCounts,
    Known,
    Limits,
    ShelfIntent,
    TouchArticle,
)
from lampungtui.store.retention import trim, without_let_go
from lampungtui.store.rows import IdentityKey, by_digest, digest, seconds
from lampungtui.store.state import write_feed_state

UNBOUNDED: Final = Limits()

Decide = Callable[[Mapping[str, Known]], Sequence[Intent]]


def keep_feed(
    connection: apsw.Connection,
    feed_id: str,
    keys: Sequence[str],
    decide: Decide,
    shelves: Sequence[ShelfIntent],
    state: FeedState,
    limits: Limits = UNBOUNDED,
    derived: Iterable[str] = (),
) -> KeptCounts:
    """Decides on a feed's entries by what is known of them, and stores what was decided.

    Of its articles those within `limits` stay. `derived` are the derived words of their texts that may be new, each with
    its root.
    """
    families.relate(connection, derived)
    added: list[AddArticle] = []
    changed: list[int] = []
    further: list[int] = []
    for intent in decide(known(connection, feed_id, keys)):
        match intent:
            case AddArticle():
                added.append(intent)
            case ChangeArticle():
                _change(connection, feed_id, intent)
                changed.append(intent.article_id)
            case TouchArticle():
                if _touch(connection, feed_id, intent):
                    further.append(intent.article_id)
    now = seconds(state.last_try_at) or 0
    coming = remembered.recalled(connection, without_let_go(connection, added, now))
    new: Sequence[int] = add_articles(connection, feed_id, coming)
    remembered.settle_positions(connection, new, coming)
    if limits.any:
        gone = set(trim(connection, feed_id, limits, now))
        new = [article_id for article_id in new if article_id not in gone]
    at = state.last_try_at or datetime.now(UTC)
    if new:
        muted = {
            each
            for each in rules.apply(connection, first=min(new), last=max(new), now=at)
            if _is_away(connection, each)
        }
        new = [article_id for article_id in new if article_id not in muted]
    for article_id in (*changed, *further):
        rules.apply(connection, first=article_id, last=article_id, now=at)
    for shelf in shelves:
        _stock(connection, shelf)
    write_feed_state(connection, state)
    return KeptCounts(tuple(new), tuple(changed))


def _is_away(connection: apsw.Connection, article_id: int) -> bool:
    """Whether a rule took an article out of the lists as it came."""
    return bool(connection.execute("SELECT away FROM article WHERE id = ?", (article_id,)).get)


def known(connection: apsw.Connection, feed_id: str, keys: Iterable[IdentityKey]) -> dict[IdentityKey, Known]:
    """The articles that these keys name."""
    asked = by_digest(keys)
    rows = connection.execute(
        "SELECT asked.value, article.id, article.outlet, article.title, wording.hash FROM json_each(?) AS asked "
        "CROSS JOIN identity ON identity.key = unhex(asked.value) CROSS JOIN article ON article.id = identity.article "
        "LEFT JOIN wording ON wording.article = article.id AND wording.feed = ?",
        (json.dumps(list(asked)), feed_id),
    )
    return {asked[found]: Known(*row) for found, *row in rows}


def _put_body(connection: apsw.Connection, article_id: int, body: PackedBody, at: int) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO body (article, origin, blocks, stored_at) VALUES (?, ?, ?, ?)",
        (article_id, str(body.origin), body.blocks, at),
    )


def _know(
    connection: apsw.Connection, feed_id: str, article_id: int, keys: Sequence[str], content_hash: str | None
) -> bool:
    """Remembers by which keys an article is known, and the words that this feed gave for it; whether those are new."""
    connection.executemany(
        "INSERT INTO identity (key, article) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
        [(digest(key), article_id) for key in keys],
    )
    if content_hash is not None:
        connection.execute(
            "INSERT INTO wording (article, feed, hash) VALUES (?1, ?2, ?3) "
            "ON CONFLICT (article, feed) DO UPDATE SET hash = ?3 WHERE hash <> ?3",
            (article_id, feed_id, content_hash),
        )
    return content_hash is not None and connection.changes() > 0


def _change(connection: apsw.Connection, feed_id: str, intent: ChangeArticle) -> None:
    """The outlet edited its article: what is stored becomes an earlier version as soon as the new words are there."""
    at = seconds(intent.updated_at) or 0
    row = connection.execute("SELECT title, whole FROM article WHERE id = ?", (intent.article_id,)).fetchone()
    if row is None:
        return
    title, whole = row
    # A summary takes the place of a summary, never of a whole text.
    new = intent.stored
    brings_body = bool(new.blocks) and (new.origin.whole or not whole)
    if brings_body or not whole:
        articles.keep_version(connection, intent.article_id, title, at)
    else:
        # The whole text is from the page: it is replaced, and this version kept, when the page is read again.
        connection.execute(
            "UPDATE detail SET title_before = coalesce(title_before, ?) WHERE article = ?", (title, intent.article_id)
        )
    due = at if (intent.wanted or whole) and not (brings_body and new.origin.whole) else None
    connection.execute(
        "UPDATE article SET title = ?, views = coalesce(?, views), "
        "body_due_at = iif(url IS NULL, NULL, ?), body_failures = 0 WHERE id = ?",
        (intent.title, intent.views, due, intent.article_id),
    )
    connection.execute("UPDATE detail SET updated_at = ? WHERE article = ?", (at, intent.article_id))
    if brings_body:
        _put_body(connection, intent.article_id, new, at)
        connection.execute("UPDATE article SET whole = ? WHERE id = ?", (int(new.origin.whole), intent.article_id))
    _know(connection, feed_id, intent.article_id, intent.keys, intent.content_hash)
    _list_further(connection, intent.article_id, intent.categories)
    body = articles.body(connection, intent.article_id)
    search.index(connection, intent.article_id, intent.title, blocks_text(body[0] if body else ()))


def _touch(connection: apsw.Connection, feed_id: str, intent: TouchArticle) -> bool:
    """Notes that an article was seen again; whether it is one of a further feed or rubric now, as rules may ask."""
    of_feed = _know(connection, feed_id, intent.article_id, intent.keys, intent.content_hash)
    listed = _list_further(connection, intent.article_id, intent.categories)
    if intent.views is not None:
        connection.execute(
            "UPDATE article SET views = ?1 WHERE id = ?2 AND views IS NOT ?1", (intent.views, intent.article_id)
        )
    if intent.published is not None:
        articles.date_better(connection, intent.article_id, intent.published)
    return of_feed or listed


def _list_further(connection: apsw.Connection, article_id: int, categories: Sequence[str]) -> bool:
    further = articles.list_under(connection, article_id, categories)
    tallies.count_listed(connection, article_id, further)
    return bool(further)


def _stock(connection: apsw.Connection, shelf: ShelfIntent) -> None:
    """Puts a side list in place of what it was."""
    connection.execute("DELETE FROM shelf WHERE name = ? AND outlet = ?", (str(shelf.name), shelf.outlet_id))
    for place, keys in enumerate(shelf.keys):
        for key in keys:
            row = connection.execute("SELECT article FROM identity WHERE key = ?", (digest(key),)).fetchone()
            if row is not None:
                connection.execute(
                    "INSERT INTO shelf (name, outlet, rank, article) VALUES (?, ?, ?, ?)",
                    (str(shelf.name), shelf.outlet_id, place, row[0]),
                )
                break
