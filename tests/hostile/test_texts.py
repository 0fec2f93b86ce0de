"""What an enemy writes into headlines, names and texts: nothing of it steers a terminal, nothing honest is lost.

One program fetches all the cases and a person opens each in one sitting. What the program wrote to the terminal, what
another program reads in the cache, and what the commands print are looked at case by case.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.hostile import cache
from tests.hostile.house import House
from tests.hostile.program import Program, Ran, profile
from tests.hostile.screen import Screen, behind, painted, words_of
from tests.hostile.stream import troubles
from tests.hostile.texts import TEXTS, Text, install

CASES = pytest.mark.parametrize(("number", "case"), list(enumerate(TEXTS)), ids=[case.name for case in TEXTS])


@dataclass(frozen=True)
class Sitting:
    """What was left when a person had read all cases."""

    raw: bytes
    stored: dict[int, list[str]]
    probed: dict[int, tuple[bytes, dict[str, Any]]]
    program: Program
    refreshed: Ran
    told: Ran
    extracted: Ran


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    house = House().start()
    yield house
    house.stop()


@pytest.fixture(scope="module")
def sitting(house: House, tmp_path_factory: pytest.TempPathFactory) -> Sitting:
    feeds = install(house)
    program = Program(tmp_path_factory.mktemp("texts"), ready=True)
    program.write("outlets/seram.toml", profile("seram", "Media Seram", house.origin, feeds))
    program.write("config.toml", 'outlets = ["seram"]\nrefresh = false\n')
    refreshed = program.run("refresh", "--force", "--articles", "--json")
    assert refreshed.code == 0, refreshed.both
    probed = program.run("probe", "--json", *feeds.values())
    lines = probed.output.splitlines(keepends=True)
    told = program.run("probe", *feeds.values())
    extracted = program.run("extract", *(f"{house.origin}/kisah/{number:03d}" for number in range(len(TEXTS))))
    raw = read_all(program)
    return Sitting(
        raw, stored(program.database), {number: (line, json.loads(line)) for number, line in enumerate(lines)},
        program, refreshed, told, extracted,
    )  # fmt: skip


def read_all(program: Program) -> bytes:
    """A person opens every article, saves it (which a toast tells), and looks at the sources."""
    screen = Screen(program)
    try:
        screen.sees("Kasus 000")
        screen.press("\r")
        for number in range(len(TEXTS)):
            screen.sees(f"Isi {number:03d}")
            screen.press("sJ")
        screen.sees("Saved")
        screen.press("H")
        screen.sees("Sumber k000")
        screen.press("q")
        screen.sees("next unread")
        return screen.raw + (b"" if screen.leave() == 0 else b"\x1b]the program did not end well\x07")
    finally:
        screen.close()


def stored(database: Path) -> dict[int, list[str]]:
    """The texts of each case's article in the cache."""
    found: dict[int, list[str]] = {}
    for article, title in cache.rows(database, "SELECT id, title FROM article"):
        number = re.match(r"Kasus (\d{3})", title)
        if number is not None:
            found.setdefault(int(number[1]), []).extend([title, *cache.texts_of(database, article)])
    return found


@CASES
def test_the_terminal_is_told_to_show_it_and_nothing_else(sitting: Sitting, number: int, case: Text) -> None:
    titles = painted(sitting.raw, f"Kasus {number:03d}", "tamat")
    bodies = behind(sitting.raw, f"Isi {number:03d}")
    assert titles
    assert bodies
    for stretch in (*titles, *bodies):
        assert list(troubles(stretch)) == []
    words = [words_of(stretch) for stretch in titles]
    assert not [sign for sign in case.gone if any(sign in each for each in words)]
    assert not case.shown or any(case.shown in each for each in words), words


@CASES
def test_the_cache_holds_nothing_but_text(sitting: Sitting, number: int, case: Text) -> None:
    texts = sitting.stored[number]
    assert len(texts) > 3
    for text in texts:
        assert list(troubles(text.encode("utf-8", errors="surrogatepass"))) == []
        assert not [sign for sign in case.gone if sign in text]
    assert not case.shown or any(case.shown in text for text in texts)


@CASES
def test_the_command_line_prints_text_and_json_that_is_safe_to_show(sitting: Sitting, number: int, case: Text) -> None:
    line, found = sitting.probed[number]
    assert list(troubles(line)) == []
    (entry,) = found["entries"]
    assert entry["title"].startswith(f"Kasus {number:03d}")
    assert not case.shown or case.shown in entry["title"]
    told = sitting.told.output.decode()
    assert f"Kasus {number:03d}" in told
    assert f"Isi {number:03d}" in sitting.extracted.output.decode()


def test_the_whole_sitting_holds_nothing_that_a_terminal_would_act_upon(sitting: Sitting) -> None:
    assert list(troubles(sitting.raw)) == []
    for ran in (sitting.refreshed, sitting.told, sitting.extracted):
        assert list(troubles(ran.both)) == []
    assert list(troubles(sitting.program.log.encode())) == []


def test_no_headline_became_a_statement_a_path_or_a_program(sitting: Sitting) -> None:
    assert cache.soundness(sitting.program.database) == "ok"
    assert cache.rows(sitting.program.database, "SELECT count(*) FROM article") == [(len(TEXTS),)]
    assert sitting.program.started() == []
    folders = {path.name for path in sitting.program.home.iterdir()}
    assert folders <= {"config", "data", "state", "watch", ".cache", ".config", ".local"}
