"""Finding a command, a section, an outlet or a theme by its name.

A dialog of ours and not Textual's palette: that one says some things in English whatever the language, and draws a sign
that a plain terminal lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from lampungtui.language import say
from lampungtui.ui.palette import Offer, matching
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import LineList
from lampungtui.ui.widgets.row_list import Row, RowList, Tone

TALLEST = 14
"""Rows that are in sight at once."""


class PaletteScreen(Dialog[Offer]):
    """Gives the offer that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "leave", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(self, offers: Sequence[Offer], signs: Signs) -> None:
        super().__init__(classes="dialog")
        self._offers = tuple(offers)
        self._signs = signs
        self._found: Sequence[Offer] = ()
        self._typed_last = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box -list -palette") as box:
            box.border_title = Content(say("What do you want to do?"))
            box.border_subtitle = Content(say("type to search, Enter does it, Esc closes"))
            yield Input(id="wanted", placeholder=say("a command, a category, an outlet, a theme"), compact=True)
            yield RowList(id="offers", signs=self._signs)

    def on_mount(self) -> None:
        self._offer("")
        self.query_one(Input).focus()

    @on(Input.Changed, "#wanted")
    def _typed(self, event: Input.Changed) -> None:
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        self._typed_last = typed
        self._found = matching(self._offers, typed)
        rows = [Row(offer.words, aside=offer.keys) for offer in self._found]
        if not rows:
            rows.append(Row(say("Nothing is called so."), tone=Tone.QUIET))
        rows_seen = self.query_one(RowList)
        rows_seen.styles.height = min(len(rows), TALLEST)
        rows_seen.show(rows, 0)
        rows_seen.scroll_to(y=0, animate=False, immediate=True)

    @on(Input.Submitted, "#wanted")
    def _submitted(self, event: Input.Submitted) -> None:
        if self._typed_last != event.value:
            # Enter may come before the last letters were told: what stands in the line counts.
            self._offer(event.value)
        self._take()

    @on(LineList.Chosen)
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self._take()

    def _take(self) -> None:
        if self._found:
            self.dismiss(self._found[self.query_one(RowList).cursor])

    def action_move(self, by: int) -> None:
        self.query_one(RowList).move(by)

    def action_page(self, direction: int) -> None:
        self.query_one(RowList).page(direction)

    def action_leave(self) -> None:
        self.dismiss(None)
