"""What a person can type into the linear reader: a word of either language, or the reader's own key."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lampungtui.language import later


class Order(enum.StrEnum):
    """What is asked for."""

    OPEN = "open"
    MORE = "more"
    LIST = "list"
    CATEGORIES = "categories"
    NEXT = "next"
    PREVIOUS = "previous"
    UNREAD = "unread"
    AGAIN = "again"
    SEARCH = "search"
    SAVE = "save"
    LATER = "later"
    MARK = "mark"
    ALL_READ = "all-read"
    UNDO = "undo"
    REDO = "redo"
    REFRESH = "refresh"
    SOURCES = "sources"
    HELP = "help"
    QUIT = "quit"
    UNKNOWN = "unknown"


WORDS: Final[Mapping[Order, tuple[tuple[str, ...], str]]] = {
    Order.MORE: (("lagi", "more"), later("more headlines; an empty line does the same, or goes to the next unread")),
    Order.LIST: (("daftar", "list", "d"), later("the headlines from the first one; with a number, from there")),
    Order.CATEGORIES: (
        ("rubrik", "categories", "category", "b"), later("the categories; with a number, the headlines of that one"),
    ),
    Order.NEXT: (("berikut", "next", "j"), later("the next article")),
    Order.PREVIOUS: (("sebelum", "previous", "k"), later("the article before")),
    Order.UNREAD: (("baru", "unread", "n"), later("the next unread article")),
    Order.AGAIN: (("ulang", "again"), later("this article once more")),
    Order.SEARCH: (("cari", "search", "/"), later("search for the words behind it; without words, the search ends")),
    Order.SAVE: (("simpan", "save", "s"), later("save this article, or let it go; with a number, that one")),
    Order.LATER: (("nanti", "later", "l"), later("put it aside to read later, or no longer")),
    Order.MARK: (("tandai", "mark", "m"), later("mark it read or unread")),
    Order.ALL_READ: (("semua", "all"), later("mark everything in this list as read")),
    Order.UNDO: (("urung", "undo", "u"), later("take the last change back")),
    Order.REDO: (("jadi", "redo"), later("make it again")),
    Order.REFRESH: (("muat", "refresh", "r"), later("ask the outlets for news")),
    Order.SOURCES: (("sumber", "sources", "h"), later("how the sources are")),
    Order.HELP: (("bantuan", "help", "?"), later("these words")),
    Order.QUIT: (("keluar", "quit", "q"), later("quit; your place is kept")),
}  # fmt: skip
"""The words for each order, the Indonesian one first and the English one second, and what it does."""

_ORDERS: Final = {word: order for order, (words, _) in WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that a person typed: an order, and what stood behind it. `number` where that is one."""

    order: Order
    rest: str = ""

    @property
    def number(self) -> int | None:
        """The number behind the order."""
        return int(self.rest) if self.rest.isdecimal() and len(self.rest) < 10 else None


def understood(line: str) -> Typed:
    """What a line asks for. A number opens an article; an empty line means more; `/kopi` searches for kopi."""
    line = line.strip()
    if not line:
        return Typed(Order.MORE)
    if line.isdecimal():
        return Typed(Order.OPEN, line)
    if line.startswith("/"):
        return Typed(Order.SEARCH, line[1:].strip())
    word, _, rest = line.partition(" ")
    order = _ORDERS.get(word.casefold())
    return Typed(Order.UNKNOWN, line) if order is None else Typed(order, rest.strip())
