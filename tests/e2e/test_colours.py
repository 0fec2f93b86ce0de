"""Colours as they are sent: the terminal's ground followed, sixteen and 256 colours, none at all. Byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.e2e.conftest import ASKS_NOBODY
from tests.e2e.terminal import Terminal
from tests.ui.conftest import settings

SGR = re.compile(rb"\x1b\[([\d;:]*)m")
DARK, LIGHT = "rgb:1e1e/1e1e/2e2e", "rgb:fafa/f4f4/e6e6"
TAPIS, SIGER = "1c1214", "faf6ee"
"""The grounds of the two themes that are worn by default."""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[list[Terminal]]:
    """The terminals of a test; they are closed in the end."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


def at_reader(opened: list[Terminal], home: Path, ground: str | None = None, **environment: str) -> Terminal:
    """The reader in a terminal with this ground."""
    terminal = Terminal("--home", str(home), home=home.parent, ground=ground, environment=environment)
    opened.append(terminal)
    terminal.wait_for("Rubrik", "1 galat")
    return terminal


def grounds(terminal: Terminal, columns: int = 120) -> set[str]:
    """The grounds of the cells in the first columns of the screen."""
    rows = terminal._screen.buffer.values()
    return {cell.bg for row in rows for column, cell in row.items() if column < columns}


def colour_codes(terminal: Terminal) -> dict[str, int]:
    """How often a colour was set, by the kind of colour: of sixteen, of 256, of all. The terminal's own two are none."""
    kinds = {"16": 0, "256": 0, "all": 0}
    for found in SGR.finditer(bytes(terminal.raw)):
        codes = iter(found[1].decode().replace(":", ";").split(";"))
        for code in codes:
            if code in ("38", "48"):
                mode = next(codes)
                kinds["all" if mode == "2" else "256"] += 1
                for _ in range(3 if mode == "2" else 1):
                    next(codes, None)
            elif code.isdecimal() and int(code) in (*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)):
                kinds["16"] += 1
    return kinds


@pytest.mark.parametrize(
    ("ground", "environment", "worn"),
    [
        (DARK, {}, TAPIS),
        (LIGHT, {}, SIGER),
        (None, {}, TAPIS),
        (None, {"COLORFGBG": "0;15"}, SIGER),
        (DARK, {"COLORFGBG": "0;15"}, TAPIS),
    ],
)
def test_the_theme_follows_the_terminals_ground(
    ground: str | None, environment: Mapping[str, str], worn: str, opened: list[Terminal], home: Path
) -> None:
    terminal = at_reader(opened, home, ground, **environment)
    assert worn in grounds(terminal)
    # Nothing of the answer was typed into the reader: it would have refreshed, quit or gone elsewhere.
    assert "Semua" in terminal.text
    assert "rgb" not in terminal.text


def test_a_terminal_that_answers_nothing_opens_all_the_same(opened: list[Terminal], home: Path, tmp_path: Path) -> None:
    terminal = Terminal("--home", str(home), home=tmp_path)
    terminal._asked = True
    opened.append(terminal)
    terminal.wait_for("Semua", "1 galat")
    assert TAPIS in grounds(terminal)


def test_keys_that_were_typed_while_it_was_asked_are_keys_all_the_same(opened: list[Terminal], home: Path) -> None:
    terminal = at_reader(opened, home, LIGHT)
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_theme_that_was_named_asks_the_terminal_nothing(opened: list[Terminal], home: Path, tmp_path: Path) -> None:
    settings(home, ASKS_NOBODY + 'theme = "siger"\n')
    terminal = Terminal("--home", str(home), home=tmp_path, ground=DARK)
    opened.append(terminal)
    terminal.wait_for("Semua", "1 galat")
    assert b"\x1b]11;?" not in terminal.raw
    assert SIGER in grounds(terminal)


def test_no_color_sends_no_colour_and_tells_focus_cursor_and_unread(opened: list[Terminal], home: Path) -> None:
    terminal = at_reader(opened, home, NO_COLOR="1")
    assert colour_codes(terminal) == {"16": 0, "256": 0, "all": 0}
    assert "┏━ Semua" in terminal.text
    cells = [cell for row in terminal._screen.buffer.values() for cell in row.values()]
    assert any(cell.reverse for cell in cells)
    assert "▌●" in terminal.text


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({"TERM": "xterm", "COLORTERM": ""}, "16"),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "all"),
    ],
)
def test_only_colours_that_the_terminal_has_are_sent(
    environment: Mapping[str, str], kind: str, opened: list[Terminal], home: Path
) -> None:
    terminal = at_reader(opened, home, DARK, **environment)
    codes = colour_codes(terminal)
    assert codes[kind] > 0
    assert {name for name, count in codes.items() if count} <= {kind, "16"}
    if kind == "16":
        # Beside the article, whose picture is drawn in what there is.
        assert grounds(terminal, 60) == {"default"}


def test_an_answer_that_comes_late_is_followed_and_never_typed(
    opened: list[Terminal], home: Path, tmp_path: Path
) -> None:
    terminal = Terminal("--home", str(home), home=tmp_path)
    terminal._asked = True
    opened.append(terminal)
    terminal.wait_for("Semua", "1 galat")
    terminal.press("/kopi")
    terminal.wait_for("Cari: kopi")
    assert TAPIS in grounds(terminal)
    terminal.press(f"\x1b]11;{LIGHT}")
    terminal.press("\x1b\\\x1b[?62;22c daerah:liwa")
    terminal.wait_until(lambda _: SIGER in grounds(terminal), "the light theme")
    terminal.wait_for("Cari: kopi daerah:liwa")
    assert "rgb" not in terminal.text
    assert "62" not in terminal.text.split("\n")[2]


def test_a_terminal_that_tells_of_light_and_dark_is_followed(opened: list[Terminal], home: Path) -> None:
    terminal = at_reader(opened, home, DARK)
    assert b"\x1b[?2031h" in terminal.raw
    terminal.press("\x1b[?997;2n")
    terminal.wait_until(lambda _: SIGER in grounds(terminal), "the light theme")
    terminal.press("\x1b[?997;1n")
    terminal.wait_until(lambda _: TAPIS in grounds(terminal), "the dark theme")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_theme_that_was_chosen_stays_whatever_the_terminal_tells(
    opened: list[Terminal], home: Path, tmp_path: Path
) -> None:
    settings(home, ASKS_NOBODY + 'theme = "arang"\n')
    terminal = Terminal("--home", str(home), home=tmp_path)
    opened.append(terminal)
    terminal.wait_for("Semua", "1 galat")
    terminal.press("\x1b[?997;2n?")
    terminal.wait_for("Tombol di panel")
    assert "15171a" in grounds(terminal)
    assert SIGER not in grounds(terminal)


def test_the_ground_is_asked_again_when_somebody_comes_back(opened: list[Terminal], home: Path) -> None:
    terminal = at_reader(opened, home, DARK)
    asked = terminal.raw.count(b"\x1b]11;?")
    terminal.press("\x1b[O\x1b[I")
    terminal.wait_until(lambda _: terminal.raw.count(b"\x1b]11;?") > asked, "the question")
    terminal.press(f"\x1b]11;{LIGHT}\x07")
    terminal.wait_until(lambda _: SIGER in grounds(terminal), "the light theme")


def test_a_terminal_whose_locale_is_ascii_gets_nothing_else(opened: list[Terminal], home: Path, tmp_path: Path) -> None:
    terminal = Terminal("--home", str(home), "--lang", "id", home=tmp_path, language="C")
    opened.append(terminal)
    terminal.wait_for("Semua", "1 galat", "+= Semua")
    assert terminal.text.isascii()
