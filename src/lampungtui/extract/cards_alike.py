"""The headlines of a listing page that nobody described: cards of one form under one parent.

A *card* is the largest part of a page that leads to one article only. Cards whose headline stands in the same place of
the same kind of part are a *list*; the lists of a page are weighed by how much their cards look like headlines (words,
dates, pictures, headings, addresses), and those that are like the best one are read, in the page's order. Left out are
what the page marks as something else (navigation, foot, share rows, tag clouds) and its side lists, which are known by
their names, by the heading over them ("Terpopuler") or by standing in a narrow column.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lampungtui.extract.article_links import is_article_address, may_be_article
from lampungtui.extract.card_facts import card_entry, has_date, has_picture, headline_of, short_text
from lampungtui.extract.cards import CARD_LIMIT, select
from lampungtui.foreign import Address, clean_address
from lampungtui.identity import canonical
from lampungtui.model import Entry

LINKS: Final = 5_000
"""Links of a page that are looked at: those of the longest real pages are some 1,500."""

LISTS: Final = 60
"""Lists of a page that are weighed, the longest."""

SAMPLE: Final = 12
"""Cards of a list by which it is weighed."""

HEADED: Final = 200
"""Lists, the longest, whose headings are looked for."""

LEVELS: Final = 3
"""How far up lists of one form are joined: a grid's rows, a page's sections."""

LEAST_WORTH: Final = 1.5
"""What a single card must be worth to be read as a list of one."""

ALIKE: Final = 0.6
"""How good another list's cards must be, measured by the best list's, to be read too."""

_FURNITURE_TAGS: Final = frozenset({"nav", "footer", "form", "dialog", "marquee", "button", "select", "template"})
_SIDE_TAGS: Final = frozenset({"aside"})
_ROLES: Final = {"navigation": "furniture", "contentinfo": "furniture", "banner": "furniture", "search": "furniture",
                 "menu": "furniture", "menubar": "furniture", "dialog": "furniture", "complementary": "side"}  # fmt: skip
_FURNITURE: Final = re.compile(
    r"(?<![a-z])(?:nav|navbar|navigation|menu|megamenu|submenu|dropdown|breadcrumbs?|crumbs?|footer|copyright|share|sharing|"
    r"social|sosmed|tags|tag[-_]?(?:cloud|list|links)|pagination|pager|paging|page[-_]numbers|comments?|cookie|offcanvas|"
    r"drawer|ticker|newsticker|marquee|breaking|running[-_]?text)(?![a-z])"
)
_SIDE: Final = re.compile(
    r"(?<![a-z])(?:sidebar|aside|samping|popular|populer|terpopuler|trending|most[-_]?read|mostpopular|related|terkait|"
    r"rekomendasi|recommend(?:ed|ation)s?|partners?|mitra|sponsor(?:ed)?|iklan|advert(?:isement)?)(?![a-z])"
)
_SIDE_HEADING: Final = re.compile(
    r"(?i)\b(?:ter-?populer|populer|popular|trending|sorotan|rekomendasi|terkait|baca juga|terbanyak|paling banyak|"
    r"banyak dibaca|most read|most viewed|pilihan editor|editor'?s picks?|arsip blog|network|jaringan|mitra|partner)\b"
)
_STATE: Final = re.compile(
    r"(?<![a-z])(?:has|with|without|no|is|enabled?|disabled?|hide|hidden|none|false|off)(?![a-z])|pagination[-_]"
)
"""What in a class name tells how a part behaves (`has-sidebar`, `pagination_nav_1`), not what it is."""

_NARROW: Final = re.compile(r"^col-(?:xs-|sm-|md-|lg-|xl-)?(\d{1,2})$")
_FRACTION: Final = re.compile(r"(?:^|:)w-(\d{1,2})/(\d{1,2})$")
_ROOTS: Final = frozenset({"html", "body", "main"})
_OF_A_CARD: Final = frozenset({"article", "li", "main", "section", "td"})


@dataclass(slots=True)
class _Place:
    """An element on the way from a headline's link to the root."""

    node: LexborNode
    up: _Place | None
    tag: str
    first_class: str
    mark: str = ""  # what stands inside: "" for anything, "side", "furniture"
    in_card: bool = False  # inside an element that holds one item rather than the page
    leads_to: Address | None = None
    leads_far: bool = False  # to more than one article

    def form(self) -> tuple[str, str]:
        return self.tag, self.first_class


@dataclass(slots=True)
class _Card:
    """A part of a page that leads to one article, with its headline."""

    place: _Place
    url: Address
    title: str
    in_heading: bool
    number: int  # its place in the page's order


@dataclass(slots=True)
class _List:
    """Cards of one form in one part of a page."""

    container: _Place
    shape: tuple[str, bool, str]
    cards: list[_Card] = field(default_factory=list)
    worth: float = 0.0  # of one card
    side: bool = False


def cards_alike(page: LexborHTMLParser, base: Address | None, zone: str, fetched_at: datetime) -> tuple[Entry, ...]:
    """The headlines of a page in its order, or nothing where no part of it looks like a list of them."""
    for careful in (True, False):
        lists = _lists(_Survey(page, base, careful=careful).cards())
        for each in lists:
            _weigh(each, base, zone, fetched_at)
        chosen = _chosen(lists)
        if chosen:
            cards = sorted((card for each in chosen for card in each.cards), key=lambda card: card.number)
            first = list({card.url: card for card in reversed(cards)}.values())[::-1]
            return tuple(
                card_entry(card.place.node, card.url, card.title, zone, fetched_at, base) for card in first[:CARD_LIMIT]
            )
    return ()


# --------------------------------------------------------------------------- links and their cards


class _Survey:
    """Finds the links that may be headlines, and the card of each."""

    def __init__(self, page: LexborHTMLParser, base: Address | None, *, careful: bool) -> None:
        self._page = page
        self._base = base
        self._careful = careful
        self._places: dict[int, _Place] = {}

    def cards(self) -> list[_Card]:
        """One card for each part of the page that leads to one article."""
        found: dict[tuple[int, Address], _Card] = {}
        links = list(self._links())
        for place, address, _, _ in links:
            self._note(place, address)
        for number, (place, address, title, in_heading) in enumerate(links):
            card = place
            while card.up is not None and not card.up.leads_far and card.up.tag not in _ROOTS:
                card = card.up
            known = found.setdefault((card.node.mem_id, address), _Card(card, address, title, in_heading, number))
            if in_heading and not known.in_heading:
                known.title, known.in_heading = title, True
        return list(found.values())

    def _links(self) -> Iterator[tuple[_Place, Address, str, bool]]:
        for link in select(self._page, "a[href]")[:LINKS]:
            raw = (link.attributes.get("href") or "").strip()
            if not raw or raw[0] == "#" or raw[:11].lower() == "javascript:":
                continue
            place = self._place(link)
            if place.mark == "furniture":
                continue
            address = clean_address(raw, self._base)
            if address is None or not may_be_article(address, self._base):
                continue
            headline = headline_of(link, is_article=is_article_address(address, self._base))
            if headline is not None:
                yield place, canonical(address), headline.text, headline.in_heading

    def _place(self, node: LexborNode) -> _Place:
        """The place of a node; those above it are made once."""
        above: list[LexborNode] = []
        at: LexborNode | None = node
        while at is not None and at.mem_id not in self._places and at.tag not in ("-document", "-undef"):
            above.append(at)
            at = at.parent
        place = self._places.get(at.mem_id) if at is not None else None
        for each in reversed(above):
            place = self._made(each, place)
            self._places[each.mem_id] = place
        assert place is not None  # noqa: S101  # the node itself was new or known
        return place

    def _made(self, node: LexborNode, up: _Place | None) -> _Place:
        attributes = node.attributes
        classes = (attributes.get("class") or "")[:400].lower().split()
        tag = node.tag or ""
        mark = up.mark if up is not None else ""
        in_card = up is not None and (up.in_card or up.tag in _OF_A_CARD)
        if mark != "furniture":
            own = self._mark(tag, classes, (attributes.get("id") or "")[:100].lower(), attributes.get("role"), in_card)
            mark = own or mark
        return _Place(node, up, tag, classes[0] if classes else "", mark, in_card)

    def _mark(self, tag: str, classes: Sequence[str], identity: str, role: str | None, in_card: bool) -> str:
        """What an element says that it holds."""
        if tag in _FURNITURE_TAGS or (tag == "header" and not in_card):
            return "furniture"
        if role is not None and role in _ROLES:
            return _ROLES[role]
        if tag in _SIDE_TAGS:
            return "side"
        if tag in ("html", "body", "article", "main"):
            # Their classes tell of the page and of the article's rubrics and tags.
            return ""
        named = " ".join(name for name in (*classes, identity) if not _STATE.search(name))
        if self._careful and _FURNITURE.search(named):
            return "furniture"
        return "side" if _SIDE.search(named) or _narrow(classes) else ""

    @staticmethod
    def _note(place: _Place, address: Address) -> None:
        """Notes with every element around a link where it leads."""
        at: _Place | None = place
        while at is not None and not at.leads_far:
            if at.leads_to is None:
                at.leads_to = address
            elif at.leads_to == address:
                return
            else:
                at.leads_far = True
            at = at.up


def _narrow(classes: Sequence[str]) -> bool:
    """Whether an element is a column of less than half the page, in the words of Bootstrap or Tailwind."""
    columns = [int(match[1]) for name in classes if (match := _NARROW.match(name))]
    shares = [int(match[1]) / (int(match[2]) or 1) for name in classes if (match := _FRACTION.search(name))]
    return (bool(columns) and max(columns) < 6) or (bool(shares) and max(shares) < 0.5)


# --------------------------------------------------------------------------- lists


def _lists(cards: Sequence[_Card]) -> list[_List]:
    """Cards of one form under one parent, joined where their parents are of one form under one parent in turn."""
    lists: dict[tuple[int, tuple[str, bool, str]], _List] = {}
    for card in cards:
        container = card.place.up
        if container is None:
            continue
        shape = (card.place.tag, card.in_heading, container.mark)
        lists.setdefault((container.node.mem_id, shape), _List(container, shape)).cards.append(card)
    joined = sorted(lists.values(), key=lambda each: -len(each.cards))
    for each in joined[:HEADED]:
        if _SIDE_HEADING.search(_heading_over(each)):
            each.side = True
    for level in range(1, LEVELS + 1):
        joined = _joined(joined, level)
    return sorted(joined, key=lambda each: -len(each.cards))[:LISTS]


def _joined(lists: Sequence[_List], level: int) -> list[_List]:
    """The lists, those joined that have the same form and the same element `level` above them."""
    together: defaultdict[object, list[_List]] = defaultdict(list)
    for each in lists:
        together[_kinship(each, level) or id(each)].append(each)
    result = []
    for kin in together.values():
        first, *others = kin
        if others:
            container = first.container
            for _ in range(level):
                container = container.up or container
            first = _List(container, first.shape, [card for each in kin for card in each.cards], side=first.side)
        result.append(first)
    return result


def _kinship(each: _List, level: int) -> tuple[object, ...] | None:
    way: list[object] = [each.shape, each.side]
    place = each.container
    for _ in range(level):
        if place.up is None or place.tag in _ROOTS:
            return None
        way.append(place.form())
        place = place.up
    return (*way, place.node.mem_id)


def _weigh(each: _List, base: Address | None, zone: str, fetched_at: datetime) -> None:
    """Sets how much a list's cards look like headlines, and whether it is a side list."""
    sample = each.cards[:SAMPLE]
    count = len(sample)
    letters = sum(len(card.title) for card in sample) / count
    dates = sum(has_date(card.place.node, card.title, zone, fetched_at) for card in sample) / count
    pictures = sum(has_picture(card.place.node, base) for card in sample) / count
    addresses = sum(is_article_address(card.url, base) for card in sample) / count
    heading = 1.0 if each.shape[1] else 0.0
    if letters < (12 if max(dates, heading) >= 0.5 else 25) or max(dates, addresses, heading) < 0.5:
        return
    each.side = each.side or each.container.mark == "side"
    each.worth = min(1.0, letters / 45) * (1 + dates + 0.5 * pictures + 0.5 * heading + 0.5 * addresses)


def _heading_over(each: _List) -> str:
    """The short text that stands before a list's first card, as a heading over it does."""
    at: LexborNode | None = each.cards[0].place.node
    for _ in range(4):
        if at is None or at.tag in _ROOTS:
            return ""
        before = at.prev
        for _ in range(6):
            if before is None:
                break
            text = short_text(before)
            if text is None or before.tag == "h1":
                # Another part of the page, or the name of the page itself.
                return ""
            if text:
                return text
            before = before.prev
        at = at.parent
    return ""


def _chosen(lists: Sequence[_List]) -> list[_List]:
    """The best list, and those like it that are in it or on its hosts; a single card must look very much like one."""
    fit = [each for each in lists if each.worth >= (LEAST_WORTH if len(each.cards) == 1 else 0.01)]
    main = [each for each in fit if not each.side] or fit
    best = max(main, key=lambda each: min(len(each.cards), 20) ** 0.7 * each.worth, default=None)
    if best is None:
        return []
    hosts = _hosts(best)
    return [
        each
        for each in main
        if each is best
        or (
            len(each.cards) > 1
            and each.worth >= ALIKE * best.worth
            and (_within(each.container, best.container) or 2 * len(_hosts(each) & hosts) >= len(_hosts(each)))
        )
    ]


def _hosts(each: _List) -> set[str | None]:
    return {urlsplit(card.url).hostname for card in each.cards}


def _within(place: _Place, around: _Place) -> bool:
    at: _Place | None = place
    while at is not None and at is not around:
        at = at.up
    return at is not None
