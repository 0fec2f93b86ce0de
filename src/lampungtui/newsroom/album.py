"""The album: the folder of stored pictures, each a small JPEG under the digest of its address, within a budget.

No index is kept: a file is there or not, its time of change is when it was last shown. Every method here waits for the
disk; the newsroom calls them off the event loop.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Collection
from pathlib import Path
from typing import Final

from lampungtui.foreign import Address

SUFFIX: Final = ".jpg"
HALF_SUFFIX: Final = ".half"

ROOM_LEFT: Final = 0.9
"""The share of the budget that is filled again after pictures had to go: so that it happens seldom."""

HALF_SECONDS: Final = 3600
"""Age from which a file that was never finished is nobody's any more."""


class Album:
    """Pictures on the disk. Two readers may share it: each file comes and goes whole."""

    def __init__(self, folder: Path, *, budget_bytes: int) -> None:
        self.folder = folder
        self.budget_bytes = budget_bytes
        self._bytes: int | None = None

    def has(self, address: Address) -> bool:
        """Whether a picture is stored."""
        try:
            return self._path(address).stat().st_size > 0
        except OSError:
            return False

    def take(self, address: Address) -> bytes | None:
        """A stored picture, from now on the one shown last; None where there is none that can be read."""
        path = self._path(address)
        try:
            picture = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return picture or None

    def keep(self, address: Address, picture: bytes) -> bool:
        """Stores a picture, whole or not at all; returns whether the budget is exceeded now. Raises OSError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._path(address)
        half = path.with_name(f"{path.stem}-{os.getpid()}{HALF_SUFFIX}")
        try:
            # Before the file is there: it is counted with its own bytes only once.
            total = self._counted()
            descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as written:
                written.write(picture)
            half.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                half.unlink()
            raise
        self._bytes = total + len(picture)
        return self._bytes > self.budget_bytes

    def drop(self, address: Address) -> None:
        """Takes a picture out."""
        with contextlib.suppress(OSError):
            self._path(address).unlink()
        self._bytes = None

    def make_room(self, spared: Collection[str]) -> None:
        """Takes out pictures, those shown longest ago first, until the budget holds; those named in `spared` last."""
        files = []
        for entry in self._files(SUFFIX):
            with contextlib.suppress(FileNotFoundError):
                stat = entry.stat()
                files.append((entry.name in spared, stat.st_mtime_ns, stat.st_size, entry.path))
        total = sum(size for _, _, size, _ in files)
        bound = self.budget_bytes * ROOM_LEFT
        for _, _, size, path in sorted(files):
            if total <= bound:
                break
            with contextlib.suppress(OSError):
                Path(path).unlink()
                total -= size
        self._bytes = total

    def name_of(self, address: Address) -> str:
        """The file name of a picture."""
        return hashlib.sha256(address.encode()).hexdigest()[:40] + SUFFIX

    def _path(self, address: Address) -> Path:
        return self.folder / self.name_of(address)

    def _counted(self) -> int:
        """Bytes of all pictures, counted once; what a crash left half written goes at that time."""
        if self._bytes is None:
            long_ago = time.time() - HALF_SECONDS
            for entry in self._files(HALF_SUFFIX):
                with contextlib.suppress(OSError):
                    if entry.stat().st_mtime < long_ago:
                        Path(entry.path).unlink()
            total = 0
            for entry in self._files(SUFFIX):
                with contextlib.suppress(FileNotFoundError):
                    total += entry.stat().st_size
            self._bytes = total
        return self._bytes

    def _files(self, suffix: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.folder) as entries:
                return [entry for entry in entries if entry.name.endswith(suffix)]
        except OSError:
            return []
