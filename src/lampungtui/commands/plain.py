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
    for number in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, _end)
    try:
        with asyncio.Runner() as runner:
            reader = reading(opened, runner, line)
            try:
                reader.begin()
                # Neither input() nor readline: they write sequences for the cursor.
                while (typed := _asked(reader.prompt())) and reader.obey(typed):
                    pass
            finally:
                reader.end()
                runner.run(opened.room.hang_up())
    finally:
        opened.room.close()
    return 0


def _end(number: int, _frame: object) -> None:
    """The terminal is gone, or the system ends the program: the place is kept on the way out."""
    raise SystemExit(128 + number)


def _asked(prompt: str) -> str:
    """A line of the input with its end; empty where there is no more."""
    if sys.stdin.isatty():
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(prompt.encode(encoding, errors="replace").decode(encoding) + " ")
        sys.stdout.flush()
    return sys.stdin.readline()
