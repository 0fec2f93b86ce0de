"""Who published an item that a collector of other outlets' news lists."""

from __future__ import annotations

from lampungtui.foreign import Line
from lampungtui.model import Outlet


def other_publisher(name: Line | None, outlet: Outlet | None) -> Line | None:
    """The publisher that an item names, where that is not the feed's own outlet by any of its names."""
    own = (outlet.name, *outlet.names) if outlet is not None else ()
    return name if name and name.casefold() not in {each.casefold() for each in own} else None
