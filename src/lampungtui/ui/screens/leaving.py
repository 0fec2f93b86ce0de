"""Screens that are left once, however often somebody says so."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

Result = TypeVar("Result")


class LeftOnce(Screen[Result]):
    """Takes itself from the screen and no other one. Quick hands press Enter, or a letter, again before the first press
    has had its effect: Textual would then take away the screen beneath as well, the last of them with the whole reader."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        stack = self.app.screen_stack
        if self not in stack:
            return AwaitComplete()
        # What was opened over this screen, such as its help, goes with it.
        for _ in stack[stack.index(self) + 1 :]:
            self.app.pop_screen()
        return super().dismiss(result)


class Dialog(ModalScreen[Result], LeftOnce[Result]):
    """A box over the screen that it was called from."""
