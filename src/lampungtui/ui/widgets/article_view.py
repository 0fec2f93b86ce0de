"""The article pane: a set page of lines, painted line by line, with its links and the place where reading stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from lampungtui.foreign import Address
from lampungtui.model import Article, Position
from lampungtui.ui.typeset import LINK_META, Page, PageLine

MARGIN = 2
"""Cells at the left of the text, at least."""

STYLES = (
    "kicker",
    "title",
    "outlet",
    "meta",
    "role",
    "name",
    "rule",
    "notice",
    "text",
    "heading",
    "strong",
    "emphasis",
    "code",
    "link",
    "link-number",
    "quote",
    "quote-bar",
    "list-mark",
    "table-head",
    "table-rule",
    "caption",
    "credit",
    "foot",
    "foot-head",
    "foot-link",
)
"""The symbolic styles of a set page; each is a component class `article--NAME`."""

Setter = Callable[[Article, int], Page]
"""Sets an article at a measure."""


class ArticleView(ScrollView, can_focus=True):
    """One article, or a notice where there is none."""

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in STYLES}

    @dataclass
    class LinkChosen(Message):
        """A link of the article was clicked."""

        address: Address

    @dataclass
    class Scrolled(Message):
        """Reading moved on: where it stands now."""

        article_id: int
        position: Position

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ArticleView.Scrolled)

    def __init__(self, set_page: Setter, *, measure: int, id: str | None = None) -> None:
        super().__init__(id=id)
        self._set_page = set_page
        self.measure = measure
        self.article: Article | None = None
        self._page: Page | None = None
        self._notice: tuple[Content, ...] = ()
        self._width = 0

    # ------------------------------------------------------------------ what is shown

    def show(self, article: Article, *, position: Position | None = None) -> None:
        """Shows an article where its reading stopped, or at `position`."""
        self.article = article
        self._notice = ()
        self._set(position or article.position)

    def show_again(self, article: Article) -> None:
        """The same article with other words (its whole text came): the reader's place stays."""
        self.article = article
        self._set(self.position)

    def show_notice(self, lines: Sequence[Content]) -> None:
        """Shows words of our own instead of an article."""
        self.article = None
        self._page = None
        self._notice = tuple(lines)
        self.virtual_size = Size(self.size.width, 0)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    @property
    def page(self) -> Page | None:
        """The set page."""
        return self._page

    @property
    def position(self) -> Position:
        """Where reading stands: the block at the top of the pane."""
        if self._page is None:
            return Position()
        block, within = self._page.place_of(self.scroll_offset.y)
        return Position(max(0, block), within) if block >= 0 else Position()

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight."""
        return self._page is None or self.scroll_offset.y >= self.max_scroll_y

    def _set(self, position: Position) -> None:
        if self.article is None:
            return
        self._width = self.scrollable_content_region.width
        if self._width <= 0:
            return
        self._page = self._set_page(self.article, min(self.measure, self._width - MARGIN * 2))
        self.virtual_size = Size(self._width, len(self._page.lines) + 1)
        started = position.block > 0 or position.within > 0
        line = self._page.line_of(position.block, position.within) if started else 0
        self.scroll_to(y=line, animate=False, immediate=True)
        self.refresh()

    # ------------------------------------------------------------------ moving

    def scroll_lines(self, lines: int) -> None:
        """Scrolls by lines, at once."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def screenful(self) -> int:
        """Lines that a page down moves: all but two, so that the eye finds its line again."""
        return max(1, self.scrollable_content_region.height - 2)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self.article is not None and round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self.article.headline.id, self.position))

    def on_resize(self) -> None:
        if self.article is not None and self._width != self.scrollable_content_region.width:
            # A pane that was not on screen yet has no width, and so no place of its own to keep.
            self._set(self.position if self._page is not None else self.article.position)

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        ground = self.rich_style
        number = self.scroll_offset.y + y
        line = self._line(number)
        if line is None:
            return Strip.blank(width, ground)
        margin = max(MARGIN, (width - self.measure) // 2) if self._page is not None else MARGIN
        content = line.content
        if (selection := self.text_selection) is not None and (span := selection.get_span(number)) is not None:
            start, end = span
            end = len(content.plain) if end == -1 else end
            content = content.stylize(self.screen.get_visual_style("screen--selection"), start, end)
        segments = [Segment(" " * margin, ground)]
        at = 0
        for text, style in content.render(self.visual_style, end="", parse_style=self._style_of):
            segments.append(Segment(text, style.rich_style_with_offset(at, number)))
            at += len(text)
        return Strip(segments).adjust_cell_length(width, ground)

    def _line(self, number: int) -> PageLine | None:
        if self._page is not None:
            return self._page.lines[number] if number < len(self._page.lines) else None
        top = max(0, (self.scrollable_content_region.height - len(self._notice)) // 3)
        return PageLine(self._notice[number - top], -1) if 0 <= number - top < len(self._notice) else None

    def _style_of(self, name: str | Style) -> Style:
        if isinstance(name, Style):
            return name
        return self.get_visual_style(f"article--{name}", partial=True) if name in STYLES else Style.null()

    # ------------------------------------------------------------------ mouse

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        lines = [line.content.plain for line in self._page.lines] if self._page is not None else []
        return selection.extract("\n".join(lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        number = event.style.meta.get(LINK_META)
        if isinstance(number, int) and self._page is not None and 0 < number <= len(self._page.links):
            event.stop()
            self.post_message(self.LinkChosen(self._page.links[number - 1]))
