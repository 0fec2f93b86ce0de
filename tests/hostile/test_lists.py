"""Lists of feeds and profiles from strangers: they start no program, open no file, call nobody, and name every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.hostile.house import House, answered, item, rss
from tests.hostile.program import Program, Ran
from tests.hostile.screen import Screen
from tests.hostile.stream import troubles


def opml(*outlines: str, type_: str = "") -> str:
    """A list with these outlines and one good feed."""
    good = '<outline text="Kabar Baik" type="rss" xmlUrl="https://baik.example/feed"/>'
    return f'<?xml version="1.0"?>{type_}<opml version="2.0"><body>{"".join(outlines)}{good}</body></opml>'


def outline(address: str, *, text: str = "Seram", more: str = "") -> str:
    """An outline of a feed."""
    return f'<outline text="{text}" type="rss" xmlUrl="{address}" {more}/>'


TOUCH = "{canary}"
LISTS = {
    "a command of newsboat": opml(outline(f"exec:touch {TOUCH}")),
    "a filter of newsboat": opml(outline(f"filter:touch {TOUCH}:https://a.example/f")),
    "a filter of Liferea": opml(outline("https://a.example/f", more=f'filtercmd="touch {TOUCH}"')),
    "a pipe of Liferea": opml(outline(f"|touch {TOUCH}")),
    "a query of newsboat": opml(outline("query:semua:unread = yes")),
    "a file": opml(outline("file:///etc/passwd")),
    "a path": opml(outline("/etc/passwd")),
    "a path of Windows": opml(outline(r"C:\\rahasia.xml")),
    "a script": opml(outline("javascript:alert(1)")),
    "data": opml(outline("data:text/xml,%3Crss/%3E")),
    "an option": opml(outline("-oProxyCommand=id")),
    "gopher": opml(outline("gopher://127.0.0.1:6379/_FLUSHALL")),
    "an included list": opml('<outline type="include" url="file:///etc/passwd"/>'),
    "an entity of a file": opml(outline("&x;"), type_='<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "billion laughs": opml(outline("&b;"), type_='<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'),
    "an outside document type": opml(type_='<!DOCTYPE opml SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "a password in the address": opml(outline("https://nama:sandi-rahasia@a.example/f")),
    "a title that steers": opml(outline("file:///x", text="&#27;]2;PALSU&#7;[@click=app.quit]x[/] \u202egnasup")),
    "an address that steers": opml(outline("https://a.example/\x1b]52;c;UFdO\x07")),
    "a head in the address": opml(outline("https://a.example/%0d%0aX-Seram:1&#13;&#10;Host: lain")),
    "TOML in the title": opml(outline("https://toml.example/f", text="x&quot;&#10;[settings]&#10;paused = true&#10;#")),
    "TOML in the folder": opml(f'<outline text="a&quot;]]&#10;[[feeds]]">{outline("https://map.example/f")}</outline>'),
    "a title that is a path": opml(outline("https://jalur.example/f", text="../../../etc/cron.d/seram")),
    "folders without end": opml("<outline text='map'>" * 19_000 + outline("https://dalam.example/f")),
    "feeds without end": opml(*(outline(f"https://a{n}.example/f") for n in range(25_000))),
    "attributes without end": opml(f"<outline {' '.join(f'a{n}=x' for n in range(50_000))} xmlUrl='https://a.example/f'/>"),
    "newsboat's own form": 'exec:touch {canary}\nfilter:touch {canary}:https://a.example/f\n"query:x:y"\nhttps://baik.example/feed\n',
}  # fmt: skip


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path, ready=True)


def imported(program: Program, text: str, canary: Path) -> Ran:
    """Imports a list from the standard input."""
    return program.run("import", "-", typed=text.replace("{canary}", str(canary)).encode())


@pytest.mark.parametrize("name", LISTS)
def test_a_list_from_a_stranger_is_a_list_and_nothing_more(program: Program, name: str) -> None:
    canary = program.home / "canary"
    ran = imported(program, LISTS[name], canary)
    assert ran.code in (0, 1, 2)
    assert ran.both
    assert not canary.exists()
    assert program.started() == []
    assert program.events("socket.connect") == []
    assert list(troubles(ran.both)) == []
    assert b"sandi-rahasia" not in ran.both
    listed = program.run("feeds", "--json")
    assert listed.code == 0
    addresses = [each["url"] for each in listed.objects if each["id"].startswith("own/")]
    assert all(each.startswith(("http://", "https://")) and each.isascii() and each.isprintable() for each in addresses)
    assert not any(each["paused"] for each in listed.objects if each["id"].startswith("own/"))
    assert {path.name for path in program.home.iterdir()} <= {"config", "data", "state", "watch"}
    assert "root:" not in listed.output.decode()
    if "entity" not in name and "laughs" not in name and name != "feeds without end":
        assert addresses


PROFILES = {
    "a home that is a file": 'home = "file:///etc/passwd"',
    "a feed that is a file": '[[feeds]]\nid = "a"\nkind = "rss"\ntitle = "A"\nurl = "file:///etc/passwd"',
    "a feed that is a script": '[[feeds]]\nid = "a"\nkind = "rss"\ntitle = "A"\nurl = "javascript:alert(1)"',
    "a feed that is a command": '[[feeds]]\nid = "a"\nkind = "rss"\ntitle = "A"\nurl = "exec:touch {canary}"',
    "a feed with a password": '[[feeds]]\nid = "a"\nkind = "rss"\ntitle = "A"\nurl = "https://nama:sandi-rahasia@a.example/"',
    "a feed whose id is a path": '[[feeds]]\nid = "../../etc"\nkind = "rss"\ntitle = "A"\nurl = "https://a.example/"',
    "a key for a command": 'command = "touch {canary}"',
    "a selector of harm": '[page]\nbody = "div:has(:has(:has(:has(:has(*)))))" \ntitle = "::\\u001b]2;x"',
    "an expression of harm": '[api]\nitems = "[?contains(@, `\\u001b]2;x"',
    "a name that steers": 'names = ["\\u001b]2;PALSU\\u0007"]',
    "tables within tables": "a = " + "[" * 5_000,
    "a mebibyte too much": "# " + "x" * 2**20,
    "no TOML": "\x00\x01\x02",
}


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_from_a_stranger_is_data_or_refused_with_its_place(program: Program, name: str) -> None:
    canary = program.home / "canary"
    own = PROFILES[name].replace("{canary}", str(canary))
    head = 'id = "seram"\nname = "Media Seram"\n' + (
        "" if own.startswith("home") else 'home = "https://seram.example/"\n'
    )
    program.write("outlets/seram.toml", head + own + "\n")
    ran = program.run("feeds")
    assert list(troubles(ran.both)) == []
    assert ran.code == 0 or b"seram.toml" in ran.errors
    assert b"sandi-rahasia" not in ran.both
    assert not canary.exists()
    assert program.started() == []
    assert program.events("socket.connect") == []
    if name not in ("a name that steers",):
        assert ran.code == 2, ran.both


SETTINGS = {
    "a theme that is a path": 'theme = "../../../etc/passwd"',
    "an address of harm for sharing": '[share]\nx = "javascript:alert({title})"',
    "a file for sharing": '[share]\nx = "file:///etc/{title}"',
    "a number beyond": "measure = 99999999999999999999",
    "an outlet that is a path": 'outlets = ["../../etc/passwd"]',
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_from_a_stranger_are_refused_with_their_line(program: Program, name: str) -> None:
    program.write("config.toml", SETTINGS[name] + "\n")
    ran = program.run("config", "--check")
    assert ran.code == 2, ran.both
    assert b"config.toml:" in ran.errors
    assert list(troubles(ran.both)) == []
    assert program.started() == []


SECRETS = {
    "a head": '[[feeds]]\nid = "a"\nurl = "https://a.example/f"\nheaders = { Authorization = "Bearer sandi-rahasia" }\n',
    "a key in an address": '[[feeds]]\nid = "a"\nurl = "https://a.example/f?api_key=sandi-rahasia"\n',
    "a head for a feed of the catalogue": '[settings."lampungpro/politik".headers]\nX-Auth-Token = "sandi-rahasia"\n',
}


@pytest.mark.parametrize("name", SECRETS)
def test_a_file_with_secrets_is_for_its_owner_alone_and_they_are_told_nowhere(program: Program, name: str) -> None:
    file = program.write("subscriptions.toml", SECRETS[name])
    file.chmod(0o644)
    for words in (
        ("feeds",),
        ("feeds", "--json"),
        ("doctor",),
        ("doctor", "--json"),
        ("config",),
        ("config", "--check"),
    ):
        ran = program.run(*words)
        assert b"sandi-rahasia" not in ran.both, words
    assert file.stat().st_mode & 0o777 == 0o600
    assert "sandi-rahasia" not in program.log
    again = program.run("add", "http://127.0.0.1:1/f?api_key=sandi-rahasia", "--yes")
    assert b"sandi-rahasia" not in again.both
    assert "sandi-rahasia" not in program.log


def test_a_file_without_secrets_keeps_the_rights_that_its_owner_gave(program: Program) -> None:
    file = program.write("subscriptions.toml", '[[feeds]]\nid = "a"\nurl = "https://a.example/f"\n')
    file.chmod(0o644)
    assert program.run("feeds").code == 0
    assert file.stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_made_is_for_its_owner_alone(program: Program) -> None:
    assert program.run("import", "-", typed=opml().encode()).code == 0
    assert (program.home / "config" / "subscriptions.toml").stat().st_mode & 0o777 == 0o600


INJECTIONS = {
    "a User-Agent with a head in it": 'user_agent = "x\\r\\nHost: lain"',
    "a head with another in its value": 'headers = { X-Satu = "a\\r\\nX-Dua: b" }',
    "a head that steers": 'headers = { X-Satu = "\\u001b]2;PALSU\\u0007" }',
    "a head with another in its name": 'headers = { "X-Satu: a\\r\\nX-Dua" = "b" }',
    "a cookie": 'headers = { Cookie = "sid=1" }',
    "another host": 'headers = { Host = "lain.example" }',
    "an address with a head in it": 'interval = 60\nname = "A"\nurl = "https://a.example/\\r\\nHost: lain"',
}


@pytest.mark.parametrize("name", INJECTIONS)
def test_what_a_request_says_cannot_hold_another_head(program: Program, name: str) -> None:
    own = INJECTIONS[name]
    address = "" if "url =" in own else 'url = "https://a.example/f"\n'
    program.write("subscriptions.toml", f'[[feeds]]\nid = "a"\n{address}{own}\n')
    ran = program.run("feeds")
    assert ran.code == 2
    assert b"subscriptions.toml:" in ran.errors
    assert list(troubles(ran.both)) == []


def test_the_reader_shows_a_source_and_not_its_secrets(program: Program) -> None:
    house = House().start()
    try:
        address = house.serve(
            "/umpan?token=sandi-rahasia", answered(rss(item("Kabar satu", "https://a.example/1")).encode())
        )
        program.write(
            "subscriptions.toml",
            f'outlets = []\n[[feeds]]\nid = "a"\nurl = "{address}"\nname = "Sumber A"\n'
            'headers = { Authorization = "Bearer sandi-rahasia" }\n',
        )
        screen = Screen(program)
        try:
            screen.sees("Kabar satu")
            screen.press("H")
            screen.sees("/umpan?token=...")
            screen.press("q")
            screen.sees("next unread")
            assert screen.leave() == 0
        finally:
            screen.close()
        (asked,) = house.asked_for("/umpan?token=sandi-rahasia")
        assert asked.headers["authorization"] == "Bearer sandi-rahasia"
        assert b"sandi-rahasia" not in screen.raw
        assert "sandi-rahasia" not in program.log
    finally:
        house.stop()
