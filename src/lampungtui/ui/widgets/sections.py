"""The sections: views, categories with what is nested in them, side lists, and sources in trouble."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style

from lampungtui.language import number
from lampungtui.model import Tally, View
from lampungtui.ui.signs import UNICODE, Signs
from lampungtui.ui.widgets.line_list import LineList, Piece, shown


@dataclass(frozen=True, slots=True)
class Section:
    """One row. `view` is None for a heading (no cursor there) and for a source in trouble (`trouble`: its outlet).

    `number` is the figure that leads there, 0 for none.
    """

    name: str
    view: View | None = None
    depth: int = 0
    tally: Tally | None = None
    trouble: str | None = None
    number: int = 0


class Sections(LineList):
    """The list of sections with their counts."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--cursor",
        "line--cursor-blurred",
        "section--name",
        "section--nested",
        "section--head",
        "section--count",
        "section--unread",
        "section--trouble",
    }

    def __init__(self, *, id: str | None = None, signs: Signs = UNICODE) -> None:
        super().__init__(id=id)
        self.signs = signs
        self._rows: tuple[Section, ...] = ()

    @property
    def row_count(self) -> int:
        return len(self._rows)

    @property
    def rows(self) -> tuple[Section, ...]:
        """The sections in the order of the screen."""
        return self._rows

    def show(self, rows: Sequence[Section]) -> None:
        """Shows these rows; the cursor stays on the view that it was on, as far as that is still there."""
        here = self._rows[self.cursor] if self._rows else None
        self._rows = tuple(rows)
        if here is not None:
            for index, row in enumerate(self._rows):
                if (row.view, row.trouble, row.name) == (here.view, here.trouble, here.name):
                    self.set_reactive(LineList.cursor, index)
                    break
        self.rows_changed()

    def row_of(self, view: View) -> int | None:
        """The row of a view."""
        return next((index for index, row in enumerate(self._rows) if row.view == view), None)

    def row_open(self, row: int) -> bool:
        return self._rows[row].view is not None or self._rows[row].trouble is not None

    def row_lines(self, row: int, width: int, on_cursor: bool) -> Sequence[Sequence[Piece]]:
        section = self._rows[row]
        style = self.get_component_rich_style
        if not self.row_open(row):
            return [[(" ", Style()), (shown(section.name), style("section--head", partial=True))]]
        lead = self.signs.cursor if on_cursor else " "
        if section.trouble is not None:
            return [
                [
                    (f"{lead}{self.signs.trouble} ", style("section--trouble", partial=True)),
                    (shown(section.name), style("section--trouble", partial=True)),
                ]
            ]
        figure = f"{section.number} " if section.number else ""
        indent = figure or "   " * section.depth
        tally = section.tally or Tally()
        counts: list[Piece] = []
        if tally.unread:
            counts.append((number(tally.unread), style("section--unread", partial=True)))
            counts.append(("/", style("section--count", partial=True)))
        if tally.total:
            counts.append((number(tally.total), style("section--count", partial=True)))
        room = width - 2 - cell_len(indent) - sum(cell_len(text) for text, _ in counts) - 1
        name = shown(section.name)
        if cell_len(name) > room:
            name = shown(name[: max(1, room - 1)] + self.signs.ellipsis)
        gap = max(1, room - cell_len(name) + 1)
        kind = "section--nested" if section.depth else "section--name"
        return [
            [
                (lead, Style()),
                (indent, style("section--count", partial=True)),
                (name, style(kind, partial=True)),
                (" " * gap, Style()),
                *counts,
                (" ", Style()),
            ]
        ]
