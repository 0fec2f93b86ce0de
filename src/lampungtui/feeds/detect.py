"""What kind of document some bytes are: by their content first, by the header's word where the content leaves it open."""

from __future__ import annotations

import codecs
import re
from typing import Final

from lampungtui.errors import ReadingError
from lampungtui.feeds.broken_json import behind_complaints, read_json
from lampungtui.model import FeedKind

HEAD: Final = 4_096
"""Bytes within which a document shows what it is."""

LONG_HEAD: Final = 200_000
"""Bytes that a comment or document type before the root may take."""

_ROOT: Final = re.compile(r"<(?:[\w\-]{1,20}:)?([A-Za-z]{2,12})[\s>/]")
_PROLOGUE: Final = re.compile(r"<!--|<\?|<!DOCTYPE\b", re.IGNORECASE)
_FEED_ROOTS: Final = frozenset({"rss", "rdf", "feed", "channel", "cdf"})
_MAP_ROOTS: Final = frozenset({"urlset", "sitemapindex"})


def detect(document: bytes, content_type: str | None) -> FeedKind | None:
    """The kind of a document, or None for one that is neither a feed nor a page."""
    head = _text(document[:HEAD]).lstrip("\ufeff \t\r\n")
    if head[:1] in ("{", "[") or behind_complaints(document):
        return _json_kind(document)
    stripped = _without_prologue(head)
    if stripped.lstrip().startswith(("<!--", "<!DOCTYPE", "<!doctype")) and len(document) > HEAD:
        # A prologue longer than what is looked at.
        head = _text(document[:LONG_HEAD]).lstrip("\ufeff \t\r\n")
        stripped = _without_prologue(head)
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


def _without_prologue(head: str) -> str:
    """The text without comments, instructions and document types; what follows one that never ends is left as it is.

    In one pass from mark to mark: a regular expression over 50,000 unclosed comments takes half a minute.
    """
    kept: list[str] = []
    at = 0
    while (mark := _PROLOGUE.search(head, at)) is not None:
        if mark[0] == "<!--":
            end, length = head.find("-->", mark.end()), 3
        elif mark[0] == "<?":
            end, length = head.find("?>", mark.end()), 2
        else:
            end, length = _end_of_type(head, mark.end()), 1
        if end < 0:
            break
        kept.append(head[at : mark.start()])
        at = end + length
    kept.append(head[at:])
    return " ".join(kept)


def _end_of_type(head: str, at: int) -> int:
    """Where a document type closes, behind its own declarations in brackets; -1 where it does not."""
    end, bracket = head.find(">", at), head.find("[", at)
    if 0 <= bracket < end:
        inner = head.find("]", bracket)
        return head.find(">", inner) if inner >= 0 else -1
    return end


def _text(head: bytes) -> str:
    head = head.removeprefix(codecs.BOM_UTF8)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", errors="replace")
    if head[:4:2] == b"<?" and head[1:4:2] == b"\x00\x00":
        return head.decode("utf-16-le", errors="replace")
    if head[1:4:2] == b"<?" and head[:4:2] == b"\x00\x00":
        return head.decode("utf-16-be", errors="replace")
    return head.decode("latin-1")


def _json_kind(document: bytes) -> FeedKind | None:
    try:
        value, _ = read_json(document)
    except ReadingError:
        return None
    if isinstance(value, dict):
        is_feed = str(value.get("version", "")).startswith("https://jsonfeed.org/") or "items" in value
        return FeedKind.JSONFEED if is_feed else FeedKind.API
    if isinstance(value, list) and (not value or (isinstance(value[0], dict) and "link" in value[0])):
        return FeedKind.WORDPRESS
    return FeedKind.API
