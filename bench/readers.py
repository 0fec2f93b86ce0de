"""The readers that are measured: ours, headless, newsboat, newsraft. Each has a home of its own and is its own process."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from bench.measure import Measured, run


@dataclass(frozen=True, slots=True)
class Kept:
    """What a reader has on disk."""

    bytes: int
    articles: int


class Ours:
    """lampungtui's refresh: the newsroom as the screen opens it, without the screen and without prefetching."""

    name = "lampungtui"
    warm_ups = 0

    def __init__(self, home: Path, urls: list[str]) -> None:
        self.home = home
        self._split: dict[str, object] = {}
        profiles = home / "config" / "outlets"
        profiles.mkdir(parents=True)
        by_host = sorted(urls, key=lambda url: urlsplit(url).netloc)
        ids = []
        for host, own in groupby(by_host, key=lambda url: urlsplit(url).netloc):
            outlet = "farm-" + host.split(":")[0].replace(".", "-")
            ids.append(outlet)
            (profiles / f"{outlet}.toml").write_text(_profile(outlet, host, list(own)), encoding="utf-8")
        listed = ", ".join(f'"{outlet}"' for outlet in ids)
        (home / "config" / "config.toml").write_text(f"outlets = [{listed}]\nprefetch = false\n", encoding="utf-8")

    @property
    def database(self) -> Path:
        """The cache."""
        return self.home / "data" / "lampungtui.db"

    def refresh(self, *, profile: bool = False) -> Measured:
        """One refresh of all that is due."""
        command = [sys.executable, "-m", "bench.headless", str(self.home), *(["--profile"] if profile else [])]
        return run(command, environment=os.environ, folder=self.home)

    def make_due(self) -> None:
        """Forgets when each feed was polled, as if an hour had passed; validators and all else stay."""
        with closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute("UPDATE feed SET state = json_remove(state, '$.next_poll_at', '$.last_try_at')")

    def kept(self) -> Kept:
        """What is stored."""
        return _kept(self.database, "SELECT count(*) FROM article")


class Newsboat:
    """newsboat with its own settings, but for the threads that it is given."""

    def __init__(self, home: Path, urls: list[str], threads: int | None) -> None:
        self.home = home
        self.name = "newsboat" if threads is None else f"newsboat, {threads} threads"
        self.warm_ups = 1
        home.mkdir(parents=True)
        (home / "urls").write_text("".join(f"{url}\n" for url in urls), encoding="utf-8")
        settings = "" if threads is None else f"reload-threads {threads}\n"
        (home / "config").write_text(settings, encoding="utf-8")

    @property
    def database(self) -> Path:
        """The cache."""
        return self.home / "cache.db"

    def command(self) -> list[str]:
        """The program over its files."""
        home = str(self.home)
        return ["newsboat", "-u", f"{home}/urls", "-c", f"{home}/cache.db", "-C", f"{home}/config"]

    def refresh(self) -> Measured:
        """One reload."""
        home = str(self.home)
        environment = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "PATH": os.environ["PATH"]}
        return run([*self.command(), "-x", "reload"], environment=environment, folder=self.home)

    def make_due(self) -> None:
        """newsboat asks whenever it is told to."""

    def kept(self) -> Kept:
        """What is stored."""
        return _kept(self.database, "SELECT count(*) FROM rss_item")


class Newsraft:
    """newsraft with its own settings."""

    name = "newsraft"
    warm_ups = 0

    def __init__(self, home: Path, urls: list[str]) -> None:
        self.home = home
        home.mkdir(parents=True)
        (home / "feeds").write_text("".join(f"{url}\n" for url in urls), encoding="utf-8")
        (home / "config").write_text("", encoding="utf-8")

    @property
    def database(self) -> Path:
        """The cache."""
        return self.home / "cache.db"

    def command(self) -> list[str]:
        """The program over its files."""
        home = str(self.home)
        return ["newsraft", "-f", f"{home}/feeds", "-c", f"{home}/config", "-d", f"{home}/cache.db"]

    def refresh(self) -> Measured:
        """One reload."""
        environment = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        return run([*self.command(), "-e", "reload-all"], environment=environment, folder=self.home)

    def make_due(self) -> None:
        """newsraft asks whenever it is told to."""

    def kept(self) -> Kept:
        """What is stored."""
        return _kept(self.database, "SELECT count(*) FROM items")


Reader = Ours | Newsboat | Newsraft


def newsraft_version() -> str | None:
    """newsraft's version, or None where it is not installed."""
    if shutil.which("newsraft") is None:
        return None
    told = subprocess.run(["newsraft", "-v"], capture_output=True, text=True, check=False)
    return f"newsraft {(told.stdout + told.stderr).strip()}"


def newsboat_version() -> str | None:
    """newsboat's version line, or None where it is not installed."""
    if shutil.which("newsboat") is None:
        return None
    return subprocess.run(["newsboat", "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def said(measured: Measured) -> dict[str, object]:
    """The figures that our headless run printed."""
    lines = measured.output.strip().splitlines()
    try:
        figures: dict[str, object] = json.loads(lines[-1])
    except (IndexError, json.JSONDecodeError):
        return {}
    return figures


def _kept(database: Path, count: str) -> Kept:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        (articles,) = connection.execute(count).fetchone()
    return Kept(sum(file.stat().st_size for file in database.parent.glob(f"{database.name}*")), articles)


def _profile(outlet: str, host: str, urls: list[str]) -> str:
    head = f'id = "{outlet}"\nname = "Kabar {host}"\nhome = "http://{host}/"\n'
    feeds = (
        f'\n[[feeds]]\nid = "f{number}"\nkind = "rss"\nurl = "{url}"\ntitle = "Kabar {number}"\n'
        'category = "lampung-raya"\ninterval = 60\n'
        for number, url in enumerate(urls)
    )
    return head + "".join(feeds)
