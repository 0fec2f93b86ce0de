"""A disk that is full or cannot be written: what a person did stays, is said, and is written when there is room again."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.command import CommandLine
from tests.faults.reader_of_many_years import MANY, as_sqlite_sees, deeds_of, fill, look_with_another_program
from tests.faults.reader_of_many_years import STORIES as MANY_STORIES
from tests.faults.small_disk import Room, SmallDisk, mount_read_only, no_room_in, small_disk
from tests.faults.test_damaged_caches import Damage, cut, page_of
from tests.store.newsdesk import ALL, NOON, SAVED, UNREAD, page, poll, story, whole_view

from lampungtui.errors import StoreError
from lampungtui.model import Grouping, Order, Position, RuleDraft, RuleKind, Tally
from lampungtui.store import Store
from lampungtui.store.connection import UNWRITTEN
from lampungtui.store.waiting import NotYetStored

STORIES = tuple(story(number) for number in range(1, 41))


@pytest.fixture(params=["disk", "quota"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Room]:
    """A folder from which the room can be taken."""
    yield from no_room_in(request.param, tmp_path / "room")


@pytest.fixture
async def store(room: Room) -> AsyncIterator[Store]:
    """A cache with forty articles in it."""
    store = Store.open(room.folder)
    await poll(store, *STORIES)
    yield store
    room.give_back()
    store.close()


def marks(store: Store, article_id: int) -> tuple[bool, bool, bool, bool]:
    headline = store.headline(article_id)
    assert headline is not None
    return headline.read, headline.saved, headline.later, headline.hidden


async def test_what_a_person_did_is_seen_and_written_when_there_is_room(store: Store, room: Room) -> None:
    room.take()
    for change in (
        store.set_saved([3], True),
        store.set_read([3, 4], True, by_hand=False),
        store.set_later([5], True),
        store.set_tag([3], "Arsip", True),
        store.set_read([4], False),
        store.standing.save_view("Pasar", "margorejo", Order.NEWEST, Grouping.NONE),
        store.standing.make_rule(RuleDraft(RuleKind.HIGHLIGHT, "judul:ke-7")),
    ):
        with pytest.raises(NotYetStored, match="kept in memory") as failed:
            await change
        assert isinstance(failed.value.__cause__, UNWRITTEN)
    await store.set_position(3, Position(2, 10))
    assert marks(store, 3) == (True, True, False, False)
    assert marks(store, 4) == (False, False, False, False)
    assert marks(store, 5) == (False, False, True, False)
    assert store.tags_of(3) == ("Arsip",)
    assert [each.saved for each in whole_view(store, ALL)].count(True) == 1
    article = store.article(3)
    assert article is not None
    assert (article.headline.saved, article.tags) == (True, ("Arsip",))
    with pytest.raises(UNWRITTEN):
        await store.deeds.write_waiting()

    room.give_back()
    assert await store.deeds.write_waiting() == 7
    assert not store.deeds.anything_waits
    deeds = deeds_of(store)
    assert deeds.saved == {story(3).title}
    assert deeds.read == {story(3).title}
    assert deeds.later == {story(5).title}
    assert deeds.tagged == {"arsip": {story(3).title}}
    assert deeds.places == {story(3).title: Position(2, 10)}
    assert [(name, query) for name, query, *_ in deeds.views] == [("Pasar", "margorejo")]
    assert deeds.rules == ((RuleKind.HIGHLIGHT, "judul:ke-7"),)
    assert store.tally(UNREAD) == Tally(39, 39)
    with closing(as_sqlite_sees(room.folder)) as cache:
        assert cache.execute("SELECT saved FROM article WHERE id = 3").fetchone() == (1,)


async def test_the_next_change_brings_what_waits_along_in_its_order(store: Store, room: Room) -> None:
    room.take()
    for saved in (True, False, True):
        with pytest.raises(NotYetStored):
            await store.set_saved([8], saved)
    room.give_back()
    await store.set_saved([9], True)
    assert deeds_of(store).saved == {story(8).title, story(9).title}
    whats = []
    while (turned := await store.undo()) is not None:
        whats.append((turned[0].what, turned[0].about))
    assert whats == [
        ("saved", story(9).title), ("saved", story(8).title), ("let-go", story(8).title), ("saved", story(8).title),
    ]  # fmt: skip


async def test_a_whole_list_marked_as_read_is_seen_read_and_passed_over(store: Store, room: Room) -> None:
    top = whole_view(store, ALL)[0]
    room.take()
    with pytest.raises(NotYetStored):
        await store.mark_all_read(ALL, as_of=30, about="Semua")
    assert [each.id for each in whole_view(store, ALL) if not each.read] == list(range(40, 30, -1))
    at = top
    passed = []
    while (found := store.neighbour_unread(ALL, at.key, forward=True, as_of=40)) is not None:
        passed.append(found.id)
        at = found
    assert passed == list(range(39, 30, -1))
    room.give_back()
    await store.deeds.write_waiting()
    assert store.tally(UNREAD) == Tally(10, 10)


async def test_what_waits_can_be_taken_back_without_any_room(store: Store, room: Room) -> None:
    await store.set_saved([1], True)
    room.take()
    with pytest.raises(NotYetStored):
        await store.set_saved([2], True)
    with pytest.raises(NotYetStored):
        await store.set_read([3], True, by_hand=False)
    turned = await store.undo()
    assert turned is not None
    assert (turned[0].what, turned[0].about, turned[1]) == ("saved", story(2).title, [2])
    assert not marks(store, 2)[1]
    with pytest.raises(UNWRITTEN):
        await store.undo()
    room.give_back()
    await store.deeds.write_waiting()
    assert deeds_of(store).saved == {story(1).title}
    assert deeds_of(store).read == {story(3).title}


async def test_who_leaves_without_room_finds_a_sound_cache_with_all_that_was_stored(store: Store, room: Room) -> None:
    await store.set_saved([1], True)
    room.take()
    with pytest.raises(NotYetStored):
        await store.set_saved([2], True)
    store.close()
    room.give_back()
    look_with_another_program(room.folder)
    again = Store.open(room.folder)
    assert again.recovery is None
    assert deeds_of(again).saved == {story(1).title}
    again.close()


async def test_what_waits_is_written_on_closing_where_there_is_room_by_then(store: Store, room: Room) -> None:
    room.take()
    with pytest.raises(NotYetStored):
        await store.set_saved([2], True)
    room.give_back()
    store.close()
    again = Store.open(room.folder)
    assert deeds_of(again).saved == {story(2).title}
    again.close()


async def test_news_that_has_no_room_leaves_everything_as_it_was_and_comes_later(store: Store, room: Room) -> None:
    news = [story(number) for number in range(100, 140)]
    room.take()
    with pytest.raises(UNWRITTEN):
        await poll(store, *news)
    with pytest.raises(UNWRITTEN):
        await store.keep_body(1, page("Isi lengkap."), fetched_at=NOON)
    assert len(whole_view(store, ALL)) == 40
    assert len(store.headlines(SAVED, as_of=40)) == 0
    room.give_back()
    await poll(store, *news)
    assert len(whole_view(store, ALL)) == 80
    look_with_another_program(room.folder)


async def test_a_backup_that_has_no_room_leaves_the_earlier_ones(store: Store, room: Room) -> None:
    await store.set_saved([1], True)
    assert store.safekeeping._back_up()
    (before,) = (room.folder / "backup").glob("*.backup")
    content = before.read_bytes()
    room.take()
    assert not store.safekeeping._back_up()
    assert [each.read_bytes() for each in (room.folder / "backup").glob("*.backup")] == [content]
    assert not list((room.folder / "backup").glob("*.new"))
    room.give_back()


async def test_a_damaged_cache_that_has_no_room_to_be_mended_is_left_for_later(room: Room) -> None:
    store = Store.open(room.folder)
    await poll(store, *STORIES)
    await store.set_saved([1], True)
    store.close()
    file = room.folder / "lampungtui.db"
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 3])
    room.take()
    with pytest.raises(StoreError):
        Store.open(room.folder)
    assert file.read_bytes() == content[: len(content) // 3]
    assert not [each for each in room.folder.rglob("*") if each.suffix in (".making", ".new", ".mended")]
    room.give_back()
    again = Store.open(room.folder)
    assert deeds_of(again).saved == {story(1).title}
    again.close()


@pytest.mark.parametrize("damage", [page_of("article_by_time"), cut], ids=["an index", "its end"])
async def test_mending_that_runs_out_of_room_anywhere_is_done_when_there_is_room(damage: Damage) -> None:
    outcomes = set()
    for kilobytes in range(100, 2_000, 300 if damage is cut else 450):
        with small_disk(kilobytes=8_192) as disk:
            store = Store.open(disk.folder)
            await fill(store)
            wanted = deeds_of(store)
            store.close()
            damage(disk.folder / "lampungtui.db")
            disk.take()
            filler = disk.folder / "filler"
            os.truncate(filler, filler.stat().st_size - 1_024 * kilobytes)
            try:
                Store.open(disk.folder).close()
                outcomes.add("mended")
            except StoreError:
                outcomes.add("not yet")
            disk.give_back()
            again = Store.open(disk.folder)
            if damage is not cut:
                assert len(whole_view(again, ALL)) == MANY - 2
            await poll(again, *MANY_STORIES)
            assert deeds_of(again) == wanted
            again.close()
            # What was put aside is the damaged cache, and no half of a new one.
            assert len(list(disk.folder.glob("lampungtui.db.damaged-*[0-9]"))) == 1
    assert outcomes == {"mended", "not yet"}


# --------------------------------------------------------------------------- commands


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    with small_disk() as disk:
        yield disk


@pytest.mark.parametrize("command", [("feeds",), ("refresh",), ("doctor",)], ids=lambda command: str(command[0]))
def test_a_command_on_a_full_disk_says_so_in_a_line(disk: SmallDisk, command: tuple[str, ...]) -> None:
    lampungtui = CommandLine(disk.folder)
    lampungtui.write("config.toml", 'outlets = ["lampungpro"]\nrefresh = false\n')
    assert lampungtui.run("feeds").code == 0
    disk.take()
    ran = lampungtui.run(
        *command, environment={"https_proxy": "http://127.0.0.1:1", "http_proxy": "http://127.0.0.1:1"}
    )
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) <= 1
    disk.give_back()
    assert lampungtui.run("feeds").code == 0


def test_a_disk_that_can_only_be_read_is_told_and_left_as_it_is(disk: SmallDisk) -> None:
    lampungtui = CommandLine(disk.folder)
    assert lampungtui.run("feeds").code == 0
    before = {path: path.read_bytes() for path in lampungtui.data.rglob("*") if path.is_file()}
    mount_read_only(disk.folder)
    ran = lampungtui.run("feeds")
    assert ran.code == 2
    assert str(lampungtui.data) in ran.sentence
    assert {path: path.read_bytes() for path in lampungtui.data.rglob("*") if path.is_file()} == before


async def test_a_backup_folder_that_can_only_be_read_stops_nobody(disk: SmallDisk, tmp_path: Path) -> None:
    mount_read_only(disk.folder)
    (tmp_path / "backup").symlink_to(disk.folder)
    store = Store.open(tmp_path)
    await poll(store, *STORIES)
    await store.set_saved([1], True)
    store.close()
    again = Store.open(tmp_path)
    assert deeds_of(again).saved == {story(1).title}
    again.close()
