"""Read, unread and saved: what changes on screen, and what stays where it is."""

from __future__ import annotations

from pathlib import Path

from tests.ui.person import ALL, Person, at_reader, in_newsroom

UNREAD_ROW, SAVED_ROW = 1, 2


def count(person: Person, row: int) -> str:
    """What stands behind a section's name."""
    return person.pane_lines(0)[row].strip("▌ ").rpartition("  ")[2].strip()


async def read_and_come_back(person: Person) -> None:
    """Opens the headline under the cursor and returns to the list."""
    await person.press("enter")
    await person.until(lambda: person.panes[-1].focused, "the article")
    await person.press("escape")
    await person.until(lambda: person.panes[1].focused, "the list")


async def test_an_opened_article_is_read_and_stays_in_its_place(home: Path, titles: list[str]) -> None:
    total = len(titles)
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        assert count(person, UNREAD_ROW) == f"{total}/{total}"
        await person.press("j")
        await read_and_come_back(person)
        await person.until(lambda: person.cursor_mark == " ", "the mark of unread gone")
        assert person.on(titles[1])
        await person.until(lambda: count(person, UNREAD_ROW) == f"{total - 1}/{total - 1}", "one unread fewer")
        await person.press("k")
        await person.comes_to(titles[0])
        assert person.cursor_mark == "●"


async def test_looking_at_an_article_beside_the_list_is_not_reading_it(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        for title in titles[:4]:
            await person.comes_to(title)
            await person.reads(title)
            assert person.cursor_mark == "●"
            await person.press("j")
        assert count(person, UNREAD_ROW) == f"{len(titles)}/{len(titles)}"


async def test_the_unread_keep_what_was_just_read_until_they_are_opened_again(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("right_square_bracket")
        await person.in_pane("Belum dibaca")
        await person.press("j")
        await read_and_come_back(person)
        await person.until(lambda: person.cursor_mark == " ", "the second read")
        assert person.on(titles[1])
        await person.press("j")
        await person.comes_to(titles[2])
        await person.press("k", "k")
        await person.comes_to(titles[0])
        await person.press("left_square_bracket")
        await person.in_pane("Semua")
        await person.press("right_square_bracket")
        await person.in_pane("Belum dibaca")
        await person.comes_to(titles[0])
        await person.press("j")
        await person.comes_to(titles[2])


async def test_the_saved_have_a_view_of_their_own(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("j", "s", "j", "j", "s")
        await person.until(lambda: count(person, SAVED_ROW) == "2/2", "two saved")
        await person.press("right_square_bracket", "right_square_bracket")
        await person.in_pane("Tersimpan")
        await person.comes_to(titles[1])
        await person.press("j")
        await person.comes_to(titles[3])
        await person.press("j")
        assert person.on(titles[3])
        # Letting go does not pull the row away under the cursor.
        await person.press("s")
        await person.until(lambda: count(person, SAVED_ROW) == "1/1", "one saved")
        assert person.on(titles[3])


async def test_marks_in_the_article_are_of_the_article(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("enter")
        await person.until(lambda: person.cursor_mark == " ", "it read")
        await person.press("m")
        await person.until(lambda: person.cursor_mark == "●", "it unread again")
        await person.press("s")
        await person.until(lambda: any("★" in line for line in person.cursor_lines), "it saved")
        assert person.panes[2].focused
        assert person.reading(titles[0])


async def test_marks_are_there_after_a_crash(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("s", "enter")
        await person.until(lambda: person.cursor_mark == " " and "★" in person.cursor_lines[2], "it read and saved")
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        assert person.cursor_mark == " "
        assert "★" in person.cursor_lines[2]
        assert count(person, SAVED_ROW) == "1"


async def test_an_article_that_is_read_stays_when_it_is_tagged_or_a_mark_is_taken_back(
    home: Path, titles: list[str]
) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("right_square_bracket")
        await person.in_pane("Belum dibaca")
        await person.press("j", "enter")
        await person.until(lambda: person.panes[-1].focused and person.cursor_mark == " ", "it open and read")
        await person.press("t")
        await person.type("kopi")
        await person.press("enter")
        await person.told("Diberi tag #kopi")
        assert person.reading(titles[1])
        await person.press("s", "u")
        await person.told("Diurungkan")
        assert person.reading(titles[1])
        await person.press("n")
        await person.reads(titles[2])


async def test_a_tag_that_is_taken_away_leaves_the_cursor_in_its_place(home: Path, titles: list[str]) -> None:
    async with in_newsroom(home) as room:
        window = room.window(ALL)
        await room.tag([row.id for rank in range(4) if (row := window.at(rank)) is not None], "kopi", tagged=True)
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("ctrl+p")
        await person.type("#kopi")
        await person.press("enter")
        await person.in_pane("#kopi")
        await person.press("j", "j")
        await person.comes_to(titles[2])
        await person.press("t", "enter")
        await person.comes_to(titles[3])
        await person.reads(titles[3])
