"""Lampung Post: the WordPress REST API with editors in a taxonomy of its own; JNews article pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tests.contract.reader import Reader

from lampungtui.foreign import Line
from lampungtui.model import Credit, FeedReading, Heading, Listing, PageReading, Quote, Role, blocks_text

ARTICLE = "https://lampost.co/lampung/metro/festival-durian-kota-metro-sedot-ribuan-pengunjung/"
PICTURE = "https://lampost.co/wp-content/uploads/2026/11/durian.jpg"


@pytest.fixture
def feed(reader: Callable[[str], Reader]) -> FeedReading:
    return reader("lampung-post").feed("lampung-post-posts.json", "application/json; charset=UTF-8")


@pytest.fixture
def article(reader: Callable[[str], Reader]) -> PageReading:
    return reader("lampung-post").page("lampung-post-article.html", ARTICLE)


def test_posts_become_headlines(feed: FeedReading) -> None:
    assert [(entry.title, entry.url) for entry in feed.entries] == [
        ("Festival Durian Kota Metro Sedot Ribuan Pengunjung – Stok Habis Dua Jam", ARTICLE),
        (
            "Bunga Kredit Petani Kopi Dipangkas",
            "https://lampost.co/ekonomi-dan-bisnis/bunga-kredit-petani-kopi-dipangkas/",
        ),
        ("Bahasa Lampung di Ruang Kelas", "https://lampost.co/nuansa/bahasa-lampung-di-ruang-kelas/"),
    ]


def test_the_hour_is_read_in_utc(feed: FeedReading) -> None:
    published = [entry.published for entry in feed.entries]
    assert [dated.at for dated in published if dated is not None] == [
        datetime(2026, 11, 19, 9, 20, tzinfo=UTC),
        datetime(2026, 11, 19, 1, 5, tzinfo=UTC),
        datetime(2026, 11, 18, 14, 40, tzinfo=UTC),
    ]


def test_rubrics_come_by_name(feed: FeedReading, reader: Callable[[str], Reader]) -> None:
    outlet = reader("lampung-post").outlet
    rubrics = [{outlet.category_of(label) for label in entry.labels} - {None} for entry in feed.entries]
    assert rubrics == [{"lampung-raya", "lampung-raya/metro"}, {"ekbis"}, {"opini"}]


def test_the_editors_of_the_taxonomy_are_credited(feed: FeedReading) -> None:
    several, one, none = feed.entries
    assert Credit(Role.EDITOR, Line("Sri Agustina")) in several.credits
    assert Credit(Role.WRITER, Line("Bambang Pamungkas Aji")) in several.credits, "the last of several is the writer"
    assert one.credits == (Credit(Role.EDITOR, Line("Delima Natalia")),), "the account that posted it is nobody's name"
    assert {credit.name for credit in none.credits} <= {"Redaksi Lampost"}, "no person is made up"


def test_a_post_brings_the_whole_article_and_its_picture(feed: FeedReading) -> None:
    entry = feed.entries[0]
    assert entry.image is not None
    assert entry.image.url == PICTURE
    text = blocks_text(entry.content)
    assert "Panitia menyiapkan 3.500 butir durian dari Bantul dan Sekampung. Seluruhnya habis dalam dua jam." in text
    assert any(isinstance(block, Quote) for block in entry.content)
    assert any(isinstance(block, Listing) for block in entry.content)


def test_the_page_keeps_headings_quotes_and_lists(article: PageReading) -> None:
    assert blocks_text(article.blocks).split("\n") == [
        "Festival durian di Lapangan Samber, Kota Metro, menyedot ribuan pengunjung, Kamis, 19 November 2026.",
        "Stok Habis Dua Jam",
        "Panitia menyiapkan 3.500 butir durian dari Bantul dan Sekampung. Seluruhnya habis dalam dua jam.",
        "“Tahun depan kami siapkan dua kali lipat,” kata ketua panitia, Retno Ambarwati.",
        "Durian lokal Rp35.000 per butir",
        "Durian montong Rp60.000 per kilogram",
    ]
    kinds = [type(block) for block in article.blocks]
    assert (kinds[1], kinds[3], kinds[4]) == (Heading, Quote, Listing)


def test_a_dateline_with_a_link_inside_is_one_dateline(article: PageReading) -> None:
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("Metro", "Lampost.co")
    assert article.region is not None
    assert article.region.slug == "metro"


def test_the_page_gives_title_hour_author_and_picture(article: PageReading) -> None:
    assert article.title == "Festival Durian Kota Metro Sedot Ribuan Pengunjung"
    assert article.published is not None
    assert article.published.at == datetime(2026, 11, 19, 9, 20, tzinfo=UTC)
    assert not article.published.whole_day
    assert Credit(Role.EDITOR, Line("Sri Agustina")) in article.credits, "a single name is the editor's"
    assert article.labels == ("Lampung", "Metro")
    assert article.image is not None
    assert article.image.url == PICTURE
    assert article.image.caption is not None
    assert article.image.caption.startswith("Pengunjung memilih durian.")
    assert article.comments_url == f"{ARTICLE}#respond"
