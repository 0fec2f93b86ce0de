"""How outlets name themselves in text: `Lampungpro.co`, `TRIBUNLAMPUNG.CO.ID`, `ANTARA`, `KBRN`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

AGENCIES: Final = (
    "ANTARA News", "ANTARA Lampung", "ANTARA Foto", "ANTARA", "KBRN", "RRI", "CNBC Indonesia", "CNN Indonesia",
    "BBC News Indonesia", "VOA", "AFP", "Reuters", "Xinhua", "Tribun Lampung", "Lampung Post", "Radar Lampung",
    "Viva Lampung", "VIVA", "IDN Times", "Lampung Geh",
)  # fmt: skip
"""Names without a domain that stand in datelines."""

DOMAIN: Final = (
    r"[A-Za-z][\w\-]{1,40}(?:\s?\.\s?[A-Za-z][\w\-]{0,20})?\s?[.,]\s?(?:co\.id|co|com|id|net|tv|org|info|news)\b"
)
"""A site's name as text, stray spaces and a comma for the dot included."""

_WHOLE_DOMAIN: Final = re.compile(rf"(?:{DOMAIN})", re.IGNORECASE)
_ENDING: Final = re.compile(r"[.,](?:co\.id|co|com|id|net|tv|org|info|news)$")
_SISTER: Final = re.compile(r"(?:tribun|radar|kompas|antara|jpnn|suara|berita|detik)[a-z]{2,20}", re.IGNORECASE)


_SHORT_NAMES: Final = frozenset(
    {
        "jpnn", "jawapos", "detik", "detikcom", "kompas", "tempo", "okezone", "sindonews", "republika", "rmol", "viva",
        "cnn", "cnbc", "inews", "kumparan", "liputan6", "xinhua", "anadolu", "bernama", "kyodo", "sputnik", "bloomberg",
        "disway", "lampost", "rilis.id", "tribun",
    }
)  # fmt: skip
"""How a bracket at an article's end calls outlets and wires: `(mcr40/jpnn)`, `(ant/jpnn)`, in lower case."""


def is_short_name(text: str) -> bool:
    """Whether `text` is how a closing bracket calls an outlet: `JPNN`, `detik`."""
    return _tight(text) in _SHORT_NAMES


def outlet_pattern(names: Sequence[str]) -> str:
    """A regular expression (without groups) for any of `names`, a known agency, or a site's name."""
    known = sorted({*names, *AGENCIES}, key=len, reverse=True)
    words = [r"\s*".join(re.escape(part) for part in name.split()) for name in known if name.strip()]
    return "(?:" + "|".join([*words, DOMAIN]) + ")"


def is_outlet(text: str, names: Sequence[str]) -> bool:
    """Whether `text` is wholly the name of an outlet."""
    bare = text.strip()
    tight = _tight(bare)
    if tight in _TIGHT_AGENCIES or any(tight == _tight(name) for name in names):
        return True
    if _WHOLE_DOMAIN.fullmatch(bare):
        return True
    return _SISTER.fullmatch(bare) is not None


def is_site(text: str) -> bool:
    """Whether `text` is wholly a site's name: `lampost.co`."""
    return _WHOLE_DOMAIN.fullmatch(text.strip()) is not None


def is_outlet_of(text: str, names: Sequence[str]) -> bool:
    """Whether `text` is one of the names, or the same but for the ending of its site: `Lampungpro.com`, `Lampungpro.co`."""
    bare = _stem(text)
    return any(_stem(name) == bare for name in names)


def _stem(name: str) -> str:
    tight = _tight(name)
    return _ENDING.sub("", tight) if _WHOLE_DOMAIN.fullmatch(tight) else tight


def _tight(name: str) -> str:
    return "".join(name.split()).casefold()


_TIGHT_AGENCIES: Final = frozenset(map(_tight, AGENCIES))
