"""Pictures as text: each cell an upper half block whose two colours are the pixels above one another."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Final

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lampungtui.extract.picture import DrawnPicture

BLOCK: Final = "▀"

_COARSE: Final = bytes((value & 0xF8) | (value >> 5) for value in range(256))
"""Each channel in 32 steps: nobody sees it, and neighbours that became equal are sent as one run of text."""


def half_blocks(picture: DrawnPicture, *, coarse: bool) -> tuple[Strip, ...]:
    """The rows of a picture that was drawn as cells; `coarse` where its colours are not those of a palette."""
    data = picture.data.translate(_COARSE) if coarse else picture.data
    wide = picture.columns * 3
    rows = []
    for row in range(picture.rows):
        upper, lower = data[2 * row * wide :][:wide], data[(2 * row + 1) * wide :][:wide]
        cells = (upper[at : at + 3] + lower[at : at + 3] for at in range(0, wide, 3))
        rows.append(
            Strip([Segment(BLOCK * len(list(run)), _style(cell)) for cell, run in groupby(cells)], picture.columns)
        )
    return tuple(rows)


@lru_cache(1024)
def _style(cell: bytes) -> Style:
    return Style.from_color(Color.from_rgb(*cell[:3]), Color.from_rgb(*cell[3:]))
