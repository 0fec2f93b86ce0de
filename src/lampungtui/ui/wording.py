"""Sentences about the newsroom: how it stands with the network, and why a list is empty."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from lampungtui.language import counted, number, say
from lampungtui.model import View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.telling.deeds import deed_words
from lampungtui.telling.keeping import waiting_words
from lampungtui.telling.moments import when
from lampungtui.ui.signs import Signs

__all__ = ["deed_words", "nothing_yet", "state_words"]


def state_words(room: Newsroom, signs: Signs) -> str:
    """What is not stored; else refreshing and how far; else offline and since when, or how many sources fail."""
    dot = f" {signs.dot} "
    if waiting := room.store.deeds.waiting.deeds:
        return waiting_words(waiting)
    progress = room.progress
    if progress is not None:
        return say("{done}/{total} sources").format(done=number(progress.done), total=number(progress.total))
    if room.offline:
        last = room.last_success()
        if last is None:
            return say("offline")
        news = say("news of {when}").format(when=when(last, room.now()))
        return dot.join((say("offline"), news))
    words = [say("online")] if room.online else []
    words.append(counted("{n} source", "{n} sources", len(room.feeds)))
    failing = len(room.failing())
    return dot.join(words) + (", " + counted("{n} failing", "{n} failing", failing) if failing else "")


def nothing_yet(room: Newsroom, view: View, signs: Signs, *, asked: bool) -> Sequence[Content]:
    """What stands in the article's place where there is no headline; `asked`: whether the sources were asked already."""
    quiet, strong = "$quiet", "bold $primary"
    if view.kind is ViewKind.SEARCH:
        return [
            Content(say("No article has these words.")),
            Content(""),
            Content.styled(say("Fewer words find more. Esc leads back."), quiet),
        ]
    if room.store.newest_id():
        return [Content.styled(_nothing_in(view), quiet)]
    if not asked:
        return [
            Content.styled(say("Fetching the first news ..."), strong),
            Content.styled(state_words(room, signs), quiet),
        ]
    return [
        Content.styled(say("No news yet, and no network"), strong),
        Content(""),
        Content(say("None of the sources answered, and nothing is stored here so far.")),
        Content(say("Once articles have been fetched, all of them can be read without a network.")),
        Content(""),
        Content.assemble((" r ", "reverse"), "  ", say("try again")),
        Content.assemble((" D ", "reverse"), "  ", say("open the demo newsroom (needs no network)")),
        Content.assemble((" H ", "reverse"), "  ", say("see what each source said")),
        Content.assemble((" q ", "reverse"), "  ", say("quit")),
    ]


def _nothing_in(view: View) -> str:
    """Why a list holds nothing although there is news."""
    match view.kind:
        case ViewKind.SAVED:
            return say("Nothing saved yet: s on an article saves it.")
        case ViewKind.UNREAD:
            return say("Everything has been read.")
        case _:
            return say("Nothing here yet.")
