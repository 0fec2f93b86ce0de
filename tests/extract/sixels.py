"""Rows of pixels, and Sixel text read back into them as a terminal does (VT330/VT340 Programmer Reference, chapter 14)."""

from __future__ import annotations

import re

from PIL import Image
from tests.extract.photographs import photograph

_PART = re.compile(rb'"(\d+);(\d+);(\d+);(\d+)|#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|([$-])')


def read_sixels(text: bytes) -> Image.Image:
    """The picture that is drawn, of the size that it gives; what nothing is drawn on is transparent."""
    picture = Image.new("RGBA", (1, 1))
    colours: dict[int, tuple[int, int, int]] = {}
    colour = x = y = at = 0
    while at < len(text):
        part = _PART.match(text, at)
        assert part is not None, text[at : at + 20]
        at = part.end()
        if part[3]:
            assert part[1] == part[2] == b"1", "pixels that are not square"
            picture = Image.new("RGBA", (int(part[3]), int(part[4])))
        elif part[5]:
            red, green, blue = (round(int(each) * 255 / 100) for each in part.group(6, 7, 8))
            colours[int(part[5])] = red, green, blue
        elif part[9]:
            colour = int(part[9])
        elif part[13] == b"$":
            x = 0
        elif part[13] == b"-":
            x, y = 0, y + 6
        else:
            times, bits = int(part[10] or 1), (part[11] or part[12])[0] - ord("?")
            for row in range(6):
                if bits >> row & 1:
                    assert x + times <= picture.width, "wider than it says"
                    assert y + row < picture.height, "higher than it says"
                    picture.paste((*colours[colour], 255), (x, y + row, x + times, y + row + 1))
            x += times
    return picture


def indexed(width: int, height: int, colours: int) -> tuple[list[bytes], bytes]:
    """Rows of a picture in which no two pixels are alike, and its palette, in hundredths as Sixel has them."""
    picture = photograph(width, height).quantize(colours)
    palette = bytes(round(round(each * 100 / 255) * 255 / 100) for each in picture.getpalette() or ())
    pixels = picture.tobytes()
    return [pixels[at : at + width] for at in range(0, len(pixels), width)], palette


def as_picture(rows: list[bytes], palette: bytes) -> Image.Image:
    """The same as a picture."""
    picture = Image.frombytes("P", (len(rows[0]), len(rows)), b"".join(rows))
    picture.putpalette(palette)
    return picture.convert("RGBA")
