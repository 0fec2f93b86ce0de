"""What the program stands on that its lock file does not decide alone: Python, expat and SQLite, and which of their versions
have a hole that matters here.

A distribution may have closed a hole under the old number; that cannot be seen from here, and the words say so.
"""

from __future__ import annotations

import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lampungtui.foreign import Line, clean_line
from lampungtui.language import later, say
from lampungtui.store.engine import sqlite_version

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hole:
    """A known hole: its name, the version that closed it (and older series that did), and what it lets happen here."""

    name: str
    closed_in: Version
    words: str
    also_closed_in: tuple[Version, ...] = ()

    def is_open_in(self, version: Version) -> bool:
        """Whether a version still has it. A series that closed it counts from its own number on."""
        if version >= self.closed_in:
            return False
        return not any(version[: len(each) - 1] == each[:-1] and version >= each for each in self.also_closed_in)


@dataclass(frozen=True, slots=True)
class Foundation:
    """One of them as it is here; `holes` are those that are open in its version."""

    name: str
    version: Line
    holes: tuple[Hole, ...]

    @property
    def words(self) -> str:
        """What that means, or that nothing is known against it."""
        return (
            " ".join(say(hole.words) for hole in self.holes)
            if self.holes
            else say("no hole is known that matters here")
        )


PYTHON_HOLES: Final = (
    Hole(
        "CVE-2024-4032", (3, 12, 4),
        later("It takes some private network addresses for public ones."), also_closed_in=((3, 11, 10),),
    ),
)  # fmt: skip
"""github.com/python/cpython, issue 113171: `ipaddress.is_global`, by which `fetch/private.py` knows the public internet."""

EXPAT_HOLES: Final = (
    Hole("CVE-2023-52425", (2, 6, 0), later("A feed with one very long value takes many seconds to read.")),
    Hole("CVE-2024-8176", (2, 7, 0), later("Deeply nested entities can end the process that reads feeds.")),
)
"""github.com/libexpat/libexpat, expat/Changes. Either ends in a child that is given up after ten seconds, or dies alone."""

SQLITE_HOLES: Final = (
    Hole(
        "WAL-reset", (3, 51, 3), later("Two readers on one cache can damage it."),
        also_closed_in=((3, 44, 6), (3, 50, 7)),
    ),
)  # fmt: skip
"""sqlite.org/wal.html, "The WAL-reset bug"."""


def foundations() -> tuple[Foundation, ...]:
    """Python, expat and SQLite as this process has them."""
    from xml.parsers import expat

    return (
        foundation("Python", platform.python_version(), PYTHON_HOLES),
        foundation("expat", expat.EXPAT_VERSION.removeprefix("expat_"), EXPAT_HOLES),
        foundation("SQLite", sqlite_version(), SQLITE_HOLES),
    )


def foundation(name: str, version: str, holes: Sequence[Hole]) -> Foundation:
    """One of them in a given version."""
    numbers = tuple(int(each) for each in re.findall(r"\d+", version)[:3])
    return Foundation(name, clean_line(version, 40), tuple(hole for hole in holes if hole.is_open_in(numbers)))
