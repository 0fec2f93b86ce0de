"""What cannot be used ends with one line that says where and what, and with code 2; nothing is printed, nothing broken."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from tests.cli.command import STEERING, CommandLine
from tests.cli.documents import PROFILE

UNUSABLE = 2

COMMANDS = [("feeds",), ()]
"""A command that opens the newsroom, and the reader itself."""


def words_of(command: tuple[str, ...]) -> str:
    return command[0] if command else "reader"


def test_an_outlet_that_nobody_knows_is_refused_with_those_there_are(lampungtui: CommandLine) -> None:
    ran = lampungtui.run("probe", "--json", "--outlet", "lampungprooo", "kabar.xml")
    assert ran.code == UNUSABLE
    assert "'lampungprooo'" in ran.sentence
    assert "antara-lampung" in ran.sentence


def test_the_name_of_an_unknown_outlet_does_not_steer_the_terminal(lampungtui: CommandLine) -> None:
    ran = lampungtui.run("extract", "--outlet", "\x1b[31mmerah\x9b\n", "kabar.html")
    assert ran.code == UNUSABLE
    assert STEERING.findall(ran.sentence) == []


@pytest.mark.parametrize("url", ["lampungpro.co", "javascript:alert(1)", ""])
def test_an_address_that_is_none_is_refused(lampungtui: CommandLine, url: str) -> None:
    ran = lampungtui.run("probe", "kabar.xml", f"--url={url}")
    assert ran.code == UNUSABLE
    assert "--url" in ran.sentence


@pytest.mark.parametrize(
    ("broken", "line", "words"),
    [
        pytest.param(PROFILE.replace('kind = "page"', 'kind = "pagge"'), 7, "page", id="a wrong word"),
        pytest.param(PROFILE.replace('title = "h3', 'titel = "h3'), 16, "'title'", id="a misspelt key"),
        pytest.param(PROFILE.replace('item = "div.kartu"', 'item = "div["'), 12, "div[", id="a broken selector"),
        pytest.param(PROFILE.replace('title = "Metro"', "title = Metro"), 9, "TOML", id="no TOML"),
        pytest.param(PROFILE.replace("https://kabar.example/metro", "kabar.example"), 8, "http", id="no address"),
    ],
)
def test_a_broken_profile_is_told_with_file_line_and_word(
    lampungtui: CommandLine, broken: str, line: int, words: str
) -> None:
    path = lampungtui.write("outlets/kabar-siger.toml", broken)
    ran = lampungtui.run("probe", "--json", "-")
    assert ran.code == UNUSABLE
    assert ran.sentence.startswith(f"lampungtui: {path}:{line}: ")
    assert words in ran.sentence


@pytest.mark.parametrize("command", COMMANDS, ids=words_of)
def test_a_broken_profile_stops_every_command_that_needs_it(lampungtui: CommandLine, command: tuple[str, ...]) -> None:
    path = lampungtui.write("outlets/kabar-siger.toml", PROFILE.replace("home = ", "rumah = "))
    ran = lampungtui.run(*command)
    assert ran.code == UNUSABLE
    assert str(path) in ran.sentence


@pytest.mark.parametrize(
    ("settings", "line", "words"),
    [
        pytest.param('theme = "tapis"\nmesure = 60\n', 2, "'measure'", id="a misspelt key"),
        pytest.param("measure = 400\n", 1, "from 40 to 120", id="out of range"),
        pytest.param('\n\nrefresh = "ya"\n', 3, "true or false", id="a wrong type"),
        pytest.param("theme = tapis\n", 1, "TOML", id="no TOML"),
        pytest.param('outlets = [\n  "lampungpro",\n  "koran-hilang",\n]\n', None, "'koran-hilang'", id="an unknown outlet"),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used_are_told_with_file_and_line(
    lampungtui: CommandLine, settings: str, line: int | None, words: str
) -> None:
    path = lampungtui.write("config.toml", settings)
    ran = lampungtui.run("feeds")
    assert ran.code == UNUSABLE
    assert f"{path}:{line}: " in ran.sentence if line is not None else f"{path}:" in ran.sentence
    assert words in ran.sentence
    assert not lampungtui.data.exists()


@pytest.mark.parametrize("command", COMMANDS, ids=words_of)
def test_every_command_that_opens_the_newsroom_reads_the_settings(
    lampungtui: CommandLine, command: tuple[str, ...]
) -> None:
    path = lampungtui.write("config.toml", "tema = 1\n")
    ran = lampungtui.run(*command)
    assert ran.code == UNUSABLE
    assert f"{path}:1: unknown key 'tema'" in ran.sentence


def test_settings_that_are_no_text_are_told(lampungtui: CommandLine) -> None:
    path = lampungtui.write("config.toml", "")
    path.write_bytes(b'theme = "\xff"\n')
    ran = lampungtui.run("feeds")
    assert ran.code == UNUSABLE
    assert str(path) in ran.sentence


@pytest.mark.parametrize("command", COMMANDS, ids=words_of)
def test_a_data_folder_that_cannot_be_made_is_told(lampungtui: CommandLine, command: tuple[str, ...]) -> None:
    # A file stands where the folder should be: this holds for whoever runs the tests, the system's owner too.
    lampungtui.data.parent.mkdir(parents=True)
    lampungtui.data.write_text("bukan folder")
    ran = lampungtui.run(*command)
    assert ran.code == UNUSABLE
    assert str(lampungtui.data) in ran.sentence
    assert lampungtui.data.read_text() == "bukan folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="the system's owner may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(lampungtui: CommandLine) -> None:
    lampungtui.data.parent.mkdir(parents=True)
    lampungtui.data.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        ran = lampungtui.run("feeds")
    finally:
        lampungtui.data.parent.chmod(stat.S_IRWXU)
    assert ran.code == UNUSABLE
    assert str(lampungtui.data) in ran.sentence


def test_a_cache_that_cannot_be_opened_is_told(lampungtui: CommandLine) -> None:
    (lampungtui.data / "lampungtui.db").mkdir(parents=True)
    ran = lampungtui.run("feeds")
    assert ran.code == UNUSABLE
    assert str(lampungtui.data / "lampungtui.db") in ran.sentence


def test_another_programs_file_in_its_place_is_told_and_left_alone(lampungtui: CommandLine) -> None:
    lampungtui.data.mkdir(parents=True)
    file = lampungtui.data / "lampungtui.db"
    file.write_bytes(b"Catatan belanja: cabai, bawang, kopi.\n" * 40)
    ran = lampungtui.run("feeds")
    assert ran.code == UNUSABLE
    assert str(file) in ran.sentence
    assert file.read_bytes() == b"Catatan belanja: cabai, bawang, kopi.\n" * 40


@pytest.mark.parametrize(
    "words", [("--semua",), ("koran",), ("probe",), ("--lang", "jv"), ("probe", "--kind", "rss", "-")]
)
def test_words_that_are_no_command_are_refused(lampungtui: CommandLine, words: tuple[str, ...]) -> None:
    ran = lampungtui.run(*words)
    assert ran.code == UNUSABLE
    assert ran.out == ""
    assert ran.err


def test_folders_are_for_their_owner_alone(lampungtui: CommandLine) -> None:
    assert lampungtui.run("feeds").code == 0
    assert stat.S_IMODE(lampungtui.data.stat().st_mode) == 0o700


def test_a_home_of_ones_own_holds_everything(lampungtui: CommandLine, tmp_path: Path) -> None:
    elsewhere = tmp_path / "lain"
    assert lampungtui.run("--home", elsewhere, "feeds").code == 0
    assert (elsewhere / "data" / "lampungtui.db").exists()
    assert list(lampungtui.home.iterdir()) == []
