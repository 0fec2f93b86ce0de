"""Sentences about what is kept: a cache that was mended or made anew, and what could not be written yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lampungtui.clock import machine_clock
from lampungtui.foreign import Line, clean_line
from lampungtui.language import counted, say
from lampungtui.store.connection import StoreBusy, StoreFull
from lampungtui.store.recovery import Extent, Recovery
from lampungtui.store.waiting import WaitingDeed
from lampungtui.telling.deeds import deed_words
from lampungtui.telling.moments import when

LONGEST: Final = 1_000
"""Characters of a sentence with a name in it."""


def recovery_words(recovery: Recovery) -> Line:
    """What became of a cache that could not be used, in one sentence."""
    aside = recovery.aside.name if recovery.aside is not None else ""
    at = (
        when(recovery.backed_up_at, machine_clock())
        if recovery.backed_up_at is not None
        else say("a time that is not known")
    )
    match recovery.extent:
        case Extent.EVERYTHING:
            words = say(
                "The cache was damaged and has been mended: nothing was lost; the damaged file lies beside it as {aside}."
            )
        case Extent.EVERY_DEED:
            words = say(
                "The cache was damaged and was made anew: everything you marked is there, the other news is fetched again; "
                "the damaged file lies beside it as {aside}."
            )
        case Extent.CAUGHT_UP:
            words = say("The cache was older than its backup: what you did until {when} was brought in from there.")
        case Extent.BACKUP if aside:
            words = say(
                "The cache was damaged and was made anew from the backup of {when}; "
                "the other news is fetched again, and the damaged file lies beside it as {aside}."
            )
        case Extent.BACKUP:
            words = say(
                "The cache was lost and was made anew from the backup of {when}; the other news is fetched again."
            )
        case _ if not aside:
            words = say("The cache was lost, and no backup could be read: it begins anew.")
        case _:
            words = say(
                "The cache was damaged, and there was no backup: it begins anew; the damaged file lies beside it as {aside}."
            )
    return clean_line(words.format(aside=aside, when=at), LONGEST)


def damage_words() -> str:
    """What is to be done about a cache that was found to be damaged while it is open."""
    return say("The cache is damaged. Leave and start again: it is mended then, or made anew from its backup.")


def subscriptions_back_words() -> str:
    """That the file of subscriptions is back."""
    return say("The file of your sources was lost and is back from the backup.")


def not_stored_words(error: BaseException | None) -> str:
    """Why what a person did is not stored yet, and what becomes of it. `error` is what the disk said."""
    match error:
        case StoreFull():
            why = say("There is no room on the disk.")
        case StoreBusy():
            why = say("Another program holds the cache.")
        case _:
            why = say("The disk cannot be written.")
    kept = say("What you did is kept in memory, and is stored as soon as that is possible.")
    return f"{why} {kept}"


def waiting_words(waiting: Sequence[WaitingDeed]) -> str:
    """How many deeds are not stored."""
    return counted("{n} change is not stored", "{n} changes are not stored", len(waiting))


def deed_line(deed: WaitingDeed) -> Line:
    """One deed that is not stored: what it was and what about."""
    about = deed.about or counted("{n} article", "{n} articles", len(deed.ids))
    return clean_line(f"{deed_words(deed.what)}: {about}")
