"""Rows of pixels become a PNG that any decoder reads, whole or in part."""

from __future__ import annotations

import zlib

import pytest
from tests.extract.photographs import decoded, photograph
from tests.extract.sixels import as_picture, indexed

from lampungtui.extract import scanlines


def test_packed_rows_are_a_png_of_their_pixels() -> None:
    rows, palette = indexed(40, 19, 256)
    packed = scanlines.packed(rows)
    picture = decoded(scanlines.png(packed, 40, 19, palette))
    assert picture.format == "PNG"
    assert picture.convert("RGBA").tobytes() == as_picture(rows, palette).tobytes()
    assert scanlines.is_packed(packed, 40, 19)


def test_a_part_of_packed_rows_has_the_pixels_of_that_part() -> None:
    rows, palette = indexed(40, 19, 64)
    part = scanlines.cut(scanlines.packed(rows), 40, 10, 30)
    whole = as_picture(rows, palette)
    assert (
        decoded(scanlines.png(part, 20, 19, palette)).convert("RGBA").tobytes() == whole.crop((10, 0, 30, 19)).tobytes()
    )
    assert scanlines.is_packed(part, 20, 19)


ROW = photograph(40, 1, mode="L").tobytes()


@pytest.mark.parametrize(
    "lie",
    [
        b"",
        b"no such thing",
        zlib.compress(bytes(30_000_000)),
        zlib.compress(b"\1" + ROW),
        zlib.compress(b"\0" + ROW)[:-3],
        zlib.compress(b"\0" + ROW) + b"more",
        zlib.compress(b"\0" + ROW + b"\0"),
    ],
)
def test_what_unpacks_to_something_else_is_refused(lie: bytes) -> None:
    assert scanlines.is_packed(scanlines.packed([ROW]), 40, 1)
    assert not scanlines.is_packed(lie, 40, 1)
