"""Feeds as the publishing systems write them that many outlets share: WordPress, Disway, Varient, Google News, sitemaps."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from datetime import UTC
from html import escape as html_escape
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from tests.contract.feed_shapes import WIB, FeedShape, Item, cdata, plain_time, rfc822, rss
from tests.contract.stories import EDITED, EDITOR, SECOND, WRITER, WRITTEN, thanked

from lampungtui.model import Feed, Outlet, Role

# --------------------------------------------------------------------------- WordPress


def _numbered(text: str) -> str:
    """A text with its signs as WordPress writes them: `&#038;`, `&#8220;`, `&#8211;`."""
    return "".join(f"&#{ord(sign):03};" if sign in "&“”‘’–…" else sign for sign in text)


def _wordpress_item(item: Item, author: str, description: str, more: str) -> str:
    home = f"https://{urlsplit(item.url).hostname}"
    return f"""\t<item>
\t\t<title>{_numbered(item.story.title)}</title>
\t\t<link>{item.address}</link>
\t\t\t\t\t<comments>{escape(item.url)}#respond</comments>
\t\t<dc:creator>{cdata(author)}</dc:creator>
\t\t<pubDate>{rfc822(item.story.at, UTC)}</pubDate>
\t\t\t\t<category>{cdata(html_escape(item.label))}</category>
\t\t<guid isPermaLink="false">{home}/?p={item.story.number}</guid>
\t\t\t\t\t<description>{cdata(description)}</description>
\t\t{more}<wfw:commentRss>{escape(item.url)}feed/</wfw:commentRss>
\t\t\t<slash:comments>0</slash:comments>
\t</item>
"""


def _appeared(item: Item) -> str:
    title, home = _numbered(item.story.title), f"https://{urlsplit(item.url).hostname}"
    return f'<p>The post <a href="{item.url}">{title}</a> appeared first on <a href="{home}">Beranda</a>.</p>'


def _wordpress_teaser(item: Item) -> str:
    """Settings > Reading > "Excerpt": the feed keeps back the text."""
    description = f"<p>{_numbered(item.story.cut)} [&#8230;]</p>\n{_appeared(item)}\n"
    return _wordpress_item(item, "redaksi", description, "")


def _wordpress_whole(item: Item) -> str:
    """Settings > Reading > "Full text": picture, paragraphs, share row, the remark at the end."""
    paragraphs = "\n".join(f"<p>{_numbered(each)}</p>" for each in item.story.paragraphs)
    text = (
        f'<figure class="wp-block-image"><img width="800" height="500" src="{item.picture}" alt="" decoding="async" '
        f'srcset="{item.picture} 800w" sizes="(max-width: 800px) 100vw, 800px" /></figure>\n'
        f"{paragraphs}\n{_appeared(item)}\n"
    )
    description = f"<p>{_numbered(item.story.cut)}&#8230;</p>\n{_appeared(item)}\n"
    return _wordpress_item(item, WRITER, description, f"<content:encoded>{cdata(text)}</content:encoded>\n\t\t")


_WORDPRESS_HEAD = """<generator>https://wordpress.org/?v=6.8.2</generator>
<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly</sy:updatePeriod>
<image>\n\t<url>https://stats.example/logo-32x32.png</url>\n\t<title>Logo</title>\n\t<link>https://stats.example</link>
\t<width>32</width>\n\t<height>32</height>\n</image>
"""
_WORDPRESS_SPACES = ("content", "wfw", "dc", "atom", "slash")

WORDPRESS = FeedShape(
    rss(_wordpress_teaser, *_WORDPRESS_SPACES, title="{outlet}", head=_WORDPRESS_HEAD),
    summary="{cut} […]",
    picture=False,
    label=True,
    author="redaksi",
)
WORDPRESS_WHOLE = FeedShape(
    rss(_wordpress_whole, *_WORDPRESS_SPACES, title="{outlet}", head=_WORDPRESS_HEAD),
    summary="{cut}…",
    label=True,
    author=WRITER,
    whole=True,
)


def _posts(items: Sequence[Item], authors: Sequence[str], editors: Sequence[str]) -> str:
    """`/wp-json/wp/v2/posts?_embed`, with the fields that are read and some that are not."""
    return json.dumps([_post(item, authors, editors) for item in items])


def _post(item: Item, authors: Sequence[str], editors: Sequence[str]) -> dict[str, object]:
    story = item.story
    here, there = (story.at.astimezone(zone).strftime("%Y-%m-%dT%H:%M:%S") for zone in (WIB, UTC))
    terms = [("category", item.label), ("post_tag", "tanaman"), *(("penulis", name) for name in editors)]
    written = [{"id": 1, "name": html_escape(name), "slug": "x", "taxonomy": taxonomy} for taxonomy, name in terms]
    groups = [[term for term in written if term["taxonomy"] == group] for group in ("category", "post_tag", "penulis")]
    paragraphs = "\n".join(f"<p>{_numbered(each)}</p>" for each in story.paragraphs)
    return {
        "id": story.number,
        "date": here,
        "date_gmt": there,
        "guid": {"rendered": f"https://{urlsplit(item.url).hostname}/?p={story.number}"},
        "modified": here,
        "modified_gmt": there,
        "slug": story.slug,
        "status": "publish",
        "type": "post",
        "link": item.listed,
        "title": {"rendered": _numbered(story.title)},
        "content": {"rendered": f"{paragraphs}\n", "protected": False},
        "excerpt": {"rendered": f"<p>{_numbered(story.cut)} [&hellip;]</p>\n", "protected": False},
        "author": 12,
        "featured_media": 9,
        "categories": [1],
        "_embedded": {
            "author": [{"id": 12, "name": name, "slug": "x"} for name in authors],
            "wp:featuredmedia": [{"id": 9, "media_type": "image", "alt_text": "", "source_url": item.picture}],
            "wp:term": groups,
        },
    }


POSTS = FeedShape(
    lambda _outlet, _feed, items: _posts(items, [WRITER], []),
    media_type="application/json; charset=UTF-8",
    summary="{cut} […]",
    label=True,
    author=WRITER,
    whole=True,
)
POSTS_WITH_EDITORS = FeedShape(
    lambda _outlet, _feed, items: _posts(items, ["Redaksi Lampost"], [EDITOR, SECOND, WRITER]),
    media_type="application/json; charset=UTF-8",
    summary="{cut} […]",
    label=True,
    credits=(EDITED, thanked(Role.EDITOR, SECOND), WRITTEN),
    whole=True,
)
"""Lampung Post: editors are terms of a taxonomy of its own, the last of several is the writer."""

# --------------------------------------------------------------------------- Blogger


def _blogger_item(item: Item) -> str:
    """A whole text with line breaks for paragraphs; the author behind a mail address that nobody reads."""
    text = f'<div class="separator"><a href="{item.picture}"><img border="0" src="{item.picture}" /></a></div>'
    text += "<br /><br />".join(item.story.paragraphs)
    return (
        f"<item><guid isPermaLink='false'>tag:blogger.com,1999:blog-7301.post-{item.story.number}</guid>"
        f"<pubDate>{rfc822(item.story.at)}</pubDate>"
        f"<atom:updated>{item.story.at.astimezone(WIB).isoformat(timespec='milliseconds')}</atom:updated>"
        f"<category domain='http://www.blogger.com/atom/ns#'>{escape(item.label)}</category>"
        f"<title>{item.title}</title><description>{escape(text)}</description><link>{item.address}</link>"
        f"<author>noreply@blogger.com ({WRITER})</author>"
        f"<media:thumbnail xmlns:media='http://search.yahoo.com/mrss/' url='{item.picture}' height='72' width='72'/></item>"
    )


BLOGGER = FeedShape(rss(_blogger_item, "atom", title="{outlet}"), summary="{whole}", label=True, author=WRITER)
"""Whole texts stand where others have summaries; our stories are too short for one of those to count as a whole text."""

# --------------------------------------------------------------------------- systems of local papers


def _disway_item(item: Item) -> str:
    return f"""<item>
<title>{cdata(item.story.title)}</title>
<link>{item.address}</link>
<guid isPermaLink="true">{escape(item.url)}</guid>
<description>{cdata(f'<img src="{item.picture}" /><p>{item.story.lead}</p>')}</description>
<category>{escape(item.label)}</category>
<pubDate>{rfc822(item.story.at)}</pubDate>
</item>
"""


DISWAY = FeedShape(rss(_disway_item, title="{outlet} RSS Feed"), media_type="text/xml; charset=UTF-8", label=True)


def _varient_item(item: Item) -> str:
    return f"""<item>
<title>{item.title}</title>
<link>{item.address}</link>
<guid>{escape(item.url)}</guid>
<description>{cdata(f"<p>{item.story.lead}</p>")}</description>
<enclosure url="{item.picture}" length="49398" type="image/jpeg"/>
<pubDate>{rfc822(item.story.at)}</pubDate>
<dc:creator>{WRITER}</dc:creator>
</item>
"""


VARIENT = FeedShape(
    rss(_varient_item, "dc", "content", head="<dc:rights>Hak cipta</dc:rights>\n"),
    media_type="application/xml",
    author=WRITER,
)


def _old_item(item: Item) -> str:
    return f"""<item><title>{item.title}</title><link>{item.address}</link>
<description>{escape(item.story.lead)}</description><pubDate>{rfc822(item.story.at, named="WIB")}</pubDate></item>
"""


OLD = FeedShape(rss(_old_item, title="{outlet}"), media_type="text/xml", picture=False)
"""A script of ten years ago: no ids, no pictures, the zone by its Indonesian name."""

# --------------------------------------------------------------------------- Google News

GOOGLE = "https://news.google.com/rss/articles/"


def _holding(url: str) -> str:
    """An id of Google's old form, which holds the article's own address."""
    held = url.encode()
    message = b"\x08\x13\x22" + bytes([len(held) & 0x7F | 0x80, len(held) >> 7] if len(held) > 127 else [len(held)])
    return urlsafe_b64encode(message + held + b"\xd2\x01\x00").decode().rstrip("=")


def google_id(item: Item) -> str:
    """An item's id at Google News: the newest have a token that only Google can resolve."""
    return f"CBMiqwFBVV95cUxQ{item.story.number}" if is_token(item) else _holding(item.url)


def is_token(item: Item) -> bool:
    """Whether Google keeps the address of an item to itself."""
    return item.story.number > 730_400


def google_news(source: str) -> FeedShape:
    """A search of Google News, which names its finds' outlet `source`."""

    def write(outlet: Outlet, _feed: Feed, items: Sequence[Item]) -> str:
        home = f"{urlsplit(outlet.home).scheme}://{urlsplit(outlet.home).hostname}"
        found = "".join(_google_item(item, source, home) for item in items)
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><rss version="2.0" '
            'xmlns:media="http://search.yahoo.com/mrss/"><channel><generator>NFE/5.0</generator>'
            f'<title>"site:{urlsplit(outlet.home).hostname}" - Google Berita</title>'
            "<link>https://news.google.com/search?hl=id&amp;gl=ID&amp;ceid=ID:id</link><language>id</language>"
            "<webMaster>news-webmaster@google.com</webMaster><copyright>Copyright 2026 Google</copyright>"
            f"<lastBuildDate>Thu, 19 Nov 2026 13:55:00 GMT</lastBuildDate><description>Google Berita</description>{found}"
            "</channel></rss>"
        )

    return FeedShape(write, media_type="application/xml; charset=utf-8", summary=None, picture=False)


def _google_item(item: Item, source: str, home: str) -> str:
    link = f"{GOOGLE}{google_id(item)}?oc=5"
    title = escape(f"{item.story.title} - {source}")
    text = f'<a href="{link}" target="_blank">{item.title}</a>&nbsp;&nbsp;<font color="#6f6f6f">{source}</font>'
    return (
        f"<item><title>{title}</title><link>{link}</link>"
        f'<guid isPermaLink="false">{google_id(item)}</guid>'
        f"<pubDate>{rfc822(item.story.at, UTC, 'GMT')}</pubDate><description>{escape(text)}</description>"
        f'<source url="{home}">{escape(source)}</source></item>'
    )


# --------------------------------------------------------------------------- news sitemaps


def _sitemap(outlet: Outlet, _feed: Feed, items: Sequence[Item]) -> str:
    found = "".join(
        f"""<url><loc>{item.address}</loc>
<news:news><news:publication><news:name>{escape(outlet.name)}</news:name>
<news:language>id</news:language></news:publication>
<news:publication_date>{item.story.at.astimezone(WIB).isoformat()}</news:publication_date>
<news:title>{cdata(item.story.title)}</news:title>
<news:keywords>{escape(item.label)}, panen, tanaman</news:keywords></news:news>
<image:image><image:loc>{item.picture}</image:loc><image:title>{item.title}</image:title></image:image></url>
"""
        for item in items
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
        f'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n{found}</urlset>\n'
    )


SITEMAP = FeedShape(_sitemap, media_type="application/xml", summary=None, label=True)


def _bare_sitemap(_outlet: Outlet, _feed: Feed, items: Sequence[Item]) -> str:
    found = "".join(
        f"<url><loc>{item.address}</loc><lastmod>{plain_time(item.story.at)}</lastmod>"
        f"<news:news><news:publication_date>{plain_time(item.story.at)}</news:publication_date>"
        f"<news:title>{item.title}</news:title></news:news></url>\n"
        for item in items
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{found}</urlset>\n'
    )


BARE_SITEMAP = FeedShape(_bare_sitemap, media_type="text/xml", summary=None, picture=False)
"""No pictures, no keywords, and times that say nothing of their zone."""
