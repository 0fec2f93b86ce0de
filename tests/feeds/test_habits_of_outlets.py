"""What the feeds of known outlets do, in their shapes: where the picture is, what hangs on a link, when it is dated."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.feeds.desk import LISTED, MORNING, NOON, SIGER, at, item, only, post, read, rss, sitemap, text

from lampungtui.foreign import Address, Line, clean_address
from lampungtui.identity import canonical, entry_id, told_apart
from lampungtui.model import ApiRules, Dated, DateSource, Entry, FeedKind, FeedReading
from lampungtui.newsroom.decide import sort_time

# ------------------------------------------------------------------------ pictures


@pytest.mark.parametrize(
    ("inside", "picture"),
    [
        (
            '<description><![CDATA[<img src="https://img.kabar.example/cache/800x533/2026/lada.jpg.webp" align="left" '
            'border="0">Petani lega. ...]]></description>',
            "https://img.kabar.example/cache/800x533/2026/lada.jpg.webp",
        ),
        (
            '<enclosure url="https://asset.kabar.example/thumbnails2/lada.jpg" length="50000" type="image/jpeg"/>'
            "<description>&lt;img src='https://asset.kabar.example/kecil.jpg'/&gt;</description>",
            "https://asset.kabar.example/thumbnails2/lada.jpg",
        ),
        (
            '<enclosure url="https://akcdn.kabar.example/lada_169.jpeg?w=360&amp;q=90" length="10240" type="image/jpg"/>',
            "https://akcdn.kabar.example/lada_169.jpeg?w=360&q=90",
        ),
        (
            '<media:content url="https://static.kabar.example/lada_251.jpg" fileSize="1" type="image/jpeg" medium="image">'
            "<media:title>Lada</media:title></media:content>",
            "https://static.kabar.example/lada_251.jpg",
        ),
        ("<img>https://img.kabar.example/lada_720.jpg</img>", "https://img.kabar.example/lada_720.jpg"),
        (
            "<image><imglink>https://img.kabar.example/lada.jpg</imglink></image>",
            "https://img.kabar.example/lada.jpg",
        ),
        ("<imglink>https://img.kabar.example/lada.jpg</imglink>", "https://img.kabar.example/lada.jpg"),
        (
            '<enclosure url="https://blue.kabar.example/image/upload/fl_progressive,w_480/v1/lada.jpg" type="image/jpeg" '
            'length="0"/>',
            "https://blue.kabar.example/image/upload/fl_progressive,w_480/v1/lada.jpg",
        ),
        (
            '<description>Petani lega.</description><content:encoded><![CDATA[<figure><img data-src="/lada.jpg" '
            'src="data:image/gif;base64,R0"></figure><p>Isi.</p>]]></content:encoded>',
            "https://kabar.example/lada.jpg",
        ),
    ],
)
def test_a_picture_comes_from_where_the_outlet_keeps_it(inside: str, picture: str) -> None:
    image = only(read(rss(item(inside=inside)))).image
    assert image is not None
    assert image.url == picture


def test_an_outlets_own_picture_comes_before_those_in_its_texts() -> None:
    texts = "<description>&lt;img src='/teks.jpg'&gt;Petani.</description>"
    inside = f'{texts}<enclosure url="/lampiran.jpg" type="image/jpeg" length="1"/><media:content url="/media.jpg"/>'
    found = [only(read(rss(item(inside=part)))).image for part in (inside, inside.partition("<media")[0], texts)]
    assert [image.url.rsplit("/", 1)[-1] for image in found if image is not None] == [
        "media.jpg",
        "lampiran.jpg",
        "teks.jpg",
    ]


# ------------------------------------------------------------------------ links


@pytest.mark.parametrize(
    ("link", "known_as"),
    [
        ("https://a.example/x?utm_source=rss&utm_medium=rss&utm_campaign=", "https://a.example/x"),
        ("https://a.example/x?UTM_Source=a&id=7&fbclid=b&gclid=c", "https://a.example/x?id=7"),
        ("https://a.example/x#google_vignette", "https://a.example/x"),
        ("https://a.example/x#", "https://a.example/x"),
        ("https://a.example/x/#respond", "https://a.example/x/"),
        ("https://a.example/x#xtor=RSS-1", "https://a.example/x"),
        ("https://a.example/#!/berita/7", "https://a.example/#!/berita/7"),
        ("https://a.example/x?page=all", "https://a.example/x?page=all"),
        ("https://a.example/x?b=2&a=1&&c=", "https://a.example/x?b=2&a=1&c="),
        ("https://a.example/news/way-semangka---umbul-jaya-", "https://a.example/news/way-semangka---umbul-jaya-"),
        ("https://a.example/kategori/Lampung%20Raya/", "https://a.example/kategori/Lampung%20Raya/"),
        ("https://a.example/News/ABC;v=1,2/$x@(y)!'*+~", "https://a.example/News/ABC;v=1,2/$x@(y)!'*+~"),
        ("https://a.example/utm_source=x", "https://a.example/utm_source=x"),
    ],
)
def test_what_only_tracks_goes_from_a_link_and_the_slug_stays(link: str, known_as: str) -> None:
    address = clean_address(link)
    assert address is not None
    assert canonical(address) == known_as
    assert canonical(canonical(address)) == known_as


documents: dict[str, Callable[[str], str]] = {
    "rss": lambda link: rss(item(link=link.replace("&", "&amp;"))),
    "sitemap": lambda link: sitemap(f"<loc>{link.replace('&', '&amp;')}</loc><news:title>Kopi</news:title>"),
    "jsonfeed": lambda link: json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"url": link, "title": "Kopi"}]}
    ),
    "wordpress": lambda link: json.dumps([post(link=link, guid=None)]),
    "page": lambda link: f"<html><body><article><h2><a href='{link}'>Kopi</a></h2></article></body></html>",
    "api": lambda link: json.dumps({"data": [{"title": "Kopi", "link": link}]}),
}
OUTLET = replace(LISTED, api=ApiRules(items="data", title="title", url="link", date="date"))


def reading(kind: str, document: str) -> FeedReading:
    return read(document, kind=FeedKind(kind), outlet=OUTLET)


@pytest.mark.parametrize("kind", documents)
def test_of_every_kind_a_link_is_canonical_and_so_is_the_id_by_it(kind: str) -> None:
    write = documents[kind]
    plain, tracked = (
        only(reading(kind, write(f"https://kabar.example/Kopi--liwa-?id=7{more}")))
        for more in ("", "&utm_source=rss&utm_medium=x#google_vignette")
    )
    assert plain.url == tracked.url == "https://kabar.example/Kopi--liwa-?id=7"
    assert plain.id == tracked.id == plain.url


# ------------------------------------------------------------------------ identity


def test_an_entry_is_known_by_guid_else_link_else_title_and_date() -> None:
    link = Address("https://kabar.example/1?utm_source=x")
    dated = Dated(MORNING, DateSource.FEED)
    assert entry_id("kabar-71", link, "Kopi", dated) == "kabar-71"
    assert entry_id(None, link, "Kopi", dated) == entry_id("", link, "Lada", None) == "https://kabar.example/1"
    alone = entry_id(None, None, "Kopi", dated)
    assert alone == entry_id(None, None, "Kopi", Dated(MORNING, DateSource.PAGE))
    assert len({alone, entry_id(None, None, "Lada", dated), entry_id(None, None, "Kopi", None)}) == 3


@given(st.permutations(["a", "a", "b", "c"]))
def test_doubles_are_told_apart_alike_in_whatever_order_they_stand(ids: list[str]) -> None:
    def entries(order: list[str]) -> list[Entry]:
        counts: dict[str, int] = {}
        made = []
        for id in order:
            counts[id] = counts.get(id, 0) + 1
            url = Address(f"https://kabar.example/{id}{counts[id]}")
            made.append(Entry(id=id, title=Line(f"Kabar {id}{counts[id]}"), url=url))
        return made

    apart = told_apart(entries(ids))
    assert {entry.id for entry in apart} == {entry.id for entry in told_apart(entries(["a", "a", "b", "c"]))}
    assert len(apart) == 4


# ------------------------------------------------------------------------ dates

dated_documents: dict[str, Callable[[str], str]] = {
    "rss": lambda day: rss(item(inside=f"<pubDate>{day}</pubDate>")),
    "sitemap": lambda day: sitemap(
        f"<loc>https://kabar.example/kopi</loc><news:title>Kopi</news:title><lastmod>{day}</lastmod>"
    ),
    "jsonfeed": lambda day: json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "Kopi", "date_published": day}]}
    ),
    "wordpress": lambda day: json.dumps([post(date=day, date_gmt=None)]),
    "page": lambda day: f"<html><article><h2><a href='/kopi'>Kopi</a></h2><time>{day}</time></article></html>",
    "api": lambda day: json.dumps({"data": [{"title": "Kopi", "date": day}]}),
}


@pytest.mark.parametrize("kind", dated_documents)
@pytest.mark.parametrize(
    "day",
    [
        "2027-01-01T00:00:00+07:00",
        "9999-12-31T23:59:59Z",
        "2026-02-30T10:00:00Z",
        "2026-11-25 05:00:00",
        "9" * 500,
        "besok",
    ],
)
def test_of_every_kind_a_future_or_impossible_date_is_none(kind: str, day: str) -> None:
    assert at(only(reading(kind, dated_documents[kind](day)))) is None


@pytest.mark.parametrize("kind", dated_documents)
def test_of_every_kind_a_date_is_read_in_the_outlets_zone(kind: str) -> None:
    assert at(only(reading(kind, dated_documents[kind]("2026-11-23 08:30:00")))) == MORNING


moments = st.integers(631_152_000, 7_226_582_400).map(lambda at: datetime.fromtimestamp(at, UTC))
"""From 1990 to 2199."""


@given(st.none() | moments, st.booleans())
def test_no_date_puts_an_article_above_what_comes_after_it(day: datetime | None, whole_day: bool) -> None:
    published = Dated(day, DateSource.FEED, whole_day=whole_day) if day is not None else None
    placed = sort_time(published, NOON)
    assert placed <= NOON
    if day is not None and day <= NOON - timedelta(days=1):
        assert timedelta(0) <= placed - day < timedelta(days=1)


def test_titles_are_unpadded_and_twice_escaped_ones_undone() -> None:
    entry = only(read(rss(item("\n   Harga  lada &amp;amp; kopi&amp;nbsp;naik  \n")), outlet=SIGER))
    assert entry.title == "Harga lada & kopi naik"
    assert text(entry.summary) == ""
