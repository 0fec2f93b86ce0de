"""A picture that a server sent becomes a small one to store, and that one becomes cells or pixels of a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image
from tests.extract.photographs import NO_PICTURES, claims, decoded, encoded, flag, photograph
from tests.extract.sixels import read_sixels

from lampungtui.errors import ReadingError
from lampungtui.extract import scanlines
from lampungtui.extract.picture import BANDS_BYTES, Colours, DrawnPicture, Form, Frame, draw, shrink

RED, WHITE = (255, 0, 0), (255, 255, 255)


def near(one: object, other: tuple[int, ...]) -> bool:
    """Whether two colours are the same but for what compression did."""
    assert isinstance(one, tuple)
    return all(abs(a - b) < 25 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_the_formats_of_outlets_are_read(form: str) -> None:
    small = shrink(encoded(flag(1200, 800), form))
    picture = decoded(small.jpeg)
    assert picture.format == "JPEG"
    assert picture.size == (small.width, small.height) == (960, 640)
    assert near(picture.getpixel((480, 50)), RED)
    assert near(picture.getpixel((480, 600)), WHITE)


@pytest.mark.parametrize(
    ("given", "stored"),
    [((300, 200), (300, 200)), ((960, 540), (960, 540)), ((3000, 2000), (960, 640)), ((1000, 2000), (480, 960))],
)
def test_a_picture_is_made_smaller_never_larger(given: tuple[int, int], stored: tuple[int, int]) -> None:
    small = shrink(encoded(photograph(*given)))
    assert (small.width, small.height) == stored
    assert len(small.jpeg) < 800_000


@pytest.mark.parametrize("what", NO_PICTURES)
def test_what_is_no_picture_to_show_is_refused_with_a_sentence(what: str) -> None:
    with pytest.raises(ReadingError) as refused:
        shrink(NO_PICTURES[what])
    assert "picture" in str(refused.value)


def test_a_size_is_refused_before_it_is_decoded() -> None:
    # Decoded it would take 900 MB, more than the test's machine gives in the time it takes.
    bomb = claims(30_000, 30_000)
    assert len(bomb) < 20_000
    with pytest.raises(ReadingError, match="too many pixels"):
        shrink(bomb)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixel_is_read(mode: str) -> None:
    picture = Image.new("I;16", (300, 200), 40_000) if mode == "I;16" else flag(300, 200).convert(mode)
    form = {"CMYK": "JPEG", "PA": "PNG"}.get(mode, "PNG")
    small = shrink(encoded(picture if mode != "PA" else picture.convert("LA"), form))
    assert decoded(small.jpeg).mode == "RGB"
    assert (small.width, small.height) == (300, 200)


def test_what_is_transparent_stands_on_white() -> None:
    picture = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (0, 0, 300, 60))
    small = decoded(shrink(encoded(picture, "PNG")).jpeg)
    assert near(small.getpixel((150, 150)), WHITE)
    assert near(small.getpixel((150, 20)), (0, 0, 0))


def test_a_camera_that_was_held_upright_is_believed() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # the top of the scene is at the right of the pixels
    small = shrink(encoded(flag(600, 400), exif=turned))
    assert (small.width, small.height) == (400, 600)
    assert near(decoded(small.jpeg).getpixel((380, 300)), RED)


def test_what_a_camera_wrote_about_its_owner_is_not_stored() -> None:
    told = Image.Exif()
    told[0x013B] = "Rina Wulandari"
    small = shrink(encoded(flag(), exif=told))
    assert b"Rina" not in small.jpeg


def test_of_an_animation_the_first_picture_is_shown() -> None:
    frames = [flag(300, 200), Image.new("RGB", (300, 200), "blue")]
    animation = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)
    assert near(decoded(shrink(animation).jpeg).getpixel((150, 30)), RED)


@pytest.mark.parametrize(
    ("size", "frame", "fitted"),
    [
        ((1600, 900), Frame(72, 18), (64, 18)),
        ((1600, 900), Frame(40, 20), (40, 11)),
        ((900, 1600), Frame(72, 20), (22, 20)),
        ((1000, 1000), Frame(40, 40), (40, 20)),
        ((1000, 1000), Frame(40, 40, 10, 10), (40, 40)),
        ((6000, 1000), Frame(12, 4), (12, 1)),
        ((1000, 6000), Frame(12, 4), (1, 4)),
    ],
)
def test_a_picture_keeps_its_proportions_by_those_of_the_cells(
    size: tuple[int, int], frame: Frame, fitted: tuple[int, int]
) -> None:
    assert frame.fitted(*size) == fitted


def test_cells_are_two_pixels_above_one_another() -> None:
    drawn = draw(encoded(flag(400, 400)), Frame(20, 10), Form.CELLS, Colours.ALL)
    assert (drawn.columns, drawn.rows) == (20, 10)
    assert len(drawn.data) == 20 * 20 * 3
    assert near(tuple(drawn.data[:3]), RED)
    assert near(tuple(drawn.data[-3:]), WHITE)
    assert drawn.fills(Frame(20, 10), Form.CELLS)


@pytest.mark.parametrize(("colours", "most"), [(Colours.INDEXED, 240), (Colours.STANDARD, 16)])
def test_a_terminal_of_few_colours_gets_no_other_ones(colours: Colours, most: int) -> None:
    drawn = draw(encoded(photograph(32, 18).resize((640, 360))), Frame(72, 20), Form.CELLS, colours)
    used = {drawn.data[at : at + 3] for at in range(0, len(drawn.data), 3)}
    steps = {0, 85, 170, 255} if colours is Colours.STANDARD else {0, 95, 135, 175, 215, 255, *range(8, 239, 10)}
    assert 8 < len(used) <= most
    assert {value for colour in used for value in colour} <= steps


def test_a_png_is_no_larger_than_its_cells_nor_than_the_picture() -> None:
    stored = encoded(photograph(960, 480))
    drawn = draw(stored, Frame(40, 40, 10, 20), Form.PNG, Colours.ALL)
    assert decoded(drawn.data).size == (400, 200)
    assert (drawn.columns, drawn.rows) == (40, 10)
    assert decoded(draw(stored, Frame(100, 40, 30, 60), Form.PNG, Colours.ALL).data).size == (960, 480)
    few = draw(stored, Frame(40, 40, 10, 20), Form.PNG, Colours.FEW)
    assert len(few.data) < len(drawn.data) * 0.6


def in_one(drawn: DrawnPicture, form: Form) -> Image.Image:
    """The bands of a drawing below one another."""
    width = drawn.columns * drawn.cell_width
    picture = Image.new("RGB", (width, drawn.rows * drawn.cell_height))
    for row, band in enumerate(drawn.bands):
        if form is Form.SIXEL:
            piece = read_sixels(band)
        else:
            piece = decoded(scanlines.png(band, width, drawn.cell_height, drawn.palette))
        assert piece.size == (width, drawn.cell_height)
        picture.paste(piece.convert("RGB"), (0, row * drawn.cell_height))
    return picture


@pytest.mark.parametrize("form", [Form.SIXEL, Form.SCANLINES])
@pytest.mark.parametrize("cell", [(10, 20), (9, 19), (6, 13), (17, 34)])
def test_bands_are_the_picture_row_by_row_in_the_pixels_of_the_cells(form: Form, cell: tuple[int, int]) -> None:
    shades = photograph(12, 8, seed=3).resize((960, 640), Image.Resampling.BICUBIC)
    frame = Frame(40, 20, *cell)
    drawn = draw(encoded(shades), frame, form, Colours.ALL)
    assert drawn.fills(frame, form)
    assert len(drawn.bands) == drawn.rows > 4
    shown = in_one(drawn, form)
    # Colours are mixed from a few: what the eye sees of a cell is its mean.
    means = shown.resize((drawn.columns, drawn.rows), Image.Resampling.BOX).tobytes()
    wanted = shades.resize((drawn.columns, drawn.rows), Image.Resampling.BOX).tobytes()
    assert sum(abs(one - other) for one, other in zip(means, wanted, strict=True)) / len(means) < 6
    assert drawn.data == draw(encoded(shades), frame, Form.CELLS, Colours.ALL).data


def test_a_picture_that_would_take_too_many_bytes_is_drawn_in_fewer_colours_or_as_cells_alone() -> None:
    noise, flat = encoded(photograph(960, 540)), encoded(flag(960, 540))
    frame = Frame(50, 14, 12, 24)
    few = draw(noise, frame, Form.SIXEL, Colours.ALL)
    assert 0 < sum(map(len, few.bands)) <= BANDS_BYTES
    assert len(in_one(few, Form.SIXEL).getcolors(100) or ()) <= 32
    assert few.fills(frame, Form.SIXEL)
    fine = Frame(50, 24, 20, 40)
    none = draw(noise, fine, Form.SIXEL, Colours.ALL)
    assert none.bands == ()
    assert none.fills(fine, Form.SIXEL)
    assert sum(map(len, draw(flat, fine, Form.SIXEL, Colours.ALL).bands)) < 20_000


@pytest.mark.parametrize(
    "lie",
    [
        {"cell_height": 21},
        {"cell_width": 9},
        {"rows": 9},
        {"data": b""},
        {"bands": (b"",) * 10},
        {"bands": (b"\x1b[2J",) * 10},
        {"bands": ("text",) * 10},
        {"palette": 5},
    ],
)
@pytest.mark.parametrize("form", [Form.SIXEL, Form.SCANLINES])
def test_bands_that_are_not_those_of_the_frame_fill_it_not(form: Form, lie: dict[str, object]) -> None:
    frame = Frame(20, 10)
    drawn = draw(encoded(flag(400, 400)), frame, form, Colours.ALL)
    assert drawn.fills(frame, form)
    assert not replace(drawn, **lie).fills(frame, form)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", Form)
def test_a_stored_picture_that_was_damaged_is_refused(form: Form) -> None:
    for damaged in (b"", encoded(photograph())[:5000]):
        with pytest.raises(ReadingError, match="picture"):
            draw(damaged, Frame(40, 12), form, Colours.ALL)
