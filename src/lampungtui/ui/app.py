"""The application: settings to theme and classes, the newsroom it owns, and the way in and out."""

from __future__ import annotations

import os
from typing import ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType

from lampungtui.extract.picture import Colours
from lampungtui.log import logger
from lampungtui.newsroom.opening import Opened
from lampungtui.ui.palette import NewsCommands
from lampungtui.ui.pictures import Canvas
from lampungtui.ui.screens.reader import ReaderScreen
from lampungtui.ui.stylesheets import stylesheets
from lampungtui.ui.terminal import Graphics, cell_size, graphics_of
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

    def __init__(self, opened: Opened, graphics: Graphics = Graphics.BLOCKS) -> None:
        super().__init__(css_path=[str(path) for path in stylesheets()], watch_css=False)
        self.room = opened.room
        self.config = opened.config
        self.sources = opened.sources
        self._graphics = graphics
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
        self.push_screen(ReaderScreen(self.room, self.config, self.sources, self._canvas()))

    def _canvas(self) -> Canvas:
        """How pictures are drawn here: in the colours of the terminal, or not at all where there are none."""
        system = self.console.color_system
        graphics = self._graphics
        if self.config.ascii or self.no_color or system is None:
            graphics = Graphics.NONE
        elif graphics is Graphics.KITTY and system != "truecolor":
            # The number of a picture is a colour, which would be rounded.
            graphics = Graphics.BLOCKS
        colours = {"truecolor": Colours.ALL, "256": Colours.INDEXED}.get(str(system), Colours.STANDARD)
        remote = any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))
        return Canvas(graphics, colours, self._send, cell_size, remote=remote)

    def _send(self, sequence: str) -> None:
        """Writes to the terminal past the screen's text, in turn with it."""
        if self._driver is not None:
            self._driver.write(sequence)

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
                screen.pictures.forget()
        await self.room.end_visit()
        self.exit()


def run_reader(opened: Opened) -> Wish | None:
    """Runs the reader until the person leaves it; returns what they wished for then."""
    graphics = graphics_of(os.environ)
    if graphics is Graphics.KITTY:
        # Both terminals that know its pictures have all colours; over a network they do not say so.
        os.environ["COLORTERM"] = "truecolor"
    app = LampungApp(opened, graphics)
    try:
        return app.run()
    finally:
        opened.room.close()
        logger.info("reader closed")
