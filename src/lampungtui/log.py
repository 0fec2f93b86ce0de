"""The log: a rotating file in the state folder, one record a line, never the terminal. Several processes may write it."""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from lampungtui.discretion import discreet
from lampungtui.foreign import clean_line

LOG_NAME: Final = "lampungtui.log"
LOG_BYTES: Final = 1_000_000
RECORD_LIMIT: Final = 2_000

logger = logging.getLogger("lampungtui")


class _OneLine(logging.Formatter):
    """A record as one cleaned line: nothing from outside can forge a second record or steer a terminal, and what an
    address holds of keys and passwords is left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        return discreet(clean_line(super().format(record), RECORD_LIMIT))


class _SharedFile(RotatingFileHandler):
    """A rotating file that a reader and a `lampungtui refresh` beside it both write, one record at a time.

    Under a lock beside the file, each looks first whether the other has put a new file in its place: else it would go on
    writing the old one, and rotate the new one away when that is full.
    """

    def emit(self, record: logging.LogRecord) -> None:
        with self._turn():
            self._follow()
            super().emit(record)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Waits for the others. Where no lock can be had (a file system without), everybody writes at once, as before."""
        path = Path(self.baseFilename)
        try:
            lock = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            yield
            return
        try:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _follow(self) -> None:
        """Opens the file anew where it is no longer the one that is open here."""
        if self.stream is None:
            return
        here = os.fstat(self.stream.fileno())
        try:
            there = Path(self.baseFilename).stat()
        except OSError:
            there = None
        if there is None or (here.st_dev, here.st_ino) != (there.st_dev, there.st_ino):
            self.stream.close()
            self.stream = self._open()


def start_log(folder: Path) -> None:
    """Writes the log to `folder`/lampungtui.log from now on (1 MB, three older files kept)."""
    handler = _SharedFile(folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=3, encoding="utf-8", delay=True)
    handler.setFormatter(_OneLine("%(asctime)s %(levelname)s %(name)s %(message)s"))
    # On a full disk the log has no room either; the screen is not the place to say so, record by record.
    logging.raiseExceptions = False
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logger.setLevel(logging.INFO)
