"""Pictures made to cost: refused or made small within the memory and time of a child, which the next picture finds alive."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from lampungtui.errors import LampungtuiError
from lampungtui.extract.picture import STORED_SIDE
from lampungtui.workbench import PictureJob
from lampungtui.workshop import Workshop

MIB = 2**20


def png(width: int, height: int, *, kind: int = 2, data: bytes = b"", chunks: bytes = b"") -> bytes:
    """A PNG that claims this size, whatever its data holds."""
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunks + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def gif(frames: int, width: int = 64, height: int = 64) -> bytes:
    """An animation of so many pictures."""
    written = io.BytesIO()
    first, *others = [Image.new("P", (width, height), number % 250) for number in range(frames)]
    first.save(written, "GIF", save_all=True, append_images=others, duration=10, loop=0)
    return written.getvalue()


def jpeg(width: int = 64, height: int = 64) -> bytes:
    """A small honest JPEG."""
    written = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(written, "JPEG")
    return written.getvalue()


def claimed(document: bytes, width: int, height: int) -> bytes:
    """A JPEG that claims another size than it has (its SOF0 marker)."""
    at = document.index(b"\xff\xc0") + 5
    return document[:at] + struct.pack(">HH", height, width) + document[at + 4 :]


def exif_without_end() -> bytes:
    """A JPEG whose EXIF says that it goes on at itself."""
    loop = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0"
    document = jpeg()
    return document[:2] + b"\xff\xe1" + struct.pack(">H", len(loop) + 2) + loop + document[2:]


ZEROS = zlib.compress(bytes(64 * MIB), 9)
BOMBS = {
    "a PNG of 30,000 by 30,000": png(30_000, 30_000, data=ZEROS),
    "a PNG of 2 by 10^9": png(2, 10**9, data=ZEROS),
    "a PNG of the largest numbers": png(2**31 - 1, 2**31 - 1, data=ZEROS),
    "a PNG of nothing": png(0, 0, data=ZEROS),
    "a PNG whose data go on": png(200, 200, data=ZEROS),
    "a PNG with a text of mebibytes": png(200, 200, chunks=chunk(b"zTXt", b"k\0\0" + ZEROS), data=zlib.compress(bytes(200 * 601))),
    "a PNG with a profile of mebibytes": png(200, 200, chunks=chunk(b"iCCP", b"k\0\0" + ZEROS), data=zlib.compress(bytes(200 * 601))),
    "a PNG with a chunk of gigabytes": b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 2**31 - 1) + b"IHDR" + bytes(100),
    "a GIF of thousands of pictures": gif(3_000),
    "a GIF that grows behind its head": gif(1)[:6] + struct.pack("<HH", 64, 64) + gif(1)[10:].replace(
        b"\x2c\0\0\0\0\x40\0\x40\0", b"\x2c\0\0\0\0\xff\xff\xff\xff"
    ),
    "a JPEG that claims 65,000 by 65,000": claimed(jpeg(), 65_000, 65_000),
    "a JPEG that claims less than it has": claimed(jpeg(640, 640), 60, 60),
    "a JPEG that breaks off": jpeg(640, 640)[:700],
    "a JPEG whose EXIF is a circle": exif_without_end(),
    "a JPEG of nothing but starts": b"\xff\xd8" * MIB,
    "a WebP that claims everything": b"RIFF\xff\xff\xff\x7fWEBPVP8X\x0a\0\0\0\x10\0\0\0\xff\xff\xff\xff\xff\xff" + bytes(1_000),
    "an AVIF of noise": b"\0\0\0\x20ftypavif\0\0\0\0avifmif1" + bytes(range(256)) * 200,
    "a PostScript program": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 600 600\n(x) (w) file closefile\n" + b" " * 2_000,
    "an SVG with an entity": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    "a TIFF": b"II*\0\x08\0\0\0" + bytes(2_000),
    "a Windows icon": b"\0\0\x01\0\xff\xff" + bytes(5_000),
    "a film": b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2" + bytes(5_000),
    "noise": bytes(range(256)) * 1_000,
    "nothing": b"",
}  # fmt: skip


@pytest.fixture
async def workshop() -> AsyncIterator[Workshop]:
    workshop = Workshop(children=1)
    yield workshop
    workshop.close()


async def test_pictures_made_to_cost_are_refused_or_made_small(workshop: Workshop) -> None:
    made = {}
    for name, document in BOMBS.items():
        try:
            small = await workshop.shrink_picture(PictureJob(document))
        except LampungtuiError as error:
            made[name] = str(error)
            continue
        assert max(small.width, small.height) <= STORED_SIDE, name
        assert len(small.jpeg) < MIB, name
        made[name] = "made small"
    assert all(made.values())
    assert made["a GIF of thousands of pictures"] == "made small"
    assert {name for name, words in made.items() if words == "made small"} <= {
        "a GIF of thousands of pictures", "a PNG whose data go on", "a PNG with a text of mebibytes", "a JPEG whose EXIF is a circle",
        "a PNG with a profile of mebibytes", "a JPEG that claims less than it has", "a JPEG that breaks off",
    }  # fmt: skip
    honest = await workshop.shrink_picture(PictureJob(jpeg(640, 480)))
    assert (honest.width, honest.height) == (640, 480)
    assert _peak(workshop) < 400 * MIB


def _peak(workshop: Workshop) -> int:
    """Bytes that the child took at its most (proc(5), VmHWM)."""
    child = workshop._seats[0]._child
    assert child is not None
    status = Path(f"/proc/{child.pid}/status").read_text("utf-8")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) * 1024
