"""Pictures in kitty and Ghostty: sent once, shown wherever placeholder cells stand, which scroll and are cut like text.

After the graphics protocol's section on Unicode placeholders (sw.kovidgoyal.net/kitty/graphics-protocol). Every command
asks for silence (`q=2`): an answer would be read as keys.
"""

from __future__ import annotations

import secrets
from base64 import standard_b64encode
from typing import Final

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lampungtui.ui.placeholders import row_of_cells

CHUNK: Final = 4096
"""Bytes of base64 in one command, by the protocol."""


def new_number() -> int:
    """A number for a picture; by chance, as all programs of a terminal share the numbers. It is a colour: 24 bits."""
    return secrets.randbelow(0xFFFFFF - 0x10000) + 0x10000


def sent(number: int, png: bytes, columns: int, rows: int) -> str:
    """The commands that give the terminal a picture, to be shown in so many cells. One piece: nothing may come between."""
    data = standard_b64encode(png).decode("ascii")
    pieces = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]
    commands = []
    for index, piece in enumerate(pieces):
        more = int(index < len(pieces) - 1)
        keys = f"a=T,f=100,U=1,i={number},c={columns},r={rows},q=2,m={more}" if index == 0 else f"q=2,m={more}"
        commands.append(f"\x1b_G{keys};{piece}\x1b\\")
    return "".join(commands)


def let_go(number: int) -> str:
    """The command by which the terminal forgets a picture."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


def placeholders(number: int, columns: int, rows: int) -> tuple[Strip, ...]:
    """The cells at which a picture is shown, row by row: its number is their colour."""
    style = Style(color=Color.from_rgb(number >> 16, number >> 8 & 0xFF, number & 0xFF))
    return tuple(Strip([Segment(row_of_cells(row, columns), style)], columns) for row in range(rows))
