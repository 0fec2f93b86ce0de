"""The screens that are kept: in which home, by which keys, and what stands there when they are whole."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from lampungtui.model import RuleDraft, RuleKind
from lampungtui.newsroom.room import Newsroom

STILL, BARE, DEAD, SILENT, NEW = "still", "bare", "dead", "silent", "new"
"""Homes: with every article in full; with what the feeds gave alone, their outlets gone; with one outlet that refuses and
nothing stored; with one that is silent; and of somebody who has chosen nothing yet."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen. `said` is a message that stands there when it is whole (by its English form), `opens` the keys that lead to
    another screen, `hours` how long after everything arrived it is, `before` what is done in the newsroom first."""

    keys: tuple[str, ...] = ()
    said: str = ""
    home: str = STILL
    hours: int = 0
    before: Callable[[Newsroom], Awaitable[object]] | None = None

    @property
    def later(self) -> timedelta:
        """How long after noon."""
        return timedelta(hours=self.hours)


async def two_rules(room: Newsroom) -> None:
    """One that mutes and one that highlights."""
    await room.make_rule(RuleDraft(RuleKind.HIGHLIGHT, "media:siger"))
    await room.make_rule(RuleDraft(RuleKind.MUTE, "daerah:liwa OR longsor"))


async def a_view(room: Newsroom) -> None:
    """A saved view and a tag."""
    await room.save_view("Kopi dan lada", "kopi OR lada")
    found = room.window(room.saved_views()[0].view).at(0)
    if found is not None:
        await room.tag([found.id], "pasar", tagged=True)


SCENES: dict[str, Scene] = {
    # the reader
    "list": Scene(("j", "j")),
    "article": Scene(("j", "enter")),
    "search": Scene(("slash", *"kopi", "enter")),
    "zen": Scene(("enter", "z")),
    "groups": Scene(("O", "m", "g")),
    "own-views": Scene(("escape",), "YOUR VIEWS", before=a_view),
    # what has little to show
    "first-start": Scene((), "Which outlets do you want to read?", NEW),
    "loading": Scene((), "Fetching the first news ...", SILENT),
    "no-network": Scene((), "No news yet, and no network", DEAD),
    "offline": Scene(("r",), "offline", hours=2),
    "no-text": Scene(
        ("j", "enter"), "This is the feed's summary. The whole article could not be had: {trouble}. o opens it.", BARE
    ),
    "empty-list": Scene(("escape", "j", "j"), "Nothing saved yet: s on an article saves it."),
    "empty-search": Scene(("slash", *"zzz", "enter"), "No article has these words."),
    "palette-nothing": Scene(("ctrl+p", *"zzz"), "Nothing is called so."),
    # dialogs
    "palette": Scene(("ctrl+p",)),
    "links": Scene(("enter", "f")),
    "copy": Scene(("y",)),
    "people": Scene(("c",)),
    "tag": Scene(("t",)),
    "order": Scene(("O",)),
    "many-read": Scene(("M",)),
    "rule": Scene(("x", "w", *"kopi")),
    "themes": Scene(("T", "j", "j")),
    "keys": Scene(("question_mark",)),
    # screens of their own
    "rules": Scene(("X",)),
    "rules-made": Scene(("X",), before=two_rules),
    "adding": Scene(("a",)),
    "discovery": Scene(("a",), "Newest headlines"),
    "settings": Scene(("comma", "j")),
    "setting-value": Scene(("comma", *"jjjjj", "enter")),
    "sources": Scene(("H",)),
    "source-form": Scene(("H", "j", "e")),
    "outlets": Scene(("H", "P")),
}

OPENING = ("T", "comma", "question_mark", "H", "P", "ctrl+p", "a", "X", "M", "O", "c", "t", "y", "e")
"""Keys that lead to another screen, which is waited for."""
