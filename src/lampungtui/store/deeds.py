"""What a person does, into the cache: each waited for to be on the disk; what the disk does not take waits in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Final, TypeVar

import apsw

from lampungtui.errors import StoreError
from lampungtui.log import logger
from lampungtui.store.connection import UNWRITTEN, Synced
from lampungtui.store.waiting import NotYetStored, Waiting, WaitingDeed
from lampungtui.store.writer import Writer

Result = TypeVar("Result")

MOST_PLACES: Final = 1_000
"""Places and words of the session that wait at most; of each only the last counts."""


class Deeds:
    """Writes what a person does, in its order."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        # One after the other: two at once would both write what waits, and the second be stored before a first that the
        # disk does not take.
        self._turn = asyncio.Lock()
        self.waiting = Waiting()
        self.done = 0
        """How many deeds were written, for whoever backs them up."""
        self.late = 0
        """How many of them had waited."""
        self._places: dict[str, Callable[[apsw.Connection], object]] = {}

    async def do(
        self, change: Callable[[apsw.Connection], Result], waiting: Callable[[], WaitingDeed] | None = None
    ) -> Result:
        """What `change` returns, once it is on the disk. Raises StoreError.

        Where the disk does not take it now, what `waiting` gives is kept, and NotYetStored raised; without it the failure
        itself is raised and nothing kept.
        """
        async with self._turn:
            try:
                await self._write_waiting()
                result = await self._writer.do(change, synced=Synced.DEEDS)
            except UNWRITTEN as error:
                if waiting is None:
                    raise
                self.waiting.add(waiting())
                logger.error("kept in memory, not stored yet: %s", error)
                raise NotYetStored(f"not stored yet, kept in memory and tried again: {error}") from error
            self.done += 1
            return result

    async def do_lightly(self, change: Callable[[apsw.Connection], object], name: str) -> None:
        """Remembers where the reader is: not waited for to be on the disk. Of what the disk does not take, the last of each
        `name` is tried again with the deeds. Raises StoreError for what cannot be written at all.
        """
        async with self._turn:
            try:
                await self._writer.do(change)
                self._places.pop(name, None)
            except UNWRITTEN as error:
                logger.error("the place was not stored yet: %s", error)
                if len(self._places) < MOST_PLACES:
                    self._places[name] = change

    @property
    def anything_waits(self) -> bool:
        """Whether anything is kept in memory alone, be it a place."""
        return bool(self.waiting) or bool(self._places)

    async def write_waiting(self) -> int:
        """Tries again to write what waits; returns how many deeds were written. Raises StoreError where none could be."""
        async with self._turn:
            written = await self._write_waiting()
            for name, change in list(self._places.items()):
                await self._writer.do(change)
                self._places.pop(name, None)
            return written

    async def _write_waiting(self) -> int:
        written = 0
        while self.waiting:
            deed = self.waiting.deeds[0]
            await self._writer.do(deed.change, synced=Synced.DEEDS)
            self._written(deed)
            written += 1
        return written

    def write_last(self) -> None:
        """Tries a last time, for the moment before closing; what cannot be written is logged."""
        try:
            while self.waiting:
                deed = self.waiting.deeds[0]
                self._writer.do_last(deed.change)
                self._written(deed)
            for change in self._places.values():
                self._writer.do_last(change)
        except StoreError as error:
            lost: list[Any] = [f"{deed.what} {deed.about}" for deed in self.waiting.deeds]
            logger.error("%d deeds were never stored (%s): %s", len(lost), error, "; ".join(lost))

    def _written(self, deed: WaitingDeed) -> None:
        # Taken back by somebody while it was written: then it is there all the same, and can be undone as others.
        if deed in self.waiting.deeds:
            self.waiting.deeds.remove(deed)
        self.done += 1
        self.late += 1
