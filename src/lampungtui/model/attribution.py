"""Who made an article, where it was filed, and when."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

from lampungtui.foreign import Line


class Role(enum.StrEnum):
    """What a credited person or body did for an article."""

    EDITOR = "editor"
    WRITER = "writer"
    REPORTER = "reporter"
    CONTRIBUTOR = "contributor"
    TRANSLATOR = "translator"
    PHOTOGRAPHER = "photographer"
    UPLOADER = "uploader"
    SOURCE = "source"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Credit:
    """A role and a name. `initials` marks a name that is given by its initials only, such as `dai`."""

    role: Role
    name: Line
    initials: bool = False


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and agency at the head of a text: `METRO (Lampungpro.co):`. Either may be missing, never both."""

    place: Line | None
    agency: Line | None


@dataclass(frozen=True, slots=True)
class Region:
    """A kabupaten or kota of Lampung, or another province. `inferred`: from category or title, not from a dateline."""

    slug: str
    name: Line
    inferred: bool = False


class DateSource(enum.StrEnum):
    """Where a publication time comes from, the surest first."""

    FEED = "feed"  # the feed's own date element
    PAGE = "page"  # markup or text of the article page
    LISTING = "listing"  # a card of a listing page, mostly a day with no hour
    ADDRESS = "address"  # digits in the article's URL
    RELATIVE = "relative"  # "3 jam lalu", counted from the fetch
    NONE = "none"  # unknown: sorted by when we first saw it


@dataclass(frozen=True, slots=True)
class Dated:
    """A time with its source.

    `whole_day`: the outlet gave a day and no hour; `at` is then that day's start in the outlet's zone.
    """

    at: datetime
    source: DateSource
    whole_day: bool = False
