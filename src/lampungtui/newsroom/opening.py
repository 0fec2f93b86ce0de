"""Opening a newsroom: settings, outlets, subscriptions and store, each with one clear error where it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass

from lampungtui.clock import Clock, machine_clock
from lampungtui.config import Config, read_config
from lampungtui.folders import Folders
from lampungtui.log import start_log
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.sources import Sources, check_chosen
from lampungtui.outlets.loader import load_outlets
from lampungtui.outlets.subscriptions import followed, read_subscriptions
from lampungtui.store import Store


@dataclass(frozen=True, slots=True)
class Opened:
    """A newsroom, its sources, and the settings that it was opened with."""

    room: Newsroom
    config: Config
    sources: Sources


def open_newsroom(folders: Folders, *, clock: Clock = machine_clock) -> Opened:
    """Opens the newsroom of these folders. Raises ConfigError, FolderError or StoreError."""
    config = read_config(folders.config_file)
    catalogue = load_outlets(folders.outlets)
    check_chosen(config, catalogue)
    outlets = followed(read_subscriptions(folders.subscriptions_file), catalogue, config.outlets)
    folders.prepare()
    start_log(folders.state)
    room = Newsroom(Store.open(folders.data, clock=clock), outlets, config, catalogue=catalogue, clock=clock)
    return Opened(room, config, Sources(room, folders, catalogue, config.outlets))
