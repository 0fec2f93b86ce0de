"""Which sitemaps a site names: in its robots.txt (sitemaps.org, "Specifying the Sitemap location") and in an index.

A site may name thousands, of which a reader of news wants one: `news_first` says which to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from lampungtui.feeds.sitemap_xml import SitemapXml
from lampungtui.foreign import Address, clean_address

NAMED_LIMIT: Final = 5_000
"""Sitemaps that are read of one document."""

KEPT: Final = 10
"""Sitemaps that are told of, the likeliest first."""

ROBOTS_BYTES: Final = 512_000
"""How much of a robots.txt is read; RFC 9309, section 2.5, asks for at least 500 kibibytes."""

_LINE: Final = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d\S{0,30}")
_NO_NEWS: Final = re.compile(
    r"image|photo|foto|galeri|video|page|halaman|categor|kategori|(?<![a-z])tags?(?![a-z])|taxonom|author|penulis|users?(?![a-z])"
    r"|product|location|static[_-]?sitemap",
    re.IGNORECASE,
)
_NEWS: Final = re.compile(r"news|berita|terkini|terbaru|latest|recent", re.IGNORECASE)
_ARTICLES: Final = re.compile(r"post|arti[ck]", re.IGNORECASE)


def sitemaps_of_robots(text: str, url: Address | None) -> tuple[Address, ...]:
    """The sitemaps that a robots.txt names."""
    named = _LINE.findall(text[:ROBOTS_BYTES])[:NAMED_LIMIT]
    # A person wrote these down, the most important first.
    return news_first((address, "") for raw in reversed(named) if (address := clean_address(raw, url)) is not None)


def sitemaps_of_index(document: bytes, url: Address | None) -> tuple[Address, ...]:
    """The sitemaps that an index names; nothing for a sitemap that is none. What breaks off is read as far as it goes."""
    reader = SitemapXml("sitemap", fields=("loc", "lastmod"), limit=NAMED_LIMIT)
    reader.read(document)
    named = ((clean_address(item.get("loc", ""), url), item.get("lastmod", "")) for item in reader.items)
    return news_first((address, changed) for address, changed in named if address is not None)


def news_first(sitemaps: Iterable[tuple[Address, str]]) -> tuple[Address, ...]:
    """The sitemaps likeliest to hold the newest articles: by their names, then by when they changed, then the later.

    The later, because parts that are numbered or named by month count upward. Compressed files are left out.
    """
    ranked = []
    for place, (address, changed) in enumerate(dict(sitemaps).items()):
        path = urlsplit(address).path
        if path.lower().endswith(".gz"):
            continue
        day = _DAY.search(changed)
        ranked.append((-_promise(path), day[0] if day else "", place, address))
    ranked.sort(reverse=True)
    return tuple(address for _, _, _, address in ranked[:KEPT])


def _promise(path: str) -> int:
    """How little a sitemap's name promises news: 0 for one that says so, 3 for pictures, tags and pages."""
    if _NO_NEWS.search(path):
        return 3
    if _NEWS.search(path):
        return 0
    return 1 if _ARTICLES.search(path) else 2
