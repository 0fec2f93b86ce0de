"""A whole screen as text that can be read, compared and reviewed: its lines, its colours cell by cell, and their legend.

One file is kept for each screen and size: its lines in either language; where its looks stand in the Indonesian one; and of
each look what it is in the dark and in the light theme. Of the English lines only those looks are kept that the
Indonesian ones have not.
"""

from __future__ import annotations

import difflib
import os
import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.style import Style
from textual.strip import Strip

ACCEPT = "LAMPUNGTUI_ACCEPT"
"""Environment variable: with it, what is seen becomes what is expected (`make snapshots`)."""

FOLDER = Path(__file__).parent / "screens"
LETTERS = string.ascii_letters + string.digits

_SIZE = re.compile(r"\d+(?:[.,]\d)?(?= (?:B|kB|MB)\b)")
_PORT = re.compile(r"(127\.0\.0\.1:)\d{5}\b")

Looks = tuple[str, str]
"""What a cell looks like in the dark theme and in the light one."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A screen: its lines, and the looks of each line as runs of cells."""

    lines: tuple[str, ...]
    looks: tuple[tuple[tuple[str, int], ...], ...]


def seen(strips: Sequence[Strip]) -> Seen:
    """The screen as it is painted now. Sizes in bytes and ports, which no clock holds still, are told by zeros."""
    lines, looks = [], []
    for strip in strips:
        lines.append(_still("".join(segment.text for segment in strip)).rstrip())
        runs: list[tuple[str, int]] = []
        for segment in strip:
            look = _look(segment.style, blank=segment.text.isspace())
            before = runs.pop() if runs and runs[-1][0] == look else (look, 0)
            runs.append((look, before[1] + segment.cell_length))
        looks.append(tuple(runs))
    return Seen(tuple(lines), tuple(looks))


def _still(line: str) -> str:
    line = _PORT.sub(lambda found: f"{found[1]}00000", line)
    return _SIZE.sub(lambda found: re.sub(r"\d", "0", found[0]), line)


def _look(style: Style | None, *, blank: bool) -> str:
    """A style in words, without links and meta. Of what is blank only the ground is seen."""
    if style is None:
        return "plain"
    seen_marks = ("underline", "reverse") if blank else ("bold", "dim", "italic", "underline", "reverse")
    marks = [name for name in seen_marks if getattr(style, name)]
    colour = "blank" if blank and not marks else style.color.name if style.color else "default"
    ground = style.bgcolor.name if style.bgcolor else "default"
    return " ".join([f"{colour} on {ground}", *marks])


def both(dark: Seen, light: Seen) -> list[list[Looks]]:
    """Cell by cell what the same lines look like in the dark and in the light theme."""
    assert dark.lines == light.lines, "a theme changes what stands on the screen"
    cells: list[list[Looks]] = []
    for in_dark, in_light in zip(dark.looks, light.looks, strict=True):
        cells.append(list(zip(_cells(in_dark), _cells(in_light), strict=True)))
    return cells


def _cells(runs: Sequence[tuple[str, int]]) -> list[str]:
    return [look for look, length in runs for _ in range(length)]


def expect(name: str, language: str, dark: Seen, light: Seen) -> None:
    """Compares a screen with the one that is kept under `name`."""
    parts = dict(_kept(name))
    cells = both(dark, light)
    if os.environ.get(ACCEPT):
        parts[language] = "\n".join(dark.lines)
        if language == "id":
            parts["looks"], parts["legend"] = _written(cells)
        else:
            parts[f"legend {language}"] = _own(cells, parts.get("legend", ""))
        _keep(name, parts)
        return
    assert parts, f"no screen is kept as {name}.txt; `make snapshots` keeps what is seen"
    _compare(name, parts[language], "\n".join(dark.lines))
    if language == "id":
        grid, legend = _written(cells)
        _compare(name, parts["looks"], grid)
        _compare(name, parts["legend"], legend)
    else:
        _compare(name, parts.get(f"legend {language}", ""), _own(cells, parts["legend"]))


def _own(cells: Sequence[Sequence[Looks]], legend: str) -> str:
    """The looks of one language that the other has not: its words are longer or shorter, and lie elsewhere."""
    seen = {look for row in cells for look in row if not look[0].startswith("blank ")} - set(_legend(legend))
    return "\n".join(f"-  {dark}  |  {light}" for dark, light in sorted(seen))


def _written(cells: Sequence[Sequence[Looks]]) -> tuple[str, str]:
    """The cells as runs of letters (`a28 b2 a90`), and what each letter stands for."""
    letters: dict[Looks, str] = {}
    rows = []
    for row in cells:
        told = ""
        for looks in row:
            if looks not in letters:
                letters[looks] = LETTERS[len(letters)] if len(letters) < len(LETTERS) else "#"
            told += letters[looks]
        rows.append(" ".join(f"{run[0][0]}{len(run[0])}" for run in re.finditer(r"(.)\1*", told)))
    return "\n".join(rows), "\n".join(f"{letter}  {dark}  |  {light}" for (dark, light), letter in letters.items())


def _legend(text: str) -> list[Looks]:
    found = []
    for line in text.splitlines():
        dark, light = line[3:].split("  |  ")
        found.append((dark, light))
    return found


# --------------------------------------------------------------------------- the files

PARTS = ("id", "en", "looks", "legend", "legend en")


def _kept(name: str) -> Mapping[str, str]:
    """The parts of a file, by their heads: `== id`."""
    path = FOLDER / f"{name}.txt"
    if not path.exists():
        return {}
    pieces = re.split(r"^== ([a-z ]+)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    return {head: text.removesuffix("\n") for head, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def _keep(name: str, parts: Mapping[str, str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    text = "".join(f"== {part}\n{parts[part]}\n" for part in PARTS if parts.get(part))
    (FOLDER / f"{name}.txt").write_text(text, "utf-8")


def _compare(name: str, kept: str, now: str) -> None:
    if kept != now:
        difference = difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "seen", lineterm="", n=1)
        raise AssertionError("\n".join([f"{name} looks different (`make snapshots` keeps it so):", *difference]))
