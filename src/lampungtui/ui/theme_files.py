"""Themes that a person wrote: TOML files in the folder `themes` of the settings, each named as its file is.

    background = "#101418"    # needed, as are foreground and primary
    foreground = "#e6e6e6"
    primary = "#7fb4ca"
    dark = true               # else by the background

The other keys (`KEYS`) may be left out; they are mixed from those three.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Final

from textual.color import Color

from lampungtui.config.handwritten import unknown_key, unreadable, values_of
from lampungtui.config.places import lines_of
from lampungtui.errors import ConfigError
from lampungtui.ui.palettes import Palette

NEEDED: Final = ("background", "foreground", "primary")
KEYS: Final = tuple(field.name for field in fields(Palette) if field.name != "name")
"""What a theme file may set: `dark`, and colours."""

MOST_BYTES: Final = 64_000
"""A file that is longer is no theme."""

_COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def read_theme_files(folder: Path) -> tuple[Sequence[Palette], Sequence[ConfigError]]:
    """The themes in a folder, by name, and what is wrong with those that cannot be used; nothing for no folder."""
    try:
        paths = sorted(folder.glob("*.toml"))
    except OSError as error:
        return (), [unreadable(folder, error)]
    palettes: list[Palette] = []
    errors: list[ConfigError] = []
    for path in paths:
        try:
            palettes.append(read_theme_file(path))
        except ConfigError as error:
            errors.append(error)
    return palettes, errors


def read_theme_file(path: Path) -> Palette:
    """The theme in one file. Raises ConfigError with the line."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ConfigError(path, None, "is too long for a theme")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error
    values = values_of(text, path)
    if not _NAME.fullmatch(path.stem):
        raise ConfigError(path, None, "a theme's file is named with small letters, digits, - and _, as my-theme.toml")
    lines = lines_of(text)
    colours: dict[str, str] = {}
    for key, value in values.items():
        if key not in KEYS:
            raise ConfigError(path, lines.get(key), unknown_key(key, KEYS))
        if key == "dark":
            if not isinstance(value, bool):
                raise ConfigError(path, lines.get(key), f"{key} must be true or false")
        elif not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise ConfigError(path, lines.get(key), f"{key} must be a colour such as '#e0b252'")
        else:
            colours[key] = value
    for key in NEEDED:
        if key not in colours:
            raise ConfigError(path, None, f"{key!r} is missing")
    dark = values.get("dark", Color.parse(colours["background"]).brightness < 0.5)
    return Palette(name=path.stem, dark=dark, **colours)
