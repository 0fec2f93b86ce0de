"""Opening a newsroom: settings, outlets, subscriptions and store, each with one clear error where it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass

from lampungtui.clock import Clock, machine_clock
from lampungtui.config import Config, read_config
from lampungtui.errors import SubscriptionsError
from lampungtui.folders import Folders
from lampungtui.log import start_log
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.sources import Sources, check_chosen
from lampungtui.outlets.loader import load_outlets
from lampungtui.outlets.subscribing import Edit, Subscribing
from lampungtui.outlets.subscriptions import followed, read_subscriptions
from lampungtui.store import Store
from lampungtui.store.backup import Backups
from lampungtui.store.connection import FILE_NAME


@dataclass(frozen=True, slots=True)
class Opened:
    """A newsroom, its sources, and the settings that it was opened with.

    `subscriptions_back`: the file of subscriptions was lost, and is back from the backup.
    """

    room: Newsroom
    config: Config
    sources: Sources
    subscriptions_back: bool = False


def open_newsroom(folders: Folders, *, clock: Clock = machine_clock) -> Opened:
    """Opens the newsroom of these folders. Raises ConfigError, FolderError or StoreError."""
    config = read_config(folders.config_file)
    catalogue = load_outlets(folders.outlets)
    check_chosen(config, catalogue)
    brought_back = _bring_subscriptions_back(folders)
    outlets = followed(read_subscriptions(folders.subscriptions_file), catalogue, config.outlets)
    folders.prepare()
    start_log(folders.state)
    store = Store.open(folders.data, clock=clock, beside=folders.subscriptions_file)
    room = Newsroom(store, outlets, config, catalogue=catalogue, clock=clock)
    return Opened(room, config, Sources(room, folders, catalogue, config.outlets), brought_back)


def _bring_subscriptions_back(folders: Folders) -> bool:
    """Brings the file of subscriptions back from the backup where the disk lost it; returns whether it did.

    It is lost where nothing but NUL bytes is in it, or where it is gone together with the cache: a person may empty it or
    take it away on purpose.
    """
    file = folders.subscriptions_file
    try:
        told: bytes | None = file.read_bytes()
    except OSError:
        told = None
    gone = told is None and not file.exists() and not (folders.data / FILE_NAME).exists()
    if not gone and (not told or told.strip(b"\0")):
        return False
    text = Backups(folders.data).text_beside(file.name)
    if text is None:
        return False
    if told is not None:
        try:
            file.replace(file.with_name(f"{file.name}.damaged"))
        except OSError as error:
            raise SubscriptionsError(
                f"{file}: is damaged and cannot be put aside: {error.strerror or error}"
            ) from error
    Subscribing(file).redo(Edit(None, text))
    return True
