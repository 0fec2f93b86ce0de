"""Reading `config.toml`: an unknown key, a wrong type or a value out of range is an error that names file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lampungtui.config.handwritten import unknown_key, unreadable, values_of
from lampungtui.config.places import lines_of
from lampungtui.config.values import (
    BY_NAME,
    SHARE,
    AddressTable,
    Choice,
    Config,
    Flag,
    KeyTable,
    Name,
    Setting,
    Whole,
    Words,
)
from lampungtui.errors import ConfigError

ADDRESSES = ("https://", "http://", "mailto:")
"""How an address to share by may begin."""


def read_config(path: Path) -> Config:
    """The settings in `path`, or the defaults where it does not exist.

    Raises ConfigError, naming the line where it can be known.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Config(file=path)
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error
    return parse_config(text, path)


def parse_config(text: str, path: Path) -> Config:
    """The settings in the TOML `text` of the file `path`. Raises ConfigError."""
    values = values_of(text, path)
    file = _File(path, lines_of(text))
    settled: dict[str, object] = {}
    for key, value in values.items():
        setting = BY_NAME.get(key)
        if setting is None:
            raise file.error(key, unknown_key(key, BY_NAME, few=False))
        settled[key] = file.checked(setting, value)
    return Config(**settled, file=path, lines=file.lines)  # type: ignore[arg-type]  # each value was checked by its key


class _File:
    """A settings file while it is read."""

    def __init__(self, path: Path, lines: Mapping[str, int]) -> None:
        self.path = path
        self.lines = lines

    def error(self, name: str, what: str) -> ConfigError:
        """The error `what`, at the line of `name` or else of the table around it."""
        line = self.lines.get(name)
        while line is None and "." in name:
            name = name.rpartition(".")[0]
            line = self.lines.get(name)
        return ConfigError(self.path, line, what)

    def checked(self, setting: Setting, value: object) -> object:
        """`value` as the setting takes it; raises ConfigError with its line."""
        name = setting.name
        match setting.kind:
            case Flag():
                if not isinstance(value, bool):
                    raise self.error(name, f"{name} must be true or false")
            case Whole(least, most):
                # type() and not isinstance: true is an int for Python, but not for the person who wrote it.
                if type(value) is not int or not least <= value <= most:
                    raise self.error(name, f"{name} must be a whole number from {least} to {most}")
            case Choice(names):
                if not isinstance(value, str) or value not in names:
                    raise self.error(name, f"{name} must be one of {', '.join(names)}")
            case Name():
                if not isinstance(value, str) or not value.strip():
                    raise self.error(name, f"{name} must be text in quotes")
            case Words(inside):
                return self._words(name, inside, value)
            case KeyTable():
                return dict(self._keys(name, value))
            case AddressTable():
                return self._addresses(name, value)
        return value

    def _words(self, name: str, inside: str | None, value: object) -> tuple[str, ...]:
        """A list of names, as a list or as the only key of a table."""
        if inside is not None and isinstance(value, dict):
            for key in value:
                if key != inside:
                    raise self.error(f"{name}.{key}", f"unknown key {key!r} in [{name}]; known here: {inside}")
            value = value.get(inside, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(
                name if inside is None else f"{name}.{inside}", f"{name} must be a list of words in quotes"
            )
        return tuple(value)

    def _keys(self, name: str, value: object) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The keys of each command by its id; `move.down` may be quoted, dotted or nested."""
        if not isinstance(value, dict):
            raise self.error(name, f"{name} must be a table: [{name}]")
        for key, keys in value.items():
            whole = f"{name}.{key}"
            if isinstance(keys, dict):
                yield from ((f"{key}.{rest}", words) for rest, words in self._keys(whole, keys))
                continue
            if isinstance(keys, str):
                keys = [keys]
            if not isinstance(keys, list) or not all(isinstance(each, str) and each.strip() for each in keys):
                raise self.error(whole, f"{whole} must be a list of keys in quotes")
            yield key, tuple(keys)

    def _addresses(self, name: str, value: object) -> Mapping[str, str]:
        if not isinstance(value, dict):
            raise self.error(name, f"{name} must be a table: [{name}]")
        found = dict(SHARE)
        for key, address in value.items():
            whole = f"{name}.{key}"
            if not isinstance(address, str) or (address and not address.startswith(ADDRESSES)):
                raise self.error(whole, f"{whole} must be an address that begins with {', '.join(ADDRESSES)}")
            found[key] = address
        return {key: address for key, address in found.items() if address}
