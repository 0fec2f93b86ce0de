"""An empty Textual app, and what it takes to show that a key was pressed: the floor under any Textual program."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static


class Bare(App[None]):
    """One line of text; `j` and `k` count it up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("j,k", "count"), Binding("q", "quit")]
    presses = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("presses: 0", id="line", markup=False)

    def action_count(self) -> None:
        """Shows one more press."""
        self.presses += 1
        self.query_one("#line", Static).update(f"presses: {self.presses}")


if __name__ == "__main__":
    Bare().run()
