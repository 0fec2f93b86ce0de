"""Outlets of our own on loopback: what they print, their profiles, and the newsroom that reads them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

from tests.demo.press_house import Clock, headlines
from tests.fetch.outletserver import Answer, OutletServer, answer

from lampungtui.foreign import Address
from lampungtui.model import Article, Headline, Outlet, blocks_text
from lampungtui.newsroom.progress import Progress
from lampungtui.newsroom.room import Newsroom
from lampungtui.outlets.loader import load_profile
from lampungtui.store.records import FeedState

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Monday noon in Lampung: when the tests begin."""

SUMMARY = "Pedagang dipindah ke lapak sementara selama pasar ditata ulang."
PARAGRAPHS = (
    "Pemerintah kota menata ulang pasar di tepi kali mulai pekan depan, kata kepala dinas di kantornya.",
    "Pedagang menempati lapak sementara di halaman terminal lama sampai pekerjaan itu selesai.",
)

PAGE_RULES = """
[page]
title = "h1"
body = "div.isi"
next = "a.lanjut"
"""

LISTING_RULES = (
    """
[listing]
item = "div.kartu"
title = "a"
next = "a.berikut"

[[listing.shelves]]
name = "popular"
heading = "Terpopuler"
container = "aside"
item = "li"
title = "a"
"""
    + PAGE_RULES
)

Opener = Callable[..., Newsroom]


class Paper:
    """An outlet: its server, its profile, what it prints."""

    def __init__(self, server: OutletServer, folder: Path, outlet_id: str = "kabar-siger") -> None:
        self.server = server
        self.id = outlet_id
        self._folder = folder
        self._port = 0

    def at(self, path: str) -> Address:
        """The address of a path."""
        return self.server.at(path)

    async def shuts(self) -> None:
        """Its server listens no more."""
        self._port = self.server.port
        await self.server.stop()

    async def opens_again(self) -> None:
        """Its server listens once more where it did."""
        self.server._server = await asyncio.start_server(self.server._accept, "127.0.0.1", self._port)

    # ------------------------------------------------------------------ what it prints

    def item(
        self,
        slug: str,
        title: str | None = None,
        *,
        minutes: int = 0,
        guid: str | None = None,
        link: str | None = None,
        summary: str = SUMMARY,
        content: str | None = None,
    ) -> str:
        """An <item>, dated `minutes` before noon; its guid is its slug unless another one is given."""
        parts = {
            "title": title or headline(slug),
            "link": link or self.at(f"/berita/{slug}"),
            "guid": guid or f"siger-{slug}",
            "pubDate": format_datetime(NOON - timedelta(minutes=minutes)),
            "description": summary,
        }
        inside = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in parts.items())
        if content is not None:
            inside += f"<content:encoded>{escape(content)}</content:encoded>"
        return f"<item>{inside}</item>"

    def prints(self, *items: str, path: str = "/rss", **headers: str) -> Address:
        """Serves these items as the feed from now on."""
        return self.server.serve(path, feed_answer(*items, **headers))

    def runs(self, slug: str, *paragraphs: str, editor: str = "Rina Wulandari", more: str = "") -> Address:
        """Serves an article's page; `more` is markup behind its text."""
        return self.server.serve(
            f"/berita/{slug}", page_answer(headline(slug), *(paragraphs or PARAGRAPHS), editor=editor, more=more)
        )

    def answers(self, path: str, *answers: Answer) -> Address:
        """Serves anything at a path."""
        return self.server.serve(path, *answers)

    def asked(self, start: str = "/") -> list[str]:
        """The paths that were asked for, in their order."""
        return [each.path for each in self.server.asked if each.path.startswith(start)]

    # ------------------------------------------------------------------ how it is described

    def profile(self, *paths: str, kind: str = "rss", rules: str = PAGE_RULES, feed_keys: str = "") -> Outlet:
        """The outlet as a person would describe it, with a feed for each path (`/rss` where none is given)."""
        feeds = "".join(
            f'[[feeds]]\nid = "{path.strip("/").replace("/", "-")}"\nkind = "{kind}"\nurl = "{self.at(path)}"\n'
            f'title = "Sumber {path}"\n{feed_keys}\n'
            for path in paths or ("/rss",)
        )
        name = self.id.replace("-", " ").title()
        text = f'id = "{self.id}"\nname = "{name}"\nhome = "{self.at("/")}"\n{feeds}{rules}'
        file = self._folder / f"{self.id}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return load_profile(file)


def headline(slug: str) -> str:
    """The title that an item has by its slug."""
    return f"Berita {slug.replace('-', ' ').title()} dari Margorejo"


def feed_answer(*items: str, **headers: str) -> bytes:
    """An answer with these items in RSS."""
    document = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Kabar Siger</title>'
        f"<link>https://kabar.example/</link>{''.join(items)}</channel></rss>"
    )
    return answer(200, document.encode(), Content_Type="application/rss+xml; charset=utf-8", **headers)


def page_answer(title: str, *paragraphs: str, editor: str = "Rina Wulandari", more: str = "") -> bytes:
    """An answer with an article's page."""
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    page = (
        f"<!DOCTYPE html><html><head><title>{escape(title)}</title></head><body><h1>{escape(title)}</h1>"
        f'<div class="isi">{text}<p>Editor: {escape(editor)}</p></div>{more}</body></html>'
    )
    return answer(200, page.encode(), Content_Type="text/html; charset=utf-8")


def listing_answer(cards: Sequence[tuple[str, str]], popular: Sequence[tuple[str, str]] = (), more: str = "") -> bytes:
    """An answer with a rubric page: cards and a side list, each as (address, title)."""
    listed = "".join(f'<div class="kartu"><a href="{url}">{escape(title)}</a></div>' for url, title in cards)
    aside = "".join(f'<li><a href="{url}">{escape(title)}</a></li>' for url, title in popular)
    page = (
        f"<!DOCTYPE html><html><head><title>Metro</title></head><body>{listed}{more}"
        f"<aside><h4>Terpopuler</h4><ul>{aside}</ul></aside></body></html>"
    )
    return answer(200, page.encode(), Content_Type="text/html; charset=utf-8")


# --------------------------------------------------------------------------- what the reader sees


def titles(room: Newsroom) -> list[str]:
    """The headlines of all articles, newest first."""
    return [each.title for each in headlines(room)]


def only(room: Newsroom) -> Headline:
    """The one headline there is."""
    (found,) = headlines(room)
    return found


def opened(room: Newsroom, article_id: int) -> Article:
    """An article that is there."""
    article = room.article(article_id)
    assert article is not None
    return article


def text_of(room: Newsroom, article_id: int) -> str:
    """The text that is stored of an article."""
    return blocks_text(opened(room, article_id).blocks)


def state_of(room: Newsroom, outlet: Outlet) -> FeedState:
    """How an outlet's first feed is."""
    (state,) = [each.state for each in room.health() if each.feed.id == outlet.feeds[0].id]
    assert state is not None
    return state


async def progress_of(room: Newsroom, *, by_hand: bool = False) -> list[Progress]:
    """A refresh as it went."""
    return [progress async for progress in room.refresh(by_hand=by_hand)]


async def asked_again(room: Newsroom, clock: Clock, after: timedelta = timedelta(minutes=5)) -> list[Progress]:
    """A refresh by hand, a little later."""
    clock.forward(after)
    return await progress_of(room, by_hand=True)
