"""How much is kept: the bounds of one feed and of everything, as the settings say them, and when old articles go."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from lampungtui.config import Config
from lampungtui.errors import LampungtuiError
from lampungtui.log import logger
from lampungtui.model import Feed
from lampungtui.newsroom.turns import turn_at
from lampungtui.store import Store
from lampungtui.store.records import Limits

MEGABYTE: Final = 1_000_000

EVERY: Final = timedelta(hours=1)
"""How often old articles are looked for, at most: none gets old in the meantime, and a refresh brings few."""


def limits_of(feed: Feed, *, unread: bool) -> Limits:
    """What is kept of a feed; with `unread`, unread articles may go too."""
    kept = feed.settings
    return Limits(kept.keep, kept.keep_days, kept.keep_mb * MEGABYTE if kept.keep_mb else None, unread)


def limits_of_all(config: Config) -> Limits:
    """What is kept of everything."""
    return Limits(
        config.keep_articles or None,
        config.keep_days or None,
        config.keep_mb * MEGABYTE if config.keep_mb else None,
        not config.keep_unread,
    )


class Keeping:
    """Lets old articles go, now and then."""

    def __init__(self, store: Store, config: Config) -> None:
        self._store = store
        self._config = config
        self._looked_at: datetime | None = None

    def use_config(self, config: Config) -> None:
        """Keeps by other bounds from now on."""
        self._config = config
        self._looked_at = None

    async def let_old_go(self, now: datetime) -> int:
        """Lets go of what is beyond the bounds, unless that was done lately; returns how many articles went.

        Where another reader on the same cache is at it, that one does it.
        """
        limits = limits_of_all(self._config)
        lately = self._looked_at is not None and timedelta(0) <= now - self._looked_at < EVERY
        if lately or not limits.any:
            return 0
        self._looked_at = now
        try:
            # Two at once would each let go of all that is too much.
            async with turn_at(self._store.path.parent, "keeping", patience=0) as ours:
                return await self._store.let_old_go(limits) if ours else 0
        except LampungtuiError as error:
            logger.error("old articles were not let go of: %s", error)
            return 0
