"""What the programs that write feeds do beside the specifications: each in its own form, read by both readers alike."""

from __future__ import annotations

import codecs
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.feeds.desk import MORNING, NOON, SIGER, WHOLE_STORY, at, item, only, post, read, rss, sitemap, text

from lampungtui.feeds.item import item_date
from lampungtui.feeds.rss import read_thoroughly
from lampungtui.feeds.swift import read_swiftly
from lampungtui.foreign import Address
from lampungtui.model import Entry, FeedKind

ATOM = "http://www.w3.org/2005/Atom"
LONG_CAPTION = "Petani memetik kopi robusta di kebun miliknya di Liwa pada Senin pagi."


def entry_of(document: str) -> Entry:
    """The one entry of a feed, which both readers find alike."""
    feed = Address("https://kabar.example/umpan")
    swift = read_swiftly(document.encode(), url=feed, content_type=None, outlet=None, fetched_at=NOON)
    thorough = read_thoroughly(document.encode(), url=feed, content_type=None, outlet=None, fetched_at=NOON)
    assert swift is None or swift.entries == thorough.entries
    return only(read(document))


def atom(inside: str, feed: str = "") -> str:
    """An Atom feed of one entry."""
    return f'<feed xmlns="{ATOM}" {feed}><title>Kabar</title><id>k</id><entry><id>1</id>{inside}</entry></feed>'


# ------------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("Wed, 30 Nov -0001 00:00:00 +0000", None),  # WordPress, of what has no date
        ("Mon, 23 Nov 0026 01:30:00 GMT", MORNING),
        ("Mon, 23 Nov 26 01:30:00 GMT", MORNING),
        ("Tue, 23 Nov 2026 01:30:00 GMT", MORNING),  # the wrong weekday
        ("Mon,23 Nov 2026 08:30:00 +0700", MORNING),
        ("Monday, 23-Nov-26 01:30:00 GMT", MORNING),
        ("Mon, 23 Nov 2026 08:30:00 +7", MORNING),
        ("Mon, 23 Nov 2026 08:30:00 +07:00", MORNING),
        ("Mon, 23 Nov 2026 08:30:00 GMT+7", MORNING),
        ("Mon, 23 Nov 2026 08:30:00 +0700 (WIB)", MORNING),
        ("Mon, 23 Nov 2026 09:30:00 WITA", MORNING),
        ("Mon, 23 Nov 2026 09:30:00 SGT", MORNING),
        ("Sen, 23 Nop 2026 08:30:00 +0700", MORNING),
        ("Mon Nov 23 08:30:00 WIB 2026", MORNING),  # Java
        ("Mon Nov 23 01:30:00 UTC 2026", MORNING),
        ("Mon Nov 23 08:30:00 2026", MORNING),  # C
        ("Mon Nov 23 2026 08:30:00 GMT+0700 (Western Indonesia Time)", MORNING),  # JavaScript
        ("2026-11-23 01:30:00+00", MORNING),  # PostgreSQL
        ("2026-11-23T01:30:00.123456+00", datetime(2026, 11, 23, 1, 30, tzinfo=UTC)),
        ("2026-11-23 08:30:00 +7", MORNING),
        ("20261123T013000Z", MORNING),
        ("20261123T083000+0700", MORNING),
        ("Invalid Date", None),
        ("NaN", None),
    ],
)
def test_a_date_is_read_as_the_program_meant_it(raw: str, moment: datetime | None) -> None:
    assert at(entry_of(rss(item(inside=f"<pubDate>{raw}</pubDate>")))) == moment


def test_an_offset_of_hours_alone_counts_in_other_zones_too() -> None:
    dated = item_date("2026-11-23 01:30:00+00", "Asia/Jayapura", NOON)
    assert dated is not None
    assert dated.at == MORNING


@pytest.mark.parametrize(
    "wrong", ["", "Invalid Date", "Wed, 30 Nov -0001 00:00:00 +0000", "Fri, 31 Dec 2099 05:00:00 GMT"]
)
def test_a_date_that_is_none_hides_no_other(wrong: str) -> None:
    dates = f"<pubDate>{wrong}</pubDate><dc:date>2026-11-23T08:30:00+07:00</dc:date>"
    assert at(entry_of(rss(item(inside=dates)))) == MORNING
    dates = f"<title>Kopi</title><published>{wrong}</published><updated>2026-11-23T01:30:00Z</updated>"
    assert at(entry_of(atom(dates))) == MORNING


# ------------------------------------------------------------------------ titles and texts


@pytest.mark.parametrize("inside", ["{media}{words}", "{words}{media}"])
@pytest.mark.parametrize("attributes", ["", ' type="plain"'])
def test_what_stands_under_a_picture_is_not_the_articles_text(inside: str, attributes: str) -> None:
    media = (
        '<media:content url="https://kabar.example/a.jpg" medium="image">'
        f"<media:description{attributes}>{LONG_CAPTION}</media:description></media:content>"
    )
    words = "<description>Hujan deras.</description>"
    entry = entry_of(rss(f"<item><link>https://kabar.example/1</link>{inside.format(media=media, words=words)}</item>"))
    assert (entry.title, text(entry.summary), entry.content) == ("Hujan deras.", "Hujan deras.", ())


def test_what_is_said_of_a_film_is_its_summary_where_nothing_else_is() -> None:
    film = (
        '<title>Panen kopi</title><link rel="alternate" href="https://kabar.example/film"/>'
        '<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:title>Panen</media:title>'
        '<media:content url="https://kabar.example/v/1" type="application/x-shockwave-flash"/>'
        '<media:thumbnail url="https://kabar.example/1.jpg"/>'
        "<media:description>Kopi dipetik.</media:description></media:group>"
    )
    entry = entry_of(atom(film))
    assert (entry.title, text(entry.summary), entry.image and entry.image.url) == (
        "Panen kopi",
        "Kopi dipetik.",
        "https://kabar.example/1.jpg",
    )


@pytest.mark.parametrize("title", ["&lt;![CDATA[Panen &amp;amp; pasar]]&gt;", "<![CDATA[<b>Panen</b> &amp; pasar]]>"])
def test_a_title_that_was_marked_and_then_escaped_reads_as_it_was_meant(title: str) -> None:
    assert entry_of(rss(item(title))).title == "Panen & pasar"


def test_a_text_that_was_marked_and_then_escaped_reads_as_it_was_meant() -> None:
    entry = entry_of(rss(item(inside="<description>&lt;![CDATA[&lt;p&gt;Petani lega.&lt;/p&gt;]]&gt;</description>")))
    assert text(entry.summary) == "Petani lega."


def test_an_item_of_a_link_alone_is_named_by_its_slug() -> None:
    entry = entry_of(rss("<item><link>https://kabar.example/berita/panen-kopi-raya-di-liwa.html?p=1</link></item>"))
    assert entry.title == "Panen kopi raya di liwa"


# ------------------------------------------------------------------------ links


def test_the_address_behind_a_counting_one_is_taken_where_the_feed_tells_it() -> None:
    document = rss(
        item(
            link="http://hitung.example/~r/kabar/~3/x/",
            inside='<f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://kabar.example/1?utm_medium=rss'
            "</f:origLink>",
        )
    )
    assert entry_of(document).url == "https://kabar.example/1"


def test_an_alert_of_google_leads_to_the_outlet() -> None:
    counted = (
        "https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://kabar.example/kopi%3Fid%3D7&amp;ct=ga&amp;usg=x"
    )
    entry = entry_of(atom(f'<title type="html">Panen &lt;b&gt;kopi&lt;/b&gt;</title><link href="{counted}"/>'))
    assert (entry.id, entry.title, entry.url) == ("1", "Panen kopi", "https://kabar.example/kopi?id=7")


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("www.kabar.example/1", "https://www.kabar.example/1"),
        (" www.kabar.example ", "https://www.kabar.example"),
        ("www.html", "https://kabar.example/www.html"),
        ("<![CDATA[\n https://kabar.example/1 \n]]>", "https://kabar.example/1"),
        ("HTTPS://Kabar.Example/Kopi", "https://kabar.example/Kopi"),
        ("https://kabar.example/Pan-RB-%e2%80%93-0-42-/", "https://kabar.example/Pan-RB-%e2%80%93-0-42-/"),
    ],
)
def test_a_link_leads_where_it_was_meant_to(link: str, opened: str) -> None:
    assert entry_of(rss(item(link=link))).url == opened


# ------------------------------------------------------------------------ pictures


@pytest.mark.parametrize(
    ("inside", "picture"),
    [
        ('<enclosure url="https://kabar.example/a.mp3" length="9"/>', None),
        ('<enclosure url="https://kabar.example/a.mp3?x=1" length="9" type=""/>', None),
        ('<enclosure url="https://kabar.example/a.webp" length="0"/>', "https://kabar.example/a.webp"),
        ('<enclosure url="https://kabar.example/gambar/7" length="0"/>', "https://kabar.example/gambar/7"),
        (
            '<media:content url="https://kabar.example/a.mp4"/><media:thumbnail url="https://kabar.example/a.jpg"/>',
            "https://kabar.example/a.jpg",
        ),
        (
            '<media:content url="https://kabar.example/s.jpg" width="140"/>'
            '<media:content url="https://kabar.example/l.jpg" width="1900"/>'
            '<media:content url="https://kabar.example/m.jpg" width="1000"/>',
            "https://kabar.example/m.jpg",
        ),
        (
            '<media:content url="https://kabar.example/s.jpg" width="140"/>'
            '<media:content url="https://kabar.example/m.jpg" width="460"/>',
            "https://kabar.example/m.jpg",
        ),
        (
            "<description>&lt;img srcset='/s.jpg 300w, https://kabar.example/m.jpg 1200w'&gt;</description>",
            "https://kabar.example/m.jpg",
        ),
        (
            "<description>&lt;img srcset='https://kabar.example/m.jpg, https://kabar.example/l.jpg 2x'&gt;</description>",
            "https://kabar.example/m.jpg",
        ),
        ("<description>Hai &lt;img src='https://s.example/1f600.png' class='wp-smiley'&gt;</description>", None),
    ],
)
def test_the_picture_is_one_and_in_a_size_that_is_wide_enough(inside: str, picture: str | None) -> None:
    image = entry_of(rss(item(inside=inside))).image
    assert (image.url if image is not None else None) == picture


@pytest.mark.parametrize(
    ("link", "picture"),
    [
        ("https://kabar.example/2026/kopi/", "https://kabar.example/2026/kopi/foto.jpg"),
        ("https://hitung.example/~r/1", "https://kabar.example/foto.jpg"),
    ],
)
def test_a_picture_counts_from_the_page_on_which_its_text_stands(link: str, picture: str) -> None:
    inside = f"<content:encoded>&lt;p&gt;{WHOLE_STORY}&lt;img src='foto.jpg'&gt;&lt;/p&gt;</content:encoded>"
    image = entry_of(rss(item(inside=inside, link=link))).image
    assert image is not None
    assert image.url == picture


def test_a_picture_counts_from_the_base_that_its_text_states() -> None:
    inside = (
        '<title>Kopi</title><link href="kopi/"/><content type="html" xml:base="https://blog.example/2026/kopi/">'
        "&lt;img src='foto.jpg'&gt;</content>"
    )
    entry = entry_of(atom(inside, 'xml:base="https://blog.example/2026/"'))
    assert (entry.url, entry.image and entry.image.url) == (
        "https://blog.example/2026/kopi/",
        "https://blog.example/2026/kopi/foto.jpg",
    )


# ------------------------------------------------------------------------ JSON


@pytest.mark.parametrize(
    ("item_says", "authors"),
    [
        ({}, ("Tim",)),
        ({"authors": None, "author": None}, ("Tim",)),
        ({"author": {"name": "Rina"}}, ("Rina",)),
        ({"authors": [], "author": {"name": "Rina"}}, ("Rina",)),
        ({"authors": [{"name": "Rina"}, {"url": "https://kabar.example/"}]}, ("Rina",)),
    ],
)
def test_an_items_own_people_come_before_the_feeds(item_says: dict[str, object], authors: tuple[str, ...]) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "authors": [{"name": "Tim"}],
        "items": [{"id": "1", "title": "Kopi", **item_says}],
    }
    assert only(read(json.dumps(feed))).authors == authors


@pytest.mark.parametrize(
    "before",
    [
        codecs.BOM_UTF8,
        b"<br />\n<b>Warning</b>:  Undefined array key [0] in <b>/www/tema.php</b> on line <b>3</b><br />\n",
        b"\nNotice: Undefined index: x in /www/a.php on line 3\nDeprecated: y {} in /www/b.php on line 44\n",
    ],
)
@pytest.mark.parametrize("content_type", [None, "text/html; charset=UTF-8", "application/json"])
def test_what_stands_before_json_is_passed_over(before: bytes, content_type: str | None) -> None:
    posts = before + json.dumps([post()]).encode()
    assert only(read(posts, content_type=content_type, outlet=SIGER)).id == "https://kabar.example/?p=71"
    assert only(read(posts, content_type=content_type, kind=FeedKind.WORDPRESS, outlet=SIGER)).url is not None
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "Kopi"}]}
    assert only(read(before + json.dumps(feed).encode(), content_type=content_type)).title == "Kopi"


def test_a_post_has_the_id_that_it_has_in_the_sites_feed() -> None:
    by_api = only(read(json.dumps([post(guid={"rendered": "https://kabar.example/?post_type=foto&#038;p=5"})])))
    guid = '<guid isPermaLink="false">https://kabar.example/?post_type=foto&#038;p=5</guid>'
    assert by_api.id == entry_of(rss(item(inside=guid))).id


# ------------------------------------------------------------------------ sitemaps


def test_a_title_read_off_a_slug_has_neither_query_nor_codes() -> None:
    entry = only(read(sitemap("<loc><![CDATA[ https://kabar.example/caf%C3%A9-baru-di-metro?utm_source=s ]]></loc>")))
    assert (entry.url, entry.title) == ("https://kabar.example/caf%C3%A9-baru-di-metro", "Café baru di metro")


@pytest.mark.parametrize("prefix", ["image", "i", "gambar"])
def test_a_picture_before_the_address_does_not_become_the_article(prefix: str) -> None:
    picture = (
        f'<{prefix}:image xmlns:{prefix}="http://www.google.com/schemas/sitemap-image/1.1">'
        f"<{prefix}:loc>https://kabar.example/a.jpg</{prefix}:loc><{prefix}:title>IMG 7</{prefix}:title></{prefix}:image>"
    )
    entry = only(read(sitemap(f"{picture}<loc>https://kabar.example/panen-kopi-raya</loc>")))
    assert (entry.url, entry.title, entry.image and entry.image.url) == (
        "https://kabar.example/panen-kopi-raya",
        "Panen kopi raya",
        "https://kabar.example/a.jpg",
    )


def test_elements_nested_without_end_cost_no_more_than_others() -> None:
    nested = f"{'<a>' * 50_000}{'</a>' * 50_000}<loc>https://kabar.example/panen-kopi-raya</loc>"
    assert only(read(sitemap(nested))).title == "Panen kopi raya"


def test_a_film_says_nothing_of_its_article() -> None:
    film = (
        '<v:video xmlns:v="http://www.google.com/schemas/sitemap-video/1.1"><v:title>Film</v:title>'
        "<v:publication_date>2020-01-01</v:publication_date></v:video>"
    )
    entry = only(read(sitemap(f"{film}<loc>https://kabar.example/1</loc><news:title>Panen</news:title>")))
    assert (entry.title, entry.published) == ("Panen", None)


def test_an_outlets_zone_counts_where_a_date_names_none() -> None:
    east = replace(SIGER, zone="Asia/Jayapura")
    assert at(only(read(rss(item(inside="<pubDate>2026-11-23 10:30:00</pubDate>")), outlet=east))) == MORNING
