"""The help: the keys of where one is, made from the commands there; words that are typed pick out some of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from lampungtui.language import say
from lampungtui.ui.commands import GROUP_WORDS, Command
from lampungtui.ui.finding import folded
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import shown

MEASURE = 68
"""Cells of a line of the help, where the dialog has its full width."""

LEAST = 8
"""Cells that a sentence has beside its keys, however narrow the dialog is."""


class _Wanted(Input):
    """The words that are looked for. A `?` before any of them is the key that closes the help, as it opened it."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return super().check_consume_key(key, character) and not (character == "?" and not self.value)


class HelpScreen(Dialog[None]):
    """Keys, each with a sentence. Esc and Enter close it, and ? where nothing is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,question_mark", "dismiss", show=False, priority=True),
        Binding("down", "scroll(1)", show=False, priority=True),
        Binding("up", "scroll(-1)", show=False, priority=True),
        Binding("pagedown", "scroll(10)", show=False, priority=True),
        Binding("pageup", "scroll(-10)", show=False, priority=True),
    ]

    def __init__(self, title: str, commands: Sequence[Command], signs: Signs) -> None:
        super().__init__(classes="dialog")
        self._plain = signs.plain
        self._title = title
        self._commands = commands

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box -help") as box:
            box.border_title = Content(shown(self._title))
            box.border_subtitle = Content(say("type to search, Esc closes"))
            yield _Wanted(id="wanted", placeholder=say("What do you want to do?"), compact=True)
            with VerticalScroll(can_focus=False):
                yield Static(id="told", classes="words")

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._tell()
        # How wide it is, is known once it stands there.
        self.call_after_refresh(self._tell)

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell)

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    @on(Input.Changed, "#wanted")
    def _wanted(self, event: Input.Changed) -> None:
        self._tell()
        self.query_one(VerticalScroll).scroll_to(y=0, animate=False, immediate=True)

    def _tell(self) -> None:
        self.query_one("#told", Static).update(self._words(self.query_one(Input).value))

    def _words(self, wanted: str) -> Content:
        words = folded(wanted).split()
        width = max((cell_len(command.key_names(plain=self._plain)) for command in self._commands), default=0)
        measure = min(MEASURE, self.query_one("#told").size.width or MEASURE)
        lines: list[Content] = []
        for group, word in GROUP_WORDS.items():
            rows = [command for command in self._commands if command.group is group and self._is_meant(command, words)]
            if not rows:
                continue
            if lines:
                lines.append(Content(""))
            lines.append(Content.styled(say(word), "bold $primary"))
            for command in rows:
                lead = command.key_names(plain=self._plain).ljust(width + 2)
                for number, line in enumerate(Content(say(command.sentence)).wrap(max(LEAST, measure - len(lead)))):
                    keys = lead if number == 0 else " " * len(lead)
                    lines.append(Content.styled(keys, "bold") + line.rstrip())
        if not lines:
            lines.append(Content.styled(say("No key does that. Ctrl+P knows more."), "$quiet"))
        lines.append(Content(""))
        lines.append(
            Content.styled(say("The mouse works too: click, wheel, and drag the line between two panes."), "$quiet")
        )
        return Content("\n").join(lines)

    def _is_meant(self, command: Command, words: Sequence[str]) -> bool:
        names = command.key_names(plain=self._plain)
        told = folded(" ".join((names, say(command.label), say(command.sentence))))
        return all(word in told for word in words)
