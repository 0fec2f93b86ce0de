"""The reader's screen: what its keys, its panes' messages and the palette do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.timer import Timer

from lampungtui.config import Config
from lampungtui.errors import LampungtuiError
from lampungtui.foreign import Address
from lampungtui.language import say
from lampungtui.model import Headline, Position, View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.sources import Sources
from lampungtui.ui.browser import NoBrowser, open_address
from lampungtui.ui.commands import COMMANDS, PANE_WORDS, Command, Pane, bindings
from lampungtui.ui.pictures import NO_CANVAS, Canvas
from lampungtui.ui.sectioning import sections_of, view_name
from lampungtui.ui.widgets.article_view import ArticleView
from lampungtui.ui.widgets.bars import CategoryStrip, KeyBar
from lampungtui.ui.widgets.line_list import LineList, shown

if TYPE_CHECKING:
    pass


from lampungtui.ui.screens.searching import SearchingScreen

KEEP_SECONDS = 0.8
"""How long after the last movement the reader's place is written down."""

MINUTE_SECONDS = 60.0


class ReaderScreen(SearchingScreen):
    """The screen that a person reads on. Widgets send messages up; the state changes here."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self, room: Newsroom, config: Config, sources: Sources, canvas: Canvas = NO_CANVAS) -> None:
        super().__init__(room, config, canvas)
        self.sources_file = sources
        self._keeping: Timer | None = None

    def on_mount(self) -> None:
        self.query_one("#article-pane").border_title = Content(say("Article"))
        self.query_one("#sections-pane").border_title = Content(say("Categories"))
        self.sections.show(sections_of(self.room))
        self.watch_suspension()
        place = self.room.last_place()
        self._show_view(place.view, headline_id=place.headline_id)
        self._go_to(Pane.HEADLINES)
        self._tell_masthead()
        if self.headlines.current() is None:
            self._say_nothing_yet()
        if self.room.first_visit and not self.sources_file.anything_chosen and not self.room.store.newest_id():
            self._welcome()
        else:
            self.call_after_refresh(self._begin)

    def _welcome(self) -> None:
        """On the very first start: the reader says what they want to read before anybody is asked for it."""
        from lampungtui.ui.screens.choosing import ChoosingScreen

        def chosen(ids: Sequence[str] | None) -> None:
            if ids is not None:
                try:
                    self.sources_file.choose_outlets(ids)
                except LampungtuiError as error:
                    self.notify(shown(str(error)), title=say("Not stored"), severity="error", markup=False)
            self._counts_changed()
            self._tell_masthead()
            self._begin()

        self.app.push_screen(ChoosingScreen(self.sources_file, self.signs, welcome=True), chosen)

    def _begin(self) -> None:
        """What waits until the first screen is painted."""
        self._preview()
        self.set_interval(MINUTE_SECONDS, self._minute)
        if self.room.refreshing_wanted:
            self.keep_refreshed()

    def _minute(self) -> None:
        """Once a minute: the clock, and how long ago things were."""
        self.headlines.now = self.room.now()
        self.headlines.rows_changed()
        self._reread_sources()
        self.program.reread_settings()
        self._tell_masthead()

    def _reread_sources(self) -> None:
        """Follows what somebody wrote into the file of subscriptions meanwhile, by hand or by a command."""
        try:
            if self.sources_file.reread():
                self._counts_changed()
                if self.room.refreshing_wanted:
                    self.keep_refreshed()
        except LampungtuiError as error:
            self.notify(shown(str(error)), title=say("Not understood"), severity="warning", markup=False, timeout=10)

    # ------------------------------------------------------------------ messages from the panes

    def _later_show(self, view: View) -> None:
        """Shows a view when the cursor rests on it."""

        def show() -> None:
            if view != self.view:
                self._close_find()
                self._show_view(view)
                self._untouched = False
                self._preview_or_nothing()
                self._keep_place_later()

        self._soon(show)

    @on(LineList.Moved, "#sections")
    def _section_moved(self, event: LineList.Moved) -> None:
        view = self.sections.rows[event.row].view
        if view is not None:
            self._later_show(view)

    @on(LineList.Chosen, "#sections")
    def _section_chosen(self, event: LineList.Chosen) -> None:
        self._choose_section(event.row)

    def _choose_section(self, row: int) -> None:
        section = self.sections.rows[row]
        if section.trouble is not None:
            self.action_sources()
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
        self._untouched = False
        self._soon(self._preview)
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

    async def wear_theme(self, name: str) -> None:
        """Wears a theme from now on."""
        self.program.choose_theme(name)

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

    # ------------------------------------------------------------------ moving

    def _list(self) -> LineList | None:
        return {Pane.SECTIONS: self.sections, Pane.HEADLINES: self.headlines}.get(self.pane)

    def action_down(self) -> None:
        self._move(1)

    def action_up(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        self._untouched = False
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

    # ------------------------------------------------------------------ unread after unread

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

    # ------------------------------------------------------------------ reading and keeping

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

    def action_toggle_later(self) -> None:
        headline = self._chosen_headline()
        if headline is not None:
            self._put_aside([headline.id], later=not headline.later)
            word = say("No longer put aside") if headline.later else say("To read later")
            self.notify(shown(headline.title), title=word, markup=False, timeout=2)

    def action_mark_all_read(self) -> None:
        window = self.headlines.window
        if window is not None:
            self._mark_all(window, view_name(self.view))

    def action_undo(self) -> None:
        self._turn_back(again=False)

    def action_redo(self) -> None:
        self._turn_back(again=True)

    def action_browse(self) -> None:
        headline = self._chosen_headline()
        article = self.room.article(headline.id) if headline is not None else None
        if article is not None and article.url is not None:
            self._browse(article.url)

    def action_people(self) -> None:
        headline = self._chosen_headline()
        article = self.room.article(headline.id) if headline is not None else None
        if article is None:
            return
        from lampungtui.ui.screens.people import PeopleScreen

        def chosen(query: str | None) -> None:
            if query is not None:
                self.search_for(query)

        self.app.push_screen(PeopleScreen(self.room, article, self.signs), chosen)

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
            open_address(address, self.config.browser)
        except NoBrowser as error:
            self.app.copy_to_clipboard(address)
            self.notify(
                address + "\n" + say("The address was copied instead."),
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

    # ------------------------------------------------------------------ newsroom

    def action_refresh_now(self) -> None:
        self._reread_sources()
        self.refresh_by_hand()

    def action_sources(self) -> None:
        from lampungtui.ui.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(self.room, self.sources_file, self.signs), self._sources_left)

    def action_add(self) -> None:
        from lampungtui.ui.screens.adding import AddingScreen

        self.app.push_screen(AddingScreen(self.room, self.sources_file, self.signs), self._sources_left)

    def _sources_left(self, _result: object) -> None:
        """Paints what may have changed while the sources were looked at, and asks new ones."""
        self._counts_changed()
        self._tell_masthead()
        self.article.set_again()
        if self.room.refreshing_wanted:
            self.keep_refreshed()

    def action_help(self) -> None:
        from lampungtui.ui.screens.help import HelpScreen

        title = say("Keys in the {pane} pane").format(pane=say(PANE_WORDS[self.pane]))
        self.app.push_screen(HelpScreen(title, [each for each in COMMANDS if self.pane in each.panes]))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    async def action_leave_reader(self) -> None:
        await self.app.run_action("leave")
