"""The log: one record a line, nothing secret, nothing that steers a terminal, and never without end."""

from __future__ import annotations

import logging
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
    files = sorted(path.name for path in folder.iterdir())
    assert files == ["lampungtui.log", "lampungtui.log.1", "lampungtui.log.2", "lampungtui.log.3"]
    assert all(path.stat().st_size <= LOG_BYTES for path in folder.iterdir())
