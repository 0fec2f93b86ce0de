"""News that arrive while somebody reads: they wait, nothing moves, and an edited article keeps its earlier version."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.ui.conftest import LiveNewsroom, settings
from tests.ui.person import age_polls, at_reader, titles_of

QUAKE = "Gempa magnitudo 4,1 dirasakan ringan di Pesisir Barat"
MARKET = "Pasar Margorejo Ditata Ulang Mulai Desember"

UNTOUCHED = 15
"""Lines of the headlines in which nothing is published anew."""


async def test_what_arrives_waits_and_nothing_moves_until_it_is_asked_for(live: LiveNewsroom, live_home: Path) -> None:
    titles = await titles_of(live_home)
    await age_polls(live_home)
    live.clock.forward(timedelta(seconds=70))  # the first of the articles that are published later
    async with at_reader(live_home) as person:
        await person.comes_to(titles[0])
        await person.press("j", "j", "enter")
        await person.reads(titles[2])
        await person.press("j", "j")
        await person.until(lambda: person.cursor_mark == " ", "it read")
        # Further down the market's headline is corrected in its place.
        headlines, article = person.pane_lines(1)[:UNTOUCHED], person.pane_lines(2)
        await person.press("r")
        await person.sees("↑ 1 baru (g)", "daring")
        assert person.pane_lines(1)[:UNTOUCHED] == headlines
        assert person.pane_lines(2) == article
        assert person.panes[2].focused
        assert QUAKE not in person.text

        await person.press("r")
        await person.sees("Semua sumber baru saja diminta")

        await person.press("escape", "g")
        await person.comes_to(QUAKE)
        assert person.cursor_mark == "▲"
        await person.sees(gone=("baru (g)",))
        await person.reads(QUAKE)
        await person.press("j")
        await person.comes_to(titles[0])


async def test_an_edited_article_shows_its_earlier_version_on_demand(live: LiveNewsroom, live_home: Path) -> None:
    settings(live_home, "refresh = false\n")
    await age_polls(live_home)
    live.clock.forward(timedelta(seconds=50))  # past the market's correction
    async with at_reader(live_home, size=(140, 45)) as person:
        await person.press("slash")
        await person.type("margorejo")
        await person.sees("Cari: margorejo")
        await person.press("enter")
        await person.comes_to(MARKET)
        await person.press("enter")
        await person.reads("186 pedagang")
        await person.press("r")
        await person.reads("Disunting medianya; 1 versi lama tersimpan (v)")
        assert person.reading("168 Pedagang Pindah")
        assert person.panes[2].focused
        await person.press("v")
        await person.reads("Versi lama, diganti")
        assert person.reading("186 pedagang")
        await person.press("escape")
        await person.reads("Disunting medianya")
        assert person.panes[2].focused
        await person.press("v")
        await person.reads("Versi lama, diganti")
        await person.press("v")
        await person.reads("Disunting medianya")
