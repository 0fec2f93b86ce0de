"""The demo newsroom's servers: every outlet of its kind, validators, an edit, a failure, news that appear, pictures."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.demo.press_house import Clock, get, profiles

from lampungtui.demo import open_demo
from lampungtui.demo.articles import BrokenArticle, read_article
from lampungtui.demo.pictures import HEIGHT, SCENES, WIDTH, picture
from lampungtui.demo.server import DemoNewsroom
from lampungtui.demo.site import EDIT_AFTER
from lampungtui.feeds.reading import read_feed
from lampungtui.folders import Folders
from lampungtui.model import FeedKind, FeedReading, Outlet

KINDS = {
    "kabar-siger": FeedKind.PAGE,
    "warta-way-kambas": FeedKind.RSS,
    "lampung-kini": FeedKind.WORDPRESS,
    "nusantara-pagi": FeedKind.RSS,
    "sekura": FeedKind.JSONFEED,
    "radio-krakatau": FeedKind.RSS,
}
EDITED = "/news/pasar-margorejo-ditata-ulang-mulai-desember"


def first_feed(outlet: Outlet, now: datetime) -> FeedReading:
    """An outlet's first feed, read without being told its kind."""
    feed = outlet.feeds[0]
    heard = get(feed.url)
    assert heard.status == 200
    return read_feed(
        heard.body,
        url=feed.url,
        content_type=heard.headers["content-type"],
        kind=None if feed.kind is not FeedKind.PAGE else feed.kind,
        outlet=outlet,
        fetched_at=now,
    )


@pytest.mark.parametrize(("outlet_id", "kind"), KINDS.items())
def test_each_outlet_answers_and_is_of_its_kind(
    outlets: dict[str, Outlet], clock: Clock, outlet_id: str, kind: FeedKind
) -> None:
    reading = first_feed(outlets[outlet_id], clock.now)
    assert reading.kind is kind
    assert outlets[outlet_id].feeds[0].kind is kind
    assert len(reading.entries) >= 8
    for entry in reading.entries:
        assert entry.title
        assert entry.url is not None
        assert entry.published is not None
        assert get(entry.url).status == 200


def test_the_kinds_are_really_different_documents(outlets: dict[str, Outlet]) -> None:
    told = {outlet_id: get(outlet.feeds[0].url).text for outlet_id, outlet in outlets.items()}
    assert "<html" in told["kabar-siger"]
    assert "<rss" not in told["kabar-siger"]
    assert "ld+json" not in told["kabar-siger"]
    assert '<rss version="2.0">' in told["warta-way-kambas"]
    assert 'xmlns="http://www.w3.org/2005/Atom"' in told["nusantara-pagi"]
    assert json.loads(told["sekura"])["version"] == "https://jsonfeed.org/version/1.1"
    assert {"date_gmt", "_embedded", "content"} <= set(json.loads(told["lampung-kini"])[0])


def test_every_feed_of_every_profile_answers(outlets: dict[str, Outlet]) -> None:
    feeds = [feed for outlet in outlets.values() for feed in outlet.feeds]
    assert len(feeds) >= 15
    statuses = {feed.id: get(feed.url).status for feed in feeds}
    assert {feed_id for feed_id, status in statuses.items() if status != 200} == {"gardu-pagi/terkini"}


def test_all_of_it_stays_on_this_machine(servers: DemoNewsroom) -> None:
    assert len(set(servers.origins.values())) == 7
    assert {urlsplit(origin).hostname for origin in servers.origins.values()} == {"127.0.0.1"}


# ------------------------------------------------------------------------ validators


def test_an_unchanged_document_is_a_304_without_body(outlets: dict[str, Outlet]) -> None:
    for outlet_id in KINDS:
        url = outlets[outlet_id].feeds[0].url
        first = get(url)
        again = get(url, If_None_Match=first.headers["etag"])
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert parsedate_to_datetime(first.headers["last-modified"]).tzinfo is not None
        assert get(url, If_None_Match='"lain"').body == first.body


def test_new_news_change_the_validator(servers: DemoNewsroom, outlets: dict[str, Outlet], clock: Clock) -> None:
    before = {outlet_id: get(outlets[outlet_id].feeds[0].url) for outlet_id in KINDS}
    clock.forward(timedelta(minutes=5))
    changed = 0
    appeared = 0
    for outlet_id, known in before.items():
        heard = get(outlets[outlet_id].feeds[0].url, If_None_Match=known.headers["etag"])
        if heard.status == 200:
            changed += 1
            now = first_feed(outlets[outlet_id], clock.now)
            appeared += sum(entry.title not in known.text for entry in now.entries)
    assert changed >= 2
    assert appeared >= 3
    assert {request.status for request in servers.log} == {200, 304}


# ------------------------------------------------------------------------ an edit, a failure


def test_an_article_is_corrected_after_it_was_read(servers: DemoNewsroom, clock: Clock) -> None:
    page = f"{servers.origins['kabar-siger']}{EDITED}"
    clock.forward(timedelta(hours=2))
    first = get(page)
    assert "186 pedagang" in first.text  # nobody had read it: no correction yet
    assert "bukan 186" not in first.text
    assert get(page, If_None_Match=first.headers["etag"]).status == 304
    clock.forward(EDIT_AFTER)
    second = get(page, If_None_Match=first.headers["etag"])
    assert second.status == 200
    assert "168 pedagang, bukan 186" in second.text
    assert "Desember, 168 Pedagang Pindah</h1>" in second.text
    rest = first.text.partition("Kepala Dinas Perdagangan")[2].partition("</div>")[0]
    assert rest in second.text


def test_the_correction_stands_in_the_list_too(servers: DemoNewsroom, clock: Clock) -> None:
    rubric = f"{servers.origins['kabar-siger']}/kategori/news/Lampung%20Raya"
    assert "168 Pedagang Pindah" not in get(rubric).text
    get(f"{servers.origins['kabar-siger']}{EDITED}")
    clock.forward(EDIT_AFTER)
    assert "168 Pedagang Pindah" in get(rubric).text


def test_one_outlet_fails_and_says_when_to_come_back(outlets: dict[str, Outlet]) -> None:
    heard = get(outlets["gardu-pagi"].feeds[0].url)
    assert heard.status == 503
    assert int(heard.headers["retry-after"]) > 0
    assert "<html>" in heard.text
    assert "etag" not in heard.headers


# ------------------------------------------------------------------------ pages


def test_a_long_article_runs_over_linked_pages(servers: DemoNewsroom) -> None:
    url = f"{servers.origins['radio-krakatau']}/lokal/menyeberang-selat-sunda-catatan-perjalanan-24-jam-di-bakauheni"
    seen = []
    while True:
        heard = get(url)
        assert heard.status == 200
        seen.append(heard.text)
        following = re.search(r'<a href="([^"]+)">Halaman Selanjutnya', heard.text)
        if following is None:
            break
        url = following[1]
    assert len(seen) == 3
    assert "Malam hari, lampu kapal" in seen[2]
    assert "Malam hari, lampu kapal" not in seen[0] + seen[1]
    assert get(url.replace("page=3", "page=4")).status == 404


def test_listings_lead_on_to_all_that_there_is(servers: DemoNewsroom) -> None:
    url = f"{servers.origins['kabar-siger']}/kategori/news/Lampung%20Raya"
    links: list[str] = []
    for _ in range(5):
        heard = get(url)
        main = heard.text.partition("Terpopuler")[0].partition("Kopi Pahit")[0]
        links += re.findall(r'aria-label="buka berita [^"]*" media="all" href="([^"]+)"', main)
        following = re.search(r'<a href="([^"]+)"><i class="ti ti-caret-right">', heard.text)
        if following is None:
            break
        url = following[1]
    assert len(links) > 10
    assert len(set(links)) == len(links)


@pytest.mark.parametrize(
    "path", ["/tidak-ada", "/news/tidak-ada", "/../../etc/passwd", "/gambar/tidak-ada.png", "/%00"]
)
def test_an_address_that_there_is_not_is_a_404_everywhere(servers: DemoNewsroom, path: str) -> None:
    for outlet_id, origin in servers.origins.items():
        assert get(origin + path).status == (503 if outlet_id == "gardu-pagi" and "gambar" not in path else 404)


def test_pictures_are_pictures_and_each_is_its_own(servers: DemoNewsroom) -> None:
    drawn = set()
    for scene in SCENES:
        heard = get(f"{servers.origins['kabar-siger']}/gambar/{scene}.png")
        assert heard.headers["content-type"] == "image/png"
        assert heard.body.startswith(b"\x89PNG\r\n\x1a\n")
        assert (int.from_bytes(heard.body[16:20]), int.from_bytes(heard.body[20:24])) == (WIDTH, HEIGHT)
        drawn.add(heard.body)
    assert len(drawn) >= len(SCENES) - 4
    assert picture("tidak-ada") is None


def test_a_long_text_comes_gzipped_to_those_who_take_it(servers: DemoNewsroom) -> None:
    url = f"{servers.origins['kabar-siger']}/"
    packed, plain = get(url, Accept_Encoding="gzip"), get(url)
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert len(packed.body) < len(plain.body) / 2
    assert packed.headers["etag"] == plain.headers["etag"]


# ------------------------------------------------------------------------ opening and closing


def test_opening_the_demo_leaves_a_home_that_reads_it(tmp_path: Path) -> None:
    folders = Folders.under(tmp_path)
    with open_demo(folders) as newsroom:
        outlets = profiles(tmp_path)
        assert set(outlets) == set(newsroom.origins)
        for outlet_id, outlet in outlets.items():
            assert outlet.home == f"{newsroom.origins[outlet_id]}/"
            assert outlet.on
        assert get(outlets["sekura"].feeds[0].url).status == 200
    with pytest.raises(ConnectionRefusedError):
        get(outlets["sekura"].feeds[0].url)
    assert profiles(tmp_path) == outlets  # what was stored can be read afterwards


def test_whoever_starts_it_articles_are_dated_by_the_clock_they_gave() -> None:
    then = datetime(2031, 5, 5, 3, 0, tzinfo=UTC)
    servers = DemoNewsroom.start(patience_seconds=0.0, clock=lambda: then)
    try:
        feed = json.loads(get(f"{servers.origins['sekura']}/feed.json").text)
    finally:
        servers.stop()
    times = [datetime.fromisoformat(item["date_published"]) for item in feed["items"]]
    assert all(timedelta(0) <= then - at <= timedelta(days=120) for at in times)
    assert times == sorted(times, reverse=True)


@pytest.mark.parametrize(
    "text",
    ["judul: Pasar\numur: 3j\nAir naik.", "judul: Pasar\n---\n", "umur: 3j\n---\nAir.", "judul Pasar\n---\nAir."],
)
def test_a_broken_article_of_ours_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pasar.txt"
    path.write_text(text, encoding="utf-8")
    if text == "judul: Pasar\n---\n":
        assert read_article(path).title == "Pasar"  # without an age it is of now
    else:
        with pytest.raises(BrokenArticle, match=r"pasar\.txt"):
            read_article(path)
