"""Whether the cache is whole: a few looks at each start, and the whole of it when nothing else is to be done.

A look at everything (`quick_check`) reads the whole file, some 20 seconds for 1 GB: it runs in idle moments, once a
week, on a connection of its own that can be stopped. Where something failed while it was read, or was found by that
look, a note stays beside the cache, and the next start looks at everything before it opens.
"""

from __future__ import annotations

import enum
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import apsw

from lampungtui.errors import StoreError
from lampungtui.log import logger
from lampungtui.store.connection import (
    APPLICATION_ID,
    BUSY_MILLISECONDS,
    DamagedStore,
    ForeignFile,
    NewerStore,
    check_owner,
    own_errors,
)
from lampungtui.store.schema import BACKED_UP, SCHEMA_VERSION, TABLES

MAGIC: Final = b"SQLite format 3\0"
"""How every database begins (SQLite file format, section 1.3.1)."""

TRACE: Final = b"article_by_time"
"""A name out of our schema, by which a file whose beginning is damaged is known as ours."""

TRACE_BYTES: Final = 4_000_000
"""How far into a file that name is looked for."""

CHECK_EVERY: Final = timedelta(days=7)
"""How old a look at everything may become."""

_LOOKS: Final = (
    "SELECT max(id) FROM article",
    "SELECT id FROM article WHERE away = 0 ORDER BY sort_at DESC, id DESC LIMIT 1",
    "SELECT article FROM detail ORDER BY article DESC LIMIT 1",
    "SELECT article FROM body ORDER BY article DESC LIMIT 1",
    "SELECT key FROM identity ORDER BY key LIMIT 1",
    "SELECT category FROM listed ORDER BY category LIMIT 1",
    "SELECT slug FROM tally",
    "SELECT id FROM journal ORDER BY id DESC LIMIT 1",
    "SELECT key, value FROM session",
    "SELECT rowid FROM words WHERE words MATCH 'lampung' LIMIT 1",
)
"""A page or two of each table that a start needs."""

DEED_TABLES: Final = frozenset(
    {
        "article", "body", "detail", "identity", "journal", "let_go", "listed", "outlet", "position", "rule", "saved_view",
        "session", "tag", "version",
    }
)  # fmt: skip
"""The tables that hold what a person did."""


class Kind(enum.Enum):
    """What kind of trouble a cache is in."""

    LOST = "lost"
    """Nothing is in it any more."""
    DAMAGED = "damaged"
    BEHIND = "behind"
    """It is sound, but an earlier state than its backup: its log was lost, or it was copied back."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a cache; `backed_up` is the number of the newest backup that it knows of."""

    kind: Kind
    what: str
    backed_up: int = 0


def trouble_of(path: Path, *, newest: int) -> Trouble | None:
    """What is wrong with the cache file, by a few looks; None for a sound one, or none yet. Nothing is written.

    `newest` is the number of the newest backup beside it, 0 for none. Raises ForeignFile for another program's file and
    NewerStore for a newer version's, which are left as they are, and StoreError where the disk does not answer.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return Trouble(Kind.LOST, "it is gone") if newest else None
    except OSError:
        return None
    if not path.is_file():
        return None
    if size == 0:
        return Trouble(Kind.LOST, "it is empty") if newest else None
    if not _begins_as_database(path):
        if newest or _has_trace(path):
            return Trouble(Kind.DAMAGED, "its beginning is damaged")
        raise DamagedStore(f"{path}: is no cache of lampungtui; move it away to start afresh")
    if _another_programs(path):
        raise ForeignFile(f"{path}: is a database of another program; it was left as it is")
    try:
        return _look(path, newest=newest)
    except (ForeignFile, NewerStore):
        raise
    except StoreError as error:
        # An index of words without its own settings is an error of the statement, by SQLite.
        if isinstance(error, DamagedStore) or isinstance(error.__cause__, apsw.SQLError):
            return Trouble(Kind.DAMAGED, str(error.__cause__ or error))
        raise


def _look(path: Path, *, newest: int) -> Trouble | None:
    with own_errors(path), closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)) as connection:
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        check_owner(connection, path)
        # Of a damaged file nothing is changed, also not by merging its log into it.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        version = connection.pragma("user_version")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if connection.pragma("application_id") != APPLICATION_ID:
            # A cache that is just being made, or one whose log was lost before anything was merged.
            return Trouble(Kind.LOST, "nothing is in it") if newest else None
        if version > SCHEMA_VERSION:
            connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
            raise NewerStore(f"{path}: was written by a newer lampungtui; it was left as it is")
        if version == SCHEMA_VERSION:
            if missing := TABLES - tables:
                return Trouble(Kind.DAMAGED, f"the table '{min(missing)}' is missing")
            for sql in _LOOKS:
                connection.execute(sql).fetchall()
        # An older one is about to be changed: once in its life it may be looked at for that.
        if (noted(path) or version < SCHEMA_VERSION) and (found := what_is_damaged(connection)) is not None:
            return Trouble(Kind.DAMAGED, found)
        told = connection.execute("SELECT value FROM session WHERE key = ?", (BACKED_UP,)).get
        backed_up = int(told) if told is not None and told.isdecimal() else 0
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    forget_note(path)
    if version < SCHEMA_VERSION:
        # It is backed up before it is changed, and knows of it only then.
        return None
    return Trouble(Kind.BEHIND, "it is older than its backup", backed_up) if backed_up < newest else None


def what_is_damaged(connection: apsw.Connection) -> str | None:
    """Looks at everything; returns what is wrong first, None for a sound cache. Raises apsw.InterruptError when stopped."""
    found = str(connection.execute("PRAGMA quick_check(1)").get)
    return None if found == "ok" else " ".join(found.split())


def _another_programs(path: Path) -> bool:
    """Whether a database has another program's number, told without opening it where no log could say otherwise: even to
    open one that has a log leaves files beside it. The number's place is that of the file format, section 1.3.14.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        return False
    number = int.from_bytes(_beginning(path, 72)[68:72], "big")
    return number not in (0, APPLICATION_ID)


def _begins_as_database(path: Path) -> bool:
    return _beginning(path, len(MAGIC)) == MAGIC


def _has_trace(path: Path) -> bool:
    return TRACE in _beginning(path, TRACE_BYTES)


def _beginning(path: Path, length: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(length)
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror or error}") from error


# --------------------------------------------------------------------------- the note beside the cache


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}-suspect")


def note(path: Path, what: str) -> None:
    """Notes that something failed: the next start looks at everything."""
    logger.error("%s: %s; the whole cache is looked at", path, what)
    try:
        _note(path).write_text(f"{what}\n", encoding="utf-8")
    except OSError as error:
        logger.error("%s: cannot be written: %s", _note(path), error.strerror or error)


def noted(path: Path) -> bool:
    """Whether something failed the last time."""
    return _note(path).exists()


def forget_note(path: Path) -> None:
    """Takes the note away: everything was looked at, or is made anew."""
    try:
        _note(path).unlink(missing_ok=True)
    except OSError as error:
        logger.error("%s: cannot be taken away: %s", _note(path), error.strerror or error)


def check_due(last: str | None, now: datetime) -> bool:
    """Whether everything is to be looked at again, by what the session says of the last time (seconds UTC).

    A clock that was set back does not put it off for ever.
    """
    if last is None or not last.isdecimal():
        return True
    return abs(now.timestamp() - int(last)) >= CHECK_EVERY.total_seconds()
