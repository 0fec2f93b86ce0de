"""Tags: what a reader calls articles. A tag is a listing like a rubric; it is there as long as an article has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import apsw

from lampungtui.foreign import Line, clean_line
from lampungtui.model import Tag
from lampungtui.store import journal, tallies
from lampungtui.store.listings import LONGEST_TAG, TAG_SIGN, slug_of, tag_key, tag_listing
from lampungtui.store.touched import touch, touched


def set_tag(
    connection: apsw.Connection, ids: Sequence[int], name: str, tagged: bool, *, by_hand: bool = True
) -> list[int]:
    """Tags articles, or takes a tag from them; returns those that changed, none for a name without a letter."""
    key = tag_key(name)
    if not key:
        return []
    listing = tag_listing(name)
    shown = clean_line(name).strip(f" {TAG_SIGN}")[:LONGEST_TAG]
    touch(connection, ids, f"NOT {_HAS}" if tagged else _HAS, listing)
    changed = touched(connection)
    if not changed:
        return []
    if tagged:
        connection.execute("INSERT INTO tag (key, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (key, shown))
        connection.execute(
            "INSERT INTO listed (category, sort_at, article, away) SELECT ?, sort_at, id, away "
            "FROM touched JOIN article USING (id)",
            (listing,),
        )
    else:
        connection.execute("DELETE FROM listed WHERE category = ? AND article IN (SELECT id FROM touched)", (listing,))
    tallies.count_tagged(connection, listing, tagged=tagged)
    if by_hand:
        change = ["tag", tagged, journal.runs(changed), shown]
        journal.record(connection, "tagged" if tagged else "untagged", shown, change, articles=len(changed))
    return changed


_HAS: Final = "EXISTS (SELECT 1 FROM listed WHERE listed.article = article.id AND listed.category = ?)"


def tags(connection: apsw.Connection) -> list[Tag]:
    """The tags that articles have, by name, with their counts; what is away from the lists is not counted."""
    rows = connection.execute("SELECT key, name FROM tag ORDER BY key")
    found = []
    for key, name in list(rows):
        listing = TAG_SIGN + key
        if connection.execute("SELECT 1 FROM listed WHERE category = ? LIMIT 1", (listing,)).fetchone() is not None:
            found.append(Tag(key, Line(name), tallies.tally(connection, slug_of(listing))))
    return found


def tags_of(connection: apsw.Connection, article_id: int) -> tuple[Line, ...]:
    """The tags of an article, by name."""
    rows = connection.execute(
        "SELECT tag.name FROM listed CROSS JOIN tag ON tag.key = substr(listed.category, 2) "
        "WHERE listed.article = ? AND listed.category LIKE '#%'",
        (article_id,),
    )
    return tuple(sorted(Line(name) for (name,) in rows))
