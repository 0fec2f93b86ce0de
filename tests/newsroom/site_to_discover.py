"""A news site on loopback for discovery: its answers by path, the log of what it was asked, and what it prints."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

from lampungtui.foreign import Address, clean_address

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Monday noon in Lampung: when a person types."""

TITLES = (
    "Harga kopi robusta naik di Liwa",
    "Pasar Margorejo ditata ulang pekan depan",
    "Jembatan Way Seputih dibuka untuk umum",
    "Petani lada menunggu musim panen raya",
    "Festival perahu digelar di Teluk Betung",
    "Pelabuhan Panjang menambah dermaga baru",
    "Sekolah di Mesuji menerima buku bacaan",
    "Nelayan Krui melaut lagi setelah badai",
)
TLS_HANDSHAKE = b"\x16"
WHOLE_STORY = " ".join(f"Kalimat ke-{number} tentang panen kopi di Lampung Barat." for number in range(1, 31))

RSS = "application/rss+xml"
JSON = "application/json"
XML = "application/xml"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Reply:
    """What a path answers."""

    body: str = ""
    kind: str = HTML
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()

    def wire(self) -> bytes:
        """The answer as it goes over the line."""
        body = self.body.encode()
        lines = [f"HTTP/1.1 {self.status} Kabar", "Connection: close", f"Content-Length: {len(body)}"]
        lines += [f"Content-Type: {self.kind}", *(f"{name}: {value}" for name, value in self.headers)]
        return "\r\n".join([*lines, "", ""]).encode() + body


@dataclass
class Site:
    """A site; what it was never given to answer is not found. It speaks no TLS and says so by hanging up."""

    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    otherwise: Reply = field(default_factory=lambda: Reply(status=404))
    _server: asyncio.Server | None = None

    async def open(self) -> Site:
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
        return self

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    @property
    def host(self) -> str:
        """Its name and port, as a person types it."""
        assert self._server is not None
        return f"127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def at(self, path: str = "/") -> Address:
        """The address of a path."""
        address = clean_address(f"http://{self.host}{path}")
        assert address is not None
        return address

    def print(self, path: str, body: str, kind: str = HTML, **headers: str) -> None:
        """From now on the path answers this; a header's name is written with `_` for `-`."""
        named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
        self.replies[path] = Reply(body, kind, headers=named)

    def refuse(self, path: str, status: int) -> None:
        """From now on the path answers with a bare status."""
        self.replies[path] = Reply(status=status)

    def move(self, path: str, target: str, status: int = 301) -> None:
        """From now on the path leads elsewhere."""
        self.replies[path] = Reply(status=status, headers=(("Location", target),))

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.read(1)
            if head and head != TLS_HANDSHAKE:
                head += await reader.readuntil(b"\r\n\r\n")
                path = head.decode("latin-1").split(" ", 2)[1]
                self.asked.append(path)
                writer.write(self.replies.get(path, self.otherwise).wire())
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the reader hung up, as it may
        finally:
            writer.close()


# ------------------------------------------------------------------------ what it prints


def slug(title: str) -> str:
    """An article's place on the site."""
    return f"/berita/{title.lower().replace(' ', '-')}"


def page(head: str = "", body: str = "", *, title: str = "Kabar Siger") -> str:
    """A page with these in its head and body."""
    return f'<!doctype html><html lang="id"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def names_feed(href: str, title: str = "", kind: str = RSS) -> str:
    """The declaration of a feed in a page's head."""
    return f'<link rel="alternate" type="{kind}" title="{escape(title)}" href="{escape(href)}">'


def headline_links(*titles: str) -> str:
    """Links to articles as a home page lists them."""
    return "".join(f'<h3><a href="{slug(title)}">{title}</a></h3>' for title in titles)


def rss(*titles: str, name: str = "Kabar Siger", whole: bool = False) -> str:
    """A feed with an article a day, the newest of an hour ago."""
    items = []
    for days, title in enumerate(titles):
        at = format_datetime(NOON - timedelta(days=days, hours=1))
        content = f"<content:encoded><![CDATA[<p>{WHOLE_STORY}</p>]]></content:encoded>" if whole else ""
        link = f"https://kabar.example{slug(title)}"
        items.append(f"<item><title>{escape(title)}</title><link>{link}</link><pubDate>{at}</pubDate>{content}</item>")
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{name}</title><link>https://kabar.example/</link><language>id</language>"
        f"<description>Kabar</description>{''.join(items)}</channel></rss>"
    )


def atom(*titles: str, name: str = "Kabar Siger", whole: bool = False) -> str:
    """The same as Atom."""
    entries = []
    for days, title in enumerate(titles):
        at = (NOON - timedelta(days=days, hours=1)).isoformat()
        link = f"https://kabar.example{slug(title)}"
        content = f'<content type="html">{escape(f"<p>{WHOLE_STORY}</p>")}</content>' if whole else ""
        entries.append(
            f'<entry><id>{link}</id><title>{escape(title)}</title><link href="{link}"/><updated>{at}</updated>'
            f"<published>{at}</published>{content}</entry>"
        )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><id>kabar</id><title>{name}</title>{"".join(entries)}</feed>'


def jsonfeed(*titles: str) -> str:
    """The same as JSON Feed."""
    items = [
        {"id": title, "title": title, "url": f"https://kabar.example{slug(title)}", "content_text": "Petani lega."}
        for title in titles
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Kabar Siger", "items": items})


def posts(*titles: str) -> str:
    """A WordPress site's list of posts."""
    return json.dumps(
        [
            {
                "id": number,
                "date_gmt": f"{NOON - timedelta(days=number):%Y-%m-%dT%H:%M:%S}",
                "guid": {"rendered": f"https://kabar.example/?p={number}"},
                "link": f"https://kabar.example{slug(title)}",
                "title": {"rendered": title},
                "content": {"rendered": f"<p>{WHOLE_STORY}</p>"},
            }
            for number, title in enumerate(titles, 1)
        ]
    )


def sitemap(*titles: str, dated: bool = True) -> str:
    """A sitemap of articles."""
    urls = []
    for days, title in enumerate(titles):
        day = f"<lastmod>{NOON - timedelta(days=days):%Y-%m-%d}</lastmod>" if dated else ""
        urls.append(f"<url><loc>https://kabar.example{slug(title)}</loc>{day}</url>")
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(urls)}</urlset>'


def sitemap_index(*places: str) -> str:
    """An index of sitemaps."""
    named = "".join(f"<sitemap><loc>{place}</loc></sitemap>" for place in places)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{named}</sitemapindex>'
