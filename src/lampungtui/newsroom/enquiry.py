"""Asking within one discovery: no address twice, few requests in all, and no host that has closed its door."""

from __future__ import annotations

from typing import Final
from urllib.parse import urldefrag, urlsplit

from lampungtui.clock import Clock
from lampungtui.errors import LampungtuiError
from lampungtui.extract.pointers import Pointers
from lampungtui.fetch import Client, Fetched, Request, Trouble, Unfetched, origin_of
from lampungtui.foreign import Address
from lampungtui.model import FeedKind, FeedReading, Outlet
from lampungtui.newsroom.candidates import address_key
from lampungtui.workbench import FeedJob, PointersJob
from lampungtui.workshop import Workshop

REQUESTS: Final = 12
"""Requests of a whole discovery, redirects counted."""

CLOSING: Final = frozenset(
    {
        Trouble.DNS, Trouble.REFUSED, Trouble.TIMEOUT, Trouble.CERTIFICATE, Trouble.RATE_LIMITED,
        Trouble.PRIVATE_ADDRESS,
    }
)  # fmt: skip
"""Failures after which a host is left alone, as after a 403. A 401 is one address's: an API that is kept shut."""


class Enquiry:
    """What was asked, what came of it, and what may be asked still."""

    def __init__(self, client: Client, workshop: Workshop, typed: tuple[Address, ...], clock: Clock) -> None:
        self._client = client
        self._workshop = workshop
        self._clock = clock
        self._named_origins = frozenset(origin_of(address) for address in typed)
        self._left = REQUESTS
        self._offline = False
        self._asked: set[str] = set()
        self._answers: dict[str, Fetched] = {}
        self._closed: set[str] = set()
        self.cut = False

    def may_ask(self, url: Address) -> bool:
        """Whether an address may be asked; `cut` says from then on whether one was left out for want of requests."""
        if self._offline or _plain(url) in self._asked or address_key(url) in self._answers:
            return False
        if _host(url) in self._closed:
            return False
        self.cut = self.cut or self._left <= 0
        return self._left > 0

    async def get(self, url: Address) -> Fetched:
        """The document at an address. Raises Unfetched.

        A private address is called only on the origin that the person named: what a page names is the page's word.
        """
        self._asked.add(_plain(url))
        try:
            answer = await self._client.get(Request(url, named_by_reader=origin_of(url) in self._named_origins))
        except Unfetched:
            self._left -= 1
            raise
        assert isinstance(answer, Fetched)  # noqa: S101  # no validators were sent
        self._left -= answer.hops + 1
        for address in (url, answer.url):
            self._answers.setdefault(address_key(address), answer)
        return answer

    def answer(self, url: Address) -> Fetched | None:
        """What an address answered."""
        return self._answers.get(address_key(url))

    def heed(self, url: Address, error: LampungtuiError) -> None:
        """Leaves a host alone from now on where its failure asks for that, and everybody where there is no network."""
        if isinstance(error, Unfetched):
            self._offline = self._offline or error.kind is Trouble.OFFLINE
            if error.kind in CLOSING or error.status == 403:
                self._closed.add(_host(url))

    async def read(self, answer: Fetched, kind: FeedKind | None, outlet: Outlet | None) -> FeedReading:
        """The entries of an answer. Raises ReadingError or WorkshopError."""
        return await self._workshop.read_feed(
            FeedJob(answer.body, answer.url, answer.content_type, kind, outlet, self._clock())
        )

    async def pointers(self, answer: Fetched) -> Pointers:
        """What an answer points to. Raises ReadingError or WorkshopError."""
        return await self._workshop.read_pointers(
            PointersJob(answer.body, answer.url, answer.content_type, answer.link)
        )


def _plain(url: Address) -> str:
    """An address as it goes to the server."""
    return urldefrag(url)[0]


def _host(url: Address) -> str:
    return urlsplit(url).netloc.removeprefix("www.")
