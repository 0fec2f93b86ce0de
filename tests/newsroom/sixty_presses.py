"""What the outlets of the sixty days answer: feeds that appear at their own pace, and the words they put above them."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from functools import cache

from tests.newsroom.sixty_days import BEGIN, Asked, Desk, Reply, http_date

FEED = "application/rss+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Printing:
    """One answer of a press: the number of its newest item, its own number, whether it is a 304."""

    edition: int
    answer: int
    unchanged: bool


Words = Callable[[Printing], Mapping[str, str]]
"""The validators above an answer."""


class Press:
    """A feed that brings an item every so often, and 304 to whoever has its last words.

    It compares the reader's words with its own byte for byte, as many servers do, and remembers what a 304 left out.
    """

    def __init__(
        self,
        every: timedelta,
        *,
        items: int = 6,
        words: Words | None = None,
        until: datetime | None = None,
        channel: str = "",
        zipped: bool = False,
        anyway: int = 0,
        headers: Callable[[datetime], Mapping[str, str]] | None = None,
    ) -> None:
        """`until` is when the last item comes; `channel` is markup of the feed itself; every `anyway`-th answer is a whole
        one although nothing changed."""
        self._every = every
        self._items = items
        self._words = words or self._usual_words
        self._until = until
        self._channel = channel
        self._zipped = zipped
        self._anyway = anyway
        self._headers = headers or (lambda _: {})
        self._answers = 0
        self._edition: int | None = None
        self._said: tuple[str | None, str | None] = (None, None)

    def __call__(self, asked: Asked) -> Reply:
        edition = (min(asked.at, self._until or asked.at) - BEGIN) // self._every
        self._answers += 1
        condition = (asked.headers.get("if-none-match"), asked.headers.get("if-modified-since"))
        unchanged = edition == self._edition and condition == self._said != (None, None)
        if self._anyway and self._answers % self._anyway == 0:
            unchanged = False
        words = self._words(Printing(edition, self._answers, unchanged))
        etag, last_modified = self._said if unchanged else (None, None)
        self._said = (words.get("ETag", etag), words.get("Last-Modified", last_modified))
        self._edition = edition
        if unchanged:
            return Reply(304, {**words, **self._headers(asked.at)})
        coding = {"Content-Encoding": "gzip"} if self._zipped else {}
        return Reply(200, {"Content-Type": FEED, **coding, **words, **self._headers(asked.at)}, self._document(edition))

    def _appeared(self, edition: int) -> datetime:
        return BEGIN + edition * self._every

    def _usual_words(self, printing: Printing) -> Mapping[str, str]:
        return {
            "ETag": f'"edisi-{printing.edition}"',
            "Last-Modified": http_date(self._appeared(printing.edition)),
        }

    def _document(self, edition: int) -> bytes:
        items = "".join(
            f"<item><title>Kabar nomor {number} dari Margorejo</title><guid>kabar-{number}</guid>"
            f"<link>https://kabar.example/{number}</link><pubDate>{format_datetime(self._appeared(number))}</pubDate></item>"
            for number in range(edition, edition - self._items, -1)
        )
        return _printed(f"{self._channel}{items}", self._zipped)


@cache
def _printed(inside: str, zipped: bool) -> bytes:
    document = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Kabar Margorejo</title>'
        f"<link>https://kabar.example/</link>{inside}</channel></rss>"
    ).encode()
    return gzip.compress(document, 1) if zipped else document


def says(status: int, **headers: str) -> Desk:
    """An answer without a document; a header's name is written with `_` for `-`."""
    return lambda _: Reply(status, {name.replace("_", "-"): value for name, value in headers.items()})


def leads_to(url: str, status: int) -> Desk:
    """A redirect."""
    return says(status, Location=url)


def page(_: Asked) -> Reply:
    """A page that is no feed."""
    text = (
        "<!DOCTYPE html><html><head><title>Pemeliharaan</title></head><body><p>Kami segera kembali.</p></body></html>"
    )
    return Reply(200, {"Content-Type": "text/html; charset=utf-8", "ETag": '"pemeliharaan"'}, text.encode())


def in_turn(first: Desk, *later: tuple[datetime, Desk]) -> Desk:
    """A desk that others take over from, each from its moment on."""

    def answer(asked: Asked) -> Reply:
        desk = first
        for since, successor in later:
            desk = successor if asked.at >= since else desk
        return desk(asked)

    return answer


def refusing(usual: Desk, refusal: Desk, *moments: datetime) -> Desk:
    """A desk that refuses the first request after each of these moments."""
    waiting = list(moments)

    def answer(asked: Asked) -> Reply:
        if waiting and asked.at >= waiting[0]:
            waiting.pop(0)
            return refusal(asked)
        return usual(asked)

    return answer
