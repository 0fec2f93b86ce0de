"""The settings file as text: whole and commented, and changed at one place with the person's comments kept."""

from __future__ import annotations

import os
import tempfile
import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lampungtui.config.handwritten import unreadable
from lampungtui.config.places import first_table
from lampungtui.config.reading import parse_config
from lampungtui.config.values import (
    BY_NAME,
    SETTINGS,
    AddressTable,
    Choice,
    Config,
    KeyTable,
    Setting,
    Words,
)
from lampungtui.errors import ConfigError
from lampungtui.language import say

COLUMNS = 100
"""Widest line of the comments."""

Value = bool | int | str | tuple[str, ...]
"""What the program itself sets."""


def default_text() -> str:
    """A complete settings file with every setting at its default, commented in the language of the screen."""
    lines = [
        *_comment(say("Settings of lampungtui. Every line may be left out; the values here are the defaults.")),
        "",
    ]
    for setting in SETTINGS:
        lines += [*_comment(say(setting.words)), *_set(setting), ""]
    return "\n".join(lines)


def _comment(words: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(words, COLUMNS - 2)]


def _set(setting: Setting) -> Iterator[str]:
    """The lines that set a setting to its default."""
    default = getattr(Config(), setting.name)
    match setting.kind:
        case Choice(names):
            for name, words in names.items():
                meaning = say(words)
                yield f"#   {name}: {meaning}"
            yield f"{setting.name} = {_toml(default)}"
        case Words(str(inside)):
            yield from (f"# {setting.example}", f"[{setting.name}]", f"{inside} = {_toml(default)}")
        case KeyTable():
            yield from (f"[{setting.name}]", f"# {setting.example}")
        case AddressTable():
            yield f"[{setting.name}]"
            yield from (f"{name} = {_toml(address)}" for name, address in default.items())
        case _:
            yield f"{setting.name} = {_toml(default)}"


def _toml(value: Value) -> str:
    import tomlkit

    return tomlkit.item(list(value) if isinstance(value, tuple) else value).as_string()


def change_settings(path: Path, changes: Mapping[str, Value]) -> Config:
    """Writes settings into `path`, which need not exist; comments, order and spacing stay. Returns what holds then.

    The file is replaced as a whole, so that a crash leaves the old one or the new one; where it is a link, what it
    points at is replaced. Raises ConfigError where it cannot be read, understood or written.
    """
    path = path.resolve()
    try:
        before = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        before = ""
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error
    parse_config(before, path)
    after = before
    for name, value in changes.items():
        after = _changed(after, name, value)
    config = parse_config(after, path)
    _replace(path, after)
    return config


def _changed(text: str, name: str, value: Value) -> str:
    """The TOML `text` with one setting changed. A plain key must stand before the first table, or it would be its."""
    import tomlkit

    plain = list(value) if isinstance(value, tuple) else value
    there = tomllib.loads(text)
    kind = BY_NAME[name].kind
    if isinstance(kind, Words) and kind.inside is not None and not isinstance(there.get(name), list):
        if name not in there:
            return f"{_ended(text)}{_gap(text)}[{name}]\n{kind.inside} = {_toml(value)}\n"
        document: Any = tomlkit.parse(text)
        document[name][kind.inside] = plain
        return str(document.as_string())
    cut = first_table(text)
    head: Any = tomlkit.parse(_ended(text[:cut]))
    head[name] = plain
    written = str(head.as_string())
    return written + _gap(written) + text[cut:] if name not in there and text[cut:] else written + text[cut:]


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _gap(text: str) -> str:
    """The empty line that stands before a table, where there is none yet."""
    return "" if not text or text.endswith("\n\n") else "\n"


def _replace(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=".config-", delete=False
        ) as new:
            try:
                new.write(text)
                new.flush()
                os.fsync(new.fileno())
                Path(new.name).chmod(mode)
                Path(new.name).replace(path)
            except OSError:
                Path(new.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise ConfigError(path, None, f"cannot be written: {error.strerror or error}") from error
