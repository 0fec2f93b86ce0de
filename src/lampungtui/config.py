"""Settings: one typed value read from `config.toml`; every key may be left out.

Reading is by tomllib; an unknown key, a wrong type or a value out of range is an error that names file, line and, for
a misspelt key, the nearest one we know.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from lampungtui.errors import ConfigError

LANGUAGES: Final = ("auto", "id", "en")
MEASURES: Final = range(40, 121)
PICTURES: Final = ("open", "all", "off")
PICTURE_MEGABYTES: Final = range(1, 10_001)


@dataclass(frozen=True, slots=True)
class Config:
    """What a person may set. The comment of each field is its documentation."""

    language: str = "auto"
    """Language of the screen: `auto` (by the locale), `id` or `en`."""

    theme: str = "tapis"
    """Name of the theme."""

    outlets: tuple[str, ...] = ()
    """Ids of the outlets to read. Empty: those that are on by default."""

    measure: int = 72
    """Widest line of an article's text, in cells."""

    refresh: bool = True
    """Whether to refresh at the start and in the background."""

    prefetch: bool = True
    """Whether to store the bodies of new headlines in the background."""

    pictures: str = "open"
    """Which pictures are fetched: those of articles that are opened or looked at for a while (`open`), those of new
    articles too, with their bodies (`all`), or none (`off`). The reader's key overrides whether they are shown."""

    pictures_mb: int = 100
    """Megabytes of pictures that are kept for reading without a network; those shown longest ago go first."""

    ascii: bool = False
    """Whether to use plain ASCII signs and lines."""

    browser: tuple[str, ...] = ()
    """Command that opens a link, one word an item; the URL is added as the last. Empty: the system's own."""


def read_config(path: Path) -> Config:
    """The settings in `path`, or the defaults where it does not exist.

    Raises ConfigError, naming the line where it can be known.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(path, None, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    try:
        values = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path, toml_error_line(error), f"is not valid TOML: {error}") from error
    known = {field.name for field in fields(Config)}
    settled: dict[str, object] = {}
    for key, value in values.items():
        if key not in known:
            raise ConfigError(path, line_of(source, key), unknown_key(key, known))
        settled[key] = _checked(path, source, key, value)
    return Config(**settled)  # type: ignore[arg-type]  # each value was checked by its key


def _checked(path: Path, source: str, key: str, value: object) -> object:
    """`value` as the field `key` takes it; raises ConfigError with the key's line."""

    def wrong(what: str) -> ConfigError:
        return ConfigError(path, line_of(source, key), f"{key} {what}")

    match key:
        case "refresh" | "prefetch" | "ascii":
            if not isinstance(value, bool):
                raise wrong("must be true or false")
        case "measure":
            if not isinstance(value, int) or isinstance(value, bool) or value not in MEASURES:
                raise wrong(f"must be a whole number from {MEASURES.start} to {MEASURES.stop - 1}")
        case "pictures":
            if value not in PICTURES:
                raise wrong(f"must be one of {', '.join(PICTURES)}")
        case "pictures_mb":
            if not isinstance(value, int) or isinstance(value, bool) or value not in PICTURE_MEGABYTES:
                raise wrong(f"must be a whole number from 1 to {PICTURE_MEGABYTES.stop - 1}")
        case "outlets" | "browser":
            if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
                raise wrong("must be a list of words in quotes")
            return tuple(value)
        case "language":
            if value not in LANGUAGES:
                raise wrong(f"must be one of {', '.join(LANGUAGES)}")
        case _:
            if not isinstance(value, str):
                raise wrong("must be text in quotes")
    return value


def line_of(source: str, key: str) -> int | None:
    """The line (from 1) on which `key` is set in TOML `source`, or None."""
    pattern = re.compile(rf"""^\s*(\[+\s*)?["']?{re.escape(key)}["']?\s*[=\].]""")
    return next((number for number, line in enumerate(source.splitlines(), 1) if pattern.match(line)), None)


def toml_error_line(error: tomllib.TOMLDecodeError) -> int | None:
    """The line that a TOML error speaks of; tomllib gives it only inside its message before Python 3.14."""
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else None


def unknown_key(key: str, known: set[str]) -> str:
    """A sentence about a key that we don't know, with the nearest one that we do."""
    near = difflib.get_close_matches(key, sorted(known), n=1)
    return f"unknown key '{key}'" + (f"; did you mean '{near[0]}'?" if near else "")
