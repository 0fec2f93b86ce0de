"""Plain ASCII on the screen: what the library and the frames draw with other characters, told by ASCII ones.

Our own signs have plain forms of their own (`signs.ASCII`); this holds for everything else, as the last step before the
terminal. What outlets wrote stays as they wrote it: headlines and articles are marked (`AS_THEY_ARE`) and nothing of them
is touched; where an outlet's words stand elsewhere (a toast, the title of a frame), letters and typographic quotes and
dashes stay, which the library draws nothing with.

Where the terminal cannot show anything but ASCII at all (`shows_unicode`), every character is told by the nearest one
that it has: a question mark in the place of half a word helps nobody.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender

_FORMS: Final[Mapping[str, str]] = {
    "…": ".", "·": "-", "•": "*", "●": "*", "○": "o", "◉": "*", "★": "*", "☆": "*", "■": "#", "□": "-", "▪": "*",
    "✓": "v", "✔": "v", "✗": "x", "✘": "x", "✕": "x", "×": "x", "▲": "^", "△": "^", "▼": "v", "▽": "v", "▾": "v", "▿": "v",
    "▸": ">", "▶": ">", "▹": ">", "►": ">", "◂": "<", "◀": "<", "◄": "<", "›": ">", "‹": "<", "»": ">", "«": "<",
    "↑": "^", "↓": "v", "←": "<", "→": ">", "↔": "-", "↕": "|", "⏎": "<", "↵": "<", "⌫": "<", "⇥": ">", "⭘": "o",
}  # fmt: skip

_TYPOGRAPHIC: Final[Mapping[str, str]] = {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "′": "'", "″": '"',
    "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    "æ": "a", "ß": "s", "ø": "o", "đ": "d", "ł": "l", "Æ": "A", "Ø": "O", "Đ": "D", "Ł": "L",
    "€": "E", "£": "L", "°": "o", "½": "1", "¼": "1", "¾": "3", "²": "2", "³": "3",
}  # fmt: skip
"""What outlets write with, told in ASCII where the terminal has nothing else. Each takes as many cells as it took."""

AS_THEY_ARE: Final = Style(meta={"lampungtui_as_they_are": True})
"""Marks what is painted with signs of our own and outlets' words alone: nothing of it is the library's drawing."""

_LEVEL: Final = "─━┄┅┈┉╌╍╴╶╸╺╼╾"
_UPRIGHT: Final = "│┃┆┇┊┋╎╏╵╷╹╻╽╿"
_BOXES: Final = range(0x2500, 0x2580)
_BLOCKS: Final = range(0x2580, 0x25A0)
_BARS: Final = "▌▐▍▎▏▊▋▉"


def shows_unicode(environment: Mapping[str, str], encoding: str | None) -> bool:
    """Whether the terminal can be shown more than ASCII: by the encoding that it is written in, and by the locale's.

    LC_ALL, LC_CTYPE and LANG count in this order (POSIX, 8.2). `C` and `POSIX` mean ASCII, as for every other program;
    a locale without a codeset, or none at all, says nothing of the terminal, and what Python found holds. Python writes
    UTF-8 under LANG=C and says so in LC_CTYPE (PEP 538): that is its own word, not the person's.
    """
    if not (encoding or "").lower().replace("_", "-").startswith("utf"):
        return False
    by_hand = environment.get("LC_CTYPE", "")
    if by_hand in _COERCED and not environment.get("LC_ALL") and environment.get("LANG"):
        by_hand = ""
    locale = environment.get("LC_ALL") or by_hand or environment.get("LANG") or ""
    codeset = locale.partition("@")[0].partition(".")[2].lower().replace("-", "")
    return locale not in ("C", "POSIX") and codeset in ("", "utf8")


_COERCED: Final = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python sets LC_CTYPE to where the locale is C (PEP 538)."""


class PlainSigns(LineFilter):
    """Puts an ASCII form in the place of every sign that is not an outlet's own; of every character with `all_of_it`."""

    def __init__(self, *, enabled: bool, all_of_it: bool = False) -> None:
        super().__init__(enabled)
        self._all_of_it = all_of_it

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [segment if self._stays(segment) else self._told(segment) for segment in segments]

    def _stays(self, segment: Segment) -> bool:
        if segment.text.isascii() or segment.control:
            return True
        marked = segment.style is not None and "lampungtui_as_they_are" in segment.style.meta
        return marked and not self._all_of_it

    def _told(self, segment: Segment) -> Segment:
        return Segment((_ascii if self._all_of_it else _plain)(segment.text), segment.style)


@lru_cache(4096)
def _plain(text: str) -> str:
    return "".join(character if character.isascii() else _form(character) for character in text)


@lru_cache(4096)
def _ascii(text: str) -> str:
    """Every character by an ASCII one, in as many cells."""
    return "".join(character if character.isascii() else _nearest(character) for character in text)


def _nearest(character: str) -> str:
    """A letter without its marks, a sign's plain form, or a question mark."""
    width = cell_len(character)
    form = _TYPOGRAPHIC.get(character) or _form(character)
    if not form.isascii():
        base = unicodedata.normalize("NFKD", character)[0]
        form = base if base.isascii() else "?"
    return form[:width].ljust(width)


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
