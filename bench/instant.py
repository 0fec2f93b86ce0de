"""How soon the reader answers with many articles stored: `.venv/bin/python -m bench.instant [--articles N] [--rounds N]`.

The real program in a real pty of 120 by 35 cells. Beside it, in the same run, an empty Textual app (`bench/bare.py`), and
newsboat and newsraft with the articles of 100 feeds. A key's answer is the first output with which the screen shows what it
asked for.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.archive import archive, write_settings
from bench.farm import Farm
from bench.page_farm import in_all
from bench.page_farm import outlets as pages_of_outlets
from bench.page_farm import write_settings as write_page_outlets
from bench.presses import PAUSE, bare, dressed, headlines_shown, moved, reader, share, under_cursor
from bench.readers import Newsboat, Newsraft, Ours, newsboat_version, newsraft_version
from bench.terminal import Program

from lampungtui.folders import Folders
from lampungtui.model import View, ViewKind
from lampungtui.store import Store

HELD: Final = 30
"""Presses a second of a key that is held down."""

MARKED: Final = 50_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, what it is beside, and the most that it may be."""

    what: str
    ours: float
    unit: str
    beside: str = ""
    other: float | None = None
    ratio: float | None = None
    target: str = ""
    met: bool | None = None


# --------------------------------------------------------------------------- what is measured


def starts(homes: dict[int, Path], rounds: int) -> Iterator[Figure]:
    """From the start of the process to headlines on the screen, the sizes in turn, beside an empty app."""
    times: dict[int, list[float]] = {size: [] for size in homes}
    empty: list[float] = []
    panes: list[float] = []
    for _ in range(rounds):
        for size, home in homes.items():
            with reader(home) as program:
                times[size].append(program.until(headlines_shown) - program.started)
        with bare() as program:
            empty.append(program.until(lambda lines: "presses: 0" in lines[0]) - program.started)
        with dressed() as program:
            panes.append(program.until(headlines_shown) - program.started)
    smallest, largest = min(homes), max(homes)
    best = {size: share(times[size], 0.5) for size in homes}
    floor = share(empty, 0.5)
    for size in homes:
        yield _beside(f"start, {size:,} stored", best[size], "s", "empty Textual app", floor, 1.5)
    yield _beside(f"start, {largest:,} stored", best[largest], "s", f"start, {smallest:,} stored", best[smallest], 1.15)
    # Without a bound: what Textual alone takes for such a screen.
    without = share(panes, 0.5)
    yield Figure("start of its panes, no reader in them", without, "s", "empty Textual app", floor, without / floor)


def others_start(folder: Path, ours: Path) -> Iterator[Figure]:
    """newsboat and newsraft with the articles of 100 feeds, from their start to their list of feeds."""
    with Farm(100) as farm:
        readers: list[Newsboat | Newsraft] = []
        if newsboat_version() is not None:
            readers.append(Newsboat(folder / "newsboat", farm.urls(), None))
        if newsraft_version() is not None:
            readers.append(Newsraft(folder / "newsraft", farm.urls()))
        for other in readers:
            other.refresh()
            with Program(
                other.command(), other.home, {"XDG_CONFIG_HOME": str(other.home), "LANG": "C.UTF-8"}
            ) as program:
                theirs = program.until(lambda lines: any("Kabar" in line for line in lines)) - program.started
            with reader(ours) as program:
                own = program.until(headlines_shown) - program.started
            yield Figure(
                f"start, all stored, beside {other.name} with 5,000", own, "s", other.name, theirs, own / theirs
            )


def keys(home: Path, count: int) -> Iterator[Figure]:
    """`j` and `k` in the list, nothing else going on; beside a press in an empty app."""
    with bare() as program:
        program.until(lambda lines: "presses: 0" in lines[0])
        program.settle(1)
        floor = [_pressed(program, number + 1) for number in range(count)]
    with reader(home) as program:
        program.until(headlines_shown)
        program.settle(2)
        times = [moved(program, number) for number in range(count)]
    ours, theirs = share(times, 0.99) * 1_000, share(floor, 0.99) * 1_000
    yield _within(f"key to screen, p99 of {count}", ours, "ms", "empty Textual app + 16 ms", theirs + 16)


def _pressed(program: Program, number: int) -> float:
    program.settle(PAUSE)
    at = program.type("jk"[number % 2])
    return program.until(lambda lines: f"presses: {number} " in lines[0] + " ") - at


def keys_while_busy(home: Path, feeds: int, pages: int) -> Iterator[Figure]:
    """The same while so many feeds come for the first time and so many pages are read for their texts."""
    with Farm(feeds) as farm, pages_of_outlets(pages) as served:
        write_page_outlets(home, served.port, prefetch=True)
        listed = re.findall(r'"(bench-\d)"', (home / "config" / "config.toml").read_text(encoding="utf-8"))
        farm_home = home / "farm"
        Ours(farm_home, farm.urls())
        for profile in (farm_home / "config" / "outlets").iterdir():
            profile.rename(home / "config" / "outlets" / profile.name)
            listed.append(profile.stem)
        names = ", ".join(f'"{name}"' for name in listed)
        (home / "config" / "config.toml").write_text(
            f'outlets = [{names}]\nrefresh = true\nprefetch = true\npictures = "off"\nkeep_mb = 0\n', encoding="utf-8"
        )
        farm.counts()
        times: list[float] = []
        with reader(home) as program:
            program.until(headlines_shown)
            began, asked, number = time.perf_counter(), 0, 0
            while (asked < feeds or served.pages < in_all(pages)) and time.perf_counter() - began < 300:
                times.append(moved(program, number))
                number += 1
                if number % 20 == 0:
                    asked += int(farm.counts()["requests"])
            lasted = time.perf_counter() - began
    what = f"key while {asked} feeds and {served.pages} pages come ({lasted:.0f} s), p99 of {len(times)}"
    yield _within(what, share(times, 0.99) * 1_000, "ms", "target", 50)
    yield Figure("    the same, median", share(times, 0.5) * 1_000, "ms")


def bare_while_busy(folder: Path, feeds: int) -> Iterator[Figure]:
    """A press in an empty app while so many feeds come in another process, as `lampungtui refresh` fetches them."""
    times: list[float] = []
    with Farm(feeds) as farm, ThreadPoolExecutor(1) as beside, bare() as program:
        ours = Ours(folder / "beside", farm.urls())
        program.until(lambda lines: "presses: 0" in lines[0])
        coming = beside.submit(ours.refresh)
        while not coming.done():
            times.append(_pressed(program, len(times) + 1))
    yield Figure(f"    an empty Textual app beside {feeds} feeds that come, p99", share(times, 0.99) * 1_000, "ms")


def opening(home: Path, count: int) -> Iterator[Figure]:
    """A step to another headline, until the text of its article stands beside the list."""
    times = []
    with reader(home) as program:
        program.until(headlines_shown)
        program.settle(2)
        for _ in range(count):
            program.settle(0.3)
            number = f"{int(under_cursor(program.lines)) - 1:06}"
            at = program.type("j")
            times.append(program.until(lambda lines, number=number: _text_of(number, lines)) - at)  # type: ignore[misc]
    yield _within(f"open a stored article, p95 of {count}", share(times, 0.95) * 1_000, "ms", "target", 50)


def _text_of(number: str, lines: list[str]) -> bool:
    return any(f"Nomor {number}" in line for line in lines)


def held_key(home: Path, seconds: float) -> Iterator[Figure]:
    """`j` thirty times a second: how long after the last press the list is where it belongs."""
    with reader(home) as program:
        program.until(headlines_shown)
        program.settle(2)
        first = int(under_cursor(program.lines))
        began = time.perf_counter()
        presses = int(seconds * HELD)
        for number in range(presses):
            at = program.type("j")
            program.settle(max(0.0, began + (number + 1) / HELD - time.perf_counter()))
        behind = program.until(lambda lines: under_cursor(lines) == f"{first - presses:06}") - at
    yield _within(f"held key, {presses} presses, the last one's answer", max(0.0, behind) * 1_000, "ms", "target", 50)


def searching(home: Path, count: int) -> Iterator[Figure]:
    """The first page of a search, asked of the store: words of the texts, families, filters, phrases."""
    store = Store.open(Folders.under(home).data)
    chance = random.Random(3)
    vocabulary = [word for (word,) in store._reader.execute("SELECT word FROM kin ORDER BY word LIMIT 5000")]
    asked = ["aman", "banjir", '"perbaikan jalan"', "kopi status:belum", "daerah:metro konser", "media:media-3 banjir"]
    asked += [chance.choice(vocabulary) for _ in range(count - len(asked))]
    times = []
    for words in asked:
        began = time.perf_counter()
        found = store.ids_of(View(ViewKind.SEARCH, words)) or []
        store.headlines_of(found[:64])
        times.append(time.perf_counter() - began)
    store.close()
    yield _within(f"search, first page, p95 of {count}", share(times, 0.95) * 1_000, "ms", "target", 50)


def marking(home: Path, articles: int) -> Iterator[Figure]:
    """Many marked as read and that undone; meanwhile a key in the reader."""

    async def mark() -> tuple[float, float]:
        store = Store.open(Folders.under(home).data)
        newest = store.newest_id()
        ids = list(range(newest - articles + 1, newest + 1))
        await store.set_read(ids, False, by_hand=False)
        began = time.perf_counter()
        await store.set_read(ids, True)
        marked = time.perf_counter()
        await store.undo()
        undone = time.perf_counter()
        store.close()
        return marked - began, undone - marked

    there, back = asyncio.run(mark())
    yield _within(f"{articles:,} marked read", there, "s", "target", 0.5)
    yield _within("    undone", back, "s", "target", 0.5)
    with reader(home) as program:
        program.until(headlines_shown)
        program.settle(2)
        program.type("A")
        times = []
        began = time.perf_counter()
        number = 0
        while time.perf_counter() - began < 3:
            times.append(moved(program, number))
            number += 1
        program.type("u")
        program.settle(3)
    yield _within("    a key meanwhile, the slowest", max(times) * 1_000, "ms", "no freeze", 250)


def memory(homes: dict[int, Path]) -> Iterator[Figure]:
    """What the reader's processes take after its start and a walk through the list."""
    taken = {}
    for size, home in homes.items():
        with reader(home) as program:
            program.until(headlines_shown)
            program.settle(1)
            for keys in ("j" * 30, "G", "gg", "\r", "\x1b"):
                program.type(keys)
                program.settle(0.7)
            taken[size] = program.memory_mb()
    with bare() as program:
        program.until(lambda lines: "presses: 0" in lines[0])
        program.settle(1)
        floor = program.memory_mb()
    smallest, largest = min(homes), max(homes)
    yield _within(f"memory, {largest:,} stored", taken[largest], "MB", "target", 75)
    yield _within(f"    more than with {smallest:,}", taken[largest] - taken[smallest], "MB", "target", 10)
    yield Figure("    an empty Textual app", floor, "MB")


def idling(home: Path, seconds: float) -> Iterator[Figure]:
    """Nothing is due, nobody types: what the reader does all the same."""
    write_settings(home, refresh=True)
    try:
        with reader(home) as program:
            program.until(headlines_shown)
            program.settle(5)
            cpu, woken = program.cpu_seconds(), program.wake_ups()
            program.settle(seconds)
            used, woken = program.cpu_seconds() - cpu, program.wake_ups() - woken
    finally:
        write_settings(home)
    yield _within(f"idle for {seconds:.0f} s, share of a core", used / seconds * 100, "%", "target", 0.5)
    yield Figure("    wake-ups a second", woken / seconds, "")


def _beside(what: str, ours: float, unit: str, beside: str, other: float, most: float) -> Figure:
    ratio = ours / other
    return Figure(what, ours, unit, beside, other, ratio, f"at most {most}", ratio <= most)


def _within(what: str, ours: float, unit: str, beside: str, most: float) -> Figure:
    return Figure(what, ours, unit, beside, most, None, f"at most {most:.3g} {unit}", ours <= most)


# --------------------------------------------------------------------------- the table


@contextmanager
def scratch(kept: Path | None) -> Iterator[Path]:
    """A folder for the homes: the one that is kept, or one for this run."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="bench-instant-") as folder:
        yield Path(folder)


def measure(chosen: argparse.Namespace) -> list[Figure]:
    """Measures everything; prints each figure as it comes."""
    sizes = sorted({max(200, chosen.articles // 200), max(400, chosen.articles // 4), chosen.articles})
    figures: list[Figure] = []
    with scratch(chosen.homes) as folder:
        homes = {size: archive(folder, size) for size in sizes}
        largest = homes[max(sizes)]
        with tempfile.TemporaryDirectory(prefix="bench-busy-") as busy:
            parts: dict[str, Callable[[], Iterator[Figure]]] = {
                "start": lambda: starts(homes, chosen.rounds),
                "others": lambda: others_start(Path(busy), largest),
                "keys": lambda: keys(largest, chosen.presses),
                "open": lambda: opening(largest, max(10, chosen.presses // 5)),
                "search": lambda: searching(largest, max(20, chosen.presses)),
                "mark": lambda: marking(largest, min(MARKED, chosen.articles // 4)),
                "memory": lambda: memory({size: homes[size] for size in (min(sizes), max(sizes))}),
                "held": lambda: held_key(largest, chosen.seconds / 12),
                "idle": lambda: idling(largest, chosen.seconds),
                "busy": lambda: keys_while_busy(_copy(largest, Path(busy)), chosen.feeds, chosen.pages),
                "bare-busy": lambda: bare_while_busy(Path(busy), chosen.feeds),
            }
            for name, part in parts.items():
                if chosen.only and name not in chosen.only:
                    continue
                for figure in part():
                    figures.append(figure)
                    print(line_of(figure), flush=True)
    return figures


def _copy(home: Path, folder: Path) -> Path:
    """A copy of a home whose articles may change."""
    import shutil

    return Path(shutil.copytree(home, folder / "copy"))


def line_of(figure: Figure) -> str:
    """A figure as a line of the table."""
    beside = f"{figure.beside} {figure.other:.3g} {figure.unit}" if figure.other is not None else ""
    ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else ""
    verdict = {True: "met", False: "MISSED", None: ""}[figure.met]
    return f"{figure.what:<66}{figure.ours:>9.3g} {figure.unit:<3} {beside:<38}{ratio:>6}  {figure.target:<16}{verdict}"


def options() -> argparse.ArgumentParser:
    """What can be chosen."""
    chosen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    chosen.add_argument("--articles", type=int, default=200_000)
    chosen.add_argument("--rounds", type=int, default=5, help="starts of each")
    chosen.add_argument("--presses", type=int, default=200)
    chosen.add_argument("--feeds", type=int, default=500)
    chosen.add_argument("--pages", type=int, default=200)
    chosen.add_argument("--seconds", type=float, default=60.0, help="of idling")
    chosen.add_argument("--homes", type=Path, help="where the stored articles are kept for the next run")
    chosen.add_argument("--only", nargs="*", help="parts to measure: start, keys, open, ...")
    chosen.add_argument("--json", type=Path, default=Path(tempfile.gettempdir()) / "bench-instant.json")
    return chosen


def main() -> None:
    """Measures what the options ask for."""
    chosen = options().parse_args()
    figures = measure(chosen)
    chosen.json.write_text(json.dumps([vars_of(each) for each in figures], indent=1) + "\n", encoding="utf-8")


def vars_of(figure: Figure) -> dict[str, object]:
    """A figure for JSON."""
    return {name: getattr(figure, name) for name in Figure.__slots__}


if __name__ == "__main__":
    main()
