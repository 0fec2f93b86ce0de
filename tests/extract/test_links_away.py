"""Lists and boxes of links: those to other articles of the site go, those to other sites and sources stay."""

from __future__ import annotations

import pytest
from tests.extract.pieces import LIGHTS, MARKET, RAIN, page, texts

PRODUCE = "Lapak sayur, lapak ikan dan lapak bumbu dipisahkan supaya pembeli tidak berdesakan di lorong yang sama."
OTHERS = ("Petani Liwa Panen Kopi Lebih Awal", "Jembatan Way Semaka Dibuka Kembali", "Nelayan Krui Melaut Lagi")


def within(part: str) -> list[str]:
    """What is read of a page with that part between its second and its last paragraph."""
    found = page(
        f"<body><h1>Pasar Margorejo Ditata Ulang</h1><div class='isi'><p>{MARKET}</p><p>{RAIN}</p>{part}<p>{LIGHTS}</p>"
        "</div></body>"
    )
    lines = texts(found.blocks)
    assert lines[:2] == [MARKET, RAIN]
    assert lines[-1] == LIGHTS
    return lines[2:-1]


def listed(*hrefs: str) -> str:
    """A list of titles that lead there."""
    items = (f'<li><a href="{href}">{title}</a></li>' for href, title in zip(hrefs, OTHERS, strict=True))
    return f"<ul>{''.join(items)}</ul>"


def test_links_to_other_articles_go_and_to_other_sites_stay() -> None:
    assert within(listed("/kopi", "https://kabar.example/jembatan", "//foto.kabar.example/nelayan")) == []
    sources = listed("https://siger.example/kopi", "//www.siger.example/jembatan", "http://krui.example/")
    assert within(sources) == list(OTHERS)


@pytest.mark.parametrize("host", ["www.facebook.com", "api.whatsapp.com", "t.me", "x.com"])
def test_links_to_share_go(host: str) -> None:
    assert within(listed(f"https://{host}/a", f"https://{host}/b", f"https://{host}/c")) == []


def test_a_pages_own_contents_go() -> None:
    assert within(listed("#kopi", "#jembatan", "#nelayan")) == []


def test_a_list_that_says_something_of_its_links_stays() -> None:
    items = "".join(
        f'<li><a href="/{n}">{title} di Hari Pasar yang Ramai</a>, kata ketua paguyuban pagi itu</li>'
        for n, title in enumerate(OTHERS)
    )
    assert len(within(f"<ul>{items}</ul>")) == 3


def test_a_source_named_by_its_address_stays() -> None:
    assert within('<p><a href="https://siger.example/data">https://siger.example/data</a></p>') == [
        "https://siger.example/data"
    ]
    assert within('<p><a href="https://siger.example/">Daftar sekarang dan dapatkan potongan harga</a></p>') == []


def test_boxes_that_lead_to_other_sites_are_no_cards() -> None:
    told = f"<p>{PRODUCE}</p>"

    def boxes(site: str) -> str:
        return "".join(f'<div class="alat"><h3><a href="{site}/{n}">{OTHERS[n]}</a></h3>{told}</div>' for n in range(3))

    assert within(boxes("/berita")) == []
    assert within(boxes("https://siger.example")) == [line for title in OTHERS for line in (title, PRODUCE)]


def test_a_heading_over_an_author_or_an_advert_stays_and_one_over_other_articles_goes() -> None:
    advert = '<div class="iklan"><p>Iklan baris mulai dari Rp10.000 saja.</p></div>'
    assert within(f"<h2>Dua tahap</h2>{advert}<p>{PRODUCE}</p>") == ["Dua tahap", PRODUCE]
    assert within(f"<h2>Berita Lain</h2>{listed('/1', '/2', '/3')}<p>{PRODUCE}</p>") == [PRODUCE]
