"""HTML to blocks: the body of a page or feed as typed paragraphs, headings, lists, quotes, tables, pictures, embeds.

One walk over the parsed tree, without recursion over hostile depth and with bounds on everything. What comes out is
cleaned; white space is collapsed as CSS does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lampungtui.extract.embeds import EMBEDDING, embed_of, is_embedded_post, post_embed
from lampungtui.extract.figures import image_of, is_named_caption, pictured, with_caption
from lampungtui.extract.naming import names_of
from lampungtui.extract.nesting import not_too_deep
from lampungtui.extract.streamed import is_piece
from lampungtui.foreign import Address, Foreign, Line, Prose, clean_address, clean_code, clean_line, clean_run
from lampungtui.model import (
    Block,
    Blocks,
    Code,
    Embed,
    Heading,
    Image,
    Listing,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    spans_text,
)
from lampungtui.press.spans import trimmed

MARKUP_LIMIT: Final = 1 << 20
"""Characters of markup that are read."""

DEPTH_LIMIT: Final = 200
NEST_LIMIT: Final = 12
"""How deep lists and quotes nest in the result."""

BLOCK_LIMIT: Final = 5_000
CELL_LIMIT: Final = 4_000
FRAMED: Final = 400
"""Characters of a table's cell from which pieces of text in it, one under the other, are no value of a table."""

ATTRIBUTE_LIMIT: Final = 1_000

SKIPPED: Final = frozenset(
    {"script", "style", "noscript", "template", "svg", "form", "button", "select", "textarea", "input", "nav", "object",
     "audio", "canvas", "head", "title", "link", "meta", "ins", "dialog", "map"}
)  # fmt: skip
INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "kbd", "label",
     "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
     "u", "var", "wbr"}
)  # fmt: skip
_READ_ALOUD: Final = frozenset(
    {"sr-only", "screen-reader-text", "screen-reader-only", "visually-hidden", "visuallyhidden"}
)
_STRONG: Final = frozenset({"b", "strong"})
_EMPHASIS: Final = frozenset({"i", "em", "cite", "dfn", "var"})
_CODE: Final = frozenset({"code", "kbd", "samp", "tt"})
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_FOLDED: Final = frozenset({"accordion", "collapse", "collapsed", "collapsible", "expandable", "faq", "spoiler"})
_LINES: Final = frozenset({"div", "p", "li"})
_SPACE: Final = re.compile(r"[ \t\r\n\f\xa0]+")
_TWO_BREAKS: Final = re.compile(r"\n[ \n]*\n")


def blocks_from_html(markup: Foreign, base: Address | None = None) -> Blocks:
    """The blocks of an HTML fragment or page. Links are resolved against `base`. Never raises on markup."""
    text = markup.markup[:MARKUP_LIMIT]
    if "<" not in text and "&" not in text:
        return _plain(text)
    body = LexborHTMLParser(not_too_deep(text)).body
    return blocks_from_node(body, base) if body is not None else ()


def blocks_from_node(
    node: LexborNode, base: Address | None = None, leaving_out: frozenset[int] = frozenset()
) -> Blocks:
    """The blocks of what is inside a node of a parsed page, without the elements of the given `mem_id`s."""
    return tuple(_Walk(base, leaving_out=leaving_out).run(node))


def _plain(text: str) -> Blocks:
    paragraphs = (clean_run(_SPACE.sub(" ", part)) for part in re.split(r"\n\s*\n", text))
    return tuple(Paragraph((Span(Prose(part.strip())),)) for part in paragraphs if part.strip())[:BLOCK_LIMIT]


@dataclass(slots=True)
class _Style:
    """How text is set where the walk is."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: Address | None = None


@dataclass(slots=True)
class _Run:
    """Text that is being gathered into one paragraph."""

    spans: list[Span] = field(default_factory=list)

    def add(self, raw: str, style: _Style) -> None:
        # Of printable characters the only white space is the space.
        text = raw if raw.isprintable() and "  " not in raw else _SPACE.sub(" ", raw)
        if text.startswith(" ") and self._ends_open():
            text = text[1:]
        if text:
            self._put(clean_run(text), style)

    def line_break(self) -> None:
        while self.spans and self.spans[-1].text.endswith(" "):
            self.spans[-1] = replace(self.spans[-1], text=Prose(self.spans[-1].text[:-1]))
        if self.spans:
            self._put(Prose("\n"), _Style())

    def _put(self, text: Prose, style: _Style) -> None:
        if not text:
            return
        span = Span(text, style.strong, style.emphasis, style.code, style.link)
        last = self.spans[-1] if self.spans else None
        if last is not None and replace(last, text=text) == span:
            self.spans[-1] = replace(last, text=Prose(last.text + text))
        else:
            self.spans.append(span)

    def _ends_open(self) -> bool:
        """Whether a space here would be a second one, or stand at a line's start."""
        return not self.spans or self.spans[-1].text[-1:] in (" ", "\n")

    def take(self) -> list[Spans]:
        """The paragraphs gathered: two line breaks part them."""
        spans = trimmed(tuple(self.spans))
        self.spans = []
        if not spans:
            return []
        text = spans_text(spans)
        if "\n" not in text:
            return [spans]
        from lampungtui.press.spans import cut

        found = []
        at = 0
        for match in [*_TWO_BREAKS.finditer(text), None]:
            end = match.start() if match is not None else len(text)
            piece = trimmed(cut(spans, at, end))
            if piece:
                found.append(piece)
            at = match.end() if match is not None else end
        return found


class _Walk:
    """One walk over a tree, block after block."""

    def __init__(self, base: Address | None, nest: int = 0, leaving_out: frozenset[int] = frozenset()) -> None:
        self._base = base
        self._nest = nest
        self._leaving_out = leaving_out
        self._run = _Run()
        self._blocks: list[Block] = []

    def run(self, node: LexborNode) -> list[Block]:
        """The blocks inside `node`."""
        # An explicit stack: a tag's children, the style outside it, and whether it closes a block.
        stack: list[tuple[LexborNode | None, Iterator[LexborNode], _Style, bool]] = [
            (None, _children(node), _Style(), True)
        ]
        while stack and len(self._blocks) < BLOCK_LIMIT:
            _, children, style, closes = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if closes:
                    self._close()
                continue
            tag = child.tag or ""
            if tag == "-text":
                self._run.add(child.text_content or "", style)
                continue
            if is_unseen(child, tag):
                continue
            if child.mem_id in self._leaving_out:
                self._close()
                continue
            if self._block(child, tag) or (is_named_caption(child) and self._caption(child)):
                continue
            if tag == "br":
                self._run.line_break()
            elif tag in INLINE:
                if len(stack) < DEPTH_LIMIT:
                    stack.append((child, _children(child), self._styled(child, tag, style), False))
            else:
                self._close()
                if len(stack) < DEPTH_LIMIT:
                    stack.append((child, _children(child), style, True))
        self._close()
        return self._blocks[:BLOCK_LIMIT]

    def _styled(self, node: LexborNode, tag: str, style: _Style) -> _Style:
        link = style.link
        if tag == "a" and (target := node.attributes.get("href")):
            link = clean_address(target, self._base) if not target.startswith("#") else None
        return _Style(
            style.strong or tag in _STRONG, style.emphasis or tag in _EMPHASIS, style.code or tag in _CODE, link
        )

    def _close(self) -> None:
        if self._run.spans:
            self._blocks.extend(Paragraph(spans) for spans in self._run.take())

    def _inside(self, node: LexborNode) -> Blocks:
        if self._nest >= NEST_LIMIT:
            spans = trimmed((Span(clean_run(_SPACE.sub(" ", node.text(deep=True)))),))
            return (Paragraph(spans),) if spans else ()
        return tuple(_Walk(self._base, self._nest + 1, self._leaving_out).run(node))

    def _block(self, node: LexborNode, tag: str) -> bool:
        """Takes a tag that is a block of its own kind; False for any other."""
        if tag in _HEADINGS:
            self._close()
            spans = self._spans(node)
            if spans:
                self._blocks.append(Heading(_HEADINGS[tag], spans))
        elif tag in ("ul", "ol"):
            self._close()
            self._listing(node, ordered=tag == "ol")
        elif tag == "blockquote":
            self._close()
            self._quote(node)
        elif tag == "table":
            self._close()
            if self._nest < NEST_LIMIT:
                # Rows of a table within a cell are rows of the table around it.
                self._table(node)
        elif tag == "pre":
            self._close()
            text = clean_code(_preformatted(node), 100_000)
            if text.strip():
                self._blocks.append(Code(text))
        elif tag == "figure":
            return self._figure(node)
        elif tag in ("img", "picture", "amp-img"):
            self._image(node, tag)
        elif tag in EMBEDDING:
            self._close()
            embed = embed_of(node, self._base)
            if embed is not None:
                self._blocks.append(embed)
        elif tag == "hr":
            self._close()
        else:
            return False
        return True

    def _spans(self, node: LexborNode) -> Spans:
        """The text of a node as one run, whatever blocks are in it."""
        spans: Spans = ()
        for inner in _runs(_Walk(self._base, NEST_LIMIT, self._leaving_out).run(node)):
            spans = (*spans, Span(Prose(" ")), *inner) if spans and inner else (spans or inner)
        return spans

    def _listing(self, node: LexborNode, *, ordered: bool) -> None:
        items: list[Blocks] = []
        for child in self._items(node):
            if child.tag in ("ul", "ol") and self._nest < NEST_LIMIT:
                # A list directly in a list belongs to the item before it.
                walk = _Walk(self._base, self._nest + 1, self._leaving_out)
                walk._listing(child, ordered=child.tag == "ol")
                before = items.pop() if items else ()
                inside = (*before, *walk._blocks)
            else:
                inside = self._inside(child)
            if inside:
                items.append(inside)
        if items:
            start = node.attributes.get("start") or ""
            first = int(start) if ordered and re.fullmatch(r"\d{1,6}", start) else 1
            self._blocks.append(Listing(ordered, tuple(items), first))

    def _items(self, node: LexborNode) -> Iterator[LexborNode]:
        """What stands in a list as its items: not only <li>, and some stand in wrappers."""
        for child in _children(node):
            tag = child.tag or ""
            if is_unseen(child, tag) or child.mem_id in self._leaving_out or tag == "-text":
                continue
            wrapped = [] if tag in ("li", "ul", "ol") else [inner for inner in _children(child) if inner.tag == "li"]
            yield from (inner for inner in wrapped or [child] if inner.mem_id not in self._leaving_out)

    def _quote(self, node: LexborNode) -> None:
        if is_embedded_post(node):
            embed = post_embed(node, self._base)
            if embed is not None:
                self._blocks.append(embed)
            return
        inside = self._inside(node)
        if inside:
            self._blocks.append(Quote(inside))

    def _table(self, node: LexborNode) -> None:
        if _is_frame(node):
            self._blocks.extend(self._inside(node))
            return
        header: tuple[Spans, ...] = ()
        rows: list[tuple[Spans, ...]] = []
        cells = 0
        for row in node.css("tr"):
            found = [child for child in _children(row) if child.tag in ("td", "th")]
            cells += len(found)
            if not found or cells > CELL_LIMIT:
                continue
            texts = tuple(self._spans(cell) for cell in found)
            if not rows and not header and all(cell.tag == "th" for cell in found):
                header = texts
            elif any(texts):
                rows.append(texts)
        if not rows:
            return
        if len(rows) == 1 and len(rows[0]) == 1 and not header:
            # A table of one cell is a frame around text.
            self._blocks.extend(self._inside(node))
            return
        caption = node.css_first("caption")
        self._blocks.append(Table(header, tuple(rows), _line(caption)))

    def _figure(self, node: LexborNode) -> bool:
        images = pictured(node, self._base)
        if images is None:
            return False
        self._close()
        self._blocks.extend(images)
        return True

    def _caption(self, node: LexborNode) -> bool:
        """Takes the words under a picture; False where there is none just before them."""
        if self._run.spans:
            self._close()
        before = self._blocks[-1] if self._blocks else None
        captioned = with_caption(before, node) if isinstance(before, Image) else None
        if captioned is not None:
            self._blocks[-1] = captioned
        return captioned is not None

    def _image(self, node: LexborNode, tag: str) -> None:
        picture = node.css_first("img") if tag == "picture" else node
        image = image_of(picture, self._base) if picture is not None else None
        if image is not None:
            self._close()
            self._blocks.append(image)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return iter(node.iter(include_text=True))


def is_unseen(node: LexborNode, tag: str) -> bool:
    """Whether an element is no text, or hidden."""
    return tag in SKIPPED or tag.startswith(("-", "!", "_")) or is_hidden(node)


def _runs(blocks: Iterable[Block]) -> Iterator[Spans]:
    """The runs of text in blocks, however they nest."""
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans):
                yield spans
            case Listing():
                for item in block.items:
                    yield from _runs(item)
            case Quote(inner):
                yield from _runs(inner)
            case Table():
                for row in (block.header, *block.rows):
                    yield from (cell for cell in row if cell)
            case Code(text):
                yield (Span(clean_run(" ".join(text.split())), code=True),)
            case Image() | Embed():
                pass


def _preformatted(node: LexborNode) -> Foreign:
    """The text of a <pre>: its lines may be parted by <br>, or be elements."""
    parts: list[str] = []
    for inner in node.traverse(include_text=True):
        if inner.tag == "-text":
            parts.append(inner.text_content or "")
        elif inner.tag == "br" or (inner.tag in _LINES and parts and not parts[-1].endswith("\n")):
            parts.append("\n")
    return Foreign("".join(parts))


def _is_frame(table: LexborNode) -> bool:
    """Whether a table only arranges a page: it says so, holds tables, or text in more than one piece."""
    if table.attributes.get("role") in ("presentation", "none"):
        return True
    if table.css_first("td table, td pre, td blockquote") is not None:
        return True
    pieces = table.css("td > ul, td > ol, td > p + p, td > h2, td > h3")
    return any(len(cell.text(deep=True)) >= FRAMED for piece in pieces[:20] if (cell := piece.parent) is not None)


def is_hidden(node: LexborNode) -> bool:
    """Whether nobody sees an element, or only who is read to: `display: none`, `class="sr-only"`.

    Small letters over a word (<rt>) stand behind it where the page gives brackets for that (<rp>), else nowhere.
    """
    if node.tag == "rt" and (ruby := node.parent) is not None and ruby.css_first("rp") is None:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    if len(attributes) > ATTRIBUTE_LIMIT:
        return True
    style = (attributes.get("style") or "").replace(" ", "").lower()
    if "hidden" in attributes or "display:none" in style or "visibility:hidden" in style:
        return not _is_shown_later(node)
    return not _READ_ALOUD.isdisjoint((attributes.get("class") or "").split())


def _is_shown_later(node: LexborNode) -> bool:
    """Whether a script shows a hidden element to everybody, or a reader may unfold it."""
    if is_piece(node):
        return True
    around = node.parent
    names = names_of(node) | (names_of(around) if around is not None else frozenset())
    return not _FOLDED.isdisjoint(names) and node.css_first("p, li") is not None


def _line(node: LexborNode | None) -> Line | None:
    return (clean_line(node.text(deep=True, separator=" ")) or None) if node is not None else None
