"""What a backup brings into a cache that was made anew where not everything about it is well."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from tests.faults.reader_of_many_years import MANY, deeds_of, fill
from tests.faults.test_damaged_caches import gone, page_of
from tests.store.newsdesk import NOON, SAVED, page, poll, story, whole_view

from lampungtui.foreign import Line
from lampungtui.store import Store
from lampungtui.store.backup import Backups
from lampungtui.store.connection import FILE_NAME, StoreUnwritable
from lampungtui.store.stories import TOLD_UNTIL

BRIDGE = "Jembatan gantung Way Seputih putus diterjang banjir bandang"


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """A cache in which a reader did something of everything, closed and backed up."""
    store = Store.open(tmp_path)
    await fill(store)
    store.close()
    return tmp_path


async def test_a_text_that_was_damaged_before_it_was_backed_up_is_the_only_thing_that_is_lost(folder: Path) -> None:
    store = Store.open(folder)
    await store.keep_body(3, page("Isi yang baru."), fetched_at=NOON)
    wanted = deeds_of(store)
    await store.set_saved([3], False)
    await store.set_saved([3], True)
    store.close()
    with closing(apsw.Connection(str(Backups(folder).newest_first()[0]))) as backup:
        for table in ("body", "version"):
            backup.execute(f"UPDATE {table} SET blocks = zeroblob(length(blocks)) WHERE article = 3")
    gone(folder / FILE_NAME)
    again = Store.open(folder)
    assert deeds_of(again).marked() == wanted.marked()
    kept = next(each for each in whole_view(again, SAVED) if each.title == story(3).title)
    article = again.article(kept.id)
    assert article is not None
    assert article.blocks == ()
    assert not article.headline.stored
    assert [(each.title, each.blocks) for each in again.versions(kept.id)] == [(story(3).title, ())]
    again.close()


async def test_a_backup_folder_that_takes_nothing_does_not_bring_an_older_backup_in(folder: Path) -> None:
    store = Store.open(folder)
    await store.set_saved([100], True)
    store.close()
    Backups(folder).newest_first()[0].unlink()
    page_of("tally")(folder / FILE_NAME)
    lock = folder / "backup" / ".lock"
    lock.unlink()
    lock.mkdir()
    with pytest.raises(StoreUnwritable, match="backup"):
        Store.open(folder)
    lock.rmdir()
    again = Store.open(folder)
    assert story(100).title in deeds_of(again).saved
    again.close()


async def test_stories_are_told_again_in_a_cache_that_was_made_anew(folder: Path) -> None:
    store = Store.open(folder, clock=lambda: NOON)
    await store.standing.tell_stories()
    assert store.session(TOLD_UNTIL) == str(MANY)
    await store.set_saved([20], True)
    store.close()
    gone(folder / FILE_NAME)
    again = Store.open(folder, clock=lambda: NOON)
    await poll(again, replace(story(301), title=Line(BRIDGE)), replace(story(302, outlet="warta"), title=Line(BRIDGE)))
    assert await again.standing.tell_stories() == 2
    again.close()
