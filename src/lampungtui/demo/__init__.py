"""The demo newsroom: invented outlets on a real HTTP server, read by the reader as it reads all others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lampungtui.demo.server import DemoNewsroom
    from lampungtui.folders import Folders


@contextmanager
def open_demo(folders: Folders) -> Iterator[DemoNewsroom]:
    """Starts the newsroom and writes its profiles and settings into `folders`; stops it at the end.

    What the reader stores there can be read afterwards like any other: the folder's settings name these outlets.
    """
    from lampungtui.config.writing import change_settings
    from lampungtui.demo.profiles import write_profiles
    from lampungtui.demo.server import OUTLETS, DemoNewsroom

    newsroom = DemoNewsroom.start()
    try:
        write_profiles(folders.outlets, newsroom)
        change_settings(folders.config_file, {"outlets": tuple(OUTLETS)})
        yield newsroom
    finally:
        newsroom.stop()
