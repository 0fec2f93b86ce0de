"""Pictures of articles: which there are, fetched once, made small, kept for reading without a network, drawn.

Text never waits for one: what is asked here may take as long as a server likes, and whoever asks may give up at any
time, which ends the request.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from lampungtui.clock import Clock
from lampungtui.config import Config
from lampungtui.errors import LampungtuiError, ReadingError
from lampungtui.extract.picture import Colours, DrawnPicture, Form, Frame
from lampungtui.fetch import Accept, Client, Fetched, Request, Trouble, Unfetched, origin_of
from lampungtui.foreign import Address
from lampungtui.log import logger
from lampungtui.model import Article, Block, Blocks, Image, Listing, Quote, View, ViewKind
from lampungtui.newsroom.album import Album
from lampungtui.newsroom.following import Following
from lampungtui.store import Store
from lampungtui.workbench import DrawingJob, PictureJob
from lampungtui.workshop import Workshop

FOLDER: Final = "pictures"
"""The folder of the stored pictures, beside the cache's file."""

LIMIT_BYTES: Final = 5 * 2**20
"""Bytes of the largest picture that is downloaded."""

RETRY: Final = timedelta(minutes=10)
"""How long a picture that did not come is not asked for again."""

MOST: Final = 20
"""Pictures of one article that are shown; what is beyond is a gallery, for the browser."""

AT_ONCE: Final = 4
"""Pictures prefetched side by side; the client still asks each host for one thing at a time."""

ROUND: Final = 200
"""Unread articles whose pictures are prefetched after one refresh."""

CHOICE: Final = "pictures"
"""Session key of what the person chose by its key: `on` or `off`."""

_FOR_GOOD: Final = frozenset(
    {
        Trouble.NOT_FOUND, Trouble.GONE, Trouble.TOO_BIG, Trouble.PRIVATE_ADDRESS, Trouble.BAD_REDIRECT,
        Trouble.TOO_MANY_REDIRECTS, Trouble.BAD_ENCODING, Trouble.BLOCKED,
    }
)  # fmt: skip
"""Failures that will not be another one in ten minutes."""


class Pictures:
    """The pictures of one newsroom."""

    def __init__(
        self, store: Store, client: Client, workshop: Workshop, following: Following, config: Config, *, clock: Clock
    ) -> None:
        self._store = store
        self._client = client
        self._workshop = workshop
        self._following = following
        self._setting = config.pictures
        self._clock = clock
        self._album = Album(store.path.with_name(FOLDER), budget_bytes=config.pictures_mb * 1_000_000)
        self._turns: dict[Address, asyncio.Lock] = {}
        self._failures: dict[str, tuple[LampungtuiError, datetime | None]] = {}

    def use_config(self, config: Config) -> None:
        """Lives by other settings from now on; the budget holds from the next picture on."""
        self._setting = config.pictures
        self._album.budget_bytes = config.pictures_mb * 1_000_000

    @property
    def folder(self) -> Path:
        """Where the pictures are kept."""
        return self._album.folder

    # ------------------------------------------------------------------ what the person wants

    @property
    def wanted(self) -> bool:
        """Whether pictures are shown: by the key that was pressed last, else by the settings."""
        chosen = self._store.session(CHOICE)
        return self._setting != "off" if chosen is None else chosen == "on"

    async def want(self, wanted: bool) -> None:
        """Shows pictures from now on, or leaves them out; what did not come is tried again. Raises StoreError."""
        self._failures.clear()
        await self._store.set_session(CHOICE, "on" if wanted else "off")

    def allowed(self, article: Article) -> bool:
        """Whether an article's pictures are wanted: not where every feed that brings it says that its are not."""
        if not self.wanted:
            return False
        feeds = [self._following.feed(feed_id) for feed_id in self._store.feeds_of(article.headline.id)]
        settings = [feed.settings for feed in feeds if feed is not None]
        return not settings or any(each.images for each in settings)

    # ------------------------------------------------------------------ one picture

    def may_come(self, address: Address) -> bool:
        """Whether it is worth asking for a picture: False where it failed a while ago, or failed for good."""
        return self._failure(address) is None

    def has(self, address: Address) -> bool:
        """Whether a picture is stored."""
        return self._album.has(address)

    async def draw(
        self, address: Address, frame: Frame, form: Form, colours: Colours, *, online: bool
    ) -> DrawnPicture | None:
        """A picture as the screen shows it, fetched where it is not stored; None where it is not and nobody is `online`.

        Raises FetchError, ReadingError or WorkshopError.
        """
        stored = await asyncio.to_thread(self._album.take, address)
        if stored is not None:
            try:
                return await self._workshop.draw_picture(DrawingJob(stored, frame, form, colours))
            except ReadingError as error:
                logger.warning("the stored picture %s: %s", address, error)
                await asyncio.to_thread(self._album.drop, address)
        if not online:
            return None
        fetched = await self.fetch(address)
        return await self._workshop.draw_picture(DrawingJob(fetched, frame, form, colours))

    async def fetch(self, address: Address) -> bytes:
        """A picture, downloaded unless it is stored. Raises FetchError, ReadingError or WorkshopError."""
        async with self._turns.setdefault(address, asyncio.Lock()):
            try:
                stored = await asyncio.to_thread(self._album.take, address)
                return stored if stored is not None else await self._download(address)
            finally:
                self._turns.pop(address, None)

    async def _download(self, address: Address) -> bytes:
        failure = self._failure(address)
        if failure is not None:
            raise failure
        try:
            answer = await self._client.get(Request(address, accept=Accept.PICTURE, limit_bytes=LIMIT_BYTES))
            assert isinstance(answer, Fetched)  # noqa: S101  # no validators were sent
            if (answer.content_type or "").lower().startswith("text/"):
                raise ReadingError("the server sent a page instead of a picture")
            small = await self._workshop.shrink_picture(PictureJob(answer.body))
        except LampungtuiError as error:
            logger.info("picture %s: %s", address, error)
            self._note(address, error)
            raise
        await self._keep(address, small.jpeg)
        return small.jpeg

    async def _keep(self, address: Address, jpeg: bytes) -> None:
        """Stores a picture; one that cannot be stored can still be shown."""
        try:
            exceeded = await asyncio.to_thread(self._album.keep, address, jpeg)
            if exceeded:
                await asyncio.to_thread(self._album.make_room, [name async for name in self._spared()])
        except OSError as error:
            logger.warning("the picture %s was not stored: %s", address, error.strerror or error)

    async def _spared(self) -> AsyncIterator[str]:
        """The names of the pictures of articles that the person keeps; read little by little, between keys."""
        for kind in (ViewKind.SAVED, ViewKind.LATER):
            after = None
            while page := self._store.headlines(View(kind), as_of=self._store.newest_id(), after=after, limit=50):
                for headline in page:
                    article = self._store.article(headline.id)
                    for picture in pictures_of(article) if article is not None else ():
                        yield self._album.name_of(picture.url)
                    await asyncio.sleep(0)
                after = page[-1].key

    def _failure(self, address: Address) -> LampungtuiError | None:
        for key in (address, origin_of(address)):
            failed = self._failures.get(key)
            if failed is not None and (failed[1] is None or self._clock() < failed[1]):
                return failed[0]
        return None

    def _note(self, address: Address, error: LampungtuiError) -> None:
        """Remembers a failure; an origin that asks for patience is not asked for its other pictures either."""
        again: datetime | None = self._clock() + RETRY
        key: str = address
        if isinstance(error, ReadingError):
            again = None
        elif isinstance(error, Unfetched):
            if error.kind in _FOR_GOOD:
                again = None
            elif error.kind is Trouble.RATE_LIMITED:
                key = origin_of(address)
                again = self._clock() + max(RETRY, timedelta(seconds=min(error.retry_after_seconds or 0, 86_400)))
        self._failures[key] = (error, again)

    # ------------------------------------------------------------------ before anybody reads

    async def prefetch(self) -> None:
        """Stores the pictures of the newest unread articles, where the settings ask for all of them."""
        if self._setting != "all" or not self.wanted:
            return
        places = asyncio.Semaphore(AT_ONCE)

        async def one(address: Address) -> None:
            async with places:
                try:
                    await self.fetch(address)
                except LampungtuiError:
                    # Noted and logged where it happened.
                    return

        addresses: dict[Address, None] = {}
        for headline in self._store.headlines(View(ViewKind.UNREAD), as_of=self._store.newest_id(), limit=ROUND):
            article = self._store.article(headline.id)
            if article is not None and self.allowed(article):
                for picture in pictures_of(article):
                    if self.may_come(picture.url) and not self._album.has(picture.url):
                        addresses[picture.url] = None
            await asyncio.sleep(0)
        await asyncio.gather(*(one(address) for address in addresses))


# --------------------------------------------------------------------------- which pictures an article has


def lead_of(article: Article) -> Image | None:
    """The picture that stands over an article's text; None where the text itself has it."""
    lead = article.image
    if lead is None or any(_same(lead.url, inside.url) for inside in _inside(article.blocks)):
        return None
    return lead


def pictures_of(article: Article) -> tuple[Image, ...]:
    """The pictures of an article in the order of reading, at most `MOST`."""
    lead = lead_of(article)
    found = {picture.url: picture for picture in ([lead] if lead is not None else [])}
    for picture in _inside(article.blocks):
        found.setdefault(picture.url, picture)
    return tuple(found.values())[:MOST]


def _inside(blocks: Blocks) -> Iterator[Image]:
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Image]:
    match block:
        case Image():
            yield block
        case Quote(blocks):
            yield from _inside(blocks)
        case Listing(items=items):
            for item in items:
                yield from _inside(item)


_SIZE: Final = re.compile(
    r"[-_]?\d{2,4}x\d{2,4}(?=\.|$)|[-_](?:scaled|thumb|small|medium|large)(?=\.|$)", re.IGNORECASE
)


def _same(one: Address, other: Address) -> bool:
    """Whether two addresses are the same picture, be it in two sizes: the same file name but for the size in it."""
    return one == other or (_file(one) == _file(other) and len(_file(one)) >= _TELLING)


_TELLING: Final = 8
"""Characters that a file name must have before it counts as a picture's own: not `1.jpg`, not `image.jpg`."""


def _file(address: Address) -> str:
    name = urlsplit(address).path.rpartition("/")[2]
    return _SIZE.sub("", name).rpartition(".")[0]
