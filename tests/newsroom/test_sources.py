"""What a person does to their sources: it is in the file, it is what is asked from then on, and it can be taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.demo.press_house import Clock, headlines, prefetched, refreshed
from tests.fetch.outletserver import OutletServer, answer
from tests.newsroom.newsstand import Paper, asked_again, feed_answer, opened, titles

from lampungtui.config import Config
from lampungtui.errors import LampungtuiError, ProfileError, SubscriptionsError
from lampungtui.folders import Folders
from lampungtui.foreign import Address, Line
from lampungtui.model import Feed, FeedKind, Outlet
from lampungtui.newsroom.candidates import Candidate
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.source_journal import STEPS
from lampungtui.newsroom.sources import Sources
from lampungtui.outlets.subscriptions import followed, read_subscriptions
from lampungtui.store import Store

HOUR = timedelta(hours=1)
PICTURE = '<p><img src="https://kabar.example/pasar.png" alt="Pasar"> Pedagang pindah.</p>'


@dataclass(frozen=True)
class Desk:
    """A newsroom with its sources, and the file that says what they are."""

    room: Newsroom
    sources: Sources
    file: Path

    @property
    def followed(self) -> list[str]:
        """The ids of the feeds that are read."""
        return [feed.id for feed in self.room.feeds]

    @property
    def text(self) -> str:
        """The file as it stands."""
        return self.file.read_text(encoding="utf-8")

    def feed(self, feed_id: str) -> Feed:
        """A feed that is read."""
        (found,) = [feed for feed in self.room.feeds if feed.id == feed_id]
        return found

    def add(self, url: Address, name: str = "Kabar Kopi") -> Feed:
        """Follows a feed of one's own."""
        return self.sources.add(url, kind=FeedKind.RSS, name=Line(name))

    async def found(self, typed: str) -> list[Candidate]:
        """What discovery finds at an address."""
        return [candidate async for candidate in self.room.discovery().candidates(typed)]


SitDown = Callable[..., Desk]


@pytest.fixture
async def sit_down(tmp_path: Path, clock: Clock) -> AsyncIterator[SitDown]:
    """Opens newsrooms over one home; they are closed in the end."""
    folders = Folders.under(tmp_path / "home")
    folders.config.mkdir(parents=True)
    folders.prepare()
    rooms: list[Newsroom] = []

    def sit(*catalogue: Outlet, chosen: tuple[str, ...] = ()) -> Desk:
        read = followed(read_subscriptions(folders.subscriptions_file), catalogue, chosen)
        room = Newsroom(Store.open(folders.data), read, Config(), catalogue=catalogue, clock=clock)
        rooms.append(room)
        return Desk(room, Sources(room, folders, catalogue, chosen), folders.subscriptions_file)

    yield sit
    for room in rooms:
        await room.hang_up()
        room.close()


@pytest.fixture
async def others() -> AsyncIterator[OutletServer]:
    """The site of an outlet that no profile describes."""
    server = await OutletServer().start()
    yield server
    await server.stop()


def outlet(name: str, *feeds: str) -> Outlet:
    """An outlet of the catalogue that nobody asks."""
    url = f"https://{name}.example"
    return Outlet(
        id=name,
        name=Line(name.title()),
        home=Address(f"{url}/"),
        feeds=tuple(
            Feed(f"{name}/{each}", name, FeedKind.RSS, Address(f"{url}/{each}"), Line(each.title()))
            for each in feeds or ("terkini",)
        ),
    )


SIGER, SEKURA = outlet("siger", "terkini", "politik"), outlet("sekura")


@pytest.fixture
def desk(sit_down: SitDown) -> Desk:
    """A reader of two outlets, three feeds."""
    return sit_down(SIGER, SEKURA)


KOPI = Address("https://kopi.example/feed")


# --------------------------------------------------------------------------- changes and what is read then


def test_outlets_are_chosen_and_let_go(desk: Desk) -> None:
    assert not desk.sources.anything_chosen
    desk.sources.choose_outlets(["sekura", "lenyap"])
    assert desk.sources.anything_chosen
    assert desk.followed == ["sekura/terkini"]
    assert desk.sources.chosen_ids() == {"sekura"}
    desk.sources.choose_outlets(["siger", "sekura"])
    assert set(desk.room.outlets) == {"siger", "sekura"}
    desk.sources.choose_outlets([])
    assert desk.followed == []
    assert "outlets = []" in desk.text


def test_a_feed_of_ones_own_is_named_moved_and_let_go(desk: Desk) -> None:
    feed = desk.add(KOPI)
    assert (feed.id, feed.title, desk.followed[-1]) == ("own/kabar-kopi", "Kabar Kopi", "own/kabar-kopi")
    assert desk.sources.called(feed) == "Kabar Kopi"
    desk.sources.set(feed, {"name": "Kopi Liwa", "category": "ekbis", "interval": 240})
    changed = desk.feed(feed.id)
    assert (changed.title, changed.category, changed.interval_minutes) == ("Kopi Liwa", "ekbis", 240)
    desk.sources.remove(changed)
    assert feed.id not in desk.followed
    assert "kopi" not in desk.text


def test_a_feed_of_the_catalogue_is_paused_where_its_outlet_has_others(desk: Desk) -> None:
    desk.sources.remove(desk.feed("siger/politik"))
    assert desk.feed("siger/politik").settings.paused
    assert set(desk.room.outlets) == {"siger", "sekura"}


def test_the_last_feed_of_an_outlet_takes_its_outlet_along(desk: Desk) -> None:
    desk.sources.remove(desk.feed("siger/politik"))
    desk.sources.remove(desk.feed("siger/terkini"))
    assert desk.followed == ["sekura/terkini"]
    desk.sources.remove(desk.feed("sekura/terkini"))
    assert desk.followed == []


def test_a_feed_of_ones_own_on_a_known_site_does_not_choose_that_outlet(desk: Desk) -> None:
    desk.sources.choose_outlets(["sekura"])
    desk.add(Address("https://siger.example/opini"), "Opini")
    assert desk.sources.chosen_ids() == {"sekura"}
    desk.sources.choose_outlets(sorted(desk.sources.chosen_ids()))
    assert desk.followed == ["sekura/terkini", "own/opini"]
    assert desk.sources.called(desk.feed("own/opini")) == "Siger: Opini"


def test_several_are_followed_in_one_step(desk: Desk) -> None:
    lada = Address("https://lada.example/")
    kopi, page = desk.sources.add_all(
        [(KOPI, FeedKind.RSS, Line("Kopi"), None), (lada, FeedKind.PAGE, Line("Lada"), "ekbis")]
    )
    assert (kopi.id, page.id, page.kind, page.category) == ("own/kopi", "own/lada", FeedKind.PAGE, "ekbis")
    done = desk.sources.undo()
    assert done is not None
    assert done.what == "imported"
    assert len(desk.followed) == 3


@pytest.mark.parametrize(
    "again",
    [
        "https://kopi.example/feed",
        "http://kopi.example/feed",
        "https://www.kopi.example/feed/",
        "http://www.kopi.example/feed?utm_source=surel",
    ],
)
def test_one_address_is_followed_once_however_it_is_written(desk: Desk, again: str) -> None:
    feed = desk.add(KOPI)
    assert desk.sources.feed_at(Address(again)) == feed
    with pytest.raises(SubscriptionsError, match="followed already, as 'Kabar Kopi'"):
        desk.add(Address(again), "Kopi Lain")
    assert len(desk.followed) == 4


def test_an_address_of_the_catalogue_that_is_read_is_not_followed_beside_it(desk: Desk) -> None:
    with pytest.raises(SubscriptionsError, match="followed already, as 'Siger: Politik'"):
        desk.add(Address("http://www.siger.example/politik/"))
    assert not desk.file.exists()


def test_what_cannot_be_set_changes_nothing(desk: Desk) -> None:
    feed = desk.add(KOPI)
    before = desk.text
    with pytest.raises(ProfileError, match="unknown category"):
        desk.sources.set(feed, {"category": "tidak-ada"})
    assert desk.text == before
    assert desk.feed(feed.id) == feed
    done = desk.sources.undo()
    assert done is not None
    assert done.what == "added"


# --------------------------------------------------------------------------- undo


def test_many_steps_are_taken_back_and_made_again_to_the_byte(desk: Desk) -> None:
    steps: list[Callable[[], object]] = [
        lambda: desk.sources.choose_outlets(["siger"]),
        lambda: desk.add(KOPI),
        lambda: desk.sources.pause(desk.feed("siger/terkini"), paused=True),
        lambda: desk.sources.set(desk.feed("own/kabar-kopi"), {"muted": True}, what="muted"),
        lambda: desk.sources.pause(desk.feed("siger/terkini"), paused=False),
        lambda: desk.sources.remove(desk.feed("own/kabar-kopi")),
    ]
    said: list[tuple[str | None, list[Feed]]] = []
    for step in steps:
        said.append((desk.text if desk.file.exists() else None, list(desk.room.feeds)))
        step()
    last = desk.text, list(desk.room.feeds)
    whats = []
    for text, feeds in reversed(said):
        done = desk.sources.undo()
        assert done is not None
        whats.append((done.what, done.about))
        assert (desk.text if desk.file.exists() else None) == text
        assert list(desk.room.feeds) == feeds
    assert whats == [
        ("removed", "Kabar Kopi"),
        ("resumed", "Terkini"),
        ("muted", "Kabar Kopi"),
        ("paused", "Terkini"),
        ("added", "Kabar Kopi"),
        ("chosen", ""),
    ]
    assert desk.sources.undo() is None
    assert not desk.sources.anything_chosen
    for _ in steps:
        assert desk.sources.redo() is not None
    assert desk.sources.redo() is None
    assert (desk.text, list(desk.room.feeds)) == last


def test_a_new_change_forgets_what_was_taken_back(desk: Desk) -> None:
    desk.add(KOPI)
    desk.sources.undo()
    desk.sources.choose_outlets(["siger"])
    assert desk.sources.redo() is None
    assert desk.followed == ["siger/terkini", "siger/politik"]


def test_what_changes_nothing_is_no_step(desk: Desk) -> None:
    desk.sources.pause(desk.feed("siger/terkini"), paused=True)
    desk.sources.pause(desk.feed("siger/terkini"), paused=True)
    desk.sources.undo()
    desk.sources.pause(desk.feed("siger/terkini"), paused=False)
    assert desk.sources.redo() is not None
    assert desk.feed("siger/terkini").settings.paused


def test_a_hundred_steps_are_remembered(desk: Desk) -> None:
    feed = desk.add(KOPI)
    for number in range(1, STEPS + 3):
        desk.sources.set(desk.feed(feed.id), {"keep": number})
    count = 0
    while desk.sources.undo() is not None:
        count += 1
    assert count == STEPS
    assert desk.feed(feed.id).settings.keep == 2


def test_a_feed_that_was_let_go_comes_back_after_a_restart(sit_down: SitDown) -> None:
    before = sit_down(SIGER)
    feed = before.add(KOPI)
    kept = before.text
    before.sources.remove(before.feed(feed.id))
    assert feed.id not in before.followed
    again = sit_down(SIGER)
    assert feed.id not in again.followed
    done = again.sources.undo()
    assert done is not None
    assert (done.what, done.about) == ("removed", "Kabar Kopi")
    assert again.text == kept
    assert feed.id in again.followed
    third = sit_down(SIGER)
    assert third.sources.redo() is not None
    assert feed.id not in third.followed


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"done": 7}', '{"done": [{"what": 1}], "undone": []}'])
def test_a_broken_memory_of_changes_stops_nobody(broken: str, sit_down: SitDown, tmp_path: Path) -> None:
    first = sit_down(SIGER)
    first.add(KOPI)
    Folders.under(tmp_path / "home").source_journal.write_text(broken)
    again = sit_down(SIGER)
    assert again.sources.undo() is None
    again.sources.pause(again.feed("siger/terkini"), paused=True)
    assert again.sources.undo() is not None


def test_nothing_is_taken_back_over_somebody_elses_change(desk: Desk) -> None:
    desk.add(KOPI)
    later = desk.text + '\n[settings."siger/politik"]\nmuted = true\n'
    desk.file.write_text(later)
    for _ in range(2):
        with pytest.raises(SubscriptionsError, match="was changed since"):
            desk.sources.undo()
    assert desk.text == later
    # The person takes their own words back by hand: then the step can go too.
    desk.file.write_text(later.partition("\n[settings")[0])
    assert desk.sources.undo() is not None
    assert len(desk.followed) == 3


def test_a_change_after_somebody_elses_keeps_theirs_and_is_taken_back_alone(desk: Desk) -> None:
    desk.add(KOPI)
    desk.file.write_text(desk.text + '\n[settings."siger/politik"]\nmuted = true\n')
    desk.sources.pause(desk.feed("sekura/terkini"), paused=True)
    assert desk.feed("siger/politik").settings.muted
    desk.sources.undo()
    assert not desk.feed("sekura/terkini").settings.paused
    assert desk.feed("siger/politik").settings.muted


# --------------------------------------------------------------------------- the file in other hands


def test_what_another_wrote_is_followed_when_the_file_is_read_again(desk: Desk, sit_down: SitDown) -> None:
    assert not desk.sources.reread()
    beside = sit_down(SIGER, SEKURA)
    beside.add(KOPI)
    assert "own/kabar-kopi" not in desk.followed
    assert desk.sources.reread()
    assert "own/kabar-kopi" in desk.followed
    assert not desk.sources.reread()


def test_a_remark_in_the_file_changes_nothing(desk: Desk) -> None:
    desk.add(KOPI)
    desk.file.write_text(desk.text + "# Bagus.\n")
    assert not desk.sources.reread()


def test_a_file_that_is_taken_away_leaves_what_is_on_by_default(desk: Desk) -> None:
    desk.sources.choose_outlets(["sekura"])
    desk.file.unlink()
    assert desk.sources.reread()
    assert len(desk.followed) == 3


def test_a_file_broken_by_hand_is_told_once_and_what_was_followed_stays(desk: Desk) -> None:
    desk.add(KOPI)
    whole, before = desk.text, desk.followed
    desk.file.write_text(whole + "interval = soon\n")
    with pytest.raises(ProfileError) as caught:
        desk.sources.reread()
    assert f"{desk.file}:{whole.count(chr(10)) + 1}: " in str(caught.value)
    assert not desk.sources.reread()
    assert desk.followed == before
    changes: list[Callable[[], object]] = [
        lambda: desk.sources.choose_outlets(["siger"]),
        lambda: desk.sources.pause(desk.feed("siger/politik"), paused=True),
        lambda: desk.add(Address("https://lada.example/feed")),
        desk.sources.undo,
    ]
    for change in changes:
        with pytest.raises(LampungtuiError):
            change()
    assert desk.text == whole + "interval = soon\n"
    assert desk.followed == before
    desk.file.write_text(whole + "interval = 30\n")
    assert desk.sources.reread()
    assert desk.feed("own/kabar-kopi").interval_minutes == 30


# --------------------------------------------------------------------------- following what discovery found


async def test_what_discovery_downloaded_is_stored_and_not_asked_for_again(
    sit_down: SitDown, others: OutletServer, paper: Paper, clock: Clock
) -> None:
    desk = sit_down()
    news = feed_answer(paper.item("pasar"), paper.item("kopi", minutes=5), ETag='"satu"', Last_Modified="kemarin")
    others.serve("/feed", news, answer(304, b""))
    (candidate,) = await desk.found(others.at("/feed"))
    feed = await desk.sources.follow(candidate, category="ekbis")
    assert (feed.title, feed.category) == ("Kabar Siger", "ekbis")
    assert titles(desk.room) == ["Berita Pasar dari Margorejo", "Berita Kopi dari Margorejo"]
    assert [each.category for each in headlines(desk.room)] == ["ekbis", "ekbis"]
    await refreshed(desk.room)
    assert [each.path for each in others.asked] == ["/feed"]
    clock.forward(HOUR * 13)
    await refreshed(desk.room)
    assert len(others.asked) == 2
    assert others.asked[1].headers["if-none-match"] == '"satu"'
    assert others.asked[1].headers["if-modified-since"] == "kemarin"
    assert len(titles(desk.room)) == 2


async def test_where_an_address_leads_on_for_good_that_is_what_is_followed(
    sit_down: SitDown, others: OutletServer, paper: Paper, clock: Clock
) -> None:
    desk = sit_down()
    others.serve("/lama", answer(301, b"", Location="/feed"))
    others.serve("/feed", feed_answer(paper.item("pasar")))
    (candidate,) = await desk.found(others.at("/lama"))
    feed = await desk.sources.follow(candidate)
    assert feed.url == others.at("/feed")
    clock.forward(HOUR * 13)
    await refreshed(desk.room)
    assert [each.path for each in others.asked] == ["/lama", "/feed", "/feed"]


async def test_a_feed_of_the_catalogue_is_followed_by_its_outlet(sit_down: SitDown, paper: Paper, rival: Paper) -> None:
    paper.prints(paper.item("pasar"))
    paper.prints(paper.item("kopi", minutes=5), path="/politik")
    siger, sekampung = paper.profile("/rss", "/politik"), rival.profile()
    desk = sit_down(siger, sekampung)
    desk.sources.choose_outlets([sekampung.id])
    candidate, *_ = await desk.found(paper.server.origin)
    assert candidate.feed == siger.feeds[0]
    feed = await desk.sources.follow(candidate, category="ekbis")
    assert (feed.id, feed.category) == ("kabar-siger/rss", "ekbis")
    assert desk.sources.chosen_ids() == {siger.id, sekampung.id}
    assert titles(desk.room) == ["Berita Pasar dari Margorejo"]
    assert "[[feeds]]" not in desk.text
    asked = paper.asked()
    with pytest.raises(SubscriptionsError, match="Kabar Siger is read already"):
        await desk.sources.follow(candidate)
    assert paper.asked() == asked
    done = desk.sources.undo()
    assert done is not None
    assert (done.what, done.about) == ("added", "Kabar Siger")
    assert desk.sources.chosen_ids() == {sekampung.id}
    assert "ekbis" not in desk.text


async def test_an_outlet_of_which_only_a_feed_of_ones_own_is_read_can_still_be_followed(
    sit_down: SitDown, paper: Paper, rival: Paper
) -> None:
    paper.prints(paper.item("pasar"))
    desk = sit_down(paper.profile(), rival.profile())
    desk.sources.choose_outlets([rival.id])
    desk.add(paper.at("/opini"), "Opini")
    candidate, *_ = await desk.found(paper.server.origin)
    await desk.sources.follow(candidate)
    assert sorted(desk.followed) == ["kabar-siger/rss", "own/opini", "warta-sekampung/rss"]


async def test_what_is_followed_already_is_said_and_nothing_is_written(
    sit_down: SitDown, others: OutletServer, paper: Paper
) -> None:
    desk = sit_down()
    others.serve("/feed", feed_answer(paper.item("pasar")))
    (candidate,) = await desk.found(others.at("/feed"))
    await desk.sources.follow(candidate)
    before = desk.text
    with pytest.raises(SubscriptionsError, match="is followed already, as 'Kabar Siger'"):
        await desk.sources.follow(candidate)
    assert desk.text == before


# --------------------------------------------------------------------------- what the settings bring about


async def test_a_paused_feed_is_not_asked_and_its_articles_stay(sit_down: SitDown, paper: Paper, clock: Clock) -> None:
    paper.prints(paper.item("pasar"))
    desk = sit_down(paper.profile())
    await refreshed(desk.room)
    desk.sources.pause(desk.feed("kabar-siger/rss"), paused=True)
    clock.forward(HOUR * 24)
    await refreshed(desk.room, by_hand=True)
    assert paper.asked() == ["/rss"]
    assert len(titles(desk.room)) == 1
    desk.sources.undo()
    await refreshed(desk.room)
    assert paper.asked() == ["/rss", "/rss"]


async def test_articles_of_a_feed_that_was_let_go_can_still_be_read(sit_down: SitDown, paper: Paper) -> None:
    paper.prints(paper.item("pasar"))
    paper.runs("pasar")
    desk = sit_down(paper.profile())
    await refreshed(desk.room)
    desk.sources.remove(desk.feed("kabar-siger/rss"))
    assert desk.followed == []
    (article,) = headlines(desk.room)
    assert (await desk.room.fetch_body(article.id)).stored
    assert opened(desk.room, article.id).whole


async def test_a_muted_feed_brings_its_articles_as_read(sit_down: SitDown, paper: Paper, clock: Clock) -> None:
    paper.prints(paper.item("pasar"))
    desk = sit_down(paper.profile())
    await refreshed(desk.room)
    desk.sources.set(desk.feed("kabar-siger/rss"), {"muted": True})
    paper.prints(paper.item("pasar"), paper.item("kopi", minutes=-5))
    clock.forward(HOUR * 13)
    await refreshed(desk.room)
    assert [(each.title.split()[1], each.read) for each in headlines(desk.room)] == [("Kopi", True), ("Pasar", False)]


async def test_without_whole_texts_no_page_is_asked_for_ahead(sit_down: SitDown, paper: Paper, clock: Clock) -> None:
    paper.prints(paper.item("pasar"))
    paper.runs("pasar")
    desk = sit_down(paper.profile())
    desk.sources.set(desk.feed("kabar-siger/rss"), {"full_text": False})
    await refreshed(desk.room)
    assert await prefetched(desk.room) == []
    paper.prints(paper.item("pasar", "Pasar pindah ke lapak baru"))
    await asked_again(desk.room, clock)
    assert titles(desk.room) == ["Pasar pindah ke lapak baru"]
    assert await prefetched(desk.room) == []
    assert paper.asked("/berita") == []
    (article,) = headlines(desk.room)
    # Who opens an article wants to read it all the same, and as it reads now.
    assert (await desk.room.fetch_body(article.id)).stored
    paper.prints(paper.item("pasar", "Pasar pindah besok"))
    await asked_again(desk.room, clock)
    assert await prefetched(desk.room) == [article.id]


@pytest.mark.parametrize("images", [True, False])
async def test_pictures_of_a_feed_are_shown_or_left_out(
    sit_down: SitDown, paper: Paper, clock: Clock, images: bool
) -> None:
    paper.prints(paper.item("pasar", content=PICTURE))
    desk = sit_down(paper.profile())
    desk.sources.set(desk.feed("kabar-siger/rss"), {"images": images})
    await refreshed(desk.room)
    for _ in range(2):
        (article,) = headlines(desk.room)
        found = opened(desk.room, article.id)
        pictures = [found.image, *(block for block in found.blocks if type(block).__name__ == "Image")]
        assert any(picture is not None for picture in pictures) is images
        # Its outlet edits it.
        whole = "".join(f"<p>Pedagang ke-{number} pindah ke lapak yang baru.</p>" for number in range(60))
        paper.prints(paper.item("pasar", "Pasar pindah", content=whole + PICTURE.replace("pasar.png", "lapak.png")))
        await asked_again(desk.room, clock)


async def test_a_feeds_own_headers_go_to_its_server_and_to_nobody_else(
    sit_down: SitDown, paper: Paper, rival: Paper
) -> None:
    # Without a feed of its own there, nobody may be led to a private network at all.
    desk = sit_down(rival.profile())
    desk.sources.pause(desk.feed("warta-sekampung/rss"), paused=True)
    desk.add(paper.at("/langganan"), "Langganan")
    keys = 'user_agent = "Pembaca/1"\nheaders = {X-Key = "rahasia"}\n'
    desk.file.write_text(desk.text.replace('name = "Langganan"\n', f'name = "Langganan"\n{keys}'))
    desk.sources.reread()
    paper.answers("/langganan", answer(302, b"", Location="/di-sini"))
    paper.answers("/di-sini", answer(302, b"", Location=rival.at("/rss")))
    rival.prints(rival.item("pasar"))
    await refreshed(desk.room)
    for asked in paper.server.asked:
        assert (asked.headers["user-agent"], asked.headers["x-key"]) == ("Pembaca/1", "rahasia")
    assert paper.asked() == ["/langganan", "/di-sini"]
    (elsewhere,) = rival.server.asked
    assert elsewhere.headers["user-agent"].startswith("lampungtui/")
    assert "x-key" not in elsewhere.headers


async def test_of_a_feed_at_most_so_many_articles_are_kept(sit_down: SitDown, paper: Paper, clock: Clock) -> None:
    paper.prints(*(paper.item(f"kabar-{n}", minutes=n) for n in range(8)))
    desk = sit_down(paper.profile())
    await refreshed(desk.room)
    oldest = headlines(desk.room)[-1]
    await desk.room.save([oldest.id], saved=True)
    await desk.room.mark_read([each.id for each in headlines(desk.room)], read=True)
    desk.sources.set(desk.feed("kabar-siger/rss"), {"keep": 3})
    clock.forward(HOUR * 13)
    paper.prints(paper.item("kabar-baru", minutes=-1), *(paper.item(f"kabar-{n}", minutes=n) for n in range(8)))
    await refreshed(desk.room)
    newest = [f"Berita Kabar {n} dari Margorejo" for n in ("Baru", "0", "1")]
    assert titles(desk.room) == [*newest, oldest.title]
    assert desk.room.store.size().articles == 4
    clock.forward(HOUR * 13)
    await refreshed(desk.room)
    assert desk.room.store.size().articles == 4


async def test_a_changed_address_is_asked_as_a_new_one(sit_down: SitDown, paper: Paper, clock: Clock) -> None:
    desk = sit_down()
    paper.prints(paper.item("pasar"), path="/lama", ETag='"lama"')
    paper.prints(paper.item("kopi"), path="/baru")
    desk.add(paper.at("/lama"))
    await refreshed(desk.room)
    desk.file.write_text(desk.text.replace("/lama", "/baru"))
    desk.sources.reread()
    await refreshed(desk.room)
    assert paper.asked() == ["/lama", "/baru"]
    assert "if-none-match" not in paper.server.asked[1].headers
    assert len(titles(desk.room)) == 2


def test_catalogue_and_choice_of_the_settings(sit_down: SitDown) -> None:
    desk = sit_down(SIGER, replace(SEKURA, on=False), chosen=("sekura",))
    assert desk.sources.anything_chosen
    assert desk.followed == ["sekura/terkini"]
    desk.sources.choose_outlets(["siger"])
    assert desk.followed == ["siger/terkini", "siger/politik"]
