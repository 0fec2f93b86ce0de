"""The classes of a screen's width, worn before Textual tells the screen of its size: so it is styled once, and rightly."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def wear_width(screen: Screen[Any]) -> None:
    """Puts on the class of the width that the terminal has now, of those in `HORIZONTAL_BREAKPOINTS`."""
    breakpoints = screen.HORIZONTAL_BREAKPOINTS or []
    worn = max((each for each in breakpoints if each[0] <= screen.app.size.width), default=(0, ""))
    for each in breakpoints:
        screen.set_class(each == worn, each[1])
