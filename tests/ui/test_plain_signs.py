"""With plain signs every screen of ours is ASCII from corner to corner; what outlets wrote is as they wrote it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tests.ui.conftest import QUIET, settings
from tests.ui.person import MEDIUM, NARROW, WIDE, Person, at_reader
from textual.scrollbar import ScrollBarRender

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
    palette, search, people, toast,
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
            await person.press("tab")


async def test_a_scroll_bar_is_seen_without_its_colour(home: Path, titles: list[str]) -> None:
    settings(home, f"{QUIET}ascii = true\n")
    async with at_reader(home, size=WIDE, settled=False) as person:
        await person.sees(titles[0][:20])
        strips = person.app.screen._compositor.render_strips()
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


def test_every_sign_has_a_plain_form_of_its_own() -> None:
    for name in UNICODE.__slots__:
        assert getattr(ASCII, name).isascii(), name
