"""The English sentences of failures in the language of the screen.

What goes wrong is told in English where it happens, and so it is stored and logged; here a person gets it in their language.
A sentence that nobody has words for (`known` lists those that have) is told in English and marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from lampungtui.language import INDONESIAN, current_language, say
from lampungtui.telling.known import SENTENCES

_OURS: Final = ("sentence", "form")
"""Gaps that are filled with words of ours; where those are not known, the whole sentence is not."""

_REASON: Final = "reason"
"""A gap that may be filled with somebody else's words; where they are not known, they are told as they are."""

_GAP: Final = re.compile(r"\{\w+\}")

_FROM_ELSEWHERE: Final = re.compile(r"https?://\S+")
"""An address is of no language."""


def sentence_words(sentence: str) -> str:
    """A sentence of ours in the language of the screen. Several may stand behind one another, parted by semicolons, and
    before each the path of a file, or the like, with a colon.
    """
    if current_language() != INDONESIAN or _FROM_ELSEWHERE.fullmatch(sentence):
        return sentence
    told = []
    for known, words in _told(sentence):
        told.append(words if known else say("{sentence} (told in English only)").format(sentence=words))
    return "; ".join(told)


def _told(text: str) -> list[tuple[bool, str]]:
    """The sentences of a text, each with whether there are words for it. The longest that is known goes first."""
    parts = text.split("; ")
    for end in range(len(parts), 0, -1):
        known = _known("; ".join(parts[:end]))
        if known is not None:
            return [(True, known.words), *(_told("; ".join(parts[end:])) if end < len(parts) else [])]
    if len(parts) == 1:
        return [(False, text)]
    return [(False, parts[0]), *_told("; ".join(parts[1:]))]


@dataclass(frozen=True, slots=True)
class _Known:
    """A sentence in the language of the screen, and how many of its English characters are ours, none of a gap."""

    words: str
    said: int


def _known(sentence: str) -> _Known | None:
    """A single sentence; None for one that nobody has words for.

    Of the ways to read it the one counts that leaves least to gaps: `a.toml: it is empty` is no key that is empty.
    """
    readings = (
        _Known(place + known.words, known.said)
        for place, rest in _places(sentence)
        for template in SENTENCES
        if (known := _filled(template, rest)) is not None
    )
    return max(readings, key=lambda each: each.said, default=None)


def _places(sentence: str) -> Iterator[tuple[str, str]]:
    """A sentence as a whole, then behind each colon that may part it from the place which it is about."""
    yield "", sentence
    for colon in re.finditer(": ", sentence):
        yield sentence[: colon.end()], sentence[colon.end() :]


def _filled(template: str, sentence: str) -> _Known | None:
    """A sentence by this template, what stands in its gaps told too; None where it is another one."""
    pieces = _GAP.split(template)
    # Most are told apart by how they begin and end, for less than a pattern costs.
    if not (sentence.startswith(pieces[0]) and sentence.endswith(pieces[-1])):
        return None
    found = _form(template).fullmatch(sentence)
    if found is None:
        return None
    filled, said = found.groupdict(), sum(map(len, pieces))
    for name, part in filled.items():
        known = _known(part) if name in (*_OURS, _REASON) else None
        if known is not None:
            filled[name] = known.words
            said += known.said
        elif name in _OURS:
            return None
    return _Known(say(template).format(**filled), said)


@cache
def _form(template: str) -> re.Pattern[str]:
    """How a sentence looks with something filled in."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(template)), re.DOTALL)
