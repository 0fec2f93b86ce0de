"""The columns of a table on the screen: how wide each is, and whether they have room beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from lampungtui.model import Spans, spans_text

LONGEST_WORD: Final = 10
"""Cells of a word that a column may not break; longer ones are rare."""


def columns_fit(rows: Sequence[tuple[Spans, ...]], columns: int, room: int) -> bool:
    """Whether `room` cells are enough for the columns without words broken in two."""
    return sum(_least_width(rows, column) for column in range(columns)) <= room


def column_widths(rows: Sequence[tuple[Spans, ...]], columns: int, room: int) -> list[int]:
    """Widths of the columns that fit: their own where there is room for all, else the widest give way first, none so far
    that a word would break."""
    widths = [1] * columns
    for row in rows:
        for index, cell in enumerate(row):
            widths[index] = max(widths[index], *(cell_len(line) for line in spans_text(cell).splitlines() or [""]))
    least = [_least_width(rows, column) for column in range(columns)]
    while (excess := sum(widths) - room) > 0:
        yielding = [index for index in range(columns) if widths[index] > least[index]]
        if not yielding:
            break
        widest = max(yielding, key=lambda index: widths[index])
        next_widest = max((widths[index] for index in yielding if index != widest), default=0)
        widths[widest] = max(least[widest], widths[widest] - excess, min(widths[widest] - 1, next_widest))
    return widths


def is_figure(text: str) -> bool:
    """Whether a cell is a number, a price or a share, to be set flush right."""
    bare = text.strip().removeprefix("Rp").strip(" .%+-")
    return bool(bare) and all(c.isdigit() or c in ".,%+- " for c in bare)


def _least_width(rows: Sequence[tuple[Spans, ...]], column: int) -> int:
    words = (word for row in rows if column < len(row) for word in spans_text(row[column]).split())
    return max((min(LONGEST_WORD, cell_len(word)) for word in words), default=1)
