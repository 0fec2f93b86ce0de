"""The shape of every outlet of the catalogue: how it writes its feeds and its articles, in which words its rubrics.

Where an outlet's own form is not known (`seen` is false), it has the usual one of the system that it runs on, and its
profile may not call itself sure. A profile without a shape fails a test that names it: give it one in one of the tables
`shapes_of_*.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from tests.contract.feed_shapes import FeedShape
from tests.contract.feeds_of_systems import google_news
from tests.contract.outlet_shape import Shape
from tests.contract.shapes_of_agencies_and_papers import AGENCIES, PAPERS
from tests.contract.shapes_of_lampung import LAMPUNG
from tests.contract.shapes_of_local_papers import LOCAL_PAPERS
from tests.contract.shapes_of_portals import PORTALS

from lampungtui.model import Feed, Outlet

SHAPES: Final[Mapping[str, Shape]] = {**LAMPUNG, **LOCAL_PAPERS, **AGENCIES, **PAPERS, **PORTALS}
"""Every shape by its outlet's id."""


def is_google_news(feed: Feed) -> bool:
    """Whether a feed is a search of Google News, whatever the outlet's own form is."""
    return urlsplit(feed.url).hostname == "news.google.com"


def feed_shape(outlet: Outlet, feed: Feed, shape: Shape) -> FeedShape:
    """The form of one of an outlet's feeds: its own, or that of Google News."""
    return google_news(shape.source or outlet.names[0]) if is_google_news(feed) else shape.feed
