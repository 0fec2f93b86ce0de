"""Which theme is worn: the person's own files, the terminal's ground and its colours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lampungtui.config import Config
from lampungtui.ui.terminal_ground import dark_by_answer, dark_by_environment
from lampungtui.ui.theme_files import read_theme_file
from lampungtui.ui.themes import OURS
from lampungtui.ui.wardrobe import Wardrobe

MINE = 'background = "#101418"\nforeground = "#e6e6e6"\nprimary = "#7fb4ca"\n'


# --------------------------------------------------------------------------- themes that a person wrote


def test_a_theme_of_ones_own_is_worn_by_its_files_name(tmp_path: Path) -> None:
    (tmp_path / "malam.toml").write_text(MINE + 'cursor = "#345"\n', "utf-8")
    wardrobe = Wardrobe(folder=tmp_path)
    wardrobe.read_own()
    assert wardrobe.errors == []
    assert wardrobe.worn(Config(theme="malam")) == ("malam", None)
    theme = wardrobe.themes()["malam"]
    assert (theme.dark, theme.background, theme.variables["cursor-ground"]) == (True, "#101418", "#345")


def test_a_light_ground_makes_a_light_theme_unless_the_file_says_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "kapas.toml"
    path.write_text(MINE.replace("#101418", "#ffffff"), "utf-8")
    assert not read_theme_file(path).dark
    path.write_text("dark = true\n" + MINE.replace("#101418", "#ffffff"), "utf-8")
    assert read_theme_file(path).dark


@pytest.mark.parametrize(
    ("name", "text", "line", "what"),
    [
        ("a.toml", MINE + 'acent = "#fff"\n', 4, "unknown key 'acent'; did you mean 'accent'?"),
        ("a.toml", MINE + "\naccent = 'merah'\n", 5, "accent must be a colour such as '#e0b252'"),
        ("a.toml", "dark = 'ya'\n" + MINE, 1, "dark must be true or false"),
        ("a.toml", 'background = "#000"\nforeground = "#fff"\n', None, "'primary' is missing"),
        ("a.toml", "background = #000\n", 1, "is not valid TOML"),
        ("Tema Saya.toml", MINE, None, "is named with small letters"),
        ("a.toml", "#" * 70_000, None, "is too long for a theme"),
        ("a.toml", "x = " + "[" * 20_000, None, "nested too deeply"),
    ],
)
def test_a_theme_that_cannot_be_used_is_told_with_its_line_and_the_others_are_there(
    name: str, text: str, line: int | None, what: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "z.toml").write_text(MINE, "utf-8")
    wardrobe = Wardrobe(folder=tmp_path)
    wardrobe.read_own()
    assert set(wardrobe.own) == {"z"}
    (error,) = wardrobe.errors
    assert (error.path.name, error.line) == (name, line)
    assert what in str(error)


def test_no_folder_of_themes_is_no_trouble(tmp_path: Path) -> None:
    wardrobe = Wardrobe(folder=tmp_path / "themes")
    wardrobe.read_own()
    assert (dict(wardrobe.own), list(wardrobe.errors)) == ({}, [])


# --------------------------------------------------------------------------- what is worn


@pytest.mark.parametrize(
    ("dark", "config", "worn"),
    [
        (True, Config(), "tapis"),
        (None, Config(), "tapis"),
        (False, Config(), "siger"),
        (False, Config(theme_light="kertas"), "kertas"),
        (True, Config(theme_dark="nord"), "nord"),
        (False, Config(theme="arang"), "arang"),
    ],
)
def test_auto_follows_the_ground_of_the_terminal(dark: bool | None, config: Config, worn: str) -> None:
    assert Wardrobe(dark=dark).worn(config) == (worn, None)


def test_a_theme_that_is_not_there_is_named_and_another_one_worn() -> None:
    worn, error = Wardrobe(dark=False).worn(replace(Config(theme="sigar"), lines={"theme": 7}))
    assert worn == "siger"
    assert error is not None
    assert str(error).endswith("config.toml:7: theme: there is no theme 'sigar'")


def test_with_sixteen_colours_every_theme_is_the_terminals_own() -> None:
    for theme in OURS:
        worn = Wardrobe(colours="standard").wearable(theme.name)
        assert worn in ("terminal-gelap", "terminal-terang")
    assert Wardrobe(colours="standard", dark=False).wearable("tapis") == "terminal-terang"


def test_without_colours_no_theme_leaves_its_grounds_to_the_terminal() -> None:
    for name in Wardrobe().themes():
        worn = Wardrobe(no_color=True).wearable(name)
        assert not Wardrobe().themes()[worn].ansi


# --------------------------------------------------------------------------- what the terminal says


@pytest.mark.parametrize(
    ("answer", "dark"),
    [
        (b"\x1b]11;rgb:1c1c/1212/1414\x1b\\\x1b[?62;22c", True),
        (b"\x1b]11;rgb:ffff/ffff/dddd\x07\x1b[?1;2c", False),
        (b"\x1b]11;rgb:fd/f6/e3\x1b\\", False),
        (b"\x1b]11;rgba:0000/0000/0000/ffff\x1b\\", True),
        (b"\x1b]11;#FAFAFA\x07", False),
        (b"\x1b]11;rgb:f/f/f\x07", False),
        (b"\x1b[?62;22c", None),
        (b"", None),
        (b"\x1b]11;blue\x07", None),
        (b"jk\x1b]11;rgb:0000/2b2b/3636\x1b\\q", True),
    ],
)
def test_the_ground_is_known_by_the_terminals_answer(answer: bytes, dark: bool | None) -> None:
    assert dark_by_answer(answer) is dark


@pytest.mark.parametrize(
    ("environment", "dark"),
    [
        ({"COLORFGBG": "15;0"}, True),
        ({"COLORFGBG": "0;15"}, False),
        ({"COLORFGBG": "12;default;8"}, True),
        ({"COLORFGBG": "0;7"}, False),
        ({"COLORFGBG": "default;default"}, None),
        ({"COLORFGBG": "0;254"}, None),
        ({"TERM": "linux"}, True),
        ({}, None),
    ],
)
def test_else_by_what_the_environment_says(environment: dict[str, str], dark: bool | None) -> None:
    assert dark_by_environment(environment) is dark
