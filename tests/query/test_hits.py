"""What of a text is marked for a query: the words it was found by, and nothing else."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lampungtui.hits import hits
from lampungtui.query import parse


def marked(typed: str, text: str, *, title: bool = False) -> list[str]:
    return [text[start:end] for start, end in hits(parse(typed), text, title=title)]


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("aman ", "Polisi MENGAMANKAN pasar demi keamanan warga", ["MENGAMANKAN", "keamanan"]),
        ('"aman"', "aman, keamanan", ["aman"]),
        ("kaf", "Kafé di kafetaria", ["Kafé", "kafetaria"]),
        ("kafe ", "Kafé di kafetaria", ["Kafé"]),
        ('"pasar margorejo"', "Di Pasar  Margorejo, pasar itu", ["Pasar  Margorejo"]),
        ("pasar -margorejo", "Pasar Margorejo", ["Pasar"]),
        ("banjir OR longsor ", "Longsor setelah kebanjiran", ["Longsor", "kebanjiran"]),
        ("editor:febri status:belum", "Febri belum", []),
        ("", "Apa saja", []),
        ('pasar "pasar baru"', "Pasar Baru dan pasar", ["Pasar Baru", "pasar"]),
    ],
)
def test_words_of_a_query_are_marked(typed: str, text: str, shown: list[str]) -> None:
    assert marked(typed, text) == shown


def test_what_is_looked_for_in_titles_is_marked_there_alone() -> None:
    assert marked("judul:pasar ", "Pasar Metro", title=True) == ["Pasar"]
    assert marked("judul:pasar ", "Pasar Metro") == []


@given(st.text(max_size=60), st.text(max_size=120))
def test_places_are_in_the_text_and_apart(typed: str, text: str) -> None:
    places = hits(parse(typed), text, title=True)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))
