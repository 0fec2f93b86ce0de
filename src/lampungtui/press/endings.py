"""How a text ends: end marks, brackets behind the last sentence, credits that a lost line break left there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lampungtui.model import Credit
from lampungtui.press.credits import LINE_LIMIT, read_credit_line
from lampungtui.press.people import TITLED

_BRACKET_TAIL: Final = re.compile(
    r"\s*(?:\(\s*(?P<round>[^()]{1,160}?)\s*\)|\[\s*(?P<square>[^\[\]()]{1,160}?)\s*\])\s*\.?\s*$"
)
_END_MARK: Final = re.compile(
    r"(?:\s*\(\s*(?:\*{1,3}|#{1,3})\s*\)|(?:^|(?<=[.!?\"”')])|(?<=[.!?\"”')] ))(?:\*{2,3}(?:\s?[Rr]ed)?|#{2,3})"
    r"|\s*\(PRO1\)|\s*\[\*{1,3}\])\s*\.?\s*$"
)
_GLUED: Final = re.compile(
    r"(?:\(\s*\*{1,3}\s*\)|\*{3}|(?<=[.!?\"”)])) ?(?=(?:editor|penulis|reporter|pewarta|wartawan|redaktur|penyunting)\s*:)",
    re.IGNORECASE,
)
_DESK_END: Final = re.compile(r"(?:^|[.!?…][\"”'’]*)\s*\([a-z][a-z0-9]{1,4}(?:/[a-z][a-z0-9]{1,4}){1,2}\)\s*$")
_STRONG_END: Final = re.compile(r"(?:\(\s*\*{1,3}\s*\)|\*{3}|\(PRO1\))\s*\.?\s*$")


def end_mark_start(text: str) -> int | None:
    """Where an end mark (`(***)`, `.**`, `(*)`) at the end of `text` starts, or None."""
    match = _END_MARK.search(text) if _can_hold_mark(text) else None
    return match.start() if match is not None and match[0].strip() else None


def glued_credits(text: str, names: Sequence[str] = ()) -> tuple[int, tuple[Credit, ...]] | None:
    """Credits that a lost line break left in the last line, behind its last sentence, and where the sentence ends."""
    tail = max(0, len(text) - LINE_LIMIT)
    match = _GLUED.search(text, tail)
    if match is None or match.start() == 0:
        return None
    credits = read_credit_line(text[match.end() :], names)
    named = bool(credits) and all(TITLED.match(credit.name) for credit in credits)
    return (match.start(), credits) if named else None


def ends_strongly(text: str) -> bool:
    """Whether `text` ends with a mark that nothing of the article follows: `(***)`."""
    return _can_hold_mark(text) and _STRONG_END.search(text) is not None


def _can_hold_mark(text: str) -> bool:
    """Whether a text has the characters of an end mark at all: most have not, and need not be searched."""
    return "*" in text or "#" in text or "(PRO1)" in text


def ends_with_initials(text: str) -> bool:
    """Whether a desk's initials stand behind the last sentence of `text`, or alone: `... sore hari. (dai/dai)`."""
    return text.rstrip().endswith(")") and _DESK_END.search(text) is not None


def trailing_bracket(text: str) -> tuple[int, str] | None:
    """Where a bracket at the very end of `text` starts, and what is in it: `(dai/dai)`, RMOL's `[ren]`."""
    if not text.rstrip().removesuffix(".").rstrip().endswith((")", "]")):
        return None
    match = _BRACKET_TAIL.search(text)
    return (match.start(), match["round"] or match["square"]) if match is not None else None
