"""Small questions: a line of words, and a tag out of those that there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from lampungtui.foreign import clean_line
from lampungtui.language import counted, say
from lampungtui.model import Tag
from lampungtui.query import folded
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row, RowList, Tone

TALLEST = 10


class AskScreen(Dialog[str]):
    """Asks for a few words; gives them, or None. Nothing is not given."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False, priority=True)]

    def __init__(self, title: str, words: str = "", *, hint: str = "") -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._words = words
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content(shown(self._title))
            box.border_subtitle = Content(say("Enter keeps it, Esc leaves it"))
            yield Input(self._words, placeholder=self._hint, id="asked", compact=True)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        words = clean_line(event.value)
        if words:
            self.dismiss(str(words))

    def action_leave(self) -> None:
        self.dismiss(None)


class TagScreen(Dialog[str]):
    """Gives the name of the tag that an article gets, or loses where it has it; None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, tags: Sequence[Tag], worn: Sequence[str], signs: Signs) -> None:
        super().__init__(classes="dialog")
        self._tags = tuple(tags)
        self._worn = {folded(name) for name in worn}
        self._signs = signs
        self._names: list[str] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box -list -choice") as box:
            box.border_title = Content(say("Tag"))
            box.border_subtitle = Content(say("type a name, Enter tags or takes it away"))
            yield Input(placeholder=say("a new tag, or one of these"), id="tag", compact=True)
            yield RowList(id="tags", signs=self._signs)

    def on_mount(self) -> None:
        self._offer("")
        self.query_one(Input).focus()

    @on(Input.Changed, "#tag")
    def _typed(self, event: Input.Changed) -> None:
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        wanted = folded(typed)
        rows: list[Row] = []
        self._names = []
        new = str(clean_line(typed).lstrip("#"))
        if wanted and all(folded(tag.name) != wanted for tag in self._tags):
            rows.append(Row(new, self._mark(new), say("new")))
            self._names.append(new)
        for tag in self._tags:
            if wanted in folded(tag.name):
                rows.append(
                    Row(tag.name, self._mark(tag.name), counted("{n} article", "{n} articles", tag.tally.total))
                )
                self._names.append(str(tag.name))
        if not rows:
            rows.append(Row(say("no tags yet"), tone=Tone.QUIET))
        self.query_one(RowList).styles.height = max(1, min(len(rows), TALLEST))
        self.query_one(RowList).show(rows, 0)

    def _mark(self, name: str) -> str:
        return f"[{self._signs.chosen}]" if folded(name) in self._worn else "[ ]"

    @on(Input.Submitted, "#tag")
    def _submitted(self, _event: Input.Submitted) -> None:
        if self._names:
            self.dismiss(self._names[self.query_one(RowList).cursor])

    @on(LineList.Chosen)
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        if self._names:
            self.dismiss(self._names[self.query_one(RowList).cursor])

    def action_move(self, by: int) -> None:
        self.query_one(RowList).move(by)

    def action_leave(self) -> None:
        self.dismiss(None)
