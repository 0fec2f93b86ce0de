"""The settings: changed on their screen or in an editor, they hold at once and stand in the file."""

from __future__ import annotations

import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.conftest import QUIET, LiveNewsroom, settings
from tests.ui.person import MEDIUM, WIDE, Person, age_polls, at_reader, titles_of
from tests.ui.source_desk import SIZES, english_in, faults
from textual import events

from lampungtui.folders import Folders


def file_of(home: Path) -> Path:
    return Folders.under(home).config_file


async def open_settings(person: Person, titles: list[str]) -> None:
    await person.comes_to(titles[0])
    await person.press("comma")
    await person.sees("72", gone=(titles[0][:20],))


async def on_setting(person: Person, label: str) -> None:
    """Brings the cursor to a setting."""
    await person.press("g")
    for _ in range(20):
        if any(line.lstrip("│┃|# ").startswith(("▌" + label, ">" + label)) for line in person.lines):
            return
        await person.press("j")
    raise AssertionError(f"there is no '{label}':\n{person.text}")


async def edited(person: Person, home: Path, text: str, *, second: int) -> None:
    """Saves the settings in an editor and comes back to the terminal."""
    file_of(home).write_text(text, "utf-8")
    os.utime(file_of(home), (second, second))
    person.app.post_message(events.AppFocus())
    await person.pilot.pause()


# --------------------------------------------------------------------------- the screen


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["id", "en"])
async def test_the_screen_is_whole_and_speaks_one_language(
    size: tuple[int, int], language: str, home: Path, titles: list[str]
) -> None:
    async with at_reader(home, size=size, language=language) as person:
        await open_settings(person, titles)
        for _ in range(14):
            screen = await person.settled()
            assert faults(person) == []
            if language == "id":
                # The names of the settings in their file are of no language.
                assert english_in(re.sub(r"config\.toml: \w+", "", screen)) == []
            await person.press("j")


async def test_a_change_holds_at_once_stands_in_the_file_and_leaves_the_rest_of_it(
    home: Path, titles: list[str]
) -> None:
    settings(home, f"{QUIET}# mine\nmeasure = 72 # usual\n")
    async with at_reader(home, size=WIDE) as person:
        await open_settings(person, titles)
        await on_setting(person, "Lebar teks")
        await person.press("minus", "minus", "minus")
        await person.sees("60")
        assert "# mine\nmeasure = 60 # usual\n" in file_of(home).read_text("utf-8")
        await on_setting(person, "Penandaan terbaca")
        await person.press("enter")
        await person.sees("juga saat dilewati kursor")
        await person.press("escape")
        await person.comes_to(titles[0])
        assert person.app.config.mark_read == "scroll"
        assert person.app.screen.article.measure == 60  # type: ignore[attr-defined]
    text = file_of(home).read_text("utf-8")
    assert 'mark_read = "scroll"\n' in text


async def test_the_language_changes_at_once_also_behind_the_settings(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=WIDE) as person:
        await open_settings(person, titles)
        await person.press("enter", "enter")
        await person.sees("Marking read", "Language of the screen", gone=("Penandaan",))
        await person.press("escape")
        await person.sees("─ Categories", "83 articles", "Enter open", gone=("Rubrik", "83 berita"))
        assert person.focused.startswith("All")
        assert person.on(titles[0])
        await person.press("j")
        await person.comes_to(titles[1])


async def test_plain_signs_come_at_once(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=WIDE) as person:
        await open_settings(person, titles)
        await on_setting(person, "Tanda polos")
        await person.press("enter")
        await person.sees("ya", "+==", gone=("┃", "▌"))
        await person.press("escape")
        await person.sees("+==", titles[0][:20], gone=("┃", "●"))


async def test_a_number_is_typed_and_one_out_of_range_is_refused(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await open_settings(person, titles)
        await on_setting(person, "Lebar teks")
        await person.press("enter", "end", "backspace", "backspace", "9", "enter")
        await person.told("40", "120")
        await person.press("0", "enter")
        await person.sees("90")
        assert "measure = 90\n" in file_of(home).read_text("utf-8")


async def test_a_browser_is_typed_as_in_a_shell(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=WIDE) as person:
        await open_settings(person, titles)
        await on_setting(person, "Peramban")
        await person.press("enter")
        await person.type("w3m -o 'a b'")
        await person.press("enter")
        await person.sees("w3m -o 'a b'")
        assert 'command = ["w3m", "-o", "a b"]' in file_of(home).read_text("utf-8")
        await person.press("d")
        await person.sees("bawaan sistem")


async def test_the_theme_is_tried_and_kept_from_the_settings_too(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=WIDE) as person:
        await open_settings(person, titles)
        await on_setting(person, "Tema")
        await person.press("enter")
        await person.sees("DARI LAMPUNGTUI")
        await person.press("j", "j")
        await person.until(lambda: person.app.theme == "siger", "the theme on trial")
        await person.press("enter")
        await person.sees("siger", gone=("DARI LAMPUNGTUI",))
        assert 'theme = "siger"\n' in file_of(home).read_text("utf-8")


async def test_settings_that_cannot_be_written_are_told_and_nothing_changes(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=WIDE) as person:
        await open_settings(person, titles)
        file_of(home).write_text("measure = lebar\n", "utf-8")
        await on_setting(person, "Tanda polos")
        await person.press("enter")
        await person.told("config.toml:1: bukan TOML yang sah di kolom 11 (nilainya tidak sah;")
        assert not person.app.config.ascii
    assert file_of(home).read_text("utf-8") == "measure = lebar\n"


# --------------------------------------------------------------------------- the file, changed by somebody else


async def test_what_an_editor_saves_holds_when_the_person_comes_back(home: Path, titles: list[str]) -> None:
    text = file_of(home).read_text("utf-8")
    async with at_reader(home, size=WIDE) as person:
        await person.comes_to(titles[0])
        await person.press("j", "j")
        await person.comes_to(titles[2])
        await edited(person, home, f'{text}theme = "siger"\nlanguage = "en"\n', second=1)
        await person.sees("─ Categories", "Enter open")
        assert person.app.theme == "siger"
        await person.comes_to(titles[2])


async def test_a_mistake_is_a_toast_with_its_line_and_the_old_settings_stay(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=WIDE) as person:
        await person.comes_to(titles[0])
        await edited(person, home, "refresh = false\nprefetch = false\nmesure = 50\n", second=1)
        await person.told("config.toml:3: kunci 'mesure' tidak dikenal; maksudnya 'measure'?")
        assert person.app.config.measure == 72
        await edited(person, home, "refresh = false\nprefetch = false\nmeasure = 50\n", second=2)
        await person.until(lambda: person.app.config.measure == 50, "the mended settings")


async def test_other_outlets_in_the_file_are_read_at_once(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=WIDE) as person:
        await person.comes_to(titles[0])
        await person.sees("16 sumber")
        await edited(person, home, f'outlets = ["warta-way-kambas", "sekura"]\n{QUIET}', second=1_000)
        await person.sees("2 sumber", gone=("16 sumber",))
        await edited(person, home, f'outlets = ["warta-way-kambas", "kabar-angin"]\n{QUIET}', second=2_000)
        await person.told("outlets: tidak ada media 'kabar-angin'")
        await person.sees("2 sumber")
        assert person.on(titles[0])


async def test_news_are_asked_for_as_soon_as_that_is_wanted(live: LiveNewsroom, live_home: Path) -> None:
    await age_polls(live_home)
    live.clock.forward(timedelta(minutes=5))
    titles = await titles_of(live_home)
    async with at_reader(live_home) as person:
        await open_settings(person, titles)
        await on_setting(person, "Muat ulang")
        await person.press("enter", "escape")
        await person.sees("baru (g)")


async def test_asking_by_hand_leaves_the_wish_not_to_be_asked_by_itself(live: LiveNewsroom, live_home: Path) -> None:
    await age_polls(live_home)
    live.clock.forward(timedelta(minutes=5))
    titles = await titles_of(live_home)
    async with at_reader(live_home) as person:
        await person.comes_to(titles[0])
        await person.press("r")
        await person.sees("baru (g)", "daring")
        await person.until(
            lambda: not any(worker.group == "refresh" and not worker.is_finished for worker in person.app.workers),
            "nobody who goes on asking",
        )


async def test_what_is_opened_while_the_screen_is_put_up_anew_stays(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await open_settings(person, titles)
        await on_setting(person, "Bahasa")
        await person.press("enter", "enter")
        await person.sees("Settings", "English")
        for key, letter in (("escape", None), ("question_mark", "?")):
            person.app.post_message(events.Key(key, letter))
        await person.sees("Keys in the headlines pane")
        await person.settled()
        assert len(person.app.screen_stack) == 3
        assert "headlines pane" in person.text
        await person.press("escape")
        await person.in_pane("All")
