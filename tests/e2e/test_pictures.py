"""Pictures in terminals that can show them: what is sent, byte by byte, and that nothing is sent to those that cannot."""

from __future__ import annotations

import re
import signal
from base64 import standard_b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.terminal import Terminal
from tests.extract.photographs import decoded

PLACEHOLDER = "\U0010eeee"
BLOCK = "▀".encode()
QUESTION_ENDS = b"\x1b[c"
ANSWER_ENDS = "\x1b[?62;52;c"
COMMAND = re.compile(rb"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")

CAPTION = "Pedagang menata dagangan"

KITTY = "\x1b_Gi=1;OK\x1b\\\x1bP>|kitty(0.42.1)\x1b\\"
GHOSTTY = "\x1b_Gi=1;OK\x1b\\\x1bP>|ghostty 1.3.1\x1b\\"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[list[Terminal]]:
    """The terminals of a test; they are closed in the end."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


def open_market(opened: list[Terminal], home: Path, term: str, answer: str | None, **environment: str) -> Terminal:
    """The demo newsroom in a terminal that answers so, None for one that is asked nothing; an article with a picture is
    open, its words are there."""
    terminal = Terminal("--home", str(home), home=home.parent, environment={"TERM": term, **environment})
    opened.append(terminal)
    if answer is not None:
        terminal.wait_until(lambda _: QUESTION_ENDS in terminal.raw, "the question")
        terminal.press(answer + ANSWER_ENDS)
    terminal.wait_for("Semua", "1 galat")
    terminal.press("/margorejo")
    terminal.wait_for("Cari: margorejo", "Pasar Margorejo Ditata Ulang")
    terminal.press("\r")
    terminal.wait_for("┏━ Cari: margorejo")
    terminal.press("\r")
    terminal.wait_for("┏━ Kabarsiger.id", "Rina Wulandari", CAPTION)
    return terminal


def commands(raw: bytes | bytearray) -> list[tuple[dict[str, str], bytes]]:
    """The graphics commands that were sent, their keys and what they carry; without the question."""
    found = []
    for command in COMMAND.finditer(bytes(raw)):
        keys = dict(pair.split("=", 1) for pair in command[1].decode().split(","))
        if keys.get("a") != "q":
            found.append((keys, command[2] or b""))
    return found


def picture_on(terminal: Terminal) -> int:
    """Waits until one picture stands on the screen, by cells that stand for it; its number, which is their colour."""
    terminal.wait_until(lambda _: len(terminal.colours_of(PLACEHOLDER)) == 1, "the picture's cells")
    (colour,) = terminal.colours_of(PLACEHOLDER)
    return int(colour, 16)


def sent_as(raw: bytes | bytearray, number: int) -> list[tuple[dict[str, str], bytes]]:
    """The commands that sent the picture of this number: the first names it, those after it continue."""
    sent = commands(raw)
    start = next(at for at, (keys, _) in enumerate(sent) if keys.get("i") == str(number) and keys["a"] == "T")
    end = next(at for at in range(start, len(sent)) if sent[at][0]["m"] == "0")
    return sent[start : end + 1]


@pytest.mark.parametrize(
    ("term", "answer", "environment"),
    [
        ("xterm-kitty", KITTY, {}),
        ("xterm-ghostty", GHOSTTY, {"COLORTERM": ""}),
        ("xterm-256color", KITTY, {"KITTY_WINDOW_ID": "3"}),
    ],
)
def test_kitty_and_ghostty_get_the_picture_and_cells_that_stand_for_it(
    term: str, answer: str, environment: dict[str, str], opened: list[Terminal], home: Path
) -> None:
    terminal = open_market(opened, home, term, answer, **environment)
    number = picture_on(terminal)
    sent = sent_as(terminal.raw, number)
    first, *others = [keys for keys, _ in sent]
    assert {key: first[key] for key in ("a", "f", "U", "q")} == {"a": "T", "f": "100", "U": "1", "q": "2"}
    assert all(set(keys) == {"q", "m"} for keys in others)
    assert [keys["m"] for keys in (first, *others)] == ["1"] * len(others) + ["0"]
    assert all(len(data) <= 4096 for _, data in sent)
    picture = decoded(standard_b64decode(b"".join(data for _, data in sent)))
    assert picture.format == "PNG"
    assert abs(picture.width / picture.height - 16 / 9) < 0.05
    columns, rows = int(first["c"]), int(first["r"])
    assert abs(columns / (2 * rows) - 16 / 9) < 0.2
    terminal.wait_until(lambda text: text.count(PLACEHOLDER) == columns * rows, "all of its cells")
    lines = [line for line in terminal.text.split("\n") if PLACEHOLDER in line]
    assert len(lines) == rows
    # Every cell names its row and its column by the protocol's numbers, of which these are the first three.
    assert PLACEHOLDER + "\u0305\u0305" + PLACEHOLDER + "\u0305\u030d" + PLACEHOLDER + "\u0305\u030e" in lines[0]
    assert {line.count(PLACEHOLDER) for line in lines} == {columns}
    assert "▀" not in terminal.text


def test_a_picture_is_not_sent_again_while_it_scrolls_and_is_let_go_at_the_end(
    opened: list[Terminal], home: Path
) -> None:
    terminal = open_market(opened, home, "xterm-kitty", KITTY)
    number = picture_on(terminal)
    before, numbers = len(terminal.raw), {keys["i"] for keys, _ in commands(terminal.raw) if "i" in keys}
    title = next(line for line in terminal.text.split("\n") if "Pasar Margorejo Ditata Ulang Mulai" in line)
    terminal.press("jjjj")
    terminal.wait_for(gone=(title,))
    assert picture_on(terminal) == number
    assert commands(terminal.raw[before:]) == []
    terminal.press("q")
    terminal.wait_until(lambda _: b"\x1b[?1049l" in terminal.raw, "the end")
    let_go = commands(terminal.raw[before:])
    assert {(keys["a"], keys["d"], keys["q"]) for keys, _ in let_go} == {("d", "I", "2")}
    assert {keys["i"] for keys, _ in let_go} == numbers
    assert terminal.wait_for_end() == 0


def test_a_picture_is_sent_again_after_the_program_was_stopped(opened: list[Terminal], home: Path) -> None:
    terminal = open_market(opened, home, "xterm-kitty", KITTY)
    picture_on(terminal)
    before = len(terminal.raw)
    terminal.send_signal(signal.SIGTSTP)
    terminal.wait_until(lambda _: b"\x1b[?1049l" in terminal.raw[before:], "the shell's screen")
    terminal.send_signal(signal.SIGCONT)
    terminal.wait_until(
        lambda _: any(keys.get("a") == "T" for keys, _ in commands(terminal.raw[before:])), "the picture anew"
    )


@pytest.mark.parametrize(
    "answer",
    [
        "\x1b_Gi=1;OK\x1b\\\x1bP>|WezTerm 20240203-110809-5046fc22\x1b\\",
        "\x1b_Gi=1;OK\x1b\\\x1bP>|kitty(0.27.1)\x1b\\",
        "\x1b_Gi=1;ENOTSUPPORTED:no\x1b\\\x1bP>|kitty(0.42.1)\x1b\\",
        "\x1bP>|XTerm(370)\x1b\\",
        "",
    ],
)
def test_who_only_gives_himself_out_for_kitty_gets_half_blocks(answer: str, opened: list[Terminal], home: Path) -> None:
    terminal = open_market(opened, home, "xterm-kitty", answer)
    terminal.wait_until(lambda _: BLOCK in terminal.raw, "half blocks")
    assert commands(terminal.raw) == []
    assert PLACEHOLDER.encode() not in terminal.raw


@pytest.mark.parametrize(
    ("term", "environment"),
    [
        ("xterm-256color", {}),
        ("tmux-256color", {"TMUX": "/tmp/tmux-0/default,1,0", "KITTY_WINDOW_ID": "3"}),
        ("screen", {"STY": "1.pts-0", "TERM_PROGRAM": "ghostty"}),
        ("xterm-kitty", {"NO_COLOR": "1", "ZELLIJ": "0"}),
    ],
)
def test_other_terminals_are_asked_nothing_and_sent_nothing_but_text(
    term: str, environment: dict[str, str], opened: list[Terminal], home: Path
) -> None:
    terminal = open_market(opened, home, term, None, **environment)
    if "NO_COLOR" not in environment:
        terminal.wait_until(lambda _: BLOCK in terminal.raw, "half blocks")
    assert b"\x1b_" not in terminal.raw
    assert b"\x1b[>q" not in terminal.raw
    assert PLACEHOLDER.encode() not in terminal.raw
