"""`lampungtui --plain`: the linear reader on standard input and output."""

from __future__ import annotations

import asyncio
import signal
import sys
from io import TextIOWrapper

from lampungtui.commands.output import line
from lampungtui.language import use_language
from lampungtui.newsroom.opening import Opened
from lampungtui.plain.reader import reading


def read_plainly(opened: Opened, *, language: str | None) -> int:
    """Reads lines until the person quits or the input ends; returns 0. Closes the newsroom."""
    if language is None and opened.config.language != "auto":
        use_language(opened.config.language)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    ending = _Ending()
    for number in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, ending.heed)
    try:
        with asyncio.Runner() as runner:
            reader = reading(opened, runner, line)
            try:
                reader.begin()
                # Neither input() nor readline: they write sequences for the cursor.
                while (typed := ending.asked(reader.prompt())) and reader.obey(typed):
                    pass
            finally:
                reader.end()
                runner.run(opened.room.hang_up())
    finally:
        opened.room.close()
    return 0


class _Ending:
    """The terminal is closed, or the system ends the program: no more lines come, and the place is kept on the way out.

    Heard anywhere but while a line is waited for, it ends the reading at the next line: never in the middle of that way.
    """

    def __init__(self) -> None:
        self._heard = False
        self._waiting = False

    def heed(self, _number: int, _frame: object) -> None:
        """Hears a signal."""
        self._heard = True
        if self._waiting:
            self._waiting = False
            raise EOFError

    def asked(self, prompt: str) -> str:
        """A line of the input with its end; empty where there is no more."""
        try:
            self._waiting = True
            return "" if self._heard else _asked(prompt)
        except (EOFError, OSError):
            # A terminal that is gone answers with an error.
            return ""
        finally:
            self._waiting = False


def _asked(prompt: str) -> str:
    if sys.stdin.isatty():
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(prompt.encode(encoding, errors="replace").decode(encoding) + " ")
        sys.stdout.flush()
    return sys.stdin.readline()
