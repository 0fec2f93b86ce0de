"""A whole screen as text that can be read, compared and reviewed: its lines, its colours cell by cell, and their legend."""

from __future__ import annotations

import difflib
import os
import re
import string
from pathlib import Path

from rich.style import Style
from tests.ui.person import Person

ACCEPT = "LAMPUNGTUI_ACCEPT"
"""Environment variable: with it, what is seen becomes what is expected (`make snapshots`)."""

FOLDER = Path(__file__).parent / "screens"
LETTERS = string.ascii_letters + string.digits

_SIZE = re.compile(r"\d+(?:[.,]\d)?(?= (?:B|kB|MB)\b)")


def picture(person: Person) -> str:
    """The screen now. Sizes in bytes, which no clock holds still, are told by zeros."""
    strips = person.strips
    lines = [_still("".join(segment.text for segment in strip)).rstrip() for strip in strips]
    legend: dict[str, str] = {}
    grid = []
    for strip in strips:
        row = ""
        for segment in strip:
            look = _look(segment.style)
            if look not in legend:
                legend[look] = LETTERS[len(legend)] if len(legend) < len(LETTERS) else "#"
            row += legend[look] * segment.cell_length
        grid.append(_runs(row))
    colours = [f"{letter}  {look}" for look, letter in legend.items()]
    return "\n".join([*lines, "", *grid, "", *colours, ""])


def _still(line: str) -> str:
    return _SIZE.sub(lambda found: re.sub(r"\d", "0", found[0]), line)


def _runs(row: str) -> str:
    """A row of letters as runs: `a28 b2 a90`."""
    return " ".join(f"{run[0][0]}{len(run[0])}" for run in re.finditer(r"(.)\1*", row))


def _look(style: Style | None) -> str:
    """A style in words, without links and meta."""
    if style is None:
        return "plain"
    marks = [name for name in ("bold", "dim", "italic", "underline", "reverse") if getattr(style, name)]
    colour = style.color.name if style.color else "default"
    ground = style.bgcolor.name if style.bgcolor else "default"
    return " ".join([f"{colour} on {ground}", *marks])


def expect(name: str, seen: str) -> None:
    """Compares a screen with the one that is kept under `name`."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(ACCEPT):
        path.parent.mkdir(exist_ok=True)
        path.write_text(seen, "utf-8")
        return
    assert path.exists(), f"no screen is kept as {path.name}; `make snapshots` keeps what is seen"
    kept = path.read_text("utf-8")
    if seen != kept:
        difference = difflib.unified_diff(kept.splitlines(), seen.splitlines(), "kept", "seen", lineterm="", n=1)
        raise AssertionError("\n".join([f"{name} looks different (`make snapshots` keeps it so):", *difference]))
