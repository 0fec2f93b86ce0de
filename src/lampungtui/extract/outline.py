"""A page's outline: its boxes as a tree, each with what it says itself, what of that is linked, and what it is called.

The walk is the one that makes blocks of a page (blocks.py): the same elements are skipped, the same depth is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from lampungtui.extract.article_links import site_of
from lampungtui.extract.blocks import DEPTH_LIMIT, INLINE, SKIPPED, is_hidden
from lampungtui.extract.naming import names_of
from lampungtui.foreign import Address

BOX_LIMIT: Final = 20_000
"""Boxes of one page that are looked at."""

LINE_TAGS: Final = frozenset({"p", "li", "dd", "dt", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Tags of running text: whoever holds them, not they, may be the article."""

_UNREAD: Final = SKIPPED - {"form"}
"""Some servers put the whole page into one form, so it is looked into here."""

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_SOCIAL: Final = (
    "facebook.com", "instagram.com", "linkedin.com", "pinterest.com", "reddit.com", "t.me", "telegram.me", "threads.net",
    "tiktok.com", "tumblr.com", "twitter.com", "wa.me", "whatsapp.com", "x.com",
)  # fmt: skip
_DENSE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Characters that say as much as two or three letters: they count twice."""

_HOST: Final = re.compile(r"(?:https?:)?//(?:[^/?#@]*@)?([^/?#:]+)")
_SENTENCE_END: Final = re.compile(r"[.!?…:;,。！？।؟۔][\"”»'’)\]\s]*$")


class Link(Enum):
    """Whether text is in a link, and whether that leads to another page of this site or away."""

    NONE = 0
    HERE = 1
    AWAY = 2


@dataclass(slots=True, eq=False)
class Box:
    """An element that is set apart from what is around it.

    `text` is its own running text, without that of the boxes inside; `own`, `own_linked` count its characters; `said`,
    `linked` count those of all boxes inside too. `names` are the words of its class and id.
    """

    node: LexborNode
    tag: str
    names: frozenset[str]
    parent: Box | None
    order: int
    boxes: list[Box] = field(default_factory=list)
    text: str = ""
    own: int = 0
    own_linked: int = 0
    own_away: int = 0
    said: int = 0
    linked: int = 0
    away: int = 0
    breaks: int = 0
    links: int = 0
    pieces: list[str] = field(default_factory=list)

    @property
    def density(self) -> float:
        """Which part of what it says is linked."""
        return self.linked / self.said if self.said else 0.0

    @property
    def ends_sentence(self) -> bool:
        """Whether its own text ends as a sentence does."""
        return _SENTENCE_END.search(self.text) is not None

    def around(self) -> Iterator[Box]:
        """The boxes around it, the nearest first."""
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    def inside(self) -> Iterator[Box]:
        """The boxes inside it, in the page's order."""
        stack = list(reversed(self.boxes))
        while stack:
            box = stack.pop()
            yield box
            stack.extend(reversed(box.boxes))


def outline(body: LexborNode, base: Address | None = None) -> Box:
    """The outline of a page's body; `base` is the page's address, by which links to other sites are known."""
    site = site_of(urlsplit(base).hostname) if base is not None else ""
    root = Box(body, body.tag or "body", names_of(body), None, 0)
    made = [root]
    # Children still to see, the box they are in, and whether they are inside a link.
    stack: list[tuple[Iterator[LexborNode], Box, Link]] = [(body.iter(include_text=True), root, Link.NONE)]
    while stack and len(made) < BOX_LIMIT:
        children, box, linked = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
            continue
        tag = node.tag or ""
        if tag == "-text":
            _say(box, node.text_content or "", linked)
        elif (
            (tag in SKIPPED and tag != "form")
            or tag.startswith(("-", "!", "_"))
            or is_hidden(node)
            or len(stack) >= DEPTH_LIMIT
        ):
            continue
        elif tag == "br":
            box.breaks += 1
            box.pieces.append(" ")
        elif tag in INLINE:
            if tag == "a":
                box.links += 1
                linked = Link.AWAY if _leads_away(node.attributes.get("href") or "", site) else Link.HERE
            stack.append((node.iter(include_text=True), box, linked))
        else:
            inner = Box(node, tag, names_of(node), box, len(made))
            box.boxes.append(inner)
            box.pieces.append(" ")
            made.append(inner)
            stack.append((node.iter(include_text=True), inner, linked))
    for box in reversed(made):
        box.text = " ".join("".join(box.pieces).split())
        box.pieces = []
        box.said += box.own
        box.linked += box.own_linked
        box.away += box.own_away
        if box.parent is not None:
            box.parent.said += box.said
            box.parent.linked += box.linked
            box.parent.away += box.away
    return root


def _leads_away(href: str, site: str) -> bool:
    """Whether a link leads to another site, not to share or follow there, or to a place of the same page."""
    if href.startswith("#"):
        return True
    if not site or not href.startswith(("http://", "https://", "//")):
        return False
    host = _HOST.match(href)
    return host is not None and site_of(host[1].lower()) not in (site, *_SOCIAL)


def _say(box: Box, text: str, linked: Link) -> None:
    words = len(" ".join(text.split()))
    if not words:
        box.pieces.append(" ")
        return
    if not text.isascii():
        words += len(_DENSE.findall(text))
    box.pieces.append(text)
    box.own += words
    if linked is not Link.NONE:
        box.own_linked += words
        if linked is Link.AWAY:
            box.own_away += words
