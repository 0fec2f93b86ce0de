"""Feeds as they really come, and as an enemy would send them: read in part, or refused in one sentence."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.feeds.desk import (
    FEED,
    LISTED,
    LISTING,
    MORNING,
    NOON,
    SIGER,
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
from lampungtui.extract.article_links import is_article_address
from lampungtui.feeds.item import item_date, title_line
from lampungtui.feeds.reading import EmptyDocument, NotAFeed
from lampungtui.foreign import LINE_LIMIT, Address, Line, clean_address
from lampungtui.identity import told_apart
from lampungtui.model import Entry, FeedKind, FeedReading, blocks_text

THREE = [item(f"Kabar {name}", link=f"https://kabar.example/{name}") for name in ("satu", "dua", "tiga")]
KINDS = [None, *FeedKind]


# ------------------------------------------------------------------------ broken XML


@pytest.mark.parametrize("end", ["</item>", "</title>", "tiga</link>", "<item><title>Kabar tiga"])
def test_a_feed_that_breaks_off_gives_what_came_before(end: str) -> None:
    whole = rss(*THREE)
    reading = read(whole[: whole.rindex(end)])
    assert titles(reading)[:2] == ["Kabar satu", "Kabar dua"]
    assert reading.troubles == ("the feed is not well-formed; what could be read was read",)


@pytest.mark.parametrize(
    "spoilt",
    [
        item("Kabar rusak", "<description>a < b & c <br> </i></description>"),
        item("Kabar rusak", "<b><i>silang</b></i>"),
        item("Kabar rusak", "<media:content url=tanpa-kutip/>"),
        item("Kabar rusak", "<lain:unsur>tanpa ruang nama</lain:unsur>"),
        item("Kabar rusak", "<description>&takada; &nbsp; &copy;</description>"),
    ],
)
def test_one_spoilt_item_does_not_cost_the_others(spoilt: str) -> None:
    assert titles(read(rss(*THREE, spoilt, item("Kabar empat")))) == [
        *["Kabar satu", "Kabar dua", "Kabar tiga"],
        *["Kabar rusak", "Kabar empat"],
    ]


@pytest.mark.parametrize(
    "before",
    [
        "\n",
        " \r\n\t\n",
        "\ufeff",
        "\ufeff\n\n",
        "<br />\n<b>Warning</b>: Undefined variable in /situs/umpan.php on line 3<br />\n",
        "<!-- simpanan -->",
    ],
)
def test_what_stands_before_the_xml_is_passed_over(before: str) -> None:
    assert titles(read(before + rss(*THREE))) == ["Kabar satu", "Kabar dua", "Kabar tiga"]


def test_what_stands_behind_the_xml_is_passed_over() -> None:
    reading = read(rss(*THREE) + "<!-- dibuat dalam 0,3 detik --><script>hitung()</script>")
    assert titles(reading) == ["Kabar satu", "Kabar dua", "Kabar tiga"]


# ------------------------------------------------------------------------ charsets


@pytest.mark.parametrize(
    ("title", "codec", "declared", "header"),
    [
        ("Kafé “Siger” buka", "utf-8", None, None),
        ("Kafé “Siger” buka", "utf-8", "utf-8", "text/xml"),
        ("Kafé “Siger” buka", "utf-8-sig", "utf-8", None),
        ("Kafé “Siger” buka", "cp1252", "windows-1252", None),
        ("Kafé “Siger” buka", "cp1252", None, None),  # undeclared
        ("Kafé “Siger” buka", "cp1252", "utf-8", "text/xml; charset=utf-8"),  # declared as what it is not
        ("Kafé “Siger” buka", "cp1252", None, "text/xml; charset=windows-1252"),
        ("Kafé “Siger” buka", "utf-8", None, "text/xml; charset=iso-8859-1") ,  # the header is wrong
        ("Kafé “Siger” buka", "utf-8", "x-siger", None),  # no such charset
        ("Kafé “Siger” buka", "utf-8", None, "text/xml; charset=x-siger"),
        ("Kafé “Siger” buka", "utf-8", None, 'text/xml; charset="'),
        ("ジャワの珈琲", "shift_jis", "Shift_JIS", None),
        ("ジャワの珈琲", "euc-jp", None, "text/xml; charset=EUC-JP"),
        ("Kopi 咖啡 di Liwa", "utf-16", "utf-16", None),
        ("Kopi 咖啡 di Liwa", "utf-16", None, None),
        ("Kopi 咖啡 di Liwa", "utf-16-le", "utf-16", None),
        ("Kopi 咖啡 di Liwa", "utf-16-be", "utf-16", None),
    ],
)  # fmt: skip
def test_letters_are_right_whatever_charset_is_claimed(
    title: str, codec: str, declared: str | None, header: str | None
) -> None:
    assert titles(read(rss(item(title), encoding=declared).encode(codec), content_type=header)) == [title]


@pytest.mark.parametrize("codec", ["unicode_escape", "utf-7", "idna", "raw_unicode_escape", "rot13", "zip", "punycode"])
def test_a_codec_that_does_more_than_decode_is_not_asked(codec: str) -> None:
    title = r"Kopi \x1b]52;c;aGFp\x07 +ADw-b+AD4- Liwa"
    assert titles(read(rss(item(title), encoding=codec))) == [title]


@pytest.mark.parametrize(
    ("codec", "header", "meta"),
    [
        ("utf-8", "text/html; charset=utf-8", ""),
        ("utf-8", "text/html", ""),
        ("cp1252", "text/html; charset=iso-8859-1", ""),
        ("cp1252", None, '<meta charset="windows-1252">'),
        ("cp1252", "text/html; charset=x-siger", ""),
        ("utf-8", "text/html; charset=unicode_escape", '<meta charset="utf-16">'),
        ("utf-16", "text/html", ""),
    ],
)
def test_a_listing_page_is_decoded_as_browsers_do(codec: str, header: str | None, meta: str) -> None:
    page = LISTING.replace("<head>", f"<head>{meta}").replace("Petani lega.", "Kafé “Siger” buka")
    reading = read(page.encode(codec), kind=FeedKind.PAGE, content_type=header, outlet=LISTED)
    assert text(reading.entries[0].summary) == "Kafé “Siger” buka"


# ------------------------------------------------------------------------ something else than a feed


@pytest.mark.parametrize("kind", [FeedKind.RSS, FeedKind.JSONFEED, FeedKind.WORDPRESS, FeedKind.SITEMAP])
@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html><head><title>Sedang dalam perbaikan</title></head><body>Maaf.</body></html>",
        "\n\n<html lang=id><body><a href='/2026/11/23/kopi-liwa'>Kopi robusta dari Liwa laris</a></body></html>",
        "<!-- robot? --><!doctype html><title>Periksa</title><script>cek()</script>",
    ],
)
def test_a_web_page_in_place_of_a_feed_is_told(kind: FeedKind, page: str) -> None:
    with pytest.raises(NotAFeed, match="web page where a feed should be"):
        read(page, kind=kind, content_type="application/rss+xml")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("document", [b"", b" \r\n\t ", bytes(2_000)])
def test_an_empty_document_is_told(kind: FeedKind | None, document: bytes) -> None:
    with pytest.raises(EmptyDocument, match="empty"):
        read(document, kind=kind)


@pytest.mark.parametrize("kind", [None, FeedKind.RSS, FeedKind.JSONFEED, FeedKind.WORDPRESS, FeedKind.SITEMAP])
@pytest.mark.parametrize(
    "document",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"Maaf, kuota habis.",
        gzip.compress(rss(*THREE).encode())[:-20],
        b"\x1f\x8b\x08" + bytes(50),
        gzip.compress(bytes(10 * 2**20 + 1)),
        b'{"pesan":"kuota habis"}',
        b'"kuota habis"',
        b"[" * 100_000,
        b'{"items":' + b"[" * 100_000,
        b'{"version":"https://jsonfeed.org/version/1.1","items":{"id":"1"}}',
        b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"',
        b'{"items":' + b"9" * 10_000 + b"}",
        b"<" * 10_000,
    ],
)
def test_a_document_of_another_kind_is_refused_in_a_sentence(kind: FeedKind | None, document: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read(document, kind=kind, content_type="application/octet-stream")
    assert re.fullmatch(r"(?:the|one) [^\n]{10,200}|the site's API refused: .+", str(caught.value))


def test_a_feed_that_is_a_gzip_file_is_read() -> None:
    assert titles(read(gzip.compress(rss(*THREE).encode()))) == titles(read(rss(*THREE)))


CUT = '{"version":"https://jsonfeed.org/version/1.1","title":"Kabar [Siger]","authors":[{"name":"Rina Sari"}],"items":['
WHOLE = '{"id":"1","title":"Lada \\"naik\\" {lagi}","tags":["a","b"],"content_text":"Petani lega."}'


@pytest.mark.parametrize(
    "rest",
    ["", ",", ',{"id":"2","title":"Kopi', ',{"id":"2","authors":[{"name":"Budi"},', ',{"id":"2","title":"Kopi \\'],
)
def test_json_that_breaks_off_gives_the_items_before_the_break_and_says_so(rest: str) -> None:
    reading = read(CUT + WHOLE + rest)
    assert titles(reading) == ['Lada "naik" {lagi}']
    assert any("breaks off" in trouble for trouble in reading.troubles)


def test_posts_that_break_off_are_read_up_to_there() -> None:
    posts = '[{"id":1,"link":"https://kabar.example/1","title":{"rendered":"Lada naik"}},{"id":2,"link":"https://ka'
    reading = read(posts)
    assert reading.kind is FeedKind.WORDPRESS
    assert titles(reading) == ["Lada naik"]
    assert any("breaks off" in trouble for trouble in reading.troubles)


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", [None, "utf-16", "UTF-8"])
def test_a_byte_order_mark_tells_the_charset_whatever_is_declared(charset: str, declared: str | None) -> None:
    document = "\ufeff" + rss(*THREE, encoding=declared)
    assert titles(read(document.encode(charset))) == titles(read(rss(*THREE)))


@pytest.mark.parametrize("kind", [None, FeedKind.RSS, FeedKind.JSONFEED, FeedKind.WORDPRESS])
def test_xml_that_is_no_feed_is_refused_in_a_sentence(kind: FeedKind | None) -> None:
    with pytest.raises(ReadingError, match=r"no feed|neither a feed|broken JSON"):
        read("<svg xmlns='http://www.w3.org/2000/svg'><title>Kopi</title></svg>", kind=kind)


# ------------------------------------------------------------------------ entities


LAUGHS = '<!ENTITY a0 "kopi">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
DECLARATIONS = {
    "billion laughs": (LAUGHS, "&a9;"),
    "quadratic": (f'<!ENTITY a "{"kopi" * 20_000}">', "&a;" * 3_000),
    "a file": ('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
    "an address": ('<!ENTITY x SYSTEM "http://127.0.0.1:9/">', "&x;"),
    "a parameter": ('<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;', "&x;"),
}


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize(("declared", "used"), DECLARATIONS.values(), ids=DECLARATIONS.keys())
def test_entities_are_neither_blown_up_nor_fetched(declared: str, used: str, codec: str) -> None:
    document = rss(item("Panen kopi", f"<description>Awal {used} akhir</description>"), encoding=codec)
    document = document.replace("<rss", f"<!DOCTYPE rss [{declared}]>\n<rss", 1)
    entry = only(read(document.encode(codec), kind=FeedKind.RSS))
    assert (entry.title, entry.url) == ("Panen kopi", "https://kabar.example/1")
    assert len(text(entry.summary)) < 20_000
    assert "root:" not in text(entry.summary)


def test_a_sitemap_that_declares_entities_is_refused() -> None:
    document = sitemap("<loc>https://kabar.example/panen-kopi-&a9;</loc>")
    with pytest.raises(ReadingError, match="entities"):
        read(document.replace("<urlset", f"<!DOCTYPE urlset [{LAUGHS}]><urlset"))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Kopi &amp; lada", "Kopi & lada"),
        ("Kopi &amp;amp; lada", "Kopi & lada"),
        ("Kopi & lada", "Kopi & lada"),
        ("Kopi&nbsp;robusta &eacute;nak", "Kopi robusta énak"),
        ("Kopi &#8220;robusta&#8221; &#x2013; lada", "Kopi “robusta” – lada"),
        ("&lt;b&gt;Kopi&lt;/b&gt; lada", "Kopi lada"),
        ("<![CDATA[<em>Kopi</em> &amp; lada]]>", "Kopi & lada"),
        ("Harga 5 &lt; 6 dan 7 &gt; 3", "Harga 5 < 6 dan 7 > 3"),
        ("[Video] Kopi [/b] [@click=app.quit]lada[/]", "[Video] Kopi [/b] [@click=app.quit]lada[/]"),
        ("Kopi\n   dan \t lada ", "Kopi dan lada"),
        ("Kopi &#xD800;dan &#x110000;lada&#99999999999;", "Kopi dan lada"),
    ],
)
def test_a_headline_reads_as_it_was_meant(raw: str, shown: str) -> None:
    assert titles(read(rss(item(raw), item()))) == [shown, "Panen kopi dimulai"]


# ------------------------------------------------------------------------ text that steers a terminal


def steers(shown: str) -> list[str]:
    """The characters of a text that a terminal would obey, or that hide or turn others."""
    return [
        character for character in shown if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
    ] + re.findall("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]", shown)


ATTACKS = [
    "\x1b]52;c;aGFp\x07",
    "\x1b[2J\x1b[6n",
    "&#27;]0;judul&#7;",
    "&#x1b;[31m&#0;&#8;&#127;",
    "\u009b31m&#x9b;2J&#155;6n",
    "&amp;#27;[2J&amp;#x9b;",
    "balik\u202egnilam\u202c &#x202e;&#x2066;",
    "nol\u200blebar\ufeff",
    "baris\u2028baru\u2029&#x85;",
    "\x00\x01\x02",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_feed_steers_the_terminal(attack: str) -> None:
    inside = (
        f"<guid isPermaLink='false'>a{attack}</guid><dc:creator>Rina {attack}</dc:creator>"
        f"<category>Metro {attack}</category><description>Isi {attack}</description>"
        f"<enclosure url='https://kabar.example/{attack}' type='image/{attack}' length='1'/><source>S {attack}</source>"
    )
    head = f"<language>id{attack}</language>"
    entry = only(reading := read(rss(item(f"Kopi {attack}", inside), channel=head)))
    assert entry.title.startswith("Kopi")
    assert steers(everything(reading)) == []


@pytest.mark.parametrize(
    "attack", ["\\u001b]52;c;aGFp\\u0007", "\\u009b2J", "\\ud800", "\\u202e", "\\u0000", "&#27;[2J"]
)
def test_nothing_in_a_json_feed_steers_the_terminal(attack: str) -> None:
    feed = (
        '{"version":"https://jsonfeed.org/version/1.1","title":"K#","language":"id#","items":[{"id":"a#","title":"Kopi #",'
        '"summary":"S #","content_text":"Isi #","content_html":"<p>Isi #</p>","authors":[{"name":"Rina #"}],"tags":["M #"],'
        '"attachments":[{"url":"https://kabar.example/#","mime_type":"a/#"}]}]}'
    )
    reading = read(feed.replace("#", attack))
    assert only(reading).title.startswith("Kopi")
    assert steers(everything(reading)) == []
    posts = json.dumps([post(title={"rendered": "Kopi #"}, excerpt={"rendered": "S #"}, guid={"rendered": "a#"})])
    assert steers(everything(read(posts.replace("#", attack), outlet=SIGER))) == []


def everything(reading: FeedReading) -> str:
    """Every word of a reading, line breaks of bodies put apart."""
    parts: list[object] = [reading.title, reading.language, reading.home, *reading.troubles]
    for entry in reading.entries:
        parts += [entry.id, entry.title, entry.url, entry.guid, *entry.authors, *entry.labels, entry.source_name]
        parts += [blocks_text(entry.summary).replace("\n", " "), blocks_text(entry.content).replace("\n", " ")]
        parts += [entry.image and entry.image.url, *(f"{each.url} {each.media_type}" for each in entry.enclosures)]
    return " ".join(str(part) for part in parts if part)


# ------------------------------------------------------------------------ too much of it


def test_a_title_of_a_megabyte_is_cut_to_a_line() -> None:
    title = only(read(rss(item("kopi " * 200_000)))).title
    assert title.startswith("kopi kopi")
    assert title.endswith("…")
    assert len(title) == LINE_LIMIT or len(title) == LINE_LIMIT - 1


def test_a_feed_of_very_many_items_is_read_up_to_a_bound_and_says_so() -> None:
    reading = read(rss(*(item(f"Kabar {n}", link=f"https://kabar.example/{n}") for n in range(2_100))))
    assert len(reading.entries) == 2_000
    assert titles(reading)[-1] == "Kabar 1999"
    assert reading.troubles == ("only the first 2000 of 2100 items were read",)


def test_very_many_json_items_are_read_up_to_a_bound() -> None:
    items = [{"id": str(n), "title": f"Kabar {n}"} for n in range(2_100)]
    reading = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    assert len(reading.entries) == 2_000
    assert reading.troubles


def test_very_many_labels_and_people_are_bounded() -> None:
    inside = "".join(f"<category>Rubrik {n}</category><dc:creator>Nama {n}</dc:creator>" for n in range(300))
    entry = only(read(rss(item(inside=inside))))
    assert (len(entry.labels), len(entry.authors)) == (30, 10)


def test_markup_nested_without_end_does_not_cost_the_headline() -> None:
    deep = "&lt;div&gt;" * 3_000 + "dalam"
    assert titles(read(rss(item("Kabar satu", f"<description>{deep}</description>"), item()))) == [
        "Kabar satu",
        "Panen kopi dimulai",
    ]


# ------------------------------------------------------------------------ links


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("/berita/kopi", "https://kabar.example/berita/kopi"),
        ("berita/kopi", "https://kabar.example/berita/kopi"),
        ("//kabar.example/kopi", "https://kabar.example/kopi"),
        (" \n https://kabar.example/kopi \n", "https://kabar.example/kopi"),
        ("https://kabar.example/kopi robusta", "https://kabar.example/kopi%20robusta"),
        ("https://kabar.example/kopi-é", "https://kabar.example/kopi-%C3%A9"),
        ("https://kabar.example/?id=5&amp;utm_source=rss&amp;fbclid=x#google_vignette", "https://kabar.example/?id=5"),
        ("<![CDATA[https://kabar.example/kopi]]>", "https://kabar.example/kopi"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("data:text/html,kopi", None),
        ("https://pembaca:rahasia@kabar.example/", None),
        ("https://kabar.example/" + "k" * 5_000, None),
        ("http://[::1", None),
        ("--help", "https://kabar.example/--help"),
    ],
)
def test_a_link_is_opened_as_the_outlet_meant_or_not_at_all(link: str, opened: str | None) -> None:
    entry = only(read(rss(item(link=link))))
    assert (entry.title, entry.url) == ("Panen kopi dimulai", opened)


def test_relative_links_count_from_the_feed_where_it_names_no_site() -> None:
    document = rss(item(link="kopi")).replace("<link>https://kabar.example/</link>", "")
    assert (
        only(read(document, url=Address("https://kabar.example/kanal/umpan"))).url == "https://kabar.example/kanal/kopi"
    )
    assert only(read(document, url=None)).url is None


def test_an_item_without_a_link_opens_where_its_guid_leads() -> None:
    assert (
        only(read(rss(item(inside="<guid>https://kabar.example/71</guid>", link=None)))).url
        == "https://kabar.example/71"
    )
    tagged = only(read(rss(item(inside="<guid isPermaLink='false'>tag:kabar.example,2026:71</guid>", link=None))))
    assert (tagged.url, tagged.id) == (None, "tag:kabar.example,2026:71")


def test_an_item_without_a_title_is_named_by_its_text_and_without_both_left_out() -> None:
    reading = read(
        rss(
            "<item><link>https://kabar.example/1</link><description>Hujan deras di Kotaagung.</description></item>",
            item("", "<description>Banjir surut.</description>"),
            item("&lt;img src='a.jpg'&gt;", link="https://kabar.example/3"),
            "<item/>",
        )
    )
    assert titles(reading) == ["Hujan deras di Kotaagung.", "Banjir surut."]


# ------------------------------------------------------------------------ identity


def test_items_with_one_guid_are_all_read_and_told_apart() -> None:
    items = [item(f"Kabar {n}", "<guid>kabar</guid>", link=f"https://kabar.example/{n}") for n in range(20)]
    reading = read(rss(*items))
    assert titles(reading) == [f"Kabar {n}" for n in range(20)]
    assert len({entry.id for entry in reading.entries}) == 20
    shuffled = read(rss(*reversed(items)))
    assert {(entry.id, entry.title) for entry in shuffled.entries} == {
        (entry.id, entry.title) for entry in reading.entries
    }


def test_items_with_one_guid_and_no_link_are_all_read() -> None:
    items = [item(f"Kabar {n}", "<guid isPermaLink='false'>kabar</guid>", link=None) for n in range(5)]
    assert len({entry.id for entry in read(rss(*items)).entries}) == 5


def test_an_item_listed_twice_is_one() -> None:
    assert titles(read(rss(THREE[0], THREE[1], THREE[0]))) == ["Kabar satu", "Kabar dua"]


def test_an_item_keeps_its_id_when_only_the_tracking_of_its_link_changes() -> None:
    first, second = (
        only(read(rss(item(link=f"https://kabar.example/1?utm_campaign={day}")))) for day in ("sen", "sel")
    )
    assert first.id == second.id


entries = st.builds(
    lambda id, title, path: Entry(id, Line(title), Address(f"https://kabar.example/{path}") if path else None),
    st.sampled_from(["a", "b", "a|2", "a|https://kabar.example/x"]),
    st.sampled_from(["Kopi", "Lada", "Padi"]),
    st.sampled_from(["", "x", "y"]),
)


@settings(deadline=None)
@given(st.lists(entries, max_size=12))
def test_no_two_entries_of_a_document_share_an_id_and_no_story_is_lost(given: list[Entry]) -> None:
    # Ids that look as if they had been told apart already are left to chance by nobody but an enemy.
    plain = [entry for entry in given if "|" not in entry.id]
    apart = told_apart(plain)
    assert len({entry.id for entry in apart}) == len(apart)
    assert {(entry.title, entry.url) for entry in apart} == {(entry.title, entry.url) for entry in plain}


# ------------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("Mon, 23 Nov 2026 08:30:00 +0700", MORNING),
        ("Mon, 23 Nov 2026 01:30:00 GMT", MORNING),
        ("Mon, 23 Nov 2026 08:30:00 WIB", MORNING),
        ("Mon, 23 Nov 2026 08:30:00", MORNING),
        ("23 Nov 2026 08:30 +0700", MORNING),
        ("Sen, 23 Nov 2026 08:30:00 +0700", MORNING),
        ("Senin, 23 November 2026 | 08:30 WIB", MORNING),
        ("2026-11-23T08:30:00+07:00", MORNING),
        ("2026-11-23T01:30:00Z", MORNING),
        ("2026-11-23 08:30:00", MORNING),
        ("23/11/2026 08:30", MORNING),
        ("Tue, 24 Nov 2026 04:00:00 GMT", NOON + timedelta(hours=23)),  # a clock that runs ahead
        ("Wed, 25 Nov 2026 05:00:00 GMT", None),  # tomorrow's news
        ("Fri, 31 Dec 2099 05:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Mon, 99 Nov 2026 08:30:00 GMT", None),
        ("0000-00-00 00:00:00", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9" * 5_000, None),
        ("entah kapan", None),
        ("", None),
    ],
)
def test_a_date_is_believed_where_it_can_be(raw: str, moment: datetime | None) -> None:
    entry = only(read(rss(item(inside=f"<pubDate>{raw}</pubDate>"))))
    assert (entry.title, at(entry)) == ("Panen kopi dimulai", moment)
    atom = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><published>{raw}</published></entry></feed>'
    )
    assert at(only(read(atom))) == moment
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "A", "date_published": raw}]}
    assert at(only(read(json.dumps(feed)))) == moment


def test_a_day_without_an_hour_stays_a_day() -> None:
    published = only(read(rss(item(inside="<pubDate>2026-11-23</pubDate>")))).published
    assert published is not None
    assert (published.at, published.whole_day) == (datetime(2026, 11, 22, 17, 0, tzinfo=UTC), True)


@settings(deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.text("0123456789-:/.TZ+ ,JanDecSenWIB", max_size=40)), st.none() | st.just("")
)
def test_any_date_is_in_utc_and_not_in_the_future_or_there_is_none(raw: str, nothing: str | None) -> None:
    assert item_date(nothing, "Asia/Jakarta", NOON) is None
    dated = item_date(raw, "Asia/Jakarta", NOON)
    if dated is not None:
        assert dated.at.utcoffset() == timedelta(0)
        assert datetime(1990, 1, 1, tzinfo=UTC) <= dated.at <= NOON + timedelta(days=1)


# ------------------------------------------------------------------------ anything at all

WIRE = rss(*THREE).encode()
FRAGMENTS = st.sampled_from(
    [
        '<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-16"?>', '<rss version="2.0">', "<channel>", "<item>",
        "</item>", "<title>", "</title>", "<link>", "</link>", "<guid>", "</guid>", "<pubDate>", "</pubDate>",
        "<description>", "</description>", "<![CDATA[", "]]>", "<!DOCTYPE rss [", "]>", "<!ENTITY a 'b'>", "&a;", "&#27;",
        "&#xD800;", "&#x110000;", "&#" + "9" * 30 + ";", "&amp;", "&", "<", ">", '<feed xmlns="http://www.w3.org/2005/Atom">',
        "<entry>", "</entry>", '<link href="/a"/>', "<author>", "a@b.id (c)", "</author>", "<image>", "<url>", "</url>",
        '<enclosure url="a" length="x"/>', "<category>", "</category>", '<media:content url="http://[">', "</rss>",
        "Kabar", "https://kabar.example/1", "Mon, 23 Nov 2026 08:30:00 +0700", "\x00", "\x1b[2J", "\u202e", "<urlset>",
        "<loc>", "</loc>", "<rdf:RDF>", "<channel", ' xml:base="http://["', "é", "<html>", "<a href='/a-b-c-d'>",
    ]
)  # fmt: skip
documents = st.one_of(
    st.lists(FRAGMENTS, max_size=30).map(lambda parts: "".join(parts).encode()),
    st.lists(FRAGMENTS, max_size=20).map(lambda parts: rss(item(inside="".join(parts))).encode()),
    st.lists(FRAGMENTS, max_size=10).map(lambda parts: rss(*parts).encode("utf-16")),
    st.binary(max_size=100),
    st.builds(lambda noise, at: WIRE[:at] + noise + WIRE[at:], st.binary(max_size=8), st.integers(0, 700)),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(documents, st.sampled_from([None, FeedKind.RSS, FeedKind.PAGE]))
def test_whatever_a_server_sends_is_read_cleanly_or_refused(document: bytes, kind: FeedKind | None) -> None:
    try:
        reading = read(document, kind=kind)
    except ReadingError:
        return
    assert steers(everything(reading)) == []
    for entry in reading.entries:
        assert entry.title
        assert entry.id
        assert entry.url is None or clean_address(entry.url) == entry.url


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10) | st.just("https://kabar.example/1"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "url"]), inner, max_size=3),
    max_leaves=6,
)
JSON_FIELDS = [
    "id", "url", "title", "summary", "content_html", "content_text", "date_published", "authors", "author", "tags",
    "image", "attachments",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(JSON_FIELDS), values) | values, max_size=4), values)
def test_a_json_feed_of_any_values_is_read_cleanly(items: list[object], title: object) -> None:
    reading = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": title, "items": items}))
    assert len(reading.entries) <= len(items)
    assert steers(everything(reading)) == []


@settings(deadline=None)
@given(st.text(max_size=80))
def test_a_title_is_one_clean_line_and_cleaning_it_again_changes_nothing_harmful(raw: str) -> None:
    line = title_line(raw)
    assert steers(line) == []
    assert line == line.strip()


@pytest.mark.parametrize(
    ("address", "article"),
    [
        ("https://kabar.example/2026/11/23/lada-naik", True),
        ("https://kabar.example/berita/harga-lada-naik-lagi.html", True),
        ("https://kabar.example/berita/lada", False),
        ("https://kabar.example/tag/harga-lada-naik-lagi", False),
        ("https://lain.example/berita/harga-lada-naik-lagi", False),
        ("https://kabar.example/", False),
    ],
)
def test_which_links_look_like_articles(address: str, article: bool) -> None:
    assert is_article_address(Address(address), FEED) is article


# ------------------------------------------------------------------------ what a first reading got wrong


def test_one_bad_byte_spoils_one_letter() -> None:
    document = rss(item("Kafé “Siger” – buka"), item("Harga X naik", link="https://kabar.example/2"))
    assert titles(read(document.encode().replace(b"X", b"\xff")))[0] == "Kafé “Siger” – buka"


def test_what_is_declared_utf16_and_is_not_is_read() -> None:
    assert titles(read(rss(item("Kopi naik"), encoding="UTF-16").encode())) == ["Kopi naik"]


def test_an_id_is_not_taken_for_a_link() -> None:
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><entry><id>kabar-71</id><title>L</title></entry></feed>'
    assert only(read(atom)).url is None


def test_the_people_of_an_atom_feed_wrote_its_entries_unless_those_say_otherwise() -> None:
    entries = (
        "<entry><id>a</id><title>Satu</title></entry>"
        "<entry><id>b</id><title>Dua</title><author><name>Budi</name></author></entry>"
    )
    atom = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Rina</name></author><title>K</title>{entries}</feed>'
    )
    assert [entry.authors for entry in read(atom).entries] == [("Rina",), ("Budi",)]


@pytest.mark.parametrize("prologue", ["<!-- " + "kabar " * 1_000 + "-->", "<!DOCTYPE rss [" + " " * 5_000 + "]>"])
def test_a_long_prologue_hides_no_feed(prologue: str) -> None:
    assert titles(read(prologue + rss(item("Kopi naik")).split("?>")[1])) == ["Kopi naik"]


@pytest.mark.parametrize("bad", [b"\x01", b"\xff"])
def test_a_stray_byte_hides_no_json_feed(bad: bytes) -> None:
    feed = b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Kopi@ naik"}]}'
    assert only(read(feed.replace(b"@", bad))).title.startswith("Kopi")


@pytest.mark.parametrize("embedded", [{"author": True}, {"author": 5}, {"wp:term": 5}, {"wp:featuredmedia": True}, 5])
def test_odd_embeds_lose_no_post(embedded: object) -> None:
    post = {"id": 1, "link": "https://kabar.example/1", "title": {"rendered": "Kopi naik"}, "_embedded": embedded}
    assert titles(read(json.dumps([post]))) == ["Kopi naik"]


def one_address(inside: str, *, declared: str = "") -> str:
    spaces = "".join(f' xmlns:{name}="https://kabar.example/{name}"' for name in ("news", "image", "video"))
    return (
        f'<?xml version="1.0"{declared}?><urlset{spaces}><url><loc>https://kabar.example/1</loc>{inside}</url></urlset>'
    )


def test_pictures_and_films_of_a_sitemap_keep_their_titles_to_themselves() -> None:
    entry = only(
        read(
            one_address(
                "<news:news><news:title>Kopi naik</news:title></news:news>"
                "<image:image><image:loc>https://kabar.example/1.jpg</image:loc><image:title>Foto</image:title></image:image>"
                "<image:image><image:loc>https://kabar.example/2.jpg</image:loc></image:image>"
                "<video:video><video:title>Film</video:title></video:video>"
            )
        )
    )
    assert entry.title == "Kopi naik"
    assert entry.image is not None
    assert entry.image.url == "https://kabar.example/1.jpg"


@pytest.mark.parametrize("name", ["x-siger", "utf-7", "idna", "unicode_escape", "shift_jis", "windows-1252"])
def test_whatever_charset_a_sitemap_declares(name: str) -> None:
    document = one_address("<title>Kopi naik</title>", declared=f' encoding="{name}"')
    assert titles(read(document)) == ["Kopi naik"]


def test_xml_of_another_kind_is_no_sitemap() -> None:
    with pytest.raises(ReadingError):
        read("<galat>maaf</galat>", kind=FeedKind.SITEMAP)
