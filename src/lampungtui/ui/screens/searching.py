"""The search line: words typed become a view while they are typed, and Esc gives the view before back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on, work
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from lampungtui.config import Config
from lampungtui.errors import LampungtuiError
from lampungtui.language import say
from lampungtui.model import View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.query import Problem, parse
from lampungtui.telling.queries import problem_words
from lampungtui.ui.commands import Command, Pane
from lampungtui.ui.pictures import NO_CANVAS, Canvas
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import shown

if TYPE_CHECKING:
    pass


from lampungtui.telling.failures import error_words
from lampungtui.ui.screens.reading import ReadingScreen

SEARCH_SECONDS = 0.15
"""How long after the last letter a search runs."""

FRAME = 4
"""Cells of the line's frame that hold no words."""


class SearchingScreen(ReadingScreen):
    """Finding articles by their words."""

    def __init__(self, room: Newsroom, config: Config, signs: Signs, canvas: Canvas = NO_CANVAS) -> None:
        super().__init__(room, config, signs, canvas)
        self._before_search: View | None = None
        self._searching: Timer | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While words are being typed, every key is theirs; else a key belongs to the command that this pane has for it."""
        if not self.is_mounted or self.typing:
            return False
        if action == "do" and parameters:
            command = next((each for each in self.commands if each.id == parameters[0]), None)
            return command is not None and self.pane in command.panes
        return True

    def action_search(self) -> None:
        if self._before_search is None:
            self._before_search = self.view
        if self.pane is not Pane.HEADLINES:
            self._go_to(Pane.HEADLINES)
        self.find.display = True
        self.set_focus(self.find, scroll_visible=False)
        # What is searched already is there to be changed, and goes with the first letter of something else.
        self.find.action_select_all()

    def search_for(self, words: str, *, headline_id: int | None = None) -> None:
        """Shows what a query finds, as if it had been typed; Esc leads back."""
        if self._before_search is None:
            self._before_search = self.view
        self.find.display = True
        with self.prevent(Input.Changed):
            self.find.value = words
        self._search(words, headline_id=headline_id)
        self._go_to(Pane.HEADLINES)

    @on(Input.Changed, "#find")
    def _find_changed(self, event: Input.Changed) -> None:
        if self._searching is not None:
            self._searching.stop()
        words = event.value.strip()
        if words:
            self._searching = self.set_timer(SEARCH_SECONDS, lambda: self.look(words))

    @work(group="search", exclusive=True, exit_on_error=False)
    async def look(self, words: str) -> None:
        """Searches beside the reader, so that no letter waits; only what was typed last is shown."""
        view = View(ViewKind.SEARCH, words)
        order, grouping = self.listed_as(view)
        try:
            window = await self.room.find(view, order=order, grouping=grouping)
        except LampungtuiError as error:
            self.notify(shown(error_words(error)), title=say("Search failed"), severity="error", markup=False)
            return
        if window is not None and self.focused is self.find and self.find.value.strip() == words:
            self._show_view(view, window=window)
            self._preview_or_nothing()
            self._tell_problems(words)

    def _search(self, words: str, *, headline_id: int | None = None) -> None:
        if not self.find.display:
            return
        self._show_view(View(ViewKind.SEARCH, words), headline_id=headline_id)
        self._preview_or_nothing()
        self._tell_problems(words)

    def _tell_problems(self, words: str) -> None:
        """Says in the frame of the line what of a query was not understood, and why."""
        problems = parse(words).problems
        self.find.border_subtitle = Content(_problem_told(problems[0]) if problems else "")
        self.find.set_class(bool(problems), "-problem")

    def _take_words(self) -> None:
        """The words are typed: what they find is shown, and the next key is for the headlines."""
        if self._searching is not None:
            self._searching.stop()
        words = self.find.value.strip()
        if words:
            self._search(words)
            self._tell_whole_problems(words)
            self._go_to(Pane.HEADLINES)
        else:
            self._leave_search()

    def _tell_whole_problems(self, words: str) -> None:
        """The frame shows the first alone, and what of it has room."""
        problems = parse(words).problems
        told = [_problem_told(problem) for problem in problems]
        if len(told) > 1 or any(cell_len(each) > self.find.size.width - FRAME for each in told):
            self.notify("\n".join(told), title=say("Not understood"), severity="warning", markup=False)

    async def on_key(self, event: events.Key) -> None:
        # Not `has_focus`: a widget learns by message that it has lost it, when the next key may have been here already.
        if self.focused is self.find:
            if event.key == "enter":
                # Here, and not by the line's own message, which comes when the next key is on its way already.
                event.stop()
                self._take_words()
            elif event.key == "escape":
                event.stop()
                self._leave_search()
            elif event.key == "down":
                event.stop()
                if self.view == View(ViewKind.SEARCH, self.find.value.strip()):
                    self._go_to(Pane.HEADLINES)
                else:
                    self._take_words()
        elif event.key == "D" and not self.room.store.newest_id():
            event.stop()
            await self.app.run_action("open_demo")
        elif not self.typing:
            # A key that was typed right behind the words: it was let past the bindings while they were being typed.
            command = next((each for each in self.commands if event.key in each.keys and self.pane in each.panes), None)
            if command is not None and not command.keyed:
                event.stop()
                await self.run_command(command)

    async def run_command(self, command: Command) -> None:
        """Does a command of the registry."""
        raise NotImplementedError

    def _close_find(self) -> None:
        self.find.display = False
        with self.prevent(Input.Changed):
            self.find.value = ""
        self._before_search = None

    def _leave_search(self) -> None:
        view = self._before_search or View(ViewKind.ALL)
        self._close_find()
        self._show_view(view)
        self._go_to(Pane.HEADLINES)
        self._preview_or_nothing()


def _problem_told(problem: Problem) -> str:
    return f"{shown(problem.text)}: {problem_words(problem)}"
