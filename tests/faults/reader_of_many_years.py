"""A cache with something of everything that a reader does, what of it is there, and another program's look at the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.store.newsdesk import ALL, METRO, NOON, page, poll, story, whole_view

from lampungtui.model import Grouping, Order, Position, RuleDraft, RuleKind, View, ViewKind
from lampungtui.store import Store
from lampungtui.store.connection import FILE_NAME

MANY = 300
"""Articles that the feed lists."""

READ = (1, 2, 3, 10, 11, 250)
SAVED = (3, 40)
LATER = (4,)
HIDDEN = (5,)
TAGGED = (6, 40)
HALF_READ = 7
WORDS = "Isi lengkap yang disimpan pembaca, kata demi kata."

STORIES = tuple(story(number) for number in range(1, MANY + 1))


async def fill(store: Store) -> None:
    """Stores what a feed brings, and does something of everything."""
    await poll(store, *STORIES)
    await store.keep_body(3, page(WORDS), fetched_at=NOON)
    await store.set_read(READ, True)
    await store.set_saved(SAVED, True)
    await store.set_later(LATER, True)
    await store.set_hidden(HIDDEN, True)
    await store.set_tag(TAGGED, "Arsip", True)
    await store.set_position(HALF_READ, Position(2, 500))
    await store.set_position(3, Position(0, 120))
    await store.standing.save_view("Pasar Metro", "margorejo rubrik:metro", Order.OLDEST, Grouping.DAY)
    await store.standing.make_rule(RuleDraft(RuleKind.MUTE, "judul:ke-299"))
    await store.set_session("view", View(ViewKind.CATEGORY, METRO).slug)
    await store.end_visit()


@dataclass(frozen=True)
class Deeds:
    """What a reader did, by titles: ids change when a cache is made anew."""

    read: frozenset[str]
    saved: frozenset[str]
    later: frozenset[str]
    hidden: frozenset[str]
    tagged: Mapping[str, frozenset[str]]
    places: Mapping[str, Position]
    views: tuple[tuple[str, str, Order, Grouping], ...]
    rules: tuple[tuple[RuleKind, str], ...]

    def marked(self) -> frozenset[str]:
        """The articles that can be listed without their feed."""
        return self.saved | self.later | self.hidden | frozenset().union(*self.tagged.values())


def deeds_of(store: Store) -> Deeds:
    """What is there of what the reader did."""
    views = (ALL, View(ViewKind.HIDDEN), View(ViewKind.MUTED))
    listed = {each.id: each for view in views for each in whole_view(store, view)}.values()
    tagged = {tag.key: frozenset(each.title for each in whole_view(store, tag.view)) for tag in store.tags()}
    articles = [article for each in listed if (article := store.article(each.id)) is not None]
    return Deeds(
        frozenset(each.title for each in listed if each.read),
        frozenset(each.title for each in listed if each.saved),
        frozenset(each.title for each in listed if each.later),
        frozenset(each.title for each in listed if each.hidden),
        tagged,
        {each.headline.title: each.position for each in articles if each.position != Position()},
        tuple((each.name, each.query, each.order, each.grouping) for each in store.standing.saved_views()),
        tuple((each.kind, each.query) for each in store.standing.rules()),
    )


def as_sqlite_sees(folder: Path) -> sqlite3.Connection:
    """The cache as Python's own SQLite opens it, once it was found to be whole and to hold nothing twice."""
    connection = sqlite3.connect(folder / FILE_NAME)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    doubled = connection.execute(
        "SELECT url FROM article WHERE url NOT NULL GROUP BY url HAVING count(*) > 1"
    ).fetchall()
    assert doubled == []
    return connection


def look_with_another_program(folder: Path) -> None:
    """Looks at the cache as `as_sqlite_sees` does."""
    with closing(as_sqlite_sees(folder)):
        pass
