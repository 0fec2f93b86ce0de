"""The demo newsroom's servers: real HTTP on loopback, one free port an outlet."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from lampungtui.demo.pages.feed_sites import AtomSite, FailingSite, JsonFeedSite, RadioSite
from lampungtui.demo.pages.rubric_site import RubricSite
from lampungtui.demo.pages.wire_site import WireSite
from lampungtui.demo.pages.wordpress_site import WordPressSite
from lampungtui.demo.site import Answer, Site

PATIENCE_SECONDS = 4.0
"""How long the slow outlet takes before each answer."""

OUTLETS: Mapping[str, type[Site]] = {
    "kabar-siger": RubricSite,
    "warta-way-kambas": WireSite,
    "lampung-kini": WordPressSite,
    "nusantara-pagi": AtomSite,
    "sekura": JsonFeedSite,
    "radio-krakatau": RadioSite,
    "gardu-pagi": FailingSite,
}


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """One request as a server saw it."""

    outlet_id: str
    path: str
    status: int
    headers: Mapping[str, str]


@dataclass
class DemoNewsroom:
    """The outlets and where they listen. `log` holds every request that was answered."""

    origins: Mapping[str, str]
    sites: Mapping[str, Site]
    log: list[LoggedRequest]
    _servers: list[ThreadingHTTPServer] = field(default_factory=list)
    _stopped: threading.Event = field(default_factory=threading.Event)

    @classmethod
    def start(
        cls,
        *,
        patience_seconds: float = PATIENCE_SECONDS,
        clock: Callable[[], datetime] | None = None,
        first_port: int = 0,
    ) -> DemoNewsroom:
        """Starts all outlets on free ports, or on those from `first_port` on, so that addresses are the same each time.

        `clock` gives the time (UTC); articles are dated by its first answer. Raises OSError for a port that is taken.
        """
        tell = clock or (lambda: datetime.now(UTC))
        start = tell()
        log: list[LoggedRequest] = []
        stopped = threading.Event()
        origins: dict[str, str] = {}
        sites: dict[str, Site] = {}
        servers: list[ThreadingHTTPServer] = []
        for number, (outlet_id, shape) in enumerate(OUTLETS.items()):
            site = shape(outlet_id, tell, start)
            site.patience_seconds = patience_seconds if outlet_id == "radio-krakatau" else 0.0
            server = _Server(("127.0.0.1", first_port + number if first_port else 0), _handler(site, log, stopped))
            site.origin = f"http://127.0.0.1:{server.server_address[1]}"
            threading.Thread(target=server.serve_forever, name=f"demo {outlet_id}", daemon=True).start()
            origins[outlet_id] = site.origin
            sites[outlet_id] = site
            servers.append(server)
        return cls(origins, sites, log, servers, stopped)

    @property
    def ports(self) -> list[int]:
        """Where the outlets listen, on 127.0.0.1."""
        return [int(server.server_address[1]) for server in self._servers]

    def stop(self) -> None:
        """Stops listening; from now on nobody answers."""
        self._stopped.set()
        for server in self._servers:
            server.shutdown()
            server.server_close()
        self._servers = []


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False


def _handler(site: Site, log: list[LoggedRequest], stopped: threading.Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers for one outlet."""

        protocol_version = "HTTP/1.1"
        server_version = "demo"
        sys_version = ""
        timeout = 30

        def do_GET(self) -> None:
            if site.patience_seconds:
                # The outlet that stands for slow servers.
                stopped.wait(site.patience_seconds)
            parts = urlsplit(self.path)
            answer = site.answer(unquote(parts.path), parts.query)
            if answer is None:
                answer = Answer(b"<!DOCTYPE html><html><body><h1>404</h1></body></html>", status=404)
            self._send(answer)

        def _send(self, answer: Answer) -> None:
            etag = f'"{hashlib.sha256(answer.body).hexdigest()[:20]}"'
            known = answer.status == 200 and self.headers.get("If-None-Match") == etag
            status = 304 if known else answer.status
            body = b"" if known else answer.body
            # Before the answer goes: whoever has it finds it in the log.
            log.append(LoggedRequest(site.outlet_id, self.path, status, dict(self.headers.items())))
            self.send_response(status)
            if (
                body
                and "gzip" in self.headers.get("Accept-Encoding", "")
                and not answer.content_type.startswith("image/")
            ):
                body = gzip.compress(body, 6)
                self.send_header("Content-Encoding", "gzip")
            if answer.status == 200:
                self.send_header("ETag", etag)
                self.send_header("Last-Modified", format_datetime(site.start.astimezone(UTC), usegmt=True))
            for name, value in answer.headers:
                self.send_header(name, value)
            if not known:
                self.send_header("Content-Type", answer.content_type)
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """The log is kept by the newsroom, not printed."""

        def handle(self) -> None:
            try:
                super().handle()
            except (ConnectionError, TimeoutError):
                # The reader went away in mid-answer, as readers do.
                self.close_connection = True

    return Handler
