"""What a person types to find articles, as it is understood. Anything may be typed; nothing raises."""

from __future__ import annotations

from datetime import date, timedelta

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
    (alternative,) = parse(typed).alternatives
    assert list(alternative) == terms


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("status:belum", Term("unread", Field.STATUS)),
        ("-status:saved", Term("saved", Field.STATUS, negated=True)),
        ("ada:gambar", Term("image", Field.HAS)),
        ("sejak:2026-11-01", Term("2026-11-01", Field.SINCE, day=date(2026, 11, 1))),
        ("until:1/2/2026", Term("1/2/2026", Field.UNTIL, day=date(2026, 2, 1))),
        ("umur:<3h", Term("<3h", Field.AGE, age=timedelta(days=3))),
        ("age:<3h", Term("<3h", Field.AGE, age=timedelta(hours=3))),
        ("umur:>2mg", Term(">2mg", Field.AGE, age=timedelta(weeks=2), older=True)),
        ("umur:90m", Term("90m", Field.AGE, age=timedelta(minutes=90))),
    ],
)
def test_states_parts_and_times_are_filters_too(typed: str, term: Term) -> None:
    assert parse(typed).alternatives == ((term,),)
    assert parse(typed).problems == ()


@pytest.mark.parametrize(
    "typed", ["status:entah", "ada:apa", "sejak:kemarin", "sampai:31/2/2026", "umur:3x", "umur:<h"]
)
def test_a_filter_that_cannot_be_understood_is_named(typed: str) -> None:
    query = parse(f"kopi {typed}")
    assert query.problems == (typed,)
    assert [term.text for terms in query.alternatives for term in terms] == ["kopi"]


def test_or_parts_what_stands_before_it_from_what_stands_behind() -> None:
    query = parse("banjir metro OR longsor OR")
    assert [[term.text for term in terms] for terms in query.alternatives] == [["banjir", "metro"], ["longsor"]]


@pytest.mark.parametrize("typed", ["", "  ", "-", '""', "- -", "!?.", '"', "editor:", "judul:-"])
def test_nothing_asked_for_is_empty(typed: str) -> None:
    query = parse(typed)
    assert query.empty or typed in ("editor:", "judul:-")


@given(st.text(max_size=2 * LONGEST))
def test_whatever_is_typed_gives_terms_with_words(typed: str) -> None:
    query = parse(typed)
    assert sum(map(len, query.alternatives)) <= TERMS
    assert all(term.words for terms in query.alternatives for term in terms)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=60))
def test_a_name_in_a_filter_is_read_back(name: str) -> None:
    query = parse(quoted("orang", name))
    if folded(name):
        ((term,),) = query.alternatives
        assert (term.field, term.phrase) == (Field.PERSON, True)
        assert folded(term.text) == folded(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Febri Arianto", "FEBRI  ARIANTO"), ("H. Oki Budiman, S.H.", "h oki budiman s h"), ("José", "Jose")],
)
def test_names_are_compared_without_case_dots_and_accents(one: str, other: str) -> None:
    assert folded(one) == folded(other)
