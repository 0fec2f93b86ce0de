"""What a person types to find articles, as it is understood. Anything may be typed; nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lampungtui.query import LONGEST, TERMS, Field, Term, folded, parse, quoted


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("kopi", [Term("kopi", last=True)]),
        ("kopi lada ", [Term("kopi"), Term("lada")]),
        ('kopi "lampung barat"', [Term("kopi"), Term("lampung barat", phrase=True)]),
        ("kopi -ekspor", [Term("kopi"), Term("ekspor", negated=True, last=True)]),
        ("editor:febri", [Term("febri", Field.EDITOR, last=True)]),
        ('penulis:"Rina Wulandari" ', [Term("Rina Wulandari", Field.WRITER, phrase=True)]),
        ("-daerah:metro pasar", [Term("metro", Field.REGION, negated=True), Term("pasar", last=True)]),
        ("media:lampost judul:pasar", [Term("lampost", Field.OUTLET), Term("pasar", Field.TITLE, last=True)]),
        ("REGION:krui person:oki", [Term("krui", Field.REGION), Term("oki", Field.PERSON, last=True)]),
        ('"tidak ditutup', [Term("tidak ditutup", phrase=True)]),
        ("pukul 10:30", [Term("pukul"), Term("10:30", last=True)]),
        ("catatan:penting", [Term("catatan penting", last=True)]),
        ("editor: febri", [Term("editor:"), Term("febri", last=True)]),
        ("https://kabar.example/pasar", [Term("https://kabar.example/pasar", last=True)]),
    ],
)
def test_it_is_understood(typed: str, terms: list[Term]) -> None:
    assert list(parse(typed).terms) == terms


@pytest.mark.parametrize("typed", ["", "  ", "-", '""', "- -", "!?.", '"', "editor:", "judul:-"])
def test_nothing_asked_for_is_empty(typed: str) -> None:
    query = parse(typed)
    assert query.empty or typed in ("editor:", "judul:-")


@given(st.text(max_size=2 * LONGEST))
def test_whatever_is_typed_gives_terms_with_words(typed: str) -> None:
    query = parse(typed)
    assert len(query.terms) <= TERMS
    assert all(term.words for term in query.terms)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=60))
def test_a_name_in_a_filter_is_read_back(name: str) -> None:
    query = parse(quoted("orang", name))
    if folded(name):
        (term,) = query.terms
        assert (term.field, term.phrase) == (Field.PERSON, True)
        assert folded(term.text) == folded(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Febri Arianto", "FEBRI  ARIANTO"), ("H. Oki Budiman, S.H.", "h oki budiman s h"), ("José", "Jose")],
)
def test_names_are_compared_without_case_dots_and_accents(one: str, other: str) -> None:
    assert folded(one) == folded(other)
