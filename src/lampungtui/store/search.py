"""Search: full text over titles and bodies, and filters by people, outlet, rubric, region, tag, marks and time.

What a person types becomes quoted words and bound values, never a piece of FTS syntax or of SQL. The same conditions serve a
search, the counts of a saved view, and a rule that looks at what has just arrived.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

import apsw

from lampungtui.blockform import unpack
from lampungtui.errors import DamagedText
from lampungtui.foreign import Line, Prose
from lampungtui.log import logger
from lampungtui.model import Order, Role, Tally, blocks_text
from lampungtui.outlets.categories import category_tree, common_labels
from lampungtui.press.regions import region_in, region_of_place
from lampungtui.query import Field, Query, Term, folded
from lampungtui.store import families
from lampungtui.store.listings import tag_listing

HITS: Final = 2_000
"""Articles that a search finds at most: the latest to arrive, or the most relevant."""

BEGUN: Final = 3
"""Letters from which on a word that is being typed also finds what begins so: `k` and `ke` begin half of all words, which
takes a third of a second to gather at 200,000 articles and tells nothing."""

WEIGHED: Final = 5_000
"""Hits that are weighed where the most relevant come first: the latest to arrive. Weighing is the dear part of a search."""

WIB: Final = timezone(timedelta(hours=7), "WIB")
"""The zone of a day that is typed: Lampung's."""

WRITERS: Final = (Role.WRITER, Role.REPORTER, Role.CONTRIBUTOR)
"""Who wrote an article, under whatever name its outlet has for that."""

NEWEST_ID: Final = 2**62

NARROW: Final = 1_000

_WEIGHTS: Final = "1.0, 8.0"
"""What a word in a body and one in a title counts for, where the most relevant come first (bm25)."""

Bindings = list[str | int]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles are looked at: those with ids from `first` to `last`, also those that are `away` from the lists
    (hidden or muted), and only those of one outlet or one feed.
    """

    first: int = 0
    last: int = NEWEST_ID
    away: bool = False
    outlet: str | None = None
    feed: str | None = None

    @property
    def narrow(self) -> bool:
        """Whether so few articles are looked at that each is asked, rather than all that a filter takes gathered."""
        return self.last - self.first < NARROW


EVERYTHING: Final = Scope()


def matches(
    connection: apsw.Connection, query: Query, *, now: datetime, order: Order = Order.NEWEST, limit: int = HITS
) -> list[int]:
    """Ids of the articles that a query finds, in this order; `now` is what ages and days are counted from.

    Most relevant first goes by the words; among equals, and without words, the newest come first.
    """
    scored: dict[int, float] = {}
    by_words = order is Order.RELEVANT and query.worded
    for terms in query.alternatives:
        for article_id, score in _hits(connection, terms, now, order, limit, scored=by_words):
            scored[article_id] = min(score, scored.get(article_id, 0.0))
    direction = "ASC" if order is Order.OLDEST else "DESC"
    rows = connection.execute(
        "SELECT article.id FROM json_each(?) AS hit CROSS JOIN article ON article.id = hit.value "  # noqa: S608
        f"ORDER BY article.sort_at {direction}, article.id {direction}",
        (json.dumps(list(scored)),),
    )
    ids = [row[0] for row in rows]
    if by_words:
        ids.sort(key=lambda article_id: scored[article_id])
    return ids[:limit]


def count(connection: apsw.Connection, query: Query, *, now: datetime, scope: Scope = EVERYTHING) -> Tally:
    """How many articles a query finds, all of them, and how many of those are unread."""
    where, bindings = condition(connection, query, now=now, scope=scope)
    total, unread = connection.execute(
        f"SELECT count(*), coalesce(sum(article.read = 0), 0) FROM article WHERE {where}",  # noqa: S608
        bindings,
    ).fetchone() or (0, 0)
    return Tally(total, unread)


def among(connection: apsw.Connection, query: Query, *, now: datetime, scope: Scope) -> list[int]:
    """All articles of a scope that a query finds, by id."""
    where, bindings = condition(connection, query, now=now, scope=scope)
    rows = connection.execute(f"SELECT article.id FROM article WHERE {where}", bindings)  # noqa: S608
    return [row[0] for row in rows]


def condition(connection: apsw.Connection, query: Query, *, now: datetime, scope: Scope) -> tuple[str, Bindings]:
    """A query as a condition on `article`, with what is bound in it."""
    either: list[str] = []
    bindings: Bindings = []
    for terms in query.alternatives:
        words = fts_query(connection, terms)
        conditions, bound = _conditions(connection, terms, now, scope)
        if words:
            conditions.insert(0, f"article.id IN ({_WORDS_IN_SCOPE})")
            bound = [words, scope.first, scope.last, *bound]
        either.append(f"({' AND '.join(conditions)})")
        bindings += bound
    return f"({' OR '.join(either)})" if either else "0", bindings


_WORDS_IN_SCOPE: Final = "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"


def _hits(
    connection: apsw.Connection, terms: Sequence[Term], now: datetime, order: Order, limit: int, *, scored: bool
) -> list[tuple[int, float]]:
    """The articles for which all terms hold, and how relevant each is: the lower the more."""
    conditions, bindings = _conditions(connection, terms, now, EVERYTHING)
    words = fts_query(connection, terms)
    where = " AND ".join(conditions)
    direction = "ASC" if order is Order.OLDEST else "DESC"
    if words:
        score = f"bm25(words, {_WEIGHTS})" if scored else "0.0"
        since = _least_weighed(connection, words) if scored else 0
        rows = connection.execute(
            f"SELECT words.rowid, {score} AS score FROM words CROSS JOIN article ON article.id = words.rowid "  # noqa: S608
            f"WHERE words MATCH ? AND words.rowid >= ? AND {where} "
            f"ORDER BY {'score' if scored else f'words.rowid {direction}'} LIMIT {limit}",
            [words, since, *bindings],
        )
    else:
        rows = connection.execute(
            f"SELECT article.id, 0.0 FROM article WHERE {where} "  # noqa: S608  # our own words only
            f"ORDER BY article.sort_at {direction}, article.id {direction} LIMIT {limit}",
            bindings,
        )
    return [(article_id, score) for article_id, score in rows]


def _least_weighed(connection: apsw.Connection, words: str) -> int:
    """The lowest id of the hits that are weighed."""
    row = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?", (words, WEIGHED)
    ).fetchone()
    return int(row[0]) if row is not None else 0


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
    begun = begun and len(word) >= BEGUN
    family = dict.fromkeys(f'"{each}"' for each in families.family(connection, word))
    return "(" + " OR ".join((f'"{word}"' + "*" * begun, *family)) + ")"


def _conditions(
    connection: apsw.Connection, terms: Sequence[Term], now: datetime, scope: Scope
) -> tuple[list[str], Bindings]:
    """What must hold for `article` beside the words, and what is bound in it."""
    conditions: list[str] = []
    bindings: Bindings = []
    if (scope.first, scope.last) != (EVERYTHING.first, EVERYTHING.last):
        conditions.append("article.id BETWEEN ? AND ?")
        bindings += (scope.first, scope.last)
    if not scope.away and not any(_looks_away(term) for term in terms):
        conditions.append("article.away = 0")
    if scope.outlet is not None:
        conditions.append("article.outlet = ?")
        bindings.append(scope.outlet)
    if scope.feed is not None:
        conditions.append("EXISTS (SELECT 1 FROM wording WHERE wording.article = article.id AND wording.feed = ?)")
        bindings.append(scope.feed)
    for term in terms:
        asked: str
        bound: Bindings
        if term.field in (None, Field.TITLE):
            if not term.negated:
                continue
            asked, bound = f"article.id IN ({_WORDS_IN_SCOPE})", [_fts(connection, term), scope.first, scope.last]
        elif term.field in (Field.SINCE, Field.UNTIL, Field.AGE):
            asked, bound = _of_time(term, now)
        else:
            asked, bound = _of_filter(term, scope)
        conditions.append(f"NOT ({asked})" if term.negated else asked)
        bindings += bound
    return conditions or ["1"], bindings


def _looks_away(term: Term) -> bool:
    """Whether a filter asks for what is away from the lists."""
    return term.field is Field.STATUS and term.text in ("hidden", "muted") and not term.negated


def _of_filter(term: Term, scope: Scope) -> tuple[str, Bindings]:
    """What a filter asks of `article`, with what is bound in it."""
    name = folded(term.text)
    match term.field:
        case Field.OUTLET:
            return (
                "article.outlet IN (SELECT id FROM outlet WHERE instr(lower(name), ?) OR id = ?)",
                [term.text.casefold(), term.text.casefold().replace(" ", "-")],
            )
        case Field.CATEGORY:
            return _listed_under(_category_path(term.text), scope)
        case Field.TAG:
            return _listed_under(tag_listing(term.text), scope)
        case Field.REGION:
            region = region_of_place(term.text) or region_in(term.text)
            # Its name in English is its rubric's.
            path = _category_path(term.text)
            slug = region.slug if region else path.rsplit("/", 1)[-1] if "/" in path else name.replace(" ", "-")
            if scope.narrow:
                return "EXISTS (SELECT 1 FROM placed WHERE region = ? AND placed.article = article.id)", [slug]
            return "article.id IN (SELECT article FROM placed WHERE region = ?)", [slug]
        case Field.STATUS:
            return f"article.{_STATES[term.text]}", []
        case Field.HAS if term.text == "text":
            return "article.whole = 1", []
        case Field.HAS:
            return (
                "EXISTS (SELECT 1 FROM detail WHERE detail.article = article.id "
                "AND json_extract(detail.facts, '$.image') NOT NULL)",
                [],
            )
        case Field.EDITOR:
            roles: tuple[Role, ...] = (Role.EDITOR,)
        case Field.WRITER:
            roles = WRITERS
        case _:
            roles = ()
    among_roles = " AND role IN (" + ", ".join(f"'{role}'" for role in roles) + ")" if roles else ""
    return (
        "article.id IN (SELECT credited.article FROM person CROSS JOIN credited ON credited.person = person.id "  # noqa: S608
        f"WHERE instr(' ' || person.folded || ' ', ?){among_roles})",
        [f" {name} " if term.phrase else f" {name}"],
    )


def _listed_under(listing: str, scope: Scope) -> tuple[str, Bindings]:
    if scope.narrow:
        return (
            "EXISTS (SELECT 1 FROM listed WHERE category = ? AND listed.sort_at = article.sort_at "
            "AND listed.article = article.id)",
            [listing],
        )
    return "article.id IN (SELECT article FROM listed WHERE category = ?)", [listing]


_STATES: Final = {
    "unread": "read = 0", "read": "read = 1", "saved": "saved = 1", "later": "later = 1", "hidden": "hidden = 1",
    "muted": "muted = 1",
}  # fmt: skip


def _of_time(term: Term, now: datetime) -> tuple[str, Bindings]:
    """Which times a filter takes: since or until a day in WIB, younger or older than an age."""
    if term.age is not None:
        sign = "<" if term.older else ">="
        return f"article.sort_at {sign} ?", [int((now - term.age).timestamp())]
    first, last = term.span(now.astimezone(WIB).date())
    if term.field is Field.UNTIL:
        return "article.sort_at < ?", [_start_of(last) + 86_400]
    return "article.sort_at >= ?", [_start_of(first)]


def _start_of(day: date) -> int:
    """The first second of a day in WIB."""
    return int(datetime.combine(day, time(), WIB).timestamp())


def start_of_today(now: datetime) -> int:
    """The first second of today in WIB."""
    return _start_of(now.astimezone(WIB).date())


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


def index_all(connection: apsw.Connection) -> None:
    """Makes the words of everything that is stored findable, in an index that is empty.

    Of a text whose bytes are damaged the title is found.
    """
    index_new(connection, _texts(connection))


def _texts(connection: apsw.Connection) -> Iterator[tuple[int, Line, Prose]]:
    rows = connection.execute(
        "SELECT article.id, article.title, body.blocks FROM article LEFT JOIN body ON body.article = article.id"
    )
    for article_id, title, blocks in rows:
        try:
            text = blocks_text(unpack(blocks)) if blocks else Prose("")
        except DamagedText as error:
            logger.error("the text of article %d is not indexed: %s", article_id, error)
            text = Prose("")
        yield article_id, Line(title), text
