"""Values as JSON APIs write them: a text may be an object or a list of one, a picture an object of sizes, a count words,
a date seconds. Whatever stands where something else should be is nothing, never an error."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from lampungtui.extract.cards import figure, plausible
from lampungtui.feeds.item import EARLIEST, first_image, item_blocks, item_date
from lampungtui.feeds.jsonfeed import text
from lampungtui.foreign import Address, clean_address, clean_line
from lampungtui.model import Blocks, Dated, DateSource, Image

DEPTH: Final = 4
"""Lists and objects in each other that are looked into."""

MANY: Final = 200
"""Members of a list or object that are looked at."""

LARGEST_COUNT: Final = 10**12

_TEXT_KEYS: Final = ("rendered", "_", "#text", "$t", "text", "name", "title", "value", "nama", "judul")
"""Where an object keeps the text that it stands for: WordPress, XML turned into JSON, names of people and rubrics."""

_ADDRESS_KEYS: Final = ("url", "href", "link", "src", "source_url")
_SIZES: Final = ("extralarge", "original", "full", "large", "desktop", "medium", *_ADDRESS_KEYS, "small", "thumbnail")
_DATE_KEYS: Final = ("date", "$date", "iso", "datetime", "value")
_PICTURE: Final = re.compile(r"/|\.(?:jpe?g|png|webp|gif|avif|bmp)\b", re.IGNORECASE)
_SECONDS: Final = range(10**8, 10**11)
_MILLISECONDS: Final = range(10**11, 10**14)


def texts_of(value: object) -> list[str]:
    """The texts of a value: its own, those in a list, the name of an object."""
    return list(_texts(value, DEPTH))


def words_of(value: object) -> str:
    """The text of a value, of several the first; empty where there is none."""
    return next(_texts(value, DEPTH), "")


def _texts(value: object, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    if isinstance(value, list):
        for member in value[:MANY]:
            yield from _texts(member, depth - 1)
    elif isinstance(value, dict):
        for key in _TEXT_KEYS:
            inner = next(_texts(value.get(key), depth - 1), None)
            if inner is not None:
                yield inner
                return
    elif found := text(value):
        yield found


def address_of(value: object, base: Address | None) -> Address | None:
    """The address that a value names; a bare number names none."""
    return next(_addresses(value, base, _ADDRESS_KEYS, DEPTH), None)


def picture_of(value: object, base: Address | None) -> Image | None:
    """The picture that a value names: an address, an object of sizes (the largest counts), a list, or an <img>."""
    if isinstance(value, str) and "<" in value:
        return first_image(item_blocks(text(value), base))
    address = next(_addresses(value, base, _SIZES, DEPTH), None)
    return Image(address) if address is not None else None


def _addresses(value: object, base: Address | None, keys: tuple[str, ...], depth: int) -> Iterator[Address]:
    if depth == 0:
        return
    if isinstance(value, str):
        raw = text(value).strip()
        # A word where a picture should be ("-", "null") is none; a slug may be an article's address.
        named = not raw.isdigit() and (keys is not _SIZES or _PICTURE.search(raw) is not None)
        address = clean_address(raw, base) if named else None
        if address is not None:
            yield address
    elif isinstance(value, list):
        for member in value[:MANY]:
            yield from _addresses(member, base, keys, depth - 1)
    elif isinstance(value, dict):
        members = {str(key).lower(): member for key, member in list(value.items())[:MANY]}
        for key in keys:
            yield from _addresses(members.get(key), base, keys, depth - 1)


def count_of(value: object) -> int | None:
    """A count: a whole number, or one in words as pages write it (`12.480 kali`)."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return figure(clean_line(text(value), 100))
    if isinstance(value, float) and not (math.isfinite(value) and value.is_integer()):
        return None
    return int(value) if isinstance(value, int | float) and 0 <= value <= LARGEST_COUNT else None


def date_of(value: object, zone: str, fetched_at: datetime) -> Dated | None:
    """A time: as text in any form that feeds use, or as seconds or milliseconds since 1970 (UTC)."""
    if isinstance(value, dict):
        value = next((member for key in _DATE_KEYS if (member := value.get(key)) is not None), None)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        raw = text(value).strip()
        if not (raw.isascii() and raw.isdigit() and len(raw) <= 14):
            return item_date(raw, zone, fetched_at)
        value = int(raw)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    whole = int(value)
    if whole in _MILLISECONDS:
        whole //= 1000
    elif whole not in _SECONDS:
        return None
    dated = Dated(datetime.fromtimestamp(whole, UTC), DateSource.FEED)
    return plausible(dated, fetched_at) if dated.at >= EARLIEST else None


def blocks_of(value: object, base: Address | None) -> Blocks:
    """The blocks of a text or of a list of paragraphs, be they plain or HTML."""
    return tuple(block for written in texts_of(value) for block in item_blocks(written, base))
