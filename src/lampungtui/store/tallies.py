"""The counts of the sections, kept in the same transaction as what they count, so that nobody scans for them.

An article that is away (hidden by hand or muted by a rule) is counted among those alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import apsw

from lampungtui.model import Tally, View, ViewKind
from lampungtui.store.listings import slug_of

ALL: Final = View(ViewKind.ALL).slug
UNREAD: Final = View(ViewKind.UNREAD).slug
SAVED: Final = View(ViewKind.SAVED).slug
LATER: Final = View(ViewKind.LATER).slug
HIDDEN: Final = View(ViewKind.HIDDEN).slug
MUTED: Final = View(ViewKind.MUTED).slug
_AWAY: Final = {HIDDEN, MUTED}


def tallies(connection: apsw.Connection) -> dict[str, Tally]:
    """Every view's counts by its slug; those of the side lists are counted, being a few rows each."""
    rows = connection.execute("SELECT slug, total, unread FROM tally")
    counted = {slug: Tally(total, unread) for slug, total, unread in rows}
    shelves = connection.execute(
        "SELECT standing.name, count(*), sum(article.read = 0) FROM (SELECT DISTINCT name, article FROM shelf) AS standing "
        "CROSS JOIN article ON article.id = standing.article AND article.away = 0 GROUP BY standing.name"
    )
    counted.update({View(ViewKind.SHELF, name).slug: Tally(total, unread) for name, total, unread in shelves})
    return counted


def tally(connection: apsw.Connection, slug: str) -> Tally:
    """One view's counts."""
    row = connection.execute("SELECT total, unread FROM tally WHERE slug = ?", (slug,)).fetchone()
    return Tally(*row) if row is not None else Tally()


def since(connection: apsw.Connection, sort_at: int) -> Tally:
    """How many articles the lists have from a time (seconds UTC) on, counted along their index."""
    total = connection.execute("SELECT count(*) FROM article WHERE away = 0 AND sort_at >= ?", (sort_at,)).get
    unread = connection.execute(
        "SELECT count(*) FROM article WHERE read = 0 AND away = 0 AND sort_at >= ?", (sort_at,)
    ).get
    return Tally(int(total), int(unread))


def arrived_after(connection: apsw.Connection, article_id: int) -> Tally:
    """How many articles of the lists came after this one."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(read = 0), 0) FROM article WHERE id > ? AND away = 0", (article_id,)
    ).fetchone()
    return Tally(*(row or (0, 0)))


def away(connection: apsw.Connection) -> int:
    """How many articles are away from the lists, hidden or muted."""
    hidden = connection.execute("SELECT count(*) FROM article WHERE hidden = 1").get
    return int(hidden) + int(connection.execute("SELECT count(*) FROM article WHERE muted = 1 AND hidden = 0").get)


def of(connection: apsw.Connection, ids_json: str) -> Tally:
    """The counts of the articles of a JSON list of ids."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(article.read = 0), 0) FROM json_each(?) AS held "
        "CROSS JOIN article ON article.id = held.value",
        (ids_json,),
    ).fetchone()
    return Tally(*(row or (0, 0)))


def add(connection: apsw.Connection, changes: Mapping[str, tuple[int, int]]) -> None:
    """Adds to totals and unread counts by slug."""
    connection.executemany(
        "INSERT INTO tally (slug, total, unread) VALUES (?1, ?2, ?3) "
        "ON CONFLICT (slug) DO UPDATE SET total = total + ?2, unread = unread + ?3",
        [(slug, total, unread) for slug, (total, unread) in changes.items() if total or unread],
    )


def count_added(
    connection: apsw.Connection, listings: tuple[str, ...], *, read: bool = False, articles: int = 1
) -> None:
    """Counts so many new articles that are listed under `listings`, all of them read or all unread."""
    unread = 0 if read else articles
    listed = {slug_of(listing): (articles, unread) for listing in listings}
    add(connection, {ALL: (articles, unread), UNREAD: (unread, unread), **listed})


def count_forgotten(
    connection: apsw.Connection,
    listings: Sequence[str],
    *,
    read: bool,
    saved: bool,
    later: bool,
    hidden: bool = False,
    muted: bool = False,
) -> None:
    """Counts one article less that was listed under `listings`."""
    unread = -int(not read)
    changes: dict[str, tuple[int, int]] = {}
    if not (hidden or muted):
        changes |= {ALL: (-1, unread), UNREAD: (unread, unread), **{slug_of(path): (-1, unread) for path in listings}}
    for slug, counted in (
        (SAVED, saved and not (hidden or muted)),
        (LATER, later and not (hidden or muted)),
        (HIDDEN, hidden),
        (MUTED, muted),
    ):
        if counted:
            changes[slug] = (-1, unread)
    add(connection, changes)


def count_listed(connection: apsw.Connection, article_id: int, listings: tuple[str, ...]) -> None:
    """Counts an article that is there already under further `listings`."""
    if listings:
        row = connection.execute("SELECT read = 0, away FROM article WHERE id = ?", (article_id,)).fetchone()
        if row is not None and not row[1]:
            add(connection, {slug_of(listing): (1, row[0]) for listing in listings})


def count_read(connection: apsw.Connection, *, read: bool) -> None:
    """Counts the articles of the temporary table `touched`, all of which just became read or unread."""
    sign = -1 if read else 1
    touched, saved, later, hidden, muted = connection.execute(
        "SELECT coalesce(sum(away = 0), 0), coalesce(sum(saved AND NOT away), 0), coalesce(sum(later AND NOT away), 0), "
        "coalesce(sum(hidden), 0), coalesce(sum(muted), 0) FROM touched JOIN article USING (id)"
    ).fetchone() or (0, 0, 0, 0, 0)
    changes = {
        ALL: (0, sign * touched),
        UNREAD: (sign * touched, sign * touched),
        SAVED: (0, sign * saved),
        LATER: (0, sign * later),
        HIDDEN: (0, sign * hidden),
        MUTED: (0, sign * muted),
    }
    rows = connection.execute(
        "SELECT listed.category, count(*) FROM touched CROSS JOIN listed ON listed.article = touched.id "
        "AND listed.away = 0 GROUP BY listed.category"
    )
    for listing, touched_here in rows:
        changes[slug_of(listing)] = (0, sign * touched_here)
    add(connection, changes)


def count_marked(connection: apsw.Connection, column: str, *, marked: bool) -> None:
    """Counts the articles of `touched`, all of which were just marked by this column, or no longer."""
    sign = 1 if marked else -1
    slug = {"saved": SAVED, "later": LATER, "hidden": HIDDEN, "muted": MUTED}[column]
    touched, unread = connection.execute(
        "SELECT count(*), coalesce(sum(article.read = 0), 0) FROM touched CROSS JOIN article USING (id) "
        "WHERE article.away <= ?",
        (int(slug in _AWAY),),
    ).fetchone() or (0, 0)
    add(connection, {slug: (sign * touched, sign * unread)})


def count_away(connection: apsw.Connection, *, away: bool) -> None:
    """Counts the articles of the temporary table `moved`, all of which just went away from the lists or came back."""
    sign = -1 if away else 1
    total, unread, saved, saved_unread, later, later_unread = connection.execute(
        "SELECT count(*), coalesce(sum(read = 0), 0), coalesce(sum(saved), 0), coalesce(sum(saved AND read = 0), 0), "
        "coalesce(sum(later), 0), coalesce(sum(later AND read = 0), 0) FROM moved JOIN article USING (id)"
    ).fetchone() or (0, 0, 0, 0, 0, 0)
    changes = {
        ALL: (sign * total, sign * unread),
        UNREAD: (sign * unread, sign * unread),
        SAVED: (sign * saved, sign * saved_unread),
        LATER: (sign * later, sign * later_unread),
    }
    rows = connection.execute(
        "SELECT listed.category, count(*), coalesce(sum(article.read = 0), 0) FROM moved "
        "CROSS JOIN listed ON listed.article = moved.id JOIN article ON article.id = moved.id GROUP BY listed.category"
    )
    for listing, listed, listed_unread in rows:
        changes[slug_of(listing)] = (sign * listed, sign * listed_unread)
    add(connection, changes)


def count_tagged(connection: apsw.Connection, listing: str, *, tagged: bool) -> None:
    """Counts the articles of `touched`, all of which were just listed under a tag, or no longer."""
    sign = 1 if tagged else -1
    total, unread = connection.execute(
        "SELECT count(*), coalesce(sum(article.read = 0), 0) FROM touched CROSS JOIN article USING (id) "
        "WHERE article.away = 0"
    ).fetchone() or (0, 0)
    add(connection, {slug_of(listing): (sign * total, sign * unread)})
