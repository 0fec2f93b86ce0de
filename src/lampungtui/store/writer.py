"""The one place that writes: a thread with a connection of its own, one short transaction at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import apsw

from lampungtui.errors import StoreError
from lampungtui.store.connection import DamagedStore, Synced, connect, own_errors
from lampungtui.store.schema import migrate

Result = TypeVar("Result")


class Writer:
    """Runs changes one after the other, each in a `BEGIN IMMEDIATE` transaction.

    A deferred transaction that turns to writing fails at once with SQLITE_BUSY_SNAPSHOT, whatever the time-out; an
    immediate one waits its turn, also for another process.
    """

    def __init__(
        self,
        path: Path,
        *,
        before_migration: Callable[[], int | None] = lambda: None,
        suspect: Callable[[StoreError], object] = lambda _: None,
    ) -> None:
        """`before_migration` is called before an older cache is changed, `suspect` with what fails as in a damaged one."""
        self._path = path
        self._suspect = suspect
        self._connection = connect(path, writing=True)
        self._synced = Synced.FETCHED
        try:
            migrate(self._connection, path, before=before_migration)
        except BaseException:
            self._connection.close()
            raise
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._closed = False

    async def do(self, change: Callable[[apsw.Connection], Result], *, synced: Synced = Synced.FETCHED) -> Result:
        """What `change` returns, once it is committed. Raises StoreError, with nothing changed."""
        if self._closed:
            raise StoreError(f"{self._path}: the cache is closed")
        return await asyncio.wrap_future(self._thread.submit(self._do, change, synced))

    def do_last(self, change: Callable[[apsw.Connection], Result]) -> Result:
        """What `do` does for a deed, waited for without an event loop: for the moment before closing."""
        if self._closed:
            raise StoreError(f"{self._path}: the cache is closed")
        return self._thread.submit(self._do, change, Synced.DEEDS).result()

    def _do(self, change: Callable[[apsw.Connection], Result], synced: Synced) -> Result:
        try:
            return self._commit(change, synced)
        except DamagedStore as error:
            self._suspect(error)
            raise

    def _commit(self, change: Callable[[apsw.Connection], Result], synced: Synced) -> Result:
        with own_errors(self._path):
            if synced is not self._synced:
                self._connection.pragma("synchronous", int(synced))
                self._synced = synced
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                result = change(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            return result

    def close(self) -> None:
        """Finishes what was asked for, then closes; the write-ahead log is merged into the file."""
        if self._closed:
            return
        self._closed = True
        self._thread.submit(self._connection.close)
        self._thread.shutdown(wait=True)
