"""Every English sentence of a failure that has words in other languages, one file a subject.

What stands in braces is filled in. A file's path, or the like, may stand before any of them, parted by a colon.
"""

from __future__ import annotations

from typing import Final

from lampungtui.telling.known import (
    cache,
    command_line,
    documents,
    elsewhere,
    feed_lists,
    fetching,
    handwritten,
    outlets,
)

SENTENCES: Final = (
    *fetching.SENTENCES,
    *documents.SENTENCES,
    *feed_lists.SENTENCES,
    *handwritten.SENTENCES,
    *outlets.SENTENCES,
    *cache.SENTENCES,
    *command_line.SENTENCES,
    *elsewhere.SENTENCES,
)
"""All of them; `tests/telling` holds that none is missing."""

__all__ = ["SENTENCES"]
