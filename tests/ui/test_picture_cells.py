"""Cells that stand for a picture become its pixels on the way to the terminal: whole rows, parts of rows, or half blocks."""

from __future__ import annotations

import re

import pytest
from PIL import Image
from rich.console import Console
from tests.extract.photographs import encoded, flag, photograph
from tests.extract.sixels import read_sixels

from lampungtui.extract.picture import Colours, DrawnPicture, Form, Frame, draw
from lampungtui.ui.bands import Bands
from lampungtui.ui.placeholders import PLACEHOLDER

FRAME = Frame(20, 10, 8, 17)
CONSOLE = Console(color_system="truecolor", force_terminal=True)
BAND = re.compile(r"\x1b7( +)\x1b8\x1b7\x1bP0;1;0q([^\x1b]*)\x1b\\\x1b8\x1b\[(\d+)C")


def drawn(picture: Image.Image | None = None) -> DrawnPicture:
    """A picture in bands."""
    return draw(encoded(picture or photograph(20, 12).resize((600, 400))), FRAME, Form.SIXEL, Colours.ALL)


@pytest.fixture
def bands() -> Bands:
    return Bands(Form.SIXEL, lambda strip: strip.render(CONSOLE), lambda: (FRAME.cell_width, FRAME.cell_height))


def shown(bands: Bands, text: str, *, lines: int = 30, hurried: bool = False) -> str:
    return bands.shown(text, lines=lines, hurried=hurried)


def test_a_row_of_cells_becomes_blanks_and_its_band_over_them(bands: Bands) -> None:
    picture = drawn()
    rows = bands.cells(bands.take(picture))
    assert len(rows) == picture.rows
    assert {row.cell_length for row in rows} == {picture.columns}
    for row, band in zip(rows, picture.bands, strict=True):
        sent = BAND.fullmatch(shown(bands, row.text))
        assert sent is not None
        assert (len(sent[1]), sent[2], int(sent[3])) == (picture.columns, band.decode("ascii"), picture.columns)


@pytest.mark.parametrize(("start", "end"), [(0, 7), (5, 12), (13, 20)])
def test_what_is_left_of_a_row_shows_just_its_own_pixels(start: int, end: int, bands: Bands) -> None:
    picture = drawn()
    row = bands.cells(bands.take(picture))[3]
    sent = BAND.fullmatch(shown(bands, row.crop(start, end).text))
    assert sent is not None
    part = read_sixels(sent[2].encode("ascii"))
    whole = read_sixels(picture.bands[3])
    assert part.tobytes() == whole.crop((start * 8, 0, end * 8, 17)).tobytes()


def test_text_around_cells_stays_as_it_is_and_pictures_beside_one_another_are_kept_apart(bands: Bands) -> None:
    one, other = drawn(), drawn(flag(600, 400))
    left, right = (bands.cells(bands.take(each))[0].text for each in (one, other))
    sent = shown(bands, f"\x1b[4;2Hkiri\x1b[48;2;1;2;3m{left}{right}\x1b[0mkanan")
    found = BAND.findall(sent)
    assert [each[1] for each in found] == [picture.bands[0].decode("ascii") for picture in (one, other)]
    assert BAND.sub("", sent) == "\x1b[4;2Hkiri\x1b[48;2;1;2;3m\x1b[0mkanan"
    assert shown(bands, "\x1b[4;2HPasar Margorejo") == "\x1b[4;2HPasar Margorejo"


@pytest.mark.parametrize(("line", "lines", "hurried"), [(9, 30, True), (30, 30, False)])
def test_in_a_hurry_and_in_the_last_line_a_row_is_half_blocks(
    line: int, lines: int, hurried: bool, bands: Bands
) -> None:
    row = bands.cells(bands.take(drawn(flag(600, 400))))[0]
    sent = shown(bands, f"\x1b[{line - 1};1H\x1b[{line};5H{row.crop(2, 9).text}", lines=lines, hurried=hurried)
    assert sent.count("▀") == 7
    assert "\x1bP" not in sent
    assert PLACEHOLDER not in sent


def test_cells_of_a_picture_that_was_let_go_are_blank(bands: Bands) -> None:
    number = bands.take(drawn())
    row = bands.cells(number)[0]
    bands.let_go(number)
    assert shown(bands, row.text) == " " * row.cell_length
    later = [bands.take(drawn(flag(600, 400))) for _ in range(24)]
    assert number not in later
    assert len(set(later)) == 24


def test_a_picture_without_bands_is_half_blocks(bands: Bands) -> None:
    without = draw(encoded(flag(600, 400)), FRAME, Form.CELLS, Colours.ALL)
    rows = bands.cells(bands.take(without))
    assert {character for row in rows for character in row.text} == {"▀"}


def test_what_somebody_wrote_in_the_form_of_cells_shows_nothing(bands: Bands) -> None:
    picture = drawn()
    row = bands.cells(bands.take(picture))[0].text
    below = row[:4].replace(row[2], "\u082c")
    assert shown(bands, below) == " "
    assert shown(bands, PLACEHOLDER) == PLACEHOLDER
