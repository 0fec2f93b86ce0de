"""Lists of feeds as other readers write them, as people break them, and as an enemy would; and our own, read back."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lampungtui.errors import ReadingError
from lampungtui.feeds.opml import (
    DEPTH_LIMIT,
    FILE_LIMIT,
    OUTLINE_LIMIT,
    NoFeeds,
    OpmlReading,
    Outline,
    Refused,
    read_opml,
    write_opml,
)
from lampungtui.foreign import LINE_LIMIT, Address, Line, clean_address, clean_line
from lampungtui.identity import canonical
from lampungtui.model import FeedKind

MADE_AT = datetime(2026, 11, 23, 14, 5, tzinfo=timezone(timedelta(hours=7)))
SIGER = '<outline type="rss" text="Kabar Siger" xmlUrl="https://siger.example/umpan" htmlUrl="https://siger.example/"/>'
KOPI = '<outline type="rss" text="Warta Kopi" xmlUrl="https://kopi.example/umpan"/>'


def opml(*outlines: str, version: str = "2.0", declaration: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    """An OPML file of these outlines."""
    body = "\n".join(outlines)
    head = "<head><title>Langganan</title></head>"
    return f'{declaration}\n<opml version="{version}">\n{head}\n<body>\n{body}\n</body>\n</opml>\n'


def read(document: str | bytes) -> OpmlReading:
    """What a list holds."""
    return read_opml(document if isinstance(document, bytes) else document.encode())


def only(document: str | bytes) -> Outline:
    """The one feed of a list, nothing else being wrong with it."""
    reading = read(document)
    assert reading.refused == ()
    (outline,) = reading.outlines
    return outline


def refused(document: str | bytes) -> Refused:
    """The one feed of a list that is not taken."""
    reading = read(document)
    (one,) = reading.refused
    return one


def urls(reading: OpmlReading) -> list[str]:
    """The addresses of the feeds in their order."""
    return [str(outline.url) for outline in reading.outlines]


def places(reading: OpmlReading) -> list[str]:
    """Each feed as a path: folders, then title."""
    return ["/".join((*outline.folders, outline.title)) for outline in reading.outlines]


# ------------------------------------------------------------------------ lists as they should be


@pytest.mark.parametrize("version", ["1.0", "1.1", "2.0", ""])
def test_a_feed_is_read_with_its_title_and_home(version: str) -> None:
    assert only(opml(SIGER, version=version)) == Outline(
        Address("https://siger.example/umpan"), Line("Kabar Siger"), Address("https://siger.example/")
    )


@pytest.mark.parametrize("name", ["xmlUrl", "xmlurl", "XMLURL", "xmlURL", "url"])
@pytest.mark.parametrize("kind", ['type="rss"', 'type="atom"', 'type="rdf"', 'type="link"', 'type="RSS"', ""])
def test_an_address_is_found_however_it_is_named(name: str, kind: str) -> None:
    assert only(opml(f'<outline {kind} text="Kopi" {name}="https://kopi.example/umpan"/>')).url == (
        "https://kopi.example/umpan"
    )


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ('text="Kopi"', "Kopi"),
        ('title="Kopi"', "Kopi"),
        ('title="Warta Kopi Resmi" text="Kopi"', "Kopi"),  # text is what a person may have changed
        ('title="Kopi" text=""', "Kopi"),
        ('title="Kopi" text="  "', "Kopi"),
        ('title="Kopi" text="https://kopi.example/umpan/"', "Kopi"),
        ('text="  Warta\n   Kopi "', "Warta Kopi"),
        ("text='Warta \"Kopi\"'", 'Warta "Kopi"'),
        ('text="Kopi" text="Teh"', "Kopi"),
        ("", "kopi.example/umpan"),
        ('text="" title=""', "kopi.example/umpan"),
        ('text="Kopi&#10;&amp;&#x20;lada &lt;b&gt; &quot;&apos; &#233; &eacute; &nbsp;&mdash; akhir"', None),
    ],
)
def test_a_title_is_what_the_person_called_the_feed(names: str, title: str | None) -> None:
    expected = title if title is not None else "Kopi & lada <b> \"' é é — akhir"
    assert only(opml(f'<outline {names} xmlUrl="https://kopi.example/umpan/"/>')).title == expected


def test_folders_are_kept_however_they_nest() -> None:
    reading = read(
        opml(
            '<outline text="Lampung" title="Lampung">',
            '<outline title="Metro">',
            SIGER,
            "</outline>",
            KOPI,
            '<outline text="Kosong"/>',
            '<outline text="Kosong juga"></outline>',
            '<outline type="rss" text="Barat"><outline xmlUrl="http://liwa.example/a" text="Liwa"></outline></outline>',
            "</outline>",
            '<outline><outline xmlUrl="http://tanpa.example/a" text="Tanpa"/></outline>',
            '<outline xmlUrl="http://atas.example/a" text="Atas"/>',
        )
    )
    assert places(reading) == [
        "Lampung/Metro/Kabar Siger",
        "Lampung/Warta Kopi",
        "Lampung/Barat/Liwa",
        "Tanpa",
        "Atas",
    ]
    assert reading.refused == ()
    assert reading.troubles == ()


def test_an_outline_can_be_a_feed_and_a_folder() -> None:
    reading = read(
        opml('<outline text="Induk" xmlUrl="https://induk.example/umpan">', SIGER, "</outline>", KOPI),
    )
    assert places(reading) == ["Induk", "Induk/Kabar Siger", "Warta Kopi"]


@pytest.mark.parametrize(
    ("category", "folders"),
    [
        ("/Lampung/Metro", ("Lampung", "Metro")),
        ("Lampung,Olahraga", ("Lampung",)),
        ("/Lampung &amp; Banten/,/Olahraga", ("Lampung & Banten",)),
        ("", ()),
        ("/", ()),
    ],
)
def test_a_category_stands_for_folders_where_there_are_none(category: str, folders: tuple[str, ...]) -> None:
    feed = f'<outline text="Kopi" category="{category}" xmlUrl="https://kopi.example/umpan"/>'
    assert only(opml(feed)).folders == folders
    assert only(opml('<outline text="Minum">', feed, "</outline>")).folders == ("Minum",)


@pytest.mark.parametrize(
    ("given_kind", "kind"),
    [
        ('type="rss"', FeedKind.RSS),
        ('type="JSONFeed"', FeedKind.JSONFEED),
        ('type="rss" lampungtui:kind="sitemap"', FeedKind.SITEMAP),
        ('type="rss" lampungtui:kind="takada"', FeedKind.RSS),
    ],
)
def test_the_kind_of_a_feed_is_told(given_kind: str, kind: FeedKind) -> None:
    assert only(opml(f'<outline {given_kind} text="Kopi" xmlUrl="https://kopi.example/umpan"/>')).kind is kind


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("feed://kopi.example/umpan", "http://kopi.example/umpan"),
        ("FEED://kopi.example:8080/umpan", "http://kopi.example:8080/umpan"),
        ("feed:https://kopi.example/umpan", "https://kopi.example/umpan"),
        ("feed://https://kopi.example/umpan", "https://kopi.example/umpan"),
        ("  https://kopi.example/umpan\n", "https://kopi.example/umpan"),
        ("https://kopi.example/\n     umpan?a=1", "https://kopi.example/umpan?a=1"),
        ("http://192.168.1.7/umpan", "http://192.168.1.7/umpan"),
        ("http://localhost:8080/umpan", "http://localhost:8080/umpan"),
        ("https://kopi.example/umpan?a=1&amp;b=2#!/x", "https://kopi.example/umpan?a=1&b=2#!/x"),
    ],
)
def test_an_address_is_understood(said: str, url: str) -> None:
    assert only(opml(f'<outline text="Kopi" xmlUrl="{said}"/>')).url == url


def test_a_home_that_is_no_address_costs_nothing() -> None:
    assert (
        only(opml('<outline text="Kopi" xmlUrl="https://kopi.example/umpan" htmlUrl="javascript:a()"/>')).home is None
    )


# ------------------------------------------------------------------------ charsets


@pytest.mark.parametrize(
    ("title", "codec", "declared"),
    [
        ("Kafé “Siger”", "utf-8", "UTF-8"),
        ("Kafé “Siger”", "utf-8", None),
        ("Kafé “Siger”", "utf-8-sig", "UTF-8"),
        ("Kafé “Siger”", "utf-8", "ISO-8859-1"),  # declared as what it is not
        ("Kafé é", "utf-8", "windows-1252"),
        ("Kafé “Siger”", "utf-8", "utf-16"),
        ("Kafé “Siger”", "utf-8", "x-siger"),
        ("Kafé “Siger”", "cp1252", "windows-1252"),
        ("Kafé “Siger”", "cp1252", "UTF-8"),
        ("Kafé “Siger”", "cp1252", None),
        ("Кофе", "cp1251", "windows-1251"),
        ("ジャワの珈琲", "shift_jis", "Shift_JIS"),
        ("咖啡", "gb18030", "GB18030"),
        ("Kopi 咖啡", "utf-16", "utf-16"),
        ("Kopi 咖啡", "utf-16-le", "utf-16"),
        ("Kopi 咖啡", "utf-16-be", None),
    ],
)
def test_letters_are_right_whatever_charset_is_claimed(title: str, codec: str, declared: str | None) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    outline = f'<outline text="{title}" xmlUrl="https://kopi.example/umpan"/>'
    assert only(opml(outline, declaration=declaration).encode(codec)).title == title


def test_a_declaration_counts_though_something_stands_before_it() -> None:
    declaration = '<b>Warning</b>: baris 3\n<?xml version="1.0" encoding="windows-1251"?>'
    outline = '<outline text="Кофе" xmlUrl="https://kopi.example/umpan"/>'
    assert only(opml(outline, declaration=declaration).encode("cp1251")).title == "Кофе"


@pytest.mark.parametrize("codec", ["unicode_escape", "utf-7", "idna", "rot13", "zip"])
def test_a_codec_that_does_more_than_decode_is_not_asked(codec: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{codec}"?>'
    title = r"Kopi \x1b]52;c;aGFp\x07 +ADw-"
    assert only(opml(f'<outline text="{title}" xmlUrl="http://a.example/"/>', declaration=declaration)).title == title


# ------------------------------------------------------------------------ lists that are not well-formed


BROKEN = {
    "a bare ampersand in an address": (
        '<outline text="A" xmlUrl="https://a.example/?x=1&copy=2&lt=3&y"/>',
        "https://a.example/?x=1&copy=2&lt=3&y",
        "A",
    ),
    "a bare ampersand in a title": ('<outline text="A & B" xmlUrl="https://a.example/"/>', "https://a.example/", "A & B"),
    "an entity of HTML": ('<outline text="A&nbsp;&hellip;" xmlUrl="https://a.example/"/>', "https://a.example/", "A …"),
    "no such entity": ('<outline text="A&takada; &notin" xmlUrl="http://a.example/"/>', "http://a.example/", None),
    "no such character": ('<outline text="A&#xD800;&#0;&#1114112;" xmlUrl="http://a.example/"/>', "http://a.example/", None),
    "CDATA in an attribute": ('<outline text="<![CDATA[A & B]]>" xmlUrl="http://a.example"/>', "http://a.example", "A & B"),
    "markup in a title": ('<outline text="<b>A</b> < B" xmlUrl="http://a.example/"/>', "http://a.example/", "<b>A</b> < B"),
    "quotes in a title": ('<outline text="A "B"" type="rss" xmlUrl="http://a.example/"/>', "http://a.example/", 'A "B"'),
    "quotes within a title": ('<outline title="A "B" C" xmlUrl="http://a.example/"/>', "http://a.example/", 'A "B" C'),
    "an attribute without quotes": ("<outline text=A type=rss xmlUrl=http://a.example/x/y/>", "http://a.example/x/y", "A"),
    "the same, spaced": ("<outline xmlUrl=http://a.example/x/ text=A />", "http://a.example/x/", "A"),
    "spaces about the sign": ('<outline text = "A" xmlUrl\n=\n"http://a.example/" / >', "http://a.example/", "A"),
    "no space between": ('<outline text="A"xmlUrl="http://a.example/"type="rss"/>', "http://a.example/", "A"),
    "commas between": ('<outline text="A", xmlUrl="http://a.example/", />', "http://a.example/", "A"),
    "an attribute without value": ('<outline text="A" baru xmlUrl="http://a.example/" lama/>', "http://a.example/", "A"),
    "an attribute twice": ('<outline text="A" xmlUrl="http://a.example/" xmlUrl="http://b.example/"/>', None, "A"),
    "an empty attribute twice": ('<outline text="" text="A" xmlUrl="http://a.example/"/>', "http://a.example/", "A"),
    "no closing quote": ('<outline text="A xmlUrl="http://a.example/x?y=1" type="rss"/>', "http://a.example/x?y=1", "A"),
    "no closing quote at the end": ('<outline text="A" xmlUrl="http://a.example/x />', "http://a.example/x", "A"),
    "no opening quote": ('<outline text="A" xmlUrl=http://a.example/x" type="rss"/>', "http://a.example/x", "A"),
    "no end of the tag": ('<outline text="A" xmlUrl="http://a.example/"', "http://a.example/", "A"),
    "left open": ('<outline text="A" xmlUrl="http://a.example/">', "http://a.example/", "A"),
    "in capitals": ('<OUTLINE TEXT="A" XMLURL="http://a.example/"/>', "http://a.example/", "A"),
    "with a prefix": ('<opml:outline text="A" xmlUrl="http://a.example/"/>', "http://a.example/", "A"),
    "a comma before": (',<outline text="A" xmlUrl="http://a.example/"/>', "http://a.example/", "A"),
    "a comment left open": ('<!-- lama <outline text="A" xmlUrl="http://a.example/"/>', "http://a.example/", "A"),
    "controls": ('<outline text="A\x1b]0;x\x07\x00" xmlUrl="http://a.example/"/>', "http://a.example/", None),
}  # fmt: skip


@pytest.mark.parametrize(("broken", "url", "title"), BROKEN.values(), ids=BROKEN)
def test_a_broken_outline_is_read_and_costs_no_other(broken: str, url: str | None, title: str | None) -> None:
    reading = read(opml('<outline text="Lampung">', SIGER, broken, KOPI, "</outline>"))
    assert urls(reading) == ["https://siger.example/umpan", url or "http://a.example/", "https://kopi.example/umpan"]
    assert [outline.folders for outline in reading.outlines] == [("Lampung",)] * 3
    if title is not None:
        assert reading.outlines[1].title == title
    assert reading.refused == ()


def test_feeds_left_open_are_no_folders_of_each_other() -> None:
    feeds = [f'<outline text="Kabar {n}" xmlUrl="https://kabar{n}.example/">' for n in range(3)]
    assert places(read(opml('<outline text="Lampung">', *feeds, "</outline>", KOPI))) == [
        *[f"Lampung/Kabar {n}" for n in range(3)],
        "Warta Kopi",
    ]


def test_feeds_closed_among_feeds_left_open_close_no_folder() -> None:
    closed = '<outline text="Tutup" xmlUrl="https://tutup.example/"></outline>'
    left = '<outline text="Buka" xmlUrl="https://buka.example/">'
    assert places(
        read(opml('<outline text="Lampung">', closed, left, closed.replace("utup", "amat"), "</outline>"))
    ) == [
        *["Lampung/Tutup", "Lampung/Buka", "Lampung/Tamat"],
    ]


@pytest.mark.parametrize("end", ["</opml>", "</body>", "</outline>\n</body>", 'text="Warta Kopi"', "umpan"])
def test_a_list_that_breaks_off_gives_what_came_before(end: str) -> None:
    whole = opml('<outline text="Lampung">', SIGER, KOPI, "</outline>")
    reading = read(whole[: whole.rindex(end)])
    assert places(reading)[0] == "Lampung/Kabar Siger"
    assert reading.troubles == ("the file breaks off before its end; what came before was read",)


@pytest.mark.parametrize(
    "before",
    [
        "\n",
        " \r\n\t",
        "\ufeff",
        "\ufeff\n\ufeff",
        "<br />\n<b>Warning</b>: baris 3 & 4\n",
        "<!-- simpanan -->",
        "Langganan:\n",
    ],
)
def test_what_stands_before_the_declaration_is_passed_over(before: str) -> None:
    assert urls(read(before + opml(SIGER, KOPI))) == ["https://siger.example/umpan", "https://kopi.example/umpan"]


@pytest.mark.parametrize(
    "fragment",
    [
        SIGER + KOPI,
        f"<body>{SIGER}{KOPI}</body>",
        f'<!DOCTYPE opml SYSTEM "opml.dtd">{opml(SIGER, KOPI, declaration="")}',
        opml(SIGER, KOPI) + "<!-- dibuat dalam 0,3 detik --><script>hitung()</script>",
    ],
)
def test_a_list_needs_no_frame(fragment: str) -> None:
    reading = read(fragment)
    assert urls(reading) == ["https://siger.example/umpan", "https://kopi.example/umpan"]
    assert reading.troubles == ()


def test_what_is_hidden_is_not_read() -> None:
    hidden = f"<!-- {KOPI} > --><ownerName><![CDATA[ {KOPI} ]]></ownerName>"
    assert urls(read(opml(hidden, SIGER, "<!-- a --> <!---->"))) == ["https://siger.example/umpan"]


# ------------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("outline", "said", "reason"),
    [
        ('xmlUrl="file:///etc/passwd"', "Kopi: file:///etc/passwd", "it names a file on a computer"),
        ('xmlUrl="C:\\umpan.xml"', "Kopi: C:\\umpan.xml", "it names a file on a computer"),
        ('xmlUrl="exec:~/bin/umpan"', "Kopi: exec:~/bin/umpan", "it is the output of a program"),
        ('xmlUrl="|~/bin/umpan"', "Kopi: |~/bin/umpan", "it is the output of a program"),
        ('xmlUrl="filter:~/bin/saring:http://a.example/"', None, "it goes through a program first"),
        ('xmlUrl="http://a.example/" filtercmd="saring"', "Kopi: http://a.example/", "it goes through a program first"),
        ('xmlUrl="query:Baru:unread = &quot;yes&quot;"', None, "it is a search of newsboat over other feeds"),
        ('xmlUrl="javascript:alert(1)"', "Kopi: javascript:alert(1)", "it is a script"),
        ('xmlUrl=" JavaScript:alert(1)"', "Kopi: JavaScript:alert(1)", "it is a script"),
        ('xmlUrl="feed:javascript:alert(1)"', None, "it is a script"),
        ('xmlUrl="gopher://a.example/"', None, "its address begins with 'gopher:'; only http and https"),
        ('xmlUrl="umpan/rss.xml"', "Kopi: umpan/rss.xml", "it is no whole address"),
        ('xmlUrl="kopi.example:8080/umpan"', None, "it is no whole address"),
        ('xmlUrl="feed:kopi.example"', None, "it is no whole address"),
        ('xmlUrl="https://"', "Kopi: https://", "its address is not a valid one"),
        ('xmlUrl="https://a.example:x/"', None, "its address is not a valid one"),
        ('xmlUrl="https://a.example/&#27;[2J"', None, "its address is not a valid one"),
        ('xmlUrl="https://rina:rah@sia@a.example/"', "Kopi: https://…@a.example/", "its address holds a user name"),
        (f'xmlUrl="https://a.example/{"x" * 5000}"', None, "its address is longer than 4096 characters"),
        ('xmlUrl=""', "Kopi", "it has no address"),
        ('type="rss"', "Kopi", "it has no address"),
        ('type="rss" htmlUrl="https://a.example/"', "Kopi", "it has no address"),
        ('type="include" url="https://a.example/daftar"', "Kopi: https://a.example/daftar", "it includes another list"),
        ('type="link" url="https://a.example/daftar.OPML"', None, "it includes another list"),
        ('type="HTML+XPath" xmlUrl="https://a.example/"', None, "it is read by rules of another program (html+xpath)"),
        ('isComment="true" xmlUrl="https://a.example/"', None, "it is marked as a comment"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_the_reason(outline: str, said: str | None, reason: str) -> None:
    reading = read(opml(SIGER, f'<outline text="Kopi" {outline}/>', KOPI))
    assert urls(reading) == ["https://siger.example/umpan", "https://kopi.example/umpan"]
    (one,) = reading.refused
    assert one.reason.startswith(reason)
    if said is not None:
        assert one.said == said


def test_what_is_refused_alone_is_told_too() -> None:
    assert refused(opml('<outline xmlUrl="exec:umpan"/>')).said == "exec:umpan"


def test_a_comment_holds_for_what_is_in_it() -> None:
    reading = read(opml('<outline text="Lama" isComment="true">', KOPI, "</outline>", SIGER))
    assert urls(reading) == ["https://siger.example/umpan"]
    assert [one.said for one in reading.refused] == ["Warta Kopi: https://kopi.example/umpan"]


@pytest.mark.parametrize(
    "again",
    ["https://siger.example/umpan", "https://siger.example/umpan?utm_source=opml", "https://siger.example/umpan#a"],
)
def test_a_feed_that_stands_there_twice_is_taken_once(again: str) -> None:
    reading = read(opml(SIGER, f'<outline text="Lain"><outline text="Siger lagi" xmlUrl="{again}"/></outline>'))
    assert urls(reading) == ["https://siger.example/umpan"]
    assert reading.refused == (
        Refused(Line(f"Siger lagi: {again}"), "it stands in the list already, as 'Kabar Siger'"),
    )


def test_what_is_said_of_a_refused_feed_is_short_and_clean() -> None:
    one = refused(opml(f'<outline text="{"a" * 9000}&#27;[2J" xmlUrl="exec:{"b" * 9000}&#8238;&#7;"/>'))
    assert len(one.said) <= 200
    assert clean_line(one.said) == one.said


# ------------------------------------------------------------------------ plain lists


def test_the_urls_of_newsboat_are_read() -> None:
    reading = read(
        "# langgananku\n"
        "\n"
        "https://siger.example/umpan lampung ekbis # pagi\n"
        'https://kopi.example/umpan?a=1#!x "warta kopi" "~Kopi \\"Liwa\\"" "!" lain\n'
        'feed://lada.example/umpan "~Lada"\r\n'
        '"exec:~/bin/umpan --baru" "~Program"\n'
        "filter:~/bin/saring:https://a.example/ saring\n"
        '"query:Baru:unread = \\"yes\\""\n'
        "file:///home/rina/umpan.xml\n"
        "kopi.example\n"
        "https://siger.example/umpan\n"
        "http://192.168.1.7/umpan"
    )
    assert reading.outlines == (
        Outline(Address("https://siger.example/umpan"), Line("siger.example/umpan"), None, (Line("lampung"),)),
        Outline(Address("https://kopi.example/umpan?a=1#!x"), Line('Kopi "Liwa"'), None, (Line("warta kopi"),)),
        Outline(Address("http://lada.example/umpan"), Line("Lada")),
        Outline(Address("http://192.168.1.7/umpan"), Line("192.168.1.7/umpan")),
    )
    assert [one.said for one in reading.refused] == [
        "Program: exec:~/bin/umpan --baru",
        "filter:~/bin/saring:https://a.example/",
        'query:Baru:unread = "yes"',
        "file:///home/rina/umpan.xml",
        "kopi.example",
        "https://siger.example/umpan",
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\n\n"])
def test_a_list_of_addresses_one_a_line_is_read(codec: str, break_: str) -> None:
    document = break_.join(["https://siger.example/umpan", "  http://www.kopi.example/", ""]).encode(codec)
    assert read(document).outlines == (
        Outline(Address("https://siger.example/umpan"), Line("siger.example/umpan")),
        Outline(Address("http://www.kopi.example/"), Line("kopi.example")),
    )


# ------------------------------------------------------------------------ no list at all


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n", "the file is empty"),
        ("\n\n".encode("utf-16"), "the file is empty"),
        (opml().encode(), "no feed is in the list"),
        (opml('<outline text="Belanja"><outline text="Kopi"/></outline>').encode(), "no feed is in the list"),
        (b"<opml/>", "no feed is in the list"),
        (b"<!DOCTYPE html><html><body><p>Kopi</p></body></html>", "the file is a web page, not a list of feeds"),
        (
            b'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p><DT><A HREF="https://a.example/">A</A>',
            "the file holds a browser's bookmarks, not feeds",
        ),
        (
            b'<?xml version="1.0"?><rss version="2.0"><channel><title>Kopi</title></channel></rss>',
            "the file is a feed itself, not a list of feeds; add its address instead",
        ),
        (b'<?xml version="1.0"?><catatan><isi>Kopi</isi></catatan>', "the file is XML but no OPML"),
        (b'{"feeds": ["https://a.example/"]}', "the file is JSON, not a list of feeds"),
        (b"PK\x03\x04\x14\x00\x00\x00", "the file is compressed; unpack it first"),
        (b"\x1f\x8b\x08\x00\x00", "the file is compressed; unpack it first"),
        (b"Kopi dari Liwa\nhttps://kopi.example/\nLada dari Kotabumi\n", "the file is neither OPML nor a list of addresses"),
        (b"# langgananku\n#\n", "the file is neither OPML nor a list of addresses"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "the file is neither OPML nor a list of addresses"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_told_in_a_sentence(document: bytes, sentence: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(document)
    assert str(caught.value) == sentence


def test_a_list_without_feeds_is_told_from_a_file_of_another_kind() -> None:
    with pytest.raises(NoFeeds):
        read(opml())


# ------------------------------------------------------------------------ an enemy's lists


LAUGHS = "".join(f'<!ENTITY ha{n + 1} "{f"&ha{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "declared",
    [
        f'<!ENTITY ha0 "ha">{LAUGHS}',
        '<!ENTITY rahasia SYSTEM "file:///etc/passwd">',
        '<!ENTITY % luar SYSTEM "http://luar.example/x.dtd"> %luar;',
        '<!entity kecil "x">',
    ],
)
def test_entities_are_neither_expanded_nor_fetched(declared: str) -> None:
    document = opml(
        '<outline text="&ha9;&rahasia;" xmlUrl="https://a.example/"/>', declaration=f"<!DOCTYPE opml [{declared}]>"
    )
    with pytest.raises(ReadingError, match="declares entities"):
        read(document)


def test_a_list_that_is_too_large_is_refused() -> None:
    document = opml(SIGER).encode()
    assert urls(read(document.ljust(FILE_LIMIT))) == ["https://siger.example/umpan"]
    with pytest.raises(ReadingError, match="larger than 10 MiB"):
        read(document.ljust(FILE_LIMIT + 1))


@pytest.mark.parametrize("plain", [True, False])
def test_of_too_many_feeds_the_first_are_read(plain: bool) -> None:
    addresses = [f"https://kabar{n}.example/umpan" for n in range(OUTLINE_LIMIT + 1)]
    outlines = [f'<outline text="Kabar" xmlUrl="{address}"/>' for address in addresses]
    reading = read("\n".join(addresses) if plain else opml(*outlines))
    assert urls(reading) == addresses[:-1]
    assert reading.troubles == (f"only the first {OUTLINE_LIMIT} outlines were read",)


def test_feeds_in_too_many_folders_are_kept() -> None:
    deep = DEPTH_LIMIT + 50
    opening = [f'<outline text="f{n}"><outline text="Kabar" xmlUrl="https://kabar{n}.example/"/>' for n in range(deep)]
    reading = read(opml(*opening, *["</outline>"] * deep, KOPI))
    assert [len(outline.folders) for outline in reading.outlines] == [
        *range(1, DEPTH_LIMIT + 1),
        *[DEPTH_LIMIT] * 50,
        0,
    ]
    assert reading.troubles == ("feeds in more than 100 folders were left in the outermost 100",)


def test_titles_are_cut() -> None:
    outline = only(opml(f'<outline text="{"a" * 2**20}" xmlUrl="https://a.example/"/>'))
    assert outline.title == "a" * (LINE_LIMIT - 1) + "…"


FLOODS = {
    "outlines without end": "<outline ",
    "folders without end": '<outline text="a">',
    "quotes that open": '<outline text="',
    "quotes that open, of both kinds": "<outline text=\"'",
    "feeds in feeds": '<outline xmlUrl="https://a.example/">',
    "ends": "</outline>",
    "comments that open": "<!--",
    "CDATA that opens": "<![CDATA[",
    "less-than signs": "<",
    "roots": "<opml>",
    "declarations": "<?xml ",
    "attributes": ' a="b"',
    "quotes": '"',
    "quotes and words": '" a b ',
    "ampersands": "&",
    "references": "&#65;",
    "spaces": " ",
    "lines": "\n",
    "zeros": "\x00",
    "words": "a ",
    "addresses": "https://a.example/ ",
    "lines of half an address": "https:\n",
    "backslashes": 'https://a.example/ "\\',
    "brackets": "[",
}
FRAMES = [("", ""), ("<opml><outline text='", "' xmlUrl='https://a.example/'/></opml>"), ("<opml><outline ", "")]
"""Around a flood: nothing, an attribute, a tag."""


@pytest.mark.parametrize("frame", FRAMES, ids=["alone", "in an attribute", "in a tag"])
@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_of_one_thing_comes_to_an_end(flood: str, frame: tuple[str, str]) -> None:
    # Work that grew with the square of this would hang the reader, and this test.
    assert _sentence_or_feeds((frame[0] + flood * (2**21 // len(flood)) + frame[1]).encode())


@pytest.mark.parametrize("inside", [" ", "\n ", "\t", "<![CDATA[", "&lt;", "//a", "a/", '" ', "'"])
def test_a_flood_within_many_attributes_comes_to_an_end(inside: str) -> None:
    many = inside * (50_000 // len(inside))
    outline = f'<outline text="{many}" category="{many}" xmlUrl="https://a.example/{many}x"/>'
    assert _sentence_or_feeds(opml(*[outline] * 20).encode())


def _sentence_or_feeds(document: bytes) -> str:
    """What a person is told of a list, if only how many feeds there are."""
    try:
        reading = read_opml(document)
    except ReadingError as error:
        return str(error)
    for outline in reading.outlines:
        assert clean_address(outline.url) == outline.url
        assert all(clean_line(text) == text for text in (outline.title, *outline.folders))
    for one in reading.refused:
        assert clean_line(one.said) == one.said
    return f"{len(reading.outlines)} taken, {len(reading.refused)} refused"


PIECES = st.sampled_from(
    [
        *[
            "<outline",
            "</outline>",
            "<opml>",
            "</opml>",
            "<body>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?xml",
            "?>",
            "<",
            ">",
        ],
        *[
            "/>",
            "/",
            " ",
            "\n",
            "=",
            '"',
            "'",
            "&",
            ";",
            "&amp;",
            "&#27;",
            "&#xD800;",
            "&nbsp;",
            "\x00",
            "\x1b",
            "\u202e",
        ],
        *[
            " text=",
            " title=",
            " xmlUrl=",
            ' url="',
            ' type="rss"',
            ' type="include"',
            ' category="',
            ' isComment="true"',
        ],
        *["https://a.example/", "feed:", "exec:", "Kopi", "é", "\ud83d\ude00", "#", "~", "!", "\\"],
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_mixture_breaks_the_reading(document: str) -> None:
    assert _sentence_or_feeds(document.encode("utf-8", "surrogatepass"))


@settings(max_examples=200, deadline=None)
@given(st.integers(), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_a_list_with_bytes_spoilt_is_read_or_refused(seed: int, codec: str) -> None:
    chance = random.Random(seed)
    document = bytearray(opml('<outline text="Lampung">', SIGER, KOPI, "</outline>").encode(codec))
    for _ in range(chance.randint(1, 20)):
        document[chance.randrange(len(document))] = chance.randrange(256)
    assert _sentence_or_feeds(bytes(document))


# ------------------------------------------------------------------------ as an XML parser reads


XML_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=20
)
Tree = tuple[str, list["Tree"]]
TREES: st.SearchStrategy[Tree] = st.deferred(lambda: st.tuples(XML_TEXT, st.just([]) | st.lists(TREES, max_size=3)))
"""A title, and what is inside."""


@settings(max_examples=200, deadline=None)
@given(st.lists(TREES, max_size=4), st.sampled_from(["utf-8", "us-ascii", "utf-16", "iso-8859-1"]), st.data())
def test_well_formed_lists_are_read_as_a_parser_reads_them(trees: list[Tree], codec: str, data: st.DataObject) -> None:
    root = ElementTree.Element("opml", version="2.0")
    body = ElementTree.SubElement(root, "body")
    body.append(ElementTree.Comment(' <outline xmlUrl="https://tersembunyi.example/"/> '))
    number = 0

    def grow(parent: ElementTree.Element, tree: Tree) -> None:
        nonlocal number
        title, inside = tree
        outline = ElementTree.SubElement(parent, "outline", {"text": title, "x": data.draw(XML_TEXT)})
        if not inside or data.draw(st.booleans()):
            number += 1
            outline.set("xmlUrl", f"https://kabar.example/{number}?a=1&b='2'")
        for each in inside:
            grow(outline, each)

    # The accent at the end makes Latin-1 what cannot be taken for UTF-8.
    for tree in (*trees, ("Kafé", [])):
        grow(body, tree)
    wire = ElementTree.tostring(
        root, encoding=codec, xml_declaration=True, short_empty_elements=data.draw(st.booleans())
    )

    def expected(parent: ElementTree.Element, folders: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        for outline in parent.findall("outline"):
            title = clean_line(outline.attrib["text"])
            url = outline.get("xmlUrl")
            if url is not None:
                yield url, title or url.removeprefix("https://"), folders
            yield from expected(outline, (*folders, title) if title else folders)

    reading = read(wire)
    found = [(str(outline.url), str(outline.title), outline.folders) for outline in reading.outlines]
    assert found == list(expected(ElementTree.fromstring(wire).find("body") or body, ()))
    assert reading.refused == ()


# ------------------------------------------------------------------------ our own lists


def test_a_list_is_written_as_other_readers_want_it() -> None:
    written = write_opml(
        Line("Langganan & <saya>"),
        [
            Outline(
                Address("https://siger.example/umpan?a=1&b=2"), Line('Kabar "Siger"'), Address("https://siger.example/")
            ),
            Outline(Address("https://metro.example/umpan"), Line("Metro"), None, (Line("Lampung"), Line("Kota"))),
            Outline(Address("https://liwa.example/peta"), Line("Liwa"), None, (Line("Lampung"),), FeedKind.SITEMAP),
        ],
        MADE_AT,
    )
    assert (
        written.decode()
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:lampungtui="urn:lampungtui">
  <head>
    <title>Langganan &amp; &lt;saya&gt;</title>
    <dateCreated>Mon, 23 Nov 2026 07:05:00 GMT</dateCreated>
    <docs>http://opml.org/spec2.opml</docs>
  </head>
  <body>
    <outline type="rss" text="Kabar &quot;Siger&quot;" title="Kabar &quot;Siger&quot;" \
xmlUrl="https://siger.example/umpan?a=1&amp;b=2" htmlUrl="https://siger.example/"/>
    <outline text="Lampung" title="Lampung">
      <outline text="Kota" title="Kota">
        <outline type="rss" text="Metro" title="Metro" xmlUrl="https://metro.example/umpan"/>
      </outline>
      <outline type="rss" text="Liwa" title="Liwa" xmlUrl="https://liwa.example/peta" lampungtui:kind="sitemap"/>
    </outline>
  </body>
</opml>
"""
    )


def test_an_empty_list_is_written_too() -> None:
    root = ElementTree.fromstring(write_opml(Line("Kosong"), [], MADE_AT))
    assert root.findall("./body/outline") == []


def test_what_xml_cannot_carry_spoils_no_list() -> None:
    written = write_opml(Line("\uffff"), [Outline(Address("https://a.example/"), Line("Kopi\ufffe"))], MADE_AT)
    assert ElementTree.fromstring(written).find("./body/outline[@text='Kopi\ufffd']") is not None


ADDRESSES = st.builds(
    "{}://{}{}/{}?{}#{}".format,
    st.sampled_from(["http", "https"]),
    st.sampled_from(["a.example", "192.168.1.7", "localhost", "[::1]", "kopi-liwa.example", "küste.example"]),
    st.sampled_from(["", ":8080", ":0443"]),
    *[st.text(max_size=12) | st.text(string.printable, max_size=12)] * 3,
).map(clean_address).filter(lambda address: address is not None)  # fmt: skip
LINES = (
    st.one_of(
        st.text(min_size=1, max_size=30),
        st.text("&<>\"'/;=#[]!- ?axmp", min_size=1, max_size=30),
        st.sampled_from(
            ["&amp;", "&#65;", "<![CDATA[a]]>", '" xmlUrl="', "<outline", "-->", "]]>", "https://a.example/"]
        ),
        st.integers(490, 600).map("a".__mul__),
    )
    .map(clean_line)
    .filter(lambda line: bool(line) and not {"\ufffe", "\uffff"} & set(line))
)
FOLDERS = st.lists(st.sampled_from([Line("Lampung"), Line("Metro"), Line("A/B")]) | LINES, max_size=4).map(tuple)
OUTLINES = st.builds(Outline, ADDRESSES, LINES, st.none() | ADDRESSES, FOLDERS, st.sampled_from(FeedKind))


@settings(max_examples=300, deadline=None)
@given(LINES, st.lists(OUTLINES, min_size=1, max_size=4, unique_by=lambda outline: canonical(outline.url)))
def test_a_list_that_was_written_is_read_back_exactly(title: Line, outlines: list[Outline]) -> None:
    written = write_opml(title, outlines, MADE_AT)
    assert read(written) == OpmlReading(tuple(outlines))
    root = ElementTree.fromstring(written)
    assert root.findtext("./head/title") == title
    assert [each.attrib["xmlUrl"] for each in root.iter("outline") if "xmlUrl" in each.attrib] == [
        outline.url for outline in outlines
    ]


def test_a_list_in_the_deepest_folders_is_read_back() -> None:
    folders = tuple(Line(f"f{n}") for n in range(DEPTH_LIMIT))
    outlines = (
        Outline(Address("https://a.example/"), Line("A"), None, folders),
        Outline(Address("https://b.example/"), Line("B")),
    )
    assert read(write_opml(Line("Dalam"), outlines, datetime.now(UTC))) == OpmlReading(outlines)
