"""A person's own keys: the `[keys]` table of the settings laid over the commands' keys.

A key that a person gives to one command is taken from the command that had it where both have a meaning; two commands
that a person gives the same key are a conflict, which is named, and the first keeps it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from textual.keys import _character_to_key

from lampungtui.language import say
from lampungtui.ui.commands import KEY_NAMES, Command, key_name

_MODIFIERS: Final = ("ctrl+", "shift+", "alt+", "super+", "hyper+", "meta+")
_NAMED: Final = frozenset(
    {"backspace", "insert", "delete", "home", "end", "pageup", "pagedown", "up", "down", "left", "right", "enter",
     "escape", "tab", "space", *(f"f{number}" for number in range(1, 25))}
)  # fmt: skip
KEPT: Final = ("program.help", "program.quit")
"""Commands that keep a key whatever the settings say: nobody shall be locked in."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys that hold. `problems` are sentences for the person about what could not be done."""

    wanted: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    def worn(self, commands: Sequence[Command]) -> tuple[Command, ...]:
        """The commands with the keys that hold."""
        taken = {
            (key, pane) for command in commands for key in self.wanted.get(command.id, ()) for pane in command.panes
        }
        worn = []
        for command in commands:
            keys = self.wanted.get(command.id)
            if keys is None:
                keys = command.keys
                if not command.keyed:
                    left = tuple(key for key in keys if not any((key, pane) in taken for pane in command.panes))
                    keys = left or (command.keys if command.id in KEPT else ())
            worn.append(replace(command, keys=keys))
        return tuple(worn)

    def for_textual(self, tables: Iterable[Sequence[Command]]) -> dict[str, str]:
        """The keys by command, as Textual's keymap takes them: those alone that are not the command's own."""
        return {
            worn.id: ",".join(worn.keys)
            for commands in tables
            for worn, own in zip(self.worn(commands), commands, strict=True)
            if worn.keys != own.keys
        }


def keymap(wanted: Mapping[str, Iterable[str]], tables: Sequence[Sequence[Command]]) -> Keymap:
    """What a person wants, as far as it can be had. `tables` are the commands of every screen."""
    known = {command.id: command for commands in tables for command in commands}

    def meet(one: str, other: str) -> bool:
        """Whether two commands have a meaning in the same place."""
        together = any({one, other} <= {command.id for command in commands} for commands in tables)
        return together and bool(known[one].panes & known[other].panes)

    problems: list[str] = []
    taken: dict[str, list[str]] = {}
    found: dict[str, tuple[str, ...]] = {}
    for command_id, names in wanted.items():
        command = known.get(command_id)
        if command is None or command.keyed:
            near = difflib.get_close_matches(command_id, known, n=1)
            told = say("[keys] {command}: there is no such command").format(command=command_id)
            hint = say("did you mean {command}?").format(command=near[0]) if near else ""
            problems.append(f"{told}; {hint}" if hint else told)
            continue
        keys: list[str] = []
        for name in names:
            key = key_of(name)
            if key is None:
                problems.append(say("[keys] {command}: {key} is no key").format(command=command_id, key=name))
                continue
            holders = [other for other in taken.get(key, ()) if meet(other, command_id)]
            if holders:
                told = say("[keys] {key} is given to {one} and to {other}; {one} has it")
                problems.append(told.format(key=name, one=holders[0], other=command_id))
                continue
            taken.setdefault(key, []).append(command_id)
            keys.append(key)
        if not keys and command_id in KEPT:
            problems.append(say("[keys] {command} keeps its key").format(command=command_id))
            continue
        found[command_id] = tuple(dict.fromkeys(keys))
    return Keymap(found, tuple(problems))


def key_of(name: str) -> str | None:
    """A key as a person writes it, by Textual's name for it: `/` is `slash`, `Ctrl+R` is `ctrl+r`; None for none."""
    typed = name.strip() if len(name) > 1 else name
    if typed == " ":
        return "space"
    words = {shown.casefold(): key for key, shown in KEY_NAMES.items()}
    words |= {key_name(key, plain=plain).casefold(): key for key in KEY_NAMES for plain in (False, True)}
    if typed.casefold() in words:
        return words[typed.casefold()]
    if len(typed) == 1:
        return _character_to_key(typed)
    lead, rest = "", typed
    while modifier := next((each for each in _MODIFIERS if rest.lower().startswith(each)), ""):
        lead, rest = lead + modifier, rest[len(modifier) :]
    if len(rest) == 1:
        return lead + _character_to_key(rest.lower() if lead else rest)
    if rest.lower() in _NAMED or rest.lower() in KEY_NAMES:
        return lead + rest.lower()
    return None
