"""What a person types to find articles: words, "phrases", -not, and filters such as `editor:` and `daerah:`. Pure.

    kopi "lampung barat" -ekspor          all words, the phrase, and not the last one
    editor:febri judul:pasar              what this editor edited, with the word in its title
    daerah:krui media:"lampung post"      by region (any spelling of it) and by outlet
    status:belum umur:<3h ada:gambar      unread, of the last three days, with a picture
    sejak:2026-11-01 sampai:15/11/2026    by the day, in WIB
    banjir OR longsor                     either; OR parts what stands before it from what stands behind it

Anything can be typed: what is no filter of ours is taken as words, an open quote is closed at the end. Nothing here raises;
a filter that cannot be understood is left out and named in `problems`.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

LONGEST: Final = 500
"""Characters of a query that are read."""

TERMS: Final = 32


class Field(enum.StrEnum):
    """What a filter looks at."""

    TITLE = "title"
    OUTLET = "outlet"
    CATEGORY = "category"
    EDITOR = "editor"
    WRITER = "writer"
    PERSON = "person"
    REGION = "region"
    STATUS = "status"  # text: unread, read, saved, later
    HAS = "has"  # text: image, text
    SINCE = "since"
    UNTIL = "until"
    AGE = "age"


NAMES: Final = {
    "judul": Field.TITLE, "title": Field.TITLE,
    "media": Field.OUTLET, "outlet": Field.OUTLET,
    "rubrik": Field.CATEGORY, "category": Field.CATEGORY,
    "editor": Field.EDITOR, "penyunting": Field.EDITOR,
    "penulis": Field.WRITER, "writer": Field.WRITER, "pewarta": Field.WRITER, "wartawan": Field.WRITER,
    "orang": Field.PERSON, "person": Field.PERSON,
    "daerah": Field.REGION, "region": Field.REGION,
    "status": Field.STATUS,
    "ada": Field.HAS, "has": Field.HAS,
    "sejak": Field.SINCE, "since": Field.SINCE,
    "sampai": Field.UNTIL, "until": Field.UNTIL,
    "umur": Field.AGE, "age": Field.AGE,
}  # fmt: skip
"""The filters' names, in both languages of the screen."""

STATES: Final = {
    "belum": "unread", "unread": "unread", "sudah": "read", "dibaca": "read", "read": "read",
    "simpan": "saved", "tersimpan": "saved", "saved": "saved", "nanti": "later", "later": "later",
}  # fmt: skip
PARTS: Final = {
    "gambar": "image", "image": "image", "picture": "image", "foto": "image",
    "naskah": "text", "lengkap": "text", "text": "text",
}  # fmt: skip
UNITS: Final = {
    "umur": {"m": timedelta(minutes=1), "j": timedelta(hours=1), "h": timedelta(days=1), "mg": timedelta(weeks=1)},
    "age": {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)},
}
"""What an age counts in, by the name of its filter: `umur:<3h` is three days (hari), `age:<3h` three hours."""


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a query. `text` is what was typed; `phrase`: in quotes; `last`: still being typed, perhaps.

    `day` belongs to SINCE and UNTIL (in WIB); `age` to AGE, which asks for what is younger, or with `older` older than it.
    """

    text: str
    field: Field | None = None
    phrase: bool = False
    negated: bool = False
    last: bool = False
    day: date | None = None
    age: timedelta | None = None
    older: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text."""
        return tuple(_WORD.findall(self.text))


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for: all terms of any of the alternatives. `problems` are filters that were not understood."""

    alternatives: tuple[tuple[Term, ...], ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.alternatives


_WORD: Final = re.compile(r"\w+")
_TERM: Final = re.compile(
    r"(?P<minus>-)?(?:(?P<name>[A-Za-z]{3,12}):(?=[^\s:/]))?(?:\"(?P<phrase>[^\"]*)(?:\"|$)|(?P<word>[^\s\"]+))"
)
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
_AGE: Final = re.compile(r"([<>]?)(\d{1,4})([a-z]{1,2})$", re.IGNORECASE)


def parse(text: str) -> Query:
    """What a text asks for."""
    alternatives: list[list[Term]] = [[]]
    problems: list[str] = []
    given = text[:LONGEST]
    for match in _TERM.finditer(given):
        if match[0] == "OR":
            alternatives.append([])
            continue
        term = _term(match, last=match.end() == len(given))
        if term is None:
            problems.append(match[0])
        elif (term.words or term.age or term.day) and sum(map(len, alternatives)) < TERMS:
            alternatives[-1].append(term)
    return Query(tuple(tuple(terms) for terms in alternatives if terms), tuple(problems))


def _term(match: re.Match[str], *, last: bool) -> Term | None:
    """A part of a query; None for a filter that cannot be understood."""
    name, phrase = (match["name"] or "").lower(), match["phrase"]
    field = NAMES.get(name)
    said = phrase if phrase is not None else match["word"]
    negated = match["minus"] is not None
    match field:
        case Field.STATUS | Field.HAS:
            known = (STATES if field is Field.STATUS else PARTS).get(said.casefold())
            return Term(known, field, negated=negated) if known is not None else None
        case Field.SINCE | Field.UNTIL:
            day = _day(said)
            return Term(said, field, negated=negated, day=day) if day is not None else None
        case Field.AGE:
            found = _AGE.match(said)
            unit = UNITS[name].get(found[3].lower()) if found is not None else None
            if found is None or unit is None:
                return None
            return Term(said, field, negated=negated, age=unit * int(found[2]), older=found[1] == ">")
    if name and field is None:
        # A colon in what is no filter: a time, a label.
        said = f"{match['name']} {said}"
    return Term(said, field, phrase=phrase is not None, negated=negated, last=last and phrase is None)


def _day(text: str) -> date | None:
    """A day as it is written: `2026-11-01`, or day first, `1/11/2026`."""
    iso, day_first = _ISO_DAY.match(text), _DAY_FIRST.match(text)
    try:
        if iso is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if day_first is not None:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
    except ValueError:
        return None
    return None


def folded(text: str) -> str:
    """A text as names are compared: without case, accents, dots and doubled spaces."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(_WORD.findall(plain.casefold()))


def quoted(field: str, text: str) -> str:
    """A filter as a person would type it: `orang:"Febri Arianto"`."""
    return f'{field}:"{text.replace(chr(34), " ").strip()}"'
