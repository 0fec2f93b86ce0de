"""What an enemy writes into headlines, names and texts, each as one case with a number by which it is known on the screen."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from tests.hostile.house import House, answered, dated, item, page, rss

ESC, CSI, OSC, BEL = "\x1b", "\x9b", "\x9d", "\x07"
CLIPBOARD = "52;c;UFdOCg=="

Builder = Callable[["Text", int, House], bytes]


@dataclass(frozen=True)
class Text:
    """A case: its name, what stands in every field, and how the document is made.

    `shown` is what a reader must find on the screen of it (honest text, and markup as it was written); `gone` what must be
    nowhere, on the screen or in the cache.
    """

    name: str
    poison: str
    build: str = "raw"
    shown: str = ""
    gone: tuple[str, ...] = ()

    def title(self, number: int) -> str:
        """The headline, known by its number."""
        return f"Kasus {number:03d} {self.poison} tamat"


def _controls() -> list[Text]:
    raw = {
        "colour": f"{ESC}[31mMERAH{ESC}[0m", "window title by BEL": f"{ESC}]2;JUDULPALSU{BEL}",
        "window title by ST": f"{ESC}]0;JUDULPALSU{ESC}\\", "icon name": f"{ESC}]1;JUDULPALSU{BEL}",
        "clipboard": f"{ESC}]{CLIPBOARD}{BEL}", "clipboard asked for": f"{ESC}]52;c;?{BEL}",
        "hyperlink": f"{ESC}]8;;file:///etc/passwd{ESC}\\klik{ESC}]8;;{ESC}\\",
        "picture of iTerm2": f"{ESC}]1337;File=inline=1:UFdO{BEL}", "palette": f"{ESC}]4;1;rgb:ff/00/ff{BEL}",
        "ground asked for": f"{ESC}]11;?{BEL}", "notification": f"{ESC}]9;PALSU{BEL}",
        "working folder": f"{ESC}]7;file:///etc{BEL}", "device control": f"{ESC}Pq#0;2;0;0;0#0~~{ESC}\\",
        "program command": f"{ESC}_Ga=T,f=100;UFdO{ESC}\\", "privacy message": f"{ESC}^PALSU{ESC}\\",
        "start of string": f"{ESC}XPALSU{ESC}\\", "reset": f"{ESC}c", "soft reset": f"{ESC}[!p",
        "status asked for": f"{ESC}[6n{ESC}[c{ESC}[>c", "title asked for": f"{ESC}[21t", "screen wiped": f"{ESC}[2J{ESC}[1;1HPALSU",
        "alternate screen left": f"{ESC}[?1049lPALSU", "mouse on": f"{ESC}[?1003h{ESC}[?1006h",
        "paste marks": f"{ESC}[201~PALSU", "scroll region": f"{ESC}[5;6r", "insert mode": f"{ESC}[4h",
        "cursor hidden": f"{ESC}[?25l", "saved and restored": f"{ESC}7{ESC}[1;1HPALSU{ESC}8",
        "letters exchanged": "\x0e PALSU \x0f", "character set": f"{ESC}(0", "keyboard locked": f"{ESC}[2h",
        "tmux passthrough": f"{ESC}Ptmux;{ESC}{ESC}]{CLIPBOARD}{BEL}{ESC}\\", "unfinished string": f"{ESC}]2;PALSU",
        "bell": BEL * 5, "backspaces": "aman" + "\b" * 4 + "PALSU", "carriage return": "aman\rPALSU", "form feed": "aman\x0cPALSU",
        "vertical tab": "aman\x0bPALSU", "nul": "aman\x00PALSU", "delete": "aman\x7f\x7fPALSU", "substitute": "aman\x1aPALSU",
        "line breaks": "aman\n\n\nPALSU", "tabs": "aman\t\t\tPALSU",
    }  # fmt: skip
    return [Text(name, poison) for name, poison in raw.items()]


def _disguises() -> list[Text]:
    return [
        Text("C1 of CSI", f"{CSI}31mMERAH{CSI}2J"),
        Text("C1 of OSC", f"{OSC}2;JUDULPALSU\x9c"),
        Text("C1 of the rest", "\x84\x85\x88\x8d\x90\x98\x9e\x9fPALSU"),
        Text("ESC by number", "&#27;[31mMERAH&#27;]2;JUDULPALSU&#7;", "as it is"),
        Text("ESC by hexadecimal number", "&#x1b;[2J&#x1B;]52;c;UFdOCg==&#x07;", "as it is"),
        Text("ESC by a number with zeros", "&#00000027;[31mMERAH&#x000000001b;[0m", "as it is"),
        Text("C1 by number", "&#155;31mMERAH&#x9b;2J&#157;2;JUDULPALSU&#156;", "as it is"),
        Text("ESC escaped twice", "&amp;#27;[31mMERAH&amp;#x1b;[2J", "as it is"),
        Text("ESC escaped three times", "&amp;amp;#27;[31mMERAH", "as it is"),
        Text("ESC in CDATA", f"<![CDATA[{ESC}]2;JUDULPALSU{BEL}]]>", "as it is"),
        Text("ESC by number in CDATA", "<![CDATA[&#27;]2;JUDULPALSU&#7;]]>", "as it is"),
        Text("ESC by name", "&Tab;&NewLine;&ZeroWidthSpace;&lrm;&rlm;&shy;PALSU", "as it is"),
        Text("ESC in UTF-7", "+ABs-[31mMERAH+ABs-]2;JUDULPALSU+AAc-", "utf-7"),
        Text("ESC by escapes of Python", r"\x1b[31mMERAH\u009b2J", "unicode_escape"),
        Text("ESC in UTF-16", f"{ESC}[31mMERAH{ESC}]2;JUDULPALSU{BEL}", "utf-16"),
        Text("ESC in ISO-2022-JP", f"{ESC}$B%K%e!<%9{ESC}(BPALSU", "iso-2022-jp"),
        Text("C1 in Latin-1", f"{CSI}31mMERAH", "latin-1"),
        Text("ESC overlong", "aman\udcc0\udc9b[31mMERAH\udce0\udc80\udc9b[2J", "bytes"),
        Text("bytes that are no UTF-8", "aman\udc9b31mMERAH\udcff\udcfe\udced\udca0\udc80", "bytes"),
        Text("ESC by escape in JSON", f"{ESC}]2;JUDULPALSU{BEL}{CSI}31m", "json"),
        Text("lone surrogates in JSON", "aman\ud800PALSU\udfff", "json"),
        Text("ESC of WordPress", f"{ESC}[31mMERAH&#27;]2;JUDULPALSU&#7;", "wordpress"),
        Text("surrogate by number", "aman&#xD800;PALSU&#xDFFF;", "as it is"),
        Text("number beyond Unicode", "aman&#x110000;PALSU&#99999999999;", "as it is"),
        Text("name of an entity that nobody knows", "aman&rahasia;PALSU", "as it is"),
    ]


def _unseen() -> list[Text]:
    hidden = {
        "right to left override": "\u202egnasup\u202c", "left to right override": "\u202dPALSU\u202c",
        "embeddings": "\u202bPALSU\u202a\u202c", "isolates": "\u2066PALSU\u2067\u2068\u2069", "marks of direction": "\u200e\u200f\u061cPALSU",
        "zero width space": "PAL\u200bSU", "word joiners": "PAL\u2060\u2061\u2062\u2063\u2064SU", "byte order mark": "PAL\ufeffSU",
        "soft hyphen": "PAL\u00adSU", "Mongolian vowel separator": "PAL\u180eSU", "shaping switches": "PAL\u206a\u206b\u206c\u206d\u206e\u206fSU",
        "Hangul fillers": "PAL\u115f\u1160\u3164\uffa0SU", "annotation": "PAL\ufff9\ufffa\ufffbSU", "line separators": "PAL\u2028\u2029SU",
    }  # fmt: skip
    return [
        *(
            Text(name, poison, gone=tuple({each for each in poison if ord(each) > 0xA0}))
            for name, poison in hidden.items()
        ),
        Text("tags", "PALSU" + "".join(chr(0xE0000 + ord(each)) for each in "abaikan perintah"), gone=("\U000e0061",)),
        Text("marks that climb", "Z" + "\u0301\u0336\u0347" * 40 + "algo", gone=("\u0301\u0336\u0347" * 3,)),
        Text("marks that climb by number", "Z" + "&#x301;" * 200 + "algo", "as it is", gone=("\u0301" * 5,)),
    ]


def _markup() -> list[Text]:
    written = (
        "[@click=app.quit]klik[/]", "[/b] aduh", "[/] aduh", "[bold red]TEBAL[/]", "[link=file:///etc/passwd]buka[/link]",
        "[ @click=app.quit]klik[/]", "[$primary @click=app.bell]klik[/]", "[100% @click=screen.dismiss]klik[/]",
        "[a=b]x[/a]", "[@mouse.enter=app.quit]lewat[/]", "[Video] Pasar", "\\[bold]garis\\", "[[ganda]]", ":smile: :skull:",
        "[", "]", "$text-error", "[on red]", "{0.__class__.__mro__}", "{title} {n} {name}", "%s %d %n %(judul)s", "${HOME} $(id) `id`",
        "'; DROP TABLE article; --", '" OR title MATCH "x', "NEAR(a b) AND * ^ -", "../../../../etc/passwd", "C:\\Windows\\aman",
        "-oProxyCommand=id", "--help", "=HYPERLINK(1)", "# judul **tebal** [x](y)", "<% aduh %>", "null", "\\x1b[31m",
    )  # fmt: skip
    return [Text(f"written {words}", words, "escaped", shown=words) for words in written]


def _honest() -> list[Text]:
    spoken = {
        "Arabic": "مرحبا بالعالم", "Hebrew": "שלום עולם", "Persian with a joiner": "می\u200cخواهم", "Devanagari": "क्\u200dष नमस्ते",
        "Thai": "ข่าวลำปุง", "Tamil": "செய்தி", "Chinese": "楠榜新闻", "Korean": "람풍 뉴스", "Vietnamese in pieces": "Vie\u0323\u0302t Nam",
        "family": "👨\u200d👩\u200d👧\u200d👦", "heart": "❤\ufe0f", "flag": "🇮🇩", "skin": "👍🏽", "keycap": "1\ufe0f\u20e3",
        "Javanese letters": "ꦲꦏ꧀ꦱꦫ", "Indonesian quotes": "“Pasar” – Jum’at", "ampersand": "Kopi & Teh <segar>",
    }  # fmt: skip
    return [Text(f"honest {name}", words, "escaped", shown=words) for name, words in spoken.items()]


TEXTS: tuple[Text, ...] = (*_controls(), *_disguises(), *_unseen(), *_markup(), *_honest())


# --------------------------------------------------------------------------- documents


def install(house: House) -> dict[str, str]:
    """Serves each case's feed and page; the feeds' addresses by their ids, the first case's being the newest."""
    feeds = {}
    for number, case in enumerate(TEXTS):
        build, kind = _BUILDERS[case.build]
        feeds[f"k{number:03d}"] = house.serve(f"/umpan/{number:03d}", answered(build(case, number, house), kind=kind))
        house.serve(f"/kisah/{number:03d}", answered(_page(case, number), kind="text/html; charset=utf-8"))
    return feeds


def _link(number: int, house: House) -> str:
    return f"{house.origin}/kisah/{number:03d}"


def _rss(case: Text, number: int, house: House, title: str, poison: str) -> str:
    names = f"<dc:creator>Penulis {poison} ujung</dc:creator><category>Label {poison} ujung</category>"
    return rss(item(title, _link(number, house), names, minutes=number + 1, description=f"Teras {poison} ujung"))


def _raw(case: Text, number: int, house: House) -> bytes:
    return _rss(case, number, house, case.title(number), case.poison).encode()


def _bytes(case: Text, number: int, house: House) -> bytes:
    return _rss(case, number, house, case.title(number), case.poison).encode("utf-8", errors="surrogateescape")


def _escaped(case: Text, number: int, house: House) -> bytes:
    return _rss(case, number, house, escape(case.title(number)), escape(case.poison)).encode()


def _coded(codec: str, written: str | None = None) -> Builder:
    def build(case: Text, number: int, house: House) -> bytes:
        text = _rss(case, number, house, case.title(number), case.poison)
        text = text.replace('encoding="UTF-8"', f'encoding="{codec}"')
        return text.encode(written or codec)

    return build


def _json(case: Text, number: int, house: House) -> bytes:
    told = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Media Seram",
        "items": [
            {"id": f"k{number}", "title": case.title(number), "url": _link(number, house), "summary": f"Teras {case.poison} ujung",
             "authors": [{"name": f"Penulis {case.poison} ujung"}], "tags": [case.poison], "date_published": _iso(number)}
        ],
    }  # fmt: skip
    return json.dumps(told).encode()


def _wordpress(case: Text, number: int, house: House) -> bytes:
    post = {
        "id": number, "date_gmt": _iso(number).removesuffix("Z"), "link": _link(number, house),
        "title": {"rendered": case.title(number)}, "excerpt": {"rendered": f"Teras {case.poison} ujung"},
        "content": {"rendered": ""}, "_embedded": {"author": [{"name": f"Penulis {case.poison}"}]},
    }  # fmt: skip
    return json.dumps([post]).encode()


def _iso(number: int) -> str:
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(dated(number + 1)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _page(case: Text, number: int) -> bytes:
    """The page behind the headline, with the same in its title, names, caption and text."""
    poison = escape(case.poison) if case.build == "escaped" else case.poison
    title = escape(case.title(number)) if case.build == "escaped" else case.title(number)
    text = page(
        title,
        f"Isi {number:03d} dibuka dengan {poison} di tengah alinea yang cukup panjang untuk disebut berita.",
        f'Kata <b>{poison}</b> tebal, <a href="https://lampung.example/{number}">{poison}</a> bertaut, dan <code>{poison}</code>.',
        f"Alinea ketiga menutup kisah ini dengan tenang dan jelas di akhir. Ujung {number:03d}.",
        f"Editor: Rina {poison} Wulandari",
        author=f"Rina {poison} Wulandari",
    )
    return text.encode("utf-8", errors="surrogateescape" if case.build == "bytes" else "replace")


_BUILDERS: dict[str, tuple[Builder, str]] = {
    "raw": (_raw, "application/rss+xml; charset=utf-8"),
    "as it is": (_raw, "application/rss+xml; charset=utf-8"),
    "bytes": (_bytes, "application/rss+xml"),
    "escaped": (_escaped, "application/rss+xml; charset=utf-8"),
    "utf-7": (_coded("utf-7", "ascii"), "application/rss+xml"),
    "unicode_escape": (_coded("unicode_escape", "ascii"), "application/rss+xml"),
    "utf-16": (_coded("utf-16"), "application/rss+xml"),
    "iso-2022-jp": (_coded("iso-2022-jp", "utf-8"), "application/rss+xml"),
    "latin-1": (_coded("iso-8859-1", "latin-1"), "application/rss+xml"),
    "json": (_json, "application/feed+json"),
    "wordpress": (_wordpress, "application/json"),
}
