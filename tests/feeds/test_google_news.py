"""Google News as a stand-in: items as their outlets published them, known again whatever Google calls them."""

from __future__ import annotations

import base64
from dataclasses import replace
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.feeds.desk import MORNING, SIGER, at, item, only, read, rss, text, titles
from tests.feeds.test_broken import everything, steers

from lampungtui.feeds.google_news import is_googles
from lampungtui.feeds.publishers import publisher_id
from lampungtui.foreign import Address, Line, clean_address
from lampungtui.model import Entry, Outlet

SEARCH = Address("https://news.google.com/rss/search?q=site:kabar.example&hl=id&gl=ID&ceid=ID:id")
LADA = "https://kabar.example/berita/harga-lada-naik"
TOKEN = "AU_yqLOm3xK2lampungtui"


def article_id(*fields: bytes) -> str:
    """An id: base64 of a message with a number and these fields of bytes."""
    message = b"\x08\x13"
    for key, field in zip((b"\x22", b"\xd2\x01"), fields, strict=False):
        size = len(field)
        message += key + (bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])) + field
    return base64.urlsafe_b64encode(message).decode().rstrip("=")


def news(
    id: str = article_id(TOKEN.encode()),
    title: str = "Harga lada naik - Kabar Siger",
    source: str | None = "Kabar Siger",
    day: int = 23,
    query: str = "?oc=5",
    before: str = "/rss/articles/",
) -> str:
    """An item as Google writes it: the headline again for a summary, the id again for a guid."""
    link = f"https://news.google.com{before}{id}{query}"
    named = f'<source url="https://kabar.example">{escape(source)}</source>' if source is not None else ""
    summary = f'<a href="{link}" target="_blank">Harga lada naik</a>&nbsp;&nbsp;<font color="#6f6f6f">{source}</font>'
    return item(
        escape(title),
        f'<guid isPermaLink="false">{id}</guid><pubDate>{day:02} Nov 2026 01:30:00 GMT</pubDate>'
        f"<description>{escape(summary)}</description>{named}",
        link=escape(link),
    )


def found(*items: str, outlet: Outlet | None = SIGER) -> tuple[Entry, ...]:
    """The entries of a search."""
    return read(rss(*items), url=SEARCH, outlet=outlet).entries


@pytest.mark.parametrize(
    ("title", "source", "headline"),
    [
        ("Harga lada naik - Kabar Siger", "Kabar Siger", "Harga lada naik"),
        ("Harga lada naik - KABAR SIGER", "Kabar Siger", "Harga lada naik"),
        ("Kopi - Lada: dua komoditas - Kabar Siger", "Kabar Siger", "Kopi - Lada: dua komoditas"),
        ("Lada naik - Siger - Lampung", "Siger - Lampung", "Lada naik"),
        ("Lada naik - kabarsiger.example", "kabarsiger.example", "Lada naik"),
        ("Lada naik - Kabar Lain", "Kabar Siger", "Lada naik - Kabar Lain"),
        ("Lada naik", "Kabar Siger", "Lada naik"),
        ("Lada naik - Kabar Siger", None, "Lada naik - Kabar Siger"),
        (" - Kabar Siger", "Kabar Siger", "- Kabar Siger"),
        ("Kabar Siger", "Kabar Siger", "Kabar Siger"),
    ],
)
def test_the_outlets_name_behind_a_headline_goes(title: str, source: str | None, headline: str) -> None:
    assert [entry.title for entry in found(news(title=title, source=source))] == [headline]


def test_a_headline_that_google_cut_short_is_marked() -> None:
    whole, cut = found(news(), news(article_id(b"AU_lain"), title="Harga lada naik di Lampung... - Kabar Siger"))
    assert (whole.title_cut, cut.title_cut, cut.title) == (False, True, "Harga lada naik di Lampung...")


@pytest.mark.parametrize("before", ["/rss/articles/", "/articles/", "/read/", "/__i/rss/rd/articles/"])
@pytest.mark.parametrize(
    "fields", [(LADA,), (LADA, "https://kabar.example/amp/lada"), (LADA + "?utm_source=google",), (LADA, "")]
)
def test_an_address_that_an_id_holds_is_the_articles(before: str, fields: tuple[str, ...]) -> None:
    entry = only(
        read(rss(news(article_id(*(each.encode() for each in fields)), before=before)), url=SEARCH, outlet=SIGER)
    )
    assert (entry.url, entry.id) == (LADA, LADA)
    assert not is_googles(entry.url)


def test_a_long_address_in_an_id_is_read_whole() -> None:
    address = f"https://kabar.example/berita/{'kopi-' * 60}liwa"
    assert only(read(rss(news(article_id(address.encode()))), outlet=SIGER)).url == address


@pytest.mark.parametrize(
    "id",
    [
        article_id(TOKEN.encode()),
        article_id(b"javascript:alert(1)"),
        article_id(b"https://"),
        article_id(b"https://news.google.com/rss/articles/CBMi"),
        article_id(b"https://kabar.example/\x1b]0;x\x07"),
        article_id(b"https://kabar.example/\xff"),
        article_id(LADA.encode())[:20],
        base64.urlsafe_b64encode(b"\x22\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01" + LADA.encode()).decode(),
        base64.urlsafe_b64encode(b"\x0b" + LADA.encode()).decode(),
        "CBMi",
        "A",
        "....",
        "_" * 4_000,
    ],
)
def test_an_id_without_an_address_keeps_googles(id: str) -> None:
    entry = only(read(rss(news(id)), url=SEARCH, outlet=SIGER))
    assert entry.url == f"https://news.google.com/rss/articles/{id}"
    assert is_googles(entry.url)
    assert steers(everything(read(rss(news(id)), url=SEARCH))) == []


@given(st.binary(max_size=120))
def test_any_id_is_read_or_kept(message: bytes) -> None:
    id = base64.urlsafe_b64encode(message).decode() or "x"
    (entry,) = found(news(id))
    assert entry.url is not None
    assert clean_address(entry.url) == entry.url


@pytest.mark.parametrize(
    "again",
    [
        news(article_id(b"AU_yqLtoken-baru")),
        news(query="?oc=5&hl=en-ID&gl=ID&ceid=ID:en"),
        news(before="/read/"),
        news(title="Harga Lada Naik - Kabar Siger"),
    ],
)
def test_an_item_is_known_again_whatever_google_calls_it(again: str) -> None:
    (first,), (second,) = found(news()), found(again)
    assert first.id == second.id


@pytest.mark.parametrize(
    "other",
    [
        news(article_id(b"AU_2"), title="Harga kopi naik - Kabar Siger"),
        news(article_id(b"AU_2"), title="Harga lada naik - Kabar Lain", source="Kabar Lain"),
        news(article_id(b"AU_2"), day=22),
    ],
)
def test_another_headline_outlet_or_day_is_another_item(other: str) -> None:
    first, second = found(news(), other)
    assert first.id != second.id


def test_the_same_headline_twice_on_a_day_is_told_apart_by_address() -> None:
    entries = found(news(), news(article_id(b"AU_2")))
    assert len({entry.id for entry in entries}) == 2


@pytest.mark.parametrize(
    ("source", "outlet", "publisher"),
    [
        ("Kabar Lain", SIGER, "Kabar Lain"),
        ("Kabar Siger", SIGER, None),
        ("KABARSIGER.example", SIGER, None),
        ("Kabar Siger", replace(SIGER, name=Line("Lampung di Google"), names=()), "Kabar Siger"),
        ("Kabar Lain", None, "Kabar Lain"),
        (None, SIGER, None),
    ],
)
def test_the_publisher_is_who_the_item_names(source: str | None, outlet: Outlet | None, publisher: str | None) -> None:
    (entry,) = found(news(source=source), outlet=outlet)
    assert (entry.publisher, entry.source_name) == (publisher, source)


def test_each_publisher_of_a_collector_has_an_id_of_its_own() -> None:
    names = ("Kabar Siger", "KABAR SIGER", "Kabar Lain", "lain.example", "新闻", "Новости")
    ids = [publisher_id(SIGER, Line(name)) for name in names]
    assert ids[:4] == ["kabar-siger/kabar-siger"] * 2 + ["kabar-siger/kabar-lain", "kabar-siger/lain-example"]
    assert len(set(ids)) == 5


def test_googles_own_words_are_no_summary() -> None:
    entry = only(read(rss(news()), url=SEARCH, outlet=SIGER))
    assert (text(entry.summary), text(entry.content), entry.image) == ("", "", None)
    assert at(entry) == MORNING


def test_other_feeds_keep_their_titles_links_and_ids() -> None:
    other = item(
        "Harga lada naik - Kabar Lain",
        '<guid>71</guid><description>Petani lega.</description><source url="https://lain.example">Kabar Lain</source>',
        link="https://kabar.example/lada",
    )
    reading = read(rss(other), outlet=SIGER)
    entry = only(reading)
    assert titles(reading) == ["Harga lada naik - Kabar Lain"]
    assert (entry.id, entry.url, entry.publisher, entry.source_name) == (
        "71",
        "https://kabar.example/lada",
        None,
        "Kabar Lain",
    )
    assert text(entry.summary) == "Petani lega."


@pytest.mark.parametrize(
    ("address", "googles"),
    [
        ("https://news.google.com/rss/articles/CBMi", True),
        ("https://news.google.com/rss/articles/", False),
        ("https://news.google.com/topics/CAAq", False),
        ("https://news.google.com.example/rss/articles/CBMi", False),
        ("https://kabar.example/rss/articles/CBMi", False),
        (None, False),
    ],
)
def test_which_addresses_are_googles(address: str | None, googles: bool) -> None:
    assert is_googles(Address(address) if address is not None else None) is googles
