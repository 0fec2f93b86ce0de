"""Texts made small: they come back byte for byte, also those of older caches; what is damaged is an error of our own."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

import lampungtui.compact
from lampungtui.blockform import pack, unpack
from lampungtui.compact import CURRENT, DICTIONARIES, LIMIT, compress, restore
from lampungtui.errors import DamagedText
from lampungtui.foreign import clean_run
from lampungtui.model import Paragraph, Span

SHA256 = {"compact-1.txt": "3907d5b5a4f3395fa0c7901ce152f71bbf32a95e80fd6f66afb4bf459e6d44d9"}
"""What was released, for ever: bodies stored with another dictionary of this name could not be read."""

NEWS = (
    "Pemerintah Kabupaten Pesisir Barat menambah empat perahu penyelamat di Pantai Labuhan Jukung menjelang musim libur. "
    "Perahu itu dijaga bergantian oleh nelayan yang sudah dilatih selama dua pekan, kata kepala dinas pariwisata setempat."
)


def test_a_released_dictionary_is_as_it_was() -> None:
    folder = Path(lampungtui.compact.__file__).parent
    assert {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in DICTIONARIES.values()} == SHA256


@given(st.binary(max_size=4_000))
def test_every_text_comes_back(text: bytes) -> None:
    assert restore(compress(text)) == text


def test_indonesian_prose_takes_less_room_than_without_the_dictionary() -> None:
    text = NEWS.encode()
    assert len(compress(text)) < 0.9 * len(zstandard.ZstdCompressor(level=3).compress(text))
    assert len(compress(text)) < 0.9 * len(zlib.compress(text, 9))


def test_a_body_of_an_older_cache_is_read() -> None:
    packed = zlib.compress(b'[{"kind":"paragraph","spans":["Jalan diperbaiki."]}]', 1)
    assert unpack(packed) == (Paragraph((Span(clean_run("Jalan diperbaiki.")),)),)


@given(st.data())
def test_what_is_damaged_is_said_to_be(data: st.DataObject) -> None:
    whole = bytearray(pack((Paragraph((Span(clean_run(NEWS)),)),)))
    kind = data.draw(st.sampled_from(["cut", "flipped", "unknown"]))
    if kind == "cut":
        broken = bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    elif kind == "flipped":
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] ^= data.draw(st.integers(1, 255))
        broken = bytes(whole)
    else:
        broken = bytes([data.draw(st.integers(2, 0x77))]) + bytes(whole[1:])
    try:
        unpack(broken)  # a flipped bit may still give words
    except DamagedText:
        return
    assert kind == "flipped"


@pytest.mark.parametrize("packed", [zlib.compress(NEWS.encode())[:-3], b"", b"x", bytes(CURRENT), b"\x02abc"])
def test_cut_and_unknown_ones_are_refused(packed: bytes) -> None:
    with pytest.raises(DamagedText):
        restore(packed)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zstandard.ZstdCompressor(level=3).compress(b"\0" * (LIMIT + 1))
    assert len(bomb) < 10_000
    with pytest.raises(DamagedText, match="long"):
        restore(CURRENT + bomb)
    with pytest.raises(DamagedText, match="long"):
        restore(zlib.compress(b"\0" * (LIMIT + 1)))


SIDE_BY_SIDE = """
import os, threading
from lampungtui.compact import compress, restore

TEXTS = [f"Berita {number} dari Lampung ".encode() * 200 + os.urandom(2_000) for number in range(20)]
went_well = []

def works(first: int) -> None:
    for turn in range(1_000):
        text = TEXTS[(first + turn) % len(TEXTS)]
        assert restore(compress(text)) == text
    went_well.append(first)

threads = [threading.Thread(target=works, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(went_well))
"""


def test_threads_do_it_side_by_side_and_every_text_comes_back() -> None:
    # A program of its own: what goes wrong here may end it.
    ran = subprocess.run([sys.executable, "-c", SIDE_BY_SIDE], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "4\n"), ran.stderr
