"""Articles over several pages: the link to the next one, and one text of all of them."""

from __future__ import annotations

import pytest
from tests.extract.pieces import HERE, LIGHTS, MARKET, RAIN, article, page, texts

from lampungtui.extract.pages import join_pages
from lampungtui.foreign import Address, clean_address
from lampungtui.model import PageReading

NEXT = f"{HERE}?page=2"
COFFEE = "Malam harinya seorang bapak membagikan kopi dari termos kepada para pedagang yang masih menata lapak."


def next_of(link: str, *, url: str = HERE, head: str = "") -> str | None:
    """Where the page says that it goes on."""
    return page(article(head=head, around=link), url=clean_address(url)).next_page


def numbered(number: int, *paragraphs: str, picture: str = "") -> PageReading:
    """A page of a long article, with what the outlet repeats on each."""
    link = f'<p><a href="{HERE}?page={number + 1}">Halaman Selanjutnya</a></p>'
    return page(article(*paragraphs, around=picture + link))


@pytest.mark.parametrize(
    "link",
    [
        f'<a href="{NEXT}">Halaman Selanjutnya</a>',
        '<a href="?page=2">Selanjutnya</a>',
        '<div class=pager><a href="pasar-margorejo?page=2">Berikutnya »</a></div>',
        '<a href="?page=2"><span>Selanjutnya</span> ›</a>',
    ],
)
def test_the_next_page_is_the_one_that_is_linked(link: str) -> None:
    assert next_of(link) == NEXT


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ('<a href="/metro/pasar-margorejo/2">Selanjutnya</a>', f"{HERE}/2"),
        ('<a href="/metro/pasar-margorejo/full">Selanjutnya</a>', f"{HERE}/full"),
    ],
)
def test_pages_may_be_numbered_in_the_path(link: str, leads: str) -> None:
    assert next_of(link) == leads


def test_a_head_link_to_the_next_page_counts() -> None:
    assert next_of("", head='<link rel="next" href="?page=2">') == NEXT


def test_all_pages_at_once_go_before_one_after_the_other() -> None:
    assert next_of('<a href="?page=2">Selanjutnya</a><a href="?page=all">Tampilkan semua</a>') == f"{HERE}?page=all"
    assert next_of('<a href="?page=all">Tampilkan semua</a>', url=f"{HERE}?page=all") is None


@pytest.mark.parametrize(
    "link",
    [
        "",
        '<a href="https://lain.example/metro/pasar-margorejo?page=2">Selanjutnya</a>',
        '<a href="/metro/banjir-surut">Selanjutnya</a>',
        '<a href="/metro/">Berikutnya</a>',
        f'<a href="{HERE}">Selanjutnya</a>',
        f'<a href="{HERE}#komentar">Selanjutnya</a>',
        '<a href="javascript:next()">Selanjutnya</a>',
        '<a href="?page=2">Selanjutnya, petugas memeriksa saksi</a>',
    ],
)
def test_a_link_to_something_else_is_no_next_page(link: str) -> None:
    assert next_of(link) is None


def test_pages_joined_are_one_article_with_everybodys_credits() -> None:
    first = page(article(f"METRO (Kabarsiger.id): {MARKET}", RAIN, "Penulis: Sari Puspita"))
    last = page(article(LIGHTS, COFFEE, "Editor: Rina Wulandari"))
    joined = join_pages(first, [last])
    assert texts(joined.blocks) == [MARKET, RAIN, LIGHTS, COFFEE]
    assert [credit.name for credit in joined.credits] == ["Sari Puspita", "Rina Wulandari"]
    assert joined.title == first.title
    assert joined.dateline == first.dateline
    assert joined.next_page is None


def test_what_the_outlet_repeats_on_every_page_is_read_once() -> None:
    picture = '<img src="https://img.example/pasar.jpg">'
    pages = [numbered(1, MARKET, RAIN), numbered(2, RAIN, LIGHTS), numbered(3, LIGHTS, COFFEE, picture=picture)]
    joined = join_pages(pages[0], pages[1:])
    assert texts(joined.blocks) == [MARKET, RAIN, LIGHTS, COFFEE]


def test_a_page_that_holds_all_of_them_takes_their_place() -> None:
    whole = page(article(MARKET, RAIN, LIGHTS, "Editor: Rina Wulandari"), url=Address(f"{HERE}?page=all"))
    joined = join_pages(page(article(MARKET, RAIN)), [whole])
    assert joined.blocks == whole.blocks
    assert [credit.name for credit in joined.credits] == ["Rina Wulandari"]


def test_the_same_page_again_doubles_nothing() -> None:
    first = page(article())
    assert texts(join_pages(first, [first, first]).blocks) == [MARKET, RAIN, LIGHTS]
