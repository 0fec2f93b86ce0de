"""Pictures beside the text: they come after it, move nothing, and are left out with one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.segment import Segment
from tests.extract.photographs import encoded, flag
from tests.ui.conftest import QUIET, LiveNewsroom, settings
from tests.ui.person import LARGE, MEDIUM, NARROW, WIDE, Person, at_reader, by_cells, in_newsroom

from lampungtui.language import say
from lampungtui.model import View, ViewKind
from lampungtui.newsroom.pictures import pictures_of

MARKET = "Pasar Margorejo Ditata Ulang"
CAPTION = "Pedagang menata dagangan"
FIRST_WORDS = "Pemerintah Kota Metro"
COMING = "The picture is on its way ..."
FAILED = "The picture did not come."

WITH_PICTURES = QUIET.replace('pictures = "off"\n', "")


@pytest.fixture
async def album(home: Path) -> Path:
    """A home with every article and its pictures, whose outlets answer no more."""
    settings(home, WITH_PICTURES)
    async with in_newsroom(home) as room:
        window = room.window(View(ViewKind.ALL))
        for rank in range(window.total):
            headline = window.at(rank)
            article = room.article(headline.id) if headline is not None else None
            for picture in pictures_of(article) if article is not None else ():
                room.pictures._album.keep(picture.url, encoded(flag(960, 540)))
    return home


async def open_market(person: Person) -> None:
    """Opens the article on the market; its text is there."""
    await person.press("slash")
    await person.type("margorejo")
    await person.sees("Cari: margorejo")
    await person.press("enter", "enter")
    await person.until(lambda: person.panes[-1].focused, "the article opened")
    await person.reads(MARKET)


def picture_rows(person: Person) -> list[int]:
    """The lines of the article's pane in which a picture stands."""
    return [number for number, line in enumerate(person.article_text.split("\n")) if "▀" in line]


def row_of(person: Person, words: str) -> int:
    """The line of the article's pane in which words stand."""
    return next(number for number, line in enumerate(person.article_text.split("\n")) if words in line)


async def sees_picture(person: Person) -> list[int]:
    """Waits for a picture; its lines."""
    await person.until(lambda: bool(picture_rows(person)), "a picture")
    return picture_rows(person)


def picture_segments(person: Person) -> list[Segment]:
    """The coloured cells of the pictures on the screen."""
    strips = person.strips
    return [segment for strip in strips for segment in strip if segment.text.startswith("▀")]


# --------------------------------------------------------------------------- coming


async def test_the_text_comes_first_with_the_pictures_words_and_the_picture_moves_nothing(
    live: LiveNewsroom, live_home: Path
) -> None:
    settings(live_home, WITH_PICTURES)
    async with at_reader(live_home, size=LARGE) as person:
        await open_market(person)
        assert CAPTION in person.article_text
        before = row_of(person, CAPTION), row_of(person, FIRST_WORDS)
        rows = await sees_picture(person)
        assert (row_of(person, CAPTION), row_of(person, FIRST_WORDS)) == before
        assert rows == list(range(rows[0], rows[-1] + 1))
        assert rows[-1] == before[0] - 1
        assert say(COMING) not in person.text
    asked = [each.path for each in live.servers.log if each.path.startswith("/gambar/pasar")]
    assert asked == ["/gambar/pasar.png"]


async def test_an_article_that_is_looked_at_for_a_while_gets_its_picture_too(
    live: LiveNewsroom, live_home: Path, titles: list[str]
) -> None:
    settings(live_home, WITH_PICTURES)
    async with at_reader(live_home) as person:
        await person.comes_to(titles[0])
        await person.reads(titles[0])
        await sees_picture(person)
        await person.in_pane("Semua")


async def test_pictures_are_there_without_a_network(album: Path) -> None:
    async with at_reader(album) as person:
        await open_market(person)
        await sees_picture(person)
        assert CAPTION in person.article_text


async def test_a_picture_that_cannot_come_says_so_and_leaves_its_words(home: Path) -> None:
    settings(home, WITH_PICTURES)
    async with at_reader(home, size=LARGE) as person:
        await open_market(person)
        place = row_of(person, FIRST_WORDS)
        await person.sees(say(FAILED), CAPTION)
        assert row_of(person, FIRST_WORDS) == place
        await person.press("escape", "escape")
        await person.in_pane("Semua")
        await person.press("g", "enter")
        await person.until(lambda: not person.reading(MARKET), "another article")
        await person.press("escape")
        await open_market(person)
        assert say(FAILED) not in person.text
        assert row_of(person, FIRST_WORDS) < place


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE, LARGE, (80, 60)])
async def test_a_picture_takes_its_share_of_the_pane_and_breaks_no_frame(size: tuple[int, int], album: Path) -> None:
    async with at_reader(album, size=size) as person:
        await open_market(person)
        rows = await sees_picture(person)
        await person.settled()
        assert 4 <= len(rows) <= 0.4 * (size[1] - 4)
        # The text begins on the first screen, under the picture's words.
        assert row_of(person, FIRST_WORDS) + 1 < size[1] - 4
        widths = {line.count("▀") for line in person.article_text.split("\n") if "▀" in line}
        assert len(widths) == 1
        assert abs(widths.pop() / (2 * len(rows)) - 16 / 9) < 0.2
        assert person.broken_frames() == []


async def test_a_pane_too_low_for_a_picture_shows_its_words(album: Path) -> None:
    async with at_reader(album, size=(80, 12)) as person:
        await open_market(person)
        await person.press("pagedown")
        await person.sees("Gambar [1]")
        assert picture_rows(person) == []


async def test_the_picture_follows_the_size_of_the_screen(album: Path) -> None:
    async with at_reader(album, size=LARGE) as person:
        await open_market(person)
        large = await sees_picture(person)
        await person.resize(MEDIUM)
        await person.until(lambda: 0 < len(picture_rows(person)) < len(large), "a smaller picture")
        await person.resize(LARGE)
        await person.until(lambda: len(picture_rows(person)) == len(large), "the large one")
        assert person.broken_frames() == []


# --------------------------------------------------------------------------- moving


async def test_the_line_that_is_read_stays_when_pictures_come_and_go(album: Path) -> None:
    async with at_reader(album, size=MEDIUM) as person:
        await open_market(person)
        await sees_picture(person)
        await person.press(*"j" * 20)
        await person.until(lambda: picture_rows(person) == [], "the picture above the pane")
        top = by_cells(person.pane_lines(-1)[0], 0, 30)
        assert top.strip()
        for words in ("Pictures are left out and not fetched; their words stand in the text.", "Pictures are shown."):
            await person.press("i")
            await person.sees(say(words)[:20])
            assert by_cells(person.pane_lines(-1)[0], 0, 30) == top
        await person.press("g")
        await sees_picture(person)


async def test_a_picture_scrolls_line_by_line(album: Path) -> None:
    async with at_reader(album, size=MEDIUM) as person:
        await open_market(person)
        rows = await sees_picture(person)
        await person.press(*"j" * (rows[0] + 2))
        await person.until(lambda: picture_rows(person)[:1] == [0], "the picture at the top")
        assert len(picture_rows(person)) == len(rows) - 2 or rows[-1] == 19
        assert person.broken_frames() == []


# --------------------------------------------------------------------------- leaving out


async def test_one_key_leaves_pictures_out_and_is_remembered(album: Path) -> None:
    async with at_reader(album) as person:
        await open_market(person)
        await sees_picture(person)
        await person.press("i")
        await person.until(lambda: picture_rows(person) == [], "no picture")
        await person.sees(say("Pictures are left out and not fetched; their words stand in the text.")[:20], CAPTION)
    async with at_reader(album) as person:
        await open_market(person)
        await person.settled()
        assert picture_rows(person) == []
        await person.press("i")
        await sees_picture(person)
    async with at_reader(album) as person:
        await open_market(person)
        await sees_picture(person)


async def test_where_the_settings_leave_pictures_out_none_is_asked_for(live: LiveNewsroom, live_home: Path) -> None:
    settings(live_home, QUIET)
    async with at_reader(live_home) as person:
        await open_market(person)
        await person.sees(CAPTION, FIRST_WORDS)
        assert say(COMING) not in person.text
        assert [each.path for each in live.servers.log if "/gambar/" in each.path] == []
        await person.press("i")
        await sees_picture(person)
    assert [each.path for each in live.servers.log if "/gambar/" in each.path] == ["/gambar/pasar.png"]


@pytest.mark.parametrize(
    ("more", "environment"),
    [
        ("", {"NO_COLOR": "1"}),
        ("ascii = true\n", {}),
        ("", {"TERM": "dumb", "COLORTERM": ""}),
    ],
)
async def test_without_colours_or_with_plain_signs_the_words_stand_alone(
    more: str, environment: dict[str, str], album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settings(album, WITH_PICTURES + more)
    async with at_reader(album, settled=False) as person:
        await person.until(lambda: "Margorejo" in person.text, "the list")
        await person.press("slash")
        await person.type("margorejo")
        await person.sees("Cari: margorejo")
        await person.press("enter", "enter")
        await person.sees("Rina Wulandari", CAPTION)
        await person.settled()
        assert "▀" not in person.text
        await person.press("i")
        shown = say("This screen shows no pictures (no colours, or plain ASCII signs); their words stand in the text.")
        await person.sees(shown[:20])


# --------------------------------------------------------------------------- colours, hands


@pytest.mark.parametrize(
    ("term", "colorterm", "steps"),
    [
        ("xterm-256color", "", {0, 95, 135, 175, 215, 255, *range(8, 239, 10)}),
        ("linux", "", {0, 85, 170, 255}),
    ],
)
async def test_a_terminal_of_few_colours_gets_its_own_ones(
    term: str, colorterm: str, steps: set[int], album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    async with at_reader(album) as person:
        await open_market(person)
        await sees_picture(person)
        seen = set()
        for segment in picture_segments(person):
            assert segment.style is not None
            for colour in (segment.style.color, segment.style.bgcolor):
                assert colour is not None
                assert colour.triplet is not None
                seen |= set(colour.triplet)
        assert seen
        assert seen <= steps


async def test_a_click_on_a_picture_opens_it_in_the_browser(album: Path) -> None:
    settings(album, WITH_PICTURES + 'browser = ["true"]\n')
    async with at_reader(album) as person:
        await open_market(person)
        await sees_picture(person)
        y = next(number for number, line in enumerate(person.lines) if "▀▀▀▀▀▀" in line)
        await person.click(person.lines[y].index("▀▀▀▀▀▀") + 3, y)
        await person.sees("/gambar/pasar.png")


async def test_what_is_copied_around_a_picture_is_words(album: Path) -> None:
    async with at_reader(album, size=LARGE) as person:
        await open_market(person)
        rows = await sees_picture(person)
        pane = person.panes[-1]
        article = pane.left + 6
        await person.pilot.mouse_down(offset=(article, rows[0] - 1))
        await person.pilot.hover(offset=(article + 30, rows[-1] + 8))
        await person.pilot.mouse_up(offset=(article + 30, rows[-1] + 8))
        copied = person.app.screen.get_selected_text()
        assert copied is not None
        assert CAPTION in copied
        assert "▀" not in copied
        assert "\0" not in copied
        assert "\n\n\n" not in copied
