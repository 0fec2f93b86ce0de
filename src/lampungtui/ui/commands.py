"""Every command of the reader in one registry: the truth behind keys, footer, help and palette.

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
    NEWSROOM = "newsroom"


GROUP_WORDS = {
    Group.MOVING: later("Moving"),
    Group.READING: later("Reading and keeping"),
    Group.NEWSROOM: later("Newsroom"),
}

PANE_WORDS = {
    Pane.SECTIONS: later("categories"),
    Pane.HEADLINES: later("headlines"),
    Pane.ARTICLE: later("article"),
}

EVERYWHERE = frozenset(Pane)
NEWS = frozenset({Pane.HEADLINES, Pane.ARTICLE})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can ask for.

    `label` is the footer's short word, `sentence` says what it does; `shown` orders the footer (0: not in it).
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    sentence: str
    group: Group
    panes: frozenset[Pane] = EVERYWHERE
    shown: int = 0

    def key_names(self) -> str:
        """The keys as a person reads them: `j / ↓`."""
        return " / ".join(say(KEY_NAMES.get(key, key)) for key in self.keys)

    def first_key(self) -> str:
        """The key that the footer shows."""
        return say(KEY_NAMES.get(self.keys[0], self.keys[0]))


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
    "ctrl+d": "Ctrl+D",
    "ctrl+u": "Ctrl+U",
    "ctrl+r": "Ctrl+R",
    "shift+down": "Shift+↓",
    "shift+up": "Shift+↑",
    "delete": "Del",
    "plus": "+",
    "minus": "-",
}


COMMANDS: tuple[Command, ...] = (
    Command("move.down", ("j", "down"), "down", later("down"), later("Next row, or one line down"), Group.MOVING),
    Command("move.up", ("k", "up"), "up", later("up"), later("Row before, or one line up"), Group.MOVING),
    Command(
        "move.in", ("enter", "right", "l"), "enter", later("open"), later("Open what the cursor is on"),
        Group.MOVING, shown=10,
    ),
    Command(
        "move.out", ("escape", "left", "h"), "leave", later("back"), later("Back to the pane before"),
        Group.MOVING, shown=85,
    ),
    Command("move.pane", ("tab",), "next_pane", later("pane"), later("Next pane"), Group.MOVING, shown=100),
    Command(
        "move.pane_back", ("shift+tab",), "previous_pane", later("pane before"), later("Pane before"), Group.MOVING
    ),
    Command(
        "move.on", ("space",), "read_on", later("read on"),
        later("Scroll the article; at its end, open the next unread one"), Group.MOVING, NEWS, shown=20,
    ),
    Command(
        "move.next_unread", ("n",), "next_unread", later("next unread"), later("Next unread article"),
        Group.MOVING, shown=80,
    ),
    Command(
        "move.previous_unread", ("N",), "previous_unread", later("unread before"), later("Unread article before"),
        Group.MOVING,
    ),
    Command(
        "move.next_category", ("right_square_bracket",), "next_category", later("next category"),
        later("Next category"), Group.MOVING,
    ),
    Command(
        "move.previous_category", ("left_square_bracket",), "previous_category", later("category before"),
        later("Category before"), Group.MOVING,
    ),
    Command("move.top", ("g", "home"), "top", later("top"), later("To the top; new headlines come in"), Group.MOVING),
    Command("move.bottom", ("G", "end"), "bottom", later("end"), later("To the end"), Group.MOVING),
    Command(
        "move.page_down", ("pagedown", "ctrl+d"), "page_down", later("page down"), later("A page down"), Group.MOVING
    ),
    Command("move.page_up", ("pageup", "ctrl+u"), "page_up", later("page up"), later("A page up"), Group.MOVING),
    Command(
        "article.read", ("m",), "toggle_read", later("read"), later("Mark read or unread"), Group.READING, NEWS, 90
    ),
    Command(
        "article.save", ("s",), "toggle_saved", later("save"), later("Save, or let go again"), Group.READING, NEWS, 30
    ),
    Command(
        "article.later", ("L",), "toggle_later", later("later"), later("Put aside to read later, or no longer"),
        Group.READING, NEWS,
    ),
    Command(
        "article.all_read", ("A",), "mark_all_read", later("all read"), later("Mark everything in this list as read"),
        Group.READING,
    ),
    Command(
        "state.undo", ("u",), "undo", later("undo"), later("Take the last change back; many steps, also after a restart"),
        Group.READING, shown=75,
    ),
    Command("state.redo", ("ctrl+r",), "redo", later("redo"), later("Make it again"), Group.READING),
    Command(
        "article.browse", ("o",), "browse", later("browser"), later("Open the outlet's page in the browser"),
        Group.READING, NEWS, 55,
    ),
    Command(
        "article.people", ("c",), "people", later("people"),
        later("Who made it, and where; and everything else of theirs"), Group.READING, NEWS,
    ),
    Command(
        "article.comments", ("C",), "comments", later("comments"), later("Open the comments in the browser"),
        Group.READING, NEWS,
    ),
    Command(
        "article.version", ("v",), "version", later("versions"), later("Show an earlier version of an edited article"),
        Group.READING, NEWS,
    ),
    Command(
        "article.pictures", ("i",), "pictures", later("pictures"), later("Leave pictures out, or show them again"),
        Group.READING, NEWS,
    ),
    Command(
        "news.search", ("slash",), "search", later("search"), later("Search headlines and stored articles"),
        Group.NEWSROOM, shown=40,
    ),
    Command(
        "news.refresh", ("r",), "refresh_now", later("refresh"), later("Ask the outlets for news now"),
        Group.NEWSROOM, shown=50,
    ),
    Command(
        "news.add", ("a",), "add", later("add"), later("Add a source by any address"), Group.NEWSROOM,
    ),
    Command(
        "news.sources", ("H",), "sources", later("sources"),
        later("The sources: how they are, and what you want of them"), Group.NEWSROOM, shown=65,
    ),
    Command(
        "program.themes", ("T",), "themes", later("theme"), later("Choose a theme"), Group.NEWSROOM,
    ),
    Command(
        "program.settings", ("comma",), "settings", later("settings"), later("Change the settings"), Group.NEWSROOM,
    ),
    Command("program.help", ("question_mark",), "help", later("help"), later("These keys"), Group.NEWSROOM, shown=60),
    Command(
        "program.palette", ("ctrl+p",), "palette", later("commands"), later("Find a command by name"), Group.NEWSROOM
    ),
    Command(
        "program.quit", ("q",), "leave_reader", later("quit"), later("Quit; your place is kept"),
        Group.NEWSROOM, shown=70,
    ),
)  # fmt: skip


def bindings(commands: Sequence[Command] = COMMANDS) -> list[Binding]:
    """The keys of a screen, the reader's if no other. Each has its command's id, by which a keymap can move it.

    They come before the focused widget, in the order typed: a key that reaches its widget first is acted on when it
    has bubbled back, and the letters typed right after `/` would be gone by then.
    """
    return [
        Binding(
            ",".join(command.keys),
            command.action,
            command.label,
            show=False,
            priority=True,
            id=command.id,
            tooltip=command.sentence,
        )
        for command in commands
    ]


def footer_commands(pane: Pane) -> Iterator[Command]:
    """What the footer offers in `pane`, the most needed first."""
    return iter(sorted((c for c in COMMANDS if c.shown and pane in c.panes), key=lambda c: c.shown))
