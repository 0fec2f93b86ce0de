"""Full-text search over titles and bodies. What a person types becomes quoted words, never a piece of FTS syntax."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

import apsw

from lampungtui.foreign import Line, Prose

HITS: Final = 2_000
"""Articles that a search finds at most, the latest to arrive first."""

_WORD: Final = re.compile(r"\w+")


def fts_query(words: str) -> str:
    """The words as an FTS5 query: all of them, the last one as the beginning of a word. Empty where there is none."""
    found = _WORD.findall(words)[:32]
    if not found:
        return ""
    quoted = [f'"{word}"' for word in found]
    return " ".join(quoted) + "*"


def matches(connection: apsw.Connection, words: str) -> list[int]:
    """Ids of the articles that have all words, newest first."""
    query = fts_query(words)
    if not query:
        return []
    hits = connection.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?", (query, HITS))
    ids = json.dumps([row[0] for row in hits])
    rows = connection.execute(
        "SELECT article.id FROM json_each(?) AS hit JOIN article ON article.id = hit.value "
        "ORDER BY article.sort_at DESC, article.id DESC",
        (ids,),
    )
    return [row[0] for row in rows]


def index(connection: apsw.Connection, article_id: int, title: Line, body: Prose) -> None:
    """Makes an article's words findable, in place of what they were."""
    connection.execute("INSERT OR REPLACE INTO words (rowid, title, body) VALUES (?, ?, ?)", (article_id, title, body))


def index_new(connection: apsw.Connection, articles: Iterable[tuple[int, Line, Prose]]) -> None:
    """Makes the words of new articles findable: id, title and body of each."""
    connection.executemany("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", articles)
