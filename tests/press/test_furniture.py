"""Page furniture goes; sentences that begin like it stay."""

from __future__ import annotations

import pytest

from lampungtui.press.furniture import ends_body, inline_furniture, is_furniture

FURNITURE = [
    "Baca juga:",
    "Baca juga: Harga Cabai Naik Lagi",
    "Baca juga:Harga Cabai Naik Lagi",
    "Baca juga:\xa0Harga Cabai Naik Lagi",
    "Baca Juga",
    "Baca Juga:  Harga Cabai Naik Lagi",
    "BACA JUGA  Harga Cabai Naik Lagi",
    "BACA JUGA: ",
    "Baca: Harga Cabai Naik Lagi",
    "(Baca juga: Harga Cabai Naik Lagi)",
    "• VIDEO Panen Raya di Metro",
    "Lihat Juga: Harga Cabai",
    "Lihat Video 'Panen Raya di Metro'",
    "Simak Video 'Panen Raya di Metro'",
    "Simak juga Video: Panen Raya",
    'Tonton juga "Panen Raya"',
    "Saksikan Live DetikPagi:",
    "Simak berita selengkapnya di halaman selanjutnya.",
    "Halaman Selanjutnya",
    "Halaman 1 2 Selanjutnya",
    "1 2 Selanjutnya",
    "Halaman 2/4",
    "ADVERTISEMENT",
    "Advertisement",
    "ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT",
    "Scroll ke bawah untuk melanjutkan membaca",
    "SCROLL TO RESUME CONTENT",
    "Lanjut ke sebelah...",
    "[Gambas:Video 20detik]",
    "[Gambas:Instagram]",
    "Pilihan Editor",
    "Ikuti Whatsapp Channel Republika",
    "Ikuti kami di",
    "Cek Berita dan Artikel yang lain di Google News",
    "Bagikan/Suka/Tweet:",
    "BERBAGI",
    "859 kali dilihat",
    "89 Views",
    "[email\xa0protected]",
    "Geser ke atas",
    "Berita Terkait",
]

ENDS = [
    "Berikan Komentar",
    "LEAVE A REPLY",
    "Tinggalkan Balasan",
    "Tags:",
    "Tags: padi, panen",
    "TAGS",
    'Artikel ini telah tayang di Kompas.com dengan judul "Panen Raya"',
    "Artikel ini telah naik di detikJabar.",
    "Berita ini telah tayang di Antaranews.com dengan judul: Panen raya",
    "The post Panen Raya appeared first on Lampost.",
]

PROSE = [
    "Baca juga di perpustakaan, kata guru itu kepada murid-muridnya.",
    "Baca juga surat kabar lain agar kabar itu terang, pesannya.",
    "Baca tulis menjadi masalah di desa itu.",
    "Simak penjelasan bupati soal pupuk bersubsidi.",
    "Lihat video itu, warga terkejut dan melapor ke polisi.",
    "Iklan rokok di jalan protokol dicabut petugas.",
    "Bagikan ini kepada warga yang belum menerima bantuan, kata camat.",
    "Halaman kantor desa itu kini menjadi kebun.",
    "Ikuti aturan di jalan, pesan kapolres.",
    "Selanjutnya petugas memeriksa saksi.",
    "Komentar warga beragam.",
    "Tag harga di rak itu keliru.",
    "Label: halal wajib dipasang pada kemasan sebelum dijual kepada warga.",
    "Topik: membangun desa dengan data, pembicara Haji Marwan.",
    "Artikel ini pernah dimuat di jurnal internasional dan dikutip ratusan kali.",
    "Berita ini telah dimuat di papan pengumuman desa sejak pekan lalu.",
    "859 kali dilihat warga, video itu akhirnya dihapus.",
    "2024",
    "12 orang",
    "[Foto: warga memanen padi]",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ENDS)
def test_a_line_ends_the_body(line: str) -> None:
    assert ends_body(line)


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_begins_like_furniture_is_neither(line: str) -> None:
    assert not is_furniture(line)
    assert not ends_body(line)


def test_furniture_inside_a_paragraph_is_found_where_it_stands() -> None:
    text = "Padi dipanen. [Gambas:Video 20detik] Harga turun."
    (start, end), *others = inline_furniture(text)
    assert not others
    assert text[:start] + text[end:] == "Padi dipanen. Harga turun."


def test_a_long_paragraph_is_never_furniture() -> None:
    assert not is_furniture("Baca juga: " + "padi " * 200)
    assert not ends_body("Tags: " + "padi " * 200)
