"""Disks that are full: a real small one where this machine lets us mount one; everywhere, a limit on the sizes of files."""

from __future__ import annotations

import resource
import subprocess
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

KILOBYTES = 4_096


class Room(ABC):
    """A folder from which the room can be taken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def take(self) -> None:
        """Takes all the room that is left."""

    @abstractmethod
    def give_back(self) -> None:
        """Gives the room back."""


class SmallDisk(Room):
    """A file system of its own, filled to the last byte."""

    def take(self) -> None:
        with (self.folder / "filler").open("wb", buffering=0) as file:
            for size in (65_536, 4_096, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue

    def give_back(self) -> None:
        (self.folder / "filler").unlink(missing_ok=True)


class Quota(Room):
    """A limit of this process on the sizes of files (setrlimit(2)): what writes is refused as by a quota that is used up."""

    def take(self) -> None:
        self._limit(0)

    def give_back(self) -> None:
        self._limit(resource.RLIM_INFINITY)

    @staticmethod
    def _limit(most: int) -> None:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


@contextmanager
def small_disk(*, kilobytes: int = KILOBYTES) -> Iterator[SmallDisk]:
    """A file system with so much room; skips the test where mounting is not permitted."""
    # A folder of its own: pytest's are moved away by another run that tidies up, with what is mounted in them.
    place = Path(tempfile.mkdtemp(prefix="lampungtui-disk-"))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=0700", "lampungtui-test", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        place.rmdir()
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    try:
        yield SmallDisk(place)
    finally:
        subprocess.run(["umount", str(place)], check=True, capture_output=True)
        place.rmdir()


def mount_read_only(folder: Path) -> None:
    """From now on the disk at `folder` can only be read."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True, capture_output=True)


def no_room_in(kind: str, place: Path) -> Iterator[Room]:
    """For a fixture: a folder on a small disk (`disk`), or one under a limit (`quota`)."""
    if kind == "disk":
        with small_disk() as room:
            yield room
    else:
        place.mkdir()
        quota = Quota(place)
        yield quota
        quota.give_back()
