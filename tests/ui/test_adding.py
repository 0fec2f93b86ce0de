"""Adding a source: any address is typed, what it offers is shown with its newest headlines, and one is followed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.fetch.outletserver import Asked, OutletServer, answer
from tests.newsroom.site_to_discover import RSS, TITLES, Site, names_feed, page, rss
from tests.ui.person import LARGE, WIDE, Person, at_reader
from tests.ui.source_desk import SIZES, english_in, faults, new_home, words_in

from lampungtui.folders import Folders
from lampungtui.language import say
from lampungtui.outlets.subscriptions import read_subscriptions
from lampungtui.ui.screens.adding import AddingScreen

HOSTILE = "Komentar &#27;]0;judul&#7; \u202e[31m[bold]tebal[/bold]"


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A site whose home page names a feed with whole articles and one of comments."""
    found = await Site().open()
    found.print("/", page(names_feed("/feed", "Kabar Siger") + names_feed("/ringkas", "Ringkas")))
    found.print("/feed", rss(*TITLES, whole=True), RSS, ETag='"satu"')
    found.print("/ringkas", rss(*TITLES[5:], name=HOSTILE), RSS)
    found.print("/kosong", page(body="<p>Halaman ini kosong.</p>", title="Kosong"))
    yield found
    await found.close()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """The home of a person who follows nothing yet."""
    return new_home(tmp_path / "home")


def adding(person: Person) -> bool:
    return isinstance(person.app.screen, AddingScreen)


async def looked_at(person: Person, address: str) -> str:
    """Types an address and waits until it was looked at; the screen then."""
    await person.press("a")
    await person.until(lambda: adding(person), "the line for an address")
    await person.type(address)
    await person.press("enter")
    found = say("{n} found").partition("{n}")[2]
    await person.until(lambda: found in person.text and "..." not in person.lines[0], "the end of looking")
    return await person.settled()


async def test_an_address_is_looked_at_and_what_it_offers_is_followed_and_stored(folders: Folders, site: Site) -> None:
    async with at_reader(folders.config.parent) as person:
        await looked_at(person, site.host)
        rows = words_in(person, "#rows-pane")
        assert rows.startswith("▌• Kabar Siger RSS atau Atom")
        told = words_in(person, "#detail-pane")
        for words in (
            "Kabar Siger",
            site.at("/feed"),
            "disebut halaman itu",
            "8 judul",
            "berita lengkap",
            "menurut labelnya",
        ):
            assert words in told
        assert [title for title in TITLES if title in told] == list(TITLES[:5])
        assert "2 ditemukan" in person.text
        asked = list(site.asked)
        await person.press("enter")
        await person.until(lambda: not adding(person), "the reader")
        await person.sees("Mulai diikuti", "1 sumber")
        await person.press("g")
        await person.sees(TITLES[0][:20], TITLES[1][:20])
        assert site.asked == asked
    (feed,) = read_subscriptions(folders.subscriptions_file).feeds
    assert (feed.feed_id, feed.url, feed.override.category) == ("own/kabar-siger", site.at("/feed"), None)
    async with at_reader(folders.config.parent) as person:
        await person.sees(TITLES[0][:20])
        await person.reads(TITLES[0])


async def test_the_second_one_and_its_rubric_can_be_chosen_and_taken_back(folders: Folders, site: Site) -> None:
    async with at_reader(folders.config.parent, size=LARGE) as person:
        await person.press("H")
        await person.sees("0 sumber")
        await looked_at(person, site.host)
        await person.press("j")
        await person.until(lambda: TITLES[5] in words_in(person, "#detail-pane"), "the second one")
        await person.press("c")
        await person.sees("Rubrik", "Enter memilih, Esc batal")
        await person.press("j", "j", "enter")
        await person.until(
            lambda: "rubrik Lampung Raya › Bandar Lampung" in words_in(person, "#detail-pane"), "the rubric"
        )
        await person.press("enter")
        await person.until(lambda: not adding(person), "the sources")
        await person.until(lambda: person.panes[0].title == "1 sumber", "the new one")
        await person.until(lambda: "Bandar Lampung" in words_in(person, "#detail-pane"), "its rubric")
        (feed,) = read_subscriptions(folders.subscriptions_file).feeds
        assert (feed.url, feed.override.category) == (site.at("/ringkas"), "lampung-raya/bandar-lampung")
        await person.press("u")
        await person.sees("Diurungkan", "0 sumber")
        assert read_subscriptions(folders.subscriptions_file).feeds == ()


async def test_names_and_headlines_of_a_site_are_shown_as_letters_and_nothing_else(
    folders: Folders, site: Site
) -> None:
    async with at_reader(folders.config.parent, size=LARGE) as person:
        await looked_at(person, site.host)
        text = person.text
        assert not any(sign in text for sign in "\x1b\x07\u202e")
        assert "[bold]tebal[/bold]" in text
        assert faults(person) == []


@pytest.mark.parametrize("language", ["id", "en"])
async def test_where_nothing_is_found_it_says_what_was_tried(language: str, folders: Folders, site: Site) -> None:
    async with at_reader(folders.config.parent, language=language) as person:
        await looked_at(person, f"{site.host}/kosong")
        assert site.asked[0] == "/kosong"
        await person.press("escape")
        site.replies = {"/kosong": site.replies["/kosong"]}
        screen = await looked_at(person, f"{site.host}/kosong")
        told = words_in(person, "#detail-pane")
        assert told.startswith(say("Nothing that can be followed was found there."))
        assert f"{site.at('/kosong')} {say('it names no feed')}" in told
        for path in ("/", "/feed/", "/robots.txt", "/sitemap.xml"):
            assert f"{site.at(path)} {say('nothing is at this address')}" in told
        if language == "id":
            assert english_in(screen) == []
        # The line has the keys again: another address can be typed at once.
        await person.type("x")
        assert f"{site.host}/kosongx" in person.text
        assert not folders.subscriptions_file.read_text().count("feeds")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("kabar", "That is no address: one has a name with a dot in it, such as lampungpro.co."),
        ("mailto:a@kabar.example", "Only addresses that begin with http:// or https:// can be followed."),
    ],
)
async def test_what_is_no_address_is_said_at_once(typed: str, sentence: str, folders: Folders) -> None:
    async with at_reader(folders.config.parent) as person:
        await person.press("a")
        await person.until(lambda: adding(person), "the line for an address")
        await person.press("enter")
        await person.type(typed)
        await person.press("enter")
        await person.until(lambda: words_in(person, "#detail-pane") == say(sentence), "the sentence")
        assert english_in(person.text) == []


async def test_what_is_followed_already_is_not_added_twice(folders: Folders, site: Site) -> None:
    async with at_reader(folders.config.parent, size=LARGE) as person:
        for _ in range(2):
            await looked_at(person, site.at("/feed"))
            await person.press("enter")
            await person.until(lambda: not adding(person) or "sudah diikuti" in person.text, "an answer")
        await person.sees("Tidak ditambahkan", "sudah diikuti, sebagai")
        assert adding(person)
        assert len(read_subscriptions(folders.subscriptions_file).feeds) == 1


async def test_enter_pressed_twice_follows_once_and_stores_all(folders: Folders, site: Site) -> None:
    async with at_reader(folders.config.parent, size=LARGE) as person:
        await looked_at(person, site.at("/feed"))
        screen = person.app.screen
        assert isinstance(screen, AddingScreen)
        # A key that is held comes again while the first one still has its effect.
        for _ in range(20):
            if screen.is_current:
                screen.action_follow()
            await asyncio.sleep(0)
        await person.until(lambda: not adding(person), "the reader")
        await person.press("g")
        await person.sees(TITLES[0][:20])
        assert "Tidak ditambahkan" not in await person.settled()
        assert len(read_subscriptions(folders.subscriptions_file).feeds) == 1


async def test_another_address_can_be_typed_and_each_way_back_adds_nothing(folders: Folders, site: Site) -> None:
    async with at_reader(folders.config.parent) as person:
        await looked_at(person, site.host)
        await person.press("slash")
        await person.press("end", "ctrl+u")
        await person.type(site.at("/ringkas"))
        # While an address is typed every letter is its own.
        assert site.at("/ringkas") in person.text
        await person.press("enter")
        await person.until(lambda: "1 ditemukan" in person.text, "what the other address offers")
        await person.press("tab")
        await person.press("down")
        await person.press("q")
        await person.until(lambda: not adding(person), "the reader")
        await person.press("a", "escape")
        await person.until(lambda: not adding(person), "the reader")
        assert read_subscriptions(folders.subscriptions_file).feeds == ()


async def test_who_leaves_while_a_server_is_silent_is_not_held(folders: Folders) -> None:
    released: list[Asked] = []

    async def silent(asked: Asked, writer: object) -> None:
        released.append(asked)
        await asyncio.get_running_loop().create_future()

    server = await OutletServer().start()
    server.serve("/diam", silent)
    server.serve("/feed", answer(200, rss(*TITLES).encode(), Content_Type=RSS))
    try:
        async with at_reader(folders.config.parent, size=WIDE) as person:
            await person.press("a")
            await person.type(server.at("/diam"))
            await person.press("enter")
            await person.until(lambda: bool(released), "the request")
            await person.sees("melihat alamat itu ...")
            # Another address takes the place of the one that is waited for.
            await person.press("end", "ctrl+u")
            await person.type(server.at("/feed"))
            await person.press("enter")
            await person.sees("1 ditemukan", TITLES[0])
            await person.press("slash", "end", "ctrl+u")
            await person.type(server.at("/diam"))
            await person.press("enter")
            await person.until(lambda: len(released) == 2, "the request")
            await person.press("escape")
            await person.until(lambda: not adding(person), "the reader")
            await person.press("question_mark", "escape")
            assert person.app.is_running
    finally:
        await server.stop()


@pytest.mark.parametrize("language", ["id", "en"])
async def test_the_screen_has_room_at_every_size(language: str, folders: Folders, site: Site) -> None:
    async with at_reader(folders.config.parent, language=language) as person:
        await looked_at(person, site.host)
        for size in SIZES:
            await person.resize(size)
            await person.until(lambda size=size: len(person.lines) == size[1], f"{size}")  # type: ignore[misc]
            screen = await person.settled()
            assert faults(person) == []
            for words in (say("Add a source"), site.host, "Kabar Siger", "Enter"):
                assert words in screen
            for words in ("Kabar Siger", site.at("/feed"), say("named by the page")):
                assert words in words_in(person, "#detail-pane")
            if language == "id":
                assert english_in(screen) == []
            await person.press("c")
            await person.sees(say("Enter takes it, Esc leaves it"), say("by its labels"))
            assert faults(person) == []
            await person.press("escape")
            await person.settled()
