"""The headline list: a window on a view of any size, painted line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual.content import Content

from lampungtui.language import counted, say
from lampungtui.model import Headline
from lampungtui.newsroom.window import HeadlineWindow
from lampungtui.telling.moments import ago
from lampungtui.ui.signs import UNICODE, Signs
from lampungtui.ui.widgets.line_list import LineList, Piece, shown

ONE_LINE_FROM = 76
"""From this many cells on, a title has one line of its own and a row is two lines high; below, three."""

GUTTER = 3
"""Cells before the text: cursor, read mark, space."""


class HeadlineList(LineList):
    """Headlines of a view: read mark, title, outlet, category, age, and whether it is stored."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--cursor",
        "line--cursor-blurred",
        "headline--unread",
        "headline--read",
        "headline--mark",
        "headline--fresh",
        "headline--meta",
        "headline--saved",
        "headline--open",
    }

    def __init__(self, *, category_name: Callable[[str], str], id: str | None = None, signs: Signs = UNICODE) -> None:
        super().__init__(id=id)
        self.signs = signs
        self._category_name = category_name
        self._window: HeadlineWindow | None = None
        self.now: datetime | None = None
        self.opened: int | None = None

    @property
    def window(self) -> HeadlineWindow | None:
        """The headlines shown."""
        return self._window

    @property
    def row_count(self) -> int:
        return self._window.total if self._window else 0

    @property
    def row_height(self) -> int:
        return 2 if self.size.width >= ONE_LINE_FROM else 3

    def show(self, window: HeadlineWindow, row: int = 0) -> None:
        """Shows another view, the cursor on `row`."""
        self._window = window
        self.set_reactive(LineList.cursor, max(0, min(row, window.total - 1)))
        self.rows_changed()
        self.scroll_to(y=0, animate=False, immediate=True)
        self.show_cursor()

    def current(self) -> Headline | None:
        """The headline under the cursor."""
        return self._window.at(self.cursor) if self._window and self._window.total else None

    def mark_open(self, article_id: int | None) -> None:
        """Marks the row whose article is on screen."""
        before, self.opened = self.opened, article_id
        for changed in (before, article_id):
            if changed is not None and self._window is not None:
                row = self._window.rank_of(changed)
                if row is not None:
                    self.row_changed(row)

    def row_lines(self, row: int, width: int, on_cursor: bool) -> Sequence[Sequence[Piece]]:
        headline = self._window.at(row) if self._window else None
        if headline is None:
            return []
        style = self.get_component_rich_style
        title_style = style("headline--read" if headline.read else "headline--unread", partial=True)
        if headline.id == self.opened:
            title_style += style("headline--open", partial=True)
        lead = (self.signs.cursor if on_cursor else " ", style("headline--mark", partial=True))
        mark: Piece = (self.signs.read, Style())
        if not headline.read:
            sign = self.signs.fresh if headline.fresh else self.signs.unread
            mark = (sign, style("headline--fresh" if headline.fresh else "headline--mark", partial=True))
        titles = self._title_lines(headline, width - GUTTER - 1)
        lines: list[list[Piece]] = []
        for index, title in enumerate(titles):
            lines.append([lead, mark if index == 0 else (" ", Style()), (" ", Style()), (title, title_style)])
        lines.append([lead, ("  ", Style()), *self._meta(headline, width - GUTTER - 1)])
        if len(lines) < self.row_height:
            lines.append([lead])
        return lines

    def _title_lines(self, headline: Headline, width: int) -> list[str]:
        """The title in as many lines as a row has for it, the last one cut with an ellipsis where it is longer."""
        most = self.row_height - 1
        lines = [line.plain.rstrip() for line in Content(shown(headline.title)).wrap(max(4, width))] or [""]
        if len(lines) > most:
            room = width - cell_len(self.signs.ellipsis)
            lines = [*lines[: most - 1], set_cell_size(" ".join(lines[most - 1 : most + 1]), room).rstrip()]
            lines[-1] += self.signs.ellipsis
        return lines

    def _meta(self, headline: Headline, width: int) -> list[Piece]:
        """Outlet, category, age, views, stored: what does not fit goes, the least needed first."""
        quiet = self.get_component_rich_style("headline--meta", partial=True)
        dot = f" {self.signs.dot} "
        now = self.now or headline.sort_at
        outlet = shown(headline.outlet_name)
        category = shown(self._category_name(headline.category))
        age = ago(headline.published, now)
        stored = say("offline") + " " + self.signs.stored
        views = counted("{n} view", "{n} views", headline.views) if headline.views is not None else ""
        full = [outlet, category, age, views, stored if headline.stored else ""]
        short = [outlet, category, age, self.signs.stored if headline.stored else ""]
        shorter = [outlet, age, self.signs.stored if headline.stored else ""]
        saved = f"{self.signs.saved} " if headline.saved else ""
        room = width - cell_len(saved)
        for parts in (full, short, shorter):
            text = dot.join(part for part in parts if part)
            if cell_len(text) <= room:
                break
        else:
            behind = dot.join(part for part in shorter[1:] if part)
            left = max(4, room - cell_len(dot + behind) - cell_len(self.signs.ellipsis))
            text = f"{set_cell_size(outlet, left).rstrip()}{self.signs.ellipsis}{dot}{behind}"
        pieces: list[Piece] = []
        if saved:
            pieces.append((saved, self.get_component_rich_style("headline--saved", partial=True)))
        pieces.append((text, quiet))
        return pieces
