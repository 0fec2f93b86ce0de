"""The cache: what the newsroom asks of it. Reads answer at once on a connection of their own; changes are awaited."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import apsw

from lampungtui.clock import Clock, machine_clock
from lampungtui.errors import StoreError
from lampungtui.foreign import Line, clean_line
from lampungtui.log import logger
from lampungtui.model import (
    Article,
    Grouping,
    Headline,
    Order,
    PageReading,
    Position,
    Tag,
    Tally,
    View,
    ViewKind,
)
from lampungtui.query import parse
from lampungtui.store import (
    arrivals,
    articles,
    headlines,
    retention,
    search,
    state,
    stories,
    tags,
    tallies,
    undoing,
    views,
)
from lampungtui.store.connection import FILE_NAME, UNWRITTEN, DamagedStore, connect, own_errors
from lampungtui.store.counting import Counter
from lampungtui.store.deeds import Deeds
from lampungtui.store.families import Related
from lampungtui.store.headlines import Key
from lampungtui.store.occupancy import Occupancy
from lampungtui.store.records import (
    ArticleVersion,
    Deed,
    FeedState,
    KeptCounts,
    Limits,
    ShelfIntent,
    StoreSize,
    WantedBody,
)
from lampungtui.store.recovery import VISITED, Recovery, recovered
from lampungtui.store.rows import seconds
from lampungtui.store.safekeeping import Safekeeping
from lampungtui.store.standing import Standing
from lampungtui.store.state import MARKS
from lampungtui.store.waiting import WaitingDeed
from lampungtui.store.writer import Writer

ALL_SEEN = 2**62
"""Above every article's id."""

VIEW_HITS = 10_000
"""Articles that a saved view lists at most; its counts are of all."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def _reads(method: Callable[Concatenate[Store, Asked], Answer]) -> Callable[Concatenate[Store, Asked], Answer]:
    """A method that reads: what SQLite or a damaged row raises in it becomes a StoreError."""

    @wraps(method)
    def reading(store: Store, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        try:
            with own_errors(store.path):
                return method(store, *asked, **named)
        except DamagedStore as error:
            store.safekeeping.suspect(error)
            raise

    return reading


class Store:
    """One cache file. Reads are for the thread that opened it; changes may be awaited from its event loop."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock = machine_clock,
        beside: Path | None = None,
        recovery: Recovery | None = None,
        occupancy: Occupancy | None = None,
    ) -> None:
        self.path = path
        self.recovery = recovery
        self._clock = clock
        self._occupancy = occupancy
        self.safekeeping = Safekeeping(path, clock=clock, beside=beside)
        self._searcher = Counter(path, suspect=self.safekeeping.suspect)
        self._writer = Writer(
            path, before_migration=self.safekeeping.back_up_before_migration, suspect=self.safekeeping.suspect
        )
        self._reader = connect(path, writing=False)
        self._related = Related()
        self.deeds = Deeds(self._writer)
        self.safekeeping.begin(self._writer, self._reader, self.deeds)
        self.standing = Standing(path, self._writer, self._reader, clock, self.deeds)
        visited = state.session(self._reader, VISITED)
        # On the first visit nothing is newer than another: `begin_visit` ends that.
        self._visited = int(visited) if visited and visited.isdigit() else ALL_SEEN

    @classmethod
    def open(cls, folder: Path, *, clock: Clock = machine_clock, beside: Path | None = None) -> Store:
        """Opens the cache in `folder`, making it where there is none. Raises StoreError.

        One that is damaged or gone is made anew from the newest good backup; `recovery` tells what was done. `beside` is a
        file of the reader's that is backed up with it.
        """
        path = folder / FILE_NAME
        occupancy = Occupancy(folder)
        try:
            with own_errors(path):
                recovery = recovered(path, alone=occupancy.alone, now=clock())
                store = cls(path, clock=clock, beside=beside, recovery=recovery, occupancy=occupancy)
            if occupancy.alone:
                store._settle_what_a_kill_left()
            occupancy.share()
        except BaseException:
            occupancy.leave()
            raise
        return store

    def _settle_what_a_kill_left(self) -> None:
        """Gives late times their places where the last visit was killed before its end; nobody is reading yet."""
        try:
            if self._reader.execute("SELECT 1 FROM unsettled LIMIT 1").get is not None:
                self._writer.do_last(articles.settle_order)
        except StoreError as error:
            # The lists are there all the same, in the order of before.
            logger.error("the order was not settled: %s", error)

    def close(self) -> None:
        """Finishes the changes under way, backs up what was done since the last backup, and closes the file."""
        self.safekeeping.close()
        self.standing.close()
        self._searcher.close()
        self._reader.close()
        self._writer.close()
        if self._occupancy is not None:
            self._occupancy.leave()

    # ------------------------------------------------------------------ headlines

    @_reads
    def headlines(
        self,
        view: View,
        *,
        as_of: int,
        after: Key | None = None,
        before: Key | None = None,
        skip: int = 0,
        limit: int = 50,
        oldest: bool = False,
    ) -> list[Headline]:
        """A page of a view, newest first or oldest first; see `headlines.page`."""
        page = headlines.page(
            self._reader,
            view,
            as_of=as_of,
            visited=self._visited,
            today=self._today(),
            after=after,
            before=before,
            skip=skip,
            limit=limit,
            oldest=oldest,
        )
        return self.deeds.waiting.over(page)

    @_reads
    def ids_of(
        self, view: View, *, order: Order | None = None, grouping: Grouping = Grouping.NONE, as_of: int | None = None
    ) -> list[int] | None:
        """The articles of a view that is no list by time; None for the others, whose pages are asked for by key.

        A side list, a search, a saved view (in its own order where none is given), what arrived since the last visit; and
        every view that is grouped by outlet, region or story, up to `headlines.GROUPED` articles.
        """
        return self._ids(self._reader, view, order, grouping, as_of)

    async def find_ids(
        self, view: View, *, order: Order | None = None, grouping: Grouping = Grouping.NONE, as_of: int | None = None
    ) -> tuple[list[int] | None] | None:
        """What `ids_of` gives, in a tuple, found on a thread of its own; None where a later one was asked for meanwhile."""
        return await self._searcher.ask_latest(
            lambda connection: (self._ids(connection, view, order, grouping, as_of),)
        )

    def _ids(
        self, connection: apsw.Connection, view: View, order: Order | None, grouping: Grouping, as_of: int | None
    ) -> list[int] | None:
        ids = self._own_ids(connection, view, order)
        if grouping in (Grouping.OUTLET, Grouping.REGION, Grouping.STORY):
            limit = ALL_SEEN if as_of is None else as_of
            return headlines.grouped(connection, view, grouping, as_of=limit, today=self._today(), ids=ids)
        return ids

    def _own_ids(self, connection: apsw.Connection, view: View, order: Order | None) -> list[int] | None:
        match view.kind:
            case ViewKind.SHELF:
                return headlines.shelf(connection, view.argument)
            case ViewKind.SINCE_VISIT:
                ids = headlines.arrived_since(connection, self._visited)
                return ids[::-1] if order is Order.OLDEST else ids
            case ViewKind.SEARCH:
                found = parse(view.argument)
                return search.matches(connection, found, now=self._clock(), order=order or Order.NEWEST)
            case ViewKind.VIEW:
                saved = views.shown_by(connection, view)
                if saved is None:
                    return []
                return search.matches(
                    connection,
                    parse(saved.query, typing=False),
                    now=self._clock(),
                    order=order or saved.order,
                    limit=VIEW_HITS,
                )
        return None

    def _today(self) -> int:
        return search.start_of_today(self._clock())

    @_reads
    def tags(self) -> list[Tag]:
        """The tags that articles have, by name, with their counts."""
        return tags.tags(self._reader)

    @_reads
    def tags_of(self, article_id: int) -> tuple[Line, ...]:
        """The tags of an article, by name."""
        return self.deeds.waiting.tags_over(article_id, tags.tags_of(self._reader, article_id))

    @_reads
    def articles_of_story(self, story: int) -> list[int]:
        """The articles about one event that are in the lists, newest first."""
        return stories.articles_of(self._reader, story)

    @_reads
    def outlets_of_stories(self, told: Sequence[int]) -> dict[int, int]:
        """How many outlets tell each of these stories."""
        return stories.outlets_of(self._reader, told)

    @_reads
    def regions_of(self, ids: Sequence[int]) -> dict[int, str]:
        """The region of each of the articles that has one, by its slug."""
        return headlines.regions_of(self._reader, ids)

    @_reads
    def headlines_of(self, ids: Sequence[int]) -> list[Headline]:
        """The headlines of `ids`, in their order."""
        return self.deeds.waiting.over(headlines.by_ids(self._reader, ids, visited=self._visited))

    def headline(self, article_id: int) -> Headline | None:
        """One headline."""
        found = self.headlines_of([article_id])
        return found[0] if found else None

    @_reads
    def newest_id(self) -> int:
        """The watermark of now: the id of the article that arrived last, 0 where there is none."""
        return int(self._reader.execute("SELECT coalesce(max(id), 0) FROM article").get)

    @_reads
    def arrived(self, view: View, as_of: int) -> int:
        """How many articles of a view came after the watermark."""
        return headlines.arrived(self._reader, view, as_of, today=self._today())

    @_reads
    def rank(self, view: View, key: Key, *, as_of: int, oldest: bool = False) -> int:
        """How many headlines of a view stand before a key."""
        return headlines.rank(self._reader, view, key, as_of=as_of, today=self._today(), oldest=oldest)

    @_reads
    def neighbour_unread(
        self, view: View, key: Key, *, forward: bool, as_of: int, oldest: bool = False
    ) -> Headline | None:
        """The nearest unread headline behind (or before) a key."""
        while True:
            found = headlines.neighbour_unread(
                self._reader,
                view,
                key,
                forward=forward,
                as_of=as_of,
                visited=self._visited,
                today=self._today(),
                oldest=oldest,
            )
            if found is None or not self.deeds.waiting.over([found])[0].read:
                return found
            # It is read, which is only not stored yet.
            key = found.key

    @_reads
    def unread_ids(
        self,
        view: View,
        *,
        as_of: int,
        above: Key | None = None,
        below: Key | None = None,
        older_than: datetime | None = None,
    ) -> list[int]:
        """The unread articles of a view that are newer than a key, or older than one, or older than a time."""
        before = seconds(older_than) if older_than is not None else None
        return headlines.unread_ids(
            self._reader, view, as_of=as_of, above=above, below=below, older_than=before, today=self._today()
        )

    @_reads
    def tally(self, view: View) -> Tally:
        """A view's counts; of a saved view as of when it was last counted."""
        match view.kind:
            case ViewKind.TODAY:
                return tallies.since(self._reader, self._today())
            case ViewKind.SINCE_VISIT:
                return tallies.arrived_after(self._reader, self._visited)
            case ViewKind.VIEW:
                saved = views.shown_by(self._reader, view)
                return saved.tally if saved is not None else Tally()
        return tallies.tally(self._reader, view.slug)

    @_reads
    def tally_of(self, ids: Sequence[int]) -> Tally:
        """The counts of these articles."""
        return tallies.of(self._reader, json.dumps(list(ids)))

    @_reads
    def tallies(self) -> dict[str, Tally]:
        """Every view's counts by its slug; of saved views as of when they were last counted."""
        counted = tallies.tallies(self._reader)
        for view in (View(ViewKind.TODAY), View(ViewKind.SINCE_VISIT)):
            if (tally := self.tally(view)).total:
                counted[view.slug] = tally
        counted.update({saved.view.slug: saved.tally for saved in views.saved_views(self._reader)})
        return counted

    # ------------------------------------------------------------------ articles

    @_reads
    def article(self, article_id: int) -> Article | None:
        """An article with the best text that is stored."""
        found = articles.article(self._reader, article_id, visited=self._visited)
        waiting = self.deeds.waiting
        if found is None or not waiting:
            return found
        (headline,) = waiting.over([found.headline])
        return replace(found, headline=headline, tags=waiting.tags_over(article_id, found.tags))

    @_reads
    def feeds_of(self, article_id: int) -> list[str]:
        """The feeds that have brought an article, by id."""
        return articles.feeds_of(self._reader, article_id)

    @_reads
    def versions(self, article_id: int) -> list[ArticleVersion]:
        """An article's earlier versions, the latest of them first."""
        return articles.versions(self._reader, article_id)

    @_reads
    def bodies_wanted(self, *, limit: int, now: datetime) -> list[WantedBody]:
        """Articles whose whole text is due to be fetched, newest first."""
        return articles.bodies_wanted(self._reader, limit, now)

    # ------------------------------------------------------------------ state

    @_reads
    def session(self, key: str) -> str | None:
        """A word of the session."""
        return state.session(self._reader, key)

    @_reads
    def feed_states(self) -> dict[str, FeedState]:
        """Every feed's state by its id."""
        return state.feed_states(self._reader)

    @_reads
    def troubled(self) -> frozenset[str]:
        """The feeds that are in trouble, by id."""
        return state.troubled(self._reader)

    @_reads
    def origin_holds(self) -> dict[str, datetime]:
        """The origins that asked to be left alone, and until when."""
        return state.origin_holds(self._reader)

    @_reads
    def size(self) -> StoreSize:
        """How much is stored."""
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        return StoreSize(
            bytes=sum(file.stat().st_size for file in files if file.exists()),
            articles=tallies.tally(self._reader, tallies.ALL).total + tallies.away(self._reader),
        )

    # ------------------------------------------------------------------ changes

    async def keep_feed(
        self,
        feed_id: str,
        *,
        keys: Sequence[str],
        decide: arrivals.Decide,
        shelves: Sequence[ShelfIntent] = (),
        state: FeedState,
        limits: Limits = arrivals.UNBOUNDED,
        derived: Sequence[str] = (),
    ) -> KeptCounts:
        """Stores a fetched feed: its entries as `decide` says, its side lists, its state; all of it or nothing.

        Of its articles the newest within `limits` stay, and those that are spared. `derived` are the derived words of
        its texts, each with its root before it.
        """
        new_words = self._related.without(derived)

        def change(connection: apsw.Connection) -> KeptCounts:
            return arrivals.keep_feed(connection, feed_id, keys, decide, shelves, state, limits, new_words)

        kept = await self._writer.do(change)
        self._related.add(new_words)
        return kept

    async def keep_body(
        self, article_id: int, reading: PageReading, *, categories: Sequence[str] = (), fetched_at: datetime
    ) -> bool:
        """Stores what an article's page said; returns whether its words changed."""
        new_words = self._related.without(reading.derived)

        def change(connection: apsw.Connection) -> bool:
            return articles.keep_body(connection, article_id, reading, categories, fetched_at, new_words)

        reworded = await self._writer.do(change)
        self._related.add(new_words)
        return reworded

    async def body_failed(self, article_id: int, at: datetime, *, counted: bool = True) -> None:
        """Notes that a body could not be fetched; not `counted` where nobody could be reached at all."""
        await self._writer.do(lambda connection: articles.body_failed(connection, article_id, at, counted=counted))

    async def set_read(self, ids: Sequence[int], read: bool, *, by_hand: bool = True, about: str = "") -> list[int]:
        """Marks articles; returns those that changed. What was done `by_hand` can be undone, and is called `about`.

        This and the changes below raise NotYetStored where the disk does not take them now: they are kept in memory then,
        seen as if they were stored, and written when `deeds.write_waiting` succeeds.
        """
        return await self._mark(ids, "read", read, by_hand=by_hand, about=about)

    async def set_saved(self, ids: Sequence[int], saved: bool) -> list[int]:
        """Saves articles or lets them go; returns those that changed."""
        return await self._mark(ids, "saved", saved)

    async def set_later(self, ids: Sequence[int], later: bool) -> list[int]:
        """Puts articles aside to be read later, or no longer; returns those that changed."""
        return await self._mark(ids, "later", later)

    async def set_hidden(self, ids: Sequence[int], hidden: bool) -> list[int]:
        """Takes articles out of every view but that of hidden ones, or brings them back; returns those that changed."""
        return await self._mark(ids, "hidden", hidden)

    async def _mark(
        self, ids: Sequence[int], mark: str, value: bool, *, by_hand: bool = True, about: str = ""
    ) -> list[int]:
        def change(connection: apsw.Connection) -> list[int]:
            return state.set_mark(connection, ids, mark, value, by_hand=by_hand, about=about)

        def deed() -> WaitingDeed:
            words = clean_line(about) if about else self._title_of(ids)
            return WaitingDeed(change, MARKS[mark, value], words, frozenset(ids), mark, None, value, by_hand)

        return await self.deeds.do(change, deed)

    async def set_tag(self, ids: Sequence[int], name: str, tagged: bool) -> list[int]:
        """Tags articles, or takes a tag from them; returns those that changed."""

        def change(connection: apsw.Connection) -> list[int]:
            return tags.set_tag(connection, ids, name, tagged)

        def deed() -> WaitingDeed:
            what = "tagged" if tagged else "untagged"
            return WaitingDeed(change, what, clean_line(name), frozenset(ids), None, name, tagged)

        return await self.deeds.do(change, deed)

    async def mark_all_read(self, view: View, *, as_of: int, about: str = "") -> list[int]:
        """Marks all of a view that had arrived by the watermark; returns those that changed."""
        own, today = self.ids_of(view), self._today()

        def change(connection: apsw.Connection) -> list[int]:
            return state.mark_all_read(connection, view, as_of=as_of, about=about, own=own, today=today)

        def deed() -> WaitingDeed:
            ids = own if own is not None else self.unread_ids(view, as_of=as_of)
            arrived = frozenset(article_id for article_id in ids if article_id <= as_of)
            return WaitingDeed(change, "all-read", clean_line(about), arrived, "read")

        return await self.deeds.do(change, deed)

    async def undo(self, *, again: bool = False) -> tuple[Deed, list[int]] | None:
        """Takes the last deed back, or makes one again; returns it and the articles that changed, None for no deed."""
        now = self._clock()
        if self.deeds.waiting:
            try:
                await self.deeds.write_waiting()
            except UNWRITTEN:
                # What was done last is not stored: taking it back needs no disk.
                if again or (taken := self.deeds.waiting.take_back()) is None:
                    raise
                return taken
        return await self.deeds.do(lambda connection: undoing.undo(connection, now=now, again=again))

    async def set_position(self, article_id: int, position: Position) -> None:
        """Remembers how far an article was read."""

        def change(connection: apsw.Connection) -> None:
            state.set_position(connection, article_id, position)

        await self.deeds.do_lightly(change, f"position {article_id}")

    def _title_of(self, ids: Sequence[int]) -> Line:
        found = self.headline(ids[0]) if len(ids) == 1 else None
        return found.title if found is not None else clean_line("")

    async def set_session(self, key: str, value: str) -> None:
        """Remembers a word of the session."""
        await self.deeds.do_lightly(lambda connection: state.set_session(connection, key, value), f"session {key}")

    @property
    def first_visit(self) -> bool:
        """Whether this is the first visit and its first news are still coming."""
        return self._visited == ALL_SEEN

    def begin_visit(self) -> None:
        """On the first visit: what comes from now on is fresh."""
        if self._visited == ALL_SEEN:
            self._visited = self.newest_id() or ALL_SEEN

    async def end_visit(self) -> None:
        """Ends a visit: what is there now is no longer fresh the next time, and late times take their places."""
        newest = str(self.newest_id())

        def change(connection: apsw.Connection) -> None:
            if newest != "0":
                state.set_session(connection, VISITED, newest)
            articles.settle_order(connection)

        await self._writer.do(change)

    async def settle(self) -> None:
        """Gives late times their places at once, for a list that nobody is reading yet."""
        await self._writer.do(articles.settle_order)

    async def let_old_go(self, limits: Limits) -> int:
        """Lets old articles go until what is stored is within the limits, and gives their room back; returns how many went.

        Done a few hundred articles at a time, so that other writing comes in between.
        """
        return await retention.let_go(self._writer, limits, int(self._clock().timestamp()))

    async def set_feed_state(self, new: FeedState) -> None:
        """Stores a feed's state."""
        await self._writer.do(lambda connection: state.write_feed_state(connection, new))

    async def hold_origin(self, origin: str, until: datetime) -> None:
        """Remembers that an origin asked to be left alone until then."""
        await self._writer.do(lambda connection: state.hold_origin(connection, origin, until))
