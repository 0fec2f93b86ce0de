"""Word families: which derived words stand in the texts, by their roots, so that one of a family finds the others.

Kept by word rather than by article: a text has hundreds of derived words, all texts together some ten thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import apsw

from lampungtui.stems import SHORTEST, fold, kin, roots

MEMBERS: Final = 100
"""Words of one family that are looked for."""

REMEMBERED: Final = 60_000
"""Derived words that are known to be stored, some 5 MB of them."""


class Related:
    """The derived words that this process knows to be stored already: most of a feed's are."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def without(self, derived: Iterable[str]) -> list[str]:
        """Those of the words that may be new."""
        return list(set(derived) - self._known)

    def add(self, derived: Sequence[str]) -> None:
        """From now on these are known: to be called when they have been committed."""
        if len(self._known) + len(derived) > REMEMBERED:
            self._known.clear()
        self._known.update(derived)


def relate(connection: apsw.Connection, derived: Iterable[str]) -> None:
    """Stores derived words, each given with its root before it; those that are there already stay."""
    connection.executemany(
        "INSERT INTO kin (root, word) VALUES (?, ?) ON CONFLICT DO NOTHING",
        ((root, word) for root, _, word in (each.partition(" ") for each in derived) if word),
    )


def relate_all(connection: apsw.Connection) -> None:
    """Stores the derived words of everything that is indexed, for a cache that was made before there were families."""
    connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)")
    try:
        words = [
            word
            for (word,) in connection.execute("SELECT term FROM temp.vocabulary WHERE length(term) >= ?", (SHORTEST,))
        ]
    finally:
        connection.execute("DROP TABLE temp.vocabulary")
    relate(connection, kin(words))


def family(connection: apsw.Connection, word: str) -> list[str]:
    """The words of a word's family as far as any text has them: its roots, and what is derived from those."""
    members: dict[str, None] = {}
    for root in roots(fold(word)):
        members[root] = None
        found = connection.execute("SELECT word FROM kin WHERE root = ? LIMIT ?", (root, MEMBERS))
        members.update((each, None) for (each,) in found)
    return list(members)
