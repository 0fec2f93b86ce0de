"""Feeds as single outlets write them, each with its own habits in elements, pictures and dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from xml.sax.saxutils import escape

from tests.contract.feed_shapes import FeedShape, Item, cdata, rfc822, rss
from tests.contract.stories import EDITOR, WRITER

from lampungtui.model import Feed, Outlet

# --------------------------------------------------------------------------- agencies and networks


def _antara_item(item: Item) -> str:
    picture = f'<img src="{item.picture}" align="left" border="0">'
    return f"""<item>
<title>{escape(item.title)}</title>
<link>{item.address}</link>
<pubDate>{rfc822(item.story.at)}</pubDate>
<description>{cdata(f"{picture}{item.story.cut.replace(' ', '&nbsp;', 1)} ...")}</description>
<guid isPermaLink="false">{escape(item.url)}</guid>
</item>
"""


ANTARA = FeedShape(rss(_antara_item, "atom", title="Berita {feed} - {outlet}"), summary="{cut} ...")
"""Signs escaped twice, the picture in the summary, no author, no rubric."""


def _tribun_item(item: Item) -> str:
    return f"""<item>
<title>{cdata(item.story.title)}</title>
<link>{item.address}</link>
<guid isPermaLink="true">{escape(item.url)}</guid>
<pubDate>{rfc822(item.story.at)}</pubDate>
<category>{escape(item.label)}</category>
<description>{cdata(f'<img src="{item.picture}" />')}</description>
<enclosure url="{item.picture}" length="21450" type="image/jpeg" />
</item>
"""


TRIBUN = FeedShape(
    rss(_tribun_item, "media", title="{outlet}"), media_type="text/xml; charset=UTF-8", summary=None, label=True
)


def _detik_item(item: Item) -> str:
    text = f'<img src="{item.picture}?w=400&q=90" align="left" hspace="7" width="100" />{item.story.lead}'
    return f"""<item>
<title>{cdata(item.story.title)}</title>
<link>{item.address}</link>
<guid>{escape(item.url)}</guid>
<pubDate>{rfc822(item.story.at)}</pubDate>
<description>{cdata(text)}</description>
<enclosure url="{item.picture}?w=400&amp;q=90" length="10240" type="image/jpeg" />
</item>
"""


DETIK = FeedShape(rss(_detik_item, "content"))


def _transmedia_item(item: Item) -> str:
    text = f'<img src="{item.picture}?w=360&q=90" align="left" hspace="7" width="100" /> {item.story.lead}'
    return f"""<item>
<title>{cdata(item.story.title)}</title>
<link>{item.address}</link>
<guid isPermaLink="true">{escape(item.url)}</guid>
<description>{cdata(item.story.lead)}</description>
<content:encoded>{cdata(text)}</content:encoded>
<enclosure url="{item.picture}?w=360&amp;q=90" length="10240" type="image/jpg" />
<pubDate>{rfc822(item.story.at)}</pubDate>
</item>
"""


TRANSMEDIA = FeedShape(rss(_transmedia_item, "content"), media_type="text/xml; charset=utf-8")
"""CNN and CNBC Indonesia; Suara's is of the same form."""


def _kumparan_item(item: Item) -> str:
    return f"""<item>
<title>{cdata(item.story.title)}</title>
<link>{item.address}</link>
<guid isPermaLink="false">{item.story.number}</guid>
<dc:creator>{cdata(WRITER)}</dc:creator>
<pubDate>{rfc822(item.story.at, UTC, "GMT")}</pubDate>
<comments>{escape(item.url)}#komentar</comments>
<description>{cdata(item.story.lead)}</description>
<content:encoded>{cdata(f'<img src="{item.picture}"><p>{item.story.lead}</p>')}</content:encoded>
<enclosure url="{item.picture}" length="0" type="image/jpeg"/>
</item>
"""


KUMPARAN = FeedShape(rss(_kumparan_item, "content", "dc", title="kumparan"), author=WRITER)

# --------------------------------------------------------------------------- papers and sites


def _republika_item(item: Item) -> str:
    return f"""<item>
<title>  {item.title}   </title>
<link>{item.address}</link>
<guid isPermaLink="false">{escape(item.url)}</guid>
<dc:creator>{cdata(WRITER)}</dc:creator>
<category>{escape(item.label)}</category>
<description>{cdata(f"<p>{item.story.lead}</p>")}</description>
<media:content url="{item.picture}" type="image/jpeg" medium="image"/>
<pubDate>{rfc822(item.story.at)}</pubDate>
</item>
"""


REPUBLIKA = FeedShape(rss(_republika_item, "dc", "media"), label=True, author=WRITER)


def _sindonews_item(item: Item) -> str:
    return f"""<item>
<title> {cdata(f" {item.story.title}  ")} </title>
<link>{item.address}</link>
<guid isPermaLink="true">{escape(item.url)}</guid>
<category>{cdata(item.label)}</category>
<description>{cdata(f"{item.story.lead} ")}</description>
<media:content url="{item.picture}" expression="full" type="image/jpeg"/>
<pubDate>{rfc822(item.story.at)}</pubDate>
</item>
"""


SINDONEWS = FeedShape(rss(_sindonews_item, "media"), label=True)


def _tempo_item(item: Item) -> str:
    return f"""<item>
<title>{cdata(item.story.title)}</title>
<link>{item.address}</link>
<guid>{escape(item.url)}</guid>
<pubDate>{rfc822(item.story.at)}</pubDate>
<category>{escape(item.label)}</category>
<img>{item.picture}</img>
<description>{cdata(item.story.lead)}</description>
</item>
"""


TEMPO = FeedShape(rss(_tempo_item, title="{feed} - Tempo.co"), label=True)


def _okezone_item(item: Item) -> str:
    return f"""<item>
<title>{item.title}</title>
<link>{item.address}</link>
<guid>{escape(item.url)}</guid>
<imglink>{item.picture}</imglink>
<description>{escape(f"{item.story.lead} ")}</description>
<category>{escape(item.label)}</category>
<pubDate>{rfc822(item.story.at)}</pubDate>
</item>
"""


OKEZONE = FeedShape(rss(_okezone_item, title="Okezone"), media_type="text/xml", label=True)


def _viva_item(item: Item) -> str:
    return f"""<item>
<title>{item.title}</title>
<link>{item.address}</link>
<guid>{escape(item.url)}</guid>
<pubDate>{rfc822(item.story.at)}</pubDate>
<category>{escape(item.label)}</category>
<description>{cdata(item.story.lead)}</description>
<enclosure url="{item.picture}" length="0" type="image/jpeg" />
</item>
"""


VIVA = FeedShape(rss(_viva_item, "content", "dc", "media", title="VIVA RSS"), label=True)


def _liputan6_item(item: Item) -> str:
    return f"""<item>
<title>{item.title}</title>
<link>{item.address}</link>
<guid isPermaLink="false">{item.story.number}</guid>
<description>{cdata(f"<p>{item.story.lead}</p>")}</description>
<media:content url="{item.picture}" medium="image"><media:title>{item.title}</media:title>
<media:credit role="photographer">Istimewa</media:credit></media:content>
<media:thumbnail url="{item.picture}?kecil"/>
<pubDate>{rfc822(item.story.at)}</pubDate>
</item>
"""


LIPUTAN6 = FeedShape(rss(_liputan6_item, "media", "dc"))


def _merdeka_item(item: Item) -> str:
    return f"""<item>
<title>{item.title}</title>
<link>{item.address}</link>
<guid isPermaLink="false">{escape(item.url)}</guid>
<description>{cdata(item.story.lead)}</description>
<media:group><media:content url="{item.picture}" type="image/jpeg"/></media:group>
<category>{escape(item.label)}</category>
<pubDate>{rfc822(item.story.at, UTC, "GMT")}</pubDate>
</item>
"""


MERDEKA = FeedShape(rss(_merdeka_item, "media"), label=True)


def _jpnn_item(item: Item) -> str:
    return f"""<item>
<title>{item.title}</title>
<link>{item.address}</link>
<description>{escape(f'<img src="{item.picture}" /><br />{item.story.lead}')}</description>
<pubDate>{rfc822(item.story.at, named="")}</pubDate>
</item>
"""


JPNN = FeedShape(rss(_jpnn_item), media_type="text/xml")
"""Its dates leave their zone out: they are Jakarta's."""


def _voa_item(item: Item) -> str:
    return f"""<item>
<title>{item.title}</title>
<description>{escape(item.story.lead)}</description>
<link>{item.address}</link>
<guid>{escape(item.url)}</guid>
<pubDate>{rfc822(item.story.at)}</pubDate>
<category>{escape(item.label)}</category>
<category>Indonesia</category>
<author>webredaksi@voanews.com ({WRITER})</author>
<enclosure url="{item.picture}" length="40960" type="image/jpeg"/>
</item>
"""


VOA = FeedShape(rss(_voa_item, "atom", "media"), label=True, author=WRITER)


def _bbc_item(item: Item) -> str:
    return f"""<item>
<title>{cdata(item.story.title)}</title>
<description>{cdata(item.story.lead)}</description>
<link>{item.address}</link>
<guid isPermaLink="false">{escape(item.url)}#0</guid>
<pubDate>{rfc822(item.story.at, UTC, "GMT")}</pubDate>
<media:thumbnail width="240" height="135" url="{item.picture}"/>
</item>
"""


BBC = FeedShape(rss(_bbc_item, "dc", "content", "atom", "media", title="BBC News Indonesia"), media_type="text/xml")


def _media_indonesia_item(item: Item) -> str:
    return f"""<item>
<title>{cdata(item.story.title)}</title>
<link>{item.address}</link>
<guid isPermaLink="true">{escape(item.url)}</guid>
<description>{cdata(f'<p><img src="{item.picture}"></p><p>{item.story.lead}</p>')}</description>
<category>{escape(item.label)}</category>
<author>{WRITER}</author>
<pubDate>{rfc822(item.story.at)}</pubDate>
</item>
"""


MEDIA_INDONESIA = FeedShape(rss(_media_indonesia_item, "atom"), label=True, author=WRITER)

# --------------------------------------------------------------------------- Atom


def _atom(_outlet: Outlet, feed: Feed, items: Sequence[Item]) -> str:
    entries = "".join(_atom_entry(item) for item in items)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xml:lang="id" xmlns="http://www.w3.org/2005/Atom">
  <id>tag:theconversation.com,2011:/id/articles</id>
  <link rel="alternate" type="text/html" href="https://theconversation.com"/>
  <link rel="self" type="application/atom+xml" href="{escape(feed.url)}"/>
  <title>The Conversation – Artikel</title>
  <updated>2026-11-19T13:00:00Z</updated>
{entries}</feed>
"""


def _atom_entry(item: Item) -> str:
    paragraphs = "".join(f"<p>{each}</p>\n" for each in item.story.paragraphs)
    text = (
        f'<figure><img src="{item.picture}" /><figcaption><span class="caption">Bibit siap tanam.</span> '
        f'<span class="attribution"><span class="source">{EDITOR}</span></span></figcaption></figure>{paragraphs}'
        '<img src="https://counter.theconversation.com/content/1/count.gif" alt="Hitung" width="1" height="1" />'
        f'<p class="fine-print"><em><span>{WRITER} tidak bekerja bagi perusahaan mana pun.</span></em></p>'
    )
    return f"""  <entry>
    <id>tag:theconversation.com,2011:article/{item.story.number}</id>
    <published>{item.story.at:%Y-%m-%dT%H:%M:%SZ}</published>
    <updated>{item.story.at:%Y-%m-%dT%H:%M:%SZ}</updated>
    <link rel="alternate" type="text/html" href="{item.address}"/>
    <title>{item.title}</title>
    <content type="html">{escape(text)}</content>
    <summary>{escape(item.story.lead)}</summary>
    <author>
      <name>{WRITER}, Dosen Kehutanan, Universitas Lampung</name>
      <foaf:homepage xmlns:foaf="http://xmlns.com/foaf/0.1/" rdf:resource="https://theconversation.com/profiles/1"
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>
    </author>
    <rights>Licensed as Creative Commons – attribution, no derivatives.</rights>
  </entry>
"""


ATOM_WHOLE = FeedShape(
    _atom,
    media_type="application/atom+xml; charset=utf-8",
    author=f"{WRITER}, Dosen Kehutanan, Universitas Lampung",
    whole=True,
)
