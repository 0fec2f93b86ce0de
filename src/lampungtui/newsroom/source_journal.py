"""The changes of sources that can be taken back or made again, kept beside the log so that they survive a restart.

A file that is missing, broken or of another version is no reason to stop: then there is nothing to take back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lampungtui.foreign import Line, clean_line
from lampungtui.log import logger
from lampungtui.outlets.subscribing import Edit

STEPS: Final = 100
"""Changes that can be undone."""

KEPT: Final = 30
"""Of those, how many are written down: each has the whole file of subscriptions twice."""


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made: what it was about, for the line that says so."""

    what: str
    about: Line
    edit: Edit


class SourceJournal:
    """What was done and what was undone, the latest last."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.done: list[Done] = []
        self.undone: list[Done] = []
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            self.done, self.undone = [_read(each) for each in told["done"]], [_read(each) for each in told["undone"]]
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError) as error:
            logger.warning("%s: what was changed in the sources earlier cannot be taken back: %s", path.name, error)

    def add(self, done: Done) -> None:
        """Remembers a change; what was undone before it cannot be made again any more."""
        self.done = [*self.done[-STEPS + 1 :], done]
        self.undone = []
        self._keep()

    def turn(self, *, back: bool) -> None:
        """Notes that the last change was taken back, or the last one that was taken back made again."""
        taken, given = (self.done, self.undone) if back else (self.undone, self.done)
        given.append(taken.pop())
        self._keep()

    def _keep(self) -> None:
        told = {"done": _written(self.done), "undone": _written(self.undone)}
        part = self._path.with_name(f"{self._path.name}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(told, file, ensure_ascii=False)
            part.replace(self._path)
        except OSError as error:
            logger.error("%s was not written: %s", self._path.name, error.strerror or error)


def _written(changes: Sequence[Done]) -> list[dict[str, str | None]]:
    return [
        {"what": each.what, "about": each.about, "before": each.edit.before, "after": each.edit.after}
        for each in changes[-KEPT:]
    ]


def _read(told: dict[str, Any]) -> Done:
    before, after = told["before"], told["after"]
    if not all(isinstance(text, str | None) for text in (before, after)):
        raise TypeError("a change is not text")
    return Done(str(told["what"]), clean_line(str(told["about"])), Edit(before, after))
