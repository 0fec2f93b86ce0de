"""Search: full text over titles and bodies, and filters by people, outlet, rubric and region.

What a person types becomes quoted words and bound values, never a piece of FTS syntax or of SQL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Final

import apsw

from lampungtui.foreign import Line, Prose
from lampungtui.model import Role
from lampungtui.outlets.categories import category_tree, common_labels
from lampungtui.press.regions import region_in, region_of_place
from lampungtui.query import Field, Term, folded, parse
from lampungtui.store import families

HITS: Final = 2_000
"""Articles that a search finds at most, the latest to arrive first."""

WIB: Final = timezone(timedelta(hours=7), "WIB")
"""The zone of a day that is typed: Lampung's."""

WRITERS: Final = (Role.WRITER, Role.REPORTER, Role.CONTRIBUTOR)
"""Who wrote an article, under whatever name its outlet has for that."""


def matches(connection: apsw.Connection, typed: str, now: datetime | None = None) -> list[int]:
    """Ids of the articles that a query finds, newest first."""
    at = now or datetime.now(UTC)
    found: list[int] = []
    for terms in parse(typed).alternatives:
        found += _hits(connection, terms, at)
    rows = connection.execute(
        "SELECT article.id FROM json_each(?) AS hit CROSS JOIN article ON article.id = hit.value "
        "ORDER BY article.sort_at DESC, article.id DESC",
        (json.dumps(list(dict.fromkeys(found))),),
    )
    return [row[0] for row in rows]


def _hits(connection: apsw.Connection, terms: Sequence[Term], now: datetime) -> list[int]:
    """The articles for which all terms hold, the latest to arrive first."""
    conditions, bindings = _conditions(connection, terms, now)
    words = fts_query(connection, terms)
    if words:
        conditions = [condition.replace("article.id", "words.rowid") for condition in conditions]
        where = "".join(f" AND {condition}" for condition in conditions)
        rows = connection.execute(
            f"SELECT rowid FROM words WHERE words MATCH ?{where} ORDER BY rowid DESC LIMIT {HITS}",  # noqa: S608
            [words, *bindings],
        )
    else:
        rows = connection.execute(
            f"SELECT article.id FROM article WHERE {' AND '.join(conditions)} "  # noqa: S608  # our own words only
            f"ORDER BY article.id DESC LIMIT {HITS}",
            bindings,
        )
    return [row[0] for row in rows]


def fts_query(connection: apsw.Connection, terms: Sequence[Term]) -> str:
    """The words and phrases in FTS5's language: all of them, the last one as the beginning of a word too.

    Empty where there is none but what is not wanted.
    """
    wanted = [term for term in terms if term.field in (None, Field.TITLE) and not term.negated]
    return " AND ".join(_fts(connection, term) for term in wanted)


def _fts(connection: apsw.Connection, term: Term) -> str:
    """A word with all of its family, or a phrase to the letter."""
    if term.phrase:
        text = f'"{" ".join(term.words)}"'
    else:
        *whole, last = term.words
        text = " AND ".join(
            (*(_any_of(connection, word) for word in whole), _any_of(connection, last, begun=term.last))
        )
    return f"title : ({text})" if term.field is Field.TITLE else f"({text})"


def _any_of(connection: apsw.Connection, word: str, *, begun: bool = False) -> str:
    """A word or one of its family; `begun`: or whatever begins with it, for it is still being typed."""
    family = dict.fromkeys(f'"{each}"' for each in families.family(connection, word))
    return "(" + " OR ".join((f'"{word}"' + "*" * begun, *family)) + ")"


def _conditions(connection: apsw.Connection, terms: Sequence[Term], now: datetime) -> tuple[list[str], list[str | int]]:
    """What must hold for `article.id` beside the words, and what is bound in it."""
    conditions: list[str] = []
    bindings: list[str | int] = []
    for term in terms:
        inside: str
        bound: Sequence[str | int]
        if term.field in (None, Field.TITLE):
            if not term.negated:
                continue
            inside, bound = "SELECT rowid FROM words WHERE words MATCH ?", [_fts(connection, term)]
        elif term.field in (Field.SINCE, Field.UNTIL, Field.AGE):
            inside, bound = _articles_of_time(term, now)
        else:
            inside, bound = _articles_of(term)
        conditions.append(f"article.id {'NOT IN' if term.negated else 'IN'} ({inside})")
        bindings += bound
    return conditions, bindings


def _articles_of(term: Term) -> tuple[str, Sequence[str | int]]:
    """The articles that a filter takes, as a query with what is bound in it."""
    name = folded(term.text)
    match term.field:
        case Field.OUTLET:
            return (
                "SELECT theirs.id FROM outlet CROSS JOIN article AS theirs ON theirs.outlet = outlet.id "
                "WHERE instr(lower(outlet.name), ?) OR outlet.id = ?",
                [term.text.casefold(), term.text.casefold().replace(" ", "-")],
            )
        case Field.CATEGORY:
            return "SELECT article FROM listed WHERE category = ?", [_category_path(term.text)]
        case Field.REGION:
            region = region_of_place(term.text) or region_in(term.text)
            return "SELECT article FROM placed WHERE region = ?", [region.slug if region else name.replace(" ", "-")]
        case Field.STATUS:
            return f"SELECT id FROM article WHERE {_STATES[term.text]}", []  # noqa: S608
        case Field.HAS if term.text == "text":
            return "SELECT id FROM article WHERE whole = 1", []
        case Field.HAS:
            return "SELECT article FROM detail WHERE json_extract(facts, '$.image') NOT NULL", []
        case Field.EDITOR:
            roles: tuple[Role, ...] = (Role.EDITOR,)
        case Field.WRITER:
            roles = WRITERS
        case _:
            roles = ()
    among = " AND role IN (" + ", ".join(f"'{role}'" for role in roles) + ")" if roles else ""
    return (
        "SELECT credited.article FROM person CROSS JOIN credited ON credited.person = person.id "  # noqa: S608
        f"WHERE instr(' ' || person.folded || ' ', ?){among}",
        [f" {name} " if term.phrase else f" {name}"],
    )


_STATES: Final = {"unread": "read = 0", "read": "read = 1", "saved": "saved = 1", "later": "later = 1"}


def _articles_of_time(term: Term, now: datetime) -> tuple[str, list[int]]:
    """The articles of a time: since or until a day in WIB, younger or older than an age."""
    if term.age is not None:
        sign = "<" if term.older else ">="
        return f"SELECT id FROM article WHERE sort_at {sign} ?", [int((now - term.age).timestamp())]  # noqa: S608
    start = datetime.combine(term.day or now.date(), time(), WIB)
    if term.field is Field.UNTIL:
        return "SELECT id FROM article WHERE sort_at < ?", [int((start + timedelta(days=1)).timestamp())]
    return "SELECT id FROM article WHERE sort_at >= ?", [int(start.timestamp())]


def _category_path(text: str) -> str:
    """The rubric that a person means: by its path, its name in either language, or what outlets call it."""
    wanted = text.casefold().strip()
    for each in category_tree():
        if wanted in (each.path, each.path.rsplit("/", 1)[-1], each.name_id.casefold(), each.name_en.casefold()):
            return each.path
    return common_labels().get(wanted, wanted)


def index(connection: apsw.Connection, article_id: int, title: Line, body: Prose) -> None:
    """Makes an article's words findable, in place of what they were."""
    connection.execute("INSERT OR REPLACE INTO words (rowid, title, body) VALUES (?, ?, ?)", (article_id, title, body))


def index_new(connection: apsw.Connection, articles: Iterable[tuple[int, Line, Prose]]) -> None:
    """Makes the words of new articles findable: id, title and body of each."""
    connection.executemany("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", articles)
