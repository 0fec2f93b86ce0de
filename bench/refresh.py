"""Refreshing beside newsboat and newsraft, where they are installed: `python -m bench.refresh [--quick] [--profile]`.

For 100 and 500 feeds at 0 and 200 ms a request: a cold refresh (nothing stored) and one where nothing has changed (every
answer is 304). Wall seconds are of the whole process, start to exit; processor seconds and memory are of all its
processes. newsboat sends validators only for a feed that it had before it asked, so its second reload is a full one
again: it is run, not counted, and the third is the all-304 one.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.farm import ENTRIES, Farm
from bench.readers import Newsboat, Newsraft, Ours, Reader, newsboat_version, newsraft_version, said

MEMORY_MB = 200
TARGETS = {"cold": 0.3, "304": 0.06}
"""Our wall time as a share of newsboat's at 0 ms, at most."""

STRETCH = {"cold": 2.5, "304": 4.0}
"""The same, of newsraft's: what would be better than was asked for."""

HEADS = (
    "reader",
    "feeds",
    "latency",
    "run",
    "wall s",
    "cpu s",
    "peak MB",
    "DB MB",
    "articles",
    "requests",
    "304",
    "at once",
)


def main() -> None:
    """Measures what the options ask for, prints the table and writes the JSON."""
    chosen = options().parse_args()
    rows = measure(chosen)
    _compare(rows)
    if any(row["wrong"] for row in rows):
        print("WRONG:", *(f"{row['reader']}: {'; '.join(row['wrong'])}" for row in rows if row["wrong"]), sep="\n  ")
    result = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.platform()},
        "newsboat": newsboat_version(),
        "newsraft": newsraft_version(),
        "entries_a_feed": ENTRIES,
        "rows": rows,
    }
    chosen.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(f"written: {chosen.json}")
    sys.exit(any(row["wrong"] for row in rows))


def measure(chosen: argparse.Namespace) -> list[dict[str, Any]]:
    """Runs everything that was asked for; a row a run, printed as it comes."""
    sizes = [100] if chosen.quick else chosen.feeds
    latencies = [0] if chosen.quick else chosen.latency
    beside = newsboat_version() is not None and not chosen.ours_only
    rows: list[dict[str, Any]] = []
    _print_row(HEADS)
    for feeds in sizes:
        with Farm(feeds) as farm:
            for latency in latencies:
                farm.set_latency(latency / 1000)
                for _ in range(chosen.rounds):
                    rows += _round(farm, latency, chosen, with_newsboat=beside)
    return rows


def options() -> argparse.ArgumentParser:
    """What can be chosen."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="100 feeds at 0 ms only")
    options.add_argument("--profile", action="store_true", help="profile ours too, and tell where the time goes")
    options.add_argument("--ours-only", action="store_true", help="leave newsboat out")
    options.add_argument("--feeds", type=int, nargs="+", default=[100, 500])
    options.add_argument("--latency", type=int, nargs="+", default=[0, 200], help="milliseconds")
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument(
        "--newsboat-threads", type=int, nargs="*", default=[], help="also with these reload-threads; its default is 1"
    )
    options.add_argument("--json", type=Path, default=Path(tempfile.gettempdir()) / "bench-refresh.json")
    return options


def _round(farm: Farm, latency: int, chosen: argparse.Namespace, *, with_newsboat: bool) -> list[dict[str, Any]]:
    rows = []
    with tempfile.TemporaryDirectory(prefix="bench-refresh-") as folder:
        homes = Path(folder)
        readers: list[Reader] = [Ours(homes / "ours", farm.urls())]
        if with_newsboat:
            readers += [
                Newsboat(homes / f"newsboat-{threads}", farm.urls(), threads)
                for threads in (None, *chosen.newsboat_threads)
            ]
        if newsraft_version() is not None and not chosen.ours_only:
            readers.append(Newsraft(homes / "newsraft", farm.urls()))
        for reader in readers:
            rows.append(_measured(farm, latency, reader, "cold"))
            for _ in range(reader.warm_ups):
                reader.refresh()
                farm.counts()
            reader.make_due()
            rows.append(_measured(farm, latency, reader, "304"))
        if chosen.profile:
            _profile(farm, latency, homes / "profiled")
    return rows


def _measured(farm: Farm, latency: int, reader: Reader, kind: str) -> dict[str, Any]:
    """One run, printed as it comes."""
    farm.counts()
    measured = reader.refresh()
    counts = farm.counts()
    kept = reader.kept()
    row: dict[str, Any] = {
        "reader": reader.name,
        "feeds": farm.feeds,
        "latency_ms": latency,
        "run": kind,
        "wall": round(measured.wall, 3),
        "cpu": round(measured.cpu, 3),
        "peak_mb": round(measured.peak_mb, 1),
        "db_mb": round(kept.bytes / 1e6, 1),
        "articles": kept.articles,
        "counts": counts,
        "said": said(measured) if isinstance(reader, Ours) else {},
    }
    row["wrong"] = _wrong(farm, reader, kind, measured.status, row)
    _print_row(
        (
            reader.name, farm.feeds, f"{latency} ms", kind, f"{measured.wall:.2f}", f"{measured.cpu:.2f}",
            f"{measured.peak_mb:.0f}", f"{kept.bytes / 1e6:.1f}", kept.articles,
            f"{counts['requests']} of {farm.feeds}", counts["answered_304"], counts["most_at_once"],
        )
    )  # fmt: skip
    return row


def _wrong(farm: Farm, reader: Reader, kind: str, status: int, row: dict[str, Any]) -> list[str]:
    """What must not be, whoever's run it is; of ours also what the manners forbid."""
    counts = row["counts"]
    wrong = []
    if status != 0:
        wrong.append(f"ended with {status}")
    if counts["requests"] != farm.feeds or counts["paths"] != farm.feeds:
        wrong.append(f"{counts['requests']} requests for {counts['paths']} paths of {farm.feeds}")
    if row["articles"] != farm.feeds * ENTRIES:
        wrong.append(f"{row['articles']} articles of {farm.feeds * ENTRIES}")
    if kind == "304" and counts["answered_304"] != farm.feeds:
        wrong.append(f"{counts['answered_304']} answers of {farm.feeds} were 304")
    if isinstance(reader, Ours):
        if row["said"].get("failed") != 0:
            wrong.append(f"failed: {row['said']}")
        if counts["requests_beside_another_to_the_same_host"]:
            wrong.append("two requests to one host at once")
        if row["peak_mb"] > MEMORY_MB:
            wrong.append(f"{row['peak_mb']:.0f} MB")
    return wrong


def _compare(rows: list[dict[str, Any]]) -> None:
    """Our best wall time and our least processor time as shares of newsboat's."""
    best: dict[tuple[Any, ...], tuple[float, float]] = {}
    for row in rows:
        key = (row["feeds"], row["latency_ms"], row["run"], row["reader"])
        wall, cpu = best.get(key, (row["wall"], row["cpu"]))
        best[key] = min(row["wall"], wall), min(row["cpu"], cpu)
    print()
    for (feeds, latency, kind, reader), (wall, cpu) in best.items():
        ours = best.get((feeds, latency, kind, Ours.name))
        if reader == Ours.name or ours is None:
            continue
        targets = STRETCH if reader == Newsraft.name else TARGETS
        target = f" (target {targets[kind]})" if latency == 0 else ""
        print(
            f"{feeds} feeds, {latency} ms, {kind}: wall {ours[0]:.2f} s is {ours[0] / wall:.3f} of {reader}'s "
            f"{wall:.2f} s{target}; processor {ours[1]:.2f} s is {ours[1] / cpu:.3f} of {cpu:.2f} s"
        )


def _profile(farm: Farm, latency: int, home: Path) -> None:
    """Ours again, under cProfile."""
    reader = Ours(home, farm.urls())
    for kind in ("cold", "304"):
        figures = said(reader.refresh(profile=True))
        farm.counts()
        reader.make_due()
        print(f"\nprofile, {farm.feeds} feeds, {latency} ms, {kind} (cProfile slows Python code to about half):")
        for name, value in figures.items():
            if isinstance(value, dict):
                for part, each in value.items():
                    print(f"  {name} {part}: {each}")
            else:
                print(f"  {name}: {value}")


def _print_row(cells: tuple[Any, ...]) -> None:
    widths = (22, 5, 7, 4, 8, 8, 7, 7, 8, 11, 5, 7)
    print(
        *(
            f"{cell!s:<{w}}" if n == 0 else f"{cell!s:>{w}}"
            for n, (cell, w) in enumerate(zip(cells, widths, strict=True))
        )
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
