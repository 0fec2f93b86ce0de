"""Who published an item that a collector of other outlets' news lists."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from lampungtui.foreign import Line
from lampungtui.model import Outlet

_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
SLUG_LIMIT: Final = 60


def other_publisher(name: Line | None, outlet: Outlet | None) -> Line | None:
    """The publisher that an item names, where that is not the feed's own outlet by any of its names."""
    own = (outlet.name, *outlet.names) if outlet is not None else ()
    return name if name and name.casefold() not in {each.casefold() for each in own} else None


def publisher_id(outlet: Outlet, publisher: Line) -> str:
    """The id under which a publisher's items of a collector are kept: one outlet's name is not another's.

    No profile has such an id, for it holds the collector's before a slash.
    """
    slug = _NOT_IN_IDS.sub("-", publisher.casefold())[:SLUG_LIMIT].strip("-")
    return f"{outlet.id}/{slug or hashlib.sha256(publisher.encode()).hexdigest()[:12]}"
