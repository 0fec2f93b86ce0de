"""Words in set lines: over line ends, without case and accents, each where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lampungtui.ui.finding import folded, hits_in

LINES = (
    "Pemerintah Kota Metro menata ulang Pasar",
    "Margorejo mulai awal bulan depan. PASAR itu",
    "| pasar |  7 |",
    "",
)


def found(words: str) -> list[list[str]]:
    return [[LINES[piece.line][piece.start : piece.end] for piece in hit] for hit in hits_in(LINES, words)]


def test_every_place_is_found_whatever_its_capitals() -> None:
    assert found("pasar") == [["Pasar"], ["PASAR"], ["pasar"]]


def test_words_are_found_over_the_end_of_a_line() -> None:
    assert found("ulang pasar margorejo") == [["ulang Pasar", "Margorejo"]]


def test_nothing_is_found_for_nothing() -> None:
    assert found("") == found("  ") == found("tidak ada") == []


def test_signs_are_signs() -> None:
    assert found("depan.") == [["depan."]]
    assert found("(") == found("[a-z]") == found("\\") == []


def test_accents_are_passed_over() -> None:
    lines = ("Café di Krui, Straße",)
    assert [lines[0][p.start : p.end] for hit in hits_in(lines, "cafe") for p in hit] == ["Café"]


@given(st.text())
def test_folding_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=8))
def test_pieces_stand_inside_their_lines(lines: list[str], words: str) -> None:
    for hit in hits_in(lines, words):
        assert hit
        for piece in hit:
            assert 0 <= piece.start < piece.end <= len(lines[piece.line])
