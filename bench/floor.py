"""The least that a cold refresh can take: `.venv/bin/python -m bench.floor [--feeds N] [--rounds N]`.

Each feed is fetched by a bare socket, inflated, parsed by expat, its texts by the HTML parser; the texts are packed by zstd,
written with their titles into the cache's own tables and put into its index of words. All of it is done in C, with no line
of ours between: nothing is cleaned, dated, credited, told apart or filtered. Milliseconds of one core a feed, the best of
the rounds; what is shared by two cores takes half of it.
"""

from __future__ import annotations

import argparse
import socket
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from bench.farm import Farm
from selectolax.lexbor import LexborHTMLParser

from lampungtui.compact import compress
from lampungtui.store.connection import connect
from lampungtui.store.schema import migrate

CONTENT = ("{http://purl.org/rss/1.0/modules/content/}encoded", "{http://www.w3.org/2005/Atom}content")
TITLE = ("title", "{http://www.w3.org/2005/Atom}title")


class Steps:
    """The seconds of the processor that each step took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Counts what is done in it."""
        began = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - began


def fetched(url: str) -> bytes:
    """The body of an answer, still compressed."""
    parts = urlsplit(url)
    assert parts.hostname is not None
    with socket.create_connection((parts.hostname, parts.port)) as line:
        line.sendall(f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += line.recv(65_536)
        head, _, body = answer.partition(b"\r\n\r\n")
        size = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        pieces = [body]
        while (have := sum(map(len, pieces))) < size:
            pieces.append(line.recv(size - have))
    return b"".join(pieces)


def refresh(urls: list[str], cache: Path) -> Steps:
    """One cold refresh, one feed after the other."""
    steps = Steps()
    connection = connect(cache, writing=True)
    migrate(connection, cache)
    connection.execute("INSERT INTO outlet VALUES ('kabar', 'Kabar')")
    first = 1
    for url in urls:
        with steps.step("socket"):
            packed = fetched(url)
        with steps.step("inflate"):
            document = zlib.decompress(packed, 31)
        with steps.step("XML"):
            root = ElementTree.fromstring(document)
        texts = [each.text or "" for name in CONTENT for each in root.iter(name)]
        titles = [each.text or "" for name in TITLE for each in root.iter(name)][1:]
        with steps.step("HTML"):
            words = [LexborHTMLParser(text).text() for text in texts]
        with steps.step("zstd"):
            bodies = [compress(text.encode()) for text in words]
        ids = range(first, first + len(texts))
        with steps.step("rows"):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                "INSERT INTO article (id, outlet, title, category, sort_at, first_seen_at) "
                "VALUES (?1, 'kabar', ?2, '', ?1, 0)",
                zip(ids, titles, strict=True),
            )
            connection.executemany("INSERT INTO body VALUES (?, 'feed', ?, 0)", zip(ids, bodies, strict=True))
        with steps.step("index of words"):
            connection.executemany(
                "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", zip(ids, titles, words, strict=True)
            )
        with steps.step("commit"):
            connection.execute("COMMIT")
        first += len(texts)
    connection.close()
    return steps


def best(rounds: int, measure: Callable[[Path], Steps]) -> Steps:
    """The round that took the least."""
    found = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(prefix="bench-floor-") as folder:
            found.append(measure(Path(folder) / "cache.db"))
    return min(found, key=lambda each: sum(each.seconds.values()))


def main() -> None:
    """Measures and prints the steps."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--feeds", type=int, default=100)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with Farm(chosen.feeds) as farm:
        steps = best(chosen.rounds, lambda cache: refresh(farm.urls(), cache))
    each = {name: seconds / chosen.feeds * 1_000 for name, seconds in steps.seconds.items()}
    for name, milliseconds in each.items():
        print(f"{name:<16}{milliseconds:>6.2f} ms")
    whole = sum(each.values())
    print(f"{'all':<16}{whole:>6.2f} ms a feed; 500 feeds on two cores {whole * 500 / 2 / 1_000:.1f} s")


if __name__ == "__main__":
    main()
