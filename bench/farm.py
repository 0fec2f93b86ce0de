"""A farm of feeds: an HTTP server process that answers on many loopback addresses and counts what it was asked.

Started by `Farm`; it is driven by lines on its standard input and answers with lines of JSON. Every body is made and
compressed before the first request, so that serving costs next to nothing beside what is measured.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import random
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import accumulate
from typing import Any, Final
from xml.sax.saxutils import escape

ADDRESSES: Final = tuple(f"127.0.1.{number}" for number in range(1, 101))
"""A host each, so that the rule of one request per origin at a time is in force as it is with real outlets."""

ENTRIES: Final = 50
TEXT_CHARACTERS: Final = 3_000
STARTED: Final = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)

_ONSETS: Final = (*"bcdghjklmnprstwy", "ng", "ny", "ber", "mem", "pen", "ke", "se", "di", "per", "ter")
_VOWELS: Final = (*"aaaiueo", "ai", "au")
_ENDINGS: Final = ["", "", "", "n", "ng", "k", "t", "r", "s", "h", "kan", "an", "nya", "i"]
_LABELS: Final = ("Ekonomi", "Politik", "Olahraga", "Hukum", "Pendidikan", "Kesehatan", "Pariwisata", "Bandar Lampung")


class Writer:
    """Writes Indonesian-looking words: invented ones, as frequent as words are (Zipf), the same for the same seed."""

    def __init__(self, seed: int, vocabulary: int = 12_000) -> None:
        self._random = random.Random(seed)
        words: dict[str, None] = {}
        while len(words) < vocabulary:
            words[self._word()] = None
        self._words = list(words)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(vocabulary)))
        self._sentences = [self._sentence() for _ in range(6_000)]

    def _word(self) -> str:
        pick = self._random.choice
        syllables = (pick(_ONSETS) + pick(_VOWELS) for _ in range(self._random.choice((1, 2, 2, 3))))
        return "".join(syllables) + pick(_ENDINGS)

    def _sentence(self) -> str:
        words = self._random.choices(self._words, cum_weights=self._weights, k=self._random.randrange(9, 22))
        return " ".join(words).capitalize() + "."

    def title(self) -> str:
        """A headline of 7 to 11 words."""
        words = self._random.choices(self._words, cum_weights=self._weights, k=self._random.randrange(7, 12))
        return " ".join(words).title()

    def sentence(self) -> str:
        """One sentence."""
        return self._random.choice(self._sentences)

    def paragraphs(self, characters: int) -> list[str]:
        """Paragraphs of about so many characters together."""
        written = 0
        paragraphs = []
        while written < characters:
            paragraph = " ".join(self._random.choices(self._sentences, k=4))
            written += len(paragraph)
            paragraphs.append(paragraph)
        return paragraphs

    def label(self) -> str:
        """A rubric of an outlet."""
        return self._random.choice(_LABELS)


def feed_paths(feeds: int) -> list[tuple[str, str]]:
    """Address and path of each feed; every address has as many as the others."""
    return [(ADDRESSES[number % len(ADDRESSES)], f"/f{number:04}.xml") for number in range(feeds)]


def document(number: int, origin: str, writer: Writer) -> bytes:
    """A feed: RSS where its number is even, Atom where it is odd."""
    entries = []
    for place in range(ENTRIES):
        at = STARTED - timedelta(minutes=7 * place + number)
        html = "".join(f"<p>{paragraph}</p>\n" for paragraph in writer.paragraphs(TEXT_CHARACTERS))
        link = f"{origin}/berita/{number}/{place}-{writer.title().lower().replace(' ', '-')}"
        title, summary, label = writer.title(), writer.sentence(), writer.label()
        if number % 2 == 0:
            entries.append(
                f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>berita-{number}-{place}</guid>"
                f"<pubDate>{format_datetime(at, usegmt=True)}</pubDate><category>{label}</category>"
                f"<dc:creator>Siti Rahmawati</dc:creator><description>{summary}</description>"
                f"<content:encoded><![CDATA[{html}]]></content:encoded></item>\n"
            )
        else:
            entries.append(
                f"<entry><title>{title}</title><link rel='alternate' href='{link}'/><id>tag:{number},{place}</id>"
                f"<published>{at.isoformat()}</published><updated>{at.isoformat()}</updated>"
                f"<author><name>Siti Rahmawati</name></author><category term='{label}'/><summary>{summary}</summary>"
                f"<content type='html'>{escape(html)}</content></entry>\n"
            )
    body = "".join(entries)
    if number % 2 == 0:
        return (
            "<?xml version='1.0' encoding='UTF-8'?>\n<rss version='2.0' "
            "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            f"<channel><title>Kabar {number}</title><link>{origin}/</link><description>Kabar</description>\n"
            f"{body}</channel></rss>\n"
        ).encode()
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>"
        f"<title>Kabar {number}</title><id>tag:{number}</id><updated>{STARTED.isoformat()}</updated>"
        f"<link href='{origin}/'/>\n{body}</feed>\n"
    ).encode()


# --------------------------------------------------------------------------- the bench's side


class Farm:
    """The server process, as the bench drives it. A context manager; the process ends with it."""

    def __init__(self, feeds: int) -> None:
        self.feeds = feeds

    def __enter__(self) -> Farm:
        command = [sys.executable, "-m", "bench.farm", str(self.feeds)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ready = self._answer()
        self.port: int = ready["port"]
        self.plain_bytes: int = ready["plain_bytes"]
        self.gzip_bytes: int = ready["gzip_bytes"]
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)

    def urls(self) -> list[str]:
        """Every feed's URL."""
        return [f"http://{address}:{self.port}{path}" for address, path in feed_paths(self.feeds)]

    def set_latency(self, seconds: float) -> None:
        """How long each answer waits from now on."""
        self._ask(f"latency {seconds}")

    def counts(self) -> dict[str, Any]:
        """What was asked for since the last call; see `Served.report`."""
        return self._ask("counts")

    def _ask(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the farm ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


# --------------------------------------------------------------------------- the server's side


class Served:
    """The documents, and how often each was asked for."""

    def __init__(self) -> None:
        self.latency = 0.0
        self.whole: dict[str, bytes] = {}
        self.unchanged: dict[str, bytes] = {}
        self.etags: dict[str, str] = {}
        self.modified = format_datetime(STARTED, usegmt=True)
        self.reset()

    def reset(self) -> None:
        self.asked: Counter[str] = Counter()
        self.conditional = self.answered_304 = self.answered_200 = self.lost = 0
        self.open = self.most_open = self.host_overlaps = 0
        self.busy: Counter[str] = Counter()

    def add(self, path: str, number: int, packed: bytes) -> None:
        etag = f'"berita-{number}"'
        validators = f"ETag: {etag}\r\nLast-Modified: {self.modified}\r\n"
        self.etags[path] = etag
        self.whole[path] = (
            f"HTTP/1.1 200 OK\r\nContent-Type: application/xml; charset=utf-8\r\nContent-Encoding: gzip\r\n{validators}"
            f"Content-Length: {len(packed)}\r\n\r\n"
        ).encode() + packed
        self.unchanged[path] = f"HTTP/1.1 304 Not Modified\r\n{validators}\r\n".encode()

    def answer(self, path: str, headers: dict[str, str]) -> bytes:
        self.asked[path] += 1
        etag, since = headers.get("if-none-match"), headers.get("if-modified-since")
        self.conditional += etag is not None or since is not None
        if path not in self.whole:
            self.lost += 1
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        # RFC 9110, section 13.2.2: If-Modified-Since counts only where there is no If-None-Match.
        same = self.etags[path] in etag if etag is not None else since == self.modified
        if same:
            self.answered_304 += 1
            return self.unchanged[path]
        self.answered_200 += 1
        return self.whole[path]

    def report(self) -> dict[str, Any]:
        return {
            "requests": sum(self.asked.values()),
            "paths": len(self.asked),
            "most_of_one_path": max(self.asked.values(), default=0),
            "conditional": self.conditional,
            "answered_304": self.answered_304,
            "answered_200": self.answered_200,
            "not_found": self.lost,
            "most_at_once": self.most_open,
            "requests_beside_another_to_the_same_host": self.host_overlaps,
        }


class Line(asyncio.Protocol):
    """One keep-alive connection."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._buffer = b""
        self._host = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._host = transport.get_extra_info("sockname")[0]

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, self._buffer = self._buffer.split(b"\r\n\r\n", 1)
            first, *lines = head.decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            served = self._served
            served.open += 1
            served.most_open = max(served.most_open, served.open)
            served.host_overlaps += served.busy[self._host] > 0
            served.busy[self._host] += 1
            answer = served.answer(first.split(" ")[1], headers)
            if served.latency:
                asyncio.get_running_loop().call_later(served.latency, self._send, answer)
            else:
                self._send(answer)

    def _send(self, answer: bytes) -> None:
        self._served.open -= 1
        self._served.busy[self._host] -= 1
        if not self._transport.is_closing():
            self._transport.write(answer)


async def serve(feeds: int) -> None:
    """The server's life: until its standard input ends."""
    loop = asyncio.get_running_loop()
    served = Served()
    server = await loop.create_server(lambda: Line(served), ADDRESSES[0], 0, backlog=512)
    port: int = server.sockets[0].getsockname()[1]
    others = await loop.create_server(lambda: Line(served), ADDRESSES[1:], port, backlog=512)
    writer = Writer(1961)
    plain = packed_size = 0
    for number, (address, path) in enumerate(feed_paths(feeds)):
        body = document(number, f"http://{address}:{port}", writer)
        packed = gzip.compress(body, 6, mtime=0)
        served.add(path, number, packed)
        plain += len(body)
        packed_size += len(packed)
    say({"port": port, "plain_bytes": plain, "gzip_bytes": packed_size})
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := (await reader.readline()).decode().split():
        match line:
            case ["latency", seconds]:
                served.latency = float(seconds)
                say({})
            case ["counts"]:
                say(served.report())
                served.reset()
    server.close()
    others.close()


def say(answer: dict[str, Any]) -> None:
    """One line of JSON to the bench."""
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
