"""Outlets that fail: each says what happened, the others arrive, and what was stored stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from tests.demo.press_house import Clock, headlines, prefetched, refreshed
from tests.fetch.outletserver import Answer, answer
from tests.newsroom.newsstand import (
    LISTING_RULES,
    NOON,
    Opener,
    Paper,
    asked_again,
    feed_answer,
    headline,
    opened,
    page_answer,
    state_of,
    titles,
)


@dataclass(frozen=True)
class Fault:
    """An answer that brings no news, its kind, and words of the sentence about it."""

    answer: Answer
    kind: str
    words: str


FAULTS = {
    "html": Fault(page_answer("Selamat datang", "Situs kami pindah."), "not-a-feed", "web page where a feed should be"),
    "cut on the wire": Fault(
        feed_answer("<item><title>Pasar", Content_Length="9000"), "cut-short", "broke off before its end"
    ),
    "empty": Fault(answer(200, b""), "not-a-feed", "an empty document"),
    "not found": Fault(answer(404, b"tidak ada"), "not-found", "nothing at this address (HTTP 404)"),
    "gone": Fault(answer(410, b""), "gone", "gone for good (HTTP 410)"),
    "blocked": Fault(answer(403, b""), "blocked", "refuses to serve us (HTTP 403)"),
    "broken": Fault(answer(500, b""), "server-error", "had an error of its own (HTTP 500)"),
    "no http": Fault(b"SIARAN RADIO\r\n\r\n", "bad-response", "no valid HTTP"),
    "plain text": Fault(answer(200, b"Pasar Margorejo ditata ulang.", Content_Type="text/plain"), "not-a-feed", "neither"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
async def test_a_feed_that_fails_says_what_happened_and_the_others_arrive(
    paper: Paper, rival: Paper, clock: Clock, open_room: Opener, name: str
) -> None:
    fault = FAULTS[name]
    sick, well = paper.profile(), rival.profile()
    paper.answers("/rss", fault.answer)
    rival.prints(rival.item("kopi"))
    room = open_room(sick, well)
    await refreshed(room)
    state = state_of(room, sick)
    assert state.trouble == fault.kind
    assert fault.words in (state.trouble_text or "")
    assert state.failing_since == clock.now == NOON
    assert state.last_success_at is None
    assert state_of(room, well).trouble is None
    assert [each.id for each in room.failing()] == [sick.feeds[0].id]
    assert room.failing_outlets() == [sick]
    assert titles(room) == [headline("kopi")]
    assert room.online


async def test_a_server_that_is_not_there_says_so_and_the_others_arrive(
    paper: Paper, rival: Paper, clock: Clock, open_room: Opener
) -> None:
    dead, well = paper.profile(), rival.profile()
    await paper.shuts()
    rival.prints(rival.item("kopi"))
    room = open_room(dead, well)
    await refreshed(room)
    assert state_of(room, dead).trouble == "refused"
    assert "refuses connections" in (state_of(room, dead).trouble_text or "")
    assert titles(room) == [headline("kopi")]
    assert room.online


def test_every_failure_has_a_sentence_of_its_own() -> None:
    told = [fault.words for fault in FAULTS.values()]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("name", ["html", "cut on the wire"])
async def test_what_was_stored_of_a_feed_outlives_its_failure(
    paper: Paper, clock: Clock, open_room: Opener, name: str
) -> None:
    items = [paper.item("pasar"), paper.item("padi", minutes=1)]
    paper.answers("/rss", feed_answer(*items, ETag='"siger-1"'), FAULTS[name].answer, feed_answer(*items))
    outlet = paper.profile()
    room = open_room(outlet)
    await refreshed(room)
    before = headlines(room)
    await room.mark_read([before[0].id], read=True)
    await room.save([before[1].id], saved=True)
    await asked_again(room, clock)
    assert state_of(room, outlet).failures == 1
    assert state_of(room, outlet).last_success_at == NOON
    marks = [(each.id, each.title, each.read, each.saved) for each in headlines(room)]
    assert marks == [
        (before[0].id, headline("pasar"), True, False), (before[1].id, headline("padi"), False, True)
    ]  # fmt: skip
    await asked_again(room, clock)
    assert state_of(room, outlet).trouble is None
    assert state_of(room, outlet).failing_since is None
    assert [(each.id, each.title, each.read, each.saved) for each in headlines(room)] == marks


async def test_since_when_a_feed_fails_is_told_through_all_its_failures(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    outlet = paper.profile()
    paper.answers("/rss", answer(404, b""), answer(500, b""))
    room = open_room(outlet)
    await refreshed(room)
    await asked_again(room, clock)
    state = state_of(room, outlet)
    assert (state.failures, state.failing_since, state.trouble) == (2, NOON, "server-error")


async def test_xml_that_breaks_off_gives_the_items_before_the_break_and_says_so(
    paper: Paper, open_room: Opener
) -> None:
    whole = feed_answer(paper.item("pasar"), paper.item("padi", minutes=1)).split(b"\r\n\r\n", 1)[1]
    paper.answers("/rss", answer(200, whole[: whole.rindex(b"<description>")], Content_Type="application/rss+xml"))
    outlet = paper.profile()
    room = open_room(outlet)
    await refreshed(room)
    assert headline("pasar") in titles(room)
    assert "not well-formed" in (state_of(room, outlet).remarks or "")


async def test_xml_without_a_feed_in_it_says_so(paper: Paper, open_room: Opener) -> None:
    outlet = paper.profile()
    paper.answers("/rss", answer(200, b"<?xml version='1.0'?><katalog><buku/></katalog>", Content_Type="text/xml"))
    room = open_room(outlet)
    await refreshed(room)
    assert state_of(room, outlet).trouble == "not-a-feed"
    assert state_of(room, outlet).trouble_text


async def test_a_page_without_headlines_where_the_profile_looks_says_so(paper: Paper, open_room: Opener) -> None:
    outlet = paper.profile("/metro", kind="page", rules=LISTING_RULES)
    paper.answers("/metro", page_answer("Metro", "Tata letak halaman ini baru."))
    room = open_room(outlet)
    await refreshed(room)
    assert "lists no headlines where the outlet's profile looks" in (state_of(room, outlet).trouble_text or "")


async def test_a_feed_without_items_is_no_failure(paper: Paper, open_room: Opener) -> None:
    outlet = paper.profile()
    paper.prints()
    room = open_room(outlet)
    await refreshed(room)
    assert state_of(room, outlet).trouble is None
    assert state_of(room, outlet).entries == 0
    assert room.failing() == []


async def test_a_server_that_calls_unchanged_what_it_never_gave_does_not_end_the_refresh(
    paper: Paper, rival: Paper, open_room: Opener
) -> None:
    paper.answers("/rss", answer(304, b""))
    rival.prints(rival.item("kopi"))
    room = open_room(paper.profile(), rival.profile())
    await refreshed(room)
    assert titles(room) == [headline("kopi")]


# --------------------------------------------------------------------------- no network


async def test_without_a_network_the_newsroom_says_so_and_what_is_stored_is_read(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(paper.item("pasar"))
    paper.runs("pasar")
    room = open_room(paper.profile())
    assert room.online is None
    await refreshed(room)
    await prefetched(room)
    assert room.online is True
    assert not room.offline
    await paper.shuts()
    await asked_again(room, clock)
    assert room.online is False
    assert room.offline
    assert room.last_success() == NOON
    (there,) = headlines(room)
    assert there.stored
    assert opened(room, there.id).whole
    await room.mark_read([there.id], read=True)
    await room.save([there.id], saved=True)
    (there,) = headlines(room)
    assert there.read
    assert there.saved


async def test_without_a_network_no_body_is_asked_for(
    paper: Paper, rival: Paper, clock: Clock, open_room: Opener
) -> None:
    # The articles are at the rival's, which still answers: only the feed's server is gone.
    paper.prints(paper.item("pasar", link=rival.at("/berita/pasar")))
    room = open_room(paper.profile())
    await refreshed(room)
    await paper.shuts()
    await asked_again(room, clock)
    assert await prefetched(room) == []
    assert rival.asked() == []


async def test_who_comes_back_to_the_network_is_online_again(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.prints(paper.item("pasar"))
    room = open_room(paper.profile())
    await paper.shuts()
    await refreshed(room)
    assert room.offline
    await paper.opens_again()
    await asked_again(room, clock)
    assert room.online is True
    assert titles(room) == [headline("pasar")]


async def test_a_server_that_only_refuses_is_no_sign_of_a_missing_network(paper: Paper, open_room: Opener) -> None:
    paper.answers("/rss", answer(403, b""))
    room = open_room(paper.profile())
    await refreshed(room)
    assert room.online is True


async def test_a_dead_outlet_that_is_asked_alone_does_not_make_the_whole_newsroom_offline(
    paper: Paper, rival: Paper, clock: Clock, open_room: Opener
) -> None:
    dead, well = paper.profile(), rival.profile()
    await paper.shuts()
    rival.prints(rival.item("kopi"))
    room = open_room(dead, well)
    await refreshed(room)
    clock.forward(timedelta(minutes=5))
    polled = [progress.total async for progress in room.refresh(by_hand=True, only={dead.feeds[0].id})]
    assert polled == [1, 1]
    assert room.online is True


async def test_a_refresh_with_nothing_due_says_nothing_new_about_the_network(paper: Paper, open_room: Opener) -> None:
    outlet = paper.profile()
    await paper.shuts()
    room = open_room(outlet)
    await refreshed(room)
    await refreshed(room)
    assert room.online is False


@pytest.mark.parametrize(
    ("served", "requests", "received"),
    [
        ({"/rss": FAULTS["html"].answer}, 1, True),
        ({"/rss": FAULTS["cut on the wire"].answer}, 1, True),
        ({"/rss": FAULTS["not found"].answer}, 1, False),
        ({"/rss": answer(302, b"", Location="/dua"), "/dua": answer(302, b"", Location="/rss")}, 2, False),
    ],
    ids=["a page", "cut", "nothing there", "a circle"],
)
async def test_what_a_failure_cost_is_counted_too(
    paper: Paper, open_room: Opener, served: dict[str, Answer], requests: int, received: bool
) -> None:
    for path, given in served.items():
        paper.answers(path, given)
    sick = paper.profile()
    room = open_room(sick)
    await refreshed(room)
    state = state_of(room, sick)
    assert (state.day_requests, state.day_bytes > 0) == (requests, received)
