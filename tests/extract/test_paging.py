"""Where a long article goes on: pagers as Indonesian outlets make them, and links that only look like it."""

from __future__ import annotations

import pytest
from tests.extract.pieces import HERE, LIGHTS, MARKET, RAIN, article, page, texts

from lampungtui.extract.pages import join_pages
from lampungtui.foreign import clean_address

ANSWERS = ("Ya.", "Tidak.")


def goes_on(link: str, *, url: str = HERE, head: str = "") -> str | None:
    """Where the page says that it goes on."""
    return page(article(head=head, around=link), url=clean_address(url)).next_page


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        (f'<a href="{HERE}?page=all#page2">Tampilkan Semua</a>', f"{HERE}?page=all#page2"),
        ('<a href="?page=2">2</a><a href="?utm_source=x&page=all">Lihat semua</a>', f"{HERE}?utm_source=x&page=all"),
        ('<a href="?single=1">Tampilkan semua</a>', f"{HERE}?single=1"),
        (
            '<a href="/metro/pasar-margorejo/2">2</a><a href="/metro/pasar-margorejo/full">Baca penuh</a>',
            f"{HERE}/full",
        ),
        (
            '<div class="page-links">Halaman: <span>1</span> <a href="/metro/pasar-margorejo/2/">2</a></div>',
            f"{HERE}/2/",
        ),
        (
            '<div class="paging"><a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a></div>',
            f"{HERE}?page=2",
        ),
        ('<a href="/metro/pasar-margorejo/15">2</a><a href="/metro/pasar-margorejo/30">3</a>', f"{HERE}/15"),
        ('<a rel="next" href="?page=2"><i class="icon"></i></a>', f"{HERE}?page=2"),
        ('<a href="?page=2">Lanjut ke Halaman 2</a>', f"{HERE}?page=2"),
        ('<a href="?page=2">»</a>', f"{HERE}?page=2"),
    ],
)
def test_the_next_page_is_found(link: str, leads: str) -> None:
    assert goes_on(link) == leads


@pytest.mark.parametrize(
    ("url", "pager", "leads"),
    [
        (f"{HERE}?page=2", '<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a>', f"{HERE}?page=3"),
        (f"{HERE}?page=3", '<a href="?page=1">1</a><a href="?page=2">2</a>', None),
        (f"{HERE}/15", f'<a href="{HERE}">1</a><b>2</b><a href="{HERE}/30">3</a>', f"{HERE}/30"),
        (f"{HERE}/30", f'<a href="{HERE}">1</a><a href="{HERE}/15">2</a><b>3</b>', None),
        (f"{HERE}/2", f'<a href="{HERE}">1</a><a href="{HERE}/3">3</a>', f"{HERE}/3"),
        (f"{HERE}?page=all", '<a href="?page=2">Selanjutnya</a>', None),
        (f"{HERE}/full", f'<a href="{HERE}/2">2</a>', None),
    ],
)
def test_a_pager_is_followed_from_where_one_is(url: str, pager: str, leads: str | None) -> None:
    assert goes_on(f'<div class="pagination">{pager}</div>', url=url) == leads


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://kabar.example/berita.php?id=214", '<a href="berita.php?id=215">Selanjutnya</a>'),
        ("https://kabar.example/?p=214", '<a href="/?p=215">Berikutnya</a>'),
        ("https://kabar.example/berita/214", '<a href="/berita/215">Selanjutnya</a>'),
        (HERE, '<a href="/metro/pasar-margorejo-2">Selanjutnya</a>'),
        (HERE, '<a href="/metro/pasar-margorejo/komentar">2</a>'),
        (HERE, '<a href="/metro/banjir-surut?page=all">Banjir surut</a>'),
    ],
)
def test_another_article_is_no_page_of_this_one(url: str, link: str) -> None:
    assert goes_on(link, url=url) is None


def test_a_query_that_names_the_article_is_kept() -> None:
    url = "https://kabar.example/berita.php?id=214"
    assert goes_on('<a href="berita.php?id=214&hal=2">Selanjutnya</a>', url=url) == f"{url}&hal=2"


def test_short_answers_that_come_back_are_said_again() -> None:
    first = page(article(MARKET, *ANSWERS, RAIN))
    last = page(article(RAIN, LIGHTS, *ANSWERS, MARKET[::-1].capitalize() + "."))
    assert texts(join_pages(first, [last]).blocks) == [
        *(MARKET, *ANSWERS, RAIN),
        *(LIGHTS, *ANSWERS, MARKET[::-1].capitalize() + "."),
    ]


def test_all_pages_at_once_take_the_place_of_a_first_page_with_a_line_of_its_own() -> None:
    teased = page(article(MARKET, RAIN, LIGHTS, MARKET.upper(), "Bersambung ke halaman dua."))
    whole = page(article(MARKET, RAIN, LIGHTS, MARKET.upper(), RAIN.upper()))
    assert join_pages(teased, [whole]).blocks == whole.blocks
