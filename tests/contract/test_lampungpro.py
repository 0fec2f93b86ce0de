"""Lampungpro.co: rubric pages instead of a feed, article pages without any mark of their parts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tests.contract.reader import Reader

from lampungtui.foreign import Line
from lampungtui.model import (
    BodyOrigin,
    Credit,
    DateSource,
    FeedReading,
    PageReading,
    Role,
    ShelfName,
    blocks_text,
)

ARTICLE = "https://lampungpro.co/news/warga-metro-panen-perdana-padi-varietas-baru-di-lahan-tadah-hujan"
PHOTOS = "https://lampungpro.co/laravel-filemanager/photos"


@pytest.fixture
def outlet(reader: Callable[[str], Reader]) -> Reader:
    return reader("lampungpro")


@pytest.fixture
def listing(outlet: Reader) -> FeedReading:
    return outlet.feed("lampungpro-listing.html", "text/html; charset=UTF-8")


@pytest.fixture
def article(outlet: Reader) -> PageReading:
    return outlet.page("lampungpro-article.html", ARTICLE)


def test_the_rubric_page_gives_its_ten_headlines_in_order(listing: FeedReading) -> None:
    assert [entry.title for entry in listing.entries] == [
        "Warga Metro Panen Perdana Padi Varietas Baru di Lahan Tadah Hujan",
        "November 2026, Harga Cabai di Pringsewu Turun 0,42 Persen",
        "Jembatan Gantung Way Semangka - Umbul Jaya Mulai Dibangun",
        "Siswa SMP di Krui Ciptakan Pemanen Air Hujan!",
        "Dinas Kesehatan Lampung Utara Buka Posko Demam Berdarah",
        "Kelompok Tani Mesuji Terima 12 Traktor Bekas Pakai",
        "Festival Perahu Hias Teluk Semaka Diikuti Pameran 61,59 Ton Ikan Asap",
        "Jalan Lingkar Baradatu Ditutup Dua Pekan",
        "UMKM Keripik Pisang Gedong Tataan Tembus Pasar Batam",
        "Perpustakaan Keliling Liwa Tambah Tiga Mobil",
    ]


def test_slugs_stay_byte_for_byte(listing: FeedReading) -> None:
    assert [entry.url for entry in listing.entries][:4] == [
        ARTICLE,
        "https://lampungpro.co/news/november-2026-harga-cabai-di-pringsewu-turun-0-42-persen",
        "https://lampungpro.co/news/jembatan-gantung-way-semangka---umbul-jaya-mulai-dibangun",
        "https://lampungpro.co/news/siswa-smp-di-krui-ciptakan-pemanen-air-hujan-",
    ]


def test_a_card_gives_day_views_and_picture(listing: FeedReading) -> None:
    first, second, third, *_, last = listing.entries
    assert first.published is not None
    assert first.published.at == datetime(2026, 11, 18, 17, 0, tzinfo=UTC), "the day starts at midnight in Lampung"
    assert first.published.whole_day
    assert first.published.source is DateSource.LISTING
    assert last.published is not None
    assert last.published.at == datetime(2026, 10, 1, 17, 0, tzinfo=UTC)
    assert [entry.views for entry in listing.entries] == [265, 176, 184, 1204, 97, 143, 312, 88, 401, 59]
    assert second.image is not None
    assert second.image.url == f"{PHOTOS}/33/PKL/StickItImage_1763512345678.jpg"
    assert third.image is not None
    assert third.image.url == f"{PHOTOS}/WhatsApp%20Image%202026-11-18%20at%2020.07.06.jpg"


def test_the_next_page_is_the_link_of_the_page(listing: FeedReading) -> None:
    assert listing.next_page == "https://lampungpro.co/kategori/news/Lampung%20Raya/20"


def test_the_side_lists_keep_their_order_badges_and_counts(listing: FeedReading) -> None:
    shelves = {shelf.name: shelf.entries for shelf in listing.shelves}
    popular = shelves[ShelfName.POPULAR]
    assert [(entry.labels, entry.views) for entry in popular] == [(("EKBIS",), 7647), (("Bandar Lampung",), 4958)]
    assert popular[0].title_cut
    assert popular[0].title.startswith("Bank Sampah Kemiling Bukukan Omzet Rp40 Juta Sebulan, Warga Antre")
    assert popular[0].published is not None
    assert popular[0].published.at == datetime(2026, 11, 11, 17, 0, tzinfo=UTC)
    spotlight = shelves[ShelfName.HIGHLIGHT]
    assert [(entry.title, entry.labels, entry.views) for entry in spotlight] == [
        ("Dosen Polinela Kembangkan Pupuk dari Kulit Kakao", ("Polinela",), None),
        ("Tulang Bawang Tetapkan Rawa Pitu sebagai Desa Burung", ("Tulang Bawang",), None),
    ]
    (column,) = shelves[ShelfName.COLUMN]
    assert column.url == "https://lampungpro.co/news/trotoar-pohon-trembesi-dan-wali-kota-yang-suka-berjalan-kaki"
    assert column.views == 15260
    assert blocks_text(column.summary).startswith("Kota yang baik selalu menyediakan tempat bagi orang yang berjalan")


def test_every_badge_has_a_rubric_of_ours(outlet: Reader) -> None:
    rubric = outlet.outlet.category_of
    assert rubric("EKBIS") == "ekbis"
    assert rubric("Tubaba") == "lampung-raya/tulang-bawang-barat"
    assert rubric("Metro") == "lampung-raya/metro"
    assert rubric("KOPI PAHIT") == "opini/kopi-pahit"
    assert rubric("Produk Halal") == "rileks/kuliner"
    assert rubric("Advetorial") == "kemitraan"


def test_the_body_is_the_article_and_nothing_else(article: PageReading) -> None:
    assert article.origin is BodyOrigin.RULES
    assert blocks_text(article.blocks).split("\n") == [
        "Kelompok Tani Sumber Rejeki di Kelurahan Margodadi, Kota Metro, memanen perdana padi varietas baru di lahan "
        "tadah hujan seluas 14 hektare, Kamis (19/11/2026).",
        "Ketua kelompok tani, Suparman Hadi Wijoyo mengatakan, hasil ubinan menunjukkan 6,4 ton gabah kering per "
        "hektare, naik dari 4,9 ton pada musim tanam lalu.",
        '"Kami tidak menambah pupuk sama sekali, hanya mengatur jarak tanam dan waktu pengairan," kata Suparman.',
        "QSementara itu, penyuluh pertanian setempat menyebut benih tersebut dikembangkan bersama sebuah kampus di "
        "Bandar Lampung. Penjelasannya dapat dibaca di laman ini.",
        "Wakil Wali Kota, yang dihubungi terpisah oleh Lampungpro.co, berharap luas tanam bertambah menjadi 40 hektare "
        "pada tahun depan (KUR/mandiri).",
    ]


def test_headline_dateline_and_editor_are_understood(article: PageReading) -> None:
    assert article.title == "Warga Metro Panen Perdana Padi Varietas Baru di Lahan Tadah Hujan"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("Metro", "Lampungpro.co")
    assert article.region is not None
    assert article.region.slug == "metro"
    assert not article.region.inferred
    assert article.credits == (Credit(Role.EDITOR, Line("Sari Wulandari")),)


def test_the_page_gives_day_views_rubric_and_picture(article: PageReading) -> None:
    assert article.published is not None
    assert article.published.at == datetime(2026, 11, 18, 17, 0, tzinfo=UTC)
    assert article.published.whole_day
    assert article.views == 265
    assert article.labels == ("Metro",)
    assert article.image is not None
    assert article.image.url == f"{PHOTOS}/33/Metro/IMG-20261119-WA0007.jpg"


def test_comments_open_in_the_browser_at_their_form(article: PageReading) -> None:
    assert article.comments_url == f"{ARTICLE}#:~:text=Berikan%20Komentar"


def test_an_article_page_carries_the_side_lists_too(article: PageReading) -> None:
    counts = {shelf.name: [entry.views for entry in shelf.entries] for shelf in article.shelves}
    assert counts == {
        ShelfName.POPULAR: [7647, 4958],
        ShelfName.HIGHLIGHT: [None, None],
        ShelfName.COLUMN: [15260],
        ShelfName.LATEST: [265, 176, 184],
    }


def test_partners_and_network_are_links_of_the_outlet(outlet: Reader) -> None:
    names = [link.name for link in outlet.outlet.partners]
    assert len(names) == 21
    assert names[0] == "Universitas Lampung"
    assert "Pemrov Lampung" in names, "in the outlet's own spelling"
    assert [link.name for link in outlet.outlet.network] == ["Suaradotcom", "Klikpositif", "Siberindo", "Goindonesia"]
