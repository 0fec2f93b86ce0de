"""A view by rank: pages of headlines asked from the store by key, so that the cost does not grow with the cache."""

from __future__ import annotations

import enum
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from lampungtui.foreign import Line, clean_line
from lampungtui.model import Grouping, Headline, Order, Tally, View
from lampungtui.press.regions import regions
from lampungtui.store import Store
from lampungtui.store.search import WIB

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


@dataclass(frozen=True, slots=True)
class Group:
    """What headlines of a list stand together by: two of one `key` are in one group.

    `name` is an outlet's or a region's, empty where no region is known; of a day, `day` says which one it is, in WIB.
    """

    key: str
    name: Line
    day: date | None = None


class HeadlineWindow:
    """The headlines of a view in its order and its groups, as they were when it was opened.

    `as_of` is the watermark: what arrived later waits until the reader asks for it, so that nothing moves. Within the
    window ranks stay what they are, also when reading an article takes it out of the view's query.
    """

    def __init__(
        self,
        store: Store,
        view: View,
        *,
        as_of: int,
        order: Order = Order.NEWEST,
        grouping: Grouping = Grouping.NONE,
        found: tuple[Sequence[int] | None] | None = None,
    ) -> None:
        self._store = store
        self.view = view
        self.as_of = as_of
        self.order = order
        self.grouping = grouping
        # What has an order of its own (a side list, a search, groups of outlets) is not long: its ids are held.
        # `found` has them where they were looked for already.
        (self._ids,) = found or (store.ids_of(view, order=order, grouping=grouping, as_of=as_of),)
        self._oldest = order is Order.OLDEST and self._ids is None
        self.total = len(self._ids) if self._ids is not None else store.tally(view).total - store.arrived(view, as_of)
        self._pages: OrderedDict[int, list[Headline]] = OrderedDict()
        self._regions: dict[int, str] = {}

    def tally(self) -> Tally:
        """How many articles it lists, and how many of them are unread now."""
        return self._store.tally_of(self._ids) if self._ids is not None else self._store.tally(self.view)

    @property
    def held(self) -> bool:
        """Whether its order is its own, so that neighbours are found by rank rather than by key."""
        return self._ids is not None

    def group(self, headline: Headline) -> Group | None:
        """The group that a headline of this window stands in; None where nothing is grouped."""
        match self.grouping:
            case Grouping.DAY:
                day = headline.sort_at.astimezone(WIB).date()
                return Group(day.isoformat(), clean_line(day.isoformat()), day)
            case Grouping.OUTLET:
                return Group(headline.outlet_id, headline.outlet_name)
            case Grouping.REGION:
                slug = self._region_of(headline.id)
                return Group(slug, clean_line(regions().get(slug, slug)))
            case Grouping.STORY:
                if headline.story is None:
                    return Group(f"-{headline.id}", headline.title)
                return Group(str(headline.story), self._story_title(headline))
        return None

    def _story_title(self, headline: Headline) -> Line:
        """A story is called as its newest article here is."""
        told = [each for page in self._pages.values() for each in page if each.story == headline.story]
        return max(told or [headline], key=lambda each: each.key).title

    def _region_of(self, article_id: int) -> str:
        if article_id not in self._regions:
            page = [headline.id for held in self._pages.values() for headline in held]
            self._regions = dict.fromkeys((*page, article_id), "") | self._store.regions_of([*page, article_id])
        return self._regions[article_id]

    def at(self, rank: int) -> Headline | None:
        """The headline at `rank` (from 0), or None beyond the end."""
        if not 0 <= rank < self.total:
            return None
        page = self._page(rank // PAGE)
        within = rank % PAGE
        if within < len(page):
            return page[within]
        if self._ids is None and not self._oldest:
            # The oldest were let go of meanwhile: the list ends sooner.
            self.total = min(self.total, rank - within + len(page))
        return None

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
        rank = self._store.rank(self.view, headline.key, as_of=self.as_of, oldest=self._oldest)
        there = self.at(rank)
        return rank if there is not None and there.id == headline.id else None

    def unread_in(self, part: ListPart, here: Headline, now: datetime) -> list[int]:
        """The unread articles of a part of the list; the headline from which it is seen is in neither side."""
        older_than = now - part.age if part.age is not None else None
        if self._ids is None:
            newer, older = (ListPart.BELOW, ListPart.ABOVE) if self._oldest else (ListPart.ABOVE, ListPart.BELOW)
            above = here.key if part is newer else None
            below = here.key if part is older else None
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
        asked = partial(self._store.headlines, self.view, as_of=self.as_of, limit=PAGE, oldest=self._oldest)
        above = self._pages.get(number - 1)
        if above:
            return asked(after=above[-1].key)
        below = self._pages.get(number + 1)
        if below:
            return asked(before=below[0].key)
        return asked(skip=number * PAGE)
