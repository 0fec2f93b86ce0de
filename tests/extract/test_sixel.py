"""Rows of pixels become Sixel text that draws just these pixels, whole or in part."""

from __future__ import annotations

import pytest
from tests.extract.sixels import as_picture, indexed, read_sixels

from lampungtui.extract import sixel


@pytest.mark.parametrize(("width", "height"), [(1, 1), (7, 6), (40, 19), (90, 20), (33, 34)])
@pytest.mark.parametrize("colours", [2, 64])
def test_a_band_draws_its_pixels_and_no_others(width: int, height: int, colours: int) -> None:
    rows, palette = indexed(width, height, colours)
    band = sixel.band(rows, palette)
    assert read_sixels(band).tobytes() == as_picture(rows, palette).tobytes()
    assert sixel.is_band(band, width, height)


@pytest.mark.parametrize(("start", "end"), [(0, 10), (20, 40), (30, 31), (0, 40)])
def test_a_part_of_a_band_draws_that_part(start: int, end: int) -> None:
    rows, palette = indexed(40, 19, 32)
    part = sixel.cut(sixel.band(rows, palette), start, end)
    whole = as_picture(rows, palette)
    assert read_sixels(part).tobytes() == whole.crop((start, 0, end, 19)).tobytes()
    assert sixel.is_band(part, end - start, 19)


def test_a_flat_picture_takes_few_bytes() -> None:
    assert len(sixel.band([bytes(500)] * 20, bytes((200, 30, 30)))) < 100


@pytest.mark.parametrize(
    "lie",
    [
        b"\x1b\\\x1b]52;c;bGFtcHVuZw==\x07",
        b"\x1b\\\x1b[2J",
        b"\x9c",
        b"\n",
        b'"1;1;9000;9000',
        b"-~",
        b"#0!99999~",
    ],
)
def test_what_could_end_it_or_leave_its_place_is_no_band(lie: bytes) -> None:
    rows, palette = indexed(40, 19, 2)
    band = sixel.band(rows, palette)
    assert sixel.is_band(band, 40, 19)
    assert not sixel.is_band(band + lie, 40, 19)
    assert not sixel.is_band(lie + band, 40, 19)
    assert not sixel.is_band(band, 40, 20)
    assert not sixel.is_band(band, 41, 19)
