"""Who made an article and which region it is about, so that both can be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import apsw

from lampungtui.model import Credit, Region
from lampungtui.query import folded


def note(connection: apsw.Connection, article_id: int, credits: Sequence[Credit], region: Region | None) -> None:
    """Notes an article's credits and region, in place of what was known of them."""
    connection.execute("DELETE FROM credited WHERE article = ?", (article_id,))
    connection.execute("DELETE FROM placed WHERE article = ?", (article_id,))
    note_new(connection, [(article_id, credits, region)])


def note_new(connection: apsw.Connection, articles: Iterable[tuple[int, Sequence[Credit], Region | None]]) -> None:
    """Notes the credits and regions of new articles."""
    credited: list[tuple[int, str, str]] = []
    names: dict[str, str] = {}
    placed: list[tuple[str, int]] = []
    for article_id, credits, region in articles:
        for credit in credits:
            key = folded(credit.name)
            if key and not credit.initials:
                names.setdefault(key, credit.name)
                credited.append((article_id, key, str(credit.role)))
        if region is not None:
            placed.append((region.slug, article_id))
    if names:
        connection.executemany("INSERT INTO person (folded, name) VALUES (?, ?) ON CONFLICT DO NOTHING", names.items())
        connection.executemany(
            "INSERT INTO credited (person, article, role) SELECT id, ?1, ?3 FROM person WHERE folded = ?2 "
            "ON CONFLICT DO NOTHING",
            credited,
        )
    if placed:
        connection.executemany("INSERT INTO placed (region, article) VALUES (?, ?) ON CONFLICT DO NOTHING", placed)
