"""What runs in the processes that are killed: each tells through a pipe what was acknowledged to it, until it is no more."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from tests.store.newsdesk import NOON, page, poll, story

from lampungtui.config import Config
from lampungtui.model import Position
from lampungtui.newsroom.room import Newsroom
from lampungtui.outlets.loader import load_profile
from lampungtui.store import Store

FIRST = 60
"""Articles that are there before anything is done."""

BATCH = 15
"""Articles of each document that comes in between."""

TAG = "arsip"


@dataclass
class Marks:
    """What is known to be stored: articles by number, and the marks of each."""

    articles: int = FIRST
    read: set[int] = field(default_factory=set)
    saved: set[int] = field(default_factory=set)
    later: set[int] = field(default_factory=set)
    tagged: set[int] = field(default_factory=set)
    texts: set[int] = field(default_factory=set)
    places: dict[int, int] = field(default_factory=dict)

    def copy(self) -> Marks:
        return Marks(
            self.articles, set(self.read), set(self.saved), set(self.later), set(self.tagged), set(self.texts),
            dict(self.places),
        )  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One thing that is done: how, and what it makes of the marks."""

    do: Callable[[Store], object]
    note: Callable[[Marks], object]


def steps(seed: int, marks: Marks) -> Iterator[Step]:
    """What a reader does in a while, the same for the same seed; `marks` are those at its beginning."""
    chance = random.Random(seed)
    articles = marks.articles
    for _ in range(400):
        kind = chance.randrange(9)
        some = sorted(chance.sample(range(1, articles + 1), chance.choice((1, 1, 1, 5, 20))))
        value = chance.random() < 0.7
        if kind < 2:
            yield Step(_marking("set_read", some, value), _noting("read", some, value))
        elif kind < 4:
            yield Step(_marking("set_saved", some, value), _noting("saved", some, value))
        elif kind == 4:
            yield Step(_marking("set_later", some, value), _noting("later", some, value))
        elif kind == 5:
            yield Step(_tagging(some, value), _noting("tagged", some, value))
        elif kind == 6:
            yield Step(_placing(some[0], articles), _noting_place(some[0], articles))
        elif kind == 7:
            yield Step(_reading(some[0]), _noting("texts", some[:1], True))
        else:
            articles += BATCH
            yield Step(_polling(articles), _noting_articles(articles))


def _marking(method: str, ids: list[int], value: bool) -> Callable[[Store], object]:
    return lambda store: getattr(store, method)(ids, value)


def _tagging(ids: list[int], value: bool) -> Callable[[Store], object]:
    return lambda store: store.set_tag(ids, TAG, value)


def _placing(article_id: int, block: int) -> Callable[[Store], object]:
    return lambda store: store.set_position(article_id, Position(block, 1))


def _reading(article_id: int) -> Callable[[Store], object]:
    return lambda store: store.keep_body(article_id, page(f"Isi lengkap {article_id}."), fetched_at=NOON)


def _polling(until: int) -> Callable[[Store], object]:
    # Some of them are known already: they are touched.
    return lambda store: poll(store, *(story(number) for number in range(until - BATCH - 5, until + 1)))


def _noting(name: str, ids: list[int], value: bool) -> Callable[[Marks], object]:
    def note(marks: Marks) -> None:
        marked: set[int] = getattr(marks, name)
        marked.update(ids) if value else marked.difference_update(ids)

    return note


def _noting_place(article_id: int, block: int) -> Callable[[Marks], object]:
    return lambda marks: marks.places.update({article_id: block})


def _noting_articles(until: int) -> Callable[[Marks], object]:
    def note(marks: Marks) -> None:
        marks.articles = until

    return note


# --------------------------------------------------------------------------- in the process that is killed


def does_things(folder: str, seed: int, marks: Marks, told: Connection) -> None:
    """Does one thing after the other and says of each that it is stored; backs up in between."""

    async def run() -> None:
        store = Store.open(Path(folder))
        told.send(-1)
        for number, step in enumerate(steps(seed, marks)):
            await step.do(store)  # type: ignore[misc]
            told.send(number)
            if number % 25 == 24:
                await asyncio.to_thread(store.safekeeping._back_up)
        store.close()

    asyncio.run(run())


def opens(folder: str, told: Connection) -> None:
    """Opens a cache, be it an older one or a damaged one, and closes it."""
    told.send("begins")
    store = Store.open(Path(folder))
    told.send("opened")
    store.close()
    told.send("closed")


def refreshes(folder: str, profile: str, told: Connection) -> None:
    """Asks an outlet for its news and its articles, and says of each feed and each article that it is stored."""

    async def run() -> None:
        outlet = load_profile(Path(profile))
        now = datetime.now(UTC)
        room = Newsroom(Store.open(Path(folder), clock=lambda: now), [outlet], Config(), clock=lambda: now)
        told.send("opened")
        async for progress in room.refresh(by_hand=True):
            if progress.feed is not None:
                assert progress.trouble is None, progress.trouble
                told.send(("feed", progress.feed.id))
        async for article_id in _texts(room):
            told.send(("text", article_id))
        await room.hang_up()
        room.close()

    asyncio.run(run())


async def _texts(room: Newsroom) -> AsyncIterator[int]:
    async for article_id in room.prefetch():
        yield article_id
