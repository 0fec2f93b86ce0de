"""Rules that mute and highlight: what they take and give back, when they end, and that each change can be undone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.store.newsdesk import ALL, METRO, NOON, UNREAD, category, change, keep, page, poll, story, whole_view

from lampungtui.foreign import Line
from lampungtui.model import RuleDraft, RuleKind, Tally, View, ViewKind
from lampungtui.store import Store
from lampungtui.store.records import AddArticle, Limits

MUTED = View(ViewKind.MUTED)
MUTE, HIGHLIGHT = RuleKind.MUTE, RuleKind.HIGHLIGHT


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def titled(number: int, title: str, outlet: str = "kabar-siger") -> AddArticle:
    return replace(story(number, outlet=outlet), title=Line(title))


@pytest.fixture
async def store(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    store = Store.open(tmp_path, clock=clock)
    await keep(
        store,
        titled(1, "Konser dangdut di Metro"),
        titled(2, "Harga kopi naik"),
        titled(3, "Konser amal untuk korban banjir"),
    )
    await keep(store, titled(4, "Konser tunggal di Krui", "lampung-kini"), feed="lampung-kini/utama")
    yield store
    store.close()


def ids(store: Store, view: View = ALL) -> list[int]:
    return [headline.id for headline in whole_view(store, view)]


def lit(store: Store) -> list[int]:
    return [headline.id for headline in whole_view(store, ALL) if headline.highlighted]


def counts_hold(store: Store) -> None:
    for view in (ALL, UNREAD, MUTED, category(METRO)):
        held = whole_view(store, view)
        assert store.tally(view) == Tally(len(held), sum(not each.read for each in held)), view


async def made(store: Store, kind: RuleKind, query: str, **more: object) -> tuple[int, Sequence[int]]:
    return await store.standing.make_rule(RuleDraft(kind, query, **more))  # type: ignore[arg-type]


async def test_muted_articles_are_in_no_view_but_that_of_muted_ones(store: Store) -> None:
    assert await store.standing.preview_rule(RuleDraft(MUTE, "konser")) == Tally(3, 3)
    _, changed = await made(store, MUTE, "konser")
    assert changed == [1, 3, 4]
    assert ids(store) == [2]
    assert ids(store, MUTED) == [4, 3, 1]
    assert all(headline.muted for headline in whole_view(store, MUTED))
    assert store.ids_of(View(ViewKind.SEARCH, "konser")) == []
    assert store.ids_of(View(ViewKind.SEARCH, "konser status:dibungkam")) == [4, 3, 1]
    assert await store.standing.preview_rule(RuleDraft(MUTE, "konser")) == Tally(0, 0)
    counts_hold(store)


async def test_what_arrives_is_muted_as_it_comes(store: Store) -> None:
    await made(store, MUTE, "konser")
    kept = await keep(store, titled(10, "Konser besar"), titled(11, "Jalan rusak"))
    assert kept.new_ids == (6,)
    assert ids(store) == [6, 2]
    counts_hold(store)


async def test_a_rule_of_one_outlet_or_one_feed_leaves_the_others(store: Store) -> None:
    _, changed = await made(store, MUTE, "konser", outlet_id="lampung-kini")
    assert changed == [4]
    _, changed = await made(store, HIGHLIGHT, "konser", feed_id="kabar-siger/utama")
    assert changed == [1, 3]
    assert lit(store) == [3, 1]
    await keep(store, titled(10, "Konser besar", "lampung-kini"), feed="lampung-kini/utama")
    assert 5 in ids(store, MUTED)


async def test_highlighted_headlines_say_so(store: Store) -> None:
    await made(store, HIGHLIGHT, "banjir")
    await keep(store, titled(10, "Banjir lagi"))
    assert lit(store) == [5, 3]
    assert len(ids(store)) == 5


async def test_an_article_stays_muted_while_any_rule_mutes_it(store: Store) -> None:
    first, _ = await made(store, MUTE, "konser")
    await made(store, MUTE, "dangdut")
    assert await store.standing.delete_rule(first) == [3, 4]
    assert ids(store, MUTED) == [1]
    counts_hold(store)


async def test_an_article_that_is_hidden_too_stays_away(store: Store) -> None:
    rule, _ = await made(store, MUTE, "konser")
    await store.set_hidden([1], True)
    await store.standing.delete_rule(rule)
    assert ids(store) == [4, 3, 2]
    await store.set_hidden([1], False)
    assert ids(store) == [4, 3, 2, 1]
    counts_hold(store)


async def test_articles_come_back_when_a_rule_expires(store: Store, clock: Clock) -> None:
    await made(store, MUTE, "konser", expires_at=NOON + timedelta(days=30))
    assert await store.standing.expire_rules() == []
    clock.now = NOON + timedelta(days=31)
    assert await store.standing.expire_rules() == [1, 3, 4]
    assert len(ids(store)) == 4
    (rule,) = store.standing.rules()
    assert (rule.holds(clock.now), rule.articles) == (False, 0)
    counts_hold(store)


async def test_a_rule_that_expired_takes_nothing_that_arrives(store: Store, clock: Clock) -> None:
    await made(store, MUTE, "konser", expires_at=NOON - timedelta(days=1))
    assert len(ids(store)) == 4
    await keep(store, titled(10, "Konser besar"))
    assert 5 in ids(store)


async def test_making_changing_and_deleting_are_undone_and_made_again(store: Store) -> None:
    states = [(store.standing.rules(), ids(store))]
    rule, _ = await made(store, MUTE, "konser")
    states.append((store.standing.rules(), ids(store)))
    await store.standing.change_rule(rule, RuleDraft(MUTE, "kopi"))
    states.append((store.standing.rules(), ids(store)))
    await store.standing.delete_rule(rule)
    states.append((store.standing.rules(), ids(store)))
    whats = []
    for state in reversed(states[:-1]):
        turned = await store.undo()
        assert turned is not None
        whats.append((turned[0].what, turned[0].about))
        assert (store.standing.rules(), ids(store)) == state
        counts_hold(store)
    assert whats == [("rule-deleted", "kopi"), ("rule-changed", "kopi"), ("rule-made", "konser")]
    for state in states[1:]:
        await store.undo(again=True)
        assert (store.standing.rules(), ids(store)) == state


async def test_undoing_a_rule_after_a_restart_gives_back_what_came_meanwhile(store: Store, tmp_path: Path) -> None:
    await made(store, MUTE, "konser")
    await keep(store, titled(10, "Konser besar"))
    store.close()
    again = Store.open(tmp_path)
    try:
        await again.undo()
        assert ids(again) == [5, 4, 3, 2, 1]
    finally:
        again.close()


async def test_words_that_come_later_count(store: Store) -> None:
    await made(store, MUTE, "penonton")
    await made(store, HIGHLIGHT, "kopi")
    await store.keep_body(1, page("Ribuan penonton datang."), fetched_at=NOON)
    assert ids(store, MUTED) == [1]
    await keep(store, change(titled(2, "Harga lada naik"), 2))
    assert lit(store) == []
    counts_hold(store)


async def test_a_further_rubric_or_feed_of_what_is_there_counts(store: Store) -> None:
    await made(store, MUTE, "rubrik:olahraga")
    await made(store, MUTE, "konser", feed_id="lampung-kini/utama")
    assert ids(store, MUTED) == [4]
    await poll(store, replace(titled(2, "Harga kopi naik"), categories=("olahraga",)))
    assert ids(store, MUTED) == [4, 2]
    await poll(store, titled(3, "Konser amal untuk korban banjir"), feed="lampung-kini/utama")
    assert ids(store, MUTED) == [4, 3, 2]
    assert store.tally(ALL) == Tally(1, 1)
    assert store.tally(category("olahraga")) == Tally(0, 0)


async def test_a_muted_article_that_is_let_go_of_is_counted_out(store: Store) -> None:
    await made(store, MUTE, "konser")
    await store.keep_feed(
        "kabar-siger/utama",
        keys=[],
        decide=lambda known: [],
        state=store.feed_states()["kabar-siger/utama"],
        limits=Limits(1, unread=True),
    )
    counts_hold(store)


async def test_muted_articles_of_a_source_with_bounds_do_not_pile_up_unread(store: Store) -> None:
    await made(store, MUTE, "konser")
    state = store.feed_states()["kabar-siger/utama"]
    await store.keep_feed("kabar-siger/utama", keys=[], decide=lambda known: [], state=state, limits=Limits(1))
    assert (ids(store), ids(store, MUTED)) == ([2], [4, 3])
    counts_hold(store)


async def test_a_muted_article_comes_up_again_without_being_new(store: Store) -> None:
    await made(store, MUTE, "konser")
    await poll(store, titled(1, "Konser dangdut di Metro"))
    assert ids(store, MUTED) == [4, 3, 1]
    counts_hold(store)


@pytest.mark.parametrize("query", ["'", "judul:NEAR(", "media:_", "((", "x" * 600, "-konser", "umur:<1h OR tag:x"])
async def test_any_query_is_harmless(store: Store, query: str) -> None:
    await made(store, MUTE, query)
    await keep(store, titled(10, "Konser besar"))
    await store.undo()
    counts_hold(store)
    assert len(ids(store)) == 5
