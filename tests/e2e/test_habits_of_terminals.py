"""What belongs to the terminal: mouse, size, clipboard (OSC 52), and the way to the shell and back."""

from __future__ import annotations

import base64
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.terminal import Terminal

MARKET = "Pasar Margorejo Ditata Ulang"
CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")


@pytest.fixture
def demo(home: Path, tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal("--home", str(home), home=tmp_path)
    terminal.wait_for("Rubrik", "1 galat")
    yield terminal
    terminal.close()


def place_of(terminal: Terminal, words: str) -> tuple[int, int]:
    """Column and row (from 1) of the first place where `words` stand."""
    lines = terminal.text.split("\n")
    row = next(number for number, line in enumerate(lines) if words in line)
    return lines[row].index(words) + 2, row + 1


def click(terminal: Terminal, column: int, row: int) -> None:
    """The left button, pressed and let go (SGR coordinates, xterm's ctlseqs)."""
    terminal.press(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")


def test_a_headline_is_clicked_and_the_wheel_turns(demo: Terminal) -> None:
    demo.press("/margorejo")
    demo.wait_for("Cari: margorejo", MARKET)
    demo.press("\r")
    demo.wait_for("┏━ Cari: margorejo")
    demo.wait_for(f"▌● {MARKET[:20]}")
    click(demo, *place_of(demo, f"▌● {MARKET[:20]}"))
    demo.wait_for("┏━ Kabarsiger.id", "Rina Wulandari")
    column, row = place_of(demo, "Rina Wulandari")
    demo.press(f"\x1b[<65;{column};{row}M" * 4)
    demo.wait_for(gone=("Rina Wulandari",))


def test_the_line_between_two_panes_is_dragged(demo: Terminal) -> None:
    before = demo.text.split("\n")[1].index("╭", 40)
    y = 12
    demo.press(f"\x1b[<0;{before};{y}M\x1b[<32;{before - 4};{y}M\x1b[<32;{before - 8};{y}M\x1b[<0;{before - 8};{y}m")
    demo.wait_until(
        lambda text: text.split("\n")[1].find("╭", 40) == before - 8, "the article's pane eight columns wider"
    )


def test_the_size_is_followed(demo: Terminal) -> None:
    demo.resize(80, 24)
    demo.wait_for("[ ", gone=("╭─ Rubrik",))
    demo.resize(200, 50)
    demo.wait_for("╭─ Rubrik")


def test_what_is_copied_goes_to_the_terminals_clipboard(demo: Terminal) -> None:
    demo.press("/margorejo")
    demo.wait_for("Cari: margorejo", MARKET)
    demo.press("\r")
    demo.wait_for("┏━ Cari: margorejo")
    demo.press("y")
    demo.wait_for("Salin atau bagikan")
    demo.press("b")
    demo.wait_until(lambda _: CLIPBOARD.search(bytes(demo.raw)) is not None, "the clipboard's sequence")
    found = CLIPBOARD.search(bytes(demo.raw))
    assert found is not None
    copied = base64.b64decode(found[1]).decode()
    assert copied.startswith("@online{")
    assert "{{Rina Wulandari}}" in copied
    assert f"{{{{{MARKET} Mulai Desember}}}}" in copied


def test_ctrl_z_leads_to_the_shell_and_fg_back(demo: Terminal) -> None:
    demo.press("j")
    before = len(demo.raw)
    demo.press("\x1a")
    demo.wait_until(lambda _: b"\x1b[?1049l" in demo.raw[before:], "the shell's screen")
    demo.wait_until(lambda _: demo.stopped, "the program stopped")
    here = len(demo.raw)
    demo.send_signal(signal.SIGCONT)
    demo.wait_until(lambda _: b"\x1b[?1049h" in demo.raw[here:], "the reader's screen")
    demo.press("?")
    demo.wait_for("Tombol di panel")
    demo.press("\x1b")
    demo.wait_for(gone=("Tombol di panel",))
    demo.press("q")
    assert demo.wait_for_end() == 0


@pytest.mark.parametrize(
    "sent", [(signal.SIGSTOP, signal.SIGCONT), (signal.SIGCONT,)], ids=["stopped", "only-continued"]
)
def test_who_is_stopped_from_outside_comes_back_whole(demo: Terminal, sent: tuple[signal.Signals, ...]) -> None:
    for number in sent:
        here = len(demo.raw)
        demo.send_signal(number)
        if number is signal.SIGSTOP:
            demo.wait_until(lambda _: demo.stopped, "the program stopped")
    demo.wait_until(lambda _: b"\x1b[?1049h" in demo.raw[here:], "the reader's screen")
    demo.press("?")
    demo.wait_for("Tombol di panel")
    demo.press("\x1b")
    demo.wait_for(gone=("Tombol di panel",))
    demo.press("q")
    assert demo.wait_for_end() == 0


def test_it_may_be_stopped_in_the_middle_of_everything(demo: Terminal) -> None:
    for _ in range(5):
        demo.press("jk" * 40)
        here = len(demo.raw)
        demo.send_signal(signal.SIGTSTP)
        demo.wait_until(lambda _: demo.stopped, "the program stopped")
        demo.send_signal(signal.SIGCONT)
        demo.wait_until(lambda _, here=here: b"\x1b[?1049h" in demo.raw[here:], "the reader's screen")  # type: ignore[misc]
    demo.press("q")
    assert demo.wait_for_end() == 0
