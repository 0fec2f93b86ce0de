"""The help: the keys of where one is, then the rest, made from the command registry."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from lampungtui.language import later, say
from lampungtui.ui.commands import COMMANDS, GROUP_WORDS, Command, Pane

PANE_WORDS = {
    Pane.SECTIONS: later("categories"),
    Pane.HEADLINES: later("headlines"),
    Pane.ARTICLE: later("article"),
}


class HelpScreen(ModalScreen[None]):
    """Keys, each with a sentence. Any of ?, Esc, q or Enter closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", show=False),
        Binding("j,down,space", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, pane: Pane) -> None:
        super().__init__(classes="dialog")
        self._pane = pane

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog-box") as box:
            box.border_title = Content(say("Keys in the {pane} pane").format(pane=say(PANE_WORDS[self._pane])))
            box.border_subtitle = Content(say("Esc closes"))
            yield Static(self._words(), classes="words")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _words(self) -> Content:
        here = [command for command in COMMANDS if self._pane in command.panes]
        width = max(cell_len(self._keys(command)) for command in COMMANDS)
        lines: list[Content] = []
        for group, word in GROUP_WORDS.items():
            rows = [command for command in here if command.group is group]
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
