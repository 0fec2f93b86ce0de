"""JSON APIs, by the expressions of an outlet's profile (`[api]`, `model.ApiRules`).

The expressions are JMESPath and come from a profile, which is trusted; what they find is not. An expression that does not
fit a value (a function of text given a number) finds nothing there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Final
from urllib.parse import urlsplit

import jmespath
from jmespath.parser import ParsedResult

from lampungtui.errors import ReadingError
from lampungtui.feeds.broken_json import read_json
from lampungtui.feeds.item import (
    ITEM_LIMIT,
    first_image,
    label_lines,
    teaser,
    title_line,
    without_lead,
)
from lampungtui.feeds.loose import address_of, blocks_of, count_of, date_of, picture_of, texts_of, words_of
from lampungtui.feeds.publishers import other_publisher
from lampungtui.foreign import Address, Line, clean_line
from lampungtui.identity import canonical, entry_id
from lampungtui.model import ApiRules, Credit, DateSource, Entry, FeedKind, FeedReading, Outlet, Role, blocks_text

DOCUMENT_LIMIT: Final = 10 * 2**20
"""Bytes of the largest document that is read."""

PEOPLE: Final = 10
NAME_LIMIT: Final = 200
REASON_LIMIT: Final = 200

REASONS: Final = "message || messages || error.message || error || errors[0].message || errors[0] || detail || pesan"
"""Where APIs say why they refused."""

_MISFITS: Final = (ValueError, TypeError, ArithmeticError, RecursionError)
"""What JMESPath raises where an expression does not fit the data; its own errors are ValueErrors."""


def read_api(
    document: bytes, *, url: Address | None, outlet: Outlet, rules: ApiRules, fetched_at: datetime
) -> FeedReading:
    """The entries of an API's answer. Raises ReadingError, with the API's own reason where it gave one."""
    if len(document) > DOCUMENT_LIMIT:
        raise ReadingError(f"the document is larger than {DOCUMENT_LIMIT >> 20} MiB")
    return _Answer(rules, url, outlet, fetched_at).read(*read_json(document))


@cache
def _expressions(rules: ApiRules) -> Mapping[str, ParsedResult]:
    """The expressions of a profile, parsed once. Raises ReadingError for one that is none."""
    written = {each.name: getattr(rules, each.name) for each in fields(rules)}
    written["error"] = rules.error or REASONS
    try:
        return {name: jmespath.compile(expression) for name, expression in written.items() if expression is not None}
    except _MISFITS as error:
        raise ReadingError("the outlet's profile has an expression that is not JMESPath") from error


class _Answer:
    """Reads one answer of an API."""

    def __init__(self, rules: ApiRules, url: Address | None, outlet: Outlet, fetched_at: datetime) -> None:
        self._rules = rules
        self._expressions = _expressions(rules)
        self._url = url
        self._outlet = outlet
        self._fetched_at = fetched_at
        self._misfits: Counter[str] = Counter()

    def read(self, answer: object, broken: Sequence[str]) -> FeedReading:
        """The entries of the whole answer, of which `broken` says what was wrong with it."""
        items = self._items(answer)
        read = items[:ITEM_LIMIT]
        entries = tuple(entry for item in read if (entry := self._entry(item)) is not None)
        if items and not entries:
            raise ReadingError("the items of the API's answer have no titles where the outlet's profile looks for them")
        troubles = list(broken)
        if len(items) > ITEM_LIMIT:
            troubles.append(f"only the first {ITEM_LIMIT} of {len(items)} items were read")
        if len(entries) < len(read):
            troubles.append(f"{len(read) - len(entries)} of {len(read)} items have no title and were left out")
        next_page = self._next(answer, troubles)
        troubles.extend(
            f"the profile's expression '{name}' did not fit {count} of {len(read)} items"
            for name, count in self._misfits.items()
        )
        return FeedReading(
            kind=FeedKind.API,
            entries=entries,
            title=self._outlet.name,
            home=self._outlet.home,
            next_page=next_page,
            troubles=tuple(troubles),
        )

    def _find(self, name: str, value: object) -> object:
        expression = self._expressions.get(name)
        if expression is None:
            return None
        try:
            found: object = expression.search(value)
        except _MISFITS:
            self._misfits[name] += 1
            return None
        return found

    def _items(self, answer: object) -> list[object]:
        items = self._find("items", answer)
        if isinstance(items, list):
            return items
        reason = clean_line(title_line(words_of(self._find("error", answer))), REASON_LIMIT)
        if reason:
            raise ReadingError(f"the site's API refused: {reason}")
        raise ReadingError("the API's answer has no list of items where the outlet's profile looks for it")

    def _next(self, answer: object, troubles: list[str]) -> Address | None:
        """The next page's address, on the API's own host: a request may carry what only that host should see."""
        address = address_of(self._find("next", answer), self._url)
        if address is None or self._url is None or urlsplit(address).netloc == urlsplit(self._url).netloc:
            return address
        troubles.append("the next page is on another host and was not followed")
        return None

    def _entry(self, item: object) -> Entry | None:
        # An API often has a host of its own; what is not a whole address counts from the outlet's home.
        home = self._outlet.home
        url = address_of(self._find("url", item), home)
        base = url or home
        content = blocks_of(self._find("content", item), base)
        summary = blocks_of(self._find("summary", item), base)
        title = title_line(words_of(self._find("title", item)))
        if not title:
            title = clean_line(blocks_text(teaser(summary) or content), 120)
        if not title:
            return None
        guid = clean_line(words_of(self._find("id", item)), 1000)
        published = date_of(self._find("date", item), self._outlet.zone, self._fetched_at)
        updated = date_of(self._find("updated", item), self._outlet.zone, self._fetched_at)
        image = picture_of(self._find("image", item), home) or first_image(content) or first_image(summary)
        labels = [part for words in texts_of(self._find("labels", item)) for part in words.split(",")]
        publisher = title_line(words_of(self._find("publisher", item)))
        # "3 jam lalu" is another time at each poll: by that nothing is known again.
        steady = published if published is not None and published.source is DateSource.FEED else None
        return Entry(
            id=entry_id(guid or None, url, title, steady),
            title=title,
            url=canonical(url) if url is not None else None,
            guid=guid or None,
            published=published,
            updated=updated.at if updated is not None else None,
            authors=self._people("authors", item),
            credits=tuple(Credit(Role.EDITOR, name) for name in self._people("editors", item)),
            labels=label_lines(labels),
            summary=teaser(summary),
            content=without_lead(content, image),
            image=image,
            views=count_of(self._find("views", item)),
            comments_url=address_of(self._find("comments", item), base),
            source_name=publisher or None,
            publisher=other_publisher(publisher, self._outlet),
        )

    def _people(self, name: str, item: object) -> tuple[Line, ...]:
        names = (clean_line(title_line(words), NAME_LIMIT) for words in texts_of(self._find(name, item))[:PEOPLE])
        return tuple(dict.fromkeys(each for each in names if each))
