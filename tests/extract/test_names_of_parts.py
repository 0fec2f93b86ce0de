"""How far what a page calls its parts is believed: a name may be everybody's, or say what is told there."""

from __future__ import annotations

import json

import pytest
from tests.extract.pieces import LIGHTS, MARKET, RAIN, page, texts

from lampungtui.errors import ReadingError

TITLE = "<h1>Pasar Margorejo Ditata Ulang</h1>"
COFFEE = "Malam harinya seorang bapak membagikan kopi dari termos kepada para pedagang yang masih menata lapak."
WHOLE = [MARKET, RAIN, LIGHTS, COFFEE]


def told(*lines: str) -> str:
    """The lines as paragraphs."""
    return "".join(f"<p>{line}</p>" for line in lines)


# ------------------------------------------------------------------------ a second look


@pytest.mark.parametrize("css", ["ads-wrapper", "comment-text", "sidebar-layout", "popular more"])
def test_where_little_is_found_names_are_believed_less(css: str) -> None:
    parts = "".join(f'<div class="{css} b{n}"><p>{line}</p></div>' for n, line in enumerate(WHOLE))
    found = page(f'<body><div><div class="{css}">{TITLE}</div>{parts}</div></body>')
    assert texts(found.blocks) == WHOLE


def test_a_page_for_those_who_run_no_scripts_is_read() -> None:
    found = page(f"<body><div id='app'></div><noscript>{TITLE}<div>{told(*WHOLE)}</div></noscript></body>")
    assert texts(found.blocks) == WHOLE


def test_a_picture_for_those_who_run_no_scripts_is_no_second_one() -> None:
    noscript = '<noscript><img src="/gambar/pasar.jpg"><p>Aktifkan JavaScript untuk melihat halaman ini.</p></noscript>'
    assert texts(page(f"<body>{TITLE}<div>{noscript}{told(*WHOLE)}</div></body>").blocks) == WHOLE


@pytest.mark.parametrize("css", ["cookie-consent", "taboola", "gdpr"])
def test_what_others_put_into_a_page_is_never_its_article(css: str) -> None:
    notice = "Kami memakai kuki supaya halaman ini terbuka lebih cepat bagi pembaca di semua daerah di Lampung."
    with pytest.raises(ReadingError):
        page(f'<body>{TITLE}<div class="{css}">{told(notice, notice, notice, notice)}</div></body>')


def test_what_the_head_says_of_the_article_goes_before_a_second_look() -> None:
    body = "\n\n".join(WHOLE)
    head = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "articleBody": body})}</script>'
    notice = (
        "Dengan membuka halaman ini Anda menyetujui syarat yang berlaku bagi semua pembaca Kabar Siger di mana pun."
    )
    popup = "".join(f'<div class="{css}">{told(notice, notice)}</div>' for css in ("popup", "newsletter"))
    assert texts(page(f"<html><head>{head}</head><body>{TITLE}{popup}</body></html>").blocks) == WHOLE


# ------------------------------------------------------------------------ names that say nothing


def test_a_name_that_all_parts_go_by_says_nothing() -> None:
    parts = "".join(f'<div class="panel widget widget_text"><p>{line}</p></div>' for line in WHOLE)
    aside = '<div class="menu"><p>Menu hari ini nasi uduk, pindang patin dan seruit.</p></div>'
    assert texts(page(f"<body>{TITLE}<div class='badan'>{parts}{aside}</div></body>").blocks) == WHOLE


def test_an_id_of_many_words_is_a_headings_and_no_name() -> None:
    section = f'<div id="kenapa-lapak-ikan-populer-sejak-dulu"><h2>Lapak ikan</h2><p>{LIGHTS}</p></div>'
    found = page(f"<body>{TITLE}<div>{told(MARKET, RAIN)}{section}</div></body>")
    assert texts(found.blocks) == [MARKET, RAIN, "Lapak ikan", LIGHTS]
    short = f'<div id="populer"><h2>Lapak ikan</h2><p>{LIGHTS}</p></div>'
    assert texts(page(f"<body>{TITLE}<div>{told(MARKET, RAIN, COFFEE)}{short}</div></body>").blocks) == [
        MARKET, RAIN, COFFEE,
    ]  # fmt: skip


def test_a_heading_called_a_header_is_a_heading() -> None:
    found = page(
        f'<body>{TITLE}<div>{told(MARKET, RAIN)}<h2 class="section-header">Dua tahap</h2>{told(LIGHTS)}</div></body>'
    )
    assert texts(found.blocks) == [MARKET, RAIN, "Dua tahap", LIGHTS]


# ------------------------------------------------------------------------ what is no text of the article


def test_comments_called_in_the_singular_are_no_article_however_long() -> None:
    answer = "Semoga cepat selesai karena kami yang lewat tiap pagi sudah lama menunggu lorong itu dibuka kembali."
    comments = f'<div class="user-comment"><ul>{f"<li>{answer}</li>" * 30}</ul></div>'
    assert texts(page(f"<body>{TITLE}<div class='isi'>{told(MARKET, RAIN)}</div>{comments}</body>").blocks) == [
        MARKET,
        RAIN,
    ]


def test_the_labels_of_a_chart_are_no_text() -> None:
    labels = "".join(f"<p>{year}</p><p>{year - 1990} lapak</p>" for year in range(2015, 2024))
    found = page(
        f'<body>{TITLE}<div>{told(MARKET, RAIN)}<div class="chart-lapak">{labels}</div>{told(LIGHTS)}</div></body>'
    )
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]
    named = f'<div class="chart-note"><p>{COFFEE}</p></div>'
    assert texts(page(f"<body>{TITLE}<div>{told(MARKET, RAIN)}{named}{told(LIGHTS)}</div></body>").blocks)[2] == COFFEE


def test_a_footer_is_no_article_though_nothing_else_is_said_in_sentences() -> None:
    prices = "<ul><li>Cabai merah 48.000</li><li>Bawang merah 34.500</li><li>Kopi robusta 64.000</li></ul>"
    found = page(
        f"<body><main>{TITLE}<p>Harga per kilogram</p>{prices}<p>Pasar Margorejo, 23 November</p></main>"
        f"<footer>{told(*WHOLE)}</footer></body>"
    )
    assert "Kopi robusta 64.000" in texts(found.blocks)
    assert MARKET not in texts(found.blocks)


# ------------------------------------------------------------------------ what is its text all the same


def test_pieces_side_by_side_in_the_page_itself_are_one_body() -> None:
    parts = "".join(
        f'<div class="baris"><div class="kolom"><p>{line}</p><p>{COFFEE}</p></div></div>' for line in WHOLE[:3]
    )
    found = page(f"<body><div>{TITLE}</div>{parts}</body>")
    assert texts(found.blocks) == [line for first in WHOLE[:3] for line in (first, COFFEE)]


def test_lines_of_a_dense_script_are_running_text_though_short() -> None:
    line = "露營區前面可搭上十二帳，另有兩間衛浴。"
    chat = f'<div class="tentang"><p>{COFFEE}</p></div>'
    found = page(f"<body>{TITLE}<div class='isi'>{f'<p>{line}</p>' * 8}</div>{chat}</body>")
    assert texts(found.blocks) == [line] * 8
