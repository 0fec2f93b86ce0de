"""Opening the cache: pragmas, whose file it is, and SQLite's failures as errors of our own.

apsw is used instead of the standard library's module because it brings a current SQLite: versions before 3.51.3 can
corrupt a WAL database with two connections (sqlite.org/wal.html, "WAL-reset bug"), and the interpreter's own is older.

Durability: a write-ahead log, merged by the writer alone. The file is consistent after any crash, and a kill takes
nothing that was acknowledged. What a person did (`Synced.DEEDS`) is also waited for to be on the disk, so that a
power cut does not take it; what was fetched (`Synced.FETCHED`) is not waited for: a power cut may take its last
moments, and it is fetched again.
"""

from __future__ import annotations

import enum
import json
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import apsw

from lampungtui.errors import DamagedText, StoreError
from lampungtui.store.rows import digest

APPLICATION_ID: Final = 0x4C505449
"""`LPTI`, by which a file is known as ours (SQLite file format, section 1.3.14)."""

BUSY_MILLISECONDS: Final = 5_000
SWITCH_MILLISECONDS: Final = 20

PAGE_BYTES: Final = 8_192
"""Two bodies fit into SQLite's usual page and leave a fifth of it empty, five into one of this size."""

CHECKPOINT_PAGES: Final = 2_000
"""Pages in the write-ahead log before they are merged into the file. Each merge waits for the disk twice; at
a quarter of that it is every tenth feed of a first refresh, a quarter of the time that storing it takes."""

FILE_NAME: Final = "lampungtui.db"


class Synced(enum.IntEnum):
    """What SQLite waits for at a commit (its `synchronous`): nothing but the log's own order, or the disk."""

    FETCHED = 1
    DEEDS = 2


class ForeignFile(StoreError):
    """The file is a database of another program; it is left alone."""


class NewerStore(StoreError):
    """The cache was written by a newer lampungtui; it is left alone."""


class DamagedStore(StoreError):
    """The file is no database, or a damaged one."""


class StoreFull(StoreError):
    """There is no room on the disk."""


class StoreUnwritable(StoreError):
    """The file or folder cannot be written."""


class DiskFailure(StoreError):
    """The disk failed while it was read or written, or a quota or limit on files is reached."""


class StoreBusy(StoreError):
    """Another program held the cache for too long."""


UNWRITTEN: Final = (StoreFull, StoreUnwritable, DiskFailure, StoreBusy)
"""Failures that may pass: what could not be written is tried again."""


class Interrupted(StoreError):
    """The question was given up because nobody waits for its answer any more."""


@contextmanager
def own_errors(path: Path) -> Iterator[None]:
    """Turns SQLite's failures into errors of our own, with a sentence that a reader can act on."""
    try:
        yield
    except apsw.FullError as error:
        raise StoreFull(f"{path}: no room on the disk; free some space and try again") from error
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError) as error:
        raise StoreUnwritable(f"{path}: cannot be opened or written; check the folder's permissions") from error
    except apsw.IOError as error:
        raise DiskFailure(f"{path}: the disk failed, or a quota is reached ({error})") from error
    except (apsw.NotADBError, apsw.CorruptError, zlib.error, json.JSONDecodeError, DamagedText) as error:
        raise DamagedStore(
            f"{path}: is damaged; start lampungtui again, which mends it or makes it anew from its backup"
        ) from error
    except apsw.InterruptError as error:
        raise Interrupted(f"{path}: a question was given up") from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise StoreBusy(f"{path}: another program is using the cache; try again in a moment") from error
    except (apsw.Error, UnicodeError, OverflowError) as error:
        raise StoreError(f"{path}: cannot be read or written ({type(error).__name__}: {error})") from error


def connect(path: Path, *, writing: bool) -> apsw.Connection:
    """A connection with our pragmas. Only the writing one checkpoints. Raises StoreError."""
    with own_errors(path):
        flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if writing else 0)
        connection = apsw.Connection(str(path), flags=flags)
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        if writing:
            try:
                check_owner(connection, path)
            except BaseException:
                connection.close()
                raise
            if not connection.pragma("page_count"):
                # Only a file that is made now can take these.
                connection.pragma("page_size", PAGE_BYTES)
                connection.pragma("auto_vacuum", "incremental")
            _use_wal(connection)
            # Migrations make digests of what older caches had in words.
            connection.create_scalar_function("digest", _digest, 1, deterministic=True)
            connection.pragma("wal_autocheckpoint", CHECKPOINT_PAGES)
        else:
            connection.pragma("wal_autocheckpoint", 0)
            connection.pragma("query_only", True)
        connection.pragma("synchronous", int(Synced.FETCHED))
        connection.pragma("foreign_keys", True)
        connection.pragma("temp_store", 2)
        connection.pragma("cache_size", -4_096)
        return connection


def _digest(*values: apsw.SQLiteValue) -> bytes:
    """`digest`, as SQL calls it."""
    return digest(str(values[0]))


def _use_wal(connection: apsw.Connection) -> None:
    """Switches the file to a write-ahead log, waiting for others that open it at this moment.

    SQLite gives up on this switch at once where another connection reads, without asking its busy handler.
    """
    pause = threading.Event()
    for _ in range(BUSY_MILLISECONDS // SWITCH_MILLISECONDS):
        try:
            connection.pragma("journal_mode", "wal")
        except apsw.BusyError:
            pause.wait(SWITCH_MILLISECONDS / 1_000)
        else:
            return
    connection.pragma("journal_mode", "wal")


def check_owner(connection: apsw.Connection, path: Path) -> None:
    """Refuses another program's database before anything is written to it."""
    # Closing the last connection would merge a write-ahead log that the other program left.
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    # One transaction, so that a cache which another process is just making is seen before or after, never halfway.
    connection.execute("BEGIN")
    owner = connection.pragma("application_id")
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").get
    connection.execute("COMMIT")
    if owner != APPLICATION_ID and (owner != 0 or tables):
        raise ForeignFile(f"{path}: is a database of another program; it was left as it is")
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
