"""The first start with no network and nothing stored: a friendly screen that says what can be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.person import NARROW, WIDE, at_reader

from lampungtui.folders import Folders

DEAD = """
id = "mati"
name = "Media Mati"
home = "http://127.0.0.1:1/"

[[feeds]]
id = "a"
kind = "rss"
url = "http://127.0.0.1:1/rss"
title = "Utama"
"""


@pytest.fixture
def empty_home(tmp_path: Path) -> Path:
    """A home with one outlet that nobody answers for, and nothing stored."""
    folders = Folders.under(tmp_path / "home")
    folders.outlets.mkdir(parents=True)
    (folders.outlets / "mati.toml").write_text(DEAD.lstrip(), encoding="utf-8")
    folders.config_file.write_text('outlets = ["mati"]\n', encoding="utf-8")
    return tmp_path / "home"


@pytest.mark.parametrize("size", [(100, 30), WIDE])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ("Belum ada berita, dan tidak ada jaringan", "coba lagi", "lihat apa kata tiap sumber", "keluar")),
        ("en", ("No news yet, and no network", "try again", "see what each source said", "quit")),
    ],
)
async def test_it_says_what_is_and_what_can_be_done(
    size: tuple[int, int], language: str, words: tuple[str, ...], empty_home: Path
) -> None:
    async with at_reader(empty_home, size=size, language=language) as person:
        await person.sees(*words)
        assert person.focus_on_screen
        assert person.broken_frames() == []


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_d_asks_for_the_demo_newsroom(size: tuple[int, int], empty_home: Path) -> None:
    async with at_reader(empty_home, size=size) as person:
        await person.sees("Belum ada berita, dan tidak ada jaringan")
        await person.pilot.press("D")
        await person.until(lambda: not person.app.is_running, "the program to end")
        assert person.app.return_value == "demo"


async def test_the_sources_say_why(empty_home: Path) -> None:
    async with at_reader(empty_home) as person:
        await person.sees("Belum ada berita, dan tidak ada jaringan")
        await person.press("H")
        await person.sees("! Media Mati", "Utama", "servernya menolak sambungan")


async def test_no_key_of_an_empty_reader_breaks_it(empty_home: Path) -> None:
    async with at_reader(empty_home) as person:
        await person.sees("Belum ada berita, dan tidak ada jaringan")
        await person.press(*"jkGgmsocvnN", "space", "enter", "pagedown", "pageup", "end", "home", "tab", "tab", "tab")
        await person.press("right_square_bracket", "left_square_bracket", "escape", "enter")
        assert person.app.is_running
        assert len(person.panes) == 3


async def test_d_is_no_key_where_there_is_news(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("D", "j")
        await person.comes_to(titles[1])
        assert person.app.is_running
