"""The newsroom: what a person touches asks here. It joins store, client and workshop to the services of the reader."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Collection, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Final

from lampungtui import __version__
from lampungtui.clock import Clock, machine_clock
from lampungtui.config import Config
from lampungtui.errors import LampungtuiError
from lampungtui.fetch import UNREACHED, Client, origin_of
from lampungtui.foreign import Line, clean_line
from lampungtui.log import logger
from lampungtui.model import (
    Article,
    Feed,
    Grouping,
    Headline,
    Order,
    Outlet,
    Position,
    Rule,
    RuleDraft,
    SavedView,
    Tag,
    Tally,
    View,
    ViewKind,
)
from lampungtui.newsroom.following import Following
from lampungtui.newsroom.keeping import Keeping, limits_of_all
from lampungtui.newsroom.pictures import Pictures
from lampungtui.newsroom.polling import address_of, state_of
from lampungtui.newsroom.progress import BodyOutcome, Progress
from lampungtui.newsroom.window import HeadlineWindow, ListPart
from lampungtui.query import Query, parse
from lampungtui.store import Store
from lampungtui.store.records import ArticleVersion, Deed, FeedState
from lampungtui.workshop import Workshop

if TYPE_CHECKING:
    from lampungtui.newsroom.bodies import Bodies
    from lampungtui.newsroom.candidates import Candidate
    from lampungtui.newsroom.discovery import Discovery
    from lampungtui.newsroom.refresh import Refresh

_GROWING: Final = frozenset({ViewKind.ALL, ViewKind.UNREAD, ViewKind.CATEGORY, ViewKind.TODAY, ViewKind.SINCE_VISIT})
"""Views that what arrives comes into while they are read."""

IDLE_SECONDS: Final = 3600.0
"""How long to sleep where no feed says when it is due."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader was; `search` is what was searched there."""

    view: View
    headline_id: int | None
    search: str = ""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One feed and how it is."""

    feed: Feed
    outlet: Outlet
    state: FeedState | None


class Newsroom:
    """One reader's newsroom over one store."""

    def __init__(
        self,
        store: Store,
        outlets: Sequence[Outlet],
        config: Config,
        *,
        catalogue: Sequence[Outlet] = (),
        clock: Clock = machine_clock,
    ) -> None:
        self.store = store
        self._config = config
        self._clock = clock
        self._following = Following(outlets, catalogue)
        self._client = Client(version=__version__, clock=clock)
        self._trust_what_is_followed()
        self._workshop = Workshop()
        self._keeping = Keeping(store, config)
        self.pictures = Pictures(store, self._client, self._workshop, self._following, config, clock=clock)
        self.progress: Progress | None = None
        self.online: bool | None = None

    @cached_property
    def _refresh(self) -> Refresh:
        # What reads the news from outside is loaded when it is needed: the first screen is there before.
        from lampungtui.newsroom.refresh import Refresh

        return Refresh(self.store, self._client, self._workshop, self._following, clock=self._clock)

    @cached_property
    def _bodies(self) -> Bodies:
        from lampungtui.newsroom.bodies import Bodies

        return Bodies(self.store, self._client, self._workshop, self._following, clock=self._clock)

    async def get_ready(self) -> None:
        """Loads what asks for news, beside the screen: a key that is pressed meanwhile does not wait for all of it."""
        await asyncio.to_thread(import_module, "lampungtui.newsroom.refresh")
        await asyncio.to_thread(import_module, "lampungtui.newsroom.bodies")

    def now(self) -> datetime:
        """The time, by this newsroom's clock."""
        return self._clock()

    @property
    def outlets(self) -> Mapping[str, Outlet]:
        """The outlets that are followed, by id."""
        return self._following.outlets

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """The feeds that are followed."""
        return self._following.feeds

    def outlet(self, outlet_id: str) -> Outlet | None:
        """An outlet, followed or of the catalogue."""
        return self._following.outlet(outlet_id)

    def use_config(self, config: Config) -> None:
        """Lives by other settings from now on."""
        self._config = config
        self.pictures.use_config(config)
        self._keeping.use_config(config)

    def follow(self, outlets: Sequence[Outlet]) -> None:
        """From now on these outlets and their feeds are read."""
        self._following.change(outlets)
        self._trust_what_is_followed()

    def _trust_what_is_followed(self) -> None:
        for feed in self.feeds:
            # A profile's own addresses are named by whoever wrote it; what its pages link to is not.
            self._client.trust(origin_of(feed.url))

    async def hang_up(self) -> None:
        """Closes the connections to the outlets, in the event loop that they were opened in."""
        await self._client.close()

    def give_way(self) -> None:
        """Somebody presses keys: the work behind the screen takes less of the machine for a moment."""
        self._workshop.give_way()

    def close(self) -> None:
        """Ends the parsing process and closes the store; what was written stays."""
        self._workshop.close()
        self.store.close()

    # ------------------------------------------------------------------ reading

    def window(self, view: View, *, order: Order | None = None, grouping: Grouping | None = None) -> HeadlineWindow:
        """The headlines of a view, with everything that has arrived by now.

        Without an order and grouping they are those of the saved view, else newest first and not grouped.
        """
        order, grouping = self._arranged(view, order, grouping)
        return HeadlineWindow(self.store, view, as_of=self.store.newest_id(), order=order, grouping=grouping)

    async def find(
        self, view: View, *, order: Order | None = None, grouping: Grouping | None = None
    ) -> HeadlineWindow | None:
        """What `window` gives, looked for beside the reader so that no key waits for a search.

        None where `find` was called again before it was done: only what was typed last counts. Raises StoreError.
        """
        order, grouping = self._arranged(view, order, grouping)
        as_of = self.store.newest_id()
        found = await self.store.find_ids(view, order=order, grouping=grouping, as_of=as_of)
        if found is None:
            return None
        return HeadlineWindow(self.store, view, as_of=as_of, order=order, grouping=grouping, found=found)

    def _arranged(self, view: View, order: Order | None, grouping: Grouping | None) -> tuple[Order, Grouping]:
        saved = self.store.standing.saved_view(view) if view.kind is ViewKind.VIEW else None
        return (
            order or (saved.order if saved else Order.NEWEST),
            grouping or (saved.grouping if saved else Grouping.NONE),
        )

    def arrived(self, view: View, as_of: int) -> int:
        """How many articles of a view came after the watermark."""
        if view.kind not in _GROWING:
            return 0
        return self.store.arrived(view, as_of)

    def tally(self, view: View) -> Tally:
        """How many articles a view holds; of a saved view as of when it was last counted (`count_views`)."""
        if view.kind in (ViewKind.SEARCH, ViewKind.SHELF):
            return self.store.tally_of(self.store.ids_of(view) or ())
        return self.store.tally(view)

    def tallies(self) -> Mapping[str, Tally]:
        """Every view's tally, by its slug."""
        return self.store.tallies()

    def article(self, article_id: int) -> Article | None:
        """An article with the best text that is stored."""
        return self.store.article(article_id)

    def version(self, article_id: int, number: int) -> ArticleVersion | None:
        """An earlier version of an article, the latest of them first."""
        versions = self.store.versions(article_id)
        return versions[number] if number < len(versions) else None

    def neighbour_unread(self, window: HeadlineWindow, headline: Headline | None, *, forward: bool) -> Headline | None:
        """The next or last unread headline of a window; without a headline to start from, the first one."""
        if headline is None:
            first = window.at(0)
            if first is None or not first.read:
                return first
            headline = first
        if window.held:
            start = window.find(headline) or 0
            ranks = range(start + 1, window.total) if forward else range(start - 1, -1, -1)
            return next((each for rank in ranks if (each := window.at(rank)) is not None and not each.read), None)
        oldest = window.order is Order.OLDEST
        return self.store.neighbour_unread(
            window.view, headline.key, forward=forward, as_of=window.as_of, oldest=oldest
        )

    def story(self, headline: Headline) -> Sequence[Headline]:
        """All articles about the event of this one, newest first; itself alone where no other outlet is known to have it."""
        if headline.story is None:
            return (headline,)
        return self.store.headlines_of(self.store.articles_of_story(headline.story))

    def outlets_of_stories(self, headlines: Iterable[Headline]) -> Mapping[int, int]:
        """How many outlets tell each of the stories of these headlines: for `+2 media` beside them."""
        return self.store.outlets_of_stories(
            list(dict.fromkeys(each.story for each in headlines if each.story is not None))
        )

    async def tell_stories(self) -> int:
        """Finds which of the new articles are about one event; returns how many are. For idle moments after a refresh."""
        try:
            return await self.store.standing.tell_stories()
        except LampungtuiError as error:
            logger.error("stories were not told apart: %s", error)
            return 0

    # ------------------------------------------------------------------ changing

    async def mark_read(self, article_ids: Iterable[int], *, read: bool, by_hand: bool = True) -> Sequence[int]:
        """Marks articles; returns those that changed. That an article was opened is no deed `by_hand`."""
        return await self.store.set_read(list(article_ids), read, by_hand=by_hand)

    async def save(self, article_ids: Iterable[int], *, saved: bool) -> Sequence[int]:
        """Saves articles or lets them go; returns those that changed."""
        return await self.store.set_saved(list(article_ids), saved)

    async def put_aside(self, article_ids: Iterable[int], *, later: bool) -> Sequence[int]:
        """Puts articles aside to be read later, or no longer; returns those that changed."""
        return await self.store.set_later(list(article_ids), later)

    async def hide(self, article_ids: Iterable[int], *, hidden: bool) -> Sequence[int]:
        """Takes articles out of every view but that of hidden ones, or brings them back; returns those that changed."""
        return await self.store.set_hidden(list(article_ids), hidden)

    async def tag(self, article_ids: Iterable[int], name: str, *, tagged: bool) -> Sequence[int]:
        """Tags articles, or takes a tag from them; returns those that changed. `Febri` and `#febri` are one tag."""
        return await self.store.set_tag(list(article_ids), name, tagged)

    def tags(self) -> Sequence[Tag]:
        """The tags that articles have, by name, with their counts."""
        return self.store.tags()

    def tags_of(self, article_id: int) -> Sequence[Line]:
        """The tags of an article, by name."""
        return self.store.tags_of(article_id)

    async def mark_all_read(self, window: HeadlineWindow, *, about: str) -> Sequence[int]:
        """Marks all of a view that its window knows of; returns those that changed."""
        return await self.store.mark_all_read(window.view, as_of=window.as_of, about=about)

    async def mark_part_read(
        self, window: HeadlineWindow, here: Headline, part: ListPart, *, about: str
    ) -> Sequence[int]:
        """Marks a part of a list, seen from a headline in it; returns those that changed."""
        ids = window.unread_in(part, here, self._clock())
        return await self.store.set_read(ids, True, about=about)

    async def undo(self, *, again: bool = False) -> tuple[Deed, list[int]] | None:
        """Takes the last change back, or makes one again: of marks, tags, saved views or rules.

        Returns it and the articles that changed; None where there is nothing to undo.
        """
        return await self.store.undo(again=again)

    # ------------------------------------------------------------------ saved views

    def saved_views(self) -> Sequence[SavedView]:
        """The saved views in their order, with their counts of when they were last counted."""
        return self.store.standing.saved_views()

    async def save_view(
        self, name: str, query: str, *, order: Order = Order.NEWEST, grouping: Grouping = Grouping.NONE
    ) -> SavedView | None:
        """Saves a query as a view behind the others, counted; None where the name or the query says nothing."""
        if not clean_line(name) or parse(query).empty:
            return None
        view_id = await self.store.standing.save_view(clean_line(name), query.strip(), order, grouping)
        await self.store.standing.count_views()
        return next((view for view in self.store.standing.saved_views() if view.id == view_id), None)

    async def change_view(self, view: SavedView) -> bool:
        """Gives a saved view another name, query, order or grouping; returns whether it changed."""
        if not clean_line(view.name) or parse(view.query).empty:
            return False
        changed = await self.store.standing.change_view(view)
        await self.store.standing.count_views()
        return changed

    async def move_view(self, view: SavedView, place: int) -> bool:
        """Puts a saved view at a place among the others, from 0; returns whether it moved."""
        return await self.store.standing.move_view(view.id, place)

    async def delete_view(self, view: SavedView) -> bool:
        """Deletes a saved view; returns whether it was there."""
        return await self.store.standing.delete_view(view.id)

    async def count_views(self) -> bool:
        """Counts the saved views anew where anything changed since; returns whether a count did. For idle moments."""
        try:
            return await self.store.standing.count_views()
        except LampungtuiError as error:
            logger.error("the saved views were not counted: %s", error)
            return False

    def views_by_the_clock(self) -> bool:
        """Whether there is a saved view whose count changes as time passes."""
        return self.store.standing.views_by_the_clock()

    def found_among(self, query: Query, article_ids: Collection[int]) -> Sequence[int]:
        """Which of these articles a query finds: cheap for one, and for what a refresh brought, whose ids are neighbours."""
        if not article_ids:
            return ()
        held = self.store.standing.holding(query, first=min(article_ids), last=max(article_ids))
        return sorted(set(held).intersection(article_ids))

    # ------------------------------------------------------------------ mute and highlight rules

    def rules(self) -> Sequence[Rule]:
        """The rules, also those that have expired, with how many articles each holds for."""
        return self.store.standing.rules()

    async def preview_rule(self, draft: RuleDraft) -> Tally:
        """How many articles of the lists a rule would hold for, were it made now."""
        return await self.store.standing.preview_rule(draft)

    async def make_rule(self, draft: RuleDraft) -> tuple[Rule, Sequence[int]] | None:
        """Makes a rule and applies it to what is stored; returns it and the articles that changed.

        None where its query says nothing: it would take everything.
        """
        if parse(draft.query).empty:
            return None
        rule_id, changed = await self.store.standing.make_rule(draft)
        made = next((rule for rule in self.store.standing.rules() if rule.id == rule_id), None)
        return (made, changed) if made is not None else None

    async def change_rule(self, rule: Rule, draft: RuleDraft) -> Sequence[int] | None:
        """Makes a rule another one; returns the articles that changed, None where it is gone or its query says nothing."""
        return None if parse(draft.query).empty else await self.store.standing.change_rule(rule.id, draft)

    async def delete_rule(self, rule: Rule) -> Sequence[int] | None:
        """Deletes a rule; returns the articles that changed, None where it is gone."""
        return await self.store.standing.delete_rule(rule.id)

    async def expire_rules(self) -> Sequence[int]:
        """Lets articles come back that expired rules held; returns them. For the start and idle moments."""
        try:
            return await self.store.standing.expire_rules()
        except LampungtuiError as error:
            logger.error("rules that expired were not let go of: %s", error)
            return ()

    # ------------------------------------------------------------------ the reader's place

    def last_place(self) -> Place:
        """Where the reader was, by the store."""
        kind, _, argument = (self.store.session("view") or ViewKind.ALL).partition(":")
        view = View(ViewKind(kind), argument) if kind in set(ViewKind) else View(ViewKind.ALL)
        if view.kind is ViewKind.VIEW and self.store.standing.saved_view(view) is None:
            view = View(ViewKind.ALL)
        headline = self.store.session("headline")
        search = self.store.session("search") or ""
        return Place(view, int(headline) if headline and headline.isdigit() else None, search)

    async def keep_place(
        self, view: View, headline_id: int | None, position: tuple[int, Position] | None, *, search: str = ""
    ) -> None:
        """Stores where the reader is, and what is searched there. A failure is logged: it must not stop the reading."""
        writes: list[Awaitable[object]] = [self.store.set_session("view", view.slug)]
        if search != (self.store.session("search") or ""):
            writes.append(self.store.set_session("search", search))
        if headline_id is not None:
            writes.append(self.store.set_session("headline", str(headline_id)))
        if position is not None:
            writes.append(self.store.set_position(*position))
        for outcome in await asyncio.gather(*writes, return_exceptions=True):
            if isinstance(outcome, LampungtuiError):
                logger.error("the place was not stored: %s", outcome)
            elif isinstance(outcome, BaseException):
                raise outcome

    async def end_visit(self) -> None:
        """Ends a visit; a failure is logged."""
        try:
            await self.store.end_visit()
        except LampungtuiError as error:
            logger.error("the visit's end was not stored: %s", error)

    def session(self, key: str) -> str | None:
        """A word that the screen keeps between visits."""
        return self.store.session(key)

    async def keep_session(self, key: str, value: str) -> None:
        """Keeps a word for the next visit. Raises StoreError."""
        await self.store.set_session(key, value)

    # ------------------------------------------------------------------ the network

    @property
    def refreshing_wanted(self) -> bool:
        """Whether the settings ask for refreshing by itself."""
        return self._config.refresh

    @property
    def browser(self) -> tuple[str, ...]:
        """The command that opens a link, by the settings; empty for the system's own."""
        return self._config.browser

    @property
    def first_visit(self) -> bool:
        """Whether nobody has read here before."""
        return self.store.first_visit

    @property
    def offline(self) -> bool:
        """Whether the last refresh reached nobody."""
        return self.online is False

    async def refresh(
        self, *, by_hand: bool = False, only: Collection[str] | None = None
    ) -> AsyncGenerator[Progress, None]:
        """Refreshes what is due, of all feeds or of `only` those ids; yields after each source.

        Rules that have expired are let go of first.
        """
        reached = 0
        asked: set[str] = set()
        await self.expire_rules()
        try:
            self._refresh.unread_may_go = not self._config.keep_unread
            async with aclosing(self._refresh.run(by_hand=by_hand, only=only)) as polls:
                async for progress, polled in polls:
                    self.progress = progress if progress.total else None
                    if polled is not None:
                        asked.add(origin_of(polled.feed.url))
                        reached += polled.reached
                        if reached:
                            self.online = True
                    yield progress
        finally:
            self.progress = None
            self.store.begin_visit()
            if asked and not reached and (len(asked) > 1 or self.nobody_answers()):
                # One house that is silent is in trouble itself; several at once are not.
                self.online = False

    def seconds_to_next_poll(self) -> float:
        """Seconds until a feed is due again."""
        states, holds, now = self.store.feed_states(), self.store.origin_holds(), self._clock()
        times = []
        for feed in self.feeds:
            if feed.settings.paused:
                continue
            state = state_of(feed, states)
            due = now if state.last_try_at is None else state.next_poll_at
            if due is not None:
                times.append(max(due, holds.get(origin_of(address_of(feed, state)), due)))
        if not times:
            return IDLE_SECONDS
        return min(IDLE_SECONDS, max(0.0, (min(times) - now).total_seconds()))

    async def fetch_body(self, article_id: int) -> BodyOutcome:
        """Fetches and stores the whole text of an article."""
        return await self._bodies.fetch(article_id)

    async def prefetch(self) -> AsyncIterator[int]:
        """Stores the bodies of new headlines, newest first; yields each article whose text came."""
        if self._config.prefetch and not self.offline:
            async for article_id in self._bodies.prefetch():
                yield article_id

    async def prefetch_pictures(self) -> None:
        """Stores the pictures of new headlines, where the settings ask for all pictures."""
        if self._config.prefetch and not self.offline:
            await self.pictures.prefetch()

    async def let_old_go(self) -> int:
        """Lets go of what is beyond the bounds of the settings, where that is due; returns how many articles went."""
        return await self._keeping.let_old_go(self._clock())

    @property
    def bytes_allowed(self) -> int | None:
        """How many bytes the settings allow for what is stored; None for no bound."""
        return limits_of_all(self._config).bytes

    async def settle(self) -> None:
        """Puts articles whose exact time came with their page where it belongs: only while nobody is reading."""
        try:
            await self.store.settle()
        except LampungtuiError as error:
            logger.error("the order was not settled: %s", error)

    # ------------------------------------------------------------------ new sources

    def discovery(self) -> Discovery:
        """What finds what can be followed at an address."""
        from lampungtui.newsroom.discovery import Discovery

        return Discovery(self._client, self._workshop, self._following.catalogue, clock=self._clock)

    async def keep_first(self, feed: Feed, candidate: Candidate) -> int:
        """Stores what discovery downloaded of a feed that is followed now, as its first poll; returns how many articles
        are new. Raises StoreError.
        """
        counts = await self._refresh.keep(feed, candidate.answer, candidate.reading)
        return counts.new if counts is not None else 0

    # ------------------------------------------------------------------ health

    def health(self) -> list[SourceHealth]:
        """Every feed with how it is."""
        states = self.store.feed_states()
        return [SourceHealth(feed, self.outlets[feed.outlet_id], states.get(feed.id)) for feed in self.feeds]

    def nobody_answers(self) -> bool:
        """Whether no server could be reached when the sources were asked last: the network is gone rather than they."""
        asked = [each.state for each in self.health() if each.state is not None and each.state.last_try_at is not None]
        return bool(asked) and all(state.trouble in UNREACHED for state in asked)

    def last_success(self) -> datetime | None:
        """When a source last answered."""
        states = self.store.feed_states().values()
        return max((state.last_success_at for state in states if state.last_success_at is not None), default=None)

    def failing(self) -> list[Feed]:
        """The feeds that are in trouble."""
        troubled = self.store.troubled()
        return [feed for feed in self.feeds if feed.id in troubled] if troubled else []

    def failing_outlets(self) -> list[Outlet]:
        """The outlets with a feed in trouble, in their order."""
        ids = dict.fromkeys(feed.outlet_id for feed in self.failing())
        return [self.outlets[outlet_id] for outlet_id in ids]


__all__ = ["BodyOutcome", "Newsroom", "Place", "SourceHealth"]
