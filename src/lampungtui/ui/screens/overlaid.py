"""Screens over the reader: each is left once, and knows how wide it is from the first."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

from lampungtui.ui.screens.breakpoints import wear_width

Result = TypeVar("Result")


class Overlaid(Screen[Result]):
    """A screen that gives a result when it is left."""

    def on_screen_resume(self) -> None:
        # Textual does it when a size is told, and a screen that is opened is not always told of one.
        wear_width(self)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Takes this screen away and no other one. Quick hands press Enter, or a letter, again before the first press has
        had its effect: Textual would then take away the screen beneath as well, the last of them with the whole reader.
        """
        stack = self.app.screen_stack
        if self not in stack:
            return AwaitComplete()
        # What was opened over this screen, such as its help, goes with it.
        for _ in stack[stack.index(self) + 1 :]:
            self.app.pop_screen()
        return super().dismiss(result)


class Dialog(ModalScreen[Result], Overlaid[Result]):
    """A box over the screen that it was called from."""
