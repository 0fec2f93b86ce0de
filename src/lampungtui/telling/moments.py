"""Times as a person reads them: full dates in WIB, and how long ago.

Lampung's clock is WIB (UTC+7, no summer time), so an article's time is shown in it wherever the reader sits.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final

from lampungtui.language import INDONESIAN, counted, current_language, say
from lampungtui.model import Dated, DateSource
from lampungtui.press.dates import DAYS_EN, DAYS_ID, MONTHS_EN, MONTHS_ID, MONTHS_SHORT_EN, MONTHS_SHORT_ID

WIB: Final = timezone(timedelta(hours=7), "WIB")

MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)


def clock(at: datetime) -> str:
    """The hour and minute in WIB, with the separator that the language writes: 14.05 or 14:05."""
    mark = "." if current_language() == INDONESIAN else ":"
    here = at.astimezone(WIB)
    return f"{here.hour:02}{mark}{here.minute:02}"


def full_day(at: datetime) -> str:
    """The day in WIB in full: `Kamis, 21 November 2024`."""
    return full_day_of(at.astimezone(WIB).date())


def full_day_of(day: date) -> str:
    """A day in full: `Kamis, 21 November 2024`."""
    days, months = (DAYS_ID, MONTHS_ID) if current_language() == INDONESIAN else (DAYS_EN, MONTHS_EN)
    return f"{days[day.weekday()]}, {day.day} {months[day.month - 1]} {day.year}"


def full_date(at: datetime) -> str:
    """Day and time in full, with the zone: `Kamis, 21 November 2024 14.05 WIB`."""
    return f"{full_day(at)} {clock(at)} WIB"


def full_dated(dated: Dated | None) -> str:
    """An article's time in full: no hour where the outlet gave none, and a guess said to be one."""
    if dated is None:
        return say("date unknown")
    text = full_day(dated.at) if dated.whole_day else full_date(dated.at)
    if dated.source in (DateSource.RELATIVE, DateSource.ADDRESS):
        return say("about {date}").format(date=text)
    return text


def short_day(at: datetime, now: datetime) -> str:
    """A day in few cells: `21 Nov`, with the year when it is not this one."""
    here = at.astimezone(WIB)
    months = MONTHS_SHORT_ID if current_language() == INDONESIAN else MONTHS_SHORT_EN
    day = f"{here.day} {months[here.month - 1]}"
    return day if here.year == now.astimezone(WIB).year else f"{day} {here.year}"


def when(at: datetime, now: datetime) -> str:
    """A moment in few cells: the hour of today, else the day."""
    same_day = at.astimezone(WIB).date() == now.astimezone(WIB).date()
    return clock(at) if same_day else short_day(at, now)


def ago(dated: Dated | None, now: datetime) -> str:
    """How long ago an article appeared, in few cells: `2 jam lalu`, `kemarin`, `21 Nov`.

    A day without an hour is never given in hours.
    """
    if dated is None:
        return say("no date")
    passed = now - dated.at
    days = (now.astimezone(WIB).date() - dated.at.astimezone(WIB).date()).days
    if dated.whole_day or passed >= DAY or passed < timedelta(0):
        if days == 0 and dated.whole_day:
            return say("today")
        if days == 1:
            return say("yesterday")
        if 1 < days < 7:
            return counted("{n} day ago", "{n} days ago", days)
        if days <= 0 and not dated.whole_day:
            return say("just now") if passed > -HOUR else short_day(dated.at, now)
        return short_day(dated.at, now)
    if passed < MINUTE:
        return say("just now")
    if passed < HOUR:
        return counted("{n} minute ago", "{n} minutes ago", int(passed / MINUTE))
    return counted("{n} hour ago", "{n} hours ago", int(passed / HOUR))
