"""The settings on the command line: a complete file to begin with, where everything is, and whether it can be used."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lampungtui.commands.output import line
from lampungtui.config import Config, read_config
from lampungtui.config.values import SETTINGS, AddressTable, KeyTable, Setting
from lampungtui.config.writing import default_text
from lampungtui.errors import ConfigError, LampungtuiError
from lampungtui.folders import Folders
from lampungtui.foreign import clean_line
from lampungtui.language import say
from lampungtui.log import LOG_NAME
from lampungtui.telling.failures import error_words

EXIT_WRONG: Final = 2


def config(*, default: bool, check: bool, home: Path | None) -> int:
    """Prints a complete settings file, or what is wrong with the person's files, or where they are and what holds."""
    if default:
        for words in default_text().splitlines():
            line(words)
        return 0
    folders = Folders.under(home) if home is not None else Folders.usual()
    return _check(folders) if check else _show(folders)


# --------------------------------------------------------------------------- what holds


def _show(folders: Folders) -> int:
    line(say("Files"))
    places = (
        (say("settings"), folders.config_file),
        (say("themes"), folders.themes),
        (say("what is followed"), folders.subscriptions_file),
        (say("outlets of your own"), folders.outlets),
        (say("articles"), folders.data),
        (say("log"), folders.state / LOG_NAME),
    )
    width = max(len(name) for name, _ in places)
    for name, path in places:
        absent = "" if path.exists() else "  " + say("(not there)")
        line(f"  {name:<{width}}  {path}{absent}")
    settings = read_config(folders.config_file)
    line("")
    line(say("What holds"))
    width = max(len(setting.name) for setting in SETTINGS)
    for setting in SETTINGS:
        for name, value in _values(setting, settings):
            where = settings.lines.get(name)
            source = say("default") if where is None else say("line {line}").format(line=where)
            line(f"  {name:<{width}}  {value}  ({source})")
    line("")
    line(say("'lampungtui config --default' prints a complete file to begin with."))
    return 0


def _values(setting: Setting, settings: Config) -> Iterator[tuple[str, str]]:
    """A setting's whole name and its value in words; a table gives each of its own."""
    value = getattr(settings, setting.name)
    match setting.kind:
        case KeyTable():
            yield from ((f"keys.{name}", clean_line(" ".join(keys))) for name, keys in value.items())
        case AddressTable():
            yield from ((f"{setting.name}.{name}", clean_line(address)) for name, address in value.items())
        case _ if isinstance(value, bool):
            yield setting.name, "true" if value else "false"
        case _ if isinstance(value, tuple):
            name = f"{setting.name}.command" if f"{setting.name}.command" in settings.lines else setting.name
            yield name, clean_line(shlex.join(value)) or "-"
        case _:
            yield setting.name, clean_line(str(value))


# --------------------------------------------------------------------------- whether it can be used


def _check(folders: Folders) -> int:
    """Tells every mistake in the files that a person writes, one a line."""
    wrong = [error_words(error) for error in _mistakes(folders)]
    for words in wrong:
        line(clean_line(words, 500), error=True)
    if not wrong:
        line(say("All settings can be used."))
    return EXIT_WRONG if wrong else 0


def _mistakes(folders: Folders) -> Iterator[LampungtuiError]:
    from lampungtui.outlets.loader import load_outlets
    from lampungtui.outlets.subscriptions import read_subscriptions
    from lampungtui.ui.wardrobe import Wardrobe

    wardrobe = Wardrobe(folder=folders.themes)
    wardrobe.read_own()
    yield from wardrobe.errors
    try:
        settings = read_config(folders.config_file)
    except ConfigError as error:
        yield error
        settings = Config()
    themes = {*wardrobe.themes(), "auto"}
    for name, theme in (
        ("theme", settings.theme),
        ("theme_dark", settings.theme_dark),
        ("theme_light", settings.theme_light),
    ):
        if theme not in themes:
            yield settings.error(name, f"there is no theme '{theme}'")
    try:
        outlets = {outlet.id for outlet in load_outlets(folders.outlets)}
        yield from (
            settings.error("outlets", f"there is no outlet '{wanted}'")
            for wanted in settings.outlets
            if wanted not in outlets
        )
    except LampungtuiError as error:
        yield error
    try:
        read_subscriptions(folders.subscriptions_file)
    except LampungtuiError as error:
        yield error
