"""The log: a rotating file in the state folder, one record a line, never the terminal."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from lampungtui.discretion import discreet
from lampungtui.foreign import clean_line

LOG_NAME: Final = "lampungtui.log"
LOG_BYTES: Final = 1_000_000
RECORD_LIMIT: Final = 2_000

logger = logging.getLogger("lampungtui")


class _OneLine(logging.Formatter):
    """A record as one cleaned line: nothing from outside can forge a second record or steer a terminal, and what an
    address holds of keys and passwords is left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        return discreet(clean_line(super().format(record), RECORD_LIMIT))


def start_log(folder: Path) -> None:
    """Writes the log to `folder`/lampungtui.log from now on (1 MB, three older files kept)."""
    handler = RotatingFileHandler(folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=3, encoding="utf-8", delay=True)
    handler.setFormatter(_OneLine("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logger.setLevel(logging.INFO)
