"""What the terminal is like: questions to it, and the pixels of a cell."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from typing import Final

_LAST_ANSWER: Final = re.compile(rb"\x1b\[\?[\d;]*c")

Cell = tuple[int, int]
"""Width and height in pixels."""

USUAL_CELL: Final[Cell] = (10, 20)
"""Pixels of a cell where the terminal does not tell: twice as high as wide, as nearly everywhere."""

GREATEST_CELL: Final = 100


def ask(question: bytes, patience_seconds: float) -> bytes:
    """What the terminal answers to a question that ends with DA1 (`CSI c`); empty where it cannot be asked.

    Neither what was typed meanwhile nor an answer is left to be read by others, unless the terminal is slower than our
    patience.
    """
    import termios
    import tty

    if sys.__stdin__ is None or sys.__stderr__ is None or not (sys.__stdin__.isatty() and sys.__stderr__.isatty()):
        return b""
    keys, screen = sys.__stdin__.fileno(), sys.__stderr__.fileno()
    try:
        before = termios.tcgetattr(keys)
    except termios.error:
        return b""
    try:
        # Neither echoed nor held back until Enter; nothing that was typed is thrown away.
        tty.setcbreak(keys, termios.TCSANOW)
        os.write(screen, question)
        return _read_answer(keys, patience_seconds)
    except (termios.error, OSError):
        return b""
    finally:
        termios.tcsetattr(keys, termios.TCSANOW, before)


def _read_answer(keys: int, patience_seconds: float) -> bytes:
    deadline = time.monotonic() + patience_seconds
    answer = b""
    while _LAST_ANSWER.search(answer) is None:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([keys], [], [], left)[0]:
            break
        piece = os.read(keys, 1024)
        if not piece:
            break
        answer += piece
    return answer


def cell_size(told: Cell | None = None) -> Cell:
    """Width and height of a cell in pixels: by the terminal's size now (TIOCGWINSZ), else as it `told` at the start, else as
    usual."""
    return likely_cell() or told or USUAL_CELL


def likely_cell(cell: Cell | None = None) -> Cell | None:
    """A cell's size if it is one that a cell can have; by the terminal's size where none is given."""
    cell = cell or _cell_now()
    return cell if cell is not None and all(2 <= side <= GREATEST_CELL for side in cell) else None


def _cell_now() -> Cell | None:
    import fcntl
    import struct
    import termios

    if sys.__stdout__ is None:
        return None
    try:
        told = fcntl.ioctl(sys.__stdout__.fileno(), termios.TIOCGWINSZ, b"\0" * 8)
    except (OSError, ValueError):
        return None
    rows, columns, width, height = struct.unpack("HHHH", told)
    return (width // columns, height // rows) if rows and columns else None
