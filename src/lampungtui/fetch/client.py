"""The polite, bounded HTTP client: every request of the reader goes through `Client.get`.

What the HTTP library lacks is done here: a deadline for the whole request, a bound on the decoded body, our own
redirects, one request at a time for each origin, no cookies, and a look at the address before each connection.
"""

from __future__ import annotations

import asyncio
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from lampungtui.clock import Clock, machine_clock
from lampungtui.fetch.decoding import Decoder
from lampungtui.fetch.errors import Trouble, Unfetched, by_status
from lampungtui.fetch.headers import caching, validators
from lampungtui.fetch.outcome import Fetched, NotModified, Request
from lampungtui.foreign import Address, clean_address

if TYPE_CHECKING:
    from http.cookiejar import CookieJar

    import httpx

CONTACT: Final = "https://github.com/lampungtui/lampungtui"
DEADLINE_SECONDS: Final = 30.0
LIMIT_BYTES: Final = 10 * 2**20
HOPS: Final = 5
HOSTS_AT_ONCE: Final = 32
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
PERMANENT: Final = frozenset({301, 308})


class Client:
    """Gets documents. Made without cost; the HTTP library and its certificates load with the first request."""

    def __init__(
        self,
        *,
        version: str,
        hosts_at_once: int = HOSTS_AT_ONCE,
        deadline_seconds: float = DEADLINE_SECONDS,
        limit_bytes: int = LIMIT_BYTES,
        clock: Clock = machine_clock,
    ) -> None:
        self._user_agent = f"lampungtui/{version} (+{CONTACT})"
        self._deadline = deadline_seconds
        self._limit = limit_bytes
        self._clock = clock
        self._hosts = asyncio.Semaphore(hosts_at_once)
        self._turns: dict[str, asyncio.Lock] = {}
        self._trusted: set[str] = set()
        self._making = asyncio.Lock()
        self._http: httpx.AsyncClient | None = None

    def trust(self, origin: str) -> None:
        """Lets an origin that the reader named be called although it is on a private network."""
        self._trusted.add(origin)

    async def get(self, request: Request) -> Fetched | NotModified:
        """The document at an address, or word that it has not changed.

        Raises Unfetched. A request waits its turn behind others to the same origin, and behind those of each origin that
        a redirect leads to; the deadline runs only while it is served.
        """
        if request.named_by_reader:
            self.trust(origin_of(request.url))
        cost = Cost()
        try:
            return await self._get(request, cost)
        except Unfetched as error:
            error.requests, error.received_bytes = cost.requests, cost.received_bytes
            raise

    async def close(self) -> None:
        """Closes the connections."""
        http, self._http = self._http, None
        if http is not None:
            await http.aclose()

    # ------------------------------------------------------------------ one request

    async def _get(self, request: Request, cost: Cost) -> Fetched | NotModified:
        http = await self._library()
        url = request.url
        been = {url}
        permanent = True
        seconds = self._deadline
        for hop in range(HOPS + 1):
            async with self._turns.setdefault(origin_of(url), asyncio.Lock()), self._hosts:
                started = time.monotonic()
                try:
                    async with asyncio.timeout(seconds):
                        answer = await self._step(http, request, url, cost)
                except TimeoutError as error:
                    raise Unfetched(Trouble.TIMEOUT, f"no whole answer within {self._deadline:g} seconds") from error
                seconds -= time.monotonic() - started
            if isinstance(answer, Elsewhere):
                if answer.status not in PERMANENT:
                    permanent = False
                url = answer.url
                if url in been:
                    # Nothing goes along that did not the first time: it would be answered alike, over and over.
                    raise Unfetched(Trouble.TOO_MANY_REDIRECTS, "the server leads round in a circle")
                been.add(url)
                continue
            final = url if hop and permanent else None
            if isinstance(answer, NotModified):
                if request.etag is None and request.last_modified is None:
                    raise Unfetched(
                        Trouble.BAD_RESPONSE, "the server says that nothing changed, but it never gave anything"
                    )
                return NotModified(url, answer.validators, answer.caching, final, hop)
            return Fetched(
                url=url,
                status=answer.status,
                body=answer.body,
                content_type=answer.content_type,
                validators=answer.validators,
                caching=answer.caching,
                permanent_url=final,
                hops=hop,
                received_bytes=answer.received_bytes,
                link=answer.link,
            )
        raise Unfetched(Trouble.TOO_MANY_REDIRECTS, f"the address leads on through more than {HOPS} redirects")

    async def _step(
        self, http: httpx.AsyncClient, request: Request, url: Address, cost: Cost
    ) -> Fetched | NotModified | Elsewhere:
        """One exchange with one server: a document, no change, or where to look instead."""
        import httpx

        # However a person spells a header's name, theirs takes the place of ours.
        headers = httpx.Headers({"Accept": str(request.accept)})
        if request.etag is not None:
            headers["If-None-Match"] = request.etag
        if request.last_modified is not None:
            headers["If-Modified-Since"] = request.last_modified
        if origin_of(url) == origin_of(request.url):
            headers.update(request.headers)
            if request.user_agent is not None:
                headers["User-Agent"] = request.user_agent
        try:
            address = httpx.URL(url)
        except httpx.InvalidURL as error:
            raise Unfetched(Trouble.BAD_RESPONSE, "the address is not a valid one") from error
        cost.requests += 1
        try:
            async with http.stream("GET", address, headers=headers) as response:
                response.extensions["network_stream"].body_begins()
                if response.status_code in REDIRECTS:
                    return self._redirect(response, url)
                waiting = caching(response.headers, self._clock())
                if response.status_code == 304:
                    # Reading to the end, where no byte may come, is what lets the connection serve the next request.
                    async for _ in response.aiter_raw():
                        break
                    return NotModified(url, validators(response.headers), waiting)
                if response.status_code != 200:
                    raise by_status(response.status_code, waiting.retry_after_seconds, url)
                body = await self._body(response, min(self._limit, request.limit_bytes or self._limit), cost)
                return Fetched(
                    url=url,
                    status=200,
                    body=body,
                    content_type=response.headers.get("content-type"),
                    validators=validators(response.headers),
                    caching=waiting,
                    received_bytes=cost.received_bytes,
                    link=response.headers.get("link"),
                )
        except httpx.HTTPError as error:
            raise _by_library(error) from error
        except httpx.InvalidURL as error:
            # The library reads where a redirect leads even when it does not follow.
            raise Unfetched(Trouble.BAD_REDIRECT, "the server leads on to an address that we do not open") from error

    async def _body(self, response: httpx.Response, limit_bytes: int, cost: Cost) -> bytes:
        encodings = response.headers.get("content-encoding")
        decoder = Decoder(encodings, limit_bytes)
        announced = response.headers.get("content-length", "")
        if encodings is None and announced.isdecimal() and int(announced[:20]) > limit_bytes:
            # Not a byte of it is worth a metered connection.
            raise Unfetched(Trouble.TOO_BIG, f"the document is larger than {limit_bytes // 2**20} MiB")
        async for chunk in response.aiter_raw():
            cost.received_bytes += len(chunk)
            decoder.feed(chunk)
        return decoder.finish()

    def _redirect(self, response: httpx.Response, url: Address) -> Elsewhere:
        target = clean_address(response.headers.get("location", ""), base=url)
        if target is None:
            raise Unfetched(Trouble.BAD_REDIRECT, "the server leads on to an address that we do not open")
        return Elsewhere(target, response.status_code)

    # ------------------------------------------------------------------ the library

    async def _library(self) -> httpx.AsyncClient:
        """The HTTP library's client, made once and off the event loop: its certificates take 50 ms to load."""
        async with self._making:
            if self._http is None:
                self._http = await asyncio.to_thread(self._make)
            return self._http

    def _make(self) -> httpx.AsyncClient:
        leave_out_command_line()
        spare_looking_for_trio()
        import httpx

        from lampungtui.fetch.network import GuardedNetwork
        from lampungtui.fetch.pools import OriginPools

        context = httpx.create_ssl_context(trust_env=False)
        transport = OriginPools(context, GuardedNetwork(self._may_call))
        return httpx.AsyncClient(
            transport=transport,
            headers={"User-Agent": self._user_agent, "Accept-Encoding": "gzip, deflate, zstd"},
            timeout=httpx.Timeout(self._deadline, pool=None),
            follow_redirects=False,
            trust_env=False,
            cookies=_no_cookies(),
        )

    def _may_call(self, host: str, port: int) -> bool:
        """Whether a private address at this host and port is one that the reader named."""
        host = f"[{host}]" if ":" in host else host
        names = {f"{scheme}://{host}:{port}" for scheme in ("http", "https")}
        if port in (80, 443):
            names.add(f"{'http' if port == 80 else 'https'}://{host}")
        return bool(names & self._trusted)


@dataclass(slots=True)
class Cost:
    """What is spent on a document, on the way there too: requests, and bytes of bodies off the wire."""

    requests: int = 0
    received_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a redirect leads, and by which status."""

    url: Address
    status: int


def origin_of(url: str) -> str:
    """Scheme, host and port of a URL: `https://lampungpro.co`, `http://127.0.0.1:8080`."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _no_cookies() -> CookieJar:
    """A jar that takes none and gives none: cookies would tell one reader from another."""
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def leave_out_command_line() -> None:
    """Keeps the HTTP library from importing its command line, which alone takes as long as the rest of it."""
    if "httpx" not in sys.modules:
        sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # None reads as "cannot be imported"


def spare_looking_for_trio() -> None:
    """Keeps the library from searching the disk for `sniffio` six times a request, a quarter of a request's cost.

    It asks that module, which need not be there, whether it runs under trio; without it, it takes asyncio, as we do.
    """
    sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]  # None reads as "cannot be imported"


_CUT = ("peer closed connection", "incomplete", "connection broken", "server disconnected")


def _by_library(error: httpx.HTTPError) -> Unfetched:
    """The library's error in our words."""
    import ssl

    import httpx

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, Unfetched):
            return cause
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Unfetched(
                Trouble.CERTIFICATE, f"the server's certificate cannot be trusted ({cause.verify_message})"
            )
        if isinstance(cause, ssl.SSLError):
            return Unfetched(Trouble.CERTIFICATE, "no secure connection could be made")
        cause = cause.__cause__ or cause.__context__
    words = str(error).lower()
    match error:
        case httpx.TimeoutException():
            return Unfetched(Trouble.TIMEOUT, "the server did not answer in time")
        case httpx.ConnectError():
            return Unfetched(Trouble.REFUSED, "the server could not be reached")
        case httpx.RemoteProtocolError() if any(sign in words for sign in _CUT):
            return Unfetched(Trouble.CUT_SHORT, "the answer broke off before its end")
        case httpx.RemoteProtocolError() if "invalid url in location" in words:
            return Unfetched(Trouble.BAD_REDIRECT, "the server leads on to an address that we do not open")
        case httpx.ReadError() | httpx.WriteError() | httpx.CloseError():
            return Unfetched(Trouble.CUT_SHORT, "the connection broke off")
        case httpx.UnsupportedProtocol():
            return Unfetched(Trouble.BAD_REDIRECT, "only http and https addresses are fetched")
    return Unfetched(Trouble.BAD_RESPONSE, "the server's answer was no valid HTTP")
