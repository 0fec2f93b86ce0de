"""Whether two headlines tell of one event: what outlets call the same thing in other words, and forms, and order. Pure.

Compared by the roots of the words that carry meaning: `Polisi tangkap pencuri motor di Metro` and `Pencuri sepeda motor di
Kota Metro ditangkap polisi` share five of them. Headlines are short and say the event; texts say much else beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lampungtui.stems import folded_words, roots

SHARED: Final = 4
"""Roots that two headlines of one event share at least."""

ALIKE: Final = 0.5
"""The part of all their roots that they share at least (Jaccard)."""

HELD: Final = 0.8
"""Or the part of the shorter one's roots: a headline that another one says in more words."""

SECONDS: Final = 48 * 3600
"""How far apart in time two articles about one event are at most."""

COMMON: Final = 300
"""Headlines that have a root from which on it tells no event from another."""

_EMPTY: Final = frozenset({
    "ada", "adalah", "agar", "akan", "akibat", "antara", "apa", "atas", "atau", "bagi", "bahwa", "baru", "begini",
    "bisa", "buat", "cara", "dalam", "dan", "dapat", "dari", "demi", "dengan", "di", "dia", "gara", "hari",
    "hingga", "ia", "ini", "itu", "jadi", "jelang", "juga", "kali", "karena", "ke", "kembali", "kini", "lagi",
    "lalu", "lewat", "masih", "mulai", "nya", "oleh", "pada", "para", "saat", "saja", "sampai", "sebagai", "sebut",
    "sejak", "sekaligus", "sempat", "seorang", "serta", "setelah", "siap", "soal", "tak", "telah", "tentang",
    "tersebut", "tidak", "untuk", "usai", "yang", "yuk",
})  # fmt: skip
"""Words that tell no event from another."""


@dataclass(frozen=True, slots=True)
class Told:
    """A headline that may tell of an event; `at` is in seconds UTC, `story` the story that it belongs to already."""

    id: int
    outlet_id: str
    title: str
    at: int
    story: int | None = None


def gist(title: str) -> frozenset[str]:
    """The roots of a headline's words that carry meaning."""
    return frozenset(roots(word)[0] for word in folded_words(title) if word not in _EMPTY and len(word) > 1)


def one_event(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two headlines, by their gists, tell of one event."""
    shared = len(one & other)
    if shared < SHARED:
        return False
    return shared >= ALIKE * len(one | other) or shared >= HELD * min(len(one), len(other))


def stories(headlines: Sequence[Told], new: Iterable[int]) -> Mapping[int, int]:
    """The story of each headline that is told by several outlets, for the `new` ones and those that they are like.

    A story is called by the id of one of its headlines, and keeps its name when others join it.
    """
    known = {each.id: each for each in headlines}
    gists = {each.id: gist(each.title) for each in headlines}
    having: defaultdict[str, list[int]] = defaultdict(list)
    for each in headlines:
        for root in gists[each.id]:
            having[root].append(each.id)
    found: dict[int, int] = {each.id: each.story for each in headlines if each.story is not None}
    before = dict(found)
    for article_id in sorted(new):
        if article_id not in known or article_id in found:
            continue
        mine = known[article_id]
        telling = [root for root in gists[article_id] if len(having[root]) <= COMMON]
        shared = Counter(other for root in telling for other in having[root] if other != article_id)
        for other, _ in shared.most_common(20):
            theirs = known[other]
            if (
                theirs.outlet_id != mine.outlet_id
                and abs(theirs.at - mine.at) <= SECONDS
                and one_event(gists[article_id], gists[other])
            ):
                found[article_id] = found.setdefault(other, min(other, article_id))
                break
    return {article_id: story for article_id, story in found.items() if before.get(article_id) != story}
