"""One table of a profile, read strictly: every value has the type that its key asks for, and no key is left over."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from typing import Any, Final, TypeVar

from lampungtui.config.handwritten import unknown_key
from lampungtui.errors import ProfileError
from lampungtui.foreign import Address, Line, clean_address, clean_line
from lampungtui.outlets.source import Source, Step

Member = TypeVar("Member", bound=enum.StrEnum)

_TOML_NAMES: Final = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


class Table:
    """A TOML table with its place in the file. Every reading method raises `ProfileError` where the value is wrong."""

    def __init__(self, source: Source, values: Mapping[str, Any], at: tuple[Step, ...] = ()) -> None:
        self._source = source
        self._values = values
        self._at = at
        self._known: set[str] = set()

    def error(self, key: str | None, what: str, value: str | None = None) -> ProfileError:
        """The error `what` about `key` of this table, or about the table itself."""
        return self._source.error(self._at if key is None else (*self._at, key), what, value)

    def missing(self, key: str) -> ProfileError:
        """The error about a key that must be there and is not."""
        return self.error(None, f"{key!r} is missing")

    def finish(self) -> None:
        """Refuses what nobody asked for: a mistyped key must not be passed over in silence."""
        for key in self._values:
            if key not in self._known:
                raise self.error(key, unknown_key(key, self._known))

    def _take(self, key: str, kind: type, required: bool = False) -> Any:
        self._known.add(key)
        value = self._values.get(key)
        if value is None:
            if required:
                raise self.missing(key)
            return None
        # type() and not isinstance: true is an int for Python, but not for the person who wrote it.
        if type(value) is not kind:
            raise self.error(key, f"{key!r} must be {_TOML_NAMES[kind]}")
        return value

    def text(self, key: str) -> Line | None:
        """A line of text that is not empty, or None where the key is not given."""
        value = self._take(key, str)
        return None if value is None else self._line(key, value)

    def needed_text(self, key: str) -> Line:
        """A line of text that must be there."""
        return self._line(key, self._take(key, str, required=True))

    def _line(self, key: str, value: str) -> Line:
        line = clean_line(value)
        if not line:
            raise self.error(key, f"{key!r} is empty", value)
        if line != value:
            raise self.error(key, f"{key!r} holds stray spaces or characters that cannot be shown")
        return line

    def matching(self, key: str, pattern: re.Pattern[str], form: str) -> str | None:
        """Text of the given `form` (said in words, for the error), or None where the key is not given."""
        value = self.text(key)
        if value is not None and not pattern.fullmatch(value):
            raise self.error(key, f"{key!r} must be {form}, not {value!r}")
        return value

    def texts(self, key: str) -> tuple[Line, ...]:
        """A list of texts; a single text stands for a list of one."""
        self._known.add(key)
        value = self._values.get(key)
        if value is None:
            return ()
        if type(value) is str:
            value = [value]
        if type(value) is not list:
            raise self.error(key, f"{key!r} must be {_TOML_NAMES[str]} or a list of them")
        for item in value:
            if type(item) is not str:
                raise self.error(key, f"{key!r} holds something that is not {_TOML_NAMES[str]}", str(item))
        return tuple(self._line(key, item) for item in value)

    def hosts(self, key: str) -> tuple[str, ...]:
        """A list of host names, such as `m.lampost.co`."""
        names = self.texts(key)
        for name in names:
            if not _HOST.fullmatch(name):
                raise self.error(key, f"{name!r} is not a host name such as 'm.example.com'", name)
        return names

    def number(self, key: str, default: int, least: int, most: int) -> int:
        """A whole number between `least` and `most`."""
        value = self._take(key, int)
        if value is None:
            return default
        if not least <= value <= most:
            raise self.error(key, f"{key!r} must be between {least} and {most}, not {value}")
        return int(value)

    def flag(self, key: str, default: bool) -> bool:
        """true or false."""
        value = self._take(key, bool)
        return default if value is None else bool(value)

    def choice(self, key: str, kind: type[Member], default: Member | None = None) -> Member:
        """One of the names of `kind`."""
        value = self._take(key, str, required=default is None)
        if value is None and default is not None:
            return default
        try:
            return kind(value)
        except ValueError:
            names = ", ".join(kind)
            raise self.error(key, f"{key!r} must be one of {names}, not {clean_line(value, 60)!r}") from None

    def address(self, key: str) -> Address:
        """An http or https URL, which must be there."""
        value = self._take(key, str, required=True)
        address = clean_address(value)
        if address is None:
            raise self.error(key, f"{key!r} is not an http or https address: {clean_line(value, 80)!r}")
        return address

    def table(self, key: str) -> Table | None:
        """The table under `key`, or None where there is none."""
        value = self._take(key, dict)
        return None if value is None else Table(self._source, value, (*self._at, key))

    def tables(self, key: str) -> tuple[Table, ...]:
        """The tables of a `[[key]]` list; none where the key is not given."""
        value = self._take(key, list)
        for item in value or ():
            if type(item) is not dict:
                raise self.error(key, f"{key!r} must be written as [[{key}]] tables")
        return tuple(Table(self._source, item, (*self._at, key, place)) for place, item in enumerate(value or ()))

    def named_tables(self) -> tuple[tuple[str, Table], ...]:
        """Every table in this one, for a table whose keys are names."""
        for key, value in self._values.items():
            if type(value) is not dict:
                raise self.error(key, f"{key!r} must be a table")
        return tuple((key, Table(self._source, value, (*self._at, key))) for key, value in self._values.items())

    def labels(self) -> tuple[tuple[str, str], ...]:
        """Every pair of this table, for a table whose keys are the outlet's own words."""
        return tuple((key, self.needed_text(key)) for key in self._values)
