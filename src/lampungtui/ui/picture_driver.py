"""The way to a terminal that is sent bands of pictures: they are set in here, and wait where it cannot keep up.

A screen with a picture is some hundred kB. A terminal that has not taken the last one yet gets half blocks instead, so that
what it is sent never grows longer than one such screen while somebody scrolls; the bands follow once it has caught up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Any, Final

from lampungtui.ui.bands import Bands
from lampungtui.ui.terminal_driver import TerminalDriver

BEHIND_CHARACTERS: Final = 16_384
"""What may wait for the terminal before pictures are hurried: more than a screen of text."""

_CLEARED: Final = "\x1b[2J"


class Taken:
    """The terminal's file, which counts what it has taken and says when nothing waits."""

    def __init__(self, file: IO[str], caught_up: Callable[[], None]) -> None:
        self._file = file
        self._caught_up = caught_up
        self.characters = 0

    def write(self, text: str) -> int:
        written = self._file.write(text)
        self.characters += len(text)
        return written

    def flush(self) -> None:
        self._file.flush()
        self._caught_up()


def driver_for(bands: Bands, caught_up: Callable[[], None]) -> type[TerminalDriver]:
    """A driver that sets in these pictures. `caught_up` is called when those that were hurried can follow, from a thread
    of its own."""

    class PictureDriver(TerminalDriver):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            assert self._file is not None  # noqa: S101  # a reader without a terminal is not started
            self._taken = Taken(self._file, self._flushed)
            self._file = self._taken  # type: ignore[assignment]
            self._given = 0
            self._hurried = False

        def write(self, data: str) -> None:
            behind = self._given - self._taken.characters > BEHIND_CHARACTERS
            shown = bands.shown(data, lines=self._app.size.height, hurried=behind)
            if behind and shown != data:
                self._hurried = True
            self._given += len(shown)
            super().write(shown)

        def _flushed(self) -> None:
            if self._hurried:
                self._hurried = False
                caught_up()

        def stop_application_mode(self) -> None:
            # Not every terminal takes the pixels away with the screen that it leaves.
            self.write(_CLEARED)
            super().stop_application_mode()

    return PictureDriver
