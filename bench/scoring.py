"""How much of a page's article a reader's text holds, and how much else: by shingles of four words, or by phrases."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

SHINGLE: Final = 4
"""Words of a shingle, as in the article-extraction-benchmark's own scorer."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """A page whose article is known.

    `text` is the article; or, where only pieces of it are known, `wanted` and `unwanted` are phrases. `beside` are lines
    that a reader may keep or leave: the title, the dateline, the credits, captions. `half` says in which half of its set
    it is; without it, its name decides.
    """

    name: str
    document: bytes
    url: str | None
    text: str = ""
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    half: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was found of one page: right, too much, missing (shingles, or phrases)."""

    right: float
    extra: float
    missing: float

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def count(case: Case, found: str) -> Counted:
    """Compares what was found of a page with what is known."""
    if case.wanted or case.unwanted:
        flat = " ".join(_same_letters(found).split())
        right = sum(" ".join(_same_letters(phrase).split()) in flat for phrase in case.wanted)
        extra = sum(" ".join(_same_letters(phrase).split()) in flat for phrase in case.unwanted)
        return Counted(right, extra, len(case.wanted) - right)
    known = _WORD.findall(_same_letters(case.text))
    words = _without(_WORD.findall(_same_letters(found)), case.beside, known)
    return _overlap(Counter(_shingles(known)), Counter(_shingles(words)))


@dataclass(frozen=True, slots=True)
class Summary:
    """Many pages' figures: micro by summed counts, macro by the mean of pages, F1 of each."""

    pages: int
    empty: int
    micro: tuple[float, float, float]
    macro: tuple[float, float, float]


def summarise(counts: Sequence[Counted], lengths: Iterable[int]) -> Summary:
    """The figures of a set. Macro precision leaves out pages of which nothing was found, as the public scorer does."""
    right, extra, missing = (sum(getattr(each, name) for each in counts) for name in ("right", "extra", "missing"))
    together = Counted(right, extra, missing)
    precisions = [each.precision for each in counts if each.right + each.extra]
    precision = statistics.mean(precisions) if precisions else 0.0
    recall = statistics.mean(each.recall for each in counts) if counts else 0.0
    return Summary(
        len(counts),
        sum(length < 40 for length in lengths),
        (together.precision, together.recall, together.f1),
        (precision, recall, harmonic(precision, recall)),
    )


def _same_letters(text: str) -> str:
    """A text without soft hyphens, each letter with its marks in one way: a reader cannot tell the ways apart."""
    return unicodedata.normalize("NFC", text.replace("\xad", ""))


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)) if words]


def _overlap(known: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> Counted:
    right = sum((known & found).values())
    return Counted(right, sum(found.values()) - right, sum(known.values()) - right)


def _without(words: list[str], lines: Iterable[str], known: Sequence[str]) -> list[str]:
    """The words without those lines, each once, unless the article itself says them."""
    article = " ".join(known)
    for line in sorted(lines, key=len, reverse=True):
        piece = _WORD.findall(line)
        if not piece or f" {' '.join(piece)} " in f" {article} ":
            continue
        for at in range(len(words) - len(piece) + 1):
            if words[at : at + len(piece)] == piece:
                del words[at : at + len(piece)]
                break
    return words
