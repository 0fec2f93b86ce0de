"""What stands beside the lists, as the newsroom asks for it: saved views with their counts, rules, stories."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final, TypeVar

import apsw

from lampungtui.clock import Clock
from lampungtui.foreign import clean_line
from lampungtui.model import Grouping, Order, Rule, RuleDraft, SavedView, Tally, View
from lampungtui.press import story
from lampungtui.query import Query, parse
from lampungtui.store import rules, search, stories, views
from lampungtui.store.connection import own_errors
from lampungtui.store.counting import Counter
from lampungtui.store.deeds import Deeds
from lampungtui.store.search import Scope
from lampungtui.store.waiting import WaitingDeed
from lampungtui.store.writer import Writer

Result = TypeVar("Result")

TOLD_DAYS: Final = timedelta(days=7)
"""How old an article may be to be looked at as part of a story."""


class Standing:
    """The saved views, rules and stories of one cache. Reads are for the thread that opened it; changes are awaited."""

    def __init__(self, path: Path, writer: Writer, reader: apsw.Connection, clock: Clock, deeds: Deeds) -> None:
        self._path = path
        self._writer = writer
        self._deeds = deeds
        self._reader = reader
        self._clock = clock
        self._counter = Counter(path)
        self._counted_version = -1
        self._counted_minute = -1
        self._counted_views: list[tuple[int, str]] = []

    def close(self) -> None:
        """Stops counting."""
        self._counter.close()

    def saved_views(self) -> list[SavedView]:
        """The saved views in their order, with their counts of when they were last counted."""
        with own_errors(self._path):
            return views.saved_views(self._reader)

    def saved_view(self, view: View) -> SavedView | None:
        """The saved view that a view of the kind VIEW shows; None where it was deleted."""
        with own_errors(self._path):
            return views.shown_by(self._reader, view)

    def rules(self) -> list[Rule]:
        """The mute and highlight rules, also those that have expired, with how many articles each holds for."""
        with own_errors(self._path):
            return rules.rules(self._reader)

    def holding(self, query: Query, *, first: int, last: int) -> list[int]:
        """Which of the articles with ids from `first` to `last` a query finds, hidden and muted ones too: for one, or for
        what just arrived, this takes well below a millisecond.
        """
        with own_errors(self._path):
            return search.among(self._reader, query, now=self._clock(), scope=Scope(first=first, last=last, away=True))

    async def _do(self, what: str, about: str, change: Callable[[apsw.Connection], Result]) -> Result:
        """Writes what a person did; where the disk does not take it now it waits, and NotYetStored is raised."""
        return await self._deeds.do(change, lambda: WaitingDeed(change, what, clean_line(about)))

    async def save_view(self, name: str, query: str, order: Order, grouping: Grouping) -> int:
        """Saves a view behind the others; returns its id."""
        return await self._do(
            "view-made", name, lambda connection: views.make(connection, name, query, order, grouping)
        )

    async def change_view(self, view: SavedView) -> bool:
        """Gives a saved view another name, query, order or grouping; returns whether it changed."""
        return await self._do("view-changed", view.name, lambda connection: views.change(connection, view))

    async def move_view(self, view_id: int, place: int) -> bool:
        """Puts a saved view at a place among the others, from 0; returns whether it moved."""
        return await self._do("view-moved", "", lambda connection: views.move(connection, view_id, place))

    async def delete_view(self, view_id: int) -> bool:
        """Deletes a saved view; returns whether it was there."""
        return await self._do("view-deleted", "", lambda connection: views.delete(connection, view_id))

    async def count_views(self) -> bool:
        """Counts the saved views anew where anything changed since the last time; returns whether a count did.

        Where nothing did but another minute has begun, those alone that go by the clock (`umur:<3h`, `sejak:kemarin`).
        Counted on a thread of its own: at 200,000 articles a broad query takes a good part of a second.
        """
        now = self._clock()
        minute = int(now.timestamp()) // 60

        def question(connection: apsw.Connection) -> tuple[int, dict[int, Tally]]:
            version = int(connection.pragma("data_version"))
            standing = views.saved_views(connection)
            queries = {each.id: parse(each.query, typing=False) for each in standing}
            as_before = version == self._counted_version and self._counted_views == [
                (each.id, each.query) for each in standing
            ]
            if as_before:
                passed = minute != self._counted_minute
                queries = {view_id: query for view_id, query in queries.items() if passed and query.by_the_clock}
            self._counted_views = [(each.id, each.query) for each in standing]
            counts = {view_id: search.count(connection, query, now=now) for view_id, query in queries.items()}
            return version, {
                each.id: counts[each.id] for each in standing if counts.get(each.id, each.tally) != each.tally
            }

        version, counts = await self._counter.ask(question)
        if counts:
            await self._writer.do(lambda connection: views.note_counts(connection, counts))
        self._counted_version, self._counted_minute = version, minute
        return bool(counts)

    def views_by_the_clock(self) -> bool:
        """Whether a saved view finds others as time passes."""
        return any(parse(each.query, typing=False).by_the_clock for each in self.saved_views())

    async def tell_stories(self) -> int:
        """Compares what arrived since the last time with the other headlines of these days; returns how many articles
        turned out to be about an event that another outlet tells too.
        """
        since = int((self._clock() - TOLD_DAYS).timestamp())

        def compare(connection: apsw.Connection) -> tuple[Mapping[int, int], int]:
            headlines, new = stories.untold(connection, since=since)
            return (story.stories(headlines, new), max(new)) if new else ({}, 0)

        found, until = await self._counter.ask(compare)
        if until:
            await self._writer.do(lambda connection: stories.tell(connection, found, until=until))
        return len(found)

    async def make_rule(self, draft: RuleDraft) -> tuple[int, list[int]]:
        """Makes a rule and applies it to what is stored; returns its id and the articles that changed."""
        now = self._clock()
        return await self._do("rule-made", draft.query, lambda connection: rules.make(connection, draft, now=now))

    async def change_rule(self, rule_id: int, draft: RuleDraft) -> list[int] | None:
        """Makes a rule another one; returns the articles that changed, None where there is no such rule."""
        now = self._clock()
        return await self._do(
            "rule-changed", draft.query, lambda connection: rules.change(connection, rule_id, draft, now=now)
        )

    async def delete_rule(self, rule_id: int) -> list[int] | None:
        """Deletes a rule; returns the articles that changed, None where there is no such rule."""
        now = self._clock()
        return await self._do("rule-deleted", "", lambda connection: rules.delete(connection, rule_id, now=now))

    async def expire_rules(self) -> list[int]:
        """Lets go of what expired rules held; returns the articles that changed."""
        now = self._clock()
        return await self._writer.do(lambda connection: rules.expire(connection, now=now))

    async def preview_rule(self, draft: RuleDraft) -> Tally:
        """How many articles of the lists a rule would hold for, were it made now."""
        now = self._clock()
        return await self._counter.ask(lambda connection: rules.preview(connection, draft, now=now))
