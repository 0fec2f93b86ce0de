"""A few rows of pixels as the packed scanlines of a PNG, and the PNG around them.

After the PNG specification (RFC 2083), of which this is the plainest form: a palette, a byte a pixel, no filter. So a part
of the rows is a part of each scanline, and no decoder has to be trusted with anything that we did not write.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_NO_FILTER: Final = b"\0"
_PALETTE_OF_BYTES: Final = (8, 3, 0, 0, 0)


def packed(rows: Sequence[bytes]) -> bytes:
    """Rows of pixels, each a byte that is a number in a palette, as packed scanlines."""
    return zlib.compress(b"".join(_NO_FILTER + row for row in rows))


def is_packed(scanlines: bytes, width: int, height: int) -> bool:
    """Whether these unpack to so many pixels, without a filter, and to nothing more."""
    whole = (width + 1) * height
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(scanlines, whole + 1)
    except zlib.error:
        return False
    return unpacker.eof and not unpacker.unused_data and len(pixels) == whole and not any(pixels[:: width + 1])


def cut(scanlines: bytes, width: int, start: int, end: int) -> bytes:
    """The pixels of rows `width` wide from `start` to before `end`, packed anew."""
    pixels = zlib.decompress(scanlines)
    return packed([pixels[at + 1 + start : at + 1 + end] for at in range(0, len(pixels), width + 1)])


def png(scanlines: bytes, width: int, height: int, palette: bytes) -> bytes:
    """A PNG file of packed scanlines; `palette` has the colours as RGB bytes."""
    head = struct.pack(">II5B", width, height, *_PALETTE_OF_BYTES)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", scanlines), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
