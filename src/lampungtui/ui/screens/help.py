"""The help: the keys of where one is, made from the commands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from lampungtui.language import say
from lampungtui.ui.commands import GROUP_WORDS, Command


class HelpScreen(ModalScreen[None]):
    """Keys, each with a sentence. Any of ?, Esc, q or Enter closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", show=False),
        Binding("j,down,space", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, title: str, commands: Sequence[Command]) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._commands = commands

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog-box") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(say("Esc closes"))
            yield Static(self._words(), classes="words")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _words(self) -> Content:
        width = max(cell_len(self._keys(command)) for command in self._commands)
        lines: list[Content] = []
        for group, word in GROUP_WORDS.items():
            rows = [command for command in self._commands if command.group is group]
            if not rows:
                continue
            if lines:
                lines.append(Content(""))
            lines.append(Content.styled(say(word), "bold $primary"))
            for command in rows:
                keys = self._keys(command)
                lines.append(
                    Content.assemble(
                        (keys, "bold"), " " * (width - cell_len(keys) + 2), (say(command.sentence), "$foreground")
                    )
                )
        lines.append(Content(""))
        lines.append(Content.styled(say("The mouse works too: click and wheel."), "$quiet"))
        return Content("\n").join(lines)

    @staticmethod
    def _keys(command: Command) -> str:
        return command.key_names()
