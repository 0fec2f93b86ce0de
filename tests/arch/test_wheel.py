"""The wheel holds all that the program needs beside its code."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.arch.source import ROOT, SOURCE

PACKAGE = SOURCE / "lampungtui"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    words = ("wheel", ".", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder))
    ran = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *words],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def below(folder: Path, pattern: str) -> set[str]:
    """The files of the tree that match, by the names that they have in the wheel."""
    return {f"lampungtui/{path.relative_to(PACKAGE).as_posix()}" for path in folder.rglob(pattern)}


def test_every_module_is_there(names: set[str]) -> None:
    assert below(PACKAGE, "*.py") <= names


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [("outlets", "*.toml"), ("demo/articles", "*.txt"), ("locale", "*.mo"), (".", "py.typed")],
)
def test_what_is_no_code_is_there_too(folder: str, pattern: str, names: set[str]) -> None:
    wanted = below(PACKAGE / folder, pattern)
    assert wanted
    assert wanted <= names


def test_the_stylesheets_lie_where_the_program_looks_for_them(names: set[str]) -> None:
    styles = ROOT / "styles"
    wanted = {f"lampungtui/styles/{path.relative_to(styles).as_posix()}" for path in styles.rglob("*.tcss")}
    assert "lampungtui/styles/app.tcss" in wanted
    assert wanted <= names


def test_nothing_that_is_not_ours_is_in_it(names: set[str]) -> None:
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"lampungtui"}
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]
