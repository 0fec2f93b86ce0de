"""What commands print: lines for people, JSON objects for programs, and never a control character from outside."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, Final

from lampungtui.foreign import clean_code, clean_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def line(text: str, *, error: bool = False) -> None:
    """Prints one line, cleaned; what the output's charset lacks is a question mark rather than the end of the program."""
    text = clean_code(text, len(text))
    stream = sys.stderr if error else sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, errors="replace").decode(encoding) + "\n")
    stream.flush()


def json_line(values: Mapping[str, Any]) -> None:
    """Prints an object as one line of JSON."""
    line(json.dumps(values, ensure_ascii=False))


FILE_COLUMNS: Final = 1_000
"""Width for output that goes into a file or another program: nothing is wrapped there."""


def console() -> Console:
    """Where tables and styled lines go; it knows whether it is a terminal, and NO_COLOR.

    What the output's charset lacks is shown as a question mark; a reader that went away is told by BrokenPipeError.
    """
    from rich.console import Console

    class Output(Console):
        """Leaves the end of the program to whoever runs it."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    width = None if sys.stdout.isatty() else FILE_COLUMNS
    return Output(highlight=False, markup=False, emoji=False, width=width)


def cell(text: str | None, style: str = "") -> Text:
    """Outside text as it may be printed: cleaned again, and no markup."""
    from rich.text import Text

    return Text(clean_line(text or ""), style=style)
