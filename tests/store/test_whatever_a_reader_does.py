"""Any deeds in any order, with news, pages, rules and letting go between them: the counts are those of the lists, nothing
that is marked goes, and undoing all of it leads back through every state.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.store.newsdesk import ALL, METRO, NOON, PROVINCE, UNREAD, category, page, poll, story, whole_view

from lampungtui.foreign import Line
from lampungtui.model import Grouping, Order, RuleDraft, RuleKind, SavedView, Tally, View, ViewKind
from lampungtui.store import Store
from lampungtui.store.records import AddArticle, FeedState, Limits

FEEDS = ("kabar-siger/utama", "kabar-siger/metro")
RUBRICS = (METRO, PROVINCE, "ekbis", "lampung-raya/pesawaran")
MARKS = ("read", "saved", "later", "hidden")
TAGS = ("Arsip", "#arsip", "Kopi Pahit")
WORDS = ("pasar", "kopi", "banjir")
QUERIES = ("pasar", "kopi OR banjir", "rubrik:ekbis", "tag:arsip", "-pasar", "status:unread banjir", "umur:<2j")
VIEWS = (ALL, UNREAD, *(View(kind) for kind in (ViewKind.SAVED, ViewKind.LATER, ViewKind.HIDDEN, ViewKind.MUTED)),
         *(category(path) for path in (*RUBRICS, "lampung-raya")))  # fmt: skip

numbers = st.integers(1, 12)
groups = st.sets(numbers, min_size=1, max_size=4)

DEEDS = st.one_of(
    st.tuples(st.just("mark"), groups, st.sampled_from(MARKS), st.booleans()),
    st.tuples(st.just("tag"), groups, st.sampled_from(TAGS), st.booleans()),
    st.tuples(st.just("all-read"), st.sampled_from(VIEWS)),
    st.tuples(st.just("rule"), st.sampled_from(RuleKind), st.sampled_from(QUERIES), st.sampled_from((None, *FEEDS))),
    st.tuples(st.just("change-rule"), st.integers(0, 3), st.sampled_from(RuleKind), st.sampled_from(QUERIES)),
    st.tuples(st.just("no-rule"), st.integers(0, 3)),
    st.tuples(st.just("view"), st.sampled_from(WORDS)),
    st.tuples(st.just("change-view"), st.integers(0, 3), st.sampled_from(WORDS)),
    st.tuples(st.just("move-view"), st.integers(0, 3), st.integers(0, 3)),
    st.tuples(st.just("no-view"), st.integers(0, 3)),
)
HAPPENINGS = st.one_of(
    st.tuples(
        st.just("news"), groups, st.sampled_from(FEEDS), st.sampled_from(RUBRICS), st.sampled_from(WORDS),
        st.sampled_from((None, None, 3)),
    ),
    st.tuples(st.just("page"), numbers, st.sampled_from(WORDS), st.sampled_from(RUBRICS)),
    st.tuples(st.just("opened"), numbers),
    st.tuples(st.just("undo"), st.booleans()),
    st.tuples(st.just("let-go"), st.integers(0, 10), st.booleans()),
    st.tuples(st.just("hours"), st.integers(-2, 3)),
    st.tuples(st.just("restart")),
    st.tuples(st.just("settle")),
)  # fmt: skip


def article(number: int, word: str = "pasar", rubric: str = METRO) -> AddArticle:
    """An article whose title has this word."""
    return replace(story(number, categories=(rubric,)), title=Line(f"Berita ke-{number} {word}"), content_hash=word)


@dataclass
class Desk:
    """A cache with a clock, and what happens to it."""

    folder: Path
    now: datetime = NOON + timedelta(hours=1)

    def open(self) -> None:
        self.store = Store.open(self.folder, clock=lambda: self.now)

    def ids(self, group: Sequence[int] | set[int]) -> list[int]:
        there = dict(self.rows("SELECT title, id FROM article"))
        found = {int(str(title).split()[1].removeprefix("ke-")): each for title, each in there.items()}
        return [found[number] for number in sorted(group) if number in found]

    def rows(self, sql: str) -> list[Any]:
        return list(self.store._reader.execute(sql))

    async def do(self, step: tuple[Any, ...]) -> None:
        store = self.store
        match step:
            case ("mark", group, mark, bool(value)):
                change: Callable[[Sequence[int], bool], Awaitable[object]] = getattr(store, f"set_{mark}")
                await change(self.ids(group), value)
            case ("tag", group, str(name), bool(value)):
                await store.set_tag(self.ids(group), name, value)
            case ("all-read", View() as view):
                await store.mark_all_read(view, as_of=store.newest_id() - 1)
            case ("rule", RuleKind() as kind, str(query), feed):
                await store.standing.make_rule(RuleDraft(kind, query, feed_id=feed))
            case ("change-rule", int(place), RuleKind() as kind, str(query)) if place < len(store.standing.rules()):
                ends = self.now + timedelta(hours=1)
                await store.standing.change_rule(
                    store.standing.rules()[place].id, RuleDraft(kind, query, expires_at=ends)
                )
            case ("no-rule", int(place)) if place < len(store.standing.rules()):
                await store.standing.delete_rule(store.standing.rules()[place].id)
            case ("view", str(word)):
                await store.standing.save_view(word, word, Order.NEWEST, Grouping.NONE)
            case ("change-view", int(place), str(word)) if place < len(self.views()):
                await store.standing.change_view(replace(self.views()[place], query=word))
            case ("move-view", int(place), int(to)) if place < len(self.views()):
                await store.standing.move_view(self.views()[place].id, to)
            case ("no-view", int(place)) if place < len(self.views()):
                await store.standing.delete_view(self.views()[place].id)
            case ("news", group, str(feed), str(rubric), str(word), keep):
                await self.news([article(number, word, rubric) for number in group], feed, keep)
            case ("page", int(number), str(word), str(rubric)):
                for each in self.ids({number}):
                    await store.keep_body(each, page(f"Isi tentang {word}."), categories=[rubric], fetched_at=self.now)
            case ("opened", int(number)):
                await store.set_read(self.ids({number}), True, by_hand=False)
            case ("undo", bool(again)):
                await store.undo(again=again)
            case ("let-go", int(most), bool(unread)):
                await store.let_old_go(Limits(most, unread=unread))
            case ("hours", int(hours)):
                self.now += timedelta(hours=hours)
                await store.standing.expire_rules()
            case ("restart",):
                store.close()
                self.open()
            case ("settle",):
                await store.settle()

    async def news(self, stories: list[AddArticle], feed: str, keep: int | None) -> None:
        await poll(self.store, *stories, feed=feed)
        if keep is not None:
            state, limits = FeedState(feed, last_try_at=self.now), Limits(keep, unread=True)
            await self.store.keep_feed(feed, keys=[], decide=lambda _: (), state=state, limits=limits)

    def views(self) -> list[SavedView]:
        return self.store.standing.saved_views()

    def state(self) -> object:
        """All that a person can do something about."""
        return (
            self.rows("SELECT id, read, saved, later, hidden, muted, highlighted, away FROM article ORDER BY id"),
            self.rows("SELECT category, article FROM listed WHERE category LIKE '#%' ORDER BY category, article"),
            [(each.id, each.name, each.query) for each in self.views()],
            self.store.standing.rules(),
        )

    def check(self) -> None:
        """The counts are those of the lists, and what is kept twice agrees."""
        store = self.store
        tallies = store.tallies()
        tags = {tag.view: tag.tally for tag in store.tags()}
        for view in (*VIEWS, *tags):
            found = whole_view(store, view)
            counted = Tally(len(found), sum(not each.read for each in found))
            assert tallies.get(view.slug, Tally()) == store.tally(view) == tags.get(view, counted) == counted, view
        total = self.rows("SELECT count(*) FROM article")[0][0]
        assert store.size().articles == total
        assert not self.rows("SELECT id FROM article WHERE away <> (hidden OR muted)")
        for flag, kind in (("muted", "mute"), ("highlighted", "highlight")):
            held = f"SELECT article FROM ruled JOIN rule ON rule.id = ruled.rule WHERE kind = '{kind}'"
            assert not self.rows(f"SELECT id FROM article WHERE {flag} <> (id IN ({held}))")
        assert not self.rows(
            "SELECT * FROM listed JOIN article ON article.id = article WHERE listed.away <> article.away "
            "OR listed.sort_at <> article.sort_at"
        )
        assert not self.rows("PRAGMA foreign_key_check")
        assert self.rows("SELECT count(*) FROM words")[0][0] == total
        assert len({key for (key,) in self.rows("SELECT key FROM identity")}) >= total


def play(script: Callable[[Desk], Awaitable[None]]) -> None:
    async def whole() -> None:
        with tempfile.TemporaryDirectory() as folder:
            desk = Desk(Path(folder))
            desk.open()
            try:
                await desk.news(
                    [article(number, WORDS[number % 3], RUBRICS[number % 4]) for number in range(1, 11)], FEEDS[0], None
                )
                await script(desk)
            finally:
                desk.store.close()

    asyncio.run(whole())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(DEEDS, HAPPENINGS), max_size=14))
def test_the_counts_are_those_of_the_lists(steps: list[tuple[Any, ...]]) -> None:
    async def script(desk: Desk) -> None:
        for step in steps:
            before = desk.rows("SELECT id FROM article WHERE saved OR later")
            await desk.do(step)
            desk.check()
            if step[0] in ("let-go", "news", "page", "hours", "restart", "settle"):
                assert desk.rows("SELECT id FROM article WHERE saved OR later") == before

    play(script)


@settings(max_examples=25, deadline=None)
@example(
    [
        ("rule", RuleKind.MUTE, "tag:arsip", None),
        ("tag", {1}, "Arsip", True),
        ("change-rule", 0, RuleKind.MUTE, "pasar"),
    ]
)
@example([("rule", RuleKind.MUTE, "status:unread banjir", None), ("all-read", ALL), ("no-rule", 0)])
@given(st.lists(DEEDS, min_size=1, max_size=10))
def test_undoing_leads_back_through_every_state_and_redoing_forth(steps: list[tuple[Any, ...]]) -> None:
    async def script(desk: Desk) -> None:
        states = [desk.state()]
        for step in steps:
            await desk.do(step)
            if desk.state() != states[-1]:
                states.append(desk.state())
        for wanted in reversed(states[:-1]):
            assert await desk.store.undo() is not None
            while desk.state() != wanted:
                assert await desk.store.undo() is not None
            desk.check()
        while await desk.store.undo() is not None:
            assert desk.state() == states[0]
        while await desk.store.undo(again=True) is not None:
            pass
        assert desk.state() == states[-1]
        desk.check()

    play(script)
