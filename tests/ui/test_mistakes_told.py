"""Mistakes in a person's files while the reader is open on an Indonesian screen: told with file and line, and no English."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from tests.ui.conftest import QUIET, settings
from tests.ui.person import LARGE, Person, at_reader
from tests.ui.source_desk import english_in
from textual import events
from textual.widgets._toast import Toast

from lampungtui.folders import Folders

QUOTED = re.compile(r"'[^']*'|\S+\.toml")
"""Names of keys and values, and of files, are of no language."""


def english_told(person: Person) -> list[str]:
    """English words in the toasts."""
    toasts = " ".join(str(toast.render()) for toast in person.app.screen.query(Toast))
    return english_in(QUOTED.sub("", " ".join(toasts.split())))


async def saved_elsewhere(person: Person, file: Path, text: str) -> None:
    """Somebody saves a file in an editor and comes back to the terminal."""
    file.write_text(text, "utf-8")
    os.utime(file, (1, 1))
    person.app.post_message(events.AppFocus())
    await person.pilot.pause()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('background = "hitam"\n', "rusak.toml:1: background harus berupa warna seperti '#e0b252'"),
        ('latar = "#000"\n', "rusak.toml:1: kunci 'latar' tidak dikenal; yang dikenal di sini: accent, "),
        ('background = "#000"\n', "rusak.toml: 'foreground' tidak ada"),
        ("background = #000\n", "rusak.toml:1: bukan TOML yang sah di kolom 14 (nilainya tidak sah; "),
        ("#" * 70_000, "rusak.toml: terlalu panjang untuk sebuah tema"),
    ],
)
async def test_a_broken_theme_is_told_at_the_start_and_in_the_picker(
    text: str, told: str, home: Path, titles: list[str]
) -> None:
    folder = Folders.under(home).themes
    folder.mkdir()
    (folder / "rusak.toml").write_text(text, "utf-8")
    async with at_reader(home, size=LARGE) as person:
        await person.told(told)
        assert english_told(person) == []
        await person.comes_to(titles[0])
        person.app.clear_notifications()
        await person.until(lambda: not person.app.screen.query(Toast), "nothing is told any more")
        await person.press("T")
        await person.sees("DARI LAMPUNGTUI")
        await person.told(told)
        assert english_told(person) == []


async def test_a_mistake_in_the_settings_is_told_when_the_person_comes_back(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=LARGE) as person:
        await person.comes_to(titles[0])
        await saved_elsewhere(person, Folders.under(home).config_file, f"{QUIET}measure = 20\n")
        await person.told("config.toml:4: measure harus bilangan bulat dari 40 sampai 120")
        assert english_told(person) == []


async def test_the_language_is_that_of_the_screen_whatever_the_file_says(home: Path, titles: list[str]) -> None:
    settings(home, f'{QUIET}theme = "sigar"\n')
    async with at_reader(home, size=LARGE, language="en") as person:
        await person.told("config.toml:5: theme: there is no theme 'sigar'")


async def test_a_file_of_sources_that_was_broken_is_told_at_the_next_refresh(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=LARGE) as person:
        await person.comes_to(titles[0])
        Folders.under(home).subscriptions_file.write_text('outlets = []\n[[feeds]]\nid = "Kabar"\n', "utf-8")
        await person.press("r")
        await person.told("subscriptions.toml:3: 'id' harus berupa huruf kecil, angka, dan tanda hubung, seperti")
        assert english_told(person) == []
