"""The themes there are, ours and the person's, and which of them is worn by the settings in this terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

from lampungtui.config import Config
from lampungtui.errors import ConfigError
from lampungtui.ui.theme_files import read_theme_files
from lampungtui.ui.themes import AUTO, FEW_COLOURS, OURS, PALETTES, TERMINAL_DARK, TERMINAL_LIGHT

OF_THE_LIBRARY: Final = tuple(sorted(BUILTIN_THEMES))


@dataclass(slots=True)
class Wardrobe:
    """What can be worn. `dark` is the terminal's ground where it is known, `colours` Rich's name of its colours."""

    folder: Path | None = None
    dark: bool | None = None
    colours: str | None = "truecolor"
    no_color: bool = False
    own: Mapping[str, Theme] = field(default_factory=dict)
    errors: Sequence[ConfigError] = ()

    def read_own(self) -> None:
        """Reads the person's themes; those that cannot be used are in `errors`."""
        if self.folder is None:
            return
        palettes, self.errors = read_theme_files(self.folder)
        self.own = {palette.name: palette.theme() for palette in palettes}

    def themes(self) -> Mapping[str, Theme]:
        """Every theme by its name: ours, the person's (which may take a name of ours), the library's."""
        found = {theme.name: theme for theme in OURS} | dict(self.own)
        found |= {name: theme for name, theme in BUILTIN_THEMES.items() if name not in found}
        return found

    def worn(self, config: Config) -> tuple[str, ConfigError | None]:
        """The name of the theme to wear, and an error where the one in the settings is not there."""
        light = self.dark is False
        setting, wanted = "theme", config.theme
        if wanted == AUTO:
            setting = "theme_light" if light else "theme_dark"
            wanted = config.theme_light if light else config.theme_dark
        error = None
        if wanted not in self.themes():
            error = config.error(setting, f"there is no theme '{wanted}'")
            wanted = PALETTES[1 if light else 0].name
        return self.wearable(wanted), error

    def wearable(self, name: str) -> str:
        """What stands for a theme in this terminal.

        With sixteen colours it is the terminal's own: the nearest of sixteen to a chosen shade is mostly another colour.
        Without colours it is none of those that leave its grounds to the terminal: Textual has no words for them there.
        """
        light = self.dark is False
        if self.no_color:
            return PALETTES[1 if light else 0].name if self.themes()[name].ansi else name
        if self.colours in FEW_COLOURS and not self.themes()[name].ansi:
            return TERMINAL_LIGHT if light else TERMINAL_DARK
        return name
