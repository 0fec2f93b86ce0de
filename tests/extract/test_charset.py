"""Which charset a page is read in: what it is said to be, what it is, and codecs that do more than decode."""

from __future__ import annotations

import codecs

import pytest
from tests.extract.pieces import MARKET, article, page

from lampungtui.extract.charset import decode
from lampungtui.model import blocks_text

SIGNS = "“Kopi” – café Rp64.500 … é"


def shown(document: bytes, content_type: str | None = None) -> str:
    return decode(document, content_type).markup


@pytest.mark.parametrize(
    ("document", "content_type"),
    [
        (SIGNS.encode(), None),
        (SIGNS.encode(), "text/html; charset=utf-8"),
        (SIGNS.encode(), "text/html; charset='UTF-8'"),
        (SIGNS.encode("cp1252"), "text/html; charset=windows-1252"),
        (SIGNS.encode("cp1252"), "text/html; charset=ISO-8859-1"),
        (SIGNS.encode("cp1252"), None),
        (codecs.BOM_UTF8 + SIGNS.encode(), "text/html; charset=iso-8859-1"),
        (codecs.BOM_UTF16_LE + SIGNS.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + SIGNS.encode("utf-16-be"), "text/html; charset=utf-8"),
    ],
)
def test_text_reads_right_by_mark_header_or_its_own_bytes(document: bytes, content_type: str | None) -> None:
    assert shown(document, content_type) == SIGNS


@pytest.mark.parametrize("declared", ["utf-16", "utf-7", "unicode_escape", "idna", "rot13", "zlib", "x-siger", ""])
def test_a_declared_charset_that_is_wrong_or_not_for_pages_is_passed_over(declared: str) -> None:
    markup = f'<meta charset="{declared}"><p>{SIGNS} \\x1b[31m +ADw-</p>'
    assert shown(markup.encode(), f"text/html; charset={declared}") == markup


def test_a_page_declared_utf8_that_is_windows_1252_reads_right() -> None:
    """Old Indonesian pages carry a template's <meta> and an editor's bytes."""
    markup = f'<meta charset="utf-8"><p>{SIGNS}</p>'
    assert shown(markup.encode("cp1252"), "text/html; charset=utf-8") == markup


def test_a_page_says_its_charset_itself_where_the_server_is_silent() -> None:
    markup = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=shift_jis"></head>珈琲'
    assert shown(markup.encode("shift_jis")) == markup


def test_a_few_spoilt_bytes_do_not_turn_good_text_into_mojibake() -> None:
    text = shown(SIGNS.encode() * 5 + b"\xff\xfe" + SIGNS.encode())
    assert text.count(SIGNS) == 6
    assert "â€" not in text


def test_an_article_in_another_charset_is_an_article() -> None:
    told = article(f"“{MARKET}”", MARKET + " Sungguh – begitu.", head='<meta charset="windows-1252">')
    for content_type in (None, "text/html", "text/html; charset=utf-8"):
        text = blocks_text(page(told.encode("cp1252"), content_type=content_type).blocks)
        assert text == f"“{MARKET}”\n{MARKET} Sungguh – begitu."


@pytest.mark.parametrize(
    "document", [b"", b"\x00" * 50, bytes(range(256)), b"\xff\xfe\x00", codecs.BOM_UTF16_LE + b"a"]
)
def test_no_bytes_break_the_reading(document: bytes) -> None:
    for content_type in (None, "text/html; charset=utf-16", "charset=" + "a" * 5_000, "charset=\x00"):
        assert isinstance(shown(document, content_type), str)
