"""No dependency is older than the version that closed a hole which matters here: neither asked for nor locked."""

from __future__ import annotations

import re
import tomllib

import pytest
from tests.arch.source import ROOT

FLOORS = {
    "h11": ("0.16.0", "CVE-2025-43859: chunked bodies with bad line ends are taken for whole ones"),
    "h2": ("4.3.0", "CVE-2025-57804: header values may hold line breaks"),
    "httpx": ("0.23.0", "CVE-2021-41945: an address may come out as another one than was looked at"),
    "idna": ("3.7", "CVE-2024-3651: a long international name takes quadratic time"),
    "pillow": (
        "10.3.0",
        "CVE-2024-28219 and before it CVE-2023-50447, CVE-2023-4863 (WebP): a picture overflows a buffer",
    ),
    "feedparser": (
        "6.0.0",
        "CVE-2012-2921: entities eat memory; 6 is the oldest for this Python",
    ),
    "certifi": ("2024.7.4", "CVE-2024-39689: roots of an authority that is no longer trusted"),
    "apsw": ("3.51.3.0", "SQLite's WAL-reset bug: two connections can damage the cache; CVE-2025-6965 (3.50.2)"),
    "selectolax": ("1.0.2", "no hole is known; our bounds on depth and attributes were measured with it"),
    "pygments": ("2.15.1", "CVE-2022-40896: quadratic rules; rich and textual bring it along"),
    "markdown-it-py": ("2.2.0", "CVE-2023-26302 and 26303: a document ends the process; textual brings it along"),
}
"""The oldest version of each without a hole that is known, and the hole. lxml, requests and urllib3 are not used."""

ASKED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
LOCKED = {match[1].lower(): match[2] for match in re.finditer(r"(?m)^([A-Za-z0-9._-]+)==([0-9][^\s;\\]*)", LOCK)}


def version(text: str) -> tuple[int, ...]:
    """A version's numbers."""
    return tuple(int(each) for each in re.findall(r"\d+", text))


@pytest.mark.parametrize("name", FLOORS)
def test_the_locked_version_is_above_the_last_known_hole(name: str) -> None:
    floor, hole = FLOORS[name]
    assert version(LOCKED[name]) >= version(floor), hole


@pytest.mark.parametrize("name", [name for name in FLOORS if any(re.match(rf"{name}\b", each) for each in ASKED)])
def test_no_older_one_is_asked_for(name: str) -> None:
    (asked,) = [each for each in ASKED if re.match(rf"{name}\b", each)]
    least = re.search(r">=\s*([0-9][0-9.]*)", asked)
    floor, hole = FLOORS[name]
    assert least is not None
    assert version(least[1]) >= version(floor), hole


def test_nothing_is_used_that_would_need_floors_of_its_own() -> None:
    assert set(LOCKED).isdisjoint({"lxml", "requests", "urllib3", "pyyaml", "beautifulsoup4", "aiohttp", "jinja2"})
