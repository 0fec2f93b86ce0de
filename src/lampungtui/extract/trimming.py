"""What inside the chosen part of a page is not the article: adverts, related links, the title again, crumbs at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lampungtui.extract.furnishings import CARD, cards, is_caption, is_card
from lampungtui.extract.outline import HEADINGS, Box
from lampungtui.extract.survey import LEAST_LINE, SENTENCE, Survey

_HOLDING: Final = frozenset({"div", "section", "ul", "ol", "table", "article", "dl"})
_TOLD: Final = frozenset({"table", "ul", "ol", "dl", "blockquote", "pre"})

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+$")

CRUMBS: Final = 200
"""Characters of the longest crumbs behind the last paragraph."""


def left_out(survey: Survey, chosen: Box) -> frozenset[int]:
    """The elements in the chosen box to leave out, by their `mem_id`."""
    out: set[Box] = set()
    _trim(survey, chosen, out)
    _cut_end(survey, chosen, out)
    return frozenset(box.node.mem_id for box in out)


def _trim(survey: Survey, chosen: Box, out: set[Box]) -> None:
    stack = [chosen]
    while stack:
        box = stack.pop()
        for before, inner in zip((None, *box.boxes), box.boxes, strict=False):
            if _is_foreign(survey, inner):
                out.add(inner)
                if before is not None and before.tag in HEADINGS and _shows_others(inner):
                    # It said what this is: `Baca Juga`, `Berita Terkait`.
                    out.add(before)
            else:
                stack.append(inner)


def _is_contents(box: Box) -> bool:
    """Whether it is a list of what the page holds: its links lead to places of the page."""
    if box.tag not in ("ul", "ol"):
        return False
    links = box.node.css("a[href]")
    return sum((link.attributes.get("href") or "").startswith("#") for link in links) * 10 >= len(links) * 8


def _tells_of_links(box: Box) -> bool:
    """Whether a list says something of most of its links."""
    telling = sum(item.said - item.linked >= LEAST_LINE for item in box.boxes)
    return box.tag in ("ul", "ol") and telling * 2 > len(box.boxes)


def _shows_others(box: Box) -> bool:
    """Whether it leads to other articles; who wrote this one, or an advert, may stand under a heading of the article."""
    return box.said > 0 and (box.density > 0.5 or is_card(box) or any(True for _ in cards(box)))


def _is_foreign(survey: Survey, box: Box) -> bool:
    """Whether a box inside the article is not of it."""
    if box in survey.around or box is survey.title:
        return True
    if is_caption(box) and box.tag != "figure":
        # A caption goes with its picture (blocks.py); one whose picture is not there says nothing.
        return not any(frame.node.css_first("img, amp-img") is not None for frame in _frames(box))
    if box.tag in ("p", "li"):
        # A source that is named by its address, or in a list of links to other sites, is no furniture.
        in_list = box.tag == "li" or (box.parent is not None and box.parent.tag == "li")
        is_source = in_list or _ADDRESS.match(box.text) is not None
        linked = box.linked - (box.away if is_source else 0)
        return linked > 0.9 * box.said and not box.ends_sentence
    if box.tag in ("ul", "ol") and box.said and not survey.said(box):
        # All its items are cards.
        return True
    density = survey.density(box)
    if density > 0.8 and _is_contents(box):
        return True
    if box.tag in _TOLD or survey.worth[box] >= SENTENCE:
        density = survey.density_here(box)
    if box.tag in _HOLDING and density > 0.5 and not _tells_of_links(box):
        return True
    return bool(box.boxes) and box.tag in _HOLDING and density >= 0.25 and is_card(box)


def _frames(caption: Box) -> Iterator[Box]:
    """The boxes that may hold a caption with its picture."""
    for frame in islice(caption.around(), 4):
        yield frame
        if frame.said > CARD:
            return


def _cut_end(survey: Survey, chosen: Box, out: set[Box]) -> None:
    """Behind the last running text, a heading over nothing but crumbs begins what follows the article."""
    kept: list[Box] = []
    for inner in chosen.inside():
        if inner in out or inner.parent in out:
            out.add(inner)
        else:
            kept.append(inner)
    last = max((at for at, inner in enumerate(kept) if survey.own[inner] > 0), default=len(kept))
    heading = next((at for at in range(last + 1, len(kept)) if kept[at].tag in HEADINGS), None)
    if heading is None:
        return
    behind = kept[heading:]
    if sum(inner.own for inner in behind) <= CRUMBS and not any(inner.tag in _TOLD for inner in behind):
        out.update(inner for inner in behind if inner.own)
