"""The terminal is closed, or the system asks the program to end: the place and every mark are there the next time."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.e2e.terminal import Terminal
from tests.e2e.test_a_persons_day import MARKET, open_market


def words_of(data: Path) -> dict[str, str]:
    """The words of the session, as another program reads them."""
    with closing(sqlite3.connect(data / "lampungtui.db")) as cache:
        return dict(cache.execute("SELECT key, value FROM session").fetchall())


def test_the_linear_reader_ends_its_visit(tmp_path: Path) -> None:
    terminal = Terminal("--demo", "--plain", "--home", str(tmp_path / "home"), home=tmp_path)
    try:
        terminal.wait_for("Nomor atau perintah:")
        terminal.press("2\r")
        # The head of a long article has left the screen by then.
        terminal.wait_for("Akhir berita.")
        terminal.wait_until(lambda text: text.rstrip().endswith("Nomor atau perintah:"), "the next question")
        terminal.hang_up()
    finally:
        terminal.close()
    words = words_of(tmp_path / "home" / "data")
    assert "visited" in words
    assert "headline" in words


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal("--demo", "--home", str(tmp_path / "home"), home=tmp_path)
    yield terminal
    terminal.close()


def hang_up(terminal: Terminal) -> None:
    terminal.hang_up()


def ask_to_end(terminal: Terminal) -> None:
    terminal.send_signal(signal.SIGTERM)
    terminal.wait_for_end()


@pytest.mark.parametrize("end", [hang_up, ask_to_end])
def test_the_place_is_kept(demo: Terminal, tmp_path: Path, end: Callable[[Terminal], None]) -> None:
    open_market(demo)
    demo.press("s")
    demo.wait_for("★ tersimpan")
    # The place is written down a moment after the last key: the end comes before that.
    demo.press("j")
    end(demo)
    data = tmp_path / "home" / "data"
    with closing(sqlite3.connect(data / "lampungtui.db")) as cache:
        assert cache.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        words = dict(cache.execute("SELECT key, value FROM session").fetchall())
        (title,) = cache.execute("SELECT title FROM article WHERE id = ?", (int(words["headline"]),)).fetchone()
        assert title.startswith(MARKET)
        assert words["search"] == "margorejo"
        assert "visited" in words
        assert cache.execute("SELECT count(*) FROM article WHERE saved").fetchone() == (1,)
    # It was closed as ever: the log is merged, and what was done is backed up.
    assert not (data / "lampungtui.db-wal").exists()
    assert list((data / "backup").glob("*.backup"))
