"""Documents in an outlet's real shape, read with its profile as the program reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lampungtui.extract.page import read_page
from lampungtui.feeds import read_feed
from lampungtui.foreign import clean_address
from lampungtui.model import FeedReading, Outlet, PageReading

PAGES = Path(__file__).parent / "pages"

# One hour after the newest article of the pages.
FETCHED_AT = datetime(2026, 11, 19, 14, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Reader:
    """Reads documents of one outlet."""

    outlet: Outlet

    def feed(self, document: str, content_type: str, *, feed: int = 0) -> FeedReading:
        """The document `document` as the answer of the outlet's feed number `feed`."""
        asked = self.outlet.feeds[feed]
        return read_feed(
            (PAGES / document).read_bytes(),
            url=asked.url,
            content_type=content_type,
            kind=asked.kind,
            outlet=self.outlet,
            fetched_at=FETCHED_AT,
        )

    def page(self, document: str, url: str) -> PageReading:
        """The document `document` as the article page at `url`."""
        return read_page(
            (PAGES / document).read_bytes(),
            content_type="text/html; charset=UTF-8",
            url=clean_address(url),
            outlet=self.outlet,
            fetched_at=FETCHED_AT,
        )
