"""Opening the newsroom for a command: on the same folders as the reader, which may be open beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from lampungtui.commands.output import line
from lampungtui.folders import Folders
from lampungtui.newsroom.opening import Opened, open_newsroom
from lampungtui.telling.keeping import recovery_words, subscriptions_back_words


def tell_what_was_lost(opened: Opened) -> None:
    """Says on standard error what became of a cache or a file that was damaged or lost."""
    if opened.room.store.recovery is not None:
        line(f"lampungtui: {recovery_words(opened.room.store.recovery)}", error=True)
    if opened.subscriptions_back:
        line(f"lampungtui: {subscriptions_back_words()}", error=True)


def in_newsroom(home: Path | None, command: Callable[[Opened], Awaitable[int]]) -> int:
    """Runs a command in an open newsroom and closes it; returns the command's exit code.

    Raises ConfigError, FolderError or StoreError where the newsroom cannot be opened.
    """

    async def run() -> int:
        opened = open_newsroom(Folders.under(home) if home is not None else Folders.usual())
        tell_what_was_lost(opened)
        try:
            return await command(opened)
        finally:
            await opened.room.hang_up()
            opened.room.close()

    return asyncio.run(run())
