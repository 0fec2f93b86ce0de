"""A screen with a list on the left, what the row under the cursor is about on the right, and its keys at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker

from lampungtui.ui.commands import Command
from lampungtui.ui.failures import write_down
from lampungtui.ui.screens.overlaid import Overlaid, Result
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.bars import KeyBar, Masthead
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row, RowList

LEAST_ROOM = 10
"""Cells below which words that go on begin at the left."""

if TYPE_CHECKING:
    from lampungtui.ui.app import LampungApp


@dataclass(frozen=True, slots=True)
class Hung:
    """Words behind a lead, such as a bullet or the name of a value: what of them goes on stands under the words."""

    lead: Content
    words: Content

    def lines(self, width: int) -> list[Content]:
        """Set in so many cells; in one line where that is not known yet."""
        room = width - self.lead.cell_length
        if room < LEAST_ROOM:
            return [self.lead + self.words]
        first, *rest = self.words.wrap(room) or [Content("")]
        hang = " " * self.lead.cell_length
        return [self.lead + first.rstrip(), *(Content(hang) + each.rstrip() for each in rest)]


Told = Content | Hung
"""A line of what is told of a row."""


class ListedScreen(Overlaid[Result]):
    """Rows and their details. A subclass says which rows, what is told of each, and what its commands do."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]  # noqa: RUF012  # as in the base class
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = []
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self.signs = signs

    def compose(self) -> ComposeResult:
        yield Masthead(id="masthead", signs=self.signs)
        yield from self.compose_above()
        with Horizontal(id="panes"):
            with Vertical(id="rows-pane", classes="pane -focused"):
                yield RowList(id="rows", signs=self.signs)
            with VerticalScroll(id="detail-pane", classes="pane", can_focus=False):
                yield Static(id="detail", classes="words")
        yield KeyBar(id="keys", signs=self.signs)

    def compose_above(self) -> ComposeResult:
        """What stands over the panes."""
        yield from ()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands here, with the keys that the person gave them."""
        return cast("LampungApp", self.app).keymap.worn(self.COMMANDS_HERE)

    @property
    def rows(self) -> RowList:
        return self.query_one("#rows", RowList)

    def on_mount(self) -> None:
        self.query_one(KeyBar).offer(
            sorted((each for each in self.commands if each.shown), key=lambda each: each.shown)
        )
        self.show_rows()
        # How wide the panes are, is known once they stand there.
        self.call_after_refresh(self.tell_detail)

    def on_resize(self) -> None:
        self.call_after_refresh(self.tell_detail)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        write_down(event.worker)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """One frame alone is the focus's."""
        self.query_one("#rows-pane").set_class(event.widget is self.rows, "-focused")

    def told(self) -> Sequence[Row]:
        """The rows as they are now."""
        raise NotImplementedError

    def detail(self, row: int) -> Sequence[Told]:
        """What is told of a row, line by line."""
        raise NotImplementedError

    def show_rows(self, cursor: int | None = None) -> None:
        """Shows the rows anew, and what is told of the one under the cursor."""
        self.rows.show(self.told(), cursor)
        self.show_detail()

    def show_detail(self) -> None:
        """Tells of the row under the cursor, from the top."""
        self.tell_detail()
        self.query_one("#detail-pane").scroll_to(y=0, animate=False, immediate=True)

    def tell_detail(self) -> None:
        """Tells of the row under the cursor; what of it is in sight stays there."""
        rows = self.rows
        told = bool(rows.row_count) and rows.row_open(rows.cursor)
        pane = self.query_one("#detail-pane")
        if not told:
            pane.border_title = None
        # Beside its scroll bar, be it there or not.
        width = pane.outer_size.width - pane.gutter.width - 1
        lines = self.detail(rows.cursor) if told else ()
        self.query_one("#detail", Static).update(set_together(lines, width))

    @on(LineList.Moved, "#rows")
    def _row_moved(self, _event: LineList.Moved) -> None:
        self.show_detail()

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        await self.do_clicked(event.command)

    async def do_clicked(self, command: Command) -> None:
        """Does the command of a key that was clicked."""
        await self.run_action(command.action)

    # ------------------------------------------------------------------ moving

    def action_down(self) -> None:
        self.rows.move(1)

    def action_up(self) -> None:
        self.rows.move(-1)

    def action_page_down(self) -> None:
        self.rows.page(1)

    def action_page_up(self) -> None:
        self.rows.page(-1)

    def action_top(self) -> None:
        self._to_end(first=True)

    def action_bottom(self) -> None:
        self._to_end(first=False)

    def _to_end(self, *, first: bool) -> None:
        stands = [index for index in range(self.rows.row_count) if self.rows.row_open(index)]
        if stands:
            self.rows.move_to(stands[0 if first else -1])

    def action_scroll_detail(self, by: int) -> None:
        self.query_one("#detail-pane").scroll_relative(y=by, animate=False)

    def action_help(self) -> None:
        from lampungtui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.help_title(), [each for each in self.commands if each.keys], self.signs))

    def help_title(self) -> str:
        """What the help calls this place."""
        raise NotImplementedError


def set_together(lines: Sequence[Told], width: int) -> Content:
    """Lines under one another, in so many cells."""
    set_lines: list[Content] = []
    for each in lines:
        set_lines += each.lines(width) if isinstance(each, Hung) else [each]
    return Content("\n").join(set_lines)


def in_columns(*groups: Sequence[tuple[str, str | None]]) -> list[Told]:
    """Names and values in two columns, an empty line between the groups; what has no value is left out."""
    told = [[(name, value) for name, value in group if value] for group in groups]
    width = max((len(name) for group in told for name, _ in group), default=0)
    lines: list[Told] = []
    for number, group in enumerate(told):
        lines += [Content("")] if number else []
        lines += [
            Hung(Content.styled(shown(name).ljust(width + 2), "$quiet"), Content(shown(value or "")))
            for name, value in group
        ]
    return lines
