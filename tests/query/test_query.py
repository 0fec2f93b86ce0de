"""What a person types to find articles, as it is understood. Anything may be typed; nothing raises."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lampungtui.query import ALTERNATIVES, LONGEST, TERMS, Field, Problem, Term, Trouble, folded, parse, quoted


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
        ("Editor: Febri", [Term("Febri", Field.EDITOR, last=True)]),
        ('orang: "Rina Wulandari" kopi', [Term("Rina Wulandari", Field.PERSON, phrase=True), Term("kopi", last=True)]),
        ("tag:penting label:arsip ", [Term("penting", Field.TAG), Term("arsip", Field.TAG)]),
        ("kopi (lada", [Term("kopi"), Term("lada", last=True)]),
        ("judul:(kopi lada)", [Term("kopi", Field.TITLE), Term("lada", Field.TITLE)]),
        ("kopi -(lada OR teh)", [Term("kopi"), Term("lada", negated=True), Term("teh", negated=True)]),
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
        ("umur:<3hari", Term("<3hari", Field.AGE, age=timedelta(days=3))),
        ("status:disembunyikan", Term("hidden", Field.STATUS)),
        ("status:dibungkam", Term("muted", Field.STATUS)),
        ("sejak:kemarin", Term("kemarin", Field.SINCE, days_ago=1)),
        ("since:today", Term("today", Field.SINCE, days_ago=0)),
        ('sampai:"hari ini"', Term("hari ini", Field.UNTIL, days_ago=0)),
        ("sampai:hari-ini", Term("hari-ini", Field.UNTIL, days_ago=0)),
        ("sejak:Jum'at", Term("Jum'at", Field.SINCE, weekday=4)),
        ("sejak:2026-11", Term("2026-11", Field.SINCE, day=date(2026, 11, 1), last_day=date(2026, 11, 30))),
        ("sampai:2025", Term("2025", Field.UNTIL, day=date(2025, 1, 1), last_day=date(2025, 12, 31))),
    ],
)
def test_states_parts_and_times_are_filters_too(typed: str, term: Term) -> None:
    assert parse(typed).alternatives == ((term,),)
    assert parse(typed).problems == ()


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("status:entah", Trouble.STATUS),
        ("ada:apa", Trouble.PART),
        ("sejak:lebaran", Trouble.DAY),
        ("sampai:31/2/2026", Trouble.DAY),
        ("sejak:2026-13", Trouble.DAY),
        ("umur:3x", Trouble.AGE),
        ("umur:<h", Trouble.AGE),
        ("-editor:", Trouble.NOTHING),
        (")", Trouble.CLOSING),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_place(typed: str, trouble: Trouble) -> None:
    query = parse(f"kopi {typed}")
    assert query.problems == (Problem(trouble, typed, 5, 5 + len(typed)),)
    assert [term.text for terms in query.alternatives for term in terms] == ["kopi"]


def test_or_parts_what_stands_before_it_from_what_stands_behind() -> None:
    query = parse("banjir metro OR longsor OR")
    assert [[term.text for term in terms] for terms in query.alternatives] == [["banjir", "metro"], ["longsor"]]


@pytest.mark.parametrize(
    ("typed", "alternatives"),
    [
        ("metro (banjir OR longsor)", ["metro banjir", "metro longsor"]),
        ("(banjir ATAU longsor) (metro OR krui)", ["banjir metro", "banjir krui", "longsor metro", "longsor krui"]),
        ("a -(b c)", ["a -b", "a -c"]),
        ("a -(b c OR d)", ["a -b -d", "a -c -d"]),
        ("a OR (b (c OR d))", ["a", "b c", "b d"]),
        ("()", []),
        ("a ()", ["a"]),
        ("((((((((((a", ["a"]),
    ],
)
def test_parentheses_group(typed: str, alternatives: list[str]) -> None:
    told = [" ".join("-" * term.negated + term.text for term in terms) for terms in parse(typed).alternatives]
    assert told == alternatives


def test_what_multiplies_beyond_bounds_is_named() -> None:
    query = parse(" ".join(["(a OR b)"] * 6))
    assert len(query.alternatives) == 32
    assert [problem.trouble for problem in query.problems] == [Trouble.TANGLED]


def test_what_is_too_long_is_named() -> None:
    assert [problem.trouble for problem in parse("kopi " * 40).problems] == [Trouble.LONG]
    assert Trouble.LONG in {problem.trouble for problem in parse("k" * 501).problems}


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("sejak:kemarin", date(2026, 11, 24), date(2026, 11, 24)),
        ("sejak:senin", date(2026, 11, 23), date(2026, 11, 23)),
        ("sejak:rabu", date(2026, 11, 25), date(2026, 11, 25)),
        ("sejak:kamis", date(2026, 11, 19), date(2026, 11, 19)),
        ("sejak:2026-02", date(2026, 2, 1), date(2026, 2, 28)),
    ],
)
def test_a_day_is_counted_from_today(typed: str, first: date, last: date) -> None:
    ((term,),) = parse(typed).alternatives
    assert term.span(date(2026, 11, 25)) == (first, last)


@pytest.mark.parametrize("typed", ["", "  ", "-", '""', "- -", "!?.", '"', "editor:", "judul:-"])
def test_nothing_asked_for_is_empty(typed: str) -> None:
    query = parse(typed)
    assert query.empty or typed in ("editor:", "judul:-")


@given(st.text(max_size=2 * LONGEST))
def test_whatever_is_typed_gives_terms_with_words(typed: str) -> None:
    query = parse(typed)
    assert len(query.alternatives) <= ALTERNATIVES
    assert all(0 < len(terms) <= TERMS and all(term.words for term in terms) for terms in query.alternatives)
    assert all(0 <= problem.start <= problem.end <= len(typed) for problem in query.problems)
    assert all(typed[problem.start : problem.end] == problem.text for problem in query.problems)


@given(st.text(alphabet='ab ()-":O R', max_size=80))
def test_parentheses_of_any_kind_are_read(typed: str) -> None:
    assert len(parse(typed).alternatives) <= ALTERNATIVES


@given(
    st.lists(
        st.sampled_from(
            ["kopi", '"lampung barat"', "-lada", "OR", "(", ")", "-(", "judul:", "judul:(", "sejak:senin", "umur:<3h"]
        ),
        max_size=20,
    )
)
def test_parts_in_any_order_are_read(parts: list[str]) -> None:
    query = parse(" ".join(parts))
    assert query.empty or all(query.alternatives)


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
