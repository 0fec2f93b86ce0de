"""Articles over several pages: read whole, in order, no paragraph twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lampungtui.model import Block, Image, PageReading, blocks_text


def join_pages(first: PageReading, following: Sequence[PageReading]) -> PageReading:
    """One reading of all pages: the first one's facts, everybody's credits, each block once.

    A page that holds all of the others (`?page=all`) takes their place.
    """
    words = set(blocks_text(first.blocks).split("\n"))
    for page in following:
        if words and words <= set(blocks_text(page.blocks).split("\n")) and len(page.blocks) > len(first.blocks):
            return replace(
                first, blocks=page.blocks, credits=tuple(dict.fromkeys((*first.credits, *page.credits))), next_page=None
            )
    blocks: list[Block] = []
    seen: set[str] = set()
    for page in (first, *following):
        for block in page.blocks:
            key = block.url if isinstance(block, Image) else blocks_text((block,))
            if key and key in seen:
                continue
            seen.add(key)
            blocks.append(block)
    credits = dict.fromkeys(credit for page in (first, *following) for credit in page.credits)
    return replace(first, blocks=tuple(blocks), credits=tuple(credits), next_page=None)
