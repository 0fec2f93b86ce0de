"""Whole articles: fetching an article's page, all pages of it, and storing what was read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Final

from lampungtui.clock import Clock, machine_clock
from lampungtui.errors import LampungtuiError, ReadingError
from lampungtui.extract.pages import join_pages
from lampungtui.feeds.google_news import is_googles
from lampungtui.fetch import UNREACHED, Accept, Client, Fetched, Request, Trouble, Unfetched, origin_of
from lampungtui.fetch.politeness import INTERVAL_CAP, JITTER, hold_for
from lampungtui.foreign import Address
from lampungtui.log import logger
from lampungtui.model import Outlet, PageReading
from lampungtui.newsroom.decide import region_category
from lampungtui.newsroom.following import Following
from lampungtui.newsroom.progress import BodyOutcome
from lampungtui.newsroom.turns import turn_at
from lampungtui.store import Store
from lampungtui.workbench import PageJob
from lampungtui.workshop import Workshop

PAGES: Final = 10
"""Pages of one article that are followed."""

AT_ONCE: Final = 4
"""Articles prefetched side by side; the client still asks each host for one thing at a time."""

ROUND: Final = 200
"""Articles prefetched after one refresh."""


_NOT_THERE: Final = frozenset({Trouble.NOT_FOUND, Trouble.GONE})


class Bodies:
    """Fetches article pages and stores what they say."""

    def __init__(
        self,
        store: Store,
        client: Client,
        workshop: Workshop,
        following: Following,
        *,
        clock: Clock = machine_clock,
    ) -> None:
        self._store = store
        self._client = client
        self._workshop = workshop
        self._following = following
        self._clock = clock
        self._under_way: dict[int, asyncio.Task[BodyOutcome]] = {}

    async def fetch(self, article_id: int) -> BodyOutcome:
        """Fetches and stores one article's whole text; a fetch that is under way already is joined."""
        task = self._under_way.get(article_id)
        if task is None:
            task = asyncio.create_task(self._fetch(article_id), name=f"body {article_id}")
            self._under_way[article_id] = task
            task.add_done_callback(lambda _: self._under_way.pop(article_id, None))
        return await asyncio.shield(task)

    async def prefetch(self) -> AsyncIterator[int]:
        """Fetches the bodies that are missing, newest first; yields the articles whose text came.

        Where another reader on the same cache is at it, that one does it.
        """
        async with turn_at(self._store.path.parent, "prefetch", patience=0) as ours:
            if ours:
                async with aclosing(self._prefetched()) as stored:
                    async for article_id in stored:
                        yield article_id

    async def _prefetched(self) -> AsyncGenerator[int, None]:
        urls = {body.article_id: body.url for body in self._store.bodies_wanted(limit=ROUND, now=self._clock())}
        wanted = list(urls)
        turns: dict[str, asyncio.Lock] = {}
        places = asyncio.Semaphore(AT_ONCE)

        async def one(article_id: int) -> BodyOutcome:
            async with places, turns.setdefault(origin_of(urls[article_id]), asyncio.Lock()):
                held, now = self._store.origin_holds().get(origin_of(urls[article_id])), self._clock()
                # One that lies further ahead than any server may ask for comes from a clock that was wrong.
                if held is not None and now < held <= now + INTERVAL_CAP * (1 + JITTER):
                    return BodyOutcome(article_id, stored=False, trouble="its server asked us to come back later")
                return await self.fetch(article_id)

        tasks = [asyncio.create_task(one(article_id)) for article_id in wanted]
        try:
            for finished in asyncio.as_completed(tasks):
                outcome = await finished
                if outcome.stored:
                    yield outcome.article_id
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _fetch(self, article_id: int) -> BodyOutcome:
        article = self._store.article(article_id)
        if article is None or article.url is None:
            return BodyOutcome(article_id, stored=False, trouble="the article has no address")
        if is_googles(article.url):
            return BodyOutcome(article_id, stored=False, trouble="Google's page leads to the article in a browser only")
        outlet = self._following.outlet(article.headline.outlet_id)
        try:
            reading = await self._read(article.url, outlet)
            region = region_category(reading.region) if reading.region is not None else None
            labels = (outlet.category_of(label) for label in reading.labels) if outlet is not None else ()
            categories = tuple(dict.fromkeys(path for path in (region, *labels) if path is not None))
            await self._store.keep_body(article_id, reading, categories=categories, fetched_at=self._clock())
        except LampungtuiError as error:
            logger.info("body of %s: %s", article.url, error)
            await self._note_failure(article_id, article.url, error)
            return BodyOutcome(article_id, stored=False, trouble=str(error))
        return BodyOutcome(article_id, stored=True)

    async def _note_failure(self, article_id: int, url: Address, error: LampungtuiError) -> None:
        now = self._clock()
        try:
            if isinstance(error, Unfetched) and error.kind is Trouble.RATE_LIMITED:
                await self._store.hold_origin(origin_of(error.url or url), now + hold_for(error.retry_after_seconds))
            # Where nobody could be reached, the article is not to blame: it is tried again, however long that lasts.
            counted = not (isinstance(error, Unfetched) and error.kind in UNREACHED)
            await self._store.body_failed(article_id, now, counted=counted)
        except LampungtuiError as error:
            logger.error("the failure of a body could not be stored: %s", error)

    async def _read(self, url: Address, outlet: Outlet | None) -> PageReading:
        """The whole article, its following pages joined on.

        A following page that is not there, or holds no article, ends it: the link was to something else. One that fails
        for now fails the article, which is read again later.
        """
        first = await self._read_one(url, outlet)
        seen = {url}
        following: list[PageReading] = []
        following_url = first.next_page
        while following_url is not None and following_url not in seen and len(following) < PAGES:
            seen.add(following_url)
            try:
                page = await self._read_one(following_url, outlet)
            except (Unfetched, ReadingError) as error:
                if isinstance(error, Unfetched) and error.kind not in _NOT_THERE:
                    raise
                logger.info("%s leads to %s: %s", url, following_url, error)
                break
            following.append(page)
            following_url = page.next_page
        return join_pages(first, following) if following else first

    async def _read_one(self, url: Address, outlet: Outlet | None) -> PageReading:
        answer = await self._client.get(Request(url, accept=Accept.PAGE))
        assert isinstance(answer, Fetched)  # noqa: S101  # no validators were sent
        return await self._workshop.read_page(
            PageJob(
                document=answer.body,
                url=answer.url,
                content_type=answer.content_type,
                outlet=outlet,
                fetched_at=self._clock(),
            )
        )
