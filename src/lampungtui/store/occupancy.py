"""Who has the cache open: a lock beside it that every open cache shares, so that it is put aside only where nobody reads.

The system takes the lock back when a process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Final

from lampungtui.log import logger

LOCK_NAME: Final = ".lampungtui.lock"


class Occupancy:
    """One open cache among those of its folder. Begins alone, where nobody else has the cache open."""

    def __init__(self, folder: Path) -> None:
        self._file: int | None = None
        self.alone = True
        """Whether nobody else has the cache open; nobody opens it until `share` is called."""
        try:
            self._file = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.alone = False
                fcntl.flock(self._file, fcntl.LOCK_SH)
        except OSError as error:
            # A file system without such locks: there is nobody to be told from.
            logger.info("%s: no lock: %s", folder / LOCK_NAME, error.strerror or error)

    def share(self) -> None:
        """Lets others open the cache too."""
        self.alone = False
        if self._file is not None:
            fcntl.flock(self._file, fcntl.LOCK_SH)

    def leave(self) -> None:
        """Closes the lock."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
