"""Where an article goes on: the link to its next page, or to one that shows it whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lampungtui.extract.cards import select, words
from lampungtui.foreign import Address, clean_address

_NEXT: Final = re.compile(
    r"\W*(?:(?:ke\s+)?(?:halaman\s+)?(?:selanjutnya|berikutnya|berikut)|next(?:\s+page)?"
    r"|lanjut(?:kan)?\s+(?:ke\s+)?halaman\s+\d+)\W*"
    r"|[»›>]{1,2}",
    re.IGNORECASE,
)
_ALL: Final = re.compile(r"(?:^|[?&])(?:page|showpage|view|halaman|hal|show)=all(?=$|[&#])|[?&]single=1(?=$|[&#])")
_FULL: Final = re.compile(r"/(?:full|all)/?$")
_NUMBERED: Final = re.compile(r"/(?:page/|halaman/)?\d{1,3}/?$")
_PAGE_KEYS: Final = frozenset({"page", "showpage", "view", "halaman", "hal", "show", "single", "pg", "paged", "p"})
_NUMBER: Final = re.compile(r"\d{1,2}")


def next_page(
    page: LexborHTMLParser, selectors: Sequence[str], declared: Address | None, url: Address | None
) -> Address | None:
    """Where a page's article goes on, on its own host; None on its last page, and on one that shows all of it.

    A link to all pages at once goes first, then an outlet's own rules (`selectors`), what the page's head says
    (`declared`), links that say so, and numbers in a pager.
    """
    if url is None or _shows_all(url):
        return None
    links = [node for node in select(page, "a[href]") if _may_lead_on(node.attributes.get("href") or "", url)]
    ruled = {
        clean_address(node.attributes.get("href") or "", url) for rule in selectors for node in select(page, rule)[:5]
    }
    for candidate in _candidates(page, selectors, declared, url, links):
        if candidate is None or candidate.split("#")[0] == url.split("#")[0]:
            continue
        if _of_one_article(url, candidate, by_rule=candidate in ruled):
            return candidate
    return None


def _candidates(
    page: LexborHTMLParser,
    selectors: Sequence[str],
    declared: Address | None,
    url: Address,
    links: Sequence[LexborNode],
) -> Iterator[Address | None]:
    addresses = [(node, clean_address(node.attributes.get("href") or "", url)) for node in links]
    yield from (address for _, address in addresses if address is not None and _shows_all(address))
    for selector in selectors:
        for node in select(page, selector)[:5]:
            yield clean_address(node.attributes.get("href") or "", url)
    yield declared
    yield from (address for node, address in addresses if (node.attributes.get("rel") or "").lower() == "next")
    said = [(words(node), address) for node, address in addresses]
    yield from (address for text, address in said if _NEXT.fullmatch(text))
    numbers = {int(text): address for text, address in reversed(said) if address and _NUMBER.fullmatch(text)}
    yield numbers.get(_here(numbers, url) + 1)


def _here(numbers: Mapping[int, Address], url: Address) -> int:
    """Which page of a pager this one is: its own link tells, or the gap between the others, or its address."""
    linked = next((number for number, address in numbers.items() if _same(address, url)), None)
    if linked is not None:
        return linked
    told = _number_of(url)
    if numbers and (told in numbers or told > max(numbers) + 1):
        # /15 and /30 count paragraphs.
        return next((number for number in range(1, max(numbers)) if number not in numbers), told)
    return told


def _may_lead_on(href: str, url: Address) -> bool:
    """Whether a link could be to a page of the same article, before anything more costly is asked."""
    if href.startswith("?"):
        return True
    last = _stem(urlsplit(url).path).rsplit("/", 1)[-1]
    return bool(last) and last in href


def _shows_all(address: str) -> bool:
    return _ALL.search(address) is not None or _FULL.search(urlsplit(address).path) is not None


def _number_of(url: Address) -> int:
    parts = urlsplit(url)
    told = next((value for key, value in parse_qsl(parts.query) if key in _PAGE_KEYS and value.isdigit()), "")
    match = _NUMBERED.search(parts.path)
    found = told or (re.sub(r"\D", "", match[0]) if match is not None else "")
    return int(found) if found and len(found) <= 3 else 1


def _same(first: Address, second: Address) -> bool:
    return first.split("#")[0].rstrip("/") == second.split("#")[0].rstrip("/")


def _stem(path: str) -> str:
    """A path without the number or word of its page."""
    return _NUMBERED.sub("", _FULL.sub("", path)).rstrip("/")


def _of_one_article(here: Address, there: Address, *, by_rule: bool) -> bool:
    """Whether two addresses are pages of one article: alike but for a number, or a word, at the end or in the query.

    An outlet's rule (`by_rule`) is believed where the number stands behind a slug of one word.
    """
    first, second = urlsplit(here), urlsplit(there)
    if first.netloc != second.netloc:
        return False
    one, other = first.path.rstrip("/"), second.path.rstrip("/")
    if not one or not other:
        # The root has articles as its query's numbers: ?p=214 and ?p=215.
        return False
    if one != other:
        stem = _stem(one)
        if stem != _stem(other) or (stem not in (one, other) and not by_rule and "-" not in stem.rsplit("/", 1)[-1]):
            # /berita/214 and /berita/215 are two articles; behind a slug the numbers are pages.
            return False
    return _which(first.query) == _which(second.query)


def _which(query: str) -> dict[str, str]:
    """What of a query says which article it is."""
    return {key: value for key, value in parse_qsl(query) if key not in _PAGE_KEYS and not key.startswith("utm_")}
