"""Words in a set page: where they stand, over line ends too. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 2_000
"""Hits that are looked for at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a hit on one line: from `start` to `end`, in characters of the line."""

    line: int
    start: int
    end: int


Hit = tuple[Piece, ...]
"""A place where the words stand; more than one piece where they go over the end of a line."""


def hits_in(lines: Sequence[str], words: str) -> tuple[Hit, ...]:
    """Where `words` stand in the lines, one after the other; letters are compared without case and accents."""
    wanted = [folded(word) for word in words.split()]
    if not wanted:
        return ()
    pattern = re.compile(r"[\s|│>·]+".join(re.escape(word) for word in wanted))
    text, starts = [], []
    at = 0
    for line in lines:
        starts.append(at)
        plain = folded(line)
        text.append(plain)
        at += len(plain) + 1
    joined = "\n".join(text)
    found: list[Hit] = []
    for match in pattern.finditer(joined):
        found.append(_pieces(lines, starts, match.start(), match.end()))
        if len(found) >= MOST:
            break
    return tuple(found)


def folded(text: str) -> str:
    """A text without case and accents, letter for letter: as long as it was."""
    return "".join(_fold(letter) for letter in text)


def _fold(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    base = unicodedata.normalize("NFKD", letter)[0]
    lower = base.lower()
    return lower if len(lower) == 1 else base


def _pieces(lines: Sequence[str], starts: Sequence[int], start: int, end: int) -> Hit:
    pieces = []
    line = bisect_right(starts, start) - 1
    while line < len(lines) and starts[line] < end:
        first = max(0, start - starts[line])
        last = min(len(lines[line]), end - starts[line])
        if last > first and lines[line][first:last].strip():
            pieces.append(Piece(line, first, last))
        line += 1
    return tuple(pieces)
