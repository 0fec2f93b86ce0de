"""The settings file: read strictly, printed whole, changed with everything else left as it was."""

from __future__ import annotations

import os
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from lampungtui.config import Config, parse_config, read_config
from lampungtui.config.values import SETTINGS, SHARE
from lampungtui.config.watched import SettingsFile
from lampungtui.config.writing import Value, change_settings, default_text
from lampungtui.errors import ConfigError
from lampungtui.language import say, use_language

FILE = Path("config.toml")


# --------------------------------------------------------------------------- what there is


def test_every_setting_is_documented_and_every_document_is_of_a_setting() -> None:
    of_the_value = [field.name for field in fields(Config) if field.name not in ("file", "lines")]
    assert [setting.name for setting in SETTINGS] == of_the_value


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_whole_file_holds_every_setting_with_its_words_and_means_the_defaults(language: str) -> None:
    use_language(language)
    try:
        text = default_text()
        unwrapped = " ".join(line.removeprefix("# ") for line in text.splitlines())
        for setting in SETTINGS:
            assert say(setting.words) in unwrapped
    finally:
        use_language("en")
    assert set(tomllib.loads(text)) == {setting.name for setting in SETTINGS}
    assert parse_config(text, FILE) == Config()
    assert all(len(line) <= 100 for line in text.splitlines())


# --------------------------------------------------------------------------- what is read


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml") == Config()


def test_what_is_written_is_what_holds() -> None:
    config = parse_config(
        'language = "id"\ntheme = "siger"\nmeasure = 60\nmark_read = "scroll"\nsections = false\n'
        'outlets = ["lampost"]\n[keys]\n"article.save" = ["s", "ctrl+s"]\nmove.down = "j"\n'
        '[keys.move]\nup = ["k"]\n[browser]\ncommand = ["firefox", "--new-tab"]\n'
        '[share]\nwhatsapp = ""\nmastodon = "https://share.example/?text={title}"\n'.replace(
            "move.down", '"move.down"'
        ),
        FILE,
    )
    assert (config.language, config.theme, config.measure, config.mark_read) == ("id", "siger", 60, "scroll")
    assert (config.sections, config.outlets, config.browser) == (False, ("lampost",), ("firefox", "--new-tab"))
    assert config.keys == {"article.save": ("s", "ctrl+s"), "move.down": ("j",), "move.up": ("k",)}
    assert set(config.share) == (set(SHARE) - {"whatsapp"}) | {"mastodon"}
    assert (config.lines["keys.article.save"], config.lines["keys.move.up"]) == (8, 11)
    assert str(config.error("keys.move.up", "is taken")) == "config.toml:11: keys.move.up: is taken"


@pytest.mark.parametrize("text", ['browser = ["w3m"]', '[browser]\ncommand = ["w3m"]', 'browser.command = ["w3m"]'])
def test_the_browser_may_be_written_in_either_way(text: str) -> None:
    assert parse_config(text, FILE).browser == ("w3m",)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("\nmesure = 60", 2, "unknown key 'mesure'; did you mean 'measure'?"),
        ("measure = 20", 1, "measure must be a whole number from 40 to 120"),
        ("measure = true", 1, "measure must be a whole number from 40 to 120"),
        ('ascii = "ya"', 1, "ascii must be true or false"),
        ('# a\n# b\nmark_read = "later"', 3, "mark_read must be one of open, scroll"),
        ('language = "jv"', 1, "language must be one of auto, id, en"),
        ('theme = ""', 1, "theme must be text in quotes"),
        ("browser = 'firefox'", 1, "browser must be a list of words in quotes"),
        ('\n[browser]\ncomand = ["w3m"]', 3, "unknown key 'comand' in [browser]; known here: command"),
        ("keys = 3", 1, "keys must be a table: [keys]"),
        ('[keys]\n"article.save" = 3', 2, "keys.article.save must be a list of keys in quotes"),
        ("[keys]\nmove.down = [3]", 2, "keys.move.down must be a list of keys in quotes"),
        ('[share]\nx = "javascript:alert(1)"', 2, "share.x must be an address that begins with https://"),
        ("measure = 60\nmeasure = 61", 2, "is not valid TOML"),
        ("theme = tapis", 1, "is not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(text, FILE)
    assert caught.value.line == line
    assert what in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (b'ascii = true\ntheme = "\xff"\n', 2, "is not UTF-8 text; save it as UTF-8"),
        (b"x = " + b"[" * 20_000, None, "lists or tables are nested too deeply"),
        (b"x = [1,\n", 2, "is not valid TOML at its end ("),
        (b'x = "a\ny = 1\n', 1, "is not valid TOML at column 7 ("),
    ],
)
def test_what_is_no_settings_file_at_all_is_named(text: bytes, line: int | None, what: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(text)
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert caught.value.what.startswith(what)


# --------------------------------------------------------------------------- what is changed

MINE = """\
# Setelan saya
measure = 60 # lebar

# tombol
[keys]
"article.save" = ["s"]   # simpan
"""


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        ("", {"theme": "siger"}, 'theme = "siger"\n'),
        (MINE, {"measure": 80}, MINE.replace("60", "80")),
        (MINE, {"ascii": True}, MINE.replace("# lebar\n", "# lebar\nascii = true\n")),
        ("measure = 60", {"theme": "siger"}, 'measure = 60\ntheme = "siger"\n'),
        ("[keys]\n", {"theme": "siger"}, 'theme = "siger"\n\n[keys]\n'),
        ("# a\n\n# b\n[keys]\n", {"ascii": True}, "# a\nascii = true\n\n# b\n[keys]\n"),
        (MINE, {"browser": ("w3m",)}, MINE + '\n[browser]\ncommand = ["w3m"]\n'),
        ('browser = ["lynx"]\n', {"browser": ("w3m",)}, 'browser = ["w3m"]\n'),
        ('[browser] # b\ncommand = ["lynx"]\n', {"browser": ()}, "[browser] # b\ncommand = []\n"),
    ],
)
def test_a_change_leaves_everything_else_as_it_was(
    before: str, changes: dict[str, Value], after: str, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "config.toml"
    if before:
        path.parent.mkdir()
        path.write_text(before, "utf-8")
    config = change_settings(path, changes)
    assert path.read_text("utf-8") == after
    assert config == read_config(path)
    assert all(getattr(config, name) == value for name, value in changes.items())


def test_every_setting_can_be_changed_in_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(default_text(), "utf-8")
    changed = change_settings(path, {"measure": 64, "browser": ("w3m", "-N"), "language": "id"})
    assert (changed.measure, changed.browser, changed.language) == (64, ("w3m", "-N"), "id")
    lines = zip(default_text().splitlines(), path.read_text("utf-8").splitlines(), strict=True)
    assert sum(one != other for one, other in lines) == 3


def test_a_file_with_a_mistake_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("measure = lebar\n", "utf-8")
    with pytest.raises(ConfigError):
        change_settings(path, {"theme": "siger"})
    assert path.read_text("utf-8") == "measure = lebar\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_goes_on_to_be_a_link(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("measure = 60\n", "utf-8")
    path = tmp_path / "config.toml"
    path.symlink_to(real)
    change_settings(path, {"measure": 64})
    assert path.is_symlink()
    assert real.read_text("utf-8") == "measure = 64\n"


# --------------------------------------------------------------------------- while the program runs


def saved(path: Path, text: str, *, second: int) -> None:
    """Saves a file, as an editor does at a given second of its clock."""
    path.write_text(text, "utf-8")
    os.utime(path, (second, second))


def test_a_saved_file_is_read_once_and_only_if_it_says_something_else(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    saved(path, "measure = 60\n", second=1)
    settings = SettingsFile(read_config(path))
    assert settings.reread() is None
    saved(path, "measure = 64\n", second=2)
    changed = settings.reread()
    assert changed is not None
    assert changed.measure == settings.config.measure == 64
    assert settings.reread() is None
    saved(path, "measure = 64\n# nothing else\n", second=3)
    assert settings.reread() is None


def test_a_mistake_is_told_once_and_what_held_goes_on_to_hold(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    saved(path, "measure = 60\n", second=1)
    settings = SettingsFile(read_config(path))
    saved(path, "measure = 6\n", second=2)
    with pytest.raises(ConfigError, match=r"config\.toml:1: measure must be"):
        settings.reread()
    assert settings.reread() is None
    assert settings.config.measure == 60
    path.unlink()
    gone = settings.reread()
    assert gone == Config()
