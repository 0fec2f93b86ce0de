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
from lampungtui.language import say
from lampungtui.model import Position, View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.sources import Sources
from lampungtui.newsroom.window import ListPart
from lampungtui.telling.failures import error_words
from lampungtui.ui.commands import PANE_WORDS, Pane, bindings
from lampungtui.ui.palette import Offer, offers_of
from lampungtui.ui.pictures import NO_CANVAS, Canvas
from lampungtui.ui.reader_commands import COMMANDS
from lampungtui.ui.screens.choice import Choice, ChoiceScreen
from lampungtui.ui.screens.keeping import KeepingScreen
from lampungtui.ui.sectioning import sections_of
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.article_view import ArticleView
from lampungtui.ui.widgets.bars import CategoryStrip, KeyBar
from lampungtui.ui.widgets.line_list import LineList, shown

if TYPE_CHECKING:
    from lampungtui.ui.screens.sources import SourcesScreen

KEEP_SECONDS = 0.8
"""How long after the last movement the reader's place is written down."""

MOST_PASSED = 100
"""Rows of one step over which the cursor passes; a longer jump leaves what lies between unseen, and so unread."""

MINUTE_SECONDS = 60.0


class ReaderScreen(KeepingScreen):
    """The screen that a person reads on. Widgets send messages up; the state changes here."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, through="do")]

    def __init__(
        self, room: Newsroom, config: Config, sources: Sources, signs: Signs, canvas: Canvas = NO_CANVAS
    ) -> None:
        super().__init__(room, config, signs, canvas)
        self.sources_file = sources
        self._keeping: Timer | None = None
        self._a_minute_ago: tuple[View, int, Position] | None = None
        self._sources: SourcesScreen | None = None
        """The screen of the sources, while it lies over this one."""

    def on_mount(self) -> None:
        self.commands = self.program.keymap.worn(COMMANDS)
        self.query_one("#article-pane").border_title = Content(say("Article"))
        self.query_one("#sections-pane").border_title = Content(say("Categories"))
        self.sections.show(sections_of(self.room))
        self.watch_suspension()
        place = self.room.last_place()
        if place.search:
            self._before_search = place.view
            self.search_for(place.search, headline_id=place.headline_id)
        else:
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
                    self.notify(shown(error_words(error)), title=say("Not stored"), severity="error", markup=False)
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
        here = (self.view, self.headlines.cursor, self.article.position)
        if self.room.views_by_the_clock():
            self.count_views()
        self.keep_safe(idle=here == self._a_minute_ago)
        self._a_minute_ago = here

    @work(group="safe", exclusive=True, exit_on_error=False)
    async def keep_safe(self, *, idle: bool) -> None:
        """Backs up what was done; in an `idle` minute, in which nothing moved, also looks at the whole cache: as is due."""
        await self.program.storing.keep_safe(idle=idle)

    def _reread_sources(self) -> None:
        """Follows what somebody wrote into the file of subscriptions meanwhile, by hand or by a command."""
        try:
            if self.sources_file.reread():
                self.sources_changed()
        except LampungtuiError as error:
            self.notify(
                shown(error_words(error)), title=say("Not understood"), severity="warning", markup=False, timeout=10
            )

    # ------------------------------------------------------------------ messages from the panes

    def _later_show(self, view: View) -> None:
        """Shows a view when the cursor rests on it."""

        def show() -> None:
            here = self.sections.rows[self.sections.cursor].view if self.sections.rows else None
            if here != view:
                # The cursor has moved on meanwhile: showing this one would take it back.
                return
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
    def _headline_moved(self, event: LineList.Moved) -> None:
        self._untouched = False
        self._pass_by(event.before, event.row)
        self._soon(self._preview)
        self._keep_place_later()

    def _pass_by(self, before: int, row: int) -> None:
        """Marks what the cursor has passed as read, where the settings want that: what it goes down over, row by row."""
        window = self.headlines.window
        if self.config.mark_read != "scroll" or window is None or not before < row <= before + MOST_PASSED:
            return
        passed = [window.at(rank) for rank in range(before, row)]
        unread = [headline.id for headline in passed if headline is not None and not headline.read]
        if unread:
            self._mark(unread, read=True, by_hand=False)

    @on(LineList.Chosen, "#headlines")
    def _headline_chosen(self, _event: LineList.Chosen) -> None:
        headline = self.headlines.current()
        if headline is not None:
            self._open(headline)

    @on(ArticleView.Scrolled)
    def _article_scrolled(self, _event: ArticleView.Scrolled) -> None:
        self._keep_place_later()

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        self._end_typing()
        await self.run_command(event.command)

    @on(CategoryStrip.Stepped)
    def _strip_stepped(self, event: CategoryStrip.Stepped) -> None:
        self._step_category(event.by)

    async def wear_theme(self, name: str) -> None:
        """Wears a theme from now on."""
        self.program.choose_theme(name)

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
        searching = self.view.kind is ViewKind.SEARCH
        view = self._before_search if searching and self._before_search else self.view
        words = self.view.argument if searching else ""
        await self.room.keep_place(view, headline.id if headline else None, position, search=words)

    # ------------------------------------------------------------------ reading and keeping

    def action_toggle_read(self) -> None:
        headline = self._chosen_headline()
        if headline is not None:
            self._mark([headline.id], read=not headline.read)

    def action_toggle_saved(self) -> None:
        headline = self._chosen_headline()
        if headline is not None:
            self._save(headline, saved=not headline.saved)

    def action_toggle_later(self) -> None:
        headline = self._chosen_headline()
        if headline is not None:
            self._put_aside(headline, later=not headline.later)

    def action_mark_all_read(self) -> None:
        window = self.headlines.window
        if window is not None:
            self._mark_all(window, self.name_of(self.view))

    def action_mark_many(self) -> None:
        """Asks which part of the list is to be marked as read."""
        window, here = self.headlines.window, self.headlines.current()
        if window is None or here is None:
            return
        parts = {
            "a": (ListPart.ABOVE, say("Above the cursor")),
            "b": (ListPart.BELOW, say("Below the cursor")),
            "1": (ListPart.DAY, say("Older than a day")),
            "3": (ListPart.THREE_DAYS, say("Older than three days")),
            "7": (ListPart.WEEK, say("Older than a week")),
            "l": (ListPart.ALL, say("The whole list")),
        }

        def chosen(key: str | None) -> None:
            if key is not None:
                part, words = parts[key]
                self._mark_part(window, here, part, f"{self.name_of(self.view)}: {words}")

        choices = [Choice(key, words) for key, (_, words) in parts.items()]
        self.app.push_screen(ChoiceScreen(say("Mark as read"), choices, self.signs), chosen)

    def action_undo(self) -> None:
        self._turn_back(again=False)

    def action_redo(self) -> None:
        self._turn_back(again=True)

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

    def _leave_what_is_over_the_article(self) -> bool:
        if super()._leave_what_is_over_the_article():
            return True
        if self._version is not None:
            self._version = None
            self._show_again_forced()
            return True
        return self._leave_zen()

    def action_suspend(self) -> None:
        """Leaves the terminal to the shell until `fg`."""
        self.app.action_suspend_process()

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
        if self.room.progress is not None:
            self.stop_refreshing()
            return
        self._reread_sources()
        self.refresh_by_hand()

    def action_sources(self) -> None:
        from lampungtui.ui.screens.sources import SourcesScreen

        self._sources = SourcesScreen(self.room, self.sources_file, self.signs)
        self.app.push_screen(self._sources, self._sources_left)

    def action_add(self) -> None:
        self._add_source()

    def _add_source(self, address: str = "") -> None:
        from lampungtui.ui.screens.adding import AddingScreen

        adding = AddingScreen(self.room, self.sources_file, self.signs, address)
        self.app.push_screen(adding, self._sources_left)

    def _sources_left(self, _result: object) -> None:
        """What may have changed while the sources were looked at."""
        self._sources = None
        self.sources_changed()

    def _tell_masthead(self) -> None:
        super()._tell_masthead()
        if self._sources is not None and self._sources.is_mounted:
            self._sources.tell_again()

    def sources_changed(self) -> None:
        """Paints what other sources change, and asks new ones."""
        self._counts_changed()
        self._tell_masthead()
        self.article.set_again()
        if self.room.refreshing_wanted:
            self.keep_refreshed()

    def action_help(self) -> None:
        from lampungtui.ui.screens.help import HelpScreen

        title = say("Keys in the {pane} pane").format(pane=say(PANE_WORDS[self.pane]))
        self.app.push_screen(
            HelpScreen(title, [each for each in self.commands if self.pane in each.panes and each.keys], self.signs)
        )

    def action_palette(self) -> None:
        from lampungtui.ui.screens.palette import PaletteScreen

        async def chosen(offer: Offer | None) -> None:
            doing = offer.do() if offer is not None else None
            if doing is not None:
                await doing

        self.app.push_screen(PaletteScreen(list(offers_of(self)), self.signs), chosen)

    async def action_leave_reader(self) -> None:
        await self.app.run_action("leave")
