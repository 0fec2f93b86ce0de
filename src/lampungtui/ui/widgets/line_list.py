"""A list that holds only the rows on screen: what the sections and the headlines have in common.

Rows have one height for the whole list, so a row's place is arithmetic and the cost does not grow with their number
(measured: Textual's OptionList, DataTable and ListView grow with it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from lampungtui.foreign import Line, clean_code, clean_line
from lampungtui.ui.plain_signs import AS_THEY_ARE

Piece = tuple[Line | str, Style]
"""A run of display text in one style; texts come from `shown` or are signs and words of our own."""


def shown(text: str) -> Line:
    """Outside text as it may be painted: the one cleaner again, at the place where display text is made."""
    return clean_line(text)


class LineList(ScrollView, can_focus=True):
    """Rows by number, painted line by line, with a cursor. Subclasses say how many rows and what is on one."""

    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    @dataclass
    class Moved(Message):
        """The cursor came to another row, by the person's doing."""

        list: LineList
        row: int
        before: int = 0

        @property
        def control(self) -> LineList:
            return self.list

    @dataclass
    class Chosen(Message):
        """A row was asked to open: Enter, or a click."""

        list: LineList
        row: int

        @property
        def control(self) -> LineList:
            return self.list

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strips: LRUCache[tuple[int, int, bool], Sequence[Strip]] = LRUCache(512)

    # ------------------------------------------------------------------ what a subclass says

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def row_height(self) -> int:
        """Lines of one row."""
        return 1

    @property
    def head_lines(self) -> int:
        """Lines at the top of a row that are no part of it: what stands above, and is never under the cursor."""
        return 0

    def row_lines(self, row: int, width: int, on_cursor: bool) -> Sequence[Sequence[Piece]]:
        """The lines of a row, each a run of pieces; longer than `width` is cut, shorter is filled."""
        raise NotImplementedError

    def row_open(self, row: int) -> bool:
        """Whether the cursor may stand on `row`."""
        return True

    # ------------------------------------------------------------------ for everybody

    def rows_changed(self) -> None:
        """Paints all again after rows came, went or changed; the cursor keeps its number within bounds."""
        self._strips.clear()
        height = self.row_count * self.row_height
        if self.virtual_size.height != height or self.virtual_size.width != self.size.width:
            self.virtual_size = Size(self.scrollable_content_region.width, height)
        self.cursor = max(0, min(self.cursor, self.row_count - 1))
        self.refresh()

    def row_changed(self, row: int) -> None:
        """Paints one row again."""
        for key in [key for key in self._strips.keys() if key[0] == row]:  # noqa: SIM118  # the cache is no mapping
            self._strips.discard(key)
        self._refresh_row(row)

    def move(self, by: int, *, tell: bool = True) -> None:
        """Moves the cursor over rows on which it may stand: beyond those where it may not, or as far as there are others."""
        if not self.row_count:
            return
        step = 1 if by > 0 else -1
        target = max(0, min(self.row_count - 1, self.cursor + by))
        beyond = range(target, self.row_count if by > 0 else -1, step)
        before = range(target, self.cursor, -step)
        row = next((each for each in chain(beyond, before) if self.row_open(each)), None)
        if row is not None:
            self.move_to(row, tell=tell)

    def move_to(self, row: int, *, tell: bool = True) -> None:
        """Puts the cursor on `row`, or the nearest below it (else above) on which it may stand, and brings it into sight."""
        if not self.row_count:
            return
        row = max(0, min(self.row_count - 1, row))
        near = chain(range(row, self.row_count), range(row - 1, -1, -1))
        row = next((each for each in near if self.row_open(each)), self.cursor)
        before = self.cursor
        self.cursor = row
        self.show_cursor()
        if row != before and tell:
            self.post_message(self.Moved(self, row, before))

    def show_cursor(self) -> None:
        """Scrolls just far enough for the cursor's row to be whole in sight."""
        top, height = self.cursor * self.row_height, self.row_height
        view = self.scrollable_content_region.height
        if not view:
            return
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif top + height > self.scroll_offset.y + view:
            self.scroll_to(y=top + height - view, animate=False, immediate=True)

    def page(self, direction: int) -> None:
        """Moves a screenful."""
        self.move(direction * max(1, self.scrollable_content_region.height // self.row_height - 1))

    def top(self) -> None:
        """To the first row."""
        self.move_to(0)
        self.scroll_to(y=0, animate=False, immediate=True)

    def bottom(self) -> None:
        """To the last row."""
        self.move_to(self.row_count - 1)

    # The keys that scroll any other view move the cursor here: it never stays behind, out of sight.

    def action_page_down(self) -> None:
        self.page(1)

    def action_page_up(self) -> None:
        self.page(-1)

    def action_scroll_home(self) -> None:
        self.top()

    def action_scroll_end(self) -> None:
        self.bottom()

    # ------------------------------------------------------------------ painting

    def watch_cursor(self, before: int, after: int) -> None:
        self._refresh_row(before)
        self._refresh_row(after)

    def _refresh_row(self, row: int) -> None:
        self.refresh(Region(0, row * self.row_height - self.scroll_offset.y, self.size.width, self.row_height))

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row, part = divmod(self.scroll_offset.y + y, self.row_height)
        base = self.rich_style + AS_THEY_ARE
        if row >= self.row_count:
            return Strip.blank(width, base)
        on_cursor = row == self.cursor
        key = (row, width, on_cursor)
        strips = self._strips.get(key)
        if strips is None:
            ground = self.cursor_style if on_cursor else Style()
            strips = []
            for number, line in enumerate(self.row_lines(row, width, on_cursor)):
                under = ground if number >= self.head_lines else Style()
                painted = Strip([Segment(clean_code(text), base + style + under) for text, style in line])
                strips.append(painted.adjust_cell_length(width, base + under))
            strips += [Strip.blank(width, base + ground)] * (self.row_height - len(strips))
            self._strips[key] = strips
        return strips[part]

    @property
    def cursor_style(self) -> Style:
        """The ground under the cursor's row: strong with the focus, quiet without."""
        name = "line--cursor" if self.has_focus else "line--cursor-blurred"
        return self.get_component_rich_style(name, partial=True)

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    def on_focus(self) -> None:
        self._strips.clear()
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        self._strips.clear()
        self._refresh_row(self.cursor)

    def on_resize(self) -> None:
        self.rows_changed()
        self.show_cursor()

    # ------------------------------------------------------------------ the mouse

    def row_at(self, event: events.MouseEvent) -> int | None:
        """The row under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        row = (self.scroll_offset.y + offset.y) // self.row_height
        return row if row < self.row_count else None

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(event)
        if row is not None and self.row_open(row):
            self.move_to(row, tell=False)
            self.post_message(self.Chosen(self, row))
