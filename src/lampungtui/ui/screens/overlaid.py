"""Screens over the reader: each is left once, and knows how wide it is from the first."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

Result = TypeVar("Result")


class Overlaid(Screen[Result]):
    """A screen that gives a result when it is left."""

    def on_screen_resume(self) -> None:
        # Textual puts these classes on when a size is told, and a screen that is opened is not always told of one.
        breakpoints = self.HORIZONTAL_BREAKPOINTS or []
        worn = max((each for each in breakpoints if each[0] <= self.app.size.width), default=(0, ""))
        for each in breakpoints:
            self.set_class(each == worn, each[1])

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
