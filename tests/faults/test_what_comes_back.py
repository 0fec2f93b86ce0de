"""After the cache is lost: the command line says so, sources and marks are back, and what is done meanwhile holds."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.cli.command import CommandLine
from tests.faults.reader_of_many_years import STORIES, deeds_of, fill
from tests.faults.small_disk import Quota
from tests.store.newsdesk import ALL, NOON, UNREAD, poll, story, whole_view

from lampungtui.folders import Folders
from lampungtui.foreign import clean_address
from lampungtui.model import Grouping, Order, Position, Tally
from lampungtui.newsroom.opening import open_newsroom
from lampungtui.plain.reader import reading
from lampungtui.store import Store
from lampungtui.store.connection import FILE_NAME, StoreBusy
from lampungtui.store.records import AddArticle, FeedState
from lampungtui.store.waiting import NotYetStored

SUBSCRIPTIONS = """\
# milik saya
outlets = ["lampungpro"]

[[feeds]]
id = "liwa"
url = "https://liwa.example/rss"
name = "Warta Liwa"
"""


@pytest.fixture
def lampungtui(tmp_path: Path) -> CommandLine:
    """The program with a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    return CommandLine(home)


async def lived_in(lampungtui: CommandLine) -> None:
    """A home in which somebody has read for long."""
    lampungtui.write("subscriptions.toml", SUBSCRIPTIONS)
    assert lampungtui.run("feeds").code == 0
    store = Store.open(lampungtui.data, beside=lampungtui.config / "subscriptions.toml")
    await fill(store)
    store.close()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("C.UTF-8", "The cache was damaged and was made anew from the"),
        ("id_ID.UTF-8", "Simpanan rusak dan dibuat"),
    ],
)
async def test_a_command_says_in_one_line_that_the_cache_was_made_anew(
    lampungtui: CommandLine, language: str, words: str
) -> None:
    await lived_in(lampungtui)
    os.truncate(lampungtui.data / FILE_NAME, 20_000)
    ran = lampungtui.run("feeds", "--json", environment={"LANG": language})
    assert ran.code == 0
    assert "Warta Liwa" in ran.out
    (line,) = ran.err.splitlines()
    assert line.startswith(f"lampungtui: {words}")
    assert lampungtui.run("feeds").err == ""
    doctor = lampungtui.run("doctor").out
    assert str(lampungtui.data / "backup") in doctor


async def test_the_linear_reader_says_it_first(lampungtui: CommandLine) -> None:
    await lived_in(lampungtui)
    lampungtui.write("config.toml", "refresh = false\n")
    (lampungtui.data / FILE_NAME).unlink()
    ran = lampungtui.run("--plain", typed=b"keluar\n", environment={"LANG": "id_ID.UTF-8"})
    assert ran.code == 0
    assert "Simpanan hilang dan dibuat ulang dari cadangan" in ran.out


async def test_sources_are_back_where_all_is_lost(lampungtui: CommandLine) -> None:
    await lived_in(lampungtui)
    (lampungtui.data / FILE_NAME).unlink()
    (lampungtui.config / "subscriptions.toml").unlink()
    ran = lampungtui.run("feeds")
    assert (lampungtui.config / "subscriptions.toml").read_text() == SUBSCRIPTIONS
    assert "Warta Liwa" in ran.out
    assert "The file of your sources was lost and is back from the backup." in ran.err


async def test_sources_of_which_a_power_cut_left_nothing_but_zeros_are_back(lampungtui: CommandLine) -> None:
    await lived_in(lampungtui)
    file = lampungtui.config / "subscriptions.toml"
    file.write_bytes(b"\0" * 200)
    ran = lampungtui.run("feeds")
    assert ran.code == 0
    assert file.read_text() == SUBSCRIPTIONS
    assert (lampungtui.config / "subscriptions.toml.damaged").read_bytes() == b"\0" * 200


@pytest.mark.parametrize(
    "text", [None, "", "# nothing any more\n"], ids=["taken away", "emptied", "a word of one's own"]
)
async def test_sources_that_a_person_let_go_of_stay_away(lampungtui: CommandLine, text: str | None) -> None:
    await lived_in(lampungtui)
    file = lampungtui.config / "subscriptions.toml"
    file.unlink()
    if text is not None:
        file.write_text(text)
    ran = lampungtui.run("feeds")
    assert ran.err == ""
    assert "Warta Liwa" not in ran.out
    assert file.exists() == (text is not None)


async def test_what_was_read_and_how_far_comes_back_with_its_article_whatever_key_it_comes_by(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    await poll(store, *STORIES[:6])
    await store.set_read([1, 2], True)
    await store.set_position(2, Position(3, 40))
    await store.set_position(4, Position(1, 0))
    store.close()
    (tmp_path / FILE_NAME).unlink()
    again = Store.open(tmp_path)
    assert whole_view(again, ALL) == []
    await poll(again, by(story(1), 0), by(story(2), 1), *STORIES[2:6])
    assert deeds_of(again).read == {story(1).title, story(2).title}
    assert deeds_of(again).places == {story(2).title: Position(3, 40), story(4).title: Position(1, 0)}
    assert again.tally(UNREAD) == Tally(4, 4)
    # A mark that was taken away since does not come back with the next document.
    unread = next(each.id for each in whole_view(again, ALL) if each.title == story(1).title)
    await again.set_read([unread], False)
    await poll(again, *STORIES[:6])
    assert deeds_of(again).read == {story(2).title}
    again.close()


def by(whole: AddArticle, place: int) -> AddArticle:
    """An article of which only one of its keys is known."""
    return replace(whole, keys=(whole.keys[place],))


async def test_what_was_read_outlives_a_second_loss_before_it_came_back(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    await poll(store, *STORIES[:6])
    await store.set_read([1, 2], True)
    store.close()
    for _ in range(2):
        (tmp_path / FILE_NAME).unlink()
        again = Store.open(tmp_path)
        await again.standing.save_view("Lain", "kopi", Order.NEWEST, Grouping.NONE)
        again.close()
    again = Store.open(tmp_path)
    await poll(again, *STORIES[:6])
    assert deeds_of(again).read == {story(1).title, story(2).title}
    again.close()


async def test_undo_goes_on_over_the_loss(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    await poll(store, *STORIES[:6])
    await store.set_saved([5], True)
    await store.set_saved([6], True)
    await store.set_saved([5], False)
    await store.set_read([1], True)
    store.close()
    (tmp_path / FILE_NAME).unlink()
    again = Store.open(tmp_path)
    # What is not there any more cannot be changed back; the rest can.
    turned = await again.undo()
    assert turned is not None
    assert (turned[0].what, turned[0].about) == ("saved", story(6).title)
    assert deeds_of(again).saved == frozenset()
    again.close()


HOLDER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


async def test_a_mark_made_while_a_stopped_program_holds_the_cache_waits_and_is_stored(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    await poll(store, *STORIES[:6])
    store._writer._connection.set_busy_timeout(20)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / FILE_NAME)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        with pytest.raises(NotYetStored) as failed:
            await store.set_saved([3], True)
        assert isinstance(failed.value.__cause__, StoreBusy)
        assert [each.saved for each in store.headlines_of([3])] == [True]
        holder.send_signal(signal.SIGCONT)
        holder.communicate()
    await store.deeds.write_waiting()
    assert deeds_of(store).saved == {story(3).title}
    store.close()


async def test_the_linear_reader_keeps_a_mark_and_says_what_would_be_lost(lampungtui: CommandLine) -> None:

    home = lampungtui.home / "own"
    folders = Folders.under(home)
    folders.config.mkdir(parents=True)
    folders.config_file.write_text('outlets = ["lampungpro"]\nrefresh = false\n')
    folders.data.mkdir(parents=True)
    store = Store.open(folders.data)
    await poll(store, *STORIES[:6])
    store.close()
    told: list[str] = []
    quota = Quota(home)

    def converse() -> None:
        opened = open_newsroom(folders)
        try:
            with asyncio.Runner() as runner:
                reader = reading(opened, runner, told.append)
                reader.begin()
                quota.take()
                assert reader.obey("save 1\n")
                assert any("Not stored yet: The disk cannot be written." in line for line in told)
                told.clear()
                assert reader.obey("list\n")
                assert any(line.startswith("1. ") and "saved" in line for line in told)
                assert reader.obey("quit\n")
                assert told[-3:] == [
                    "1 change is not stored:", f"saved: {story(6).title}", "Type quit once more to leave without them.",
                ]  # fmt: skip
                quota.give_back()
                assert not reader.obey("quit\n")
                reader.end()
                runner.run(opened.room.hang_up())
        finally:
            quota.give_back()
            opened.room.close()

    await asyncio.to_thread(converse)
    with closing(sqlite3.connect(folders.data / FILE_NAME)) as cache:
        assert cache.execute("SELECT title FROM article WHERE saved").fetchall() == [(story(6).title,)]


async def test_a_feed_is_asked_for_all_of_its_news_again_but_not_one_that_is_gone_or_asked_for_patience(
    tmp_path: Path,
) -> None:
    later = NOON + timedelta(hours=5)
    asked: dict[str, Any] = {
        "etag": '"a"',
        "last_modified": "Mon",
        "next_poll_at": later,
        "last_try_at": NOON,
        "wait_reason": "interval",
    }
    moved = clean_address("https://baru.example/rss")
    store = Store.open(tmp_path)
    await poll(store, *STORIES[:3])
    for state in (
        FeedState("kabar/utama", **asked, address=moved, per_week=70.0),
        FeedState("kabar/sabar", **asked | {"wait_reason": "retry-after"}, trouble="rate-limited"),
        FeedState("kabar/hilang", **asked | {"next_poll_at": None, "wait_reason": "gone"}, trouble="gone"),
    ):
        await store.set_feed_state(state)
    await store.set_saved([1], True)
    store.close()
    (tmp_path / FILE_NAME).unlink()
    again = Store.open(tmp_path)
    states = again.feed_states()
    assert states["kabar/utama"] == FeedState("kabar/utama", address=moved, per_week=70.0)
    assert (states["kabar/sabar"].next_poll_at, states["kabar/sabar"].etag) == (later, None)
    assert (states["kabar/hilang"].trouble, states["kabar/hilang"].last_try_at) == ("gone", NOON)
    again.close()
