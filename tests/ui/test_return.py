"""Quit and return: the same view, headline and line, and the theme that was chosen."""

from __future__ import annotations

from pathlib import Path

from tests.ui.person import NARROW, WIDE, Person, at_reader

from lampungtui.folders import Folders

SMALL = (120, 20)


async def quit_reader(person: Person) -> None:
    """Leaves by the key."""
    await person.pilot.press("q")
    await person.until(lambda: not person.app.is_running, "the program to end")


async def test_the_same_view_and_headline(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=SMALL) as person:
        await person.comes_to(titles[0])
        await person.press("1")
        await person.in_pane("Lampung Raya")
        await person.press("G", "k", "k")
        title = person.cursor_title
        assert not person.on(titles[0])
        await person.press("enter")
        await person.reads(title)
        await quit_reader(person)
    async with at_reader(home, size=SMALL) as person:
        await person.in_pane("Lampung Raya")
        await person.until(lambda: person.cursor_title == title, f"the cursor on '{title}'")
        await person.reads(title)
        assert person.lines[0].startswith(" lampungtui · Lampung Raya")
        assert any(line.startswith("▌1 Lampung Raya") for line in person.pane_lines(0))


async def test_the_place_survives_without_a_farewell(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("1")
        await person.in_pane("Lampung Raya")
        await person.press("j", "j")
        title = person.cursor_title
        store = person.app.room.store
        await person.until(lambda: store.session("view") == "category:lampung-raya", "the view written down")
        await person.until(lambda: title == stored_title(person), "the headline written down")
    async with at_reader(home) as person:
        await person.in_pane("Lampung Raya")
        await person.until(lambda: person.cursor_title == title, f"the cursor on '{title}'")


def stored_title(person: Person) -> str:
    """The title of the headline that is written down as the reader's place."""
    headline_id = person.app.room.last_place().headline_id
    headline = person.app.room.store.headline(headline_id) if headline_id is not None else None
    return str(headline.title) if headline is not None else ""


async def test_another_width_keeps_the_place(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=WIDE) as person:
        await person.comes_to(titles[0])
        await person.press(*"jjjj")
        await person.comes_to(titles[4])
        await quit_reader(person)
    async with at_reader(home, size=NARROW) as person:
        await person.in_pane("Semua")
        await person.comes_to(titles[4])
        assert person.focus_on_screen


async def test_leaving_from_a_search_returns_to_it_and_escape_to_the_view_before(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("kopi")
        await person.sees("Cari: kopi")
        await person.press("enter")
        await person.in_pane("Cari: kopi")
        await quit_reader(person)
    async with at_reader(home) as person:
        await person.in_pane("Cari: kopi")
        await person.press("escape")
        await person.in_pane("Semua")
        assert "Cari" not in person.lines[0]


async def test_a_theme_chosen_by_name_is_worn_again(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("ctrl+p")
        await person.type("tema: siger")
        await person.sees("Tema: siger")
        await person.press("enter")
        await person.until(lambda: person.app.theme == "siger", "the theme")
        ground = person.app.screen.styles.background
        assert 'theme = "siger"' in Folders.under(home).config_file.read_text("utf-8")
    async with at_reader(home) as person:
        assert person.app.theme == "siger"
        assert person.app.screen.styles.background == ground
