"""How a feed is written: the parts that all outlets' documents are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from xml.sax.saxutils import escape

from tests.contract.stories import Story

from lampungtui.model import Credit, Feed, Outlet

WIB = timezone(timedelta(hours=7))
SINGAPORE = timezone(timedelta(hours=8))

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True)
class Item:
    """A story as one outlet's feed lists it.

    `url` is the article's own address, `listed` that address with what the feed appends to count its readers; `label`
    is the rubric in the outlet's word.
    """

    story: Story
    url: str
    listed: str
    label: str
    picture: str

    @property
    def title(self) -> str:
        """The headline, its signs escaped for XML."""
        return escape(self.story.title)

    @property
    def address(self) -> str:
        """The listed address, escaped for XML."""
        return escape(self.listed)


@dataclass(frozen=True)
class FeedShape:
    """A form of feed, and what a reader learns from it.

    `summary` is the text that the list shows, made of the story's `{lead}`, `{cut}` or `{whole}`; None where there is none.
    `author` is the account or person whom it names, `credits` those to whom it gives a role. `hour` and `seconds`: its
    dates are as exact as that. `whole`: it brings the whole text.
    """

    write: Callable[[Outlet, Feed, Sequence[Item]], str]
    media_type: str = "application/rss+xml; charset=UTF-8"
    summary: str | None = "{lead}"
    picture: bool = True
    label: bool = False
    author: str | None = None
    credits: tuple[Credit, ...] = ()
    hour: bool = True
    seconds: bool = True
    whole: bool = False

    def document(self, outlet: Outlet, feed: Feed, items: Sequence[Item]) -> bytes:
        """The document as the outlet's server sends it."""
        return self.write(outlet, feed, items).encode()


def rss(
    item: Callable[[Item], str], *spaces: str, title: str = "{outlet} - {feed}", head: str = ""
) -> Callable[[Outlet, Feed, Sequence[Item]], str]:
    """An RSS 2.0 document of items that are written in one way; `spaces` are the prefixes of its namespaces."""
    declared = "".join(f' xmlns:{space}="{_NAMESPACES[space]}"' for space in spaces)

    def write(outlet: Outlet, feed: Feed, items: Sequence[Item]) -> str:
        name = escape(title.format(outlet=outlet.name, feed=feed.title))
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"{declared}>\n<channel>\n<title>{name}</title>\n'
            f"<link>{escape(outlet.home)}</link>\n<description>Berita terkini {escape(outlet.name)}</description>\n"
            f"<language>{outlet.language}</language>\n{head}{''.join(item(each) for each in items)}</channel>\n</rss>\n"
        )

    return write


_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
}


def cdata(text: str) -> str:
    """A text as it is, for XML."""
    return f"<![CDATA[{text}]]>"


def rfc822(at: datetime, zone: timezone = WIB, named: str | None = None) -> str:
    """`Thu, 19 Nov 2026 19:40:00 +0700`, or with a zone's name for its figures; an empty name leaves the zone out."""
    here = at.astimezone(zone)
    words = f"{_DAYS[here.weekday()]}, {here.day:02} {_MONTHS[here.month - 1]} {here:%Y %H:%M:%S}"
    return f"{words} {f'{here:%z}' if named is None else named}".rstrip()


def plain_time(at: datetime) -> str:
    """`2026-11-19 19:40:00`: the clock on the wall in Lampung, its zone unsaid."""
    return f"{at.astimezone(WIB):%Y-%m-%d %H:%M:%S}"


def spoken_time(at: datetime) -> str:
    """`Kamis, 19 November 2026 19:40 WIB`."""
    here = at.astimezone(WIB)
    return f"{_HARI[here.weekday()]}, {here.day} November {here:%Y %H:%M} WIB"
