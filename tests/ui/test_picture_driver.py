"""A terminal that cannot keep up gets half blocks, and the pixels once it has: a real pipe that nobody reads for a while."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest
from tests.extract.photographs import encoded, photograph
from textual.app import App
from textual.drivers._writer_thread import WriterThread
from textual.geometry import Size

from lampungtui.extract.picture import Colours, Form, Frame, draw
from lampungtui.ui.bands import Bands
from lampungtui.ui.picture_driver import driver_for

PATIENCE_SECONDS = 60


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The end of the program's output from which a terminal reads."""
    reading, writing = os.pipe()
    before = {each: signal.getsignal(each) for each in (signal.SIGTSTP, signal.SIGCONT)}
    with os.fdopen(writing, "w", encoding="utf-8") as output, Path(os.devnull).open(encoding="utf-8") as keys:
        monkeypatch.setattr(sys, "__stderr__", output)
        monkeypatch.setattr(sys, "__stdin__", keys)
        yield reading
    os.close(reading)
    for each, handler in before.items():
        signal.signal(each, handler)


async def test_while_it_has_not_taken_the_last_screen_pictures_are_half_blocks(terminal: int) -> None:
    bands = Bands(Form.SIXEL, lambda strip: strip.render(app.console), lambda: (10, 20))
    caught_up = threading.Event()
    app: App[None] = App(driver_class=driver_for(bands, caught_up.set))
    app._size = Size(80, 30)
    driver = app.driver_class(app)
    output: TextIO = driver._file  # type: ignore[attr-defined]
    writer = driver._writer_thread = WriterThread(output)  # type: ignore[attr-defined]
    writer.start()
    noise = draw(encoded(photograph(960, 540)), Frame(60, 16), Form.SIXEL, Colours.ALL)
    screen = "".join(f"\x1b[{line};1H{row.text}" for line, row in enumerate(bands.cells(bands.take(noise)), 1))
    driver.write(screen)
    driver.write(screen + "half")
    assert not caught_up.is_set()
    before, after = (await read_to(terminal, b"half")).split("▀".encode(), 1)
    assert before.count(b"\x1bP") == noise.rows
    assert after.count("▀".encode()) == noise.columns * noise.rows - 1
    assert b"\x1bP" not in after
    assert await asyncio.to_thread(caught_up.wait, PATIENCE_SECONDS)
    driver.write(screen + "end")
    assert (await read_to(terminal, b"end")).count(b"\x1bP") == noise.rows
    writer.stop()


async def read_to(terminal: int, end: bytes) -> bytes:
    """What was written until it ends so."""
    taken = b""
    while not taken.endswith(end):
        taken += await asyncio.wait_for(asyncio.to_thread(os.read, terminal, 65_536), PATIENCE_SECONDS)
    return taken
