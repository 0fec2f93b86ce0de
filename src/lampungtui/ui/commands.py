"""What a command is: the one truth behind keys, footer, help and palette. Which there are: reader_commands, source_commands.

A command names the screen's action that does it (`action_<action>`), the keys that call it, the words for it, and the
panes in which it has a meaning. Words are keys of the message catalogue.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.binding import Binding

from lampungtui.language import later, say


class Pane(enum.StrEnum):
    """The three panes of the reader."""

    SECTIONS = "sections"
    HEADLINES = "headlines"
    ARTICLE = "article"


class Group(enum.StrEnum):
    """The headings of the help."""

    MOVING = "moving"
    READING = "reading"
    SHARING = "sharing"
    SIGHT = "sight"
    NEWSROOM = "newsroom"


GROUP_WORDS = {
    Group.MOVING: later("Moving"),
    Group.READING: later("Reading and keeping"),
    Group.SHARING: later("Links and sharing"),
    Group.SIGHT: later("What is on the screen"),
    Group.NEWSROOM: later("Newsroom"),
}

PANE_WORDS = {
    Pane.SECTIONS: later("categories"),
    Pane.HEADLINES: later("headlines"),
    Pane.ARTICLE: later("article"),
}

EVERYWHERE = frozenset(Pane)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can ask for.

    `label` is the footer's short word, `sentence` says what it does; `shown` orders the footer (0: not in it). `counts`:
    a number typed before its key repeats it (`5j`). `keyed`: the key that was pressed goes to the action, and the keys
    stay as they are; `keys_word` names them together.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    sentence: str
    group: Group
    panes: frozenset[Pane] = EVERYWHERE
    shown: int = 0
    counts: bool = False
    keyed: bool = False
    keys_word: str = ""

    def key_names(self, *, plain: bool = False) -> str:
        """The keys as a person reads them: `j / ↓`, or in plain signs `j / Down`."""
        if self.keys_word:
            return self.keys_word
        return " / ".join(key_name(key, plain=plain) for key in self.keys)

    def first_key(self, *, plain: bool = False) -> str:
        """The key that the footer shows; nothing for a command that has lost its keys."""
        return key_name(self.keys[0], plain=plain) if self.keys else ""


KEY_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "space": later("Space"),
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "full_stop": ".",
    "comma": ",",
    "ctrl+p": "Ctrl+P",
    "ctrl+c": "Ctrl+C",
    "ctrl+z": "Ctrl+Z",
    "ctrl+d": "Ctrl+D",
    "ctrl+u": "Ctrl+U",
    "ctrl+r": "Ctrl+R",
    "shift+down": "Shift+↓",
    "shift+up": "Shift+↑",
    "delete": "Del",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
}


ARROW_WORDS = {"↓": later("Down"), "↑": later("Up"), "←": later("Left"), "→": later("Right")}
"""What the arrows are called where they cannot be drawn: a `v` or `<` would be read as that key."""


def key_name(key: str, *, plain: bool = False) -> str:
    """A key as a person reads it, by Textual's name for it."""
    name = say(KEY_NAMES.get(key, key))
    if plain:
        for arrow, word in ARROW_WORDS.items():
            name = name.replace(arrow, say(word))
    return name


def bindings(commands: Sequence[Command], *, through: str = "") -> list[Binding]:
    """The keys of a screen. Each has its command's id, by which a keymap can move it.

    They come before the focused widget, in the order typed: a key that reaches its widget first is acted on when it
    has bubbled back, and the letters typed right after `/` would be gone by then. With `through`, every key calls that
    action with the command's id.
    """
    found: list[Binding] = []
    for command in commands:
        action = f"{through}({command.id!r})" if through else command.action
        if command.keyed:
            found += [
                Binding(key, f"{command.action}({key!r})", command.label, show=False, priority=True)
                for key in command.keys
            ]
        else:
            found.append(
                Binding(
                    ",".join(command.keys),
                    action,
                    command.label,
                    show=False,
                    priority=True,
                    id=command.id,
                )
            )
    return found


def footer_commands(commands: Sequence[Command], pane: Pane) -> Iterator[Command]:
    """What the footer offers in `pane`, the most needed first."""
    return iter(sorted((c for c in commands if c.shown and pane in c.panes), key=lambda c: c.shown))
