"""Pages that a server sends in pieces, to be put in their places by a script that nobody runs here."""

from __future__ import annotations

import pytest
from tests.extract.pieces import LIGHTS, MARKET, RAIN, page, texts

from lampungtui.extract.cards import parsed
from lampungtui.extract.streamed import PIECES
from lampungtui.foreign import Foreign

HEAD = "<body><main><h1>Pasar Margorejo Ditata Ulang</h1>"
FOOTER = "<footer><p>Hak cipta Kabar Siger, dilarang menyalin isi halaman ini tanpa izin.</p></footer></main>"


def piece(number: int, inside: str) -> str:
    """A piece as it stands at a page's end."""
    return f'<div hidden id="S:{number:x}">{inside}</div>'


def place(number: int, kind: str = "B") -> str:
    """Where a piece belongs."""
    return f'<template id="{kind}:{number:x}"></template>'


def test_a_piece_is_read_where_it_belongs() -> None:
    found = page(
        f"{HEAD}<article><p>{MARKET}</p>{place(0)}<p>{LIGHTS}</p></article>{FOOTER}{piece(0, f'<p>{RAIN}</p>')}"
    )
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]


def test_a_piece_of_a_piece_and_one_that_came_first_are_put_in_place_too() -> None:
    inner = piece(1, f"<p>{RAIN}</p>")
    outer = piece(0, f"<p>{MARKET}</p>{place(1, 'P')}<p>{LIGHTS}</p>")
    for pieces in (outer + inner, inner + outer):
        found = page(f"{HEAD}<article>{place(0)}</article>{FOOTER}{pieces}")
        assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]


def test_a_piece_whose_place_is_missing_is_read_at_the_end() -> None:
    text = f"<article><p>{MARKET}</p><p>{RAIN}</p></article>"
    assert texts(page(f"{HEAD}{FOOTER}{piece(0, text)}").blocks) == [MARKET, RAIN]


@pytest.mark.parametrize("mark", ["hidden", 'style="display: none"', 'hidden id="S:salin"', 'hidden id="simpan"'])
def test_what_is_hidden_for_another_reason_stays_so(mark: str) -> None:
    found = page(f"{HEAD}<article><p>{MARKET}</p><div {mark}><p>{RAIN}</p></div><p>{LIGHTS}</p></article>{FOOTER}")
    assert texts(found.blocks) == [MARKET, LIGHTS]


@pytest.mark.parametrize("css", ["accordion-body", "faq__answer", "collapse", "spoiler-isi"])
def test_what_a_reader_may_unfold_is_read(css: str) -> None:
    folded = f'<div class="{css}" style="display:none"><p>{RAIN}</p></div>'
    found = page(f"{HEAD}<article><p>{MARKET}</p>{folded}<p>{LIGHTS}</p></article>{FOOTER}")
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]


@pytest.mark.parametrize(
    "markup",
    [
        piece(0, place(0)),
        piece(0, place(1)) + piece(1, place(0)),
        piece(0, piece(0, place(0))) + place(0),
        place(0) + piece(0, "Pasar") + piece(0, "Pasar"),
        place(0) + '<div hidden id="S:0">' * 50,
    ],
)
def test_pieces_in_a_circle_or_of_one_number_harm_nobody(markup: str) -> None:
    assert parsed(Foreign(markup)).body is not None


def test_pieces_within_pieces_do_not_multiply() -> None:
    lines = "<p>x</p>" * 1_000
    chain = "".join(piece(number, place(number - 1) + (lines if number == 0 else "")) for number in range(PIECES))
    assert len(parsed(Foreign(chain)).html or "") < 2 * len(chain)
