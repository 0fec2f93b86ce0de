"""A cache that is damaged or gone: put aside as it is, and made anew from what the backup and the damaged file still tell.

The new cache is made whole under another name first. So a kill at any moment leaves either the damaged cache, to be
mended at the next start, or the new one.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import apsw

from lampungtui.errors import StoreError
from lampungtui.log import logger
from lampungtui.store import soundness
from lampungtui.store.backup import Backups, number_of, put_in_place, reading_backup
from lampungtui.store.connection import DamagedStore, StoreFull, StoreUnwritable, connect, own_errors
from lampungtui.store.families import relate_all
from lampungtui.store.mending import mended_copy
from lampungtui.store.restoring import restore
from lampungtui.store.schema import BACKED_UP, migrate
from lampungtui.store.soundness import Kind
from lampungtui.store.state import session, set_session

VISITED: Final = "visited"
"""Session key of the newest article's id at the end of the last visit: what came later is fresh."""

_FILES: Final = ("", "-wal", "-shm")


class Extent(enum.Enum):
    """How much of a damaged or lost cache is there again."""

    EVERYTHING = "everything"
    """Only an index was damaged."""
    EVERY_DEED = "every-deed"
    """All that the reader did could still be read; what was not marked is fetched again."""
    BACKUP = "backup"
    """What the newest good backup tells."""
    CAUGHT_UP = "caught-up"
    """Everything: it was sound, but older than the newest good backup, and what that tells was brought in."""
    NOTHING = "nothing"
    """There was no good backup."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was done about a cache that could not be used: `aside` is where the damaged one lies, None for one that was gone.

    `backup` is what it was made anew from, `backed_up_at` when that was written, as far as the file system knows;
    `articles` are the marked articles that are back.
    """

    extent: Extent
    aside: Path | None
    backup: Path | None
    backed_up_at: datetime | None
    articles: int


def recovered(path: Path, *, alone: bool, now: datetime) -> Recovery | None:
    """Makes sure that a cache can be opened at `path`: None where that was so, else what was done about it.

    `alone`: whether nobody else has it open. Raises ForeignFile and NewerStore for files that are not ours to touch,
    DamagedStore for a damaged one that another lampungtui has open, and StoreError.
    """
    backups = Backups(path.parent)
    newest = backups.newest_first()
    with own_errors(path), _own_names(path):
        finished = _finish(path, backups) if alone else None
        trouble = soundness.trouble_of(path, newest=number_of(newest[0]) if newest else 0)
        if trouble is None:
            return finished
        if trouble.kind is Kind.DAMAGED and not alone:
            raise DamagedStore(
                f"{path}: is damaged ({trouble.what}); close the other lampungtui and start this one again"
            )
        if not alone:
            # Whoever has it open is just making it, or writing a backup.
            return None
        logger.error("%s: %s", path, trouble.what)
        if trouble.kind is Kind.BEHIND:
            return _caught_up(path, backups, trouble.backed_up, now=now) or finished
        return _made_anew(path, backups, trouble, now=now)


@contextmanager
def _own_names(path: Path) -> Iterator[None]:
    """Turns what the system says of files that cannot be renamed or taken away into an error of our own."""
    try:
        yield
    except OSError as error:
        raise StoreUnwritable(
            f"{path}: needs mending, and the folder cannot be written: {error.strerror or error}"
        ) from error


def _made_anew(path: Path, backups: Backups, trouble: soundness.Trouble, *, now: datetime) -> Recovery:
    part = path.with_name(f"{path.name}.making")
    try:
        extent, backup, articles = _build(part, path, backups, trouble, now=now)
    except BaseException:
        # What could not be made whole, as on a full disk, takes no room; the damaged cache is still in its place.
        _remove(part)
        raise
    mended = _mended(path)
    put_in_place(part, mended)
    aside = _put_aside(path, now)
    put_in_place(mended, path)
    soundness.forget_note(path)
    return Recovery(extent, aside, backup, _written_at(backup), articles)


def _build(
    part: Path, damaged: Path, backups: Backups, trouble: soundness.Trouble, *, now: datetime
) -> tuple[Extent, Path | None, int]:
    """Makes the new cache; gives how much of the damaged one is in it, from which backup, and how many marked articles."""
    told = trouble.kind is not Kind.LOST and _tells_all_deeds(damaged, backups)
    # The copy first: what was salvaged is a newer backup, behind which the damaged cache is from then on. Where this ends
    # before its time, the next start would not copy it any more.
    copied = told and mended_copy(damaged, part)
    salvaged = _salvaged(damaged, backups) if told and not copied else None
    newest = backups.newest_good()
    backup = None if copied else salvaged or newest
    articles = 0
    if not copied:
        _remove(part)
    with closing(connect(part, writing=True)) as connection:
        migrate(connection, part)
        if backup is not None:
            articles = _restore(connection, backup, now=now)
        set_session(connection, BACKED_UP, str(number_of(newest) if newest is not None else 0))
        # Closing passes over a log that there is no room to merge, and it is the file alone that gets the cache's name.
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    if copied:
        return Extent.EVERYTHING, None, 0
    return Extent.EVERY_DEED if salvaged else Extent.BACKUP if backup else Extent.NOTHING, backup, articles


def _remove(part: Path) -> None:
    for suffix in _FILES:
        part.with_name(part.name + suffix).unlink(missing_ok=True)


def _written_at(backup: Path | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(backup.stat().st_mtime, UTC) if backup is not None else None
    except OSError:
        return None


def _restore(connection: apsw.Connection, backup: Path, *, now: datetime) -> int:
    connection.execute("BEGIN IMMEDIATE")
    try:
        with reading_backup(backup) as told:
            articles = restore(connection, told, now=now)
        relate_all(connection)
        if session(connection, VISITED) is None:
            set_session(connection, VISITED, str(connection.execute("SELECT coalesce(max(id), 0) FROM article").get))
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    return articles


def _tells_all_deeds(path: Path, backups: Backups) -> bool:
    """Whether a damaged cache has all tables of what the reader did, and is no earlier state than its newest good backup."""
    with (
        suppress(StoreError),
        own_errors(path),
        closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)) as connection,
    ):
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        return not soundness.DEED_TABLES - tables and not _is_older(connection, backups)
    return False


def _salvaged(path: Path, backups: Backups) -> Path | None:
    """A backup of the damaged cache itself, where all that the reader did can still be read in it.

    What a person does is in a few tables; most damage is elsewhere. Raises StoreFull and StoreUnwritable: an older backup
    in its place would lose what was done since, though it can be read.
    """
    try:
        return backups.make(path, damaged=True)
    except (StoreFull, StoreUnwritable):
        raise
    except StoreError as error:
        logger.error("%s: what was done cannot be read: %s", path, error)
        return None


def _is_older(connection: apsw.Connection, backups: Backups) -> bool:
    """Whether a cache is an earlier state than its newest good backup: its log was lost, or it was copied back."""
    told = session(connection, BACKED_UP)
    noted = int(told) if told is not None and told.isdecimal() else 0
    return backups.newest_good(above=noted) is not None


def _caught_up(path: Path, backups: Backups, noted: int, *, now: datetime) -> Recovery | None:
    """Brings a sound cache that is older than its newest good backup up to what that tells."""
    backup = backups.newest_good(above=noted)
    if backup is None:
        return None
    with closing(connect(path, writing=True)) as connection:
        migrate(connection, path)
        articles = _restore(connection, backup, now=now)
        set_session(connection, BACKED_UP, str(number_of(backup)))
    return Recovery(Extent.CAUGHT_UP, None, backup, _written_at(backup), articles)


def _mended(path: Path) -> Path:
    return path.with_name(f"{path.name}.mended")


def _finish(path: Path, backups: Backups) -> Recovery | None:
    """Ends a recovery that was killed once the new cache was whole and the damaged one put aside."""
    mended = _mended(path)
    if not mended.exists():
        return None
    if path.exists():
        # The damaged one, still in its place: it is found again, and put aside by whoever finds it.
        mended.unlink()
        return None
    aside = _newest_aside(path)
    for suffix in _FILES[1:]:
        left = path.with_name(path.name + suffix)
        if left.exists():
            left.replace(path.with_name((aside.name if aside else f"{path.name}.damaged") + suffix))
    put_in_place(mended, path)
    backup = backups.newest_good()
    return Recovery(Extent.BACKUP, aside, backup, _written_at(backup), 0)


def _newest_aside(path: Path) -> Path | None:
    found = sorted(
        each for each in path.parent.glob(f"{path.name}.damaged-*") if not each.name.endswith(("-wal", "-shm"))
    )
    return found[-1] if found else None


def _put_aside(path: Path, now: datetime) -> Path | None:
    """Renames a cache and its log, byte for byte as they are; returns its new name, None where there was none.

    Also a log that is left of a cache which is gone: beside the new one it would be merged into that.
    """
    stem = f"{path.name}.damaged-{now:%Y%m%d-%H%M%S}"
    aside, number = path.with_name(stem), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}")
    there = path.exists()
    # The cache first: were its log renamed first and we killed, it would look like a sound one, only older.
    for suffix in _FILES:
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    return aside if there else None
