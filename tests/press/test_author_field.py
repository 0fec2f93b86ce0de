"""The author field of a page: names, desks, dates glued to them, labels with and without a colon."""

from __future__ import annotations

import pytest

from lampungtui.model import Role
from lampungtui.press.credits import read_author_field

E, W, R = Role.EDITOR, Role.WRITER, Role.REPORTER

FIELDS = [
    ("Singgih Wiryana,\n\nDani Prabawa", [(W, "Singgih Wiryana"), (W, "Dani Prabawa")]),
    ("Oleh - Rara Kinanti, Editor - Bima Sakti Putra", [(W, "Rara Kinanti"), (E, "Bima Sakti Putra")]),
    ("Rangga Rahadi -detikOto", [(W, "Rangga Rahadi")]),
    ("prih febrianti - detikHot", [(W, "prih febrianti")]),
    ("wia -detikNews", [(W, "wia")]),
    ("tim detikcom - detikNews", []),
    ("Ani Wulandari,\xa0Jurnalis-Senin, 16 Juni 2025 |15:20 WIB", [(W, "Ani Wulandari")]),
    (",\xa0Jurnalis-Jum'at, 13 Juni 2025 |19:04 WIB", []),
    ("Ani WulandariSenin, 09 Juni 2025 - 10:00 WIB", [(W, "Ani Wulandari")]),
    ("Penulis: hana mustika | Editor: Danu Tri Hartono", [(W, "hana mustika"), (E, "Danu Tri Hartono")]),
    (
        "Editor Ani Wulandari, Budi Santosa, Penulis Citra Dewi",
        [(E, "Ani Wulandari"), (E, "Budi Santosa"), (W, "Citra Dewi")],
    ),
    ("Editor Redaksi", []),
    ("by Rina Sari", [(W, "Rina Sari")]),
    ("Oleh Rina Sari", [(W, "Rina Sari")]),
    ("Bambang Wiyono, S.Sos.", [(W, "Bambang Wiyono, S.Sos")]),
    ("Rina Sari dan Tono Hadi", [(W, "Rina Sari"), (W, "Tono Hadi")]),
    ("Redaksi", []),
    ("Admin", []),
    ("admin", []),
    ("Tim Redaksi", []),
    ("Lampungpro.co", []),
    ("Tribun Lampung", []),
    ("detikcom", []),
    ("PT Media Warta Siger", []),
    ("Humas Pemkab Pesawaran", []),
    ("redaksi@kabarsiger.test", []),
    ("https://kabarsiger.test/penulis/rina", []),
    ("Eka Prasetyani (detikSumbagsel)", [(W, "Eka Prasetyani")]),
    ("Eka Prasetyani | Lampung Post", [(W, "Eka Prasetyani")]),
    ("Eka Prasetyani - 30 November 2026", [(W, "Eka Prasetyani")]),
    ("Eka Prasetyani, Senin, 30 November 2026", [(W, "Eka Prasetyani")]),
    ("Eka Prasetyani/Rudi Hasan", [(W, "Eka Prasetyani"), (W, "Rudi Hasan")]),
    ("Editor: Wahyu Nugraheni, Reporter: Eka Prasetyani", [(E, "Wahyu Nugraheni"), (R, "Eka Prasetyani")]),
    ("Ditulis oleh Eka Prasetyani", [(W, "Eka Prasetyani")]),
    ("Ditulis oleh: Eka Prasetyani", [(W, "Eka Prasetyani")]),
    ("Posted by Eka Prasetyani", [(W, "Eka Prasetyani")]),
    ("Author: Eka Prasetyani", [(W, "Eka Prasetyani")]),
    ("Diunggah oleh admin", []),
    ("Posted by admin", []),
    ("Super User", []),
    ("webmaster", []),
    ("Unknown", []),
    ("null", []),
    ("Anonymous", []),
    ("Kompas Cyber Media", []),
    ("2 menit baca", []),
    ("@ekaprast", []),
    ("23 Juli 2025 10:44 WIB", []),
    ("3 jam lalu", []),
    ("", []),
    ("a" * 5_000, []),
    ("Rina " * 2_000, []),
]


@pytest.mark.parametrize(("text", "named"), FIELDS, ids=[text[:25] for text, _ in FIELDS])
def test_the_people_of_an_author_field(text: str, named: list[tuple[Role, str]]) -> None:
    assert [(credit.role, str(credit.name)) for credit in read_author_field(text, W)] == named


def test_a_bare_name_has_the_outlets_usual_role() -> None:
    (credit,) = read_author_field("Rina Sari", Role.REPORTER)
    assert credit.role is R


def test_initials_are_marked() -> None:
    (initials,) = read_author_field("wia -detikNews", W)
    (name,) = read_author_field("Wia Lestari", W)
    assert initials.initials
    assert not name.initials
