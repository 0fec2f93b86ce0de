"""Which kabupaten, kota or province a place belongs to, and which one a title or label names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from lampungtui.foreign import clean_line
from lampungtui.model import Region

_FILE: Final = Path(__file__).parent / "regions.toml"
_PREFIX: Final = re.compile(
    r"^(?:kabupaten|kab\.?|kecamatan|kec\.?|provinsi|kota(?=\s+(?!agung|gajah|bumi)))\s+", re.IGNORECASE
)
_TIGHT: Final = re.compile(r"[\s\-.'’]+")
PLACE_LIMIT: Final = 60
"""Characters of the longest text that is taken for a place."""

_METRO: Final = re.compile(
    r"\b(?:Kota|KPU|Pemkot|DPRD|Bawaslu|Wali\s?[Kk]ota|Wakil\s+Wali\s?[Kk]ota|Kodim|RSUD|Pilkada|Disdik|Kejari|PN|Lapas|"
    r"Dishub|Dinkes|Dinsos|Disdag|Damkar|BPBD|Satpol\s+PP|Sekda|Sekdakot|Bappeda|IAIN|MUI|PMI|KONI|Baznas|Kemenag|BPS)"
    r"\s+(?:Kota\s+)?Metro\b(?!\s+(?:Jaya|TV|Jakarta|Bekasi|Tangerang|Depok))|\bMetro,?\s+Lampung\b"
)
"""Metro is a town, a police command, a television station and a rubric: only these forms mean the town."""

_AND: Final = r"\s*(?:[-–/&,]|\bdan\b|\bhingga\b|\bke\b|\bmenuju\b)\s*"
_METRO_AFTER: Final = re.compile(rf"{_AND}Metro\b(?!\s+(?:Jaya|TV))")
_METRO_BEFORE: Final = re.compile(rf"\bMetro{_AND}$")
"""Beside another region Metro is the town: `Bandar Lampung-Metro`, `Metro dan Pringsewu`."""

_NEIGHBOURS: Final = ("Mesuji Raya", "Mesuji Makmur", "Mesuji OKI")
"""Districts over the border, in Ogan Komering Ilir, that begin as one of ours is called."""


def region_of_place(place: str) -> Region | None:
    """The region of a dateline's place: a district, seat, short name or spelling; None where it is not known for sure."""
    key = _key(place)
    return _places().get(key) if key else None


@lru_cache(maxsize=2_048)
def region_in(text: str) -> Region | None:
    """The kabupaten or kota of Lampung that a title or label names, marked as inferred; None for none or for two."""
    head = text[:1000]
    found: dict[str, Region] = {}
    for match in _mentions().finditer(head):
        # None for letters of other alphabets that only fold to ours: "Mesuj\u0131".
        named = _places().get(_key(match[0]))
        if named is None:
            continue
        found[named.slug] = named
        if _METRO_AFTER.match(head, match.end()) or _METRO_BEFORE.search(
            head[max(0, match.start() - 16) : match.start()]
        ):
            found["metro"] = _places()["metro"]
    if _METRO.search(head):
        region = _places()["metro"]
        found[region.slug] = region
    if len(found) != 1:
        return None
    (region,) = found.values()
    return Region(region.slug, region.name, inferred=True)


def _key(place: str) -> str:
    """A place as it is compared: without prefix, spaces, hyphens, dots, case."""
    if not 0 < len(place) <= PLACE_LIMIT:
        return ""
    bare = place.replace("\xa0", " ").strip(" ,.-–—:")
    tight = _TIGHT.sub("", _PREFIX.sub("", bare)).casefold()
    return tight or _TIGHT.sub("", bare).casefold()


@cache
def _places() -> Mapping[str, Region]:
    tables = tomllib.loads(_FILE.read_text("utf-8"))
    places: dict[str, Region] = {}
    for slug, names in tables["other"].items():
        region = Region(slug, clean_line(names[0]))
        places.update((_key(name), region) for name in names)
    for slug, table in tables["lampung"].items():
        region = Region(slug, clean_line(table["name"]))
        places.update((_key(name), region) for name in (table["name"], *table["aliases"], *table["places"]))
    return places


@cache
def _mentions() -> re.Pattern[str]:
    """Finds names and short names of the kabupaten and kota, the longest first; Metro alone has its own pattern.

    Districts are found where they begin with one of those names and may be of another region: Tulang Bawang Tengah is of
    Tulang Bawang Barat, Metro Kibang of Lampung Timur.
    """
    tables = tomllib.loads(_FILE.read_text("utf-8"))["lampung"]
    names = [
        name
        for slug, table in tables.items()
        for name in (table["name"], *table["aliases"])
        if slug != "metro" and name != "Tuba"
    ]
    first_words = tuple(f"{name} " for name in (*names, "Metro"))
    districts = [place for table in tables.values() for place in table["places"] if place.startswith(first_words)]
    names += [*districts, *_NEIGHBOURS]
    words = (r"\s*".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


@cache
def regions() -> Mapping[str, str]:
    """Every region's name by its slug."""
    return {region.slug: region.name for region in _places().values()}
