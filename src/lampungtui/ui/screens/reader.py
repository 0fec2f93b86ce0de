"""The reader's screen: sections, headlines, article, and what the keys do with them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from lampungtui.errors import LampungtuiError
from lampungtui.foreign import Address
from lampungtui.language import counted, number, say
from lampungtui.model import Article, Headline, Position, View, ViewKind
from lampungtui.newsroom.refresh import Progress
from lampungtui.newsroom.room import BodyOutcome, Newsroom
from lampungtui.ui.browser import NoBrowser, open_address
from lampungtui.ui.commands import Command, Pane, bindings, footer_commands
from lampungtui.ui.moments import full_date
from lampungtui.ui.sectioning import category_name, category_names, sections_of, view_name
from lampungtui.ui.signs import Signs
from lampungtui.ui.typeset import Page, set_article
from lampungtui.ui.widgets.article_view import ArticleView
from lampungtui.ui.widgets.bars import CategoryStrip, KeyBar, Masthead
from lampungtui.ui.widgets.headline_list import HeadlineList
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.sections import Sections

if TYPE_CHECKING:
    from lampungtui.ui.app import LampungApp

PREVIEW_SECONDS = 0.12
"""How long the cursor rests on a headline before its article is shown beside it."""

KEEP_SECONDS = 0.8
"""How long after the last movement the reader's place is written down."""

SEARCH_SECONDS = 0.15
"""How long after the last letter a search runs."""

MINUTE_SECONDS = 60.0


class ReaderScreen(Screen[None]):
    """The three panes. Widgets send messages up; the state changes here."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # an instance variable of the base class
        (0, "-narrow"),
        (80, "-medium"),
        (120, "-wide"),
    ]
    AUTO_FOCUS = None

    def __init__(self, room: Newsroom, *, signs: Signs, measure: int) -> None:
        super().__init__()
        self.room = room
        self.signs = signs
        self.measure = measure
        self.view = View(ViewKind.ALL)
        self.pane = Pane.HEADLINES
        self._before_search: View | None = None
        self._version: int | None = None
        self._fetching: int | None = None
        self._previewing: Timer | None = None
        self._keeping: Timer | None = None
        self._searching: Timer | None = None
        self._refreshed_at: datetime | None = None
        self._touched = False

    # ------------------------------------------------------------------ building

    def compose(self) -> ComposeResult:
        yield Masthead(id="masthead", signs=self.signs)
        with Horizontal(id="panes"):
            with Vertical(id="sections-pane", classes="pane"):
                yield Sections(id="sections", signs=self.signs)
            with Vertical(id="headlines-pane", classes="pane"):
                yield CategoryStrip(id="strip", signs=self.signs)
                yield Input(id="find", placeholder=say("words in headlines and stored articles"), select_on_focus=False)
                yield HeadlineList(id="headlines", category_name=category_name, signs=self.signs)
            with Vertical(id="article-pane", classes="pane"):
                yield ArticleView(self._set_page, measure=self.measure, id="article")
        yield KeyBar(id="keys")

    @property
    def reader(self) -> LampungApp:
        """The app, by its own type."""
        return cast("LampungApp", self.app)

    @property
    def sections(self) -> Sections:
        return self.query_one("#sections", Sections)

    @property
    def headlines(self) -> HeadlineList:
        return self.query_one("#headlines", HeadlineList)

    @property
    def article(self) -> ArticleView:
        return self.query_one("#article", ArticleView)

    @property
    def find(self) -> Input:
        return self.query_one("#find", Input)

    def on_mount(self) -> None:
        self.query_one("#article-pane").border_title = Content(say("Article"))
        self.query_one("#sections-pane").border_title = Content(say("Categories"))
        self.sections.show(sections_of(self.room))
        place = self.room.last_place()
        self._show_view(place.view, headline_id=place.headline_id)
        self._go_to(Pane.HEADLINES)
        self._tell_masthead()
        if self.headlines.current() is None:
            self._say_nothing_yet()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """What waits until the first screen is painted."""
        self._preview()
        self.set_interval(MINUTE_SECONDS, self._minute)
        if self.room.refreshing_wanted:
            self.keep_refreshed()

    # ------------------------------------------------------------------ panes and layout

    def _go_to(self, pane: Pane) -> None:
        """Gives a pane the focus, and the place on screen where there is room for one only."""
        self.pane = pane
        for each in Pane:
            self.set_class(each is pane, f"-at-{each}")
            self.query_one(f"#{each}-pane").set_class(each is pane, "-focused")
        target = {Pane.SECTIONS: self.sections, Pane.HEADLINES: self.headlines, Pane.ARTICLE: self.article}[pane]
        target.focus(scroll_visible=False)
        self.query_one(KeyBar).offer(list(footer_commands(pane)))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        ids = {"sections": Pane.SECTIONS, "headlines": Pane.HEADLINES, "article": Pane.ARTICLE}
        pane = ids.get(event.widget.id or "")
        if pane is not None and pane is not self.pane:
            self._go_to(pane)

    @property
    def narrow(self) -> bool:
        """Whether one pane is shown at a time."""
        return self.has_class("-narrow")

    @property
    def _article_in_sight(self) -> bool:
        return not self.narrow or self.pane is Pane.ARTICLE

    # ------------------------------------------------------------------ views

    def _show_view(self, view: View, *, headline_id: int | None = None) -> None:
        """Shows a view with everything that has arrived by now; the cursor goes to `headline_id` where it is there."""
        self.view = view
        window = self.room.window(view)
        row = 0
        if headline_id is not None:
            headline = self.room.store.headline(headline_id)
            found = window.find(headline) if headline is not None else None
            row = found if found is not None else 0
        self.headlines.now = datetime.now(UTC)
        self.headlines.show(window, row)
        section = self.sections.row_of(view)
        if section is not None:
            self.sections.move_to(section, tell=False)
        self._title_headlines()
        self._tell_strip()
        self._tell_masthead()

    def _title_headlines(self) -> None:
        pane = self.query_one("#headlines-pane")
        tally = self.room.tally(self.view)
        parts = [shown(view_name(self.view)), counted("{n} article", "{n} articles", tally.total)]
        if tally.unread and self.view.kind is not ViewKind.UNREAD:
            parts.append(counted("{n} unread", "{n} unread", tally.unread))
        title = f" {self.signs.dot} ".join(parts)
        if cell_len(title) > max(20, pane.size.width - 6):
            title = f"{parts[0]} {self.signs.dot} {number(tally.unread)}/{number(tally.total)}"
        pane.border_title = Content(title)
        window = self.headlines.window
        waiting = self.room.arrived(self.view, window.as_of) if window is not None else 0
        news = counted("{n} new", "{n} new", waiting)
        pane.border_subtitle = Content(f"{self.signs.above} {news} (g)") if waiting else Content("")

    def _tell_strip(self) -> None:
        rows = [row for row in self.sections.rows if row.view is not None]
        here = next((index for index, row in enumerate(rows) if row.view == self.view), None)
        if here is None:
            self.query_one(CategoryStrip).tell("", view_name(self.view), "")
            return
        before = rows[here - 1].name if here else ""
        after = rows[here + 1].name if here + 1 < len(rows) else ""
        self.query_one(CategoryStrip).tell(before, rows[here].name, after)

    def _tell_masthead(self) -> None:
        place = (
            f" {self.signs.into} ".join(category_names(self.view.argument))
            if self.view.kind is ViewKind.CATEGORY
            else ""
        )
        day = full_date(datetime.now(UTC))
        self.query_one(Masthead).tell(
            place=place or view_name(self.view), day=day, state=self._state_words(), troubled=self.room.offline
        )

    def _state_words(self) -> str:
        progress = self.room.progress
        sources = len(self.room.feeds)
        if progress is not None:
            return say("{done}/{total} sources").format(done=number(progress.done), total=number(progress.total))
        failing = len(self.room.failing())
        if self.room.offline:
            return say("offline")
        words = [say("online")] if self.room.online else []
        words.append(counted("{n} source", "{n} sources", sources))
        text = f" {self.signs.dot} ".join(words)
        return text + (", " + counted("{n} failing", "{n} failing", failing) if failing else "")

    def _minute(self) -> None:
        """Once a minute: the clock, and how long ago things were."""
        self.headlines.now = datetime.now(UTC)
        self.headlines.rows_changed()
        self._tell_masthead()

    # ------------------------------------------------------------------ the article

    def _set_page(self, article: Article, measure: int) -> Page:
        outlet = self.room.outlets.get(article.headline.outlet_id)
        earlier = None
        if self._version is not None:
            version = self.room.version(article.headline.id, self._version)
            if version is not None:
                article, earlier = version.over(article), version.replaced_at
        return set_article(
            article,
            measure=measure,
            categories=category_names(article.headline.category),
            outlet=outlet,
            online=not self.room.offline,
            fetching=self._fetching == article.headline.id,
            earlier=earlier,
            signs=self.signs,
        )

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
            words.append(f"{self.signs.saved} {say('saved')}")
        if article.whole:
            words.append(f"{self.signs.stored} {say('offline')}")
        pane.border_subtitle = Content(f" {self.signs.dot} ".join(words))

    def _open(self, headline: Headline) -> None:
        """Opens an article to be read: it is marked read, and its whole text fetched where only a summary is stored."""
        self._touched = True
        article = self._show_article(headline)
        if article is None:
            return
        self._go_to(Pane.ARTICLE)
        if not headline.read:
            self._mark([headline.id], read=True)
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

    # ------------------------------------------------------------------ changes of state

    @work(group="state", exit_on_error=False)
    async def _mark(self, article_ids: list[int], *, read: bool) -> None:
        await self._kept(self.room.mark_read(article_ids, read=read), article_ids)

    @work(group="state", exit_on_error=False)
    async def _save(self, article_ids: list[int], *, saved: bool) -> None:
        await self._kept(self.room.save(article_ids, saved=saved), article_ids)

    async def _kept(self, change: object, article_ids: list[int]) -> None:
        """Waits for a change to be stored and paints what it touched."""
        try:
            await change  # type: ignore[misc]
        except LampungtuiError as error:
            self.notify(shown(str(error)), title=say("Not stored"), severity="error", markup=False)
            return
        self._rows_changed(article_ids)
        self._counts_changed()
        shown_now = self.article.article
        if shown_now is not None and shown_now.headline.id in article_ids:
            fresh = self.room.article(shown_now.headline.id)
            if fresh is not None:
                self.article.article = fresh
                self._title_article()

    def _counts_changed(self) -> None:
        self.sections.show(sections_of(self.room))
        self._title_headlines()

    # ------------------------------------------------------------------ refreshing

    @work(group="refresh", exclusive=True, exit_on_error=False)
    async def keep_refreshed(self) -> None:
        """Refreshes what is due, stores bodies, sleeps until something is due again."""
        while True:
            await self._refresh(by_hand=False)
            wait = self.room.seconds_to_next_poll()
            await asyncio.sleep(max(5.0, wait))

    @work(group="refresh", exclusive=True, exit_on_error=False)
    async def refresh_by_hand(self) -> None:
        """Refreshes now what manners allow, then goes on as before."""
        polled = await self._refresh(by_hand=True)
        if not polled:
            self.notify(say("All sources were asked within the last minute."), markup=False)
        self.keep_refreshed()

    async def _refresh(self, *, by_hand: bool) -> int:
        polled = 0
        try:
            async for progress in self.room.refresh(by_hand=by_hand):
                polled = progress.total
                self._news_came(progress)
        except LampungtuiError as error:
            self.notify(shown(str(error)), title=say("Refresh failed"), severity="error", markup=False)
        finally:
            self._refreshed_at = datetime.now(UTC)
            self._counts_changed()
            self._tell_masthead()
        if self.headlines.current() is None:
            self._say_nothing_yet()
        async for article_id in self.room.prefetch():
            self._rows_changed([article_id])
            self._show_again(article_id)
        self._counts_changed()
        return polled

    def _news_came(self, progress: Progress) -> None:
        self._tell_masthead()
        if progress.new or progress.changed_ids:
            self._counts_changed()
            self._rows_changed(progress.changed_ids)
            for article_id in progress.changed_ids:
                self._show_again(article_id)
        if self.headlines.current() is None:
            if self.room.store.newest_id():
                self._show_view(self.view)
                self._preview()
            else:
                self._say_nothing_yet()

    def _say_nothing_yet(self) -> None:
        """What the article pane says where no headline is: loading, no hit, nothing here, or no network at all."""
        quiet, strong = "$quiet", "bold $primary"
        if self.view.kind is ViewKind.SEARCH:
            lines = [Content.styled(say("No article has these words."), quiet)]
        elif self.room.store.newest_id():
            lines = [Content.styled(say("Nothing here yet."), quiet)]
        elif self.room.progress is not None or self._refreshed_at is None:
            lines = [
                Content.styled(say("Fetching the first news of Lampung ..."), strong),
                Content.styled(self._state_words(), quiet),
            ]
        else:
            lines = [
                Content.styled(say("No news yet, and no network"), strong),
                Content(""),
                Content(say("None of the sources answered, and nothing is stored here so far.")),
                Content(say("Once articles have been fetched, all of them can be read without a network.")),
                Content(""),
                Content.assemble((" r ", "reverse"), "  ", say("try again")),
                Content.assemble((" D ", "reverse"), "  ", say("open the demo newsroom (needs no network)")),
                Content.assemble((" H ", "reverse"), "  ", say("see what each source said")),
                Content.assemble((" q ", "reverse"), "  ", say("quit")),
            ]
            if self.narrow:
                self._go_to(Pane.ARTICLE)
        self.article.show_notice(lines)
        self._title_article()

    # ------------------------------------------------------------------ messages from the panes

    @on(LineList.Moved, "#sections")
    def _section_moved(self, event: LineList.Moved) -> None:
        view = self.sections.rows[event.row].view
        if view is not None:
            self._later_show(view)

    def _later_show(self, view: View) -> None:
        """Shows a view when the cursor rests on it, so that a held key stays quick."""
        if self._previewing is not None:
            self._previewing.stop()

        def show() -> None:
            if view != self.view:
                self._close_find()
                self._show_view(view)
                self._touched = True
                self._preview_or_nothing()
                self._keep_place_later()

        self._previewing = self.set_timer(PREVIEW_SECONDS, show)

    def _preview_or_nothing(self) -> None:
        if self.headlines.current() is None:
            self._say_nothing_yet()
        else:
            self._preview()

    @on(LineList.Chosen, "#sections")
    def _section_chosen(self, event: LineList.Chosen) -> None:
        self._choose_section(event.row)

    def _choose_section(self, row: int) -> None:
        section = self.sections.rows[row]
        if section.trouble is not None:
            self.action_health()
            return
        if section.view is not None:
            if section.view != self.view:
                self._close_find()
                self._show_view(section.view)
                self._preview_or_nothing()
                self._keep_place_later()
            self._go_to(Pane.HEADLINES)

    @on(LineList.Moved, "#headlines")
    def _headline_moved(self, _event: LineList.Moved) -> None:
        self._touched = True
        if self._previewing is not None:
            self._previewing.stop()
        self._previewing = self.set_timer(PREVIEW_SECONDS, self._preview)
        self._keep_place_later()

    @on(LineList.Chosen, "#headlines")
    def _headline_chosen(self, _event: LineList.Chosen) -> None:
        headline = self.headlines.current()
        if headline is not None:
            self._open(headline)

    @on(ArticleView.LinkChosen)
    def _link_chosen(self, event: ArticleView.LinkChosen) -> None:
        self._browse(event.address)

    @on(ArticleView.Scrolled)
    def _article_scrolled(self, _event: ArticleView.Scrolled) -> None:
        self._keep_place_later()

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        await self.run_command(event.command)

    @on(CategoryStrip.Stepped)
    def _strip_stepped(self, event: CategoryStrip.Stepped) -> None:
        self._step_category(event.by)

    def go_to_view(self, view: View) -> None:
        """Shows a view and gives the headlines the focus."""
        self._close_find()
        self._show_view(view)
        self._go_to(Pane.HEADLINES)
        self._preview_or_nothing()
        self._keep_place_later()

    async def run_command(self, command: Command) -> None:
        """Does a command of the registry, as its key would."""
        await self.run_action(command.action)

    # ------------------------------------------------------------------ the reader's place

    def _keep_place_later(self) -> None:
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_SECONDS, self._keep_place)

    def _keep_place(self) -> None:
        self._keeping = None
        self.keep_place()

    @work(group="place", exit_on_error=False)
    async def keep_place(self) -> None:
        """Writes down the view, the headline and the line."""
        await self.write_place()

    async def write_place(self) -> None:
        """Stores the reader's place; a failure is logged by the store and lost places are no reason to stop."""
        article = self.article.article
        headline = self.headlines.current()
        position: tuple[int, Position] | None = None
        if article is not None and self._version is None:
            position = (article.headline.id, self.article.position)
        view = self._before_search if self.view.kind is ViewKind.SEARCH and self._before_search else self.view
        await self.room.keep_place(view, headline.id if headline else None, position)

    # ------------------------------------------------------------------ actions: moving

    def _list(self) -> LineList | None:
        return {Pane.SECTIONS: self.sections, Pane.HEADLINES: self.headlines}.get(self.pane)

    def action_down(self) -> None:
        self._move(1)

    def action_up(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        rows = self._list()
        if rows is not None:
            rows.move(by)
        else:
            self.article.scroll_lines(by)

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _page(self, direction: int) -> None:
        rows = self._list()
        if rows is not None:
            rows.page(direction)
        else:
            self.article.scroll_lines(direction * self.article.screenful())

    def action_top(self) -> None:
        rows = self._list()
        if rows is None:
            self.article.scroll_to(y=0, animate=False, immediate=True)
            return
        window = self.headlines.window
        if rows is self.headlines and window is not None and self.room.arrived(self.view, window.as_of):
            self._show_view(self.view)
            self._preview()
        rows.top()

    def action_bottom(self) -> None:
        rows = self._list()
        if rows is not None:
            rows.bottom()
        else:
            self.article.scroll_to(y=self.article.max_scroll_y, animate=False, immediate=True)

    def action_enter(self) -> None:
        match self.pane:
            case Pane.SECTIONS:
                if self.sections.row_count:
                    self._choose_section(self.sections.cursor)
            case Pane.HEADLINES:
                headline = self.headlines.current()
                if headline is not None:
                    self._open(headline)
            case Pane.ARTICLE:
                pass

    def action_leave(self) -> None:
        match self.pane:
            case Pane.ARTICLE:
                if self._version is not None:
                    self._version = None
                    self._show_again_forced()
                    return
                self._go_to(Pane.HEADLINES)
            case Pane.HEADLINES:
                if self.view.kind is ViewKind.SEARCH:
                    self._leave_search()
                else:
                    self._go_to(Pane.SECTIONS)
            case Pane.SECTIONS:
                pass

    def action_next_pane(self) -> None:
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_pane(self, by: int) -> None:
        panes = list(Pane)
        self._go_to(panes[(panes.index(self.pane) + by) % len(panes)])
        self._preview()

    def action_next_category(self) -> None:
        self._step_category(1)

    def action_previous_category(self) -> None:
        self._step_category(-1)

    def _step_category(self, by: int) -> None:
        self.sections.move(by)

    def action_read_on(self) -> None:
        if self.pane is Pane.ARTICLE and not self.article.at_end:
            self.article.scroll_lines(self.article.screenful())
            return
        headline = self.headlines.current()
        if self.pane is Pane.HEADLINES and headline is not None and not headline.read:
            self._open(headline)
            return
        self.action_next_unread()

    def action_next_unread(self) -> None:
        self._go_unread(forward=True)

    def action_previous_unread(self) -> None:
        self._go_unread(forward=False)

    def _go_unread(self, *, forward: bool) -> None:
        """Opens the next unread article of the view; after its last one, the first of the next category that has any."""
        window = self.headlines.window
        current = self.headlines.current()
        if window is None:
            return
        found = self.room.neighbour_unread(window, current, forward=forward)
        if found is None and forward:
            view = self._next_view_with_unread()
            if view is not None:
                self._show_view(view)
                window = self.headlines.window
                found = self.room.neighbour_unread(window, None, forward=True) if window is not None else None
                if found is not None:
                    self.notify(shown(view_name(view)), title=say("Next category"), markup=False, timeout=2)
        if found is None or window is None:
            self.notify(say("Nothing unread is left here."), markup=False, timeout=3)
            return
        row = window.find(found)
        if row is not None:
            self.headlines.move_to(row, tell=False)
        if self.pane is Pane.ARTICLE or not self.narrow:
            self._open(found)

    def _next_view_with_unread(self) -> View | None:
        rows = self.sections.rows
        here = self.sections.row_of(self.view)
        ahead = [*rows[(here or 0) + 1 :], *rows[: here or 0]]
        return next(
            (
                row.view
                for row in ahead
                if row.view is not None and row.view.kind is ViewKind.CATEGORY and row.tally and row.tally.unread
            ),
            None,
        )

    # ------------------------------------------------------------------ actions: reading and keeping

    def _chosen_headline(self) -> Headline | None:
        """The article that a key means: the one being read, else the one under the cursor."""
        if self.pane is Pane.ARTICLE and self.article.article is not None:
            return self.room.store.headline(self.article.article.headline.id)
        return self.headlines.current()

    def action_toggle_read(self) -> None:
        headline = self._chosen_headline()
        if headline is not None:
            self._mark([headline.id], read=not headline.read)

    def action_toggle_saved(self) -> None:
        headline = self._chosen_headline()
        if headline is not None:
            self._save([headline.id], saved=not headline.saved)
            word = say("Let go") if headline.saved else say("Saved")
            self.notify(shown(headline.title), title=word, markup=False, timeout=2)

    def action_browse(self) -> None:
        headline = self._chosen_headline()
        article = self.room.article(headline.id) if headline is not None else None
        if article is not None and article.url is not None:
            self._browse(article.url)

    def action_comments(self) -> None:
        headline = self._chosen_headline()
        article = self.room.article(headline.id) if headline is not None else None
        if article is None:
            return
        if article.comments_url is None:
            self.notify(say("This outlet's comments have no address of their own."), markup=False, timeout=3)
            return
        self._browse(article.comments_url)

    def _browse(self, address: Address) -> None:
        try:
            open_address(address, self.reader.config.browser)
        except NoBrowser as error:
            self.reader.copy_to_clipboard(address)
            self.notify(
                f"{address}\n{say('The address was copied instead.')}",
                title=shown(say("No browser here") if "no browser" in str(error) else str(error)),
                markup=False,
                timeout=8,
            )
            return
        self.notify(shown(address), title=say("Opened in the browser"), markup=False, timeout=2)

    def action_version(self) -> None:
        article = self.article.article
        if article is None or not article.versions:
            self.notify(say("This article has no earlier version."), markup=False, timeout=3)
            return
        step = 0 if self._version is None else self._version + 1
        self._version = step if step < article.versions else None
        self._show_again_forced()

    def _show_again_forced(self) -> None:
        article = self.article.article
        if article is not None:
            self.article.show_again(article)

    # ------------------------------------------------------------------ actions: newsroom

    def action_search(self) -> None:
        if self._before_search is None:
            self._before_search = self.view
        if self.pane is not Pane.HEADLINES:
            self._go_to(Pane.HEADLINES)
        self.find.add_class("-open")
        self.find.focus()

    @on(Input.Changed, "#find")
    def _find_changed(self, event: Input.Changed) -> None:
        if self._searching is not None:
            self._searching.stop()
        words = event.value.strip()
        if words:
            self._searching = self.set_timer(SEARCH_SECONDS, lambda: self._search(words))

    def _search(self, words: str) -> None:
        if not self.find.has_class("-open"):
            return
        self._show_view(View(ViewKind.SEARCH, words))
        self._preview_or_nothing()

    @on(Input.Submitted, "#find")
    def _find_submitted(self, event: Input.Submitted) -> None:
        if self._searching is not None:
            self._searching.stop()
        if event.value.strip():
            self._search(event.value.strip())
            self._go_to(Pane.HEADLINES)
        else:
            self._leave_search()

    def on_key(self, event: events.Key) -> None:
        if self.find.has_focus:
            if event.key == "escape":
                event.stop()
                self._leave_search()
            elif event.key == "down":
                event.stop()
                self._go_to(Pane.HEADLINES)
        elif event.key == "D" and not self.room.store.newest_id():
            event.stop()
            self.reader.open_demo()

    def _close_find(self) -> None:
        self.find.remove_class("-open")
        with self.prevent(Input.Changed):
            self.find.value = ""
        self._before_search = None

    def _leave_search(self) -> None:
        view = self._before_search or View(ViewKind.ALL)
        self._close_find()
        self._show_view(view)
        self._go_to(Pane.HEADLINES)
        self._preview_or_nothing()

    def action_refresh_now(self) -> None:
        self.refresh_by_hand()

    def action_health(self) -> None:
        from lampungtui.ui.screens.health import HealthScreen

        self.app.push_screen(HealthScreen(self.room, self.signs))

    def action_help(self) -> None:
        from lampungtui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.pane))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    async def action_leave_reader(self) -> None:
        await self.reader.leave()
