"""Pictures in terminals that keep pixels beside their cells: pixel by pixel what is seen, and that nothing stays behind."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from tests.e2e.conftest import ASKS_NOBODY
from tests.e2e.picture_terminal import CELL, QUESTION_ENDS, PictureTerminal
from tests.ui.conftest import settings

from lampungtui.demo.pictures import picture

CAPTION = "Pedagang menata dagangan"
CELL_TOLD = f"\x1b[6;{CELL[1]};{CELL[0]}t"
XTERM = f"\x1bP>|XTerm(379)\x1b\\\x1b[?1;0;1024S{CELL_TOLD}\x1b[?63;1;2;4;6;9;15;16;22;28c"
MLTERM = f"\x1b[?1;0;1024S{CELL_TOLD}\x1b[?63;1;2;3;4;6;7;15;18;22;29c"
XTERM_JS = f"\x1b[?1;0;256S{CELL_TOLD}\x1b[?62;4;9;22c"
WEZTERM = f"\x1bP>|WezTerm 20240203-110809-5046fc22\x1b\\{CELL_TOLD}\x1b[?65;4;6;18;22c"
ITERM = "\x1bP>|iTerm2 3.5.10\x1b\\\x1b[?62;4c"
KONSOLE = f"\x1bP>|Konsole 22.12.3\x1b\\\x1b[?1;0;256S{CELL_TOLD}\x1b[?62;1;4c"
NO_CELL = "\x1bP>|XTerm(379)\x1b\\\x1b[?1;0;1024S\x1b[?63;1;2;4;6;9;15;16;22;28c"
IN_XTERM = {"XTERM_VERSION": "XTerm(379)"}

BOTH = pytest.mark.parametrize(
    ("environment", "answer"), [(IN_XTERM, XTERM), ({"TERM_PROGRAM": "WezTerm"}, WEZTERM)], ids=["sixel", "iterm2"]
)


@pytest.fixture
def opened() -> Iterator[list[PictureTerminal]]:
    """The terminals of a test; they are closed in the end."""
    terminals: list[PictureTerminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


def open_market(
    opened: list[PictureTerminal], home: Path, answer: str, environment: dict[str, str], setting: str = "",
    *, columns: int = 120, rows: int = 35, sees: str = CAPTION[:12],
) -> PictureTerminal:  # fmt: skip
    """The demo newsroom in such a terminal; the article on the market is open, and these of its words are seen."""
    settings(home, ASKS_NOBODY + setting)
    terminal = PictureTerminal(
        "--home", str(home), home=home.parent, answer=answer, columns=columns, rows=rows, environment=environment
    )
    opened.append(terminal)
    terminal.wait_for("┏━ Semua", "1 galat")
    terminal.press("/margorejo")
    terminal.wait_for("Cari: margorejo", "Pasar Margorejo Ditata Ulang")
    terminal.press("\r")
    terminal.wait_for("┏━ Cari: margorejo")
    terminal.press("\r")
    terminal.wait_for("┏━ Kabarsiger.id", sees)
    return terminal


def the_market(size: tuple[int, int]) -> Image.Image:
    """The picture of the article as it was sent, in a size of pixels."""
    document = picture("pasar")
    assert document is not None
    return Image.open(io.BytesIO(document)).convert("RGB").resize(size, Image.Resampling.LANCZOS)


def alike(shown: Image.Image, wanted: Image.Image) -> bool:
    """Whether two pictures are the same to the eye: compressed once, and mixed from a few colours."""
    return shown.size == wanted.size and max(ImageStat.Stat(ImageChops.difference(shown, wanted)).mean) < 6


def stands_whole(terminal: PictureTerminal) -> bool:
    """Whether the whole picture is on the screen, every cell of it at its place, and no other pixel anywhere."""
    if not terminal.pictured:
        return False
    shown = terminal.picture()
    height = shown.height // terminal.cell[1]
    fits = abs(shown.width / shown.height - 16 / 9) < 0.2 and height >= 4
    return fits and alike(shown, the_market(shown.size))


def wait_for_picture(terminal: PictureTerminal) -> set[tuple[int, int]]:
    """Waits for the whole picture; its cells."""
    terminal.wait_until(lambda _: stands_whole(terminal), "the whole picture")
    assert pixels_on_words(terminal) == []
    return terminal.pictured


def pixels_on_words(terminal: PictureTerminal) -> list[str]:
    """What is written where pixels are; nothing may be."""
    lines = terminal.text.split("\n")
    cells = [lines[line][column : column + 1] for column, line in terminal.pictured]
    return [cell for cell in cells if cell.strip()]


# --------------------------------------------------------------------------- seen


@pytest.mark.parametrize(
    ("environment", "answer"),
    [
        (IN_XTERM, XTERM),
        ({"TERM": "mlterm", "MLTERM": "3.9.0"}, MLTERM),
        ({"TERM_PROGRAM": "vscode"}, XTERM_JS),
        ({"TERM_PROGRAM": "iTerm.app", "LC_TERMINAL": "iTerm2"}, ITERM),
    ],
)
def test_the_picture_is_seen_in_the_pixels_of_the_terminal(
    environment: dict[str, str], answer: str, opened: list[PictureTerminal], home: Path
) -> None:
    terminal = open_market(opened, home, answer, environment)
    cells = wait_for_picture(terminal)
    caption = next(number for number, line in enumerate(terminal.text.split("\n")) if CAPTION in line)
    assert max(line for _, line in cells) == caption - 1
    assert "▀" not in terminal.text


@BOTH
def test_it_scrolls_with_the_words_and_is_cut_at_the_edge_of_its_pane(
    environment: dict[str, str], answer: str, opened: list[PictureTerminal], home: Path
) -> None:
    terminal = open_market(opened, home, answer, environment)
    before = wait_for_picture(terminal)
    terminal.press("jjj")
    terminal.wait_until(
        lambda _: {(column, line + 3) for column, line in terminal.pictured} == before, "three lines up"
    )
    whole = wait_for_picture(terminal)
    rows = max(line for _, line in whole) - min(line for _, line in whole) + 1
    terminal.press("j" * (min(line for _, line in whole) - 2 + 2))
    terminal.wait_until(lambda _: len(terminal.pictured) * rows == len(whole) * (rows - 2), "two rows of it gone")
    lower = the_market((terminal.picture().width, rows * CELL[1])).crop(
        (0, 2 * CELL[1], terminal.picture().width, rows * CELL[1])
    )
    terminal.wait_until(lambda _: alike(terminal.picture(), lower), "its lower part")
    terminal.press("G")
    terminal.wait_until(lambda _: terminal.pictured == set(), "no pixel")
    terminal.press("g")
    assert wait_for_picture(terminal) == before


@BOTH
def test_what_lies_over_it_takes_its_cells_alone_and_gives_them_back(
    environment: dict[str, str], answer: str, opened: list[PictureTerminal], home: Path
) -> None:
    terminal = open_market(opened, home, answer, environment, columns=84, rows=26)
    before = wait_for_picture(terminal)
    terminal.press("?")
    terminal.wait_for("Tombol di panel berita")
    terminal.wait_until(lambda _: len(terminal.pictured) < len(before), "the help over it")
    assert pixels_on_words(terminal) == []
    terminal.press("\x1b")
    terminal.wait_for(gone=("Tombol di panel berita",))
    assert wait_for_picture(terminal) == before


@BOTH
def test_letters_of_another_size_have_a_picture_of_their_size(
    environment: dict[str, str], answer: str, opened: list[PictureTerminal], home: Path
) -> None:
    terminal = open_market(opened, home, answer, environment)
    wait_for_picture(terminal)
    terminal.zoom(9, 19)
    wait_for_picture(terminal)
    terminal.zoom(14, 28)
    wait_for_picture(terminal)


# --------------------------------------------------------------------------- left behind


@BOTH
def test_nothing_stays_behind(
    environment: dict[str, str], answer: str, opened: list[PictureTerminal], home: Path
) -> None:
    terminal = open_market(opened, home, answer, environment)
    before = wait_for_picture(terminal)
    terminal.press("i")
    terminal.wait_until(lambda _: terminal.pictured == set(), "pictures left out")
    terminal.press("i")
    assert wait_for_picture(terminal) == before
    terminal.resize(90, 30)
    terminal.wait_until(
        lambda _: terminal.pictured != before and stands_whole(terminal), "the picture in its new place"
    )
    terminal.send_signal(signal.SIGTSTP)
    terminal.wait_until(lambda _: terminal.stopped and b"\x1b[?1049l" in terminal.raw[-2000:], "the shell's screen")
    assert terminal.pictured == set()
    terminal.send_signal(signal.SIGCONT)
    wait_for_picture(terminal)
    terminal.press("q")
    terminal.wait_until(lambda _: b"\x1b[?1049l" in terminal.raw[-2000:], "the end")
    assert terminal.pictured == set()
    assert terminal.wait_for_end() == 0


# --------------------------------------------------------------------------- elsewhere


@pytest.mark.parametrize(
    ("environment", "answer"),
    [
        (IN_XTERM, KONSOLE),
        (IN_XTERM, NO_CELL),
        ({"TERM_PROGRAM": "vscode"}, "\x1b[?1;2c"),
    ],
    ids=["konsole", "no cell", "images off"],
)
def test_who_is_not_known_to_show_them_well_gets_half_blocks(
    environment: dict[str, str], answer: str, opened: list[PictureTerminal], home: Path
) -> None:
    terminal = open_market(opened, home, answer, environment)
    terminal.wait_until(lambda text: "▀" in text, "half blocks")
    assert terminal.bands == 0


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0", "TERM_PROGRAM": "tmux", **IN_XTERM},
        {"SSH_CONNECTION": "10.0.0.1 4711 10.0.0.2 22", "LC_TERMINAL": "iTerm2"},
    ],
)
def test_behind_others_and_over_a_network_nothing_is_asked(
    environment: dict[str, str], opened: list[PictureTerminal], home: Path
) -> None:
    terminal = open_market(opened, home, XTERM, environment)
    terminal.wait_until(lambda text: "▀" in text, "half blocks")
    assert QUESTION_ENDS not in terminal.raw
    assert terminal.bands == 0


@pytest.mark.parametrize(
    ("form", "answer"), [("sixel", KONSOLE), ("iterm2", KONSOLE), ("blocks", XTERM)], ids=["sixel", "iterm2", "blocks"]
)
def test_the_setting_has_the_last_word(form: str, answer: str, opened: list[PictureTerminal], home: Path) -> None:
    terminal = open_market(opened, home, answer, IN_XTERM, f'pictures_as = "{form}"\n')
    if form == "blocks":
        terminal.wait_until(lambda text: "▀" in text, "half blocks")
        assert terminal.bands == 0
    else:
        wait_for_picture(terminal)
        assert (b"\x1b]1337" in terminal.raw) is (form == "iterm2")
