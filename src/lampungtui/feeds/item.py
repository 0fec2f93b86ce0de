"""What every kind of feed does with one item: texts cleaned, dates believed or not, blocks from its markup."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from lampungtui.extract.blocks import blocks_from_html
from lampungtui.extract.cards import plausible
from lampungtui.foreign import Address, Foreign, Line, clean_line
from lampungtui.model import Blocks, Dated, DateSource, Image, blocks_text
from lampungtui.press.dates import read_date

ITEM_LIMIT: Final = 2_000
"""Items of one document that are read."""

LABEL_LIMIT: Final = 30
EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
SLUG_WORDS: Final = 3
"""Words from which on a slug says what its article is about."""

_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|em|font|i|img|p|s|small|span|strong|strike|sub|sup|u|div)\b[^<>]*>", re.IGNORECASE
)
_APPEARED: Final = re.compile(
    r"<p>\s*The post\s.{0,600}?(?:appeared first on|first appeared on).{0,300}?</p>\s*$", re.IGNORECASE | re.DOTALL
)
_LITERAL: Final = re.compile(r"\s*<!\[CDATA\[(.*)\]\]>\s*", re.DOTALL)
"""A CDATA section that was itself written as text, by programs that escape what is marked already."""

_MAIL_DATE: Final = re.compile(
    r"\s*[A-Z]{3},\s{0,3}\d{1,2}\s{1,3}[A-Z]{3}\s{1,3}(?:\d{4}|\d{2})\s{1,3}\d{1,2}:\d{2}(?::\d{2})?"
    r"\s{1,3}(?:[+-]\d{4}|[A-Z]{1,4})(?![\w+-])",
    re.IGNORECASE | re.ASCII,
)
"""A date of RFC 822 or 5322 whole and with a zone. Of less the library makes a time of its own: of the year -0001, with
which WordPress dates what has none, the year 2000; of the zone +7 seven minutes."""

_C_DATE: Final = re.compile(
    r"\s*[A-Z]{3}\s{1,3}([A-Z]{3})\s{1,3}(\d{1,2})\s{1,3}(\d{1,2}:\d{2}(?::\d{2})?)(\s{1,3}(?:[A-Z]{1,5}|[+-]\d{4}))?"
    r"\s{1,3}(\d{4})\s*",
    re.IGNORECASE | re.ASCII,
)
"""As C's asctime and Java's Date write it: `Mon Nov 30 07:05:00 WIB 2026`."""

_BASIC_DATE: Final = re.compile(r"\s*(\d{4})(\d{2})(\d{2})T(\d{2}):?(\d{2}):?(\d{2})?", re.ASCII)
"""ISO 8601 in its basic form: `20261130T070500Z`."""

_SHORT_OFFSET: Final = re.compile(r"(:\d{2}(?:\.\d{1,9})?\s{0,2}[+-])(\d{1,2})\s*$", re.ASCII)
"""An offset of hours alone, as PostgreSQL writes it: `2026-11-30 07:05:00+00`."""

_NAMED_ZONE: Final = re.compile(r"(:\d{2}\s{1,3})([A-Z]{3,4})\s*$", re.ASCII)
_ZONES: Final = {
    "ICT": "+0700", "SGT": "+0800", "MYT": "+0800", "PHT": "+0800", "HKT": "+0800", "AWST": "+0800", "JST": "+0900",
    "KST": "+0900", "AEST": "+1000", "AEDT": "+1100", "BST": "+0100", "CET": "+0100", "CEST": "+0200",
}  # fmt: skip
"""Zones of neighbours and agencies by name; by none a time would be taken for one of the outlet's own zone."""

_READ_MORE: Final = re.compile(
    r"\s*(?:\[(?:…|\.{3}|&hellip;|&#8230;)\]|(?:…|\.{3})\s*(?:selengkapnya|read more)?)\s*$", re.IGNORECASE
)


def title_line(raw: str | None) -> Line:
    """A title as one line: tags off, entities undone, twice-escaped ones too; brackets and words stay as they are."""
    if not raw:
        return Line("")
    literal = _LITERAL.fullmatch(raw)
    text = _TAG.sub("", literal[1] if literal is not None else raw)
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    literal = _LITERAL.fullmatch(text)
    return clean_line(_TAG.sub("", literal[1] if literal is not None else text))


def slug_title(url: Address | None) -> Line:
    """A title read off the slug of an article that is given none; nothing where the slug is not in words."""
    slug = re.sub(r"\.html?$", "", urlsplit(url or "").path.rstrip("/").rsplit("/", 1)[-1])
    words = [word for word in unquote(slug).split("-") if word and not word.isdigit()]
    return clean_line(" ".join(words).capitalize()) if len(words) >= SLUG_WORDS else Line("")


def item_date(raw: str | None, zone: str, fetched_at: datetime) -> Dated | None:
    """A feed's date: RFC 822 or ISO first, then as Indonesian outlets write it; nothing for an impossible one."""
    if not raw or len(raw) > 200:
        return None
    dated: Dated | None = None
    raw = _usual_date(raw)
    if _MAIL_DATE.match(raw):
        try:
            at = parsedate_to_datetime(raw.strip())
            # A date without a zone is in the outlet's, not in Greenwich's.
            if at.tzinfo is not None:
                dated = Dated(at.astimezone(UTC), DateSource.FEED)
        except (ValueError, TypeError, OverflowError):
            dated = None
    if dated is None:
        dated = read_date(raw, zone=zone, fetched_at=fetched_at, source=DateSource.FEED)
    if dated is None or dated.at < EARLIEST:
        return None
    return plausible(dated, fetched_at)


def _usual_date(raw: str) -> str:
    """A date that programs write in forms of their own, as feeds usually have it."""
    raw = _C_DATE.sub(r"\2 \1 \5 \3\4", raw, count=1)
    basic = _BASIC_DATE.match(raw)
    if basic is not None:
        year, month, day, hour, minute, second = basic.groups("00")
        raw = f"{year}-{month}-{day}T{hour}:{minute}:{second}{raw[basic.end() :]}"
    raw = _SHORT_OFFSET.sub(lambda match: f"{match[1]}{int(match[2]):02}00", raw)
    return _NAMED_ZONE.sub(lambda match: match[1] + _ZONES.get(match[2], match[2]), raw)


def item_blocks(raw: str | None, base: Address | None) -> Blocks:
    """The blocks of an item's markup, the WordPress footer off."""
    if not raw:
        return ()
    literal = _LITERAL.fullmatch(raw)
    return blocks_from_html(Foreign(_APPEARED.sub("", literal[1] if literal is not None else raw)), base)


def teaser(blocks: Blocks) -> Blocks:
    """A summary's blocks without pictures; nothing where it holds no words."""
    kept = tuple(block for block in blocks if not isinstance(block, Image))
    return kept if blocks_text(kept).strip() else ()


def first_image(blocks: Blocks) -> Image | None:
    """The first picture of a body."""
    return next((block for block in blocks if isinstance(block, Image)), None)


def without_lead(content: Blocks, image: Image | None) -> Blocks:
    """A body without its lead picture, which is shown above it."""
    same = image is not None and content and isinstance(content[0], Image) and content[0].url == image.url
    return content[1:] if same else content


def label_lines(raw: list[str]) -> tuple[Line, ...]:
    """The outlet's own labels, each once."""
    lines = (title_line(label) for label in raw[:LABEL_LIMIT])
    return tuple(dict.fromkeys(line for line in lines if line))


def has_words(text: str, count: int) -> bool:
    """Whether a text has so many words; no more of them are looked at."""
    return len(text.split(None, count - 1)) >= count


def is_teaser(text: str) -> bool:
    """Whether a text ends as a teaser does: `...`, `[…]`."""
    return _READ_MORE.search(text) is not None
