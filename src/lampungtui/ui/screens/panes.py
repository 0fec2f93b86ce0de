"""The three panes: which are shown at a width, which has the focus, and what their frames say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from lampungtui.config import Config
from lampungtui.language import counted, number, say
from lampungtui.model import Article, View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.telling.moments import full_date
from lampungtui.ui.commands import Pane, footer_commands
from lampungtui.ui.sectioning import category_name, category_names, view_name
from lampungtui.ui.signs import ASCII, UNICODE, Signs
from lampungtui.ui.widgets.article_view import ArticleView
from lampungtui.ui.widgets.bars import CategoryStrip, KeyBar, Masthead
from lampungtui.ui.widgets.headline_list import HeadlineList
from lampungtui.ui.widgets.line_list import shown
from lampungtui.ui.widgets.sections import Sections
from lampungtui.ui.wording import state_words

if TYPE_CHECKING:
    from lampungtui.ui.app import LampungApp
    from lampungtui.ui.typeset import Page


MEDIUM_FROM = 80
"""Columns from which headlines and article stand side by side."""

WIDE_FROM = 120
"""Columns from which the sections stand beside them."""


class PanesScreen(Screen[None]):
    """Sections, headlines and article side by side, or as many of them as the width has room for."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # an instance variable of the base class
        (0, "-narrow"),
        (MEDIUM_FROM, "-medium"),
        (WIDE_FROM, "-wide"),
    ]
    AUTO_FOCUS = None

    def __init__(self, room: Newsroom, config: Config) -> None:
        super().__init__()
        self.room = room
        self.config = config
        self.signs: Signs = ASCII if config.ascii else UNICODE
        self.view = View(ViewKind.ALL)
        self.pane = Pane.HEADLINES

    def compose(self) -> ComposeResult:
        yield Masthead(id="masthead", signs=self.signs)
        with Horizontal(id="panes"):
            with Vertical(id="sections-pane", classes="pane"):
                yield Sections(id="sections", signs=self.signs)
            with Vertical(id="headlines-pane", classes="pane"):
                yield CategoryStrip(id="strip", signs=self.signs)
                hint = say("words, or editor: penulis: daerah: media: rubrik: judul:")
                yield Input(id="find", placeholder=hint, select_on_focus=False)
                yield HeadlineList(id="headlines", category_name=category_name, signs=self.signs)
            with Vertical(id="article-pane", classes="pane"):
                yield ArticleView(self._set_page, measure=self.config.measure, id="article")
        yield KeyBar(id="keys")

    def use_config(self, config: Config) -> None:
        """Lives by other settings from now on. Language and signs come with a new screen."""
        self.config = config
        if self.is_mounted:
            self.article.use_measure(config.measure)

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

    def _go_to(self, pane: Pane) -> None:
        """Gives a pane the focus, and the place on screen where there is room for one only."""
        self.pane = pane
        for each in Pane:
            self.query_one(f"#{each}-pane").set_class(each is pane, "-focused")
        self._arrange()
        target = {Pane.SECTIONS: self.sections, Pane.HEADLINES: self.headlines, Pane.ARTICLE: self.article}[pane]
        # At once, not by message: the next key may be on its way already.
        self.set_focus(target, scroll_visible=False)
        self.query_one(KeyBar).offer(list(footer_commands(pane)))

    def _arrange(self) -> None:
        """Shows the panes that the width has room for: three, headlines or sections with the article, or one."""
        wide, narrow = self.size.width >= WIDE_FROM, self.narrow
        shown_panes = {
            Pane.SECTIONS: wide or self.pane is Pane.SECTIONS,
            Pane.HEADLINES: wide or (self.pane is Pane.HEADLINES if narrow else self.pane is not Pane.SECTIONS),
            Pane.ARTICLE: not narrow or self.pane is Pane.ARTICLE,
        }
        for pane, is_shown in shown_panes.items():
            self.query_one(f"#{pane}-pane").display = is_shown
        self.query_one(CategoryStrip).display = not wide

    def on_resize(self) -> None:
        """The layout follows the width."""
        self._arrange()
        self._title_headlines()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press in another pane moves there. The focus itself is not followed: it also moves when panes are hidden."""
        for pane in Pane:
            if pane is not self.pane and event.widget in self.query_one(f"#{pane}-pane").walk_children():
                self._go_to(pane)

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

    def _show_view(self, view: View, *, headline_id: int | None = None) -> None:
        """Shows a view with everything that has arrived by now; the cursor goes to `headline_id` where it is there."""
        self.view = view
        window = self.room.window(view)
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
        day = full_date(self.room.now())
        self.query_one(Masthead).tell(
            place=place or view_name(self.view),
            day=day,
            state=state_words(self.room, self.signs),
            troubled=self.room.offline,
        )
