"""The article pane: a set page of lines, painted line by line, with its links and the place where reading stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from lampungtui.foreign import Address
from lampungtui.hits import hits
from lampungtui.model import Article, Position
from lampungtui.query import Query
from lampungtui.ui.finding import Hit, Piece, hits_in
from lampungtui.ui.plain_signs import AS_THEY_ARE
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
    "picture",
    "caption",
    "credit",
    "foot",
    "foot-head",
    "foot-link",
    "found",
    "hit",
    "hit-here",
)
"""The symbolic styles of a set page; each is a component class `article--NAME`."""

NOTICE_HANG = 5
"""Cells of a key in a notice, before what it does."""

TITLE_FROM = 1
"""The first line of a page on which searched words are marked: the rubric above the title is none of them."""

PICTURE = "\0"
"""What stands for a row of a picture while words are copied; cleaned text never has it."""

Setter = Callable[[Article, int], Page]
"""Sets an article at a measure."""


class ArticleView(ScrollView, can_focus=True):
    """One article, or a notice where there is none."""

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in STYLES}

    @dataclass
    class LinkChosen(Message):
        """A link of the article was clicked; `number` is the one that it bears."""

        address: Address
        number: int

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
        self._height = 0
        self._rows: dict[tuple[int, int, RichStyle], Strip] = {}
        self._query: Query | None = None
        self._wanted = ""
        self._hits: tuple[Hit, ...] = ()
        self._hit = 0
        self._found: dict[int, list[tuple[int, Piece]]] = {}

    # ------------------------------------------------------------------ what is shown

    def show(self, article: Article, *, position: Position | None = None) -> None:
        """Shows an article where its reading stopped, or at `position`."""
        if self.article is None or self.article.headline.id != article.headline.id:
            self._wanted = ""
        self.article = article
        self._notice = ()
        self._set(position or article.position)

    def show_again(self, article: Article) -> None:
        """The same article with other words (its whole text came): the reader's place stays."""
        self.article = article
        self._set(self.position)

    def set_again(self) -> None:
        """The same words with other pictures, or in another height: the line at the top of the pane stays there.

        At the very top nothing is held, as in a browser: there the picture above the text is what the reader came to see.
        """
        before, top = self._page, self.scroll_offset.y
        if self.article is None or before is None:
            return
        self._set_page_now()
        page = self._page
        if page is None:
            return
        line = top
        if top:
            rows = before.picture_rows_from(top)
            line = page.line_after_words(before.words_before(top) + _longer_masthead(before, page, top))
            while rows and line and page.lines[line - 1].picture is not None:
                # Inside a picture: as far above the words under it as before.
                line, rows = line - 1, rows - 1
        self.scroll_to(y=line, animate=False, immediate=True)
        self.refresh()

    def use_measure(self, measure: int) -> None:
        """Sets the text at another measure; the reader's place stays."""
        if measure != self.measure:
            self.measure = measure
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
        self._set_page_now()
        if self._page is None:
            return
        started = position.block > 0 or position.within > 0
        line = self._page.line_of(position.block, position.within) if started else 0
        self.scroll_to(y=line, animate=False, immediate=True)
        self.refresh()

    def _set_page_now(self) -> None:
        if self.article is None:
            return
        self._height = self.scrollable_content_region.height
        self._page = self._set_page(self.article, min(self.measure, self._width - MARGIN * 2))
        self._rows = {}
        self.virtual_size = Size(self._width, len(self._page.lines) + 1)
        self._look()

    # ------------------------------------------------------------------ words in it

    def mark_words(self, query: Query | None) -> None:
        """Marks the words of a search from now on; none for None."""
        if query != self._query:
            self._query = query
            self.refresh()

    @property
    def finding(self) -> bool:
        """Whether words are looked for in the article."""
        return bool(self._wanted)

    @property
    def hits(self) -> tuple[int, int]:
        """Which hit is shown, from 1, and how many there are; 0 of 0 for none."""
        return (self._hit + 1, len(self._hits)) if self._hits else (0, 0)

    def find(self, words: str) -> None:
        """Looks for words and shows the first place at or behind the top of the pane; for no words, nothing more."""
        self._wanted = words.strip()
        self._look()
        if self._hits:
            top = self.scroll_offset.y
            self._hit = next((number for number, hit in enumerate(self._hits) if hit[0].line >= top), 0)
            self._show_hit()
        self.refresh()

    def step_hit(self, by: int) -> None:
        """Shows the next place where the words stand; behind the last one, the first."""
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits)
            self._show_hit()
            self.refresh()

    def _look(self) -> None:
        lines = [] if self._page is None else ["" if line.picture else line.content.plain for line in self._page.lines]
        self._hits = hits_in(lines, self._wanted) if self._wanted else ()
        self._hit = min(self._hit, max(0, len(self._hits) - 1))
        self._found = {}
        for number, hit in enumerate(self._hits):
            for piece in hit:
                self._found.setdefault(piece.line, []).append((number, piece))

    def _show_hit(self) -> None:
        line = self._hits[self._hit][0].line
        height = max(1, self.scrollable_content_region.height)
        if not self.scroll_offset.y <= line < self.scroll_offset.y + height - 1:
            self.scroll_to(y=max(0, line - height // 3), animate=False, immediate=True)

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
        elif self._page is not None and self._height != self.scrollable_content_region.height:
            # A picture is as high as the pane allows.
            self.set_again()

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        ground = self.rich_style
        number = self.scroll_offset.y + y
        line = self._line(number)
        if line is None:
            return Strip.blank(width, ground)
        margin = max(MARGIN, (width - self.measure) // 2) if self._page is not None else MARGIN
        if line.picture is not None:
            return self._picture_row(line, line.picture, number, margin, width)
        content = line.content
        if self._query is not None and self._page is not None and number >= TITLE_FROM:
            for start, end in hits(self._query, content.plain):
                content = content.stylize(self.get_visual_style("article--found", partial=True), start, end)
        for hit, piece in self._found.get(number, ()):
            name = "hit-here" if hit == self._hit else "hit"
            content = content.stylize(self.get_visual_style(f"article--{name}"), piece.start, piece.end)
        if (selection := self.text_selection) is not None and (span := selection.get_span(number)) is not None:
            start, end = span
            end = len(content.plain) if end == -1 else end
            content = content.stylize(self.screen.get_visual_style("screen--selection"), start, end)
        segments = [Segment(" " * margin, ground)]
        at = 0
        base = self.visual_style + Style.from_meta(AS_THEY_ARE.meta)
        for text, style in content.render(base, end="", parse_style=self._style_of):
            segments.append(Segment(text, style.rich_style_with_offset(at, number)))
            at += len(text)
        return Strip(segments).adjust_cell_length(width, ground)

    def _picture_row(self, line: PageLine, picture: Strip, number: int, margin: int, width: int) -> Strip:
        """A row of a picture, in the margins of the text; made once, as its many colours cost more than words do."""
        ground = self.rich_style
        row = self._rows.get((number, width, ground))
        if row is None:
            before = line.content.render(self.visual_style, end="", parse_style=self._style_of)
            segments = [Segment(" " * margin, ground)]
            segments += [Segment(text, style.rich_style) for text, style in before]
            segments += [Segment(text, ground + style if style else ground) for text, style, _ in picture]
            row = Strip(segments).adjust_cell_length(width, ground).apply_offsets(0, number)
            self._rows[number, width, ground] = row
        return row

    def _line(self, number: int) -> PageLine | None:
        if self._page is not None:
            return self._page.lines[number] if number < len(self._page.lines) else None
        notice = self._notice_lines()
        top = max(0, (self.scrollable_content_region.height - len(notice)) // 3)
        return PageLine(notice[number - top], -1) if 0 <= number - top < len(notice) else None

    def _notice_lines(self) -> list[Content]:
        """The notice in the room that there is; what goes on behind a key stands under its words."""
        room = min(self.measure, self.scrollable_content_region.width - 2 * MARGIN)
        lines: list[Content] = []
        for each in self._notice:
            hang = NOTICE_HANG if each.plain.startswith(" ") else 0
            wrapped = each.wrap(max(MARGIN, room - hang)) or [Content("")]
            lines += [
                line.rstrip() if number == 0 else line.rstrip().pad_left(hang) for number, line in enumerate(wrapped)
            ]
        return lines

    def _style_of(self, name: str | Style) -> Style:
        if isinstance(name, Style):
            return name
        return self.get_visual_style(f"article--{name}", partial=True) if name in STYLES else Style.null()

    # ------------------------------------------------------------------ mouse

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        page = self._page
        lines = [] if page is None else [PICTURE if line.picture else line.content.plain for line in page.lines]
        taken = selection.extract("\n".join(lines)).split("\n")
        return "\n".join(line for line in taken if line != PICTURE), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        number = event.style.meta.get(LINK_META) or self._picture_at(event)
        if isinstance(number, int) and self._page is not None and 0 < number <= len(self._page.links):
            event.stop()
            self.post_message(self.LinkChosen(self._page.links[number - 1], number))

    def _picture_at(self, event: events.Click) -> int | None:
        """The number of the picture that was clicked on."""
        offset = event.get_content_offset(self)
        line = self._line(self.scroll_offset.y + offset.y) if offset is not None else None
        return line.link if line is not None and line.link else None


def _longer_masthead(before: Page, after: Page, line: int) -> int:
    """How many lines of words stand more over the text than before; for a `line` in the masthead itself, none."""
    if not (before.starts and after.starts) or line < before.starts[0]:
        return 0
    return after.words_before(after.starts[0]) - before.words_before(before.starts[0])
