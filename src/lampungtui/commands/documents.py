"""`lampungtui probe` and `lampungtui extract`: documents read as the reader reads them, for people who write profiles."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from lampungtui import __version__
from lampungtui.commands.output import json_line, line
from lampungtui.discretion import discreet
from lampungtui.errors import LampungtuiError, Unusable
from lampungtui.fetch import Accept, Client, Fetched, Request
from lampungtui.folders import Folders
from lampungtui.foreign import Address, Foreign, clean_address, clean_line
from lampungtui.model import FeedKind, FeedReading, Outlet, PageReading
from lampungtui.newsroom import probe as objects
from lampungtui.outlets.loader import load_outlets
from lampungtui.outlets.subscriptions import publisher_of
from lampungtui.telling.documents import feed_lines, page_lines
from lampungtui.telling.failures import error_words
from lampungtui.telling.sentences import sentence_words
from lampungtui.workbench import FeedJob, PageJob
from lampungtui.workshop import Workshop

FILE_LIMIT: Final = 10 * 2**20
"""Bytes of the largest file that is read."""


def probe(targets: Sequence[str], *, as_json: bool, outlet_id: str | None, url: str | None, home: Path | None) -> int:
    """Prints what each target holds as a feed; returns 0 when all could be read, else 1."""
    reader = _Reader(outlet_id, url, home, Accept.FEED)

    async def read(target: str) -> FeedReading:
        reading = await reader.feed(target)
        # An object has the same keys whatever was wrong; people read it among the lines, in their language.
        for trouble in reading.troubles if as_json else ():
            line(f"{discreet(clean_line(target, 4_096))}: {sentence_words(trouble)}", error=True)
        return reading

    return asyncio.run(_each(targets, reader, read, as_json, objects.feed_object, objects.feed_failure, feed_lines))


def extract(
    targets: Sequence[str], *, as_json: bool, as_text: bool, outlet_id: str | None, url: str | None, home: Path | None
) -> int:
    """Prints each target's article; returns 0 when all could be read, else 1."""
    reader = _Reader(outlet_id, url, home, Accept.PAGE)

    async def read(target: str) -> PageReading:
        return await (reader.text(target) if as_text else reader.page(target))

    return asyncio.run(_each(targets, reader, read, as_json, objects.page_object, objects.page_failure, page_lines))


async def _each(
    targets: Sequence[str],
    reader: _Reader,
    read: Callable[[str], Any],
    as_json: bool,
    to_object: Callable[[str, Any], dict[str, Any]],
    to_failure: Callable[[str, str], dict[str, Any]],
    to_lines: Callable[[Any], Iterable[str]],
) -> int:
    failed = printed = 0
    try:
        for target in targets:
            shown = discreet(clean_line(target, 4_096))
            try:
                reading = await read(target)
            except LampungtuiError as error:
                failed += 1
                if as_json:
                    json_line(to_failure(shown, str(error)))
                else:
                    line(f"{shown}: {error_words(error)}", error=True)
                continue
            if as_json:
                json_line(to_object(shown, reading))
            else:
                if printed:
                    line("")
                printed += 1
                for text in to_lines(reading):
                    line(text)
    finally:
        await reader.close()
    return 1 if failed else 0


class _Reader:
    """Gets documents from addresses, files or the standard input, and reads them in the workshop."""

    def __init__(self, outlet_id: str | None, url: str | None, home: Path | None, accept: Accept) -> None:
        folders = Folders.under(home) if home else Folders.usual()
        self._outlets = {outlet.id: outlet for outlet in load_outlets(folders.outlets)}
        if outlet_id is not None and outlet_id not in self._outlets:
            known = ", ".join(sorted(self._outlets))
            raise Unusable(f"there is no outlet '{clean_line(outlet_id, 60)}'; there are: {known}")
        self._outlet = self._outlets[outlet_id] if outlet_id is not None else None
        self._url = clean_address(url) if url is not None else None
        if url is not None and self._url is None:
            raise Unusable("--url takes an http or https address")
        self._accept = accept
        self._client = Client(version=__version__)
        self._workshop = Workshop()

    async def close(self) -> None:
        self._workshop.close()
        await self._client.close()

    async def feed(self, target: str) -> FeedReading:
        document, content_type, url = await self._document(target)
        outlet = self._outlet or self._outlet_of(url)
        return await self._workshop.read_feed(
            FeedJob(document, url, content_type, self._kind(outlet, url), outlet, datetime.now(UTC))
        )

    async def page(self, target: str) -> PageReading:
        document, content_type, url = await self._document(target)
        outlet = self._outlet or self._outlet_of(url)
        return await self._workshop.read_page(PageJob(document, url, content_type, outlet, datetime.now(UTC)))

    async def text(self, target: str) -> PageReading:
        document, content_type, url = await self._document(target)
        from lampungtui.extract.charset import decode
        from lampungtui.extract.plain import read_text

        text = decode(document, content_type)
        return read_text(Foreign(text.markup), url=url, outlet=self._outlet or self._outlet_of(url))

    @staticmethod
    def _kind(outlet: Outlet | None, url: Address | None) -> FeedKind | None:
        """The kind that the profile gives this very address; else it is found by content."""
        feeds = outlet.feeds if outlet is not None else ()
        return next((feed.kind for feed in feeds if feed.url == url), None)

    def _outlet_of(self, url: Address | None) -> Outlet | None:
        """The outlet of an address, by its host."""
        return publisher_of(url, tuple(self._outlets.values())) if url is not None else None

    async def _document(self, target: str) -> tuple[bytes, str | None, Address | None]:
        """A target's bytes, what the server called them, and where they are from."""
        if target.lower().startswith(("http://", "https://")):
            address = clean_address(target)
            if address is None:
                raise Unusable("that is no address that can be fetched")
            answer = await self._client.get(Request(address, accept=self._accept, named_by_reader=True))
            assert isinstance(answer, Fetched)  # noqa: S101  # no validators were sent
            return answer.body, answer.content_type, answer.url
        url = self._url or (self._outlet.home if self._outlet is not None else None)
        if target == "-":
            return sys.stdin.buffer.read(FILE_LIMIT), None, url
        try:
            with Path(target).open("rb") as file:
                return file.read(FILE_LIMIT), None, url
        except OSError as error:
            raise Unusable(f"the file cannot be read: {error.strerror or error}") from error
