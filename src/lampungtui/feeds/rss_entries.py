"""Entries from what a parser of RSS and Atom found, under the names that feedparser gives to the elements.

Both of our readers of such feeds end here: feedparser itself (`rss.py`) and expat alone (`swift.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from lampungtui.errors import ReadingError
from lampungtui.extract.figures import want_of_width
from lampungtui.feeds.item import (
    ITEM_LIMIT,
    first_image,
    has_words,
    is_teaser,
    item_blocks,
    item_date,
    label_lines,
    slug_title,
    teaser,
    title_line,
)
from lampungtui.foreign import Address, Line, clean_address, clean_line
from lampungtui.identity import canonical, entry_id
from lampungtui.model import Blocks, Enclosure, Entry, FeedKind, FeedReading, Image, Outlet, blocks_text

_OWN_IMAGE: Final = re.compile(
    rb"<image>\s*(?:<url>\s*)?(?:<!\[CDATA\[\s*)?([^<>\]\s]{1,2000})\s*(?:\]\]>\s*)?(?:</url>.{0,2000}?)?</image>",
    re.DOTALL | re.IGNORECASE,
)
_MEDIA_WORDS: Final = re.compile(rb"<(/?)media:description(?:\s[^<>]{0,500}?)?(/?)>", re.IGNORECASE)
_OTHER_THAN_PICTURE: Final = re.compile(
    r"\.(?:mp[34]|m4[av]|m3u8?|mov|webm|og[agv]|opus|aac|wav|avi|mkv|flv|swf|pdf|zip|docx?|xlsx?|pptx?)(?:[?#]|$)",
    re.IGNORECASE,
)
_NO_SCHEME: Final = re.compile(r"www\.[\w\-]{1,63}\.[\w.\-]{2,200}(?=[/?#]|$)", re.IGNORECASE)
_EMAIL: Final = re.compile(r"\s*[\w.+\-]{1,80}@[\w\-]{1,80}(?:\.[\w\-]{1,40}){1,5}\s*")
AUTHOR_LIMIT: Final = 200
CONTENT_WORDS: Final = 60


def with_own_names(document: bytes) -> bytes:
    """The document with two kinds of elements under names of their own.

    The <image> of an item, for feedparser knows the channel's only; and <media:description>, which it takes for the item's
    description: what stands under a picture would be the article's text, and the headline of one without a title.
    """
    if b"media:description" in document:
        document = _MEDIA_WORDS.sub(rb"<\1media:caption\2>", document)
    first = document.find(b"<item")
    if first < 0:
        return document
    return document[:first] + _OWN_IMAGE.sub(rb"<imglink>\1</imglink>", document[first:])


def reading_of(
    parsed: Mapping[str, Any],
    document: bytes,
    *,
    troubles: list[str],
    url: Address | None,
    outlet: Outlet | None,
    fetched_at: datetime,
) -> FeedReading:
    """The reading of what a parser gave under feedparser's names. Raises ReadingError where it found no feed."""
    zone = outlet.zone if outlet is not None else "Asia/Jakarta"
    channel = parsed.get("feed", {})
    base = clean_address(channel.get("link") or "", url) or url
    items = parsed.get("entries", [])
    if len(items) > ITEM_LIMIT:
        troubles.append(f"only the first {ITEM_LIMIT} of {len(items)} items were read")
    entries = [entry for item in items[:ITEM_LIMIT] if (entry := _entry(item, base, zone, fetched_at)) is not None]
    if str(parsed.get("version") or "").startswith("atom"):
        # RFC 4287, section 4.2.1: the feed's authors are those of entries without one.
        common = _authors(channel)
        entries = [entry if entry.authors else replace(entry, authors=common) for entry in entries]
    if parsed.get("bozo") and not troubles:
        troubles.append("the feed is not well-formed; what could be read was read")
    if not items and not parsed.get("version"):
        raise ReadingError("the document is no feed: neither RSS nor Atom was found in it")
    return FeedReading(
        kind=FeedKind.RSS,
        entries=tuple(entries),
        title=title_line(channel.get("title")) or None,
        home=clean_address(channel.get("link") or "", url),
        language=clean_line(str(channel.get("language") or ""), 20) or None,
        troubles=tuple(troubles),
        ttl_minutes=_whole(channel.get("ttl")),
        skip_hours=tuple(_skipped(document, b"hour")),
        skip_days=tuple(_skipped_days(document)),
    )


def _entry(item: Mapping[str, Any], base: Address | None, zone: str, fetched_at: datetime) -> Entry | None:
    link = _value(item, "feedburner_origlink") or item.get("link") or ""
    if link == item.get("id") and "://" not in link:
        # Where there is no link feedparser gives the id for one.
        link = ""
    # Some leave the scheme out of a link; as a relative one it would lead to a page that nobody has.
    url = clean_address(f"//{link.strip()}" if _NO_SCHEME.match(link.strip()) else link, base)
    guid = clean_line(str(item.get("id") or ""), 1000)
    title = title_line(item.get("title"))
    if url is None and guid:
        url = clean_address(guid) if guid.startswith(("http://", "https://")) else None
    summary, contents = _value(item, "summary"), item.get("content") or []
    text = contents[0].get("value") if contents else None
    # feedparser gives the content for the summary too where there is none.
    alike = text == summary
    described = _value(item, "media_caption")
    summary_blocks = item_blocks(
        summary or described, _base_of(contents[0] if alike and contents else item.get("summary_detail"), url, base)
    )
    content_blocks = (
        summary_blocks if alike else item_blocks(text, _base_of(contents[0] if contents else None, url, base))
    )
    # feedparser answers a missing `updated` with `published`, under a warning.
    modified = _value(item, "updated") if "updated" in item else None
    updated = item_date(modified, zone, fetched_at)
    # Some programs write `Invalid Date`, and say it rightly elsewhere.
    published = item_date(_value(item, "published"), zone, fetched_at) or updated
    published = published or item_date(_value(item, "created"), zone, fetched_at)
    if not title:
        title = clean_line(blocks_text(teaser(summary_blocks)) or blocks_text(content_blocks), 120)
    title = title or clean_line(title_line(described), 120) or slug_title(url)
    if not title:
        return None
    content = _content(content_blocks, summary_blocks)
    image = _image(item, base, content_blocks, summary_blocks)
    source = item.get("source") or {}
    return Entry(
        id=entry_id(guid or None, url, title, published),
        title=title,
        url=canonical(url) if url is not None else None,
        guid=guid or None,
        published=published,
        updated=updated.at if updated is not None else None,
        authors=_authors(item),
        labels=label_lines([str(tag.get("label") or tag.get("term") or "") for tag in item.get("tags") or []]),
        summary=teaser(summary_blocks),
        content=content,
        image=image,
        comments_url=clean_address(item.get("comments") or "", base),
        enclosures=_enclosures(item, base),
        source_name=title_line(source.get("title")) or None if isinstance(source, Mapping) else None,
    )


def _base_of(text: object, url: Address | None, base: Address | None) -> Address | None:
    """What relative addresses in a text count from: its own xml:base, else the article, else the feed's site.

    XML Base, section 4.2, knows only the first; without one publishers mean the page on which the text stands. A link that
    leads to another site is not that page.
    """
    stated = str(text.get("base") or "") if isinstance(text, Mapping) else ""
    if stated:
        return clean_address(stated, base) or base
    if url is None or (base is not None and urlsplit(url).netloc != urlsplit(base).netloc):
        return base
    return url


def _value(item: Mapping[str, Any], name: str) -> str | None:
    value = item.get(name)
    return value if isinstance(value, str) else None


def _content(content: Blocks, summary: Blocks) -> Blocks:
    """The content element where it is more than a teaser; else a summary that is a whole text."""
    words, text = blocks_text(content), blocks_text(summary)
    if words and (has_words(words, CONTENT_WORDS * 3) or not is_teaser(words)):
        return content if has_words(words, CONTENT_WORDS) or len(words.split()) > len(text.split()) else ()
    return teaser(summary) if has_words(text, CONTENT_WORDS * 2) and not is_teaser(text) else ()


def _image(item: Mapping[str, Any], base: Address | None, *bodies: Blocks) -> Image | None:
    """The five places where feeds keep a picture: media, enclosure, the item's own element, the texts' first <img>."""
    sizes = [medium for medium in item.get("media_content") or [] if _is_picture(medium)]
    media = [
        *sorted(sizes, key=lambda medium: want_of_width(_whole(medium.get("width")) or 0)),
        *(item.get("media_thumbnail") or []),
    ]
    candidates = [str(medium.get("url") or "") for medium in media if _is_picture(medium)]
    candidates += [
        str(enclosure.get("href") or enclosure.get("url") or "")
        for enclosure in item.get("enclosures") or []
        if _is_picture(enclosure)
    ]
    own = item.get("image")
    candidates.append(str(own.get("href") or own.get("url") or "") if isinstance(own, Mapping) else "")
    candidates.extend(str(item.get(name) or "") for name in ("img", "imglink"))
    for candidate in candidates:
        address = clean_address(candidate, base) if candidate else None
        if address is not None:
            return Image(address)
    return next((image for body in bodies if (image := first_image(body)) is not None), None)


def _is_picture(medium: Mapping[str, Any]) -> bool:
    """Whether a medium is a picture: by what it says, and where it says nothing by its address."""
    if medium.get("medium", "image") != "image":
        return False
    said = str(medium.get("type") or "")
    if said:
        return said.startswith("image/")
    address = str(medium.get("href") or medium.get("url") or "")
    return "medium" in medium or _OTHER_THAN_PICTURE.search(address[-200:]) is None


def _authors(item: Mapping[str, Any]) -> tuple[Line, ...]:
    listed = item.get("authors") or []
    written = str(item.get("author") or "")
    # feedparser cuts addresses under long top-level domains in the middle; what the feed wrote is whole.
    names = [written] if len(listed) <= 1 and written else [str(author.get("name") or "") for author in listed]
    lines = (clean_line(_EMAIL.sub(" ", name[:AUTHOR_LIMIT]).strip(" ()<>"), AUTHOR_LIMIT) for name in names[:10])
    return tuple(dict.fromkeys(line for line in lines if line))


def _enclosures(item: Mapping[str, Any], base: Address | None) -> tuple[Enclosure, ...]:
    found = []
    for enclosure in (item.get("enclosures") or [])[:20]:
        address = clean_address(str(enclosure.get("href") or enclosure.get("url") or ""), base)
        if address is not None:
            kind = clean_line(str(enclosure.get("type") or ""), 100)
            found.append(Enclosure(address, kind or None, _whole(enclosure.get("length"))))
    return tuple(found)


def _whole(value: object) -> int | None:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def _skipped(document: bytes, name: bytes) -> list[int]:
    """The hours of <skipHours>, which feedparser drops."""
    found = re.search(rb"<skipHours>(.{0,2000}?)</skipHours>", document[:20_000], re.DOTALL | re.IGNORECASE)
    hours = re.findall(rb"<" + name + rb">\s*(\d{1,2})\s*<", found[1]) if found else []
    return [int(hour) for hour in hours if int(hour) <= 24][:24]


def _skipped_days(document: bytes) -> list[str]:
    found = re.search(rb"<skipDays>(.{0,1000}?)</skipDays>", document[:20_000], re.DOTALL | re.IGNORECASE)
    days = re.findall(rb"<day>\s*([A-Za-z]{6,9})\s*<", found[1]) if found else []
    return [day.decode("ascii") for day in days][:7]
