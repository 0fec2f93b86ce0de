"""How a person arranged the screen: kept over visits, fitted to the width, never beyond what can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.person import LARGE, NARROW, Person, at_reader
from textual.events import MouseDown, MouseMove, MouseUp

from lampungtui.ui.arrangement import Arrangement, read_arrangement

ARRANGEMENTS = st.builds(
    Arrangement,
    zen=st.booleans(),
    sections=st.none() | st.booleans(),
    measure=st.none() | st.integers(40, 120),
    sections_width=st.none() | st.integers(1, 999),
    headlines_width=st.none() | st.integers(1, 999),
)


@given(ARRANGEMENTS)
def test_what_is_written_is_read_again(arrangement: Arrangement) -> None:
    assert read_arrangement(arrangement.written()) == arrangement


@pytest.mark.parametrize("text", [None, "", "{", "[]", "7", '{"zen": 1, "measure": "72", "sections_width": -4}'])
def test_what_is_not_understood_is_the_default(text: str | None) -> None:
    assert read_arrangement(text) == Arrangement()


@given(ARRANGEMENTS, st.integers(80, 300), st.booleans())
def test_every_pane_keeps_its_least(arrangement: Arrangement, columns: int, beside: bool) -> None:
    beside &= columns >= 120
    fitted = arrangement.fitted(columns, beside=beside)
    taken = (fitted.sections_width or 30) if beside else 0
    assert columns - taken - (fitted.headlines_width or 24) >= 30 or fitted.headlines_width == 24


async def drag(person: Person, start: int, end: int, y: int = 10) -> None:
    """Presses the button on a column, draws, and lets it go."""
    await person.pilot._post_mouse_events([MouseDown], None, (start, y), button=1)
    for column in range(start, end, 3 if end > start else -3):
        await person.pilot._post_mouse_events([MouseMove], None, (column, y), button=1)
    await person.pilot._post_mouse_events([MouseUp], None, (end, y), button=1)
    await person.pilot.pause()


async def test_the_split_is_dragged_and_is_there_again(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=LARGE) as person:
        await person.comes_to(titles[0])
        before = person.panes[1].width
        edge = person.panes[1].left + before - 1
        await drag(person, edge, edge - 12)
        await person.until(lambda: person.panes[1].width == before - 12, "a slimmer list")
        assert person.broken_frames() == []
        edge = person.panes[0].width - 1
        await drag(person, edge, edge + 6)
        await person.until(lambda: person.panes[0].width == edge + 7, "broader categories")
        await person.until(
            lambda: f'"headlines_width":{before - 12}' in (person.app.room.session("arrangement") or ""), "it kept"
        )
    async with at_reader(home, size=LARGE) as person:
        await person.comes_to(titles[0])
        assert (person.panes[0].width, person.panes[1].width) == (edge + 7, before - 12)


@pytest.mark.parametrize("categories", [True, False])
async def test_the_article_keeps_its_room_beside_a_broad_list(home: Path, titles: list[str], categories: bool) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        if not categories:
            await person.press("b")
            await person.until(lambda: len(person.panes) == 2, "two panes")
        edge = person.panes[-2].left + person.panes[-2].width - 1
        await drag(person, edge, 119)
        await person.until(lambda: person.panes[-1].width == 30, "the article at its least")
        await person.press("greater_than_sign", "greater_than_sign")
        await person.settled()
        assert [pane.width for pane in person.panes] == ([30, 60, 30] if categories else [90, 30])
        await person.press("escape")
        await person.in_pane("Rubrik")
        assert [pane.width for pane in person.panes] == [30, 60, 30]
        assert person.broken_frames() == []


async def test_a_narrow_screen_has_its_panes_whole(home: Path, titles: list[str]) -> None:
    async with at_reader(home, size=LARGE) as person:
        await person.comes_to(titles[0])
        await person.press_at_once("9", "greater_than_sign")
    async with at_reader(home, size=NARROW) as person:
        await person.until(lambda: bool(person.panes), "a pane")
        assert person.panes[0].width == NARROW[0]


async def test_zen_lines_and_categories_are_as_they_were(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("b", "plus", "plus")
        await person.sees("Baris paling panjang 80 huruf")
        await person.until(lambda: '"measure":80' in (person.app.room.session("arrangement") or ""), "it kept")
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        assert len(person.panes) == 2
        assert person.app.screen.query_one("ArticleView").measure == 80  # type: ignore[attr-defined]
