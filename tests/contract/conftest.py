"""The contract suites: one file per outlet whose shape is known, and one for all profiles."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.contract.reader import Reader

from lampungtui.outlets.loader import OUR_PROFILES, load_profile


@pytest.fixture
def reader() -> Callable[[str], Reader]:
    """Gives the reader of an outlet's documents, by the outlet's id."""

    def of(outlet_id: str) -> Reader:
        return Reader(load_profile(OUR_PROFILES / f"{outlet_id}.toml"))

    return of
