"""What can be wrong with any file of TOML that a person wrote, whatever it is about: settings, themes, outlets, sources."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from lampungtui.errors import ConfigError
from lampungtui.foreign import clean_line

_PLACE: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
"""Where the library says that it met a mistake; before Python 3.14 it says so nowhere else."""


def values_of(text: str, path: Path, mistake: type[ConfigError] = ConfigError) -> dict[str, Any]:
    """The values in the TOML `text` of the file `path`. Raises `mistake` with the line for what is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise mistake(path, _line(error, text), _not_toml(error)) from error
    except RecursionError as error:
        raise mistake(path, None, "lists or tables are nested too deeply") from error


def _line(error: tomllib.TOMLDecodeError, text: str) -> int | None:
    place = _PLACE.search(str(error))
    if place is None:
        return None
    return int(place[1]) if place[1] else text.count("\n") + 1


def _not_toml(error: tomllib.TOMLDecodeError) -> str:
    """That a text is no TOML, with the library's own words for what it stumbled over."""
    reason = clean_line(_PLACE.sub("", str(error)))
    place = _PLACE.search(str(error))
    if place is None:
        return f"is not valid TOML ({reason})"
    if place[2] is None:
        return f"is not valid TOML at its end ({reason})"
    return f"is not valid TOML at column {place[2]} ({reason})"


def unreadable(
    path: Path, error: OSError | UnicodeDecodeError, mistake: type[ConfigError] = ConfigError
) -> ConfigError:
    """The error about a file whose text the system does not give, or that is text of another kind."""
    if isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
        return mistake(path, line, "is not UTF-8 text; save it as UTF-8")
    return mistake(path, None, f"cannot be read: {error.strerror or error}")


def unknown_key(key: str, known: Iterable[str], *, few: bool = True) -> str:
    """The sentence about a key that nobody asked for; without one that is near, those there are, where they are `few`."""
    names = sorted(known)
    near = nearest(key, names)
    if near is not None:
        return f"unknown key {key!r}; did you mean {near!r}?"
    return f"unknown key {key!r}; known here: {', '.join(names)}" if few else f"unknown key {key!r}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The word that was meant, most likely."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return near[0] if near else None
