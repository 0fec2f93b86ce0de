"""Whatever a page holds: nothing raises, nothing is invented, and the time is bounded."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lampungtui.foreign import Prose, clean_line, clean_prose
from lampungtui.model import Paragraph, Role, Span, blocks_text
from lampungtui.press.credits import read_author_field, read_bracket, read_credit_line
from lampungtui.press.dateline import read_dateline
from lampungtui.press.furniture import ends_body, is_furniture
from lampungtui.press.reading import read_body, read_plain

PIECES = st.sampled_from(
    [
        "METRO", "Metro", "(Lampungpro.co)", ":", " - ", "--", " – ", ", ", "TRIBUNLAMPUNG.CO.ID", "KOMPAS.com", "Editor",
        "Penulis", "Laporan", "Oleh", "Sumber", "Reporter", "Wartawan", "Kontributor", "Tribunjabar", "Foto", "Rina Sari",
        "dai", "/", "|", "*", "(***)", "(", ")", "**", ".", ". ", "COPYRIGHT © ANTARA 2026", "Baca juga", "Tags:", "I", "&",
        "Berikan Komentar", "[Gambas:Video]", "Petani memanen", "dan", "S.H.", "Jum'at", "12/1/2025", "-",
        "berkontribusi dalam penulisan artikel ini", "\u0131", "\u0130", "\u017f", "\u00a0", "\u2028",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.one_of(PIECES, st.just("\n"), st.just(" ")), max_size=24).map("".join),
)

INLINE = re.compile(r"\s*\[gambas:[^\]\n]{0,80}\]", re.IGNORECASE)
"""The one thing that is taken out of the middle of a line."""


@given(TEXTS)
def test_no_line_breaks_a_reader(text: str) -> None:
    for names in ((), ("Lampungpro.co",), ("", "(", "a" * 300)):
        read_credit_line(text, names)
        read_bracket(text, names)
        found = read_dateline(text, names)
        assert found is None or 0 < found[1] < len(text)
    read_author_field(text, Role.WRITER)
    is_furniture(text)
    ends_body(text)


@settings(max_examples=300)
@given(st.lists(TEXTS, max_size=8))
def test_a_reading_never_invents_text(lines: list[str]) -> None:
    text = "\n".join(clean_prose(line) for line in lines)
    reading = read_plain(text)
    for line in blocks_text(reading.blocks).split("\n"):
        assert line in text or line in INLINE.sub("", text)
    for credit in reading.credits:
        # The pieces of a name stand in the text; between a name and its degree the outlet's comma may have had no space.
        assert all(word.strip(",") in text for word in credit.name.split())
    if reading.dateline is not None:
        assert reading.dateline.place or reading.dateline.agency
        for word in (reading.dateline.place, reading.dateline.agency):
            assert word is None or word.casefold() in clean_line(text, 100_000).casefold()


@settings(max_examples=300)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), max_size=5))
def test_a_reading_of_styled_blocks_keeps_words_in_order(paragraphs: list[list[str]]) -> None:
    blocks = tuple(
        Paragraph(tuple(Span(Prose(clean_prose(text)), strong=number % 2 == 0) for number, text in enumerate(texts)))
        for texts in paragraphs
    )
    before = "".join(INLINE.sub("", blocks_text(blocks)).split())
    at = 0
    for line in blocks_text(read_body(blocks).blocks).split("\n"):
        words = "".join(line.split())
        at = before.find(words, at)
        assert at >= 0
        at += len(words)


@pytest.mark.parametrize(
    "text",
    [
        "METRO " * 170_000,
        "A" * 1_000_000,
        "(" * 1_000_000,
        "(a" * 500_000,
        "a.b" * 300_000,
        "- " * 500_000,
        " " * 1_000_000,
        "*" * 1_000_000,
        "Editor: " * 120_000,
        "Laporan " * 120_000,
        "\n".join(["Editor: Rina Sari"] * 20_000),
        "\n".join(["(***)"] * 20_000),
        "\n".join(["a"] * 100_000),
        "Baca juga " + ": " * 100_000,
    ],
    ids=lambda text: text[:10],
)
def test_a_megabyte_of_anything_is_read(text: str) -> None:
    """A quadratic reader would not come back from this within the run's patience."""
    reading = read_plain(text)
    assert len(blocks_text(reading.blocks)) <= len(text)
    read_dateline(text)
    read_credit_line(text)
    read_author_field(text, Role.WRITER)
