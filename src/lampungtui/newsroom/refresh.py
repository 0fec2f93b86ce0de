"""A refresh: every feed that is due is polled, read, decided upon and stored, each on its own.

Fetching runs side by side over many hosts; parsing happens in the workshop; each feed's entries, validators and health
go into the store in one transaction. One feed's failure is a value in the stream of progress, never the run's end.
"""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lampungtui.clock import Clock, machine_clock
from lampungtui.errors import LampungtuiError
from lampungtui.fetch import UNREACHED, Accept, Client, Fetched, NotModified, Request, Unfetched, origin_of
from lampungtui.log import logger
from lampungtui.model import Entry, Feed, FeedReading, Outlet
from lampungtui.newsroom.decide import decide, entry_keys
from lampungtui.newsroom.polling import after_answer, after_failure, may_poll
from lampungtui.newsroom.shelving import shelf_intents
from lampungtui.store import Store
from lampungtui.store.records import FeedState, KeptCounts
from lampungtui.workshop import FeedJob, Workshop

UNDER_WAY: Final = 48
"""Origins that are visited at once, each with one document between its request and the store. More than are fetched
from at once, so that there is always something to read; few enough that a network quicker than the parser does not pile
up documents in memory, and that each origin's connection is still open for its next feed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh is, after one more source answered. `trouble` is an English sentence."""

    done: int
    total: int
    failed: int = 0
    new: int = 0
    changed_ids: tuple[int, ...] = ()
    feed: Feed | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll brought."""

    feed: Feed
    counts: KeptCounts | None = None
    trouble: str | None = None
    reached: bool = True


class Refresh:
    """Polls feeds by the manners. Holds no state between runs: that is the store's."""

    def __init__(
        self,
        store: Store,
        client: Client,
        workshop: Workshop,
        outlets: Mapping[str, Outlet],
        feeds: Sequence[Feed],
        *,
        clock: Clock = machine_clock,
    ) -> None:
        self._store = store
        self._client = client
        self._workshop = workshop
        self._outlets = outlets
        self._feeds = feeds
        self._clock = clock

    def _due(self, states: Mapping[str, FeedState], *, by_hand: bool) -> list[Feed]:
        """The feeds that may be polled now."""
        now = self._clock()
        holds = self._store.origin_holds()
        return [feed for feed in self._feeds if may_poll(feed, states.get(feed.id), holds, now, by_hand=by_hand)]

    async def run(self, *, by_hand: bool) -> AsyncIterator[tuple[Progress, Polled | None]]:
        """Polls what is due; yields after each source, first once with nothing done."""
        states = self._store.feed_states()
        feeds = self._due(states, by_hand=by_hand)
        finished: asyncio.Queue[Polled | Exception] = asyncio.Queue()
        under_way = asyncio.Semaphore(UNDER_WAY)
        origins: defaultdict[str, list[Feed]] = defaultdict(list)
        for feed in feeds:
            origins[origin_of(feed.url)].append(feed)

        async def visit(own: Sequence[Feed]) -> None:
            """Polls the feeds of one origin, which takes them one at a time anyway, over one connection."""
            try:
                async with under_way:
                    for feed in own:
                        finished.put_nowait(await self._poll(feed, states.get(feed.id) or FeedState(feed_id=feed.id)))
            except Exception as error:  # noqa: BLE001  # raised again by whoever waits for what this was to bring
                finished.put_nowait(error)

        done = failed = new = 0
        yield Progress(0, len(feeds)), None
        tasks = [asyncio.create_task(visit(own), name=f"visit {origin}") for origin, own in origins.items()]
        try:
            while done < len(feeds):
                polled = await finished.get()
                if isinstance(polled, Exception):
                    raise polled
                done += 1
                failed += polled.trouble is not None
                counts = polled.counts
                new += counts.new if counts else 0
                changed = tuple(counts.changed_ids) if counts else ()
                yield (
                    Progress(
                        done, len(feeds), failed, counts.new if counts else 0, changed, polled.feed, polled.trouble
                    ),
                    polled,
                )
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _poll(self, feed: Feed, state: FeedState) -> Polled:
        """Polls one feed and stores what came of it. Never raises what a source can cause."""
        try:
            answer = await self._client.get(
                Request(feed.url, etag=state.etag, last_modified=state.last_modified, accept=Accept.FEED)
            )
            reading = await self._read(feed, answer) if isinstance(answer, Fetched) else None
            return await self._keep(feed, state, answer, reading)
        except LampungtuiError as error:
            logger.warning("%s: %s", feed.id, error)
            return await self._failed(feed, state, error)

    async def _read(self, feed: Feed, answer: Fetched) -> FeedReading:
        """The document's entries; a listing that spans pages is followed by its own links."""
        reading = await self._read_document(feed, answer)
        entries: list[Entry] = list(reading.entries)
        following = reading
        for _ in range(feed.pages - 1):
            if following.next_page is None:
                break
            page = await self._client.get(Request(following.next_page, accept=Accept.FEED))
            if not isinstance(page, Fetched):
                break
            following = await self._read_document(feed, page)
            entries.extend(following.entries)
        if following is reading:
            return reading
        return FeedReading(
            kind=reading.kind,
            entries=tuple(entries),
            title=reading.title,
            home=reading.home,
            language=reading.language,
            shelves=reading.shelves,
            troubles=reading.troubles,
            ttl_minutes=reading.ttl_minutes,
            skip_hours=reading.skip_hours,
            skip_days=reading.skip_days,
        )

    async def _read_document(self, feed: Feed, answer: Fetched) -> FeedReading:
        return await self._workshop.read_feed(
            FeedJob(
                document=answer.body,
                url=answer.url,
                content_type=answer.content_type,
                kind=feed.kind,
                outlet=self._outlets[feed.outlet_id],
                fetched_at=self._clock(),
            )
        )

    async def _keep(
        self, feed: Feed, state: FeedState, answer: Fetched | NotModified, reading: FeedReading | None
    ) -> Polled:
        now = self._clock()
        new_state = after_answer(feed, state, answer, reading, now, jitter=random.random())  # noqa: S311
        if reading is None:
            await self._store.set_feed_state(new_state)
            return Polled(feed)
        outlet = self._outlets[feed.outlet_id]
        shelved = [entry for shelf in reading.shelves for entry in shelf.entries]
        entries = [*reading.entries, *shelved]
        aside = frozenset(entry.id for entry in shelved) - {entry.id for entry in reading.entries}
        keys = entry_keys(entries, feed)
        counts = await self._store.keep_feed(
            feed.id,
            keys=[key for own in keys for key in own],
            decide=lambda known: decide(entries, keys, known, feed=feed, outlet=outlet, now=now, aside=aside),
            shelves=shelf_intents(reading, feed),
            state=new_state,
        )
        for trouble in reading.troubles:
            logger.info("%s: %s", feed.id, trouble)
        return Polled(feed, counts)

    async def _failed(self, feed: Feed, state: FeedState, error: LampungtuiError) -> Polled:
        now = self._clock()
        new_state, hold = after_failure(feed, state, error, now, jitter=random.random())  # noqa: S311
        try:
            await self._store.set_feed_state(new_state)
            if hold is not None:
                await self._store.hold_origin(hold.origin, hold.until)
        except LampungtuiError as store_error:
            logger.error("%s: the failure could not be stored: %s", feed.id, store_error)
        unreached = isinstance(error, Unfetched) and error.kind in UNREACHED
        return Polled(feed, trouble=str(error), reached=not unreached)
