"""The log: one record a line, nothing secret, nothing that steers a terminal, and never without end."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lampungtui.log import LOG_BYTES, logger, start_log


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that the log is written into."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    start_log(tmp_path)
    yield tmp_path
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def lines(folder: Path) -> list[str]:
    return (folder / "lampungtui.log").read_text("utf-8").splitlines()


def test_a_record_is_one_line_whatever_is_in_it(folder: Path) -> None:
    logger.warning("%s: %s", "media/berita", "baris satu\nbaris dua\r\n2026-01-01 ERROR palsu\u2028tiga\x1b[2J")
    (line,) = lines(folder)
    assert "baris satu" in line
    assert "palsu" in line
    assert "\x1b" not in line


@pytest.mark.parametrize(
    "query", ["token=abc123", "a=1&api_key=abc123", "PASSWORD=abc123&b=2", "sig=abc123#x", "session=abc123"]
)
def test_what_an_address_holds_of_secrets_is_left_out(folder: Path, query: str) -> None:
    logger.info("body of https://kabar.example/feed?%s: timed out", query)
    (line,) = lines(folder)
    assert "abc123" not in line
    assert "kabar.example/feed?" in line
    assert "timed out" in line


def test_it_does_not_grow_for_ever(folder: Path) -> None:
    for number in range(6 * LOG_BYTES // 1_900):
        logger.info("%d %s", number, "x" * 1_800)
    files = sorted(path.name for path in folder.glob("lampungtui*"))
    assert files == ["lampungtui.log", "lampungtui.log.1", "lampungtui.log.2", "lampungtui.log.3"]
    assert all(path.stat().st_size <= LOG_BYTES for path in folder.glob("lampungtui*"))


WRITER = """
import sys
from pathlib import Path
from lampungtui.log import logger, start_log
start_log(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    logger.info("record %s-%d. %s", sys.argv[2], number, "x" * 1_800)
"""


def test_two_processes_lose_no_record_while_the_file_rotates(tmp_path: Path) -> None:
    records = 3 * LOG_BYTES // 1_900 // 2
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), name, str(records)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("reader", "refresh")
    ]
    for writer in writers:
        assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    logs = sorted(tmp_path.glob("lampungtui.log*"))
    assert len(logs) > 2
    assert all(path.stat().st_size <= LOG_BYTES for path in logs)
    told = [line.split("record ")[1].split(".")[0] for path in logs for line in path.read_text("utf-8").splitlines()]
    assert sorted(told) == sorted(f"{name}-{number}" for name in ("reader", "refresh") for number in range(records))
