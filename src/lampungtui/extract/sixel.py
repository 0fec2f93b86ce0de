"""Sixel: a few rows of pixels as the text by which DEC's terminals, and many after them, draw them.

After the VT330/VT340 Programmer Reference Manual, chapter 14. What is made here is the part between the introducer and
the end of the string, printable ASCII alone; `ui/bands.py` frames it for the terminal. Six rows of pixels are one line of
sixels, in which each colour is drawn over the whole width in turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

LINE_PIXELS: Final = 6
"""Rows of pixels in one line of sixels."""

_EMPTY: Final = ord("?")
"""A sixel with no pixel set; the six bits are added to it."""

_REPEATED: Final = re.compile(rb"(.)\1{3,}", re.DOTALL)
_REPEAT: Final = re.compile(rb"!(\d+)(.)")
_HEAD: Final = re.compile(rb'"1;1;(\d+);(\d+)((?:#\d+;2;\d+;\d+;\d+)*)')
_TEXT: Final = bytes(range(ord("?"), ord("~") + 1)) + b"#!$-0123456789"
_TOO_LONG: Final = re.compile(rb"\d{5}")


def band(rows: Sequence[bytes], palette: bytes) -> bytes:
    """Rows of pixels, each a byte that is a number in `palette` (RGB bytes), as Sixel text of their size."""
    width = len(rows[0])
    used = sorted(set(b"".join(rows)))
    text = bytearray(b'"1;1;%d;%d' % (width, len(rows)))
    for colour in used:
        # The protocol counts a channel in hundredths.
        red, green, blue = (round(part * 100 / 255) for part in palette[colour * 3 : colour * 3 + 3])
        text += b"#%d;2;%d;%d;%d" % (colour, red, green, blue)
    return bytes(text + b"-".join(_line(rows[at : at + LINE_PIXELS]) for at in range(0, len(rows), LINE_PIXELS)))


def _line(rows: Sequence[bytes]) -> bytes:
    """One line of sixels: at most six rows of pixels."""
    width = len(rows[0])
    empty = int.from_bytes(bytes((_EMPTY,)) * width)
    drawn = []
    for colour in sorted(set(b"".join(rows))):
        # All pixels of a colour at once: no sum leaves its byte.
        bits = sum(int.from_bytes(row.translate(_bit(colour, number))) for number, row in enumerate(rows))
        drawn.append(b"#%d" % colour + _shortened((empty + bits).to_bytes(width)))
    return b"$".join(drawn)


@lru_cache(None)
def _bit(colour: int, number: int) -> bytes:
    """The table that turns a colour into the bit of a row of pixels, and every other one into nothing."""
    table = bytearray(256)
    table[colour] = 1 << number
    return bytes(table)


def _shortened(sixels: bytes) -> bytes:
    return _REPEATED.sub(lambda run: b"!%d%c" % (len(run[0]), run[1]), sixels.rstrip(b"?"))


def is_band(text: bytes, width: int, height: int) -> bool:
    """Whether it is a band of this size, in our own form: no character of it ends the string or is a command."""
    head = _HEAD.match(text)
    if head is None or (int(head[1]), int(head[2])) != (width, height):
        return False
    drawn = text[head.end() :]
    lines = -(-height // LINE_PIXELS)
    return not drawn.translate(None, _TEXT) and drawn.count(b"-") == lines - 1 and _TOO_LONG.search(text) is None


def cut(text: bytes, start: int, end: int) -> bytes:
    """The pixels of a band from `start` to before `end`, as a band of their own."""
    head = _HEAD.match(text)
    assert head is not None  # noqa: S101  # `is_band` was asked when it came
    lines = []
    for line in text[head.end() :].split(b"-"):
        pieces = []
        for colour in line.split(b"$"):
            number = colour[: len(colour) - len(colour[1:].lstrip(b"0123456789"))]
            sixels = _REPEAT.sub(lambda run: run[2] * int(run[1]), colour[len(number) :])[start:end]
            if sixels.strip(b"?"):
                pieces.append(number + _shortened(sixels))
        lines.append(b"$".join(pieces))
    return b'"1;1;%d;%s' % (end - start, head[2]) + head[3] + b"-".join(lines)
