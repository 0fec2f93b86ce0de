"""The reader's own rubrics: one tree, in the order in which the screen lists it.

Outlets name their rubrics in their own ways; a profile maps those labels to paths of this tree. The tree is written
in `categories.toml`, so that a rubric can be added, renamed or moved without touching code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from lampungtui.model import Category

_TREE_FILE: Final = Path(__file__).parent / "categories.toml"


def category_tree() -> tuple[Category, ...]:
    """Every rubric in display order; a parent stands directly before what is nested in it."""
    return tuple(_by_path().values())


def category(path: str) -> Category | None:
    """The rubric of `path`, such as `lampung-raya/metro`, or None where there is none."""
    return _by_path().get(path)


def ancestors(path: str) -> tuple[Category, ...]:
    """The rubrics in which `path` is nested, outermost first; empty for a top rubric and for an unknown path."""
    if path not in _by_path():
        return ()
    parts = path.split("/")
    above = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
    return tuple(_by_path()[parent] for parent in above)


def common_labels() -> Mapping[str, str]:
    """What Indonesian outlets commonly call our rubrics: case-folded label to path. A profile's own labels go first."""
    return _by_label()


@cache
def _tables() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(_TREE_FILE.read_text("utf-8"))["category"])


@cache
def _by_path() -> dict[str, Category]:
    return {table["path"]: Category(table["path"], table["id"], table["en"]) for table in _tables()}


@cache
def _by_label() -> Mapping[str, str]:
    pairs = ((label.casefold(), table["path"]) for table in _tables() for label in table["labels"])
    return MappingProxyType(dict(pairs))
