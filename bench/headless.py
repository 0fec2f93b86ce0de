"""One refresh by the reader's own code, in this process: `python -m bench.headless HOME [--profile]`.

Prints one line of JSON: what came of it, and with `--profile` where the time went. cProfile slows Python code to about
half its speed, so a profiled run tells shares, never seconds to compare.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import json
import pstats
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lampungtui.folders import Folders
from lampungtui.newsroom.opening import open_newsroom

began = time.perf_counter()


async def refresh(home: Path) -> dict[str, Any]:
    """Opens the newsroom, refreshes once, closes; returns what was told."""
    opened = open_newsroom(Folders.under(home))
    done = failed = new = 0
    troubles: Counter[str] = Counter()
    refreshing = time.perf_counter()
    async for progress in opened.room.refresh():
        done, failed = progress.done, progress.failed
        new += progress.new
        if progress.trouble:
            troubles[progress.trouble] += 1
    refreshed = time.perf_counter()
    opened.room.close()
    own, workshop = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "done": done,
        "failed": failed,
        "new": new,
        "troubles": dict(troubles.most_common(5)),
        "opening_seconds": round(refreshing - began, 3),
        "refresh_seconds": round(refreshed - refreshing, 3),
        "closing_seconds": round(time.perf_counter() - refreshed, 3),
        "own_cpu_seconds": round(own.ru_utime + own.ru_stime, 3),
        "workshop_cpu_seconds": round(workshop.ru_utime + workshop.ru_stime, 3),
    }


# --------------------------------------------------------------------------- where the time goes

PACKAGES = (
    (
        "fetch",
        ("/httpx/", "/httpcore/", "/h11/", "/h2/", "/anyio/", "/sniffio/", "/lampungtui/fetch/", "/email/", "ssl.py"),
    ),
    ("store", ("/lampungtui/store/", "/lampungtui/blockform.py", "/json/", "apsw")),
    ("workshop pipe", ("/lampungtui/workshop.py",)),
    ("decide", ("/lampungtui/newsroom/decide.py", "/lampungtui/press/", "/lampungtui/model/")),
    ("loop", ("/asyncio/", "selectors.py", "/concurrent/", "threading.py", "queue.py")),
)
"""Whose own time counts where; a built-in's goes to whoever called it."""

STEPS = (
    ("store/arrivals.py", "known"),
    ("newsroom/decide.py", "decide"),
    ("newsroom/decide.py", "fingerprint"),
    ("newsroom/decide.py", "region_of"),
    ("store/arrivals.py", "_add"),
    ("store/arrivals.py", "_put_body"),
    ("store/rows.py", "pack"),
    ("store/arrivals.py", "_know"),
    ("store/articles.py", "list_under"),
    ("store/tallies.py", "add"),
    ("store/search.py", "index"),
    ("store/state.py", "feed_states"),
    ("store/state.py", "write_feed_state"),
    ("fetch/client.py", "_make"),
    ("workshop.py", "_exchange"),
    ("outlets/loader.py", "load_outlets"),
)
"""Functions whose cumulative time is told."""


class Lens:
    """A profiler for each thread, as cProfile sees only its own."""

    def __init__(self) -> None:
        self.profiles: dict[str, cProfile.Profile] = {}
        self.busy: dict[str, float] = defaultdict(float)

    def on(self, thread: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """`work` profiled under the thread's name; its wall seconds are added up too."""

        def looked_at(*given: Any) -> Any:
            profile = self.profiles.setdefault(thread, cProfile.Profile())
            started = time.perf_counter()
            profile.enable()
            try:
                return work(*given)
            finally:
                profile.disable()
                self.busy[thread] += time.perf_counter() - started

        return looked_at


def profiled(home: Path) -> dict[str, Any]:
    """The same refresh under cProfile: the event loop's thread and the store's, each for itself."""
    from lampungtui.store.writer import Writer

    lens = Lens()
    Writer._do = lens.on("store", Writer._do)  # type: ignore[method-assign]
    main = lens.profiles["main"] = cProfile.Profile()
    main.enable()
    figures = asyncio.run(refresh(home))
    main.disable()
    figures["store_busy_seconds"] = round(lens.busy["store"], 3)
    figures["threads"] = {name: shares(profile) for name, profile in lens.profiles.items()}
    figures["steps"] = {name: steps(profile) for name, profile in lens.profiles.items()}
    for name, profile in lens.profiles.items():
        profile.dump_stats(home / f"{name}.prof")
    return figures


def shares(profile: cProfile.Profile) -> dict[str, float]:
    """Own seconds by whose code it is; a built-in function's count for its callers."""
    totals: Counter[str] = Counter()
    for (file, _, name), (_, _, own, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if file != "~":
            totals[_owner(file)] += own
            continue
        if "select.epoll" in name or "poll' of 'select" in name:
            totals["waiting"] += own
            continue
        for (caller, _, _), (_, _, own_by, _) in callers.items():
            totals[_owner(caller)] += own_by
    return {name: round(seconds, 3) for name, seconds in totals.most_common()}


def _owner(file: str) -> str:
    return next((name for name, parts in PACKAGES if any(part in file for part in parts)), "other")


def steps(profile: cProfile.Profile) -> dict[str, float]:
    """Cumulative seconds of the functions in `STEPS`."""
    found: dict[str, float] = {}
    for (file, _, name), (_, _, _, cumulative, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        for part, wanted in STEPS:
            if name == wanted and file.endswith("lampungtui/" + part):
                found[f"{part}:{name}"] = round(cumulative, 3)
    return dict(sorted(found.items(), key=lambda each: -each[1]))


def main() -> None:
    """Runs one refresh."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("home", type=Path)
    options.add_argument("--profile", action="store_true")
    chosen = options.parse_args()
    figures = profiled(chosen.home) if chosen.profile else asyncio.run(refresh(chosen.home))
    print(json.dumps(figures))
    sys.exit(0)


if __name__ == "__main__":
    main()
