"""Pictures for the demo newsroom: flat scenes, drawn here, as PNG (written by the standard library alone)."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import Final

WIDTH: Final = 320
HEIGHT: Final = 180
Colour = tuple[int, int, int]

SCENES: Final = (
    "pasar", "pantai", "gajah", "kopi", "stadion", "jembatan", "sawah", "kantor", "tapis", "sekolah", "rumahsakit",
    "pelabuhan", "jalan", "kapal", "gunung",
)  # fmt: skip
"""The scenes that there are."""


class _Canvas:
    """Rows of RGB."""

    def __init__(self, top: Colour, bottom: Colour) -> None:
        self.rows = []
        for y in range(HEIGHT):
            share = y / HEIGHT
            colour = bytes(int(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
            self.rows.append(bytearray(colour * WIDTH))

    def bar(self, x: int, y: int, width: int, height: int, colour: Colour) -> None:
        left, right = max(0, x), min(WIDTH, x + width)
        if right > left:
            run = bytes(colour) * (right - left)
            for row in self.rows[max(0, y) : max(0, min(HEIGHT, y + height))]:
                row[left * 3 : right * 3] = run

    def disc(self, x: int, y: int, radius: int, colour: Colour, *, flat: float = 1.0) -> None:
        for dy in range(-int(radius * flat), int(radius * flat) + 1):
            half = int((radius**2 - (dy / flat) ** 2) ** 0.5)
            self.bar(x - half, y + dy, half * 2, 1, colour)

    def slope(self, x: int, y: int, half: int, height: int, colour: Colour) -> None:
        """A triangle with its tip at (x, y)."""
        for step in range(height):
            reach = half * step // height
            self.bar(x - reach, y + step, reach * 2 + 1, 1, colour)

    def png(self) -> bytes:
        raw = b"".join(b"\x00" + bytes(row) for row in self.rows)
        head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
        body = b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in chunks
        )
        return b"\x89PNG\r\n\x1a\n" + body


SKY, DUSK, SEA, SAND = (196, 226, 240), (247, 205, 150), (60, 134, 160), (231, 211, 160)
GREEN, DEEP, EARTH, ROAD = (110, 160, 80), (52, 98, 66), (150, 110, 76), (88, 88, 92)
GOLD, MAROON, WHITE, ROOF, GREY = (224, 178, 82), (110, 28, 44), (244, 240, 232), (176, 72, 52), (120, 118, 122)


@cache
def picture(name: str) -> bytes | None:
    """A scene as PNG, or None for one that there is not."""
    if name not in SCENES:
        return None
    canvas = _Canvas(DUSK if name in ("pantai", "kapal", "gajah", "pelabuhan") else SKY, WHITE)
    _draw(name, canvas)
    return canvas.png()


def _draw(name: str, canvas: _Canvas) -> None:
    match name:
        case "pantai" | "kapal" | "pelabuhan":
            canvas.disc(240, 60, 26, (250, 226, 140))
            canvas.bar(0, 100, WIDTH, 50, SEA)
            canvas.bar(0, 150, WIDTH, 30, SAND)
            if name != "pantai":
                canvas.bar(70, 88, 150, 20, WHITE)
                canvas.bar(110, 66, 70, 22, ROOF)
                canvas.bar(84, 108, 122, 10, MAROON)
            if name == "pelabuhan":
                canvas.bar(0, 120, 90, 12, GREY)
        case "gunung" | "sawah" | "gajah":
            canvas.slope(90, 40, 130, 110, DEEP)
            canvas.slope(220, 62, 120, 90, GREEN)
            canvas.bar(0, 130, WIDTH, 50, GREEN if name != "gajah" else EARTH)
            if name == "sawah":
                for step in range(5):
                    canvas.bar(0, 136 + step * 9, WIDTH, 3, (170, 196, 96))
            if name == "gajah":
                canvas.disc(150, 112, 36, GREY, flat=0.75)
                canvas.disc(194, 104, 18, GREY)
                for x in (124, 142, 160, 176):
                    canvas.bar(x, 118, 10, 34, GREY)
                canvas.bar(206, 106, 8, 36, GREY)
        case "pasar":
            canvas.bar(0, 130, WIDTH, 50, EARTH)
            for number, colour in enumerate((ROOF, GOLD, DEEP, MAROON)):
                x = 14 + number * 76
                canvas.bar(x, 70, 64, 16, colour)
                canvas.bar(x + 4, 86, 4, 50, GREY)
                canvas.bar(x + 56, 86, 4, 50, GREY)
                canvas.bar(x + 6, 116, 52, 20, WHITE)
        case "kopi":
            canvas.bar(0, 140, WIDTH, 40, EARTH)
            canvas.bar(120, 80, 70, 62, WHITE)
            canvas.disc(196, 108, 18, WHITE)
            canvas.disc(196, 108, 10, SKY)
            canvas.bar(126, 86, 58, 10, (72, 44, 30))
        case "stadion":
            canvas.bar(0, 90, WIDTH, 90, GREEN)
            canvas.bar(0, 60, WIDTH, 30, GREY)
            canvas.bar(158, 90, 4, 90, WHITE)
            canvas.disc(160, 135, 28, WHITE, flat=0.6)
            canvas.disc(160, 135, 25, GREEN, flat=0.6)
        case "jembatan" | "jalan":
            canvas.slope(60, 60, 100, 70, DEEP)
            canvas.bar(0, 130, WIDTH, 50, SEA if name == "jembatan" else GREEN)
            canvas.bar(0, 112, WIDTH, 14, ROAD)
            for x in range(10, WIDTH, 60):
                canvas.bar(x, 118, 26, 2, WHITE)
                if name == "jembatan":
                    canvas.bar(x, 70, 5, 74, MAROON)
        case "tapis":
            canvas.bar(0, 0, WIDTH, HEIGHT, MAROON)
            for row in range(6):
                canvas.bar(0, row * 32, WIDTH, 3, GOLD)
                for column in range(11):
                    canvas.slope(column * 32 + (16 if row % 2 else 0), row * 32 + 8, 10, 16, GOLD)
        case _:
            canvas.bar(0, 140, WIDTH, 40, GREEN)
            canvas.bar(60, 76, 200, 66, WHITE)
            canvas.slope(160, 36, 116, 40, ROOF)
            for x in range(76, 250, 36):
                canvas.bar(x, 92, 18, 22, SEA)
            if name == "rumahsakit":
                canvas.bar(152, 50, 16, 4, WHITE)
                canvas.bar(158, 44, 4, 16, WHITE)
