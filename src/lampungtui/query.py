"""What a person types to find articles: words, "phrases", -not, and filters such as `editor:` and `daerah:`. Pure.

    kopi "lampung barat" -ekspor          all words, the phrase, and not the last one
    editor:febri judul:pasar              what this editor edited, with the word in its title
    daerah:krui media:"lampung post"      by region (any spelling of it) and by outlet

Anything can be typed: what is no filter of ours is taken as words, an open quote is closed at the end. Nothing here raises.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass
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


NAMES: Final = {
    "judul": Field.TITLE, "title": Field.TITLE,
    "media": Field.OUTLET, "outlet": Field.OUTLET,
    "rubrik": Field.CATEGORY, "category": Field.CATEGORY,
    "editor": Field.EDITOR, "penyunting": Field.EDITOR,
    "penulis": Field.WRITER, "writer": Field.WRITER, "pewarta": Field.WRITER, "wartawan": Field.WRITER,
    "orang": Field.PERSON, "person": Field.PERSON,
    "daerah": Field.REGION, "region": Field.REGION,
}  # fmt: skip
"""The filters' names, in both languages of the screen."""


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a query. `text` is what was typed; `phrase`: in quotes; `last`: still being typed, perhaps."""

    text: str
    field: Field | None = None
    phrase: bool = False
    negated: bool = False
    last: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text."""
        return tuple(_WORD.findall(self.text))


@dataclass(frozen=True, slots=True)
class Query:
    """All terms must hold."""

    terms: tuple[Term, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not any(term.words for term in self.terms)


_WORD: Final = re.compile(r"\w+")
_TERM: Final = re.compile(
    r"(?P<minus>-)?(?:(?P<name>[A-Za-z]{3,12}):(?=[^\s:/]))?(?:\"(?P<phrase>[^\"]*)(?:\"|$)|(?P<word>[^\s\"]+))"
)


def parse(text: str) -> Query:
    """What a text asks for."""
    terms: list[Term] = []
    given = text[:LONGEST]
    for match in _TERM.finditer(given):
        name, phrase, word = match["name"], match["phrase"], match["word"]
        field = NAMES.get(name.lower()) if name else None
        said = phrase if phrase is not None else word
        if name and field is None:
            # A colon in what is no filter: a time, a label.
            said = f"{name} {said}"
        term = Term(
            said,
            field,
            phrase=phrase is not None,
            negated=match["minus"] is not None,
            last=phrase is None and match.end() == len(given),
        )
        if term.words and len(terms) < TERMS:
            terms.append(term)
    return Query(tuple(terms))


def folded(text: str) -> str:
    """A text as names are compared: without case, accents, dots and doubled spaces."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(_WORD.findall(plain.casefold()))


def quoted(field: str, text: str) -> str:
    """A filter as a person would type it: `orang:"Febri Arianto"`."""
    return f'{field}:"{text.replace(chr(34), " ").strip()}"'
