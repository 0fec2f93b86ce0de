"""What can be found by name: every command of the registry, every section, every outlet, every theme."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from lampungtui.language import say
from lampungtui.model import View
from lampungtui.query import quoted
from lampungtui.ui.finding import folded
from lampungtui.ui.sectioning import category_names, view_name
from lampungtui.ui.widgets.line_list import shown

if TYPE_CHECKING:
    from lampungtui.ui.screens.reader import ReaderScreen


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done: its words in the language of the screen, its keys, and the doing."""

    words: str
    keys: str
    do: Callable[[], Awaitable[None] | None]


def offers_of(screen: ReaderScreen) -> Iterator[Offer]:
    """Everything that can be done on the reader's screen, as it is now."""
    for command in screen.commands:
        if screen.pane in command.panes and not command.keyed and command.id != "program.palette":
            yield Offer(
                say(command.sentence), command.key_names(plain=screen.signs.plain), partial(screen.run_command, command)
            )
    for section in screen.sections.rows:
        if section.view is not None:
            words = say("Go to {name}").format(name=_path(section.view))
            yield Offer(words, "", partial(screen.go_to_view, section.view))
    for outlet in sorted(screen.room.outlets.values(), key=lambda each: each.name.casefold()):
        words = say("Everything of {name}").format(name=shown(outlet.name))
        yield Offer(words, "", partial(screen.search_for, quoted("media", outlet.name)))
    for name in ("auto", *sorted(screen.program.available_themes)):
        yield Offer(say("Theme: {name}").format(name=name), "", partial(screen.wear_theme, name))


def matching(offers: Sequence[Offer], typed: str) -> Sequence[Offer]:
    """The offers that have all typed words, in any order; first those in which they stand as typed, at a word's beginning.

    Everything where nothing is typed. Letters are compared without case and accents.
    """
    wanted = " ".join(folded(typed).split())
    words = wanted.split()

    def rank(offer: Offer) -> int:
        told = folded(offer.words)
        return 0 if told.startswith(wanted) else 1 if f" {wanted}" in told else 2 if wanted in told else 3

    found = [offer for offer in offers if all(word in folded(offer.words) for word in words)]
    return sorted(found, key=rank) if wanted else found


def _path(view: View) -> str:
    return " > ".join(category_names(view.argument)) if view.kind == "category" else view_name(view)
