"""A whole article as it is pasted from Lampungpro.co: dateline, end mark, editor, and the sidebars' crumbs behind them.

The article is made up; its form, line by line, is that of the site: link texts of the sidebars are gone, their figures,
dates and badges left, then the partners' names.
"""

from __future__ import annotations

import pytest

from lampungtui.foreign import Line
from lampungtui.model import Credit, Dateline, Region, Role, blocks_text
from lampungtui.press.reading import PressReading, read_plain

PARAGRAPHS = [
    "Dinas Pertanian Kota Rawasari, membagikan 240 karung bibit kepada kelompok tani di enam kelurahan, menjelang musim "
    "tanam yang diperkirakan mulai bulan depan.",
    "Hal itu menyusul laporan petani, yang kehabisan bibit setelah banjir merendam gudang mereka pada Kamis (14/11/2024).",
    "Kepala Dinas Pertanian, Sulastri Handayani mengatakan, bibit itu tahan genangan selama sepuluh hari.",
    '"Kami mengirim bibit ini supaya jadwal tanam tidak mundur lagi," kata Sulastri Handayani.',
    "QSementara itu, kelompok tani lainnya menunggu giliran pada pekan kedua (bila cuaca membaik).",
    "Saat dihubungi terpisah oleh Lampungpro.co, lurah setempat membenarkan jadwal itu.",
    "Pembagian bibit tersebut, juga bagian dari upaya pemerintah menjaga harga beras, termasuk di Metro.",
]
CRUMBS = """Warisan dan cerita yang panjang, juga menyimpan pelajaran tentang...
15260
EKBIS
7647
Bandar Lampung
4958
265
02-Apr-2025
176
02-Apr-2025
184
02-Apr-2025
Universitas Rawasari
Politeknik Negeri Rawasari
Bank Rawasari
DPRD Kota Rawasari
Pemrov Rawasari
Pemkot Kota Rawasari
Siberbaru
Gokabar"""


def page(comments: str = "Berikan Komentar\n", ending: str = " (***)\nEditor : Febi Ariyani\n") -> str:
    return "METRO (Lampungpro.co): " + "\n".join(PARAGRAPHS) + ending + comments + CRUMBS


def read(text: str) -> PressReading:
    return read_plain(text, names=("Lampungpro.co", "Lampungpro.com", "Lampungpro"))


@pytest.mark.parametrize("comments", ["Berikan Komentar\n", ""], ids=["with the comment form", "without it"])
def test_the_article_is_its_paragraphs_and_nothing_of_the_sidebars(comments: str) -> None:
    reading = read(page(comments))
    assert blocks_text(reading.blocks).split("\n") == PARAGRAPHS
    assert reading.dateline == Dateline(Line("Metro"), Line("Lampungpro.co"))
    assert reading.region == Region("metro", Line("Metro"))
    assert reading.credits == (Credit(Role.EDITOR, Line("Febi Ariyani")),)
    assert reading.ended


def test_the_outlets_names_need_not_be_known() -> None:
    assert read_plain(page()) == read(page())


def test_empty_lines_between_paragraphs_change_nothing() -> None:
    assert read(page().replace("\n", "\n\n")) == read(page())


def test_the_form_of_2021_has_a_header_line_another_mark_and_no_editor() -> None:
    reading = read("Kamis, 07 Oktober 2021 · 89 Views · Febi · Pesisir Barat\n" + page(ending=" (PRO1)\n"))
    assert reading.dateline == Dateline(Line("Metro"), Line("Lampungpro.co"))
    assert blocks_text(reading.blocks).split("\n") == PARAGRAPHS
    assert reading.credits == ()
