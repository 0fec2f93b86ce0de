"""A home for a terminal: the demo newsroom fetched once in full and copied for each test; its outlets still give pictures.

The first start, which fetches it all, is looked at in `test_a_persons_day.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ui.conftest import LiveNewsroom, served, settings
from tests.ui.person import copied

ASKS_NOBODY = "refresh = false\nprefetch = false\n"
"""Settings of a reader that starts with what is there."""


@pytest.fixture(scope="session")
def served_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with every article in full; its outlets listen."""
    home = tmp_path_factory.mktemp("newsroom") / "home"
    live: LiveNewsroom = served(home)
    yield home
    live.servers.stop()


@pytest.fixture
def home(served_home: Path, tmp_path: Path) -> Path:
    """A copy of it, whose reader asks nobody by itself."""
    home = copied(served_home, tmp_path / "home")
    settings(home, ASKS_NOBODY)
    return home
