"""What a document points to, whatever it is: a page, an index of sitemaps, a robots.txt, a WordPress API's root."""

from __future__ import annotations

from typing import Any

from lampungtui.errors import ReadingError
from lampungtui.extract.charset import decode
from lampungtui.extract.pointers import Pointers, page_pointers, posts_address
from lampungtui.feeds.broken_json import read_json
from lampungtui.feeds.detect import detect
from lampungtui.feeds.item import title_line
from lampungtui.feeds.jsonfeed import text
from lampungtui.feeds.sitemaps_named import ROBOTS_BYTES, sitemaps_of_index, sitemaps_of_robots
from lampungtui.feeds.zipped import unzipped
from lampungtui.foreign import Address
from lampungtui.model import FeedKind


def read_pointers(
    document: bytes, *, url: Address | None, content_type: str | None, link_header: str | None = None
) -> Pointers:
    """What a document points to; nothing for one that points nowhere. Raises ReadingError for one that is hostile."""
    if not document.strip(b"\x00 \t\r\n"):
        return Pointers()
    document = unzipped(document)
    match detect(document, content_type):
        case FeedKind.PAGE:
            return page_pointers(document, url=url, content_type=content_type, link_header=link_header)
        case FeedKind.SITEMAP:
            return Pointers(sitemaps=sitemaps_of_index(document, url))
        case FeedKind.API:
            return _of_api(document, url)
        case None:
            robots = decode(document[:ROBOTS_BYTES], content_type).markup
            return Pointers(sitemaps=sitemaps_of_robots(robots, url))
    return Pointers()


def _of_api(document: bytes, url: Address | None) -> Pointers:
    """The posts of a WordPress site whose API's root this is (`/wp-json/`, `/wp-json/wp/v2`)."""
    try:
        root, _ = read_json(document)
    except ReadingError:
        return Pointers()
    spaces = [root.get("namespace"), *_listed(root.get("namespaces"))] if isinstance(root, dict) else []
    if url is None or "wp/v2" not in spaces or not isinstance(root.get("routes"), dict):
        return Pointers()
    posts = posts_address(url.rstrip("/").removesuffix("/wp/v2"))
    return Pointers(posts=posts, wordpress=True, site_name=title_line(text(root.get("name"))) or None)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
