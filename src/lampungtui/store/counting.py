"""Counting what no tally keeps: what queries find, on a thread and a connection of their own, so that keys need not wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import apsw

from lampungtui.errors import StoreError
from lampungtui.store.connection import DamagedStore, Interrupted, connect, own_errors

Result = TypeVar("Result")


class Counter:
    """Answers questions that may take long, one after the other; starts its thread with the first."""

    def __init__(self, path: Path, *, suspect: Callable[[StoreError], object] = lambda _: None) -> None:
        """`suspect` is called with what fails as in a damaged cache."""
        self._path = path
        self._suspect = suspect
        self._thread: ThreadPoolExecutor | None = None
        self._connection: apsw.Connection | None = None
        self._closed = False
        self._latest = 0

    async def ask_latest(self, question: Callable[[apsw.Connection], Result]) -> Result | None:
        """What `question` returns, or None where a later one was asked meanwhile: this one is given up then.

        For what is typed: only the answer to the last letter counts. Raises StoreError.
        """
        self._latest += 1
        turn = self._latest
        if self._connection is not None:
            self._connection.interrupt()

        def unless_late(connection: apsw.Connection) -> Result | None:
            return question(connection) if turn == self._latest else None

        try:
            answer = await self.ask(unless_late)
        except Interrupted:
            return None
        return answer if turn == self._latest else None

    async def ask(self, question: Callable[[apsw.Connection], Result]) -> Result:
        """What `question` returns. Raises StoreError."""
        if self._closed:
            raise StoreError(f"{self._path}: the cache is closed")
        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="counting")
        return await asyncio.wrap_future(self._thread.submit(self._ask, question))

    def _ask(self, question: Callable[[apsw.Connection], Result]) -> Result:
        if self._connection is None:
            self._connection = connect(self._path, writing=False)
        try:
            with own_errors(self._path):
                return question(self._connection)
        except DamagedStore as error:
            self._suspect(error)
            raise

    def close(self) -> None:
        """Stops the question under way and closes the connection."""
        if self._closed:
            return
        self._closed = True
        if self._thread is None:
            return
        if self._connection is not None:
            self._connection.interrupt()
            self._thread.submit(self._connection.close)
        self._thread.shutdown(wait=True)
