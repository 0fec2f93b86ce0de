"""What the people who made a page call an element: the words of its class, id, itemprop and role."""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborNode

NAMES_LIMIT: Final = 600
"""Characters of an element's names that are read."""

_UTILITY: Final = re.compile(r"\S*[:\[]\S*")
"""Classes of utility frameworks, such as `print:hidden`: they say how an element looks, not what it is."""

SLUG: Final = 5
"""Words from which an id is a heading's, as a link within the page: it says what is told there."""

_SLUG: Final = re.compile(r"[^\W\d_]+")
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD: Final = re.compile(r"[a-z]+")


def names_of(node: LexborNode) -> frozenset[str]:
    """`class="jeg_share_button postMeta"` gives jeg, share, button, post and meta."""
    attributes = node.attributes
    if not attributes:
        return frozenset()
    said = " ".join(attributes.get(key) or "" for key in ("class", "itemprop", "role"))[:NAMES_LIMIT]
    name = attributes.get("id") or ""
    if name and len(_SLUG.findall(name)) < SLUG:
        said = f"{said} {name}"[:NAMES_LIMIT]
    if ":" in said or "[" in said:
        said = _UTILITY.sub(" ", said)
    return frozenset(_WORD.findall(_CAMEL.sub(" ", said).lower()))
