"""The WordPress REST API: posts with their terms and media embedded (`/wp-json/wp/v2/posts?_embed`)."""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from lampungtui.errors import ReadingError
from lampungtui.feeds.broken_json import read_json
from lampungtui.feeds.item import (
    ITEM_LIMIT,
    first_image,
    item_blocks,
    item_date,
    label_lines,
    teaser,
    title_line,
    without_lead,
)
from lampungtui.feeds.jsonfeed import text
from lampungtui.foreign import Address, Line, clean_address, clean_line
from lampungtui.identity import canonical, entry_id
from lampungtui.model import Credit, Entry, FeedKind, FeedReading, Image, Outlet, Role, blocks_text
from lampungtui.press.outlets_named import is_outlet
from lampungtui.press.people import is_desk

_DESKS: Final = frozenset({"redaksi", "admin", "administrator", "editor", "superadmin", "tim redaksi"})
ANY_TAXONOMY: Final = "*"
"""In a profile: editors are in whatever taxonomy is neither category nor tag."""


def read_wordpress(document: bytes, *, url: Address | None, outlet: Outlet | None, fetched_at: datetime) -> FeedReading:
    """The posts as entries. Raises ReadingError for anything but a list of posts, with the site's reason if it gave one."""
    posts, broken = read_json(document)
    if isinstance(posts, dict):
        reason = clean_line(text(posts.get("message")), 200)
        raise ReadingError(
            f"the site's API refused: {reason}" if reason else "the document is JSON but no list of posts"
        )
    if not isinstance(posts, list):
        raise ReadingError("the document is JSON but no list of posts")
    zone = outlet.zone if outlet is not None else "Asia/Jakarta"
    found = (_entry(post, url, zone, outlet, fetched_at) for post in posts[:ITEM_LIMIT] if isinstance(post, dict))
    home = url.split("/wp-json/", 1)[0] if url is not None and "/wp-json/" in url else None
    return FeedReading(
        kind=FeedKind.WORDPRESS,
        entries=tuple(entry for entry in found if entry is not None),
        title=outlet.name if outlet is not None else None,
        home=clean_address(home) if home else None,
        troubles=broken if len(posts) <= ITEM_LIMIT else (*broken, f"only the first {ITEM_LIMIT} posts were read"),
    )


def _rendered(value: object) -> str:
    return text(value.get("rendered")) if isinstance(value, dict) else text(value)


def _entry(
    post: dict[str, Any], base: Address | None, zone: str, outlet: Outlet | None, fetched_at: datetime
) -> Entry | None:
    url = clean_address(text(post.get("link")), base)
    if url is None:
        return None
    gmt = text(post.get("date_gmt"))
    published = item_date(f"{gmt}Z" if gmt and not gmt.startswith("0000") else text(post.get("date")), zone, fetched_at)
    modified = text(post.get("modified_gmt"))
    updated = item_date(f"{modified}Z" if modified and not modified.startswith("0000") else None, zone, fetched_at)
    content = item_blocks(_rendered(post.get("content")), url)
    embedded = post.get("_embedded") if isinstance(post.get("_embedded"), dict) else {}
    terms = list(_terms(embedded))
    summary = teaser(item_blocks(_rendered(post.get("excerpt")), url))
    title = title_line(_rendered(post.get("title"))) or clean_line(blocks_text(summary or teaser(content)), 120)
    if not title:
        return None
    # As HTML, unlike in the site's feed, where the id is the same one: `?post_type=foto&#038;p=5`.
    guid = clean_line(html.unescape(_rendered(post.get("guid"))), 1000)
    image = _media(embedded, url) or first_image(content)
    return Entry(
        id=entry_id(guid or None, url, title, published),
        title=title,
        url=canonical(url),
        guid=guid or None,
        published=published,
        updated=updated.at if updated is not None else None,
        authors=_authors(embedded, outlet),
        credits=_editors(terms, outlet),
        labels=label_lines([name for taxonomy, name in terms if taxonomy == "category"]),
        summary=summary,
        content=without_lead(content, image),
        image=image,
    )


def _terms(embedded: Any) -> Iterator[tuple[str, str]]:
    """Each term of a post as (taxonomy, name)."""
    groups = embedded.get("wp:term") if isinstance(embedded, dict) else None
    for group in groups if isinstance(groups, list) else []:
        for term in group if isinstance(group, list) else []:
            if isinstance(term, dict) and (name := text(term.get("name"))):
                yield text(term.get("taxonomy")), name


def _editors(terms: list[tuple[str, str]], outlet: Outlet | None) -> tuple[Credit, ...]:
    """The people of the editor taxonomy: one is the editor; of several the last is the writer (Lampung Post's way)."""
    wanted = outlet.wordpress_editors if outlet is not None else None
    if not wanted:
        return ()
    chosen = [
        (taxonomy, name)
        for taxonomy, name in terms
        if (taxonomy not in ("category", "post_tag", "post_format") if wanted == ANY_TAXONOMY else taxonomy == wanted)
    ]
    names = [_person(name) for taxonomy, name in chosen if taxonomy == chosen[0][0]]
    people = [name for name in names if name and not _is_nobody(name)]
    if not people:
        return ()
    if len(people) == 1:
        return (Credit(Role.EDITOR, people[0]),)
    return (*(Credit(Role.EDITOR, name) for name in people[:-1]), Credit(Role.WRITER, people[-1]))


def _person(raw: str) -> Line:
    """A term's name as a person's: slugs such as `nur-jannah` are written out."""
    name = title_line(raw)
    if name and "-" in name and " " not in name and name == name.lower():
        return clean_line(name.replace("-", " ").title())
    return name


def _is_nobody(name: Line) -> bool:
    """Whether an account or term is a desk: `admin`, `Redaksi Lampost`."""
    return name.casefold() in _DESKS or is_desk(name)


def _authors(embedded: Any, outlet: Outlet | None) -> tuple[Line, ...]:
    """The accounts that posted; those that are a desk or the outlet itself are nobody."""
    people = embedded.get("author") if isinstance(embedded, dict) else None
    listed = people if isinstance(people, list) else []
    names = [title_line(text(person.get("name"))) for person in listed if isinstance(person, dict)]
    own = (outlet.name, *outlet.names) if outlet is not None else ()
    return tuple(name for name in names if name and not (_is_nobody(name) or is_outlet(name, own)))


def _media(embedded: Any, base: Address | None) -> Image | None:
    media = embedded.get("wp:featuredmedia") if isinstance(embedded, dict) else None
    first = media[0] if isinstance(media, list) and media and isinstance(media[0], dict) else {}
    address = clean_address(text(first.get("source_url")), base)
    if address is None:
        return None
    caption = clean_line(blocks_text(item_blocks(_rendered(first.get("caption")), base)))
    return Image(address, clean_line(text(first.get("alt_text"))) or None, caption or None)
