"""The counts of the sections, kept in the same transaction as what they count, so that nobody scans for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import apsw

from lampungtui.model import Tally, View, ViewKind

ALL = View(ViewKind.ALL).slug
UNREAD = View(ViewKind.UNREAD).slug
SAVED = View(ViewKind.SAVED).slug
LATER = View(ViewKind.LATER).slug
_CATEGORY = f"{ViewKind.CATEGORY}:"


def tallies(connection: apsw.Connection) -> dict[str, Tally]:
    """Every view's counts by its slug; those of the side lists are counted, being a few rows each."""
    rows = connection.execute("SELECT slug, total, unread FROM tally")
    counted = {slug: Tally(total, unread) for slug, total, unread in rows}
    shelves = connection.execute(
        "SELECT standing.name, count(*), sum(article.read = 0) FROM (SELECT DISTINCT name, article FROM shelf) AS standing "
        "CROSS JOIN article ON article.id = standing.article GROUP BY standing.name"
    )
    counted.update({View(ViewKind.SHELF, name).slug: Tally(total, unread) for name, total, unread in shelves})
    return counted


def tally(connection: apsw.Connection, slug: str) -> Tally:
    """One view's counts."""
    row = connection.execute("SELECT total, unread FROM tally WHERE slug = ?", (slug,)).fetchone()
    return Tally(*row) if row is not None else Tally()


def add(connection: apsw.Connection, changes: Mapping[str, tuple[int, int]]) -> None:
    """Adds to totals and unread counts by slug."""
    connection.executemany(
        "INSERT INTO tally (slug, total, unread) VALUES (?1, ?2, ?3) "
        "ON CONFLICT (slug) DO UPDATE SET total = total + ?2, unread = unread + ?3",
        [(slug, total, unread) for slug, (total, unread) in changes.items() if total or unread],
    )


def count_added(
    connection: apsw.Connection, categories: tuple[str, ...], *, read: bool = False, articles: int = 1
) -> None:
    """Counts so many new articles that are listed under `categories`, all of them read or all unread."""
    unread = 0 if read else articles
    listed = {_CATEGORY + path: (articles, unread) for path in categories}
    add(connection, {ALL: (articles, unread), UNREAD: (unread, unread), **listed})


def count_forgotten(
    connection: apsw.Connection, categories: Sequence[str], *, read: bool, saved: bool, later: bool
) -> None:
    """Counts one article less that was listed under `categories`."""
    unread = -int(not read)
    changes = {ALL: (-1, unread), UNREAD: (unread, unread), **{_CATEGORY + path: (-1, unread) for path in categories}}
    if saved:
        changes[SAVED] = (-1, unread)
    if later:
        changes[LATER] = (-1, unread)
    add(connection, changes)


def count_listed(connection: apsw.Connection, article_id: int, categories: tuple[str, ...]) -> None:
    """Counts an article that is there already under further `categories`."""
    if categories:
        (unread,) = connection.execute("SELECT read = 0 FROM article WHERE id = ?", (article_id,)).fetchone() or (0,)
        add(connection, {_CATEGORY + path: (1, unread) for path in categories})


def count_read(connection: apsw.Connection, *, read: bool) -> None:
    """Counts the articles of the temporary table `touched`, all of which just became read or unread."""
    sign = -1 if read else 1
    changes: dict[str, tuple[int, int]] = {}
    (touched, saved, later) = connection.execute(
        "SELECT count(*), coalesce(sum(article.saved), 0), coalesce(sum(article.later), 0) "
        "FROM touched JOIN article USING (id)"
    ).fetchone() or (0, 0, 0)
    changes[ALL] = (0, sign * touched)
    changes[UNREAD] = (sign * touched, sign * touched)
    changes[SAVED] = (0, sign * saved)
    changes[LATER] = (0, sign * later)
    rows = connection.execute(
        "SELECT listed.category, count(*) FROM touched JOIN listed ON listed.article = touched.id "
        "GROUP BY listed.category"
    )
    for category, touched_here in rows:
        changes[_CATEGORY + category] = (0, sign * touched_here)
    add(connection, changes)


def count_marked(connection: apsw.Connection, column: str, *, marked: bool) -> None:
    """Counts the articles of `touched`, all of which were just marked as `saved` or `later`, or no longer."""
    sign = 1 if marked else -1
    touched, unread = connection.execute(
        "SELECT count(*), coalesce(sum(article.read = 0), 0) FROM touched JOIN article USING (id)"
    ).fetchone() or (0, 0)
    slug = {"saved": SAVED, "later": LATER}[column]
    add(connection, {slug: (sign * touched, sign * unread)})
