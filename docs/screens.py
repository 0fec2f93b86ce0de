"""Draws the screens of the README from the running program on the demo newsroom: `make screens`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from lampungtui.config.writing import change_settings
from lampungtui.demo.profiles import write_profiles
from lampungtui.demo.server import OUTLETS, DemoNewsroom
from lampungtui.folders import Folders
from lampungtui.language import use_language
from lampungtui.newsroom.opening import open_newsroom
from lampungtui.ui.app import LampungApp

HERE = Path(__file__).parent / "screens"

# name, language, size, theme, keys pressed once everything is stored
SCREENS = (
    ("wide-id", "id", (120, 35), "tapis", ("j", "j", "enter")),
    ("wide-en", "en", (120, 35), "siger", ("j", "enter")),
    ("medium-id", "id", (80, 24), "tapis", ("j", "enter")),
    ("narrow-id", "id", (60, 24), "tapis", ()),
    ("large-id", "id", (200, 50), "tapis", ("j", "j", "enter")),
    ("search-id", "id", (120, 35), "tapis", ("slash", *"harga kopi", "enter")),
    ("article-id", "id", (120, 35), "tapis", ("j", "enter", "z")),
    ("groups-en", "en", (120, 35), "siger", ("O", "g")),
    ("help-en", "en", (120, 35), "tapis", ("question_mark",)),
    ("sources-id", "id", (120, 35), "tapis", ("H", "j", "j")),
    ("choosing-id", "id", (120, 35), "tapis", ("H", "P")),
    ("settings-en", "en", (120, 35), "siger", ("H", "j", "e")),
)


async def draw(name: str, language: str, size: tuple[int, int], theme: str, keys: tuple[str, ...], home: Path) -> None:
    """Draws one screen."""
    use_language(language)
    change_settings(Folders.under(home).config_file, {"theme": theme})
    opened = open_newsroom(Folders.under(home))
    app = LampungApp(opened)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.4)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.05)
        await pilot.pause(0.5)
        app.save_screenshot(f"{name}.svg", str(HERE))
    opened.room.close()


async def main(names: list[str]) -> None:
    """Fetches the demo newsroom once, then draws every screen from it."""
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        folders = Folders.under(home)
        newsroom = DemoNewsroom.start(patience_seconds=0.0, clock=lambda: datetime.now(UTC))
        write_profiles(folders.outlets, newsroom)
        listed = ", ".join(f'"{outlet_id}"' for outlet_id in OUTLETS)
        folders.config_file.write_text(f"outlets = [{listed}]\n", encoding="utf-8")
        opened = open_newsroom(folders)
        async for _ in opened.room.refresh():
            pass
        async for _ in opened.room.prefetch():
            pass
        await opened.room.end_visit()
        opened.room.close()
        for screen in SCREENS:
            if not names or screen[0] in names:
                await draw(*screen, home)
        newsroom.stop()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
