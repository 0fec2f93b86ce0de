"""Pictures for tests, as outlets send them and as they should not."""

from __future__ import annotations

import io
import random
import struct
import zlib

from PIL import Image


def photograph(width: int = 640, height: int = 360, *, seed: int = 1, mode: str = "RGB") -> Image.Image:
    """A picture in which no two pixels are alike, so that it takes as many bytes as a picture can."""
    bands = len(Image.new(mode, (1, 1)).getbands())
    return Image.frombytes(mode, (width, height), random.Random(seed).randbytes(width * height * bands))


def flag(width: int = 640, height: int = 360) -> Image.Image:
    """Red above, white below."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste("red", (0, 0, width, height // 2))
    return picture


def encoded(picture: Image.Image, form: str = "JPEG", **more: object) -> bytes:
    """A picture as a file."""
    written = io.BytesIO()
    picture.save(written, form, **more)
    return written.getvalue()


def decoded(document: bytes) -> Image.Image:
    """A file as a picture."""
    return Image.open(io.BytesIO(document))


def claims(width: int, height: int) -> bytes:
    """A PNG of a few kB that claims to be of any size, and is: all its pixels are one compressed run of zeros."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pixels = zlib.compress(bytes((width // 8 + 1) * min(height, 4000)), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


BOMB = claims(30_000, 30_000)

NO_PICTURES = {
    "a picture of too many pixels": BOMB,
    "a page": b"<!DOCTYPE html><html><body><h1>Masuk</h1></body></html>",
    "a drawing in SVG": b'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect/></svg>',
    "nothing": b"",
    "half a picture": encoded(photograph())[:20_000],
    "a picture with its middle gone": encoded(photograph(), "PNG")[:3000] + encoded(photograph(), "PNG")[-500:],
    "an icon": encoded(flag(32, 32), "PNG"),
    "a line": encoded(flag(900, 60), "PNG"),
    "a pixel that counts readers": encoded(flag(1, 2), "GIF"),
    "a format of other programs": encoded(flag(), "TIFF"),
}
"""What comes in a picture's stead, by what it is."""
