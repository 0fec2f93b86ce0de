"""A list of named rows with a sign before them and a word or two aside: sources, outlets to choose from, candidates."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.style import Style

from lampungtui.ui.signs import UNICODE, Signs
from lampungtui.ui.widgets.line_list import LineList, Piece, shown


class Tone(enum.StrEnum):
    """How a row is told: as usual, as a heading (no cursor there), quietly, or as one in trouble."""

    PLAIN = "plain"
    HEAD = "head"
    QUIET = "quiet"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `aside` stands at its right end and gives way to the name where both don't fit."""

    name: str
    sign: str = ""
    aside: str = ""
    tone: Tone = Tone.PLAIN
    indent: int = 0


LEAST_ASIDE = 14
"""Cells of what stands beside a name below which it is not worth a part of the name."""


class RowList(LineList):
    """Rows of one line each."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--cursor",
        "line--cursor-blurred",
        "row--plain",
        "row--head",
        "row--quiet",
        "row--trouble",
        "row--aside",
    }

    def __init__(self, *, id: str | None = None, signs: Signs = UNICODE) -> None:
        super().__init__(id=id)
        self.signs = signs
        self.rows: tuple[Row, ...] = ()

    @property
    def row_count(self) -> int:
        return len(self.rows)

    def show(self, rows: Sequence[Row], cursor: int | None = None) -> None:
        """Shows these rows; the cursor goes to `cursor`, or stays where it is, on a row where it may stand."""
        self.rows = tuple(rows)
        wanted = self.cursor if cursor is None else cursor
        open_rows = [index for index in range(len(rows)) if self.row_open(index)]
        if open_rows:
            self.set_reactive(LineList.cursor, min(open_rows, key=lambda index: abs(index - wanted)))
        self.rows_changed()
        self.show_cursor()

    def row_open(self, row: int) -> bool:
        return self.rows[row].tone is not Tone.HEAD

    def row_lines(self, row: int, width: int, on_cursor: bool) -> Sequence[Sequence[Piece]]:
        this = self.rows[row]
        style = self.get_component_rich_style(f"row--{this.tone}", partial=True)
        if this.tone is Tone.HEAD:
            return [[(" ", Style()), (shown(this.name), style)]]
        lead = (self.signs.cursor if on_cursor else " ") + " " * this.indent
        sign = f"{this.sign} " if this.sign else ""
        room = width - cell_len(lead) - cell_len(sign) - 1
        name, aside = str(shown(this.name)), str(shown(this.aside))
        # The name has the first claim: what is left beside two thirds of it is the other's.
        left = max(0, room - min(cell_len(name), room * 2 // 3) - 2)
        if left < min(cell_len(aside), LEAST_ASIDE) and cell_len(name) > room - left - 2:
            # Two stumps say less than the one name.
            left = 0
        aside = _cut(aside, left, self.signs)
        name = _cut(name, room - (cell_len(aside) + 2 if aside else 0), self.signs)
        gap = room - cell_len(name) - cell_len(aside)
        return [
            [
                (lead, Style()),
                (sign, style),
                (name, style),
                (" " * gap, Style()),
                (aside, self.get_component_rich_style("row--aside", partial=True)),
                (" ", Style()),
            ]
        ]


def _cut(text: str, room: int, signs: Signs) -> str:
    """The text in at most so many cells, with a sign where something is missing."""
    if cell_len(text) <= room:
        return text
    mark = cell_len(signs.ellipsis)
    return set_cell_size(text, room - mark).rstrip() + signs.ellipsis if room > mark else ""
