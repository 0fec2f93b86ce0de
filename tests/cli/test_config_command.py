"""`lampungtui config`: a complete file to begin with, where everything is, and every mistake with its line."""

from __future__ import annotations

import tomllib

import pytest
from tests.cli.command import CommandLine


@pytest.mark.parametrize(("language", "words"), [("C", "Widest line"), ("id_ID.UTF-8", "Baris terlebar")])
def test_the_complete_file_can_be_used_as_it_is(lampungtui: CommandLine, language: str, words: str) -> None:
    ran = lampungtui.run("config", "--default", environment={"LANG": language})
    assert (ran.code, ran.err) == (0, "")
    assert words in ran.out
    assert tomllib.loads(ran.out)["measure"] == 72
    lampungtui.write("config.toml", ran.out)
    checked = lampungtui.run("config", "--check")
    assert (checked.code, checked.out) == (0, "All settings can be used.\n")


def test_it_says_where_the_files_are_and_what_holds_by_which_line(lampungtui: CommandLine) -> None:
    lampungtui.write("config.toml", '# a\nmeasure = 64\n[keys]\n"article.save" = ["S"]\n[browser]\ncommand = ["w3m"]\n')
    out = lampungtui.run("config").out
    assert str(lampungtui.config / "config.toml") in out
    assert f"{lampungtui.config / 'themes'}  (not there)" in out
    values = {words[0]: " ".join(words[1:]) for words in map(str.split, out.splitlines()) if words}
    assert values["measure"] == "64 (line 2)"
    assert values["keys.article.save"] == "S (line 4)"
    assert values["browser.command"] == "w3m (line 6)"
    assert values["theme"] == "auto (default)"


def test_every_mistake_is_told_not_only_the_first(lampungtui: CommandLine) -> None:
    lampungtui.write("config.toml", 'measure = 64\ntheme = "sigar"\noutlets = ["tiada"]\n')
    lampungtui.write("themes/mine.toml", 'background = "merah"\n')
    ran = lampungtui.run("config", "--check")
    assert (ran.code, ran.out) == (2, "")
    assert [line.rpartition("/")[2] for line in ran.err.splitlines()] == [
        "mine.toml:1: background must be a colour such as '#e0b252'",
        "config.toml:2: theme: there is no theme 'sigar'",
        "config.toml:3: outlets: there is no outlet 'tiada'",
    ]


def test_a_mistake_of_form_is_told_with_its_line(lampungtui: CommandLine) -> None:
    lampungtui.write("config.toml", "\n\nmesure = 64\n")
    ran = lampungtui.run("config", "--check")
    assert ran.code == 2
    assert "config.toml:3: unknown key 'mesure'; did you mean 'measure'?" in ran.err
    assert lampungtui.run("config").code == 2


def test_without_any_file_nothing_is_wrong(lampungtui: CommandLine) -> None:
    ran = lampungtui.run("config", "--check", environment={"LANG": "id_ID.UTF-8"})
    assert (ran.code, ran.err, ran.out) == (0, "", "Semua setelan dapat dipakai.\n")
