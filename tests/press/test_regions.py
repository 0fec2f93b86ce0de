"""Places and titles to the kabupaten, kota or province they belong to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lampungtui.press.regions import region_in, region_of_place, regions

LAMPUNG = {
    "bandar-lampung", "metro", "lampung-selatan", "lampung-tengah", "lampung-timur", "lampung-utara", "lampung-barat",
    "pesawaran", "pringsewu", "pesisir-barat", "mesuji", "tanggamus", "tulang-bawang", "tulang-bawang-barat", "way-kanan",
}  # fmt: skip

PLACES = [
    ("METRO", "metro"),
    ("Kota Metro", "metro"),
    ("KOTABUMI", "lampung-utara"),
    ("Kota Bumi", "lampung-utara"),
    ("Lampura", "lampung-utara"),
    ("KRUI", "pesisir-barat"),
    ("Liwa", "lampung-barat"),
    ("LiWA", "lampung-barat"),
    ("Lambar", "lampung-barat"),
    ("KALIANDA", "lampung-selatan"),
    ("Lamsel", "lampung-selatan"),
    ("Natar", "lampung-selatan"),
    ("Bakauheni", "lampung-selatan"),
    ("Menggala", "tulang-bawang"),
    ("RAWAJITU TIMUR", "tulang-bawang"),
    ("Tulangbawang", "tulang-bawang"),
    ("Tulangbawang Barat", "tulang-bawang-barat"),
    ("Panaragan", "tulang-bawang-barat"),
    ("TUBABA", "tulang-bawang-barat"),
    ("Gunungsugih", "lampung-tengah"),
    ("Gunung Sugih", "lampung-tengah"),
    ("Lamteng", "lampung-tengah"),
    ("Sukadana", "lampung-timur"),
    ("Lamtim", "lampung-timur"),
    ("Gedong Tataan", "pesawaran"),
    ("Kabupaten Pesawaran", "pesawaran"),
    ("Gadingrejo", "pringsewu"),
    ("Blambangan Umpu", "way-kanan"),
    ("Waykanan", "way-kanan"),
    ("Way kanan", "way-kanan"),
    ("Kotaagung", "tanggamus"),
    ("Kota Agung", "tanggamus"),
    ("Talangpadang", "tanggamus"),
    ("WIRALAGA", "mesuji"),
    ("Kab. Mesuji", "mesuji"),
    ("Bandarlampung", "bandar-lampung"),
    ("Bandar\xa0Lampung", "bandar-lampung"),
    ("BANDAR LAMPUNG", "bandar-lampung"),
    ("Telukbetung", "bandar-lampung"),
    ("Lampung", "lampung"),
    ("Jakarta", "jakarta"),
    ("JAKARTA PUSAT", "jakarta"),
    ("Bandung", "jawa-barat"),
    ("Semarang", "jawa-tengah"),
    ("Denpasar", "bali"),
    ("Banda\xa0Aceh", "aceh"),
    ("Batam", "kepulauan-riau"),
    ("Metro Kibang", "lampung-timur"),
    ("Tulang Bawang Tengah", "tulang-bawang-barat"),
    ("Tanjungkarang Pusat", "bandar-lampung"),
    ("Kecamatan Natar", "lampung-selatan"),
    ("Kec. Way Jepara", "lampung-timur"),
    ("Bukitkemuning", "lampung-utara"),
    ("Kotagajah", "lampung-tengah"),
    ("Ulubelu", "tanggamus"),
    ("Teluk Pandan", "pesawaran"),
    ("Dente Teladas", "tulang-bawang"),
    ("Lumbok Seminung", "lampung-barat"),
    ("Kabupaten Bandung", "jawa-barat"),
    ("Provinsi Lampung", "lampung"),
]


@pytest.mark.parametrize(("place", "slug"), PLACES, ids=[place for place, _ in PLACES])
def test_a_place_belongs_to_its_region(place: str, slug: str) -> None:
    region = region_of_place(place)
    assert region is not None
    assert region.slug == slug
    assert not region.inferred


NOWHERE = [
    "Sidomulyo",  # Lampung Selatan, Pringsewu, and half of Java
    "Rajabasa",  # Bandar Lampung, Lampung Selatan, Lampung Timur
    "Labuhan Ratu",
    "Pagar Dewa",
    "Wonosobo",  # a district of Tanggamus, a kabupaten of Jawa Tengah
    "Pekalongan",
    "Palas",
    "Metro Jaya",
    "Metro TV",
    "Metropolitan",
    "Metro Manila",
    "Mesuji Raya",
    "Lampung Post",
    "Universitas Lampung",
    "Gunung Terang",  # Tulang Bawang Barat, and a quarter of Bandar Lampung
    "PSSI",
    "Tokyo",
    "",
    " ",
    "x" * 10_000,
]


@pytest.mark.parametrize("place", NOWHERE, ids=[place[:12] for place in NOWHERE])
def test_an_ambiguous_or_unknown_place_belongs_nowhere(place: str) -> None:
    assert region_of_place(place) is None


TITLES = [
    ("KPU Metro Tetapkan Jadwal Debat", "metro"),
    ("Wali Kota Metro Buka Pasar Murah", "metro"),
    ("Pilkada Metro 2024 Diikuti Dua Pasangan", "metro"),
    ("Kota Metro", "metro"),
    ("Pemkot Kota Metro", "metro"),
    ("Harga Cabai di Lampung Tengah Turun", "lampung-tengah"),
    ("LAMPUNG TENGAH", "lampung-tengah"),
    ("Pemkab Tubaba Bagikan Bibit", "tulang-bawang-barat"),
    ("Tulang Bawang Barat", "tulang-bawang-barat"),
    ("Tulang Bawang", "tulang-bawang"),
    ("Kominfo LamSel", "lampung-selatan"),
    ("Kominfo Balam", "bandar-lampung"),
    ("Bandarlampung Siaga Banjir", "bandar-lampung"),
    ("Polda Metro Jaya Tangkap Warga Lampung Selatan", "lampung-selatan"),
    ("Lampung Utara, Lampura, dan Lagi-lagi Lampung Utara", "lampung-utara"),
    ("Satlantas Polres Way Kanan Gelar Operasi", "way-kanan"),
    ("Bupati Pringsewu: Jangan Panik", "pringsewu"),
    ("Bupati Mesuji Lantik Pejabat", "mesuji"),
    ("Polres Metro Lampung Ungkap Kasus", "metro"),
    ("Kejari Metro Tahan Dua Tersangka", "metro"),
    ("Dishub Metro Tata Parkir", "metro"),
    ("Warga Metro Timur Keluhkan Banjir", "metro"),
    ("Polsek Metro Pusat Ringkus Pencuri", "metro"),
    # Districts that are called as if they were of another region.
    ("Metro Kibang Panen Jagung", "lampung-timur"),
    ("Warga Tulang Bawang Tengah Gotong Royong", "tulang-bawang-barat"),
    ("Jembatan di Tulangbawang Udik Rampung", "tulang-bawang-barat"),
    ("Gajah Masuk Kebun di Mesuji Timur", "mesuji"),
]


@pytest.mark.parametrize(("title", "slug"), TITLES, ids=[title for title, _ in TITLES])
def test_a_title_names_one_region_and_the_guess_is_marked(title: str, slug: str) -> None:
    region = region_in(title)
    assert region is not None
    assert region.slug == slug
    assert region.inferred


NO_REGION = [
    "Polda Metro Jaya Tangkap Pengedar",
    "Polres Metro Jakarta Barat Gelar Razia",
    "Metro TV Siarkan Debat",
    "Kawasan Metropolitan Tumbuh",
    "Metro Bisnis",
    "Lamteng dan Lamtim Rebutan Air",
    "Lampung Barat - Pesisir Barat Terhubung Lagi",
    "Tubaba dan Tulang Bawang Sepakati Batas",
    "Harga Gabah di Lampung Turun",
    "Bandar Lampung-Metro Kini Dilayani Bus",
    "Metro dan Pringsewu Berbagi Air",
    "Way Kanan dan Lampung Utara Jalin Kerja Sama",
    "Mesuji Raya OKI Banjir",
    "Metro Mini Masih Beroperasi",
    "Kapolda Metro Rilis Kasus",
    "Metro Manila Dilanda Topan",
    "Polres Metro Bekasi Tangkap Begal",
    "Polsek Metro Tanah Abang Ringkus Pencuri",
    "Ditreskrimum Polda Metro Tetapkan Tersangka",
    "Real Metro Juara Liga Kampung",
    "Bank Lampung Salurkan KUR",
    "Lampung Tengahi Sengketa",
    "Ibu Tuba Menjahit Tapis",
    "Mesuj\u0131 Banjir",
    "MESUJ\u0130",
    "",
]


@pytest.mark.parametrize("title", NO_REGION)
def test_a_title_with_no_region_two_regions_or_another_metro_gives_none(title: str) -> None:
    assert region_in(title) is None


def test_the_fifteen_regions_of_lampung_are_found_by_their_own_names() -> None:
    names = regions()
    for slug in LAMPUNG:
        region = region_of_place(names[slug])
        assert region is not None
        assert region.slug == slug
        assert region.name == names[slug]
    assert len(names) == len(LAMPUNG) + 38  # with the provinces, Lampung itself among them


@given(st.text(max_size=80))
def test_no_text_breaks_them(text: str) -> None:
    region_of_place(text)
    region = region_in(text)
    assert region is None or region.slug in LAMPUNG
