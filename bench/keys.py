"""How soon a key is answered while the bodies of a thousand pages are read in the background.

    python -m bench.keys [--pages 1000]

The real program in a real pty, its screen followed by pyte. Outlets on eight loopback addresses (a process of its own)
give feeds of headlines; their pages are those of bench/themes.py, ready in memory, so that what is measured is the
reading of them. `j` and `k` are typed in the list of headlines, one after the other as soon as the last one was answered
and a short while has passed; the answer is the first output with which the row of the cursor has moved on the screen.
First with no bodies to fetch, then until the last page was asked for; `r` begins the next round of bodies.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import pexpect
import pyte

ADDRESSES: Final = tuple(f"127.0.2.{number}" for number in range(1, 9))
ROWS, COLUMNS = 35, 120
CURSOR: Final = "┃▌"
"""How the row of the cursor begins, in the list that has the focus."""

PAUSE_SECONDS: Final = 0.05
"""Between a key's answer and the next key: a person who holds `j` down types twenty to thirty a second."""

IDLE_KEYS: Final = 200
PATIENCE_SECONDS: Final = 60.0


def main() -> None:
    """Measures both and prints a line for each."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--pages", type=int, default=1_000)
    options.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.serve:
        serve(asked.pages)
        return
    with tempfile.TemporaryDirectory(prefix="bench-keys-") as folder, outlets(asked.pages) as served:
        print(f"A key's answer, in ms:{'keys':>32}{'p50':>8}{'p95':>8}{'p99':>8}{'max':>8}")
        with Screen(Path(folder, "idle"), served.port, prefetch=False) as screen:
            say("with no bodies to fetch", [screen.key(at) for at in range(IDLE_KEYS)])
        with Screen(Path(folder, "busy"), served.port, prefetch=True) as screen:
            began, times, last, quiet = time.perf_counter(), [], -1, 0
            while served.pages < asked.pages and time.perf_counter() - began < 600:
                times.append(screen.key(len(times)))
                quiet = quiet + 1 if served.pages == last else 0
                last = served.pages
                if quiet == 40:
                    screen.type("r")
                    quiet = 0
            seconds = time.perf_counter() - began
        say(f"while {served.pages:,} pages come ({served.pages / seconds:.0f} a second)", times)


def say(what: str, seconds: list[float]) -> None:
    """A line of the table."""
    times = sorted(each * 1_000 for each in seconds)
    p50, p95, p99 = (times[int(len(times) * share)] for share in (0.5, 0.95, 0.99))
    print(f"  {what:<46}{len(times):>6}{p50:>8.1f}{p95:>8.1f}{p99:>8.1f}{times[-1]:>8.1f}")


class Screen:
    """The program in a terminal. A context manager; it is ended with it."""

    def __init__(self, home: Path, port: int, *, prefetch: bool) -> None:
        self._home = home
        write_settings(home, port, prefetch=prefetch)
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Screen:
        environment = {
            "HOME": str(self._home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "en_US.UTF-8",
        }
        command = ["-m", "lampungtui", "--home", str(self._home)]
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable, command, env={"PATH": os.environ["PATH"], **environment}, dimensions=(ROWS, COLUMNS)
        )
        # pexpect waits 50 ms before it sends, which would be counted as the program's.
        self._child.delaybeforesend = None
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.cursor is None:
            if time.monotonic() > deadline:
                raise SystemExit("\n".join(self._screen.display))
            self._read(0.5)
            if not any("●" in line for line in self._screen.display):
                continue
            # Headlines came; they are shown when they are asked for.
            self.type("n") if self.cursor is None else None
        return self

    def __exit__(self, *_: object) -> None:
        self._child.send("q")
        self._child.close(force=True)

    @property
    def cursor(self) -> int | None:
        """The screen row of the headline under the cursor."""
        return next((row for row, line in enumerate(self._screen.display) if CURSOR in line), None)

    def type(self, keys: str) -> None:
        """Types keys without waiting for what they do."""
        self._child.send(keys)

    def key(self, number: int) -> float:
        """Types one key; the seconds until its answer was there."""
        self._settle()
        before = self.cursor
        began = time.perf_counter()
        self.type("jk"[number % 2])
        while self.cursor == before or self.cursor is None:
            at = self._read(PATIENCE_SECONDS)
        return at - began

    def _settle(self) -> None:
        """Reads what comes for a short while."""
        until = time.perf_counter() + PAUSE_SECONDS
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def _read(self, patience: float) -> float:
        """Reads a piece of output; when it came."""
        try:
            piece = self._child.read_nonblocking(65_536, timeout=patience)
        except pexpect.TIMEOUT:
            if patience >= PATIENCE_SECONDS:
                raise
            return time.perf_counter()
        at = time.perf_counter()
        self._stream.feed(piece)
        return at


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


@contextmanager
def outlets(pages: int) -> Iterator[Served]:
    """Starts the outlets; they end with the context."""
    command = [sys.executable, "-m", "bench.keys", "--serve", "--pages", str(pages)]
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
        f"<item><title>Kabar {outlet} nomor {number} dari kampung</title><link>http://{host}/berita/kabar-{number}</link>"
        f"<guid isPermaLink='false'>{outlet}-{number}</guid><description>Ringkasan kabar nomor {number}.</description>"
        f"<pubDate>{format_datetime(at - timedelta(minutes=number * 9 + outlet), usegmt=True)}</pubDate></item>"
        for number in range(items)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Kabar</title>{entries}</channel></rss>".encode()


if __name__ == "__main__":
    main()
