"""An article as lines of a given measure: the page that the article pane paints.

Pure: values in, `Content` lines out, with symbolic style names (`title`, `quote`, ...) that the pane maps to its
theme. Every outside text passes the cleaner again here and reaches the screen as `Content`, never as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content, Span
from textual.strip import Strip
from textual.style import Style

from lampungtui.foreign import Address, Line, clean_code, clean_line, clean_run
from lampungtui.language import counted, say
from lampungtui.model import (
    Article,
    Block,
    Blocks,
    BodyOrigin,
    Code,
    Credit,
    Embed,
    Heading,
    Image,
    Listing,
    NamedLink,
    Outlet,
    Paragraph,
    Quote,
    Role,
    Spans,
    Table,
    spans_text,
)
from lampungtui.newsroom.pictures import lead_of
from lampungtui.telling.articles import reading_minutes, role_word
from lampungtui.telling.moments import full_date, full_dated
from lampungtui.ui.columns import column_widths, columns_fit, is_figure
from lampungtui.ui.signs import UNICODE, Signs

__all__ = ["LINK_META", "NO_PAINTING", "Page", "PageLine", "Painting", "reading_minutes", "role_word", "set_article"]

EMPTY = Strip([], 0)

LINK_META = "lampungtui_link"
"""Key of a segment's meta under which a link's number is kept for a click."""


PART_ENDS = "/-_?&=.,"
"""Signs behind which an address is broken."""


@dataclass(frozen=True, slots=True)
class Painting:
    """What stands in a picture's place: its rows; else as many empty ones, kept for it so that the text will not move,
    with a remark of ours on the first."""

    rows: tuple[Strip, ...] = ()
    kept: int = 0
    remark: str = ""


NO_PAINTING = Painting()

Painter = Callable[[Image, int, int | None], Painting]
"""What is there of a picture in at most so many columns; of the one above the text, also how many lines of words stand with
it before the text begins. Its words are set either way."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the page. `block` is the index of the body block that it belongs to; -1 above the body.

    A row of a picture has it as `picture`, behind what stands in `content`, and the number of its link.
    """

    content: Content
    block: int
    picture: Strip | None = None
    link: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A set article: its lines, where each body block starts, and its links in the order of their numbers."""

    lines: tuple[PageLine, ...]
    starts: tuple[int, ...]
    links: tuple[Address, ...]

    def line_of(self, block: int, within: int) -> int:
        """The line that is `within` thousandths into a block; 0 for a block that is not there."""
        if not 0 <= block < len(self.starts):
            return 0
        start, end = self._extent(block)
        return start + (end - start) * within // 1000

    def place_of(self, line: int) -> tuple[int, int]:
        """The block at `line` and how far into it the line is, in thousandths: the inverse of `line_of`."""
        if not self.starts or line < self.starts[0]:
            return -1, 0
        block = max(index for index, start in enumerate(self.starts) if start <= line)
        start, end = self._extent(block)
        return block, (line - start) * 1000 // max(1, end - start)

    def words_before(self, line: int) -> int:
        """How many lines of words stand above `line`: the same ones, whichever pictures are there."""
        return sum(each.picture is None for each in self.lines[:line])

    def line_after_words(self, words: int) -> int:
        """The line of words above which so many others stand: the inverse of `words_before`."""
        for number, line in enumerate(self.lines):
            if line.picture is None:
                if not words:
                    return number
                words -= 1
        return len(self.lines)

    def picture_rows_from(self, line: int) -> int:
        """How many rows of a picture there are from `line` down to the next line of words."""
        rows = 0
        while line + rows < len(self.lines) and self.lines[line + rows].picture is not None:
            rows += 1
        return rows

    @property
    def has_pictures(self) -> bool:
        """Whether a row of a picture is on it."""
        return any(line.picture is not None for line in self.lines)

    def _extent(self, block: int) -> tuple[int, int]:
        start = self.starts[block]
        return start, self.starts[block + 1] if block + 1 < len(self.starts) else len(self.lines)


def set_article(
    article: Article,
    *,
    measure: int,
    categories: Sequence[str],
    outlet: Outlet | None,
    online: bool,
    fetching: bool = False,
    trouble: str = "",
    earlier: datetime | None = None,
    signs: Signs = UNICODE,
    painted: Painter = lambda _image, _widest, _words: NO_PAINTING,
    low: bool = False,
) -> Page:
    """The whole page of an article at `measure` cells.

    `categories` are the names of its rubric path, `earlier` the time at which the shown version was replaced when an
    earlier version is shown, `fetching` whether the whole text is on its way, `trouble` why it could not be had (in the
    language of the screen), `painted` the pictures that are there, `low` whether the pane has few lines, in which the
    masthead is set closer.
    """
    setter = _Setter(max(16, measure), signs, painted, clean_line(article.headline.title), low)
    setter.masthead(article, categories, earlier)
    setter.lead(lead_of(article))
    setter.body(article.blocks)
    setter.foot(article, outlet, online=online, fetching=fetching, trouble=trouble)
    return Page(tuple(setter.lines), tuple(setter.starts), tuple(setter.links))


@dataclass
class _Setter:
    """Collects the lines of one page."""

    measure: int
    signs: Signs
    painted: Painter
    title: Line
    low: bool
    lines: list[PageLine] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    links: list[Address] = field(default_factory=list)
    block: int = -1

    # ------------------------------------------------------------------ parts of the page

    def masthead(self, article: Article, categories: Sequence[str], earlier: datetime | None) -> None:
        headline = article.headline
        dot = f" {self.signs.dot} "
        kicker = [clean_line(name).upper() for name in categories]
        if kicker:
            self.put(Content(dot.join(kicker)), "kicker")
            self.part()
        self.put(Content(self.title), "title")
        self.part()
        self.put(Content(clean_line(headline.outlet_name)), "outlet")
        # A date may go on in the next line; its hour keeps its zone, and what is short is not torn apart.
        date = full_dated(headline.published).split(" ")
        facts = [[*date[:-2], " ".join(date[-2:])]]
        if article.dateline is not None and article.dateline.place:
            facts.insert(0, [clean_line(article.dateline.place)])
        if article.whole:
            facts.append([counted("{n} minute read", "{n} minutes read", reading_minutes(article.blocks))])
        if headline.views is not None:
            facts.append([counted("{n} view", "{n} views", headline.views)])
        self.facts(facts, dot)
        if article.updated is not None and headline.published is not None and article.updated > headline.published.at:
            self.put(Content(say("Updated {date}").format(date=full_date(article.updated))), "meta")
        self.credits(article.credits)
        if earlier is not None:
            self.put(
                Content(say("Earlier version, replaced {date} (v: next version)").format(date=full_date(earlier))),
                "notice",
            )
        elif article.versions:
            self.put(
                Content(
                    counted(
                        "Edited by the outlet; {n} earlier version kept (v)",
                        "Edited by the outlet; {n} earlier versions kept (v)",
                        article.versions,
                    )
                ),
                "notice",
            )
        self.put(Content(self.signs.rule * min(self.measure, 28)), "rule")
        self.gap()

    def facts(self, facts: Sequence[Sequence[str]], dot: str) -> None:
        """Facts one after the other, each of pieces that stay whole; where a line ends between two, no dot is needed."""
        line = ""
        for fact in facts:
            for number, piece in enumerate(fact):
                longer = f"{line}{' ' if number else dot}{piece}" if line else piece
                if line and cell_len(longer) > self.measure:
                    self.put(Content(line), "meta")
                    longer = piece
                line = longer
        self.put(Content(line), "meta")

    def credits(self, credits: Sequence[Credit]) -> None:
        """The people of the article: a role and its names a line, roles set in one column."""
        by_role: dict[Role, list[str]] = {}
        for credit in credits:
            by_role.setdefault(credit.role, []).append(clean_line(credit.name))
        width = max((cell_len(role_word(role)) for role in by_role), default=0)
        for role, names in by_role.items():
            word = role_word(role)
            lead = Content.assemble((word, "role"), " " * (width - cell_len(word) + 2))
            self.hang(lead, Content.assemble((", ".join(names), "name")), "meta")

    def lead(self, image: Image | None) -> None:
        """The picture between the masthead and the text."""
        if image is not None:
            self.set_image(image, None, lead=True)
            self.gap()

    def body(self, blocks: Blocks) -> None:
        for index, block in enumerate(blocks):
            self.block = index
            self.starts.append(len(self.lines))
            self.set_block(block)
            self.gap()

    def foot(self, article: Article, outlet: Outlet | None, *, online: bool, fetching: bool, trouble: str) -> None:
        if not article.whole:
            if fetching:
                self.put(Content(say("Fetching the whole article ...")), "notice")
            elif trouble:
                told = say("This is the feed's summary. The whole article could not be had: {trouble}. o opens it.")
                self.put(Content(told.format(trouble=clean_line(trouble))), "notice")
            elif online:
                self.put(
                    Content(say("This is the feed's summary; the outlet's page gave no more. o opens it.")), "notice"
                )
            else:
                self.put(Content(say("This is the feed's summary; the whole article needs a network.")), "notice")
            self.gap()
        else:
            self.put(Content(self.signs.end), "rule")
            self.gap()
        if self.links:
            self.put(Content(say("Links")), "foot-head")
            for number, address in enumerate(self.links, 1):
                self.link_line(f"[{number}]", _shown(address), number)
            self.gap()
        if article.url is not None:
            number = self.number_of(article.url)
            self.link_line(say("Source"), _shown(article.url), number)
        if article.comments_url is not None:
            number = self.number_of(article.comments_url)
            self.link_line(say("Comments"), _shown(article.comments_url), number)
        if article.stored_at is not None:
            origin = say("from the outlet's page") if _from_page(article.origin) else say("from the feed")
            stored = say("Stored {date}, {origin}").format(date=full_date(article.stored_at), origin=origin)
            self.put(Content(stored), "foot")
        if outlet is not None:
            self.outlet_links(say("Network"), outlet.network)
            self.outlet_links(say("Partners"), outlet.partners)

    def outlet_links(self, word: str, links: Sequence[NamedLink]) -> None:
        """The outlet's own links, in one quiet paragraph."""
        if not links:
            return
        self.gap()
        pieces: list[Content] = [Content.styled(f"{word}: ", "foot-head")]
        for index, link in enumerate(links):
            if index:
                pieces.append(Content(f" {self.signs.dot} "))
            pieces.append(_linked(Content(clean_line(link.name)), self.number_of(link.url), "foot-link"))
        self.put(Content("").join(pieces), "foot")

    def link_line(self, word: str, shown: str, number: int) -> None:
        """An address behind a word, broken where its parts end."""
        lead = Content.styled(f"{word} ", "foot-head")
        for line in _broken(shown, max(8, self.measure - lead.cell_length)):
            self.hang(lead, _linked(Content(line), number, "foot-link"), "foot")
            lead = Content(" " * lead.cell_length)

    # ------------------------------------------------------------------ blocks

    def set_block(self, block: Block, indent: Content | None = None) -> None:
        match block:
            case Paragraph(spans):
                self.put(self.inline(spans), "text", indent)
            case Heading(_, spans):
                self.put(self.inline(spans), "heading", indent)
            case Listing():
                self.set_listing(block, indent)
            case Quote(blocks):
                bar = Content.styled(f"{self.signs.quote} ", "quote-bar")
                self.set_run(blocks, _joined(indent, bar), "quote")
            case Table():
                self.set_table(block, indent)
            case Image():
                self.set_image(block, indent)
            case Code(text):
                for line in clean_code(text).splitlines() or [""]:
                    self.put(Content(line), "code", indent)
            case Embed(url, name):
                number = self.number_of(url)
                label = _linked(Content(clean_line(name)), number, "link")
                self.put(Content("").join([label, Content.styled(f" [{number}]", "link-number")]), "caption", indent)

    def set_run(self, blocks: Blocks, indent: Content, style: str) -> None:
        for index, block in enumerate(blocks):
            if index:
                self.put(Content(""), style, indent)
            if isinstance(block, Paragraph):
                self.put(self.inline(block.spans), style, indent)
            else:
                self.set_block(block, indent)

    def set_listing(self, listing: Listing, indent: Content | None) -> None:
        last = listing.start + len(listing.items) - 1
        width = len(str(last)) + 2 if listing.ordered else cell_len(self.signs.bullet) + 1
        for number, item in enumerate(listing.items, listing.start):
            mark = f"{number}. ".rjust(width) if listing.ordered else f"{self.signs.bullet} "
            lead = _joined(indent, Content.styled(mark, "list-mark"))
            rest = _joined(indent, Content(" " * cell_len(mark)))
            for index, block in enumerate(item):
                if index == 0 and isinstance(block, Paragraph):
                    self.hang(lead, self.inline(block.spans), "text", rest)
                else:
                    self.set_block(block, rest)

    def set_image(self, image: Image, indent: Content | None, *, lead: bool = False) -> None:
        """A picture as far as it is there, and under it, always, its caption or else the words that stand for it."""
        number = self.number_of(image.url)
        before = indent or Content("")
        widest = self.measure - before.cell_length
        caption = self.caption(image, number)
        # With the empty line that follows.
        words = len(self.lines) + len(caption.wrap(max(8, widest))) + 1
        painting = self.painted(image, widest, words if lead else None)
        for row in painting.rows:
            self.lines.append(PageLine(before, self.block, row, number))
        for index in range(painting.kept):
            remark = Content.styled(clean_line(painting.remark) if index == 0 else "", "picture")
            self.lines.append(PageLine(before + remark, self.block, EMPTY, number))
        self.put(caption, "caption", indent)

    def caption(self, image: Image, number: int) -> Content:
        """The words under a picture, or those that stand for it."""
        words = clean_line(image.caption or image.alt or "")
        pieces = [_linked(Content(say("Picture")), number, "link"), Content.styled(f" [{number}]", "link-number")]
        if words and words != self.title:
            pieces.append(Content(f" {words}"))
        if image.credit:
            pieces.append(Content.styled(f" ({clean_line(image.credit)})", "credit"))
        return Content("").join(pieces)

    def set_table(self, table: Table, indent: Content | None) -> None:
        rows = [row for row in (table.header, *table.rows) if row]
        if not rows:
            return
        columns = max(len(row) for row in rows)
        room = self.measure - (indent.cell_length if indent else 0) - 3 * (columns - 1)
        if not columns_fit(rows, columns, room):
            self.set_records(table, indent)
            return
        widths = column_widths(rows, columns, room)
        bar = Content.styled(f" {self.signs.bar} ", "table-rule")
        if table.caption:
            self.put(Content(clean_line(table.caption)), "caption", indent)
        for number, row in enumerate(rows):
            heading = bool(table.header) and number == 0
            style = "table-head" if heading else "text"
            cells = [self.inline(cell).wrap(width) or [Content("")] for cell, width in zip(row, widths, strict=False)]
            cells += [[Content("")]] * (columns - len(cells))
            numeric = [not heading and is_figure(spans_text(cell)) for cell in row] + [False] * columns
            for line in range(max(len(cell) for cell in cells)):
                pieces: list[Content] = []
                for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
                    text = cell[line].rstrip() if line < len(cell) else Content("")
                    pad = max(0, width - text.cell_length)
                    pieces.append(text.pad_left(pad) if numeric[index] else text.pad_right(pad))
                self.put(bar.join(pieces), style, indent)
            if heading:
                joint = f"{self.signs.rule}{self.signs.cross}{self.signs.rule}"
                self.put(Content(joint.join(self.signs.rule * width for width in widths)), "table-rule", indent)

    def set_records(self, table: Table, indent: Content | None) -> None:
        """A table whose columns have no room beside one another: row by row, each cell on a line behind its head."""
        if table.caption:
            self.put(Content(clean_line(table.caption)), "caption", indent)
        for number, row in enumerate(table.rows):
            if number:
                self.put(Content(""), "text", indent)
            for index, cell in enumerate(row):
                text = self.inline(cell)
                if not text.plain.strip():
                    continue
                head = self.inline(table.header[index]) if index < len(table.header) else Content("")
                if not head.plain.strip():
                    self.put(text, "table-head" if index == 0 else "text", indent)
                    continue
                lead = Content("").join([head, Content(": ")]).stylize_before("table-head")
                self.put(lead + text, "text", indent)

    # ------------------------------------------------------------------ lines

    def inline(self, spans: Spans) -> Content:
        """Spans as one styled text, every link followed by its number."""
        text: list[str] = []
        styles: list[Span] = []
        at = 0

        def add(piece: str, *names: str | Style) -> None:
            nonlocal at
            text.append(piece)
            styles.extend(Span(at, at + len(piece), name) for name in names if piece)
            at += len(piece)

        for span in spans:
            piece = clean_run(span.text)
            own = [
                name
                for name, worn in (("strong", span.strong), ("emphasis", span.emphasis), ("code", span.code))
                if worn
            ]
            if span.link is None or not piece.strip():
                add(piece, *own)
                continue
            number = self.number_of(span.link)
            click = Style.from_meta({LINK_META: number})
            words = piece.rstrip()
            add(words, *own, "link", click)
            add(f" [{number}]", "link-number", click)
            add(piece[len(words) :])
        return Content("".join(text), spans=styles)

    def number_of(self, address: Address) -> int:
        """The number of a link; one number an address."""
        if address not in self.links:
            self.links.append(address)
        return self.links.index(address) + 1

    def put(self, content: Content, style: str, indent: Content | None = None) -> None:
        """`content` wrapped to the measure, every line after `indent`."""
        self.hang(indent or Content(""), content, style, indent)

    def hang(self, lead: Content, content: Content, style: str, rest: Content | None = None) -> None:
        """`content` wrapped behind `lead`; the lines that follow stand behind `rest`, or spaces as wide as `lead`."""
        room = max(8, self.measure - lead.cell_length)
        follow = Content(" " * lead.cell_length) if rest is None else rest
        styled = content.stylize_before(style)
        for number, line in enumerate(styled.wrap(room) or [Content("")]):
            self.lines.append(PageLine((lead if number == 0 else follow) + line.rstrip(), self.block))

    def part(self) -> None:
        """An empty line between the parts of the masthead, where there is room for it."""
        if not self.low:
            self.gap()

    def gap(self) -> None:
        """An empty line, unless there is one already."""
        if self.lines and self.lines[-1].content.plain.strip():
            self.lines.append(PageLine(Content(""), self.block))


def _linked(content: Content, number: int, style: str) -> Content:
    return content.stylize(style).stylize(Style.from_meta({LINK_META: number}))


def _broken(shown: str, room: int) -> Iterator[str]:
    """An address in lines: each ends where a part of it does, if that leaves no line half empty."""
    while cell_len(shown) > room:
        cut = next(at for at in range(len(shown), 0, -1) if cell_len(shown[:at]) <= room)
        cut = next((at for at in range(cut, cut // 2, -1) if shown[at - 1] in PART_ENDS), cut)
        yield shown[:cut]
        shown = shown[cut:]
    yield shown


def _joined(indent: Content | None, mark: Content) -> Content:
    return mark if indent is None else indent + mark


def _from_page(origin: BodyOrigin) -> bool:
    return origin in (BodyOrigin.RULES, BodyOrigin.GENERAL)


def _shown(address: Address) -> str:
    """A link as it is shown: without the scheme, whole host first."""
    return clean_line(address.split("://", 1)[1].rstrip("/"))
