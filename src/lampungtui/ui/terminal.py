"""What the terminal can show of a picture: asked before the screen starts, since an answer would be read as keys later.

Only kitty's graphics with Unicode placeholders fit lines that scroll: their cells are text. Sixel and iTerm2's images
are pixels at a place of the screen; a line view that is painted in parts would have to send them anew with every line
scrolled, and what is painted over them stays or goes as the terminal likes. There, and everywhere else, half blocks are
drawn: ordinary text with two colours a cell.
"""

from __future__ import annotations

import enum
import os
import re
import select
import sys
import time
from collections.abc import Mapping
from typing import Final

ANSWER_SECONDS: Final = 2.0
"""How long a terminal that gives itself out for kitty or Ghostty is waited for. Both answer in a millisecond; over a
network it takes the way there and back, and an answer that came later still would be typed into the reader."""

QUESTION: Final = b"\x1b_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\" + b"\x1b[>q" + b"\x1b[c"
"""Does it take pictures (kitty: graphics protocol, a=q)? What is its name (XTVERSION)? And one that all terminals
answer, in turn, so that silence is known."""

_LAST_ANSWER: Final = re.compile(rb"\x1b\[\?[\d;]*c")
_NAME: Final = re.compile(rb"\x1bP>\|(kitty|ghostty)[ (](\d+)\.(\d+)")
_TAKES_PICTURES: Final = re.compile(rb"\x1b_Gi=1;OK\x1b\\")

PLACEHOLDERS_SINCE: Final = {b"kitty": (0, 28), b"ghostty": (1, 0)}
"""The versions that know placeholders. Konsole, WezTerm and others say that they take pictures and print the
placeholders as letters, so the name is asked for."""

USUAL_CELL: Final = (10, 20)
"""Pixels of a cell where the terminal does not tell: twice as high as wide, as nearly everywhere."""

GREATEST_CELL: Final = 100


class Graphics(enum.StrEnum):
    """How pictures are shown."""

    NONE = "none"
    BLOCKS = "blocks"
    KITTY = "kitty"


def may_be_asked(environment: Mapping[str, str]) -> bool:
    """Whether the environment speaks of kitty or Ghostty, and of nothing between them and us that would garble pictures."""
    if any(environment.get(name) for name in ("TMUX", "STY", "ZELLIJ")):
        return False
    term = environment.get("TERM", "")
    return (
        term in ("xterm-kitty", "xterm-ghostty")
        or "KITTY_WINDOW_ID" in environment
        or environment.get("TERM_PROGRAM") in ("kitty", "ghostty")
    )


def knows_placeholders(answer: bytes) -> bool:
    """Whether a terminal that answered so shows pictures at placeholders."""
    name = _NAME.search(answer)
    if name is None or _TAKES_PICTURES.search(answer) is None:
        return False
    return (int(name[2]), int(name[3])) >= PLACEHOLDERS_SINCE[name[1]]


def graphics_of(environment: Mapping[str, str]) -> Graphics:
    """How the terminal we run in shows pictures. Asks it only where its name promises an answer."""
    if not may_be_asked(environment):
        return Graphics.BLOCKS
    return Graphics.KITTY if knows_placeholders(ask(QUESTION, ANSWER_SECONDS)) else Graphics.BLOCKS


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


def cell_size() -> tuple[int, int]:
    """Width and height of a cell in pixels, by the terminal's size (TIOCGWINSZ), or as usual where it gives none."""
    import fcntl
    import struct
    import termios

    if sys.__stdout__ is None:
        return USUAL_CELL
    try:
        told = fcntl.ioctl(sys.__stdout__.fileno(), termios.TIOCGWINSZ, b"\0" * 8)
    except (OSError, ValueError):
        return USUAL_CELL
    rows, columns, width, height = struct.unpack("HHHH", told)
    cell = (width // columns, height // rows) if rows and columns else (0, 0)
    return cell if all(2 <= side <= GREATEST_CELL for side in cell) else USUAL_CELL
