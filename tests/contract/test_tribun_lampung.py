"""Tribun Lampung: RSS that is not quite UTF-8 and has no text, pages with writer and editor over the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tests.contract.reader import Reader

from lampungtui.foreign import Line
from lampungtui.model import Credit, FeedReading, PageReading, Role, blocks_text

ARTICLE = "https://lampung.tribunnews.com/metro/1219001/pasar-cendrawasih-metro-ditata-pedagang-pindah-ke-blok-c"


@pytest.fixture
def feed(reader: Callable[[str], Reader]) -> FeedReading:
    return reader("tribun-lampung").feed("tribun-lampung-feed.xml", "text/xml; charset=UTF-8")


@pytest.fixture
def article(reader: Callable[[str], Reader]) -> PageReading:
    return reader("tribun-lampung").page("tribun-lampung-article.html", ARTICLE)


def test_a_wrong_byte_costs_no_headline(feed: FeedReading) -> None:
    assert [entry.url for entry in feed.entries] == [
        ARTICLE,
        "https://lampung.tribunnews.com/superskor/1218990/bek-muda-asal-way-kanan-dipanggil-tim-u-19",
    ]
    first, second = feed.entries
    assert first.title.startswith("Pasar Cendrawasih Metro Ditata ")
    assert first.title.endswith(" Pedagang Pindah ke Blok C")
    assert second.title == "Bek Muda Asal Way Kanan Dipanggil Tim U-19"


def test_an_item_gives_hour_rubric_and_picture_but_no_text(feed: FeedReading, reader: Callable[[str], Reader]) -> None:
    first, second = feed.entries
    assert first.published is not None
    assert first.published.at == datetime(2026, 11, 19, 1, 52, tzinfo=UTC)
    assert first.image is not None
    assert first.image.url == "https://asset-2.tstatic.net/lampung/foto/bank/thumbnails2/Pasar-Cendrawasih-Metro.jpg"
    assert blocks_text(first.summary) == ""
    outlet = reader("tribun-lampung").outlet
    assert [outlet.category_of(label) for entry in (first, second) for label in entry.labels] == [
        "lampung-raya/metro",
        "olahraga/sepakbola",
    ]


def test_the_body_is_the_article_and_nothing_else(article: PageReading) -> None:
    assert blocks_text(article.blocks).split("\n") == [
        "Sebanyak 214 pedagang Pasar Cendrawasih, Kota Metro, mulai pindah ke Blok C selama penataan berlangsung.",
        "Kepala pasar, Nuraini Sofyan, menjelaskan pemindahan berlangsung bertahap sampai Minggu (22/11/2026).",
        '"Setiap pedagang mendapat nomor lapak yang sama luasnya," kata Nuraini.',
        "Penataan dijadwalkan selesai pertengahan Januari 2027.",
    ]


def test_dateline_and_credits_with_their_roles(article: PageReading) -> None:
    assert article.title == "Pasar Cendrawasih Metro Ditata, Pedagang Pindah ke Blok C"
    assert article.dateline is not None
    assert article.dateline.place == "Metro"
    assert article.dateline.agency is not None
    assert article.dateline.agency.casefold() == "tribunlampung.co.id"
    assert article.region is not None
    assert article.region.slug == "metro"
    roles = {credit.role: credit.name.casefold() for credit in article.credits}
    assert roles[Role.WRITER] == "bayu prakoso utomo"
    assert roles[Role.EDITOR] == "indra kesuma"
    assert roles[Role.REPORTER] == "bayu prakoso utomo"
    assert Credit(Role.EDITOR, Line("Indra Kesuma")) in article.credits


def test_the_page_gives_hour_and_picture(article: PageReading) -> None:
    assert article.published is not None
    assert article.published.at == datetime(2026, 11, 19, 1, 52, tzinfo=UTC)
    assert article.image is not None
    assert article.image.url == "https://asset-2.tstatic.net/lampung/foto/bank/images/Pasar-Cendrawasih-Metro.jpg"
    assert article.image.caption is not None
    assert "Pedagang memindahkan lapak ke Blok C" in article.image.caption
