"""Reading a document as a refresh does, and feeds put together from items."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lampungtui.feeds import read_feed
from lampungtui.foreign import Address, Line
from lampungtui.model import (
    Blocks,
    Entry,
    FeedKind,
    FeedReading,
    ListingRules,
    Outlet,
    ShelfName,
    ShelfRule,
    blocks_text,
)

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Monday noon in Lampung: when the documents are fetched."""

MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
"""Half past eight in Lampung: when the articles of the documents appeared."""

FEED = Address("https://kabar.example/umpan")

WHOLE_STORY = " ".join(f"Kalimat ke-{number} tentang panen kopi di Lampung Barat." for number in range(1, 31))
"""A text that is long enough to be an article."""


def read(
    document: str | bytes,
    *,
    kind: FeedKind | None = None,
    content_type: str | None = None,
    outlet: Outlet | None = None,
    url: Address | None = FEED,
) -> FeedReading:
    """What a document holds, fetched at noon."""
    wire = document if isinstance(document, bytes) else document.encode()
    return read_feed(wire, url=url, content_type=content_type, kind=kind, outlet=outlet, fetched_at=NOON)


def only(reading: FeedReading) -> Entry:
    """The one entry there is."""
    (entry,) = reading.entries
    return entry


def titles(reading: FeedReading) -> list[str]:
    """The headlines in their order."""
    return [str(entry.title) for entry in reading.entries]


def at(entry: Entry) -> datetime | None:
    """When an entry says that it appeared."""
    return entry.published.at if entry.published is not None else None


def text(blocks: Blocks) -> str:
    """The words of a summary or body."""
    return str(blocks_text(blocks))


def rss(*items: str, channel: str = "", encoding: str | None = None) -> str:
    """An RSS 2.0 document with the usual namespaces."""
    declared = f' encoding="{encoding}"' if encoding else ""
    return (
        f'<?xml version="1.0"{declared}?>\n'
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">'
        f"<channel><title>Kabar Siger</title><link>https://kabar.example/</link>{channel}{''.join(items)}</channel></rss>"
    )


def item(title: str = "Panen kopi dimulai", inside: str = "", *, link: str | None = "https://kabar.example/1") -> str:
    """One RSS item; `inside` is what it holds beside title and link."""
    linked = f"<link>{link}</link>" if link is not None else ""
    return f"<item><title>{title}</title>{linked}{inside}</item>"


def sitemap(*urls: str) -> str:
    """A sitemap of these `<url>` elements."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
        f"{''.join(f'<url>{url}</url>' for url in urls)}</urlset>"
    )


SIGER = Outlet(
    id="kabar-siger",
    name=Line("Kabar Siger"),
    home=Address("https://kabar.example/"),
    names=("kabarsiger.example",),
    wordpress_editors="*",
)


def post(**changes: object) -> dict[str, Any]:
    """A post as the REST API gives it with `_embed`."""
    return {
        "id": 71,
        "date": "2026-11-23T08:30:00",
        "date_gmt": "2026-11-23T01:30:00",
        "modified_gmt": "2026-11-23T02:00:00",
        "guid": {"rendered": "https://kabar.example/?p=71"},
        "link": "https://kabar.example/lada/",
        "title": {"rendered": "Harga lada &#8220;naik&#8221;"},
        "excerpt": {"rendered": "<p>Petani lega. [&hellip;]</p>\n", "protected": False},
        "content": {"rendered": f"<p>{WHOLE_STORY}</p>", "protected": False},
        "_embedded": {
            "author": [{"name": "Rina Sari"}],
            "wp:term": [
                [{"taxonomy": "category", "name": "Ekonomi"}, {"taxonomy": "category", "name": "Metro &amp; sekitar"}],
                [{"taxonomy": "post_tag", "name": "lada"}],
            ],
            "wp:featuredmedia": [
                {
                    "source_url": "https://kabar.example/lada.jpg",
                    "alt_text": "Lada kering",
                    "caption": {"rendered": "<p>Lada dijemur. Foto: Budi</p>"},
                }
            ],
        },
        **changes,
    }


LISTED = replace(
    SIGER,
    listing=ListingRules(
        item="article",
        title="h2 a",
        date="time",
        views=".dilihat",
        label=".rubrik",
        summary="p",
        image="img",
        next="a[rel=next]",
        skip=("aside", "/iklan/"),
        shelves=(ShelfRule(ShelfName.POPULAR, "Terpopuler", "section", "li", "a", views="b"),),
    ),
)

LISTING = """<!doctype html><html><head><title>Kabar Siger - Metro</title></head><body>
<article><img src="/lada.jpg" alt="Lada"><span class="rubrik">Ekonomi</span>
<h2><a href="/berita/lada">Harga lada naik</a></h2>
<time>Senin, 23 November 2026 08:30 WIB</time><span class="dilihat">1.520 kali</span><p>Petani lega.</p></article>
<article><h2><a href="https://kabar.example/berita/kopi?utm_source=depan#atas">Kopi robusta dari Liwa...</a>
</h2></article>
<article><h2><a href="/berita/lada">Harga lada naik</a></h2></article>
<article><h2><a href="/iklan/motor">Motor murah</a></h2></article>
<article><h2><a href="javascript:buka()">Klik di sini</a></h2></article>
<article><p>Tanpa judul</p></article>
<aside><article><h2><a href="/berita/samping">Di samping</a></h2></article></aside>
<section><h3>Pilihan</h3><ul><li><a href="/berita/x">Bukan ini</a></li></ul></section>
<section><h3>TERPOPULER</h3><ul><li><a href="/berita/1">Paling dibaca</a><b>9.001</b></li>
<li><a href="/berita/2">Kedua</a></li></ul></section>
<a rel="next" href="/metro?hal=2">Berikutnya</a></body></html>"""
