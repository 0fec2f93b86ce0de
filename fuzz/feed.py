"""Feeds of every kind, found by their content as the reader finds them: `python -m fuzz.feed -max_total_time=180`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import atheris

with atheris.instrument_imports(include=["lampungtui", "feedparser"]):
    from lampungtui.feeds.reading import read_feed
    from lampungtui.foreign import Address

from fuzz.watching import fuzz

ITEM = (
    "<item><title>Pasar &amp; jalan</title><link>https://kabar.example/a</link><guid>a</guid>"
    "<pubDate>Mon, 23 Nov 2026 05:00:00 GMT</pubDate><description>&lt;p&gt;Isi&lt;/p&gt;</description>"
    '<category>Metro</category><author>rina@kabar.example (Rina)</author><enclosure url="/x.jpg" type="image/jpeg"/></item>'
)
SEEDS = [
    f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Kabar</title><ttl>60</ttl>{ITEM}</channel></rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title><entry><id>a</id><title type="html">A &lt;b&gt;</title>'
    '<link href="/a"/><updated>2026-11-23T05:00:00Z</updated><content type="xhtml"><div>Isi</div></content></entry></feed>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item><title>A</title></item></rdf:RDF>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://kabar.example/a</loc></url></urlset>',
    '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "a", "title": "A", "url": "/a", "content_html": "<p>x</p>"}]}',
    '[{"id": 1, "link": "https://kabar.example/a", "title": {"rendered": "A"}, "date_gmt": "2026-11-23T05:00:00"}]',
    "<!DOCTYPE html><html><body><article><h2><a href='/2026/11/a'>Judul kabar</a></h2></article></body></html>",
    '<?xml version="1.0" encoding="utf-7"?><rss><channel><item><title>+ABs-[31m &#27; &#x9b;</title></item></channel></rss>',
]
WORDS = [
    "<item>", "</item>", "<title>", "<![CDATA[", "]]>", "<!ENTITY", "<!DOCTYPE", "&#27;", "&#x9b;", "&#xD800;", "&amp;", "encoding=",
    "xml:base=", "type=", "html", "xhtml", "<skipHours>", "<image>", "\x1b[", "\x00", "\u202e".encode().decode("latin-1"), "<media:content",
]  # fmt: skip
FETCHED = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def read(document: bytes) -> object:
    """The document as a feed."""
    url = Address("https://kabar.example/feed")
    return read_feed(document, url=url, content_type=None, fetched_at=FETCHED)


if __name__ == "__main__":
    sys.setrecursionlimit(1_000)
    fuzz("feed", read, [seed.encode() for seed in SEEDS], WORDS)
