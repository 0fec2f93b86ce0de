"""The thin bars of the screen: the masthead on top, the category strip, the keys at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from lampungtui.language import say
from lampungtui.ui.commands import Command
from lampungtui.ui.signs import UNICODE, Signs
from lampungtui.ui.widgets.line_list import shown

LEAST_PLACE = 4
"""Cells of a place's name below which it says nothing."""


class Masthead(Widget):
    """One line: the program, where the reader is, the day, and the state of the network and the sources."""

    def __init__(self, *, id: str | None = None, signs: Signs = UNICODE) -> None:
        super().__init__(id=id)
        self.signs = signs
        self._place = ""
        self._day = ""
        self._state = ""
        self._troubled = False

    def tell(self, *, place: str, day: str, state: str, troubled: bool) -> None:
        """Says where the reader is, which day it is, and how the sources are."""
        now = (shown(place), shown(day), shown(state), troubled)
        if now != (self._place, self._day, self._state, self._troubled):
            self._place, self._day, self._state, self._troubled = now
            self.refresh()

    def render(self) -> Content:
        width = self.size.width
        left = Content.assemble((" lampungtui", "bold $primary"), f" {self.signs.dot} ", (self._place, "bold"))
        state = Content.styled(f"{self._state} ", "$warning" if self._troubled else "$quiet")
        day = Content.styled(self._day, "$quiet")
        gap = width - left.cell_length - state.cell_length
        if gap >= day.cell_length + 6:
            before = (gap - day.cell_length) // 2
            return left + " " * before + day + " " * (gap - day.cell_length - before) + state
        if gap >= 1:
            return left + " " * gap + state
        # Where the reader is says more than what the program is called.
        place = Content.styled(f" {self._place}", "bold").truncate(max(0, width - state.cell_length - 1), ellipsis=True)
        if place.cell_length >= LEAST_PLACE:
            return place + " " * (width - place.cell_length - state.cell_length) + state
        return state if state.cell_length <= width else Content("")


class KeyBar(Widget):
    """The keys that matter in this pane, from the command registry; each can be clicked."""

    @dataclass
    class Pressed(Message):
        """A key's label was clicked."""

        command: Command

    def __init__(self, *, id: str | None = None, signs: Signs = UNICODE) -> None:
        super().__init__(id=id)
        self.signs = signs
        self._commands: tuple[Command, ...] = ()
        self._count = ""
        self._ends: list[tuple[int, Command]] = []

    def offer(self, commands: Sequence[Command]) -> None:
        """Offers these commands, the most needed first; what does not fit is left out."""
        if tuple(commands) != self._commands:
            self._commands = tuple(commands)
            self.refresh()

    def tell_count(self, count: str) -> None:
        """Shows the number that was typed before a key."""
        if count != self._count:
            self._count = count
            self.refresh()

    def render(self) -> Content:
        width = self.size.width
        chosen: list[Command] = []
        taken = 1 + (cell_len(self._count) + 3 if self._count else 0)
        for command in self._commands:
            if not command.keys:
                continue
            size = cell_len(command.first_key(plain=self.signs.plain)) + 1 + cell_len(say(command.label)) + 2
            if taken + size - 2 > width:
                continue
            chosen.append(command)
            taken += size
        line = Content(" ")
        if self._count:
            line += Content.styled(f" {self._count} ", "bold reverse") + " "
        self._ends = []
        for command in chosen:
            line += Content.styled(command.first_key(plain=self.signs.plain), "bold $primary")
            line += Content.styled(" " + say(command.label) + "  ", "$quiet")
            self._ends.append((line.cell_length, command))
        return line

    def on_click(self, event: events.Click) -> None:
        for end, command in self._ends:
            if event.x < end:
                self.post_message(self.Pressed(command))
                return


BRACKETS = 7
"""Cells of the category strip that are never a name's."""


class CategoryStrip(Widget):
    """The category over the headlines where the sections have no room: the one shown and its neighbours."""

    @dataclass
    class Stepped(Message):
        """A neighbour was clicked: -1 or 1."""

        by: int

    def __init__(self, *, id: str | None = None, signs: Signs = UNICODE) -> None:
        super().__init__(id=id)
        self.signs = signs
        self._before = self._here = self._after = ""
        self._middle = 0

    def tell(self, before: str, here: str, after: str) -> None:
        """Names the category shown and the ones before and after it."""
        self._before, self._here, self._after = shown(before), shown(here), shown(after)
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        here = Content.styled(f" {self._here} ", "bold reverse").truncate(max(0, width - BRACKETS), ellipsis=True)
        # What one neighbour does not need is the other's.
        room = max(0, width - here.cell_length - BRACKETS)
        most = max(room // 2, room - cell_len(self._after))
        before = Content.styled(self._before, "$quiet").truncate(most, ellipsis=True)
        after = Content.styled(self._after, "$quiet").truncate(max(0, room - before.cell_length), ellipsis=True)
        line = Content.assemble(Content.styled(" [ ", "$quiet"), before, " ")
        self._middle = line.cell_length + here.cell_length // 2
        return line + here + Content(" ") + after + Content.styled(" ]", "$quiet")

    def on_click(self, event: events.Click) -> None:
        self.post_message(self.Stepped(-1 if event.x < self._middle else 1))
