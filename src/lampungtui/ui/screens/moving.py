"""Moving: rows and lines, pages, panes and categories, unread after unread; and how often, by a number before the key."""

from __future__ import annotations

from textual.timer import Timer

from lampungtui.config import Config
from lampungtui.language import say
from lampungtui.model import Headline, View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.window import HeadlineWindow
from lampungtui.ui.commands import Command, Pane
from lampungtui.ui.pictures import NO_CANVAS, Canvas
from lampungtui.ui.screens.searching import SearchingScreen
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.bars import KeyBar
from lampungtui.ui.widgets.line_list import LineList, shown

COUNT_SECONDS = 0.7
"""How long a single figure waits for the key that it counts; then it means the category of that number."""

MOST_COUNTED = 9_999
MOST_OPENED = 50
"""Articles that one key opens one after the other at most."""


class MovingScreen(SearchingScreen):
    """Moves through what there is."""

    def __init__(self, room: Newsroom, config: Config, signs: Signs, canvas: Canvas = NO_CANVAS) -> None:
        super().__init__(room, config, signs, canvas)
        self._typed = 0
        self._counted: int | None = None
        self._counting: Timer | None = None

    # ------------------------------------------------------------------ commands and their numbers

    async def action_do(self, command_id: str) -> None:
        """Does a command by its key; a number that was typed before belongs to it."""
        command = next((each for each in self.commands if each.id == command_id), None)
        if command is not None:
            await self.run_command(command)

    async def run_command(self, command: Command) -> None:
        """Does a command of the registry."""
        typed, self._typed = self._typed, 0
        self._tell_count()
        self._counted = typed if typed and command.counts else None
        try:
            await self.run_action(command.action)
        finally:
            self._counted = None

    def times(self) -> int:
        """How often the command that is being done is wanted."""
        return self._counted or 1

    def action_digit(self, key: str) -> None:
        """A figure: of a number before a key, or of a category when no key follows."""
        if key == "0" and not self._typed:
            return
        self._typed = min(MOST_COUNTED, self._typed * 10 + int(key))
        self._tell_count()

    def _tell_count(self) -> None:
        if self._counting is not None:
            self._counting.stop()
            self._counting = None
        if self._typed:
            self._counting = self.set_timer(COUNT_SECONDS, self._count_alone)
        self.query_one(KeyBar).tell_count(str(self._typed) if self._typed else "")

    def _count_alone(self) -> None:
        """No key followed the number."""
        if self.program.turns.busy:
            # One that was typed in time may still be on its way where the machine has much to do.
            self._tell_count()
            return
        number, self._typed = self._typed, 0
        self._tell_count()
        section = next((row for row in self.sections.rows if row.number == number), None)
        if section is not None and section.view is not None:
            self.go_to_view(section.view)
        else:
            told = say("There is no category {number}.").format(number=number)
            self.notify(told, markup=False, timeout=2)

    def go_to_view(self, view: View) -> None:
        """Shows a view and gives the headlines the focus."""
        self._close_find()
        self._show_view(view)
        self._go_to(Pane.HEADLINES)
        self._preview_or_nothing()
        self._keep_place_later()

    def _chosen_headline(self) -> Headline | None:
        """The article that a key means: the one being read, else the one under the cursor."""
        if self.pane is Pane.ARTICLE and self.article.article is not None:
            return self.room.store.headline(self.article.article.headline.id)
        return self.headlines.current()

    def _choose_section(self, row: int) -> None:
        """Opens a row of the sections."""
        raise NotImplementedError

    def _keep_place_later(self) -> None:
        """Writes the reader's place down soon."""
        raise NotImplementedError

    # ------------------------------------------------------------------ rows, lines, pages

    def _list(self) -> LineList | None:
        return {Pane.SECTIONS: self.sections, Pane.HEADLINES: self.headlines}.get(self.pane)

    def action_down(self) -> None:
        self._move(self.times())

    def action_up(self) -> None:
        self._move(-self.times())

    def _move(self, by: int) -> None:
        self._untouched = False
        rows = self._list()
        if rows is not None:
            rows.move(by)
        else:
            self.article.scroll_lines(by)

    def action_page_down(self) -> None:
        self._page(self.times())

    def action_page_up(self) -> None:
        self._page(-self.times())

    def _page(self, direction: int) -> None:
        rows = self._list()
        if rows is not None:
            rows.page(direction)
        else:
            self.article.scroll_lines(direction * self.article.screenful())

    def action_top(self) -> None:
        if self._counted is not None:
            self._go_to_place(self.times())
            return
        rows = self._list()
        if rows is None:
            self.article.scroll_to(y=0, animate=False, immediate=True)
            return
        window = self.headlines.window
        if rows is self.headlines and window is not None and self.room.arrived(self.view, window.as_of):
            self._show_view(self.view)
            self._preview()
        rows.top()

    def _go_to_place(self, number: int) -> None:
        """To the row, or the line, of a number that was typed."""
        rows = self._list()
        if rows is not None:
            rows.move_to(number - 1)
        else:
            self.article.scroll_to(y=number - 1, animate=False, immediate=True)

    def action_bottom(self) -> None:
        if self._counted is not None:
            self._go_to_place(self.times())
            return
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
                if not self._leave_what_is_over_the_article():
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

    def _leave_what_is_over_the_article(self) -> bool:
        """Leaves what Esc leaves first while an article is read; whether there was any."""
        return False

    def action_next_category(self) -> None:
        self._step_category(self.times())

    def action_previous_category(self) -> None:
        self._step_category(-self.times())

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

    def action_next_article(self) -> None:
        self._go_article(self.times())

    def action_previous_article(self) -> None:
        self._go_article(-self.times())

    def _go_article(self, by: int) -> None:
        """The next article of the list, or the one before: opened where one is read, else the cursor goes there."""
        window = self.headlines.window
        if window is None or not window.total:
            return
        self._untouched = False
        row = max(0, min(window.total - 1, self.headlines.cursor + by))
        if row == self.headlines.cursor:
            self.notify(say("The list ends here."), markup=False, timeout=2)
            return
        self.headlines.move_to(row, tell=self.pane is not Pane.ARTICLE)
        headline = self.headlines.current()
        if headline is not None and self.pane is Pane.ARTICLE:
            self._open(headline)

    # ------------------------------------------------------------------ unread after unread

    def _go_unread(self, *, forward: bool) -> None:
        """Opens unread articles of the view, one after the other, as many as are wanted.

        Where there is none any more at once, it goes on with the first of the next category that has any. Not in the
        middle: that what was opened on the way is read is not stored before this is done, so no count knows of it.
        """
        for step in range(min(self.times(), MOST_OPENED)):
            if not self._step_unread(forward=forward, onward=step == 0):
                return

    def _step_unread(self, *, forward: bool, onward: bool) -> bool:
        """Opens the next unread article, of another category only `onward`; whether there was one."""
        window = self.headlines.window
        current = self.headlines.current()
        if window is None:
            return False
        found = self.room.neighbour_unread(window, current, forward=forward)
        if found is None and not onward:
            return False
        if found is None:
            view = self._view_with_unread(forward=forward)
            if view is not None:
                self._close_find()
                self._show_view(view)
                window = self.headlines.window
                found = self._end_unread(window, forward=forward) if window is not None else None
                if found is not None:
                    title = say("Next category") if forward else say("Category before")
                    self.notify(shown(self.name_of(view)), title=title, markup=False, timeout=2)
        if found is None or window is None:
            self.notify(say("Nothing unread is left here."), markup=False, timeout=3)
            return False
        row = window.find(found)
        if row is not None:
            self.headlines.move_to(row, tell=False)
        if self.pane is Pane.ARTICLE or not self.narrow:
            self._open(found)
        return True

    def _end_unread(self, window: HeadlineWindow, *, forward: bool) -> Headline | None:
        """The first unread headline of a window, or the last one."""
        if forward:
            return self.room.neighbour_unread(window, None, forward=True)
        last = window.at(window.total - 1)
        return last if last is None or not last.read else self.room.neighbour_unread(window, last, forward=False)

    def _view_with_unread(self, *, forward: bool) -> View | None:
        rows = self.sections.rows
        here = self.sections.row_of(self.view)
        ahead = [*rows[(here or 0) + 1 :], *rows[: here or 0]]
        if not forward:
            ahead.reverse()
        return next(
            (
                row.view
                for row in ahead
                if row.view is not None and row.view.kind is ViewKind.CATEGORY and row.tally and row.tally.unread
            ),
            None,
        )
