"""Whole articles: reading one, storing its body, its earlier versions, its rubrics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

import apsw

from lampungtui.blockform import pack, unpack
from lampungtui.errors import DamagedText
from lampungtui.foreign import Address, Line
from lampungtui.log import logger
from lampungtui.model import (
    Article,
    Blocks,
    BodyOrigin,
    Dated,
    DateSource,
    PageReading,
    Position,
    blocks_text,
)
from lampungtui.store import families, people, rules, search, tallies
from lampungtui.store.headlines import by_ids
from lampungtui.store.records import ArticleVersion, WantedBody
from lampungtui.store.rows import Facts, dated_columns, moment, seconds
from lampungtui.store.tags import tags_of

VERSIONS: Final = 10
"""Earlier versions of one article that are kept."""

RETRY: Final = timedelta(minutes=10)
"""How long after a failure a body is tried again; doubles with each further failure."""

TRIES: Final = 6
"""Failures after which a body is fetched only when the reader opens the article."""


def article(connection: apsw.Connection, article_id: int, *, visited: int) -> Article | None:
    """An article with the best text that is stored; None where there is no such article."""
    found = by_ids(connection, [article_id], visited=visited)
    row = connection.execute(
        "SELECT article.url, detail.facts, detail.updated_at, "
        "(SELECT count(*) FROM version WHERE version.article = article.id), position.block, position.within "
        "FROM article JOIN detail ON detail.article = article.id LEFT JOIN position ON position.article = article.id "
        "WHERE article.id = ?",
        (article_id,),
    ).fetchone()
    if not found or row is None:
        return None
    url, facts_json, updated_at, versions, block, within = row
    facts = Facts.from_json(facts_json)
    stored = body(connection, article_id)
    blocks, origin, stored_at = stored if stored is not None else ((), BodyOrigin.SUMMARY, None)
    return Article(
        headline=found[0],
        url=Address(url) if url is not None else None,
        blocks=blocks,
        origin=origin,
        credits=facts.credits,
        dateline=facts.dateline,
        region=facts.region,
        image=facts.image,
        labels=facts.labels,
        comments_url=facts.comments_url,
        language=facts.language,
        updated=moment(updated_at),
        stored_at=stored_at,
        versions=versions,
        position=Position(block, within) if block is not None else Position(),
        tags=tags_of(connection, article_id),
    )


def feeds_of(connection: apsw.Connection, article_id: int) -> list[str]:
    """The feeds that have brought an article, by id."""
    return [feed for (feed,) in connection.execute("SELECT feed FROM wording WHERE article = ?", (article_id,))]


def body(connection: apsw.Connection, article_id: int) -> tuple[Blocks, BodyOrigin, datetime | None] | None:
    """An article's stored body, where it is from, and when it was stored.

    One that cannot be read back is none: its bytes were damaged where SQLite could not see it, and its page is asked for
    again when somebody opens the article.
    """
    row = connection.execute("SELECT blocks, origin, stored_at FROM body WHERE article = ?", (article_id,)).fetchone()
    if row is None:
        return None
    try:
        return unpack(row[0]), BodyOrigin(row[1]), moment(row[2])
    except DamagedText as error:
        logger.error("the text of article %d is damaged: %s", article_id, error)
        return None


def versions(connection: apsw.Connection, article_id: int) -> list[ArticleVersion]:
    """The earlier versions of an article, the latest of them first. Of one whose bytes are damaged the title is left."""
    rows = connection.execute(
        "SELECT title, blocks, origin, replaced_at FROM version WHERE article = ? ORDER BY id DESC", (article_id,)
    )
    found = []
    for title, blocks, origin, at in rows:
        try:
            text = unpack(blocks)
        except DamagedText as error:
            logger.error("an earlier text of article %d is damaged: %s", article_id, error)
            text = ()
        if (replaced := moment(at)) is not None:
            found.append(ArticleVersion(Line(title), text, BodyOrigin(origin), replaced))
    return found


def keep_version(connection: apsw.Connection, article_id: int, title: str, at: int) -> None:
    """Keeps what is stored of an article as an earlier version; the oldest beyond `VERSIONS` go."""
    connection.execute(
        "INSERT INTO version (article, title, origin, blocks, replaced_at) "
        "SELECT ?1, ?2, coalesce(body.origin, ?3), coalesce(body.blocks, ?4), ?5 "
        "FROM article LEFT JOIN body ON body.article = article.id WHERE article.id = ?1",
        (article_id, title, str(BodyOrigin.SUMMARY), pack(()), at),
    )
    connection.execute(
        "DELETE FROM version WHERE article = ?1 AND id NOT IN "
        "(SELECT id FROM version WHERE article = ?1 ORDER BY id DESC LIMIT ?2)",
        (article_id, VERSIONS),
    )


def keep_body(
    connection: apsw.Connection,
    article_id: int,
    reading: PageReading,
    categories: Sequence[str],
    fetched_at: datetime,
    derived: Iterable[str] = (),
) -> bool:
    """Stores what an article's page said; returns whether its words changed.

    An earlier whole body that reads differently is kept as a version. `derived` are those of its derived words that may
    be new, each with its root.
    """
    row = connection.execute(
        "SELECT article.title, article.category, detail.facts, detail.title_before, detail.updated_at FROM article "
        "JOIN detail ON detail.article = article.id WHERE article.id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        return False
    title, category, facts_json, title_before, updated_at = row
    at = seconds(fetched_at) or 0
    before = body(connection, article_id)
    reworded = before is None or blocks_text(before[0]) != blocks_text(reading.blocks)
    edited = before is not None and before[1].whole and (reworded or title_before is not None)
    if edited:
        keep_version(connection, article_id, title_before or title, at)
    connection.execute(
        "INSERT OR REPLACE INTO body (article, origin, blocks, stored_at) VALUES (?, ?, ?, ?)",
        (article_id, str(reading.origin), pack(reading.blocks), at),
    )
    old = Facts.from_json(facts_json)
    facts = Facts(
        credits=reading.credits or old.credits,
        dateline=reading.dateline or old.dateline,
        region=reading.region if reading.region is not None and not reading.region.inferred else old.region,
        image=reading.image or old.image,
        labels=reading.labels or old.labels,
        comments_url=reading.comments_url or old.comments_url,
        language=reading.language or old.language,
    )
    updated = seconds(reading.updated) or (at if edited and reworded else updated_at)
    connection.execute(
        "UPDATE detail SET facts = ?, updated_at = ?, title_before = NULL WHERE article = ?",
        (facts.to_json(), updated, article_id),
    )
    people.note(connection, article_id, facts.credits, facts.region)
    connection.execute(
        "UPDATE article SET whole = 1, body_due_at = NULL, body_failures = 0, views = coalesce(?, views), "
        "category = ? WHERE id = ?",
        (reading.views, next((path for path in categories if path.startswith(f"{category}/")), category), article_id),
    )
    if reading.published is not None:
        date_better(connection, article_id, reading.published)
    tallies.count_listed(connection, article_id, list_under(connection, article_id, categories))
    search.index(connection, article_id, Line(title), blocks_text(reading.blocks))
    families.relate(connection, derived)
    rules.apply(connection, first=article_id, last=article_id, now=fetched_at)
    return reworded


def date_better(connection: apsw.Connection, article_id: int, published: Dated) -> None:
    """Takes a surer date for an article; its place in the lists stays, so that nothing moves under the reader."""
    row = connection.execute("SELECT date_source, whole_day FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        return
    order = list(DateSource)
    now = order.index(DateSource(row[0])) if row[0] is not None else len(order)
    better = order.index(published.source) < now or (bool(row[1]) and not published.whole_day)
    if better:
        connection.execute(
            "UPDATE article SET published_at = ?, date_source = ?, whole_day = ? WHERE id = ?",
            (*dated_columns(published), article_id),
        )
        if not published.whole_day:
            connection.execute("INSERT OR IGNORE INTO unsettled (article) VALUES (?)", (article_id,))


def settle_order(connection: apsw.Connection) -> None:
    """Puts articles whose time became known after they were listed where that time belongs.

    Done between visits, and while nobody has touched the first one: while somebody reads, nothing moves.
    """
    rows = connection.execute(
        "SELECT id, sort_at, published_at FROM unsettled CROSS JOIN article ON article.id = unsettled.article "
        "WHERE published_at IS NOT NULL AND published_at < sort_at"
    )
    for article_id, _, published_at in list(rows):
        connection.execute("UPDATE article SET sort_at = ? WHERE id = ?", (published_at, article_id))
        connection.execute("UPDATE listed SET sort_at = ? WHERE article = ?", (published_at, article_id))
    connection.execute("DELETE FROM unsettled")


def body_failed(connection: apsw.Connection, article_id: int, at: datetime, *, counted: bool = True) -> None:
    """Notes that a body could not be fetched: it is due again later, and at last only when the reader asks.

    A failure that is not `counted` brings that end no nearer.
    """
    row = connection.execute("SELECT body_failures FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        return
    failures = row[0] + int(counted)
    due = None if failures >= TRIES else seconds(at + RETRY * 2**failures)
    connection.execute(
        "UPDATE article SET body_failures = ?, body_due_at = ? WHERE id = ?", (failures, due, article_id)
    )


def bodies_wanted(connection: apsw.Connection, limit: int, now: datetime) -> list[WantedBody]:
    """Articles whose whole text is due to be fetched, newest first.

    A time further ahead than any failure could have set it comes from a clock that was wrong, and is not waited for.
    """
    rows = connection.execute(
        "SELECT id, url, outlet FROM article WHERE body_due_at IS NOT NULL AND body_due_at NOT BETWEEN ? AND ? "
        "AND away = 0 ORDER BY sort_at DESC, id DESC LIMIT ?",
        ((seconds(now) or 0) + 1, seconds(now + RETRY * 2**TRIES), limit),
    )
    return [WantedBody(article_id, Address(url), outlet) for article_id, url, outlet in rows if url is not None]


def list_under(connection: apsw.Connection, article_id: int, categories: Sequence[str]) -> tuple[str, ...]:
    """Lists an article under rubrics and those above them; returns the paths that are new for it."""
    paths = dict.fromkeys(path for category in categories for path in with_parents(category))
    added = []
    for path in paths:
        connection.execute(
            "INSERT INTO listed (category, sort_at, article, away) SELECT ?, sort_at, id, away FROM article WHERE id = ? "
            "ON CONFLICT DO NOTHING",
            (path, article_id),
        )
        if connection.changes():
            added.append(path)
    return tuple(added)


def with_parents(path: str) -> list[str]:
    """A rubric's path and those it is nested in: `a/b` gives `a`, `a/b`."""
    parts = path.split("/")
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
