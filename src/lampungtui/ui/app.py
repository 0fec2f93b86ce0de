"""The application: settings to theme and classes, the newsroom it owns, and the way in and out."""

from __future__ import annotations

import os
from typing import ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType

from lampungtui.log import logger
from lampungtui.newsroom.opening import Opened
from lampungtui.ui.palette import NewsCommands
from lampungtui.ui.screens.reader import ReaderScreen
from lampungtui.ui.stylesheets import stylesheets
from lampungtui.ui.themes import OURS, completed

Wish = Literal["demo"]
"""What the person asked for on leaving: the demo newsroom instead."""


class LampungApp(App[Wish]):
    """The reader."""

    TITLE = "lampungtui"
    COMMANDS: ClassVar = {NewsCommands}
    ENABLE_COMMAND_PALETTE = True
    PAUSE_GC_ON_SCROLL = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "leave", show=False, priority=True)]

    def __init__(self, opened: Opened) -> None:
        super().__init__(css_path=[str(path) for path in stylesheets()], watch_css=False)
        self.room = opened.room
        self.config = opened.config
        self.sources = opened.sources
        self._leaving = False

    def get_css_variables(self) -> dict[str, str]:
        return completed(super().get_css_variables())

    def on_mount(self) -> None:
        for theme in OURS:
            self.register_theme(theme)
        wanted = self.room.chosen_theme() or self.config.theme
        if os.environ.get("NO_COLOR") and wanted.startswith("ansi"):
            # Textual paints black on black there.
            wanted = "tapis"
        self.theme = wanted if wanted in self.available_themes else "tapis"
        self.set_class(self.config.ascii, "-ascii")
        self.push_screen(ReaderScreen(self.room, self.config, self.sources))

    async def on_unmount(self) -> None:
        await self.room.hang_up()

    def action_open_demo(self) -> None:
        """Leaves with the wish for the demo newsroom."""
        self.exit("demo")

    async def action_leave(self) -> None:
        """Writes down the reader's place, then ends."""
        if self._leaving:
            return
        self._leaving = True
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                await screen.write_place()
        await self.room.end_visit()
        self.exit()


def run_reader(opened: Opened) -> Wish | None:
    """Runs the reader until the person leaves it; returns what they wished for then."""
    app = LampungApp(opened)
    try:
        return app.run()
    finally:
        opened.room.close()
        logger.info("reader closed")
