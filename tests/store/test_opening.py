"""Opening the cache: a new one, ours, somebody else's, a newer one, a broken one; and what a failure tells."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from tests.store.newsdesk import ALL, STORY, keep, only, page, story, whole_view

from lampungtui.blockform import pack
from lampungtui.errors import StoreError
from lampungtui.foreign import Line, clean_run
from lampungtui.model import Grouping, Order, Paragraph, Position, Region, RuleDraft, RuleKind, Span, View, ViewKind
from lampungtui.store import Store
from lampungtui.store.connection import (
    APPLICATION_ID,
    FILE_NAME,
    PAGE_BYTES,
    DamagedStore,
    ForeignFile,
    NewerStore,
    StoreFull,
    StoreUnwritable,
    connect,
)
from lampungtui.store.occupancy import LOCK_NAME
from lampungtui.store.records import AddArticle, FeedState, Known
from lampungtui.store.schema import MIGRATIONS, SCHEMA_VERSION, TABLES


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.name != LOCK_NAME}


def test_a_new_cache_is_ours_and_cannot_be_torn_by_a_crash(store: Store) -> None:
    connection = connect(store.path, writing=True)
    assert connection.pragma("application_id") == APPLICATION_ID
    assert connection.pragma("user_version") == SCHEMA_VERSION
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("synchronous") == 1
    assert connection.pragma("foreign_keys") == 1
    connection.close()


async def test_what_a_person_does_is_waited_for_to_be_on_the_disk_and_what_was_fetched_is_not(store: Store) -> None:
    # What a commit waits for cannot be told by a kill: SQLite is asked what it was told to do in each transaction.
    waited: list[int] = []
    connection = store._writer._connection

    def note() -> bool:
        waited.append(connection.pragma("synchronous"))
        return False

    await keep(store, STORY)
    connection.set_commit_hook(note)
    await store.set_saved([1], True)
    await store.set_tag([1], "arsip", True)
    await store.undo()
    await store.standing.save_view("Kopi", "kopi", Order.NEWEST, Grouping.NONE)
    await store.standing.make_rule(RuleDraft(RuleKind.MUTE, "iklan"))
    assert waited == [2] * 5
    await keep(store, story(2))
    await store.set_position(1, Position(1, 0))
    assert waited == [2] * 5 + [1] * 2
    connection.set_commit_hook(None)


def test_every_table_of_a_new_cache_is_looked_for_at_each_start(store: Store) -> None:
    made = {name for (name,) in store._reader.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert made == TABLES


def test_sqlite_is_newer_than_the_wal_reset_bug() -> None:
    assert tuple(int(part) for part in apsw.sqlite_lib_version().split(".")) >= (3, 51, 3)


def test_only_the_writer_checkpoints_and_a_reader_cannot_write(store: Store) -> None:
    reader = connect(store.path, writing=False)
    assert reader.pragma("wal_autocheckpoint") == 0
    with pytest.raises(apsw.ReadOnlyError):
        reader.execute("DELETE FROM article")
    reader.close()


async def test_closing_leaves_one_file_with_everything_in_it(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    await keep(store, STORY)
    store.close()
    assert {each.name for each in tmp_path.iterdir()} == {FILE_NAME, LOCK_NAME}
    again = Store.open(tmp_path)
    assert [headline.title for headline in whole_view(again, ALL)] == [STORY.title]
    again.close()


async def test_what_was_asked_for_before_closing_is_done(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    asked = [asyncio.ensure_future(keep(store, story(number))) for number in range(40)]
    await asyncio.sleep(0)
    store.close()
    await asyncio.gather(*asked)
    again = Store.open(tmp_path)
    assert len(whole_view(again, ALL)) == 40
    again.close()


async def test_a_closed_cache_says_so(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        await store.set_session("view", "all")
    with pytest.raises(StoreError):
        store.newest_id()


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    other = apsw.Connection(str(tmp_path / FILE_NAME))
    other.execute("CREATE TABLE recipe (name)")
    other.close()
    before = bytes_in(tmp_path)
    with pytest.raises(ForeignFile, match="another program"):
        Store.open(tmp_path)
    assert bytes_in(tmp_path) == before


def test_not_even_the_write_ahead_log_of_another_programs_database_is_merged(tmp_path: Path) -> None:
    running = tmp_path / "running"
    running.mkdir()
    other = apsw.Connection(str(running / FILE_NAME))
    other.pragma("journal_mode", "wal")
    other.execute("CREATE TABLE recipe (name)")
    killed = tmp_path / "killed"
    shutil.copytree(running, killed)
    other.close()
    names = (FILE_NAME, FILE_NAME + "-wal")
    before = [(killed / name).read_bytes() for name in names]
    with pytest.raises(ForeignFile):
        Store.open(killed)
    assert [(killed / name).read_bytes() for name in names] == before


def test_a_newer_cache_is_left_as_it_is(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    newer = apsw.Connection(str(tmp_path / FILE_NAME))
    newer.pragma("user_version", SCHEMA_VERSION + 1)
    newer.close()
    before = bytes_in(tmp_path)
    with pytest.raises(NewerStore, match="newer lampungtui"):
        Store.open(tmp_path)
    assert bytes_in(tmp_path) == before


@pytest.mark.parametrize("content", [b"Ini bukan basis data.\n" * 400, b"\0" * 8192], ids=["text", "zeros"])
def test_a_file_that_is_no_database_is_named_as_such_and_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(DamagedStore, match="move it away"):
        Store.open(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_an_empty_file_becomes_a_cache(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    store = Store.open(tmp_path)
    assert store.newest_id() == 0
    store.close()


async def test_a_damaged_page_is_an_error_of_our_own_for_the_one_who_reads_it(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    await keep(store, *(story(number) for number in range(300)))
    root = int(store._reader.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'placed_of'").get)
    store.close()
    file = tmp_path / FILE_NAME
    content = bytearray(file.read_bytes())
    content[PAGE_BYTES * (root - 1) : PAGE_BYTES * root] = b"\xff" * PAGE_BYTES
    file.write_bytes(content)
    store = Store.open(tmp_path)
    with pytest.raises(DamagedStore, match="damaged"):
        await keep(store, replace(story(400), region=Region("metro", Line("Metro"), False)))
    assert len(whole_view(store, ALL)) == 300
    store.close()


@pytest.mark.parametrize("garbage", [b"\0\xff\0", b"", zlib.compress(b"[["), zlib.compress(b'[["?", 1]]')])
async def test_a_text_that_is_damaged_where_sqlite_cannot_see_it_is_wanting_and_can_be_fetched_again(
    store: Store, garbage: bytes
) -> None:
    await keep(store, STORY)
    await store.keep_body(only(store), page("Isi lengkap."), fetched_at=STORY.sort_at)
    connection = connect(store.path, writing=True)
    connection.execute("UPDATE body SET blocks = ?", (garbage,))
    connection.close()
    article = store.article(only(store))
    assert article is not None
    assert (article.blocks, article.whole) == ((), False)
    await store.keep_body(only(store), page("Isi lengkap."), fetched_at=STORY.sort_at)
    again = store.article(only(store))
    assert again is not None
    assert again.whole


def test_a_folder_that_cannot_hold_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(StoreUnwritable, match=r"data/lampungtui\.db"):
        Store.open(tmp_path / "data")


async def test_a_full_disk_is_said_and_what_was_there_can_be_read_and_written_again(store: Store) -> None:
    await keep(store, story(1))

    def fill(connection: apsw.Connection) -> int:
        pages = connection.pragma("page_count")
        return int(connection.pragma("max_page_count", pages))

    await store._writer.do(fill)
    long = " ".join(str(number * 7919) for number in range(20_000))
    with pytest.raises(StoreFull, match="free some space"):
        await store.keep_body(1, page(long), fetched_at=STORY.sort_at)
    assert not store.headlines(ALL, as_of=1)[0].stored
    await store._writer.do(lambda connection: connection.pragma("max_page_count", 1_000_000))
    await store.keep_body(1, page(long), fetched_at=STORY.sort_at)
    assert store.headlines(ALL, as_of=1)[0].stored


async def test_text_that_cannot_be_stored_is_an_error_of_our_own_and_changes_nothing(store: Store) -> None:
    await store.set_session("view", "all")
    with pytest.raises(StoreError):
        await store.set_session("view", "\ud800")
    with pytest.raises(StoreError):
        await store.set_read([2**70], True)
    assert store.session("view") == "all"
    with pytest.raises(StoreError):
        store.session("\ud800")


async def test_a_failing_decision_leaves_nothing_behind(store: Store) -> None:
    def decide(known: object) -> list[object]:
        raise LookupError("no such rubric")

    with pytest.raises(LookupError):
        await store.keep_feed("f", keys=[], decide=decide, state=None)  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        await keep(store, story(1), story(1, outlet="\ud800"))
    assert store.newest_id() == 0
    assert store.feed_states() == {}
    assert store.tally(ALL).total == 0


OPENER = """
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from lampungtui.store import Store
sys.stdin.readline()
Store.open(Path(sys.argv[1])).close()
print("opened")
"""


def test_programs_that_make_the_cache_at_the_same_moment_all_get_it(tmp_path: Path) -> None:
    openers = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(6)
    ]
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.write("\n")
        opener.stdin.flush()
    assert [opener.communicate()[0].strip() for opener in openers] == ["opened"] * 6


async def test_articles_of_a_cache_that_kept_whole_keys_are_known_again(tmp_path: Path) -> None:
    old = apsw.Connection(str(tmp_path / FILE_NAME))
    for script in MIGRATIONS[:5]:
        old.execute(script)
    old.execute("INSERT INTO outlet VALUES ('kabar-siger', 'Kabar Siger')")
    old.execute(
        "INSERT INTO article (id, outlet, title, category, sort_at, first_seen_at) "
        "VALUES (1, 'kabar-siger', 'Lama', 'hukum', 1, 1)"
    )
    old.execute("INSERT INTO identity VALUES ('url:kabar.example/lama', 1), ('id:kabar:1', 1)")
    old.execute("INSERT INTO let_go VALUES ('url:kabar.example/pergi', 1)")
    old.pragma("user_version", 5)
    old.pragma("application_id", APPLICATION_ID)
    old.close()
    store = Store.open(tmp_path)
    asked: dict[str, Known] = {}

    def decide(known: Mapping[str, Known]) -> list[AddArticle]:
        asked.update(known)
        return [replace(story(2), keys=("url:kabar.example/pergi",))]

    keys = ["url:kabar.example/lama", "id:kabar:1", "url:kabar.example/pergi"]
    state = FeedState(feed_id="kabar-siger/utama")
    await store.keep_feed("kabar-siger/utama", keys=keys, decide=decide, state=state)
    assert {key: known.article_id for key, known in asked.items()} == {keys[0]: 1, keys[1]: 1}
    assert [headline.title for headline in whole_view(store, ALL)] == ["Lama"]
    store.close()


def test_texts_of_a_cache_with_an_older_index_of_words_are_found_and_a_damaged_one_by_its_title(tmp_path: Path) -> None:
    old = connect(tmp_path / FILE_NAME, writing=True)
    for script in MIGRATIONS[:7]:
        old.execute(script)
    old.execute("INSERT INTO outlet VALUES ('kabar-siger', 'Kabar Siger')")
    bodies = [pack((Paragraph((Span(clean_run("Harga kopi robusta naik di Liwa.")),)),)), b"no body that we wrote"]
    for number, (title, body) in enumerate(zip(["Petani panen", "Jalan kopi ditutup"], bodies, strict=True), 1):
        old.execute(
            "INSERT INTO article (id, outlet, title, category, sort_at, first_seen_at) "
            "VALUES (?1, 'kabar-siger', ?2, 'ekbis', ?1, 1)",
            (number, title),
        )
        old.execute("INSERT INTO body VALUES (?, 'page', ?, 1)", (number, body))
        old.execute("INSERT INTO words (rowid, title, body) VALUES (?, ?, 'as it was')", (number, title))
    old.pragma("user_version", 7)
    old.pragma("application_id", APPLICATION_ID)
    old.close()
    store = Store.open(tmp_path)

    def found(typed: str) -> list[int] | None:
        return store.ids_of(View(ViewKind.SEARCH, typed))

    assert found("robusta ") == [1]
    assert found("kopi ") == [2, 1]
    assert found("judul:kopi ") == [2]
    store.close()
