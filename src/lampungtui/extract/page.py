"""An article page to its parts: by the outlet's rules first, then by a general path, then as a journalist reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lampungtui.errors import ReadingError
from lampungtui.extract.blocks import blocks_from_html, blocks_from_node
from lampungtui.extract.cards import figure, parsed, plausible, read_shelves, select, select_first, words
from lampungtui.extract.charset import decode
from lampungtui.extract.figures import (
    caption_and_credit,
    image_of,
    is_named_picture,
    lead_picture,
    pictured,
    same_picture,
)
from lampungtui.extract.general import ArticleParts, article_parts
from lampungtui.extract.metadata import Metadata, read_metadata
from lampungtui.extract.paging import next_page
from lampungtui.foreign import Address, Line, clean_address, clean_line
from lampungtui.model import (
    Blocks,
    BodyOrigin,
    Credit,
    Dated,
    DateSource,
    Heading,
    Image,
    Outlet,
    PageReading,
    PageRules,
    Region,
    Role,
    Shelf,
    blocks_text,
)
from lampungtui.press.credits import read_author_field
from lampungtui.press.dates import read_date
from lampungtui.press.outlets_named import is_outlet
from lampungtui.press.reading import PressReading, read_body
from lampungtui.press.regions import region_in

DEFAULT_ZONE: Final = "Asia/Jakarta"
LEAST_TEXT: Final = 40
"""Characters below which a page is said to hold no article."""

_ADDRESS_DATE: Final = re.compile(r"/(20\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/-])")
_SITE_SUFFIX: Final = re.compile(r"\s+[|\-–—]\s+[^|\-–—]{2,40}$")


class NoArticle(ReadingError):
    """A page that holds no article text."""


def read_page(
    document: bytes, *, content_type: str | None, url: Address | None, outlet: Outlet | None, fetched_at: datetime
) -> PageReading:
    """The article of a page. Raises NoArticle with a sentence that says what was found."""
    if not document.strip():
        raise NoArticle("the page is empty")
    page = parsed(decode(document, content_type))
    zone = outlet.zone if outlet is not None else DEFAULT_ZONE
    rules = outlet.page if outlet is not None else PageRules()
    names = _names(outlet)
    told = read_metadata(page, url, zone, fetched_at)
    # Side lists are read before furniture is cut out of the tree.
    shelves = _shelves(page, outlet, url, fetched_at)
    title = _title(page, rules, told)
    published = _published(page, rules, told, url, zone, fetched_at)
    fields = _author_fields(page, rules, outlet)
    labels = _labels(page, rules) or told.labels
    image = _image(page, rules, told, url)
    views = next((found for node in _found(page, rules.views) if (found := figure(words(node))) is not None), None)
    following = next_page(page, rules.next, told.next_page, url)
    reading, origin = _body(page, rules, told, url, names)
    credits = _credits(reading.credits, fields, told, names)
    region = reading.region or _inferred_region(labels, title)
    image, blocks = lead_picture(image, _without_title(reading.blocks, title))
    return PageReading(
        title=title,
        blocks=blocks,
        origin=origin,
        published=published,
        updated=told.updated if told.updated is not None and told.updated <= fetched_at else None,
        credits=credits,
        dateline=reading.dateline,
        region=region,
        image=image,
        language=_language(told, outlet),
        labels=labels,
        views=views,
        comments_url=_comments(url, outlet),
        canonical=told.canonical,
        next_page=following,
        shelves=shelves,
    )


def _names(outlet: Outlet | None) -> tuple[str, ...]:
    return (outlet.name, *outlet.names) if outlet is not None else ()


def _shelves(
    page: LexborHTMLParser, outlet: Outlet | None, url: Address | None, fetched_at: datetime
) -> tuple[Shelf, ...]:
    if outlet is None or outlet.listing is None:
        return ()
    return read_shelves(page, outlet.listing, outlet, url, fetched_at)


def _found(page: LexborHTMLParser, selectors: Sequence[str]) -> Iterator[LexborNode]:
    """What the selectors find, rule by rule."""
    for selector in selectors:
        yield from select(page, selector)[:5]


def _value(node: LexborNode) -> str:
    """A node's value: the content of a <meta>, else its words."""
    return node.attributes.get("content") or "" if node.tag == "meta" else words(node)


def _title(page: LexborHTMLParser, rules: PageRules, told: Metadata) -> Line | None:
    for node in _found(page, rules.title):
        if title := clean_line(_value(node)):
            return title
    if told.title:
        heading = words(select_first(page, "h1"))
        return heading if heading and heading in told.title else told.title
    heading = words(select_first(page, "h1"))
    if heading:
        return heading
    shown = words(select_first(page, "title"))
    return clean_line(_SITE_SUFFIX.sub("", shown)) or None


def _published(
    page: LexborHTMLParser, rules: PageRules, told: Metadata, url: Address | None, zone: str, fetched_at: datetime
) -> Dated | None:
    """Rules, then <meta> and JSON-LD, then <time>, then the digits in the address; the first believable one.

    A day alone gives way to the same page's time of day.
    """
    found: list[Dated] = []
    for node in _found(page, rules.date):
        for text in (node.attributes.get("datetime") or "", _value(node)):
            dated = plausible(read_date(text, zone=zone, fetched_at=fetched_at), fetched_at) if text else None
            if dated is not None:
                found.append(dated)
                break
    if told.published is not None and (dated := plausible(told.published, fetched_at)) is not None:
        found.append(dated)
    if not found:
        for node in select(page, "time[datetime]")[:3]:
            dated = read_date(node.attributes.get("datetime") or "", zone=zone, fetched_at=fetched_at)
            if dated is not None and plausible(dated, fetched_at) is not None:
                found.append(dated)
                break
    if found:
        return next((dated for dated in found if not dated.whole_day and dated.source is DateSource.PAGE), found[0])
    return _address_date(url, fetched_at)


def _address_date(url: Address | None, fetched_at: datetime) -> Dated | None:
    match = _ADDRESS_DATE.search(url) if url is not None else None
    if match is None or match[3] is None:
        return None
    try:
        day = datetime(int(match[1]), int(match[2]), int(match[3]), tzinfo=UTC)
    except ValueError:
        return None
    return plausible(Dated(day, DateSource.ADDRESS, whole_day=True), fetched_at)


def _author_fields(page: LexborHTMLParser, rules: PageRules, outlet: Outlet | None) -> tuple[Credit, ...]:
    """The credits of the page's author elements; a bare name had the outlet's usual role."""
    role = outlet.author_role if outlet is not None else Role.WRITER
    credits: list[Credit] = []
    for selector in rules.author:
        for node in select(page, selector)[:6]:
            credits.extend(read_author_field(_value(node), role))
        if credits:
            break
    return tuple(dict.fromkeys(credits))


def _credits(
    text: Sequence[Credit], fields: Sequence[Credit], told: Metadata, names: Sequence[str]
) -> tuple[Credit, ...]:
    """The people of an article: those of its text and of its author elements; JSON-LD only where nothing is visible.

    JSON-LD's author is often the editor or the company, so what is visible goes first and the company is nobody.
    """
    found = list(dict.fromkeys((*fields, *text)))
    if not any(credit.role is not Role.AGENCY and credit.role is not Role.SOURCE for credit in found):
        for author in told.authors:
            if not is_outlet(author, names):
                found.extend(read_author_field(author, Role.WRITER))
    kept: list[Credit] = []
    for credit in found:
        same = (
            other for other in kept if other.role is credit.role and other.name.casefold() == credit.name.casefold()
        )
        if next(same, None) is None:
            kept.append(credit)
    return tuple(kept)


def _labels(page: LexborHTMLParser, rules: PageRules) -> tuple[Line, ...]:
    found = (words(node) for node in _found(page, rules.label))
    return tuple(dict.fromkeys(label for label in found if label))[:10]


def _image(page: LexborHTMLParser, rules: PageRules, told: Metadata, url: Address | None) -> Image | None:
    image: Image | None = None
    for node in _found(page, rules.image):
        if node.tag == "meta":
            address = clean_address(node.attributes.get("content") or "", url)
            image = Image(address) if address is not None else None
        else:
            image = image_of(node, url)
        if image is not None:
            break
    image = image or told.image
    if image is None:
        return None
    for node in _found(page, rules.caption):
        if caption := words(node):
            text, credit = caption_and_credit(caption)
            return replace(image, caption=text or image.caption, credit=credit or image.credit)
    return image


def _body(
    page: LexborHTMLParser, rules: PageRules, told: Metadata, url: Address | None, names: Sequence[str]
) -> tuple[PressReading, BodyOrigin]:
    for selector in rules.drop:
        for node in select(page, selector):
            node.decompose()
    for selector in rules.body:
        for node in select(page, selector)[:3]:
            reading = read_body(blocks_from_node(node, url), names=names)
            if len(blocks_text(reading.blocks)) >= LEAST_TEXT:
                return reading, BodyOrigin.RULES
    told_in_head = len(told.body) if told.body is not None and not told.paid else 0
    parts = article_parts(page, told.title, url, told=told_in_head)
    general = _read_parts(parts, told.image, url, names) if parts is not None else None
    said = len(blocks_text(general.blocks)) if general is not None else 0
    if told.body is not None and not told.paid and len(told.body) > 2 * said:
        reading = read_body(blocks_from_html(told.body, url), names=names)
        # A page that scripts draw has its text there alone; what else it says is a teaser, or about cookies.
        if len(blocks_text(reading.blocks)) >= LEAST_TEXT and (general is None or _says_little_of(general, reading)):
            return reading, BodyOrigin.GENERAL
    if general is not None:
        return general, BodyOrigin.GENERAL
    raise NoArticle("the page holds no article text that we can find")


def _read_parts(
    parts: ArticleParts, lead: Image | None, url: Address | None, names: Sequence[str]
) -> PressReading | None:
    """The article of the parts that the general path found; None where they say too little."""
    reading = read_body(blocks_from_node(parts.node, url, parts.leaving_out), names=names)
    said = blocks_text(reading.blocks)
    if len(said) < LEAST_TEXT:
        return None
    standfirst = (block for node in parts.standfirst for block in blocks_from_node(node, url))
    fresh = tuple(block for block in standfirst if blocks_text((block,)) not in said)
    return replace(reading, blocks=(*_pictures(parts, lead, url), *fresh, *reading.blocks))


def _pictures(parts: ArticleParts, lead: Image | None, url: Address | None) -> Iterator[Image]:
    """The pictures above the text; one whose box is not called a picture's is the article's lead or nothing of it."""
    for node in parts.pictures:
        for image in pictured(node, url) or ():
            if lead is None or is_named_picture(node) or same_picture(lead.url, image.url):
                yield image


def _says_little_of(reading: PressReading, whole: PressReading) -> bool:
    """Whether a text holds hardly any of the words of another, longer one."""
    text, longer = blocks_text(reading.blocks), blocks_text(whole.blocks)
    if len(longer) < 2 * len(text):
        return False
    lines = [line for line in longer.split("\n") if len(line) >= LEAST_TEXT]
    return sum(len(line) for line in lines if line in text) < 0.15 * len(longer)


def _inferred_region(labels: Sequence[Line], title: Line | None) -> Region | None:
    for text in (*labels, title):
        region = region_in(text) if text else None
        if region is not None:
            return region
    return None


def _without_title(blocks: Blocks, title: Line | None) -> Blocks:
    """The body without the title that stands within many an <article>."""
    if title and blocks and isinstance(blocks[0], Heading) and clean_line(blocks_text(blocks[:1])) == title:
        return blocks[1:]
    return blocks


def _language(told: Metadata, outlet: Outlet | None) -> Line | None:
    """The outlet's language: Lampungpro and others mark their Indonesian pages as English."""
    if outlet is not None:
        return clean_line(outlet.language)
    return told.language


def _comments(url: Address | None, outlet: Outlet | None) -> Address | None:
    if url is None or outlet is None or not outlet.comments:
        return None
    return clean_address(f"{url.split('#')[0]}#{outlet.comments}")
