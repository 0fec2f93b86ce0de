"""JSON documents, also those that break off: what came before the break is news all the same."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from lampungtui.errors import ReadingError

BROKE_OFF: Final = "the JSON breaks off; what came before was read"

_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_COMPLAINT: Final = re.compile(
    rb"\s{0,20}(?:<br />\s{0,20}<b>)?(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards)(?:</b>)?:"
)
_COMPLAINT_ENDS: Final = re.compile(rb" on line (?:<b>)?\d{1,6}(?:</b>)?\s{0,4}(?:<br />)?\s{0,20}(?=[\[{])")
HEAD: Final = 8_192
"""Bytes within which complaints of the server's own programs end."""

_CLOSERS: Final = {"[": "]", "{": "}"}


def read_json(document: bytes) -> tuple[Any, tuple[str, ...]]:
    """The value of a document, and what was wrong with it. Raises ReadingError for one without a single whole item."""
    text = document[behind_complaints(document) :].decode("utf-8-sig", errors="replace")
    try:
        return json.loads(text, strict=False), ()
    except (ValueError, RecursionError) as error:
        closed = _closed(text)
        if closed is None:
            raise ReadingError("the document is broken JSON") from error
    try:
        return json.loads(closed, strict=False), (BROKE_OFF,)
    except (ValueError, RecursionError) as error:
        raise ReadingError("the document is broken JSON") from error


def behind_complaints(document: bytes) -> int:
    """Where JSON begins behind warnings that PHP printed before it (php.net/display-errors); 0 where it has none."""
    head = document[:HEAD]
    if _COMPLAINT.match(head) is None:
        return 0
    return next((match.end() for match in _COMPLAINT_ENDS.finditer(head)), 0)


def _closed(text: str) -> str | None:
    """JSON that breaks off, cut behind the last whole item of its outermost list and closed; None where there is none.

    Lists inside an item do not count: half an item would be taken for an edited one when the whole one comes.
    """
    waiting: list[str] = []
    behind: tuple[int, str] | None = None
    outermost: int | None = None
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in _CLOSERS:
            waiting.append(_CLOSERS[sign])
        elif sign in ("]", "}"):
            if not waiting or waiting.pop() != sign:
                return None
            if waiting[-1:] == ["]"] and (outermost is None or len(waiting) <= outermost):
                outermost = len(waiting)
                behind = token.end(), "".join(reversed(waiting))
    return text[: behind[0]] + behind[1] if behind is not None and waiting else None
