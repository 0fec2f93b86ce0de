"""The words under which an article has its links, and whether they name another house than the link leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from lampungtui.foreign import Address, clean_line
from lampungtui.language import say
from lampungtui.model import (
    Article,
    Block,
    Blocks,
    Embed,
    Heading,
    Image,
    Listing,
    Outlet,
    Paragraph,
    Quote,
    Spans,
    Table,
)
from lampungtui.newsroom.pictures import lead_of

_HOST: Final = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?=[/:?#\s.,)]|$)", re.IGNORECASE)


def link_words(article: Article, outlet: Outlet | None) -> dict[Address, str]:
    """What each link of an article's page is called there: its first words, cleaned for the screen; a picture is one."""
    lead = lead_of(article)
    found: dict[Address, str] = {}
    for address, words in _links(article.blocks if lead is None else (lead, *article.blocks)):
        if words and address not in found:
            found[address] = str(clean_line(words))
    if article.url is not None:
        found.setdefault(article.url, say("the article at its outlet"))
    if article.comments_url is not None:
        found.setdefault(article.comments_url, say("Comments"))
    for link in (*outlet.network, *outlet.partners) if outlet is not None else ():
        found.setdefault(link.url, str(clean_line(link.name)))
    return found


def host_of(address: Address) -> str:
    """The house that an address leads to."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def says_another_house(words: str, address: Address) -> bool:
    """Whether the words of a link name a host, and not the one that it leads to (nor one above or below it)."""
    named = _HOST.search(words.strip())
    if named is None:
        return False
    said, real = named[1].lower().removeprefix("www."), host_of(address)
    return not (said == real or real.endswith(f".{said}") or said.endswith(f".{real}"))


def _links(blocks: Blocks) -> Iterator[tuple[Address, str]]:
    for block in blocks:
        yield from _links_of(block)


def _links_of(block: Block) -> Iterator[tuple[Address, str]]:
    match block:
        case Paragraph(spans) | Heading(_, spans):
            yield from _in_spans(spans)
        case Listing():
            for item in block.items:
                yield from _links(item)
        case Quote(blocks):
            yield from _links(blocks)
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from _in_spans(cell)
        case Image():
            words = block.caption or block.alt
            picture = say("Picture")
            yield block.url, f"{picture}: {words}" if words else picture
        case Embed(url, name):
            yield url, name


def _in_spans(spans: Spans) -> Iterator[tuple[Address, str]]:
    for span in spans:
        if span.link is not None:
            yield span.link, span.text.strip()
