"""The words of the screen in both languages: bars, help, palette, sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.store.newsdesk import METRO
from tests.ui.person import LARGE, MEDIUM, WIDE, Person, at_reader, by_cells

from lampungtui.language import say
from lampungtui.ui.commands import GROUP_WORDS, Command, Pane
from lampungtui.ui.reader_commands import COMMANDS
from lampungtui.ui.sectioning import category_names
from lampungtui.ui.widgets.row_list import RowList

LANGUAGES = ("id", "en")

DIALOG_LEFT, DIALOG_RIGHT = 24, 96
"""The columns of a dialog's words on a screen 120 columns wide."""


@pytest.mark.parametrize(
    ("language", "words", "foreign"),
    [
        (
            "id",
            ("─ Rubrik", "Semua · 83 berita", "belum dibaca", "Tersimpan", "jam lalu", "menit baca", "sumber, 1 galat",
             "Enter buka", "Spasi lanjut", "? bantuan", "SUMBER BERMASALAH", "Terpopuler", "Disimpan", "WIB"),
            ("Categories", "unread", "Saved", "ago", "min read", "open", "Most read"),
        ),
        (
            "en",
            ("─ Categories", "All · 83 articles", "unread", "Saved", "hours ago", "minute read", "sources, 1 failing",
             "Enter open", "Space read on", "? help", "SOURCES IN TROUBLE", "Most read", "Stored", "WIB"),
            ("Rubrik", "belum dibaca", "Tersimpan", "jam lalu", "menit baca", "Terpopuler", "Disimpan"),
        ),
    ],
)  # fmt: skip
async def test_the_screen_speaks_one_language(
    language: str, words: tuple[str, ...], foreign: tuple[str, ...], home: Path, titles: list[str]
) -> None:
    async with at_reader(home, size=LARGE, language=language) as person:
        await person.comes_to(titles[0])
        await person.sees(*words)
        frame = "\n".join([person.lines[0], person.lines[1], person.lines[-1], *person.pane_lines(0)])
        for word in foreign:
            assert word not in frame
        assert titles[0] in person.text  # what outlets wrote is never translated


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_help_lists_every_command_of_the_registry(language: str, home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=(120, 120), language=language) as person:
        await person.comes_to(titles[0])
        await person.press("question_mark")
        await person.sees(say("type to search, Esc closes"))
        words = " ".join(" ".join(by_cells(line, DIALOG_LEFT, DIALOG_RIGHT) for line in person.lines).split())
        for command in here(COMMANDS):
            assert f"{command.key_names()} {say(command.sentence)}" in words
        for word in GROUP_WORDS.values():
            assert f"{say(word)} " in words


async def test_the_help_can_be_read_to_its_end_on_a_small_screen(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("question_mark")
        await person.sees("Tombol di panel")
        last = here(COMMANDS)[-1].sentence
        assert say(last) not in person.text
        await person.press(*["pagedown"] * 8)
        await person.sees(say(last), "Tetikus juga bisa")
        assert person.app.is_running
        await person.press("escape")
        await person.in_pane("Semua")


async def test_words_pick_out_keys_of_the_help(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("question_mark")
        await person.type("salin")
        await person.sees("Salin atau bagikan", gone=("Simpan, atau lepaskan lagi",))
        await person.type("zzz")
        await person.sees("Tidak ada tombol untuk itu.")
        await person.press("question_mark")
        await person.sees("salinzzz?")
        await person.press("escape", "j")
        await person.comes_to(titles[1])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_palette_offers_every_command_section_and_theme(language: str, home: Path, titles: list[str]) -> None:
    async with at_reader(home, language=language) as person:
        await person.comes_to(titles[0])
        await person.press("ctrl+p")
        wanted = {
            say(command.sentence)
            for command in here(COMMANDS)
            if command.id not in ("program.palette", "move.category")
        }
        wanted |= {say("Everything of {name}").format(name="Kabarsiger.id")}
        wanted |= {
            say("Go to {name}").format(name=name)
            for name in (say("Unread"), say("Saved"), " > ".join(category_names(METRO)))
        }
        wanted |= {say("Theme: {name}").format(name=name) for name in ("tapis", "siger")}
        await person.until(lambda: wanted <= offered(person), "every command in the palette")
        await person.press("escape")
        await person.sees(gone=(say("Go to {name}").format(name=say("Unread")),))


@pytest.mark.parametrize(
    ("language", "title", "nothing"),
    [
        ("id", "Mau melakukan apa?", "Tidak ada yang bernama begitu."),
        ("en", "What do you want to do?", "Nothing is called so."),
    ],
)
async def test_the_palette_says_in_the_language_of_the_screen_that_nothing_is_called_so(
    language: str, title: str, nothing: str, home: Path, titles: list[str]
) -> None:
    async with at_reader(home, size=MEDIUM, language=language) as person:
        await person.comes_to(titles[0])
        await person.press("ctrl+p")
        await person.sees(title)
        await person.type("zzz")
        await person.sees(nothing)
        assert "\N{RIGHT-POINTING MAGNIFYING GLASS}" not in person.text
        await person.press("enter")
        await person.sees(nothing)
        await person.press("escape")
        await person.sees(gone=(nothing,))


async def test_words_find_a_command_in_any_order(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("ctrl+p")
        await person.type("dibaca tandai")
        await person.sees("Tandai sudah atau belum dibaca", gone=("Tema",))
        await person.press("ctrl+p")
        await person.sees(gone=("Mau melakukan apa?",))


def here(commands: Sequence[Command]) -> list[Command]:
    """The commands that the headlines' pane has."""
    return [command for command in commands if Pane.HEADLINES in command.panes]


def offered(person: Person) -> set[str]:
    """What the palette lists, in sight or further down."""
    found = person.app.screen.query("#offers")
    return {row.name for row in found.first(RowList).rows} if found else set()


@pytest.mark.parametrize(
    ("language", "sentence", "advice"),
    [
        ("id", "meminta kita kembali nanti", "Akan dicoba lagi dengan sendirinya."),
        ("en", "it asked us to come back later", "It is tried again by itself."),
    ],
)
async def test_the_sources_name_the_one_in_trouble_first_and_what_it_said(
    language: str, sentence: str, advice: str, home: Path, titles: list[str]
) -> None:
    async with at_reader(home, size=WIDE, language=language) as person:
        await person.comes_to(titles[0])
        await person.press("H")
        await person.sees("Gardu Pagi")
        first = next(line for line in person.lines if "┃" in line and ("!" in line or "✓" in line))
        assert "! Gardu Pagi" in first
        assert sentence in first
        assert advice in person.text
        await person.press("escape")
        await person.until(lambda: person.on(titles[0]), "the reader again")


async def test_a_source_in_trouble_stands_among_the_sections_and_opens_the_sources(
    home: Path, titles: list[str]
) -> None:
    async with at_reader(home, size=(200, 70)) as person:
        await person.comes_to(titles[0])
        assert "! Gardu Pagi" in person.text
        await person.press("escape", "G", "enter")
        await person.sees("meminta kita kembali nanti")
