"""Plain ASCII on the screen: what the library and the frames draw with other characters, told by ASCII ones.

Our own signs have plain forms of their own (`signs.ASCII`); this holds for everything else, as the last step before the
terminal. Letters of any language stay: they are what outlets wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender

_FORMS: Final[Mapping[str, str]] = {
    "…": ".", "·": "-", "•": "*", "●": "*", "○": "o", "◉": "*", "★": "*", "☆": "*", "■": "#", "□": "-", "▪": "*",
    "✓": "v", "✔": "v", "✗": "x", "✘": "x", "✕": "x", "×": "x", "▲": "^", "△": "^", "▼": "v", "▽": "v", "▾": "v", "▿": "v",
    "▸": ">", "▶": ">", "▹": ">", "►": ">", "◂": "<", "◀": "<", "◄": "<", "›": ">", "‹": "<", "»": ">", "«": "<",
    "↑": "^", "↓": "v", "←": "<", "→": ">", "↔": "-", "↕": "|", "⏎": "<", "↵": "<", "⌫": "<", "⇥": ">", "⭘": "o",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "′": "'", "″": '"',
    "\u00a0": " ", "\u2009": " ", "\u202f": " ",
}  # fmt: skip

_LEVEL: Final = "─━┄┅┈┉╌╍╴╶╸╺╼╾"
_UPRIGHT: Final = "│┃┆┇┊┋╎╏╵╷╹╻╽╿"
_BOXES: Final = range(0x2500, 0x2580)
_BLOCKS: Final = range(0x2580, 0x25A0)
_BARS: Final = "▌▐▍▎▏▊▋▉"


class PlainSigns(LineFilter):
    """Puts an ASCII form in the place of every sign."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.text.isascii() or segment.control else Segment(_plain(segment.text), segment.style)
            for segment in segments
        ]


@lru_cache(4096)
def _plain(text: str) -> str:
    return "".join(character if character.isascii() else _form(character) for character in text)


def _form(character: str) -> str:
    form = _FORMS.get(character)
    code = ord(character)
    if form is None and code in _BOXES:
        form = _line(character)
    elif form is None and code in _BLOCKS:
        form = "|" if character in _BARS else " " if character in "▔▁" else "#"
    elif form is None and not character.isalnum() and not character.isspace() and code >= 0x2190:
        form = "?"
    return character if form is None else form.ljust(cell_len(character))


def _line(character: str) -> str:
    """A piece of a frame; the doubled one is the focus's, as the heavy one is elsewhere."""
    if character in "═║":
        return "=" if character == "═" else "#"
    if character in _LEVEL:
        return "-"
    return "|" if character in _UPRIGHT else "+"


class PlainScrollBar(ScrollBarRender):
    """A scroll bar of whole cells, whose thumb is seen without its colour."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8
