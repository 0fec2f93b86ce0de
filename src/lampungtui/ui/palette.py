"""The command palette: every command of the registry, every section, every theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from lampungtui.language import say
from lampungtui.model import View
from lampungtui.query import quoted
from lampungtui.ui.commands import Command
from lampungtui.ui.sectioning import category_names, view_name
from lampungtui.ui.widgets.line_list import shown

if TYPE_CHECKING:
    from lampungtui.ui.screens.reader import ReaderScreen


class NewsCommands(Provider):
    """Commands by name, in the language of the screen."""

    def _screen(self) -> ReaderScreen:
        return cast("ReaderScreen", self.screen)

    def _offers(self) -> Iterator[tuple[str, IgnoreReturnCallbackType, str]]:
        screen = self._screen()
        for command in screen.commands:
            if screen.pane in command.panes and not command.keyed and command.id != "program.palette":
                yield say(command.sentence), partial(screen.run_command, command), _keys(command)
        for section in screen.sections.rows:
            if section.view is not None:
                words = say("Go to {name}").format(name=_path(section.view))
                yield words, partial(screen.go_to_view, section.view), ""
        for outlet in sorted(screen.room.outlets.values(), key=lambda each: each.name.casefold()):
            words = say("Everything of {name}").format(name=shown(outlet.name))
            yield words, partial(screen.search_for, quoted("media", outlet.name)), ""
        for name in ("auto", *sorted(self.app.available_themes)):
            yield say("Theme: {name}").format(name=name), partial(screen.wear_theme, name), ""

    async def discover(self) -> Hits:
        for words, callback, help_text in self._offers():
            yield DiscoveryHit(Content(shown(words)), callback, text=shown(words), help=shown(help_text))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for words, callback, help_text in self._offers():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, matcher.highlight(shown(words)), callback, text=shown(words), help=shown(help_text))


def _keys(command: Command) -> str:
    return say("Keys: {keys}").format(keys=command.key_names())


def _path(view: View) -> str:
    return " > ".join(category_names(view.argument)) if view.kind == "category" else view_name(view)
