"""Opening a newsroom: settings, outlets and store, each with one clear error where it cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lampungtui.config import Config, read_config
from lampungtui.errors import ConfigError
from lampungtui.folders import Folders
from lampungtui.log import start_log
from lampungtui.model import Outlet
from lampungtui.newsroom.room import Newsroom
from lampungtui.outlets.loader import load_outlets
from lampungtui.store import Store


@dataclass(frozen=True, slots=True)
class Opened:
    """A newsroom and the settings that it was opened with."""

    room: Newsroom
    config: Config


def open_newsroom(folders: Folders) -> Opened:
    """Opens the newsroom of these folders. Raises ConfigError, FolderError or StoreError."""
    config = read_config(folders.config_file)
    outlets = chosen_outlets(config, folders)
    folders.prepare()
    start_log(folders.state)
    return Opened(Newsroom(Store.open(folders.data), outlets, config), config)


def chosen_outlets(config: Config, folders: Folders) -> Sequence[Outlet]:
    """The outlets that are read: those that the settings name, or those that are on by default.

    Raises ConfigError for an id that no profile has.
    """
    outlets = load_outlets(folders.outlets)
    if not config.outlets:
        return [outlet for outlet in outlets if outlet.on]
    by_id = {outlet.id: outlet for outlet in outlets}
    unknown = [wanted for wanted in config.outlets if wanted not in by_id]
    if unknown:
        raise ConfigError(folders.config_file, None, f"outlets: there is no outlet '{unknown[0]}'")
    return [by_id[wanted] for wanted in config.outlets]
