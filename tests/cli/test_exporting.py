"""What is followed leaves as a list, for another reader or another machine."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.cli.command import CommandLine

OK, UNUSABLE = 0, 2

FOLLOWED = """outlets = []

[[feeds]]
id = "kopi"
url = "https://kopi.example/feed?a=1&b=2"
name = "Kopi & Lada"

[[feeds]]
id = "metro"
url = "https://metro.example/berita/"
name = "Kabar Metro"
kind = "page"
category = "lampung-raya/metro"
paused = true

[[feeds]]
id = "pasar"
url = "https://pasar.example/feed"
name = "Pasar"
category = "ekbis"
"""


@pytest.fixture
def reader(lampungtui: CommandLine) -> CommandLine:
    """The program of a person who follows two feeds and a page."""
    lampungtui.write("subscriptions.toml", FOLLOWED)
    return lampungtui


def feeds_of(lampungtui: CommandLine) -> list[tuple[str, ...]]:
    """What is followed: name, kind, category, address."""
    found = lampungtui.run("feeds", "--json").objects
    return sorted((each["title"], each["kind"], each["category"] or "", each["url"]) for each in found)


def test_another_reader_finds_names_addresses_and_folders(reader: CommandLine) -> None:
    ran = reader.run("--lang", "en", "export")
    assert (ran.code, ran.err) == (OK, "3 sources written, 2 feeds that other readers know\n")
    body = ElementTree.fromstring(ran.output).find("body")
    assert body is not None
    (loose,) = [each for each in body if "xmlUrl" in each.attrib]
    assert (loose.attrib["text"], loose.attrib["xmlUrl"]) == ("Kopi & Lada", "https://kopi.example/feed?a=1&b=2")
    folders = {each.attrib["text"]: [child.attrib["text"] for child in each] for each in body if each is not loose}
    assert folders == {"Lampung": ["Metro"], "Business": ["Pasar"]}


@pytest.mark.parametrize("language", ["id", "en"])
def test_another_lampungtui_follows_the_same(reader: CommandLine, language: str, tmp_path: Path) -> None:
    file = tmp_path / "sumber.opml"
    assert reader.run("--lang", language, "export", file).output == b""
    other = CommandLine(tmp_path / "lain")
    other.write("subscriptions.toml", "outlets = []\n")
    assert other.run("import", file).code == OK
    assert feeds_of(other) == feeds_of(reader)


def test_no_file_is_written_over(reader: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "sumber.opml"
    file.write_text("milik saya", "utf-8")
    ran = reader.run("export", file)
    assert ran.code == UNUSABLE
    assert ran.sentence.endswith("sumber.opml: is there already; nothing was written")
    assert file.read_text("utf-8") == "milik saya"
    nowhere = reader.run("export", tmp_path / "tiada" / "sumber.opml")
    assert (nowhere.code, nowhere.output) == (UNUSABLE, b"")
    assert "cannot be written: No such file or directory" in nowhere.err


def test_a_list_with_a_key_in_it_is_its_owners_alone(reader: CommandLine, tmp_path: Path) -> None:
    reader.write("subscriptions.toml", FOLLOWED.replace("?a=1&b=2", "?token=rahasia"))
    file = tmp_path / "sumber.opml"
    ran = reader.run("--lang", "id", "export", file)
    assert "1 alamat memuat kunci atau kata sandi" in ran.err
    assert "rahasia" not in ran.err
    assert "token=rahasia" in file.read_text("utf-8")
    assert file.stat().st_mode & 0o077 == 0
