"""A person's own keys: given, taken, in conflict, misspelt."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lampungtui.language import use_language
from lampungtui.ui.commands import Pane
from lampungtui.ui.keymap import key_of, keymap
from lampungtui.ui.reader_commands import COMMANDS


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")


def keys(wanted: Mapping[str, tuple[str, ...]], command: str) -> tuple[str, ...]:
    worn = keymap(wanted, [COMMANDS]).worn(COMMANDS)
    return next(each.keys for each in worn if each.id == command)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("x", "x"), ("X", "X"), ("/", "slash"), ("?", "question_mark"), ("+", "plus"), (" ", "space"), ("Spasi", None),
        ("space", "space"), ("Ctrl+R", "ctrl+r"), ("ctrl+right", "ctrl+right"), ("F5", "f5"), ("PgDn", "pagedown"),
        ("↓", "down"), ("shift+tab", "shift+tab"), ("", None), ("ctrl+", None), ("entr", None), ("slash", "slash"),
    ],
)  # fmt: skip
def test_keys_are_written_as_people_write_them(written: str, key: str | None) -> None:
    assert key_of(written) == key


def test_a_key_that_is_given_away_leaves_its_old_command() -> None:
    wanted = {"article.save": ("j", "s")}
    assert keys(wanted, "article.save") == ("j", "s")
    assert keys(wanted, "move.down") == ("down",)


def test_a_key_stays_where_the_new_command_has_no_meaning() -> None:
    # `/` in the article is another command than `/` in the lists.
    wanted = {"article.find": ("/",)}
    assert keys(wanted, "news.search") == ("slash",)


def test_no_key_calls_two_commands_whatever_is_wanted() -> None:
    wanted = {"article.save": ("m",), "news.refresh": ("j", "k"), "view.zen": ("q", "?")}
    worn = keymap(wanted, [COMMANDS]).worn(COMMANDS)
    for pane in Pane:
        all_keys = [
            key
            for command in worn
            if pane in command.panes and command.id not in ("program.quit", "program.help")
            for key in command.keys
        ]
        assert len(all_keys) == len(set(all_keys))


def test_the_way_out_and_the_help_keep_a_key() -> None:
    wanted: dict[str, tuple[str, ...]] = {"program.quit": (), "view.zen": ("question_mark",)}
    found = keymap(wanted, [COMMANDS])
    assert "program.quit keeps its key" in found.problems[0]
    assert keys(wanted, "program.quit") == ("q",)
    assert keys(wanted, "program.help")


def test_two_wishes_for_one_key_are_named_and_the_first_has_it() -> None:
    found = keymap({"article.save": ("x",), "article.read": ("x",)}, [COMMANDS])
    assert found.problems == ("[keys] x is given to article.save and to article.read; article.save has it",)
    assert keys({"article.save": ("x",), "article.read": ("x",)}, "article.save") == ("x",)


def test_a_misspelt_command_is_named_with_the_nearest_one() -> None:
    (problem,) = keymap({"artcle.save": ("x",)}, [COMMANDS]).problems
    assert problem == "[keys] artcle.save: there is no such command; did you mean article.save?"


def test_what_is_no_key_is_named() -> None:
    (problem,) = keymap({"article.save": ("hyperx", "s")}, [COMMANDS]).problems
    assert "hyperx is no key" in problem
