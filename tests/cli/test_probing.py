"""`lampungtui probe`: what feeds, listing pages and files hold."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.command import STEERING, CommandLine
from tests.cli.documents import FEED, LISTING, PAGES, PROFILE, STEERS
from tests.fetch.outletserver import OutletServer, answer

OBJECT = {"target", "ok", "error", "kind", "title", "entries"}
ENTRY = {
    "id", "url", "title", "published", "author", "categories", "summary_text", "content_text", "image", "views",
    "enclosures",
}  # fmt: skip


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "kabar.xml"
    path.write_text(FEED, encoding="utf-8")
    return path


def test_a_feed_is_one_object_with_all_that_its_entries_say(lampungtui: CommandLine, feed: Path) -> None:
    ran = lampungtui.run("probe", "--json", feed)
    assert (ran.code, ran.err) == (0, "")
    assert list(lampungtui.home.iterdir()) == [], "asking leaves nothing behind"
    told = ran.only_object
    assert {key: told[key] for key in OBJECT - {"entries"}} == {
        "target": str(feed), "ok": True, "error": None, "kind": "rss", "title": "Kabar Siger"
    }  # fmt: skip
    assert told.keys() == OBJECT
    first, second = told["entries"]
    assert first == {
        "id": "siger-1",
        "url": "https://kabar.example/pasar",
        "title": "Pasar Margorejo Ditata & Dicat",
        "published": "2024-11-21T07:05:00Z",
        "author": "Rina Wulandari",
        "categories": ["Metro", "Ekbis"],
        "summary_text": "Pedagang dipindah ke lapak sementara.",
        "content_text": "",
        "image": "https://kabar.example/pasar.jpg",
        "views": None,
        "enclosures": [{"url": "https://kabar.example/pasar.jpg", "type": "image/jpeg", "length": 1234}],
    }
    assert second.keys() == ENTRY
    assert {second[key] for key in ("published", "author", "image", "views")} == {None}
    assert second["id"] == second["url"] == "https://kabar.example/padi"
    assert second["categories"] == second["enclosures"] == []


def test_every_kind_has_the_same_keys(lampungtui: CommandLine) -> None:
    kinds = {
        "antara-lampung-feed.xml": "rss", "tribun-lampung-feed.xml": "rss", "viva-lampung-feed.xml": "rss",
        "lampung-post-posts.json": "wordpress",
    }  # fmt: skip
    ran = lampungtui.run("probe", "--json", *(PAGES / name for name in kinds))
    assert [told["kind"] for told in ran.objects] == list(kinds.values())
    for told in ran.objects:
        assert told.keys() == OBJECT
        assert told["entries"]
        for entry in told["entries"]:
            assert entry.keys() == ENTRY
            assert entry["title"]
            assert entry["published"] is None or entry["published"].endswith("Z")


def test_what_was_wrong_with_a_document_is_told_to_people_and_beside_its_object(
    lampungtui: CommandLine, tmp_path: Path
) -> None:
    cut = tmp_path / "putus.json"
    cut.write_text(
        '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Lada naik"},{"id":"2', "utf-8"
    )
    told = lampungtui.run("probe", "--json", cut)
    assert told.only_object.keys() == OBJECT
    assert [entry["title"] for entry in told.only_object["entries"]] == ["Lada naik"]
    assert (told.code, "breaks off" in told.err) == (0, True)
    shown = lampungtui.run("probe", cut)
    assert (shown.code, shown.err) == (0, "")
    assert "! the JSON breaks off" in shown.out
    assert "1 entry)" in shown.out


@pytest.mark.parametrize(
    "words",
    [("--url", "https://lampungpro.co/kategori/news/Lampung%20Raya"), ("--outlet", "lampungpro")],
    ids=["by its address", "by its outlet"],
)
def test_a_saved_rubric_page_of_lampungpro_gives_its_headlines(lampungtui: CommandLine, words: tuple[str, str]) -> None:
    told = lampungtui.run("probe", "--json", PAGES / "lampungpro-listing.html", *words).only_object
    assert told["kind"] == "page"
    assert len(told["entries"]) == 10
    first = told["entries"][0]
    assert first["title"] == "Warga Metro Panen Perdana Padi Varietas Baru di Lahan Tadah Hujan"
    assert first["url"] == (
        "https://lampungpro.co/news/warga-metro-panen-perdana-padi-varietas-baru-di-lahan-tadah-hujan"
    )
    assert first["views"] == 265


def test_the_address_with_www_is_the_outlets_too(lampungtui: CommandLine) -> None:
    url = "https://www.lampungpro.co/kategori/news/Lampung%20Raya"
    told = lampungtui.run("probe", "--json", PAGES / "lampungpro-listing.html", "--url", url).only_object
    assert [entry["views"] for entry in told["entries"]][:2] == [265, 176]


def test_a_profile_of_ones_own_says_how_a_page_is_read(lampungtui: CommandLine, tmp_path: Path) -> None:
    lampungtui.write("outlets/kabar-siger.toml", PROFILE)
    page = tmp_path / "metro.html"
    page.write_text(LISTING, encoding="utf-8")
    told = lampungtui.run("probe", "--json", page, "--outlet", "kabar-siger").only_object
    assert [(entry["url"], entry["title"]) for entry in told["entries"]] == [
        ("https://kabar.example/berita/pasar", "Pasar Margorejo Ditata Ulang"),
        ("https://kabar.example/berita/padi", "Panen Padi Dimulai"),
    ]


def test_a_profile_below_another_home_is_found_there(lampungtui: CommandLine, tmp_path: Path) -> None:
    elsewhere = tmp_path / "lain"
    (elsewhere / "config" / "outlets").mkdir(parents=True)
    (elsewhere / "config" / "outlets" / "kabar-siger.toml").write_text(PROFILE, encoding="utf-8")
    told = lampungtui.run(
        "--home", elsewhere, "probe", "--json", "-", "--outlet", "kabar-siger", typed=LISTING.encode()
    ).only_object  # fmt: skip
    assert len(told["entries"]) == 2


# --------------------------------------------------------------------------- several targets, and failing ones


def test_each_target_has_a_line_in_its_order_and_what_fails_stops_no_other(
    lampungtui: CommandLine, feed: Path, tmp_path: Path
) -> None:
    (tmp_path / "kosong.xml").touch()
    (tmp_path / "foto.jpg").write_bytes(bytes(range(256)) * 40)
    missing, empty, picture = tmp_path / "tidak-ada.xml", tmp_path / "kosong.xml", tmp_path / "foto.jpg"
    targets: list[Path | str] = [missing, feed, empty, tmp_path, "-", picture, feed]
    ran = lampungtui.run("probe", "--json", *targets, typed=FEED.encode())
    assert ran.code == 1
    assert ran.err == ""
    assert [told["target"] for told in ran.objects] == [str(target) for target in targets]
    assert [told["ok"] for told in ran.objects] == [False, True, False, False, True, False, True]
    for told in ran.objects:
        assert told.keys() == OBJECT
        if told["ok"]:
            assert len(told["entries"]) == 2
            assert told["error"] is None
        else:
            assert told["error"]
            assert (told["kind"], told["title"], told["entries"]) == (None, None, [])
    assert "No such file" in ran.objects[0]["error"]
    assert "empty" in ran.objects[2]["error"]
    assert "directory" in ran.objects[3]["error"]


def test_people_get_lines_and_failures_apart_from_them(lampungtui: CommandLine, feed: Path, tmp_path: Path) -> None:
    missing = tmp_path / "tidak-ada.xml"
    ran = lampungtui.run("probe", missing, feed)
    assert ran.code == 1
    assert ran.err.splitlines() == [f"{missing}: the file cannot be read: No such file or directory"]
    lines = ran.out.splitlines()
    assert any("Kabar Siger" in line for line in lines)
    assert "Pasar Margorejo Ditata & Dicat" in lines
    assert any("2024-11-21T07:05:00Z" in line and "Rina Wulandari" in line for line in lines)
    assert any("https://kabar.example/padi" in line for line in lines)
    assert "{" not in ran.out


async def test_addresses_are_fetched_and_each_failure_is_told(lampungtui: CommandLine, outlet: OutletServer) -> None:
    targets = [
        outlet.serve("/rss", answer(200, FEED.encode(), Content_Type="application/rss+xml")),
        outlet.serve("/pindah", answer(301, b"", Location="/rss")),
        outlet.serve("/hilang", answer(404, b"")),
        outlet.serve("/tetap", answer(304, b"")),
        outlet.serve("/putus", answer(200, FEED.encode()[:300], Content_Length="9000")),
        outlet.serve("/kosong", answer(200, b"")),
        outlet.serve("/bukan", answer(200, b"<html><body>Beranda</body></html>", Content_Type="text/html")),
    ]
    ran = await asyncio.to_thread(lampungtui.run, "probe", "--json", *targets)
    assert ran.code == 1
    assert [told["target"] for told in ran.objects] == targets
    assert [told["ok"] for told in ran.objects] == [True, True, False, False, False, False, False]
    assert [len(told["entries"]) for told in ran.objects[:2]] == [2, 2]
    assert "HTTP 404" in ran.objects[2]["error"]
    assert "broke off" in ran.objects[4]["error"]
    agents = {asked.headers["user-agent"] for asked in outlet.asked}
    assert len(agents) == 1
    assert agents.pop().startswith("lampungtui/")


async def test_an_address_of_an_outlet_that_one_described_is_read_by_its_profile(
    lampungtui: CommandLine, outlet: OutletServer
) -> None:
    target = outlet.serve("/metro", answer(200, LISTING.encode(), Content_Type="text/html"))
    profile = PROFILE.replace("https://kabar.example/metro", target).replace("https://kabar.example/", outlet.at("/"))
    lampungtui.write("outlets/kabar-siger.toml", profile)
    ran = await asyncio.to_thread(lampungtui.run, "probe", "--json", target)
    assert [entry["url"] for entry in ran.only_object["entries"]] == [
        outlet.at("/berita/pasar"),
        outlet.at("/berita/padi"),
    ]


async def test_an_address_may_be_written_in_capitals(lampungtui: CommandLine, outlet: OutletServer) -> None:
    outlet.serve("/rss", answer(200, FEED.encode(), Content_Type="application/rss+xml"))
    told = await asyncio.to_thread(lampungtui.run, "probe", "--json", f"HTTP://127.0.0.1:{outlet.port}/rss")
    assert told.only_object["ok"]


async def test_a_server_that_is_not_there_is_told(lampungtui: CommandLine, outlet: OutletServer) -> None:
    target = outlet.at("/rss")
    await outlet.stop()
    ran = await asyncio.to_thread(lampungtui.run, "probe", target)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [f"{target}: the server refuses connections"]


def test_an_address_that_is_none_is_told(lampungtui: CommandLine) -> None:
    told = lampungtui.run("probe", "--json", "https://", "http://nama:sandi@kabar.example/rss").objects
    assert [each["ok"] for each in told] == [False, False]
    assert "address" in told[0]["error"]


# --------------------------------------------------------------------------- what must not reach a terminal


def hostile_feed() -> bytes:
    """Every text of a feed steers the terminal, raw and as character references."""
    referred = "&#27;]0;judul&#7;&#155;31m&#8238;"
    item = (
        f"<item><title>{STEERS}{referred}</title><link>https://kabar.example/pasar</link><guid>{STEERS}</guid>"
        f"<author>{STEERS}</author><category>{STEERS}{referred}</category><description>{STEERS}</description></item>"
    )
    return f"<rss version='2.0'><channel><title>{STEERS}</title>{item}</channel></rss>".encode()


@pytest.mark.parametrize("words", [("--json",), ()], ids=["for programs", "for people"])
def test_no_title_steers_the_terminal(lampungtui: CommandLine, words: tuple[str, ...]) -> None:
    ran = lampungtui.run("probe", *words, "-", typed=hostile_feed())
    assert ran.code == 0
    assert "Pasar" in ran.out
    assert STEERING.findall(ran.out) == []


@pytest.mark.parametrize("words", [("--json",), ()], ids=["for programs", "for people"])
def test_no_name_of_a_file_steers_the_terminal(lampungtui: CommandLine, words: tuple[str, ...]) -> None:
    name = b"kabar\x1b[31m\xff\xc2\x9b\n.xml"
    ran = lampungtui.run("probe", *words, name)
    assert ran.code == 1
    assert STEERING.findall(ran.out + ran.err) == []
    assert len((ran.out + ran.err).splitlines()) == 1


def test_a_terminal_of_another_charset_gets_question_marks_and_no_failure(lampungtui: CommandLine) -> None:
    document = "<rss version='2.0'><channel><title>Kabar — “Siger”</title></channel></rss>".encode()
    ran = lampungtui.run("probe", "-", typed=document, environment={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 0
    assert ran.out.startswith("Kabar ? ?Siger?")


# --------------------------------------------------------------------------- in a pipe


def test_each_object_is_there_as_soon_as_its_target_is_read(lampungtui: CommandLine, feed: Path) -> None:
    """The second target is a pipe that nobody has written to yet."""
    pipe = lampungtui.home / "pipa"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "lampungtui", "probe", "--json", feed, pipe],
        stdout=subprocess.PIPE, env=lampungtui.environment(), text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["target"] == str(feed)
    with pipe.open("w", encoding="utf-8") as held:
        held.write(FEED)
    rest, _ = process.communicate(timeout=60)
    assert json.loads(rest)["ok"]
    assert process.returncode == 0


def test_whoever_reads_only_the_beginning_gets_no_complaint(lampungtui: CommandLine, feed: Path) -> None:
    targets = [str(feed)] * 40
    process = subprocess.Popen(
        [sys.executable, "-m", "lampungtui", "probe", "--json", *targets],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=lampungtui.environment(),
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert complaint == b""


@pytest.mark.parametrize(
    ("language", "words", "foreign"),
    [
        ("id_ID.UTF-8", ("2 entri)", "tanpa tanggal"), ("entries", "no date")),
        ("en_US.UTF-8", ("2 entries)", "no date"), ("entri)", "tanggal")),
    ],
)
def test_people_are_told_in_their_language_and_programs_in_none(
    lampungtui: CommandLine, feed: Path, tmp_path: Path, language: str, words: tuple[str, ...], foreign: tuple[str, ...]
) -> None:
    environment = {"LANG": language}
    told = lampungtui.run("probe", feed, environment=environment)
    assert told.code == 0
    assert all(word in told.out for word in words)
    assert not any(word in told.out for word in foreign)
    page = tmp_path / "bukan.xml"
    page.write_text("<kabar/>", encoding="utf-8")
    failed = lampungtui.run("probe", page, environment=environment)
    assert ("bukan" in failed.err.removeprefix(str(page))) == (language == "id_ID.UTF-8")
    objects = lampungtui.run("probe", "--json", page, feed, environment=environment).objects
    assert objects == lampungtui.run("probe", "--json", page, feed, environment={"LANG": "C"}).objects
    assert "the document" in objects[0]["error"]
