"""What a person did and could not be written yet: kept in memory in its order, shown as if it were stored, tried again.

A full disk, a folder that became read-only or a program that holds the cache takes no mark away. Headlines and
articles that are read meanwhile wear the marks that wait (`Waiting.over`); the counts of the sections follow when
they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import apsw

from lampungtui.errors import StoreError
from lampungtui.foreign import Line, clean_line
from lampungtui.model import Headline
from lampungtui.store.listings import tag_key
from lampungtui.store.records import Deed

Change = Callable[[apsw.Connection], Any]

NOTHING: Final = clean_line("")


class NotYetStored(StoreError):
    """What a person did could not be written; it is kept in memory and tried again. `__cause__` is the failure."""


@dataclass(frozen=True, slots=True)
class WaitingDeed:
    """A deed that waits. `what` is as in `Deed`, `about` the title or name that it is about.

    `mark` is the mark that it gives the articles `ids`, or takes from them, and `tag` the name of a tag; neither for
    views, rules and places. What was not done `by_hand` (that an opened article was read) is no step of undo.
    """

    change: Change
    what: str
    about: Line = NOTHING
    ids: frozenset[int] = frozenset()
    mark: str | None = None
    tag: str | None = None
    value: bool = True
    by_hand: bool = True


@dataclass(slots=True)
class Waiting:
    """The deeds that wait, the oldest first."""

    deeds: list[WaitingDeed] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.deeds)

    def add(self, deed: WaitingDeed) -> None:
        """Puts a deed behind the others."""
        self.deeds.append(deed)

    def take_back(self) -> tuple[Deed, list[int]] | None:
        """Takes the last deed back that was done by hand; it is never written. None where none waits."""
        for place in range(len(self.deeds) - 1, -1, -1):
            if self.deeds[place].by_hand:
                deed = self.deeds.pop(place)
                return Deed(-1, deed.what, deed.about, len(deed.ids)), sorted(deed.ids)
        return None

    def over(self, headlines: Sequence[Headline]) -> list[Headline]:
        """Headlines with the marks that wait for them."""
        worn: dict[int, dict[str, bool]] = {}
        wanted = {headline.id for headline in headlines}
        for deed in self.deeds:
            if deed.mark is not None:
                for article_id in deed.ids & wanted:
                    worn.setdefault(article_id, {})[deed.mark] = deed.value
        marked: list[Headline] = []
        for headline in headlines:
            changes: dict[str, Any] = dict(worn.get(headline.id, {}))
            marked.append(replace(headline, **changes) if changes else headline)
        return marked

    def tags_over(self, article_id: int, tags: Collection[Line]) -> tuple[Line, ...]:
        """The tags of an article with those that wait for it."""
        worn = {tag_key(name): name for name in tags}
        for deed in self.deeds:
            if deed.tag is not None and article_id in deed.ids:
                if deed.value:
                    worn.setdefault(tag_key(deed.tag), clean_line(deed.tag))
                else:
                    worn.pop(tag_key(deed.tag), None)
        return tuple(sorted(worn.values()))
