"""Whole screens as they are kept in `screens/`, at three sizes, in both languages, dark and light.

A change that is meant is kept by `make snapshots`, and reviewed as the difference of text files that it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.ui.conftest import QUIET, settings
from tests.ui.person import LARGE, MEDIUM, WIDE, Person, copied
from tests.ui.snapshots.picture import expect, picture

from lampungtui.demo.profiles import write_profiles
from lampungtui.demo.server import DemoNewsroom
from lampungtui.folders import Folders
from lampungtui.language import use_language
from lampungtui.newsroom.opening import open_newsroom
from lampungtui.ui.app import LampungApp

FIRST_PORT = 18_501
"""Where the outlets of these screens listen: their addresses stand on them."""

NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
"""Noon in WIB, when all of this happens."""

SCREENS: dict[str, tuple[str, ...]] = {
    "list": ("j", "j"),
    "article": ("j", "enter"),
    "search": ("slash", *"kopi", "enter"),
    "zen": ("enter", "z"),
    "groups": ("O", "m", "g"),
    "links": ("enter", "f"),
    "copy": ("y",),
    "people": ("c",),
    "tag": ("t",),
    "order": ("O",),
    "rule": ("x", "w", *"kopi"),
    "rules": ("X",),
    "adding": ("a",),
    "themes": ("T", "j", "j"),
    "settings": ("comma", "j"),
    "keys": ("question_mark",),
    "sources": ("H",),
    "outlets": ("H", "P"),
}
"""Each screen and the keys that lead to it."""

OPENING = ("T", "comma", "question_mark", "H", "P")

LOOKS = {"id-dark": ("id", "tapis"), "en-light": ("en", "siger")}
SIZES = {"80x24": MEDIUM, "120x35": WIDE, "200x50": LARGE}


def painted(person: Person) -> bool:
    """Whether the screen stands from its masthead to its keys, also where it lies under a dialog."""
    lines = person.lines
    if len(lines) != person.app.size.height:
        return False
    # An article alone has neither.
    return person.app.screen.has_class("-zen") or (lines[0].startswith(" lampungtui") and bool(lines[-1].strip()))


def article_is_there(person: Person) -> bool:
    """Whether the article under the cursor was set beside the headlines."""
    return bool(person.panes) and person.panes[-1].title not in ("Artikel", "Berita", "Article")


def clock() -> datetime:
    return NOON


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home that was filled at noon, one source after the other, so that it is the same every time."""
    home = tmp_path_factory.mktemp("still") / "home"
    with ExitStack() as open_things:
        servers = DemoNewsroom.start(patience_seconds=0.0, clock=clock, first_port=FIRST_PORT)
        open_things.callback(servers.stop)
        write_profiles(Folders.under(home).outlets, servers)
        settings(home, 'pictures = "off"\n')

        async def fill() -> None:
            room = open_newsroom(Folders.under(home), clock=clock).room
            for feed in room.feeds:
                async for _ in room.refresh(only=[feed.id]):
                    pass
            async for _ in room.prefetch():
                pass
            await room.end_visit()
            await room.hang_up()
            room.close()

        asyncio.run(fill())
        yield home


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("screen", SCREENS)
async def test_the_screen_is_as_it_is_kept(
    screen: str, look: str, size: str, still: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    language, theme = LOOKS[look]
    home = copied(still, tmp_path / "home")
    settings(home, f'{QUIET}theme = "{theme}"\n')
    use_language(language)
    opened = open_newsroom(Folders.under(home), clock=clock)
    app = LampungApp(opened, language=language)
    try:
        async with app.run_test(size=SIZES[size]) as pilot:
            person = Person(app, pilot)
            await person.until(
                lambda: painted(person) and article_is_there(person), "the first article beside the headlines"
            )
            for key in SCREENS[screen]:
                depth = len(app.screen_stack)
                await person.press(key)
                if key in OPENING:
                    await person.until(lambda depth=depth: len(app.screen_stack) > depth, "the screen")  # type: ignore[misc]
                await person.until(lambda: painted(person), "a whole screen")
                await person.settled()
            expect(f"{screen}-{look}-{size}", picture(person))
    finally:
        opened.room.close()
