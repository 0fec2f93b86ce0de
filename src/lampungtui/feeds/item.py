"""What every kind of feed does with one item: texts cleaned, dates believed or not, blocks from its markup."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from lampungtui.extract.blocks import blocks_from_html
from lampungtui.extract.cards import plausible
from lampungtui.foreign import Address, Foreign, Line, clean_line
from lampungtui.model import Blocks, Dated, DateSource, Image, blocks_text
from lampungtui.press.dates import read_date

ITEM_LIMIT: Final = 2_000
"""Items of one document that are read."""

LABEL_LIMIT: Final = 30
EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)

_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|em|font|i|img|p|s|small|span|strong|strike|sub|sup|u|div)\b[^<>]*>", re.IGNORECASE
)
_APPEARED: Final = re.compile(
    r"<p>\s*The post\s.{0,600}?(?:appeared first on|first appeared on).{0,300}?</p>\s*$", re.IGNORECASE | re.DOTALL
)
_READ_MORE: Final = re.compile(
    r"\s*(?:\[(?:…|\.{3}|&hellip;|&#8230;)\]|(?:…|\.{3})\s*(?:selengkapnya|read more)?)\s*$", re.IGNORECASE
)


def title_line(raw: str | None) -> Line:
    """A title as one line: tags off, entities undone, twice-escaped ones too; brackets and words stay as they are."""
    if not raw:
        return Line("")
    text = _TAG.sub("", raw)
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    return clean_line(_TAG.sub("", text))


def item_date(raw: str | None, zone: str, fetched_at: datetime) -> Dated | None:
    """A feed's date: RFC 822 or ISO first, then as Indonesian outlets write it; nothing for an impossible one."""
    if not raw or len(raw) > 200:
        return None
    dated: Dated | None = None
    if re.match(r"\s*[A-Za-z]{3},", raw):
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


def item_blocks(raw: str | None, base: Address | None) -> Blocks:
    """The blocks of an item's markup, the WordPress footer off."""
    if not raw:
        return ()
    return blocks_from_html(Foreign(_APPEARED.sub("", raw)), base)


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
