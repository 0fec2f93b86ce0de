"""Editing the file of subscriptions: comments, order and what is not understood stay as they are.

Each change reads the file anew under a lock, checks it and the result as a reading would, and puts the result in place in
one step, so that the reader and a command line beside it can both change it.
"""

from __future__ import annotations

import fcntl
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lampungtui.discretion import discreet
from lampungtui.errors import SubscriptionsError
from lampungtui.foreign import Address, Line
from lampungtui.model import FeedKind
from lampungtui.outlets.loader import PROFILE_LIMIT
from lampungtui.outlets.source import Source
from lampungtui.outlets.subscription_text import (
    Setting,
    with_feeds,
    with_outlets,
    with_own,
    with_settings,
    without_own,
)
from lampungtui.outlets.subscriptions import OWN, Subscriptions, parse_subscriptions, place_of

HEAD: Final = """\
# What lampungtui follows. Change it as you like: the program keeps your comments and your order.

"""

BOM: Final = "\ufeff"

LEAST_ENTRY: Final = len('[[feeds]]\nid = ""\nurl = ""\nname = ""\n')
"""Characters of a feed's table beside its address and name."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the file: its text before and after; None stands for no file."""

    before: str | None
    after: str | None

    @property
    def undone(self) -> Edit:
        """The change that takes this one back."""
        return Edit(self.after, self.before)

    @property
    def changes_nothing(self) -> bool:
        """Whether the file said so before."""
        return self.before == self.after


class Subscribing:
    """One person's file of subscriptions. Every change gives its edit, with which `redo` can take it back.

    Changes raise ProfileError (with file and line) where the file, or what it would become, cannot be read, and
    SubscriptionsError where it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def choose_outlets(self, ids: Sequence[str]) -> Edit:
        """Reads these outlets of the catalogue from now on."""
        return self._change(lambda text, _: with_outlets(text, ids))

    def add(self, url: Address, *, kind: FeedKind, name: Line, category: str | None = None) -> tuple[str, Edit]:
        """Adds a feed; returns its id and the edit. Raises SubscriptionsError where it is followed already."""
        ids, edit = self.add_all([(url, kind, name, category)])
        return ids[0], edit

    def add_all(self, feeds: Sequence[tuple[Address, FeedKind, Line, str | None]]) -> tuple[list[str], Edit]:
        """Adds several feeds at once, all or none of them; returns their ids and the edit."""
        added: list[str] = []

        if sum(LEAST_ENTRY + len(url) + len(name) for url, _, name, _ in feeds) > PROFILE_LIMIT:
            # Before work that takes as long as the list is long.
            raise self._too_large()

        def change(text: str, now: Subscriptions) -> str:
            places = {place_of(each.url): each.id for each in now.feeds}
            taken = {each.id for each in now.feeds}
            entries = []
            numbers: dict[str, int] = {}
            for url, kind, name, category in feeds:
                if place_of(url) in places:
                    raise SubscriptionsError(f"{discreet(url)} is followed already, as '{places[place_of(url)]}'")
                feed_id = _free_id(name, url, taken, numbers)
                entry = {"id": feed_id, "url": str(url)}
                if kind is not FeedKind.RSS:
                    entry["kind"] = str(kind)
                entry["name"] = str(name)
                if category is not None:
                    entry["category"] = category
                entries.append(entry)
                places[place_of(url)] = feed_id
                taken.add(feed_id)
                added.append(f"{OWN}/{feed_id}")
            return with_feeds(text, entries)

        edit = self._change(change)
        return added, edit

    def set(self, feed_id: str, changes: Mapping[str, Setting]) -> Edit:
        """Changes settings of a feed, be it one's own or one of the catalogue."""

        def change(text: str, now: Subscriptions) -> str:
            if feed_id.startswith(f"{OWN}/"):
                return with_own(text, _place(now, feed_id), changes)
            return with_settings(text, feed_id, changes)

        return self._change(change)

    def remove(self, feed_id: str) -> Edit:
        """Takes one's own feed out of the file; a feed of the catalogue is paused instead."""
        if not feed_id.startswith(f"{OWN}/"):
            return self.set(feed_id, {"paused": True})
        return self._change(lambda text, now: without_own(text, _place(now, feed_id)))

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

    def _change(self, change: Callable[[str, Subscriptions], str]) -> Edit:
        """Makes a change of the file as it is now; nothing that a reading would not understand gets into it."""
        with self._locked():
            before = self._text()
            bare = (before or "").removeprefix(BOM)
            # The line ends of the file are its own: the editing knows one kind only.
            foreign_ends = "\r\n" in bare and "\n" not in bare.replace("\r\n", "")
            text = (bare.replace("\r\n", "\n") if foreign_ends else bare) or HEAD
            changed = change(text, self._check(text))
            self._check(changed)
            after = changed.replace("\n", "\r\n") if foreign_ends else changed
            after = BOM + after if (before or "").startswith(BOM) else after
            edit = Edit(before, after)
            if changed != text:
                self._write(after)
                return edit
            return Edit(before, before)

    def _check(self, text: str) -> Subscriptions:
        """What would be read; a file that a person broke by hand is not written over."""
        if len(text.encode()) > PROFILE_LIMIT:
            raise self._too_large()
        return parse_subscriptions(Source(self.path, text.replace("\r\n", "\n")))

    def _too_large(self) -> SubscriptionsError:
        return SubscriptionsError(f"{self.path}: would be larger than {PROFILE_LIMIT} bytes, the most that is read")

    def _text(self) -> str | None:
        """The text byte for byte; None where there is no file."""
        try:
            return self.path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SubscriptionsError(f"{self.path}: cannot be read: {error.strerror or error}") from error
        except UnicodeDecodeError as error:
            raise SubscriptionsError(f"{self.path}: is not UTF-8 text; save it as UTF-8") from error

    def _write(self, text: str | None) -> None:
        """In one step, on the disk before it takes the old one's place; where that is a link, the place it leads to."""
        place = self.path.resolve()
        aside = place.with_name(f".{place.name}.new")
        try:
            if text is None:
                place.unlink(missing_ok=True)
                return
            # What a person follows is theirs to know; where they let others read it, that stays.
            descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                if place.exists():
                    os.fchmod(file.fileno(), stat.S_IMODE(place.stat().st_mode))
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            aside.replace(place)
        except OSError as error:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
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


def _place(now: Subscriptions, feed_id: str) -> int:
    """The place of one's own feed among those of the file."""
    place = next((place for place, each in enumerate(now.feeds) if each.feed_id == feed_id), None)
    if place is None:
        raise SubscriptionsError(f"there is no feed '{feed_id}' of your own")
    return place


def _free_id(name: str, url: str, taken: set[str], numbers: dict[str, int]) -> str:
    """A short id from a feed's name, else its host, that no other feed has; `numbers` has each name's last one."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or re.sub(r"[^a-z0-9]+", "-", url.split("/")[2].lower())
    stem = words[:40].strip("-") or "sumber"
    number = numbers.get(stem, 1)
    while (found := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    numbers[stem] = number
    return found


__all__ = ["Edit", "Setting", "Subscribing"]
