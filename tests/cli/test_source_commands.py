"""Sources on the command line, as a person, cron and scripts use them: add, import, feeds, refresh, doctor."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import Any

import pytest
from tests.cli.command import STEERING, CommandLine, Ran
from tests.e2e.terminal import Terminal
from tests.fetch.outletserver import OutletServer, answer

OK, FAILED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

PARAGRAPH = "Pedagang pasar di tepi kali mulai pindah ke lapak sementara, kata kepala dinas di kantornya. " * 12
HOSTILE = "Pasar\x1b]0;judul\x07 \x9b31m\u202egnasap\u2066 \x1b[2J\r\nMargorejo"
HOSTILE_IN_XML = escape(HOSTILE.replace("\x1b", "&#27;").replace("\x07", "&#7;"), quote=False).replace("&amp;#", "&#")

EMPTY = "outlets = []\n"
"""A file of subscriptions that asks nobody."""


async def run(
    lampungtui: CommandLine, *words: str, typed: bytes = b"", environment: Mapping[str, str] | None = None
) -> Ran:
    """Runs a command while the outlets go on listening."""
    return await asyncio.to_thread(lampungtui.run, *words, typed=typed, environment=environment)


def news(outlet: OutletServer, *titles: str, name: str = "Kabar Siger") -> bytes:
    """A feed with an article an hour, the newest of an hour ago."""
    items = []
    for number, title in enumerate(titles, 1):
        at = format_datetime(datetime.now(UTC) - timedelta(hours=number))
        link = outlet.at(f"/berita/{name.split()[-1].lower()}-{number}")
        items.append(
            f"<item><title>{title}</title><link>{link}</link><guid>{name}{number}</guid><pubDate>{at}</pubDate></item>"
        )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title>{"".join(items)}</channel></rss>'
    ).encode()


def serve_news(outlet: OutletServer, path: str, *titles: str, name: str = "Kabar Siger", **headers: str) -> str:
    """Serves a feed; gives its address."""
    document = news(outlet, *titles, name=name)
    return outlet.serve(path, answer(200, document, Content_Type="application/rss+xml", **headers))


def serve_site(outlet: OutletServer, *feeds: str) -> str:
    """Serves a home page that names these feeds; gives its address."""
    named = "".join(f'<link rel="alternate" type="application/rss+xml" href="{path}">' for path in feeds)
    page = f"<!doctype html><html><head><title>Kabar Siger</title>{named}</head><body></body></html>".encode()
    return outlet.serve("/", answer(200, page, Content_Type="text/html"))


def follow(lampungtui: CommandLine, **feeds: str) -> None:
    """Lets a person follow these addresses, by the ids of their feeds, and nothing else."""
    tables = "".join(
        f'[[feeds]]\nid = "{name}"\nurl = "{url}"\nname = "{name.title()}"\n' for name, url in feeds.items()
    )
    lampungtui.write("subscriptions.toml", EMPTY + tables)


def subscriptions(lampungtui: CommandLine) -> dict[str, Any]:
    """What the file of subscriptions says."""
    return tomllib.loads((lampungtui.config / "subscriptions.toml").read_text(encoding="utf-8"))


def asked(outlet: OutletServer) -> list[str]:
    return [each.path for each in outlet.asked]


def later(lampungtui: CommandLine, *, seconds: int) -> None:
    """Lets every source have been asked so long ago; what its server wished for stays."""
    with closing(sqlite3.connect(lampungtui.data / "lampungtui.db")) as database, database:
        database.execute(
            "UPDATE feed SET state = json_set(state, '$.last_try_at', json_extract(state, '$.last_try_at') - ?)",
            (seconds,),
        )


def free_of_steering(*texts: str) -> bool:
    return not any(STEERING.findall(text) for text in texts)


@pytest.fixture
def nobody(lampungtui: CommandLine) -> CommandLine:
    """The program of a person who follows nothing yet, not even the catalogue."""
    lampungtui.write("subscriptions.toml", EMPTY)
    return lampungtui


# --------------------------------------------------------------------------- add


async def test_a_site_is_followed_by_the_feed_that_it_names(nobody: CommandLine, outlet: OutletServer) -> None:
    serve_news(outlet, "/feed", "Kopi naik", "Lada turun", ETag='"satu"')
    ran = await run(nobody, "add", serve_site(outlet, "/feed"), "--yes", "--category", "ekbis")
    assert (ran.code, ran.err) == (OK, "")
    lines = ran.out.splitlines()
    assert lines[0] == "1. Kabar Siger"
    assert lines[1].strip() == outlet.at("/feed")
    assert "feed (RSS or Atom) · named by the page · 2 headlines" in lines[2]
    assert [line.strip() for line in lines[3:5]] == ["• Kopi naik", "• Lada turun"]
    assert lines[5] == "Followed from now on: Kabar Siger (own/kabar-siger)"
    assert subscriptions(nobody)["feeds"] == [
        {"id": "kabar-siger", "url": outlet.at("/feed"), "name": "Kabar Siger", "category": "ekbis"}
    ]
    # What it downloaded is stored: the feed is asked once in all.
    ran = await run(nobody, "refresh")
    assert ran.code == OK
    assert "Nothing is due before" in ran.out
    assert asked(outlet).count("/feed") == 1
    later(nobody, seconds=120)
    ran = await run(nobody, "refresh", "--force", "--json")
    assert ran.only_object["new"] == 0
    assert outlet.asked[-1].headers["if-none-match"] == '"satu"'


async def test_without_a_terminal_to_ask_at_nothing_is_followed_before_yes_is_said(
    nobody: CommandLine, outlet: OutletServer
) -> None:
    serve_news(outlet, "/a", "Kopi naik")
    serve_news(outlet, "/b", "Bola menang", name="Olahraga")
    ran = await run(nobody, "add", serve_site(outlet, "/a", "/b"))
    assert ran.code == FAILED
    assert "--yes" in ran.err
    assert [line for line in ran.out.splitlines() if line[0].isdigit()] == ["1. Kabar Siger", "2. Olahraga"]
    assert ran.out.splitlines()[-1] == "Nothing was added."
    assert "feeds" not in subscriptions(nobody)


async def test_the_first_source_of_all_can_come_from_the_command_line(
    lampungtui: CommandLine, outlet: OutletServer
) -> None:
    ran = await run(lampungtui, "add", serve_news(outlet, "/feed", "Kopi naik"), "--yes")
    assert ran.code == OK
    assert list(subscriptions(lampungtui)) == ["feeds"]


async def test_where_nothing_is_found_it_says_what_was_tried(nobody: CommandLine, outlet: OutletServer) -> None:
    ran = await run(nobody, "add", serve_site(outlet), "--yes")
    assert ran.code == FAILED
    assert ran.sentence.startswith(f"nothing to follow was found at {outlet.origin}")
    for tried in ("/: the page names no feed", "/feed/", "/rss", "/robots.txt", "/sitemap.xml", "HTTP 404"):
        assert tried in ran.sentence
    assert "feeds" not in subscriptions(nobody)


async def test_where_nobody_listens_it_says_so(nobody: CommandLine, outlet: OutletServer) -> None:
    host = outlet.origin.removeprefix("http://")
    await outlet.stop()
    ran = await run(nobody, "add", host, "--yes")
    assert ran.code == FAILED
    assert "the server refuses connections" in ran.sentence


async def test_what_is_followed_already_is_named(nobody: CommandLine, outlet: OutletServer) -> None:
    url = serve_news(outlet, "/feed", "Kopi naik")
    follow(nobody, kopi=url.replace("http://", "https://") + "/")
    before = (nobody.config / "subscriptions.toml").read_bytes()
    ran = await run(nobody, "add", url, "--yes")
    assert ran.code == UNUSABLE
    assert ran.err == f"lampungtui: {url} is followed already, as 'Kopi'\n"
    assert (nobody.config / "subscriptions.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "mailto:kabar@siger.example", "--yes"), "begin with http:// or https://"),
        (("add", "kabar.example", "--category", "metro", "--yes"), "there is no category 'metro'"),
        (("add", "kabar.example", "--category", "\x1b[31mmerah", "--yes"), "there is no category"),
    ],
)
async def test_what_cannot_be_added_is_refused_before_anybody_is_asked(
    nobody: CommandLine, words: tuple[str, ...], sentence: str
) -> None:
    ran = await run(nobody, *words)
    assert ran.code == UNUSABLE
    assert sentence in ran.sentence
    assert free_of_steering(ran.sentence)


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        pytest.param("\r", OK, "Followed from now on: Kabar Siger", id="Enter-for-the-first"),
        pytest.param("x\r7\r2\r", OK, "Followed from now on: Olahraga", id="asked-again-until-it-is-one"),
        pytest.param("0\r", FAILED, "Nothing was added.", id="none"),
        pytest.param("\x04", FAILED, "Nothing was added.", id="end-of-input"),
        pytest.param("\x03", INTERRUPTED, "", id="interrupted"),
    ],
)
async def test_at_a_terminal_the_person_is_asked_which_one(
    nobody: CommandLine, outlet: OutletServer, typed: str, code: int, told: str
) -> None:
    serve_news(outlet, "/a", "Kopi naik")
    serve_news(outlet, "/b", "Bola menang", name="Olahraga")
    site = serve_site(outlet, "/a", "/b")

    def person() -> None:
        with at_terminal(nobody, "add", site) as terminal:
            terminal.wait_for("2. Olahraga", "• Bola menang", "[1-2, Enter for 1, 0 for none]")
            terminal.press(typed)
            if told:
                terminal.wait_for(told)
            assert terminal.wait_for_end() == code

    await asyncio.to_thread(person)
    assert ("feeds" in subscriptions(nobody)) is (code == OK)


@contextmanager
def at_terminal(lampungtui: CommandLine, *words: str, language: str = "en_GB.UTF-8") -> Iterator[Terminal]:
    terminal = Terminal(*words, home=lampungtui.home, language=language)
    try:
        yield terminal
    finally:
        terminal.close()


# --------------------------------------------------------------------------- import


def opml(*outlines: str) -> str:
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body>{"".join(outlines)}</body></opml>'


def outline(url: str, title: str) -> str:
    return f'<outline type="rss" text="{title}" xmlUrl="{escape(url)}"/>'


MIXED = opml(
    '<outline text="Metro">' + outline("https://pasar.example/feed", "Pasar") + "</outline>",
    '<outline text="Ekonomi"><outline text="Bukan rubrik">'
    + outline("https://kopi.example/feed", "Kopi") + "</outline></outline>",
    outline("https://lada.example/feed", "Lada"),
    outline("http://www.lada.example/feed/", "Lada Lagi"),
    outline("http://ada.example/feed", "Sudah Ada"),
    outline("file:///etc/passwd", "Berkas &#27;[31m\u202e"),
)  # fmt: skip


async def test_of_a_list_the_good_ones_are_followed_and_each_other_is_named(nobody: CommandLine) -> None:
    follow(nobody, ada="https://ada.example/feed")
    path = nobody.write("teman.opml", MIXED)
    ran = await run(nobody, "import", str(path))
    assert ran.code == FAILED
    assert ran.out == "3 feeds followed from now on, 3 refused\n"
    refused = ran.err.splitlines()
    assert len(refused) == 3
    assert any("Lada Lagi: it is in the list twice" in line for line in refused)
    assert any("Sudah Ada: it is followed already, as 'Ada'" in line for line in refused)
    assert any("Berkas" in line and "only http and https" in line for line in refused)
    assert free_of_steering(ran.out, ran.err)
    assert [(feed["id"], feed["name"], feed.get("category")) for feed in subscriptions(nobody)["feeds"]] == [
        ("ada", "Ada", None),
        ("pasar", "Pasar", "lampung-raya/metro"),
        ("kopi", "Kopi", "ekbis"),
        ("lada", "Lada", None),
    ]
    again = await run(nobody, "import", str(path))
    assert (again.code, again.out) == (FAILED, "0 feeds followed from now on, 6 refused\n")


@pytest.mark.parametrize(
    "document", [opml(outline("https://kopi.example/feed", "Kopi")), "# newsboat\nhttps://kopi.example/feed ekbis\n"]
)
async def test_a_list_may_come_by_the_standard_input(nobody: CommandLine, document: str) -> None:
    ran = await run(nobody, "import", "-", typed=document.encode())
    assert (ran.code, ran.out, ran.err) == (OK, "1 feed followed from now on, 0 refused\n", "")
    assert subscriptions(nobody)["feeds"][0]["url"] == "https://kopi.example/feed"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("kosong.opml", "", "is empty"),
        ("halaman.opml", "<!doctype html><html><body>Halo</body></html>", ""),
        ("tanpa.opml", opml(), "no feed"),
        ("tiada.opml", None, "cannot be read: No such file"),
    ],
)
async def test_what_is_no_list_is_one_sentence(nobody: CommandLine, name: str, content: str | None, words: str) -> None:
    path = nobody.write(name, content) if content is not None else nobody.config / name
    ran = await run(nobody, "import", str(path))
    assert ran.code == UNUSABLE
    assert words in ran.sentence
    assert subscriptions(nobody) == {"outlets": []}


async def test_a_list_that_breaks_off_is_told_and_read_as_far_as_it_goes(nobody: CommandLine) -> None:
    whole = opml(outline("https://kopi.example/feed", "Kopi"), outline("https://lada.example/feed", "Lada"))
    ran = await run(nobody, "import", "-", typed=whole[: whole.index("lada")].encode())
    assert "breaks off" in ran.err
    assert "Kopi" in str(subscriptions(nobody)["feeds"])


# --------------------------------------------------------------------------- feeds


async def test_feeds_lists_what_is_followed_and_asks_nobody(nobody: CommandLine, outlet: OutletServer) -> None:
    follow(nobody, kopi=outlet.at("/kopi"), lada=outlet.at("/lada"))
    file = nobody.config / "subscriptions.toml"
    file.write_text(file.read_text() + 'category = "ekbis"\npaused = true\nmuted = true\ninterval = 15\n')
    ran = await run(nobody, "feeds")
    assert (ran.code, ran.err) == (OK, "")
    rows = ran.out.splitlines()
    assert rows[0].split() == ["Outlet", "Source", "Category", "State", "Address"]
    assert rows[1].split()[0:2] == ["Kopi", "Kopi"]
    assert "not asked yet" in rows[1]
    assert "paused" in rows[2]
    assert outlet.at("/lada") in rows[2]
    assert rows[-1] == "2 sources of 2 outlets"
    in_json = await run(nobody, "feeds", "--json")
    assert in_json.objects[1] == {
        "id": "own/lada", "outlet": "Lada", "title": "Lada", "kind": "rss", "url": outlet.at("/lada"),
        "category": "ekbis", "interval_minutes": 15, "paused": True, "muted": True, "state": "paused",
        "last_success": None, "next_poll": None,
    }  # fmt: skip
    assert outlet.asked == []


async def test_in_indonesian_the_list_speaks_indonesian(nobody: CommandLine) -> None:
    follow(nobody, kopi="https://kopi.example/feed")
    ran = await run(nobody, "--lang", "id", "feeds")
    assert ran.out.splitlines()[0].split() == ["Media", "Sumber", "Rubrik", "Keadaan", "Alamat"]
    assert ran.out.splitlines()[-1] == "1 sumber dari 1 media"


# --------------------------------------------------------------------------- refresh


async def test_refresh_tells_of_each_source_and_its_code_tells_of_all(
    nobody: CommandLine, outlet: OutletServer
) -> None:
    follow(nobody, kopi=serve_news(outlet, "/kopi", "Kopi naik", "Kopi panen"), lada=outlet.at("/lada"))
    ran = await run(nobody, "refresh", "--json")
    assert ran.code == FAILED
    kopi, lada = sorted(ran.objects, key=lambda each: str(each["id"]))
    assert kopi == {
        "id": "own/kopi", "outlet": "Kopi", "title": "Kopi", "ok": True, "new": 2, "changed": 0, "error": None,
    }  # fmt: skip
    assert (lada["ok"], lada["new"]) == (False, 0)
    assert "HTTP 404" in lada["error"]
    serve_news(outlet, "/lada", "Lada turun", name="Lada")
    later(nobody, seconds=120)
    ran = await run(nobody, "refresh", "--force")
    assert ran.code == OK
    assert sorted(ran.out.splitlines()) == ["✓ Kopi: nothing new", "✓ Lada: 1 new"]


async def test_refresh_tells_of_a_failure_in_the_language_of_the_screen(
    nobody: CommandLine, outlet: OutletServer
) -> None:
    outlet.serve("/kopi", answer(403, b""))
    follow(nobody, kopi=outlet.at("/kopi"))
    ran = await run(nobody, "--lang", "id", "refresh")
    assert ran.out.splitlines() == ["! Kopi: menolak melayani kita"]
    later(nobody, seconds=120)
    ran = await run(nobody, "--lang", "en", "refresh", "--force")
    assert ran.out.splitlines() == ["! Kopi: the server refuses to serve us (HTTP 403)"]


async def test_by_itself_refresh_asks_what_is_due_and_by_force_what_may_be_asked(
    nobody: CommandLine, outlet: OutletServer
) -> None:
    follow(nobody, kopi=serve_news(outlet, "/kopi", "Kopi naik"))
    await run(nobody, "refresh")
    for words, told in ((("refresh",), "Nothing is due before"), (("refresh", "--force"), "within the last minute")):
        ran = await run(nobody, *words)
        assert ran.code == OK
        assert told in ran.out
    assert asked(outlet) == ["/kopi"]
    later(nobody, seconds=120)
    await run(nobody, "refresh")
    assert asked(outlet) == ["/kopi"]
    await run(nobody, "refresh", "--force")
    assert asked(outlet) == ["/kopi", "/kopi"]


async def test_no_force_goes_against_a_servers_wish(nobody: CommandLine, outlet: OutletServer) -> None:
    outlet.serve("/kopi", answer(429, b"", Retry_After="7200"))
    follow(nobody, kopi=outlet.at("/kopi"), lada=serve_news(outlet, "/lada", "Lada turun"))
    ran = await run(nobody, "refresh")
    assert ran.code == FAILED
    assert "asked us to come back later" in ran.out
    later(nobody, seconds=3_600)
    ran = await run(nobody, "refresh", "--force")
    assert ran.code == OK
    assert "its server asked for patience" in ran.out
    assert asked(outlet) == ["/kopi"]


async def test_refresh_stores_whole_articles_where_they_are_wanted(nobody: CommandLine, outlet: OutletServer) -> None:
    page = f"<!doctype html><html><body><article><h1>Kopi naik</h1><p>{PARAGRAPH}</p></article></body></html>".encode()
    outlet.serve("/berita/siger-1", answer(200, page, Content_Type="text/html"))
    follow(nobody, kopi=serve_news(outlet, "/kopi", "Kopi naik", "Kopi panen"))
    ran = await run(nobody, "refresh", "--articles")
    assert ran.code == OK
    assert ran.out.splitlines() == ["✓ Kopi: 2 new", "1 article stored in full"]


async def test_where_nobody_can_be_reached_refresh_and_doctor_say_so(nobody: CommandLine, outlet: OutletServer) -> None:
    follow(nobody, kopi=outlet.at("/kopi"))
    await outlet.stop()
    ran = await run(nobody, "refresh")
    assert ran.code == FAILED
    assert ran.out.splitlines()[-1] == "Nobody could be reached: this machine seems to have no network."
    ran = await run(nobody, "doctor")
    assert ran.code == FAILED
    assert ran.out.startswith("Nobody could be reached the last time")


@pytest.mark.parametrize("command", ["feeds", "refresh", "doctor"])
async def test_what_cannot_run_is_told_by_a_code_of_its_own(nobody: CommandLine, command: str) -> None:
    nobody.write("subscriptions.toml", EMPTY + "[[feeds]]\nid = 'kopi'\nurl = 'kopi'\n")
    ran = await run(nobody, command)
    assert ran.code == UNUSABLE
    assert f"{nobody.config / 'subscriptions.toml'}:4: 'url' is not an http or https address" in ran.sentence


# --------------------------------------------------------------------------- doctor


async def test_doctor_tells_what_is_wrong_and_what_helps_the_worst_first(
    nobody: CommandLine, outlet: OutletServer
) -> None:
    follow(
        nobody,
        baik=serve_news(outlet, "/baik", "Kopi naik", "Kopi panen"),
        diam=outlet.at("/diam"),
        rusak=outlet.at("/rusak"),
    )
    outlet.serve("/rusak", answer(200, b"<html>Bukan kabar</html>", Content_Type="text/html"))
    file = nobody.config / "subscriptions.toml"
    file.write_text(file.read_text().replace('name = "Diam"', 'name = "Diam"\npaused = true'))
    await run(nobody, "refresh")
    ran = await run(nobody, "doctor")
    assert ran.code == FAILED
    # What the program stands on comes behind the sources, by what is installed here.
    heads = [line for line in ran.out.splitlines() if line and line[0] in "!✓=·" and "has a known hole" not in line]
    assert heads[0].startswith("! Rusak  it sent something else than news")
    assert heads[1:] == ["✓ Baik  well", "= Diam  paused"]
    for words in ("since ", "The site may have changed", "next ", "(after failures, ever later)", "today 1 request,"):
        assert words in ran.out
    assert ran.out.splitlines()[-1].startswith("3 sources, 1 failing; 2 articles, ")
    in_json = {each["id"]: each for each in (await run(nobody, "doctor", "--json")).objects if "id" in each}
    assert list(in_json) == ["own/rusak", "own/baik", "own/diam"]
    rusak, baik, diam = in_json.values()
    assert (rusak["state"], rusak["failing"], rusak["next_poll_reason"]) == ("not-a-feed", True, "back-off")
    assert (rusak["last_success"], rusak["requests_today"]) == (None, 1)
    assert (baik["state"], baik["failing"], baik["entries"], baik["error" if "error" in baik else "detail"]) == (
        "well", False, 2, None,
    )  # fmt: skip
    assert baik["bytes_today"] > 100
    assert baik["polled_url"] == baik["url"] == outlet.at("/baik")
    assert (diam["state"], diam["next_poll"]) == ("paused", None)
    for each in in_json.values():
        for key in ("since", "last_success", "next_poll"):
            assert each[key] is None or datetime.fromisoformat(each[key]).tzinfo is not None


async def test_where_all_is_well_doctor_says_so(nobody: CommandLine, outlet: OutletServer) -> None:
    follow(nobody, kopi=serve_news(outlet, "/kopi", "Kopi naik"))
    await run(nobody, "refresh")
    ran = await run(nobody, "doctor")
    assert ran.code == OK
    assert "1 source, 0 failing; 1 article" in ran.out


# --------------------------------------------------------------------------- what goes to the terminal


async def test_no_name_of_a_source_steers_the_terminal(nobody: CommandLine, outlet: OutletServer) -> None:
    url = serve_news(outlet, "/feed", HOSTILE_IN_XML, name=HOSTILE_IN_XML)
    added = await run(nobody, "add", url, "--yes")
    assert added.code == OK
    assert free_of_steering(added.out, added.err)
    later(nobody, seconds=120)
    outlet.serve("/feed", answer(200, b"\x1b]0;x\x07 <html>\x9b31m", Content_Type="text/html\x1b[31m"))
    for words in (("refresh", "--force"), ("feeds",), ("feeds", "--json"), ("doctor",), ("doctor", "--json")):
        ran = await run(nobody, *words)
        assert free_of_steering(ran.out, ran.err), words
        assert "Margorejo" in ran.out


QUIET_COMMANDS = (("feeds",), ("feeds", "--json"), ("doctor",), ("doctor", "--json"), ("refresh", "--json"))


def test_whoever_reads_the_output_may_go_away_any_time(nobody: CommandLine) -> None:
    follow(nobody, **{f"kabar-{n}": f"http://127.0.0.1:1/{n}" for n in range(40)})
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "lampungtui", *words],
            env=nobody.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for words in QUIET_COMMANDS
    ]
    for program in programs:
        assert program.stdout is not None
        program.stdout.close()
    for program, words in zip(programs, QUIET_COMMANDS, strict=True):
        assert program.stderr is not None
        with program.stderr as errors:
            assert errors.read() == b"", words
        assert program.wait(timeout=60) == OK, words


async def test_an_output_without_our_letters_shows_question_marks(nobody: CommandLine, outlet: OutletServer) -> None:
    plain = {"PYTHONIOENCODING": "ascii"}
    serve_news(outlet, "/kopi", "Kopi “naik”", name="Café Kopi")
    ran = await run(nobody, "add", outlet.at("/kopi"), "--yes", environment=plain)
    assert (ran.code, ran.out.splitlines()[0]) == (OK, "1. Caf? Kopi")
    later(nobody, seconds=120)
    for words in (("refresh", "--force"), ("feeds",), ("doctor",)):
        ran = await run(nobody, *words, environment=plain)
        assert ran.code == OK
        assert "Caf?" in ran.out


# --------------------------------------------------------------------------- beside an open reader


async def test_commands_work_beside_an_open_reader_which_follows_what_they_wrote(
    nobody: CommandLine, outlet: OutletServer, tmp_path: Path
) -> None:
    follow(nobody, pasar=serve_news(outlet, "/pasar", "Pasar ditata ulang", name="Kabar Pasar"))
    kopi = serve_news(outlet, "/kopi", "Harga kopi naik", name="Kabar Kopi")
    lada = serve_news(outlet, "/lada", "Lada dipanen", name="Kabar Lada")
    listed = tmp_path / "teman.opml"
    listed.write_text(opml(outline(lada, "Kabar Lada")))

    def person() -> None:
        with at_terminal(nobody) as reader:
            reader.wait_for("Pasar ditata ulang", "online · 1 source")
            assert nobody.run("add", kopi, "--yes").code == OK
            reader.press("r")
            reader.wait_for("2 sources")
            assert nobody.run("import", str(listed)).code == OK
            assert nobody.run("refresh").code == OK
            reader.press("r")
            reader.wait_for("3 sources")
            reader.press("g")
            reader.wait_for("Harga kopi naik", "Lada dipanen")
            reader.press("H")
            reader.wait_for("Sources", "Pasar", "Kabar Kopi", "Kabar Lada", "well")
            reader.press("d")
            reader.wait_for("Let go")
            assert {each["id"] for each in nobody.run("feeds", "--json").objects} < {
                "own/pasar", "own/kabar-kopi", "own/kabar-lada",
            }  # fmt: skip
            assert nobody.run("doctor").code == OK
            reader.press("u")
            reader.wait_for("Taken back")
            reader.press("\x1b")
            reader.wait_for("Harga kopi naik", gone=("ask now",))
            # What a person broke by hand is told, and what was followed stays.
            file = nobody.config / "subscriptions.toml"
            file.write_text(file.read_text() + "interval = soon\n")
            reader.press("r")
            reader.wait_for("Not understood", "3 sources")
            reader.press("q")
            assert reader.wait_for_end() == OK

    await asyncio.to_thread(person)
    assert asked(outlet).count("/kopi") == 1
