"""The cache as another program reads it: every text in it, by table and column."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any


def texts(database: Path) -> Iterator[tuple[str, str]]:
    """Every text that is stored, also inside JSON and in packed bodies, with where it is."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as cache:
        tables = [name for (name,) in cache.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            if table.startswith(("words", "sqlite_")):
                continue  # the index keeps words without their text
            rows = cache.execute(f"SELECT * FROM {table}")
            names = [each[0] for each in rows.description]
            for row in rows:
                for name, value in zip(names, row, strict=True):
                    for text in _strings(value):
                        yield f"{table}.{name}", text


def rows(database: Path, question: str, *values: object) -> list[tuple[Any, ...]]:
    """What another program is answered."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as cache:
        return cache.execute(question, values).fetchall()


def soundness(database: Path) -> str:
    """What SQLite itself says of the file."""
    ((word,),) = rows(database, "PRAGMA integrity_check")
    return str(word)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, bytes):
        try:
            value = zlib.decompress(value).decode("utf-8")
        except (zlib.error, UnicodeDecodeError):
            return
    if isinstance(value, str):
        yield value
        if value[:1] in "[{":
            try:
                yield from _inside(json.loads(value))
            except ValueError:
                return
    return


def _inside(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _inside(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from _inside(each)


def texts_of(database: Path, article: int) -> Iterator[str]:
    """Every text that is stored of one article: its facts, its body, the people who made it."""
    for question in (
        "SELECT facts FROM detail WHERE article = ?",
        "SELECT blocks FROM body WHERE article = ?",
        "SELECT url FROM article WHERE id = ?",
        "SELECT key FROM identity WHERE article = ?",
        "SELECT name FROM person JOIN credited ON credited.person = person.id WHERE article = ?",
    ):
        for (value,) in rows(database, question, article):
            yield from _strings(value)
