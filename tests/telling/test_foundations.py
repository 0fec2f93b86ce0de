"""Which versions of what the program stands on are told to have a hole, and what `doctor` says of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import apsw
import pytest
from tests.hostile.program import Program

from lampungtui.language import use_language
from lampungtui.telling.foundations import EXPAT_HOLES, PYTHON_HOLES, SQLITE_HOLES, Hole, foundation, foundations


@pytest.mark.parametrize(
    ("version", "holes", "names"),
    [
        ("3.11.7", PYTHON_HOLES, ["CVE-2024-4032"]),
        ("3.11.9", PYTHON_HOLES, ["CVE-2024-4032"]),
        ("3.11.10", PYTHON_HOLES, []),
        ("3.11.14", PYTHON_HOLES, []),
        ("3.12.3", PYTHON_HOLES, ["CVE-2024-4032"]),
        ("3.12.4", PYTHON_HOLES, []),
        ("3.13.0rc1", PYTHON_HOLES, []),
        ("3.14.0", PYTHON_HOLES, []),
        ("2.5.0", EXPAT_HOLES, ["CVE-2023-52425", "CVE-2024-8176"]),
        ("2.6.4", EXPAT_HOLES, ["CVE-2024-8176"]),
        ("2.7.0", EXPAT_HOLES, []),
        ("2.10.1", EXPAT_HOLES, []),
        ("3.40.1", SQLITE_HOLES, ["WAL-reset"]),
        ("3.44.5", SQLITE_HOLES, ["WAL-reset"]),
        ("3.44.6", SQLITE_HOLES, []),
        ("3.45.0", SQLITE_HOLES, ["WAL-reset"]),
        ("3.50.7", SQLITE_HOLES, []),
        ("3.51.2", SQLITE_HOLES, ["WAL-reset"]),
        ("3.51.3", SQLITE_HOLES, []),
        ("3.54.1", SQLITE_HOLES, []),
    ],
)
def test_a_hole_is_open_before_it_was_closed(version: str, holes: tuple[Hole, ...], names: list[str]) -> None:
    assert [hole.name for hole in foundation("x", version, holes).holes] == names


def test_they_are_told_as_they_are_here() -> None:
    python, expat, sqlite = foundations()
    assert python.version == ".".join(map(str, sys.version_info[:3]))
    assert expat.version.count(".") == 2
    assert sqlite.version == apsw.sqlite_lib_version()


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_hole_is_told_in_words_of_the_language(language: str) -> None:
    use_language(language)
    try:
        words = {foundation("x", "1.0", (hole,)).words for hole in (*PYTHON_HOLES, *EXPAT_HOLES, *SQLITE_HOLES)}
    finally:
        use_language("en")
    assert len(words) == len((*PYTHON_HOLES, *EXPAT_HOLES, *SQLITE_HOLES))
    assert all(each.endswith(".") for each in words)
    assert ("Dua pembaca" in " ".join(words)) == (language == "id")


def test_doctor_tells_them_to_people_and_to_programs(tmp_path: Path) -> None:
    program = Program(tmp_path)
    told = [json.loads(line) for line in program.run("doctor", "--json").output.splitlines()]
    known = {each["foundation"]: each for each in told if "foundation" in each}
    assert list(known) == ["Python", "expat", "SQLite"]
    assert all(set(each) == {"foundation", "version", "holes", "words"} for each in known.values())
    shown = program.run("doctor").output.decode()
    for each in known.values():
        assert (f"{each['foundation']} {each['version']}" in shown) == bool(each["holes"])
        assert all(name in shown for name in each["holes"])
