"""A damaged cache copied table by table into a new one, its indexes built anew.

Damage in an index, or in the index of words, costs nothing that way. Where a table itself cannot be read to its end there is
nothing to mend.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Final

import apsw

from lampungtui.errors import StoreError
from lampungtui.log import logger
from lampungtui.store import search
from lampungtui.store.connection import (
    APPLICATION_ID,
    BUSY_MILLISECONDS,
    StoreFull,
    StoreUnwritable,
    connect,
    own_errors,
)
from lampungtui.store.schema import SCHEMA_VERSION, TABLES, migrate
from lampungtui.store.soundness import what_is_damaged

WORDS: Final = "words"
_OF_WORDS: Final = ("words_data", "words_idx", "words_docsize", "words_config")


def mended_copy(damaged: Path, copy: Path) -> bool:
    """Makes a sound copy of a damaged cache, with everything that is in it; returns whether there is one now.

    Raises StoreFull and StoreUnwritable: with room for it, there may be one.
    """
    for with_words in (True, False):
        _remove(copy)
        try:
            if _copied(damaged, copy, with_words=with_words):
                return True
        except (StoreFull, StoreUnwritable):
            raise
        except (StoreError, apsw.Error) as error:
            logger.error("%s: cannot be copied: %s", damaged, error)
    _remove(copy)
    return False


def _copied(damaged: Path, copy: Path, *, with_words: bool) -> bool:
    """Copies everything; the index of words as it is, else made anew. Raises StoreError."""
    with closing(connect(copy, writing=True)) as connection, own_errors(copy):
        migrate(connection, copy)
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        connection.pragma("foreign_keys", False)
        with closing(apsw.Connection(str(damaged), flags=apsw.SQLITE_OPEN_READWRITE)) as source:
            # Nothing is merged into a damaged file.
            source.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            if source.pragma("application_id") != APPLICATION_ID or source.pragma("user_version") != SCHEMA_VERSION:
                return False
            connection.execute("BEGIN IMMEDIATE")
            for table in sorted(TABLES - {WORDS, *_OF_WORDS}) + list(_OF_WORDS if with_words else ()):
                _copy_table(source, connection, table)
            if not with_words:
                search.index_all(connection)
            connection.execute("COMMIT")
    return _is_sound(copy)


def _is_sound(copy: Path) -> bool:
    """Whether a copy is sound, as another connection sees it: the one that wrote it knows an index of words from before."""
    with closing(connect(copy, writing=False)) as connection, own_errors(copy):
        found = what_is_damaged(connection)
    if found is not None:
        logger.error("%s: the copy is not sound either: %s", copy, found)
    return found is None


def _copy_table(source: apsw.Connection, copy: apsw.Connection, table: str) -> None:
    names = [name for (name,) in source.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    places = ", ".join("?" * len(names))
    # By the table itself, never by an index that could serve in its place.
    copy.executemany(
        f"INSERT OR REPLACE INTO {table} ({', '.join(names)}) VALUES ({places})",  # noqa: S608  # names of our own
        source.execute(f"SELECT {', '.join(names)} FROM {table} NOT INDEXED"),  # noqa: S608
    )


def _remove(copy: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)
