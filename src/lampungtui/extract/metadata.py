"""What a page says of itself in its head: <meta>, JSON-LD, language, canonical and next links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from lampungtui.extract.cards import select, select_first
from lampungtui.foreign import Address, Foreign, Line, clean_address, clean_line
from lampungtui.model import Dated, DateSource, Image
from lampungtui.press.dates import read_date

JSON_LIMIT: Final = 512_000
NEWS_TYPES: Final = frozenset(
    {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "OpinionNewsArticle"}
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own words about its article; `paid`: its text is not for everybody."""

    title: Line | None = None
    published: Dated | None = None
    updated: datetime | None = None
    authors: tuple[Line, ...] = ()
    image: Image | None = None
    language: Line | None = None
    canonical: Address | None = None
    next_page: Address | None = None
    labels: tuple[Line, ...] = ()
    body: Foreign | None = None
    paid: bool = False


def read_metadata(page: LexborHTMLParser, base: Address | None, zone: str, fetched_at: datetime) -> Metadata:
    """Reads what there is; what is missing or malformed is left out."""
    article = next(_news(page), {})
    date_text = (
        _meta(page, "article:published_time", "datePublished", "pubdate", "publishdate", "date", "dc.date")
        or _text(article.get("datePublished"))
        or ""
    )
    updated_text = _meta(page, "article:modified_time", "dateModified") or _text(article.get("dateModified")) or ""
    updated = read_date(updated_text, zone=zone, fetched_at=fetched_at)
    html = page.css_first("html")
    canonical = select_first(page, "link[rel=canonical]")
    following = select_first(page, "link[rel=next]")
    picture = _meta(page, "og:image", "twitter:image") or _picture(article.get("image"))
    address = clean_address(picture, base) if picture else None
    title = _meta(page, "og:title", "twitter:title") or _text(article.get("headline"))
    section = _text(article.get("articleSection")) or _meta(page, "article:section")
    language = clean_line((html.attributes.get("lang") if html is not None else "") or "", 20)
    body = article.get("articleBody")
    return Metadata(
        title=clean_line(title) if title else None,
        published=read_date(date_text, zone=zone, fetched_at=fetched_at, source=DateSource.PAGE) if date_text else None,
        updated=updated.at if updated is not None and not updated.whole_day else None,
        authors=tuple(clean_line(name) for name in _authors(article.get("author")))
        or tuple(clean_line(name) for name in [_meta(page, "author")] if name),
        image=Image(address) if address is not None else None,
        language=language or None,
        canonical=clean_address(canonical.attributes.get("href") or "", base) if canonical is not None else None,
        next_page=clean_address(following.attributes.get("href") or "", base) if following is not None else None,
        labels=(clean_line(section),) if section else (),
        body=Foreign(body) if isinstance(body, str) and body else None,
        paid=str(article.get("isAccessibleForFree")).casefold() == "false",
    )


def _meta(page: LexborHTMLParser, *names: str) -> str | None:
    for name in names:
        for key in ("property", "name", "itemprop"):
            node = select_first(page, f'meta[{key}="{name}"]')
            content = node.attributes.get("content") if node is not None else None
            if content and content.strip():
                return content
    return None


def _news(page: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The articles of the page's JSON-LD, whatever it is wrapped in."""
    for node in select(page, 'script[type="application/ld+json"]')[:20]:
        text = node.text(deep=True)
        if len(text) > JSON_LIMIT:
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [value]
        for _ in range(200):
            if not queue:
                break
            item = queue.pop(0)
            if isinstance(item, list):
                queue.extend(item[:50])
            elif isinstance(item, dict):
                kinds = item.get("@type")
                if NEWS_TYPES & set(kinds if isinstance(kinds, list) else [kinds] if isinstance(kinds, str) else []):
                    yield item
                queue.extend(item[key] for key in ("@graph", "mainEntity") if key in item)


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) and value.strip() else None


def _authors(value: object) -> list[str]:
    people = value if isinstance(value, list) else [value]
    names = (person.get("name") if isinstance(person, dict) else person for person in people[:10])
    return [name for name in names if isinstance(name, str) and name.strip()]


def _picture(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("url")
    return value if isinstance(value, str) else None
