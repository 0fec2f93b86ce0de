"""A terminal that keeps pixels beside its cells, as xterm, foot and others do: the program in it, and what it shows.

A band of pixels belongs to the cells that it was drawn over, from the cursor on; a cell that is written or erased afterwards
has none. Nothing else ever takes pixels away, so what a program leaves behind stays.
"""

from __future__ import annotations

import fcntl
import io
import re
import struct
import termios
from base64 import standard_b64decode
from collections.abc import Mapping
from pathlib import Path

import pyte
from PIL import Image
from tests.e2e.terminal import Terminal
from tests.extract.sixels import read_sixels

CELL = 10, 20
"""Width and height of a cell in pixels, to begin with."""

QUESTION_ENDS = b"\x1b[16t\x1b[c"
"""How the question for bands ends: the size of a cell, and what the terminal is."""

_BAND = re.compile(
    rb"\x1bP0;1;0q(?P<sixels>[^\x1b]*)\x1b\\|\x1b\]1337;File=(?P<keys>[^:\x07]*):(?P<png>[^\x07]*)\x07", re.DOTALL
)
_BEGUN = re.compile(rb"\x1b(?:[P\]][^\x07\x1b]*\x1b?)?\Z")
"""A string at the end that is not whole yet."""


class _Cells(pyte.Screen):
    """Cells, and the pixels of those that have some."""

    def __init__(self, columns: int, lines: int) -> None:
        self.pixels: dict[tuple[int, int], Image.Image] = {}
        super().__init__(columns, lines)

    def draw(self, data: str) -> None:
        for character in data:
            super().draw(character)
            # Where it went: the cursor stands behind it, but at the end of a line.
            self.pixels.pop((self.cursor.x - 1, self.cursor.y), None)

    def erase_in_display(self, how: int = 0, *given: object, **named: object) -> None:
        super().erase_in_display(how, *given, **named)
        if how in (2, 3):
            self.pixels.clear()

    def resize(self, lines: int | None = None, columns: int | None = None) -> None:
        super().resize(lines, columns)
        inside = {
            place: piece for place, piece in self.pixels.items() if place[0] < self.columns and place[1] < self.lines
        }
        self.pixels = inside


class PictureTerminal(Terminal):
    """The program in such a terminal."""

    def __init__(
        self, *arguments: str, home: Path, answer: str, columns: int = 120, rows: int = 35,
        environment: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """`answer` is what it says when it is asked for bands, before the size of its cells."""
        super().__init__(*arguments, home=home, columns=columns, rows=rows, environment=environment)
        self._screen = self._cells = _Cells(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._said = answer
        self._told = False
        self.bands = 0
        self.cell = CELL

    def _answer(self) -> None:
        if not self._told and QUESTION_ENDS in self.raw:
            self._told = True
            self.press(self._said)
        super()._answer()

    def _show(self, chunk: bytes) -> None:
        written = self._unread + chunk
        begun = _BEGUN.search(written)
        end = begun.start() if begun else len(written)
        self._unread = written[end:]
        at = 0
        for band in _BAND.finditer(written, 0, end):
            self._stream.feed(written[at : band.start()])
            self._draw_band(band)
            at = band.end()
        self._stream.feed(written[at:end])

    def _draw_band(self, band: re.Match[bytes]) -> None:
        self.bands += 1
        width, height = self.cell
        if band["sixels"] is not None:
            picture = read_sixels(band["sixels"])
            assert picture.height == height, "a band is as high as a cell"
            assert picture.getchannel("A").getextrema() == (255, 255), "every pixel of a band is drawn"
        else:
            keys = dict(pair.split("=", 1) for pair in band["keys"].decode("ascii").split(";"))
            document = standard_b64decode(band["png"])
            assert (keys["inline"], keys["height"], keys["doNotMoveCursor"]) == ("1", "1", "1")
            assert int(keys["size"]) == len(document)
            picture = Image.open(io.BytesIO(document)).resize((int(keys["width"]) * width, height))
        left, line = self._cells.cursor.x, self._cells.cursor.y
        assert line < self._cells.lines - 1, "pixels in the last line would make it scroll"
        for column in range(picture.width // width):
            piece = picture.crop((column * width, 0, (column + 1) * width, height))
            self._cells.pixels[left + column, line] = piece.convert("RGB")

    def zoom(self, width: int, height: int) -> None:
        """Makes letters of another size, as Ctrl and + do; the window grows with them, so it has as many as before."""
        self.cell = width, height
        self._cells.pixels.clear()
        lines, columns = self._cells.lines, self._cells.columns
        fcntl.ioctl(
            self._child.child_fd, termios.TIOCSWINSZ, struct.pack("4H", lines, columns, columns * width, lines * height)
        )

    @property
    def pictured(self) -> set[tuple[int, int]]:
        """The cells (column, line) that have pixels."""
        return set(self._cells.pixels)

    def picture(self) -> Image.Image:
        """The smallest picture around all pixels on the screen; cells without any are black."""
        columns, lines = ([place[at] for place in self._cells.pixels] for at in (0, 1))
        width, height = self.cell
        left, top = min(columns), min(lines)
        shown = Image.new("RGB", ((max(columns) - left + 1) * width, (max(lines) - top + 1) * height))
        for (column, line), piece in self._cells.pixels.items():
            shown.paste(piece, ((column - left) * width, (line - top) * height))
        return shown
