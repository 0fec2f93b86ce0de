"""Three layouts by width, one live in the other: what is on screen, where the focus is, what is still being read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.person import LARGE, MEDIUM, NARROW, SCROLLBAR, WIDE, Person, at_reader

LONG = "Menyeberang Selat Sunda"


def names(person: Person) -> list[str]:
    """The panes on screen by the first word of their titles."""
    return [pane.title.split(" · ")[0] for pane in person.panes]


async def open_the_long_one(person: Person) -> None:
    """Opens an article of several screens."""
    await person.press("slash")
    await person.type("selat sunda")
    await person.sees("Cari: selat sunda")
    await person.press("enter", "enter")
    await person.until(lambda: person.panes[-1].focused, "the article opened")
    await person.reads(LONG)


@pytest.mark.parametrize(
    ("size", "panes"),
    [
        (NARROW, ["Semua"]),
        ((79, 24), ["Semua"]),
        (MEDIUM, ["Semua", "Warta Way Kambas"]),
        ((119, 30), ["Semua", "Warta Way Kambas"]),
        (WIDE, ["Rubrik", "Semua", "Warta Way Kambas"]),
        (LARGE, ["Rubrik", "Semua", "Warta Way Kambas"]),
    ],
)
async def test_the_width_decides_which_panes_stand_side_by_side(
    size: tuple[int, int], panes: list[str], home: Path, titles: list[str]
) -> None:
    async with at_reader(home, size=size) as person:
        await person.comes_to(titles[0])
        await person.until(lambda: names(person) == panes, f"{panes}")
        await person.in_pane("Semua")
        assert person.focus_on_screen
        assert person.broken_frames() == []
        assert sum(pane.width for pane in person.panes) == size[0]


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE, LARGE])
async def test_every_pane_can_be_reached_and_is_seen_then(size: tuple[int, int], home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=size) as person:
        await person.comes_to(titles[0])
        seen = []
        for _ in range(3):
            await person.press("tab")
            await person.until(lambda: bool(person.focused), "a pane with the focus")
            assert person.focus_on_screen
            assert person.broken_frames() == []
            seen.append(person.focused.split(" · ")[0])
        assert seen == ["Warta Way Kambas", "Rubrik", "Semua"]


@pytest.mark.parametrize("size", [(20, 8)])
async def test_a_tiny_terminal_still_shows_a_headline(size: tuple[int, int], home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=size) as person:
        await person.until(lambda: titles[0][:9] in person.text, "the first headline")
        await person.press("enter")
        await person.until(lambda: "Warta Way" in person.lines[1], "the article")
        assert person.broken_frames() == []


async def test_one_pane_at_a_time_goes_in_and_comes_back(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=NARROW) as person:
        await person.comes_to(titles[0])
        await person.press("j", "enter")
        await person.until(lambda: len(person.panes) == 1 and person.reading(titles[1]), "the article alone")
        await person.press("escape")
        await person.comes_to(titles[1])
        assert person.cursor_mark == " "
        await person.press("escape")
        await person.in_pane("Rubrik")
        assert len(person.panes) == 1
        await person.press("j", "enter")
        await person.in_pane("Belum dibaca")


async def test_what_is_read_stays_on_screen_through_every_width(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await open_the_long_one(person)
        await person.press("space")
        first = next(line.strip(SCROLLBAR) for line in person.pane_lines(-1) if len(line.split()) > 5)
        words = " ".join(first.split()[:2])
        for size, count in ((NARROW, 1), (MEDIUM, 2), (WIDE, 3), (NARROW, 1), (WIDE, 3)):
            await person.resize(size)
            await person.until(lambda count=count: len(person.panes) == count, f"{count} panes")  # type: ignore[misc]
            assert person.panes[-1].focused
            assert person.focus_on_screen
            await person.until(lambda: words in " ".join(person.article_text.split()), f"'{words}' still in sight")
            assert person.broken_frames() == []


@pytest.mark.parametrize(("pane", "keys"), [("Rubrik", ("escape",)), ("Semua", ())])
async def test_the_pane_with_the_focus_stays_on_screen(
    pane: str, keys: tuple[str, ...], home: Path, titles: list[str]
) -> None:
    async with at_reader(home, size=LARGE) as person:
        await person.comes_to(titles[0])
        await person.press("j", *keys)
        for size in (NARROW, MEDIUM, WIDE, MEDIUM, NARROW, LARGE):
            await person.resize(size)
            await person.in_pane(pane)
            await person.until(lambda: not person.broken_frames(), "whole frames")
            assert person.focus_on_screen
        assert person.on(titles[1])


async def test_where_the_categories_have_no_room_a_strip_names_the_one_shown(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        assert "Semua" in person.lines[2]
        await person.press("right_square_bracket")
        await person.in_pane("Belum dibaca")
        await person.until(lambda: "Belum dibaca" in person.lines[2], "the strip to follow")
        await person.resize(WIDE)
        await person.until(lambda: len(person.panes) == 3, "three panes")
        assert "[" not in person.pane_lines(1)[0]


async def test_a_low_and_narrow_screen_says_the_most_that_it_can(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        # The neighbour's name is whole, as there is room for it.
        await person.sees("[   Semua  Belum dibaca ]")
        await person.resize((40, 24))
        await person.press("question_mark")
        await person.sees("Tombol di panel")
        await person.until(lambda: all(len(line) <= 40 for line in person.lines), "the narrow help")
        lines = [line.strip("┃ ") for line in (await person.settled()).split("\n")]
        at = next(number for number, line in enumerate(lines) if line.startswith("j / ↓"))
        column = person.lines[at].index("Baris")
        assert person.lines[at + 1][:column].strip("┃ ") == ""
        assert person.lines[at + 1][column] != " "
        await person.press("escape")
        # Where one is goes before what the program is called.
        await person.until(lambda: person.lines[0].startswith((" Semua ", " lampungtui ")), "where one is")
