"""A short list to choose from: by its letter, by arrows and Enter, or by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from lampungtui.language import say
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row, RowList

TALLEST = 16
"""Rows that are in sight at once."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: `key` is the letter that chooses it at once, `words` cleaned words, `aside` what is beside."""

    key: str
    words: str
    aside: str = ""


class ChoiceScreen(Dialog[str]):
    """Gives the key of what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], signs: Signs) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._choices = tuple(choices)
        self._signs = signs

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box -list -choice") as box:
            box.border_title = Content(shown(self._title))
            box.border_subtitle = Content(say("a letter chooses, Esc closes"))
            yield RowList(id="choices", signs=self._signs)

    def on_mount(self) -> None:
        rows = [Row(choice.words, choice.key, choice.aside) for choice in self._choices]
        self.query_one(RowList).styles.height = min(len(rows), TALLEST)
        self.query_one(RowList).show(rows, 0)
        self.query_one(RowList).focus()

    def on_key(self, event: events.Key) -> None:
        keys = {choice.key: choice for choice in self._choices}
        if event.character in keys:
            event.stop()
            self.dismiss(event.character)
        elif event.key in ("j", "k"):
            event.stop()
            self.action_move(1 if event.key == "j" else -1)
        elif event.key == "q":
            event.stop()
            self.dismiss(None)

    def action_move(self, by: int) -> None:
        self.query_one(RowList).move(by)

    def action_take(self) -> None:
        self.dismiss(self._choices[self.query_one(RowList).cursor].key)

    @on(LineList.Chosen)
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.action_take()

    def action_leave(self) -> None:
        self.dismiss(None)
