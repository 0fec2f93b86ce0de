"""Every key of every screen but the reader's own (`test_keys`) is pressed, and does what a person would expect of it.

The keys are gathered from the screens: one that is bound and not pressed here fails `test_no_binding_is_left_out`.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.newsroom.site_to_discover import RSS, TITLES, Site, names_feed, page, rss
from tests.ui.conftest import QUIET, settings
from tests.ui.person import ALL, Person, age_polls, at_reader, in_newsroom
from tests.ui.source_desk import words_in
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input
from textual.widgets._toast import Toast

from lampungtui.folders import Folders
from lampungtui.model import RuleDraft, RuleKind
from lampungtui.outlets.subscriptions import read_subscriptions
from lampungtui.ui import screens
from lampungtui.ui.app import LampungApp
from lampungtui.ui.screens.reader import ReaderScreen
from lampungtui.ui.widgets.row_list import RowList

ADDRESS = "@address"
"""The step of a way on which the address of a site is typed, which offers two feeds."""

Bound = tuple[str, str]
"""A screen's class and the action that is bound in it."""


def bound() -> dict[Bound, tuple[str, ...]]:
    """The keys of each action of each screen; those of the reader's screen are `test_keys`'s."""
    found: dict[Bound, list[str]] = {}
    holders: list[type[LampungApp] | type[Screen[object]]] = [LampungApp, *_screens()]
    for screen in holders:
        for binding in screen.BINDINGS:
            assert isinstance(binding, Binding)
            found.setdefault((screen.__name__, binding.action), []).extend(binding.key.split(","))
    return {place: tuple(keys) for place, keys in found.items()}


def _screens() -> Iterator[type[Screen[object]]]:
    for module in pkgutil.iter_modules(screens.__path__):
        for _, kind in inspect.getmembers(
            importlib.import_module(f"{screens.__name__}.{module.name}"), inspect.isclass
        ):
            own = kind.__module__.endswith(f".{module.name}") and "BINDINGS" in vars(kind)
            if issubclass(kind, Screen) and own and kind is not ReaderScreen:
                yield kind


# --------------------------------------------------------------------------- what a person sees


@dataclass(frozen=True, slots=True)
class Place:
    """A person on a screen, how they came there, and the keys to try one after the other."""

    person: Person
    keys: tuple[str, ...]
    way: tuple[str, ...]
    home: Path
    address: str

    @property
    def name(self) -> str:
        """The class of the screen on top."""
        return type(self.person.app.screen).__name__

    @property
    def row(self) -> str:
        """The row under the cursor, as it is painted."""
        rows = self.person.app.screen.query_one(RowList)
        strips = self.person.strips
        y = rows.region.y + rows.cursor - rows.scroll_offset.y
        return strips[y].crop(rows.region.x, rows.region.right - 1).text.strip()

    async def come(self) -> None:
        """Comes to the screen from the reader, again where it was left."""
        while self.way and self.name != "ReaderScreen":
            await self.leaves("escape")
        for step in self.way:
            if step == ADDRESS:
                await self.person.type(self.address)
                await self.person.press("enter")
                await self.person.sees("2 ditemukan")
                await self.person.until(lambda: not isinstance(self.person.app.focused, Input), "the candidates")
                continue
            key, _, opens = step.partition(">")
            await self.person.press(key)
            if opens:
                await self.person.until(lambda opens=opens: self.name == opens, f"what {key} opens")  # type: ignore[misc]
            await self.person.settled()

    async def leaves(self, key: str) -> None:
        """Presses a key that leaves this screen; nothing of it is left."""
        name = self.name
        await self.person.press(key)
        await self.person.until(lambda: self.name != name, f"{key} to leave {name}")


Deed = Callable[[Place], Awaitable[None]]


async def leaves_all_as_it_was(place: Place) -> None:
    before = (Folders.under(place.home).config_file.read_bytes(), read_subscriptions(file_of(place.home)))
    for number, key in enumerate(place.keys):
        if number:
            await place.come()
        await place.leaves(key)
    assert (Folders.under(place.home).config_file.read_bytes(), read_subscriptions(file_of(place.home))) == before


async def goes_down(place: Place) -> None:
    before = place.row
    for key in place.keys:
        await place.person.press(key)
        await place.person.until(lambda: place.row != before, f"the next row by {key}")
        await place.person.press("up")
        await place.person.until(lambda: place.row == before, "the row before")


async def goes_up(place: Place) -> None:
    top = place.row
    for key in place.keys:
        await place.person.press("down")
        await place.person.until(lambda: place.row != top, "the second row")
        await place.person.press(key)
        await place.person.until(lambda: place.row == top, f"the first row again by {key}")


async def goes_pages(place: Place) -> None:
    """Down by more than a row, or, where everything is in sight, to the end."""
    rows = place.person.app.screen.query_one(RowList)
    for key in place.keys:
        await place.person.press("home")
        start = rows.cursor
        await place.person.press(key)
        far = min(start + 2, rows.row_count - 1)
        await place.person.until(lambda far=far: rows.cursor >= far, f"a page down by {key}")  # type: ignore[misc]


async def goes_pages_back(place: Place) -> None:
    rows = place.person.app.screen.query_one(RowList)
    for key in place.keys:
        await place.person.press("end")
        await place.person.until(lambda: rows.cursor == rows.row_count - 1, "the last row")
        far = max(rows.cursor - 2, 0)
        await place.person.press(key)
        await place.person.until(lambda far=far: rows.cursor <= far, f"a page up by {key}")  # type: ignore[misc]


async def goes_to_the_top(place: Place) -> None:
    top = place.row
    for key in place.keys:
        await place.person.press("end")
        await place.person.until(lambda: place.row != top, "another row")
        await place.person.press(key)
        await place.person.until(lambda: place.row == top, f"the first row by {key}")


async def goes_to_the_end(place: Place) -> None:
    rows = place.person.app.screen.query_one(RowList)
    for key in place.keys:
        await place.person.press("home")
        await place.person.press(key)
        await place.person.until(lambda: rows.cursor == rows.row_count - 1, f"the last row by {key}")
        assert place.row


async def shows_its_keys(place: Place) -> None:
    for key in place.keys:
        name = place.name
        await place.person.press(key)
        await place.person.sees("ketik untuk mencari, Esc menutup", "Berpindah")
        await place.person.press("escape")
        await place.person.until(lambda name=name: place.name == name, "the screen again")  # type: ignore[misc]


async def scrolls_what_stands_beside(place: Place) -> None:
    """On a screen so low that it does not all fit."""
    await lowered(place)
    for key in place.keys:
        # Also back at the top from the key before.
        await place.person.settled()
        before = words_in(place.person, "#detail-pane")
        await place.person.press(key)
        await place.person.until(
            lambda before=before: words_in(place.person, "#detail-pane") != before,  # type: ignore[misc]
            f"other lines by {key}",
        )
        await place.person.press("K", "K")


async def scrolls_it_back(place: Place) -> None:
    await lowered(place)
    first = words_in(place.person, "#detail-pane")
    for key in place.keys:
        await place.person.press("J")
        await place.person.until(lambda: words_in(place.person, "#detail-pane") != first, "other lines")
        await place.person.press(key)
        await place.person.until(lambda: words_in(place.person, "#detail-pane") == first, f"the first lines by {key}")


async def lowered(place: Place) -> None:
    person = place.person
    await person.resize((80, 10))
    await person.until(lambda: person.app.screen.query_one("#detail-pane").max_scroll_y > 0, "more than fits")
    await person.settled()


# --------------------------------------------------------------------------- single screens


def file_of(home: Path) -> Path:
    return Folders.under(home).subscriptions_file


async def ends_the_program(place: Place) -> None:
    (key,) = place.keys
    await place.person.press("j")
    await place.person.settled()
    await place.person.pilot.press(key)
    await place.person.until(lambda: not place.person.app.is_running, "the program to end")
    async with in_newsroom(place.home) as room:
        last = room.last_place()
        second = room.window(last.view).at(1)
        assert second is not None
        assert last.headline_id == second.id, "the place is kept"


async def takes_the_theme(place: Place) -> None:
    await place.person.press("j", "j")
    await place.person.until(lambda: place.person.app.theme == place.row.strip("▌ "), "the theme tried on")
    worn = place.person.app.theme
    await place.leaves("enter")
    assert place.keys == ("enter",)
    assert place.person.app.theme == worn
    assert f'theme = "{worn}"' in Folders.under(place.home).config_file.read_text("utf-8")


async def takes_the_row(place: Place) -> None:
    """`Lebih lama dari sehari` of what can be marked: older ones are read then."""
    assert place.keys == ("enter",)
    await place.person.press("down", "down")
    await place.person.until(lambda: "Lebih lama dari sehari" in place.row, "the row")
    before = place.person.panes[1].title
    await place.leaves("enter")
    await place.person.until(lambda: place.person.panes[1].title != before, "fewer unread")


async def keeps_the_rule(place: Place) -> None:
    assert place.keys == ("enter",)
    await place.person.sees("Berlaku untuk ")
    await place.leaves("enter")
    await place.person.told("dibungkam")
    async with in_newsroom(place.home) as room:
        assert [rule.query for rule in room.rules()] == ["gajah"]


async def moves_in_the_form(place: Place) -> None:
    rows = place.person.app.screen.query_one(RowList)
    for key in place.keys:
        before = (rows.has_focus, rows.cursor)
        await place.person.press(key)
        await place.person.until(lambda before=before: (rows.has_focus, rows.cursor) > before, f"a row down by {key}")  # type: ignore[misc]


async def moves_back_in_the_form(place: Place) -> None:
    rows = place.person.app.screen.query_one(RowList)
    await place.person.press("down", "down", "down")
    for key in place.keys:
        before = rows.cursor
        await place.person.press(key)
        await place.person.until(lambda before=before: rows.cursor < before, f"a row up by {key}")  # type: ignore[misc]
    await place.person.press("up")
    await place.person.until(lambda: not rows.has_focus, "the line for the words")


async def turns_the_row(place: Place) -> None:
    await place.person.press("down")
    for key in place.keys:
        before = place.row
        await place.person.press(key)
        await place.person.until(lambda before=before: place.row != before, f"another value by {key}")  # type: ignore[misc]


async def takes_the_rubric(place: Place) -> None:
    assert place.keys == ("enter",)
    await place.person.press("j", "j")
    chosen = place.row.strip("▌ ")
    await place.leaves("enter")
    await place.person.until(lambda: chosen in place.person.text, "the rubric beside the candidate")


async def keeps_the_form(place: Place) -> None:
    assert place.keys == ("ctrl+s",)
    place.person.app.screen.query_one("#name", Input).value = "Warta Baru"
    await place.leaves("ctrl+s")
    await place.person.sees("Warta Baru")
    assert "Warta Baru" in file_of(place.home).read_text("utf-8")


async def opens_the_link(place: Place) -> None:
    browsed = place.home / "browsed"
    for number, key in enumerate(place.keys):
        if number:
            await place.come()
        await place.leaves(key)
        await place.person.until(browsed.exists, f"the browser called by {key}")
        browsed.unlink()


async def copies_the_link(place: Place) -> None:
    for number, key in enumerate(place.keys):
        if number:
            await place.come()
        place.person.app.clear_notifications()
        await place.leaves(key)
        await place.person.told("Alamat disalin")
        assert place.person.app.clipboard.startswith("http://127.0.0.1:")


async def adds_the_link(place: Place) -> None:
    assert place.keys == ("a",)
    await place.leaves("a")
    await place.person.sees("Tambah sumber", "127.0.0.1:")


async def scrolls_the_help(place: Place) -> None:
    for key in place.keys:
        before = place.person.lines[10]
        await place.person.press(key)
        await place.person.until(lambda before=before: place.person.lines[10] != before, f"other lines by {key}")  # type: ignore[misc]


async def scrolls_the_help_back(place: Place) -> None:
    await place.person.press(*["pagedown"] * 2)
    await place.person.settled()
    await scrolls_the_help(place)


async def lists_everything_of_theirs(place: Place) -> None:
    for number, key in enumerate(place.keys):
        if number:
            await place.come()
        await place.leaves(key)
        await place.person.in_pane('Cari: orang:"Ruth Damayanti"')
        await place.person.press("escape")
        await place.person.in_pane("Semua")


async def goes_a_page(place: Place) -> None:
    rows = place.person.app.screen.query_one(RowList)
    for key in place.keys:
        await place.person.press("down", "up")
        before = rows.cursor
        await place.person.press(key)
        await place.person.until(lambda before=before: abs(rows.cursor - before) > 2, f"a page by {key}")  # type: ignore[misc]


async def goes_a_page_back(place: Place) -> None:
    rows = place.person.app.screen.query_one(RowList)
    for key in place.keys:
        await place.person.press("pagedown", "pagedown")
        await place.person.until(lambda: rows.cursor > 2, "a page down")
        before = rows.cursor
        await place.person.press(key)
        await place.person.until(lambda before=before: rows.cursor < before - 2, f"a page up by {key}")  # type: ignore[misc]


async def goes_to_an_end(place: Place) -> None:
    rows = place.person.app.screen.query_one(RowList)
    await place.person.press("j", "j", "j")
    for key in place.keys:
        before = rows.cursor
        await place.person.press(key)
        await place.person.until(
            lambda before=before: rows.cursor in (0, rows.row_count - 1) and rows.cursor != before,  # type: ignore[misc]
            f"an end by {key}",
        )
        await place.person.press("k" if rows.cursor else "j", "k" if rows.cursor else "j")


# sources


async def opens_the_form(place: Place) -> None:
    for key in place.keys:
        await place.person.press(key)
        await place.person.sees("Menit antar-permintaan")
        await place.person.press("escape")
        await place.person.until(lambda: place.name == "SourcesScreen", "the sources again")


async def asks_for_an_address(place: Place) -> None:
    assert place.keys == ("a",)
    await place.person.press("a")
    await place.person.sees("alamat apa saja")


async def opens_the_catalogue(place: Place) -> None:
    assert place.keys == ("P",)
    await place.person.press("P")
    await place.person.sees("Lampungpro.co", "ditandai")


async def pauses_it(place: Place) -> None:
    assert place.keys == ("p",)
    await place.person.press("p")
    await place.person.told("Dijeda")
    await place.person.until(lambda: "dijeda" in place.row, "its row to say so")


async def mutes_it(place: Place) -> None:
    assert place.keys == ("x",)
    await place.person.press("end", "x")
    await place.person.told("Dibungkam")
    await place.person.until(lambda: "dibungkam" in place.row, "its row to say so")


async def lets_it_go(place: Place) -> None:
    for left, key in zip((15, 14), place.keys, strict=True):
        await place.person.press("end", key)
        await place.person.sees(f"{left} sumber")


async def takes_it_back(place: Place) -> None:
    assert place.keys == ("u",)
    await place.person.press("end", "p")
    await place.person.until(lambda: "dijeda" in place.row, "it paused")
    await place.person.press("u")
    await place.person.told("Diurungkan")
    await place.person.until(lambda: "dijeda" not in place.row, "it as it was")


async def makes_it_again(place: Place) -> None:
    assert place.keys == ("ctrl+r",)
    await takes_it_back(Place(place.person, ("u",), place.way, place.home, place.address))
    await place.person.press("ctrl+r")
    await place.person.until(lambda: "dijeda" in place.row, "it paused again")


async def asks_it(place: Place) -> None:
    """Nobody listens any more: what came of asking stands in its row."""
    assert place.keys == ("r",)
    await place.person.press("end", "r")
    await place.person.until(
        lambda: "menolak sambungan" in place.row or "menolak sambungan" in place.person.text, "an answer"
    )


async def opens_its_home(place: Place) -> None:
    assert place.keys == ("o",)
    await place.person.press("o")
    await place.person.until((place.home / "browsed").exists, "the browser called")


# outlets to choose from


async def reads_what_is_marked(place: Place) -> None:
    assert place.keys == ("enter",)
    await place.leaves("enter")
    await place.person.until(
        lambda: read_subscriptions(file_of(place.home)).outlets is not None, "the choice in the file"
    )


async def marks_the_outlet(place: Place) -> None:
    for mark, key in zip(("[✓]", "[ ]"), place.keys, strict=True):
        await place.person.press(key)
        await place.person.until(lambda mark=mark: mark in place.row, f"{mark} by {key}")  # type: ignore[misc]


async def marks_the_group(place: Place) -> None:
    assert place.keys == ("plus",)
    before = place.person.text.count("[ ]")
    await place.person.press("plus")
    await place.person.until(lambda: place.person.text.count("[ ]") < before - 5, "all of the group marked")


async def marks_none_of_the_group(place: Place) -> None:
    assert place.keys == ("minus",)
    await place.person.press("plus")
    await place.person.until(lambda: "[✓]" in place.row, "all of the group marked")
    await place.person.press("minus")
    await place.person.until(lambda: "[✓]" not in place.row, "none of it")


# candidates


async def follows_it(place: Place) -> None:
    assert place.keys == ("enter",)
    await place.leaves("enter")
    await place.person.until(lambda: bool(read_subscriptions(file_of(place.home)).feeds), "the feed in the file")


async def asks_for_the_rubric(place: Place) -> None:
    assert place.keys == ("c",)
    await place.person.press("c")
    await place.person.sees("menurut labelnya", "Enter memilih")


async def types_another_address(place: Place) -> None:
    for key in place.keys:
        await place.person.press(key)
        await place.person.until(
            lambda: isinstance(place.person.app.focused, Input), f"the line for an address by {key}"
        )
        await place.person.press("escape")
        await place.person.until(lambda: not isinstance(place.person.app.focused, Input), "the candidates")


# settings


async def changes_the_setting(place: Place) -> None:
    for key in place.keys:
        await place.person.press("home")
        await on_row(place, "Tanda polos")
        before = place.row
        await place.person.press(key)
        await place.person.until(lambda before=before: place.row.split()[-1] != before.split()[-1], f"changed by {key}")  # type: ignore[misc]


async def steps_the_setting(place: Place) -> None:
    await on_row(place, "Lebar teks")
    for key in place.keys:
        before = place.row
        await place.person.press(key)
        await place.person.until(lambda before=before: place.row != before, f"another value by {key}")  # type: ignore[misc]


async def goes_back_to_the_default(place: Place) -> None:
    for key in place.keys:
        await place.person.press("home")
        await on_row(place, "Lebar teks")
        await place.person.press("plus")
        await place.person.until(lambda: place.row.endswith("76"), "another value")
        await place.person.press(key)
        await place.person.until(lambda: place.row.endswith("72"), f"the default by {key}")


async def on_row(place: Place, words: str) -> None:
    """Brings the cursor to the row with these words."""
    for _ in range(30):
        if words in place.row:
            return
        await place.person.press("down")
        await place.person.settled()
    raise AssertionError(f"no row '{words}':\n{place.person.text}")


# rules


async def opens_the_rule(place: Place) -> None:
    for key in place.keys:
        await place.person.press(key)
        await place.person.sees("Enter membuat aturan", "media:siger")
        await place.person.press("escape")
        await place.person.until(lambda: place.name == "RulesScreen", "the rules again")


async def asks_for_a_rule(place: Place) -> None:
    assert place.keys == ("a",)
    await place.person.press("a")
    await place.person.sees("Enter membuat aturan")


async def lets_rules_go(place: Place) -> None:
    for left, key in zip((1, 0), place.keys, strict=True):
        await place.person.press(key)
        await place.person.sees(f"{left} aturan")


async def brings_the_rule_back(place: Place) -> None:
    assert place.keys == ("u",)
    await place.person.press("d")
    await place.person.sees("1 aturan")
    await place.person.press("u")
    await place.person.sees("2 aturan")


async def lets_the_rule_go_again(place: Place) -> None:
    assert place.keys == ("ctrl+r",)
    await brings_the_rule_back(Place(place.person, ("u",), place.way, place.home, place.address))
    await place.person.press("ctrl+r")
    await place.person.sees("1 aturan")


async def moves_among_what_is_offered(place: Place) -> None:
    """Up and down while words are typed: the cursor moves, the words stay."""
    for key in place.keys:
        await place.person.press("down", "down")
        await place.person.settled()
        before = place.row
        await place.person.press(key)
        await place.person.until(lambda before=before: place.row != before, f"another row by {key}")  # type: ignore[misc]


# --------------------------------------------------------------------------- where each is, and what its keys do

WAYS: dict[str, tuple[str, ...]] = {
    "LampungApp": (),
    "ThemesScreen": ("T>ThemesScreen",),
    "ChoiceScreen": ("M>ChoiceScreen",),
    "RuleForm": ("x>ChoiceScreen", "w>RuleForm", *"gajah"),
    "RubricScreen": ("a>AddingScreen", ADDRESS, "c>RubricScreen"),
    "SettingsScreen": ("comma>SettingsScreen",),
    "ValueScreen": ("comma>SettingsScreen", "j", "j", "j", "j", "j", "enter>ValueScreen"),
    "SourceForm": ("H>SourcesScreen", "end", "e>SourceForm"),
    "LinksScreen": ("f>LinksScreen",),
    "HelpScreen": ("question_mark>HelpScreen",),
    "AskScreen": ("slash", *"kopi", "enter", "V>AskScreen"),
    "TagScreen": ("t>TagScreen",),
    "PeopleScreen": ("c>PeopleScreen",),
    "PaletteScreen": ("ctrl+p>PaletteScreen",),
    "SourcesScreen": ("H>SourcesScreen",),
    "ChoosingScreen": ("H>SourcesScreen", "P>ChoosingScreen"),
    "AddingScreen": ("a>AddingScreen", ADDRESS),
    "RulesScreen": ("X>RulesScreen",),
}
"""The keys that lead to each screen; behind `>` stands the screen that a key opens."""

LISTED = {
    "down": goes_down,
    "up": goes_up,
    "page_down": goes_pages,
    "page_up": goes_pages_back,
    "top": goes_to_the_top,
    "bottom": goes_to_the_end,
    "scroll_detail(3)": scrolls_what_stands_beside,
    "scroll_detail(-3)": scrolls_it_back,
    "help": shows_its_keys,
}
"""What every screen with a list and details has."""

DEEDS: dict[Bound, Deed] = {
    ("LampungApp", "copy_or_leave"): ends_the_program,
    ("LampungApp", "leave"): ends_the_program,
    ("ThemesScreen", "leave"): leaves_all_as_it_was,
    ("ThemesScreen", "take"): takes_the_theme,
    ("ThemesScreen", "move(1)"): goes_down,
    ("ThemesScreen", "move(-1)"): goes_up,
    ("ThemesScreen", "page(1)"): goes_a_page,
    ("ThemesScreen", "page(-1)"): goes_a_page_back,
    ("ThemesScreen", "end(True)"): goes_to_an_end,
    ("ThemesScreen", "end(False)"): goes_to_an_end,
    ("ChoiceScreen", "leave"): leaves_all_as_it_was,
    ("ChoiceScreen", "take"): takes_the_row,
    ("ChoiceScreen", "move(1)"): goes_down,
    ("ChoiceScreen", "move(-1)"): goes_up,
    ("RuleForm", "leave"): leaves_all_as_it_was,
    ("RuleForm", "take"): keeps_the_rule,
    ("RuleForm", "move(1)"): moves_in_the_form,
    ("RuleForm", "move(-1)"): moves_back_in_the_form,
    ("RuleForm", "turn(1)"): turns_the_row,
    ("RuleForm", "turn(-1)"): turns_the_row,
    ("RubricScreen", "leave"): leaves_all_as_it_was,
    ("RubricScreen", "take"): takes_the_rubric,
    ("RubricScreen", "move(1)"): goes_down,
    ("RubricScreen", "move(-1)"): goes_up,
    ("ValueScreen", "leave"): leaves_all_as_it_was,
    ("SourceForm", "leave"): leaves_all_as_it_was,
    ("SourceForm", "take"): keeps_the_form,
    ("LinksScreen", "leave"): leaves_all_as_it_was,
    ("LinksScreen", "take('open')"): opens_the_link,
    ("LinksScreen", "take('copy')"): copies_the_link,
    ("LinksScreen", "take('add')"): adds_the_link,
    ("LinksScreen", "move(1)"): goes_down,
    ("LinksScreen", "move(-1)"): goes_up,
    ("HelpScreen", "dismiss"): leaves_all_as_it_was,
    ("HelpScreen", "scroll(1)"): scrolls_the_help,
    ("HelpScreen", "scroll(-1)"): scrolls_the_help_back,
    ("HelpScreen", "scroll(10)"): scrolls_the_help,
    ("HelpScreen", "scroll(-10)"): scrolls_the_help_back,
    ("AskScreen", "leave"): leaves_all_as_it_was,
    ("TagScreen", "leave"): leaves_all_as_it_was,
    ("TagScreen", "move(1)"): goes_down,
    ("TagScreen", "move(-1)"): goes_up,
    ("PeopleScreen", "leave"): leaves_all_as_it_was,
    ("PeopleScreen", "take"): lists_everything_of_theirs,
    ("PeopleScreen", "move(1)"): goes_down,
    ("PeopleScreen", "move(-1)"): goes_up,
    ("PaletteScreen", "leave"): leaves_all_as_it_was,
    ("PaletteScreen", "move(1)"): moves_among_what_is_offered,
    ("PaletteScreen", "move(-1)"): moves_among_what_is_offered,
    ("PaletteScreen", "page(1)"): goes_a_page,
    ("PaletteScreen", "page(-1)"): goes_a_page_back,
    **{(name, action): deed for name in ("SourcesScreen", "ChoosingScreen", "AddingScreen", "SettingsScreen", "RulesScreen")
       for action, deed in LISTED.items()},
    ("SourcesScreen", "edit"): opens_the_form,
    ("SourcesScreen", "add"): asks_for_an_address,
    ("SourcesScreen", "choose"): opens_the_catalogue,
    ("SourcesScreen", "pause"): pauses_it,
    ("SourcesScreen", "mute"): mutes_it,
    ("SourcesScreen", "remove"): lets_it_go,
    ("SourcesScreen", "undo"): takes_it_back,
    ("SourcesScreen", "redo"): makes_it_again,
    ("SourcesScreen", "ask"): asks_it,
    ("SourcesScreen", "browse"): opens_its_home,
    ("SourcesScreen", "leave"): leaves_all_as_it_was,
    ("ChoosingScreen", "done"): reads_what_is_marked,
    ("ChoosingScreen", "mark"): marks_the_outlet,
    ("ChoosingScreen", "all"): marks_the_group,
    ("ChoosingScreen", "none"): marks_none_of_the_group,
    ("ChoosingScreen", "leave"): leaves_all_as_it_was,
    ("AddingScreen", "follow"): follows_it,
    ("AddingScreen", "rubric"): asks_for_the_rubric,
    ("AddingScreen", "again"): types_another_address,
    ("AddingScreen", "leave"): leaves_all_as_it_was,
    ("SettingsScreen", "change"): changes_the_setting,
    ("SettingsScreen", "step(1)"): steps_the_setting,
    ("SettingsScreen", "step(-1)"): steps_the_setting,
    ("SettingsScreen", "default"): goes_back_to_the_default,
    ("SettingsScreen", "leave"): leaves_all_as_it_was,
    ("RulesScreen", "edit"): opens_the_rule,
    ("RulesScreen", "add"): asks_for_a_rule,
    ("RulesScreen", "remove"): lets_rules_go,
    ("RulesScreen", "undo"): brings_the_rule_back,
    ("RulesScreen", "redo"): lets_the_rule_go_again,
    ("RulesScreen", "leave"): leaves_all_as_it_was,
}  # fmt: skip


# --------------------------------------------------------------------------- the test


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A site that offers two feeds."""
    found = await Site().open()
    found.print("/", page(names_feed("/feed", "Kabar Siger") + names_feed("/ringkas", "Ringkas")))
    found.print("/feed", rss(*TITLES, whole=True), RSS)
    found.print("/ringkas", rss(*TITLES[5:], name="Ringkas"), RSS)
    yield found
    await found.close()


@pytest.fixture
async def furnished(home: Path, tmp_path: Path) -> Path:
    """A home with tags, two rules, polls of an hour ago, and a browser that writes down what it is called with."""
    program = tmp_path / "browser.py"
    program.write_text(f"import sys\nopen({str(home / 'browsed')!r}, 'w').write(sys.argv[1])\n", encoding="utf-8")
    settings(home, f'{QUIET}browser = ["{sys.executable}", "{program}"]\n')
    async with in_newsroom(home) as room:
        first = room.window(ALL).at(5)
        assert first is not None
        for tag in ("kopi", "lada", "pasar"):
            await room.tag([first.id], tag, tagged=True)
    await age_polls(home)
    return home


def params() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each action with all of its keys; those that end the program one by one."""
    for (screen, action), keys in bound().items():
        if screen == "LampungApp":
            yield from ((screen, action, (key,)) for key in keys)
        else:
            yield screen, action, keys


@pytest.mark.parametrize(("screen", "action", "keys"), [*params()])
async def test_a_key_does_what_a_person_expects(
    screen: str, action: str, keys: tuple[str, ...], furnished: Path, titles: list[str], site: Site
) -> None:
    if screen == "RulesScreen":
        async with in_newsroom(furnished) as room:
            await room.make_rule(RuleDraft(RuleKind.HIGHLIGHT, "media:siger"))
            await room.make_rule(RuleDraft(RuleKind.HIGHLIGHT, "lada"))
    async with at_reader(furnished) as person:
        await person.comes_to(titles[0])
        await person.reads(titles[0])
        place = Place(person, keys, WAYS[screen], furnished, site.host)
        await place.come()
        await DEEDS[screen, action](place)


def test_no_binding_is_left_out() -> None:
    assert set(DEEDS) == set(bound())
    assert len(DEEDS) > 100


async def test_every_link_of_the_dialog_has_a_name(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("enter", "f")
        await person.sees("Tautan", "Gambar: ", "berita ini di medianya")
        rows = person.app.screen.query_one(RowList).rows
        assert all(row.aside for row in rows)


async def test_the_last_answer_takes_the_place_of_the_one_before(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        for keys, words in (("s", "Tersimpan"), ("u", "Diurungkan"), ("ctrl+r", "Diulangi")):
            await person.press(keys)
            await person.told(words)
        assert len(person.app.screen.query(Toast)) == 1
        # Over a dialog it leaves what is to be pressed there in sight.
        await person.press("x")
        await person.told("Diulangi")
        (toast,) = person.app.screen.query(Toast)
        assert toast.region.y <= 1
        await person.sees("Esc menutup ━┛")
