"""Whose turn it is to ask the sources: of several readers on one cache, one does what the others then need not do.

A lock that the system takes back when its process ends, however it ends.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from lampungtui.log import logger

LOOK_SECONDS: Final = 0.25
"""How often one that waits looks whether it is its turn."""

PATIENCE_SECONDS: Final = 180.0
"""How long one waits for another; one that was stopped in the middle (Ctrl+Z) keeps nobody from the news for ever."""


@asynccontextmanager
async def turn_at(folder: Path, what: str, *, patience: float = PATIENCE_SECONDS) -> AsyncIterator[bool]:
    """Waits until nobody else on this folder does `what`; gives whether nobody does. Holds the turn until it is left."""
    try:
        lock = os.open(folder / f".{what}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        logger.info("no turns are taken at %s: %s", what, error.strerror or error)
        yield True
        return
    try:
        yield await _taken(lock, patience)
    finally:
        os.close(lock)


async def _taken(lock: int, patience: float) -> bool:
    end = asyncio.get_running_loop().time() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if asyncio.get_running_loop().time() >= end:
                return False
        except OSError as error:
            logger.info("this file system has no locks: %s", error.strerror or error)
            return True
        else:
            return True
        await asyncio.sleep(LOOK_SECONDS)
