"""Hands that are quicker than the screen, keys with a number before them, and what is pasted."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic

import pytest
from tests.ui.person import MEDIUM, at_reader, in_newsroom
from textual import events

from lampungtui.model import View, ViewKind
from lampungtui.ui.screens.moving import COUNT_SECONDS

ELEPHANT = "Kelahiran anak gajah disambut petugas konservasi"


async def test_enter_right_behind_the_words_finds_them_in_the_article(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("enter")
        await person.in_pane("Warta Way Kambas")
        await person.press("slash")
        await person.press_at_once(*"gajah", "enter")
        await person.sees("1 dari ")
        await person.press("n")
        await person.sees("2 dari ")


async def test_a_number_of_unread_articles_never_goes_back_over_what_it_opened(home: Path, titles: list[str]) -> None:
    async with in_newsroom(home) as room:
        window = room.window(View(ViewKind.ALL))
        rows = [row for rank in range(window.total) if (row := window.at(rank)) is not None]
        await room.mark_read([row.id for row in rows if row.title != ELEPHANT], read=True)
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("G")
        await person.comes_to(titles[-1])
        await person.press_at_once("8", "n")
        await person.reads(ELEPHANT)
        await person.sees("Rubrik berikutnya")
        assert person.text.count("Rubrik berikutnya") == 1
        await person.press_at_once("5", "n")
        await person.sees("Tidak ada lagi yang belum dibaca di sini.")
        assert person.text.count("Tidak ada lagi") == 1
        assert person.reading(ELEPHANT)


async def test_a_number_never_puts_the_cursor_on_a_heading(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("escape")
        await person.in_pane("Rubrik")
        heading = next(place for place, line in enumerate(person.pane_lines(0), 1) if line.strip() == "RUBRIK")
        await person.press_at_once(*str(heading), "G")
        await person.until(lambda: person.pane_lines(0)[heading].startswith("▌1 Lampung Raya"), "the first category")


async def test_what_is_pasted_steers_no_terminal(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        person.app.post_message(events.Paste("\nkopi \x1b[2J\x9b31m\u202e\tlampung\x07\nsecond"))
        await person.sees("│ kopi ", " lampung")
        assert person.broken_frames() == []
        painted = "".join(person.lines)
        assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 or letter == "\u202e" for letter in painted)


async def test_what_a_held_key_says_stands_there_once(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("G")
        await person.comes_to(titles[-1])
        await person.press("J", "J", "J", "J")
        await person.sees("Daftar berakhir di sini.")
        assert person.text.count("Daftar berakhir di sini.") == 1


async def test_a_view_that_is_taken_back_counts_no_articles(home: Path, titles: list[str]) -> None:
    async with in_newsroom(home) as room:
        assert await room.save_view("Pagi", "kopi") is not None
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("u")
        await person.told("Diurungkan", "Pagi")
        assert "(0)" not in person.text


@pytest.mark.parametrize(
    ("opening", "sign", "again"),
    [
        ("y", "Salin atau bagikan", ("y", "y", "y")),
        ("O", "Urutan", ("n", "n", "n")),
        ("ctrl+p", "Baris berikutnya", ("enter", "enter", "enter")),
        ("t", "tag baru, atau", ("p", "enter", "enter")),
        ("T", "Tema", ("enter", "enter")),
        ("x", "Bungkam atau tandai apa?", ("q", "q", "q")),
        ("c", "Siapa yang membuatnya", ("enter", "enter")),
        ("a", "Tambah sumber", ("escape", "escape")),
    ],
)
async def test_a_key_pressed_twice_takes_no_more_than_its_dialog_away(
    home: Path, titles: list[str], opening: str, sign: str, again: tuple[str, ...]
) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press(opening)
        await person.sees(sign)
        for key in again:
            person.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await person.sees("lampungtui ·", gone=(sign,))
        await person.press("question_mark")
        await person.sees("Gulir berita")


async def test_what_is_pasted_where_nothing_is_typed_is_gone(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        person.app.post_message(events.Paste("kabar.example"))
        await person.press("a")
        await person.sees("alamat apa saja")
        await person.type("satu")
        await person.sees("satu")
        assert "kabar.example" not in person.text


async def test_an_address_is_pasted_without_the_blank_lines_before_it(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("a")
        await person.sees("alamat apa saja")
        person.app.post_message(events.Paste("  \r\n https://kabar.example/\r\n"))
        await person.sees("┃ https://kabar.example/")


async def test_what_is_typed_behind_a_searchs_enter_is_for_the_headlines(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press_at_once("slash", *"gajah", "enter", "y")
        await person.sees("Salin atau bagikan", "Cari: gajah")
        await person.press("escape")
        await person.sees("Cari: gajah", gone=("gajahy",))


async def test_what_is_typed_before_a_dialog_stands_is_for_its_line(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press_at_once("a", *"kabar.contoh")
        await person.sees("┃ kabar.contoh ")


async def test_words_and_a_choice_go_through_dialogs_as_fast_as_they_are_typed(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press_at_once("t", *"penting", "enter", "slash", *"tag:penting", "enter")
        await person.sees("Cari: tag:penting · 1/1")


async def has_much_to_do() -> None:
    """Lets nothing else have its turn for more than a moment, for a while."""
    for _ in range(15):
        until = monotonic() + COUNT_SECONDS / 5
        while monotonic() < until:
            pass
        await asyncio.sleep(0)


async def test_a_number_and_its_key_belong_together_however_busy_the_screen_is(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        work = asyncio.create_task(has_much_to_do())
        await person.press_at_once("3", "j")
        await work
        await person.comes_to(titles[3])


async def test_ctrl_c_waits_for_no_key_and_drops_those_before_it(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        screen, turns = person.app.screen, person.app.turns
        turns.handed_to(screen, screen, events.Key("j", "j"))
        assert turns.holds(events.Key("j", "j"))
        assert not turns.holds(events.Key("ctrl+c", None))
        await person.until(lambda: not turns.busy, "the first key to be through")
        await person.settled()
        assert person.on(titles[0])
