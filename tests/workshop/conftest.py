"""Workshops with one child and with two, closed in the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lampungtui.workshop import Workshop


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    """A workshop with one child."""
    workshop = Workshop(children=1)
    yield workshop
    workshop.close()


@pytest.fixture
def pair() -> Iterator[Workshop]:
    """A workshop with two children."""
    workshop = Workshop(children=2)
    yield workshop
    workshop.close()
