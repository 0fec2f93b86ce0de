"""Markup that nests without end, cut before a parser sees it.

The parser's time grows with the square of the depth: 100,000 nested <div> (1 MB) took more than the ten seconds that a job
has, and one such item cost its whole feed. No page of an outlet nests deeper than some hundred.
"""

from __future__ import annotations

import re
from typing import Final

DEPTH_LIMIT: Final = 3_000
"""Elements within each other that are parsed (0.05 s); what is behind is left out."""

_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,30})")
_NEVER_OPEN: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "rt", "rp", "colgroup"}
    | {"html", "head", "body"}
)
"""Elements that have no end, and those whose end may be left out: the next one of their kind closes them."""

_DRAWN: Final = frozenset(
    {"path", "use", "circle", "rect", "line", "polygon", "polyline", "ellipse", "stop", "image", "g"}
)
"""Elements of drawings, which a slash does close."""


def not_too_deep(markup: str) -> str:
    """`markup` up to the place where more than `DEPTH_LIMIT` elements are open."""
    if markup.count("<") <= DEPTH_LIMIT:
        return markup
    depth = 0
    for tag in _TAG.finditer(markup):
        if tag[2].lower() in _NEVER_OPEN:
            continue
        if tag[1]:
            depth = max(0, depth - 1)
            continue
        if tag[2].lower() in _DRAWN and markup[markup.find(">", tag.end()) - 1] == "/":
            continue
        depth += 1
        if depth > DEPTH_LIMIT:
            return markup[: tag.start()]
    return markup
