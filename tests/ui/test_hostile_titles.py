"""Titles as they should not be: each is painted as text, in rows that are exactly as wide as their pane."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.newsdesk import keep, prose, story
from tests.ui.person import MEDIUM, NARROW, at_reader, in_newsroom

from lampungtui.folders import Folders
from lampungtui.foreign import Line
from lampungtui.model import BodyOrigin

HOSTILE = {
    "markup": "[bold]Pasar[/] [@click=app.quit]tutup[/] [red",
    "markup left open": "[link=http://x]Harga [/nothing] naik",
    "escape codes": "\x1b[31mMerah\x1b[0m \x1b]52;c;aGFsbw==\x07 \x9b2J selesai",
    "line breaks": "Satu\nDua\r\nTiga\tEmpat\u2028Lima",
    "wide": "東京のニュース：ランプン州の新しい市場が開く大きな記事の見出し" * 3,
    "emoji": "🎉 Festival 🍜 kuliner 🌊 di pantai 🏖 dengan 👍 banyak 🎈 tamu 🎊 hadir",
    "joined emoji": "Keluarga 👨‍👩‍👧‍👦 dan bendera 🇮🇩 serta hati ❤️ di Metro 👩🏽‍🚒 tiba",
    "right to left": "שלום עולם مرحبا بالعالم berita \u202egnippilf\u202c akhir \u2066x\u2069",
    "combining": "Z" + "\u0301" * 60 + "algo lewat di kota",
    "zero width": "Pas\u200bar\u200d Mar\ufeffgorejo\u00ad ditata",
    "one long word": "A" * 400,
    "nothing to see": "\u200b\u2060",
    "box drawing": "┃━┓ kotak ┏━┛ ╭─╮ │ palsu",
}

NO_FRAMES = dict.fromkeys(map(ord, "┃━┓┏┛╭─╮│"), "#")
"""These tests know a pane by its frame, so an outlet's name, which stands in one, has none of its signs."""


@pytest.fixture
async def hostile_home(tmp_path: Path) -> Path:
    """A home whose articles bear these titles, stored without being cleaned first, as a damaged file would hold them."""
    home = tmp_path / "home"
    folders = Folders.under(home)
    folders.config.mkdir(parents=True)
    folders.config_file.write_text("refresh = false\n", encoding="utf-8")
    async with in_newsroom(home) as room:
        for number, title in enumerate(HOSTILE.values()):
            new = replace(
                story(number),
                title=Line(title),
                outlet_id=f"media-{number}",
                outlet_name=Line("Media " + title[:40].translate(NO_FRAMES)),
                body=prose(title, "Isi berita."),
                origin=BodyOrigin.FEED,
            )
            await keep(room.store, new)
    return home


@pytest.mark.parametrize("size", [NARROW, MEDIUM, (170, 40)])
async def test_no_title_breaks_a_row(size: tuple[int, int], hostile_home: Path) -> None:
    async with at_reader(hostile_home, size=size) as person:
        for _ in HOSTILE:
            await person.press("enter")
            await person.until(lambda: person.panes[-1].focused, "the article")
            assert person.broken_frames() == []
            assert only_text(person.text)
            await person.press("escape", "j")
            assert person.broken_frames() == []
            assert only_text(person.text)


def only_text(text: str) -> bool:
    """Whether there is nothing on the screen that a terminal would act upon."""
    kinds = {unicodedata.category(character) for character in text if character not in "\n\u200d"}
    return not kinds & {"Cc", "Cs", "Zl", "Zp"} and not set(text) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


async def test_markup_in_a_title_is_shown_as_it_was_written(hostile_home: Path) -> None:
    async with at_reader(hostile_home, size=(170, 60)) as person:
        await person.sees("[bold]Pasar[/] [@click=app.quit]tutup[/]", "[link=http://x]Harga [/nothing] naik")
        await person.press("slash")
        await person.type("tutup")
        await person.sees("Cari: tutup")
        await person.press("enter", "s", "enter")
        await person.sees("★", "[bold]Pasar[/] [@click=app.quit]tutup[/] [red")
        assert person.app.is_running
