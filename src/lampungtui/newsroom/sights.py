"""What a discovery tells on its way: where it looks, what it missed, and at its end that there was nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lampungtui.discretion import discreet
from lampungtui.errors import LampungtuiError
from lampungtui.fetch import origin_of
from lampungtui.foreign import Address, clean_line
from lampungtui.newsroom.candidates import Candidate, Step
from lampungtui.newsroom.enquiry import REQUESTS

LONGEST_PLACE: Final = 120
"""Characters of an address in the sentence that says what was tried."""

NAMES_NONE: Final = "names-none"
EMPTY: Final = "empty"
"""Kinds of `Missed` beside those of `polling.trouble_of`: a page names no feed; a document holds too little."""


@dataclass(frozen=True, slots=True)
class Looking:
    """An address is about to be asked."""

    step: Step
    url: Address


@dataclass(frozen=True, slots=True)
class Missed:
    """An address brought nothing that can be followed: a kind with a stable name, and an English sentence."""

    step: Step
    url: Address
    trouble: str
    sentence: str


Sight = Looking | Missed | Candidate


class NothingFound(LampungtuiError):
    """A discovery that ended with nothing; `missed` says what was tried and what came of it.

    `origin` is where it looked, `tried` what came of it, an English sentence each, with the places where it came; `cut`:
    there was more to try, but enough had been asked.
    """

    def __init__(self, site: Address, missed: Sequence[Missed], *, cut: bool) -> None:
        self.missed = tuple(missed)
        self.cut = cut
        self.origin = clean_line(origin_of(site), LONGEST_PLACE)
        self.tried = _by_sentence(missed, origin_of(site))
        tried = "; ".join(f"{', '.join(places)}: {what}" for what, places in self.tried.items())
        more = f"; no more was tried after {REQUESTS} requests" if cut else ""
        super().__init__(f"nothing to follow was found at {self.origin} ({tried}{more})")


def _by_sentence(missed: Sequence[Missed], origin: str) -> Mapping[str, Sequence[str]]:
    """What was tried by what came of it; of addresses on the site itself their path alone, but for a bare slash beside
    another site's address, which says nothing there."""
    grouped: dict[str, list[str]] = {}
    here = f"{origin}/"
    abroad = any(not each.url.startswith(here) for each in missed)
    for each in missed:
        short = each.url.startswith(here) and not (abroad and each.url == here)
        place = each.url.removeprefix(origin) if short else each.url
        places = grouped.setdefault(each.sentence, [])
        place = discreet(place)
        if place not in places:
            places.append(clean_line(place, LONGEST_PLACE))
    return grouped
