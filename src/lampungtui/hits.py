"""Where a text shows what a query asks for, so that the screen can mark it. Pure; the same rules as the search's.

An unquoted word is shown by its whole family, the word that is still being typed by whatever begins with it, and a phrase
by its words one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lampungtui.query import Query, words_asked
from lampungtui.stems import fold, folded_words, roots

_WORD: Final = re.compile(r"[^\W_]+")


def hits(query: Query, text: str, *, title: bool = False) -> list[tuple[int, int]]:
    """The places in a text (characters from, to before) that a query hits, in order and apart from each other."""
    words: set[str] = set()
    families: set[str] = set()
    beginnings: list[str] = []
    phrases: list[list[str]] = []
    for term in words_asked(query, title=title):
        own = folded_words(term.text)
        if not own:
            continue
        if term.phrase:
            phrases.append(own)
            continue
        words.update(own)
        families.update(root for word in own for root in roots(word))
        if term.last:
            beginnings.append(own[-1])
    if not (words or phrases):
        return []
    places = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    said = [fold(text[start:end]) for start, end in places]
    shown = [
        word in words or not families.isdisjoint(roots(word)) or any(word.startswith(each) for each in beginnings)
        for word in said
    ]
    found = [place for place, is_shown in zip(places, shown, strict=True) if is_shown]
    for phrase in phrases:
        found += (
            (places[at][0], places[at + len(phrase) - 1][1])
            for at in range(len(said) - len(phrase) + 1)
            if said[at : at + len(phrase)] == phrase
        )
    return _apart(found)


def _apart(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
