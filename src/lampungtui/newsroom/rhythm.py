"""A feed's own rhythm: how often it publishes, and how long to wait between polls because of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from lampungtui.model import Entry

WEEK: Final = timedelta(days=7)
LONGEST_GAP: Final = timedelta(hours=12)
"""The longest wait that a quiet rhythm brings about: news of a sleepy site is still seen the same day."""

AHEAD: Final = timedelta(days=1)
"""Entries dated further ahead than this tell nothing about the rhythm."""


def published_times(entries: Sequence[Entry], now: datetime) -> list[datetime]:
    """When the entries appeared, newest first, without those that can't be right."""
    times = [entry.published.at for entry in entries if entry.published is not None]
    return sorted((at for at in times if at <= now + AHEAD), reverse=True)


def per_week(times: Sequence[datetime], now: datetime) -> float | None:
    """Entries a week over the span of a document; None where fewer than two are dated.

    The span ends now, not with the newest entry: a feed that has fallen silent slows down.
    """
    if len(times) < 2:
        return None
    span = max(now - times[-1], timedelta(hours=1))
    return round(len(times) * (WEEK / span), 2)


def slower(a_week: float | None, entries: int, silence: timedelta) -> float | None:
    """The rate of `entries` that were published at `a_week`, once a further `silence` has passed without another one."""
    if not a_week or entries < 2 or silence <= timedelta(0):
        return a_week
    return round(entries * (WEEK / (entries * (WEEK / a_week) + silence)), 2)


def own_interval(usual: timedelta, a_week: float | None) -> timedelta:
    """Half the time between two entries, between the usual interval and twelve hours."""
    if a_week is None:
        return usual
    gap = WEEK / max(a_week, 0.01) / 2
    return max(usual, min(gap, LONGEST_GAP))
