"""Texts made small for the cache: zstd, with a dictionary of Indonesian news prose in the form of our bodies.

A news item is short, so most of its words are new to a compressor that begins afresh with each: the dictionary gives it
what such texts share. It takes a quarter to a third off what is stored of an Indonesian article.

What is stored begins with a byte that names the dictionary. A dictionary that was released is never changed or removed:
what was stored with it could not be read any more. Bodies of older caches are zlib's, which begin with another byte.
"""

from __future__ import annotations

import threading
import zlib
from functools import cache
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
    return CURRENT + _of_thread.compressor().compress(text)


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
        return _of_thread.decompressor(mark).decompress(packed[1:], max_output_size=LIMIT)
    except (zlib.error, zstandard.ZstdError) as error:
        raise DamagedText(f"a stored text is damaged: {error}") from error


class _OfThread(threading.local):
    """What a thread makes small and takes out with. The library works without the interpreter's lock, and two threads in one
    of its objects bring forth wrong bytes or end the program (python-zstandard: Thread and Object Reuse Safety)."""

    def __init__(self) -> None:
        self._compressor: zstandard.ZstdCompressor | None = None
        self._decompressors: dict[bytes, zstandard.ZstdDecompressor] = {}

    def compressor(self) -> zstandard.ZstdCompressor:
        import zstandard

        if self._compressor is None:
            words = _dictionary(CURRENT)
            words.precompute_compress(level=LEVEL)
            self._compressor = zstandard.ZstdCompressor(level=LEVEL, dict_data=words)
        return self._compressor

    def decompressor(self, mark: bytes) -> zstandard.ZstdDecompressor:
        import zstandard

        if mark not in self._decompressors:
            self._decompressors[mark] = zstandard.ZstdDecompressor(dict_data=_dictionary(mark))
        return self._decompressors[mark]


_of_thread = _OfThread()


def _dictionary(mark: bytes) -> zstandard.ZstdCompressionDict:
    import zstandard

    # One for each object: what the library makes of it is made at first use, in whichever thread that is.
    return zstandard.ZstdCompressionDict(_words(mark), dict_type=zstandard.DICT_TYPE_RAWCONTENT)


@cache
def _words(mark: bytes) -> bytes:
    return (Path(__file__).parent / DICTIONARIES[mark]).read_bytes()
