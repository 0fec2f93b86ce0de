"""Rubrics in the words of the outlets of Lampung, and where they stand in our tree."""

from __future__ import annotations

from typing import Final

REGIONS: Final = {
    "Bandar Lampung": "lampung-raya/bandar-lampung",
    "Lampung Selatan": "lampung-raya/lampung-selatan",
    "Pesawaran": "lampung-raya/pesawaran",
    "Pringsewu": "lampung-raya/pringsewu",
    "Lampung Barat": "lampung-raya/lampung-barat",
    "Lampung Utara": "lampung-raya/lampung-utara",
    "Lampung Tengah": "lampung-raya/lampung-tengah",
    "Lampung Timur": "lampung-raya/lampung-timur",
    "Mesuji": "lampung-raya/mesuji",
    "Pesisir Barat": "lampung-raya/pesisir-barat",
    "Tanggamus": "lampung-raya/tanggamus",
    "Tulang Bawang": "lampung-raya/tulang-bawang",
    "Tubaba": "lampung-raya/tulang-bawang-barat",
    "Way Kanan": "lampung-raya/way-kanan",
    "Metro": "lampung-raya/metro",
}
"""The 15 kabupaten and kota, as the home outlet's menu names them."""

LOCAL: Final = {
    "Daerah": "lampung-raya",
    "Ekonomi": "ekbis",
    "Metro": "lampung-raya/metro",
    "Politik": "politik",
    "Hukum": "hukum",
    "Olahraga": "olahraga",
    "Pendidikan": "humaniora/pendidikan",
    "Advertorial": "kemitraan",
    "Bandar Lampung": "lampung-raya/bandar-lampung",
}
"""Rubrics of a local paper of which only the addresses are known."""

OWN_LABELS: Final = {
    "News": "lampung-raya",
    "News Update": "lampung-raya",
    "Ekbis": "ekbis",
    "EKBIS": "ekbis",
    "SOSOK": "rileks/sosok",
    "Sosok": "rileks/sosok",
    "Halal": "rileks/kuliner",
    "Produk Halal": "rileks/kuliner",
    "Pelesir": "rileks/jalan-jalan",
    "Jalan Jalan": "rileks/jalan-jalan",
    "Olahraga": "olahraga",
    "Nasional": "nasional",
    "Daerah": "lampung-raya",
    "Lampung Raya": "lampung-raya",
    "Otomotif": "otomotif",
    "KOPI PAHIT": "opini/kopi-pahit",
    "Ekonomi": "ekbis",
    "AGROBISNIS": "ekbis/agrobisnis",
    "Lampung Terang": "ekbis/energi",
    "Lampung Sehat": "humaniora/kesehatan",
    "Lowongan Kerja": "ekbis/lowongan-kerja",
    "Rileks": "rileks",
    "Paket Wisata": "rileks/jalan-jalan",
    "Hotel": "rileks/jalan-jalan",
    "Love Story": "rileks",
    "Politik": "politik",
    "Humaniora": "humaniora",
    "Kesehatan": "humaniora/kesehatan",
    "Pendidikan": "humaniora/pendidikan",
    "Gaya Hidup": "humaniora/gaya-hidup",
    "Lampung Bicara": "humaniora",
    "Dialog Konstruksi": "humaniora",
    **dict.fromkeys(
        (
            "Kemitraan", "Advetorial", "Malahayati", "Teknokrat", "BPJS Kesehatan", "Kominfo LamSel", "Kominfo Lampung",
            "Kominfo Balam", "Sosok Midi", "RSUDAM", "Honda", "Bank Lampung", "Darmajaya", "Unila", "Polinela",
            "Universitas Terbuka", "PLN",
        ),
        "kemitraan",
    ),
    **REGIONS,
}  # fmt: skip
"""Every rubric of the home outlet's bar and menu."""
