"""A person at the reader, without a terminal: presses keys and looks at what is on the screen."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.cells import cell_len
from tests.ui.painting import look_at
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets._toast import Toast

from lampungtui.clock import Clock, machine_clock
from lampungtui.folders import Folders
from lampungtui.language import use_language
from lampungtui.model import View, ViewKind
from lampungtui.newsroom.opening import open_newsroom
from lampungtui.newsroom.room import Newsroom
from lampungtui.ui.app import LampungApp, Wish

LOOKS = 3000
"""How often the person looks for something before giving up; nobody looks that often when all is well."""

SCROLLBAR = " ▁▂▃▄▅▆▇█"
"""What a scroll bar leaves at the right end of a pane's lines."""

MIN_TITLE = 8
"""Characters of a title that must be seen before it counts as known."""

WIDE = (120, 35)
MEDIUM = (80, 24)
NARROW = (60, 24)
LARGE = (200, 50)


ALL = View(ViewKind.ALL)


@dataclass(frozen=True, slots=True)
class PaneSeen:
    """A pane as its frame shows it: its title, its columns, and whether the line is the heavy one of the focus."""

    title: str
    left: int
    width: int
    focused: bool


class Person:
    """Keys in, screen out."""

    def __init__(self, app: LampungApp, pilot: Pilot[Wish]) -> None:
        self.app = app
        self.pilot = pilot

    # ------------------------------------------------------------------ hands

    async def press(self, *keys: str) -> None:
        """Presses keys, each after the one before has had its effect."""
        await self.pilot.press(*keys)

    async def press_at_once(self, *keys: str) -> None:
        """Presses keys without looking up: all of them are on their way before the first has had its effect."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Types words into the line that has the focus."""
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def click(self, x: int, y: int) -> None:
        """Clicks on a cell of the screen."""
        await self.pilot.click(offset=(x, y))
        await self.pilot.pause()

    async def resize(self, size: tuple[int, int]) -> None:
        """Drags the terminal to another size."""
        await self.pilot.resize_terminal(*size)
        await self.pilot.pause()

    # ------------------------------------------------------------------ eyes

    @property
    def strips(self) -> list[Strip]:
        """The screen, line by line, as it is painted: a dialog on what lies under it."""
        return look_at(self.app)

    @property
    def lines(self) -> list[str]:
        """The screen, line by line, every cell of it."""
        return ["".join(segment.text for segment in strip) for strip in self.strips]

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self.lines)

    @property
    def panes(self) -> list[PaneSeen]:
        """The panes from left to right, by the upper line of their frames."""
        seen: list[PaneSeen] = []
        line, at = self.lines[1], 0
        for corner, end, bar in (("╭", "╮", "─"), ("┏", "┓", "━")):
            at = 0
            while (start := line.find(corner, at)) >= 0:
                at = line.index(end, start)
                title = line[start + 1 : at].strip(bar).strip()
                seen.append(
                    PaneSeen(title, cell_len(line[:start]), cell_len(line[start : at + 1]), focused=corner == "┏")
                )
        return sorted(seen, key=lambda pane: pane.left)

    @property
    def focused(self) -> str:
        """The title of the pane whose frame is the focus's; empty while the screen is between two frames."""
        titles = [pane.title for pane in self.panes if pane.focused]
        assert len(titles) < 2
        return titles[0] if titles else ""

    def panes_subtitle(self, place: int) -> str:
        """What stands in the lower line of the frame of the pane at `place`."""
        pane = self.panes[place]
        line = next(line for line in reversed(self.lines) if "╰" in line or "┗" in line)
        return by_cells(line, pane.left + 1, pane.left + pane.width - 1).strip("─━ ")

    def pane_lines(self, place: int) -> list[str]:
        """What stands inside the frame of the pane at `place` (from the left), line by line."""
        pane = self.panes[place]
        left, right = pane.left + 1, pane.left + pane.width - 1
        return [by_cells(line, left, right) for line in self.lines[2:-2]]

    @property
    def list_place(self) -> int:
        """The place of the headlines' pane: second where the categories stand before it."""
        return 1 if len(self.panes) == 3 else 0

    @property
    def cursor_lines(self) -> list[str]:
        """The lines of the row under the cursor in the headlines, without its cursor sign."""
        return [line[1:] for line in self.pane_lines(self.list_place) if line.startswith("▌")]

    @property
    def cursor_title(self) -> str:
        """The title of the headline under the cursor, as far as it stands in its row."""
        lines = [line[2:].rstrip(SCROLLBAR) for line in self.cursor_lines]
        words = [line for line in lines if line]
        return " ".join(words[:-1])

    def on(self, title: str) -> bool:
        """Whether the cursor is on the headline with this title."""
        seen = self.cursor_title.removesuffix("…").rstrip()
        return len(seen) > MIN_TITLE and title.startswith(seen)

    @property
    def cursor_mark(self) -> str:
        """The sign of the row under the cursor: `●` for unread, `▲` for fresh, a space for read."""
        return self.cursor_lines[0][0]

    @property
    def top_row(self) -> str:
        """The first line of the headlines' pane, without its cursor sign."""
        strip = 0 if len(self.panes) == 3 else 1
        return self.pane_lines(self.list_place)[strip][1:].rstrip(SCROLLBAR)

    @property
    def article_text(self) -> str:
        """The article pane's lines, joined; the last pane on screen."""
        return "\n".join(line.rstrip(SCROLLBAR) for line in self.pane_lines(-1))

    def reading(self, title: str) -> bool:
        """Whether the article of this title stands in its pane, at whatever width."""
        return "".join(title.split()) in "".join(self.article_text.split())

    def broken_frames(self) -> list[str]:
        """The lines of the screen that are not exactly as wide as it, or on which a pane's frame is not in its place."""
        width, panes = self.app.size.width, self.panes
        broken = []
        strips = self.strips
        for number, strip in enumerate(strips):
            edges = [(pane.left, pane.left + pane.width - 1) for pane in panes] if 1 < number < len(strips) - 2 else []
            bars = "".join(strip.crop(column, column + 1).text for pair in edges for column in pair)
            if cell_len(strip.text) != width or set(bars) - set("│┃"):
                broken.append(strip.text)
        return broken

    @property
    def focus_on_screen(self) -> bool:
        """Whether what has the keys is in a pane that is shown, and in the one whose frame says so."""
        focused = self.app.focused
        if focused is None or not focused.region or not focused.is_on_screen:
            return False
        (pane,) = [pane for pane in self.panes if pane.focused]
        return pane.left < focused.region.x + 1 <= pane.left + pane.width

    # ------------------------------------------------------------------ patience

    async def until(self, condition: Callable[[], bool], wanted: str) -> None:
        """Waits until `condition` holds."""
        for _ in range(LOOKS):
            if condition():
                return
            await self.pilot.pause()
        raise AssertionError(f"waited for {wanted}; the screen is:\n{self.text}")

    async def sees(self, *words: str, gone: tuple[str, ...] = ()) -> str:
        """Waits until all `words` stand on the screen and none of `gone` does; the screen then."""

        def there() -> bool:
            text = self.text
            return all(word in text for word in words) and not any(word in text for word in gone)

        await self.until(there, f"{words} without {gone}")
        return self.text

    async def told(self, *words: str) -> None:
        """Waits until a toast says all `words`, wherever its lines break (a path in it is as long as it is)."""

        def said() -> bool:
            toasts = [str(toast.render()) for toast in self.app.screen.query(Toast) if toast.region]
            return any(all(word in " ".join(toast.split()) for word in words) for toast in toasts)

        await self.until(said, f"a toast with {words}")

    async def in_pane(self, title: str) -> None:
        """Waits until the pane whose title begins with `title` has the focus."""

        def there() -> bool:
            return any(pane.focused and pane.title.startswith(title) for pane in self.panes)

        await self.until(there, f"the focus in '{title}'")

    async def reads(self, title: str) -> str:
        """Waits until the article of this title stands in its pane; the pane's text then."""
        await self.until(lambda: self.reading(title), f"the article '{title}'")
        return self.article_text

    async def comes_to(self, title: str) -> None:
        """Waits until the cursor is on the headline with this title."""
        await self.until(lambda: self.on(title), f"the cursor on '{title}'")

    async def settled(self) -> str:
        """Waits until two looks at the screen in a row show the same; the screen then."""
        before = ""
        while before != (now := self.text):
            before = now
            await self.pilot.pause()
        return before


def by_cells(line: str, start: int, end: int) -> str:
    """The part of a line between two cell columns."""
    at, kept = 0, ""
    for character in line:
        if start <= at < end:
            kept += character
        at += cell_len(character)
    return kept


@asynccontextmanager
async def at_reader(
    home: Path,
    *,
    size: tuple[int, int] = WIDE,
    language: str = "id",
    settled: bool = True,
    clock: Clock = machine_clock,
) -> AsyncIterator[Person]:
    """Opens the reader on the data below `home` as the command line does, and closes it as a crash would: nothing is
    written on the way out but what the person's own keys have written."""
    use_language(language)
    opened = open_newsroom(Folders.under(home), clock=clock)
    app = LampungApp(opened)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            person = Person(app, pilot)
            if settled:
                await person.until(lambda: len(person.lines) == size[1] and bool(person.panes), "the panes")
            yield person
    finally:
        opened.room.close()


@asynccontextmanager
async def in_newsroom(home: Path) -> AsyncIterator[Newsroom]:
    """The newsroom of `home` without a screen: to lay out what a test needs."""
    room = open_newsroom(Folders.under(home)).room
    try:
        yield room
    finally:
        await room.hang_up()
        room.close()


async def titles_of(home: Path, view: View = ALL) -> list[str]:
    """The titles of a view, newest first."""
    async with in_newsroom(home) as room:
        window = room.window(view)
        return [headline.title for rank in range(window.total) if (headline := window.at(rank)) is not None]


async def age_polls(home: Path) -> None:
    """Makes every source due again, as an hour later."""
    async with in_newsroom(home) as room:
        earlier = datetime.now(UTC) - timedelta(hours=1)
        for state in room.store.feed_states().values():
            await room.store.set_feed_state(replace(state, last_try_at=earlier, next_poll_at=earlier))


def copied(home: Path, to: Path) -> Path:
    """A copy of a filled home, for a test to change."""
    shutil.copytree(home, to)
    return to
