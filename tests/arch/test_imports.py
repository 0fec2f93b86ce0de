"""One direction of imports, and a command line that loads nothing it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.arch.source import ROOT

HEAVY = ("textual", "httpx", "feedparser", "rich", "apsw", "selectolax")

AFTERWARDS = f"""
import sys
loaded = sorted({{name.partition(".")[0] for name in sys.modules}} & set({HEAVY!r}))
print("loaded:", *loaded)
"""


def python(*words: str) -> str:
    """What Python prints, run on these words; its end must be good."""
    ran = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_contracts_of_the_layers_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run(
        [linter, "--no-cache", "--config", "pyproject.toml"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "0 broken" in ran.stdout


@pytest.mark.parametrize("module", ["lampungtui", "lampungtui.cli", "lampungtui.model", "lampungtui.language"])
def test_importing_the_beginning_loads_no_heavy_library(module: str) -> None:
    assert python("-c", f"import {module}\n{AFTERWARDS}") == "loaded:\n"


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_short_question_is_answered_without_them(option: str) -> None:
    script = (
        "import runpy, sys\n"
        f"sys.argv = ['lampungtui', {option!r}]\n"
        "try:\n    runpy.run_module('lampungtui', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
    )
    said = python("-c", script + AFTERWARDS)
    assert "lampungtui" in said
    assert said.endswith("loaded:\n")


def test_the_probe_finds_what_is_loaded() -> None:
    assert python("-c", f"import lampungtui.store\n{AFTERWARDS}") == "loaded: apsw\n"
