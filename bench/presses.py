"""The programs whose keys are pressed, what their screens show, and how long a press takes to show there."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from bench.terminal import Program

CURSOR: Final = "┃▌"
"""How the row of the cursor begins, in the list that has the focus."""

PAUSE: Final = 0.05
"""Seconds between a key's answer and the next key."""


def share(times: list[float], part: float) -> float:
    """The time that this part of them stays within."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def reader(home: Path) -> Program:
    """The reader over a home."""
    return Program([sys.executable, "-m", "lampungtui", "--home", str(home)], home)


def bare() -> Program:
    """The empty Textual app."""
    return Program([sys.executable, "-m", "bench.bare"], Path.home())


def dressed() -> Program:
    """The reader's panes in its styles, with no reader behind them."""
    return Program([sys.executable, "-m", "bench.dressed"], Path.home())


def row_of_cursor(lines: list[str]) -> int | None:
    """The screen row of the headline under the cursor."""
    return next((row for row, line in enumerate(lines) if CURSOR in line), None)


def headlines_shown(lines: list[str]) -> bool:
    """Whether headlines are on the screen."""
    return sum(re.search(r"\d{6}", line) is not None for line in lines) >= 3


def under_cursor(lines: list[str]) -> str:
    """The number at the start of the title under the cursor, or nothing."""
    row = row_of_cursor(lines)
    if row is None:
        return ""
    for line in lines[row : row + 3]:
        if found := re.search(r"\b(\d{6})\b", line):
            return found.group(1)
    return ""


def moved(program: Program, number: int) -> float:
    """Types `j` or `k` in turn; the seconds until another headline is under the cursor."""
    program.settle(PAUSE)
    before = under_cursor(program.lines)
    at = program.type("jk"[number % 2])
    return program.until(lambda lines: under_cursor(lines) not in (before, "")) - at
