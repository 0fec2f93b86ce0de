"""What a card of a page that nobody described says: its headline, day, picture, rubric and first lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

from lampungtui.extract.article_links import is_rubric_address
from lampungtui.extract.cards import plausible, select
from lampungtui.extract.figures import image_of
from lampungtui.foreign import Address, Line, Prose, clean_address, clean_line
from lampungtui.identity import entry_id
from lampungtui.model import Dated, DateSource, Entry, Image, Paragraph, Span
from lampungtui.press.dates import read_date

LEAST_TITLE: Final = 20
"""Characters of the shortest link text that is taken for a headline by itself."""

LEAST_HEADING: Final = 8
MOST_TITLE: Final = 300
SHORT: Final = 80
"""Characters of the longest text that is taken for a date."""

LEAVES: Final = 80
"""Texts of a card that are looked at."""

FEW: Final = 4
"""Texts of a heading at most."""

NODES: Final = 2_000
"""Elements and texts of a card that are looked at."""

LEAF_LIMIT: Final = 400

_HEADINGS: Final = "h1, h2, h3, h4, h5, h6"
_TITLES: Final = "[class*=title], [class*=judul], [class*=headline], [class*=heading]"
_DATES: Final = (
    "time, [itemprop=datePublished], [class*=date], [class*=tanggal], [class*=waktu], [class*=tgl], [class*=time]"
)
_LABELS: Final = "[class*=categ], [class*=kategori], [class*=rubrik], [class*=kanal], [rel~=category]"
_SUMMARIES: Final = "[class*=excerpt], [class*=summary], [class*=desc], [class*=ringkas], p"
_INVITATION: Final = re.compile(
    r"(?i)^\W*(?:baca|read more|selengkapnya|selanjutnya|lihat|lainnya|lanjut|continue|view all|load more|muat|tampilkan|"
    r"komentar|\d+ (?:komentar|comments?))\b"
)
_DATE_WORDS: Final = re.compile(
    r"(?i)\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|wib|wita|wit|pukul|jam|lalu)\b|[\W\d]+"
)
_DATE_SIGNS: Final = re.compile(r"(?i)\d|\b(?:lalu|ago|kemarin|yesterday|hari ini|today|baru saja|just now)\b")
_FLAT: Final = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "p", "dt", "strong", "b"})
"""Elements that are a card only where the page has no element around headline, date and text together."""

_BEHIND: Final = ("data-img-url", "data-bg", "data-background-image")
_PICTURES: Final = ", ".join(("img", "amp-img", "[style*=background]", *(f"[{name}]" for name in _BEHIND)))
_BACKGROUND: Final = re.compile(r"background(?:-image)?\s*:[^;]{0,80}?url\(\s*[\"']?([^\"')]{1,1500})", re.IGNORECASE)
_NO_PICTURE: Final = re.compile(r"(?i)(?:logo|avatar|icon|spacer|blank|placeholder|pixel|loading|gravatar)")
_CUT: Final = re.compile(r"\s*(?:\.{3}|…)\s*$")
_HEADING_TAGS: Final = frozenset(_HEADINGS.split(", "))


class Headline(NamedTuple):
    """The text of a link that may be a headline."""

    text: Line
    in_heading: bool


def headline_of(link: LexborNode, *, is_article: bool) -> Headline | None:
    """The headline that a link says, or None: for a picture, an invitation, a date, a name."""
    heading = _heading_inside(link)
    if heading is not None:
        text, in_heading = text_of(heading), True
    else:
        text, in_heading = _own_text(link), _in_heading(link)
    text = _whole(text, link)
    least = LEAST_HEADING if in_heading and is_article else LEAST_TITLE
    if not least <= len(text) <= MOST_TITLE or " " not in text or _INVITATION.match(text):
        return None
    return None if _says_when(text) else Headline(text, in_heading)


def _heading_inside(link: LexborNode) -> LexborNode | None:
    found = select(link, _HEADINGS)[:5] if link.child is not None else []
    return max(found, key=lambda node: len(text_of(node)), default=None)


def _in_heading(link: LexborNode) -> bool:
    at = link.parent
    for _ in range(3):
        if at is None:
            return False
        if at.tag in _HEADING_TAGS:
            return True
        at = at.parent
    return False


def _own_text(link: LexborNode) -> Line:
    """A link's text; of a link around a whole card the first part that is no date, name of a rubric or such."""
    whole = text_of(link)
    if len(whole) < LEAST_TITLE or link.child is None:
        return whole
    parts = list(_leaf_texts(link, LEAVES))
    if len(parts) < 2:
        return whole
    titled = [text for node in select(link, _TITLES)[:5] if len(text := text_of(node)) >= LEAST_TITLE]
    if titled:
        return titled[0]
    if not select(link, "div, p, ul, figure") and not any(_says_when(part) for part in parts):
        return whole
    return next((part for part in parts if len(part) >= LEAST_TITLE and not _says_when(part)), whole)


def _says_when(text: str) -> bool:
    """Whether a text is a date or an hour and little else."""
    return _DATE_SIGNS.search(text) is not None and len(_DATE_WORDS.sub("", text)) < 12


def _whole(text: Line, link: LexborNode) -> Line:
    """A text that was cut short, as the link's own attributes have it."""
    cut = _CUT.search(text)
    if cut is None:
        return text
    start = text[: cut.start()].casefold()
    for name in ("title", "aria-label"):
        whole = clean_line(link.attributes.get(name) or "")
        at = whole.casefold().find(start) if start else -1
        if at >= 0 and len(whole) > len(start):
            return clean_line(whole[at:])
    return text


def card_entry(
    card: LexborNode, url: Address, title: str, zone: str, fetched_at: datetime, base: Address | None
) -> Entry:
    """A card as an entry."""
    line = clean_line(title)
    published = plausible(_date(card, line, zone, fetched_at), fetched_at)
    label = _label(card, base)
    summary = _summary(card, line)
    return Entry(
        id=entry_id(None, url, line, published),
        title=line,
        url=url,
        published=published,
        labels=(label,) if label is not None else (),
        summary=(Paragraph((Span(Prose(summary)),)),) if summary is not None else (),
        image=_picture(card, base),
        title_cut=_CUT.search(line) is not None,
    )


def has_date(card: LexborNode, title: str, zone: str, fetched_at: datetime) -> bool:
    """Whether a card says when its article appeared."""
    return _date(card, title, zone, fetched_at) is not None


def has_picture(card: LexborNode, base: Address | None) -> bool:
    """Whether a card shows a picture."""
    return _picture(card, base) is not None


def short_text(node: LexborNode) -> Line | None:
    """The text of an element that holds few words, such as a heading; None for one that holds more."""
    parts = list(_leaf_texts(node, FEW + 1))
    text = clean_line(" ".join(parts))
    return text if len(parts) <= FEW and len(text) <= SHORT else None


def _date(card: LexborNode, title: str, zone: str, fetched_at: datetime) -> Dated | None:
    for part in _parts(card):
        for node in select(part, _DATES)[:10] if part.tag != "-text" else ():
            for written in (node.attributes.get("datetime"), node.attributes.get("content"), text_of(node)):
                found = _read(written or "", zone, fetched_at)
                if found is not None:
                    return found
    for part in _parts(card):
        for text in _leaf_texts(part, LEAVES):
            # A day in the headline is what the article is about.
            found = _read(text, zone, fetched_at) if text not in title else None
            if found is not None:
                return found
    return None


def _read(text: str, zone: str, fetched_at: datetime) -> Dated | None:
    if not 3 < len(text) <= SHORT or not _DATE_SIGNS.search(text):
        return None
    return read_date(text, zone=zone, fetched_at=fetched_at, source=DateSource.LISTING)


def _picture(card: LexborNode, base: Address | None) -> Image | None:
    for part in _parts(card):
        if part.tag == "-text":
            continue
        for node in select(part, _PICTURES)[:8]:
            image = image_of(node, base) if node.tag in ("img", "amp-img") else _background(node, base)
            if image is not None and not _NO_PICTURE.search(image.url):
                return image
    return None


def _background(node: LexborNode, base: Address | None) -> Image | None:
    """The picture that an element has behind it, as themes show thumbnails."""
    attributes = node.attributes
    style = _BACKGROUND.search((attributes.get("style") or "")[:2_000])
    named = next((value for name in _BEHIND if (value := attributes.get(name))), style[1] if style is not None else "")
    address = clean_address(named, base) if named else None
    return Image(address) if address is not None else None


def _label(card: LexborNode, base: Address | None) -> Line | None:
    for node in select(card, f"a[href], {_LABELS}")[:20]:
        if node.tag == "a":
            address = clean_address(node.attributes.get("href") or "", base)
            if address is None or not is_rubric_address(address):
                continue
        text = text_of(node)
        if 2 < len(text) <= 30 and not _DATE_SIGNS.search(text):
            return text
    return None


def _summary(card: LexborNode, title: Line) -> Line | None:
    for part in _parts(card):
        for node in [part] if part.tag == "p" and part.mem_id != card.mem_id else select(part, _SUMMARIES)[:10]:
            text = text_of(node)
            for link in select(node, "a")[:5]:
                if _INVITATION.match(said := text_of(link)):
                    text = clean_line(text.replace(said, ""))
            if len(text) > 40 and title not in text and not _INVITATION.match(text):
                return text
    return None


def _parts(card: LexborNode) -> Iterator[LexborNode]:
    """The card, and of a page without elements around its cards what follows up to the next one."""
    yield card
    if card.tag not in _FLAT:
        return
    following = card.next
    for _ in range(6):
        if following is None or following.tag in _FLAT - {"p"} or _leads_on(following):
            return
        yield following
        following = following.next


def _leads_on(node: LexborNode) -> bool:
    """Whether an element holds a headline of its own."""
    links = select(node, "a[href]")[:5] if node.tag != "-text" else []
    return any(len(text_of(link)) >= LEAST_TITLE for link in links)


def text_of(node: LexborNode) -> Line:
    """An element's text as one line; of a large element what comes first."""
    return clean_line(" ".join(_leaf_texts(node, LEAVES)))


def _leaf_texts(node: LexborNode, limit: int) -> Iterator[Line]:
    """The texts in a node one by one, at most `limit`."""
    stack = [node]
    for _ in range(NODES):
        if not stack or not limit:
            return
        at = stack.pop()
        if at.tag == "-text":
            text = clean_line(at.text_content or "", LEAF_LIMIT)
            if text:
                limit -= 1
                yield text
        elif at.tag not in ("script", "style"):
            stack.extend(reversed(list(islice(at.iter(include_text=True), NODES))))
