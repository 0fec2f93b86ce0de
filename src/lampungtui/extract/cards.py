"""Cards: the headlines of a listing page and of its side lists, by an outlet's selectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lampungtui.extract.figures import image_of
from lampungtui.extract.nesting import not_too_deep
from lampungtui.extract.streamed import put_in_place
from lampungtui.foreign import Address, Foreign, Line, Prose, clean_address, clean_line
from lampungtui.identity import canonical, entry_id, told_apart
from lampungtui.model import (
    Dated,
    DateSource,
    Entry,
    ListingRules,
    Outlet,
    Paragraph,
    Shelf,
    ShelfRule,
    Span,
)
from lampungtui.press.dates import read_date

CARD_LIMIT: Final = 500
"""Cards of one page that are read."""

_CUT: Final = re.compile(r"\s*(?:\.{3}|…)\s*$")
_FIGURE: Final = re.compile(r"\d[\d.,]{0,12}")


def select(node: LexborNode | LexborHTMLParser, selector: str) -> list[LexborNode]:
    """What a selector finds; nothing for one that the parser does not take."""
    try:
        return list(node.css(selector))
    except Exception:  # noqa: BLE001  # selectolax raises its own, undocumented types for a selector it cannot read
        return []


def select_first(node: LexborNode | LexborHTMLParser, selector: str | None) -> LexborNode | None:
    """The first that a selector finds."""
    found = select(node, selector) if selector else []
    return found[0] if found else None


def words(node: LexborNode | None) -> Line:
    """A node's text as one line."""
    return clean_line(node.text(deep=True, separator=" ")) if node is not None else Line("")


def read_cards(
    page: LexborHTMLParser, rules: ListingRules, outlet: Outlet, base: Address | None, fetched_at: datetime
) -> tuple[Entry, ...]:
    """The headlines of a listing page, in its order; what stands in a skipped part is left out."""
    skipped = {node.mem_id for selector in rules.skip for node in _skipped(page, selector)}
    entries = []
    for card in select(page, rules.item)[:CARD_LIMIT]:
        if skipped and _within(card, skipped):
            continue
        entry = _entry(card, rules, outlet, base, fetched_at)
        if entry is not None and not _skipped_link(entry, rules):
            entries.append(entry)
    return told_apart(_without_doubles(entries))


def read_shelves(
    page: LexborHTMLParser, rules: ListingRules, outlet: Outlet, base: Address | None, fetched_at: datetime
) -> tuple[Shelf, ...]:
    """The side lists of a page, each under the heading that names it."""
    shelves = []
    for rule in rules.shelves:
        for container in select(page, rule.container):
            heading = select_first(container, "h1, h2, h3, h4, h5, h6")
            if words(heading).casefold() != rule.heading.casefold():
                continue
            found = (_entry(card, rule, outlet, base, fetched_at) for card in select(container, rule.item)[:CARD_LIMIT])
            entries = told_apart(_without_doubles([entry for entry in found if entry is not None]))
            if entries:
                shelves.append(Shelf(rule.name, entries))
            break
    return tuple(shelves)


def next_address(page: LexborHTMLParser, selector: str | None, base: Address | None) -> Address | None:
    """Where the link to the next page leads: it is followed, never computed."""
    link = select_first(page, selector)
    return clean_address(link.attributes.get("href") or "", base) if link is not None else None


def _entry(
    card: LexborNode, rule: ListingRules | ShelfRule, outlet: Outlet, base: Address | None, fetched_at: datetime
) -> Entry | None:
    element = select_first(card, rule.title)
    if element is None:
        return None
    url = _link(card, element, base)
    title, cut = _title(element, rule)
    if not title or url is None:
        return None
    published = None
    if rule.date is not None:
        published = read_date(
            words(select_first(card, rule.date)),
            zone=outlet.zone,
            fetched_at=fetched_at,
            source=DateSource.LISTING,
        )
    label = words(select_first(card, rule.label)) if rule.label else Line("")
    summary = words(select_first(card, rule.summary)) if rule.summary else Line("")
    picture = select_first(card, rule.image) if isinstance(rule, ListingRules) and rule.image else None
    return Entry(
        id=entry_id(None, url, title, published),
        title=title,
        url=canonical(url),
        published=plausible(published, fetched_at),
        labels=(label,) if label else (),
        summary=(Paragraph((Span(Prose(summary)),)),) if summary else (),
        image=image_of(picture, base) if picture is not None else None,
        views=figure(words(select_first(card, rule.views))) if rule.views else None,
        title_cut=cut,
    )


def _title(element: LexborNode, rule: ListingRules | ShelfRule) -> tuple[Line, bool]:
    """A card's title, and whether the page cut it short."""
    if isinstance(rule, ListingRules) and rule.title_attribute:
        whole = clean_line(element.attributes.get(rule.title_attribute) or "")
        prefix = (rule.title_prefix or "").casefold()
        if prefix and whole.casefold().startswith(prefix):
            whole = clean_line(whole[len(prefix) :])
        if whole:
            return whole, False
    shown = words(element)
    return shown, _CUT.search(shown) is not None


def _link(card: LexborNode, element: LexborNode, base: Address | None) -> Address | None:
    """Where a card leads: its title's own link, the link around the title, else the first link in the card."""
    node: LexborNode | None = element
    while node is not None and node.mem_id != card.mem_id:
        if node.tag == "a" and node.attributes.get("href"):
            return clean_address(node.attributes.get("href") or "", base)
        node = node.parent
    inside = select_first(element, "a[href]") or select_first(card, "a[href]")
    if inside is None and card.tag == "a":
        inside = card
    return clean_address(inside.attributes.get("href") or "", base) if inside is not None else None


def figure(text: str) -> int | None:
    """A count as pages write it: `15260`, `12.480`, `1,2rb` is none."""
    match = _FIGURE.search(text)
    if match is None or re.search(r"(?:rb|ribu|k|jt|juta|m)\b", text[match.end() :].strip(), re.IGNORECASE):
        return None
    digits = re.sub(r"\D", "", match[0])
    return int(digits) if digits and len(digits) <= 12 else None


def plausible(published: Dated | None, fetched_at: datetime) -> Dated | None:
    """A date, unless it lies in the future: a page's clock may run a little ahead, not a day."""
    if published is None or (published.at - fetched_at).total_seconds() > 86_400:
        return None
    return published


def _skipped(page: LexborHTMLParser, selector: str) -> Iterator[LexborNode]:
    """The nodes of a skip rule; a rule that starts with `/` names links instead."""
    if not selector.startswith("/"):
        yield from select(page, selector)


def _skipped_link(entry: Entry, rules: ListingRules) -> bool:
    return any(rule.startswith("/") and entry.url is not None and rule in entry.url for rule in rules.skip)


def _within(node: LexborNode, skipped: set[int]) -> bool:
    at: LexborNode | None = node
    while at is not None:
        if at.mem_id in skipped:
            return True
        at = at.parent
    return False


def _without_doubles(entries: list[Entry]) -> list[Entry]:
    """One entry a link: a card and its picture may each be one."""
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(entry.id, entry)
    return list(first.values())


def parsed(markup: Foreign) -> LexborHTMLParser:
    """A page's tree."""
    page = LexborHTMLParser(not_too_deep(markup.markup))
    if 'id="S:' in markup.markup:
        put_in_place(page)
    return page
