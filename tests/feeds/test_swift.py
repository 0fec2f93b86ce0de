"""The fast reader of well-formed feeds: what it reads it reads as feedparser does, and the usual feeds it does read."""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from feedparser.api import StrictFeedParser
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.demo.press_house import Clock
from tests.feeds import test_broken, test_kinds
from tests.feeds.desk import FEED, NOON, SIGER, WHOLE_STORY, item, read, rss

from lampungtui.demo.server import OUTLETS
from lampungtui.feeds import elements
from lampungtui.feeds.detect import detect
from lampungtui.feeds.rss import read_rss, read_thoroughly
from lampungtui.feeds.swift import read_swiftly
from lampungtui.foreign import Address
from lampungtui.model import FeedKind, FeedReading, Outlet

CONTRACT = sorted((Path(__file__).parents[1] / "contract" / "pages").glob("*.xml"))


def swiftly(
    document: str | bytes,
    *,
    content_type: str | None = None,
    url: Address | None = FEED,
    outlet: Outlet | None = None,
) -> FeedReading | None:
    """What the fast reader gives, which is what feedparser gives, or nothing."""
    wire = document if isinstance(document, bytes) else document.encode()
    reading = read_swiftly(wire, url=url, content_type=content_type, outlet=outlet, fetched_at=NOON)
    if reading is not None:
        assert reading == read_thoroughly(wire, url=url, content_type=content_type, outlet=outlet, fetched_at=NOON)
    return reading


# ------------------------------------------------------------------------ feeds that it must read

WORDPRESS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
    xmlns:georss="http://www.georss.org/georss" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"
    ><channel><title>Kabar Siger &#8211; Lampung</title>
    <atom:link href="https://kabar.example/feed/" rel="self" type="application/rss+xml" />
    <link>https://kabar.example</link><description>Berita &amp; kabar</description>
    <lastBuildDate>Mon, 23 Nov 2026 01:30:00 +0000</lastBuildDate><language>id</language>
    <sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency> 1 </sy:updateFrequency>
    <generator>https://wordpress.org/?v=6.8</generator>
    <image><url>https://kabar.example/ikon.png</url><title>Kabar Siger</title><link>https://kabar.example</link>
    <width>32</width><height>32</height></image><site xmlns="com-wordpress:feed-additions:1">1</site>
    <item><title>Harga lada &#8220;naik&#8221;</title><link>https://kabar.example/lada/</link>
    <comments>https://kabar.example/lada/#respond</comments><dc:creator><![CDATA[Rina Sari]]></dc:creator>
    <pubDate>Mon, 23 Nov 2026 01:30:00 +0000</pubDate><category><![CDATA[Ekonomi]]></category>
    <category><![CDATA[lada & kopi]]></category><guid isPermaLink="false">https://kabar.example/?p=71</guid>
    <description><![CDATA[<p>Petani lega. [&#8230;]</p>
    <p>The post <a href="/">x</a> appeared first on <a>y</a>.</p>]]></description>
    <content:encoded><![CDATA[<figure><img src="/lada.jpg"></figure><p>{WHOLE_STORY}</p>]]></content:encoded>
    <wfw:commentRss>https://kabar.example/lada/feed/</wfw:commentRss><slash:comments>0</slash:comments>
    <post-id xmlns="com-wordpress:feed-additions:1">71</post-id></item></channel></rss>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id_ID">
    <title type="text">Kabar Siger</title><subtitle type="html">Berita</subtitle><id>tag:kabar.example,2026:umpan</id>
    <link rel="alternate" type="text/html" href="https://kabar.example/"/><link rel="self" href="/umpan.atom"/>
    <updated>2026-11-23T02:00:00Z</updated><author><name>Redaksi</name><email>meja@kabar.co.id</email></author>
    <generator uri="https://kabar.example/" version="1">Mesin</generator><icon>/i.png</icon><rights>Kabar</rights>
    <entry><id>tag:kabar.example,2026:lada</id><title type="html">Lada &amp;amp; kopi &lt;i&gt;naik&lt;/i&gt;</title>
    <link href="/lada"/><link rel="enclosure" href="/lada.jpg" type="image/JPEG" length="99"/>
    <published>2026-11-23T08:30:00+07:00</published><updated>2026-11-23T02:00:00Z</updated>
    <author><email>rina@kabar.co.id</email><name>Rina Sari</name><uri>https://kabar.example/rina</uri></author>
    <author><name>Budi Utomo</name></author><contributor><name>Nur</name></contributor>
    <category term="ekonomi" scheme="https://kabar.example/" label="Ekonomi"/><category term="Metro"/>
    <summary type="html">&lt;p&gt;Petani lega.&lt;/p&gt;</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a&amp;b">{WHOLE_STORY}<br/>5 &lt; 6</p></div>
    </content></entry>
    <entry><id>tag:kabar.example,2026:kopi</id><title>Kopi</title><updated>2026-11-22T02:00:00Z</updated>
    <content type="html">&lt;p&gt;Kopi.&lt;/p&gt;</content></entry></feed>"""
CORE = "<title>Kopi</title><link>https://kabar.example/1</link>"
MEDIA = rss(
    item(
        inside="""<media:group><media:content url="/a.jpg" medium="image"><media:title type="plain">Foto</media:title>
        <media:description>Kebun kopi</media:description><media:credit role="author">Budi</media:credit>
        <media:thumbnail url="/k.jpg"/></media:content></media:group><media:keywords>lada, kopi,</media:keywords>
        <description>Petani memetik.</description><source url="https://lain.example/">Kabar Lain</source>"""
    ),
    item("Dua", "<thumb>x.jpg</thumb><media:thumbnail>/d.jpg</media:thumbnail><image><url>/e.jpg</url></image>"),
    channel="<ttl>30</ttl><skipHours><hour>1</hour></skipHours><category>Berita</category><docs>-</docs>",
)
USUAL = {
    "WordPress": WORDPRESS,
    "Atom": ATOM,
    "Atom, prefixed": '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>K</a:title><a:entry><a:title>L</a:title>'
    '<a:link href="/l"/></a:entry></a:feed>',
    "media": MEDIA,
    "byte order mark": "\ufeff" + rss(item("Kafé “Siger” buka")),
    "no declaration": rss(item()).split("?>", 1)[1],
    "addresses of people": rss(item(inside="<author>redaksi@kabar.online (Rina Sari)</author>")),
    "several people": rss(item(inside="<dc:creator>Rina</dc:creator><dc:creator>Budi</dc:creator>")),
    "encoded twice": rss(item("Kafé buka".encode().decode("latin-1"))),
    "ordinary references": rss(item("Kopi &#8220;robusta&#8221; &amp; lada &lt;b&gt;")),
    "no title": rss("<item><link>https://kabar.example/1</link><description>Hujan deras.</description></item>"),
    "two descriptions": rss(item(inside="<description>Satu.</description><description>Dua.</description>")),
    "Indonesian date": rss(item(inside="<pubDate>Senin, 23 November 2026 | 08:30 WIB</pubDate>")),
    "no items": rss(),
    "a stranger's dc": rss(f"<item xmlns:dc='https://lain.example/'>{CORE}<dc:creator>Rina</dc:creator></item>"),
    "dc under the name of media": rss(
        f"<item xmlns:media='http://purl.org/dc/elements/1.1/'>{CORE}<media:creator>Rina</media:creator></item>"
    ).replace('xmlns:media="http://search.yahoo.com/mrss/"', 'xmlns:m="http://search.yahoo.com/mrss/"'),
} | {page.stem: page.read_bytes().replace(b"\x96", "–".encode()).decode() for page in CONTRACT}


@pytest.mark.parametrize("document", USUAL.values(), ids=USUAL.keys())
@pytest.mark.parametrize("content_type", [None, "application/rss+xml; charset=UTF-8"])
def test_usual_feeds_are_read_swiftly_and_as_feedparser_reads_them(document: str, content_type: str | None) -> None:
    reading = swiftly(document, content_type=content_type, outlet=SIGER)
    assert reading is not None
    assert reading == read_rss(document.encode(), url=FEED, content_type=content_type, outlet=SIGER, fetched_at=NOON)


@pytest.mark.parametrize("outlet_id", ["warta-way-kambas", "nusantara-pagi", "radio-krakatau"])
@pytest.mark.parametrize("hours", [0, 5])
def test_the_feeds_of_the_demo_newsroom_are_read_swiftly(outlet_id: str, hours: int) -> None:
    clock = Clock(NOON)
    site = OUTLETS[outlet_id](outlet_id, clock, NOON)
    site.origin = "http://127.0.0.1:8080"
    clock.forward(timedelta(hours=hours))
    paths = {"warta-way-kambas": "/rss/terkini.xml", "nusantara-pagi": "/articles.atom", "radio-krakatau": "/rss"}
    answer = site.answer(paths[outlet_id], "")
    assert answer is not None
    reading = swiftly(answer.body, content_type=answer.content_type)
    assert reading is not None
    assert len(reading.entries) >= 8


# ------------------------------------------------------------------------ feeds that are feedparser's

NOT_OURS = {
    "RSS 0.91": rss(item()).replace('"2.0"', '"0.91"', 1),
    "no version": rss(item()).replace(' version="2.0"', "", 1),
    "Atom 0.3": '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>K</title></feed>',
    "RDF": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>',
    "another root": "<svg xmlns='http://www.w3.org/2000/svg'><title>Kopi</title></svg>",
    "RSS with a default namespace": rss(item()).replace("<rss", "<rss xmlns='http://backend.userland.com/rss2'", 1),
    "a document type": "<!DOCTYPE rss>" + rss(item()).split("?>", 1)[1],
    "entities": rss(item()).replace("<rss", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss", 1),
    "an undeclared entity": rss(item("Kopi&nbsp;robusta")),
    "an impossible reference": rss(item("Kopi &#xD800;")),
    "a declared charset": rss(item(), encoding="windows-1252"),
    "bad bytes": rss(item()).encode() + b"\xff",
    "UTF-16": rss(item()).encode("utf-16"),
    "broken off": rss(item())[:-40],
    "xml:base": rss(item()).replace("<channel>", '<channel xml:base="https://lain.example/">'),
    "itunes": rss(f'<item xmlns:i="http://www.itunes.com/DTDs/PodCast-1.0.dtd">{CORE}<i:image href="/a.jpg"/></item>'),
    "markup in a text": rss(item(inside="<description>Kopi <b>robusta</b></description>")),
    "a text of another kind": rss(item(inside='<description type="application/octet-stream">a29waQ==</description>')),
    "an element that is unknown": rss(item(inside="<links>a</links>")),
    "attributes of another namespace": rss(item(inside='<media:content media:url="/a.jpg"/>')),
    "a control out of windows-1252": rss(item("Kopi \x93robusta\x94")),
    "several people by their addresses": rss(item(inside="<author>a@b.id (R)</author><author>B</author>")),
    "an author's name behind a written one": ATOM.replace(
        "</icon>", "</icon><author>Rina</author><author><name>B</name></author>"
    ),
    "an Atom source": ATOM.replace("</entry>", "<source><title>Lain</title></source></entry>", 1),
    "a second declaration of a charset": rss(item("Kopi", "<!-- encoding='utf-7' ?>-->"), encoding="utf-8").replace(
        "\n", ""
    ),
}


@pytest.mark.parametrize("document", NOT_OURS.values(), ids=NOT_OURS.keys())
def test_what_is_unusual_is_left_to_feedparser(document: str | bytes) -> None:
    assert swiftly(document) is None


@pytest.mark.parametrize("header", ["text/xml; charset=iso-8859-1", "text/xml; charset=x-siger"])
def test_a_charset_of_the_header_is_left_to_feedparser(header: str) -> None:
    assert swiftly(rss(item()), content_type=header) is None


def test_no_element_that_feedparser_gives_a_meaning_to_is_passed_over() -> None:
    meant = {name.split("_", 2)[2] for name in dir(StrictFeedParser) if name.startswith(("_start_", "_end_"))}
    assert {"title", "itunes_image", "media_content", "dc_creator", "content_encoded"} <= meant
    names = {*StrictFeedParser.namespaces.values()} - {""}
    assert names
    for element in elements.UNPREFIXED:
        assert element not in meant
        assert "_" not in element


# ------------------------------------------------------------------------ every document of the other tests


def calls(module: ModuleType) -> Iterator[tuple[str, Any, dict[str, object]]]:
    """Each test of a module with each set of its arguments."""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if not name.startswith("test_"):
            continue
        sets: list[list[dict[str, object]]] = []
        for mark in getattr(function, "pytestmark", []):
            names, values = mark.args
            keys = [key.strip() for key in names.split(",")] if isinstance(names, str) else list(names)
            sets.append([dict(zip(keys, [value] if len(keys) == 1 else value, strict=True)) for value in values])
        for chosen in itertools.product(*sets):
            yield name, function, {key: value for part in chosen for key, value in part.items()}


@pytest.mark.parametrize("module", [test_kinds, test_broken])
def test_every_document_of_the_other_tests_is_read_alike(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[bool] = []

    def read_both_ways(document: str | bytes, **said: Any) -> FeedReading:
        wire = document if isinstance(document, bytes) else document.encode()
        if detect(wire, said.get("content_type")) is FeedKind.RSS:
            known = {key: said[key] for key in ("content_type", "url", "outlet") if key in said}
            taken.append(swiftly(wire, **known) is not None)
        return read(document, **said)

    monkeypatch.setattr(module, "read", read_both_ways)
    for _, function, arguments in calls(module):
        function(**arguments)
    assert taken.count(True) >= 30


# ------------------------------------------------------------------------ feeds put together by chance

WORDS = st.sampled_from(
    ["Kopi naik", " Lada \n turun ", "", "Kafé “Siger”", "KafÃ©", "\u00a0é\u00a0", "5 < 6 & 7", "<p>Petani <b>lega</b>.</p>",
     "<div>a</div>", f"<p>{WHOLE_STORY}</p>", WHOLE_STORY[:300] + " [...]", "&amp;lt;b&gt; &nbsp; &copy;", "a@b.id (Rina)",
     "Rina Sari <r@b.media>", "https://kabar.example/1?a=1&b=2;c", "https:///kabar.example//x", "/lada", "tag:kabar,1:a",
     "javascript:alert(1)", "lada, kopi,,", "\x85", "]]", "id", "30", "\u202e", "<img src='/a.jpg'>", "://", "a:///b"]
)  # fmt: skip
DATES = st.sampled_from(
    ["Mon, 23 Nov 2026 08:30:00 +0700", "2026-11-23T01:30:00Z", "2026-11-23 08:30", "Senin, 23 November 2026 08:30 WIB",
     "", "kemarin", "9" * 90, "t", "Mon, 99 Nov 2026", "0000-00-00", "23/11/2026", "-", "Ιαν", "1 2 3 4 5 6", "20261123T10"]
)  # fmt: skip
PREFIXES = {
    "dc": ("dc", "d"), "media": ("media", "m"), "content": ("content", "c"), "atom": ("atom", "a10"),
    "slash": ("slash", "dc"), "other": ("other", "media", "title"), "dcterms": ("dcterms", "dc"),
}  # fmt: skip
URIS = {
    "dc": "http://purl.org/dc/elements/1.1/", "media": "http://search.yahoo.com/mrss/", "other": "https://lain.example/",
    "content": "http://purl.org/rss/1.0/modules/content/", "atom": "http://www.w3.org/2005/Atom",
    "slash": "http://purl.org/rss/1.0/modules/slash/", "dcterms": "http://purl.org/dc/terms/",
}  # fmt: skip
DATED = ["pubDate", "updated", "published", "dc:date", "dcterms:modified", "atom:updated", "created", "lastBuildDate"]
LEAVES = [
    "title", "link", "guid", "id", "description", "summary", "content", "content:encoded", "author", "dc:creator",
    "category", "dc:subject", "keywords", "comments", "source", "enclosure", "media:content", "media:thumbnail",
    "media:title", "media:description", "media:keywords", "media:category", "media:credit", "media:text", "atom:link",
    "atom:title", "atom:author", "atom:summary", "slash:comments", "other:comments", "other:title", "img", "imglink",
    "image", "language", "thumb", "views", "ttl", "generator", "rights", "media:group", "dc:description", "dc:title",
    "contributor", "dc:language", "managingEditor", "webMaster", "media:rating", "dc:publisher", "TITLE", "PubDate",
    "copyright", "dc:identifier", "atom:id", "atom:content", "atom:category", "subtitle", "name", "uri", "url",
    "links", "tags",
]  # fmt: skip
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        ["href", "url", "rel", "type", "isPermaLink", "term", "label", "domain", "scheme", "length", "medium", "uri", "Type"]
    ),
    st.sampled_from(
        ["", "https://kabar.example/a.jpg", "/b.jpg", "alternate", "enclosure", "self", "text", "html", "text/html", "xhtml",
         "image/jpeg", "IMAGE", "true", "false", "Metro", "99", "video", "a:///b"]
    ),
    max_size=3,
)  # fmt: skip


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@st.composite
def texts(draw: st.DrawFn, source: st.SearchStrategy[str] = WORDS) -> str:
    text = draw(source)
    way = draw(st.integers(0, 9))
    written = f"<![CDATA[{text}]]>" if way < 4 and "]]" not in text else escaped(text)
    return (
        draw(st.sampled_from(["{}", "\n  {}\n", "{}<!-- x -->", "<![CDATA[]]>{}"])).format(written)
        if way % 2
        else written
    )


@st.composite
def persons(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.sampled_from(["name", "email", "uri"]), max_size=3))
    return "".join(f"<{{{part}}}>{draw(texts())}</{{{part}}}>" for part in parts)


@st.composite
def leaves(draw: st.DrawFn, names: list[str], deep: int = 0) -> str:
    """One element; `{dc:creator}` stands for a name that gets its prefix later."""
    name = draw(st.sampled_from(names))
    attributes = {} if draw(st.integers(0, 2)) else draw(ATTRIBUTES)
    if name in ("enclosure", "media:content", "atom:link", "media:thumbnail"):
        attributes = {"url": "https://kabar.example/a.jpg", **attributes}
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    inside = draw(texts(DATES)) if name in DATED else draw(texts())
    if name.startswith("media:") and deep < 2 and draw(st.booleans()):
        inside = "".join(draw(st.lists(leaves([n for n in names if n.startswith("media:")], deep + 1), max_size=3)))
    elif name.endswith(("author", "contributor")) and draw(st.booleans()):
        inside = draw(persons())
    elif attributes.get("type") == "xhtml" and draw(st.booleans()):
        kept = draw(st.sampled_from(["<div>{}</div>", "{}", "<div>{}</div><p/>", " <div class='a'>{} <br/></div> "]))
        inside = kept.format(f"<p title='&lt;'>{draw(texts())}</p>").replace(
            "<div", '<div xmlns="http://www.w3.org/1999/xhtml"'
        )
    return f"<{{{name}}}{said}>{inside}</{{{name}}}>"


@st.composite
def feeds(draw: st.DrawFn) -> bytes:
    prefixes = {name: draw(st.sampled_from([ways[0]] * 9 + [*ways])) for name, ways in PREFIXES.items()}
    atom = draw(st.booleans())
    names = draw(st.lists(st.sampled_from(LEAVES + DATED), min_size=1, max_size=8))
    entries = draw(st.lists(st.lists(leaves(names), max_size=8).map("".join), max_size=3))
    head = draw(st.lists(leaves(["title", "link", "description", "language", "id", "author", *names[:2]]), max_size=3))
    entry = "entry" if atom else "item"
    parts = [*head, *(f"<{entry}>{inside}</{entry}>" for inside in entries)]
    if draw(st.booleans()) and head:
        parts.append(parts.pop(0))
    body = "".join(parts)
    for name in {*LEAVES, *DATED, "name", "email", "uri"}:
        space, _, local = name.rpartition(":")
        body = body.replace(f"{{{name}}}", f"{prefixes[space]}:{local}" if space else local)
    used = {prefix: URIS[name] for name, prefix in prefixes.items()}
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in used.items())
    if atom:
        return f'<feed xmlns="{URIS["atom"]}"{declared}>{body}</feed>'.encode()
    return f'<?xml version="1.0"?><rss version="2.0"{declared}><channel>{body}</channel></rss>'.encode()


@settings(max_examples=500, deadline=None)
@given(feeds())
def test_whatever_is_read_swiftly_is_read_as_feedparser_does(document: bytes) -> None:
    swiftly(document)


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=6), st.integers(0, len(WORDPRESS)), st.integers(0, 12), st.sampled_from([WORDPRESS, ATOM, MEDIA])
)
def test_a_feed_with_a_spoilt_place_is_read_alike_or_left(noise: bytes, at: int, lost: int, document: str) -> None:
    wire = document.encode()
    swiftly(wire[:at] + noise + wire[at + lost :])


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789-:/.TZ+ ,JanDecSenMonWIBt", max_size=40))
def test_no_date_stops_feedparser_where_it_does_not_stop_us(raw: str) -> None:
    assert swiftly(rss(item(inside=f"<pubDate>{raw}</pubDate><dc:date>{raw}</dc:date>"))) is not None
