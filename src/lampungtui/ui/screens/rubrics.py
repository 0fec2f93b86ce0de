"""Choosing a rubric: the tree of categories as a short list."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from lampungtui.language import say
from lampungtui.outlets.categories import category_tree
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.sectioning import category_name
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import LineList
from lampungtui.ui.widgets.row_list import Row, RowList, Tone

BY_LABELS = ""
"""The answer for a source whose articles say themselves where they belong."""


class RubricScreen(Dialog[str]):
    """Gives a category's path, BY_LABELS for none, or None where nothing was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
        Binding("j,down", "move(1)", show=False, priority=True),
        Binding("k,up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, signs: Signs, chosen: str | None) -> None:
        super().__init__(classes="dialog")
        self._signs = signs
        self._paths = [BY_LABELS, *(each.path for each in category_tree())]
        self._chosen = chosen or BY_LABELS

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box -list") as box:
            box.border_title = Content(say("Category"))
            box.border_subtitle = Content(say("Enter takes it, Esc leaves it"))
            yield RowList(id="rubrics", signs=self._signs)

    def on_mount(self) -> None:
        rows = [Row(say("by its labels"), tone=Tone.QUIET)]
        rows += [Row(category_name(path), indent=2 * path.count("/")) for path in self._paths[1:]]
        here = self._paths.index(self._chosen) if self._chosen in self._paths else 0
        self.query_one(RowList).show(rows, here)
        self.query_one(RowList).focus()

    def action_move(self, by: int) -> None:
        self.query_one(RowList).move(by)

    def action_take(self) -> None:
        self.dismiss(self._paths[self.query_one(RowList).cursor])

    @on(LineList.Chosen)
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.action_take()

    def action_leave(self) -> None:
        self.dismiss(None)
