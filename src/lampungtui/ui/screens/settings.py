"""The settings that people change, each with its value; every change holds at once and is written into the file."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from lampungtui.config import Config
from lampungtui.config.values import SETTINGS, Choice, Flag, Name, Setting, Whole, Words
from lampungtui.config.writing import Value
from lampungtui.language import number, say
from lampungtui.ui.commands import bindings
from lampungtui.ui.screens.listed import ListedScreen, Told
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.source_commands import SETTING_COMMANDS
from lampungtui.ui.themes import AUTO
from lampungtui.ui.widgets.bars import KeyBar, Masthead
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row

if TYPE_CHECKING:
    from lampungtui.ui.app import LampungApp

ON_SCREEN = tuple(setting for setting in SETTINGS if setting.on_screen)


class SettingsScreen(ListedScreen[None]):
    """One row a setting; Enter changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SETTING_COMMANDS)]
    COMMANDS_HERE = SETTING_COMMANDS

    @property
    def _program(self) -> LampungApp:
        return cast("LampungApp", self.app)

    @property
    def _config(self) -> Config:
        return self._program.config

    def help_title(self) -> str:
        return say("Keys for the settings")

    # ------------------------------------------------------------------ what is told

    def told(self) -> Sequence[Row]:
        file = _from_home(self._program.settings.path)
        self.query_one(Masthead).tell(place=say("Settings"), day=shown(file), state="", troubled=False)
        self.query_one("#rows-pane").border_title = Content(say("Settings"))
        return [Row(say(setting.label), aside=self._value(setting)) for setting in ON_SCREEN]

    def _value(self, setting: Setting) -> str:
        value = getattr(self._config, setting.name)
        match setting.kind:
            case Flag():
                return say("yes") if value else say("no")
            case Choice(names):
                return say(names[value])
            case Whole(zero=str() as none) if value == 0:
                return say(none)
            case Whole():
                return number(value)
            case Words():
                return shown(shlex.join(value)) or say("the system's own")
            case _:
                return say("by the terminal") if value == AUTO else shown(value)

    def detail(self, row: int) -> Sequence[Told]:
        setting = ON_SCREEN[row]
        label, words = say(setting.label), say(setting.words)
        self.query_one("#detail-pane").border_title = Content(label)
        lines = [Content.styled(label, "bold $primary"), Content(""), Content(words), Content("")]
        value = getattr(self._config, setting.name)
        if isinstance(setting.kind, Choice):
            for name, meaning in setting.kind.names.items():
                sign = f"[{self.signs.chosen if name == value else ' '}] "
                lines.append(Content.assemble((sign, "bold"), say(meaning)))
        else:
            lines.append(Content.styled(shown(self._value(setting)), "bold"))
        default = getattr(Config(), setting.name)
        if value == default:
            lines += [Content(""), Content.styled(say("This is the default."), "$quiet")]
        lines += [Content(""), Content.styled(self._how(setting), "$quiet")]
        in_file = say("In config.toml: {name}").format(name=shown(setting.name))
        return [*lines, Content.styled(in_file, "$quiet")]

    @staticmethod
    def _how(setting: Setting) -> str:
        match setting.kind:
            case Flag() | Choice():
                return say("Enter changes it.")
            case Whole():
                return say("+ and - change it; Enter lets you type a number.")
            case Name():
                return say("Enter shows the themes.")
            case _:
                return say("Enter lets you type it.")

    # ------------------------------------------------------------------ what is done

    def _here(self) -> Setting:
        return ON_SCREEN[self.rows.cursor]

    def _set(self, setting: Setting, value: Value) -> None:
        if self._program.change_settings({setting.name: value}):
            self._look_again()

    def _look_again(self) -> None:
        """Shows everything anew, in the language and the signs that hold now."""
        self.signs = self._program.signs
        for widget in (self.query_one(Masthead), self.rows, self.query_one(KeyBar)):
            widget.signs = self.signs
        self.query_one(KeyBar).refresh()
        self.show_rows()

    @on(LineList.Chosen, "#rows")
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.action_change()

    def action_change(self) -> None:
        setting = self._here()
        match setting.kind:
            case Flag() | Choice():
                self.action_step(1)
            case Name():
                self._choose_theme(setting)
            case _:
                self._ask(setting)

    def action_step(self, by: int) -> None:
        """The next value, or the one before."""
        setting = self._here()
        value = getattr(self._config, setting.name)
        match setting.kind:
            case Flag():
                self._set(setting, not value)
            case Choice(names):
                order = list(names)
                self._set(setting, order[(order.index(value) + by) % len(order)])
            case Whole(least, most, step, _):
                self._set(setting, max(least, min(most, value + by * step)))
            case _:
                self.action_change()

    def action_default(self) -> None:
        """Back to the default."""
        setting = self._here()
        self._set(setting, getattr(Config(), setting.name))

    def _choose_theme(self, setting: Setting) -> None:
        from lampungtui.ui.screens.themes import ThemesScreen

        worn = self._config.theme

        def chosen(name: str | None) -> None:
            if name is not None:
                self._set(setting, name)
                self._program.try_theme(self._config.theme)

        value: str = getattr(self._config, setting.name)
        self._program.try_theme(value)
        self._program.push_screen(ThemesScreen(self.signs, value, back_to=worn, auto=setting.name == "theme"), chosen)

    def _ask(self, setting: Setting) -> None:
        value = getattr(self._config, setting.name)

        def given(words: str | None) -> None:
            if words is None:
                return
            if isinstance(setting.kind, Whole):
                self._set(setting, int(words))
                return
            self._set(setting, tuple(shlex.split(words)))

        text = str(value) if isinstance(setting.kind, Whole) else shlex.join(value)
        self.app.push_screen(ValueScreen(setting, text), given)

    def action_leave(self) -> None:
        self.dismiss(None)


def _from_home(path: Path | None) -> str:
    """A path as a person writes it: `~/.config/lampungtui/config.toml`."""
    if path is None:
        return ""
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)


class ValueScreen(Dialog[str]):
    """Asks for a value in words: a number in its range, or a command. Gives it once it can be used, else None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, setting: Setting, value: str) -> None:
        super().__init__(classes="dialog")
        self._setting = setting
        self._value = value

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content(say(self._setting.label))
            box.border_subtitle = Content(say("Enter keeps it, Esc leaves it"))
            yield Input(self._value, id="value", compact=True)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        words = event.value.strip()
        wrong = self._wrong(words)
        if wrong:
            self.notify(shown(wrong), severity="warning", markup=False)
            return
        self.dismiss(words)

    def _wrong(self, words: str) -> str:
        """What is wrong with a value, or nothing."""
        if isinstance(self._setting.kind, Whole):
            least, most = self._setting.kind.least, self._setting.kind.most
            if not words.isdecimal() or len(words) > len(str(most)) or not least <= int(words) <= most:
                return say("Give a whole number from {least} to {most}.").format(least=least, most=most)
            return ""
        try:
            shlex.split(words)
        except ValueError:
            return say("A quotation mark is not closed.")
        return ""

    def action_leave(self) -> None:
        self.dismiss(None)
