"""Whether the terminal's ground is dark: asked before the screen starts (OSC 11), else by what the environment says.

The first screen shall be right, so the answer is waited for: a second question that every terminal answers (DA1) follows the
first, and when its answer is there, the first one has been answered or never will be. What comes later is taken out of the
keys by `terminal_answers` and followed all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lampungtui.ui.terminal import ask

QUESTION: Final = b"\x1b]11;?\x1b\\" + b"\x1b[c"

NEAR_SECONDS: Final = 1.0
"""How long a terminal on this machine is waited for; it answers within milliseconds, unless it is none."""

FAR_SECONDS: Final = 2.5
"""How long one over a network is waited for: the way there and back comes on top."""

SILENT: Final = ("dumb", "linux", "unknown", "")
"""Values of TERM whose terminals say nothing about their ground: the system's console is dark, others are unknown."""

DARK_BELOW: Final = 0.5
"""Relative brightness (0 to 1) below which a ground is dark."""

_ANSWER: Final = re.compile(
    rb"\x1b\]11;(?:rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})|#([0-9a-fA-F]{6}))"
)


QUESTION_LATER: Final = "\x1b]11;?\x1b\\"
"""The question while the screen is up; nobody waits for its answer."""


def knows_its_ground(environment: Mapping[str, str]) -> bool:
    """Whether the terminal that we run in may be asked for its ground."""
    return environment.get("TERM", "") not in SILENT


def ground_is_dark(environment: Mapping[str, str]) -> bool | None:
    """Whether the ground of the terminal that we run in is dark; None where that cannot be known."""
    if knows_its_ground(environment):
        far = any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "MOSH_IP"))
        told = dark_by_answer(ask(QUESTION, FAR_SECONDS if far else NEAR_SECONDS))
        if told is not None:
            return told
    return dark_by_environment(environment)


def dark_by_answer(answer: bytes) -> bool | None:
    """What a terminal that answered so has: `rgb:` with one to four digits a part (XParseColor), or `#rrggbb`."""
    found = _ANSWER.search(answer)
    if found is None:
        return None
    digits = (found[1], found[2], found[3]) if found[4] is None else (found[4][:2], found[4][2:4], found[4][4:])
    red, green, blue = (int(part, 16) / float((1 << 4 * len(part)) - 1) for part in digits)
    return 0.299 * red + 0.587 * green + 0.114 * blue < DARK_BELOW


def dark_by_environment(environment: Mapping[str, str]) -> bool | None:
    """What COLORFGBG says (rxvt, Konsole and others: the numbers of text and ground among sixteen colours)."""
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not ground.isdecimal() or int(ground) > 15:
        return True if environment.get("TERM") == "linux" else None
    return int(ground) not in (7, *range(9, 16))
