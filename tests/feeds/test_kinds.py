"""Every kind of feed in its ordinary shape: headlines with link, time, people, rubrics, text and picture."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.feeds.desk import (
    LISTED,
    LISTING,
    MORNING,
    SIGER,
    WHOLE_STORY,
    at,
    item,
    only,
    post,
    read,
    rss,
    sitemap,
    text,
    titles,
)

from lampungtui.errors import ReadingError
from lampungtui.foreign import Address, Line
from lampungtui.model import Credit, DateSource, FeedKind, Image, Outlet, Role, ShelfName

# ------------------------------------------------------------------------ RSS


def test_rss_090() -> None:
    reading = read("""<?xml version="1.0"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
        <channel><title>Kabar Siger</title><link>https://kabar.example/</link><description>Berita</description></channel>
        <item><title>Jembatan Way Sekampung dibuka</title><link>https://kabar.example/jembatan</link></item>
        <item><title>Harga lada naik</title><link>https://kabar.example/lada</link></item></rdf:RDF>""")
    assert (reading.kind, reading.title, reading.home) == (FeedKind.RSS, "Kabar Siger", "https://kabar.example/")
    assert [(entry.title, entry.url) for entry in reading.entries] == [
        ("Jembatan Way Sekampung dibuka", "https://kabar.example/jembatan"),
        ("Harga lada naik", "https://kabar.example/lada"),
    ]


@pytest.mark.parametrize("version", ["0.92", "0.93", "0.94"])
def test_rss_092_and_its_drafts(version: str) -> None:
    inside = '<description>Petani lega.</description><enclosure url="/lada.jpg" type="image/jpeg" length="1"/>'
    entry = only(read(rss(item("Harga lada naik", inside)).replace('version="2.0"', f'version="{version}"')))
    assert (entry.title, entry.url, text(entry.summary)) == (
        "Harga lada naik",
        "https://kabar.example/1",
        "Petani lega.",
    )
    assert entry.image == Image(Address("https://kabar.example/lada.jpg"))


def test_rss_091() -> None:
    reading = read("""<?xml version="1.0"?>
        <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
          "http://my.netscape.com/publish/formats/rss-0.91.dtd">
        <rss version="0.91"><channel><title>Kabar Siger</title><link>https://kabar.example/</link>
        <description>Berita Lampung</description><language>id</language>
        <image><title>Logo</title><url>https://kabar.example/logo.png</url><link>https://kabar.example/</link></image>
        <item><title>Jembatan Way Sekampung dibuka</title><link>https://kabar.example/jembatan</link>
        <description>Warga tak lagi memutar jauh.</description></item>
        <item><title>Harga lada naik</title><link>https://kabar.example/lada</link></item>
        </channel></rss>""")
    assert (reading.kind, reading.title, reading.home, reading.language) == (
        FeedKind.RSS,
        "Kabar Siger",
        "https://kabar.example/",
        "id",
    )
    assert titles(reading) == ["Jembatan Way Sekampung dibuka", "Harga lada naik"]
    first = reading.entries[0]
    assert (first.id, first.url, first.published) == (*["https://kabar.example/jembatan"] * 2, None)
    assert text(first.summary) == "Warga tak lagi memutar jauh."
    assert first.image is None
    assert reading.troubles == ()


def test_rss_10() -> None:
    entry = only(
        read("""<?xml version="1.0"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://kabar.example/umpan"><title>Kabar Siger</title><link>https://kabar.example/</link>
        <items><rdf:Seq><rdf:li rdf:resource="https://kabar.example/lada"/></rdf:Seq></items></channel>
        <item rdf:about="https://kabar.example/lada"><title>Harga lada naik</title>
        <link>https://kabar.example/lada</link><description>Petani lega.</description>
        <dc:creator>Rina Sari</dc:creator><dc:date>2026-11-23T08:30:00+07:00</dc:date>
        <dc:subject>Ekonomi</dc:subject></item></rdf:RDF>""")
    )
    assert (entry.title, entry.url, at(entry)) == ("Harga lada naik", "https://kabar.example/lada", MORNING)
    assert (entry.authors, entry.labels, text(entry.summary)) == (("Rina Sari",), ("Ekonomi",), "Petani lega.")


def test_rss_20() -> None:
    inside = f"""<guid isPermaLink="false">kabar-71</guid><pubDate>Mon, 23 Nov 2026 08:30:00 +0700</pubDate>
        <dc:creator>Rina Sari</dc:creator><category>Metro</category><category>Ekonomi</category><category>Metro</category>
        <description>Petani mulai memetik.</description><comments>https://kabar.example/1#komentar</comments>
        <content:encoded><![CDATA[<p>{WHOLE_STORY}</p>]]></content:encoded>
        <source url="https://lain.example/">Kabar Lain</source>
        <enclosure url="/kopi.jpg" type="image/jpeg" length="120500"/>"""
    head = "<language>id</language><ttl>90</ttl><skipHours><hour>0</hour><hour>23</hour></skipHours>"
    reading = read(rss(item(inside=inside), channel=head + "<skipDays><day>Sunday</day></skipDays>"))
    assert (reading.ttl_minutes, reading.skip_hours, reading.skip_days) == (90, (0, 23), ("Sunday",))
    entry = only(reading)
    assert (entry.id, entry.guid, entry.url) == ("kabar-71", "kabar-71", "https://kabar.example/1")
    assert entry.published is not None
    assert (entry.published.at, entry.published.source, entry.published.whole_day) == (MORNING, DateSource.FEED, False)
    assert (entry.authors, entry.labels) == (("Rina Sari",), ("Metro", "Ekonomi"))
    assert (text(entry.summary), text(entry.content)) == ("Petani mulai memetik.", WHOLE_STORY)
    assert entry.image == Image(Address("https://kabar.example/kopi.jpg"))
    assert [(each.url, each.media_type, each.length) for each in entry.enclosures] == [
        ("https://kabar.example/kopi.jpg", "image/jpeg", 120_500)
    ]
    assert (entry.source_name, entry.comments_url) == ("Kabar Lain", "https://kabar.example/1#komentar")


@pytest.mark.parametrize(
    "inside",
    [
        '<media:content url="https://kabar.example/a.jpg" medium="image"/>',
        '<media:group><media:content url="https://kabar.example/a.jpg" type="image/jpeg"/></media:group>',
        '<media:thumbnail url="/a.jpg"/>',
        '<enclosure url="https://kabar.example/a.jpg" type="image/jpeg" length="1"/>',
        "<img>https://kabar.example/a.jpg</img>",
        "<imglink>https://kabar.example/a.jpg</imglink>",
        "<image><url>https://kabar.example/a.jpg</url><title>Kebun</title></image>",
        "<image>https://kabar.example/a.jpg</image>",
        "<description>&lt;img src='/a.jpg'&gt;Petani memetik.</description>",
        "<content:encoded><![CDATA[<p>Isi.</p><img src='a.jpg'>]]></content:encoded>",
    ],
)
def test_a_picture_is_found_wherever_feeds_keep_it(inside: str) -> None:
    image = only(read(rss(item(inside=inside)))).image
    assert image is not None
    assert image.url == "https://kabar.example/a.jpg"


def test_sound_and_film_are_no_pictures() -> None:
    sound = '<enclosure url="https://kabar.example/a.mp3" type="audio/mpeg" length="9"/>'
    film = '<media:content url="https://kabar.example/a.mp4" type="video/mp4"/>'
    script = (
        "<description>&lt;img src='javascript:alert(1)'&gt;&lt;img src='data:image/gif;base64,R0'&gt;</description>"
    )
    assert [only(read(rss(item(inside=inside)))).image for inside in (sound, film, script)] == [None] * 3


@pytest.mark.parametrize(
    ("inside", "authors"),
    [
        ("<author>redaksi@kabar.co.id (Rina Sari)</author>", ("Rina Sari",)),
        ("<author>redaksi@kabar.online (Rina Sari)</author>", ("Rina Sari",)),
        ("<author>Rina Sari &lt;rina@kabar.media&gt;</author>", ("Rina Sari",)),
        ("<author>redaksi@kabar.co.id</author>", ()),
        ("<author>Rina Sari</author>", ("Rina Sari",)),
        ("<dc:creator>Rina Sari</dc:creator><dc:creator>Budi Utomo</dc:creator>", ("Rina Sari", "Budi Utomo")),
        ("<dc:creator><![CDATA[Rina Sari]]></dc:creator><dc:creator>Rina Sari</dc:creator>", ("Rina Sari",)),
        ("", ()),
    ],
)
def test_people_are_names_without_their_mail_addresses(inside: str, authors: tuple[str, ...]) -> None:
    assert only(read(rss(item(inside=inside)))).authors == authors


def test_a_teaser_is_no_body_and_a_long_description_is_one() -> None:
    teaser = f"<description>{WHOLE_STORY[:700]} [...]</description>"
    assert only(read(rss(item(inside=teaser)))).content == ()
    whole = only(read(rss(item(inside=f"<description>{WHOLE_STORY}</description>"))))
    assert text(whole.content) == WHOLE_STORY
    cut = f"<content:encoded><![CDATA[<p>{WHOLE_STORY[:300]} […]</p>]]></content:encoded>"
    assert only(read(rss(item(inside=cut)))).content == ()


def test_the_line_that_wordpress_puts_under_an_item_goes() -> None:
    footer = "<p>The post <a href='/1'>Panen</a> appeared first on <a href='/'>Kabar Siger</a>.</p>"
    inside = f"<description><![CDATA[<p>Petani memetik.</p>{footer}]]></description>"
    assert text(only(read(rss(item(inside=inside)))).summary) == "Petani memetik."


def test_cdf() -> None:
    entry = only(
        read("""<?xml version="1.0"?><CHANNEL HREF="https://kabar.example/"><TITLE>Kabar Siger</TITLE>
        <ITEM HREF="https://kabar.example/lada"><TITLE>Harga lada naik</TITLE><ABSTRACT>Petani lega.</ABSTRACT></ITEM>
        </CHANNEL>""")
    )
    assert (entry.title, entry.url, text(entry.summary)) == (
        "Harga lada naik",
        "https://kabar.example/lada",
        "Petani lega.",
    )


# ------------------------------------------------------------------------ Atom


def test_atom_03() -> None:
    entry = only(
        read("""<?xml version="1.0"?><feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Kabar Siger</title>
        <link rel="alternate" type="text/html" href="https://kabar.example/"/><entry><id>tag:kabar.example,2026:lada</id>
        <title>Harga lada naik</title><link rel="alternate" type="text/html" href="https://kabar.example/lada"/>
        <created>2026-11-20T08:00:00Z</created><issued>2026-11-23T08:30:00+07:00</issued>
        <modified>2026-11-23T02:00:00Z</modified><author><name>Rina Sari</name></author>
        <summary type="text/html" mode="escaped">&lt;b&gt;Petani&lt;/b&gt; lega.</summary></entry></feed>""")
    )
    assert (entry.id, entry.title, entry.url) == (
        "tag:kabar.example,2026:lada",
        "Harga lada naik",
        "https://kabar.example/lada",
    )
    assert (at(entry), entry.updated) == (MORNING, datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    assert (entry.authors, text(entry.summary)) == (("Rina Sari",), "Petani lega.")


def test_atom_10() -> None:
    reading = read(f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"
          xml:base="https://kabar.example/kanal/"><title>Kabar Siger</title><link href="https://kabar.example/"/>
        <link rel="self" href="https://kabar.example/umpan"/><id>tag:kabar.example,2026:umpan</id>
        <entry><id>tag:kabar.example,2026:lada</id><title type="html">Lada &amp;amp; kopi &lt;i&gt;naik&lt;/i&gt;</title>
        <link rel="edit" href="/sunting/1"/><link rel="alternate" href="lada"/>
        <link rel="enclosure" href="/lada.jpg" type="image/jpeg" length="99"/>
        <published>2026-11-23T08:30:00+07:00</published><updated>2026-11-23T02:00:00Z</updated>
        <author><name>Rina Sari</name><email>rina@kabar.co.id</email></author><author><name>Budi Utomo</name></author>
        <category term="ekonomi" label="Ekonomi"/><category term="Metro"/><summary>Petani lega.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{WHOLE_STORY}</p></div></content>
        </entry></feed>""")
    assert (reading.title, reading.home) == ("Kabar Siger", "https://kabar.example/")
    entry = only(reading)
    assert (entry.title, entry.url) == ("Lada & kopi naik", "https://kabar.example/kanal/lada")
    assert (at(entry), entry.updated) == (MORNING, datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    assert (entry.authors, entry.labels) == (("Rina Sari", "Budi Utomo"), ("Ekonomi", "Metro"))
    assert (text(entry.summary), text(entry.content)) == ("Petani lega.", WHOLE_STORY)
    assert entry.image == Image(Address("https://kabar.example/lada.jpg"))


def test_an_atom_entry_that_was_only_updated_appeared_then() -> None:
    entry = only(
        read("""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title><entry><id>tag:kabar.example,2026:1</id>
        <title>Lada naik</title><updated>2026-11-23T01:30:00Z</updated></entry></feed>""")
    )
    assert (at(entry), entry.url) == (MORNING, None)


# ------------------------------------------------------------------------ JSON Feed


def test_json_feed_10() -> None:
    reading = read(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1",
                "title": "Kabar Siger",
                "home_page_url": "https://kabar.example/",
                "items": [
                    {
                        "id": 71,
                        "url": "/lada",
                        "title": "Harga lada naik",
                        "content_text": "Petani lega.\n\nPedagang juga.",
                        "date_published": "2026-11-23T08:30:00+07:00",
                        "author": {"name": "Rina Sari"},
                        "tags": ["Ekonomi", "Metro", "Ekonomi"],
                        "banner_image": "lada.jpg",
                    }
                ],
            }
        )
    )
    assert (reading.kind, reading.title, reading.home) == (FeedKind.JSONFEED, "Kabar Siger", "https://kabar.example/")
    entry = only(reading)
    assert (entry.id, entry.url, at(entry)) == ("71", "https://kabar.example/lada", MORNING)
    assert (entry.authors, entry.labels) == (("Rina Sari",), ("Ekonomi", "Metro"))
    assert text(entry.content) == "Petani lega.\nPedagang juga."
    assert entry.image == Image(Address("https://kabar.example/lada.jpg"))


def test_json_feed_11() -> None:
    reading = read(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "Kabar Siger",
                "language": "id-ID",
                "next_url": "https://kabar.example/umpan?hal=2",
                "items": [
                    {
                        "id": "kabar-71",
                        "external_url": "https://lain.example/lada",
                        "title": "Harga lada &amp; kopi naik",
                        "summary": "Petani lega.",
                        "content_html": "<p>Petani lega, <b>katanya</b>.</p><img src='/lada.jpg' alt='Lada'>",
                        "date_published": "2026-11-23T01:30:00Z",
                        "date_modified": "2026-11-23T02:00:00Z",
                        "authors": [{"name": "Rina Sari"}, {"name": "Budi Utomo"}, {"url": "https://kabar.example/"}],
                        "attachments": [
                            {"url": "/lada.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12},
                            {"url": "javascript:alert(1)", "mime_type": "audio/mpeg"},
                        ],
                    }
                ],
            }
        )
    )
    assert (reading.language, reading.next_page) == ("id-ID", "https://kabar.example/umpan?hal=2")
    entry = only(reading)
    assert (entry.title, entry.url) == ("Harga lada & kopi naik", "https://lain.example/lada")
    assert (at(entry), entry.updated) == (MORNING, datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    assert entry.authors == ("Rina Sari", "Budi Utomo")
    assert (text(entry.summary), text(entry.content)) == ("Petani lega.", "Petani lega, katanya.")
    assert entry.image == Image(Address("https://kabar.example/lada.jpg"), Line("Lada"))
    assert [(each.url, each.length) for each in entry.enclosures] == [("https://kabar.example/lada.mp3", 12)]


def test_a_json_item_without_a_title_is_named_by_its_text() -> None:
    items = [{"id": "1", "content_text": "Hujan deras di Kotaagung."}, {"id": "2"}, "bukan", None]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Kabar", "items": items}
    assert titles(read(json.dumps(feed))) == ["Hujan deras di Kotaagung."]


# ------------------------------------------------------------------------ WordPress


def wordpress(*posts: object) -> str:
    return json.dumps(posts)


API = Address("https://kabar.example/wp-json/wp/v2/posts?_embed")


def test_wordpress() -> None:
    reading = read(wordpress(post()), url=API, outlet=SIGER)
    assert (reading.kind, reading.title, reading.home) == (FeedKind.WORDPRESS, "Kabar Siger", "https://kabar.example")
    entry = only(reading)
    assert (entry.id, entry.url) == ("https://kabar.example/?p=71", "https://kabar.example/lada/")
    assert entry.title == "Harga lada “naik”"
    assert (at(entry), entry.updated) == (MORNING, datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    assert (entry.authors, entry.labels, entry.credits) == (("Rina Sari",), ("Ekonomi", "Metro & sekitar"), ())
    assert (text(entry.summary), text(entry.content)) == ("Petani lega. […]", WHOLE_STORY)
    assert entry.image == Image(
        Address("https://kabar.example/lada.jpg"), Line("Lada kering"), Line("Lada dijemur. Foto: Budi")
    )


def test_wordpress_without_what_is_embedded() -> None:
    entry = only(read(wordpress(post(_embedded=None, date_gmt=None, excerpt=None)), url=API, outlet=SIGER))
    assert (at(entry), entry.authors, entry.labels, entry.image) == (MORNING, (), (), None)


def test_wordpress_in_another_zone() -> None:
    outlet = replace(SIGER, zone="Asia/Jayapura")
    entry = only(read(wordpress(post(date_gmt="0000-00-00T00:00:00", date="2026-11-23T10:30:00")), outlet=outlet))
    assert at(entry) == MORNING


def test_wordpress_shows_the_lead_picture_once() -> None:
    body = f"<figure><img src='https://kabar.example/lada.jpg'></figure><p>{WHOLE_STORY}</p><img src='/b.jpg'>"
    entry = only(read(wordpress(post(content={"rendered": body})), url=API, outlet=SIGER))
    assert [block.url for block in entry.content if isinstance(block, Image)] == ["https://kabar.example/b.jpg"]


@pytest.mark.parametrize(
    ("names", "credits"),
    [
        (["nur-jannah"], [(Role.EDITOR, "Nur Jannah")]),
        (["Nur Jannah", "Rina Sari"], [(Role.EDITOR, "Nur Jannah"), (Role.WRITER, "Rina Sari")]),
        (["Redaksi"], []),
        ([], []),
    ],
)
def test_wordpress_editors_of_their_own_taxonomy(names: list[str], credits: list[tuple[Role, str]]) -> None:
    terms = [[{"taxonomy": "category", "name": "Metro"}], [{"taxonomy": "penyunting", "name": name} for name in names]]
    entry = only(read(wordpress(post(_embedded={"wp:term": terms})), url=API, outlet=SIGER))
    assert entry.credits == tuple(Credit(role, Line(name)) for role, name in credits)
    assert only(read(wordpress(post(_embedded={"wp:term": terms})), url=API)).credits == ()


@pytest.mark.parametrize("account", ["Redaksi", "admin", "Kabar Siger", "kabarsiger.example", ""])
def test_an_account_of_the_desk_is_nobody(account: str) -> None:
    entry = only(read(wordpress(post(_embedded={"author": [{"name": account}]})), url=API, outlet=SIGER))
    assert entry.authors == ()


def test_posts_without_link_or_anything_to_name_them_are_left_out() -> None:
    nameless = post(title={"rendered": ""}, excerpt={"rendered": ""}, content={"rendered": ""})
    posts = [nameless, post(link="javascript:alert(1)"), post(), 5, None, []]
    assert titles(read(wordpress(*posts), kind=FeedKind.WORDPRESS, outlet=SIGER)) == ["Harga lada “naik”"]


def test_a_post_without_a_title_is_named_by_its_text_as_in_the_sites_feed() -> None:
    document = wordpress(post(title={"rendered": ""}, excerpt={"rendered": "<p>Petani lega.</p>"}))
    assert titles(read(document, kind=FeedKind.WORDPRESS, outlet=SIGER)) == ["Petani lega."]


def test_a_site_without_posts_is_an_empty_list() -> None:
    reading = read("[]", url=API, outlet=SIGER)
    assert (reading.kind, reading.entries) == (FeedKind.WORDPRESS, ())


def test_a_refusal_of_the_api_is_told_in_its_words() -> None:
    refusal = '{"code":"rest_no_route","message":"Rute tidak ditemukan.","data":{"status":404}}'
    with pytest.raises(ReadingError, match=r"Rute tidak ditemukan\."):
        read(refusal, kind=FeedKind.WORDPRESS)


# ------------------------------------------------------------------------ listing pages


def test_a_listing_page_by_its_outlets_selectors() -> None:
    reading = read(LISTING, kind=FeedKind.PAGE, url=Address("https://kabar.example/metro"), outlet=LISTED)
    assert (reading.kind, reading.title) == (FeedKind.PAGE, "Kabar Siger - Metro")
    assert reading.next_page == "https://kabar.example/metro?hal=2"
    assert titles(reading) == ["Harga lada naik", "Kopi robusta dari Liwa..."]
    lada, kopi = reading.entries
    assert lada.published is not None
    assert (lada.published.at, lada.published.source) == (MORNING, DateSource.LISTING)
    assert (lada.url, lada.labels, lada.views) == ("https://kabar.example/berita/lada", ("Ekonomi",), 1_520)
    assert text(lada.summary) == "Petani lega."
    assert lada.image is not None
    assert (lada.image.url, lada.image.alt) == ("https://kabar.example/lada.jpg", "Lada")
    assert (kopi.url, kopi.published, kopi.title_cut, lada.title_cut) == (
        "https://kabar.example/berita/kopi",
        None,
        True,
        False,
    )
    (shelf,) = reading.shelves
    assert (shelf.name, [(entry.title, entry.views) for entry in shelf.entries]) == (
        ShelfName.POPULAR,
        [("Paling dibaca", 9_001), ("Kedua", None)],
    )


def test_a_page_without_rules_gives_what_looks_like_articles() -> None:
    page = """<html><title>Kabar</title><body><nav><a href="/kategori/metro-dan-kota-sekitar-kita">Metro dan sekitar kita</a>
    <a href="/tentang-kami">Tentang kami dan cara kerja kami</a></nav>
    <a href="/2026/11/23/lada-naik"><img src="a.jpg"></a><a href="/2026/11/23/lada-naik">Harga lada naik di Lampung Timur</a>
    <a href="/berita/kopi-robusta-dari-liwa.html?utm_source=x">Kopi robusta dari Liwa laris di luar negeri</a>
    <a href="/berita/kopi-robusta-dari-liwa.html">Kopi</a>
    <a href="https://lain.example/berita/ini-bukan-dari-sini">Berita ini bukan dari sini asalnya</a></body></html>"""
    reading = read(page, url=Address("https://kabar.example/"), content_type="text/html")
    assert [(entry.title, entry.url) for entry in reading.entries] == [
        ("Harga lada naik di Lampung Timur", "https://kabar.example/2026/11/23/lada-naik"),
        ("Kopi robusta dari Liwa laris di luar negeri", "https://kabar.example/berita/kopi-robusta-dari-liwa.html"),
    ]


@pytest.mark.parametrize("outlet", [None, LISTED])
def test_a_page_without_headlines_says_so(outlet: Outlet | None) -> None:
    with pytest.raises(ReadingError, match="no headlines"):
        read("<html><body><h1>Sedang dalam perbaikan</h1></body></html>", kind=FeedKind.PAGE, outlet=outlet)


# ------------------------------------------------------------------------ sitemaps


def test_a_sitemap_gives_its_addresses_newest_first() -> None:
    reading = read(
        sitemap(
            "<loc>https://kabar.example/berita/123-panen-kopi-dimulai.html</loc><lastmod>2026-11-20</lastmod>",
            "<loc>\n  https://kabar.example/berita/harga-lada-naik  \n</loc><lastmod>2026-11-23T08:30:00+07:00</lastmod>",
            "<loc>https://kabar.example/metro</loc><lastmod>2026-11-23</lastmod>",
            "<loc>https://kabar.example/berita/hujan-di-kotaagung</loc>",
            "<loc>ftp://kabar.example/berita/bukan-untuk-dibuka</loc>",
        )
    )
    assert reading.kind is FeedKind.SITEMAP
    assert titles(reading) == ["Harga lada naik", "Panen kopi dimulai", "Hujan di kotaagung"]
    lada = reading.entries[0]
    assert (lada.url, at(lada)) == ("https://kabar.example/berita/harga-lada-naik", MORNING)
    assert reading.entries[2].published is None


def test_a_news_sitemap() -> None:
    entry = only(
        read(
            sitemap("""<loc>https://kabar.example/berita/71</loc><lastmod>2026-11-23T04:00:00Z</lastmod>
            <news:news><news:publication><news:name>Kabar Siger</news:name><news:language>id</news:language>
            </news:publication><news:publication_date>2026-11-23T08:30:00+07:00</news:publication_date>
            <news:title>Harga lada &amp; kopi &lt;b&gt;naik&lt;/b&gt;</news:title>
            <news:keywords>lada, kopi, , lada</news:keywords></news:news>
            <image:image><image:loc>https://kabar.example/lada.jpg</image:loc></image:image>""")
        )
    )
    assert (entry.title, entry.url, at(entry)) == (
        "Harga lada & kopi naik",
        "https://kabar.example/berita/71",
        MORNING,
    )
    assert entry.labels == ("lada", "kopi")
    assert entry.image == Image(Address("https://kabar.example/lada.jpg"))


def test_an_index_of_sitemaps_is_not_taken_for_one() -> None:
    with pytest.raises(ReadingError, match="index of sitemaps"):
        read("<sitemapindex><sitemap><loc>https://kabar.example/peta-1.xml</loc></sitemap></sitemapindex>")


def test_a_sitemap_that_breaks_off_gives_what_came_before() -> None:
    whole = sitemap(*(f"<loc>https://kabar.example/berita/panen-kopi-ke-{n}-dimulai</loc>" for n in "abc"))
    reading = read(whole[:-70])
    assert len(reading.entries) == 2
    assert reading.troubles
    with pytest.raises(ReadingError, match="broken"):
        read(whole[: whole.index("</loc>")])


# ------------------------------------------------------------------------ which kind it is


@pytest.mark.parametrize(
    ("document", "content_type", "kind"),
    [
        (rss(item()), "text/html", FeedKind.RSS),
        (rss(item()), "application/json", FeedKind.RSS),
        (rss(item()), None, FeedKind.RSS),
        ("<!-- dibuat oleh <html> -->\n<?xml-stylesheet href='a'?>" + rss(item())[21:], None, FeedKind.RSS),
        ('<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:entry><atom:title>A</atom:title></atom:entry></atom:feed>',
         None, FeedKind.RSS),
        (sitemap("<loc>https://kabar.example/panen-kopi-dimulai</loc>"), "application/rss+xml", FeedKind.SITEMAP),
        ('{"items":[]}', "text/plain", FeedKind.JSONFEED),
        (LISTING, "application/rss+xml", FeedKind.PAGE),
    ],
)  # fmt: skip
def test_a_document_is_what_it_holds_whatever_its_header_says(
    document: str, content_type: str | None, kind: FeedKind
) -> None:
    outlet = LISTED if kind is FeedKind.PAGE else None
    assert read(document, content_type=content_type, outlet=outlet).kind is kind


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ('{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Panen"}]}', FeedKind.JSONFEED),
        (wordpress(post()), FeedKind.WORDPRESS),
        (sitemap("<loc>https://kabar.example/panen-kopi-dimulai</loc>"), FeedKind.SITEMAP),
    ],
)
def test_an_rss_feed_that_became_another_kind_is_read_as_that(document: str, found: FeedKind) -> None:
    reading = read(document, kind=FeedKind.RSS)
    assert reading.kind is found
    assert reading.entries
