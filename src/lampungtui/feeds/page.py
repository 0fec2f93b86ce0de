"""Listing pages as feeds: by the outlet's selectors, or, where there are none, by what article links look like."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from lampungtui.errors import ReadingError
from lampungtui.extract.cards import next_address, parsed, read_cards, read_shelves, select, words
from lampungtui.extract.charset import decode
from lampungtui.feeds.item import ITEM_LIMIT
from lampungtui.foreign import Address, clean_address, clean_line
from lampungtui.identity import canonical, entry_id
from lampungtui.model import Entry, FeedKind, FeedReading, Outlet

LEAST_TITLE: Final = 20
"""Characters of the shortest link text that is taken for a headline."""

_NOT_ARTICLES: Final = frozenset(
    {
        "tag", "tags", "category", "kategori", "kanal", "author", "penulis", "page", "search", "topik", "indeks", "index",
        "video", "foto", "gallery", "galeri", "redaksi", "feed", "rss", "amp", "login", "register", "tentang-kami",
        "disclaimer", "pedoman-siber", "kontak", "privacy-policy", "about", "cari", "magazine", "kerjasama",
    }
)  # fmt: skip
_DATED: Final = re.compile(r"/20\d\d/\d\d?(?:/|$)")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+){3,}")


def read_listing(
    document: bytes, *, url: Address | None, content_type: str | None, outlet: Outlet | None, fetched_at: datetime
) -> FeedReading:
    """The headlines of a page. Raises ReadingError where none are found."""
    page = parsed(decode(document, content_type))
    title = clean_line(words(page.css_first("title")))
    rules = outlet.listing if outlet is not None else None
    if outlet is not None and rules is not None:
        entries = read_cards(page, rules, outlet, url, fetched_at)[:ITEM_LIMIT]
        if not entries:
            raise ReadingError("the page lists no headlines where the outlet's profile looks for them")
    else:
        entries = _by_links(page, url)
        if not entries:
            raise ReadingError("the page lists no headlines that we can find")
    return FeedReading(
        kind=FeedKind.PAGE,
        entries=entries,
        title=title or None,
        home=url,
        next_page=next_address(page, rules.next, url) if rules is not None else None,
        shelves=read_shelves(page, rules, outlet, url, fetched_at) if outlet is not None and rules is not None else (),
    )


def _by_links(page: LexborHTMLParser, base: Address | None) -> tuple[Entry, ...]:
    """The page's article links in their order, the longest text of each as its title."""
    titles: dict[Address, str] = {}
    for link in select(page, "a[href]")[:5_000]:
        address = clean_address(link.attributes.get("href") or "", base)
        if address is None or not is_article_address(address, base):
            continue
        address = canonical(address)
        text = clean_line(words(link))
        if len(text) > len(titles.get(address, "")):
            titles[address] = text
        else:
            titles.setdefault(address, "")
    found = ((address, clean_line(text)) for address, text in titles.items() if len(text) >= LEAST_TITLE)
    return tuple(Entry(id=entry_id(None, url, title, None), title=title, url=url) for url, title in found)[:ITEM_LIMIT]


def is_article_address(address: Address, base: Address | None) -> bool:
    """Whether a link looks like an article's: dated, or with a slug of four words, and on the page's own site."""
    parts = urlsplit(address)
    if base is not None and parts.hostname != urlsplit(base).hostname:
        return False
    segments = [segment for segment in parts.path.lower().split("/") if segment and segment != "index.html"]
    if not segments or set(segments) & _NOT_ARTICLES:
        return False
    last = re.sub(r"\.html?$", "", segments[-1])
    return _SLUG.fullmatch(last) is not None or (_DATED.search(parts.path) is not None and "-" in last)
