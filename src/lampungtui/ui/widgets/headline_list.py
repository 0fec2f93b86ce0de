"""The headline list: a window on a view of any size, painted line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual.content import Content

from lampungtui.hits import hits
from lampungtui.language import counted, say
from lampungtui.model import Grouping, Headline, Region
from lampungtui.newsroom.window import HeadlineWindow
from lampungtui.query import Query
from lampungtui.telling.moments import ago, full_day_of
from lampungtui.telling.views import region_name
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
        "headline--hit",
        "headline--group",
        "headline--group-rule",
    }

    def __init__(
        self,
        *,
        category_name: Callable[[str], str],
        outlets_of_stories: Callable[[Sequence[Headline]], Mapping[int, int]] = lambda _headlines: {},
        id: str | None = None,
        signs: Signs = UNICODE,
    ) -> None:
        super().__init__(id=id)
        self.signs = signs
        self._category_name = category_name
        self._outlets_of_stories = outlets_of_stories
        self._story_outlets: dict[int, int] = {}
        self.query_shown: Query | None = None
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
        return self._own_height + self._grouped

    @property
    def head_lines(self) -> int:
        return int(self._grouped)

    @property
    def _own_height(self) -> int:
        """Lines of a headline itself."""
        return 2 if self.size.width >= ONE_LINE_FROM else 3

    @property
    def _grouped(self) -> bool:
        """Whether a line over each row has room for the name of a group that begins there."""
        return self._window is not None and self._window.grouping is not Grouping.NONE

    def show(self, window: HeadlineWindow, row: int = 0) -> None:
        """Shows another view, the cursor on `row`."""
        self._window = window
        self._story_outlets = {}
        self.set_reactive(LineList.cursor, max(0, min(row, window.total - 1)))
        self.rows_changed()
        self.scroll_to(y=0, animate=False, immediate=True)
        self.show_cursor()

    def current(self) -> Headline | None:
        """The headline under the cursor."""
        return self._window.at(self.cursor) if self._window and self._window.total else None

    def forget_stories(self) -> None:
        """Looks anew how many outlets tell a story."""
        self._story_outlets = {}

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
        if self._grouped:
            lines.append(self._group_line(row, headline, width))
        for index, title in enumerate(titles):
            first = mark if index == 0 else (" ", Style())
            lines.append([lead, first, (" ", Style()), *self._title_pieces(title, title_style)])
        lines.append([lead, ("  ", Style()), *self._meta(headline, width - GUTTER - 1)])
        if len(lines) < self.row_height:
            lines.append([lead])
        return lines

    def _group_line(self, row: int, headline: Headline, width: int) -> list[Piece]:
        """The name of the group that begins with this row; an empty line inside a group."""
        window = self._window
        group = window.group(headline) if window is not None else None
        before = window.at(row - 1) if window is not None and row else None
        if group is None or (before is not None and window is not None and _key(window, before) == group.key):
            return [(" ", Style())]
        style = self.get_component_rich_style
        rule_style = style("headline--group-rule", partial=True)
        if window is not None and window.grouping is Grouping.STORY and headline.story is None:
            # An article of no story is no group that a name would tell of: its title stands below.
            return [(" " + self.signs.rule * max(2, width - 3), rule_style)]
        name = full_day_of(group.day) if group.day is not None else shown(group.name) or say("no region known")
        if group.name and window is not None and window.grouping is Grouping.REGION:
            name = shown(region_name(Region(group.key, group.name)))
        most = max(4, width - 5)
        if cell_len(name) > most:
            name = set_cell_size(name, most - cell_len(self.signs.ellipsis)).rstrip() + self.signs.ellipsis
        rule = self.signs.rule * max(2, width - cell_len(name) - 4)
        return [(f" {name} ", style("headline--group", partial=True)), (rule, rule_style)]

    def _title_pieces(self, title: str, style: Style) -> list[Piece]:
        """A line of a title, the words that are searched for marked."""
        places = hits(self.query_shown, title, title=True) if self.query_shown is not None else []
        pieces: list[Piece] = []
        at = 0
        for start, end in places:
            if start > at:
                pieces.append((title[at:start], style))
            pieces.append((title[start:end], style + self.get_component_rich_style("headline--hit", partial=True)))
            at = end
        pieces.append((title[at:], style))
        return pieces

    def _outlets_beside(self, headline: Headline) -> str:
        """`+2 outlets` where others tell the same story."""
        if headline.story is None:
            return ""
        if headline.story not in self._story_outlets:
            self._story_outlets.update(self._outlets_of_stories([headline]))
        others = self._story_outlets.get(headline.story, 1) - 1
        return counted("+{n} outlet", "+{n} outlets", others) if others > 0 else ""

    def _title_lines(self, headline: Headline, width: int) -> list[str]:
        """The title in as many lines as a row has for it, the last one cut with an ellipsis where it is longer."""
        most = self._own_height - 1
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
        beside = self._outlets_beside(headline)
        full = [outlet, category, age, beside, views, stored if headline.stored else ""]
        short = [outlet, category, age, beside, self.signs.stored if headline.stored else ""]
        shorter = [outlet, age, self.signs.stored if headline.stored else ""]
        saved = f"{self.signs.saved} " if headline.saved else ""
        saved += f"{self.signs.highlighted} " if headline.highlighted else ""
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


def _key(window: HeadlineWindow, headline: Headline) -> str | None:
    group = window.group(headline)
    return group.key if group is not None else None
