"""Sites of which no part is known by name: what they have in common."""

from __future__ import annotations

from typing import Final

from tests.contract import articles_of_systems as systems
from tests.contract.article_shapes import ArticleShape
from tests.contract.feed_shapes import FeedShape
from tests.contract.outlet_shape import Shape
from tests.contract.stories import WRITTEN

from lampungtui.model import Credit

USUAL: Final = {
    "Nasional": "nasional",
    "Ekonomi": "ekbis",
    "Metro": "nasional",
    "Daerah": "nasional",
    "Olahraga": "olahraga",
}
"""Rubrics of an outlet in Jakarta of which only the addresses are known: its Metro is the capital."""


def site(
    host: str,
    feed: FeedShape,
    *,
    path: str = "berita/{number}/{slug}",
    dateline: str = "",
    ending: str = "",
    place: str | None = None,
    agency: str | None = None,
    credits: tuple[Credit, ...] = (WRITTEN,),
    labels: dict[str, str] = USUAL,
    tracking: str = "",
    seen: bool = False,
) -> Shape:
    """A site whose pages say in JSON-LD what they are, and have no parts that are known by name."""
    home = f"https://{host}/"
    return Shape(
        link=home + path,
        feed=feed,
        article=ArticleShape(
            systems.NEWS_SITE, dateline=dateline, ending=ending, place=place, agency=agency, credits=credits
        ),
        labels=labels,
        picture=home + "media/2026/11/19/{picture}",
        tracking=tracking,
        seen=seen,
    )
