"""RSS 0.90 to 2.0, RDF, Atom and CDF, through feedparser; what is well-formed and usual is read more swiftly (`swift.py`).

feedparser gets bytes (it finds the charset better than a header says it), with its own sanitising and link resolving off:
they are most of its cost, and one cleaner follows every parser anyway. It raises on some bad character references and
codec names, so what it raises becomes an error of ours, after one try on a repaired document.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import feedparser

from lampungtui.errors import ReadingError
from lampungtui.extract.charset import mostly_utf8
from lampungtui.feeds.rss_entries import reading_of, with_own_names
from lampungtui.feeds.swift import read_swiftly
from lampungtui.foreign import Address
from lampungtui.model import FeedReading, Outlet

_BAD_REFERENCES: Final = re.compile(
    rb"&#(?:x[dD][89a-fA-F][0-9a-fA-F]{2}"  # surrogates
    rb"|x0*(?:1[1-9a-fA-F]|[2-9a-fA-F][0-9a-fA-F])[0-9a-fA-F]{4}|x?[0-9a-fA-F]{8,}"  # beyond Unicode
    rb"|0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"  # controls
)
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[^\[>]{0,400}\[.{0,100000}?\]\s*>", re.DOTALL | re.IGNORECASE)
_ENCODING: Final = re.compile(rb"(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"'][^\"']{0,200}[\"']", re.IGNORECASE)
_SAFE_CODECS: Final = re.compile(
    rb"encoding\s*=\s*[\"'](?:utf-?8|utf-?16(?:le|be)?|us-ascii|iso-8859-\d{1,2}|windows-125\d|shift[_-]jis|euc-(?:jp|kr)|"
    rb"gb2312|gbk|gb18030|big5|koi8-r|tis-620)[\"']",
    re.IGNORECASE,
)
_DECLARED: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w\-]{1,40})", re.IGNORECASE)


def read_rss(
    document: bytes, *, url: Address | None, content_type: str | None, outlet: Outlet | None, fetched_at: datetime
) -> FeedReading:
    """The entries of a feed. Raises ReadingError for one in which feedparser finds nothing."""
    reading = read_swiftly(document, url=url, content_type=content_type, outlet=outlet, fetched_at=fetched_at)
    if reading is not None:
        return reading
    return read_thoroughly(document, url=url, content_type=content_type, outlet=outlet, fetched_at=fetched_at)


def read_thoroughly(
    document: bytes, *, url: Address | None, content_type: str | None, outlet: Outlet | None, fetched_at: datetime
) -> FeedReading:
    """The same, by feedparser alone."""
    troubles: list[str] = []
    parsed = _parsed(document, content_type, troubles)
    return reading_of(parsed, document, troubles=troubles, url=url, outlet=outlet, fetched_at=fetched_at)


def _parsed(document: bytes, content_type: str | None, troubles: list[str]) -> Mapping[str, Any]:
    """feedparser's result; documents with entity declarations or codecs that do more than decode lose those first."""
    safe = document.lstrip(b" \t\r\n") if document[:1] in b" \t\r\n" else document
    if b"<!DOCTYPE" in safe[:4096].upper() or b"<!ENTITY" in safe:
        safe = _DOCTYPE.sub(b"", safe)
    head = safe[:400]
    if b"encoding" in head.lower() and not _SAFE_CODECS.search(head) and head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        safe = _ENCODING.sub(rb"\1", safe, count=1)
    safe = _declared(safe)
    safe = with_own_names(safe)
    headers = {"content-type": "application/xml"}
    charset = re.search(r"charset\s*=\s*[\"']?([\w\-]{1,30})", content_type or "", re.IGNORECASE)
    if charset is not None and _SAFE_CODECS.search(f'encoding="{charset[1]}"'.encode()):
        headers["content-type"] = f"application/xml; charset={charset[1]}"
    for attempt in (safe, _BAD_REFERENCES.sub(b"", safe)):
        try:
            result: Mapping[str, Any] = feedparser.parse(
                io.BytesIO(attempt), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
            )
        except Exception as error:  # noqa: BLE001  # feedparser lets codecs, expat and its own regexes raise anything
            last = error
            continue
        if attempt is not safe:
            troubles.append("the feed has character references that stand for nothing; they were left out")
        return result
    raise ReadingError(f"the feed could not be parsed ({type(last).__name__})") from last


def _declared(document: bytes) -> bytes:
    """The document with an encoding that it really has: few bad bytes spoil no UTF-8, and what can be read for its
    declaration is not in UTF-16."""
    if document[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        # The mark says it all; feedparser believes it only where the declaration names UTF-16 too.
        document = document.decode("utf-16", errors="replace").encode()
        return _ENCODING.sub(rb"\1", document, count=1)
    declared = _DECLARED.search(document[:400])
    name = declared[1].lower() if declared is not None else b"utf-8"
    if name.startswith(b"utf-16"):
        document, name = _ENCODING.sub(rb"\1", document, count=1), b"utf-8"
    if name in (b"utf-8", b"utf8") and mostly_utf8(document):
        document = document.decode("utf-8", errors="replace").encode()
    return document
