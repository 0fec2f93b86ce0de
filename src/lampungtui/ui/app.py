"""The application: settings to theme and classes, the newsroom it owns, and the way in and out."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, Final, Literal

from textual import events, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import NoColor
from textual.notifications import SeverityLevel
from textual.scrollbar import ScrollBar, ScrollBarRender

from lampungtui.config import Config
from lampungtui.config.watched import SettingsFile
from lampungtui.config.writing import Value
from lampungtui.errors import ConfigError, StoreError
from lampungtui.extract.picture import Colours
from lampungtui.foreign import clean_code
from lampungtui.language import language_asked_for, say, use_language
from lampungtui.log import logger
from lampungtui.newsroom.opening import Opened
from lampungtui.telling.failures import error_words
from lampungtui.ui.bands import Bands
from lampungtui.ui.keymap import keymap
from lampungtui.ui.keys_in_turn import KeysInTurn, Typed
from lampungtui.ui.palettes import completed
from lampungtui.ui.pictures import BAND_FORMS, Canvas
from lampungtui.ui.plain_signs import PlainScrollBar, PlainSigns, shows_unicode
from lampungtui.ui.reader_commands import COMMANDS
from lampungtui.ui.screens.reader import ReaderScreen
from lampungtui.ui.signs import ASCII, UNICODE, Signs
from lampungtui.ui.source_commands import (
    ADDING_COMMANDS,
    CHOOSING_COMMANDS,
    RULE_COMMANDS,
    SETTING_COMMANDS,
    SOURCE_COMMANDS,
)
from lampungtui.ui.storing import Storing
from lampungtui.ui.stylesheets import stylesheets
from lampungtui.ui.terminal import Cell, cell_size
from lampungtui.ui.terminal_driver import GroundTold, TerminalDriver
from lampungtui.ui.terminal_graphics import Graphics, TerminalGraphics, terminal_graphics
from lampungtui.ui.terminal_ground import QUESTION_LATER, ground_is_dark, knows_its_ground
from lampungtui.ui.themes import AUTO
from lampungtui.ui.wardrobe import Wardrobe
from lampungtui.ui.widgets.line_list import shown

EVERY_COMMAND = (COMMANDS, SOURCE_COMMANDS, CHOOSING_COMMANDS, ADDING_COMMANDS, SETTING_COMMANDS, RULE_COMMANDS)
"""The commands of every screen, whose keys a person may change."""

SETTLED_SECONDS: Final = 1.0
"""After so long the first screen is there, and the garbage of the start may be looked for."""

SWITCH_SECONDS: Final = 0.001
"""How long another thread of ours may hold the interpreter while this one waits (the interpreter's own choice: 0.005)."""

PASTED: Final = 8_192
"""Characters that are taken of what somebody pastes: twice the longest address."""

HALF_BLOCKS: Final = TerminalGraphics(Graphics.BLOCKS)

Wish = Literal["demo"]
"""What the person asked for on leaving: the demo newsroom instead."""


class LampungApp(App[Wish], inherit_bindings=False):
    """The reader."""

    TITLE = "lampungtui"
    ENABLE_COMMAND_PALETTE = False  # ours is a screen of the reader
    PAUSE_GC_ON_SCROLL = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "copy_or_leave", show=False, priority=True),
        Binding("ctrl+q", "leave", show=False, priority=True),
    ]

    def __init__(
        self,
        opened: Opened,
        graphics: TerminalGraphics = HALF_BLOCKS,
        *,
        dark: bool | None = None,
        language: str | None = None,
        unicode: bool = True,
    ) -> None:
        """`dark`: whether the terminal's ground is, where that is known; `language`: the one that was asked for by hand,
        which the settings do not change; `unicode`: whether the terminal can show more than ASCII."""
        super().__init__(TerminalDriver, css_path=[str(path) for path in stylesheets()], watch_css=False)
        self.room = opened.room
        self.settings = SettingsFile(opened.config)
        self.sources = opened.sources
        self.wardrobe = Wardrobe(
            folder=opened.config.file.parent / "themes" if opened.config.file else None,
            dark=dark,
            colours=self.console.color_system,
            no_color=self.no_color,
        )
        self.keymap = keymap(opened.config.keys, EVERY_COMMAND)
        self._graphics = graphics
        self._cell = self._cell_now()
        self._bands = self._bands_of(graphics.graphics)
        self._language = language
        self._leaving = False
        self._answers: set[tuple[str, str]] = set()
        self.turns = KeysInTurn(self)
        self.failure: StoreError | None = None
        """What the program ended with."""
        self.storing = Storing(self, opened, stored=self._all_stored)
        self._outdated = False
        # Greys are colours too: who asks for none gets the terminal's own two.
        if self.no_color:
            self._filters = [NoColor()]
        self._unicode = unicode
        self._plain_signs = PlainSigns(enabled=self.signs.plain, all_of_it=not unicode)
        self._filters.append(self._plain_signs)
        # Before anything is styled: a theme that is put on later makes Textual read all its style sheets again.
        self.wardrobe.read_own()
        self._hang_themes()
        self._missing_theme = self._wear_by_settings()

    @property
    def config(self) -> Config:
        """The settings that hold."""
        return self.settings.config

    @property
    def signs(self) -> Signs:
        """The signs of the screen: plain ones where the settings ask for them, or the terminal has no others."""
        return ASCII if self.config.ascii or not self._unicode else UNICODE

    def get_css_variables(self) -> dict[str, str]:
        return completed(super().get_css_variables())

    def refresh_css(self, animate: bool = True) -> None:
        if self.screen_stack:
            super().refresh_css(animate)
            return
        # At the start Textual would read all style sheets here, keep nothing of them, and read them again for its screen.
        self.stylesheet.set_variables(self.get_css_variables())
        self.stylesheet.update(self, animate=animate)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent):
            self.room.give_way()
        typed = event if isinstance(event, Typed) and not event.is_forwarded else None
        if typed is not None and self.turns.holds(typed):
            return
        on_its_way = (self.focused or self.screen, self.screen, typed) if typed is not None else None
        if isinstance(event, events.Paste) and not event.is_forwarded:
            # A line shows what was pasted as it is, and what comes from a page may steer the terminal. What no line has
            # taken comes back here forwarded: anew, it would be handed round for ever, until a line opens and gets it.
            event = events.Paste(clean_code(_from_its_first_words(event.text), PASTED))
        await super().on_event(event)
        if on_its_way is not None:
            self.turns.handed_to(*on_its_way)

    def on_mount(self) -> None:
        self._use_signs()
        missing = self._missing_theme
        self.set_keymap(self.keymap.for_textual(EVERY_COMMAND))
        self.push_screen(self._reader())
        self._heed_signals()
        self._tell_keys()
        self.storing.begin()
        for error in [*self.wardrobe.errors, *([missing] if missing is not None else [])]:
            self._tell_error(error, say("Theme not understood"))

    def _reader(self) -> ReaderScreen:
        return ReaderScreen(self.room, self.config, self.sources, self.signs, self._canvas())

    # ------------------------------------------------------------------ themes

    def _hang_themes(self) -> None:
        for theme in self.wardrobe.themes().values():
            self.register_theme(theme)

    def _wear_by_settings(self) -> ConfigError | None:
        """Wears what the settings ask for; an error where that is not there."""
        self.theme, error = self.wardrobe.worn(self.config)
        return error

    def ask_ground(self) -> None:
        """Asks the terminal for its ground again where that counts; `on_ground_told` hears the answer, if one comes."""
        if self.config.theme == AUTO and not self.is_headless and knows_its_ground(os.environ):
            self._send(QUESTION_LATER)

    def on_ground_told(self, told: GroundTold) -> None:
        """The terminal became light or dark: what follows it is worn, unless another theme is being tried on."""
        before = self.wardrobe.worn(self.config)[0]
        self.wardrobe.dark = told.dark
        if self.theme == before:
            self._wear_by_settings()

    def try_theme(self, name: str) -> None:
        """Wears a theme until another one is worn; nothing is written. `auto` is what the settings make of it."""
        self.theme = self.wardrobe.worn(replace(self.config, theme=name))[0]

    def choose_theme(self, name: str) -> None:
        """Wears a theme from now on."""
        self.try_theme(name)
        self.change_settings({"theme": name})

    def open_themes(self, signs: Signs) -> None:
        """Lets the person choose a theme, each worn while it is looked at. Themes of their own are read anew."""
        from lampungtui.ui.screens.themes import ThemesScreen

        self.wardrobe.read_own()
        self._hang_themes()
        for error in self.wardrobe.errors:
            self._tell_error(error, say("Theme not understood"))

        def chosen(name: str | None) -> None:
            if name is not None:
                self.choose_theme(name)

        self.push_screen(ThemesScreen(signs, self.config.theme), chosen)

    # ------------------------------------------------------------------ settings

    def change_settings(self, changes: Mapping[str, Value]) -> bool:
        """Writes settings into the file and lives by them at once; where that fails, a toast says why."""
        before = self.config
        try:
            self._live_by(before, self.settings.change(changes))
        except ConfigError as error:
            self._tell_error(error, say("Settings not stored"))
            return False
        return True

    def reread_settings(self) -> None:
        """Lives by the settings file as it is now; a mistake in it is told and changes nothing."""
        before = self.config
        try:
            after = self.settings.reread()
        except ConfigError as error:
            self._tell_error(error, say("Settings not understood"))
            return
        if after is not None:
            self._live_by(before, after)

    def on_app_focus(self, _event: events.AppFocus) -> None:
        """Somebody comes back to the terminal, perhaps from an editor, or from where they made everything dark."""
        self.reread_settings()
        self.ask_ground()

    def _live_by(self, before: Config, after: Config) -> None:
        self.room.use_config(after)
        if before.language != after.language and self._language is None:
            use_language(language_asked_for() if after.language == "auto" else after.language)
            self._outdated = True
        if before.ascii != after.ascii:
            self._use_signs()
            self._outdated = True
        self._outdated |= before.pictures != after.pictures
        if (before.theme, before.theme_dark, before.theme_light) != (after.theme, after.theme_dark, after.theme_light):
            missing = self._wear_by_settings()
            if missing is not None:
                self._tell_error(missing, say("Theme not understood"))
        if before.keys != after.keys:
            self.keymap = keymap(after.keys, EVERY_COMMAND)
            self.set_keymap(self.keymap.for_textual(EVERY_COMMAND))
            self._tell_keys()
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.use_config(after)
                if before.outlets != after.outlets:
                    self._follow_chosen(screen)
        self.renew_reader()

    def _follow_chosen(self, reader: ReaderScreen) -> None:
        """Follows the outlets of the settings."""
        try:
            if self.sources.use_chosen(self.config):
                reader.sources_changed()
        except ConfigError as error:
            self._tell_error(error, say("Outlets not understood"))

    def _tell_keys(self) -> None:
        """Says what of the person's own keys could not be had."""
        if self.keymap.problems:
            problems = "\n".join(shown(problem) for problem in self.keymap.problems)
            self.notify(problems, title=say("Keys not understood"), severity="warning", markup=False, timeout=12)

    def _use_signs(self) -> None:
        plain = self.signs.plain
        self._plain_signs.enabled = plain
        ScrollBar.renderer = PlainScrollBar if plain else ScrollBarRender
        self.set_class(plain, "-ascii")

    @work(group="renewing", exit_on_error=False)
    async def renew_reader(self) -> None:
        """Puts up the reader's screen anew after its language or signs have changed, once nothing lies over it."""
        reader = self.screen
        if self._outdated and isinstance(reader, ReaderScreen):
            await reader.write_place()
            if not self._outdated or not reader.is_active:
                # It has been put up already, or a key has opened something over the old one, which is waited for.
                return
            self._outdated = False
            reader.pictures.forget()
            await self.switch_screen(self._reader())

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
        answer: bool = True,
    ) -> None:
        """Says something in a toast, never read as markup. An answer to what a person did takes the place of the answer
        before it, and what is said again of what was said: keys that follow one another leave no pile of toasts. `answer`:
        whether it is one; a warning or an error never is."""
        words = (message, title)
        answer = answer and severity == "information"
        for said in list(self._notifications):
            told = (said.message, said.title)
            if told == words or (answer and told in self._answers):
                self._unnotify(said, refresh=False)
                self._answers.discard(told)
        if answer:
            self._answers.add(words)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def _tell_error(self, error: ConfigError, title: str) -> None:
        self.notify(shown(error_words(error)), title=title, severity="error", markup=False, timeout=10)

    # ------------------------------------------------------------------ pictures

    def _canvas(self) -> Canvas:
        """How pictures are drawn here: in the colours of the terminal, or not at all where there are none."""
        system = self.console.color_system
        graphics = self._graphics.graphics
        if self.signs.plain or self.no_color or system is None:
            graphics = Graphics.NONE
        elif graphics is Graphics.KITTY and system != "truecolor":
            # The number of a picture is a colour, which would be rounded.
            graphics = Graphics.BLOCKS
        colours = {"truecolor": Colours.ALL, "256": Colours.INDEXED}.get(str(system), Colours.STANDARD)
        remote = any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))
        return Canvas(
            graphics, colours, self._send, self._cell_now,
            bands=self._bands if graphics in BAND_FORMS else None, remote=remote,
        )  # fmt: skip

    def _cell_now(self) -> Cell:
        return cell_size(self._graphics.cell)

    def on_resize(self, _event: events.Resize) -> None:
        """The window has another size, or the letters in it have."""
        if self._cell != (cell := self._cell_now()):
            self._cell = cell
            for screen in self.screen_stack:
                if isinstance(screen, ReaderScreen):
                    screen.article.set_again()

    def _send(self, sequence: str) -> None:
        """Writes to the terminal past the screen's text, in turn with it."""
        if self._driver is not None:
            self._driver.write(sequence)

    def _all_stored(self) -> None:
        """What waited is stored: every list may have changed by it."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.marks_changed()

    def _bands_of(self, graphics: Graphics) -> Bands | None:
        """The bands of pictures that a terminal is sent, and the driver that sends them; None for one that is sent none."""
        if graphics not in BAND_FORMS:
            return None
        from lampungtui.ui.picture_driver import driver_for

        true_colours = self.console.color_system == "truecolor"
        bands = Bands(
            BAND_FORMS[graphics], lambda strip: strip.render(self.console), self._cell_now, coarse=true_colours
        )
        self.driver_class = driver_for(bands, self._paint_anew)
        return bands

    def _paint_anew(self) -> None:
        """Paints the screen once more, for pictures that were hurried; called from another thread."""
        self.call_later(lambda: self.screen.refresh())

    async def on_unmount(self) -> None:
        await self.room.hang_up()

    def action_open_demo(self) -> None:
        """Leaves with the wish for the demo newsroom."""
        self.exit("demo")

    async def action_copy_or_leave(self) -> None:
        """Copies what the mouse has selected; where that is nothing, leaves."""
        selected = self.screen.get_selected_text()
        if not selected:
            await self.action_leave()
            return
        self.copy_to_clipboard(selected)
        self.screen.clear_selection()
        self.notify(shown(selected), title=say("Text copied"), markup=False, timeout=3)

    async def action_leave(self) -> None:
        """Writes down the reader's place, then ends; where something is not stored, asks before it is lost."""
        if self._leaving or self.storing.asking:
            return
        signs = self.signs
        if await self.storing.may_leave(signs, lambda: self.call_later(self._leave)):
            await self._leave()

    def _handle_exception(self, error: Exception) -> None:
        """What the cache fails with, where nobody else tells it, ends the program with a sentence and no traceback."""
        if not isinstance(error, StoreError):
            super()._handle_exception(error)
        elif self.failure is None:
            logger.error("%s", error)
            self.failure = error
            self.exit(return_code=1)

    def _heed_signals(self) -> None:
        """Keeps the place where the terminal is closed or the system ends the program. A test's loop is not ours."""
        if self.is_headless:
            return
        for number in (signal.SIGHUP, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, self._end)

    def _end(self) -> None:
        """Leaves without a question: there is nobody to answer it."""
        if not self._leaving:
            self.run_worker(self._leave(), group="leaving", exit_on_error=False)

    async def _leave(self) -> None:
        self._leaving = True
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                await screen.write_place()
                screen.pictures.forget()
        await self.room.end_visit()
        self.exit()


def _from_its_first_words(pasted: str) -> str:
    """Without the blank lines before it: a line of typing takes the first line alone."""
    words = pasted.lstrip()
    blank = pasted[: len(pasted) - len(words)]
    return words if "\n" in blank or "\r" in blank else pasted


def collect_garbage_again() -> None:
    """Ends the pause that the command line began. What is there now stays for as long as the program runs, so that no
    later collection walks through it while somebody waits for a key's answer.
    """
    gc.freeze()
    gc.enable()


def run_reader(opened: Opened, *, language: str | None = None) -> Wish | None:
    """Runs the reader until the person leaves it; returns what they wished for then. `language` was asked for by hand.

    Raises StoreError where the cache failed in the middle.
    """
    graphics = terminal_graphics(os.environ, opened.config.pictures_as)
    if graphics.graphics is Graphics.KITTY:
        # Both terminals that know its pictures have all colours; over a network they do not say so.
        os.environ["COLORTERM"] = "truecolor"
    # Asked only where the answer counts; a terminal that says nothing costs a moment.
    dark = ground_is_dark(os.environ) if opened.config.theme == AUTO else None
    # Textual writes to stderr.
    encoding = sys.__stderr__.encoding if sys.__stderr__ is not None else None
    unicode = shows_unicode(os.environ, encoding)
    app = LampungApp(opened, graphics, dark=dark, language=language, unicode=unicode)
    app.call_later(app.set_timer, SETTLED_SECONDS, collect_garbage_again)
    # What is stored beside the screen gives way to a key after this long instead of five times that.
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        wish = app.run()
        if app.failure is not None:
            raise app.failure
        return wish
    finally:
        opened.room.close()
        logger.info("reader closed")
