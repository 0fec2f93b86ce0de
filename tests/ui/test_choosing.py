"""Choosing outlets: on the very first start, before anybody is asked for anything, and whenever others are wanted."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.fetch.outletserver import OutletServer
from tests.ui.person import LARGE, MEDIUM, Person, at_reader
from tests.ui.source_desk import SIZES, catalogue_on_loopback, english_in, faults, new_home, words_in

from lampungtui.demo import open_demo
from lampungtui.folders import Folders
from lampungtui.outlets.loader import load_outlets
from lampungtui.outlets.subscriptions import read_subscriptions
from lampungtui.ui.screens.choosing import ChoosingScreen

WELCOME = "Media mana yang ingin Anda baca?"
LIVELY = "prefetch = false\n"
"""Settings of a reader that asks its sources by itself."""


@pytest.fixture
async def outlets() -> AsyncIterator[OutletServer]:
    """The one server on which the whole catalogue lies for these tests."""
    server = await OutletServer().start()
    yield server
    await server.stop()


@pytest.fixture
def empty(tmp_path: Path) -> Folders:
    """The home of a person who never ran the program: neither settings nor choice, nothing stored."""
    return new_home(tmp_path / "home", config=LIVELY, subscriptions=None)


def choosing(person: Person) -> bool:
    return isinstance(person.app.screen, ChoosingScreen)


async def welcomed(person: Person) -> str:
    await person.until(lambda: choosing(person), "the picker")
    return await person.settled()


def asked_of(outlets: OutletServer) -> set[str]:
    """The outlets that were asked."""
    return {each.path.split("/")[1] for each in outlets.asked}


def chosen(folders: Folders) -> tuple[str, ...] | None:
    return read_subscriptions(folders.subscriptions_file).outlets


# --------------------------------------------------------------------------- the very first start


async def test_the_first_start_asks_the_person_before_any_outlet_and_enter_takes_the_default(
    empty: Folders, outlets: OutletServer
) -> None:
    default = catalogue_on_loopback(empty, outlets)
    home = empty.config.parent
    async with at_reader(home, settled=False) as person:
        screen = await welcomed(person)
        assert WELCOME in screen
        assert f"{len(default)} ditandai" in screen
        for words in ("Spasi menandai, Enter memulai.", "Nanti, H mengubahnya dan a menambah situs lain."):
            assert words in words_in(person, "#detail-pane")
        await person.press("j", "j", "k")
        assert outlets.asked == []
        assert not empty.subscriptions_file.exists()
        await person.press("enter")
        await person.sees("Kabar Lampungpro.co pagi ini", gone=(WELCOME,))
        await person.until(lambda: asked_of(outlets) == set(default), "every outlet that is on by default")
        assert set(chosen(empty) or ()) == set(default)
    outlets.asked.clear()
    async with at_reader(home) as person:
        await person.sees("Kabar Lampungpro.co pagi ini")
        assert not choosing(person)


async def test_escape_leaves_it_at_the_default_without_a_word_in_the_file(
    empty: Folders, outlets: OutletServer
) -> None:
    default = catalogue_on_loopback(empty, outlets)
    async with at_reader(empty.config.parent, settled=False) as person:
        await welcomed(person)
        await person.press("space", "escape")
        await person.sees("Kabar Lampungpro.co pagi ini", gone=(WELCOME,))
        await person.until(lambda: asked_of(outlets) == set(default), "every outlet that is on by default")
        assert not empty.subscriptions_file.exists()
    async with at_reader(empty.config.parent) as person:
        await person.sees("Kabar Lampungpro.co pagi ini")
        assert not choosing(person)


async def test_only_what_was_marked_is_asked(empty: Folders, outlets: OutletServer) -> None:
    catalogue_on_loopback(empty, outlets)
    async with at_reader(empty.config.parent, settled=False) as person:
        await welcomed(person)
        await person.press("minus", "G", "minus")
        await person.sees("0 ditandai")
        await person.press("enter")
        await person.sees("Tandai sedikitnya satu media.")
        await person.press("g", "j", "space")
        await person.sees("1 ditandai")
        await person.press("enter")
        await person.sees("Kabar ANTARA Lampung pagi ini", "1 sumber", gone=(WELCOME,))
        assert asked_of(outlets) == {"antara-lampung"}
        assert chosen(empty) == ("antara-lampung",)


@pytest.mark.parametrize(
    ("config", "subscriptions"),
    [
        pytest.param('refresh = false\noutlets = ["lampungpro"]\n', None, id="the-settings-name-outlets"),
        pytest.param("refresh = false\n", "# Belum tahu.\n", id="there-is-a-file-of-subscriptions"),
    ],
)
async def test_who_has_said_what_they_want_is_not_asked(tmp_path: Path, config: str, subscriptions: str | None) -> None:
    new_home(tmp_path / "home", config=config, subscriptions=subscriptions)
    async with at_reader(tmp_path / "home") as person:
        await person.sees("Semua")
        assert not choosing(person)


async def test_the_demo_newsroom_asks_nothing(tmp_path: Path) -> None:
    folders = Folders.under(tmp_path / "home")
    with open_demo(folders):
        async with at_reader(tmp_path / "home") as person:
            await person.sees("Semua")
            assert not choosing(person)


async def test_what_cannot_be_written_is_said_and_the_reader_goes_on(empty: Folders, outlets: OutletServer) -> None:
    default = catalogue_on_loopback(empty, outlets)
    empty.subscriptions_file.with_name(".subscriptions.toml.new").mkdir()
    async with at_reader(empty.config.parent, size=LARGE, settled=False) as person:
        await welcomed(person)
        await person.press("enter")
        await person.told("subscriptions.toml: tidak dapat ditulisi: itu folder")
        await person.until(lambda: asked_of(outlets) == set(default), "what is on by default")


@pytest.mark.parametrize("language", ["id", "en"])
async def test_the_picker_has_room_at_every_size(language: str, empty: Folders) -> None:
    empty.config_file.write_text("refresh = false\n")
    async with at_reader(empty.config.parent, size=MEDIUM, language=language, settled=False) as person:
        await welcomed(person)
        for size in SIZES:
            await person.resize(size)
            await person.until(lambda size=size: len(person.lines) == size[1], f"{size}")  # type: ignore[misc]
            screen = await person.settled()
            assert faults(person) == []
            for words in (
                (WELCOME, "LAMPUNG", "[✓] Lampungpro.co", "pasti", "Enter baca ini")
                if language == "id"
                else ("Which outlets do you want to read?", "LAMPUNG", "[✓] Lampungpro.co", "sure", "Enter read these")
            ):
                assert words in screen
            assert "https://lampungpro.co/" in words_in(person, "#detail-pane")
            if language == "id":
                assert english_in(screen) == []


# --------------------------------------------------------------------------- later


async def test_outlets_stand_in_groups_and_say_how_sure_they_are(tmp_path: Path) -> None:
    new_home(tmp_path / "home", subscriptions='outlets = ["lampungpro"]\n')
    async with at_reader(tmp_path / "home", size=(120, 120)) as person:
        await person.press("H", "P")
        await welcomed(person)
        seen = words_in(person, "#rows-pane")
        places = [seen.index(words) for words in ("LAMPUNG ", "JARINGAN LAMPUNGPRO.CO", "INDONESIA DAN DUNIA")]
        assert places == sorted(places)
        outlets = load_outlets()
        for outlet in outlets:
            word = {"sure": "pasti", "likely": "mungkin", "untried": "belum dicoba"}[outlet.confidence]
            mark = "✓" if outlet.id == "lampungpro" else " "
            row = re.compile(rf" \[{mark}\] {re.escape(outlet.name)}  +{word}[ ▁▂▃▄▅▆▇█]*")
            assert any(row.fullmatch(line.replace("▌", " ")) for line in person.pane_lines(0)), outlet.name
        assert f"{len(outlets)} media" in person.panes[0].title
        assert "1 ditandai" in person.lines[0]
        await person.press("G")
        await person.sees("Alamatnya")


async def test_marks_are_kept_by_enter_and_can_be_undone_and_escape_keeps_none(tmp_path: Path) -> None:
    folders = new_home(tmp_path / "home", subscriptions='outlets = ["antara-lampung"] # kantor berita\n')
    lampung = [outlet.id for outlet in load_outlets() if outlet.scope == "lampung"]
    async with at_reader(tmp_path / "home", size=LARGE) as person:
        await person.press("H", "P")
        await welcomed(person)
        await person.press("plus")
        await person.sees(f"{len(lampung)} ditandai")
        await person.press("x")
        await person.sees(f"{len(lampung) - 1} ditandai")
        await person.press("escape")
        await person.until(lambda: not choosing(person), "the sources")
        assert chosen(folders) == ("antara-lampung",)
        await person.press("P")
        await welcomed(person)
        await person.press("space", "enter")
        await person.until(lambda: not choosing(person), "the sources")
        assert set(chosen(folders) or ()) == {"lampungpro", "antara-lampung"}
        await person.sees("Lampungpro.co · Ekbis")
        assert "# kantor berita" in folders.subscriptions_file.read_text()
        await person.press("u")
        await person.sees("Diurungkan", gone=("Lampungpro.co · Ekbis",))
        assert folders.subscriptions_file.read_text() == 'outlets = ["antara-lampung"] # kantor berita\n'


async def test_a_click_marks_and_headings_are_passed_over(tmp_path: Path) -> None:
    new_home(tmp_path / "home", subscriptions="outlets = []\n")
    async with at_reader(tmp_path / "home", size=LARGE) as person:
        await person.press("H", "P")
        await welcomed(person)
        await person.press("k", "k")
        assert person.pane_lines(0)[1].startswith("▌[ ] Lampungpro.co")
        y = next(number for number, line in enumerate(person.lines) if "ANTARA Lampung" in line)
        await person.click(6, y)
        await person.sees("1 ditandai")
        assert "▌[✓] ANTARA Lampung" in person.lines[y]
        await person.click(6, 2)
        await person.sees("1 ditandai")


async def test_pages_lead_past_the_headings_to_the_first_outlet(empty: Folders) -> None:
    async with at_reader(empty.config.parent, settled=False) as person:
        await welcomed(person)
        first = words_in(person, "#detail-pane")
        await person.press("j", "j", "j")
        assert words_in(person, "#detail-pane") != first
        await person.press("pageup")
        await person.until(lambda: words_in(person, "#detail-pane") == first, "the first outlet")
