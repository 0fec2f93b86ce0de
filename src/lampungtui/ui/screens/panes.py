"""The three panes: which are shown at a width, which has the focus, and what their frames say."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker

from lampungtui.config import Config
from lampungtui.errors import LampungtuiError
from lampungtui.language import counted, number, say
from lampungtui.model import Article, Grouping, Headline, Order, View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.window import HeadlineWindow
from lampungtui.query import Query, parse
from lampungtui.telling.failures import error_words
from lampungtui.telling.moments import full_date
from lampungtui.ui.arrangement import MEDIUM_FROM, WIDE_FROM, Arrangement, read_arrangement
from lampungtui.ui.commands import Pane, footer_commands
from lampungtui.ui.failures import write_down
from lampungtui.ui.reader_commands import COMMANDS
from lampungtui.ui.screens.breakpoints import wear_width
from lampungtui.ui.sectioning import category_name, category_names, view_name
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.article_view import ArticleView
from lampungtui.ui.widgets.bars import CategoryStrip, KeyBar, Masthead
from lampungtui.ui.widgets.headline_list import HeadlineList
from lampungtui.ui.widgets.line_list import shown
from lampungtui.ui.widgets.news_pane import NewsPane
from lampungtui.ui.widgets.sections import Sections
from lampungtui.ui.wording import state_words

if TYPE_CHECKING:
    from lampungtui.ui.app import LampungApp
    from lampungtui.ui.typeset import Page


class PanesScreen(Screen[None]):
    """Sections, headlines and article side by side, or as many of them as the width has room for."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # an instance variable of the base class
        (0, "-narrow"),
        (MEDIUM_FROM, "-medium"),
        (WIDE_FROM, "-wide"),
    ]
    AUTO_FOCUS = ""
    """None: the pane to begin with gets the focus."""

    def __init__(self, room: Newsroom, config: Config, signs: Signs) -> None:
        super().__init__()
        self.room = room
        self.config = config
        self.commands = COMMANDS
        self.arrangement = read_arrangement(room.session("arrangement"))
        self._lists = _read_lists(room.session("lists"))
        self.signs = signs
        self.view = View(ViewKind.ALL)
        self.pane = Pane.HEADLINES

    def compose(self) -> ComposeResult:
        wear_width(self)
        yield Masthead(id="masthead", signs=self.signs)
        with Horizontal(id="panes"):
            with NewsPane(Pane.SECTIONS):
                yield Sections(id="sections", signs=self.signs)
            with NewsPane(Pane.HEADLINES):
                yield CategoryStrip(id="strip", signs=self.signs)
                hint = say("words, or editor: penulis: daerah: media: rubrik: judul:")
                yield Input(id="find", placeholder=hint, select_on_focus=False)
                yield HeadlineList(
                    id="headlines",
                    category_name=category_name,
                    signs=self.signs,
                    outlets_of_stories=self.room.outlets_of_stories,
                )
            with NewsPane(Pane.ARTICLE):
                yield ArticleView(self._set_page, measure=self.measure, id="article")
                yield Input(id="find-here", placeholder=say("words in this article"), select_on_focus=False)
        yield KeyBar(id="keys", signs=self.signs)

    def use_config(self, config: Config) -> None:
        """Lives by other settings from now on. Language and signs come with a new screen."""
        before, self.config = self.config, config
        # What the settings say now counts more than what a key did before.
        if before.measure != config.measure:
            self.arrangement = replace(self.arrangement, measure=None)
        if before.sections != config.sections:
            self.arrangement = replace(self.arrangement, sections=None)
        if self.is_mounted:
            self.commands = self.program.keymap.worn(COMMANDS)
            self.article.use_measure(self.measure)
            self._arrange()
            self.query_one(KeyBar).offer(list(footer_commands(self.commands, self.pane)))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        write_down(event.worker)

    def on_screen_resume(self) -> None:
        """What lay over this screen is gone: the settings may ask for a new one."""
        self.program.renew_reader()

    def action_themes(self) -> None:
        """Lets the person choose a theme, each worn while it is looked at."""
        self.program.open_themes(self.signs)

    def action_settings(self) -> None:
        """Lets the person change the settings."""
        from lampungtui.ui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen(self.signs))

    @property
    def program(self) -> LampungApp:
        """The application, whose themes and settings these are."""
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

    @property
    def find_here(self) -> Input:
        return self.query_one("#find-here", Input)

    @property
    def typing(self) -> bool:
        """Whether words are being typed: every key is theirs then."""
        return isinstance(self.focused, Input)

    @property
    def sections_wanted(self) -> bool:
        """Whether the categories stand beside the headlines where there is room."""
        wanted = self.arrangement.sections
        return self.config.sections if wanted is None else wanted

    @property
    def measure(self) -> int:
        """The widest line of text, in cells."""
        return self.arrangement.measure or self.config.measure

    def _go_to(self, pane: Pane) -> None:
        """Gives a pane the focus, and the place on screen where there is room for one only."""
        self.pane = pane
        for each in Pane:
            self.pane_of(each).set_class(each is pane, "-focused")
        self._arrange()
        target = {Pane.SECTIONS: self.sections, Pane.HEADLINES: self.headlines, Pane.ARTICLE: self.article}[pane]
        # At once, not by message: the next key may be on its way already.
        self.set_focus(target, scroll_visible=False)
        self.query_one(KeyBar).offer(list(footer_commands(self.commands, pane)))

    def _arrange(self) -> None:
        """Shows the panes that the width has room for: three, headlines or sections with the article, or one."""
        arrangement = self.fitted(self.arrangement)
        zen = arrangement.zen and self.pane is Pane.ARTICLE
        wide = self.size.width >= WIDE_FROM
        alone = self.narrow or zen
        beside = wide and self.sections_wanted and not zen
        shown_panes = {
            Pane.SECTIONS: beside or self.pane is Pane.SECTIONS,
            Pane.HEADLINES: not zen
            and (wide or (self.pane is Pane.HEADLINES if self.narrow else self.pane is not Pane.SECTIONS)),
            Pane.ARTICLE: not alone or self.pane is Pane.ARTICLE,
        }
        for pane, is_shown in shown_panes.items():
            self.pane_of(pane).display = is_shown
        self.set_class(zen, "-zen")
        self.query_one(CategoryStrip).display = not beside
        self._give_widths(arrangement)

    def fitted(self, arrangement: Arrangement) -> Arrangement:
        """An arrangement with the widths that this screen has room for."""
        beside = self.size.width >= WIDE_FROM and (self.sections_wanted or self.pane is Pane.SECTIONS)
        return arrangement.fitted(self.size.width, beside=beside)

    def _give_widths(self, arrangement: Arrangement) -> None:
        """The widths that a person gave the panes, where they stand beside others; else those of the style sheet."""
        for pane, width in (
            (Pane.SECTIONS, arrangement.sections_width),
            (Pane.HEADLINES, arrangement.headlines_width),
        ):
            styles = self.pane_of(pane).styles
            if self.narrow or width is None:
                if styles.has_rule("width"):
                    for rule in ("width", "min_width", "max_width"):
                        styles.clear_rule(rule)
            else:
                styles.width = styles.min_width = styles.max_width = width

    def pane_of(self, pane: Pane) -> NewsPane:
        """The frame of a pane."""
        return self.query_one(f"#{pane}-pane", NewsPane)

    def on_resize(self) -> None:
        """The layout follows the width."""
        self._arrange()
        self._title_headlines()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press in another pane moves there. The focus itself is not followed: it also moves when panes are hidden."""
        for pane in Pane:
            frame = self.pane_of(pane)
            if pane is not self.pane and frame.display and frame.region.contains(event.screen_x, event.screen_y):
                self._go_to(pane)
                return

    @property
    def narrow(self) -> bool:
        """Whether one pane is shown at a time."""
        return self.size.width < MEDIUM_FROM

    @property
    def _article_in_sight(self) -> bool:
        return not self.narrow or self.pane is Pane.ARTICLE

    def _set_page(self, article: Article, measure: int) -> Page:
        """Typesets what the article's pane shows."""
        raise NotImplementedError

    def name_of(self, view: View) -> str:
        """What a view is called."""
        if view.kind is ViewKind.VIEW:
            saved = next((each for each in self.room.saved_views() if each.view == view), None)
            return str(shown(saved.name)) if saved is not None else view_name(view)
        return view_name(view)

    def category_of(self, headline: Headline) -> str:
        """The name of a headline's rubric."""
        return str(shown(category_name(headline.category)))

    def listed_as(self, view: View) -> tuple[Order | None, Grouping | None]:
        """How a person has ordered and grouped a view; None where they never did."""
        return self._lists.get(view.slug, (None, None))

    def list_view_as(self, view: View, order: Order, grouping: Grouping) -> None:
        """Orders and groups a view so from now on."""
        self._lists[view.slug] = (order, grouping)
        self.keep_lists()

    @work(group="lists", exit_on_error=False)
    async def keep_lists(self) -> None:
        """Remembers the lists' order for the next visit; a search's goes with it."""
        kept = {slug: list(how) for slug, how in self._lists.items() if not slug.startswith(f"{ViewKind.SEARCH}:")}
        try:
            await self.room.keep_session("lists", json.dumps(kept))
        except LampungtuiError as error:
            self.notify(shown(error_words(error)), title=say("Not stored"), severity="error", markup=False)

    def _query_of(self, view: View) -> Query | None:
        """What a view asks for, whose words are marked in titles and texts."""
        if view.kind is ViewKind.SEARCH:
            return parse(view.argument)
        if view.kind is ViewKind.VIEW:
            saved = next((each for each in self.room.saved_views() if each.view == view), None)
            return parse(saved.query) if saved is not None else None
        return None

    def _show_view(self, view: View, *, headline_id: int | None = None, window: HeadlineWindow | None = None) -> None:
        """Shows a view with everything that has arrived by now; the cursor goes to `headline_id` where it is there.

        `window` is the view's where it was looked for already.
        """
        self.view = view
        order, grouping = self.listed_as(view)
        window = window or self.room.window(view, order=order, grouping=grouping)
        query = self._query_of(view)
        self.headlines.query_shown = query
        self.article.mark_words(query)
        row = 0
        if headline_id is not None:
            headline = self.room.store.headline(headline_id)
            found = window.find(headline) if headline is not None else None
            row = found if found is not None else 0
        self.headlines.now = self.room.now()
        self.headlines.show(window, row)
        section = self.sections.row_of(view)
        if section is not None:
            self.sections.move_to(section, tell=False)
        self._title_headlines()
        self._tell_strip()
        self._tell_masthead()

    def _title_headlines(self) -> None:
        pane = self.query_one("#headlines-pane")
        window = self.headlines.window
        tally = window.tally() if window is not None and window.held else self.room.tally(self.view)
        parts = [shown(self.name_of(self.view)), counted("{n} article", "{n} articles", tally.total)]
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
            self.query_one(CategoryStrip).tell("", self.name_of(self.view), "")
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
        day = full_date(self.room.now())
        self.query_one(Masthead).tell(
            place=place or self.name_of(self.view),
            day=day,
            state=state_words(self.room, self.signs),
            troubled=self.room.offline or bool(self.room.store.deeds.waiting),
        )


def _read_lists(text: str | None) -> dict[str, tuple[Order | None, Grouping | None]]:
    """How lists were ordered and grouped; nothing of what is not understood."""
    try:
        told = json.loads(text) if text else {}
        return {str(slug): (Order(order), Grouping(grouping)) for slug, (order, grouping) in told.items()}
    except (ValueError, TypeError, AttributeError):
        return {}
