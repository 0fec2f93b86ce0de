"""Searching, saved views, tags and rules as the screen asks for them, over news that came by the network."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.demo.press_house import Clock, headlines, refreshed
from tests.newsroom.newsstand import Opener, Paper, asked_again, titles

from lampungtui.foreign import Line
from lampungtui.model import Grouping, Order, RuleDraft, RuleKind, Tally, View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.window import HeadlineWindow
from lampungtui.query import parse

ALL = View(ViewKind.ALL)


def listed(window: HeadlineWindow) -> list[str]:
    """Every title of a window, in its order."""
    rows = [window.at(rank) for rank in range(window.total)]
    return [str(row.title) for row in rows if row is not None]


def found(room: Newsroom, typed: str, order: Order | None = None) -> list[str]:
    return listed(room.window(View(ViewKind.SEARCH, typed), order=order))


@pytest.fixture
async def room(paper: Paper, rival: Paper, open_room: Opener) -> Newsroom:
    """Two outlets with two articles each, of two days."""
    paper.prints(
        paper.item("a", "Polisi mengamankan pasar", summary="Warga lega."),
        paper.item("b", "Festival kopi digelar", minutes=60 * 24, summary="Kebun dibuka."),
    )
    rival.prints(
        rival.item("c", "Jembatan diperbaiki", guid="w-c", minutes=30, summary="Keamanan dijaga."),
        rival.item("d", "Harga lada", guid="w-d", minutes=60 * 25, summary="Pasar sepi, pasar pagi tutup."),
    )
    newsroom = open_room(paper.profile(), rival.profile())
    await refreshed(newsroom)
    return newsroom


async def test_a_word_finds_its_family_in_what_a_feed_brought(room: Newsroom) -> None:
    assert found(room, "aman ") == ["Polisi mengamankan pasar", "Jembatan diperbaiki"]
    assert found(room, '"keamanan"') == ["Jembatan diperbaiki"]
    assert found(room, "pembukaan ") == ["Festival kopi digelar"]


async def test_and_in_what_its_page_says(paper: Paper, room: Newsroom) -> None:
    paper.runs("b", "Penanaman pohon dimulai di tepi jalan, dan warga ikut serta sejak pagi sampai petang di sana.")
    (festival,) = [each for each in headlines(room) if "Festival" in each.title]
    assert (await room.fetch_body(festival.id)).stored
    assert found(room, "tanam ") == ["Festival kopi digelar"]


async def test_the_most_relevant_or_the_newest_come_first(room: Newsroom) -> None:
    assert found(room, "pasar") == ["Polisi mengamankan pasar", "Harga lada"]
    assert found(room, "pasar", Order.OLDEST) == ["Harga lada", "Polisi mengamankan pasar"]
    assert found(room, "pasar", Order.RELEVANT) == ["Polisi mengamankan pasar", "Harga lada"]
    assert found(room, "pagi OR harga", Order.RELEVANT) == ["Harga lada"]
    assert found(room, "-pasar", Order.RELEVANT) == ["Jembatan diperbaiki", "Festival kopi digelar"]


async def test_only_what_was_typed_last_is_answered(room: Newsroom) -> None:
    views = [View(ViewKind.SEARCH, typed) for typed in ("p", "pa", "pasar")]
    *late, last = await asyncio.gather(*(room.find(view) for view in views))
    assert late == [None, None]
    assert last is not None
    assert listed(last) == ["Polisi mengamankan pasar", "Harga lada"]
    assert last.tally() == Tally(2, 2)
    again = await room.find(ALL)
    assert again is not None
    assert listed(again) == titles(room)


async def test_a_list_can_be_read_from_its_oldest(room: Newsroom) -> None:
    window = room.window(ALL, order=Order.OLDEST)
    assert listed(window) == titles(room)[::-1]
    first, second = window.at(0), window.at(1)
    assert first is not None
    assert second is not None
    assert window.find(second) == 1
    assert room.neighbour_unread(window, first, forward=True) == second
    assert room.neighbour_unread(window, second, forward=False) == first


async def test_a_list_is_grouped_by_day_or_by_outlet(room: Newsroom) -> None:
    days = room.window(ALL, grouping=Grouping.DAY)
    assert listed(days) == titles(room)
    groups = [days.group(row) for rank in range(4) if (row := days.at(rank)) is not None]
    assert [group.day for group in groups if group is not None] == [date(2026, 11, 23)] * 2 + [date(2026, 11, 22)] * 2
    outlets = room.window(ALL, grouping=Grouping.OUTLET)
    rows = [row for rank in range(4) if (row := outlets.at(rank)) is not None]
    assert [str(row.outlet_name) for row in rows] == ["Kabar Siger"] * 2 + ["Warta Sekampung"] * 2
    named = [outlets.group(row) for row in rows]
    assert [group.name for group in named if group is not None] == [row.outlet_name for row in rows]
    row = rows[2]
    assert outlets.find(row) == 2


async def test_a_list_is_grouped_by_region(paper: Paper, open_room: Opener) -> None:
    long = "Warga menunggu perbaikan jalan itu sejak lama dan berharap pekerjaan selesai sebelum hujan. " * 12
    paper.prints(
        paper.item("a", "Jalan rusak", content=f"<p>KRUI (Kabar Siger): {long}</p>"),
        paper.item("b", "Tanpa daerah", minutes=1),
        paper.item("c", "Jalan lain", minutes=2, content=f"<p>KRUI (Kabar Siger): {long}</p>"),
    )
    room = open_room(paper.profile())
    await refreshed(room)
    window = room.window(ALL, grouping=Grouping.REGION)
    assert listed(window) == ["Jalan rusak", "Jalan lain", "Tanpa daerah"]
    groups = [window.group(row) for rank in range(3) if (row := window.at(rank)) is not None]
    assert [group.name for group in groups if group is not None] == ["Pesisir Barat", "Pesisir Barat", ""]


async def test_articles_of_several_outlets_about_one_event_are_one_story(
    paper: Paper, rival: Paper, open_room: Opener, clock: Clock
) -> None:
    paper.prints(
        paper.item("a", "Wali Kota Resmikan Pasar Margorejo Metro", minutes=90),
        paper.item("b", "Harga kopi naik", minutes=60),
    )
    rival.prints(rival.item("c", "Pasar Margorejo di Metro Diresmikan Wali Kota", guid="w-c"))
    room = open_room(paper.profile(), rival.profile())
    await refreshed(room)
    assert await room.tell_stories() == 2
    assert await room.tell_stories() == 0
    newest = headlines(room)[0]
    told = room.story(newest)
    assert [str(each.outlet_name) for each in told] == ["Warta Sekampung", "Kabar Siger"]
    assert newest.story is not None
    assert room.outlets_of_stories(headlines(room)) == {newest.story: 2}
    window = room.window(ALL, grouping=Grouping.STORY)
    assert [str(row.title)[:12] for rank in range(3) if (row := window.at(rank)) is not None] == [
        "Pasar Margor", "Wali Kota Re", "Harga kopi n"
    ]  # fmt: skip
    groups = [window.group(row) for rank in range(3) if (row := window.at(rank)) is not None]
    assert [str(group.name) for group in groups if group is not None] == [newest.title, newest.title, "Harga kopi naik"]
    rival.prints(rival.item("d", "Pasar lain", guid="w-d"), rival.item("e", "Kopi naik harga", guid="w-e"))
    await asked_again(room, clock)
    assert await room.tell_stories() == 0
    await room.hide([told[1].id], hidden=True)
    assert room.outlets_of_stories([newest]) == {newest.story: 1}


async def test_a_saved_view_is_listed_and_counted_in_its_own_way(room: Newsroom) -> None:
    assert await room.save_view("Kosong", "   ") is None
    view = await room.save_view("Pasar", "pasar", order=Order.OLDEST, grouping=Grouping.DAY)
    assert view is not None
    assert view.tally == room.tally(view.view) == Tally(2, 2)
    window = room.window(view.view)
    assert listed(window) == ["Harga lada", "Polisi mengamankan pasar"]
    assert window.grouping is Grouping.DAY
    first = window.at(0)
    assert first is not None
    await room.mark_read([first.id], read=True)
    assert await room.count_views()
    assert room.tallies()[view.view.slug] == Tally(2, 1)
    await room.mark_all_read(window, about="Pasar")
    await room.count_views()
    assert room.tally(view.view) == Tally(2, 0)
    assert await room.change_view(replace(view, name=Line("Harga"), query="harga"))
    assert room.tally(view.view) == Tally(1, 0)
    await room.undo()
    assert [each.name for each in room.saved_views()] == ["Pasar"]


async def test_a_saved_view_that_goes_by_the_clock_is_counted_as_time_passes(room: Newsroom, clock: Clock) -> None:
    still = await room.save_view("Pasar", "pasar")
    assert not room.views_by_the_clock()
    young = await room.save_view("Baru", "umur:<2j")
    today = await room.save_view("Sejak kemarin", "sejak:kemarin")
    assert still is not None and young is not None and today is not None
    assert room.views_by_the_clock()
    assert (young.tally, today.tally) == (Tally(2, 2), Tally(4, 4))
    # What saving wrote is counted once more; then everything is as it was.
    await room.count_views()
    clock.forward(timedelta(minutes=95))
    assert await room.count_views()
    assert room.tallies()[young.view.slug] == Tally(1, 1)
    assert not await room.count_views()
    clock.forward(timedelta(days=1))
    assert await room.count_views()
    assert room.tallies()[young.view.slug] == Tally()
    assert room.tallies()[today.view.slug] == Tally(2, 2)
    assert room.tallies()[still.view.slug] == still.tally


async def test_a_query_is_asked_of_one_article(room: Newsroom) -> None:
    ids = {str(each.title): each.id for each in headlines(room)}
    police, pepper = ids["Polisi mengamankan pasar"], ids["Harga lada"]
    assert room.found_among(parse("aman pasar"), [police]) == [police]
    assert room.found_among(parse("aman OR harga status:belum"), [pepper, police]) == sorted([police, pepper])
    assert room.found_among(parse("-pasar"), [police]) == []
    assert room.found_among(parse("pasar"), []) == ()


async def test_a_view_that_was_deleted_is_no_place_to_come_back_to(room: Newsroom) -> None:
    view = await room.save_view("Pasar", "pasar")
    assert view is not None
    await room.keep_place(view.view, None, None)
    assert room.last_place().view == view.view
    await room.delete_view(view)
    assert room.last_place().view == ALL


async def test_a_rule_mutes_until_it_expires(paper: Paper, room: Newsroom, clock: Clock) -> None:
    draft = RuleDraft(RuleKind.MUTE, "kopi", expires_at=clock() + timedelta(days=30))
    assert await room.preview_rule(draft) == Tally(1, 1)
    made = await room.make_rule(draft)
    assert made is not None
    rule, changed = made
    assert (rule.articles, len(changed)) == (1, 1)
    assert "Festival kopi digelar" not in titles(room)
    paper.prints(paper.item("e", "Kopi lagi"), paper.item("f", "Jalan rusak"))
    assert sum(progress.new for progress in await asked_again(room, clock)) == 1
    assert len(listed(room.window(View(ViewKind.MUTED)))) == 2
    await asked_again(room, clock, timedelta(days=31))
    assert {"Festival kopi digelar", "Kopi lagi"} <= set(titles(room))
    assert await room.make_rule(RuleDraft(RuleKind.MUTE, "  ")) is None


async def test_hiding_and_tagging_are_undone_in_turn(room: Newsroom) -> None:
    first = headlines(room)[0]
    await room.tag([first.id], "Arsip", tagged=True)
    await room.hide([first.id], hidden=True)
    assert first.id not in [each.id for each in headlines(room)]
    assert [(tag.name, tag.tally) for tag in room.tags()] == [("Arsip", Tally(0, 0))]
    await room.undo()
    assert headlines(room)[0].id == first.id
    assert room.tags_of(first.id) == ("Arsip",)
    article = room.article(first.id)
    assert article is not None
    assert article.tags == ("Arsip",)
    await room.undo()
    assert room.tags() == []
