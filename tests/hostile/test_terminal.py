"""What a real terminal (tmux) came to believe after hostile news was read in it: nothing that it did not believe before."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from tests.hostile.house import House, answered, item, page, rss
from tests.hostile.multiplexer import Multiplexer
from tests.hostile.program import Program, profile

if shutil.which("tmux") is None:
    pytest.skip("tmux is not here", allow_module_level=True)

ESC, BEL = "\x1b", "\x07"

STEERING = {
    "pane_title": f"{ESC}]2;PALSU{BEL}{ESC}]0;PALSU{ESC}\\&#27;]2;PALSU&#7;",
    "window_name": f"{ESC}kPALSU{ESC}\\",
    "alternate_on": f"{ESC}[?1049l{ESC}[?47l",
    "cursor_flag": f"{ESC}[?25h",
    "insert_flag": f"{ESC}[4h",
    "keypad_cursor_flag": f"{ESC}[?1h",
    "keypad_flag": f"{ESC}=",
    "mouse_any_flag": f"{ESC}[?1000l{ESC}[?1002l{ESC}[?1003l",
    "mouse_sgr_flag": f"{ESC}[?1006l",
    "origin_flag": f"{ESC}[?6h",
    "wrap_flag": f"{ESC}[?7l",
    "scroll_region_upper": f"{ESC}[7;9r",
    "scroll_region_lower": f"{ESC}[3;5r",
    "window_bell_flag": BEL * 3,
    "pane_dead": f"{ESC}c[@click=app.quit]x[/]",
    "pane_path": f"{ESC}]7;file:///etc{BEL}",
}
"""What an article tries to change, by tmux's name for it."""

CLIPBOARD = f"{ESC}]52;c;UEFMU1U={BEL}{ESC}Ptmux;{ESC}{ESC}]52;c;UEFMU1U={BEL}{ESC}\\"
REPLIES = f"{ESC}[6n{ESC}[c{ESC}[>c{ESC}[21t{ESC}]11;?{BEL}{ESC}[?1$p"
WRITTEN_OVER = f"{ESC}[2J{ESC}[1;1HPALSU${ESC}7{ESC}[2;1HPALSU${ESC}8"

MARKUP = "[@click=app.quit]tombol[/] [/b] [link=file:///etc]x[/link] [red]merah"
OUTLET = "Media [b]Seram[/] [@click=app.quit]x"


@dataclass(frozen=True)
class Read:
    """How the terminal was before, and after everything was read."""

    before: dict[str, str]
    after: dict[str, str]
    clipboard: list[str]
    screens: dict[str, str]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    house = House().start()
    program = Program(tmp_path_factory.mktemp("terminal"))
    poisons = [*STEERING.values(), CLIPBOARD, REPLIES, WRITTEN_OVER, MARKUP]
    items = []
    for number, poison in enumerate(poisons):
        link = house.serve(
            f"/kisah/{number}",
            answered(
                page(
                    f"Kasus {number:02d} {poison} tamat",
                    f"Isi {number:02d} {poison} dan seterusnya sampai alinea ini cukup panjang untuk disebut berita.",
                    f'Menurut <a href="https://aman.example/{number}">{poison}</a> demikian adanya, kata warga setempat.',
                    f"Editor: Rina {poison} Sari",
                    author=f"Rina {poison}",
                ).encode(),
                kind="text/html; charset=utf-8",
            ),
        )
        more = f"<category>{poison}</category><author>Rina {poison}</author>"
        items.append(item(f"Kasus {number:02d} {poison} tamat", link, more, minutes=number + 1))
    feed = house.serve("/umpan", answered(rss(*items).encode()))
    program.write("outlets/seram.toml", profile("seram", OUTLET, house.origin, {"umpan": feed}))
    program.write("config.toml", 'outlets = ["seram"]\nrefresh = false\nbrowser = ["false"]\n')
    assert program.run("refresh", "--force", "--articles").code == 0
    terminal = Multiplexer(program, tmp_path_factory.mktemp("t") / "s")
    try:
        terminal.sees("Kasus 00", "Kasus 03")
        terminal.press("Enter")
        terminal.sees("Isi 00", "Links")
        before = {name: terminal.asked(name) for name in STEERING}
        for number in range(1, len(poisons)):
            terminal.press("J")
            terminal.sees(f"Isi {number:02d}", "Links")
        after = {name: terminal.asked(name) for name in STEERING}
        yield Read(before, after, terminal.clipboard, look_around(terminal))
    finally:
        terminal.close()
        house.stop()


def look_around(terminal: Multiplexer) -> dict[str, str]:
    """Opens everything that shows what came from outside; each screen's words."""
    seen = {"article": terminal.sees("Isi 19")}
    for name, keys, words in (
        ("links", "f", "y copies, a adds"),
        ("people", "c", "Who made it"),
        ("sharing", "y", "chooses"),
        ("muting", "x", "Mute"),
        ("sources", "H", "Sumber umpan"),
        ("rules", "X", "rules"),
        ("help", "?", "type to search"),
    ):
        terminal.press(keys)
        seen[name] = terminal.sees(words)
        terminal.press("Escape")
        terminal.sees("next unread", gone=("Esc closes", "Esc leaves"))
    terminal.press("s")
    seen["toast"] = terminal.sees("Saved")
    terminal.press("C-p")
    terminal.sees("Next row, or one line down")
    terminal.type("everything of media")
    seen["palette"] = terminal.sees("Everything of Media")
    terminal.press("Escape")
    terminal.sees("next unread", gone=("Everything of",))
    terminal.press("Escape")
    terminal.sees("┏━ All")
    for number, typed in enumerate(
        ("NEAR(", 'a" OR "b', "title:x*", "'; DROP TABLE article; --", "{title}:x", "-^* [/b]")
    ):
        terminal.press("/")
        terminal.sees("words, or editor")
        terminal.type(typed)
        seen[f"search {number}"] = terminal.sees(f"Search: {typed}")
        terminal.press("Escape")
        terminal.sees("next unread", gone=("Search:", "words, or editor"))
    terminal.press("q")
    seen["left"] = terminal.sees("left with")
    return seen


@pytest.mark.parametrize("name", STEERING)
def test_the_terminal_is_as_it_was(read: Read, name: str) -> None:
    assert read.after[name] == read.before[name]


def test_nothing_came_into_the_clipboard(read: Read) -> None:
    assert read.clipboard == []


def test_no_answer_of_the_terminal_was_taken_for_keys_and_nothing_was_painted_over(read: Read) -> None:
    screen = read.screens["article"]
    assert screen.startswith("lampungtui")
    assert "PALSU$" not in screen.split("Kasus")[0]


@pytest.mark.parametrize("name", ["article", "people", "links", "sharing", "muting", "sources", "toast"])
def test_markup_stands_there_as_it_was_written(read: Read, name: str) -> None:
    assert "[@click=app.quit]" in read.screens[name]


@pytest.mark.parametrize("number", range(6))
def test_a_query_of_any_form_is_words_to_the_index(read: Read, number: int) -> None:
    assert "Search failed" not in read.screens[f"search {number}"]


def test_the_outlets_name_is_text_in_the_palette(read: Read) -> None:
    assert OUTLET in read.screens["palette"]


def test_the_program_was_left_as_it_is_left(read: Read) -> None:
    assert read.screens["left"].endswith("left with 0")
