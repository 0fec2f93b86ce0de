"""Listing pages that nobody described: of each common theme the headlines are found, and what stands around them is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contract.reader import FETCHED_AT, PAGES
from tests.feeds.desk import NOON, SIGER, read, titles
from tests.feeds.test_broken import everything, steers
from tests.feeds.theme_pages import ELSEWHERE, HEADLINES, THEMES, News, jnews, news, plain_list, wordpress

from lampungtui.errors import ReadingError
from lampungtui.feeds import read_feed
from lampungtui.foreign import Address, clean_address
from lampungtui.model import Entry, FeedKind, FeedReading
from lampungtui.outlets.loader import OUR_PROFILES, load_profile

RUBRIC = Address("https://kabar.example/kategori/daerah/")
LEAST_PRECISION = 0.95
LEAST_RECALL = 0.9


def listed(markup: str, url: Address | None = RUBRIC) -> FeedReading:
    """What a page without rules holds."""
    return read(markup, kind=FeedKind.PAGE, url=url, outlet=SIGER, content_type="text/html; charset=utf-8")


def page(inside: str) -> str:
    return f"<!doctype html><html><body>{inside}</body></html>"


def links(*headlines: str, form: str = "<li><a href='{path}'>{title}</a></li>") -> str:
    return "".join(form.format(path=each.path, title=each.title) for each in news("/berita/{slug}", headlines))


def measured(found: FeedReading, truth: list[Address]) -> tuple[float, float]:
    """Precision and recall of a reading's addresses."""
    addresses = {entry.url for entry in found.entries}
    right = len(addresses & set(truth))
    return right / max(1, len(addresses)), right / len(truth)


def by_address(reading: FeedReading) -> dict[str | None, Entry]:
    return {entry.url: entry for entry in reading.entries}


@pytest.mark.parametrize(("theme", "form"), THEMES.values(), ids=THEMES.keys())
def test_the_headlines_of_a_theme_are_found(theme, form: str) -> None:  # type: ignore[no-untyped-def]
    shown: list[News] = news(form)
    reading = listed(theme(shown))
    truth = [Address(f"https://kabar.example{each.path}") for each in shown]
    precision, recall = measured(reading, truth)
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL
    found = [entry.url for entry in reading.entries]
    assert found == [address for address in truth if address in found], "in the page's order"
    for address, each in zip(truth, shown, strict=True):
        entry = by_address(reading)[address]
        assert (entry.title, entry.title_cut) == (each.title, False)


DATED = [name for name in THEMES if name not in ("bare links", "blogger")]


@pytest.mark.parametrize("name", DATED)
def test_the_day_of_a_card_is_its_own_and_not_that_of_its_headline(name: str) -> None:
    theme, form = THEMES[name]
    shown = news(form)
    found = by_address(listed(theme(shown)))
    for number, each in enumerate(shown):
        published = found[f"https://kabar.example{each.path}"].published
        assert published is not None
        assert NOON - timedelta(days=number // 4 + 2) < published.at <= NOON, each.title


@pytest.mark.parametrize("name", [name for name in THEMES if name not in ("plain list", "bare links", "flat", "table")])
def test_a_card_shows_its_picture(name: str) -> None:
    theme, form = THEMES[name]
    shown = news(form)
    found = by_address(listed(theme(shown)))
    for each in shown:
        image = found[f"https://kabar.example{each.path}"].image
        assert image is not None
        assert image.url == f"https://kabar.example{each.picture}"


def test_a_card_gives_its_rubric_its_first_lines_and_the_page_the_next_one() -> None:
    reading = listed(jnews(news()))
    assert reading.next_page == "https://kabar.example/category/lampung/page/2/"
    last = reading.entries[-1]
    assert last.labels == ("Lampung",)
    assert len(last.summary) == 1
    summary = listed(wordpress(news())).entries[0].summary
    assert "Lanjut membaca" not in str(summary)
    assert "Warga setempat" in str(summary)


def test_the_home_outlets_rubric_page_reads_as_with_its_selectors() -> None:
    outlet = load_profile(OUR_PROFILES / "lampungpro.toml")
    document, url = (PAGES / "lampungpro-listing.html").read_bytes(), outlet.feeds[0].url
    by_rules, by_form = (
        read_feed(document, url=url, content_type="text/html", kind=FeedKind.PAGE, outlet=each, fetched_at=FETCHED_AT)
        for each in (outlet, replace(outlet, listing=None))
    )
    truth = [entry.url for entry in by_rules.entries if entry.url is not None]
    assert measured(by_form, truth) == (1, 1)
    ruled = [(entry.url, entry.title, entry.published, entry.image) for entry in by_rules.entries]
    assert [(entry.url, entry.title, entry.published, entry.image) for entry in by_form.entries] == ruled


# ------------------------------------------------------------------------ what is no headline


@pytest.mark.parametrize(
    "around",
    [
        "<nav><ul>{}</ul></nav>",
        "<footer><ul>{}</ul></footer>",
        "<aside><ul>{}</ul></aside>",
        "<header><ul>{}</ul></header>",
        "<marquee>{}</marquee>",
        "<div role=navigation><ul>{}</ul></div>",
        "<div role=complementary><ul>{}</ul></div>",
        "<div class='td-header-menu-wrap'><ul>{}</ul></div>",
        "<div id=breaking-news><ul>{}</ul></div>",
        "<div class='jeg_sidebar'><ul>{}</ul></div>",
        "<div class='related-posts'><ul>{}</ul></div>",
        "<section><h3>Terpopuler</h3><ul>{}</ul></section>",
        "<div><div class=judul>PALING BANYAK DIBACA</div><div><ul>{}</ul></div></div>",
        "<div class=row><div class='col-md-3'><ul>{}</ul></div></div>",
        "<div class='w-0 md:w-5/12 lg:w-2/6'><ul>{}</ul></div>",
    ],
)
def test_what_stands_beside_the_list_is_left_out(around: str) -> None:
    cards = links(*HEADLINES[:4], form="<article><h2><a href='{path}'>{title}</a></h2></article>")
    main = f"<div class=daftar>{cards}</div>"
    for markup in (around.format(links(*ELSEWHERE)) + main, main + around.format(links(*ELSEWHERE))):
        assert titles(listed(page(markup))) == list(HEADLINES[:4])


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/kategori/pemerintahan-dan-politik-daerah'>Pemerintahan dan politik daerah</a>",
        "<a href='/tag/harga-kopi-hari-ini'>Semua tentang harga kopi hari ini</a>",
        "<a href='/author/rina-sari'>Rina Sari Wulandari Kusumawardhani</a>",
        "<a href='/pedoman-media-siber'>Pedoman Pemberitaan Media Siber</a>",
        "<a href='https://iklan.example/motor-murah-tanpa-uang-muka'>Motor murah tanpa uang muka di kota ini</a>",
        "<a href='#komentar'>Tulis komentar Anda tentang berita ini</a>",
        "<a href='javascript:buka()'>Buka semua berita daerah hari ini</a>",
        "<a href='/'>Kembali ke halaman utama Kabar Siger</a>",
        "<a href='/kategori/daerah/?hal=2'>Halaman berikutnya dari rubrik ini</a>",
        "<a href='/berita/panen-raya-kopi-di-liwa'>Baca selengkapnya tentang panen</a>",
        "<a href='/berita/panen-raya-kopi-di-liwa'>Senin, 23 November 2026 08:30 WIB</a>",
        "<a href='/berita/panen-raya-kopi-di-liwa'>Kopi</a>",
    ],
)
def test_a_link_that_is_no_headline_makes_no_entry(link: str) -> None:
    with pytest.raises(ReadingError, match="lists no headlines that we can find"):
        listed(page(f"<ul><li>{link}</li></ul>"))
    among = page(f"<ul>{links(*HEADLINES[:5])}<li>{link}</li></ul>")
    assert titles(listed(among)) == list(HEADLINES[:5])


def test_classes_that_tell_how_a_part_behaves_hide_nothing() -> None:
    wrapped = f"<div class='has-sidebar no-footer pagination_disable menu-enabled'>{plain_list(news())}</div>"
    assert len(listed(wrapped).entries) == len(HEADLINES)


def test_a_page_whose_names_mislead_is_read_all_the_same() -> None:
    assert titles(listed(page(f"<div class='main-menu'><ul>{links(*HEADLINES[:3])}</ul></div>"))) == list(HEADLINES[:3])


@pytest.mark.parametrize("name", ["Arsip Kategori: Populer", "Berita Terkait Kopi"])
def test_the_name_of_the_page_itself_makes_no_side_list(name: str) -> None:
    beside = f"<div><h2>Kabar Ringan</h2><ul>{links(*ELSEWHERE)}</ul></div>"
    cards = links(*HEADLINES[:4], form="<article><h2><a href='{path}'>{title}</a></h2></article>")
    found = titles(listed(page(f"<main><h1>{name}</h1>{cards}</main>{beside}")))
    assert found[:4] == list(HEADLINES[:4])


def test_a_list_of_one_is_read_where_it_is_plainly_a_headline() -> None:
    link = "<a href='/berita/panen-raya-kopi-di-liwa'>Panen Raya Kopi di Liwa</a>"
    one = f"<article><h2>{link}</h2><time>23 November 2026</time></article>"
    assert titles(listed(page(one))) == ["Panen Raya Kopi di Liwa"]


def test_a_headline_shown_twice_is_one_entry() -> None:
    twice = page(
        f"<section><ul>{links(*HEADLINES[:3])}</ul></section><section><ul>{links(*HEADLINES[2:5])}</ul></section>"
    )
    assert titles(listed(twice)) == list(HEADLINES[:5])


def test_other_hosts_of_the_site_count_where_they_make_the_list() -> None:
    cards = "".join(
        f"<article><h2><a href='https://lampung.kabar.example/read/{n}/{each}'>{each}</a></h2></article>"
        for n, each in enumerate(HEADLINES[:4])
    )
    assert len(listed(page(cards), Address("https://www.kabar.example/lampung")).entries) == 4


def test_slugs_stay_byte_for_byte_and_tracking_goes() -> None:
    address = "/berita/Panen-Raya--Kopi-di-liwa-?utm_source=depan&id=7#google_vignette"
    rows = f"<li><a href='{address}'>Panen raya kopi di Liwa</a></li>"
    reading = listed(page(f"<ul>{rows}{links(*HEADLINES[:3])}</ul>"))
    assert reading.entries[0].url == "https://kabar.example/berita/Panen-Raya--Kopi-di-liwa-?id=7"


def test_a_day_in_the_future_is_no_day() -> None:
    rows = links(*HEADLINES[:3], form="<li><a href='{path}'>{title}</a> <time>31 Desember 2027</time></li>")
    assert {entry.published for entry in listed(page(f"<ul>{rows}</ul>")).entries} == {None}


# ------------------------------------------------------------------------ too much, and broken


@pytest.mark.parametrize(
    "form",
    [
        "<li><a href='{path}'>{title}</a></li>",
        "<section><div><a href='{path}'>{title}</a></div></section>",
        "<a href='{path}'>{title}</a>",
    ],
)
def test_of_a_page_of_very_many_links_the_first_are_read(form: str) -> None:
    rows = "".join(
        form.format(path=f"/berita/kabar-lampung-hari-{n}", title=f"Kabar Lampung hari ini nomor {n}")
        for n in range(20_000)
    )
    reading = listed(page(rows))
    assert len(reading.entries) == 500
    assert reading.entries[0].title == "Kabar Lampung hari ini nomor 0"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 3_000 + links(*HEADLINES[:3]),
        "<header>" * 3_000 + links(*HEADLINES[:3]),
        "".join(f"<a href='/berita/kabar-lampung-hari-{n}'>Kabar Lampung hari ini {n}<object>" for n in range(300)),
        f"<ul>{links(*HEADLINES[:3])}</ul>" + "<b>x</b>" * 50_000,
        "<ul><li><a href='/berita/kabar-lampung-hari-ini'>" + "kabar " * 100_000,
        "<a href='http://['>Panen raya kopi di Liwa dimulai</a>" * 3,
        "<a href>Panen raya kopi di Liwa dimulai</a>" * 3,
        "\x00\x1b]0;x\x07" + links(*HEADLINES[:3]),
        "",
    ],
)
def test_odd_markup_is_read_or_refused(markup: str) -> None:
    try:
        reading = listed(page(markup))
    except ReadingError as error:
        assert "lists no headlines that we can find" in str(error)
    else:
        assert reading.entries


FRAGMENTS = st.sampled_from(
    [
        "<ul>", "</ul>", "<li>", "</li>", "<div class='row'>", "<div class='menu'>", "</div>", "<article>", "</article>",
        "<h1>", "<h2>", "</h2>", "<a href='/berita/panen-raya-kopi-liwa'>", "<a href='/2026/11/23/lada'>", "<a>", "</a>",
        "<a href='/tag/kopi'>", "<a href='http://['>", "Panen raya kopi di Liwa dimulai", "Harga lada Kotabumi naik...",
        "<time datetime='2026-11-23'>", "</time>", "23 November 2026", "<img src='/a.jpg'>", "<table>", "<tr>", "<td>",
        "<nav>", "<aside>", "</aside>", "<header>", "<p>", "<object>", "<template>", "<svg>", "<!--", "-->", "<script>",
        "\x00", "\u202e", "\x1b[2J", "<span style='background:url(/b.jpg)'>", "</html>", "<body>", "<select>", "23",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=60))
def test_any_page_is_read_cleanly_or_refused(parts: list[str]) -> None:
    try:
        reading = listed("".join(parts))
    except ReadingError:
        return
    assert steers(everything(reading)) == []
    assert len({entry.id for entry in reading.entries}) == len(reading.entries)
    for entry in reading.entries:
        assert entry.title
        assert entry.url is not None
        assert clean_address(entry.url) == entry.url
