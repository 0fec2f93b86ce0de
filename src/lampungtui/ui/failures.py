"""What fails beside the screen: work that ends as nobody expected would be gone without a word."""

from __future__ import annotations

from typing import Any

from textual.worker import Worker, WorkerState

from lampungtui.log import logger


def write_down(worker: Worker[Any]) -> None:
    """Writes into the log what a worker of a screen ended with, if that was an error."""
    if worker.state is WorkerState.ERROR:
        logger.error("%s failed", worker.name or worker.group, exc_info=worker.error)
