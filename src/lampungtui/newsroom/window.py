"""A view by rank: pages of headlines asked from the store by key, so that the cost does not grow with the cache."""

from __future__ import annotations

import enum
from collections import OrderedDict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from lampungtui.model import Headline, View
from lampungtui.store import Store

PAGE: Final = 64
"""Headlines of one page."""

KEPT: Final = 16
"""Pages kept; the longest untouched go first."""


class ListPart(enum.StrEnum):
    """A part of a list, seen from a headline in it, or by age."""

    ALL = "all"
    ABOVE = "above"
    BELOW = "below"
    DAY = "day"
    THREE_DAYS = "three-days"
    WEEK = "week"

    @property
    def age(self) -> timedelta | None:
        """How old the articles of a part by age are at least."""
        return {
            ListPart.DAY: timedelta(days=1),
            ListPart.THREE_DAYS: timedelta(days=3),
            ListPart.WEEK: timedelta(7),
        }.get(self)


class HeadlineWindow:
    """The headlines of a view, newest first, as they were when it was opened.

    `as_of` is the watermark: what arrived later waits until the reader asks for it, so that nothing moves. Within the
    window ranks stay what they are, also when reading an article takes it out of the view's query.
    """

    def __init__(self, store: Store, view: View, *, as_of: int) -> None:
        self._store = store
        self.view = view
        self.as_of = as_of
        # A side list and a search have an order of their own and are short: their ids are held.
        self._ids = store.ids_of(view)
        self.total = len(self._ids) if self._ids is not None else store.tally(view).total - store.arrived(view, as_of)
        self._pages: OrderedDict[int, list[Headline]] = OrderedDict()

    def at(self, rank: int) -> Headline | None:
        """The headline at `rank` (from 0), or None beyond the end."""
        if not 0 <= rank < self.total:
            return None
        page = self._page(rank // PAGE)
        within = rank % PAGE
        return page[within] if within < len(page) else None

    def rank_of(self, article_id: int) -> int | None:
        """The rank of an article among the pages held, or None."""
        for number, page in self._pages.items():
            for within, headline in enumerate(page):
                if headline.id == article_id:
                    return number * PAGE + within
        return None

    def find(self, headline: Headline) -> int | None:
        """The rank of a headline anywhere in the view, or None where the view does not hold it."""
        held = self.rank_of(headline.id)
        if held is not None:
            return held
        if self._ids is not None:
            return self._ids.index(headline.id) if headline.id in self._ids else None
        if headline.id > self.as_of:
            return None
        rank = self._store.rank(self.view, headline.key, as_of=self.as_of)
        there = self.at(rank)
        return rank if there is not None and there.id == headline.id else None

    def unread_in(self, part: ListPart, here: Headline, now: datetime) -> list[int]:
        """The unread articles of a part of the list; the headline from which it is seen is in neither side."""
        older_than = now - part.age if part.age is not None else None
        if self._ids is None:
            above = here.key if part is ListPart.ABOVE else None
            below = here.key if part is ListPart.BELOW else None
            return self._store.unread_ids(self.view, as_of=self.as_of, above=above, below=below, older_than=older_than)
        place = self._ids.index(here.id) if here.id in self._ids else 0
        sides = {ListPart.ABOVE: self._ids[:place], ListPart.BELOW: self._ids[place + 1 :]}
        return [
            headline.id
            for headline in self._store.headlines_of(sides.get(part, self._ids))
            if not headline.read and (older_than is None or headline.sort_at < older_than)
        ]

    def changed(self, article_ids: Iterable[int]) -> list[int]:
        """Reads these articles' rows again where they are held; returns their ranks."""
        ranks = []
        for article_id in article_ids:
            rank = self.rank_of(article_id)
            if rank is None:
                continue
            fresh = self._store.headline(article_id)
            if fresh is not None:
                self._pages[rank // PAGE][rank % PAGE] = fresh
                ranks.append(rank)
        return ranks

    def reread(self) -> None:
        """Reads every row that is held again, each in its place: marks of many may have changed."""
        for number, page in self._pages.items():
            fresh = {headline.id: headline for headline in self._store.headlines_of([each.id for each in page])}
            self._pages[number] = [fresh.get(each.id, each) for each in page]

    def _page(self, number: int) -> list[Headline]:
        page = self._pages.get(number)
        if page is not None:
            self._pages.move_to_end(number)
            return page
        page = self._fetch(number)
        self._pages[number] = page
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page

    def _fetch(self, number: int) -> list[Headline]:
        """A page by the key of its neighbour where that is held; else by its rank."""
        if self._ids is not None:
            return self._store.headlines_of(self._ids[number * PAGE : (number + 1) * PAGE])
        above = self._pages.get(number - 1)
        if above:
            return self._store.headlines(self.view, as_of=self.as_of, after=above[-1].key, limit=PAGE)
        below = self._pages.get(number + 1)
        if below:
            return self._store.headlines(self.view, as_of=self.as_of, before=below[0].key, limit=PAGE)
        return self._store.headlines(self.view, as_of=self.as_of, skip=number * PAGE, limit=PAGE)
