"""Short ways to write markup and to look at what was read of it."""

from __future__ import annotations

from datetime import UTC, datetime

from lampungtui.extract.blocks import blocks_from_html
from lampungtui.extract.page import read_page
from lampungtui.foreign import Address, Foreign, Prose
from lampungtui.model import (
    Block,
    Blocks,
    Listing,
    Outlet,
    PageReading,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    blocks_text,
    spans_text,
)

FETCHED_AT = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
"""Monday afternoon in Lampung."""

HERE = Address("https://kabar.example/metro/pasar-margorejo")

MARKET = "Pedagang Pasar Margorejo pindah sementara ke halaman terminal lama selama pekerjaan berlangsung enam pekan."
RAIN = "Setiap hujan lebat, air naik sampai mata kaki dan pembeli enggan masuk ke lorong sayur, kata kepala dinas."
LIGHTS = "Ketua paguyuban menyambut jadwal itu asalkan lampu di halaman terminal sudah menyala sebelum pukul empat."


def blocks(markup: str, base: Address | None = HERE) -> Blocks:
    """The blocks of a fragment."""
    return blocks_from_html(Foreign(markup), base)


def texts(found: Blocks) -> list[str]:
    """The paragraphs, headings, items and rows, a line each."""
    text = blocks_text(found)
    return text.split("\n") if text else []


def plain(text: str) -> Spans:
    """A run without any style."""
    return (Span(Prose(text)),)


def paragraph(text: str) -> Paragraph:
    """A paragraph without any style."""
    return Paragraph(plain(text))


def only(found: Blocks) -> Block:
    """The one block that there is."""
    (block,) = found
    return block


def cells(table: Table) -> list[list[str]]:
    """A table's rows as words, its header first where it has one."""
    rows = (table.header, *table.rows) if table.header else table.rows
    return [[str(spans_text(cell)) for cell in row] for row in rows]


def depth(block: Block) -> int:
    """How deep lists and quotes nest, counted without recursion."""
    deepest, queue = 0, [(block, 1)]
    while queue:
        at, level = queue.pop()
        deepest = max(deepest, level)
        match at:
            case Quote(inner):
                queue.extend((each, level + 1) for each in inner)
            case Listing():
                queue.extend((each, level + 1) for item in at.items for each in item)
            case _:
                pass
    return deepest


def page(
    markup: str | bytes,
    *,
    url: Address | None = HERE,
    content_type: str | None = "text/html; charset=UTF-8",
    outlet: Outlet | None = None,
) -> PageReading:
    """A page as the program reads it."""
    document = markup.encode() if isinstance(markup, str) else markup
    return read_page(document, content_type=content_type, url=url, outlet=outlet, fetched_at=FETCHED_AT)


def article(*paragraphs: str, head: str = "", around: str = "") -> str:
    """A page of an outlet that marks nothing: a head, a body of paragraphs, and what stands around it."""
    text = "".join(f"<p>{each}</p>" for each in paragraphs or (MARKET, RAIN, LIGHTS))
    return (
        f"<!DOCTYPE html><html lang=id><head>{head}</head><body><h1>Pasar Margorejo Ditata Ulang</h1>"
        f"<div>{text}</div>{around}</body></html>"
    )
