"""A terminal that is gone is no reason to stay: a real pipe whose other end was closed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

import pytest
from textual.app import App
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from lampungtui.ui.terminal_driver import TerminalDriver

PATIENCE_SECONDS = 60


async def test_who_writes_to_a_terminal_that_was_closed_waits_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    before = {each: signal.getsignal(each) for each in (signal.SIGTSTP, signal.SIGCONT)}
    output = os.fdopen(writing, "w", encoding="utf-8")
    with Path(os.devnull).open(encoding="utf-8") as keys:
        monkeypatch.setattr(sys, "__stderr__", output)
        monkeypatch.setattr(sys, "__stdin__", keys)
        app: App[None] = App(driver_class=TerminalDriver)
        driver = cast("TerminalDriver", app.driver_class(app))
        os.close(reading)
        driver._writer_thread = WriterThread(cast("IO[str]", driver._file))
        driver._writer_thread.start()

        def write() -> None:
            for _ in range(MAX_QUEUED_WRITES * 3):
                driver.write("x" * 8_192)
            driver.close()

        await asyncio.wait_for(asyncio.to_thread(write), PATIENCE_SECONDS)
        assert not driver._writer_thread.is_alive()
    with suppress(BrokenPipeError):
        output.close()
    for each, handler in before.items():
        signal.signal(each, handler)
