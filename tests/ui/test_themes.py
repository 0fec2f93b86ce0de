"""Themes on the screen: worn while they are looked at, kept or given back; and what is seen without colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.segment import Segment
from tests.ui.conftest import QUIET, settings
from tests.ui.person import MEDIUM, WIDE, Person, at_reader

from lampungtui.folders import Folders
from lampungtui.ui.themes import OURS


def segments(person: Person) -> list[Segment]:
    return [segment for strip in person.strips for segment in strip]


def colours(person: Person) -> set[str]:
    """Every colour on the screen, by its name."""
    found = set()
    for segment in segments(person):
        if segment.style is not None:
            found |= {each.name for each in (segment.style.color, segment.style.bgcolor) if each is not None}
    return found


def styles_of(person: Person, words: str) -> list[Segment]:
    return [segment for segment in segments(person) if words in segment.text]


def written(home: Path) -> str:
    return Folders.under(home).config_file.read_text("utf-8")


async def test_the_theme_under_the_cursor_is_worn_and_esc_gives_the_old_one_back(home: Path, titles: list[str]) -> None:
    before = written(home)
    async with at_reader(home, language="en") as person:
        await person.comes_to(titles[0])
        await person.press("T")
        await person.sees("OF LAMPUNGTUI", "light or dark, as")
        ground = person.app.screen_stack[-2].styles.background
        await person.press("j", "j", "j")
        await person.until(lambda: person.app.theme == "arang", "the third theme on trial")
        await person.until(lambda: person.app.screen_stack[-2].styles.background != ground, "the reader in it")
        await person.sees("dark and neutral")
        await person.press("escape")
        await person.sees(gone=("OF LAMPUNGTUI",))
        assert person.app.theme == "tapis"
        assert written(home) == before


async def test_enter_keeps_the_theme_and_the_next_visit_wears_it(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("T", "j", "j", "enter")
        await person.sees(gone=("DARI LAMPUNGTUI",))
        await person.until(lambda: person.app.theme == "siger", "the theme")
        assert 'theme = "siger"' in written(home)
    async with at_reader(home, size=MEDIUM) as person:
        assert person.app.theme == "siger"


async def test_a_theme_of_ones_own_can_be_chosen_and_a_broken_one_is_told(home: Path, titles: list[str]) -> None:
    folder = Folders.under(home).themes
    folder.mkdir()
    (folder / "malam.toml").write_text('background = "#000"\nforeground = "#fff"\nprimary = "#0ff"\n', "utf-8")
    (folder / "rusak.toml").write_text('background = "hitam"\n', "utf-8")
    async with at_reader(home) as person:
        await person.told("rusak.toml:1: background harus berupa warna seperti '#e0b252'")
        await person.comes_to(titles[0])
        await person.press("T")
        await person.sees("BUATAN ANDA", "malam")
        await person.press("j", "enter")
        await person.until(lambda: person.app.theme == "malam", "the theme of one's own")
    assert 'theme = "malam"' in written(home)


async def test_a_theme_in_the_settings_that_is_not_there_is_told_and_the_reader_opens(
    home: Path, titles: list[str]
) -> None:
    settings(home, f'{QUIET}theme = "sigar"\n')
    async with at_reader(home) as person:
        await person.told("config.toml:5: theme: tidak ada tema 'sigar'")
        assert person.app.theme == "tapis"


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
async def test_every_theme_of_ours_can_be_worn(theme: str, home: Path, titles: list[str]) -> None:
    settings(home, f'{QUIET}theme = "{theme}"\n')
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        assert person.app.theme == theme
        assert person.broken_frames() == []


# --------------------------------------------------------------------------- without colours, and with sixteen


async def test_no_color_means_no_colour_and_everything_is_told_all_the_same(
    home: Path, titles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_reader(home, size=WIDE) as person:
        await person.comes_to(titles[0])
        assert colours(person) <= {"default"}
        row = styles_of(person, titles[0][:20])
        assert any(segment.style is not None and segment.style.reverse for segment in row)
        assert person.cursor_mark == "●"
        assert person.focused.startswith("Semua")
        await person.press("tab")
        await person.until(lambda: not person.focused.startswith("Semua"), "the focus in another frame")
        await person.press("escape", "j")
        await person.press("T")
        await person.sees("NO_COLOR aktif")
        assert colours(person) <= {"default"}


async def test_a_terminal_of_sixteen_colours_gets_its_own_sixteen(
    home: Path, titles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM")
    settings(home, f'{QUIET}theme = "tapis"\n')
    async with at_reader(home, size=WIDE) as person:
        await person.comes_to(titles[0])
        assert person.app.theme == "terminal-gelap"
        assert not [name for name in colours(person) if name.startswith(("#", "rgb"))]
        row = styles_of(person, titles[0][:20])
        assert any(segment.style is not None and segment.style.reverse for segment in row)
        await person.press("T")
        await person.sees("enam belas warna")
        assert 'theme = "tapis"' in written(home)
