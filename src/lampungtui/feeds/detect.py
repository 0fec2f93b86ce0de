"""What kind of document some bytes are: by their content first, by the header's word where the content leaves it open."""

from __future__ import annotations

import json
import re
from typing import Final

from lampungtui.model import FeedKind

HEAD: Final = 4_096
"""Bytes within which a document shows what it is."""

LONG_HEAD: Final = 200_000
"""Bytes that a comment or document type before the root may take."""

_ROOT: Final = re.compile(r"<(?:[\w\-]{1,20}:)?([A-Za-z]{2,12})[\s>/]")
_PROLOGUE: Final = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>", re.DOTALL | re.IGNORECASE)
_FEED_ROOTS: Final = frozenset({"rss", "rdf", "feed", "channel", "cdf"})
_MAP_ROOTS: Final = frozenset({"urlset", "sitemapindex"})


def detect(document: bytes, content_type: str | None) -> FeedKind | None:
    """The kind of a document, or None for one that is neither a feed nor a page."""
    head = _text(document[:HEAD]).lstrip("\ufeff \t\r\n")
    if head[:1] in ("{", "["):
        return _json_kind(document)
    stripped = _PROLOGUE.sub(" ", head)
    if stripped.lstrip().startswith(("<!--", "<!DOCTYPE", "<!doctype")) and len(document) > HEAD:
        # A prologue longer than what is looked at.
        head = _text(document[:LONG_HEAD]).lstrip("\ufeff \t\r\n")
        stripped = _PROLOGUE.sub(" ", head)
    root = _ROOT.search(stripped)
    name = root[1].lower() if root else ""
    if name in _FEED_ROOTS:
        return FeedKind.RSS
    if name in _MAP_ROOTS:
        return FeedKind.SITEMAP
    if name in ("html", "head", "body") or re.search(r"<!doctype\s+html", head, re.IGNORECASE):
        return FeedKind.PAGE
    if re.search(r"<(?:rss|feed|rdf:RDF|channel)[\s>]", stripped, re.IGNORECASE):
        return FeedKind.RSS
    media = (content_type or "").split(";")[0].strip().lower()
    if media.endswith("html"):
        return FeedKind.PAGE
    if media.endswith(("rss+xml", "atom+xml", "rdf+xml")):
        return FeedKind.RSS
    return None


def _text(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", errors="replace")
    if head[:4:2] == b"<?" and head[1:4:2] == b"\x00\x00":
        return head.decode("utf-16-le", errors="replace")
    if head[1:4:2] == b"<?" and head[:4:2] == b"\x00\x00":
        return head.decode("utf-16-be", errors="replace")
    return head.decode("latin-1")


def _json_kind(document: bytes) -> FeedKind | None:
    try:
        value = json.loads(document.decode("utf-8-sig", errors="replace"), strict=False)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        is_feed = str(value.get("version", "")).startswith("https://jsonfeed.org/") or "items" in value
        return FeedKind.JSONFEED if is_feed else None
    if isinstance(value, list) and (not value or (isinstance(value[0], dict) and "link" in value[0])):
        return FeedKind.WORDPRESS
    return None
