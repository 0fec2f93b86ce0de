"""Feeds of outlets of which only the address is known: usual ones, each with another habit in pictures and dates."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.contract.feed_shapes import SINGAPORE, WIB, FeedShape, Item, cdata, plain_time, rfc822, rss, spoken_time
from tests.contract.stories import EDITOR, WRITER

from lampungtui.model import Feed, Outlet


def _creator_item(item: Item) -> str:
    return f"""<item><title>{cdata(item.story.title)}</title><link>{item.address}</link>
<guid isPermaLink="true">{escape(item.url)}</guid><dc:creator>{cdata(EDITOR)}</dc:creator>
<description>{cdata(item.story.lead)}</description><category>{cdata(item.label)}</category>
<media:content url="{item.picture}" medium="image" type="image/jpeg"/><pubDate>{rfc822(item.story.at)}</pubDate></item>
"""


WITH_CREATOR = FeedShape(rss(_creator_item, "dc", "media"), label=True, author=EDITOR)


def _enclosed_item(item: Item) -> str:
    return f"""<item><title>{item.title}</title><link>{item.address}</link><guid>{escape(item.url)}</guid>
<description>{cdata(f"{item.story.cut}...")}</description><category>{escape(item.label)}</category>
<enclosure url="{item.picture}" type="image/jpeg" length="0"/>
<pubDate>{rfc822(item.story.at).split(", ")[1]}</pubDate></item>
"""


ENCLOSED = FeedShape(rss(_enclosed_item), summary="{cut}...", label=True)
"""Dates without a weekday."""


def _spoken_item(item: Item) -> str:
    return f"""<item><title>{item.title}</title><link>{item.address}</link><guid>{escape(item.url)}</guid>
<description>{cdata(item.story.lead)}</description><category>{escape(item.label)}</category>
<media:thumbnail url="{item.picture}"/><pubDate>{spoken_time(item.story.at)}</pubDate></item>
"""


SPOKEN = FeedShape(rss(_spoken_item, "media"), label=True, seconds=False)
"""Dates in Indonesian."""


def _unzoned_item(item: Item) -> str:
    return f"""<item><title>{item.title}</title><link>{item.address}</link>
<guid isPermaLink="false">{item.story.number}</guid>
<description>{cdata(f'<img src="{item.picture}" alt=""><p>{item.story.lead}</p>')}</description>
<category>{escape(item.label)}</category><pubDate>{plain_time(item.story.at)}</pubDate></item>
"""


UNZONED = FeedShape(rss(_unzoned_item), media_type="text/xml", label=True)
"""Dates as a database keeps them."""


def _iso_item(item: Item) -> str:
    return f"""<item><title>{item.title}</title><link>{item.address}</link>
<guid isPermaLink="false">{item.story.number}</guid>
<description>{cdata(item.story.lead)}</description><dc:creator>{WRITER}</dc:creator><category>{escape(item.label)}</category>
<image><url>{item.picture}</url><title>{item.title}</title><link>{item.address}</link></image>
<pubDate>{item.story.at.astimezone(WIB).isoformat()}</pubDate></item>
"""


ISO = FeedShape(rss(_iso_item, "dc"), label=True, author=WRITER)
"""Dates by ISO 8601, and a picture in an element that RSS keeps for the channel."""


def _singapore_item(item: Item) -> str:
    return f"""<item><title>{item.title}</title><link>{item.address}</link>
<guid isPermaLink="false">{item.story.number}</guid>
<description>{cdata(item.story.lead)}</description><category>{escape(item.label)}</category>
<media:thumbnail url="{item.picture}" width="640" height="360"/><pubDate>{rfc822(item.story.at, SINGAPORE)}</pubDate></item>
"""


SINGAPOREAN = FeedShape(rss(_singapore_item, "media", "dc"), label=True)


def _rdf(outlet: Outlet, feed: Feed, items: Sequence[Item]) -> str:
    listed = "".join(f'<rdf:li rdf:resource="{item.address}"/>' for item in items)
    found = "".join(
        f"""<item rdf:about="{item.address}"><title>{item.title}</title><link>{item.address}</link>
<description>{escape(item.story.lead)}</description><dc:date>{item.story.at:%Y-%m-%dT%H:%M:%SZ}</dc:date>
<dc:subject>{escape(item.label)}</dc:subject><dc:language>id</dc:language></item>
"""
        for item in items
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="{escape(feed.url)}"><title>{escape(outlet.name)}</title><link>{outlet.home}</link>
<items><rdf:Seq>{listed}</rdf:Seq></items></channel>
{found}</rdf:RDF>
"""


RDF = FeedShape(_rdf, media_type="application/rdf+xml", picture=False, label=True)
