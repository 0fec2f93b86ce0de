"""A query in words, and what is said of the part that was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from lampungtui.language import use_language
from lampungtui.query import Problem, Trouble, parse
from lampungtui.telling.queries import problem_words, query_words


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ""),
        ('kopi -"lampung barat"', 'kopi; not "lampung barat"'),
        ("judul:pasar status:belum", "pasar in the title; not read yet"),
        ("banjir OR daerah:krui umur:<2mg", "banjir, or about krui; of the last 2 weeks"),
        ("umur:>90m sejak:kemarin", "older than 90 minutes; since kemarin"),
        ("-tag:arsip ada:gambar", "not tagged arsip; with a picture"),
    ],
)
def test_it_says_what_is_asked_for(typed: str, words: str) -> None:
    assert query_words(parse(typed)) == words


def test_it_says_so_in_indonesian() -> None:
    use_language("id")
    assert query_words(parse("kopi -status:belum umur:<3h")) == "kopi; bukan belum dibaca; dari 3 hari terakhir"


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_its_sentence(trouble: Trouble, language: str) -> None:
    use_language(language)
    assert problem_words(Problem(trouble, "x", 0, 1))


@pytest.mark.parametrize(
    ("typed", "hours"), [("umur:<3", "<12j (hours)"), ("age:<3", "<12h (hours)"), ("-AGE:x", "<12h (hours)")]
)
def test_an_age_is_explained_in_the_letters_of_its_own_filter(typed: str, hours: str) -> None:
    (problem,) = parse(typed).problems
    assert hours in problem_words(problem)


@pytest.mark.parametrize("typed", ["status:x", "has:x", "since:x"])
def test_what_is_offered_instead_is_understood(typed: str) -> None:
    for language in ("en", "id"):
        use_language(language)
        (problem,) = parse(typed).problems
        offered = re.split(r"[:;] (?:there are: |pilihannya: |write |tulis )?", problem_words(problem))[-1]
        names = [each for each in re.split(r",? (?:or|atau) |, ", offered) if each]
        assert names
        for name in names:
            assert parse(f"{typed[:-1]}{name}").problems == (), name
