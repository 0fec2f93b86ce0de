"""Outlets whose articles are on pages: eight loopback addresses give feeds of headlines with a line each, and the pages.

A process of its own. The pages are those of `bench/themes.py`, ready in memory, so that what is measured is reading them.
Titles begin with a number of six figures.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

ADDRESSES: Final = tuple(f"127.0.2.{number}" for number in range(1, 9))


def write_settings(home: Path, port: int, *, prefetch: bool) -> None:
    """The outlets of the addresses, each with a feed."""
    profiles = home / "config" / "outlets"
    profiles.mkdir(parents=True, exist_ok=True)
    ids = []
    for number, address in enumerate(ADDRESSES):
        ids.append(f"bench-{number}")
        origin = f"http://{address}:{port}"
        feed = f'[[feeds]]\nid = "f"\nkind = "rss"\nurl = "{origin}/rss"\ntitle = "Kabar"\ncategory = "lampung-raya"\n'
        profile = f'id = "bench-{number}"\nname = "Kabar {number}"\nhome = "{origin}/"\n\n{feed}'
        (profiles / f"bench-{number}.toml").write_text(profile, encoding="utf-8")
    listed = ", ".join(f'"{each}"' for each in ids)
    settings = f'outlets = [{listed}]\nprefetch = {str(prefetch).lower()}\npictures = "off"\n'
    (home / "config" / "config.toml").write_text(settings, encoding="utf-8")


# --------------------------------------------------------------------------- the outlets


class Served:
    """The server process, and how many pages it was asked for."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self._output = process.stdout
        self.port = int(self._output.readline())
        self.pages = 0
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        for line in self._output:
            self.pages = int(line)


def in_all(pages: int) -> int:
    """How many pages there are when so many are asked for: each outlet has as many as the others."""
    return pages // len(ADDRESSES) * len(ADDRESSES)


@contextmanager
def outlets(pages: int) -> Iterator[Served]:
    """Starts the outlets; they end with the context."""
    command = [sys.executable, "-m", "bench.page_farm", str(pages)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield Served(process)
    finally:
        process.terminate()
        process.wait(10)


def serve(pages: int) -> None:
    """The server's life: prints its port, then how many pages were asked for whenever one was."""
    from bench.themes import demo_cases

    documents = [case.document for case in demo_cases()]
    asked: set[str] = set()
    lock = threading.Lock()
    at = datetime.now(UTC)
    each = pages // len(ADDRESSES)

    class Outlet(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == "/rss":
                self._send(feed(self.headers["Host"], each, at), "application/rss+xml; charset=utf-8")
            elif self.path.startswith("/berita/"):
                number = int(self.path.split("?")[0].rsplit("-", 1)[1])
                self._send(documents[number % len(documents)], "text/html; charset=utf-8")
                with lock:
                    asked.add(f"{self.headers['Host']}/{number}")
                    print(len(asked), flush=True)
            else:
                self.send_error(404)

        def _send(self, body: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """What was asked is counted, not printed."""

    first = ThreadingHTTPServer((ADDRESSES[0], 0), Outlet)
    servers = [first, *(ThreadingHTTPServer((address, first.server_port), Outlet) for address in ADDRESSES[1:])]
    for server in servers[1:]:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(first.server_port, flush=True)
    first.serve_forever()


def feed(host: str, items: int, at: datetime) -> bytes:
    """A feed of headlines with a line each: the text is on the page."""
    outlet = int(host.split(":")[0].rsplit(".", 1)[1])
    entries = "".join(
        f"<item><title>{outlet}{number:05} Kabar dari kampung</title><link>http://{host}/berita/kabar-{number}</link>"
        f"<guid isPermaLink='false'>{outlet}-{number}</guid><description>Ringkasan kabar nomor {number}.</description>"
        f"<pubDate>{format_datetime(at - timedelta(minutes=number * 9 + outlet), usegmt=True)}</pubDate></item>"
        for number in range(items)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Kabar</title>{entries}</channel></rss>".encode()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
