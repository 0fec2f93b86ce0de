"""Pictures of a page: where one is, what is said under it, and who took it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from selectolax.lexbor import LexborNode

from lampungtui.extract.naming import names_of
from lampungtui.foreign import Address, Line, clean_address, clean_line
from lampungtui.model import Blocks, Image, Listing, Paragraph, Quote, Table

CAPTION_LIMIT: Final = 400
"""Characters of the longest text that stands under one picture."""

_SOURCES: Final = ("data-src", "data-original", "data-lazy-src", "data-lazyload", "data-lazy", "data-hi-res-src")
_SOURCE_SETS: Final = ("data-srcset", "data-lazy-srcset", "srcset")
_SIGNS: Final = frozenset({"emoji", "wp-smiley"})
"""Classes of pictures that stand for one sign of the text, as WordPress makes of each emoji."""

_CREDIT: Final = re.compile(
    r"[\s\-–—|]*[\(\[]?\s*(?:foto|photo|dok(?:umentasi)?|sumber foto|kredit foto|credit)\s*[:.]\s*"
    r"(.{2,120}?)[\s\-–—]*[\)\]]?\s*$",
    re.IGNORECASE,
)
_BAR_CREDIT: Final = re.compile(r"\s*\|\s*([^|]{2,80})$")
_SLASHED_CREDIT: Final = re.compile(
    r"(?:^|(?<=[.!?\"”])\s+|\s*\()((?:ANTARA|Antara)\w*(?: (?:FOTO|Foto|News|Lampung))?/[\w.\-'/ ]{2,60}?)\s*\)?\s*\.?$"
    r"|\s*[\-–—]\s*(?i:foto)\s+((?i:ist(?:imewa)?)|(?i:dok)[^\-–—]{0,60}?)\s*[\-–—]?\s*$"
    r"|\s*/\s*((?i:ist(?:imewa)?))\s*\.?$"
)
"""`(Antaralampung/ho)`, `ANTARA/Rina Sari`, `-Foto ist-`, `/ist`."""

_GLUED: Final = re.compile(r"[^\W\d_]{2}[a-zà-ÿ][A-ZÀ-Þ][^\W\d_]{2}")
"""Where two words lost the break between them: `Dok. Jasa MargaRazia Truk`."""

_WIDTH: Final = re.compile(r"(\d{1,5})w,?", re.ASCII)
SET_LIMIT: Final = 8_192
ENOUGH_WIDTH: Final = 800
"""Pixels of width that are as good as more of them: pictures are stored no larger than about that."""

_SIZE: Final = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)")
_CAPTIONS: Final = frozenset({"caption", "captions", "figcaption", "keterangan"})
_CREDITS: Final = frozenset({"credit", "credits", "kredit", "attribution"})
_PICTURES: Final = frozenset(
    {"cover", "featured", "figure", "foto", "gambar", "hero", "image", "img", "media", "photo", "picture", "thumbnail"}
)


def image_of(node: LexborNode, base: Address | None) -> Image | None:
    """The picture of an <img>; None for pixels, icons and inline data."""
    attributes = node.attributes
    if _is_small(attributes.get("width")) or _is_small(attributes.get("height")):
        return None
    if not _SIGNS.isdisjoint((attributes.get("class") or "").split()):
        return None
    sources = [value for name in (*_SOURCES, "src") if (value := attributes.get(name))]
    sources.extend(_of_set(value) for name in _SOURCE_SETS if (value := (attributes.get(name) or "").strip()))
    address = next((found for source in sources if (found := clean_address(source.strip(), base)) is not None), None)
    if address is None:
        return None
    alt = clean_line(attributes.get("alt") or "")
    return Image(address, alt or None)


def _of_set(sources: str) -> str:
    """The address to take of a `srcset` (HTML, 4.8.4.2.1): the narrowest that is wide enough, else the widest or first."""
    words = sources[:SET_LIMIT].split()
    widths = [
        (int(width[1]), address) for address, said in pairwise(words) if (width := _WIDTH.fullmatch(said)) is not None
    ]
    return min(widths, key=lambda each: want_of_width(each[0]))[1] if widths else words[0].rstrip(",")


def want_of_width(pixels: int) -> tuple[int, int]:
    """The order in which one picture in several sizes is wanted: the narrowest that is wide enough, else the widest."""
    return (0, pixels) if pixels >= ENOUGH_WIDTH else (1, -pixels)


def caption_and_credit(words: Line) -> tuple[Line | None, Line | None]:
    """A caption and the photo credit that stands at its end: `... (Foto: Dok. X)`, `... | Lampungpro.co/Kominfo`.

    Where credit and caption were glued (`dok.XpengXpeng Indonesia`) nobody can say where one ends, so all is caption.
    """
    for form in (_CREDIT, _BAR_CREDIT, _SLASHED_CREDIT):
        match = form.search(words)
        if match is None:
            continue
        caption, credit = clean_line(words[: match.start()]), clean_line(next(part for part in match.groups() if part))
        if caption or _GLUED.search(credit) is None:
            return caption or None, credit
    return words, None


def pictured(node: LexborNode, base: Address | None) -> tuple[Image, ...] | None:
    """The pictures of a <figure>, what is said in it under the last one; None for a figure that holds more than pictures."""
    if node.css_first("table, blockquote, pre, iframe, video, audio, ul, ol") is not None:
        return None
    inner = node.css("figure")
    if len(inner) > 1 or (inner and inner[0].mem_id != node.mem_id):
        return None
    pictures = node.css("img, amp-img")
    if not pictures:
        return None
    images = list(dict.fromkeys(image for each in pictures if (image := image_of(each, base)) is not None))
    if images:
        images[-1] = with_caption(images[-1], node.css_first("figcaption") or node) or images[-1]
    return tuple(images)


def is_named_caption(node: LexborNode) -> bool:
    """Whether an element is called a caption or a picture's credit, and is no frame around the picture."""
    names = names_of(node)
    if node.tag != "figcaption" and names.isdisjoint(_CAPTIONS) and names.isdisjoint(_CREDITS):
        return False
    return node.css_first("img, amp-img, p p, iframe, video") is None


def is_named_picture(node: LexborNode) -> bool:
    """Whether an element is a <figure>, or called a picture."""
    return node.tag == "figure" or not names_of(node).isdisjoint(_PICTURES)


def with_caption(image: Image, node: LexborNode) -> Image | None:
    """The picture with the words of an element that stands under it; None for an element that says too much."""
    lines = [line for part in node.text(deep=True, separator="\n").split("\n") if (line := clean_line(part))]
    words = clean_line(" ".join(lines), CAPTION_LIMIT + 1)
    if len(words) > CAPTION_LIMIT:
        return None
    credit_line = next((line for line in lines if _CREDIT.match(line)), None) if len(lines) > 1 else None
    if credit_line is not None:
        # `Foto: Dok. X` on a line of its own, above or below what the picture shows.
        words = clean_line(" ".join(line for line in lines if line != credit_line))
        image = replace(image, credit=image.credit or caption_and_credit(credit_line)[1])
    if not names_of(node).isdisjoint(_CREDITS) and names_of(node).isdisjoint(_CAPTIONS):
        _, credit = caption_and_credit(words)
        return replace(image, credit=image.credit or credit or words or None)
    text, credit = caption_and_credit(words) if words else (None, None)
    return replace(image, caption=image.caption or text, credit=image.credit or credit)


def lead_picture(image: Image | None, blocks: Blocks) -> tuple[Image | None, Blocks]:
    """An article's lead picture and its body: one that stands above the text is the lead, with its caption, not the body's.

    Without any picture known for the article, its lead is the first of the body.
    """
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Image)), None)
    if first is None:
        return image, blocks
    found = blocks[first]
    assert isinstance(found, Image)  # noqa: S101  # it was looked for by its type
    above = not any(isinstance(block, Paragraph | Listing | Quote | Table) for block in blocks[:first])
    if image is None:
        return found, (*blocks[:first], *blocks[first + 1 :]) if above else blocks
    if not same_picture(image.url, found.url):
        return image, blocks
    told = replace(
        image, alt=image.alt or found.alt, caption=image.caption or found.caption, credit=image.credit or found.credit
    )
    return told, (*blocks[:first], *blocks[first + 1 :]) if above else blocks


def same_picture(first: Address, second: Address) -> bool:
    """Whether two addresses are of one picture, in whatever size: `pasar.jpg?w=700`, `pasar-1024x683.jpg`."""
    one, other = (_SIZE.sub("", address.split("?", 1)[0]) for address in (first, second))
    name = one.rsplit("/", 1)[-1]
    return one == other or (len(name) >= 12 and name == other.rsplit("/", 1)[-1])


def _is_small(size: str | None) -> bool:
    match = re.match(r"\s*(\d{1,5})", size or "")
    return match is not None and int(match[1]) <= 3
