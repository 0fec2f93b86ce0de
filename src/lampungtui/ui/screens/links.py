"""The links of an article by their numbers: open one, copy its address, or add it as a source."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from lampungtui.foreign import Address
from lampungtui.language import say
from lampungtui.ui.link_words import host_of, says_another_house
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row, RowList, Tone

TALLEST = 14


class LinkDeed(enum.StrEnum):
    """What is done with a link."""

    OPEN = "open"
    COPY = "copy"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A link with its number in the article and the words under which it stands there."""

    number: int
    address: Address
    words: str = ""


class LinksScreen(Dialog[tuple[LinkDeed, Address]]):
    """Gives what is to be done with which link, or None.

    A number opens its link as soon as no other number can be meant. The real house of a link stands first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f", "leave", show=False, priority=True),
        Binding("enter,o", "take('open')", show=False, priority=True),
        Binding("y,c", "take('copy')", show=False, priority=True),
        Binding("a", "take('add')", show=False, priority=True),
        Binding("j,down", "move(1)", show=False, priority=True),
        Binding("k,up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, links: Sequence[LinkShown], signs: Signs, *, at: int = 0, warned: bool = False) -> None:
        super().__init__(classes="dialog")
        self._links = tuple(links)
        self._signs = signs
        self._at = at
        self._warned = warned
        self._typed = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box -list -links") as box:
            box.border_title = Content(say("Links"))
            box.border_subtitle = Content(say("number or Enter opens, y copies, a adds as a source, Esc closes"))
            yield RowList(id="links", signs=self._signs)
            yield Static(id="whole-link", classes="words")

    def on_mount(self) -> None:
        width = len(str(self._links[-1].number))
        rows = []
        for link in self._links:
            strange = says_another_house(link.words, link.address)
            sign = f"{self._signs.trouble if strange else ' '} {str(link.number).rjust(width)}"
            words = link.words if link.words and link.words != link.address else ""
            rows.append(Row(host_of(link.address), sign, words, Tone.TROUBLE if strange else Tone.PLAIN))
        rows_list = self.query_one(RowList)
        rows_list.styles.height = min(len(rows), TALLEST)
        rows_list.show(rows, self._at)
        rows_list.focus()
        self._tell_whole()

    def _tell_whole(self) -> None:
        link = self._links[self.query_one(RowList).cursor]
        lines = [Content(""), Content.styled(shown(link.address), "$quiet")]
        if self._warned or says_another_house(link.words, link.address):
            told = say("It says “{words}” but leads to {host}.")
            if self._signs.plain:
                told = told.replace("“", '"').replace("”", '"')
            warning = told.format(words=shown(link.words), host=shown(host_of(link.address)))
            lines.insert(1, Content.styled(f"{self._signs.trouble} {warning}", "$warning"))
        self.query_one("#whole-link", Static).update(Content("\n").join(lines))

    def on_key(self, event: events.Key) -> None:
        if event.character is None or not event.character.isdigit():
            return
        event.stop()
        numbers = [str(link.number) for link in self._links]
        typed = self._typed + event.character
        if typed not in numbers and not any(number.startswith(typed) for number in numbers):
            typed = event.character
        self._typed = typed
        if typed in numbers:
            self.query_one(RowList).move_to(numbers.index(typed), tell=False)
            self._tell_whole()
            if not any(number != typed and number.startswith(typed) for number in numbers):
                self.action_take(LinkDeed.OPEN)

    def action_move(self, by: int) -> None:
        self.query_one(RowList).move(by)

    @on(LineList.Moved)
    def _moved(self, _event: LineList.Moved) -> None:
        self._tell_whole()

    def action_take(self, deed: str) -> None:
        self.dismiss((LinkDeed(deed), self._links[self.query_one(RowList).cursor].address))

    @on(LineList.Chosen)
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.action_take(LinkDeed.OPEN)

    def action_leave(self) -> None:
        self.dismiss(None)
