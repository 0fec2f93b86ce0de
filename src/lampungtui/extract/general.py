"""The general path: which node of a page without rules holds the article.

Indonesian pages often have no <article> and no JSON-LD: what works is the node whose own paragraphs carry the most
running text, links not counted.
"""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lampungtui.extract.cards import select

LEAST: Final = 140
"""Characters of running text below which no node counts as an article."""

_NAMED: Final = (
    "[itemprop=articleBody]", "article .entry-content", ".entry-content", ".td-post-content", ".post-content",
    ".article-content", ".detail-content", ".detail__body-text", ".read__content", ".article__content", "#article-body",
    ".content-article", ".story-body", "#description", ".single-content", ".detail-text", ".content-detail",
)  # fmt: skip
_TEASING: Final = re.compile(
    r"(?:related|terkait|popul|sidebar|comment|komentar|footer|header|menu|nav|share|breadcrumb|widget|promo|banner|tags?$)",
    re.IGNORECASE,
)


def article_node(page: LexborHTMLParser) -> LexborNode | None:
    """The node that holds the article, or None where nothing reads like one."""
    best: tuple[float, LexborNode] | None = None
    for selector in _NAMED:
        for node in select(page, selector)[:3]:
            weight = running_text(node) * 1.2
            if weight >= LEAST and (best is None or weight > best[0]):
                best = weight, node
    for node, weight in _by_paragraphs(page):
        if weight >= LEAST and (best is None or weight > best[0] * 1.25):
            best = weight, node
    return best[1] if best is not None else None


def running_text(node: LexborNode) -> float:
    """Characters of running text in a node's paragraphs, those of links taken off."""
    found = select(node, "p")
    if not found:
        text = node.text(deep=True, separator=" ")
        return len(text) - 2 * sum(len(link.text(deep=True)) for link in select(node, "a"))
    return sum(_weight(paragraph) for paragraph in found)


def _by_paragraphs(page: LexborHTMLParser) -> list[tuple[LexborNode, float]]:
    """Each node with paragraphs of its own, weighed by them; a node around it gets half of its weight."""
    weights: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    counts: dict[int, int] = {}
    for paragraph in select(page, "p")[:3_000]:
        weight = _weight(paragraph)
        parent = paragraph.parent
        if weight <= 0 or parent is None or _out_of_place(parent):
            continue
        nodes[parent.mem_id] = parent
        weights[parent.mem_id] = weights.get(parent.mem_id, 0.0) + weight
        counts[parent.mem_id] = counts.get(parent.mem_id, 0) + 1
        above = parent.parent
        if above is not None and above.tag not in ("body", "html"):
            nodes[above.mem_id] = above
            weights[above.mem_id] = weights.get(above.mem_id, 0.0) + weight * 0.5
    if not weights:
        # Pages that part their paragraphs with <br> alone.
        for node in select(page, "div, td, section")[:3_000]:
            breaks = len(select(node, "br"))
            if breaks >= 3 and len(select(node, "div")) <= 3:
                nodes[node.mem_id] = node
                weights[node.mem_id] = running_text(node)
    return [(nodes[key], weight) for key, weight in weights.items()]


def _weight(paragraph: LexborNode) -> float:
    text = paragraph.text(deep=True, separator=" ").strip()
    linked = sum(len(link.text(deep=True)) for link in select(paragraph, "a"))
    if len(text) < 25 or linked > len(text) * 0.6:
        return 0.0
    return len(text) - 1.5 * linked


def _out_of_place(node: LexborNode) -> bool:
    at: LexborNode | None = node
    for _ in range(12):
        if at is None or at.tag in ("body", "html"):
            return False
        if at.tag in ("nav", "header", "footer", "aside", "form"):
            return True
        names = f"{at.attributes.get('class') or ''} {at.attributes.get('id') or ''}"
        if _TEASING.search(names) and "content" not in names:
            return True
        at = at.parent
    return False
