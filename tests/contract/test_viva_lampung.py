"""Viva Lampung: RSS, and articles over several pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tests.contract.reader import Reader

from lampungtui.foreign import Line
from lampungtui.model import Credit, FeedReading, PageReading, Role, blocks_text

ARTICLE = "https://lampung.viva.co.id/daerah/8123-dua-gajah-betina-di-tanggamus-digiring-kembali-ke-hutan-lindung"


@pytest.fixture
def feed(reader: Callable[[str], Reader]) -> FeedReading:
    return reader("viva-lampung").feed("viva-lampung-feed.xml", "application/xml; charset=UTF-8")


@pytest.fixture
def article(reader: Callable[[str], Reader]) -> PageReading:
    return reader("viva-lampung").page("viva-lampung-article.html", ARTICLE)


def test_headlines_with_hour_and_rubric(feed: FeedReading, reader: Callable[[str], Reader]) -> None:
    first, second = feed.entries
    assert (first.title, first.url) == (
        "Dua Gajah Betina di Tanggamus Digiring Kembali ke Hutan Lindung",
        ARTICLE,
    )
    assert first.published is not None
    assert first.published.at == datetime(2026, 11, 17, 10, 20, tzinfo=UTC)
    assert second.published is not None
    assert second.published.at == datetime(2026, 11, 14, 23, 0, tzinfo=UTC)
    outlet = reader("viva-lampung").outlet
    assert [outlet.category_of(entry.labels[0]) for entry in feed.entries] == ["lampung-raya", "rileks/jalan-jalan"]
    assert first.image is not None
    assert first.image.url == "https://thumb.viva.co.id/media/frontend/thumbs3/2026/11/17/gajah_663_372.jpg"


def test_the_first_page_of_the_body_and_the_way_to_the_second(article: PageReading) -> None:
    assert blocks_text(article.blocks).split("\n") == [
        "Petugas bersama warga menggiring dua gajah betina menjauh dari kebun kopi di Kecamatan Semaka, Kabupaten "
        "Tanggamus, Selasa (17/11/2026).",
        "Koordinator lapangan, Agus Setiawan Putra, menyebut penggiringan memakan waktu lima jam tanpa petasan.",
        "Tidak ada warga yang terluka. Tiga gubuk di tepi kebun rusak ringan.",
    ]
    assert article.next_page == f"{ARTICLE}?page=2"


def test_title_hour_author_and_place(article: PageReading) -> None:
    assert article.title == "Dua Gajah Betina di Tanggamus Digiring Kembali ke Hutan Lindung"
    assert article.published is not None
    assert article.published.at == datetime(2026, 11, 17, 10, 20, tzinfo=UTC)
    assert Credit(Role.WRITER, Line("Foni Darmayanti")) in article.credits
    assert article.dateline is not None
    assert article.dateline.place is not None
    assert article.dateline.place.startswith("Tanggamus")
    assert article.region is not None
    assert article.region.slug == "tanggamus"
    assert article.image is not None
    assert article.image.url == "https://thumb.viva.co.id/media/frontend/thumbs3/2026/11/17/gajah_1265_711.jpg"
