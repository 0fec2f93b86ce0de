"""The frame of a pane; its sides can be dragged, which moves the split between it and its neighbour."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.containers import Vertical
from textual.message import Message

from lampungtui.ui.commands import Pane


class NewsPane(Vertical):
    """One of the reader's panes."""

    @dataclass
    class Dragged(Message):
        """A side of a pane was dragged to a column of the screen; `let_go` when the button came up."""

        pane: Pane
        left: bool
        column: int
        let_go: bool = False

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, NewsPane.Dragged) and not message.let_go

    def __init__(self, pane: Pane) -> None:
        super().__init__(id=f"{pane}-pane", classes="pane")
        self._pane = pane
        self._side: bool | None = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        column = event.screen_x
        if event.button == 1 and column in (self.region.x, self.region.right - 1):
            event.stop()
            self._side = column == self.region.x
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._side is not None:
            self.post_message(self.Dragged(self._pane, self._side, event.screen_x))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._side is not None:
            self.release_mouse()
            side, self._side = self._side, None
            self.post_message(self.Dragged(self._pane, side, event.screen_x, let_go=True))
