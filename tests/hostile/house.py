"""A press house of ill will: an HTTP server on loopback that serves what it is told byte for byte, and keeps a log."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

Spill = Iterator[bytes]
"""A body given out piece by piece, for as long as the other side takes it."""

Answer = bytes | Callable[[], Spill]


@dataclass(frozen=True)
class Asked:
    """A request as it came over the wire; header names in small letters."""

    path: str
    headers: Mapping[str, str]


@dataclass
class House:
    """Serves answers by path; what it has none for is 404. `asked` is its log."""

    host: str = "127.0.0.1"
    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    _answers: dict[str, Answer] = field(default_factory=dict)
    _listener: socket.socket | None = None
    stopped: threading.Event = field(default_factory=threading.Event)

    def start(self) -> House:
        """Listens from now on."""
        self._listener = socket.create_server((self.host, self.port), backlog=64)
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._listen, name="house", daemon=True).start()
        return self

    def stop(self) -> None:
        """Listens no more; whoever still drips ends."""
        self.stopped.set()
        if self._listener is not None:
            self._listener.close()

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://{self.host}:{self.port}"

    def serve(self, path: str, answer: Answer) -> str:
        """What a path answers from now on; gives its address."""
        self._answers[path] = answer
        return self.origin + path

    def asked_for(self, path: str) -> list[Asked]:
        """The requests for a path."""
        return [each for each in self.asked if each.path == path]

    def _listen(self) -> None:
        assert self._listener is not None
        while not self.stopped.is_set():
            try:
                talk, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(talk,), name="house talk", daemon=True).start()

    def _talk(self, talk: socket.socket) -> None:
        with talk:
            talk.settimeout(60)
            head = b""
            try:
                while b"\r\n\r\n" not in head and (chunk := talk.recv(65_536)):
                    head += chunk
                if not head:
                    return
                first, *lines = head.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
                pairs = (line.split(": ", 1) for line in lines if ": " in line)
                path = first.split(" ")[1]
                self.asked.append(Asked(path, {name.lower(): value for name, value in pairs}))
                answer = self._answers.get(path, answered(b"tidak ada", status=404, kind="text/plain"))
                for piece in [answer] if isinstance(answer, bytes) else answer():
                    talk.sendall(piece)
            except OSError:
                return  # the reader hung up, as it should


def answered(body: bytes, *headers: str, status: int = 200, kind: str = "application/rss+xml") -> bytes:
    """A whole answer; `headers` are further lines."""
    lines = [
        f"HTTP/1.1 {status} Kabar", f"Content-Type: {kind}", f"Content-Length: {len(body)}", "Connection: close", *headers
    ]  # fmt: skip
    return "\r\n".join([*lines, "", ""]).encode("utf-8", errors="surrogateescape") + body


def headed(*headers: str, status: int = 200) -> bytes:
    """The head of an answer alone, with just these headers."""
    return "\r\n".join([f"HTTP/1.1 {status} Kabar", *headers, "Connection: close", "", ""]).encode("latin-1")


def dated(minutes: int) -> str:
    """A date so many minutes before now, as feeds write it."""
    return format_datetime(datetime.now(UTC) - timedelta(minutes=minutes))


def item(title: str, link: str, *inside: str, minutes: int = 1, description: str = "") -> str:
    """An <item> with markup for its title and description as given, nothing escaped."""
    words = f"<description>{description}</description>" if description else ""
    date = f"<pubDate>{dated(minutes)}</pubDate>"
    return f"<item><title>{title}</title><link>{escape(link)}</link>{words}{date}{''.join(inside)}</item>"


def rss(*items: str, declaration: str = '<?xml version="1.0" encoding="UTF-8"?>', type_: str = "") -> str:
    """A document of RSS with these items."""
    return (
        f'{declaration}{type_}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Media Seram</title>'
        f"{''.join(items)}</channel></rss>"
    )


def page(title: str, *paragraphs: str, head: str = "", author: str = "") -> str:
    """An article's page, nothing escaped."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    by = f'<meta name="author" content="{author}">' if author else ""
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>{by}{head}</head>'
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    )
