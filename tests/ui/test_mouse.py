"""The mouse: click and wheel."""

from __future__ import annotations

from pathlib import Path

from tests.ui.person import MEDIUM, Person, at_reader
from tests.ui.source_desk import words_in
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseUp


def where(person: Person, words: str, *, last: bool = False) -> tuple[int, int]:
    """A cell on the first (or last) place where `words` stand."""
    lines = list(enumerate(person.lines))
    y, line = next((y, line) for y, line in (reversed(lines) if last else lines) if words in line)
    return line.index(words) + 1, y


async def test_a_click_on_a_headline_opens_it(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.click(*where(person, titles[3][:20]))
        await person.until(lambda: person.panes[2].focused, "the article")
        await person.reads(titles[3])
        assert person.on(titles[3])
        await person.until(lambda: person.cursor_mark == " ", "it read")


async def test_a_press_in_another_pane_moves_there(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.reads(titles[0])
        await person.click(person.panes[2].left + 6, 20)
        await person.until(lambda: person.panes[2].focused, "the article")
        await person.press("J")
        await person.reads(titles[1])


async def test_a_click_on_a_category_shows_it(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.click(*where(person, "Ekbis  "))
        await person.in_pane("Ekbis")
        assert person.panes[1].focused


async def test_a_click_on_a_heading_of_the_sections_does_nothing(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.click(*where(person, "RUBRIK"))
        assert person.panes[1].title.startswith("Semua")
        assert person.pane_lines(0)[0].startswith("▌Semua")


async def test_a_click_on_a_key_of_the_footer_is_that_key(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.click(*where(person, "? bantuan", last=True))
        await person.sees("Tombol di panel daftar berita")


async def test_the_strip_steps_to_the_neighbours(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.click(*where(person, "Belum dib"))
        await person.in_pane("Belum dibaca")
        await person.click(*where(person, "Semua"))
        await person.in_pane("Semua")


async def test_the_wheel_scrolls_what_is_under_it(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        assert person.on(titles[0])
        x, y = where(person, titles[1][:20])
        for _ in range(4):
            await person.pilot._post_mouse_events([MouseScrollDown], offset=(x, y))
        await person.until(lambda: titles[0][:20] not in "".join(person.pane_lines(1)), "the list scrolled")
        assert person.panes[1].focused


async def test_a_key_of_the_footer_can_be_clicked_while_words_are_typed(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("kopi")
        await person.in_pane("Cari: kopi")
        await person.click(*where(person, "? bantuan", last=True))
        await person.sees("Tombol di panel daftar berita")
        await person.press("escape")
        await person.in_pane("Cari: kopi")
        await person.press("enter", "slash")
        await person.type("lampung")
        await person.click(*where(person, "s simpan", last=True))
        await person.sees("★", gone=("│ lampung ",))


async def test_the_footer_of_the_screen_that_adds_can_be_clicked_at_once(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("a")
        await person.sees("Ketik sebuah alamat")
        await person.type("bukan alamat")
        await person.click(*where(person, "Enter ikuti", last=True))
        await person.until(lambda: "nama dengan titik" in words_in(person, "#detail-pane"), "what is wrong with it")
        await person.click(*where(person, "? bantuan", last=True))
        await person.sees("Tombol untuk menambah")
        await person.press("escape")
        await person.click(*where(person, "Esc kembali", last=True))
        await person.in_pane("Semua")


async def test_what_the_mouse_selects_is_copied_with_ctrl_c(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.reads(titles[0])
        x, y = next(
            (person.panes[2].left + 3, y) for y, line in enumerate(person.lines) if "│  Warta Way Kambas" in line
        )
        await person.pilot._post_mouse_events([MouseDown], None, (x, y), button=1)
        await person.pilot._post_mouse_events([MouseMove], None, (x + 8, y), button=1)
        await person.pilot._post_mouse_events([MouseUp], None, (x + 8, y), button=1)
        await person.press("ctrl+c")
        await person.told("Teks disalin", "Warta")
        assert person.app.clipboard.startswith("Warta")
        assert person.app.is_running
        await person.press("ctrl+c")
        await person.until(lambda: not person.app.is_running, "the end")


async def test_pages_move_the_cursor_in_a_dialog_too(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("a")
        await person.sees("Ketik sebuah alamat")
        await person.click(*where(person, "c rubrik", last=True))
        await person.sees("▌menurut labelnya")
        await person.press("pagedown")
        await person.sees("▌", gone=("▌menurut labelnya",))
        await person.press("end")
        await person.sees("▌Lainnya")
        await person.press("home")
        await person.sees("▌menurut labelnya")
