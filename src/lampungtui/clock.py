"""The time, where it can be given: one kind of function, and the machine's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Tells the time, aware and in UTC."""


def machine_clock() -> datetime:
    """The machine's time."""
    return datetime.now(UTC)
