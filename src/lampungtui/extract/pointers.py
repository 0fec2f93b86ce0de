"""What a page points to that a reader can follow: its feeds, its WordPress API, its sitemaps; and whose page it is.

Pure: bytes in, values out. The values load nothing; the HTML engine is imported by `page_pointers` alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from lampungtui.foreign import Address, Foreign, Line, clean_address, clean_line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LINK_LIMIT: Final = 2_000
"""<link> elements that are looked at, and links in the text."""

FEED_LIMIT: Final = 20
"""Feeds of one page that are told of."""

TITLE_LIMIT: Final = 120

_FEED_TYPES: Final = frozenset(
    {
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
        "application/x-rss+xml", "application/x-atom+xml", "application/xml", "text/rss+xml", "text/xml",
    }
)  # fmt: skip
_FEEDISH: Final = re.compile(
    r"/(?:rss|rss2|feeds?|atom|rdf|umpan)(?:/[\w\-]+)?(?:\.(?:xml|json|rss|atom|php))?/?$"
    r"|\.(?:rss|atom|rdf)$|[?&]feed=(?:rss2?|atom|rdf)\b|[?&](?:alt|format)=(?:rss|atom)\b|[?&]mib=rss\b",
    re.IGNORECASE,
)
_COMMENTS: Final = re.compile(r"/comments?(?:/|\.|$)|comments[_-]rss|\bkomentar\b|\bcomments?\b", re.IGNORECASE)
_LINK_VALUE: Final = re.compile(r"<([^<>]{1,4096})>([^<]*)")
_PARAMETER: Final = re.compile(r";\s*(rel|type|title)\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))", re.IGNORECASE)
_INSTALLED: Final = re.compile(r"/wp-(?:content|includes)/")
_NARROWED: Final = re.compile(r"/wp/v2/(categories|tags|users)/(\d{1,12})/?$")
_NARROWED_BY: Final = {"categories": "categories", "tags": "tags", "users": "author"}

WORDPRESS_API: Final = "https://api.w.org/"
"""The link relation by which WordPress names its API (developer.wordpress.org/rest-api/using-the-rest-api/discovery)."""


@dataclass(frozen=True, slots=True)
class NamedFeed:
    """A feed that a page names. `comments`: it brings what readers write, not what the outlet does."""

    url: Address
    title: Line | None = None
    comments: bool = False


@dataclass(frozen=True, slots=True)
class Pointers:
    """What a document points to.

    `feeds` are those that it declares, comments last; `linked` are links in its text that look like feeds; `posts` is the
    list of a WordPress site's posts, declared or where it must be; `sitemaps` come with the likeliest to hold news first.
    `article`: the page says that it is one.
    """

    feeds: tuple[NamedFeed, ...] = ()
    linked: tuple[Address, ...] = ()
    posts: Address | None = None
    wordpress: bool = False
    sitemaps: tuple[Address, ...] = ()
    canonical: Address | None = None
    site_name: Line | None = None
    language: Line | None = None
    article: bool = False


@dataclass(frozen=True, slots=True)
class _Link:
    """A <link>, or one of the Link header (RFC 8288)."""

    rels: frozenset[str]
    href: str
    media_type: str
    title: str
    another_form: bool = False


def page_pointers(
    document: bytes, *, url: Address | None, content_type: str | None, link_header: str | None = None
) -> Pointers:
    """What a page points to; `link_header` is the answer's Link header, where it had one."""
    from lampungtui.extract.cards import parsed, select_first
    from lampungtui.extract.charset import decode

    page = parsed(decode(document, content_type))
    base_element = select_first(page, "base[href]")
    base = url
    if base_element is not None:
        base = clean_address(base_element.attributes.get("href") or "", url) or url
    links = [*_elements(page), *_of_header(link_header or "")]
    installed = _installation(page, base)
    html = page.css_first("html")
    return Pointers(
        feeds=_feeds(links, base),
        linked=_linked(page, base),
        posts=_posts(links, base, installed),
        wordpress=installed is not None or any(WORDPRESS_API in link.rels for link in links),
        sitemaps=_addresses(links, "sitemap", base),
        canonical=next(iter(_addresses(links, "canonical", base)), None),
        site_name=_site_name(page),
        language=clean_line((html.attributes.get("lang") if html is not None else None) or "", 20) or None,
        article=_said(page, "og:type").casefold() == "article",
    )


def posts_address(root: str, narrowed: str = "") -> Address | None:
    """The newest posts below a WordPress API's root, with or without pretty addresses (`/wp-json/`, `/?rest_route=/`)."""
    joint = "&" if "rest_route=" in root else "?"
    return clean_address(f"{root.rstrip('/')}/wp/v2/posts{joint}{narrowed}per_page=30&_embed")


def _elements(page: LexborHTMLParser) -> Iterator[_Link]:
    from lampungtui.extract.cards import select

    for node in select(page, "link[rel][href]")[:LINK_LIMIT]:
        has = node.attributes
        yield _Link(
            rels=frozenset((has.get("rel") or "").lower().split()),
            href=has.get("href") or "",
            media_type=(has.get("type") or "").partition(";")[0].strip().lower(),
            title=has.get("title") or "",
            # Translations, and the page for small screens or print, are alternates too.
            another_form="hreflang" in has or "media" in has,
        )


def _of_header(value: str) -> Iterator[_Link]:
    for href, rest in _LINK_VALUE.findall(value[:20_000])[:100]:
        said = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(rest)}
        yield _Link(
            rels=frozenset(said.get("rel", "").lower().split()),
            href=href,
            media_type=said.get("type", "").partition(";")[0].strip().lower(),
            title=said.get("title", ""),
        )


def _addresses(links: Iterable[_Link], rel: str, base: Address | None) -> tuple[Address, ...]:
    found = (clean_address(link.href, base) for link in links if rel in link.rels)
    return tuple(dict.fromkeys(address for address in found if address is not None))[:FEED_LIMIT]


def _feeds(links: Iterable[_Link], base: Address | None) -> tuple[NamedFeed, ...]:
    """The declared feeds in the page's order, each once, comments last."""
    found: dict[Address, NamedFeed] = {}
    for link in links:
        # Some declare a feed under the scheme by which readers were called once.
        href = re.sub(r"^feed:(?://)?(?=https?:)|^feed:(?=//)", "", link.href.strip(), flags=re.IGNORECASE)
        address = clean_address(href, base) if _names_a_feed(link) else None
        if address is None or address in found:
            continue
        title = clean_line(link.title, TITLE_LIMIT)
        comments = _COMMENTS.search(title) is not None or _is_of_comments(address)
        found[address] = NamedFeed(address, title or None, comments)
    return tuple(sorted(found.values(), key=lambda feed: feed.comments)[:FEED_LIMIT])


def _names_a_feed(link: _Link) -> bool:
    if "alternate" not in link.rels or "stylesheet" in link.rels:
        return False
    if link.media_type in _FEED_TYPES:
        return True
    if link.media_type in ("", "application/json"):
        # JSON Feed 1.0 had no type of its own, and some pages give none; WordPress's API says application/json too.
        return not link.another_form and _FEEDISH.search(link.href.partition("#")[0]) is not None
    return False


def _is_of_comments(address: Address) -> bool:
    parts = urlsplit(address)
    return _COMMENTS.search(f"{parts.path}?{parts.query}") is not None


def _linked(page: LexborHTMLParser, base: Address | None) -> tuple[Address, ...]:
    """Links in the page's text, to the same site, that look like feeds."""
    from lampungtui.extract.cards import select

    if base is None:
        return ()
    host = (urlsplit(base).hostname or "").removeprefix("www.")
    found: dict[Address, None] = {}
    for node in select(page, "a[href]")[:LINK_LIMIT]:
        href = (node.attributes.get("href") or "").partition("#")[0]
        if not _FEEDISH.search(href):
            continue
        address = clean_address(href, base)
        theirs = (urlsplit(address).hostname or "") if address is not None else ""
        own = theirs == host or theirs.endswith(f".{host}")
        if address is not None and own and not _is_of_comments(address):
            found[address] = None
    return tuple(found)[:FEED_LIMIT]


def _installation(page: LexborHTMLParser, base: Address | None) -> Address | None:
    """Where WordPress is installed, by its files that the page loads; None where it loads none and says nothing of it."""
    from lampungtui.extract.cards import select

    if base is None:
        return None
    home = clean_address("/", base)
    for name in ("href", "src"):
        for part in ("content", "includes"):
            for node in select(page, f'[{name}*="/wp-{part}/"]')[:20]:
                address = clean_address(node.attributes.get(name) or "", base)
                if address is not None and urlsplit(address).netloc == urlsplit(base).netloc:
                    return clean_address(_INSTALLED.split(address, maxsplit=1)[0] + "/")
                # Its files lie elsewhere, as with a delivery network; the site itself is here.
                return home
    return home if _said(page, "generator").casefold().startswith("wordpress") else None


def _posts(links: Iterable[_Link], base: Address | None, installed: Address | None) -> Address | None:
    """The posts of a WordPress site: those of the category, tag or author whose page this is, else all."""
    links = list(links)
    root = next(iter(_addresses(links, WORDPRESS_API, base)), None)
    if root is None and installed is not None:
        root = clean_address("wp-json/", installed)
    if root is None:
        return None
    for link in links:
        if "alternate" in link.rels and link.media_type == "application/json":
            narrowed = _NARROWED.search(link.href)
            if narrowed is not None:
                return posts_address(root, f"{_NARROWED_BY[narrowed[1]]}={narrowed[2]}&")
    return posts_address(root)


def _site_name(page: LexborHTMLParser) -> Line | None:
    from lampungtui.extract.cards import words

    said = _said(page, "og:site_name") or _said(page, "application-name")
    return said or clean_line(words(page.css_first("title")), TITLE_LIMIT) or None


def _said(page: LexborHTMLParser, name: str) -> Line:
    """What a <meta> of this name says; nothing where there is none."""
    from lampungtui.extract.cards import select_first

    node = select_first(page, f'meta[property="{name}"]') or select_first(page, f'meta[name="{name}"]')
    content = node.attributes.get("content") if node is not None else None
    return clean_line(Foreign(content or ""), TITLE_LIMIT)
