"""A refresh: every feed that is due is polled, read, decided upon and stored, each on its own.

Fetching runs side by side over many hosts; parsing happens in the workshop; each feed's entries, validators and health
go into the store in one transaction. One feed's failure is a value in the stream of progress, never the run's end.
"""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Final

from lampungtui.clock import Clock, machine_clock
from lampungtui.errors import LampungtuiError
from lampungtui.fetch import UNREACHED, Accept, Client, Fetched, NotModified, Request, Trouble, Unfetched, origin_of
from lampungtui.log import logger
from lampungtui.model import Entry, Feed, FeedReading, FeedSettings
from lampungtui.newsroom.decide import decide, entry_keys
from lampungtui.newsroom.following import Following
from lampungtui.newsroom.keeping import limits_of
from lampungtui.newsroom.polling import (
    address_of,
    after_answer,
    after_failure,
    counted,
    may_poll,
    state_of,
    trouble_of,
)
from lampungtui.newsroom.progress import Progress
from lampungtui.newsroom.shelving import shelf_intents
from lampungtui.newsroom.turns import turn_at
from lampungtui.store import Store
from lampungtui.store.records import FeedState, KeptCounts
from lampungtui.workbench import FeedJob
from lampungtui.workshop import Workshop

UNDER_WAY: Final = 48
"""Origins that are visited at once, each with one document between its request and the store. More than are fetched
from at once, so that there is always something to read; few enough that a network quicker than the parser does not pile
up documents in memory, and that each origin's connection is still open for its next feed."""


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll brought."""

    feed: Feed
    counts: KeptCounts | None = None
    trouble: str | None = None
    kind: str | None = None
    reached: bool = True
    held: bool = False


@dataclass(frozen=True, slots=True)
class _Document:
    """A feed's document as read, all pages of it, and what it cost."""

    reading: FeedReading
    requests: int
    received_bytes: int


def _held(feed: Feed) -> Polled:
    """A feed that is not asked, for its server asked for patience with another one."""
    words = "its server asked us to come back later, for another of its feeds"
    return Polled(feed, trouble=words, kind=Trouble.RATE_LIMITED)


class Refresh:
    """Polls feeds by the manners. Holds no state between runs: that is the store's."""

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
        self.unread_may_go = False
        """Whether a feed's bounds hold for unread articles too."""

    async def run(
        self, *, by_hand: bool, only: Collection[str] | None = None
    ) -> AsyncGenerator[tuple[Progress, Polled | None], None]:
        """Polls what is due, of all feeds or of `only` those ids; yields after each source, first once with nothing done.

        Where another reader on the same cache is at it, waits for that one first.
        """
        # What was due has been asked by whoever had the turn before: it is looked at behind the turn.
        async with (
            turn_at(self._store.path.parent, "refresh"),
            aclosing(self._run(by_hand=by_hand, only=only)) as polls,
        ):
            async for polled in polls:
                yield polled

    async def _run(
        self, *, by_hand: bool, only: Collection[str] | None
    ) -> AsyncGenerator[tuple[Progress, Polled | None], None]:
        states = self._store.feed_states()
        holds = self._store.origin_holds()
        now = self._clock()
        asked = [feed for feed in self._following.feeds if only is None or feed.id in only]
        plan = [(feed, state_of(feed, states)) for feed in asked]
        plan = [(feed, state) for feed, state in plan if may_poll(feed, state, holds, now, by_hand=by_hand)]
        finished: asyncio.Queue[Polled | Exception] = asyncio.Queue()
        under_way = asyncio.Semaphore(UNDER_WAY)
        origins: defaultdict[str, list[tuple[Feed, FeedState]]] = defaultdict(list)
        for feed, state in plan:
            origins[origin_of(address_of(feed, state))].append((feed, state))

        async def visit(own: Sequence[tuple[Feed, FeedState]]) -> None:
            """Polls the feeds of one origin, which takes them one at a time anyway, over one connection."""
            held = False
            try:
                async with under_way:
                    for feed, state in own:
                        # What asks for patience asks for all of its feeds; those left over are due when it ends.
                        polled = _held(feed) if held else await self._poll(feed, state)
                        held = held or polled.held
                        finished.put_nowait(polled)
            except Exception as error:  # noqa: BLE001  # raised again by whoever waits for what this was to bring
                finished.put_nowait(error)

        done = failed = new = 0
        yield Progress(0, len(plan)), None
        tasks = [asyncio.create_task(visit(own), name=f"visit {origin}") for origin, own in origins.items()]
        try:
            while done < len(plan):
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
                        done,
                        len(plan),
                        failed,
                        counts.new if counts else 0,
                        changed,
                        polled.feed,
                        polled.trouble,
                        polled.kind,
                    ),
                    polled,
                )
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def keep(self, feed: Feed, answer: Fetched, reading: FeedReading) -> KeptCounts | None:
        """Stores what was read of a feed before it was followed, with its validators: its first poll. Raises StoreError."""
        state = state_of(feed, self._store.feed_states())
        return await self._keep(feed, state, answer, _Document(reading, answer.requests, answer.received_bytes))

    async def _poll(self, feed: Feed, state: FeedState) -> Polled:
        """Polls one feed and stores what came of it. Never raises what a source can cause."""
        address = address_of(feed, state)
        # What a person set for an address is not for whoever it moved to.
        own = feed.settings if origin_of(address) == origin_of(feed.url) else FeedSettings()
        answer: Fetched | NotModified | None = None
        try:
            answer = await self._client.get(
                Request(
                    address,
                    etag=state.etag,
                    last_modified=state.last_modified,
                    accept=Accept.FEED,
                    user_agent=own.user_agent,
                    headers=own.headers,
                )
            )
            document = await self._read(feed, answer) if isinstance(answer, Fetched) else None
            return Polled(feed, await self._keep(feed, state, answer, document))
        except LampungtuiError as error:
            logger.warning("%s: %s", feed.id, error)
            # What was fetched and could not be read was fetched all the same.
            paid = answer if answer is not None else error if isinstance(error, Unfetched) else None
            return await self._failed(feed, state, error, paid)

    async def _read(self, feed: Feed, answer: Fetched) -> _Document:
        """The document's entries; a listing that spans pages is followed by its own links."""
        reading = following = await self._read_document(feed, answer)
        requests, received = answer.requests, answer.received_bytes
        entries: list[Entry] = list(reading.entries)
        derived = set(reading.derived)
        for _ in range(feed.pages - 1):
            if following.next_page is None:
                break
            try:
                page = await self._client.get(
                    Request(
                        following.next_page,
                        accept=Accept.FEED,
                        user_agent=feed.settings.user_agent,
                        headers=feed.settings.headers
                        if origin_of(following.next_page) == origin_of(answer.url)
                        else (),
                    )
                )
                if not isinstance(page, Fetched):
                    break
                following = await self._read_document(feed, page)
            except LampungtuiError as error:
                # What came before is news all the same; a host that asks for patience is heard at its next poll.
                reading = replace(reading, troubles=(*reading.troubles, f"a further page: {error}"))
                break
            requests += page.requests
            received += page.received_bytes
            entries.extend(following.entries)
            derived.update(following.derived)
        whole = replace(reading, entries=tuple(entries), derived=tuple(derived), next_page=None)
        return _Document(whole, requests, received)

    async def _read_document(self, feed: Feed, answer: Fetched) -> FeedReading:
        return await self._workshop.read_feed(
            FeedJob(
                document=answer.body,
                url=answer.url,
                content_type=answer.content_type,
                kind=feed.kind,
                outlet=self._following.outlet(feed.outlet_id),
                fetched_at=self._clock(),
                packed=True,
            )
        )

    async def _keep(
        self, feed: Feed, state: FeedState, answer: Fetched | NotModified, document: _Document | None
    ) -> KeptCounts | None:
        now = self._clock()
        reading = document.reading if document is not None else None
        new_state = after_answer(feed, state, answer, reading, now, jitter=random.random())  # noqa: S311
        if document is None or reading is None:
            await self._store.set_feed_state(counted(new_state, now, requests=answer.requests, received_bytes=0))
            return None
        new_state = counted(new_state, now, requests=document.requests, received_bytes=document.received_bytes)
        outlet = self._following.outlet(feed.outlet_id)
        if outlet is None:
            # It was let go of while its answer was on the way.
            return None
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
            limits=limits_of(feed, unread=self.unread_may_go),
            derived=reading.derived,
        )
        for trouble in reading.troubles:
            logger.info("%s: %s", feed.id, trouble)
        return counts

    async def _failed(
        self, feed: Feed, state: FeedState, error: LampungtuiError, paid: Fetched | NotModified | Unfetched | None
    ) -> Polled:
        now = self._clock()
        requests = paid.requests if paid is not None else 0
        received = 0 if paid is None or isinstance(paid, NotModified) else paid.received_bytes
        new_state, hold = after_failure(feed, state, error, now, jitter=random.random())  # noqa: S311
        try:
            await self._store.set_feed_state(counted(new_state, now, requests=requests, received_bytes=received))
            if hold is not None:
                await self._store.hold_origin(hold.origin, hold.until)
        except LampungtuiError as store_error:
            logger.error("%s: the failure could not be stored: %s", feed.id, store_error)
        unreached = isinstance(error, Unfetched) and error.kind in UNREACHED
        kind = trouble_of(error)
        return Polled(feed, trouble=str(error), kind=kind, reached=not unreached, held=hold is not None)
