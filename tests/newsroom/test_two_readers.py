"""Two newsrooms over one data folder: both work, and what one does the other sees."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from tests.demo.press_house import Clock, headlines, prefetched, refreshed
from tests.newsroom.newsstand import Opener, Paper, asked_again, headline, opened, progress_of, titles

from lampungtui.model import View, ViewKind

PATHS = ("/satu", "/dua", "/tiga", "/empat")
UNREAD = View(ViewKind.UNREAD)


def print_all(paper: Paper, *, later: int = 0) -> int:
    """Serves the feeds, with items of their own and one that all carry; how many articles that are."""
    for path in PATHS:
        slugs = [f"{path.strip('/')}-{number}" for number in range(10 + later)]
        items = [paper.item(slug, minutes=number - later) for number, slug in enumerate(slugs)]
        paper.prints(*items, paper.item("bersama", minutes=30, guid=f"bersama-{path}"), path=path)
    return len(PATHS) * (10 + later) + 1


async def test_of_two_refreshes_at_the_same_time_one_asks_and_both_have_the_news(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    outlet = paper.profile(*PATHS)
    one, other = open_room(outlet), open_room(outlet)
    before = 0
    for visits, later in enumerate((0, 3), 1):
        count = print_all(paper, later=later)
        rounds = await asyncio.gather(progress_of(one, by_hand=True), progress_of(other, by_hand=True))
        assert [progress.trouble for each in rounds for progress in each] == [None] * (len(PATHS) + 2)
        assert sorted(paper.asked()) == sorted(PATHS * visits)
        assert sum(progress.new for each in rounds for progress in each) == count - before
        for room in (one, other):
            assert len(titles(room)) == len(set(titles(room))) == count
            assert room.tally(View(ViewKind.ALL)).total == room.tally(UNREAD).total == count
        clock.forward(timedelta(minutes=5))
        before = count


async def test_a_refresh_that_is_left_in_the_middle_gives_its_turn_away(
    paper: Paper, rival: Paper, open_room: Opener
) -> None:
    paper.prints(paper.item("pasar"))
    rival.prints(rival.item("kopi"))
    outlets = paper.profile(), rival.profile()
    one, other = open_room(*outlets), open_room(*outlets)
    async for progress in one.refresh():
        if progress.done:
            break
    await refreshed(other)
    assert sorted(titles(other)) == [headline("kopi"), headline("pasar")]


async def test_bodies_fetched_by_two_at_the_same_time_are_stored_once(paper: Paper, open_room: Opener) -> None:
    slugs = [f"kabar-{number}" for number in range(6)]
    paper.prints(*(paper.item(slug, minutes=number) for number, slug in enumerate(slugs)))
    for slug in slugs:
        paper.runs(slug)
    outlet = paper.profile()
    one, other = open_room(outlet), open_room(outlet)
    await refreshed(one)
    await asyncio.gather(prefetched(one), prefetched(other))
    assert sorted(paper.asked("/berita")) == [f"/berita/{slug}" for slug in slugs]
    for room in (one, other):
        assert [each.stored for each in headlines(room)] == [True] * len(slugs)
        assert [opened(room, each.id).versions for each in headlines(room)] == [0] * len(slugs)


async def test_a_mark_that_one_makes_the_other_sees(paper: Paper, open_room: Opener) -> None:
    paper.prints(paper.item("pasar"), paper.item("padi", minutes=1))
    outlet = paper.profile()
    one, other = open_room(outlet), open_room(outlet)
    await refreshed(one)
    first, second = (each.id for each in headlines(other))
    await one.mark_read([first], read=True)
    await other.save([second], saved=True)
    for room in (one, other):
        assert [(each.read, each.saved) for each in headlines(room)] == [(True, False), (False, True)]
        assert room.tally(UNREAD).total == 1
        assert room.tally(View(ViewKind.SAVED)).total == 1


async def test_marks_made_while_the_other_refreshes_are_kept(paper: Paper, clock: Clock, open_room: Opener) -> None:
    outlet = paper.profile(*PATHS)
    print_all(paper)
    one, other = open_room(outlet), open_room(outlet)
    await refreshed(one)
    ids = [each.id for each in headlines(other)]
    print_all(paper, later=2)
    clock.forward(timedelta(minutes=5))

    async def read_all() -> None:
        for article_id in ids:
            await other.mark_read([article_id], read=True)

    await asyncio.gather(refreshed(one, by_hand=True), read_all())
    assert one.tally(UNREAD).total == 2 * len(PATHS)
    assert [each.read for each in headlines(one)].count(True) == len(ids)


async def test_one_that_closes_leaves_the_other_at_work(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.prints(paper.item("pasar"))
    outlet = paper.profile()
    one, other = open_room(outlet), open_room(outlet)
    await refreshed(one)
    one.close()
    paper.prints(paper.item("kopi", minutes=-1), paper.item("pasar"))
    await asked_again(other, clock)
    assert titles(other) == [headline("kopi"), headline("pasar")]
