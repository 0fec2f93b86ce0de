"""The main job, as a person does it: open, move, read, leave, come back without a network."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.e2e.terminal import Terminal

MARKET = "Pasar Margorejo Ditata Ulang"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def demo(home: Path, tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal("--demo", "--home", str(home), home=tmp_path)
    yield terminal
    terminal.close()


def open_market(terminal: Terminal) -> None:
    """Finds the article on the market by search and opens it."""
    terminal.wait_for("daring", "1 galat")
    terminal.press("/margorejo")
    terminal.wait_for("Cari: margorejo", MARKET)
    terminal.press("\r")
    terminal.wait_for("┏━ Cari: margorejo")
    terminal.press("\r")
    terminal.wait_for("┏━ Kabarsiger.id", "Rina Wulandari", gone=("▌●",))


def forget_polls(home: Path) -> None:
    """Lets every source be due again, as an hour later."""
    with closing(sqlite3.connect(home / "data" / "lampungtui.db")) as database, database:
        database.execute("UPDATE feed SET state = json_remove(state, '$.next_poll_at')")


def test_an_article_is_found_read_and_read_again_without_its_outlet(demo: Terminal, home: Path, tmp_path: Path) -> None:
    open_market(demo)
    screen = demo.text
    assert MARKET in screen
    assert "WIB" in screen
    assert "Editor" in screen
    assert "(***)" not in screen
    assert "METRO (Kabarsiger.id)" not in screen
    demo.press("s")
    demo.wait_for("★")
    demo.press("q")
    assert demo.wait_for_end() == 0

    # The demo's servers went with the program: now every address is dead.
    forget_polls(home)
    again = Terminal("--home", str(home), home=tmp_path)
    try:
        again.wait_until(lambda text: "luring · berita per" in text.splitlines()[0], "the header to say offline")
        again.press("/margorejo")
        again.wait_for("Cari: margorejo", MARKET)
        again.press("\r")
        again.wait_for("┏━ Cari: margorejo")
        again.press("\r")
        again.wait_for("┏━ Kabarsiger.id", "Rina Wulandari", "Pemerintah Kota Metro menata ulang", "✓ luring", "★")
        again.press("G")
        again.wait_for("Penataan dijadwalkan selesai", "pekan.", "Disimpan")
        again.press("q")
        assert again.wait_for_end() == 0
    finally:
        again.close()


def test_a_kill_loses_no_mark_and_no_place(demo: Terminal, home: Path, tmp_path: Path) -> None:
    open_market(demo)
    demo.press("s")
    demo.wait_for("★ tersimpan")
    demo.kill()
    again = Terminal("--home", str(home), home=tmp_path)
    try:
        again.wait_for("Tersimpan")
        again.press("/margorejo")
        again.wait_for("Cari: margorejo", "★", gone=("●",))
        again.press("\x1b")
        again.wait_for("┏━ Semua")
        again.press("q")
        assert again.wait_for_end() == 0
    finally:
        again.close()


def test_the_layout_follows_the_width(demo: Terminal) -> None:
    demo.wait_for("Rubrik", "daring", "1 galat")
    demo.resize(80, 24)
    demo.wait_until(lambda text: "─ Rubrik" not in text and "╭" in text, "two panes")
    demo.resize(60, 20)
    demo.wait_until(lambda text: text.count("┏") == 1 and "╭" not in text, "one pane")
    demo.press("\r")
    demo.wait_for("menit baca")
    demo.press("\x1b")
    demo.wait_for("Semua")
    demo.resize(120, 35)
    demo.wait_for("Rubrik", "Semua", "menit baca")


def test_first_start_without_network_or_cache_offers_what_can_be_done(home: Path, tmp_path: Path) -> None:
    outlets = home / "config" / "outlets"
    outlets.mkdir(parents=True)
    (outlets / "mati.toml").write_text(
        'id = "mati"\nname = "Media Mati"\nhome = "http://127.0.0.1:1/"\n'
        '[[feeds]]\nid = "a"\nkind = "rss"\nurl = "http://127.0.0.1:1/rss"\ntitle = "A"\n',
        encoding="utf-8",
    )
    (home / "config" / "config.toml").write_text('outlets = ["mati"]\n', encoding="utf-8")
    reader = Terminal("--home", str(home), home=tmp_path)
    try:
        reader.wait_for("Belum ada berita, dan tidak ada jaringan", "coba lagi", "demo")
        reader.press("H")
        reader.wait_for("Media Mati", "menolak sambungan")
        reader.press("\x1b")
        reader.wait_for("coba lagi", gone=("menolak sambungan",))
        reader.press("D")
        reader.wait_for("Kabarsiger.id", "daring")
        reader.press("q")
        assert reader.wait_for_end() == 0
    finally:
        reader.close()


def test_english_where_the_locale_asks_for_it(home: Path, tmp_path: Path) -> None:
    reader = Terminal("--demo", "--home", str(home), home=tmp_path, language="en_GB.UTF-8")
    try:
        reader.wait_for("Categories", "online", "min")
        reader.press("?")
        reader.wait_for("Next unread article", "Esc closes")
        reader.press("\x1bq")
    finally:
        reader.close()
