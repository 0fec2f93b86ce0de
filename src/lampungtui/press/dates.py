"""Dates and times as Indonesian outlets write them, to UTC.

The day always comes before the month. Months mix Indonesian and English words; the hour is written with a colon or a
dot; WIB, WITA and WIT are UTC+7, +8 and +9. Relative forms ("3 jam lalu") count from the fetch and say so.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lampungtui.model import Dated, DateSource

MONTHS_ID: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTHS_EN: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_SHORT_ID: Final = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
MONTHS_SHORT_EN: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS_ID: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DAYS_EN: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

TEXT_LIMIT: Final = 400
"""Characters that are looked at: a date stands at the head of what holds it."""

_MONTH_NUMBERS: Final = {
    word.lower(): number
    for words in (MONTHS_ID, MONTHS_EN, MONTHS_SHORT_ID, MONTHS_SHORT_EN)
    for number, word in enumerate(words, 1)
} | {
    "agt": 8,
    "ags": 8,
    "agst": 8,
    "agust": 8,
    "agus": 8,
    "sept": 9,
    "nop": 11,
    "nopember": 11,
    "pebruari": 2,
    "peb": 2,
}

_ZONES: Final = {
    "wib": timezone(timedelta(hours=7)),
    "wita": timezone(timedelta(hours=8)),
    "wit": timezone(timedelta(hours=9)),
    "gmt": UTC,
    "utc": UTC,
    "z": UTC,
    "ut": UTC,
}

# The months by name, or the minutes and the zone of `07.05 WIB, 30 November 2026` would be a day and its month.
_MONTH: Final = rf"({'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})"
_WORD_DATE: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s.\-/]{{1,4}}{_MONTH}\.?[\s.,\-/]{{1,4}}(\d{{4}}|\d{{2}})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_ISO_DATE: Final = re.compile(r"(?<!\d)(\d{4})([-/])(\d{2})\2(\d{2})(?!\d)")
# No piece of a longer number: `versi 1.2.2026.4`, the ruling `1/11/2026/PUU`.
_FIGURE_DATE: Final = re.compile(
    r"(?<!\d)(?<!\d[./\-])(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4}|\d{2})(?!\d|[.\-]\d|/[A-Z])"
)
_NAMED_DATE: Final = re.compile(
    rf"(?<![A-Za-z]){_MONTH}\.?\s{{1,3}}(\d{{1,2}})(?!\d)(?:st|nd|rd|th)?,?\s{{1,3}}(\d{{4}})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
# ASCII, for other alphabets have letters that fold to ours: "w\u0131b" is no zone. Behind the minutes stands no further
# figure: "25-Jul-2025 1.204" is a day and a count of views.
_TIME: Final = re.compile(
    r"[\sT|,\-–—()/:•·]{0,6}(?:pukul|jam|at)?[\s:]{0,3}(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d{1,9})?)?(?!\d)"
    r"\s{0,3}(?P<half>[ap]\.?m(?![a-z])\.?)?[\s(]{0,3}"
    r"(?P<zone>(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)|WIB|WITA|WIT|GMT|UTC|UT|Z(?![a-z])|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE | re.ASCII,
)
_OFFSET: Final = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$", re.ASCII)
_TIME_BEFORE: Final = re.compile(
    r"(?<![\d:.])(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s{0,3}(?P<half>[ap]\.?m\.?))?(?:\s{1,3}(?P<zone>WIB|WITA|WIT|GMT|UTC))?[\s|,\-–—/•·]{1,6}"
    rf"(?:(?:{'|'.join((*DAYS_ID, *DAYS_EN))}|Jum'at|Ahad)[\s,]{{1,3}})?$",
    re.IGNORECASE | re.ASCII,
)
"""The hour before the day: `07.05 WIB, Senin, 30 November 2026`."""

_BEFORE: Final = 40
"""Characters before a day in which its hour may stand."""
_COUNTS: Final = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10,
}  # fmt: skip
_RELATIVE: Final = re.compile(
    rf"(?<!\w)(?:(?P<hours>\d{{1,2}})\s{{0,3}}(?:jam|hours?)\s{{1,3}})?"
    rf"(\d{{1,3}}|an?\s|se|(?:{'|'.join(_COUNTS)})\s)\s{{0,3}}"
    r"(detik|dtk|menit|mnt|m|jam|j|hari|h|minggu|mgg|pekan|bulan|bln|tahun|thn|"
    r"seconds?|minutes?|mins?|hours?|days?|weeks?|d|w)\s{1,3}(?:(?:yang|yg)\s{1,3})?(lalu|ago)(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_UNITS: Final = {
    "detik": timedelta(seconds=1), "dtk": timedelta(seconds=1), "second": timedelta(seconds=1),
    "menit": timedelta(minutes=1), "mnt": timedelta(minutes=1), "m": timedelta(minutes=1),
    "minute": timedelta(minutes=1), "min": timedelta(minutes=1),
    "jam": timedelta(hours=1), "j": timedelta(hours=1), "hour": timedelta(hours=1),
    "hari": timedelta(days=1), "h": timedelta(days=1), "day": timedelta(days=1), "d": timedelta(days=1),
    "minggu": timedelta(weeks=1), "mgg": timedelta(weeks=1), "pekan": timedelta(weeks=1),
    "week": timedelta(weeks=1), "w": timedelta(weeks=1),
    "bulan": timedelta(days=30), "bln": timedelta(days=30),
    "tahun": timedelta(days=365), "thn": timedelta(days=365),
}  # fmt: skip
_YESTERDAY: Final = re.compile(r"^\W*(kemarin|yesterday)\b", re.IGNORECASE)
_DAY_BEFORE: Final = re.compile(r"^\W*kemarin\s+(?:lusa|dulu)\b", re.IGNORECASE)
_TODAY: Final = re.compile(r"^\W*(hari ini|today)\b", re.IGNORECASE)
_NOW: Final = re.compile(r"^\W*(baru saja|barusan|just now|beberapa saat)", re.IGNORECASE)


def read_date(text: str, *, zone: str, fetched_at: datetime, source: DateSource = DateSource.PAGE) -> Dated | None:
    """The date that `text` names, or None.

    `zone` (an IANA name) counts where the text names none; `fetched_at` is what relative forms count from.
    """
    head = text[:TEXT_LIMIT].replace("\xa0", " ").replace("’", "'")
    here = zone_of(zone)
    found = _absolute(head, here, source)
    if found is not None:
        return found
    return _relative(head, here, fetched_at)


@cache
def zone_of(name: str) -> tzinfo:
    """A zone by its IANA name; WIB for a name that is not known."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _ZONES["wib"]


def _absolute(text: str, here: tzinfo, source: DateSource) -> Dated | None:
    candidates = [
        (match.start(), match.end(), (int(match[1]), int(match[3]), int(match[4])))
        for match in _ISO_DATE.finditer(text)
    ]
    for match in _WORD_DATE.finditer(text):
        month = _MONTH_NUMBERS[match[2].lower()]
        candidates.append((match.start(), match.end(), (_year(match[3]), month, int(match[1]))))
    for match in _NAMED_DATE.finditer(text):
        month = _MONTH_NUMBERS[match[1].lower()]
        candidates.append((match.start(), match.end(), (int(match[3]), month, int(match[2]))))
    if not candidates:
        candidates.extend(
            (match.start(), match.end(), (_year(match[3]), int(match[2]), int(match[1])))
            for match in _FIGURE_DATE.finditer(text)
        )
    for start, end, (year, month, day) in sorted(candidates):
        try:
            midnight = datetime(year, month, day, tzinfo=here)
        except ValueError:
            continue
        if not 1990 <= year <= 2200:
            continue
        timed = _with_time(midnight, text, end) or _at(
            midnight, _TIME_BEFORE.search(text[max(0, start - _BEFORE) : start])
        )
        if timed is not None:
            return Dated(timed.astimezone(UTC), source)
        return Dated(midnight.astimezone(UTC), source, whole_day=True)
    return None


def _with_time(midnight: datetime, text: str, end: int) -> datetime | None:
    """The day at the hour that follows it in `text`, in the zone that stands there; None where none follows."""
    return _at(midnight, _TIME.match(text, end))


def _at(midnight: datetime, match: re.Match[str] | None) -> datetime | None:
    """The day at the hour of a match of `_TIME` or `_TIME_BEFORE`; None where there is none."""
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    if match["half"] is not None and 1 <= hour <= 12:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    at = midnight.replace(hour=hour, minute=minute, second=second)
    zone = match["zone"]
    if zone is None:
        return at
    from_utc = _OFFSET.search(zone)
    if from_utc is not None:
        offset = timedelta(hours=int(from_utc[2]), minutes=int(from_utc[3] or 0))
        if offset >= timedelta(hours=24):
            return at
        return at.replace(tzinfo=timezone(-offset if from_utc[1] == "-" else offset))
    return at.replace(tzinfo=_ZONES[zone.lower()])


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _relative(text: str, here: tzinfo, fetched_at: datetime) -> Dated | None:
    if _NOW.match(text):
        return Dated(fetched_at, DateSource.RELATIVE)
    today = fetched_at.astimezone(here).replace(hour=0, minute=0, second=0, microsecond=0)
    for word, day in (
        (_TODAY, today),
        (_DAY_BEFORE, today - timedelta(days=2)),
        (_YESTERDAY, today - timedelta(days=1)),
    ):
        named = word.match(text)
        if named is not None:
            timed = _with_time(day, text, named.end())
            return Dated((timed or day).astimezone(UTC), DateSource.RELATIVE, whole_day=timed is None)
    match = _RELATIVE.search(text)
    if match is None:
        return None
    count, unit = match[2].strip().lower(), match[3].lower()
    if unit == "h" and match[4].lower() == "ago":
        unit = "hour"
    step = _UNITS.get(unit) or _UNITS[unit.rstrip("s")]
    passed = step * (int(count) if count.isdigit() else _COUNTS.get(count, 1))
    if step >= timedelta(days=1):
        return Dated((today - passed).astimezone(UTC), DateSource.RELATIVE, whole_day=True)
    return Dated(fetched_at - passed - timedelta(hours=int(match["hours"] or 0)), DateSource.RELATIVE)
