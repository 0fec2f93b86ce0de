"""Pictures: the bytes that a server sent become a small JPEG to store, and that one becomes what a terminal shows.

Called in the workshop's child only: the decoders are C code that reads hostile bytes. The size that a file claims is
looked at before a pixel of it is decoded (a PNG of a few kB can claim 30,000 x 30,000), and only the formats that
outlets use are opened at all: Pillow knows some that run other programs.
"""

from __future__ import annotations

import enum
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lampungtui.errors import ReadingError
from lampungtui.extract import scanlines, sixel

if TYPE_CHECKING:
    from PIL import Image

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
"""Formats that are opened; of an animation its first picture."""

MOST_PIXELS: Final = 40_000_000
"""Pixels of the largest picture that is decoded: more than cameras of the press make, 160 MB when decoded."""

LEAST_SIDE: Final = 48
"""Pixels below which a side belongs to an icon or to a picture that only counts readers."""

STORED_SIDE: Final = 960
"""Pixels of the longer side as it is stored: as sharp as 40 % of a pane can show."""

JPEG_QUALITY: Final = 80

WIDEST_BAND: Final = 1000
"""Pixels of the widest band: xterm draws no graphic that is wider."""

BANDS_BYTES: Final = 600_000
"""Bytes of all bands of a picture. They are sent with every line scrolled, so a picture that would take more is drawn in
fewer colours; one that takes more even so is shown as cells."""

BAND_COLOURS: Final = (64, 32, 16)
"""Colours of a picture in Sixel, the first of which that keeps within `BANDS_BYTES`. Each is drawn for itself in every
line of sixels: a photograph takes twice the bytes in four times the colours."""

SLIMMEST: Final = 6
"""How many times longer than the other one a side may be: beyond, it is a banner or a line between paragraphs."""


class Form(enum.StrEnum):
    """What a picture is drawn as."""

    CELLS = "cells"  # RGB bytes, two pixels above one another for each cell
    PNG = "png"
    SIXEL = "sixel"  # cells, and a band of Sixel text for each row of them
    SCANLINES = "scanlines"  # cells, and the packed scanlines of a PNG for each row of them


class Colours(enum.IntEnum):
    """How many colours a picture is drawn in."""

    ALL = 0
    INDEXED = 256  # the colour cube and the greys of xterm
    STANDARD = 16  # the first sixteen, as the PC had them
    FEW = 64  # chosen for the picture: a PNG of a quarter of the bytes


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """A picture as it is stored: a JPEG, its sides in pixels."""

    width: int
    height: int
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """The room for a picture on the screen: cells at most, and the pixels of a cell."""

    columns: int
    rows: int
    cell_width: int = 10
    cell_height: int = 20

    def fitted(self, width: int, height: int) -> tuple[int, int]:
        """Columns and rows of the largest picture of these proportions inside the frame, at least one of each."""
        columns = self.columns
        rows = round(columns * self.cell_width * height / (width * self.cell_height))
        if rows > self.rows:
            rows = self.rows
            columns = round(rows * self.cell_height * width / (height * self.cell_width))
        return max(1, min(columns, self.columns)), max(1, rows)


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture drawn for `columns` x `rows` cells: `columns` x 2 `rows` pixels as RGB bytes, or a PNG.

    In some forms there is a band of pixels too for each row of cells, each cell of `cell_width` x `cell_height` pixels; no
    bands where they would take too many bytes. `palette` has the colours of scanlines.
    """

    columns: int
    rows: int
    data: bytes
    bands: tuple[bytes, ...] = ()
    palette: bytes = b""
    cell_width: int = 0
    cell_height: int = 0

    def fills(self, frame: Frame, form: Form) -> bool:
        """Whether it keeps within a frame and has all the pixels that its form asks for, and nothing else."""
        if not all(isinstance(each, bytes) for each in (self.data, self.palette, *self.bands)):
            return False
        inside = 0 < self.columns <= frame.columns and 0 < self.rows <= frame.rows
        if form is Form.PNG:
            return inside and not self.bands
        return inside and len(self.data) == self.columns * self.rows * 2 * 3 and self._has_bands(frame, form)

    def _has_bands(self, frame: Frame, form: Form) -> bool:
        if not self.bands:
            return True
        size = self.columns * self.cell_width, self.cell_height
        fitting = (self.cell_width, self.cell_height) == (frame.cell_width, frame.cell_height)
        if not fitting or len(self.bands) != self.rows or sum(map(len, self.bands)) > BANDS_BYTES:
            return False
        if form is Form.SIXEL:
            return all(sixel.is_band(band, *size) for band in self.bands)
        coloured = len(self.palette) in range(3, 256 * 3 + 1, 3)
        return form is Form.SCANLINES and coloured and all(scanlines.is_packed(band, *size) for band in self.bands)


def shrink(document: bytes) -> SmallPicture:
    """The picture that a server sent, small enough to store. Raises ReadingError."""
    try:
        picture = _opened(document)
        if min(picture.size) < LEAST_SIDE or max(picture.size) > min(picture.size) * SLIMMEST:
            raise ReadingError("the picture is too small or too slim to show")
        return _shrunk(picture)
    except (OSError, SyntaxError) as error:
        raise ReadingError("the picture is damaged or breaks off") from error


def _shrunk(picture: Image.Image) -> SmallPicture:
    from PIL import Image, ImageOps

    if picture.mode not in ("RGB", "RGBA", "L", "CMYK", "YCbCr"):
        # Palettes and rarer modes cannot be made smaller smoothly.
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    # A JPEG is decoded at a fraction of its size already.
    picture.thumbnail((STORED_SIDE, STORED_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    ImageOps.exif_transpose(picture, in_place=True)
    picture = _on_white(picture)
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return SmallPicture(*picture.size, written.getvalue())


def draw(document: bytes, frame: Frame, form: Form, colours: Colours) -> DrawnPicture:
    """A stored picture as large as its frame allows. Raises ReadingError."""
    try:
        return _drawn(_opened(document), frame, form, colours)
    except (OSError, SyntaxError) as error:
        raise ReadingError("the picture is damaged or breaks off") from error


def _drawn(picture: Image.Image, frame: Frame, form: Form, colours: Colours) -> DrawnPicture:
    from PIL import Image

    columns, rows = frame.fitted(*picture.size)
    if form is Form.PNG:
        # Never larger than it is: the terminal makes it as large as its cells.
        picture.thumbnail((columns * frame.cell_width, rows * frame.cell_height), Image.Resampling.LANCZOS)
        written = io.BytesIO()
        _in_colours(picture.convert("RGB"), colours).save(written, "PNG", compress_level=6)
        return DrawnPicture(columns, rows, written.getvalue())
    picture = picture.convert("RGB")
    cells = picture.resize((columns, rows * 2), Image.Resampling.LANCZOS)
    drawn = DrawnPicture(columns, rows, _in_colours(cells, colours).convert("RGB").tobytes())
    return drawn if form is Form.CELLS else _in_bands(drawn, picture, frame, form)


def _in_bands(drawn: DrawnPicture, picture: Image.Image, frame: Frame, form: Form) -> DrawnPicture:
    """The drawing with its bands, one palette for all of them."""
    from PIL import Image

    width, height = drawn.columns * frame.cell_width, frame.cell_height
    fine = picture.resize((width, drawn.rows * height), Image.Resampling.LANCZOS)
    for number in (256,) if form is Form.SCANLINES else BAND_COLOURS:
        # Mixed, its colours are nearer to the picture than those of other methods, and chosen twenty times as fast.
        chosen = fine.quantize(number, method=Image.Quantize.FASTOCTREE)
        mixed = fine.quantize(palette=chosen, dither=Image.Dither.FLOYDSTEINBERG)
        pixels, palette = mixed.tobytes(), bytes(mixed.getpalette() or ())
        rows = [pixels[at : at + width] for at in range(0, len(pixels), width)]
        pieces = [rows[at : at + height] for at in range(0, len(rows), height)]
        if form is Form.SCANLINES:
            bands = tuple(scanlines.packed(piece) for piece in pieces)
        else:
            bands = tuple(sixel.band(piece, palette) for piece in pieces)
        if sum(map(len, bands)) <= BANDS_BYTES:
            used = palette if form is Form.SCANLINES else b""
            return replace(drawn, bands=bands, palette=used, cell_width=frame.cell_width, cell_height=height)
    return drawn


def _opened(document: bytes) -> Image.Image:
    """The picture, its size checked, nothing decoded yet. Raises ReadingError."""
    from PIL import Image, UnidentifiedImageError

    # A GIF may claim a larger picture behind its head; Pillow then asks this limit, and refuses at twice its value.
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2
    try:
        picture = Image.open(io.BytesIO(document), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise ReadingError("the picture has too many pixels") from error
    except UnidentifiedImageError as error:
        raise ReadingError("this is no picture that can be shown") from error
    if picture.width * picture.height > MOST_PIXELS:
        raise ReadingError("the picture has too many pixels")
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture without transparency, on the white of the pages that it was made for."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    opaque = picture.convert("RGBA")
    ground = Image.new("RGB", opaque.size, "white")
    ground.paste(opaque, mask=opaque.getchannel("A"))
    return ground


def _in_colours(picture: Image.Image, colours: Colours) -> Image.Image:
    from PIL import Image

    match colours:
        case Colours.ALL:
            return picture
        case Colours.FEW:
            return picture.quantize(colours.value)
    palette = Image.new("P", (1, 1))
    palette.putpalette(_STANDARD if colours is Colours.STANDARD else _INDEXED)
    # Pixels of half a cell are too large to mix colours from; with sixteen, a mixture is still nearer than one of them.
    mixed = Image.Dither.FLOYDSTEINBERG if colours is Colours.STANDARD else Image.Dither.NONE
    return picture.quantize(palette=palette, dither=mixed)


_STANDARD: Final = [
    *(0, 0, 0), *(170, 0, 0), *(0, 170, 0), *(170, 85, 0), *(0, 0, 170), *(170, 0, 170), *(0, 170, 170),
    *(170, 170, 170), *(85, 85, 85), *(255, 85, 85), *(85, 255, 85), *(255, 255, 85), *(85, 85, 255), *(255, 85, 255),
    *(85, 255, 255), *(255, 255, 255),
]  # fmt: skip
"""The sixteen colours of the PC, by which rich knows the standard ones."""

_STEPS: Final = (0, 95, 135, 175, 215, 255)
_INDEXED: Final = [value for red in _STEPS for green in _STEPS for blue in _STEPS for value in (red, green, blue)] + [
    grey for step in range(24) for grey in (8 + 10 * step,) * 3
]
"""xterm's colours 16 to 255: a cube of six steps and 24 greys."""
