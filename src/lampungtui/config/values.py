"""What a person may set: the value, and of each setting what it takes and what it is for.

The two stand side by side so that `config --default`, the settings screen and the reading of the file cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lampungtui.errors import ConfigError
from lampungtui.language import later

SHARE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "whatsapp": "https://wa.me/?text={title}%0A{url}",
        "telegram": "https://t.me/share/url?url={url}&text={title}",
        "email": "mailto:?subject={title}&body={url}",
    }
)
"""Where an article can be passed on to. `{title}`, `{url}` and `{outlet}` are filled in, escaped for an address."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings; `SETTINGS` says what each is for."""

    language: str = "auto"
    theme: str = "auto"
    theme_dark: str = "tapis"
    theme_light: str = "siger"
    ascii: bool = False
    measure: int = 72
    sections: bool = True
    mark_read: str = "open"
    refresh: bool = True
    prefetch: bool = True
    pictures: str = "open"
    pictures_as: str = "auto"
    pictures_mb: int = 100
    keep_mb: int = 1_000
    keep_days: int = 0
    keep_articles: int = 0
    keep_unread: bool = True
    outlets: tuple[str, ...] = ()
    browser: tuple[str, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    share: Mapping[str, str] = field(default_factory=lambda: SHARE)

    file: Path | None = field(default=None, compare=False)
    """Where these were read from; None for the defaults."""

    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each setting in that file, by its whole name: `measure`, `keys.move.down`."""

    def error(self, name: str, what: str) -> ConfigError:
        """The error `what` about the setting `name`, with the line where it was set.

        For what can only be found wrong later: a theme, an outlet or a command that is not there.
        """
        return ConfigError(self.file or Path("config.toml"), self.lines.get(name), f"{name}: {what}")


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few names, each with its words for a person."""

    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in a range (both ends belong to it); `step` is what a key changes it by, `zero` what 0 means."""

    least: int
    most: int
    step: int = 1
    zero: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name in quotes."""


@dataclass(frozen=True, slots=True)
class Words:
    """A list of names; in a table of its own it stands under `inside`."""

    inside: str | None = None


@dataclass(frozen=True, slots=True)
class KeyTable:
    """A table of lists of names; a single name stands for a list of one, and dots may nest."""


@dataclass(frozen=True, slots=True)
class AddressTable:
    """A table of addresses by name; an empty one takes a name of ours away."""


Kind = Flag | Choice | Whole | Name | Words | KeyTable | AddressTable


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key in the file, what it takes, its label and what it is for (messages of the catalogue).

    `example` is what the complete file shows, commented out, of a setting that is empty by default.
    """

    name: str
    kind: Kind
    label: str
    words: str
    example: str = ""
    on_screen: bool = True


SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(
        "language",
        Choice({"auto": later("by the locale"), "id": "Indonesia", "en": "English"}),
        later("Language"),
        later("Language of the screen. Articles are never translated."),
    ),
    Setting(
        "theme", Name(), later("Theme"),
        later("Name of the theme; auto follows the terminal's ground, light or dark, where it can be known. "
              "Themes of your own are files in the folder themes beside this one."),
    ),
    Setting("theme_dark", Name(), later("Theme on dark"), later("What auto means on a dark ground, or an unknown one.")),
    Setting("theme_light", Name(), later("Theme on light"), later("What auto means on a light ground.")),
    Setting(
        "ascii", Flag(), later("Plain signs"),
        later("Plain ASCII signs and lines, for terminals and fonts that lack others."),
    ),
    Setting(
        "measure", Whole(40, 120, 4), later("Measure"),
        later("Widest line of an article's text, in cells (40 to 120)."),
    ),
    Setting(
        "sections", Flag(), later("Categories pane"),
        later("Whether the categories stand beside the headlines where the screen is wide."),
    ),
    Setting(
        "mark_read",
        Choice({"open": later("when it is opened"), "scroll": later("also when the cursor passes it")}),
        later("Marking read"),
        later("When an article counts as read."),
    ),
    Setting(
        "refresh", Flag(), later("Refresh"), later("Whether to ask for news at the start and in the background."),
    ),
    Setting(
        "prefetch", Flag(), later("Store in advance"),
        later("Whether to store the whole texts of new headlines in the background, for reading without a network."),
    ),
    Setting(
        "pictures",
        Choice({
            "open": later("of articles that are opened"), "all": later("of all new articles"), "off": later("none"),
        }),
        later("Pictures"),
        later("Which pictures are fetched."),
    ),
    Setting(
        "pictures_as",
        Choice({
            "auto": later("by the terminal"), "blocks": later("half blocks"), "kitty": "kitty", "sixel": "Sixel",
            "iterm2": "iTerm2",
        }),
        later("Pictures drawn"),
        later("How pictures are drawn, from the next start on. auto: as the terminal is known to show them well, else in "
              "half blocks, which are text. Whatever else you choose, the terminal must know."),
    ),
    Setting(
        "pictures_mb", Whole(1, 10_000, 50), later("Pictures kept (MB)"),
        later("Megabytes of pictures that are kept; those shown longest ago go first (1 to 10000)."),
    ),
    Setting(
        "keep_mb", Whole(0, 1_000_000, 100, later("no bound")), later("Articles kept (MB)"),
        later("Megabytes of articles that are kept; the oldest go first. 0: no bound. What is saved, put aside for later or "
              "tagged always stays."),
    ),
    Setting(
        "keep_days", Whole(0, 36_500, 30, later("no bound")), later("Articles kept (days)"),
        later("Days that an article is kept after it came. 0: no bound."),
    ),
    Setting(
        "keep_articles", Whole(0, 10_000_000, 1_000, later("no bound")), later("Articles kept (number)"),
        later("How many articles are kept. 0: no bound."),
    ),
    Setting(
        "keep_unread", Flag(), later("Unread ones stay"),
        later("Whether unread articles stay even where there is more than these bounds allow."),
    ),
    Setting(
        "outlets", Words(), later("Outlets"),
        later("Ids of the outlets to read, until you choose others in the program. Empty: those that are on by default."),
        on_screen=False,
    ),
    Setting(
        "browser", Words("command"), later("Browser"),
        later("The command that opens a link, one word an item; the address is added as the last. "
              "Empty: the system's own."),
        'command = ["firefox", "--new-tab"]',
    ),
    Setting(
        "keys", KeyTable(), later("Keys"),
        later("Other keys for commands: the command's id and the list of its keys. ? in the program shows the keys."),
        '"article.save" = ["s", "ctrl+s"]',
        on_screen=False,
    ),
    Setting(
        "share", AddressTable(), later("Share"),
        later("Where an article can be passed on to: a name and an address in which {title}, {url} and {outlet} are "
              "filled in. An empty address takes a name away."),
        on_screen=False,
    ),
)  # fmt: skip
"""Every setting, in the order of the file: tables last, as TOML wants it."""

BY_NAME: Final = {setting.name: setting for setting in SETTINGS}
