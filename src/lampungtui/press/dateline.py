"""The dateline: place and agency at the head of a text, in the forms that Indonesian outlets use.

A false dateline eats words of the article, so every form is anchored at the very start, needs its separator, and a place
without an agency counts only when it is a known one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from lampungtui.foreign import Line, clean_line
from lampungtui.model import Dateline
from lampungtui.press.dates import DAYS_ID, MONTHS_ID
from lampungtui.press.outlets_named import outlet_pattern
from lampungtui.press.regions import region_of_place

HEAD_LIMIT: Final = 120
"""Characters within which a dateline ends."""

_SPACE: Final = r"[ \t\xa0\n]"
_DASH: Final = rf"{_SPACE}*(?:-{{1,3}}|[–—]){_SPACE}*"
_SEPARATOR: Final = rf"(?:{_DASH}|{_SPACE}*:{_SPACE}*)"
_WORD: Final = r"[A-Z][\w'’]*"
_PLACE: Final = rf"{_WORD}(?:{_SPACE}+{_WORD}){{0,3}}"
_LOOSE_PLACE: Final = rf"{_WORD}(?:{_SPACE}+[^\W\d_][\w'’]*){{0,3}}"
_CODE: Final = r"[A-Z]{2,6}"
_DATE: Final = r"\d{1,2}/\d{1,2}(?:/\d{2,4})?"
_DAY: Final = rf"(?:{'|'.join(DAYS_ID)}|Jum['’]at|Ahad){_SPACE}*,?{_SPACE}*"
_DATE_IN_WORDS: Final = rf"\d{{1,2}}{_SPACE}+(?:{'|'.join(MONTHS_ID)}){_SPACE}+\d{{4}}"
_PARTNER: Final = r"(?:/[A-Z][\w\-]{1,20})?"
"""The agency that ANTARA has a text from: `(ANTARA/Anadolu)`."""
_CAPITALS: Final = re.compile(r"[A-Z][A-Z'’]{2,}(?:[ \xa0]+[A-Z][A-Z'’]+){0,3}")
_NO_PLACE: Final = frozenset(
    {
        "info", "info nasional", "info bisnis", "berita", "update", "breaking", "video", "foto", "opini", "editorial",
        "kolom", "catatan", "advertorial", "lampung77", "viral", "heboh", "kabar", "siaran pers", "oleh", "editor",
        "penulis", "reporter", "sumber", "laporan", "rilis", "news", "exclusive", "eksklusif", "wow", "awas", "stop",
    }
)  # fmt: skip


@lru_cache(maxsize=64)
def _forms(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    agency = outlet_pattern(names)
    own = "|".join(re.escape(name).replace(r"\ ", r"\s*") for name in names if name.strip())
    # BINTANGPOST : ... : a colon is prose's too, so only the outlet's own name, in capitals, stands before one.
    named = (rf"(?P<agency>(?i:{own}))(?<=[A-Z]){_SPACE}*:{_SPACE}+",) if own else ()
    forms = (
        # METRO (Lampungpro.co): ... / Bandarlampung (ANTARA) - ... / Bandar Lampung, (SL) – ...
        # Sukadana, Lampung Timur (ANTARA) - ... / Bandarlampung, 28/11 (ANTARA) - ...
        rf"(?P<place>{_LOOSE_PLACE})(?:{_SPACE}*,{_SPACE}*(?:(?P<around>{_PLACE})|{_DATE}))?{_SPACE}*,?{_SPACE}*"
        rf"\({_SPACE}*(?:(?P<agency>(?i:{agency}){_PARTNER})|(?P<code>{_CODE}))"
        rf"{_SPACE}*\){_SEPARATOR}",
        # Saibumi.com (SMSI Lampung) Way Kanan - ...
        rf"(?P<agency>(?i:{agency})){_SPACE}*\([^()]{{2,30}}\){_SPACE}*(?P<place>{_PLACE}){_DASH}",
        # TRIBUNLAMPUNG.CO.ID, METRO - ... / Liputan6.com, Jakarta -... / KBRN, Bandarlampung: ...
        rf"(?P<agency>(?i:{agency})){_SPACE}*,{_SPACE}*(?P<place>{_PLACE})(?:,{_SPACE}*{_PLACE})?{_SEPARATOR}",
        # SUMEKS.CO- TANGGAMUS- ... / posmetro.co –Jakarta: ...
        rf"(?P<agency>(?i:{agency})){_DASH}(?P<place>{_CAPITALS.pattern}|{_PLACE}(?={_SPACE}*:)){_SEPARATOR}",
        # TRIBUNLAMPUNG.CO.ID PESISIR BARAT - ...
        rf"(?P<agency>(?i:{agency})){_SPACE}+(?P<place>{_CAPITALS.pattern}){_DASH}",
        # JAKARTA, KOMPAS.com -... / Jakarta, CNBC Indonesia - ... / Berita Bandar Lampung, Jejamo.com – ...
        rf"(?:Berita{_SPACE}+)?(?P<before>{_LOOSE_PLACE}){_SPACE}*,{_SPACE}*(?P<agency>(?i:{agency})|KOMPAS){_SEPARATOR}",
        # Liputan6.com, JakartaKita ...: the dash was lost
        rf"(?P<agency>(?i:{agency})){_SPACE}*,{_SPACE}*(?P<known>[A-Z][a-z]+(?:{_SPACE}[A-Z][a-z]+)?)(?=[A-Z][a-z])",
        # LAMPUNG SELATAN. ...
        rf"(?P<known>{_CAPITALS.pattern})\.{_SPACE}+(?=[\"“'‘]?[A-Z])",
        # WIRALAGA (12/11/2019) - ...
        rf"(?P<known>{_PLACE}){_SPACE}*\({_SPACE}*{_DATE}{_SPACE}*\){_DASH}",
        # Bandar Lampung, 28 November 2026 – ... / Bandar Lampung, Sabtu (28/11/2026) - ...: how releases begin
        rf"(?P<known>{_PLACE}){_SPACE}*,{_SPACE}*(?:{_DAY})?(?:{_DATE_IN_WORDS}|\({_DATE}\)|{_DATE}){_DASH}",
        # LAMPUNG TENGAH : ... / TULANGBAWANG | ...: prose has no place in capitals before these
        rf"(?P<known>{_CAPITALS.pattern}){_SPACE}*[:|]{_SPACE}*(?=[\"“'‘]?[A-Z])",
        # TRIBUNJATENG.COM - ... / TRIBUN-BALI.COM,- ... / Suara.com - ...
        rf"(?P<agency>(?i:{agency})){_SPACE}*,?{_DASH}",
        *named,
    )
    return tuple(re.compile(form) for form in forms)


_SHORT: Final = frozenset({"DKI", "DIY", "IKN", "NTB", "NTT", "OKI", "OKU"})
"""Short names that stay in capitals."""

_NO_FIRST_WORD: Final = frozenset(
    {
        "bupati", "gubernur", "presiden", "wali", "walikota", "wakil", "kapolres", "kapolda", "kapolsek", "menteri", "ketua",
        "kepala", "polisi", "kpk", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad", "warga", "tol",
        "jalan", "bank", "partai", "dinas",
    }
)  # fmt: skip
"""First words that no dateline's place has."""

_ABROAD: Final = frozenset(
    {
        "tokyo", "osaka", "london", "paris", "berlin", "washington", "new york", "beijing", "shanghai", "hong kong",
        "singapura", "kuala lumpur", "bangkok", "manila", "hanoi", "seoul", "sydney", "canberra", "new delhi", "dubai",
        "doha", "riyadh", "mekkah", "makkah", "madinah", "jeddah", "kairo", "istanbul", "ankara", "moskow", "kyiv", "gaza",
        "yerusalem", "teheran", "jenewa", "roma", "madrid", "barcelona", "milan", "manchester", "brussel", "dili",
    }
)  # fmt: skip
"""Towns abroad from which is filed, in lower case."""

_COUNTRIES: Final = frozenset(
    {
        "palestina", "israel", "lebanon", "suriah", "iran", "irak", "yordania", "mesir", "turki", "turkiye",
        "qatar", "yaman", "arab saudi", "uni emirat arab", "amerika serikat", "as", "inggris", "prancis", "jerman",
        "italia", "spanyol", "belanda", "belgia", "swiss", "rusia", "ukraina", "china", "tiongkok", "jepang",
        "korea selatan", "india", "pakistan", "thailand", "malaysia", "vietnam", "filipina", "kamboja", "laos",
        "myanmar", "australia", "timor leste", "brasil", "argentina", "kanada", "meksiko", "afrika selatan",
    }
)  # fmt: skip
"""Countries behind a town abroad, in lower case: `Gaza City, Palestina (ANTARA) - `."""

_BARE: Final = re.compile(rf"(?P<place>{_PLACE})(?P<more>{_SPACE}*,{_SPACE}*{_PLACE})?,?{_DASH}(?=[\"“'‘(]?[A-Z0-9])")


def read_dateline(text: str, names: Sequence[str] = ()) -> tuple[Dateline, int] | None:
    """The dateline at the head of a paragraph and the offset where its prose starts, or None.

    `names` are the forms in which the outlet names itself. A place in capitals is given in title case.
    """
    head = text[:HEAD_LIMIT]
    for form in _forms(tuple(names)):
        match = form.match(head)
        if match is None or match.end() >= len(text):
            continue
        groups = match.groupdict()
        agency, code = groups.get("agency"), groups.get("code")
        place = groups.get("place") or groups.get("known") or groups.get("before")
        around = groups.get("around")
        if around is not None and region_of_place(around) is None and around.casefold() not in _COUNTRIES:
            continue
        # `Rina Sari, Kompas.com - ` is a person and her desk: before a comma, two words are a place only in capitals.
        doubtful = len((groups.get("before") or "").split()) > 1 and not (place or "").isupper()
        if place is not None and not _can_be_place(place, surely=bool(code or groups.get("known") or doubtful)):
            continue
        if place is None and "." not in match[0] and not match[0][-1:].isspace():
            # `VIVA - `, but not the first half of `Viva-vivaan`.
            continue
        agency = agency or code
        return Dateline(_place(place), clean_line(agency) if agency else None), match.end()
    return _bare_place(text, head)


def _can_be_place(place: str, *, surely: bool) -> bool:
    """Whether a dateline may name this place; `surely`, or with a word in lower case, only a known one counts."""
    words = place.casefold().split()
    if place.casefold() in _NO_PLACE or words[0] in _NO_FIRST_WORD:
        return False
    return _is_known(place) or not (surely or any(word[0].islower() for word in place.split()))


def _is_known(place: str) -> bool:
    return region_of_place(place) is not None or place.casefold() in _ABROAD


def _bare_place(text: str, head: str) -> tuple[Dateline, int] | None:
    """`KOTABUMI - `, `Tanggamus, Lampung – `: a place alone, if it is a known one (`PSSI - ` is none)."""
    match = _BARE.match(head)
    if match is None or match.end() >= len(text):
        return None
    place = match["place"]
    capitals = _CAPITALS.fullmatch(place) is not None
    if match["more"] is not None and region_of_place(match["more"].strip(" ,\xa0")) is None:
        return None
    if not _is_known(place):
        return None
    # "Jakarta - Bandung" is a way from one town to the other, not a dateline; with a node between, it is one.
    dash = head[match.end("more") if match["more"] else match.end("place") : match.end()]
    if not capitals and "\n" not in dash and _other_place(text[match.end() : match.end() + HEAD_LIMIT], place):
        return None
    return Dateline(_place(place), None), match.end()


def _other_place(text: str, place: str) -> bool:
    """Whether `text` begins with the name of another known place, of up to three words."""
    words = text.split()[:3]
    starts = (" ".join(words[:count]) for count in range(1, len(words) + 1))
    return any(_is_known(start) and start.casefold() != place.casefold() for start in starts)


def _place(place: str | None) -> Line | None:
    if place is None:
        return None
    cleaned = clean_line(place)
    if not cleaned.isupper():
        return cleaned
    return clean_line(" ".join(word if word in _SHORT else word.capitalize() for word in cleaned.split()))
