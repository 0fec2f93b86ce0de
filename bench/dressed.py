"""What the reader's first screen costs without the reader: its styles, and its panes over lines of text that stand here.

Nothing is read, and no module of the reader is imported: what this takes is Textual's own work for such a screen, the
floor under our start.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

STYLES: Final = Path(__file__).resolve().parent.parent / "styles"
ROWS: Final = "\n".join(f"{number:06} a headline" for number in range(100_000, 100_033))


class Pane(Vertical):
    """A frame around one of the three."""


class Dressed(App[None]):
    """Three panes in the reader's styles."""

    CSS_PATH = [STYLES / "app.tcss", *sorted(STYLES.glob("*/*.tcss"))]  # noqa: RUF012  # as in the base class
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]  # noqa: RUF012  # as in the base class

    def compose(self) -> ComposeResult:
        """The panes with their lines."""
        yield Static(ROWS[:6], id="masthead", markup=False)
        with Horizontal(id="panes"):
            with Pane(id="sections-pane", classes="pane"):
                yield Static(ROWS, id="sections", markup=False)
            with Pane(id="headlines-pane", classes="pane -focused"):
                yield Static(ROWS[:6], id="strip", markup=False)
                yield Input(id="find")
                yield Static(ROWS, id="headlines", markup=False)
            with Pane(id="article-pane", classes="pane"):
                with VerticalScroll(id="article"):
                    yield Static(ROWS, markup=False)
                yield Input(id="find-here")
        yield Static(ROWS[:6], id="keys", markup=False)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, with the names that are the reader's own."""
        return (
            dict.fromkeys(("quiet", "faint", "cursor-ground", "cursor-ground-blurred"), "#808080")
            | super().get_css_variables()
        )


if __name__ == "__main__":
    Dressed().run()
