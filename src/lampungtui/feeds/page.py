"""Listing pages as feeds: by the outlet's selectors, or, where there are none, by what cards of headlines look like."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from lampungtui.errors import ReadingError
from lampungtui.extract.cards import next_address, parsed, read_cards, read_shelves, words
from lampungtui.extract.cards_alike import cards_alike
from lampungtui.extract.charset import decode
from lampungtui.feeds.item import ITEM_LIMIT
from lampungtui.foreign import Address, clean_line
from lampungtui.model import Entry, FeedKind, FeedReading, Outlet

_NEXT: Final = "link[rel~=next], a[rel~=next], a.next, .next > a"


def read_listing(
    document: bytes, *, url: Address | None, content_type: str | None, outlet: Outlet | None, fetched_at: datetime
) -> FeedReading:
    """The headlines of a page. Raises ReadingError where none are found.

    A profile's selectors that find nothing are not helped out: on the page of a rubric without news, what looks like
    headlines are those of other rubrics.
    """
    page = parsed(decode(document, content_type))
    title = clean_line(words(page.css_first("title")))
    rules = outlet.listing if outlet is not None else None
    entries: tuple[Entry, ...]
    if outlet is not None and rules is not None:
        entries = read_cards(page, rules, outlet, url, fetched_at)[:ITEM_LIMIT]
        if not entries:
            raise ReadingError("the page lists no headlines where the outlet's profile looks for them")
    else:
        entries = cards_alike(page, url, outlet.zone if outlet is not None else "Asia/Jakarta", fetched_at)
        if not entries:
            raise ReadingError("the page lists no headlines that we can find")
    return FeedReading(
        kind=FeedKind.PAGE,
        entries=entries,
        title=title or None,
        home=url,
        next_page=next_address(page, rules.next, url) if rules is not None else _likely_next(page, url),
        shelves=read_shelves(page, rules, outlet, url, fetched_at) if outlet is not None and rules is not None else (),
    )


def _likely_next(page: LexborHTMLParser, url: Address | None) -> Address | None:
    """Where a page says that the next one is, on the same site."""
    address = next_address(page, _NEXT, url)
    if address is None or address == url or (url is not None and urlsplit(address).netloc != urlsplit(url).netloc):
        return None
    return address
