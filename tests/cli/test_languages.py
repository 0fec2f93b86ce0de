"""The program's own words: version, help in both languages, and what it says where there is no terminal."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.cli.command import CommandLine

from lampungtui import __version__

ENGLISH, INDONESIAN = "Read the news of Lampung in the terminal.", "Membaca berita Lampung di terminal."


@pytest.mark.parametrize("language", ["C", "id_ID.UTF-8"])
def test_the_version_is_one_line(lampungtui: CommandLine, language: str) -> None:
    ran = lampungtui.run("--version", environment={"LANG": language})
    assert (ran.code, ran.out, ran.err) == (0, f"lampungtui {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "environment", "expected"),
    [
        pytest.param((), {"LANG": "en_US.UTF-8"}, ENGLISH, id="LANG en"),
        pytest.param((), {"LANG": "id_ID.UTF-8"}, INDONESIAN, id="LANG id"),
        pytest.param((), {"LANG": "jv_ID.UTF-8"}, ENGLISH, id="LANG of another language"),
        pytest.param((), {"LANG": "en_US.UTF-8", "LC_ALL": "id_ID.UTF-8"}, INDONESIAN, id="LC_ALL goes before LANG"),
        pytest.param((), {"LANG": "id_ID.UTF-8", "LANGUAGE": "jv:en:id"}, ENGLISH, id="LANGUAGE goes before all"),
        pytest.param(("--lang", "id"), {"LANG": "en_US.UTF-8"}, INDONESIAN, id="--lang id"),
        pytest.param(("--lang=en",), {"LANG": "id_ID.UTF-8"}, ENGLISH, id="--lang=en"),
    ],
)
def test_help_is_in_the_language_that_was_asked_for(
    lampungtui: CommandLine, words: tuple[str, ...], environment: Mapping[str, str], expected: str
) -> None:
    ran = lampungtui.run(*words, "--help", environment=environment)
    assert (ran.code, ran.err) == (0, "")
    assert expected in ran.out
    assert (ENGLISH if expected == INDONESIAN else INDONESIAN) not in ran.out
    for command in ("probe", "extract", "--demo", "--home", "--lang", "--version"):
        assert command in ran.out


OF_THE_LIBRARY = ("usage:", "options:", "positional arguments:", "show this help", "show program's version")
"""What the library that reads the words of a command says by itself."""


@pytest.mark.parametrize("command", [(), ("probe",), ("extract",)], ids=["all", "probe", "extract"])
def test_help_in_indonesian_is_in_indonesian_throughout(lampungtui: CommandLine, command: tuple[str, ...]) -> None:
    out = lampungtui.run(*command, "--help", environment={"LANG": "id_ID.UTF-8"}).out
    assert [words for words in OF_THE_LIBRARY if words in out] == []


@pytest.mark.parametrize("command", [("probe",), ("extract",)], ids=["probe", "extract"])
def test_the_help_of_a_command_names_its_options(lampungtui: CommandLine, command: tuple[str, ...]) -> None:
    out = lampungtui.run(*command, "--help").out
    for option in ("--json", "--outlet", "--url", "http(s) address, file, or - for input"):
        assert option in out
    assert ("--text" in out) == (command == ("extract",))


@pytest.mark.parametrize(
    ("environment", "words", "expected"),
    [
        ({"LANG": "C"}, (), "the reader needs a terminal"),
        ({"LANG": "id_ID.UTF-8"}, (), "terminal"),
        ({"LANG": "C"}, ("--lang", "id"), "terminal"),
        ({"LANG": "C"}, ("--demo",), "the reader needs a terminal"),
    ],
)
def test_without_a_terminal_one_line_says_so(
    lampungtui: CommandLine, environment: Mapping[str, str], words: tuple[str, ...], expected: str
) -> None:
    ran = lampungtui.run(*words, environment=environment)
    assert ran.code == 2
    assert expected in ran.sentence
    assert "lampungtui --help" in ran.sentence
    in_indonesian = "id" in (*words, environment["LANG"][:2])
    assert ("pembaca" in ran.sentence.lower()) == in_indonesian


def test_the_language_of_the_settings_holds_where_nothing_else_was_asked_for(lampungtui: CommandLine) -> None:
    lampungtui.write("config.toml", 'language = "id"\n')
    english = lampungtui.run("--lang", "en").sentence
    assert "the reader needs a terminal" in english
    assert lampungtui.run().sentence != english


@pytest.mark.parametrize("option", ["--demo", "--plain"])
def test_a_command_is_never_taken_for_the_demos(lampungtui: CommandLine, option: str) -> None:
    ran = lampungtui.run(option, "feeds", environment={"LANG": "id_ID.UTF-8"})
    assert (ran.code, ran.out) == (2, "")
    assert "--demo dan --plain membuka pembaca" in ran.err
