"""The terminal as we drive it: Textual's driver, but that what the terminal answers is never taken for keys."""

from __future__ import annotations

import os
import selectors
import time
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from lampungtui.ui.terminal_answers import FOLLOW, UNFOLLOW, Answers, Ground

LOOK_SECONDS = 0.1
"""How often it is looked whether something that was held back was a key after all, as in Textual."""

AWAKE_SECONDS = 1.0
"""How long that is looked for after something came; then nothing wakes the program until something comes again."""

READ_BYTES = 4_096


class GroundTold(Message):
    """The terminal said whether its ground is dark."""

    def __init__(self, dark: bool) -> None:
        super().__init__()
        self.dark = dark


class Output:
    """The terminal's file. What is written to one that was closed is gone with it: an error would end the thread that
    writes, and the program would wait for that thread for ever instead of ending."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        with suppress(OSError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Reads keys, and apart from them what the terminal tells of itself; follows its ground where it tells of changes."""

    _rouse: int | None = None
    """Where a byte wakes the thread that waits for input, while there is one."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        assert self._file is not None  # noqa: S101  # a reader without a terminal is not started
        self._file = Output(self._file)  # type: ignore[assignment]

    def disable_input(self) -> None:
        # Who waits for input without an end is woken; Textual then tells it to stop, and waits for it.
        if self._rouse is not None:
            os.write(self._rouse, b".")
        super().disable_input()

    def _sigtstp_application(self, *_: object) -> None:
        # The signal may come in the middle of a write, whose lock leaving the screen would wait for, for ever.
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def _sigcont_application(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._come_back)

    def _come_back(self) -> None:
        """Takes the screen again, from whatever state it was left in."""
        if self._auto_restart and not self._must_signal_resume:
            # Stopped without a word (SIGSTOP), or not at all: the threads that read and write are there, and must not be
            # made a second time.
            self.suspend_application_mode()
        super()._sigcont_application()

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's has no types
        self.write(FOLLOW)
        self.flush()

    def stop_application_mode(self) -> None:
        self.write(UNFOLLOW)
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Waits for input and sends it on until the program ends (Textual's own loop, with the answers taken out, and
        without its ten looks a second while nobody types)."""
        keys = _Keys()
        decode = getincrementaldecoder("utf-8")("replace").decode
        roused, self._rouse = os.pipe()
        awake_until = time.monotonic() + AWAKE_SECONDS
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(roused, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(LOOK_SECONDS if time.monotonic() < awake_until else None)}
                if ready:
                    awake_until = time.monotonic() + AWAKE_SECONDS
                if roused in ready:
                    os.read(roused, READ_BYTES)
                if self.fileno in ready:
                    came = os.read(self.fileno, READ_BYTES)
                    if not came:
                        break
                    for message in keys.read(decode(came)):
                        self.process_message(message)
                for message in keys.looked():
                    self.process_message(message)
        rouse, self._rouse = self._rouse, None
        os.close(rouse)
        os.close(roused)
        keys.close()


class _Keys:
    """Textual's parser behind our answers."""

    def __init__(self) -> None:
        self._answers = Answers()
        self._parser = XTermParser()

    def read(self, text: str) -> Iterator[Message]:
        for piece in self._answers.take(text, time.monotonic()):
            if isinstance(piece, Ground):
                yield GroundTold(piece.dark)
            else:
                yield from self._parser.feed(piece)

    def looked(self) -> Iterator[Message]:
        yield from self._parser.tick()
        held = self._answers.waited(time.monotonic())
        if held == "\x1b":
            # It has waited long enough: the parser would wait again.
            yield events.Key("escape", held)
        elif held:
            yield from self._parser.feed(held)

    def close(self) -> None:
        """Ends the parser, which throws away what it still waits with."""
        try:
            for _ in self._parser.feed(""):
                pass
        except (EOFError, ParseError):
            return
