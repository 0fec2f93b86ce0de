"""The file of subscriptions as it is written: a run of tables, of which an edit touches one and leaves every other byte.

TOML lets tables of one list stand apart, and a comment belongs to what it stands over. A library that writes the whole
file anew moves such tables together and leaves comments behind, so it is given one table at a time.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Setting = str | int | bool | Mapping[str, str] | None
"""A value of a setting; None takes the setting away. The one table that can be set is `headers`, always as a whole."""

HEADERS: Final = "headers"

FEEDS: Final = ("feeds",)
SETTINGS: Final = ("settings",)

LISTED_ON_ONE_LINE: Final = 4
"""Outlets that are written on one line; more of them get a line each."""

_TOKEN: Final = re.compile(
    r'#[^\n]*|"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|[\[\]{}]|\n",
    re.DOTALL,
)
_INLINE_SETTINGS: Final = re.compile(r"^[ \t]*(?:settings|\"settings\"|'settings')[ \t]*=", re.MULTILINE)


# --------------------------------------------------------------------------- edits: a valid text in, the changed one out


def with_outlets(text: str, ids: Sequence[str]) -> str:
    """Names the outlets that are read; those that were named already keep their places."""
    tables = _Tables(text)
    top = tables.parts[0]
    if "outlets" in tomllib.loads(top.text):
        before = top.text
        _edit(top, lambda document: _relist(document, ids))
        if set(_listed(top.text)) != set(ids):
            top.text = before
            _edit(top, lambda document: document.__setitem__("outlets", _array(ids)))
        return str(tables)
    # A plain key must stand before the first table; behind the comments at the head it reads best.
    head = re.match(r"(?:#[^\n]*(?:\n|\Z))+(?:[ \t\r]*(?:\n|\Z))", text)
    place = head.end() if head is not None else 0
    key, after = f"outlets = {_array(ids).as_string()}\n", text[place:]
    return _ended(text[:place]) + key + ("\n" + after if after.strip() else after)


def with_feeds(text: str, entries: Sequence[Mapping[str, str]]) -> str:
    """Adds feeds of one's own behind those that are there, in the form in which those are written."""
    tables = _Tables(text)
    if "feeds" in tomllib.loads(tables.parts[0].text):

        def change(document: TOMLDocument) -> None:
            listed: Any = document["feeds"]
            for entry in entries:
                listed.append(dict(entry))

        _edit(tables.parts[0], change)
        return str(tables)
    keys = ("".join(f"{name} = {_value(value)}\n" for name, value in entry.items()) for entry in entries)
    tables.insert("\n".join(f"[[feeds]]\n{each}" for each in keys), FEEDS)
    return str(tables)


def with_own(text: str, place: int, changes: Mapping[str, Setting]) -> str:
    """Changes the feed at `place` (from 0) of one's own."""
    tables = _Tables(text)
    heads = [part for part in tables.parts if part.path == FEEDS]
    if heads and HEADERS in changes:
        after = tables.parts[tables.parts.index(heads[place]) + 1 :]
        tables.take_out_first(after, (*FEEDS, HEADERS), until=FEEDS)

    def change(document: TOMLDocument) -> None:
        listed: Any = document["feeds"]
        _put(listed[0 if heads else place], changes)

    _edit(heads[place] if heads else tables.parts[0], change)
    return str(tables)


def without_own(text: str, place: int) -> str:
    """Takes the feed at `place` out, with the tables within it and the comment that stands right over it."""
    tables = _Tables(text)
    heads = [number for number, part in enumerate(tables.parts) if part.path == FEEDS]
    if not heads:

        def change(document: TOMLDocument) -> None:
            listed: Any = document["feeds"]
            del listed[place]

        _edit(tables.parts[0], change)
        return str(tables)
    until = heads[place + 1] if place + 1 < len(heads) else len(tables.parts)
    for part in [part for part in tables.parts[heads[place] : until] if part.path[:1] == FEEDS]:
        tables.take_out(part)
    return str(tables)


def with_settings(text: str, feed_id: str, changes: Mapping[str, Setting]) -> str:
    """Changes the settings of a feed of the catalogue; where none are left, nothing is left of their table."""
    tables = _Tables(text)
    steps = (*SETTINGS, feed_id)
    if HEADERS in changes:
        tables.take_out_first(tables.parts, (*steps, HEADERS))
    part = next((part for part in tables.parts if part.path == steps), None) or next(
        (part for part in tables.parts if part.path in ((), SETTINGS) and _said(part, steps) is not None), None
    )
    if part is None and any(value is not None for value in changes.values()):
        # Nothing can be added elsewhere to settings that are written as one `settings = { ... }`.
        inline = _INLINE_SETTINGS.search(tables.parts[0].text)
        part = tables.parts[0] if inline else tables.insert(f"[settings.{_value(feed_id)}]\n", SETTINGS, steps)
    if part is None:
        return str(tables)

    def change(document: TOMLDocument) -> None:
        import tomlkit

        settings: Any = document["settings"]
        if feed_id not in settings:
            settings[feed_id] = tomlkit.inline_table()
        _put(settings[feed_id], changes)
        if not settings[feed_id] and part.path != steps:
            del settings[feed_id]

    _edit(part, change)
    if part.path == steps and not _said(part, steps) and not tables.is_remarked(part):
        tables.take_out(part)
    return str(tables)


# --------------------------------------------------------------------------- the tables of a text


@dataclass(eq=False, slots=True)
class _Part:
    """A table as it is written: the blank lines and comments over it, and its header with its keys."""

    above: str
    text: str
    path: tuple[str, ...] = ()


class _Tables:
    """The tables of a text in their order; first what stands before all of them. `str()` gives the text."""

    def __init__(self, text: str) -> None:
        self.parts = [_Part("", "")]
        gap: list[str] = []
        for line in _lines(text):
            start = line.lstrip(" \t")[:1]
            if start in ("", "#", "\n", "\r"):
                gap.append(line)
                continue
            within, above = _shared(gap, header=start == "[") if self.parts[-1].text else ([], gap)
            self.parts[-1].text += "".join(within)
            if start == "[":
                self.parts.append(_Part("".join(above), line, _path(line)))
            else:
                self.parts[-1].text += "".join([*above, line])
            gap = []
        within, above = _split_at_blank(gap) if self.parts[-1].text else ([], gap)
        self.parts[-1].text += "".join(within)
        self._tail = "".join(above)

    def __str__(self) -> str:
        return "".join(part.above + part.text for part in self.parts) + self._tail

    def insert(self, text: str, beside: tuple[str, ...], path: tuple[str, ...] = ()) -> _Part:
        """Puts a new table behind the last one whose path begins with `beside`, else at the end."""
        number = max((number for number, part in enumerate(self.parts) if part.path[:1] == beside), default=None)
        if number is None:
            number = len(self.parts) - 1
            self.parts[-1].text += self._tail
            self._tail = ""
        self.parts[number].text = _ended(self.parts[number].text)
        before = "".join(part.above + part.text for part in self.parts[: number + 1])
        new = _Part("" if not before or before.endswith("\n\n") else "\n", text, path)
        self.parts.insert(number + 1, new)
        return new

    def take_out(self, part: _Part) -> None:
        """Takes a table out; comments that a blank line keeps apart from it stay."""
        kept, _ = self._apart(part)
        kept = kept if kept.strip() else ""
        number = self.parts.index(part)
        del self.parts[number]
        if number == len(self.parts):
            self._tail = kept + self._tail
            return
        following = self.parts[number]
        first = not kept and not any(each.text for each in self.parts[:number])
        following.above = kept + (following.above.lstrip("\r\n") if first else following.above)

    def take_out_first(
        self, among: Sequence[_Part], path: tuple[str, ...], *, until: tuple[str, ...] | None = None
    ) -> None:
        """Takes out the first table of this path among some of the tables, which end where `until` begins again."""
        for part in among:
            if part.path == until:
                return
            if part.path == path:
                self.take_out(part)
                return

    def is_remarked(self, part: _Part) -> bool:
        """Whether a person wrote something about a table: a comment right over it or in it."""
        _, attached = self._apart(part)
        return bool(attached) or any(token[0].startswith("#") for token in _TOKEN.finditer(part.text))

    def _apart(self, part: _Part) -> tuple[str, str]:
        """Of what stands over a table, what is apart from it, and the comment right over it.

        A comment at the very beginning of the file is about the file.
        """
        lines = re.findall(r"[^\n]*\n|[^\n]+", part.above)
        blanks = [number for number, line in enumerate(lines, 1) if not line.strip()]
        first = not any(each.text for each in self.parts[: self.parts.index(part)])
        cut = blanks[-1] if blanks else len(lines) if first else 0
        return "".join(lines[:cut]), "".join(lines[cut:])


def _lines(text: str) -> Iterator[str]:
    """The lines of a TOML text, one that goes on over line breaks (a list, a long text) as a whole."""
    start = depth = 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in ("[", "{"):
            depth += 1
        elif mark in ("]", "}"):
            depth -= 1
        elif mark == "\n" and not depth:
            yield text[start : token.end()]
            start = token.end()
    if start < len(text):
        yield text[start:]


def _path(header: str) -> tuple[str, ...]:
    """The names in a table's header."""
    steps: list[str] = []
    node: Any = tomllib.loads(header)
    while node:
        if isinstance(node, list):
            node = node[0]
        else:
            ((step, node),) = node.items()
            steps.append(step)
    return tuple(steps)


def _shared(gap: list[str], *, header: bool) -> tuple[list[str], list[str]]:
    """Of the lines behind a table's keys, its own and those of what follows: a comment is about what it touches."""
    if not header:
        return gap, []
    within, above = _split_at_blank(gap)
    return (within, above) if above else ([], gap)


def _split_at_blank(lines: list[str]) -> tuple[list[str], list[str]]:
    blank = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return lines[:blank], lines[blank:]


def _edit(part: _Part, change: Callable[[TOMLDocument], None]) -> None:
    """Changes one table by the library."""
    import tomlkit

    document = tomlkit.parse(_ended(part.text))
    change(document)
    part.text = tomlkit.dumps(document)


def _put(table: Any, changes: Mapping[str, Setting]) -> None:
    import tomlkit

    for key, value in changes.items():
        if value is None:
            table.pop(key, None)
        elif isinstance(value, Mapping):
            within = tomlkit.inline_table()
            within.update(value)
            table.pop(key, None)
            table[key] = within
        else:
            table[key] = value


def _relist(document: TOMLDocument, ids: Sequence[str]) -> None:
    listed: Any = document["outlets"]
    if isinstance(listed, str):
        document["outlets"] = _array(ids)
        return
    for each in [*listed]:
        if each not in ids:
            listed.remove(each)
    for each in ids:
        if each not in listed:
            listed.append(each)


def _listed(text: str) -> Sequence[str]:
    """The outlets that a text names; none where it is broken."""
    try:
        found: Sequence[str] = tomllib.loads(text)["outlets"]
    except tomllib.TOMLDecodeError:
        return ()
    return found


def _array(ids: Sequence[str]) -> Any:
    import tomlkit

    listed = tomlkit.array()
    listed.extend(ids)
    listed.multiline(len(ids) > LISTED_ON_ONE_LINE)
    return listed


def _value(value: str) -> str:
    """A text as TOML writes it."""
    import tomlkit

    return tomlkit.item(value).as_string()


def _said(part: _Part, steps: Sequence[str]) -> Any:
    """What a table's text says at `steps`, or None."""
    found: Any = tomllib.loads(part.text)
    for step in steps:
        found = found.get(step) if isinstance(found, dict) else None
    return found


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"
