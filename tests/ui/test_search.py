"""Search as you type, and the way back from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.person import MEDIUM, at_reader

COFFEE = "Kopi Robusta Lampung Barat Tembus Rp64.500 per Kilogram"


async def test_the_list_follows_the_words_as_they_are_typed(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("kop")
        await person.sees("Cari: kop ")
        await person.in_pane("Cari: kop")
        await person.type("i tembus")
        await person.sees("Cari: kopi tembus")
        await person.comes_to(COFFEE)
        await person.reads(COFFEE)


async def test_an_arrow_into_the_list_takes_the_words_as_enter_does(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("kopi tembus")
        await person.press("down")
        await person.in_pane("Cari: kopi tembus")
        await person.comes_to(COFFEE)
        await person.press("s")
        await person.sees("★")


async def test_an_arrow_leaves_the_cursor_where_it_was_in_what_was_found(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("lampung")
        await person.press("enter", "j", "j")
        there = person.cursor_title
        await person.press("slash", "down", "K")
        await person.press("J")
        await person.until(lambda: person.cursor_title == there, there)


async def test_a_body_is_searched_as_well_as_a_title(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("laras pramesti")  # a name that no title has
        await person.sees("Cari: laras pramesti")
        await person.comes_to(titles[0])
        assert person.panes[1].title.endswith("1/1")


async def test_letters_in_the_search_are_no_commands(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("qsmjnHG?")
        await person.sees("qsmjnHG?", "Tidak ada berita dengan kata itu.")
        assert person.app.is_running
        assert "Tombol di panel" not in person.text
        await person.press("escape")
        await person.in_pane("Semua")
        assert "★" not in person.text
        assert f"{len(titles)}/{len(titles)}" in person.panes[1].title


async def test_signs_of_a_query_language_are_only_words(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        for words in ('"', "OR", "NEAR(k", "-", "t:k", "[b]"):
            await person.press("slash")
            await person.type(words)
            await person.sees(f"Cari: {words}")
            await person.press("escape")
            await person.in_pane("Semua")
            assert person.on(titles[0])


async def test_results_open_and_two_steps_back_lead_out(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("kopi")
        await person.sees("Cari: kopi")
        await person.press("enter")
        await person.in_pane("Cari: kopi")
        await person.press("j", "enter")
        await person.until(lambda: person.panes[-1].focused, "the article")
        await person.press("escape")
        await person.in_pane("Cari: kopi")
        assert person.cursor_mark == " "
        await person.press("escape")
        await person.in_pane("Semua")


async def test_nothing_typed_and_entered_leads_out(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("slash", "enter")
        await person.in_pane("Semua")
        await person.press("j")
        await person.comes_to(titles[1])


@pytest.mark.parametrize("way", [(), ("escape",), ("enter",)], ids=["headlines", "categories", "article"])
async def test_one_key_searches_from_every_pane(home: Path, titles: list[str], way: tuple[str, ...]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press(*way, "F")
        await person.type("kopi tembus")
        await person.press("enter")
        await person.in_pane("Cari: kopi tembus")


async def test_what_of_a_query_is_left_out_is_told_whole_where_its_line_is_too_short(
    home: Path, titles: list[str]
) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("kopi umur:<zz status:lah")
        await person.press("enter")
        await person.told("umur:<zz: bukan umur", ">30h", "status:lah: status itu tidak ada", "dibungkam")


async def test_a_long_search_stands_between_the_brackets_of_its_strip(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=MEDIUM) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("jembatan way sekampung di lampung timur")
        await person.press("enter")
        await person.until(lambda: "…  ]" in person.pane_lines(0)[0], "the strip with both of its brackets")
