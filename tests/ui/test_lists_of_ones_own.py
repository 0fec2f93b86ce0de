"""Views, rules and searches as a person makes them, with the help's words alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.ui.conftest import Clock, LiveNewsroom
from tests.ui.person import ALL, LARGE, Person, age_polls, at_reader, in_newsroom, titles_of

from lampungtui.model import RuleDraft, RuleKind

MARKET = "Pasar Margorejo Ditata Ulang Mulai Desember"
COFFEE = "Kopi Robusta Lampung Barat Tembus Rp64.500 per Kilogram"


async def test_a_word_finds_its_family_and_a_quoted_one_itself(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("berdagang judul:margorejo")
        await person.comes_to(MARKET)
        await person.press("escape", "slash")
        await person.type('"berdagang" judul:margorejo')
        await person.sees("Tidak ada berita dengan kata itu.")


async def test_what_was_not_understood_is_said_in_the_line_itself(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=LARGE) as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type("kopi status:aneh")
        await person.sees("status:aneh: status itu tidak ada", COFFEE[:30])
        await person.press(*["backspace"] * len(" status:aneh"))
        await person.sees("Cari: kopi ", gone=("status:aneh",))


async def test_a_new_person_finds_the_way_with_the_help_alone(home: Path, titles: list[str]) -> None:
    wanted = {
        "belum dibaca berikutnya": "n",
        "cari di judul": "/",
        "sebagai tampilan": "V",
        "bungkam atau tandai": "x",
        "sitasi": "y",
        "urungkan": "u",
    }
    async with at_reader(home, size=LARGE) as person:
        await person.comes_to(titles[0])
        for words, key in wanted.items():
            await person.press("question_mark")
            await person.type(words)
            await person.until(
                lambda key=key: any(f"┃  {key} " in line for line in person.lines),  # type: ignore[misc]
                f"the key {key} for '{words}'",
            )
            await person.press("escape")
        await person.press("n")
        await person.reads(titles[1])
        await person.press("F")
        await person.type("panen daerah:mesuji")
        await person.press("enter")
        await person.in_pane("Cari: panen daerah:mesuji")
        found = person.panes[1].title
        await person.press("V", *["backspace"] * 19)
        await person.type("Panen Mesuji")
        await person.press("enter")
        await person.in_pane("Panen Mesuji")
        assert person.panes[1].title.split("·")[1] == found.split("·")[1]
        await person.press("x", "w")
        await person.type("gajah")
        await person.press("down", "down", "down", "right", "right", "right")
        await person.sees("30 hari, sampai ")
        await person.press("enter")
        await person.sees("dibungkam; u mengurungkannya")
        await person.press("y", "c")
        await person.sees("Sitasi disalin")
        await person.press("u")
        await person.sees("Diurungkan: aturan dibuat")


async def test_what_is_muted_stays_away_after_a_restart_and_can_be_looked_at(home: Path, titles: list[str]) -> None:
    async with in_newsroom(home) as room:
        made = await room.make_rule(RuleDraft(RuleKind.MUTE, "gajah"))
    assert made is not None
    muted = made[0].articles
    assert muted
    async with at_reader(home) as person:
        await person.sees(f"Semua · {len(titles) - muted}/{len(titles) - muted}")
        await person.press("ctrl+p")
        await person.type("ke dibungkam")
        await person.sees("Dibungkam")
        await person.press("enter")
        await person.in_pane("Dibungkam")
        assert f"{muted}/{muted}" in person.panes[1].title


async def test_the_count_of_a_view_that_goes_by_the_clock_follows_it(
    home: Path, titles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lampungtui.ui.screens.reader.MINUTE_SECONDS", 0.05)
    clock = Clock(datetime.now(UTC))
    async with in_newsroom(home) as room:
        view = await room.save_view("Sehari", "umur:<1h")
    assert view is not None
    assert 0 < view.tally.total < len(titles)
    async with at_reader(home, clock=clock) as person:
        await person.until(
            lambda: row_of(person, "Sehari").endswith(f" {view.tally.total}/{view.tally.total}"), "its count"
        )
        clock.forward(timedelta(days=2))
        await person.until(lambda: row_of(person, "Sehari") == "Sehari", "nothing so young any more")


def row_of(person: Person, name: str) -> str:
    """The row of a section, without frame and cursor."""
    return next((line.strip("▌ ") for line in person.pane_lines(0) if name in line), "")


async def test_a_highlight_rule_tells_of_what_a_refresh_brought(live: LiveNewsroom, live_home: Path) -> None:
    async with in_newsroom(live_home) as room:
        assert await room.make_rule(RuleDraft(RuleKind.HIGHLIGHT, "gempa"))
    await age_polls(live_home)
    live.clock.forward(timedelta(minutes=5))
    titles = await titles_of(live_home)
    async with at_reader(live_home) as person:
        await person.comes_to(titles[0])
        await person.press("r")
        await person.told("◆ gempa", "1 berita baru")


async def test_order_and_groups_are_there_again(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("O", "m")
        await person.until(lambda: bool(person.app.room.session("lists")), "it kept")
    async with at_reader(home) as person:
        await person.until(lambda: any("───" in line for line in person.pane_lines(1)), "the name of a group")


async def test_the_rules_say_that_there_is_nothing_to_take_back(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("X", "u")
        await person.told("Tidak ada yang bisa diurungkan.")


async def test_grouped_by_story_only_a_story_has_a_name_over_it(home: Path, titles: list[str]) -> None:
    async with in_newsroom(home) as room:
        assert await room.tell_stories()
        window = room.window(ALL)
        rows = [row for rank in range(window.total) if (row := window.at(rank)) is not None]
    alone = next(row.title for row in rows if row.story is None)
    told = next(row.title for row in rows if row.story is not None)
    async with at_reader(home, size=LARGE) as person:
        await person.comes_to(titles[0])
        await person.press("O", "s")
        await person.sees(f" {told[:40]}")
        assert sum(alone[:30] in line for line in person.pane_lines(1)) == 1


async def test_a_place_has_one_name_on_an_english_screen(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=LARGE, language="en") as person:
        await person.comes_to(titles[0])
        await person.press("slash")
        await person.type('region:"south lampung" rambu')
        await person.sees("LAMPUNG · SOUTH LAMPUNG")
        await person.press("enter", "c")
        await person.sees("Region · South Lampung")
        await person.press("escape", "x")
        await person.sees("The region: South Lampung")
        await person.press("escape", "O", "g")
        await person.sees(" South Lampung ──")
