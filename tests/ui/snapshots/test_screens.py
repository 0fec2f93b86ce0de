"""Whole screens as they are kept in `screens/`: each at three sizes, in both languages, dark and light.

A change that is meant is kept by `make snapshots`, and reviewed as the difference of text files that it is.
"""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.newsroom.site_to_discover import RSS, TITLES, Site, names_feed, page, rss
from tests.ui.conftest import QUIET, settings
from tests.ui.person import LARGE, MEDIUM, WIDE, Person, copied
from tests.ui.snapshots.picture import Seen, expect, seen
from tests.ui.snapshots.scenes import BARE, DEAD, NEW, OPENING, SCENES, SILENT, STILL, Scene
from tests.ui.source_desk import new_home
from textual.widgets import Input

from lampungtui.demo.profiles import write_profiles
from lampungtui.demo.server import DemoNewsroom
from lampungtui.folders import Folders
from lampungtui.language import say, use_language
from lampungtui.newsroom.opening import Opened, open_newsroom
from lampungtui.ui.app import LampungApp
from lampungtui.ui.screens.reader import ReaderScreen

NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
"""Noon in WIB, when all of this happens."""

DARK, LIGHT = "tapis", "siger"
SIZES = {"80x24": MEDIUM, "120x35": WIDE, "200x50": LARGE}

ONE_OUTLET = """\
id = "satu"
name = "Kabar Satu"
home = "http://127.0.0.1:{port}/"
[[feeds]]
id = "a"
kind = "rss"
url = "http://127.0.0.1:{port}/rss"
title = "Utama"
"""


def clock() -> datetime:
    return NOON


# --------------------------------------------------------------------------- the homes


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The homes by their names. One was filled at noon, one source after the other, so that it is the same every time; its
    outlets answer no more."""
    folder = tmp_path_factory.mktemp("homes")
    home = folder / STILL
    with ExitStack() as open_things:
        servers = DemoNewsroom.start(patience_seconds=0.0, clock=clock)
        write_profiles(Folders.under(home).outlets, servers)
        settings(home, 'pictures = "off"\n')
        asyncio.run(_fill(home, bare=folder / BARE))
        ports = servers.ports
        servers.stop()
        for port in ports:
            # Held, but nobody listens: no server of another test shall answer in their place.
            door = open_things.enter_context(socket.socket())
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(("127.0.0.1", port))
        silent = open_things.enter_context(socket.create_server(("127.0.0.1", 0)))
        new_home(folder / NEW, QUIET.replace("refresh = false", "refresh = true"), None)
        for name, port in ((DEAD, ports[0]), (SILENT, silent.getsockname()[1])):
            folders = new_home(folder / name, 'outlets = ["satu"]\n', None)
            folders.outlets.mkdir(parents=True)
            (folders.outlets / "satu.toml").write_text(ONE_OUTLET.format(port=port), encoding="utf-8")
        yield folder


async def _fill(home: Path, *, bare: Path) -> None:
    room = open_newsroom(Folders.under(home), clock=clock).room
    for feed in room.feeds:
        async for _ in room.refresh(only=[feed.id]):
            pass
    await room.end_visit()
    await room.hang_up()
    room.close()
    shutil.copytree(home, bare)
    room = open_newsroom(Folders.under(home), clock=clock).room
    async for _ in room.prefetch():
        pass
    await room.end_visit()
    await room.hang_up()
    room.close()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A site that offers two feeds."""
    found = await Site().open()
    found.print("/", page(names_feed("/feed", "Kabar Siger") + names_feed("/ringkas", "Kabar Siger: Ringkasan")))
    found.print("/feed", rss(*TITLES, whole=True), RSS)
    found.print("/ringkas", rss(*TITLES[5:], name="Kabar Siger: Ringkasan"), RSS)
    yield found
    await found.close()


# --------------------------------------------------------------------------- looking


def painted(person: Person) -> bool:
    """Whether the screen stands from its masthead to its keys, also where it lies under a dialog."""
    lines = person.lines
    if len(lines) != person.app.size.height:
        return False
    # An article alone has neither.
    return person.app.screen.has_class("-zen") or (lines[0].startswith(" lampungtui") and bool(lines[-1].strip()))


def article_is_there(person: Person) -> bool:
    """Whether the article under the cursor was set beside the headlines, where there is one and nothing lies over them."""
    reader = person.app.screen
    if not isinstance(reader, ReaderScreen):
        return True
    here, there = reader.headlines.current(), reader.article.article
    return here is None or (there is not None and there.headline.id == here.id)


async def in_theme(person: Person, theme: str) -> Seen:
    """The screen in a theme, once it has come to rest in it."""
    person.app.theme = theme
    for line in person.app.screen.query(Input):
        # A cursor that blinks is there or not, as it comes.
        line.cursor_blink = False
    before = None
    while before != (now := seen(person.strips)):
        before = now
        await person.pilot.pause()
        await person.pilot.pause()
    return now


async def go(person: Person, scene: Scene, address: str) -> None:
    """Presses the keys that lead to a scene, and waits until it is whole."""
    await person.until(lambda: painted(person), "a screen")
    await person.until(lambda: article_is_there(person), "the first article beside the headlines")
    for key in scene.keys:
        depth = len(person.app.screen_stack)
        await person.press(key)
        if key in OPENING and person.app.focused is not None:
            await person.until(lambda depth=depth: len(person.app.screen_stack) > depth, "the screen")  # type: ignore[misc]
        await person.until(lambda: painted(person), "a whole screen")
        await person.until(lambda: article_is_there(person), "the article beside the headlines")
        await person.settled()
    if address:
        await person.type(address)
        await person.press("enter")
        await person.sees(say("{n} found").replace("{n}", "2"))
    if scene.said:
        words = say(scene.said) if say(scene.said) != scene.said else scene.said
        await person.until(lambda: words.split("{")[0][:28] in " ".join(person.text.split()), f"'{words}'")
    if scene.said == "offline":
        await person.until(
            lambda: stories_are_told(person), "the stories, which are told when nothing else is to be done"
        )
    await person.settled()


def stories_are_told(person: Person) -> bool:
    """Whether articles of one event are known to be that."""
    reader = person.app.screen
    assert isinstance(reader, ReaderScreen)
    window = reader.headlines.window
    headlines = [window.at(rank) for rank in range(40)] if window is not None else []
    return any(headline is not None and headline.story is not None for headline in headlines)


def opened_for(scene: Scene, home: Path, language: str) -> Opened:
    """The newsroom of a scene, at its hour."""
    use_language(language)
    return open_newsroom(Folders.under(home), clock=lambda: NOON + scene.later)


class _Screens:
    """Every screen in one size: a class, so that the sizes can be looked at beside one another."""

    size: str

    @pytest.mark.parametrize("language", ["id", "en"])
    @pytest.mark.parametrize("name", SCENES)
    async def test_the_screen_is_as_it_is_kept(
        self, name: str, language: str, homes: Path, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        scene = SCENES[name]
        home = copied(homes / scene.home, tmp_path / "home")
        if scene.home in (STILL, BARE):
            settings(home, f'{QUIET}theme = "{DARK}"\n')
        opened = opened_for(scene, home, language)
        if scene.before is not None:
            await scene.before(opened.room)
        app = LampungApp(opened, language=language)
        try:
            async with app.run_test(size=SIZES[self.size]) as pilot:
                person = Person(app, pilot)
                await go(person, scene, f"{site.host}" if name == "discovery" else "")
                dark = await in_theme(person, DARK)
                light = await in_theme(person, LIGHT)
                expect(f"{name}-{self.size}", language, dark, light)
        finally:
            opened.room.close()


class TestMedium(_Screens):
    size = "80x24"


class TestWide(_Screens):
    size = "120x35"


class TestLarge(_Screens):
    size = "200x50"
