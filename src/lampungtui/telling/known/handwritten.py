"""Mistakes in the files that a person writes: in any of them, in the settings, in themes."""

from __future__ import annotations

from typing import Final

from lampungtui.language import later

SENTENCES: Final = (
    # any file
    later("cannot be read: {reason}"),
    later("cannot be written: {reason}"),
    later("is not UTF-8 text; save it as UTF-8"),
    later("is not valid TOML ({reason})"),
    later("is not valid TOML at column {column} ({reason})"),
    later("is not valid TOML at its end ({reason})"),
    later("lists or tables are nested too deeply"),
    later("unknown key {key}"),
    later("unknown key {key}; did you mean {near}?"),
    later("unknown key {key}; known here: {names}"),
    later("unknown key {key} in [{table}]; known here: {names}"),
    later("{key} is missing"),
    # settings
    later("{key} must be true or false"),
    later("{key} must be text in quotes"),
    later("{key} must be a whole number from {least} to {most}"),
    later("{key} must be one of {names}"),
    later("{key} must be a list of words in quotes"),
    later("{key} must be a list of keys in quotes"),
    later("{key} must be a table: [{table}]"),
    later("{key} must be an address that begins with {beginnings}"),
    later("there is no theme '{name}'"),
    later("there is no outlet '{name}'"),
    # themes
    later("is too long for a theme"),
    later("a theme's file is named with small letters, digits, - and _, as my-theme.toml"),
    later("{key} must be a colour such as '#e0b252'"),
)
