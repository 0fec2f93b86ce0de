"""Texts made small for the cache: zstd, with a dictionary of Indonesian news prose in the form of our bodies.

A news item is short, so most of its words are new to a compressor that begins afresh with each: the dictionary gives it
what such texts share. It takes a quarter to a third off what is stored of an Indonesian article.

What is stored begins with a byte that names the dictionary. A dictionary that was released is never changed or removed:
what was stored with it could not be read any more. Bodies of older caches are zlib's, which begin with another byte.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lampungtui.errors import DamagedText

if TYPE_CHECKING:
    import zstandard

DICTIONARIES: Final = {b"\x01": "compact-1.txt"}
"""The dictionaries by the byte that names them: texts of our own, made of the demo newsroom's articles."""

CURRENT: Final = b"\x01"

LEVEL: Final = 3
"""On bodies of 3 kB, the levels above take 3 % less room in three to six times the time."""

LIMIT: Final = 64 << 20
"""Bytes of the longest text that is taken out."""

_ZLIB: Final = b"\x78"


def compress(text: bytes) -> bytes:
    """`text` made small."""
    return CURRENT + _compressor().compress(text)


def restore(packed: bytes) -> bytes:
    """The text of `compress`. Raises DamagedText where it is none, is cut short, or is beyond the limit."""
    import zstandard

    mark = packed[:1]
    try:
        if mark == _ZLIB:
            inflate = zlib.decompressobj()
            text = inflate.decompress(packed, LIMIT)
            if not inflate.eof:
                raise DamagedText("a stored text is cut short or too long")
            return text
        if mark not in DICTIONARIES:
            raise DamagedText("a stored text begins with an unknown mark")
        if zstandard.frame_content_size(packed[1:]) > LIMIT:
            raise DamagedText("a stored text is too long")
        return _decompressor(mark).decompress(packed[1:], max_output_size=LIMIT)
    except (zlib.error, zstandard.ZstdError) as error:
        raise DamagedText(f"a stored text is damaged: {error}") from error


@lru_cache(maxsize=1)
def _compressor() -> zstandard.ZstdCompressor:
    import zstandard

    words = _dictionary(CURRENT)
    words.precompute_compress(level=LEVEL)
    return zstandard.ZstdCompressor(level=LEVEL, dict_data=words)


@lru_cache(maxsize=len(DICTIONARIES))
def _decompressor(mark: bytes) -> zstandard.ZstdDecompressor:
    import zstandard

    return zstandard.ZstdDecompressor(dict_data=_dictionary(mark))


def _dictionary(mark: bytes) -> zstandard.ZstdCompressionDict:
    import zstandard

    text = (Path(__file__).parent / DICTIONARIES[mark]).read_bytes()
    return zstandard.ZstdCompressionDict(text, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
