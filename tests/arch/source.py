"""The source as syntax trees, for the rules that hold over all of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"

FILES = sorted(SOURCE.rglob("*.py"))


TREES = {path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8")) for path in FILES}
"""Parsed where these tests are gathered, before any thread runs: with one that parses too, Python 3.11 loses count of its
depth (github.com/python/cpython, issue 106905)."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the source, by its path below `src`."""
    yield from TREES.items()


def called(node: ast.AST) -> str:
    """The last name of what a call calls: `say` of `say(...)` and of `language.say(...)`; empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
