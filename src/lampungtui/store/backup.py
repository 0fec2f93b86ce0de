"""The backup: small files of what the reader did, so that a cache that is lost takes none of it along.

A backup holds the marked articles (saved, put aside, tagged, hidden) with their bodies and earlier versions, so that
they can be listed again even where their feed is gone; of those that were only read, or read in part, the identity
keys; tags, saved views, rules, the journal, the words of the session; and a file of the reader's beside the cache,
that of subscriptions. What was fetched and is not marked is not in it: it is fetched again.

It is read from one snapshot of the cache by SQLite itself, on a connection that locks nobody out, into a new file;
that one is checked, put on the disk, and only then takes its name. The newest `KEPT` stay. They are numbered rather
than dated, so that a clock that was set back mixes nothing up. A cache of any earlier version can be backed up: what
it has no column for is left out.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

import apsw

from lampungtui.errors import StoreError
from lampungtui.log import logger
from lampungtui.store.connection import BUSY_MILLISECONDS, DamagedStore, StoreUnwritable, own_errors

BACKUP_ID: Final = 0x4C505442
"""`LPTB`, by which a file is known as a backup of ours."""

BACKUP_VERSION: Final = 1

FOLDER_NAME: Final = "backup"
KEPT: Final = 3
"""Backups that stay."""

BESIDE_LIMIT: Final = 4_000_000
"""Bytes of the file beside the cache that are copied at most."""

_NAME: Final = re.compile(r"lampungtui-(\d{8})\.backup")

_SCHEMA: Final = """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        outlet TEXT NOT NULL,
        outlet_name TEXT NOT NULL,
        title TEXT NOT NULL,
        category TEXT NOT NULL,
        sort_at INTEGER NOT NULL,
        published_at INTEGER,
        date_source TEXT,
        whole_day INTEGER NOT NULL,
        read INTEGER NOT NULL,
        saved INTEGER NOT NULL,
        later INTEGER NOT NULL,
        hidden INTEGER NOT NULL,
        views INTEGER,
        first_seen_at INTEGER NOT NULL,
        url TEXT,
        facts TEXT NOT NULL,
        updated_at INTEGER
    ) STRICT;
    CREATE TABLE body (
        article INTEGER PRIMARY KEY, origin TEXT NOT NULL, blocks BLOB NOT NULL, stored_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE version (
        article INTEGER NOT NULL, title TEXT NOT NULL, origin TEXT NOT NULL, blocks BLOB NOT NULL,
        replaced_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE identity (key ANY PRIMARY KEY, article INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE listed (
        category TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (article, category)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE position (article INTEGER PRIMARY KEY, block INTEGER NOT NULL, within INTEGER NOT NULL) STRICT;
    CREATE TABLE remembered (
        key ANY PRIMARY KEY, read INTEGER NOT NULL, block INTEGER, within INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tag (key TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE saved_view (
        id INTEGER PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, sorting TEXT NOT NULL,
        grouping TEXT NOT NULL
    ) STRICT;
    CREATE TABLE rule (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, query TEXT NOT NULL, outlet TEXT, feed TEXT, made_at INTEGER NOT NULL,
        expires_at INTEGER
    ) STRICT;
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY, what TEXT NOT NULL, about TEXT NOT NULL, articles INTEGER NOT NULL, changes BLOB NOT NULL,
        undone INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE session (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE feed (id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE let_go (key ANY PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE hold (origin TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE beside (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""
"""Identity keys are digests, or words in the backup of a cache that had them so."""

_COPIED: Final = ("tag", "saved_view", "rule", "journal", "session", "let_go", "hold")
"""Tables that are copied whole, column by column."""

_FEED_AGAIN: Final = """
    CASE coalesce(json_extract(state, '$.trouble'), '') = 'gone'
        WHEN 1 THEN state
        ELSE CASE coalesce(json_extract(state, '$.wait_reason'), '') = 'retry-after'
            WHEN 1 THEN json_remove(state, '$.etag', '$.last_modified')
            ELSE json_remove(state, '$.etag', '$.last_modified', '$.next_poll_at', '$.wait_reason', '$.last_try_at')
        END
    END
"""
"""A feed's state for a cache that has none of its articles: without validators, and due at once, unless its server asked for
patience or said that it is gone. Where it moved to is kept."""

_ADDED_LATER: Final = {"later": "0", "hidden": "0"}
"""What stands for a column of `article` that an earlier version lacked."""


class Backups:
    """The backups of the cache in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER_NAME

    def newest_first(self) -> list[Path]:
        """The backups there are, whether good or not."""
        try:
            found = [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]
        except OSError:
            return []
        return sorted(found, key=number_of, reverse=True)

    def newest_good(self, *, above: int = -1) -> Path | None:
        """The newest backup with a number above this one that can be opened, is ours and whole."""
        for path in self.newest_first():
            if number_of(path) <= above:
                break
            if is_sound(path):
                return path
            logger.error("%s: this backup is damaged; the one before it counts", path)
        return None

    def text_beside(self, name: str) -> str | None:
        """The text of the file of this name that was backed up last; None where none was."""
        backup = self.newest_good()
        if backup is None:
            return None
        with reading_backup(backup) as told:
            text: str | None = told.execute("SELECT text FROM beside WHERE name = ?", (name,)).get
            return text

    def next_number(self) -> int:
        """The number that the next backup gets."""
        newest = self.newest_first()
        return number_of(newest[0]) + 1 if newest else 1

    def make(
        self, cache: Path, *, beside: Path | None = None, number: int | None = None, damaged: bool = False
    ) -> Path:
        """Backs up what a person did in a cache; returns the new backup. Raises StoreError, with the others as they were.

        `beside` is the file beside the cache that goes along. `number` is what `next_number` gave, where it was noted.
        A `damaged` cache is read as `write_backup` says.
        """
        with self._locked():
            for left in self.folder.glob("*.new"):
                # Of a backup that was killed: nobody else writes one while we hold the lock.
                with suppress(OSError):
                    left.unlink()
            place = self.folder / f"lampungtui-{max(number or 0, self.next_number()):08}.backup"
            part = place.with_name(f"{place.name}.new")
            try:
                write_backup(cache, part, beside=beside, damaged=damaged)
                if not is_sound(part):
                    raise DamagedStore(f"{part}: a backup could not be read back; it was thrown away")
                put_in_place(part, place)
            except BaseException:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                raise
            for old in self.newest_first()[KEPT:]:
                with suppress(OSError):
                    old.unlink()
            return place

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            lock = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StoreUnwritable(f"{self.folder}: no backup can be written: {error.strerror or error}") from error
        try:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def number_of(backup: Path) -> int:
    """A backup's number."""
    found = _NAME.fullmatch(backup.name)
    return int(found[1]) if found else 0


def put_in_place(part: Path, place: Path) -> None:
    """Gives a file that was written whole its name, on the disk before and after. Raises StoreUnwritable."""
    try:
        _sync(part)
        part.replace(place)
        _sync(place.parent)
    except OSError as error:
        raise StoreUnwritable(f"{place}: cannot be written: {error.strerror or error}") from error


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def is_sound(backup: Path) -> bool:
    """Whether a file is a backup that we know, and whole."""
    try:
        with reading_backup(backup) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").get == "ok")
    except StoreError:
        return False


@contextmanager
def reading_backup(backup: Path) -> Iterator[apsw.Connection]:
    """A connection that reads a backup. Raises DamagedStore for a file that is none of ours."""
    with own_errors(backup), closing(apsw.Connection(str(backup), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        version = connection.pragma("user_version")
        if connection.pragma("application_id") != BACKUP_ID or not 0 < version <= BACKUP_VERSION:
            raise DamagedStore(f"{backup}: is no backup of lampungtui that this version knows")
        yield connection


def write_backup(cache: Path, backup: Path, *, beside: Path | None = None, damaged: bool = False) -> None:
    """Writes what a person did in a cache into a new file. Raises StoreError.

    Of a `damaged` cache the tables themselves are read, from their beginnings to their ends, and no index.
    """
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
    with own_errors(backup):
        connection = apsw.Connection(str(backup), flags=flags)
        backup.chmod(0o600)
    with own_errors(cache), closing(connection):
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        # The file is put on the disk as a whole, or thrown away: a journal of its own would be for nothing.
        connection.pragma("journal_mode", "off")
        connection.pragma("synchronous", 0)
        connection.pragma("temp_store", 2)
        connection.execute("ATTACH ? AS cache", (f"{cache.absolute().as_uri()}?mode=ro",))
        connection.execute("BEGIN")
        connection.execute(_SCHEMA)
        _copy(connection, "NOT INDEXED" if damaged else "")
        if beside is not None and (text := text_of(beside)) is not None:
            connection.execute("INSERT INTO beside (name, text) VALUES (?, ?)", (beside.name, text))
        connection.pragma("application_id", BACKUP_ID)
        connection.pragma("user_version", BACKUP_VERSION)
        connection.execute("COMMIT")


def text_of(path: Path) -> str | None:
    """The text of a file of the reader's; None where there is none, or nothing that could be text."""
    try:
        told = path.read_bytes() if path.stat().st_size <= BESIDE_LIMIT else b""
        text = told.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text if text.strip() and "\0" not in text else None


def _copy(connection: apsw.Connection, hint: str) -> None:
    """Copies from the attached cache; `hint` says by which indexes it may be read."""
    there = {name for (name,) in connection.execute("SELECT name FROM cache.sqlite_schema WHERE type = 'table'")}
    columns = set(_columns(connection, "cache", "article"))
    marked = [name for name in ("saved", "later", "hidden") if name in columns]
    connection.execute("CREATE TEMP TABLE kept (id INTEGER PRIMARY KEY)")
    connection.execute(
        f"INSERT INTO kept SELECT id FROM cache.article {hint} WHERE {' OR '.join(marked)} "  # noqa: S608
        f"UNION SELECT article FROM cache.listed {hint} WHERE category >= '#' AND category < '$'"
    )
    own = [
        name for name in _columns(connection, "main", "article") if name not in ("outlet_name", "facts", "updated_at")
    ]
    taken = [f"article.{name}" if name in columns else _ADDED_LATER[name] for name in own]
    connection.execute(
        f"INSERT INTO article ({', '.join(own)}, outlet_name, facts, updated_at) "  # noqa: S608
        f"SELECT {', '.join(taken)}, coalesce(outlet.name, article.outlet), coalesce(detail.facts, '{{}}'), "
        "detail.updated_at FROM temp.kept CROSS JOIN cache.article ON article.id = kept.id "
        "LEFT JOIN cache.outlet ON outlet.id = article.outlet LEFT JOIN cache.detail ON detail.article = article.id"
    )
    for table in ("body", "version", "identity", "listed", "position"):
        names = ", ".join(_columns(connection, "main", table))
        connection.execute(
            f"INSERT INTO main.{table} ({names}) SELECT {names} FROM cache.{table} {hint} "  # noqa: S608
            "WHERE article IN (SELECT id FROM temp.kept)"
        )
    if "remembered" in there:
        connection.execute("INSERT INTO remembered SELECT key, read, block, within FROM cache.remembered")
    connection.execute(
        "INSERT OR REPLACE INTO remembered SELECT identity.key, article.read, position.block, position.within "  # noqa: S608
        f"FROM cache.identity {hint} CROSS JOIN cache.article ON article.id = identity.article "
        "LEFT JOIN cache.position ON position.article = article.id "
        "WHERE (article.read OR position.block NOT NULL) AND article.id NOT IN (SELECT id FROM temp.kept)"
    )
    connection.execute(f"INSERT INTO main.feed (id, state) SELECT id, {_FEED_AGAIN} FROM cache.feed")  # noqa: S608
    for table in _COPIED:
        if table in there:
            names = ", ".join(_columns(connection, "main", table))
            connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM cache.{table}")  # noqa: S608


def _columns(connection: apsw.Connection, schema: str, table: str) -> Sequence[str]:
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?, ?)", (table, schema))]
