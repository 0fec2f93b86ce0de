"""The article on screen: shown, opened, marked, its whole text fetched; and the refreshing behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from time import monotonic

from textual import work
from textual.content import Content
from textual.timer import Timer

from lampungtui.config import Config
from lampungtui.errors import LampungtuiError
from lampungtui.language import counted, number, say
from lampungtui.model import Article, Headline, RuleKind, View, ViewKind
from lampungtui.newsroom.progress import BodyOutcome, Progress
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.window import HeadlineWindow, ListPart
from lampungtui.store.waiting import NotYetStored
from lampungtui.telling.deeds import deed_words
from lampungtui.telling.failures import error_words
from lampungtui.telling.sentences import sentence_words
from lampungtui.ui.commands import Pane
from lampungtui.ui.pictures import NO_CANVAS, Canvas
from lampungtui.ui.screens.picturing import PicturingScreen
from lampungtui.ui.sectioning import category_names, sections_of
from lampungtui.ui.signs import Signs
from lampungtui.ui.typeset import Page, set_article
from lampungtui.ui.widgets.line_list import shown
from lampungtui.ui.wording import nothing_yet

EARLY_SECONDS = 2.0
"""How long after the first visit's first news the list is put in order once, while nobody has touched it."""

COUNT_SECONDS = 0.5
"""How long after a change the saved views are counted: several changes are one count."""

MARKS_ALONE = frozenset({"read", "unread", "saved", "let-go", "later", "not-later", "all-read"})
"""Deeds that leave every list as it is but for the marks of its rows."""

PAUSE_SECONDS = 600.0
"""How long nothing is asked after a person has stopped a refresh."""

PREVIEW_SECONDS = 0.12
"""How long the cursor rests on a headline before its article is shown beside it."""

LOW_PANE = 24
"""Lines of the article's pane below which its masthead is set closer, so that the text begins on the first screen."""

NEWS_SECONDS = 0.5
"""How often the screen is told at most what a refresh brings."""


class ReadingScreen(PicturingScreen):
    """What is read, and what comes in meanwhile."""

    def __init__(self, room: Newsroom, config: Config, signs: Signs, canvas: Canvas = NO_CANVAS) -> None:
        super().__init__(room, config, signs, canvas)
        self._version: int | None = None
        self._fetching: int | None = None
        self._missed: tuple[int, str] | None = None
        """The article whose whole text was asked for last and could not be had, and why."""
        self._previewing: Timer | None = None
        self._stepped_at = 0.0
        self._telling: Timer | None = None
        self._came: set[int] = set()
        self._came_new = False
        self._refreshed_at: datetime | None = None
        self._counting_views: Timer | None = None
        # A first visit that broke off has a place already, which is not to be lost.
        self._untouched = room.first_visit and room.last_place().headline_id is None

    def use_config(self, config: Config) -> None:
        before = self.config
        super().use_config(config)
        if self.is_mounted and before.refresh != config.refresh:
            self.workers.cancel_group(self, "refresh")
            if config.refresh:
                self.keep_refreshed()

    def _set_page(self, article: Article, measure: int) -> Page:
        outlet = self.room.outlet(article.headline.outlet_id)
        earlier = None
        if self._version is not None:
            version = self.room.version(article.headline.id, self._version)
            if version is not None:
                article, earlier = version.over(article), version.replaced_at
        self._begin_pictures(article)
        return set_article(
            article,
            measure=measure,
            categories=category_names(article.headline.category),
            outlet=outlet,
            online=not self.room.offline,
            fetching=self._fetching == article.headline.id,
            trouble=self._missed[1] if self._missed is not None and self._missed[0] == article.headline.id else "",
            earlier=earlier,
            signs=self.signs,
            painted=self.pictures.painting,
            low=self.article.scrollable_content_region.height < LOW_PANE,
        )

    def _soon(self, show: Callable[[], None]) -> None:
        """Shows something at once after a single step; of steps that follow each other, when the cursor has come to rest.

        So a held key stays quick: what it passes is not set into type.
        """
        now = monotonic()
        resting = now - self._stepped_at > PREVIEW_SECONDS
        self._stepped_at = now
        if self._previewing is not None:
            self._previewing.stop()
        if resting:
            # The cursor moves on the screen before the article is set.
            self.call_after_refresh(show)
        else:
            self._previewing = self.set_timer(PREVIEW_SECONDS, show)

    def _preview(self) -> None:
        """Shows the article under the cursor, without marking it read."""
        headline = self.headlines.current()
        if headline is None or not self._article_in_sight:
            return
        shown_now = self.article.article
        if shown_now is not None and shown_now.headline.id == headline.id:
            return
        self._show_article(headline)

    def _show_article(self, headline: Headline) -> Article | None:
        article = self.room.article(headline.id)
        if article is None:
            return None
        self._version = None
        self._fetching = None
        self.headlines.mark_open(headline.id)
        self.article.show(article)
        self._title_article()
        return article

    def _title_article(self) -> None:
        article = self.article.article
        pane = self.query_one("#article-pane")
        if article is None:
            pane.border_title = Content(say("Article"))
            pane.border_subtitle = Content("")
            return
        pane.border_title = Content(shown(article.headline.outlet_name))
        words = []
        if article.headline.saved:
            words.append(self.signs.saved + " " + say("saved"))
        if article.whole:
            words.append(self.signs.stored + " " + say("offline"))
        pane.border_subtitle = Content(f" {self.signs.dot} ".join(words))

    def _open(self, headline: Headline) -> None:
        """Opens an article to be read: it is marked read, and its whole text fetched where only a summary is stored."""
        self._untouched = False
        article = self._show_article(headline)
        if article is None:
            return
        self._go_to(Pane.ARTICLE)
        if not headline.read:
            self._mark([headline.id], read=True, by_hand=False)
        if not article.whole and article.url is not None and not self.room.offline:
            self._fetching = headline.id
            self.article.show_again(article)
            self.fetch_body(headline.id)

    @work(group="body", exclusive=True, exit_on_error=False)
    async def fetch_body(self, article_id: int) -> None:
        """Fetches and stores the whole text of the article on screen."""
        try:
            outcome = await self.room.fetch_body(article_id)
        except LampungtuiError as error:
            outcome = BodyOutcome(article_id, stored=False, trouble=str(error))
        if self._fetching == article_id:
            self._fetching = None
        self._missed = (article_id, sentence_words(outcome.trouble)) if outcome.trouble else None
        if outcome.stored:
            self._rows_changed([article_id])
        self._show_again(article_id)

    def _show_again(self, article_id: int) -> None:
        """Sets the article on screen anew when it is this one, with the reader's line where it was."""
        shown_now = self.article.article
        if shown_now is None or shown_now.headline.id != article_id or self._version is not None:
            return
        fresh = self.room.article(article_id)
        if fresh is not None:
            self.article.show_again(fresh)
            self._title_article()

    def _rows_changed(self, article_ids: Iterable[int]) -> None:
        window = self.headlines.window
        if window is not None:
            for rank in window.changed(article_ids):
                self.headlines.row_changed(rank)

    def _preview_or_nothing(self) -> None:
        if self.headlines.current() is None:
            self._say_nothing_yet()
        else:
            self._preview()

    def _say_nothing_yet(self) -> None:
        """Says in the article's place why there is no headline."""
        asked = self.room.progress is None and self._refreshed_at is not None
        self.article.show_notice(nothing_yet(self.room, self.view, self.signs, asked=asked))
        self._title_article()
        if self.narrow and asked and not self.room.store.newest_id():
            self._go_to(Pane.ARTICLE)

    # ------------------------------------------------------------------ changes of state

    @work(group="state", exit_on_error=False)
    async def _mark(self, article_ids: list[int], *, read: bool, by_hand: bool = True) -> None:
        await self._kept(self.room.mark_read(article_ids, read=read, by_hand=by_hand), article_ids)

    @work(group="state", exit_on_error=False)
    async def _save(self, headline: Headline, *, saved: bool) -> None:
        if await self._kept(self.room.save([headline.id], saved=saved), [headline.id]):
            word = say("Saved") if saved else say("Let go")
            self.notify(shown(headline.title), title=word, markup=False, timeout=2)

    @work(group="state", exit_on_error=False)
    async def _put_aside(self, headline: Headline, *, later: bool) -> None:
        if await self._kept(self.room.put_aside([headline.id], later=later), [headline.id]):
            word = say("To read later") if later else say("No longer put aside")
            self.notify(shown(headline.title), title=word, markup=False, timeout=2)

    @work(group="state", exit_on_error=False)
    async def _mark_all(self, window: HeadlineWindow, about: str) -> None:
        """Marks everything in a list as read."""
        await self._told_how_many(self.room.mark_all_read(window, about=about), about)

    @work(group="state", exit_on_error=False)
    async def _mark_part(self, window: HeadlineWindow, here: Headline, part: ListPart, about: str) -> None:
        """Marks a part of a list as read."""
        await self._told_how_many(self.room.mark_part_read(window, here, part, about=about), about)

    async def _told_how_many(self, marking: Awaitable[Sequence[int]], about: str) -> None:
        """Waits for marks of many articles, and says how many they were."""
        try:
            changed = await marking
        except LampungtuiError as error:
            self._not_stored(error)
            return
        self._all_changed()
        words = counted("{n} article marked as read", "{n} articles marked as read", len(changed))
        told = words + "\n" + say("u takes it back") if changed else say("Everything here was read already.")
        self.notify(told, title=shown(about), markup=False, timeout=4)

    @work(group="state", exit_on_error=False)
    async def _turn_back(self, *, again: bool) -> None:
        """Takes the last change back, or makes one again, and says what it was."""
        try:
            turned = await self.room.undo(again=again)
        except LampungtuiError as error:
            self._not_stored(error)
            return
        if turned is None:
            nothing = say("There is nothing to make again.") if again else say("There is nothing to take back.")
            self.notify(nothing, markup=False, timeout=3)
            return
        deed, _ = turned
        if deed.what in MARKS_ALONE:
            self._all_changed()
        else:
            self._list_anew()
        title = say("Made again: {what}") if again else say("Taken back: {what}")
        about: str = shown(deed.about)
        if about and deed.articles > 1:
            about = f"{about} ({number(deed.articles)})"
        self.notify(about, title=title.format(what=deed_words(deed.what)), markup=False, timeout=4)

    def _list_anew(self) -> None:
        """Lists the view again after articles left it or came back; the cursor stays on its row."""
        row = self.headlines.cursor
        if self.view.kind is ViewKind.VIEW and all(each.view != self.view for each in self.room.saved_views()):
            self._show_view(View(ViewKind.ALL))
        else:
            self._show_view(self.view)
            self.headlines.move_to(row, tell=False)
        self._counts_changed()
        self._preview_or_nothing()

    def _all_changed(self) -> None:
        """Paints every row anew: marks of many articles may have changed. A list of marked ones is made anew."""
        window = self.headlines.window
        if self.view.kind in (ViewKind.UNREAD, ViewKind.SAVED, ViewKind.LATER, ViewKind.TAG):
            self._list_what_is_left()
        elif window is not None:
            window.reread()
            self.headlines.rows_changed()
        self._counts_changed()
        shown_now = self.article.article
        if shown_now is not None:
            fresh = self.room.article(shown_now.headline.id)
            if fresh is not None:
                self.article.article = fresh
                self._title_article()

    def _list_what_is_left(self) -> None:
        """Lists the view again; the cursor stays on its article, or on its row where that has left the list.

        While an article is read that has left it, the list stays as it was: neither the text nor what n and J lead to
        changes under the reader.
        """
        order, grouping = self.listed_as(self.view)
        window = self.room.window(self.view, order=order, grouping=grouping)
        before, current, row = self.headlines.window, self.headlines.current(), self.headlines.cursor
        there = current is None or window.find(current) is not None
        if before is not None and not there and self.pane is Pane.ARTICLE:
            before.reread()
            self.headlines.rows_changed()
            return
        self._show_view(self.view, headline_id=current.id if current is not None else None, window=window)
        if not there:
            self.headlines.move_to(row, tell=False)
        self._preview_or_nothing()

    async def _kept(self, change: object, article_ids: list[int]) -> bool:
        """Waits for a change to be stored and paints what it touched; returns whether it is stored."""
        stored = True
        try:
            await change  # type: ignore[misc]
        except LampungtuiError as error:
            stored = False
            self._not_stored(error)
            if not isinstance(error, NotYetStored):
                return False
        self._rows_changed(article_ids)
        self._counts_changed()
        shown_now = self.article.article
        if shown_now is not None and shown_now.headline.id in article_ids:
            fresh = self.room.article(shown_now.headline.id)
            if fresh is not None:
                self.article.article = fresh
                self._title_article()
        return stored

    def _not_stored(self, error: LampungtuiError) -> None:
        """Says that a change was not stored; one that waits is seen all the same."""
        self.program.storing.tell(error)
        if isinstance(error, NotYetStored):
            self.marks_changed()

    def marks_changed(self) -> None:
        """Paints anew what marks, counts and what is said of them changed."""
        self._all_changed()
        self._tell_masthead()

    def _counts_changed(self) -> None:
        self.sections.show(sections_of(self.room))
        self._title_headlines()
        if self._counting_views is None and self.room.saved_views():
            self._counting_views = self.set_timer(COUNT_SECONDS, self.count_views)

    @work(group="views", exit_on_error=False)
    async def count_views(self) -> None:
        """Counts the saved views anew in an idle moment, and shows what changed."""
        self._counting_views = None
        if await self.room.count_views():
            self.sections.show(sections_of(self.room))
            self._title_headlines()

    @work(group="idle", exclusive=True, exit_on_error=False)
    async def tidy_lists(self) -> None:
        """Lets expired rules and old articles go and finds stories, when nothing else is to be done."""
        back = await self.room.expire_rules()
        gone = await self.room.let_old_go()
        stories = await self.room.tell_stories()
        window = self.headlines.window
        if (back or stories or gone) and window is not None:
            window.reread()
            self.headlines.forget_stories()
            self.headlines.rows_changed()
            self._counts_changed()

    # ------------------------------------------------------------------ refreshing

    def stop_refreshing(self) -> None:
        """Asks nobody any more until the next time that sources are due."""
        self.workers.cancel_group(self, "refresh")
        self.notify(say("Stopped; r asks again."), markup=False, timeout=3)
        if self.room.refreshing_wanted:
            self.keep_refreshed(after=PAUSE_SECONDS)

    @work(group="refresh", exclusive=True, exit_on_error=False)
    async def keep_refreshed(self, *, after: float = 0.0) -> None:
        """Refreshes what is due, stores bodies, sleeps until something is due again; begins `after` so many seconds."""
        if after:
            await asyncio.sleep(after)
        await self.room.get_ready()
        while True:
            await self._refresh(by_hand=False)
            await self.room.prefetch_pictures()
            wait = self.room.seconds_to_next_poll()
            await asyncio.sleep(max(5.0, wait))

    @work(group="refresh", exclusive=True, exit_on_error=False)
    async def refresh_by_hand(self) -> None:
        """Refreshes now what manners allow, then goes on as before."""
        await self.room.get_ready()
        polled = await self._refresh(by_hand=True)
        if not polled:
            self.notify(say("All sources were asked within the last minute."), markup=False)
        if self.room.refreshing_wanted:
            self.keep_refreshed()

    async def _refresh(self, *, by_hand: bool) -> int:
        """One round; how many sources were asked."""
        polled = 0
        held = self._highlighted()
        try:
            async for progress in self.room.refresh(by_hand=by_hand):
                polled = progress.total
                self._news_came(progress)
        except LampungtuiError as error:
            self.notify(shown(error_words(error)), title=say("Refresh failed"), severity="error", markup=False)
        finally:
            self._tell_rest()
            self._refreshed_at = datetime.now(UTC)
            self._counts_changed()
            self._tell_masthead()
        if self.headlines.current() is None:
            self._say_nothing_yet()
        early = self._untouched
        began = monotonic()
        async for article_id in self.room.prefetch():
            self._rows_changed([article_id])
            self._show_again(article_id)
            if early and self._untouched and monotonic() - began > EARLY_SECONDS:
                # Most times are known by now; one house that is slow shall not keep the order waiting.
                early = False
                await self.room.settle()
                self._show_view(self.view)
                self._preview()
        if self._untouched:
            await self.room.settle()
            self._show_view(self.view)
            self._preview()
        self._counts_changed()
        self._alert(held)
        self.tidy_lists()
        return polled

    def _highlighted(self) -> dict[int, int]:
        """How many articles each highlight rule holds for."""
        return {rule.id: rule.articles for rule in self.room.rules() if rule.kind is RuleKind.HIGHLIGHT}

    def _alert(self, before: Mapping[int, int]) -> None:
        """Says which highlight rules hold for articles that a refresh brought."""
        for rule in self.room.rules():
            new = rule.articles - before.get(rule.id, rule.articles)
            if rule.kind is RuleKind.HIGHLIGHT and new > 0:
                told = counted("{n} new article", "{n} new articles", new)
                title = f"{self.signs.highlighted} {shown(rule.query)}"
                self.program.notify(told, title=title, markup=False, timeout=10, answer=False)

    def _news_came(self, progress: Progress) -> None:
        """Notes what one source brought, and tells it: the first at once, what follows twice a second.

        A quick line brings forty sources a second, and painting the screen for each would hold up keys.
        """
        self._came.update(progress.changed_ids)
        self._came_new |= bool(progress.new)
        if self._telling is None:
            self._tell_news()

    def _tell_more(self) -> None:
        self._telling = None
        if self._came_new or self._came or self.room.progress is not None:
            self._tell_news()

    def _tell_rest(self) -> None:
        """Tells at once what has not been told yet."""
        if self._telling is not None:
            self._telling.stop()
            self._telling = None
        if self._came_new or self._came:
            self._tell_news()

    def _tell_news(self) -> None:
        self._telling = self.set_timer(NEWS_SECONDS, self._tell_more)
        self._tell_masthead()
        changed, new = list(self._came), self._came_new
        self._came.clear()
        self._came_new = False
        if new or changed:
            self._counts_changed()
            self._rows_changed(changed)
            for article_id in changed:
                self._show_again(article_id)
        first_news = self._untouched and new
        if self.headlines.current() is None or first_news:
            if self.room.store.newest_id():
                # An empty list has no place to keep, nor has one that nobody has touched on the very first visit.
                self._show_view(self.view)
                self._preview()
            else:
                self._say_nothing_yet()
