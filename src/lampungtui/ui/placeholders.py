"""Cells of text that stand for a part of a picture: a character of nobody's, and combining characters that number it.

The form is that of kitty's graphics protocol (its section on Unicode placeholders). Being text, they are scrolled, cut by
what lies over them and come back as text does.
"""

from __future__ import annotations

from typing import Final

PLACEHOLDER: Final = "\U0010eeee"

NUMBERS: Final = bytes.fromhex(
    "0305 030d 030e 0310 0312 033d 033e 033f 0346 034a 034b 034c 0350 0351 0352 0357 035b 0363 0364 0365 0366 0367 "
    "0368 0369 036a 036b 036c 036d 036e 036f 0483 0484 0485 0486 0487 0592 0593 0594 0595 0597 0598 0599 059c 059d "
    "059e 059f 05a0 05a1 05a8 05a9 05ab 05ac 05af 05c4 0610 0611 0612 0613 0614 0615 0616 0617 0657 0658 0659 065a "
    "065b 065d 065e 06d6 06d7 06d8 06d9 06da 06db 06dc 06df 06e0 06e1 06e2 06e4 06e7 06e8 06eb 06ec 0730 0732 0733 "
    "0735 0736 073a 073d 073f 0740 0741 0743 0745 0747 0749 074a 07eb 07ec 07ed 07ee 07ef 07f0 07f1 07f3 0816 0817 "
    "0818 0819 081b 081c 081d 081e 081f 0820 0821 0822 0823 0825 0826 0827 0829 082a 082b 082c "
).decode("utf-16-be")
"""The combining characters that stand for numbers (the protocol's rowcolumn-diacritics.txt), as many as a measure can
have columns."""

MOST: Final = len(NUMBERS)
"""Rows and columns that can be numbered."""


def row_of_cells(row: int, columns: int, *, before: str = "") -> str:
    """The cells of one row of a picture. Each says where it belongs, so that what covers a part does not move the rest;
    `before` stands in each cell in front of that."""
    start = PLACEHOLDER + before + NUMBERS[row]
    return "".join(start + NUMBERS[column] for column in range(columns))
