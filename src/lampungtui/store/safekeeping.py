"""Keeping the cache safe while it is open: its backups, and the look at all of it when nothing else is to be done."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import apsw

from lampungtui.clock import Clock
from lampungtui.errors import StoreError
from lampungtui.log import logger
from lampungtui.store import soundness
from lampungtui.store.backup import Backups, number_of, text_of
from lampungtui.store.connection import DamagedStore, Interrupted, own_errors
from lampungtui.store.counting import Counter
from lampungtui.store.deeds import Deeds
from lampungtui.store.schema import BACKED_UP
from lampungtui.store.state import session, set_session
from lampungtui.store.writer import Writer

DEEDS_BETWEEN: Final = 200
"""Deeds after which a backup is made at once."""

BACKUP_EVERY: Final = timedelta(days=1)
"""How old a backup may become before anything that was done since is backed up."""

CHECKED: Final = "checked"
"""Session key of when the whole cache was looked at last, in seconds UTC."""


class Safekeeping:
    """The safekeeping of one open cache. `beside` is a file of the reader's that is backed up with it."""

    def __init__(self, path: Path, *, clock: Clock, beside: Path | None) -> None:
        self._path = path
        self._clock = clock
        self._beside = beside
        self._beside_before = self._text_beside()
        self._backups = Backups(path.parent)
        self._backed_up = 0
        self._under_way = threading.Lock()
        self._looker = Counter(path)
        self._suspected = False
        self._closed = False
        self.damage: str | None = None
        """What a look at the whole cache found to be damaged, in SQLite's words; it is made anew at the next start."""

    def begin(self, writer: Writer, reader: apsw.Connection, deeds: Deeds) -> None:
        """Begins with the open cache."""
        self._writer = writer
        self._reader = reader
        self._deeds = deeds
        self._suspected = soundness.noted(self._path)

    # ------------------------------------------------------------------ backups

    @property
    def newest_backup(self) -> Path | None:
        """The newest backup."""
        return next(iter(self._backups.newest_first()), None)

    @property
    def backed_up_at(self) -> datetime | None:
        """When the newest backup was written, as far as the file system knows; None where there is none."""
        newest = self.newest_backup
        try:
            return datetime.fromtimestamp(newest.stat().st_mtime, UTC) if newest is not None else None
        except OSError:
            return None

    def back_up_before_migration(self) -> int:
        """Backs up an older cache before its form is changed; gives the number of the backup.

        Raises StoreError: then nothing is changed.
        """
        backup = self._backups.make(self._path, beside=self._beside)
        logger.info("%s: backed up before its form is changed", backup)
        return number_of(backup)

    @property
    def anything_new(self) -> bool:
        """Whether anything was done since the last backup."""
        return self._deeds.done > self._backed_up or self._text_beside() not in (None, self._beside_before)

    async def back_up_if_due(self) -> bool:
        """Makes a backup, on a thread of its own, where much was done since the last one, or anything since a day; returns
        whether it did. A failure is logged: it must not stop the reading.
        """
        if self._deeds.done - self._backed_up < DEEDS_BETWEEN and not (self.anything_new and self._a_day_old()):
            return False
        return await asyncio.to_thread(self._back_up)

    def _a_day_old(self) -> bool:
        at = self.backed_up_at
        # A clock that was set back does not put it off for ever.
        return at is None or abs(self._clock() - at) >= BACKUP_EVERY

    def _back_up(self) -> bool:
        """Makes a backup. May be called on any thread; returns whether it was made."""
        with self._under_way:
            done, text = self._deeds.done, self._text_beside()
            try:
                # Noted first: a cache that does not know of its newest backup is an earlier state than that.
                number = self._writer.do_last(lambda connection: _noted(connection, self._backups.next_number()))
                backup = self._backups.make(self._path, beside=self._beside, number=number)
                if number_of(backup) != number:
                    # Another reader made one meanwhile.
                    self._writer.do_last(lambda connection: set_session(connection, BACKED_UP, str(number_of(backup))))
            except StoreError as error:
                logger.error("no backup was made: %s", error)
                return False
            self._backed_up, self._beside_before = done, text
            return True

    def _text_beside(self) -> str | None:
        return text_of(self._beside) if self._beside is not None else None

    # ------------------------------------------------------------------ damage

    def suspect(self, error: StoreError) -> None:
        """Notes that something failed as in a damaged file: all of it is looked at in the next idle moment."""
        if not self._suspected and isinstance(error.__cause__, apsw.Error):
            self._suspected = True
            soundness.note(self._path, str(error.__cause__))

    async def check_if_due(self) -> str | None:
        """Looks at the whole cache where that is due, or something failed; returns what is damaged, None for nothing.

        For idle moments: it takes long, on a thread of its own, and ends at once when the cache is closed.
        """
        if self.damage is not None:
            return self.damage
        with own_errors(self._path):
            last = session(self._reader, CHECKED)
        if not self._suspected and not soundness.check_due(last, self._clock()):
            return None
        try:
            # Where it is asked for again before it has ended, the first look is given up.
            looked = await self._looker.ask_latest(lambda connection: (soundness.what_is_damaged(connection),))
            if looked is None:
                return None
            (self.damage,) = looked
        except Interrupted:
            return None
        except DamagedStore as error:
            self.damage = str(error.__cause__ or error)
        if self.damage is not None:
            soundness.note(self._path, self.damage)
            return self.damage
        self._suspected = False
        soundness.forget_note(self._path)
        now = str(int(self._clock().timestamp()))
        await self._writer.do(lambda connection: set_session(connection, CHECKED, now))
        return None

    def close(self) -> None:
        """Writes what waits, backs up what is new and stops looking."""
        if self._closed:
            return
        self._closed = True
        self._looker.close()
        self._deeds.write_last()
        if self.anything_new:
            self._back_up()


def _noted(connection: apsw.Connection, number: int) -> int:
    """Notes the number of a backup, above all that were noted before; returns it."""
    told = session(connection, BACKED_UP)
    number = max(number, int(told) + 1 if told is not None and told.isdecimal() else 0)
    set_session(connection, BACKED_UP, str(number))
    return number
