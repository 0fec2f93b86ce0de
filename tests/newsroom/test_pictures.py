"""Pictures: fetched once and politely, kept within a budget, there again with no network; what is none does no harm."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.demo.press_house import Clock, headlines, refreshed
from tests.extract.photographs import NO_PICTURES, decoded, encoded, flag, photograph
from tests.fetch.outletserver import Answer, Asked, answer
from tests.newsroom.newsstand import Opener, Paper, only, opened

from lampungtui.config import Config
from lampungtui.errors import LampungtuiError
from lampungtui.extract.picture import Colours, DrawnPicture, Form, Frame
from lampungtui.foreign import Address, Prose
from lampungtui.model import Article, Blocks, BodyOrigin, Image, Paragraph, Quote, Span
from lampungtui.newsroom.album import HALF_SECONDS, Album
from lampungtui.newsroom.pictures import LIMIT_BYTES, lead_of, pictures_of
from lampungtui.newsroom.room import Newsroom

FRAME = Frame(40, 12)
MIB = 2**20

FLAG = encoded(flag(1200, 800))


def picture(document: bytes = FLAG, kind: str = "image/jpeg", **headers: str) -> bytes:
    """An answer with a picture."""
    return answer(200, document, Content_Type=kind, **headers)


def loud(seed: int) -> bytes:
    """A picture that takes some 260 kB when it is stored."""
    return encoded(photograph(660, 660, seed=seed), quality=80)


async def shown(room: Newsroom, address: Address, *, online: bool = True) -> DrawnPicture | None:
    """A picture as cells."""
    return await room.pictures.draw(address, FRAME, Form.CELLS, Colours.ALL, online=online)


def stored(room: Newsroom) -> list[Path]:
    """The files of the album."""
    folder = room.pictures.folder
    return sorted(folder.iterdir()) if folder.exists() else []


def with_pictures(paper: Paper, slug: str, *paths: str, minutes: int = 0) -> str:
    """An <item> whose text has these pictures."""
    inside = "".join(f'<p>Pasar ditata ulang mulai pekan depan.</p><img src="{paper.at(path)}">' for path in paths)
    return paper.item(slug, content=f"<p>Kabar dari pasar.</p>{inside}<p>Selesai.</p>", minutes=minutes)


# --------------------------------------------------------------------------- once, and then without a network


async def test_a_picture_is_fetched_once_and_there_again_without_a_network(paper: Paper, open_room: Opener) -> None:
    address = paper.answers("/foto/pasar.jpg", picture())
    outlet = paper.profile()
    room = open_room(outlet)
    first = await shown(room, address)
    assert first is not None
    assert first.fills(FRAME, Form.CELLS)
    assert await shown(room, address) == first
    await paper.shuts()
    assert await shown(open_room(outlet), address, online=False) == first
    assert paper.asked("/foto") == ["/foto/pasar.jpg"]


async def test_two_who_want_it_at_once_cause_one_request(paper: Paper, open_room: Opener) -> None:
    address = paper.answers("/foto/pasar.jpg", picture())
    room = open_room(paper.profile())
    both = await asyncio.gather(shown(room, address), shown(room, address), room.pictures.fetch(address))
    assert None not in both
    assert len(paper.asked("/foto")) == 1


async def test_what_is_not_stored_stays_away_while_nobody_is_online(paper: Paper, open_room: Opener) -> None:
    address = paper.answers("/foto/pasar.jpg", picture())
    room = open_room(paper.profile())
    assert await shown(room, address, online=False) is None
    assert paper.asked() == []


async def test_what_is_stored_is_small_and_nobody_elses(paper: Paper, open_room: Opener) -> None:
    room = open_room(paper.profile())
    await shown(room, paper.answers("/foto/pasar.jpg", picture(encoded(flag(3000, 2000)))))
    (file,) = stored(room)
    assert decoded(file.read_bytes()).size == (960, 640)
    assert file.stat().st_mode & 0o777 == 0o600
    assert room.pictures.folder.stat().st_mode & 0o777 == 0o700
    assert "pasar" not in file.name


async def test_a_request_for_a_picture_says_what_is_wanted_and_nothing_about_the_reader(
    paper: Paper, open_room: Opener
) -> None:
    await shown(open_room(paper.profile()), paper.answers("/foto/pasar.jpg", picture()))
    (asked,) = paper.server.asked
    assert asked.headers["accept"].startswith("image/")
    assert asked.headers["user-agent"].startswith("lampungtui/")
    assert {"cookie", "referer"}.isdisjoint(asked.headers)


# --------------------------------------------------------------------------- what is none, too large, or elsewhere


async def endless(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """An answer that does not say how long it is, and goes on and on."""
    writer.write(b"HTTP/1.1 200 Kabar\r\nConnection: close\r\nContent-Type: image/jpeg\r\n\r\n" + FLAG)
    while not writer.is_closing():
        writer.write(bytes(MIB))
        await writer.drain()


async def announced(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """An answer that says it is too long, and would never send a byte of it."""
    writer.write(
        b"HTTP/1.1 200 Kabar\r\nConnection: close\r\nContent-Type: image/jpeg\r\n"
        + f"Content-Length: {LIMIT_BYTES + 1}\r\n\r\n".encode()
    )
    await writer.drain()
    await asyncio.get_running_loop().create_future()


REFUSED: dict[str, Answer] = {
    **{what: picture(document) for what, document in NO_PICTURES.items()},
    "a page that says so": picture(FLAG, "text/html; charset=utf-8"),
    "an endless one": endless,
    "one that is announced as too large": announced,
    "none at the address": answer(404, b""),
    "none for us": answer(403, b""),
}


@pytest.mark.parametrize("what", REFUSED)
async def test_what_cannot_be_shown_is_refused_once_and_for_all(what: str, paper: Paper, open_room: Opener) -> None:
    address = paper.answers("/foto/pasar.jpg", REFUSED[what])
    good = paper.answers("/foto/baik.jpg", picture())
    room = open_room(paper.profile())
    assert room.pictures.may_come(address)
    for _ in range(2):
        with pytest.raises(LampungtuiError) as refused:
            await shown(room, address)
        assert str(refused.value)
    assert not room.pictures.may_come(address)
    assert paper.asked("/foto") == ["/foto/pasar.jpg"]
    assert stored(room) == []
    assert await shown(room, good) is not None


@pytest.mark.parametrize(
    ("trouble", "patience"),
    [
        (answer(500, b""), timedelta(minutes=10)),
        (picture(Content_Length="900000"), timedelta(minutes=10)),
        (answer(429, b"", Retry_After="3600"), timedelta(hours=1)),
    ],
)
async def test_a_passing_trouble_is_left_alone_for_a_while(
    trouble: bytes, patience: timedelta, paper: Paper, open_room: Opener, clock: Clock
) -> None:
    address = paper.answers("/foto/pasar.jpg", trouble, picture())
    room = open_room(paper.profile())
    with pytest.raises(LampungtuiError):
        await shown(room, address)
    clock.forward(patience - timedelta(seconds=1))
    assert not room.pictures.may_come(address)
    clock.forward(timedelta(seconds=2))
    assert await shown(room, address) is not None


async def test_an_origin_that_asks_for_patience_is_not_asked_for_its_other_pictures(
    paper: Paper, rival: Paper, open_room: Opener
) -> None:
    address = paper.answers("/foto/pasar.jpg", answer(429, b""))
    other = paper.answers("/foto/kopi.jpg", picture())
    elsewhere = rival.answers("/foto/gajah.jpg", picture())
    room = open_room(paper.profile(), rival.profile())
    with pytest.raises(LampungtuiError):
        await shown(room, address)
    assert not room.pictures.may_come(other)
    with pytest.raises(LampungtuiError):
        await shown(room, other)
    assert len(paper.asked("/foto")) == 1
    assert await shown(room, elsewhere) is not None


async def test_an_address_of_the_readers_own_network_is_not_called(
    paper: Paper, rival: Paper, open_room: Opener
) -> None:
    # The rival is followed by nobody: it stands for a router, at the same private address as all servers here.
    private = rival.answers("/foto/pasar.jpg", picture())
    around = paper.answers("/foto/memutar.jpg", answer(302, b"", Location=private))
    room = open_room(paper.profile())
    for address in (private, around):
        with pytest.raises(LampungtuiError, match="private network"):
            await shown(room, address)
    assert rival.asked() == []
    assert stored(room) == []


async def test_who_moves_on_ends_the_download(paper: Paper, open_room: Opener) -> None:
    begun = asyncio.Event()

    async def stands_still(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 Kabar\r\nContent-Type: image/jpeg\r\nContent-Length: 90000\r\n\r\n" + FLAG[:100])
        await writer.drain()
        begun.set()
        await asyncio.get_running_loop().create_future()

    slow = paper.answers("/foto/lambat.jpg", stands_still, picture())
    room = open_room(paper.profile())
    download = asyncio.create_task(shown(room, slow))
    await begun.wait()
    download.cancel()
    # The server speaks to one at a time: this one comes because the other request has ended.
    assert await shown(room, paper.answers("/foto/kopi.jpg", picture())) is not None
    assert download.cancelled()
    assert await shown(room, slow) is not None


# --------------------------------------------------------------------------- the folder


async def test_the_budget_holds_and_those_shown_longest_ago_go_first(paper: Paper, open_room: Opener) -> None:
    addresses = [paper.answers(f"/foto/{seed}.jpg", picture(loud(seed))) for seed in range(5)]
    room = open_room(paper.profile(), config=Config(pictures_mb=1))
    for address in addresses[:3]:
        await shown(room, address)
    await shown(room, addresses[0])
    await shown(room, addresses[3])
    assert [room.pictures.has(address) for address in addresses] == [True, False, True, True, False]
    await shown(room, addresses[4])
    assert [room.pictures.has(address) for address in addresses] == [True, False, False, True, True]
    assert sum(file.stat().st_size for file in stored(room)) <= 1_000_000


async def test_pictures_of_saved_articles_go_last(paper: Paper, open_room: Opener) -> None:
    for seed in range(5):
        paper.answers(f"/foto/{seed}.jpg", picture(loud(seed)))
    paper.prints(with_pictures(paper, "pasar", "/foto/0.jpg", "/foto/1.jpg"))
    room = open_room(paper.profile(), config=Config(pictures_mb=1))
    await refreshed(room)
    await room.save([only(room).id], saved=True)
    addresses = [paper.at(f"/foto/{seed}.jpg") for seed in range(5)]
    for address in addresses:
        await shown(room, address)
    assert [room.pictures.has(address) for address in addresses] == [True, True, False, False, True]
    await room.save([only(room).id], saved=False)
    await room.put_aside([only(room).id], later=True)
    await shown(room, addresses[2])
    assert [room.pictures.has(address) for address in addresses[:2]] == [True, True]


async def test_where_all_are_saved_the_budget_holds_all_the_same(paper: Paper, open_room: Opener) -> None:
    paths = [f"/foto/{seed}.jpg" for seed in range(5)]
    for seed, path in enumerate(paths):
        paper.answers(path, picture(loud(seed)))
    paper.prints(with_pictures(paper, "pasar", *paths))
    room = open_room(paper.profile(), config=Config(pictures_mb=1))
    await refreshed(room)
    await room.save([only(room).id], saved=True)
    for path in paths:
        await shown(room, paper.at(path))
    assert sum(file.stat().st_size for file in stored(room)) <= 1_000_000
    assert room.pictures.has(paper.at(paths[-1]))


KILLED_WHILE_WRITING = """
import resource, signal, sys
from pathlib import Path
from lampungtui.newsroom.album import Album
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # the system kills who writes past this many bytes
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
Album(Path(sys.argv[1]), budget_bytes=10**8).keep(sys.argv[2], bytes(50_000))
"""


async def test_a_picture_whose_writing_was_killed_is_not_there_and_comes_again(
    paper: Paper, open_room: Opener, tmp_path: Path
) -> None:
    address = paper.answers("/foto/pasar.jpg", picture())
    room = open_room(paper.profile())
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, str(room.pictures.folder), address]
    assert subprocess.run(command, check=False).returncode < 0
    (half,) = stored(room)
    assert 0 < half.stat().st_size <= 10_000
    assert not room.pictures.has(address)
    assert await shown(room, address, online=False) is None
    long_ago = time.time() - HALF_SECONDS - 60
    os.utime(half, (long_ago, long_ago))
    assert await shown(room, address) is not None
    (whole,) = stored(room)
    assert decoded(whole.read_bytes()).size == (960, 640)


@pytest.mark.parametrize("damage", [b"", b"bukan gambar", FLAG[:2000]])
async def test_a_file_that_was_damaged_is_fetched_anew(damage: bytes, paper: Paper, open_room: Opener) -> None:
    address = paper.answers("/foto/pasar.jpg", picture())
    room = open_room(paper.profile())
    whole = await shown(room, address)
    (file,) = stored(room)
    file.write_bytes(damage)
    assert await shown(room, address, online=False) is None
    assert await shown(room, address) == whole
    assert await shown(room, address, online=False) == whole
    assert len(paper.asked("/foto")) == 2


async def test_a_picture_that_cannot_be_stored_is_shown_all_the_same(paper: Paper, open_room: Opener) -> None:
    address = paper.answers("/foto/pasar.jpg", picture())
    room = open_room(paper.profile())
    room.pictures.folder.write_text("a file where the folder should be", encoding="utf-8")
    assert await shown(room, address) is not None


def test_two_readers_may_share_an_album(tmp_path: Path) -> None:
    one, other = (Album(tmp_path / "pictures", budget_bytes=1000) for _ in range(2))
    address = Address("https://kabar.example/foto.jpg")
    assert not one.keep(address, bytes(600))
    assert other.keep(Address("https://kabar.example/lain.jpg"), bytes(600))
    other.make_room([])
    assert one.take(address) is None
    one.make_room([])
    assert not one.keep(address, bytes(100))


# --------------------------------------------------------------------------- what the person wants


@pytest.mark.parametrize(("setting", "wanted"), [("open", True), ("all", True), ("off", False)])
async def test_the_setting_holds_until_the_key_is_pressed_and_the_key_is_remembered(
    setting: str, wanted: bool, paper: Paper, open_room: Opener
) -> None:
    config = Config(pictures=setting)
    room = open_room(paper.profile(), config=config)
    assert room.pictures.wanted is wanted
    await room.pictures.want(not wanted)
    assert open_room(paper.profile(), config=config).pictures.wanted is not wanted


async def test_who_asks_for_pictures_again_has_what_failed_tried_again(paper: Paper, open_room: Opener) -> None:
    address = paper.answers("/foto/pasar.jpg", answer(404, b""), picture())
    room = open_room(paper.profile())
    with pytest.raises(LampungtuiError):
        await shown(room, address)
    await room.pictures.want(False)
    await room.pictures.want(True)
    assert await shown(room, address) is not None


async def test_a_feed_whose_pictures_are_not_wanted_shows_none(paper: Paper, rival: Paper, open_room: Opener) -> None:
    paper.prints(with_pictures(paper, "pasar", "/foto/0.jpg"))
    rival.prints(with_pictures(rival, "kopi", "/foto/0.jpg", minutes=5))
    outlets = paper.profile(), rival.profile()
    room = open_room(*outlets)
    await refreshed(room)
    (market, coffee) = [opened(room, each.id) for each in headlines(room)]
    assert room.pictures.allowed(market)
    feeds = tuple(replace(feed, settings=replace(feed.settings, images=False)) for feed in outlets[0].feeds)
    room.follow([replace(outlets[0], feeds=feeds), outlets[1]])
    assert not room.pictures.allowed(market)
    assert room.pictures.allowed(coffee)
    room.follow([outlets[1]])
    assert room.pictures.allowed(market)


@pytest.mark.parametrize(
    ("config", "fetched"),
    [
        (Config(pictures="all"), True),
        (Config(pictures="open"), False),
        (Config(pictures="off"), False),
        (Config(pictures="all", prefetch=False), False),
    ],
)
async def test_pictures_of_new_articles_come_beforehand_only_where_that_is_asked_for(
    config: Config, fetched: bool, paper: Paper, open_room: Opener
) -> None:
    for path in ("/foto/0.jpg", "/foto/1.jpg"):
        paper.answers(path, picture())
    paper.prints(
        with_pictures(paper, "pasar", "/foto/0.jpg", "/foto/hilang.jpg"),
        with_pictures(paper, "kopi", "/foto/1.jpg", minutes=5),
    )
    room = open_room(paper.profile(), config=config)
    await refreshed(room)
    await room.prefetch_pictures()
    await room.prefetch_pictures()
    assert sorted(paper.asked("/foto")) == (["/foto/0.jpg", "/foto/1.jpg", "/foto/hilang.jpg"] if fetched else [])
    assert len(stored(room)) == (2 if fetched else 0)


async def test_nothing_comes_beforehand_after_the_key_left_pictures_out(paper: Paper, open_room: Opener) -> None:
    paper.answers("/foto/0.jpg", picture())
    paper.prints(with_pictures(paper, "pasar", "/foto/0.jpg"))
    room = open_room(paper.profile(), config=Config(pictures="all"))
    await refreshed(room)
    await room.pictures.want(False)
    await room.prefetch_pictures()
    assert paper.asked("/foto") == []


# --------------------------------------------------------------------------- which pictures an article has

HOST = "https://media.kabar.example/2026/11"


def image(name: str) -> Image:
    """A picture by the name of its file."""
    return Image(Address(f"{HOST}/{name}"))


@pytest.fixture
async def article(paper: Paper, open_room: Opener) -> Callable[..., Article]:
    """Makes an article with pictures."""
    paper.prints(paper.item("pasar"))
    room = open_room(paper.profile())
    await refreshed(room)
    plain = opened(room, only(room).id)

    def make(lead: str | None, *inside: str) -> Article:
        blocks: Blocks = (Paragraph((Span(Prose("Pasar ditata ulang.")),)), *(image(name) for name in inside))
        return replace(plain, image=image(lead) if lead else None, blocks=blocks, origin=BodyOrigin.RULES)

    return make


@pytest.mark.parametrize(
    ("lead", "inside", "names"),
    [
        (None, (), ()),
        ("pasar-margorejo.jpg", (), ("pasar-margorejo.jpg",)),
        ("pasar-margorejo.jpg", ("kopi-robusta.jpg",), ("pasar-margorejo.jpg", "kopi-robusta.jpg")),
        ("pasar-margorejo.jpg", ("kopi.jpg", "pasar-margorejo.jpg"), ("kopi.jpg", "pasar-margorejo.jpg")),
        ("pasar-margorejo-300x200.jpg", ("pasar-margorejo-1024x683.jpg",), ("pasar-margorejo-1024x683.jpg",)),
        ("pasar-margorejo.jpg?w=300", ("pasar-margorejo.jpg?w=900",), ("pasar-margorejo.jpg?w=900",)),
        ("a/1.jpg", ("b/1.jpg",), ("a/1.jpg", "b/1.jpg")),
        (None, ("kopi.jpg", "kopi.jpg"), ("kopi.jpg",)),
        (None, tuple(f"galeri-{number}.jpg" for number in range(30)), tuple(f"galeri-{n}.jpg" for n in range(20))),
    ],
)
def test_a_picture_stands_over_an_article_unless_it_stands_in_it(
    lead: str | None, inside: tuple[str, ...], names: tuple[str, ...], article: Callable[..., Article]
) -> None:
    made = article(lead, *inside)
    assert [picture.url.removeprefix(f"{HOST}/") for picture in pictures_of(made)] == list(names)
    assert (lead_of(made) is not None) == (lead is not None and lead in names and lead not in inside)


def test_pictures_in_quotes_and_lists_are_found(article: Callable[..., Article]) -> None:
    made = article(None, "kopi.jpg")
    made = replace(made, blocks=(Quote((image("gajah.jpg"),)), *made.blocks))
    assert [picture.url.rpartition("/")[2] for picture in pictures_of(made)] == ["gajah.jpg", "kopi.jpg"]
