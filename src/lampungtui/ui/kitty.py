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

CHUNK: Final = 4096
"""Bytes of base64 in one command, by the protocol."""

PLACEHOLDER: Final = "\U0010eeee"

_NUMBERS: Final = bytes.fromhex(
    "0305 030d 030e 0310 0312 033d 033e 033f 0346 034a 034b 034c 0350 0351 0352 0357 035b 0363 0364 0365 0366 0367 "
    "0368 0369 036a 036b 036c 036d 036e 036f 0483 0484 0485 0486 0487 0592 0593 0594 0595 0597 0598 0599 059c 059d "
    "059e 059f 05a0 05a1 05a8 05a9 05ab 05ac 05af 05c4 0610 0611 0612 0613 0614 0615 0616 0617 0657 0658 0659 065a "
    "065b 065d 065e 06d6 06d7 06d8 06d9 06da 06db 06dc 06df 06e0 06e1 06e2 06e4 06e7 06e8 06eb 06ec 0730 0732 0733 "
    "0735 0736 073a 073d 073f 0740 0741 0743 0745 0747 0749 074a 07eb 07ec 07ed 07ee 07ef 07f0 07f1 07f3 0816 0817 "
    "0818 0819 081b 081c 081d 081e 081f 0820 0821 0822 0823 0825 0826 0827 0829 082a 082b 082c "
).decode("utf-16-be")
"""The combining characters that number rows and columns (the protocol's rowcolumn-diacritics.txt), as many as a measure
can have columns."""


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
    """The cells at which a picture is shown, row by row: its number is their colour.

    Each cell says which part it is, so that what covers a part of a row does not move the rest.
    """
    style = Style(color=Color.from_rgb(number >> 16, number >> 8 & 0xFF, number & 0xFF))
    return tuple(
        Strip(
            [Segment("".join(PLACEHOLDER + _NUMBERS[row] + _NUMBERS[column] for column in range(columns)), style)],
            columns,
        )
        for row in range(rows)
    )


MOST: Final = len(_NUMBERS)
"""Columns and rows that can be numbered."""
