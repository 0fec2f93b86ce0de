"""Which SQLite it is that keeps the cache: apsw's own, not the system's."""

from __future__ import annotations

import apsw


def sqlite_version() -> str:
    """Its version, such as `3.54.1`."""
    return apsw.sqlite_lib_version()
