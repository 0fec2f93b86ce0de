"""How the terminal shows pictures: asked before the screen starts, since an answer would be read as keys later.

Not every terminal that takes pictures is one for them. With kitty's protocol, only those will do that know placeholders,
whose cells are text. With Sixel and iTerm2's inline images, only those in which a cell that is written loses its pixels:
that cannot be asked, so they are known by name. In all others, and behind tmux and its like, pictures are half blocks.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lampungtui.ui.terminal import Cell, ask, likely_cell

ANSWER_SECONDS: Final = 2.0
"""How long a terminal that gives itself out for one that shows pictures is waited for. All of them answer in a
millisecond; over a network it takes the way there and back, and an answer that came later still would be typed into the
reader."""

_KITTY_QUESTION: Final = b"\x1b_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\" + b"\x1b[>q" + b"\x1b[c"
"""Does it take pictures (kitty: graphics protocol, a=q)? What is its name (XTVERSION)? And one that all terminals
answer, in turn, so that silence is known."""

_BANDS_QUESTION: Final = b"\x1b[>q" + b"\x1b[?1;1;0S" + b"\x1b[16t" + b"\x1b[c"
"""What is its name? How many colours do Sixel pictures have (XTSMGRAPHICS)? How large is a cell? And DA1, which says whether
it knows Sixel."""

_KITTY_NAME: Final = re.compile(rb"\x1bP>\|(kitty|ghostty)[ (](\d+)\.(\d+)")
_TAKES_PICTURES: Final = re.compile(rb"\x1b_Gi=1;OK\x1b\\")
_NAME: Final = re.compile(rb"\x1bP>\|([A-Za-z0-9.]+)")
_ATTRIBUTES: Final = re.compile(rb"\x1b\[\?([\d;]*)c")
_COLOURS: Final = re.compile(rb"\x1b\[\?1;0;(\d+)S")
_CELL: Final = re.compile(rb"\x1b\[6;(\d+);(\d+)t")

PLACEHOLDERS_SINCE: Final = {b"kitty": (0, 28), b"ghostty": (1, 0)}
"""The versions that know placeholders. Konsole, WezTerm and others say that they take pictures and print the
placeholders as letters, so the name is asked for."""

SIXEL_NAMES: Final = (b"XTerm", b"foot", b"")
"""Terminals that keep no pixels in a written cell: seen in xterm 379, foot 1.13 and mlterm 3.9, by its makers in Windows
Terminal. The last two give no name and are what the environment says. Konsole 22.12 keeps them; Contour is said to."""

INLINE_NAMES: Final = (b"iTerm2", b"WezTerm", b"mintty", b"xterm.js")
"""Terminals whose inline images belong to cells: seen in xterm.js 6, by the source of WezTerm and mintty, and of iTerm2 by
what is generally known of it. xterm.js, which is VS Code's, knows Sixel too, but does not tell when its cells change."""

SIXEL_ATTRIBUTE: Final = "4"
LEAST_COLOURS: Final = 64
"""Colours that a picture in Sixel may have."""


class Graphics(enum.StrEnum):
    """How pictures are shown."""

    NONE = "none"
    BLOCKS = "blocks"
    KITTY = "kitty"
    SIXEL = "sixel"
    INLINE = "iterm2"


@dataclass(frozen=True, slots=True)
class TerminalGraphics:
    """How the terminal shows pictures, and the pixels of a cell where it told them."""

    graphics: Graphics
    cell: Cell | None = None


def terminal_graphics(environment: Mapping[str, str], wanted: str) -> TerminalGraphics:
    """How the terminal that we run in is to show pictures. It is asked only where its name promises an answer.

    `wanted` is the setting: `auto`, or what the person knows better; a terminal is then taken at their word.
    """
    if wanted == "auto":
        return _by_itself(environment)
    if wanted != Graphics.SIXEL:
        return TerminalGraphics(Graphics(wanted))
    cell = _told_cell(ask(_BANDS_QUESTION, ANSWER_SECONDS))
    # Bands of a guessed size would leave gaps, or lie over the next line.
    return TerminalGraphics(Graphics.SIXEL, cell) if cell is not None or likely_cell() is not None else _PLAIN


_PLAIN: Final = TerminalGraphics(Graphics.BLOCKS)


def _by_itself(environment: Mapping[str, str]) -> TerminalGraphics:
    if any(environment.get(name) for name in ("TMUX", "STY", "ZELLIJ")):
        return _PLAIN
    if _may_be_kitty(environment):
        knows = knows_placeholders(ask(_KITTY_QUESTION, ANSWER_SECONDS))
        return TerminalGraphics(Graphics.KITTY) if knows else _PLAIN
    # Bands are sent with every line scrolled: not over a network.
    if any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "MOSH_IP")) or not _may_take_bands(
        environment
    ):
        return _PLAIN
    answer = ask(_BANDS_QUESTION, ANSWER_SECONDS)
    graphics, cell = bands_by_answer(answer, environment), _told_cell(answer)
    if graphics is Graphics.SIXEL and cell is None and likely_cell() is None:
        return _PLAIN
    return TerminalGraphics(graphics, cell)


def _may_be_kitty(environment: Mapping[str, str]) -> bool:
    """Whether the environment speaks of kitty or Ghostty."""
    return (
        environment.get("TERM") in ("xterm-kitty", "xterm-ghostty")
        or "KITTY_WINDOW_ID" in environment
        or environment.get("TERM_PROGRAM") in ("kitty", "ghostty")
    )


def _may_take_bands(environment: Mapping[str, str]) -> bool:
    """Whether the environment speaks of a terminal that shows bands of pictures well."""
    return (
        environment.get("TERM", "").startswith(("foot", "mlterm"))
        or any(environment.get(name) for name in ("XTERM_VERSION", "MLTERM", "WT_SESSION"))
        or environment.get("TERM_PROGRAM") in ("iTerm.app", "WezTerm", "mintty", "vscode")
        or environment.get("LC_TERMINAL") == "iTerm2"
    )


def knows_placeholders(answer: bytes) -> bool:
    """Whether a terminal that answered so shows pictures at placeholders."""
    name = _KITTY_NAME.search(answer)
    if name is None or _TAKES_PICTURES.search(answer) is None:
        return False
    return (int(name[2]), int(name[3])) >= PLACEHOLDERS_SINCE[name[1]]


def bands_by_answer(answer: bytes, environment: Mapping[str, str]) -> Graphics:
    """How a terminal that answered so shows bands of pictures; half blocks where its name is one that we do not know.

    One that gives no name is what the environment says it is, if it knows Sixel.
    """
    told, attributes, colours = _NAME.search(answer), _ATTRIBUTES.search(answer), _COLOURS.search(answer)
    name = told[1] if told is not None else b"xterm.js" if environment.get("TERM_PROGRAM") == "vscode" else b""
    knows_sixel = attributes is not None and SIXEL_ATTRIBUTE in attributes[1].decode("ascii").split(";")
    if name in INLINE_NAMES:
        # Where VS Code's images are switched off, so is its Sixel.
        return Graphics.INLINE if knows_sixel or name != b"xterm.js" else Graphics.BLOCKS
    few = colours is not None and int(colours[1]) < LEAST_COLOURS
    return Graphics.SIXEL if knows_sixel and not few and name in SIXEL_NAMES else Graphics.BLOCKS


def _told_cell(answer: bytes) -> Cell | None:
    """The pixels of a cell by a terminal's answer: its height comes first."""
    told = _CELL.search(answer)
    return likely_cell((int(told[2]), int(told[1]))) if told is not None else None
