"""Two hundred real processes, killed (SIGKILL) at random moments while they write, refresh, back up, migrate and mend.

The moments are drawn from a seed, which a failure names; where in its work a process then is, the machine decides.
Whatever was acknowledged before the kill is there, nothing is there twice, another program's SQLite finds the file whole,
and counts and validators are those of the articles that are there.
"""

from __future__ import annotations

import asyncio
import functools
import multiprocessing
import random
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Any

import apsw
import pytest
from tests.faults.killed import FIRST, TAG, Marks, does_things, opens, refreshes, steps
from tests.faults.reader_of_many_years import STORIES, as_sqlite_sees, deeds_of, fill
from tests.newsroom.newsstand import Paper, page_answer
from tests.store.newsdesk import poll, story

from lampungtui.store import Store
from lampungtui.store.connection import APPLICATION_ID, FILE_NAME, PAGE_BYTES, connect
from lampungtui.store.rows import digest
from lampungtui.store.schema import MIGRATIONS, SCHEMA_VERSION

SEED = 20_261_130
WRITING, REFRESHING, MIGRATING, MENDING = 90, 40, 40, 30
"""Kills of each kind."""

assert WRITING + REFRESHING + MIGRATING + MENDING == 200


LATER = (
    "lampungtui.extract.streamed",
    "lampungtui.feeds.reading",
    "lampungtui.fetch.network",
    "lampungtui.fetch.pools",
    "lampungtui.newsroom.refresh",
    "anyio._backends._asyncio",
)
"""What a refresh imports when it first asks somebody, and would import anew for each kill."""

WITH_DIGESTS = 6
"""The version from which on identity keys are digests."""


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Makes processes quickly: from one that has read our code already, and has nothing open."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.killed", *LATER])
    return context


@contextmanager
def running(
    processes: ForkServerContext, work: Callable[..., None], *given: Any
) -> Iterator[tuple[BaseProcess, Connection]]:
    """A process at work, and the end of the pipe on which it tells."""
    heard, told = processes.Pipe(duplex=False)
    process = processes.Process(target=work, args=(*given, told))
    process.start()
    told.close()
    try:
        yield process, heard
    finally:
        process.kill()
        process.join()
        process.close()
        heard.close()


def killed(process: BaseProcess, heard: Connection, *, after: int, seconds: float) -> list[Any]:
    """Kills a process so many seconds after it has told `after` things, or let it end before; all that it told."""
    told: list[Any] = []
    try:
        while len(told) < after:
            told.append(heard.recv())
        # What is told meanwhile is read behind the kill: it was acknowledged before.
        process.join(seconds)
    except EOFError:
        pass
    process.kill()
    process.join()
    assert process.exitcode in (-signal.SIGKILL, 0), "it ended by itself, with a failure"
    try:
        while heard.poll():
            told.append(heard.recv())
    except EOFError:
        pass
    return told


# --------------------------------------------------------------------------- writing


@functools.cache
def title_of(number: int) -> str:
    """The title of a story: each is looked at again after every kill."""
    return story(number).title


def as_stored(folder: Path) -> Marks:
    """The marks as another program reads them, the tallies compared with them."""
    with closing(as_sqlite_sees(folder)) as cache:
        rows = cache.execute("SELECT id, title, read, saved, later, whole FROM article ORDER BY id").fetchall()
        assert [title for _, title, *_ in rows] == [title_of(number) for number, *_ in rows]
        marks = Marks(articles=len(rows))
        marks.read, marks.saved, marks.later, marks.texts = (
            {row[0] for row in rows if row[place]} for place in (2, 3, 4, 5)
        )
        listed = cache.execute("SELECT article FROM listed WHERE category = ?", (f"#{TAG}",)).fetchall()
        assert len(listed) == len(set(listed))
        marks.tagged = {article_id for (article_id,) in listed}
        marks.places = dict(cache.execute("SELECT article, block FROM position").fetchall())
        tallies = {slug: (total, unread) for slug, total, unread in cache.execute("SELECT * FROM tally")}
    unread = set(range(1, marks.articles + 1)) - marks.read
    assert tallies["all"] == (marks.articles, len(unread))
    assert tallies.get("saved", (0, 0)) == (len(marks.saved), len(marks.saved & unread))
    assert tallies.get(f"tag:{TAG}", (0, 0)) == (len(marks.tagged), len(marks.tagged & unread))
    return marks


async def test_what_was_acknowledged_is_there_after_a_kill_while_writing(
    processes: ForkServerContext, tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    store = Store.open(tmp_path)
    await poll(store, *(story(number) for number in range(1, FIRST + 1)))
    store.close()
    marks = as_stored(tmp_path)
    acknowledged = 0
    for number in range(WRITING):
        with running(processes, does_things, str(tmp_path), number, marks) as (process, heard):
            told = killed(process, heard, after=chance.randrange(1, 45), seconds=chance.uniform(0, 0.004))
        expected = marks.copy()
        acked = [each for each in told if each >= 0]
        done = list(islice(steps(number, marks), len(acked) + 1))
        for each in acked:
            done[each].note(expected)
        # What was under way may be there, as a whole, or not.
        further = expected.copy()
        done[len(acked)].note(further)
        marks = as_stored(tmp_path)
        assert marks in (expected, further), f"kill {number} of seed {SEED}, after {len(acked)} steps"
        acknowledged += len(acked)
    assert acknowledged > WRITING * 5
    again = Store.open(tmp_path)
    assert again.recovery is None
    again.close()


def seconds_to_open(processes: ForkServerContext, folder: Path) -> float:
    """How long it takes here to open a cache, from when a process begins with it: the kills are spread over that."""
    with running(processes, opens, str(folder)) as (_, heard):
        assert heard.recv() == "begins"
        began = monotonic()
        assert heard.recv() == "opened"
        return monotonic() - began


# --------------------------------------------------------------------------- migration


def older_cache(folder: Path, version: int) -> None:
    """A cache as an earlier version left it, with marks in it."""
    folder.mkdir()
    connection = connect(folder / FILE_NAME, writing=True)
    connection.execute("BEGIN")
    for script in MIGRATIONS[:version]:
        connection.execute(script)
    connection.execute("INSERT INTO outlet VALUES ('kabar', 'Kabar')")
    for number in range(1, 401):
        connection.execute(
            "INSERT INTO article (id, outlet, title, category, sort_at, first_seen_at, url, read, saved) "
            "VALUES (?1, 'kabar', ?2, 'metro', ?1, ?1, ?3, ?4, ?5)",
            (number, f"Mengamankan pasar ke-{number}", f"https://kabar.example/{number}", number % 2, number % 40 == 0),
        )
        connection.execute("INSERT INTO detail (article, facts) VALUES (?, '{}')", (number,))
        key = f"url:kabar.example/{number}"
        connection.execute(
            "INSERT INTO identity VALUES (?, ?)", (digest(key) if version >= WITH_DIGESTS else key, number)
        )
        connection.execute("INSERT INTO listed (category, sort_at, article) VALUES ('metro', ?1, ?1)", (number,))
        connection.execute(
            "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)",
            (number, f"Mengamankan pasar ke-{number}", f"pembangunan{number} perjalanan{number} keterangan{number}"),
        )
    connection.execute("INSERT INTO tally VALUES ('all', 400, 200)")
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("user_version", version)
    connection.execute("COMMIT")
    connection.close()


def test_a_kill_while_migrating_leaves_the_old_form_or_the_new_one_with_everything_in_it(
    processes: ForkServerContext, tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    old = list(range(1, SCHEMA_VERSION))
    for version in old:
        older_cache(tmp_path / f"old-{version}", version)
    undisturbed = seconds_to_open(processes, shutil.copytree(tmp_path / "old-1", tmp_path / "undisturbed"))
    for number in range(MIGRATING):
        version = old[number % len(old)]
        folder = shutil.copytree(tmp_path / f"old-{version}", tmp_path / f"case-{number}")
        with running(processes, opens, str(folder)) as (process, heard):
            killed(process, heard, after=1, seconds=chance.uniform(0, undisturbed))
        with closing(as_sqlite_sees(folder)) as cache:
            (found,) = cache.execute("PRAGMA user_version").fetchone()
            assert found in (version, SCHEMA_VERSION), f"kill {number} of seed {SEED}"
            assert cache.execute("SELECT count(*), sum(read), sum(saved) FROM article").fetchone() == (400, 200, 10)
        store = Store.open(folder)
        assert store.recovery is None
        assert store.tallies()["all"].total == 400
        assert [each.saved for each in store.headlines_of(range(1, 401))].count(True) == 10
        store.close()
        assert not list(folder.glob("*.new")) + list(folder.glob("*.making"))
        shutil.rmtree(folder)


# --------------------------------------------------------------------------- mending


async def test_a_kill_while_mending_takes_nothing_that_was_there(processes: ForkServerContext, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    whole = tmp_path / "whole"
    whole.mkdir()
    store = Store.open(whole)
    await fill(store)
    wanted = deeds_of(store)
    store.close()
    half = shutil.copytree(whole, tmp_path / "half")
    with (half / FILE_NAME).open("r+b") as file:
        file.truncate(file.seek(0, 2) // 3)
    indexed = shutil.copytree(whole, tmp_path / "indexed")
    cache = apsw.Connection(str(indexed / FILE_NAME))
    root = cache.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article_by_time'").get
    cache.close()
    with (indexed / FILE_NAME).open("r+b") as file:
        file.seek(PAGE_BYTES * (root - 1))
        file.write(b"\xa5" * PAGE_BYTES)
    undisturbed = seconds_to_open(processes, shutil.copytree(indexed, tmp_path / "undisturbed"))
    for number in range(MENDING):
        folder = shutil.copytree((half, indexed)[number % 2], tmp_path / f"case-{number}")
        with running(processes, opens, str(folder)) as (process, heard):
            killed(process, heard, after=1, seconds=chance.uniform(0, undisturbed))
        store = Store.open(folder)
        await poll(store, *STORIES)
        assert deeds_of(store) == wanted, f"kill {number} of seed {SEED}"
        store.close()
        with closing(as_sqlite_sees(folder)) as looked_at:
            assert looked_at.execute("SELECT count(*) FROM article").fetchone() == (len(STORIES),)
        shutil.rmtree(folder)


# --------------------------------------------------------------------------- refreshing

PATHS = ("/satu", "/dua", "/tiga")

LISTED = 120
"""Items of a feed in an edition, all of them new: to store them takes long enough to be killed in it."""


def edition(paper: Paper, number: int) -> None:
    """Prints an edition, with a validator that names it."""
    for path in PATHS:
        slugs = [f"{path.strip('/')}-{each}" for each in numbers(number)]
        paper.prints(
            *(paper.item(slug, minutes=place) for place, slug in enumerate(slugs)), path=path, ETag=f'"{number}"'
        )
        for slug in slugs:
            paper.answers(f"/berita/{slug}", page_answer(slug, "Isi lengkap dari halamannya.", "Paragraf kedua."))


def numbers(edition: int) -> range:
    return range(edition * LISTED, (edition + 1) * LISTED)


async def test_a_kill_while_refreshing_doubles_nothing_and_no_feed_is_taken_for_read_before_its_articles_are_there(
    processes: ForkServerContext, paper: Paper, tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    data = tmp_path / "data"
    data.mkdir()
    paper.profile(*PATHS)
    profile = tmp_path / "outlets" / f"{paper.id}.toml"
    edition(paper, 0)
    # One that is not disturbed tells how long it takes here: the kills are spread over that.
    began = monotonic()
    with running(processes, refreshes, str(data), str(profile)) as (process, heard):
        told = await asyncio.to_thread(killed, process, heard, after=1 + len(PATHS), seconds=0)
    undisturbed = monotonic() - began
    assert [each[0] for each in told[1 : 1 + len(PATHS)]] == ["feed"] * len(PATHS)
    stored: set[str] = set()
    texts: set[int] = set()
    for number in range(REFRESHING):
        printed = number + 1
        edition(paper, printed)
        forget_when_asked(data)
        with running(processes, refreshes, str(data), str(profile)) as (process, heard):
            after = 1 if number % 4 else chance.randrange(1 + len(PATHS), 12)
            seconds = chance.uniform(0, undisturbed) if number % 4 else chance.uniform(0, 0.02)
            told = await asyncio.to_thread(killed, process, heard, after=after, seconds=seconds)
        with closing(as_sqlite_sees(data)) as cache:
            titles = {title for (title,) in cache.execute("SELECT title FROM article")}
            assert stored <= titles
            assert len(titles) == cache.execute("SELECT count(*) FROM article").fetchone()[0]
            for feed_id, state in cache.execute("SELECT id, state FROM feed").fetchall():
                etag = cache.execute("SELECT json_extract(?, '$.etag')", (state,)).fetchone()[0]
                if etag is not None:
                    assert items(feed_id, int(etag.strip('"'))) <= titles, f"kill {number} of seed {SEED}"
            fed = {each[1] for each in told if each[0] == "feed"}
            for feed_id in fed:
                assert items(feed_id, printed) <= titles, f"kill {number} of seed {SEED}"
            texts |= {each[1] for each in told if each[0] == "text"}
            whole = {article_id for (article_id,) in cache.execute("SELECT id FROM article WHERE whole")}
            assert texts <= whole
            assert whole <= {article_id for (article_id,) in cache.execute("SELECT article FROM body")}
            assert cache.execute("SELECT total FROM tally WHERE slug = 'all'").fetchone() == (len(titles),)
            stored = titles
    assert len(stored) > 3 * LISTED
    assert texts


def items(feed_id: str, edition: int) -> set[str]:
    """The titles that a feed had in an edition."""
    path = feed_id.rpartition("/")[2]
    return {f"Berita {path.title()} {each} dari Margorejo" for each in numbers(edition)}


def forget_when_asked(data: Path) -> None:
    """Lets every source be asked again at once."""
    if (data / FILE_NAME).exists():
        with closing(sqlite3.connect(data / FILE_NAME)) as cache, cache:
            cache.execute("UPDATE feed SET state = json_remove(state, '$.next_poll_at', '$.last_try_at')")
