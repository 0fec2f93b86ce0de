"""Where in a TOML file each key stands: tomllib gives values without their lines, and a person who erred needs one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_NAME: Final = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\]|\\.)*\"|'[^']*')"
_DOTTED: Final = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER: Final = re.compile(rf"\s*\[\[?\s*({_DOTTED})\s*\]")
_KEY: Final = re.compile(rf"\s*({_DOTTED})\s*=")
_PART: Final = re.compile(_NAME)
_LONG_TEXT: Final = re.compile(r"\"\"\"|'''")


def lines_of(text: str) -> Mapping[str, int]:
    """The line (from 1) of every key and table header, by its whole name with dots: `keys.move.down`."""
    places: dict[str, int] = {}
    table = ""
    inside: str | None = None
    for line, words in enumerate(text.splitlines(), 1):
        marks = _LONG_TEXT.findall(words)
        if inside is not None:
            if inside in marks:
                inside = None
            continue
        if header := _HEADER.match(words):
            table = _whole(header[1])
            places.setdefault(table, line)
        elif key := _KEY.match(words):
            name = _whole(key[1])
            places.setdefault(f"{table}.{name}" if table else name, line)
        if len(marks) % 2:
            inside = marks[-1]
    return places


def first_table(text: str) -> int:
    """Where the first table begins, with the comment that stands right over it; the end of the text without tables."""
    lines = text.splitlines(keepends=True)
    places = [place for place in lines_of(text).values() if _HEADER.match(lines[place - 1])]
    if not places:
        return len(text)
    first = min(places) - 1
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return sum(len(line) for line in lines[:first])


def _whole(dotted: str) -> str:
    parts = _PART.findall(dotted)
    return ".".join(part[1:-1] if part[:1] in ("'", '"') else part for part in parts)
