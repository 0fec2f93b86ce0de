"""What reading a feed costs: the fast reader beside feedparser, on feeds of 50 entries of about 3 kB, and what is left.

    python -m bench.parse [rounds]

Each figure is the best of the rounds, in milliseconds a feed. Both readers' results are compared first.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from lampungtui.feeds.item import is_teaser, item_blocks, item_date
from lampungtui.feeds.rss import read_thoroughly
from lampungtui.feeds.swift import parse_swiftly, read_swiftly
from lampungtui.foreign import Address, clean_address
from lampungtui.identity import canonical
from lampungtui.model import blocks_text

ENTRIES = 50
NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
URL = Address("https://kabar.example/feed/")
TEXT = (
    "petani kopi Lampung Barat memanen lada di kebun pada musim hujan ketika harga naik dan pemerintah kota Metro "
    "membuka pasar baru bagi pedagang sehingga warga “lega” menurut kepala dinas perdagangan – Rabu"
)
WORDS = TEXT.split()
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)


def words(chance: random.Random, count: int) -> str:
    """So many words."""
    return " ".join(chance.choice(WORDS) for _ in range(count))


def story(chance: random.Random, number: int) -> str:
    """A body of about 2.5 kB, with a picture, strong words and links."""
    paragraphs = "".join(
        f"<p>{words(chance, 35)} <strong>{words(chance, 2)}</strong> {words(chance, 15)} "
        f'<a href="https://kabar.example/{number}/">{words(chance, 3)}</a>.</p>\n'
        for _ in range(6)
    )
    return f'<figure><img src="https://kabar.example/{number}.jpg" alt="Foto"/></figure>{paragraphs}'


def wordpress(chance: random.Random) -> str:
    """An RSS feed as WordPress writes it: a teaser and the whole text of each post."""
    items = "".join(
        f"<item><title>{words(chance, 8)} {number}</title><link>https://kabar.example/{number}/</link>"
        f"<comments>https://kabar.example/{number}/#respond</comments><dc:creator><![CDATA[Rina Sari]]></dc:creator>"
        f"<pubDate>{format_datetime(NOW - timedelta(minutes=number))}</pubDate><category><![CDATA[Metro]]></category>"
        f'<category><![CDATA[Ekonomi]]></category><guid isPermaLink="false">https://kabar.example/?p={number}</guid>'
        f"<description><![CDATA[<p>{words(chance, 50)} [&#8230;]</p>\n]]></description>"
        f"<content:encoded><![CDATA[{story(chance, number)}]]></content:encoded>"
        f"<wfw:commentRss>https://kabar.example/{number}/feed/</wfw:commentRss><slash:comments>0</slash:comments></item>"
        for number in range(ENTRIES)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {SPACES}><channel><title>Kabar Siger</title>'
        '<atom:link href="https://kabar.example/feed/" rel="self" type="application/rss+xml"/>'
        f"<link>https://kabar.example</link><description>Berita</description><language>id</language>{items}</channel></rss>"
    )


def agency(chance: random.Random) -> str:
    """An RSS feed with the whole text as a plain description and a picture enclosed, without any namespace."""
    items = "".join(
        f"<item><title>{words(chance, 8)} {number}</title><link>https://kabar.example/{number}</link>"
        f"<guid>https://kabar.example/{number}</guid><category>Metro</category>"
        f"<pubDate>{format_datetime(NOW - timedelta(minutes=number))}</pubDate>"
        f"<description>{words(chance, 400)}</description>"
        f'<enclosure url="https://kabar.example/{number}.jpg" length="21450" type="image/jpeg"/></item>'
        for number in range(ENTRIES)
    )
    return f'<rss version="2.0"><channel><title>Kabar</title><link>https://kabar.example</link>{items}</channel></rss>'


def atom(chance: random.Random) -> str:
    """An Atom feed with escaped HTML."""
    entries = "".join(
        f"<entry><id>tag:kabar.example,2026:{number}</id><title>{words(chance, 8)} {number}</title>"
        f'<link href="https://kabar.example/{number}"/><updated>{(NOW - timedelta(minutes=number)).isoformat()}</updated>'
        f'<author><name>Rina Sari</name></author><category term="Metro"/>'
        f"<content type='html'>{story(chance, number).replace('<', '&lt;')}</content></entry>"
        for number in range(ENTRIES)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title><id>tag:kabar.example,2026:a</id>{entries}</feed>'


def best(work: Callable[[], object], rounds: int) -> float:
    """Milliseconds of the quickest round."""
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken) * 1_000


def measure(name: str, document: bytes, rounds: int) -> None:
    """Prints what one feed costs, and what of it goes where."""

    def thoroughly() -> object:
        return read_thoroughly(document, url=URL, content_type=None, outlet=None, fetched_at=NOW)

    def swiftly() -> object:
        return read_swiftly(document, url=URL, content_type=None, outlet=None, fetched_at=NOW)

    if swiftly() != thoroughly():
        raise SystemExit(f"{name}: the readers don't agree, or the fast one declined")
    parsed = parse_swiftly(document, None)
    items = parsed["entries"] if parsed is not None else []
    texts = [text for item in items for text in (item.get("summary"), *(c["value"] for c in item.get("content", ())))]
    unlike = list(dict.fromkeys(text for text in texts if text))
    said = [blocks_text(item_blocks(text, URL)) for text in unlike]
    links = [item["link"] for item in items]
    before, after = best(thoroughly, rounds), best(swiftly, rounds)
    print(f"\n{name}: {len(document) / 1_000:.0f} kB, {len(items)} entries")
    print(f"  by feedparser        {before:7.2f} ms")
    print(f"  by the fast reader   {after:7.2f} ms   {before / after:.1f} times as fast; of these:")
    parts: dict[str, Callable[[], object]] = {
        "parsing": lambda: parse_swiftly(document, None),
        "blocks of texts": lambda: [item_blocks(text, URL) for text in texts],
        "… each text once": lambda: [item_blocks(text, URL) for text in unlike],
        "addresses": lambda: [canonical(clean_address(link, URL) or URL) for link in links],
        "teaser or not": lambda: [is_teaser(text) for text in said],
        "dates": lambda: [
            item_date(item.get("published") or item.get("updated"), "Asia/Jakarta", NOW) for item in items
        ],
    }
    for part, work in parts.items():
        print(f"    {part:<18} {best(work, rounds):7.2f} ms")


def main() -> None:
    """Measures each kind of feed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    chance = random.Random(71)
    for name, document in (("WordPress", wordpress(chance)), ("agency", agency(chance)), ("Atom", atom(chance))):
        measure(name, document.encode(), rounds)


if __name__ == "__main__":
    main()
