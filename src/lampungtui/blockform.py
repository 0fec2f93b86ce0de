"""Bodies as plain values (lists, mappings, text, numbers) for JSON: how the store keeps them, `extract --json` prints them.

Reading is tolerant: a block of a kind that we don't know is skipped, and every text is cleaned again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from lampungtui.compact import compress, restore
from lampungtui.errors import DamagedText
from lampungtui.foreign import Address, Line, clean_address, clean_code, clean_line, clean_run
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
)

COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""JSON without spaces. Made once: `json.dumps` makes an encoder of its own for every body."""

DEPTH_LIMIT = 24
"""How deep lists and quotes may nest."""


def to_plain(blocks: Blocks) -> list[dict[str, Any]]:
    """Blocks as JSON-able mappings, each with its `kind`."""
    return [_block_to_plain(block) for block in blocks]


def from_plain(value: object) -> Blocks:
    """The blocks of `to_plain`, read back."""
    return tuple(_blocks(value, 0))


def image_to_plain(image: Image | None) -> dict[str, Any] | None:
    """An image as a JSON-able mapping."""
    return None if image is None else _block_to_plain(image)


def image_from_plain(value: object) -> Image | None:
    """The image of `image_to_plain`, read back."""
    block = _block(value, 0)
    return block if isinstance(block, Image) else None


def _block_to_plain(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(spans):
            return {"kind": "paragraph", "spans": _spans_to_plain(spans)}
        case Heading(level, spans):
            return {"kind": "heading", "level": level, "spans": _spans_to_plain(spans)}
        case Listing(ordered, items, start):
            plain: dict[str, Any] = {"kind": "list", "ordered": ordered, "items": [to_plain(item) for item in items]}
            if start != 1:
                plain["start"] = start
            return plain
        case Quote(blocks):
            return {"kind": "quote", "blocks": to_plain(blocks)}
        case Table(header, rows, caption):
            return _present(
                kind="table",
                header=[_spans_to_plain(cell) for cell in header],
                rows=[[_spans_to_plain(cell) for cell in row] for row in rows],
                caption=caption,
            )
        case Image(url, alt, caption, credit):
            return _present(kind="image", url=url, alt=alt, caption=caption, credit=credit)
        case Code(text):
            return {"kind": "code", "text": text}
        case Embed(url, name):
            return {"kind": "embed", "url": url, "name": name}


def _present(**values: object) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _spans_to_plain(spans: Spans) -> list[Any]:
    """Spans: bare text where nothing is styled, else a mapping of what is."""
    plain: list[Any] = []
    for span in spans:
        styles = {name: True for name in ("strong", "emphasis", "code") if getattr(span, name)}
        if span.link is not None or styles:
            plain.append(_present(text=span.text, link=span.link) | styles)
        else:
            plain.append(span.text)
    return plain


def _blocks(value: object, depth: int) -> Iterable[Block]:
    if not isinstance(value, list) or depth > DEPTH_LIMIT:
        return
    for item in value:
        block = _block(item, depth)
        if block is not None:
            yield block


def _block(value: object, depth: int) -> Block | None:
    if not isinstance(value, dict):
        return None
    match value.get("kind"):
        case "paragraph":
            return Paragraph(_spans(value.get("spans")))
        case "heading":
            level = value.get("level")
            return Heading(level if isinstance(level, int) and 1 <= level <= 6 else 2, _spans(value.get("spans")))
        case "list":
            start = value.get("start", 1)
            items = value.get("items")
            return Listing(
                bool(value.get("ordered")),
                tuple(tuple(_blocks(item, depth + 1)) for item in items) if isinstance(items, list) else (),
                start if isinstance(start, int) else 1,
            )
        case "quote":
            return Quote(tuple(_blocks(value.get("blocks"), depth + 1)))
        case "table":
            rows = value.get("rows")
            return Table(
                _cells(value.get("header")),
                tuple(_cells(row) for row in rows) if isinstance(rows, list) else (),
                _line(value.get("caption")),
            )
        case "image":
            url = _address(value.get("url"))
            if url is None:
                return None
            return Image(url, _line(value.get("alt")), _line(value.get("caption")), _line(value.get("credit")))
        case "code":
            text = value.get("text")
            return Code(clean_code(text)) if isinstance(text, str) else None
        case "embed":
            url = _address(value.get("url"))
            return Embed(url, _line(value.get("name")) or clean_line(url)) if url is not None else None
    return None


def _cells(value: object) -> tuple[Spans, ...]:
    return tuple(_spans(cell) for cell in value) if isinstance(value, list) else ()


def _spans(value: object) -> Spans:
    if not isinstance(value, list):
        return ()
    spans = []
    for item in value:
        if isinstance(item, str):
            spans.append(Span(clean_run(item)))
        elif isinstance(item, dict) and isinstance(item.get("text"), str):
            spans.append(
                Span(
                    clean_run(item["text"]),
                    strong=bool(item.get("strong")),
                    emphasis=bool(item.get("emphasis")),
                    code=bool(item.get("code")),
                    link=_address(item.get("link")),
                )
            )
    return tuple(spans)


def _line(value: object) -> Line | None:
    return clean_line(value) if isinstance(value, str) and value else None


def _address(value: object) -> Address | None:
    return clean_address(value) if isinstance(value, str) else None


def pack(blocks: Blocks) -> bytes:
    """A body as compressed JSON."""
    return compress(COMPACT(to_plain(blocks)).encode())


def unpack(packed: bytes) -> Blocks:
    """The body of `pack`, read back. Raises DamagedText."""
    text = restore(packed)
    try:
        return from_plain(json.loads(text))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise DamagedText("a stored body is damaged") from error
