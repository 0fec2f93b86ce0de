"""Articles over several pages: one text of them all, in order, nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lampungtui.model import Block, Heading, Image, PageReading, blocks_text

LONG: Final = 40
"""Characters from which a line that an earlier page has already is a repetition; shorter ones people do say twice."""

MOST_OF_IT: Final = 0.8
"""Which part of a page's lines another one must have to be called the whole article."""


def join_pages(first: PageReading, following: Sequence[PageReading]) -> PageReading:
    """One reading of all pages: the first one's facts, everybody's credits, each block once.

    A page that holds all of the others (`?page=all`) takes their place.
    """
    text = blocks_text(first.blocks)
    lines = set(text.split("\n"))
    for page in following:
        longer = blocks_text(page.blocks)
        held = lines.intersection(longer.split("\n"))
        if text and len(held) >= MOST_OF_IT * len(lines) and len(longer) > len(text):
            return replace(
                first,
                blocks=page.blocks,
                credits=tuple(dict.fromkeys((*first.credits, *page.credits))),
                derived=page.derived,
                next_page=None,
            )
    blocks: list[Block] = []
    seen: set[str] = set()
    for page in (first, *following):
        new = [block for block in page.blocks if not _is_repeated(block, seen)]
        seen.update(_key(block) for block in page.blocks)
        blocks.extend(new)
    credits = dict.fromkeys(credit for page in (first, *following) for credit in page.credits)
    derived = dict.fromkeys(pair for page in (first, *following) for pair in page.derived)
    return replace(first, blocks=tuple(blocks), credits=tuple(credits), derived=tuple(derived), next_page=None)


def _key(block: Block) -> str:
    return block.url if isinstance(block, Image) else blocks_text((block,))


def _is_repeated(block: Block, seen: set[str]) -> bool:
    """Whether an earlier page has a block already, and not just by chance."""
    key = _key(block)
    return key in seen and (isinstance(block, Image | Heading) or len(key) >= LONG)
