"""A cache that is damaged in any of many ways: it is put aside, all that the reader did is there again, and it is said.

What a start finds by its few looks is mended at that start; what only a look at everything finds, at the next one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import apsw
import pytest
from tests.faults.reader_of_many_years import (
    MANY,
    STORIES,
    WORDS,
    as_sqlite_sees,
    deeds_of,
    fill,
    look_with_another_program,
)
from tests.store.newsdesk import ALL, NOON, SAVED, UNREAD, poll, story, whole_view

from lampungtui.errors import StoreError
from lampungtui.language import use_language
from lampungtui.model import blocks_text
from lampungtui.store import Store
from lampungtui.store.backup import Backups, write_backup
from lampungtui.store.connection import FILE_NAME, PAGE_BYTES, DamagedStore, ForeignFile, connect
from lampungtui.store.recovery import Extent
from lampungtui.telling.keeping import recovery_words

Damage = Callable[[Path], None]


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """A cache in which a reader did something of everything, closed and backed up."""
    data = tmp_path / "data"
    data.mkdir()
    store = Store.open(data)
    await fill(store)
    store.close()
    return data


# --------------------------------------------------------------------------- kinds of damage


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def gone(file: Path) -> None:
    file.unlink()


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 3)


def garbage_header(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(bytes(range(1, 101)))


def zeros_in_front(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(b"\0" * PAGE_BYTES)


def page_of(name: str, *, inside: bool = False) -> Damage:
    """Garbage in the root page of a table or index, or in one in the middle of it."""

    def damage(file: Path) -> None:
        connection = apsw.Connection(str(file))
        if inside:
            leaves = connection.execute(
                "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path", (name,)
            )
            pages = [page for (page,) in leaves]
            place = pages[len(pages) // 2]
        else:
            place = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).get
        connection.close()
        with file.open("r+b") as opened:
            opened.seek(PAGE_BYTES * (int(place) - 1))
            opened.write(b"\xa5" * PAGE_BYTES)

    return damage


def words_changed(sql: str) -> Damage:
    """Damage inside the rows of the index of words, whose pages are whole."""

    def damage(file: Path) -> None:
        connection = apsw.Connection(str(file))
        connection.execute(sql)
        connection.close()

    return damage


WORDS_GARBLED = words_changed("UPDATE words_data SET block = randomblob(length(block)) WHERE id > 10")
WORDS_WITHOUT_SETTINGS = words_changed("DELETE FROM words_config")


def without_table(name: str) -> Damage:
    def damage(file: Path) -> None:
        connection = apsw.Connection(str(file))
        connection.execute("PRAGMA foreign_keys = 0")
        connection.execute(f"DROP TABLE {name}")
        connection.close()

    return damage


AT_ONCE = [
    pytest.param(emptied, Extent.BACKUP, id="zero length"),
    pytest.param(gone, Extent.BACKUP, id="gone"),
    pytest.param(cut, Extent.BACKUP, id="truncated"),
    pytest.param(garbage_header, Extent.BACKUP, id="garbage header"),
    pytest.param(zeros_in_front, Extent.BACKUP, id="zeros in front"),
    pytest.param(page_of("article"), Extent.BACKUP, id="garbage in the articles"),
    pytest.param(page_of("identity"), Extent.EVERYTHING, id="garbage in the identities, all of which an index has too"),
    pytest.param(page_of("article_by_time"), Extent.EVERYTHING, id="damaged index"),
    pytest.param(WORDS_GARBLED, Extent.EVERYTHING, id="damaged index of words"),
    pytest.param(WORDS_WITHOUT_SETTINGS, Extent.EVERYTHING, id="an index of words without its settings"),
    pytest.param(page_of("words_data"), Extent.EVERYTHING, id="garbage in the index of words"),
    pytest.param(page_of("tally"), Extent.EVERY_DEED, id="garbage in the counts"),
    pytest.param(without_table("tally"), Extent.EVERY_DEED, id="the counts are missing"),
    pytest.param(without_table("journal"), Extent.BACKUP, id="the journal is missing"),
    pytest.param(without_table("article"), Extent.BACKUP, id="the articles are missing"),
]


@pytest.mark.parametrize(("damage", "extent"), AT_ONCE)
async def test_all_that_the_reader_did_is_there_again(folder: Path, damage: Damage, extent: Extent) -> None:
    file = folder / FILE_NAME
    before = Store.open(folder)
    wanted, undone = deeds_of(before), before.tally(UNREAD)
    before.close()
    damage(file)
    damaged = file.read_bytes() if file.exists() else None

    store = Store.open(folder)
    recovery = store.recovery
    assert recovery is not None
    assert recovery.extent is extent
    if damaged is None:
        assert recovery.aside is None
    else:
        assert recovery.aside is not None
        assert recovery.aside.read_bytes() == damaged

    # At once: what was marked, with its text. What was read is so when it comes back.
    at_once = deeds_of(store)
    assert (at_once.saved, at_once.later, at_once.hidden) == (wanted.saved, wanted.later, wanted.hidden)
    assert (at_once.tagged, at_once.views, at_once.rules) == (wanted.tagged, wanted.views, wanted.rules)
    kept = next(each for each in whole_view(store, SAVED) if each.title == story(3).title)
    article = store.article(kept.id)
    assert article is not None
    assert blocks_text(article.blocks) == WORDS
    await poll(store, *STORIES)
    assert deeds_of(store) == wanted
    assert store.tally(UNREAD) == undone
    assert len(whole_view(store, ALL)) == MANY - 2
    assert store.session("view") == "category:lampung-raya/metro"
    turned = await store.undo()
    assert turned is not None
    store.close()
    look_with_another_program(folder)

    # Once is enough: the next start finds nothing.
    again = Store.open(folder)
    assert again.recovery is None
    again.close()


@pytest.mark.parametrize(("damage", "extent"), AT_ONCE)
async def test_without_any_backup_what_can_still_be_read_is_kept(folder: Path, damage: Damage, extent: Extent) -> None:
    shutil.rmtree(folder / "backup")
    before = Store.open(folder)
    wanted = deeds_of(before)
    before.close()
    damage(folder / FILE_NAME)
    store = Store.open(folder)
    await poll(store, *STORIES)
    if extent is Extent.BACKUP:
        lost = deeds_of(store)
        assert not lost.saved
        if store.recovery is not None:
            assert store.recovery.extent is Extent.NOTHING
    else:
        assert deeds_of(store) == wanted
    store.close()
    look_with_another_program(folder)


async def test_what_was_done_since_the_last_backup_is_there_where_it_can_be_read(folder: Path) -> None:
    backup = next((folder / "backup").glob("*.backup")).read_bytes()
    store = Store.open(folder)
    await store.set_saved([100, 101], True)
    store.close()
    for path in (folder / "backup").glob("*.backup"):
        path.unlink()
    (folder / "backup" / "lampungtui-00000001.backup").write_bytes(backup)
    page_of("article_saved")(folder / FILE_NAME)
    again = Store.open(folder)
    assert {story(100).title, story(101).title} <= deeds_of(again).saved
    again.close()


# --------------------------------------------------------------------------- the log


async def killed_copy(folder: Path, to: Path) -> Path:
    """The files as a kill leaves them: what was done last is in the log alone."""
    store = Store.open(folder)
    await store.set_saved([150], True)
    await store.set_read([3], False)
    shutil.copytree(folder, to)
    store.close()
    assert (to / f"{FILE_NAME}-wal").stat().st_size > 0
    return to


async def test_a_log_that_a_kill_left_is_read(folder: Path, tmp_path: Path) -> None:
    killed = await killed_copy(folder, tmp_path / "killed")
    store = Store.open(killed)
    assert store.recovery is None
    assert story(150).title in deeds_of(store).saved
    assert story(3).title not in deeds_of(store).read
    store.close()
    look_with_another_program(killed)


@pytest.mark.parametrize("garbage", [b"\xa5" * 32, b"\xa5" * 200_000, b""], ids=["its head", "all of it", "none of it"])
async def test_a_log_that_is_garbage_or_missing_takes_nothing_that_was_backed_up(
    folder: Path, tmp_path: Path, garbage: bytes
) -> None:
    killed = await killed_copy(folder, tmp_path / "killed")
    # A backup was made after that, as in the idle moments of a long visit.
    later = Store.open(folder)
    wanted = deeds_of(later)
    later.close()
    shutil.rmtree(killed / "backup")
    shutil.copytree(folder / "backup", killed / "backup")
    log = killed / f"{FILE_NAME}-wal"
    if garbage:
        with log.open("r+b") as opened:
            opened.write(garbage)
    else:
        log.unlink()
        (killed / f"{FILE_NAME}-shm").unlink(missing_ok=True)
    store = Store.open(killed)
    assert store.recovery is not None
    assert store.recovery.extent is Extent.CAUGHT_UP
    assert deeds_of(store).saved == wanted.saved
    assert len(whole_view(store, ALL)) == MANY - 2
    store.close()
    look_with_another_program(killed)


async def test_the_log_of_a_cache_that_is_gone_is_not_merged_into_the_new_one(folder: Path, tmp_path: Path) -> None:
    killed = await killed_copy(folder, tmp_path / "killed")
    before = Store.open(folder)
    wanted = deeds_of(before)
    before.close()
    (killed / FILE_NAME).unlink()
    store = Store.open(killed)
    assert store.recovery is not None
    assert (store.recovery.extent, store.recovery.aside) == (Extent.BACKUP, None)
    assert deeds_of(store).saved == wanted.saved - {story(150).title}
    store.close()
    look_with_another_program(killed)


# --------------------------------------------------------------------------- what is not ours


async def test_a_cache_with_another_programs_number_is_left_as_it_is(folder: Path) -> None:
    other = apsw.Connection(str(folder / FILE_NAME))
    other.pragma("application_id", 0x12345678)
    other.close()
    before = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    with pytest.raises(ForeignFile, match="another program"):
        Store.open(folder)
    assert {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()} == before


async def test_a_damaged_cache_that_another_reader_has_open_is_left_to_that_one(folder: Path) -> None:
    other = Store.open(folder)
    wanted = deeds_of(other)
    page_of("article_by_time")(folder / FILE_NAME)
    with pytest.raises(DamagedStore, match="close the other lampungtui"):
        Store.open(folder)
    other.close()
    store = Store.open(folder)
    assert store.recovery is not None
    assert deeds_of(store) == wanted
    store.close()


# --------------------------------------------------------------------------- found later


HIDDEN_DAMAGE = [
    pytest.param(page_of("article_of_outlet", inside=True), id="an index"),
    pytest.param(page_of("body", inside=True), id="a text"),
    pytest.param(page_of("placed_of"), id="an index that is seldom read"),
]


@pytest.mark.parametrize("damage", HIDDEN_DAMAGE)
async def test_damage_that_only_a_look_at_everything_finds_is_mended_at_the_next_start(
    folder: Path, damage: Damage
) -> None:
    store = Store.open(folder)
    wanted = deeds_of(store)
    store.close()
    damage(folder / FILE_NAME)
    store = Store.open(folder)
    assert store.recovery is None
    assert await store.safekeeping.check_if_due() is not None
    store.close()
    again = Store.open(folder)
    assert again.recovery is not None
    await poll(again, *STORIES)
    assert deeds_of(again) == wanted
    assert await again.safekeeping.check_if_due() is None
    again.close()
    look_with_another_program(folder)


async def test_a_failure_while_reading_leads_to_a_look_at_everything(folder: Path) -> None:
    page_of("version_of")(folder / FILE_NAME)
    store = Store.open(folder)
    with pytest.raises(DamagedStore):
        store.versions(3)
    store.close()
    again = Store.open(folder)
    assert again.recovery is not None
    assert again.recovery.extent is Extent.EVERYTHING
    assert again.versions(3) == []
    again.close()


async def test_a_sound_cache_is_looked_at_once_a_week(folder: Path) -> None:
    now = NOON
    store = Store.open(folder, clock=lambda: now)
    looks: list[str] = []

    def note(_: object, sql: str, __: object) -> bool:
        looks.append(sql)
        return True

    assert await store.safekeeping.check_if_due() is None
    connection = store.safekeeping._looker._connection
    assert connection is not None
    connection.exec_trace = note
    for step, looked in ((timedelta(days=1), 0), (timedelta(days=7), 1), (timedelta(days=-30), 2)):
        now = now + step
        assert await store.safekeeping.check_if_due() is None
        assert len(looks) == looked
    store.close()


# --------------------------------------------------------------------------- backups


async def test_a_damaged_backup_is_passed_over_for_the_one_before_it(folder: Path) -> None:
    store = Store.open(folder)
    wanted = deeds_of(store)
    await store.set_saved([200], True)
    store.close()
    newest = Backups(folder).newest_first()[0]
    with newest.open("r+b") as opened:
        opened.seek(PAGE_BYTES)
        opened.write(b"\xa5" * 3 * PAGE_BYTES)
    emptied(folder / FILE_NAME)
    again = Store.open(folder)
    assert again.recovery is not None
    assert deeds_of(again).saved == wanted.saved
    again.close()


async def test_few_backups_stay_and_the_next_is_made_though_a_kill_left_half_a_one(folder: Path) -> None:
    (folder / "backup" / "lampungtui-00000099.backup.new").write_bytes(b"half")
    for number in range(20, 26):
        store = Store.open(folder)
        await store.set_saved([number], True)
        store.close()
    names = sorted(each.name for each in (folder / "backup").iterdir() if not each.name.startswith("."))
    assert names == [f"lampungtui-{number:08}.backup" for number in (5, 6, 7)]


async def test_where_nothing_was_done_no_backup_is_made(folder: Path) -> None:
    before = Backups(folder).newest_first()
    store = Store.open(folder)
    await poll(store, *STORIES)
    store.close()
    assert Backups(folder).newest_first() == before


async def test_much_that_is_done_is_backed_up_while_it_is_open(folder: Path) -> None:
    store = Store.open(folder)
    before = Backups(folder).newest_first()
    for number in range(199):
        await store.set_read([20], number % 2 == 0)
    assert not await store.safekeeping.back_up_if_due()
    await store.set_saved([20], True)
    assert await store.safekeeping.back_up_if_due()
    assert not await store.safekeeping.back_up_if_due()
    assert len(Backups(folder).newest_first()) == len(before) + 1
    store.close()


async def test_a_day_later_anything_that_was_done_is_backed_up_whatever_the_clock_did(folder: Path) -> None:
    store = Store.open(folder)
    await store.set_saved([20], True)
    assert not await store.safekeeping.back_up_if_due()
    (newest,) = Backups(folder).newest_first()
    for days in (2, -2):
        there = newest.stat().st_mtime + days * 86_400
        os.utime(newest, (there, there))
        assert await store.safekeeping.back_up_if_due()
        await store.set_saved([21 + days], True)
        newest = Backups(folder).newest_first()[0]
    store.close()


async def test_a_backup_is_small_beside_its_cache_and_for_its_owner_alone(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    await poll(store, *(story(number) for number in range(3_000)))
    await store.set_read(list(range(1, 1_000)), True)
    await store.set_saved([5], True)
    store.close()
    (backup,) = Backups(tmp_path).newest_first()
    assert backup.stat().st_size * 8 < (tmp_path / FILE_NAME).stat().st_size
    assert backup.stat().st_mode & 0o777 == 0o600


async def test_a_backup_that_cannot_be_written_keeps_nobody_from_leaving(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    await poll(store, *STORIES)
    await store.set_saved([5], True)
    (tmp_path / "backup").write_text("a file where the folder should be")
    store.close()
    again = Store.open(tmp_path)
    assert deeds_of(again).saved == {story(5).title}
    again.close()


async def test_an_older_cache_can_be_backed_up(tmp_path: Path) -> None:
    from lampungtui.store.connection import APPLICATION_ID
    from lampungtui.store.schema import MIGRATIONS

    for version in range(1, len(MIGRATIONS)):
        cache = tmp_path / f"{version}.db"
        connection = connect(cache, writing=True)
        for script in MIGRATIONS[:version]:
            connection.execute(script)
        connection.pragma("application_id", APPLICATION_ID)
        connection.pragma("user_version", version)
        connection.execute("INSERT INTO outlet VALUES ('kabar', 'Kabar')")
        connection.execute(
            "INSERT INTO article (id, outlet, title, category, sort_at, first_seen_at, saved) "
            "VALUES (1, 'kabar', 'Pasar ditata', 'metro', 1, 1, 1)"
        )
        backup = tmp_path / f"{version}.backup"
        write_backup(cache, backup)
        connection.close()
        told = apsw.Connection(str(backup))
        assert told.execute("SELECT title, saved, later, hidden FROM article").fetchall() == [("Pasar ditata", 1, 0, 0)]
        told.close()


# --------------------------------------------------------------------------- what is said


@pytest.mark.parametrize(
    ("damage", "language", "words"),
    [
        (page_of("article_by_time"), "en", "has been mended: nothing was lost"),
        (page_of("article_by_time"), "id", "sudah diperbaiki: tidak ada yang hilang"),
        (cut, "en", "was made anew from the backup of"),
        (cut, "id", "dibuat ulang dari cadangan"),
        (gone, "en", "was lost and was made anew"),
        (gone, "id", "hilang dan dibuat ulang"),
    ],
)
async def test_it_is_said_in_one_sentence(folder: Path, damage: Damage, language: str, words: str) -> None:
    damage(folder / FILE_NAME)
    store = Store.open(folder)
    assert store.recovery is not None
    use_language(language)
    try:
        told = recovery_words(store.recovery)
    finally:
        use_language("en")
    store.close()
    assert words in told
    assert told.count(".") - told.count(FILE_NAME) * 2 <= 2
    if damage is not gone:
        assert f"{FILE_NAME}.damaged-" in told


@pytest.mark.parametrize("damage", [cut, page_of("article_by_time")], ids=["its end", "an index"])
async def test_a_recovery_that_is_killed_anywhere_is_finished_at_the_next_start(
    folder: Path, tmp_path: Path, damage: Damage
) -> None:
    store = Store.open(folder)
    wanted = deeds_of(store)
    store.close()
    damage(folder / FILE_NAME)
    rename = Path.replace
    ended, steps = False, 0
    while not ended:
        # Each time it comes one step further before it ends, as by a kill.
        case = shutil.copytree(folder, tmp_path / f"case-{steps}")
        left = [None] * steps

        def replace(self: Path, target: Path, left: list[None] = left) -> Path:
            if not left:
                raise KeyboardInterrupt
            left.pop()
            return rename(self, target)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(Path, "replace", replace)
            try:
                Store.open(case).close()
                ended = True
            except KeyboardInterrupt:
                steps += 1
        again = Store.open(case)
        if damage is not cut:
            assert len(whole_view(again, ALL)) == MANY - 2, f"killed before step {steps}"
        await poll(again, *STORIES)
        assert deeds_of(again) == wanted, f"killed before step {steps}"
        again.close()
        look_with_another_program(case)
    assert steps >= (3 if damage is cut else 2)


def test_what_cannot_be_told_from_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"Catatan belanja: cabai, bawang, kopi.\n" * 40)
    with pytest.raises(StoreError, match="move it away"):
        Store.open(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == b"Catatan belanja: cabai, bawang, kopi.\n" * 40


def test_nothing_is_doubled_by_the_looks_themselves(folder: Path) -> None:
    connection = as_sqlite_sees(folder)
    assert connection.execute("SELECT count(*) FROM article").fetchone() == (MANY,)
    connection.close()
