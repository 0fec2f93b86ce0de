"""What a person types to find articles: words, "phrases", -not, and filters such as `editor:` and `daerah:`. Pure.

    kopi "lampung barat" -ekspor          all words, the phrase, and not the last one
    editor:febri judul:pasar              what this editor edited, with the word in its title
    daerah:krui media:"lampung post"      by region (any spelling of it) and by outlet
    status:belum umur:<3h ada:gambar      unread, of the last three days, with a picture
    sejak:2026-11-01 sampai:kemarin       by the day, in WIB; also a weekday (the last one), a month (2026-11), a year
    banjir OR longsor                     either; OR parts what stands before it from what stands behind it
    metro (banjir OR longsor) -(uji coba) parentheses group; judul:(banjir OR longsor) looks for both in titles

The same language is used for searches, saved views, and rules that mute and highlight. Anything can be typed: what is no
filter of ours is taken as words, an open quote or parenthesis is closed at the end. Nothing here raises; what cannot be
understood is left out and named in `problems`, with its place.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Final

LONGEST: Final = 500
"""Characters of a query that are read."""

TERMS: Final = 32
"""Parts of a query that are read."""

ALTERNATIVES: Final = 32
"""Alternatives that parentheses may multiply to."""

DEPTH: Final = 8
"""How deep parentheses may nest."""


class Field(enum.StrEnum):
    """What a filter looks at."""

    TITLE = "title"
    OUTLET = "outlet"
    CATEGORY = "category"
    EDITOR = "editor"
    WRITER = "writer"
    PERSON = "person"
    REGION = "region"
    TAG = "tag"
    STATUS = "status"  # text: unread, read, saved, later, hidden, muted
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
    "tag": Field.TAG, "label": Field.TAG,
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
    "disembunyikan": "hidden", "tersembunyi": "hidden", "hidden": "hidden",
    "dibungkam": "muted", "bungkam": "muted", "dibisukan": "muted", "muted": "muted",
}  # fmt: skip
PARTS: Final = {
    "gambar": "image", "image": "image", "picture": "image", "foto": "image",
    "naskah": "text", "lengkap": "text", "text": "text",
}  # fmt: skip
_MINUTE, _HOUR, _DAY, _WEEK = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
UNITS: Final = {
    "umur": {"m": _MINUTE, "menit": _MINUTE, "j": _HOUR, "jam": _HOUR, "h": _DAY, "hari": _DAY, "mg": _WEEK,
             "minggu": _WEEK},
    "age": {"m": _MINUTE, "min": _MINUTE, "h": _HOUR, "hours": _HOUR, "d": _DAY, "days": _DAY, "w": _WEEK,
            "weeks": _WEEK},
}  # fmt: skip
"""What an age counts in, by the name of its filter: `umur:<3h` is three days (hari), `age:<3h` three hours."""

DAYS_AGO: Final = {"hari ini": 0, "today": 0, "kemarin": 1, "yesterday": 1, "kemarin lusa": 2}
WEEKDAYS: Final = {
    "senin": 0, "monday": 0, "selasa": 1, "tuesday": 1, "rabu": 2, "wednesday": 2, "kamis": 3, "thursday": 3,
    "jumat": 4, "friday": 4, "sabtu": 5, "saturday": 5, "minggu": 6, "ahad": 6, "sunday": 6,
}  # fmt: skip
OR_WORDS: Final = frozenset({"OR", "ATAU"})


class Trouble(enum.StrEnum):
    """Why a part of a query was left out."""

    STATUS = "status"  # no status that we know
    PART = "part"  # nothing that an article can have
    DAY = "day"  # no day
    AGE = "age"  # no age
    NOTHING = "nothing"  # a filter with nothing behind its colon
    CLOSING = "closing"  # a closing parenthesis with no opening one
    LONG = "long"  # beyond the characters or parts that are read
    TANGLED = "tangled"  # parentheses that multiply to too many alternatives


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of a query that was left out: why, what was typed, and where (characters from `start` to before `end`)."""

    trouble: Trouble
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a query. `text` is what was typed; `phrase`: in quotes; `last`: still being typed, perhaps.

    `day` belongs to SINCE and UNTIL (in WIB), `last_day` where a month or a year was typed, `days_ago` and `weekday` (0 is
    Monday) where the day depends on today; `age` to AGE, which asks for what is younger, or with `older` older than it.
    """

    text: str
    field: Field | None = None
    phrase: bool = False
    negated: bool = False
    last: bool = False
    day: date | None = None
    age: timedelta | None = None
    older: bool = False
    last_day: date | None = None
    days_ago: int | None = None
    weekday: int | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text."""
        return tuple(_WORD.findall(self.text))

    def span(self, today: date) -> tuple[date, date]:
        """The first and the last day that a SINCE or UNTIL means. A weekday is the last one, today included."""
        if self.days_ago is not None:
            day = today - timedelta(days=self.days_ago)
        elif self.weekday is not None:
            day = today - timedelta(days=(today.weekday() - self.weekday) % 7)
        else:
            day = self.day or today
        return day, self.last_day or day


Alternatives = tuple[tuple[Term, ...], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for: all terms of any of the alternatives. `problems` are parts that were not understood."""

    alternatives: Alternatives = ()
    problems: tuple[Problem, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.alternatives

    @property
    def worded(self) -> bool:
        """Whether words are asked for, by which articles can be more or less relevant."""
        return any(
            each.field in (None, Field.TITLE) and not each.negated for terms in self.alternatives for each in terms
        )

    @property
    def by_the_clock(self) -> bool:
        """Whether it finds others as time passes: an age, or a day that depends on today, is asked for."""
        terms = [each for terms in self.alternatives for each in terms]
        return any(each.age is not None or each.days_ago is not None or each.weekday is not None for each in terms)

    def asks(self, field: Field) -> bool:
        """Whether a filter of this kind is part of it."""
        return any(each.field is field for terms in self.alternatives for each in terms)


_WORD: Final = re.compile(r"[^\W_]+")
_PART: Final = re.compile(
    r"(?P<close>\))|(?P<minus>-)?(?:"
    r"(?:(?P<group>[A-Za-z]{3,12}):)?(?P<open>\()"
    r"|(?:(?P<name>[A-Za-z]{3,12}):(?:(?=[^\s:/()])|(?=\s|$|\))))?(?:\"(?P<phrase>[^\"]*)(?:\"|$)|(?P<word>[^\s\"()]+))?"
    r")"
)
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_AGE: Final = re.compile(r"([<>]?)(\d{1,4})([a-z]{1,7})$", re.IGNORECASE)


def parse(text: str, *, typing: bool = True) -> Query:
    """What a text asks for. While somebody is `typing`, its last word may be the beginning of a word; in a query that was
    saved, or that a rule has, it is whole.
    """
    reader = _Reader(text, typing=typing)
    alternatives = reader.alternatives()
    return Query(tuple(terms for terms in alternatives if terms), tuple(reader.problems))


class _Reader:
    """Reads one query from left to right."""

    def __init__(self, text: str, *, typing: bool) -> None:
        self._typing = typing
        self._text = text[:LONGEST]
        self._parts = list(self._split())
        self._at = 0
        self._terms = 0
        self.problems: list[Problem] = []
        if len(text) > LONGEST:
            self._complain(Trouble.LONG, LONGEST, len(text), text)

    def _split(self) -> Iterator[re.Match[str]]:
        at = 0
        while at < len(self._text):
            match = _PART.match(self._text, at)
            if match is None or not match[0]:
                at += 1
                continue
            yield match
            at = match.end()

    def alternatives(self, depth: int = 0, field: Field | None = None) -> Alternatives:
        """Everything up to the end, or up to the parenthesis that closes this group."""
        found: list[tuple[Term, ...]] = []
        both: Alternatives = ((),)
        while self._at < len(self._parts):
            part = self._parts[self._at]
            self._at += 1
            if part["close"] is not None:
                if depth:
                    break
                self._complain(Trouble.CLOSING, part.start(), part.end())
            elif part[0] in OR_WORDS:
                found += (terms for terms in both if terms)
                both = ((),)
            elif part["open"] is not None:
                both = self._and(both, self._group(part, depth, field), part)
            else:
                term = self._read(part, field)
                if term is not None:
                    both = self._and(both, ((term,),), part)
        return (*found, *(terms for terms in both if terms))

    def _group(self, part: re.Match[str], depth: int, field: Field | None) -> Alternatives:
        name = (part["group"] or "").lower()
        if depth >= DEPTH:
            self._complain(Trouble.TANGLED, part.start(), part.end())
            return ()
        inside = self.alternatives(depth + 1, NAMES.get(name, field))
        if part["minus"] is None or not inside:
            return inside
        # Not (a b OR c) is (not a OR not b) and not c: one alternative for each way to leave one of each out.
        count = 1
        for terms in inside:
            count *= len(terms)
        if count > ALTERNATIVES:
            self._complain(Trouble.TANGLED, part.start(), part.end())
            return ()
        return tuple(tuple(replace(term, negated=not term.negated) for term in ways) for ways in product(*inside))

    def _and(self, one: Alternatives, other: Alternatives, part: re.Match[str]) -> Alternatives:
        if not other:
            return one
        if len(one) * len(other) > ALTERNATIVES:
            self._complain(Trouble.TANGLED, part.start(), part.end())
            return one
        return tuple((*mine, *theirs) for mine in one for theirs in other)

    def _read(self, part: re.Match[str], field: Field | None) -> Term | None:
        """A part of a query; None for one that cannot be understood or says nothing."""
        if self._terms >= TERMS:
            if not any(problem.trouble is Trouble.LONG for problem in self.problems):
                self._complain(Trouble.LONG, part.start(), len(self._text))
            return None
        name = (part["name"] or "").lower()
        said, phrase, end = part["phrase"], part["phrase"] is not None, part.end()
        if said is None:
            said = part["word"]
        if said is None:
            following = self._parts[self._at] if name in NAMES and self._at < len(self._parts) else None
            if following is not None and _is_plain(following):
                # `editor: febri`, as it stands below an article.
                self._at += 1
                said, phrase, end = (
                    following["phrase"] or following["word"],
                    following["phrase"] is not None,
                    following.end(),
                )
            elif name in NAMES:
                self._complain(Trouble.NOTHING, part.start(), end)
                return None
            else:
                said = name
        known = NAMES.get(name)
        if name and known is None and said != name:
            # A colon in what is no filter: a time, a label.
            said = f"{part['name']} {said}"
        term = _term(known or field, name, said)
        if isinstance(term, Trouble):
            self._complain(term, part.start(), end)
            return None
        if not (term.words or term.age or term.day):
            return None
        self._terms += 1
        return replace(
            term,
            phrase=phrase and term.field not in _OWN_WORDS,
            negated=part["minus"] is not None,
            last=self._typing and not phrase and end == len(self._text) and term.field not in _OWN_WORDS,
        )

    def _complain(self, trouble: Trouble, start: int, end: int, text: str | None = None) -> None:
        self.problems.append(Problem(trouble, (text or self._text)[start:end], start, end))


_OWN_WORDS: Final = frozenset({Field.STATUS, Field.HAS, Field.SINCE, Field.UNTIL, Field.AGE})
"""Filters that understand words of their own only."""


def _is_plain(part: re.Match[str]) -> bool:
    """Whether a part is just a word or a phrase."""
    if part["close"] or part["open"] or part["minus"] or part["name"] or part[0] in OR_WORDS:
        return False
    return bool(_WORD.search(part["phrase"] or part["word"] or ""))


def _term(field: Field | None, name: str, said: str) -> Term | Trouble:
    """What a filter asks for, or why it cannot be understood."""
    match field:
        case Field.STATUS:
            state = STATES.get(said.casefold())
            return Term(state, field) if state is not None else Trouble.STATUS
        case Field.HAS:
            part = PARTS.get(said.casefold())
            return Term(part, field) if part is not None else Trouble.PART
        case Field.SINCE | Field.UNTIL:
            return _day(said, field) or Trouble.DAY
        case Field.AGE:
            found = _AGE.match(said)
            unit = UNITS[name if name in UNITS else "umur"].get(found[3].lower()) if found is not None else None
            if found is None or unit is None:
                return Trouble.AGE
            return Term(said, field, age=unit * int(found[2]), older=found[1] == ">")
    return Term(said, field)


def _day(text: str, field: Field) -> Term | None:
    """A day as it is written: `2026-11-01`, day first (`1/11/2026`), `kemarin`, `senin`; a month `2026-11`, a year."""
    said = " ".join(text.casefold().replace("-", " ").split()) if not text[:1].isdigit() else text
    if said in DAYS_AGO:
        return Term(text, field, days_ago=DAYS_AGO[said])
    if said.replace("'", "") in WEEKDAYS:
        return Term(text, field, weekday=WEEKDAYS[said.replace("'", "")])
    iso, day_first, year = _ISO_DAY.match(text), _DAY_FIRST.match(text), _YEAR.match(text)
    try:
        if iso is not None and iso[3] is not None:
            return Term(text, field, day=date(int(iso[1]), int(iso[2]), int(iso[3])))
        if iso is not None:
            first = date(int(iso[1]), int(iso[2]), 1)
            return Term(
                text, field, day=first, last_day=(first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            )
        if day_first is not None:
            return Term(text, field, day=date(int(day_first[3]), int(day_first[2]), int(day_first[1])))
        if year is not None:
            return Term(text, field, day=date(int(text), 1, 1), last_day=date(int(text), 12, 31))
    except (ValueError, OverflowError):
        return None
    return None


def folded(text: str) -> str:
    """A text as names are compared: without case, accents, dots and doubled spaces."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", plain.casefold()))


def quoted(field: str, text: str) -> str:
    """A filter as a person would type it: `orang:"Febri Arianto"`."""
    return f'{field}:"{text.replace(chr(34), " ").strip()}"'


def words_asked(query: Query, *, title: bool) -> Sequence[Term]:
    """The words and phrases that an article found by this query may show; those for titles alone only with `title`."""
    wanted = (None, Field.TITLE) if title else (None,)
    return list(
        dict.fromkeys(
            term for terms in query.alternatives for term in terms if term.field in wanted and not term.negated
        )
    )
