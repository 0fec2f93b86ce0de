"""Discovery: from an address that a person types to what can be followed there.

    discovery = Discovery(client, workshop, outlets)
    async for candidate in discovery.candidates("lampungpro.co"):
        print(candidate.title, candidate.newest)

The surest comes first: what was typed, where it is a feed itself; what the catalogue knows of that host; what the page
declares; the site's WordPress API; its home page; where feeds usually are; sitemaps; and the page read as a list of
articles, which costs no request. What only guesses is not asked once something was found. A discovery makes at most
twelve requests, none twice, and leaves a host alone that refuses or cannot be reached.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from lampungtui.clock import Clock, machine_clock
from lampungtui.errors import LampungtuiError
from lampungtui.extract.pointers import NamedFeed, Pointers
from lampungtui.feeds.detect import LONG_HEAD, detect
from lampungtui.fetch import Client, Fetched, Trouble, Unfetched, origin_of
from lampungtui.foreign import Address, Line, clean_address
from lampungtui.model import Feed, FeedKind, FeedReading, Outlet
from lampungtui.newsroom.candidates import Candidate, Step, address_key, are_one, candidate_of, wanting, without_doubles
from lampungtui.newsroom.enquiry import Enquiry
from lampungtui.newsroom.polling import trouble_of
from lampungtui.newsroom.sights import EMPTY, NAMES_NONE, Looking, Missed, NothingFound, Sight
from lampungtui.newsroom.typed_address import typed_addresses
from lampungtui.outlets.subscriptions import publisher_of
from lampungtui.workshop import Workshop

KNOWN_FEEDS: Final = 3
"""Feeds of the catalogue that are asked: the person sees what the outlet is like, not each of its rubrics."""

NAMED_FEEDS: Final = 5
LINKED_FEEDS: Final = 3
SITEMAPS: Final = 4
SITEMAPS_OF_ONE: Final = 2
"""Sitemaps that are asked: in all, and of those that one document names."""

PAGES_FOR_FEEDS: Final = 2
"""Usual addresses answered by a page, after which no more are tried: some sites have a page for every address."""

USUAL: Final = ("/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
USUAL_IN_WORDPRESS: Final = ("/feed/", "/?feed=rss2")
USUAL_SITEMAPS: Final = ("/sitemap.xml", "/news-sitemap.xml")

UNCONNECTED: Final = frozenset({Trouble.REFUSED, Trouble.TIMEOUT, Trouble.CERTIFICATE, Trouble.CUT_SHORT})
"""Failures of https after which http is tried, where no scheme was typed."""


class Discovery:
    """Finds what can be followed. Holds nothing between two discoveries."""

    def __init__(
        self, client: Client, workshop: Workshop, outlets: Sequence[Outlet], *, clock: Clock = machine_clock
    ) -> None:
        self._client = client
        self._workshop = workshop
        self._outlets = outlets
        self._clock = clock

    def known(self, typed: str) -> Outlet | None:
        """The outlet of the catalogue on whose site an address lies; asks nobody. Raises NoAddress."""
        return publisher_of(typed_addresses(typed)[0], self._outlets)

    def watch(self, typed: str, *, named: bool = True) -> AsyncGenerator[Sight, None]:
        """A discovery as it goes on: what is looked at, what was missed, and each candidate as it is found.

        An address that a person did not name (the link of an article) leads to no private network. Raises NoAddress
        for what is no address, at once; NothingFound at the end of one without a candidate.
        """
        addresses = typed_addresses(typed)
        enquiry = Enquiry(self._client, self._workshop, addresses if named else (), self._clock)
        return _Search(enquiry, self._outlets, self._clock, addresses).run()

    async def candidates(self, typed: str) -> AsyncGenerator[Candidate, None]:
        """The candidates alone, the surest first. Raises NoAddress or NothingFound."""
        async with aclosing(self.watch(typed)) as sights:
            async for sight in sights:
                if isinstance(sight, Candidate):
                    yield sight


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that was looked at: its reading as a list, or why it is none, and what it points to."""

    step: Step
    asked: Address
    answer: Fetched
    reading: FeedReading | None
    trouble: LampungtuiError | None
    pointers: Pointers


class _Search:
    """One discovery: its pages, what was found and what was missed."""

    def __init__(
        self, enquiry: Enquiry, outlets: Sequence[Outlet], clock: Clock, addresses: tuple[Address, ...]
    ) -> None:
        self._enquiry = enquiry
        self._outlets = outlets
        self._clock = clock
        self._addresses = addresses
        self._site = addresses[-1]
        self._pages: list[_Page] = []
        self._found: list[Candidate] = []
        self._missed: list[Missed] = []

    async def run(self) -> AsyncGenerator[Sight, None]:
        """All sights, no candidate twice."""
        async for sight in self._steps():
            match sight:
                # Each step finds what is better than what the next ones can: the first of several that are one stays.
                case Candidate() if any(are_one(sight, other) for other in self._found):
                    continue
                case Candidate():
                    self._found.append(sight)
                case Missed():
                    self._missed.append(sight)
            yield sight
        if not self._found:
            raise NothingFound(self._site, self._missed, cut=self._enquiry.cut)

    async def _steps(self) -> AsyncIterator[Sight]:
        async for sight in self._typed():
            yield sight
        # A feed that was typed is what is wanted. A page that the catalogue reads as one may be typed as the outlet's.
        if self._found and self._found[0].kind is not FeedKind.PAGE:
            return
        async for sight in self._known():
            yield sight
        if self._found and self._found[0].found is Step.TYPED:
            return
        for page in self._pages:
            async for sight in self._pointed_to(page):
                yield sight
        for guess in (self._home, self._usual, self._sitemaps):
            if self._has_articles:
                break
            async for sight in guess():
                yield sight
        for sight in self._listing():
            yield sight

    @property
    def _has_articles(self) -> bool:
        """Whether something was found that brings articles: the rest would bring the same ones."""
        return any(not candidate.comments for candidate in self._found)

    # ------------------------------------------------------------------ the steps

    async def _typed(self) -> AsyncIterator[Sight]:
        """What was typed: a candidate where it is a feed; else a page, an index of sitemaps or an API to look into."""
        for address in self._addresses:
            self._site = address
            yield Looking(Step.TYPED, address)
            try:
                answer = await self._enquiry.get(address)
            except Unfetched as error:
                another = address != self._addresses[-1] and error.kind in UNCONNECTED
                yield self._miss(Step.TYPED, address, error, closing=not another)
                if another:
                    continue
                return
            break
        self._site = answer.url
        feed = self._known_at(address, answer.url)
        if feed is None and _is_page(answer):
            self._pages.append(await self._looked_into(Step.TYPED, address, answer))
            return
        try:
            reading = await self._read(answer, feed.kind if feed else None, feed)
        except LampungtuiError as error:
            page = await self._looked_into(Step.TYPED, address, answer, read=False)
            self._pages.append(page)
            if page.pointers.sitemaps:
                async for sight in self._first_of(page.pointers.sitemaps):
                    yield sight
            elif page.pointers.posts is None:
                yield self._miss(Step.TYPED, address, error)
            return
        yield self._candidate_or_lack(Step.TYPED, address, answer, reading, feed=feed)

    async def _known(self) -> AsyncIterator[Sight]:
        outlet = publisher_of(self._addresses[0], self._outlets) or publisher_of(self._site, self._outlets)
        for feed in outlet.feeds[:KNOWN_FEEDS] if outlet is not None else ():
            async for sight in self._follow(Step.KNOWN, feed.url, feed.kind, feed=feed):
                yield sight

    async def _pointed_to(self, page: _Page) -> AsyncIterator[Sight]:
        """The feeds that a page declares; the posts of its WordPress site where none of those brings articles."""
        step = Step.NAMED if page.step is Step.TYPED else page.step
        batch: list[Candidate] = []
        for named in page.pointers.feeds[:NAMED_FEEDS]:
            async for sight in self._follow(step, named.url, FeedKind.RSS, named=named):
                if isinstance(sight, Candidate):
                    batch.append(sight)
                else:
                    yield sight
        for candidate in without_doubles(batch):
            yield candidate
        if not page.pointers.feeds and _is_page(page.answer):
            yield Missed(step, page.asked, NAMES_NONE, "the page names no feed")
        if page.pointers.posts is not None and not self._has_articles:
            async for sight in self._follow(Step.API, page.pointers.posts, FeedKind.WORDPRESS):
                yield sight

    async def _home(self) -> AsyncIterator[Sight]:
        """The site's home page, which may declare what the page that was typed does not."""
        home = clean_address("/", self._site)
        if home is None or not self._enquiry.may_ask(home):
            return
        yield Looking(Step.HOME, home)
        try:
            answer = await self._enquiry.get(home)
        except Unfetched as error:
            yield self._miss(Step.HOME, home, error)
            return
        if not _is_page(answer):
            return
        page = await self._looked_into(Step.HOME, home, answer)
        self._pages.append(page)
        async for sight in self._pointed_to(page):
            yield sight

    async def _usual(self) -> AsyncIterator[Sight]:
        """Links that look like feeds; where there are none that are, the usual addresses up to the first that works."""
        linked = dict.fromkeys(address for page in self._pages for address in page.pointers.linked)
        for address in list(linked)[:LINKED_FEEDS]:
            async for sight in self._follow(Step.LINKED, address, FeedKind.RSS):
                yield sight
        wordpress = next((page.pointers for page in self._pages if page.pointers.wordpress), None)
        pages = 0
        for path in USUAL_IN_WORDPRESS if wordpress is not None else USUAL:
            if self._has_articles or pages == PAGES_FOR_FEEDS:
                return
            guess = clean_address(self._installed(wordpress) + path.removeprefix("/"))
            if guess is None or not self._enquiry.may_ask(guess):
                continue
            async for sight in self._follow(Step.USUAL, guess, FeedKind.RSS):
                yield sight
            answer = self._enquiry.answer(guess)
            pages += answer is not None and _is_page(answer)

    def _installed(self, wordpress: Pointers | None) -> str:
        """The address below which a site's feeds are: its root, or the folder in which its WordPress is installed."""
        root = f"{origin_of(self._site)}/"
        api = (wordpress.posts if wordpress is not None else None) or ""
        folder = api.partition("wp-json/")[0]
        return folder if "wp-json/" in api and folder.startswith(root) else root

    async def _sitemaps(self) -> AsyncIterator[Sight]:
        """Sitemaps that the page names, else the site's robots.txt; then the usual ones."""
        named = [address for page in self._pages for address in page.pointers.sitemaps]
        robots = clean_address("/robots.txt", self._site)
        if not named and robots is not None and self._enquiry.may_ask(robots):
            yield Looking(Step.SITEMAP, robots)
            try:
                named.extend((await self._enquiry.pointers(await self._enquiry.get(robots))).sitemaps)
            except LampungtuiError as error:
                yield self._miss(Step.SITEMAP, robots, error)
        usual = (clean_address(path, self._site) for path in USUAL_SITEMAPS)
        async for sight in self._first_of([*named[:SITEMAPS_OF_ONE], *(each for each in usual if each is not None)]):
            yield sight

    async def _first_of(self, sitemaps: Iterable[Address]) -> AsyncIterator[Sight]:
        """The first sitemap that works; an index stands for the likeliest of those that it names."""
        waiting = list(sitemaps)
        asked = 0
        while waiting and asked < SITEMAPS:
            address = waiting.pop(0)
            if not self._enquiry.may_ask(address):
                continue
            asked += 1
            yield Looking(Step.SITEMAP, address)
            try:
                answer = await self._enquiry.get(address)
                inside = (await self._enquiry.pointers(answer)).sitemaps
                if inside:
                    waiting[:0] = inside[:SITEMAPS_OF_ONE]
                    continue
                reading = await self._read(answer, FeedKind.SITEMAP)
            except LampungtuiError as error:
                yield self._miss(Step.SITEMAP, address, error)
                continue
            sight = self._candidate_or_lack(Step.SITEMAP, address, answer, reading)
            yield sight
            if isinstance(sight, Candidate):
                return

    def _listing(self) -> Iterable[Sight]:
        """The first page that reads as a list of articles."""
        for page in self._pages:
            if page.pointers.article and urlsplit(page.answer.url).path.strip("/"):
                yield Missed(Step.LISTING, page.asked, EMPTY, "the page is an article, not a list of them")
            elif page.reading is not None and page.reading.kind is FeedKind.PAGE:
                sight = self._candidate_or_lack(Step.LISTING, page.asked, page.answer, page.reading)
                yield sight
                if isinstance(sight, Candidate):
                    return
            elif page.trouble is not None:
                yield self._miss(Step.LISTING, page.asked, page.trouble)

    # ------------------------------------------------------------------ one address

    async def _follow(
        self, step: Step, url: Address, kind: FeedKind, *, feed: Feed | None = None, named: NamedFeed | None = None
    ) -> AsyncIterator[Sight]:
        """Asks an address where a feed should be."""
        if not self._enquiry.may_ask(url):
            return
        yield Looking(step, url)
        try:
            answer = await self._enquiry.get(url)
            reading = await self._read(answer, kind, feed)
        except LampungtuiError as error:
            yield self._miss(step, url, error)
            return
        yield self._candidate_or_lack(step, url, answer, reading, feed=feed, named=named)

    def _candidate_or_lack(
        self,
        step: Step,
        url: Address,
        answer: Fetched,
        reading: FeedReading,
        *,
        feed: Feed | None = None,
        named: NamedFeed | None = None,
    ) -> Candidate | Missed:
        candidate = candidate_of(
            step,
            url,
            answer,
            reading,
            self._clock(),
            outlet=self._publisher(url, feed),
            feed=feed,
            title=(named.title if named is not None else None) or self._of_site(url),
            language=next((page.pointers.language for page in self._pages if page.pointers.language), None),
            comments=named is not None and named.comments,
        )
        lack = wanting(candidate)
        return candidate if lack is None else Missed(step, url, EMPTY, lack)

    def _of_site(self, url: Address) -> Line | None:
        """The name that the pages of an address's own site give the site."""
        names = (page.pointers.site_name for page in self._pages if origin_of(page.answer.url) == origin_of(url))
        return next((name for name in names if name), None)

    def _publisher(self, url: Address, feed: Feed | None) -> Outlet | None:
        if feed is not None:
            return next((outlet for outlet in self._outlets if outlet.id == feed.outlet_id), None)
        return publisher_of(url, self._outlets)

    def _known_at(self, *urls: Address) -> Feed | None:
        """The catalogue's feed at one of these addresses."""
        keys = {address_key(url) for url in urls}
        feeds = (feed for outlet in self._outlets for feed in outlet.feeds)
        return next((feed for feed in feeds if address_key(feed.url) in keys), None)

    def _miss(self, step: Step, url: Address, error: LampungtuiError, *, closing: bool = True) -> Missed:
        if closing:
            self._enquiry.heed(url, error)
        return Missed(step, url, trouble_of(error), str(error))

    async def _looked_into(self, step: Step, asked: Address, answer: Fetched, *, read: bool = True) -> _Page:
        """A page with what it points to, read as a list of articles too; what cannot be read is left out."""
        reading: FeedReading | None = None
        trouble: LampungtuiError | None = None
        pointers = Pointers()
        try:
            pointers = await self._enquiry.pointers(answer)
            reading = await self._read(answer, FeedKind.PAGE) if read else None
        except LampungtuiError as error:
            trouble = error
        return _Page(step, asked, answer, reading, trouble, pointers)

    async def _read(self, answer: Fetched, kind: FeedKind | None, feed: Feed | None = None) -> FeedReading:
        return await self._enquiry.read(answer, kind, self._publisher(answer.url, feed))


def _is_page(answer: Fetched) -> bool:
    """Whether an answer is a web page, by its beginning."""
    return detect(answer.body[:LONG_HEAD], answer.content_type) is FeedKind.PAGE


__all__ = ["Candidate", "Discovery", "Looking", "Missed", "NothingFound", "Sight", "Step"]
