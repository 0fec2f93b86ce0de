"""What a terminal says of its own accord or in answer, told apart from what is typed.

Answers come in the same stream as keys. A slow terminal's come when the reader is on the screen already, and Textual takes
an escape sequence that it does not know for keys: `]11;rgb:...` would be typed into the search, `?62c` would open the help.
Here they are taken out: strings (OSC, DCS and APC, ECMA-48 8.3) and reports with a private mark (`CSI ?`, `CSI >`), but for
the reports of modes that Textual asks for itself (`CSI ? ... $ y`). Pure; the driver brings text and time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lampungtui.ui.terminal_ground import dark_by_answer

FOLLOW: Final = "\x1b[?2031h"
"""Asks the terminal to tell when its colours become light or dark (contour's and kitty's extension; others ignore it)."""

UNFOLLOW: Final = "\x1b[?2031l"

LETTER_SECONDS: Final = 0.1
"""How long an ESC waits for what may follow it, as in Textual: then it was the key."""

REST_SECONDS: Final = 2.0
"""How long the rest of an answer is waited for that has surely begun; then what came of it is thrown away."""

LONGEST: Final = 4_096
"""Characters of the longest answer."""

_END: Final = r"(?:\x07|\x1b\\)"
_WHOLE: Final = re.compile(
    rf"\x1b(?:\]\d+;[^\x07\x1b]*{_END}|P[>!$+?\d][^\x07\x1b]*{_END}|_G[^\x07\x1b]*{_END}|\[[?>=][\d;:]*[@-~])"
)
_BEGUN: Final = re.compile(
    r"\x1b(?:\](?:\d*|\d+;[^\x07\x1b]*\x1b?)|P(?:[>!$+?\d][^\x07\x1b]*\x1b?)?|_(?:G[^\x07\x1b]*\x1b?)?|\[(?:[?>=][\d;:]*)?)?\Z"
)
_SURELY: Final = re.compile(r"\x1b(?:\]\d+;|P[>!$+?\d]|_G|\[[?>=])")
_SCHEME: Final = re.compile(r"\x1b\[\?997;([12])n")


@dataclass(frozen=True, slots=True)
class Ground:
    """The terminal says whether its ground is dark."""

    dark: bool


class Answers:
    """Takes the terminal's answers out of what comes from it, also where they come in pieces."""

    def __init__(self) -> None:
        self._held = ""
        self._since = 0.0

    def take(self, text: str, now: float) -> Sequence[str | Ground]:
        """What of `text`, which came at `now` (seconds of any clock), was typed, and what was told, in turn."""
        text = self._held + text
        begun = _BEGUN.search(text)
        start = begun.start() if begun else len(text)
        self._held, self._since = text[start:], now
        if len(self._held) > LONGEST:
            self._held = ""
        pieces: list[str | Ground] = []
        at = 0
        for answer in _WHOLE.finditer(text, 0, start):
            if answer.start() > at:
                pieces.append(text[at : answer.start()])
            told = _told(answer[0])
            if told is not None:
                pieces.append(told)
            at = answer.end()
        if at < start:
            pieces.append(text[at:start])
        return pieces

    def waited(self, now: float) -> str:
        """What was held back for an answer that never came, and so was typed; empty while there is hope."""
        if not self._held:
            return ""
        surely = _SURELY.match(self._held) is not None
        if now - self._since < (REST_SECONDS if surely else LETTER_SECONDS):
            return ""
        held, self._held = self._held, ""
        return "" if surely else held


def _told(answer: str) -> Ground | None:
    """What an answer says that somebody here wants to know."""
    scheme = _SCHEME.fullmatch(answer)
    if scheme is not None:
        return Ground(scheme[1] == "1")
    dark = dark_by_answer(answer.encode("utf-8", "replace"))
    return None if dark is None else Ground(dark)
