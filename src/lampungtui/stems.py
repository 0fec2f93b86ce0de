"""The roots of Indonesian words, so that `aman` finds mengamankan, pengamanan and keamanan. Pure, and quick from the cache.

A word is a root with affixes: particles and possessives behind (`-lah`, `-nya`), a suffix (`-kan`, `-an`, `-i`), up to three
prefixes in front (`memper-`, `keber-`). `me-` and `pe-` swallow the first letter of some roots, which no rule can give back
for sure: `menangkap` is of `tangkap`, `menanti` of `nanti`. Where one of the readings is a known root (`roots.txt`) it is
taken; else the word has several roots, and it is kin to the words of each. The rules are those of Tata Bahasa Baku Bahasa
Indonesia (chapters on verbs and nouns); the order in which affixes go is that of Nazief and Adriani.

Words are given folded: without case and accents, as `folded_words` gives them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

ROOTS: Final = frozenset(
    word
    for line in (Path(__file__).parent / "roots.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
"""Words that no affix is taken from, and that are known to be what is left when affixes are taken away."""

SHORTEST: Final = 5
"""Letters of the shortest word that can have an affix: `amani`."""

LONGEST: Final = 24
"""Letters of the longest word whose root is looked for; what is longer was run together by a broken page."""

PREFIXES: Final = 3
"""Prefixes that one word may have: `diperse-`."""

_VOWELS: Final = "aeiou"
_LONG_ENOUGH: Final = re.compile(rf"[a-z]{{{SHORTEST},}}")
_MARKS: Final = re.compile("[\u0300-\u036f]+")
_WORD: Final = re.compile(r"[^\W_]+")
_PARTICLES: Final = ("lah", "kah", "pun", "tah")
_OWNERS: Final = ("nya", "ku", "mu")
_SUFFIXES: Final = ("kan", "an", "i", "wan", "wati")
_FRONTS: Final = ("be", "di", "ke", "me", "pe", "se", "ter")
_BACKS: Final = (*_PARTICLES, *_OWNERS, *_SUFFIXES)


def folded_words(text: str) -> list[str]:
    """The words of a text as the index has them: without case and accents."""
    return _WORD.findall(fold(text))


def fold(text: str) -> str:
    """A text without case and accents."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return text.lower()


@lru_cache(maxsize=40_000)
def roots(word: str) -> tuple[str, ...]:
    """What a folded word may be derived from, the likeliest first; the word itself where it has no affix."""
    if not SHORTEST <= len(word) <= LONGEST or word in ROOTS or not (word.isascii() and word.isalpha()):
        return (word,)
    if not (word.startswith(_FRONTS) or word.endswith(_BACKS)):
        return (word,)
    found: dict[str, int] = {}
    guesses: dict[str, int] = {}
    for rest, taken, kept_by in _readings(word):
        if rest in ROOTS:
            found[rest] = min(taken, found.get(rest, taken))
        elif kept_by and _stands(rest):
            guesses[rest] = max(taken, guesses.get(rest, taken))
    if found:
        least = min(found.values())
        return tuple(rest for rest, taken in found.items() if taken == least)
    most = max(guesses.values(), default=0)
    return tuple(rest for rest, taken in guesses.items() if taken == most) or (word,)


def derived(texts: Iterable[str]) -> tuple[str, ...]:
    """The derived words in these texts, each once with its root before it: `aman mengamankan`."""
    spaced: set[str] = set()
    for text in texts:
        spaced.update(fold(text).split())
    # What stands between spaces is told apart first: most of it is there a hundred times in a feed, and was in the last.
    return tuple(set(chain.from_iterable(map(_derived_in, spaced))))


@lru_cache(maxsize=40_000)
def _derived_in(spaced: str) -> tuple[str, ...]:
    return kin(_LONG_ENOUGH.findall(spaced))


def kin(words: Iterable[str]) -> tuple[str, ...]:
    """Those of the folded words that are derived, each with its root before it, and once more with each further root."""
    return tuple(chain.from_iterable(map(_with_roots, words)))


@lru_cache(maxsize=40_000)
def _with_roots(word: str) -> tuple[str, ...]:
    return tuple(f"{root} {word}" for root in roots(word) if root != word)


def _stands(rest: str) -> bool:
    """Whether what is left can be a word: two syllables of it."""
    if _syllables(rest) < 2 or len(rest) < 3:
        return False
    return rest[0] in _VOWELS or rest[:2] in ("ny", "ng") or _begins_a_word(rest)


def _syllables(rest: str) -> int:
    return sum(letter in _VOWELS for letter in rest)


def _readings(word: str) -> Iterator[tuple[str, int, bool]]:
    """Every way to take affixes away: what is left, how many were taken, and whether an unknown root may be left so."""
    for bare, behind in _without_ending(word):
        yield bare, behind, True
        for rest, before, first in _without_prefixes(bare):
            yield rest, behind + before, True
            for root, plausible in _without_suffix(rest, first):
                yield root, behind + before + 1, plausible
        for root, plausible in _without_suffix(bare, ""):
            yield root, behind + 1, plausible


def _without_ending(word: str) -> Iterator[tuple[str, int]]:
    """The word, then without its particle, its possessive, or both."""
    yield word, 0
    bare, taken = word, 0
    for endings in (_PARTICLES, _OWNERS):
        for ending in endings:
            if bare.endswith(ending) and _stands(bare[: -len(ending)]):
                bare, taken = bare[: -len(ending)], taken + 1
                yield bare, taken
                break


def _without_suffix(word: str, prefix: str) -> Iterator[tuple[str, bool]]:
    """The word without each suffix that it may have; whether that is believed of a root that is not known."""
    for suffix in _SUFFIXES:
        if not word.endswith(suffix) or len(word) - len(suffix) < 3:
            continue
        rest = word[: -len(suffix)]
        match suffix:
            case "kan":
                # pendidikan is didik-an, mendidikkan didik-kan: after me- and di- verbs end in -kan.
                plausible = prefix in ("me", "di", "")
            case "an":
                plausible = not rest.endswith("w") and not (rest.endswith("k") and prefix in ("me", "di"))
            case "i":
                # -si is how borrowed nouns end: evaluasi.
                plausible = prefix in ("me", "di") and rest[-1] not in "si"
            case _:
                plausible = False
        yield rest, plausible


def _without_prefixes(
    word: str, depth: int = PREFIXES, first: str = "", before: str = ""
) -> Iterator[tuple[str, int, str]]:
    """What is left without one prefix, two, three; how many; and what the outermost one was."""
    if depth == 0:
        return
    for prefix, rest in _without_prefix(word):
        outermost = first or prefix
        # No prefix stands twice: kekeringan is of kering, not of ringan.
        if prefix == before or (depth < PREFIXES and prefix in ("di", "me")):
            continue
        yield rest, 1, outermost
        for further, taken, _ in _without_prefixes(rest, depth - 1, outermost, prefix):
            yield further, taken + 1, outermost


def _without_prefix(word: str) -> Iterator[tuple[str, str]]:
    """Each prefix that the word may begin with, and the root as it was before that prefix changed it."""
    if len(word) < SHORTEST:
        return
    head = word[:2]
    if head in ("di", "ke", "se"):
        yield head, word[2:]
        if word.startswith("ketidak"):
            yield head, word[7:]  # ketidakadilan: what is not so is sought by what it is not
    elif head in ("me", "pe"):
        for rest in _without_nasal(word[2:]):
            yield head, rest
        if head == "pe" and word[2] in "rl":
            yield "pe", word[3:]
    elif head == "te" and word[2] == "r":
        yield "te", word[3:]
        if word[3] not in _VOWELS:
            return
        yield "te", word[2:]
    elif head == "be":
        if word[2] == "r":
            yield "be", word[3:]
            if word[3] in _VOWELS:
                yield "be", word[2:]  # one r of two falls away: berenang, beracun
        if word[2:7] == "lajar":
            yield "be", word[3:]
        elif word[2] not in _VOWELS and word[3:5] == "er":
            yield "be", word[2:]


def _without_nasal(rest: str) -> Iterator[str]:
    """What may stand behind `me-` and `pe-`: before most letters a nasal comes in, and p, t, k and s give way to it.

    `rest` is the word from its third letter on.
    """
    if rest.startswith("ny"):
        if rest[2:3] in _VOWELS and len(rest) > 2:
            yield "s" + rest[2:]
            yield rest
    elif rest.startswith("ng"):
        after = rest[2:]
        if after[:1] and after[0] in _VOWELS:
            if after[0] == "e" and len(after) <= 7 and (after[1:] not in ROOTS or _syllables(after[1:]) == 1):
                yield after[1:]  # monosyllables: mengecat, pengeboman; but pengeringan is of kering
            yield after
            yield "k" + after
        elif after:
            yield after
    elif rest[0] in "mn" and len(rest) > 2:
        if rest[1] in _VOWELS:
            yield ("p" if rest[0] == "m" else "t") + rest[1:]
            yield rest
        else:
            yield rest[1:]
            if rest[:2] == "mr":
                yield "p" + rest[1:]  # pemrosesan, memrotes: p gives way before r too, but not always
    elif _begins_a_word(rest):
        yield rest


def _begins_a_word(rest: str) -> bool:
    """Whether a word can begin so: one consonant and a vowel, or a borrowed pair such as `pr` and `sk`."""
    if rest[0] in _VOWELS:
        return False
    return rest[1:2] in _VOWELS or (rest[0] in "bdfgkpst" and rest[1:2] in "hklprtwy")
