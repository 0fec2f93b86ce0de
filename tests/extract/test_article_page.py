"""Article pages of outlets without rules: which part is the article, and what the page says of itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.extract.pieces import FETCHED_AT, HERE, LIGHTS, MARKET, RAIN, article, page, texts

from lampungtui.errors import ReadingError
from lampungtui.extract.plain import read_text
from lampungtui.foreign import Address, Foreign, Line
from lampungtui.model import BodyOrigin, Credit, Dateline, DateSource, PageReading, Role


def json_ld(**facts: Any) -> str:
    """A head with a news article's JSON-LD."""
    told = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **facts})
    return f'<script type="application/ld+json">{told}</script>'


def of_head(head: str) -> PageReading:
    return page(article(head=head))


# ------------------------------------------------------------------------ the article among all the rest

MENU = "<nav>" + "".join(f"<p><a href=/{n}>Rubrik dengan nama yang panjang sekali nomor {n}</a></p>" for n in range(20))
ASIDE = (
    "<div class='sidebar-popular'>"
    + "".join(f"<p>Judul berita populer nomor {n} yang panjangnya seperti satu paragraf penuh.</p>" for n in range(12))
    + "</div>"
)
COMMENTS = (
    "<div id='comments'>"
    + "".join(f"<p>Pembaca {n} menulis tanggapan yang lumayan panjang tentang pasar itu.</p>" for n in range(9))
    + "</div>"
)
FOOT = f"<footer><p>Redaksi menerima tulisan warga. {'Alamat redaksi di Jalan Siger. ' * 20}</p></footer>"


@pytest.mark.parametrize(
    "around",
    ["", MENU + "</nav>", ASIDE, COMMENTS, FOOT, MENU + "</nav>" + ASIDE + COMMENTS + FOOT],
    ids=["alone", "menu", "popular", "comments", "foot", "all"],
)
def test_the_article_is_found_among_menus_lists_and_comments(around: str) -> None:
    found = page(article(around=around))
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]
    assert found.title == "Pasar Margorejo Ditata Ulang"
    assert found.origin is BodyOrigin.GENERAL


@pytest.mark.parametrize(
    "shape",
    [
        "<div class='entry-content'>{0}</div>",
        "<article><div>{0}</div></article>",
        "<div itemprop=articleBody><div>{0}</div></div>",
        "<table><tr><td>{0}</td></tr></table>",
        "<main><section>{0}</section></main>",
    ],
)
def test_common_shapes_of_pages_are_read_whole(shape: str) -> None:
    told = "".join(f"<p>{text}</p>" for text in (MARKET, RAIN, LIGHTS))
    found = page(f"<html><body><h1>Pasar</h1>{shape.format(told)}{ASIDE}{FOOT}</body></html>")
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]


def test_a_page_whose_paragraphs_are_breaks_is_read() -> None:
    told = f"<body><h1>Pasar</h1><div>{MARKET}<br><br>{RAIN}<br><br>{LIGHTS}</div>{FOOT}</body>"
    assert texts(page(told).blocks) == [MARKET, RAIN, LIGHTS]


@pytest.mark.parametrize(
    "interruption",
    [
        "<p>Baca juga: Pedagang Minta Jam Bongkar Muat Diatur</p>",
        "<p><strong>Baca juga: <a href='/lain'>Pedagang Minta Jam Bongkar Muat Diatur</a></strong></p>",
        "<div>BACA JUGA: Harga Cabai Naik</div>",
        "<p>Baca Juga</p><p><a href='/lain'>Pedagang Minta Jam Bongkar Muat Diatur</a></p>",
        "<p>ADVERTISEMENT</p>",
        "<script>iklan()</script><p style='display:none'>Gabung ke kanal kami</p>",
    ],
)
def test_interruptions_are_not_part_of_the_article(interruption: str) -> None:
    told = f"<div><p>{MARKET}</p>{interruption}<p>{RAIN}</p>{interruption}<p>{LIGHTS}</p></div>"
    assert texts(page(f"<body><h1>Pasar</h1>{told}</body>").blocks) == [MARKET, RAIN, LIGHTS]


def test_a_sentence_that_only_begins_as_one_stays() -> None:
    sentence = "Baca juga surat kabar lain supaya kabar itu terang, pesan guru itu kepada murid-muridnya di Metro."
    assert texts(page(article(MARKET, sentence, RAIN)).blocks) == [MARKET, sentence, RAIN]


def test_dateline_credits_and_end_mark_are_understood_not_printed() -> None:
    found = page(article(f"METRO (Kabarsiger.id): {MARKET}", RAIN, f"{LIGHTS} (***)", "Editor : Rina Wulandari"))
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]
    assert found.credits == (Credit(Role.EDITOR, Line("Rina Wulandari")),)
    assert found.dateline == Dateline(Line("Metro"), Line("Kabarsiger.id"))
    assert found.region is not None
    assert (found.region.slug, found.region.inferred) == ("metro", False)


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ("", "the page is empty"),
        (" \n ", "the page is empty"),
        ("<html><body></body></html>", "no article text"),
        ("<html><body><h1>404</h1><p>Halaman tidak ada.</p></body></html>", "no article text"),
        (f"<html><body>{MENU}</nav></body></html>", "no article text"),
        ('{"code": "rest_no_route"}', "no article text"),
    ],
)
def test_a_page_without_an_article_says_so(document: str, sentence: str) -> None:
    with pytest.raises(ReadingError, match=sentence):
        page(document)


# ------------------------------------------------------------------------ what the page says of itself


def test_json_ld_gives_title_time_people_and_picture() -> None:
    found = of_head(
        json_ld(
            headline="Pasar Margorejo Ditata Ulang Mulai Desember",
            datePublished="2026-11-22T08:30:00+07:00",
            dateModified="2026-11-22T10:00:00+07:00",
            author={"@type": "Person", "name": "Sari Puspita"},
            image=["/gambar/pasar.jpg"],
            articleSection="Metro",
        )
    )
    assert found.published is not None
    assert (found.published.at, found.published.source) == (datetime(2026, 11, 22, 1, 30, tzinfo=UTC), DateSource.PAGE)
    assert found.updated == datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
    assert [(credit.role, credit.name) for credit in found.credits] == [(Role.WRITER, "Sari Puspita")]
    assert found.image is not None
    assert found.image.url == "https://kabar.example/gambar/pasar.jpg"
    assert found.labels == ("Metro",)


@pytest.mark.parametrize("wrap", ["[{0}]", '{{"@graph": [{{"@type": "WebSite"}}, {0}]}}', '{{"mainEntity": {0}}}'])
def test_json_ld_is_found_whatever_it_is_wrapped_in(wrap: str) -> None:
    told = json.dumps({"@type": ["Article", "NewsArticle"], "datePublished": "2026-11-22T08:30:00+07:00"})
    found = of_head(f'<script type="application/ld+json">{wrap.format(told)}</script>')
    assert found.published is not None
    assert found.published.at == datetime(2026, 11, 22, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "told",
    [
        "{",
        "null",
        "[" * 50_000,
        '{"@type": {"a": 1}, "author": 7}',
        '{"@type": "NewsArticle", "datePublished": 20261122, "headline": ["x", {}], "author": [[[]]], "image": {"url": []}}',
        '{"@type": "NewsArticle", "datePublished": "entah kapan", "image": "javascript:alert(1)"}',
    ],
    ids=lambda told: told[:30],
)
def test_broken_json_ld_does_not_lose_the_article(told: str) -> None:
    found = of_head(f'<script type="application/ld+json">{told}</script>')
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]
    assert found.published is None
    assert found.image is None


def test_open_graph_tells_what_json_ld_does_not() -> None:
    found = of_head(
        '<meta property="og:title" content="Pasar Margorejo Ditata Ulang - Kabar">'
        '<meta property="og:image" content="https://img.example/pasar.jpg">'
        '<meta property="article:published_time" content="2026-11-22T01:30:00Z">'
        '<meta name="author" content="Sari Puspita">'
        '<link rel="canonical" href="/metro/pasar-margorejo?utm=1">'
    )
    assert found.title == "Pasar Margorejo Ditata Ulang"  # the page's own heading, without the outlet's name
    assert found.image is not None
    assert found.image.url == "https://img.example/pasar.jpg"
    assert found.published is not None
    assert found.published.at == datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    assert [credit.name for credit in found.credits] == ["Sari Puspita"]
    assert found.canonical == "https://kabar.example/metro/pasar-margorejo?utm=1"
    assert found.language == "id"


def test_who_is_named_on_the_page_goes_before_who_json_ld_names() -> None:
    """In Indonesian newsrooms JSON-LD's author is often the editor on duty, or the company."""
    told = article(MARKET, RAIN, LIGHTS, "Editor: Rina Wulandari", head=json_ld(author={"name": "Admin Web"}))
    assert [credit.name for credit in page(told).credits] == ["Rina Wulandari"]


def test_a_date_far_in_the_future_is_no_date() -> None:
    assert of_head(json_ld(datePublished="2027-03-01T00:00:00Z")).published is None


def test_the_address_tells_the_day_where_nothing_else_does() -> None:
    found = page(article(), url=Address("https://kabar.example/2026/11/20/pasar"))
    assert found.published is not None
    assert (found.published.at.date().isoformat(), found.published.source) == ("2026-11-20", DateSource.ADDRESS)
    assert found.published.whole_day
    assert page(article(), url=Address("https://kabar.example/2026/13/45/pasar")).published is None


def test_the_text_of_json_ld_stands_in_for_a_page_drawn_by_scripts() -> None:
    body = f"<p>{MARKET}</p><p>{RAIN}</p>"
    found = page(f"<html><head>{json_ld(articleBody=body)}</head><body><div id=app></div></body></html>")
    assert texts(found.blocks) == [MARKET, RAIN]


def test_a_title_is_never_markup_or_control() -> None:
    found = of_head('<meta property="og:title" content="&#27;]0;x&#7;Pasar &lt;b&gt;Baru&lt;/b&gt; \u202edibuka">')
    assert found.title is not None
    assert "\x1b" not in found.title
    assert "\u202e" not in found.title
    assert "Pasar <b>Baru</b>" in found.title


def test_the_lead_picture_is_not_shown_twice() -> None:
    picture = "https://img.example/pasar.jpg"
    told = article(head=f'<meta property="og:image" content="{picture}">').replace(
        "<div>", f'<div><img src="{picture}">'
    )
    found = page(told)
    assert found.image is not None
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]
    assert all(getattr(block, "url", None) != picture for block in found.blocks)


# ------------------------------------------------------------------------ pages that mean harm


@pytest.mark.parametrize(
    "harm",
    [
        "<div>" * 2_000,
        "<b>" * 5_000,
        "<p>" * 20_000,
        "<a href='/x'>" * 3_000,
        "<table><tr><td>" * 400,
        "<ul><li>" * 700,
        "</div>" * 20_000,
        "<!--" * 10_000 + "-->",
        "<p " + " ".join(f"x{n}=1" for n in range(4_000)) + ">",
        "\x00" * 10_000,
    ],
    ids=lambda markup: markup[:12],
)
def test_an_article_before_hostile_markup_is_still_read(harm: str) -> None:
    found = page(f"<body><h1>Pasar</h1><div><p>{MARKET}</p><p>{RAIN}</p></div>{harm}")
    assert texts(found.blocks)[:2] == [MARKET, RAIN]


# ------------------------------------------------------------------------ text without markup


def test_plain_text_is_read_as_an_article() -> None:
    found = read_text(Foreign(f"METRO (Kabarsiger.id): {MARKET}\n\n{RAIN} (***)\nEditor : Rina Wulandari\n"), url=HERE)
    assert texts(found.blocks) == [MARKET, RAIN]
    assert found.dateline == Dateline(Line("Metro"), Line("Kabarsiger.id"))
    assert [(credit.role, credit.name) for credit in found.credits] == [(Role.EDITOR, "Rina Wulandari")]
    assert found.title is None


def test_plain_text_is_never_read_as_markup() -> None:
    found = read_text(Foreign(f"<b>{MARKET}</b> &amp; \x1b[31m{RAIN}"))
    (line,) = texts(found.blocks)
    assert line.startswith(f"<b>{MARKET}</b> &amp;")
    assert "\x1b" not in line


@pytest.mark.parametrize("text", ["", "\n \n", "\u200b\n\u202e"])
def test_text_without_words_says_so(text: str) -> None:
    with pytest.raises(ReadingError, match="no words"):
        read_text(Foreign(text))


def test_nothing_is_dated_after_it_was_read() -> None:
    found = of_head(json_ld(datePublished="2026-11-23T08:00:00Z", dateModified="2026-11-25T08:00:00Z"))
    assert found.published is not None  # an hour ahead: the outlet's clock
    assert found.updated is None or found.updated <= FETCHED_AT
