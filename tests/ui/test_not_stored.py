"""On the screen: a mark that the disk does not take stays, is said and stored later; a cache made anew is told."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.faults.small_disk import Quota
from tests.ui.person import at_reader, in_newsroom

from lampungtui.folders import Folders
from lampungtui.model import View, ViewKind
from lampungtui.store.connection import PAGE_BYTES
from lampungtui.ui.screens.reader import ReaderScreen

NOT_STORED = "belum tersimpan"


@pytest.fixture
def quota(home: Path) -> Iterator[Quota]:
    """The room for files, which a test takes away."""
    quota = Quota(home)
    yield quota
    quota.give_back()


async def saved_titles(home: Path) -> list[str]:
    """The titles of what is saved, as the next start finds them."""
    async with in_newsroom(home) as room:
        window = room.window(View(ViewKind.SAVED))
        return [headline.title for rank in range(window.total) if (headline := window.at(rank)) is not None]


async def test_a_mark_that_is_not_stored_stays_and_is_stored_when_there_is_room(
    home: Path, titles: list[str], quota: Quota
) -> None:
    async with at_reader(home) as reader:
        await reader.comes_to(titles[0])
        quota.take()
        await reader.press("s")
        await reader.told("Belum tersimpan")
        await reader.told("Yang Anda lakukan ditahan di memori")
        await reader.until(lambda: "★" in "".join(reader.cursor_lines), "the star in its row")
        await reader.until(lambda: f"1 perubahan {NOT_STORED}" in reader.lines[0], "the masthead to say so")
        await reader.press("j", "s")
        await reader.until(lambda: f"2 perubahan {NOT_STORED}" in reader.lines[0], "the masthead to count both")
        quota.give_back()
        await reader.press("j", "s")
        await reader.until(lambda: NOT_STORED not in reader.lines[0], "the masthead to be as ever")
        await reader.until(lambda: reader.text.count("★") >= 3, "three stars")
    assert await saved_titles(home) == titles[:3]


async def test_it_is_tried_again_by_itself(home: Path, titles: list[str], quota: Quota) -> None:
    async with at_reader(home) as reader:
        await reader.comes_to(titles[0])
        quota.take()
        await reader.press("s")
        await reader.told("Belum tersimpan")
        quota.give_back()
        await reader.app.storing.store_again()
        await reader.told("Semua yang Anda lakukan sudah tersimpan.")
        await reader.until(lambda: NOT_STORED not in reader.lines[0], "the masthead to be as ever")
        await reader.until(lambda: "Tersimpan" in reader.text, "the sections to count it")
    assert await saved_titles(home) == titles[:1]


async def test_who_leaves_is_told_what_would_be_lost_and_may_stay(home: Path, titles: list[str], quota: Quota) -> None:
    async with at_reader(home) as reader:
        await reader.comes_to(titles[0])
        quota.take()
        await reader.press("s")
        await reader.told("Belum tersimpan")
        await reader.press("q")
        await reader.sees(
            "1 perubahan belum tersimpan", "Tetap keluar; yang ini akan hilang", f"tersimpan: {titles[0][:20]}"
        )
        await reader.press("escape")
        await reader.sees(titles[0][:20], gone=("Tetap keluar",))
        await reader.press("q")
        await reader.sees("Tetap keluar")
        quota.give_back()
        await reader.press("b")
        await reader.sees(titles[0][:20], gone=("Tetap keluar",))
        await reader.press("q")
        await reader.until(lambda: not reader.app.is_running, "the reader to leave")
    assert await saved_titles(home) == titles[:1]


async def test_who_leaves_all_the_same_leaves(home: Path, titles: list[str], quota: Quota) -> None:
    async with at_reader(home) as reader:
        await reader.comes_to(titles[0])
        quota.take()
        await reader.press("s")
        await reader.told("Belum tersimpan")
        await reader.press("q")
        await reader.sees("Tetap keluar")
        await reader.press("x")
        await reader.until(lambda: not reader.app.is_running, "the reader to leave")
    quota.give_back()
    assert await saved_titles(home) == []


async def test_it_can_be_taken_back_while_it_is_not_stored(home: Path, titles: list[str], quota: Quota) -> None:
    async with at_reader(home) as reader:
        await reader.comes_to(titles[0])
        quota.take()
        await reader.press("s")
        await reader.until(lambda: "★" in "".join(reader.cursor_lines), "the star in its row")
        await reader.press("u")
        await reader.told(titles[0][:20])
        await reader.until(lambda: "★" not in "".join(reader.cursor_lines), "no star")
        await reader.until(lambda: NOT_STORED not in reader.lines[0], "the masthead to be as ever")
        quota.give_back()
    assert await saved_titles(home) == []


async def test_a_cache_that_was_made_anew_is_told(home: Path, titles: list[str]) -> None:
    async with in_newsroom(home) as room:
        await room.save([room.store.newest_id()], saved=True)
        saved = room.window(View(ViewKind.SAVED)).at(0)
    assert saved is not None
    os.truncate(Folders.under(home).data / "lampungtui.db", 20_000)
    async with at_reader(home) as reader:
        await reader.told("Simpanan rusak dan dibuat ulang dari cadangan")
        await reader.sees(saved.title[:20], "★")


async def test_damage_that_is_found_while_reading_is_told(home: Path) -> None:
    async with at_reader(home) as reader:
        room = reader.app.room
        file = room.store.path
        with file.open("r+b") as opened:
            opened.seek(max(0, file.stat().st_size // 2 // PAGE_BYTES * PAGE_BYTES))
            opened.write(b"\xa5" * 40 * PAGE_BYTES)
        await reader.app.storing.keep_safe(idle=True)
        await reader.told("Simpanan rusak. Keluar lalu buka lagi")


async def test_a_minute_in_which_nothing_moves_is_one_to_look_at_the_whole_cache_in(
    home: Path, titles: list[str]
) -> None:
    async with at_reader(home) as reader:
        await reader.comes_to(titles[0])
        store = reader.app.room.store
        screen = reader.app.screen
        assert isinstance(screen, ReaderScreen)
        for keys in (["j"], ["j"], []):
            await reader.press(*keys)
            assert store.session("checked") is None
            screen._minute()
            await reader.app.workers.wait_for_complete()
        assert store.session("checked") is not None


async def test_damage_that_is_met_ends_the_reader_with_a_sentence_and_is_mended_at_the_next_start(
    home: Path, titles: list[str]
) -> None:
    async with in_newsroom(home) as room:
        await room.save([room.store.newest_id()], saved=True)
        file = room.store.path
    with closing(sqlite3.connect(file)) as cache:
        (place,) = cache.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'version_of'").fetchone()
    with file.open("r+b") as opened:
        opened.seek(PAGE_BYTES * (place - 1))
        opened.write(b"\xa5" * PAGE_BYTES)
    async with at_reader(home, settled=False) as reader:
        await reader.until(lambda: reader.app.failure is not None, "the reader to end")
        assert "is damaged; start lampungtui again" in str(reader.app.failure)
    async with at_reader(home) as reader:
        await reader.told("Simpanan rusak dan sudah diperbaiki: tidak ada yang hilang")
        await reader.comes_to(titles[0])


async def test_work_that_ends_as_nobody_expected_is_written_down(
    home: Path, titles: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    async with at_reader(home) as reader:
        await reader.comes_to(titles[0])
        with closing(sqlite3.connect(reader.app.room.store.path)) as cache:
            cache.executescript("DROP TABLE ruled; DROP TABLE rule;")
        await reader.press("r")
        await reader.until(lambda: "refresh_by_hand failed" in caplog.text, "a line in the log")
    assert "no such table" in caplog.text
