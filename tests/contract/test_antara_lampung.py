"""ANTARA Lampung: RSS with a picture inside the summary, credits at the foot of the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tests.contract.reader import Reader

from lampungtui.foreign import Line
from lampungtui.model import Credit, DateSource, FeedReading, PageReading, Role, blocks_text

ARTICLE = (
    "https://lampung.antaranews.com/berita/901234/nelayan-kuala-teladas-pakai-lampu-surya-untuk-menangkap-rajungan"
)


@pytest.fixture
def feed(reader: Callable[[str], Reader]) -> FeedReading:
    return reader("antara-lampung").feed("antara-lampung-feed.xml", "application/rss+xml")


@pytest.fixture
def article(reader: Callable[[str], Reader]) -> PageReading:
    return reader("antara-lampung").page("antara-lampung-article.html", ARTICLE)


def test_news_and_pictures_are_listed(feed: FeedReading) -> None:
    assert [(entry.title, entry.url) for entry in feed.entries] == [
        ("Nelayan Kuala Teladas pakai lampu surya untuk menangkap rajungan", ARTICLE),
        (
            "Pameran Kopi & Kakao Liwa dibuka hingga Ahad",
            "https://lampung.antaranews.com/berita/901220/pameran-kopi-kakao-liwa-dibuka-hingga-ahad",
        ),
        ("Perahu hias di Teluk Semaka", "https://lampung.antaranews.com/foto/901199/perahu-hias-di-teluk-semaka"),
    ]


def test_an_item_gives_hour_picture_and_lead(feed: FeedReading) -> None:
    entry = feed.entries[0]
    assert entry.published is not None
    assert entry.published.at == datetime(2026, 11, 19, 12, 51, 57, tzinfo=UTC)
    assert entry.published.source is DateSource.FEED
    assert not entry.published.whole_day
    assert entry.image is not None
    assert entry.image.url == "https://cdn.antaranews.com/cache/270x180/2026/11/19/rajungan.jpg"
    assert blocks_text(entry.summary) == (
        "Sebanyak 38 nelayan di Kuala Teladas, Kabupaten Tulang Bawang, mulai memakai lampu bertenaga surya untuk "
        "menangkap rajungan sejak awal November ..."
    )


def test_the_body_made_of_line_breaks_becomes_paragraphs(article: PageReading) -> None:
    assert blocks_text(article.blocks).split("\n") == [
        "Sebanyak 38 nelayan di Kuala Teladas, Kabupaten Tulang Bawang, mulai memakai lampu bertenaga surya untuk "
        "menangkap rajungan sejak awal November.",
        "Ketua kelompok nelayan, Darwis Abdullah, mengatakan di Menggala, Kamis, biaya melaut turun hampir separuh "
        "karena tidak lagi memakai genset.",
        '"Satu malam biasanya habis 6 liter solar, sekarang cukup menjemur panel di siang hari," ujarnya.',
        "Dinas perikanan setempat mencatat hasil tangkapan pada pekan pertama mencapai 1,2 ton.",
    ]


def test_dateline_region_and_credits(article: PageReading) -> None:
    assert article.title == "Nelayan Kuala Teladas pakai lampu surya untuk menangkap rajungan"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("Menggala", "ANTARA")
    assert article.region is not None
    assert article.region.slug == "tulang-bawang", "Menggala is its seat"
    assert Credit(Role.REPORTER, Line("Yuliana Mega Putri")) in article.credits
    assert Credit(Role.EDITOR, Line("Hendro Gunarto")) in article.credits
    assert {credit.role for credit in article.credits} <= {Role.REPORTER, Role.EDITOR, Role.AGENCY}


def test_the_page_gives_hour_picture_and_caption(article: PageReading) -> None:
    assert article.published is not None
    assert article.published.at == datetime(2026, 11, 19, 12, 51, 57, tzinfo=UTC)
    assert article.published.source is DateSource.PAGE
    assert article.canonical == ARTICLE
    assert article.image is not None
    assert article.image.url == "https://cdn.antaranews.com/cache/1200x800/2026/11/19/rajungan.jpg"
    assert article.image.caption is not None
    assert article.image.caption.startswith("Nelayan memeriksa bubu rajungan di Kuala Teladas.")
