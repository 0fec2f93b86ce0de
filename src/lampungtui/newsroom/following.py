"""What is followed now: the outlets and their feeds. It changes while the reader runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lampungtui.model import Feed, Outlet


class Following:
    """The outlets that are read, by id; behind them the catalogue, which knows the pages of those no longer followed."""

    def __init__(self, outlets: Sequence[Outlet], catalogue: Sequence[Outlet] = ()) -> None:
        self._catalogue = {outlet.id: outlet for outlet in catalogue}
        self.change(outlets)

    @property
    def catalogue(self) -> tuple[Outlet, ...]:
        """Every outlet that a profile describes, followed or not."""
        return tuple(self._catalogue.values())

    def change(self, outlets: Sequence[Outlet]) -> None:
        """From now on these are followed."""
        self.outlets: Mapping[str, Outlet] = {outlet.id: outlet for outlet in outlets}
        self.feeds: tuple[Feed, ...] = tuple(feed for outlet in outlets for feed in outlet.feeds)

    def outlet(self, outlet_id: str) -> Outlet | None:
        """An outlet, followed or not; None for one that no profile describes any more."""
        return self.outlets.get(outlet_id) or self._catalogue.get(outlet_id)

    def feed(self, feed_id: str) -> Feed | None:
        """A feed that is followed."""
        return next((feed for feed in self.feeds if feed.id == feed_id), None)
