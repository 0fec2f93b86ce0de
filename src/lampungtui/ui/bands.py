"""Pictures in terminals that keep pixels beside their cells: Sixel, and iTerm2's inline images (OSC 1337).

Such pixels are no text: nothing scrolls them, cuts them or brings them back. So the screen is painted with placeholder
cells, as for kitty, and each run of them is replaced on its way to the terminal by blanks and, over these, the band of
pixels of just those cells. Whatever Textual paints anew brings its own part of a picture with it, and whatever it paints
over a picture takes the pixels away: a terminal for this is one in which a cell that is written has no pixels left.
"""

from __future__ import annotations

import re
from base64 import standard_b64encode
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from rich.segment import Segment
from textual.strip import Strip

from lampungtui.extract import scanlines, sixel
from lampungtui.extract.picture import DrawnPicture, Form
from lampungtui.ui.half_blocks import half_blocks
from lampungtui.ui.placeholders import MOST, NUMBERS, PLACEHOLDER, row_of_cells
from lampungtui.ui.terminal import Cell

CUTS_KEPT: Final = 128
"""Parts of bands that are kept: under a toast, the same ones are wanted with every line scrolled."""

_CELL: Final = f"{PLACEHOLDER}[{NUMBERS}]{{3}}"
_RUN: Final = re.compile(rf"\x1b\[(?P<line>\d+);\d+H|(?P<cells>(?:{_CELL})+)")
"""A run of cells, or where the cursor is moved to."""
_LENGTH: Final = 4
_NUMBER_OF: Final = {mark: number for number, mark in enumerate(NUMBERS)}

_KEPT: Final = "\x1b7"  # DECSC
_BACK: Final = "\x1b8"  # DECRC


class Bands:
    """The pictures that can be painted, by the number that their cells bear."""

    def __init__(
        self, form: Form, written: Callable[[Strip], str], cell: Callable[[], Cell], *, coarse: bool = True
    ) -> None:
        """`form` is the terminal's; `written` makes of a strip what is sent for it; `cell` tells the size of one now.
        `coarse` where the colours of half blocks are not those of a palette."""
        self._form = form
        self._coarsely = coarse
        self._written = written
        self._cell = cell
        self._pictures: dict[int, DrawnPicture] = {}
        self._coarse: dict[int, tuple[Strip, ...]] = {}
        self._next = 0
        self._cell_now = cell()

    def take(self, picture: DrawnPicture) -> int:
        """Takes a picture in; its number from now on."""
        while self._next in self._pictures:
            self._next = (self._next + 1) % MOST
        number, self._next = self._next, (self._next + 1) % MOST
        self._pictures[number] = picture
        return number

    def cells(self, number: int) -> tuple[Strip, ...]:
        """The cells at which a picture is shown, row by row."""
        picture = self._pictures[number]
        if not picture.bands:
            return self._half_blocks(number)
        rows = (row_of_cells(row, picture.columns, before=NUMBERS[number]) for row in range(picture.rows))
        return tuple(Strip([Segment(row)], picture.columns) for row in rows)

    def _half_blocks(self, number: int) -> tuple[Strip, ...]:
        if number not in self._coarse:
            self._coarse[number] = half_blocks(self._pictures[number], coarse=self._coarsely)
        return self._coarse[number]

    def let_go(self, number: int) -> None:
        """Forgets a picture; cells of it that are still painted are blank."""
        self._pictures.pop(number, None)
        self._coarse.pop(number, None)

    def shown(self, text: str, *, lines: int, hurried: bool) -> str:
        """What is written for a screen of so many lines with its pictures in it; as half blocks where they are `hurried`.

        So is the last line in any case: pixels there make some terminals scroll.
        """
        if PLACEHOLDER not in text:
            return text
        self._cell_now = self._cell()
        line = 0

        def replaced(found: re.Match[str]) -> str:
            nonlocal line
            if found["cells"] is None:
                line = int(found["line"])
                return found[0]
            return self._run(found["cells"], coarse=hurried or line >= lines)

        return _RUN.sub(replaced, text)

    def _run(self, cells: str, *, coarse: bool) -> str:
        """A run of cells: one piece for each picture and row in it whose columns follow one another."""
        places = [
            (_NUMBER_OF[cells[at + 1]], _NUMBER_OF[cells[at + 2]], _NUMBER_OF[cells[at + 3]])
            for at in range(0, len(cells), _LENGTH)
        ]
        pieces = []
        start = 0
        for at in range(1, len(places) + 1):
            number, row, column = places[at - 1]
            if at == len(places) or places[at] != (number, row, column + 1):
                pieces.append(self._piece(number, row, places[start][2], column + 1, coarse=coarse))
                start = at
        return "".join(pieces)

    def _piece(self, number: int, row: int, start: int, end: int, *, coarse: bool) -> str:
        picture = self._pictures.get(number)
        blanks = " " * (end - start)
        if picture is None or row >= len(picture.bands) or end > picture.columns:
            return blanks
        # Sixel is drawn pixel by pixel: bands for other cells would leave gaps, or lie over the next line.
        misfit = self._form is Form.SIXEL and (picture.cell_width, picture.cell_height) != self._cell_now
        if coarse or misfit:
            return self._written(self._half_blocks(number)[row].crop(start, end))
        band = self._band(picture, row, start, end)
        # Blanks first: they take away what was there, also where a terminal draws pixels over text.
        return f"{_KEPT}{blanks}{_BACK}{_KEPT}{band}{_BACK}\x1b[{end - start}C"

    def _band(self, picture: DrawnPicture, row: int, start: int, end: int) -> str:
        whole = end - start == picture.columns
        wide = picture.cell_width
        width = wide * (end - start)
        if self._form is Form.SIXEL:
            text = picture.bands[row] if whole else _cut_sixel(picture.bands[row], start * wide, end * wide)
            # P2 = 1: what a band leaves out of its last line of sixels is not filled with the ground.
            return f"\x1bP0;1;0q{text.decode('ascii')}\x1b\\"
        lines = picture.bands[row]
        if not whole:
            lines = _cut_scanlines(lines, picture.columns * wide, start * wide, end * wide)
        png = scanlines.png(lines, width, picture.cell_height, picture.palette)
        keys = f"inline=1;size={len(png)};width={end - start};height=1;preserveAspectRatio=0;doNotMoveCursor=1"
        return f"\x1b]1337;File={keys}:{standard_b64encode(png).decode('ascii')}\x07"


@lru_cache(CUTS_KEPT)
def _cut_sixel(band: bytes, start: int, end: int) -> bytes:
    return sixel.cut(band, start, end)


@lru_cache(CUTS_KEPT)
def _cut_scanlines(band: bytes, width: int, start: int, end: int) -> bytes:
    return scanlines.cut(band, width, start, end)
