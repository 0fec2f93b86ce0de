"""Citations and sharing: outlet, people, date and link go along in every form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lampungtui.config.values import SHARE
from lampungtui.foreign import Address, Line, Prose, clean_line
from lampungtui.language import use_language
from lampungtui.model import (
    Article,
    BodyOrigin,
    Credit,
    Dated,
    Dateline,
    DateSource,
    Headline,
    Paragraph,
    Role,
    Span,
)
from lampungtui.telling import citing

AT = datetime(2026, 11, 21, 7, 5, tzinfo=UTC)
URL = Address("https://lampungpro.co/news/pasar-margorejo-ditata-ulang-")


@pytest.fixture(autouse=True)
def indonesian() -> Iterator[None]:
    use_language("id")
    yield
    use_language("en")


def credit(role: Role, name: str, *, initials: bool = False) -> Credit:
    return Credit(role, Line(name), initials)


def article(title: str = "Pasar Margorejo ditata ulang", *credits: Credit) -> Article:
    headline = Headline(
        7, "lampungpro", Line("Lampungpro.co"), Line(title), "lampung-raya/metro", AT, Dated(AT, DateSource.PAGE), True,
        False, True,
    )  # fmt: skip
    people = credits or (credit(Role.WRITER, "Sri Astuti"), credit(Role.EDITOR, "Febri Arianto"))
    return Article(
        headline,
        URL,
        (Paragraph((Span(Prose("Pasar ditata.")),)),),
        BodyOrigin.RULES,
        people,
        Dateline(Line("Metro"), Line("Lampungpro.co")),
    )


def test_a_citation_in_words_has_all_that_a_reader_needs() -> None:
    assert citing.citation(article()) == (
        "Sri Astuti. “Pasar Margorejo ditata ulang”. Lampungpro.co (Metro), Sabtu, 21 November 2026 14.05 WIB. "
        f"Editor: Febri Arianto. {URL}"
    )


def test_initials_are_nobodys_name() -> None:
    shortened = article("Judul", credit(Role.EDITOR, "dai", initials=True))
    assert "dai" not in citing.citation(shortened)
    assert "editor" not in citing.bibtex(shortened, looked_at=AT)


def test_markdown_links_the_title_and_signs_in_it_stay_words() -> None:
    told = citing.markdown(article("Harga [naik] *tajam* di pasar_baru"))
    assert told.startswith(rf"[Harga \[naik\] \*tajam\* di pasar\_baru]({URL}), Lampungpro.co, Sabtu, 21 November 2026")
    assert told.endswith("Penulis: Sri Astuti. Editor: Febri Arianto.")


def test_bibtex_is_an_entry_that_tex_can_read() -> None:
    told = citing.bibtex(article("Laba 50% & rugi {besar}"), looked_at=datetime(2026, 11, 30, 20, tzinfo=UTC))
    assert told.startswith("@online{lampungpro-20261121-laba-50,\n")
    assert r"title        = {{Laba 50\% \& rugi \{besar\}}}," in told
    assert "author       = {{Sri Astuti}}," in told
    assert "editor       = {{Febri Arianto}}," in told
    assert "date         = {2026-11-21}," in told
    assert "urldate      = {2026-12-01}," in told  # read after midnight in WIB
    assert told.endswith("\n}")


@given(st.text(max_size=80))
def test_braces_of_bibtex_always_close(title: str) -> None:
    told = citing.bibtex(article(clean_line(title)), looked_at=AT)
    depth, escaped = 0, False
    for letter in told:
        if escaped:
            escaped = False
        elif letter == "\\":
            escaped = True
        else:
            depth += (letter == "{") - (letter == "}")
        assert depth >= 0
    assert depth == 0


def test_what_is_missing_leaves_no_hole() -> None:
    bare = replace(article(), url=None, credits=(), dateline=None)
    assert citing.citation(bare) == "“Pasar Margorejo ditata ulang”. Lampungpro.co, Sabtu, 21 November 2026 14.05 WIB."
    assert " url " not in citing.bibtex(bare, looked_at=AT)
    assert citing.title_and_link(bare) == "Pasar Margorejo ditata ulang"


@pytest.mark.parametrize(("place", "fields"), [("whatsapp", {"text"}), ("telegram", {"url", "text"})])
def test_sharing_keeps_every_sign_of_the_title(place: str, fields: set[str]) -> None:
    title = "Kopi & Lada: 100% #asli? {url} {title}"
    asked = parse_qs(urlsplit(citing.share_address(SHARE[place], article(title))).query)
    assert set(asked) == fields
    assert title in "\n".join(asked["text"])
    assert str(URL) in "\n".join(value[0] for value in asked.values())


def test_a_letter_has_subject_and_body() -> None:
    address = citing.share_address(SHARE["email"], article("Panen & padi\nBcc: orang@lain"))
    assert address.startswith("mailto:?subject=Panen%20%26%20padi")
    assert "\n" not in address
    assert "Bcc:" not in address
