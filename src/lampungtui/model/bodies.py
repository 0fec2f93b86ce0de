"""An article's text as a tree of typed blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lampungtui.foreign import Address, Line, Prose


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. Neighbouring spans carry their own spaces: joined, they are the paragraph."""

    text: Prose
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: Address | None = None


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a body; `level` runs from 1 to 6."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is a run of blocks, so lists nest."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set apart by the outlet."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, each cell a run of spans. `header` is empty where the outlet marked none."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    caption: Line | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in or above a body."""

    url: Address
    alt: Line | None = None
    caption: Line | None = None
    credit: Line | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text; line breaks and indentation matter."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Embed:
    """A video, post or map of another site, kept as a named link."""

    url: Address
    name: Line


Block = Paragraph | Heading | Listing | Quote | Table | Image | Code | Embed
Blocks = tuple[Block, ...]


def spans_text(spans: Spans) -> Prose:
    """The text of `spans` with the styling gone."""
    if len(spans) == 1:
        return spans[0].text
    return Prose("".join(span.text for span in spans))


def blocks_text(blocks: Blocks) -> Prose:
    """The plain text of a body: one paragraph, heading, cell row or list item a line; pictures and embeds left out."""
    return Prose("\n".join(_lines(blocks)))


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans):
                yield spans_text(spans)
            case Listing():
                for item in block.items:
                    yield from _lines(item)
            case Quote(inner):
                yield from _lines(inner)
            case Table():
                for row in (block.header, *block.rows):
                    if row:
                        yield "\t".join(spans_text(cell) for cell in row)
            case Code(text):
                yield text
            case Image() | Embed():
                pass
