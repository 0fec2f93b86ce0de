"""With plain signs every screen of ours is ASCII from corner to corner; what outlets wrote is as they wrote it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.newsdesk import keep, prose, story
from tests.ui.conftest import QUIET, settings
from tests.ui.person import MEDIUM, NARROW, WIDE, Person, at_reader, in_newsroom
from tests.ui.source_desk import new_home
from textual.scrollbar import ScrollBarRender

from lampungtui.folders import Folders
from lampungtui.foreign import Line
from lampungtui.language import use_language
from lampungtui.model import BodyOrigin
from lampungtui.newsroom.opening import open_newsroom
from lampungtui.ui.app import LampungApp
from lampungtui.ui.plain_signs import shows_unicode
from lampungtui.ui.signs import ASCII, UNICODE

Way = Callable[[Person], Awaitable[None]]


async def nowhere(person: Person) -> None:
    """The reader as it opens."""


async def article(person: Person) -> None:
    await person.press("enter", "pagedown")


async def keys(person: Person) -> None:
    await person.press("question_mark", "pagedown")


async def sources(person: Person) -> None:
    await person.press("H")


async def source_form(person: Person) -> None:
    await person.press("H", "e")


async def source_rubrics(person: Person) -> None:
    await person.press("H", "e", "tab", "enter")


async def outlets(person: Person) -> None:
    await person.press("H", "P")


async def adding(person: Person) -> None:
    await person.press("a")


async def themes(person: Person) -> None:
    await person.press("T")


async def settings_screen(person: Person) -> None:
    await person.press("comma")


async def a_number(person: Person) -> None:
    await person.press("comma", "j", "j", "j", "j", "j", "enter")


async def palette(person: Person) -> None:
    await person.press("ctrl+p")


async def palette_of_nothing(person: Person) -> None:
    await person.press("ctrl+p")
    await person.type("zzz")
    await person.sees("Tidak ada yang bernama begitu.")


async def search(person: Person) -> None:
    await person.press("slash")
    await person.type("kopi")
    await person.sees("kopi")


async def people(person: Person) -> None:
    await person.press("c")


async def toast(person: Person) -> None:
    await person.press("s")
    await person.told("Tersimpan")


WAYS = (
    nowhere, article, keys, sources, source_form, source_rubrics, outlets, adding, themes, settings_screen, a_number,
    palette, palette_of_nothing, search, people, toast,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
async def test_every_screen_is_ascii(way: Way, home: Path, titles: list[str]) -> None:
    settings(home, f"{QUIET}ascii = true\n")
    async with at_reader(home, size=MEDIUM, settled=False) as person:
        await person.sees(titles[0][:20])
        await way(person)
        screen = await person.settled()
        assert sorted({each for each in screen if not each.isascii()}) == []


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE])
async def test_the_focus_is_told_by_the_form_of_its_frame(size: tuple[int, int], home: Path, titles: list[str]) -> None:
    settings(home, f"{QUIET}ascii = true\n")
    async with at_reader(home, size=size, settled=False) as person:
        await person.sees(titles[0][:20])
        for title in ("Semua", "Warta Way Kambas", "Rubrik"):
            await person.sees(f"+= {title}")
            assert sum(line.count("+= ") for line in person.lines) == 1
            await person.press("tab")


async def test_a_scroll_bar_is_seen_without_its_colour(home: Path, titles: list[str]) -> None:
    settings(home, f"{QUIET}ascii = true\n")
    async with at_reader(home, size=WIDE, settled=False) as person:
        await person.sees(titles[0][:20])
        strips = person.strips
        column = person.app.screen.query_one("#headlines").region.right - 1
        bar = [strip.crop(column, column + 1) for strip in strips[2:-2]]
        thumb = [cell for cell in bar for segment in cell if segment.style is not None and segment.style.reverse]
        assert 0 < len(thumb) < len(bar)


async def test_the_usual_signs_come_back(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=WIDE) as person:
        await person.comes_to(titles[0])
        assert "┏" in person.text
        from textual.scrollbar import ScrollBar

        assert ScrollBar.renderer is ScrollBarRender


@pytest.mark.parametrize(
    ("language", "down", "up"), [("id", "j / Panah bawah", "k / Panah atas"), ("en", "j / Down", "k / Up")]
)
async def test_arrow_keys_have_words(language: str, down: str, up: str, home: Path, titles: list[str]) -> None:
    settings(home, f"{QUIET}ascii = true\n")
    async with at_reader(home, size=MEDIUM, language=language, settled=False) as person:
        await person.sees(titles[0][:20])
        await person.press("question_mark")
        await person.sees(down, up)


WRITTEN = "“Kopi” – Rp 5.000… → naik 3°"
"""A title as an outlet may write it, with signs that are also signs of ours or of the library."""


async def test_what_outlets_wrote_stays_as_they_wrote_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    new_home(home, f"{QUIET}ascii = true\n")
    async with in_newsroom(home) as room:
        written = replace(story(1), title=Line(WRITTEN), body=prose(WRITTEN), origin=BodyOrigin.FEED)
        await keep(room.store, written)
    async with at_reader(home, size=WIDE, settled=False) as person:
        await person.until(lambda: person.text.count(WRITTEN) == 3, "it in the list, over the article and in it")
        frame = person.text.replace(WRITTEN, "")
        assert not {each for each in frame if not each.isascii()}


async def test_a_terminal_without_other_letters_gets_the_nearest_ones(tmp_path: Path) -> None:
    home = tmp_path / "home"
    new_home(home)
    use_language("id")
    async with in_newsroom(home) as room:
        await keep(room.store, replace(story(1), title=Line("“Café” – 5 °C, 東京…"), body=prose("Isi.")))
    opened = open_newsroom(Folders.under(home))
    app = LampungApp(opened, unicode=False)
    try:
        async with app.run_test(size=WIDE) as pilot:
            person = Person(app, pilot)
            await person.until(lambda: '"Cafe" - 5 oC, ? ? .' in person.text, "the title in ASCII")
            assert person.text.isascii()
    finally:
        opened.room.close()


@pytest.mark.parametrize(
    ("environment", "encoding", "unicode"),
    [
        ({"LANG": "id_ID.UTF-8"}, "utf-8", True),
        ({"LANG": "id_ID.utf8", "LC_ALL": ""}, "utf-8", True),
        ({}, "utf-8", True),
        ({"LANG": "id_ID"}, "utf-8", True),
        ({"LANG": "C.UTF-8"}, "utf-8", True),
        ({"LANG": "C", "LC_CTYPE": "id_ID.UTF-8"}, "utf-8", True),
        ({"LC_CTYPE": "C.UTF-8"}, "utf-8", True),
        ({"LANG": "C"}, "utf-8", False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8", False),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "C"}, "utf-8", False),
        ({"LANG": "POSIX"}, "utf-8", False),
        ({"LANG": "id_ID.ISO-8859-1"}, "iso8859-1", False),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, "utf-8", False),
        ({"LANG": "id_ID.UTF-8"}, "ascii", False),
        ({"LANG": "id_ID.UTF-8"}, None, False),
    ],
)
def test_whether_the_terminal_shows_more_than_ascii(
    environment: dict[str, str], encoding: str | None, unicode: bool
) -> None:
    assert shows_unicode(environment, encoding) is unicode


def test_every_sign_has_a_plain_form_of_its_own() -> None:
    for name in UNICODE.__slots__:
        assert getattr(ASCII, name).isascii(), name
