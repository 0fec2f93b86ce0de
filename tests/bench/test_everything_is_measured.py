"""The benchmark at a tenth of its size: it runs to its end and measures all that it names. Times are not judged here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MEASURED = (
    "start, 20,000 stored",
    "key to screen",
    "open a stored article",
    "search, first page",
    "marked read",
    "undone",
    "memory, 20,000 stored",
    "held key",
    "idle for",
    "key while 50 feeds and",
    "refresh, 50 feeds, cold",
    "refresh, 50 feeds, all 304",
    "bytes on disk an article",
)


@pytest.mark.skipif(sys.platform != "linux", reason="memory and processor time are read from /proc")
def test_the_benchmark_measures_what_it_names(tmp_path: Path) -> None:
    written = tmp_path / "bench.json"
    command = [sys.executable, "-m", "bench", "--tenth", "--json", str(written)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-3000:]
    figures = json.loads(written.read_text(encoding="utf-8"))["figures"]
    for name in MEASURED:
        found = [each for each in figures if name in each["what"]]
        assert found, name
        assert all(each["ours"] >= 0 for each in found), found
    table = ran.stdout
    assert all(each["what"] in table for each in figures)
