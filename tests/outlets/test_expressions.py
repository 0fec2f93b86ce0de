"""The rules for a JSON API in a profile: what is written reaches the outlet, and a slip is told with its line."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from lampungtui.errors import ConfigError, ProfileError
from lampungtui.model import ApiRules
from lampungtui.outlets.loader import load_outlets, load_profile

HEAD = """\
id = "kabar-siger"
name = "Kabar Siger"
home = "https://kabar.example/"
names = ["Kabar Siger"]

[[feeds]]
id = "api"
kind = "api"
url = "https://api.kabar.example/"
title = "Semua"
"""

API = f'{HEAD}\n[api]\nitems = "data"\ntitle = "title"\n'


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "kabar-siger.toml"


def refusal(profile: Path, text: str) -> str:
    """What is said of a profile that cannot be used, its path shortened."""
    profile.write_text(text, "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(profile)
    assert isinstance(caught.value, ConfigError)
    return str(caught.value).replace(str(profile), "profil")


def test_every_rule_reaches_the_outlet(profile: Path) -> None:
    names = [each.name for each in fields(ApiRules)]
    rules = "".join(f'{name} = "satu.{name} || dua"\n' for name in names)
    profile.write_text(f"{HEAD}\n[api]\n{rules}", "utf-8")
    assert load_profile(profile).api == ApiRules(**{name: f"satu.{name} || dua" for name in names})


def test_two_rules_are_enough(profile: Path) -> None:
    profile.write_text(API, "utf-8")
    assert load_profile(profile).api == ApiRules(items="data", title="title")


@pytest.mark.parametrize(
    ("expression", "wrong"),
    [
        ("isoDate ||", "it breaks off"),
        ("data[", "it breaks off"),
        ("isoDate pubDate", "'pubDate' is not expected at character 9"),
        ("tanggal-terbit", "it cannot be read from character 8 on (Unknown token '-')"),
        ("'isoDate", "it cannot be read from character 1 on (Unclosed ' delimiter)"),
        ("tanggal(@)", "there is no function tanggal()"),
        ("kapan || joins(', ', @)", "there is no function joins(); did you mean join()?"),
        ("length()", "length() takes 1 argument, not 0"),
        ("join(',', a, b)", "join() takes 2 arguments, not 3"),
        ("data[?starts_with(title)].x", "starts_with() takes 2 arguments, not 1"),
        ("a" * 301, "it is longer than 300 characters"),
    ],
)
def test_a_slip_in_an_expression_is_told_with_file_and_line(profile: Path, expression: str, wrong: str) -> None:
    said = refusal(profile, f'{API}date = "{expression}"\n')
    assert said.startswith(f"profil:15: 'date' is not a JMESPath expression: {expression!r}: ")
    assert wrong in said
    assert "\n" not in said


def test_an_expression_with_functions_of_many_arguments_is_good(profile: Path) -> None:
    expression = "not_null(a, b, c) || merge(d, e).x || sort_by(f, &g)[0] || map(&h, i)[0]"
    profile.write_text(f'{API}date = "{expression}"\n', "utf-8")
    assert load_profile(profile).api is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD, "profil:8: a feed of the kind 'api' needs an [api] table that says where its items are"),
        (f'{HEAD}\n[api]\ntitle = "title"\n', "profil:12: 'items' is missing"),
        (f'{HEAD}\n[api]\nitems = "data"\n', "profil:12: 'title' is missing"),
        (f'{API}tittle = "a"\n', "profil:15: unknown key 'tittle'; did you mean 'title'?"),
        (f"{API}views = 5\n", "profil:15: 'views' must be text in quotes"),
        (f'{API}views = ""\n', "profil:15: 'views' is empty"),
    ],
)
def test_a_mistake_in_the_table_is_told_with_file_and_line(profile: Path, text: str, said: str) -> None:
    assert refusal(profile, text) == said


def test_a_reader_without_api_outlets_pays_nothing_for_expressions(tmp_path: Path) -> None:
    asked = (
        "import sys; from lampungtui.outlets.loader import load_outlets; "
        "load_outlets(); print('jmespath' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.strip() == "False"
    (tmp_path / "kabar-siger.toml").write_text(API, "utf-8")
    assert any(outlet.api is not None for outlet in load_outlets(tmp_path))
