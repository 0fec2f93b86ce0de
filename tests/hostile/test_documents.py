"""Documents made to cost or to reach out: entities, depth, floods, odd times and numbers, pages, what rules of ours they try.

All feeds are probed by one run of the real program and all pages by another; each case is looked at in what was printed. The
watch tells which files were opened and what was called.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import pytest
from tests.hostile.house import House, answered, item, page, rss
from tests.hostile.program import Program, Ran
from tests.hostile.stream import troubles

MIB = 2**20
GOOD = item("Kabar baik", "https://seram.example/baik")

LAUGHS = "".join(f'<!ENTITY t{n} "{10 * ("&t" + str(n - 1) + ";")}">' for n in range(1, 12))
SQUARE = "k" * 50_000


def many(count: int) -> str:
    """So many attributes."""
    return " ".join(f'a{number}="1"' for number in range(count))


def declared(entities: str, used: str) -> str:
    """A feed with entities of its own."""
    return rss(item(f"Kabar {used}", "https://seram.example/1"), GOOD, type_=f"<!DOCTYPE rss [{entities}]>")


def feeds(secret: Path, house: House) -> dict[str, str | bytes]:
    """The feeds by name. `secret` is a file that nobody may read, `house` has a path that nobody may call."""
    reach = f"{house.origin}/panggilan"
    flood = '<rss version="2.0"><channel><title>Seram</title>'
    return {
        "billion laughs": declared('<!ENTITY t0 "ha">' + LAUGHS, "&t11;"),
        "quadratic blowup": declared(f'<!ENTITY k "{SQUARE}">', "&k;" * 2_000),
        "entity of a file": declared(f'<!ENTITY x SYSTEM "file://{secret}">', "&x;"),
        "entity of an address": declared(f'<!ENTITY x SYSTEM "{reach}">', "&x;"),
        "parameter entity": declared(f'<!ENTITY % p SYSTEM "{reach}"> %p;', "x"),
        "parameter entity of a file": declared(f'<!ENTITY % p SYSTEM "file://{secret}"> %p;', "x"),
        "public entity": declared(f'<!ENTITY x PUBLIC "-//x" "{reach}">', "&x;"),
        "outside document type": rss(GOOD, type_=f'<!DOCTYPE rss SYSTEM "{reach}">'),
        "stylesheet": rss(GOOD, declaration=f'<?xml version="1.0"?><?xml-stylesheet href="{reach}" type="text/xsl"?>'),
        "XInclude": rss(
            f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{secret}" parse="text"/>', GOOD
        ),
        "xml:base inward": rss(item("Kabar", "x").replace("<item>", f'<item xml:base="file://{secret}/">'), GOOD),
        "nested elements": rss(item("<a>" * 100_000 + "dalam" + "</a>" * 100_000, "https://seram.example/1"), GOOD),
        "nested markup": rss(
            item("Kabar", "https://seram.example/1", description=escape("<div>" * 100_000 + "dalam")), GOOD
        ),
        "nested quotes": rss(
            item("Kabar", "https://seram.example/1", description=escape("<blockquote>" * 20_000 + "x")), GOOD
        ),
        "nested lists": rss(
            item("Kabar", "https://seram.example/1", description=escape("<ul><li>" * 20_000 + "x")), GOOD
        ),
        "nested tables": rss(
            item("Kabar", "https://seram.example/1", description=escape("<table><tr><td>" * 5_000 + "x")), GOOD
        ),
        "one attribute of mebibytes": rss(f'<item a="{"x" * 6 * MIB}"><title>Kabar besar</title></item>', GOOD),
        "very many attributes": rss(f"<item {many(60_000)}><title>Kabar</title></item>", GOOD),
        "very many attributes in markup": rss(
            item("Kabar", "https://seram.example/1", description=escape(f"<p {many(20_000)}>x</p>"))
        ),
        "very many entries": flood + "<item><title>Kabar</title></item>" * 100_000 + "</channel></rss>",
        "very many labels": rss(item("Kabar", "https://seram.example/1", "<category>label</category>" * 50_000), GOOD),
        "very many enclosures": rss(
            item(
                "Kabar",
                "https://seram.example/1",
                '<enclosure url="https://a.example/x.mp3" type="audio/mpeg"/>' * 20_000,
            )
        ),
        "a title of mebibytes": rss(item("Kabar " + "panjang " * 600_000, "https://seram.example/1"), GOOD),
        "a comment of mebibytes": rss(f"<!--{'x' * 8 * MIB}-->", GOOD),
        "unclosed comments": rss(GOOD, "<!--" * 100_000),
        "unclosed CDATA": rss(GOOD, "<![CDATA[" * 50_000),
        "bare ampersands": rss(GOOD, item("Kabar " + "& " * 200_000, "https://seram.example/1")),
        "lost less-thans": rss(GOOD, item("Kabar " + "< " * 100_000, "https://seram.example/1")),
        "unclosed tags in markup": rss(
            item("Kabar", "https://seram.example/1", description="<![CDATA[" + "<a " * 200_000 + "]]>"), GOOD
        ),
        "unclosed paragraphs": rss(
            item("Kabar", "https://seram.example/1", description="<![CDATA[" + "<p>" * 200_000 + "]]>"), GOOD
        ),
        "a person as no rule likes it": rss(
            item("Kabar", "https://seram.example/1", "<author>" + "a." * 20_000 + "!@</author>"), GOOD
        ),
        "many such persons": rss(
            *(item("Kabar", "https://seram.example/1", "<author>" + "a." * 1_000 + "!@</author>") for _ in range(100))
        ),
        "a date as no rule likes it": rss(GOOD.replace("<pubDate>", f"<pubDate>{'12 Mei ' * 30_000}")),
        "references without end": rss(item("Kabar " + "&amp;" * 200_000 + "#27;", "https://seram.example/1"), GOOD),
        "a reference of many digits": rss(item(f"Kabar &#{'9' * 100_000};", "https://seram.example/1"), GOOD),
        "namespaces without end": rss(GOOD).replace(
            "<rss ", "<rss " + " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(20_000)) + " "
        ),
        "a name of mebibytes": rss(f"<{'n' * 2 * MIB}/>", GOOD),
        "a prologue of mebibytes": "<?x ?>" * 100_000 + rss(GOOD, declaration=""),
        "json nested": '{"version": "https://jsonfeed.org/version/1.1", "items": ' + "[" * 200_000,
        "json of one name": '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "title": "Kabar baik"}'
        + ", {}" * 200_000
        + "]}",
        "json of a number without end": '{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1'
        + "0" * 100_000
        + ', "title": "Kabar baik"}]}',
        "json of nothing finite": '{"version": "https://jsonfeed.org/version/1", "items": [{"id": NaN, "title": "Kabar baik", "date_published": -Infinity}]}',
        "sitemap of very many": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        + "<url><loc>https://seram.example/</loc></url>" * 60_000
        + "</urlset>",
        "nothing but zeros": b"\x00" * 4 * MIB,
        "a program": b"\x7fELF" + bytes(range(256)) * 2_000,
        "half a UTF-16": b"\xff\xfe" + rss(GOOD, GOOD).encode("utf-16-le")[:-301],
        "a codec that unpacks": rss(GOOD, declaration='<?xml version="1.0" encoding="zlib_codec"?>'),
        "a codec that reads escapes": rss(GOOD, declaration='<?xml version="1.0" encoding="raw_unicode_escape"?>'),
        "a codec with a nul": rss(GOOD, declaration='<?xml version="1.0" encoding="utf-8\x00idna"?>'),
        "a codec that is a path": rss(GOOD, declaration='<?xml version="1.0" encoding="../../etc/passwd"?>'),
    }


DATES = {
    "year 9999": "Fri, 31 Dec 9999 23:59:59 GMT", "year 1601": "Mon, 01 Jan 1601 00:00:00 GMT", "year 0": "Sat, 01 Jan 0000 00:00:00 GMT",
    "before all time": "-4713-01-01T00:00:00Z", "month 13": "2026-13-45T99:99:99Z", "of nines": "9" * 5_000, "zone of a week": "Mon, 23 Nov 2026 05:00:00 +9999",
    "second of a century": "Mon, 23 Nov 2026 05:00:99999999999 GMT", "tomorrow's year": "Thu, 23 Nov 2034 05:00:00 GMT", "in words of harm": "$(date) `id` %n",
}  # fmt: skip

ODD = {
    "negative views": '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "-1", "title": "Kabar baik", "views": -99999999999999999999}]}',
    "an id that is a path": rss(GOOD.replace("</item>", "<guid>../../../../etc/cron.d/seram</guid></item>")),
    "an id of controls": rss(GOOD.replace("</item>", "<guid>&#27;]2;PALSU&#7;\n\r\n2026 ERROR palsu</guid></item>")),
    "an id of mebibytes": rss(GOOD.replace("</item>", f"<guid>{'g' * MIB}</guid></item>")),
    "a length below nothing": rss(
        GOOD.replace("</item>", '<enclosure url="https://a.example/x.mp3" length="-5" type="audio/mpeg"/></item>')
    ),
    "a ttl below nothing": rss("<ttl>-60</ttl><skipHours><hour>-1</hour><hour>99</hour></skipHours>", GOOD),
}


def pages() -> dict[str, str]:
    """The article pages by name; each has a good paragraph that must be found or a sentence instead."""
    words = "Warga pekon bergotong royong memperbaiki jembatan di tepi kali sejak pagi, kata kepala pekon di lokasi."
    return {
        "nested blocks": page("Kabar", words, "<div>" * 60_000 + words),
        "nested inline": page("Kabar", words, "<b><i>" * 30_000 + words),
        "nested figures": page("Kabar", words, "<figure>" * 10_000 + words),
        "many attributes": page("Kabar", words).replace("<p>", f"<p {many(20_000)}>", 1),
        "many paragraphs": page("Kabar", *[words] * 12_000),
        "many links": page("Kabar", words, '<a href="https://a.example/x">taut</a> ' * 60_000),
        "many pictures": page("Kabar", words, '<img src="https://a.example/x.jpg">' * 40_000),
        "many cells": page("Kabar", words, ("<table><tr>" + "<td>sel</td>" * 50 + "</tr></table>") * 1_000),
        "a row of spans": page("Kabar", words, '<table><tr><td colspan="99999999" rowspan="99999999">sel</td></tr></table>'),
        "one word of mebibytes": page("Kabar", words, "a" * 4 * MIB),
        "spaces of mebibytes": page("Kabar", words, " \t\n" * MIB),
        "breaks without end": page("Kabar", words, "<br>" * 200_000),
        "unclosed paragraphs": page("Kabar", words, "<p>" * 200_000),
        "dashes for the dateline": page("Kabar", "METRO (Lampungpro.co)" + " - " * 50_000 + words),
        "brackets for the credits": page("Kabar", words, "(" * 50_000 + "***" + ")" * 50_000),
        "editors without end": page("Kabar", words, "Editor: " * 40_000),
        "names without end": page("Kabar", words, "Editor: " + "Rina Sari, " * 40_000),
        "stars for the end": page("Kabar", words, "*" * 200_000),
        "dates without end": page("Kabar", "Senin, 12 Mei 2025 " * 30_000 + words),
        "JSON-LD nested": page("Kabar", words, head=f'<script type="application/ld+json">{"[" * 100_000}</script>'),
        "JSON-LD of mebibytes": page(
            "Kabar", words, head=f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{"k" * 3 * MIB}"}}</script>'
        ),
        "a base inward": page("Kabar", words, '<a href="passwd">taut</a>', head='<base href="file:///etc/">'),
        "a refresh inward": page("Kabar", words, head='<meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/">'),
        "a canonical inward": page("Kabar", words, head='<link rel="canonical" href="file:///etc/passwd">'),
        "scripts and frames": page("Kabar", words, '<script>alert(1)</script><iframe src="javascript:alert(1)"></iframe><object data="file:///etc/passwd">'),
        "forms and handlers": page("Kabar", words, '<form action="http://127.0.0.1/"><input autofocus onfocus=alert(1)></form><img src=x onerror=alert(1)>'),
        "a charset of harm": page("Kabar", words).replace('charset="utf-8"', 'charset="unicode_escape"'),
        "next pages without end": page("Kabar", words, '<a rel="next" href="file:///etc/passwd">Selanjutnya</a>'),
    }  # fmt: skip


LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)",
    "%6Aavascript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "FILE:///etc/passwd",
    "//etc/passwd\\@evil.example", "vbscript:x", "-oProxyCommand=id", "--help", "ssh://-oProxyCommand=id/x", "smb://seram/x", "vscode://x", "mailto:?attach=/etc/passwd",
    "http://baik.example@seram.example/", "http://baik.example:sandi@seram.example/", "https://", "https:///x", "https://-seram.example/", "https://seram.example:99999/",
    "http://seram.example/\r\nHost: lain", "http://seram.example/\x1b]52;c;UFdO\x07", "http://sera\u200bm.example/", "tel:112", "blob:https://x/1", "about:blank", "intent://x#Intent;end", "|touch /tmp/seram", "`id`", "$(id)",
)  # fmt: skip
"""Targets that no link of an article may have after reading, or that must come out as plain http(s)."""


@dataclass(frozen=True)
class Probed:
    """What the program made of all of it."""

    answers: dict[str, dict[str, Any]]
    articles: dict[str, dict[str, Any]]
    feeds: Ran
    pages: Ran
    program: Program
    house: House


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("documents")


@pytest.fixture(scope="module")
def probed(names: Path) -> Iterator[Probed]:
    house = House().start()
    program = Program(names)
    secret = names / "rahasia.txt"
    secret.write_text("SANGAT-RAHASIA", encoding="utf-8")
    known = {
        **feeds(secret, house),
        **{
            f"date {name}": rss(GOOD.partition("<pubDate>")[0] + f"<pubDate>{date}</pubDate></item>")
            for name, date in DATES.items()
        },
        **{f"odd {name}": document for name, document in ODD.items()},
    }
    addresses = [
        house.serve(
            f"/{number}", answered(document if isinstance(document, bytes) else document.encode(), kind="text/xml")
        )
        for number, document in enumerate(known.values())
    ]
    ran = program.run("probe", "--json", *addresses)
    told = dict(zip(known, ran.objects, strict=True))
    listed = {
        **pages(),
        "links": page("Kabar", *(f'Menurut <a href="{escape(each)}">taut</a> itu demikian adanya.' for each in LINKS)),
    }
    shown = program.run(
        "extract",
        "--json",
        *(house.serve(f"/h{n}", answered(text.encode(), kind="text/html")) for n, text in enumerate(listed.values())),
    )
    yield Probed(told, dict(zip(listed, shown.objects, strict=True)), ran, shown, program, house)
    house.stop()


FEED_NAMES = list(feeds(Path("/x"), House()))


@pytest.mark.parametrize("name", FEED_NAMES)
def test_a_feed_that_costs_is_read_in_part_or_refused_in_a_sentence(probed: Probed, name: str) -> None:
    told = probed.answers[name]
    titles = [entry["title"] for entry in told["entries"]]
    if told["ok"]:
        assert titles or name in ("sitemap of very many", "half a UTF-16")
        assert len(titles) <= 2_000
    else:
        assert told["error"]
        assert "Traceback" not in told["error"]
    assert list(troubles(json.dumps(told, ensure_ascii=False).encode())) == []
    assert "SANGAT-RAHASIA" not in json.dumps(told)
    assert max((len(title) for title in titles), default=0) <= 500


@pytest.mark.parametrize(
    "name",
    [
        "outside document type", "stylesheet", "XInclude", "entity of a file", "entity of an address", "nested markup", "nested tables", "very many labels",
        "a title of mebibytes", "bare ampersands", "many such persons", "a person as no rule likes it", "json of one name", "half a UTF-16",
    ],
)  # fmt: skip
def test_what_is_good_beside_it_is_not_lost(probed: Probed, name: str) -> None:
    assert probed.answers[name]["ok"], probed.answers[name]["error"]
    titles = {entry["title"] for entry in probed.answers[name]["entries"]}
    assert titles & {"Kabar baik", "Kabar"}


@pytest.mark.parametrize("name", DATES)
def test_a_date_that_cannot_be_is_none(probed: Probed, name: str) -> None:
    (entry,) = probed.answers[f"date {name}"]["entries"]
    at = entry["published"]
    assert at is None or datetime.fromisoformat(at) <= datetime.now(UTC)
    assert at is None or datetime.fromisoformat(at).year >= 1990


@pytest.mark.parametrize("name", ODD)
def test_an_odd_number_or_id_is_kept_in_bounds(probed: Probed, name: str) -> None:
    (entry,) = probed.answers[f"odd {name}"]["entries"]
    assert entry["title"] == "Kabar baik"
    assert entry["views"] is None or entry["views"] >= 0
    assert all(each["length"] is None or each["length"] >= 0 for each in entry["enclosures"])
    assert len(entry["id"]) <= 1_000
    assert list(troubles(json.dumps(entry, ensure_ascii=False).encode())) == []


@pytest.mark.parametrize("name", pages())
def test_a_page_that_costs_gives_its_text_or_a_sentence(probed: Probed, name: str) -> None:
    told = probed.articles[name]
    if told["ok"]:
        assert "gotong royong" in told["text"] or "taut" in told["text"]
        assert len(told["text"]) <= 2 * MIB
    else:
        assert told["error"]
    assert list(troubles(json.dumps(told, ensure_ascii=False).encode())) == []
    assert "file:" not in json.dumps(told["blocks"])
    assert "javascript:" not in json.dumps(told["blocks"])


@pytest.mark.parametrize(
    "name",
    [
        "nested blocks",
        "nested figures",
        "dashes for the dateline",
        "names without end",
        "a charset of harm",
        "scripts and frames",
    ],
)
def test_a_page_that_costs_is_still_read(probed: Probed, name: str) -> None:
    assert probed.articles[name]["ok"], probed.articles[name]["error"]


@pytest.mark.parametrize("number", range(len(LINKS)), ids=[ascii(each) for each in LINKS])
def test_a_link_leads_to_http_or_nowhere(probed: Probed, number: int) -> None:
    paragraph = probed.articles["links"]["blocks"][number]
    targets = [text for text in _strings(paragraph) if "taut" not in text and "Menurut" not in text]
    for target in targets:
        if ":" in target or target.startswith(("-", "/")):
            assert target.startswith(("http://", "https://")), target
            assert "@" not in target.split("/")[2]
            assert target.isascii() and target.isprintable() and " " not in target


def test_no_document_opened_a_file_called_an_address_or_started_a_program(probed: Probed) -> None:
    assert probed.program.events("open") == []
    assert probed.house.asked_for("/panggilan") == []
    assert probed.program.started() == []
    called = {each[1] for each in probed.program.events("socket.connect") if isinstance(each, list)}
    assert called == {str(probed.house.port)}


def test_no_document_took_more_memory_than_a_child_may_have(probed: Probed) -> None:
    assert probed.feeds.peak_bytes < 1_100 * MIB
    assert probed.pages.peak_bytes < 1_100 * MIB


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
