"""Rules that hold over all of the source."""

from __future__ import annotations

import ast

from tests.arch.source import FILES, SOURCE, called, trees

LONGEST = 600
"""Lines of the longest file."""


def test_no_file_is_longer_than_can_be_kept_in_mind() -> None:
    lengths = {path.relative_to(SOURCE).as_posix(): len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_nothing_sleeps_in_the_way_of_the_screen() -> None:
    sleeping = [
        f"{path}:{node.lineno}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and called(node) == "sleep"
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "time"
    ]
    borrowed = [
        path
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "time" and "sleep" in {name.name for name in node.names}
    ]
    assert sleeping == []
    assert borrowed == []


def test_every_file_says_in_its_first_lines_what_it_is_for() -> None:
    silent = [path for path, tree in trees() if tree.body and not ast.get_docstring(tree)]
    assert silent == []
