"""The source text of a profile: at which line a key stands.

`tomllib` gives values without their places. A person who mistyped a key needs the line, so it is found by scanning
the text for table headers and keys; that is done only once something is wrong, so a good profile pays nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lampungtui.errors import ProfileError

Step = str | int
"""A key, or a place (from 0) in a list of tables: `("feeds", 1, "url")` is the address of the second feed."""

_NAME: Final = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\]|\\.)*\"|'[^']*')"
_HEADER: Final = re.compile(rf"\s*(\[\[?)\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*\]")
_KEY: Final = re.compile(rf"\s*({_NAME})\s*(?:=|\.)")
_PART: Final = re.compile(_NAME)
_LONG_TEXT: Final = re.compile(r"\"\"\"|'''")


@dataclass(frozen=True, slots=True)
class Source:
    """A profile file and what it says."""

    path: Path
    text: str

    def error(self, steps: tuple[Step, ...], what: str, value: str | None = None) -> ProfileError:
        """The error `what` about the key at `steps`, with its line; `value` finds its line inside a long list."""
        return ProfileError(self.path, self.line(steps, value), what)

    def line(self, steps: tuple[Step, ...], value: str | None = None) -> int | None:
        """The line (from 1) of the key at `steps`, else of the nearest table around it, else None."""
        places = dict(self._places())
        for length in range(len(steps), 0, -1):
            line = places.get(steps[:length])
            if line is not None:
                whole = length == len(steps)
                return self._line_of_value(line, value, set(places.values())) if whole and value else line
        return None

    def _line_of_value(self, key_line: int, value: str, key_lines: set[int]) -> int:
        """The line that holds `value`, from its key's line down to the next key."""
        for line, text in enumerate(self.text.splitlines()[key_line - 1 :], key_line):
            if line != key_line and line in key_lines:
                break
            if value in text:
                return line
        return key_line

    def _places(self) -> list[tuple[tuple[Step, ...], int]]:
        """Every header and key with its line; the first of two equal ones stands."""
        places: list[tuple[tuple[Step, ...], int]] = []
        counts: dict[tuple[Step, ...], int] = {}
        table: tuple[Step, ...] = ()
        inside: str | None = None
        for line, text in enumerate(self.text.splitlines(), 1):
            marks = _LONG_TEXT.findall(text)
            if inside is not None:
                if inside in marks:
                    inside = None
                continue
            if header := _HEADER.match(text):
                table = self._table(header[2], header[1] == "[[", counts)
                places.append((table, line))
            elif key := _KEY.match(text):
                places.append(((*table, _bare(key[1])), line))
            if len(marks) % 2:
                inside = marks[-1]
        return places[::-1]

    @staticmethod
    def _table(dotted: str, in_list: bool, counts: dict[tuple[Step, ...], int]) -> tuple[Step, ...]:
        """The steps of a header; a name on the way that is a list of tables means its latest table."""
        steps: tuple[Step, ...] = ()
        names = [_bare(name) for name in _PART.findall(dotted)]
        for place, name in enumerate(names):
            steps = (*steps, name)
            if in_list and place == len(names) - 1:
                counts[steps] = counts.get(steps, -1) + 1
            if steps in counts:
                steps = (*steps, counts[steps])
        return steps


def _bare(name: str) -> str:
    return name[1:-1] if name[:1] in ("'", '"') else name
