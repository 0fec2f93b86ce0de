"""Pages that a server sends in pieces: what was not ready at first stands hidden at their end.

React (and Next.js, which is made with it) leaves `<template id="B:0">` where a piece belongs, sends the piece as
`<div hidden id="S:0">`, and a script of two lines puts it there; a part of a piece is named `P:0` alike. Here nobody runs
scripts, so the pieces are put in their places before a page is read.
"""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

PIECES: Final = 64
"""Pieces of one page that are put in their places; no page that was seen has more than fifty."""

_PIECE: Final = re.compile(r"S:[0-9a-f]{1,4}")


def is_piece(node: LexborNode) -> bool:
    """Whether a hidden element is a piece that a script shows."""
    return node.tag == "div" and _PIECE.fullmatch(node.attributes.get("id") or "") is not None


def put_in_place(page: LexborHTMLParser) -> None:
    """Puts the pieces of a page where they belong; one without a place stays at the end, to be read there."""
    pieces: dict[str, LexborNode] = {}
    for piece in page.css('div[hidden][id^="S:"]')[:PIECES]:
        if is_piece(piece) and _piece_around(piece) is None:
            pieces.setdefault(_number(piece), piece)
    inside: dict[str, str | None] = {}
    for number in pieces:
        place = _place(page, number)
        if place is not None:
            inside[number] = _piece_around(place)
    # What is put somewhere is copied: a piece goes before those that belong inside it, so that nothing is copied twice.
    for number in _outermost_first(inside):
        place = _place(page, number)
        if place is not None:
            place.insert_before(pieces[number])
            pieces[number].decompose()


def _outermost_first(inside: dict[str, str | None]) -> list[str]:
    """The numbers in such an order that none comes before the piece that its place is in; those in a circle are left."""
    order: list[str] = []
    waiting = dict(inside)
    while waiting:
        ready = [number for number, outer in waiting.items() if outer not in waiting]
        if not ready:
            break
        order.extend(ready)
        for number in ready:
            del waiting[number]
    return order


def _place(page: LexborHTMLParser, number: str) -> LexborNode | None:
    return page.css_first(f'template[id="B:{number}"], template[id="P:{number}"]')


def _piece_around(node: LexborNode) -> str | None:
    """The number of the piece that a node is in."""
    at = node.parent
    while at is not None:
        if is_piece(at):
            return _number(at)
        at = at.parent
    return None


def _number(piece: LexborNode) -> str:
    return (piece.attributes.get("id") or "")[2:]
