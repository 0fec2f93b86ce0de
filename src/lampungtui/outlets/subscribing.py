"""Editing the file of subscriptions: comments, order and what is not understood stay as they are.

Each change reads the file anew under a lock, checks the result as a reading would, and puts it in place in one step, so
that the reader and a command line beside it can both change it.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lampungtui.errors import SubscriptionsError
from lampungtui.foreign import Address, Line
from lampungtui.identity import canonical
from lampungtui.model import FeedKind
from lampungtui.outlets.source import Source
from lampungtui.outlets.subscriptions import OWN, Subscriptions, parse_subscriptions

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

HEAD: Final = """\
# What lampungtui follows. Change it as you like: the program keeps your comments and your order.

"""

Setting = str | int | bool | None
"""A value of a setting; None takes the setting away."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the file: its text before and after."""

    before: str
    after: str

    @property
    def undone(self) -> Edit:
        """The change that takes this one back."""
        return Edit(self.after, self.before)


class Subscribing:
    """One person's file of subscriptions. Every change gives its edit, with which `redo` can take it back."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def choose_outlets(self, ids: Sequence[str]) -> Edit:
        """Reads these outlets of the catalogue from now on."""
        import tomlkit

        listed = tomlkit.array()
        listed.extend(ids)
        listed.multiline(len(ids) > 4)

        def change(document: TOMLDocument) -> None:
            document["outlets"] = listed

        def first(text: str) -> str:
            # A plain key must stand before the first table; behind the comments at the head it reads best.
            lines = text.splitlines(keepends=True)
            place = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
            place += place < len(lines) and not lines[place].strip()
            return "".join(lines[:place]) + f"outlets = {listed.as_string()}\n\n" + "".join(lines[place:])

        with self._locked():
            before = self._text()
            chosen = self._check(before).outlets is not None
            after = self._edited(before, change) if chosen else first(before or HEAD)
            self._keep(after)
        return Edit(before, after)

    def add(self, url: Address, *, kind: FeedKind, name: Line, category: str | None = None) -> tuple[str, Edit]:
        """Adds a feed; returns its id and the edit. Raises SubscriptionsError where it is followed already."""
        ids, edit = self.add_all([(url, kind, name, category)])
        return ids[0], edit

    def add_all(self, feeds: Sequence[tuple[Address, FeedKind, Line, str | None]]) -> tuple[list[str], Edit]:
        """Adds several feeds at once, all or none of them; returns their ids and the edit."""
        added: list[str] = []

        def change(document: TOMLDocument) -> None:
            import tomlkit

            listed = document.get("feeds")
            if listed is None:
                listed = tomlkit.aot()
                document["feeds"] = listed
            urls = {str(canonical(each["url"])): str(each["id"]) for each in listed}
            ids = set(urls.values())
            for url, kind, name, category in feeds:
                if canonical(url) in urls:
                    raise SubscriptionsError(f"{url} is followed already, as '{urls[canonical(url)]}'")
                feed_id = _free_id(name, url, ids)
                entry = tomlkit.table()
                entry["id"] = feed_id
                entry["url"] = str(url)
                if kind is not FeedKind.RSS:
                    entry["kind"] = str(kind)
                entry["name"] = str(name)
                if category is not None:
                    entry["category"] = category
                entry.add(tomlkit.nl())
                listed.append(entry)
                urls[canonical(url)] = feed_id
                ids.add(feed_id)
                added.append(f"{OWN}/{feed_id}")

        edit = self._change(change)
        return added, edit

    def set(self, feed_id: str, changes: Mapping[str, Setting]) -> Edit:
        """Changes settings of a feed, be it one's own or one of the catalogue."""

        def change(document: TOMLDocument) -> None:
            table = self._table(document, feed_id)
            for key, value in changes.items():
                if value is None:
                    table.pop(key, None)
                else:
                    table[key] = value
            if not feed_id.startswith(f"{OWN}/") and not table:
                settings: Any = document["settings"]
                del settings[feed_id]
                if not settings:
                    del document["settings"]

        return self._change(change)

    def remove(self, feed_id: str) -> Edit:
        """Takes one's own feed out of the file; a feed of the catalogue is paused instead."""
        if not feed_id.startswith(f"{OWN}/"):
            return self.set(feed_id, {"paused": True})

        def change(document: TOMLDocument) -> None:
            listed: Any = document.get("feeds") or []
            place = next((n for n, each in enumerate(listed) if f"{OWN}/{each['id']}" == feed_id), None)
            if place is None:
                raise SubscriptionsError(f"there is no feed '{feed_id}' of your own")
            del listed[place]
            if not listed:
                del document["feeds"]

        return self._change(change)

    def redo(self, edit: Edit) -> None:
        """Does an edit again, or takes one back (`edit.undone`).

        Raises SubscriptionsError where the file says something else by now: nobody's later change is thrown away.
        """
        with self._locked():
            if self._text() != edit.before:
                raise SubscriptionsError(
                    f"{self.path}: was changed since, so that change cannot be taken back by itself"
                )
            self._write(edit.after)

    # ------------------------------------------------------------------ the file

    def _change(self, change: Callable[[TOMLDocument], None]) -> Edit:
        with self._locked():
            before = self._text()
            after = self._edited(before, change)
            self._keep(after)
            return Edit(before, after)

    def _edited(self, text: str, change: Callable[[TOMLDocument], None]) -> str:
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        try:
            document = tomlkit.parse(text or HEAD)
            change(document)
            return tomlkit.dumps(document)
        except TOMLKitError as error:
            raise SubscriptionsError(f"{self.path}: cannot be changed: {error}") from error

    def _keep(self, text: str) -> None:
        """Writes what a reading understands; nothing else gets into the file."""
        self._check(text)
        self._write(text)

    def _check(self, text: str) -> Subscriptions:
        """What would be read; a file that a person broke by hand is not written over."""
        return parse_subscriptions(Source(self.path, text))

    def _text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise SubscriptionsError(f"{self.path}: cannot be read: {error}") from error

    def _write(self, text: str) -> None:
        """In one step, on the disk before it takes the old one's place."""
        aside = self.path.with_name(f".{self.path.name}.new")
        try:
            with aside.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(self.path)
        except OSError as error:
            raise SubscriptionsError(f"{self.path}: cannot be written: {error.strerror or error}") from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.with_name(f".{self.path.name}.lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield
        except OSError as error:
            raise SubscriptionsError(f"{self.path}: cannot be changed: {error.strerror or error}") from error

    @staticmethod
    def _table(document: TOMLDocument, feed_id: str) -> Any:
        """The table of a feed's settings, made where there is none."""
        import tomlkit

        if feed_id.startswith(f"{OWN}/"):
            listed: Any = document.get("feeds") or []
            own = next((each for each in listed if f"{OWN}/{each['id']}" == feed_id), None)
            if own is None:
                raise SubscriptionsError(f"there is no feed '{feed_id}' of your own")
            return own
        settings: Any = document.get("settings")
        if settings is None:
            settings = tomlkit.table(is_super_table=True)
            document["settings"] = settings
        if feed_id not in settings:
            settings[feed_id] = tomlkit.table()
        return settings[feed_id]


def _free_id(name: str, url: str, taken: set[str]) -> str:
    """A short id from a feed's name, else its host, that no other feed has."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or re.sub(r"[^a-z0-9]+", "-", url.split("/")[2].lower())
    stem = words[:40].strip("-") or "sumber"
    number = 1
    while (found := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return found
