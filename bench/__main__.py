"""All figures of `docs/benchmarks.md` about size and speed, in one run: `make bench`, or `python -m bench [--tenth]`.

Each is a ratio of two measurements of this run: beside an empty Textual app, beside newsboat where it is installed, or
beside the bound that we set ourselves. newsraft is run too, where it is installed. `--tenth` runs all of it at a tenth of
the size, to see that it works.
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

from bench.instant import Figure, line_of, vars_of
from bench.readers import newsboat_version, newsraft_version

from bench import instant, refresh


def main() -> None:
    """Measures, prints the table and writes it as JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tenth", action="store_true", help="a tenth of the size, and few rounds")
    options.add_argument("--homes", type=Path, help="where the stored articles are kept for the next run")
    options.add_argument("--json", type=Path, default=Path(tempfile.gettempdir()) / "bench.json")
    chosen = options.parse_args()
    print(f"{_machine()}\n", flush=True)
    figures = instant.measure(_instant_options(chosen))
    print(flush=True)
    rows = refresh.measure(_refresh_options(chosen))
    figures += beside_newsboat(rows)
    print(f"\n{_machine()}\n")
    for figure in figures:
        print(line_of(figure))
    result = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": _machine(),
        "figures": [vars_of(each) for each in figures],
        "refresh": rows,
    }
    chosen.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(f"\nwritten: {chosen.json}")
    wrong = [f"{row['reader']}: {'; '.join(row['wrong'])}" for row in rows if row["wrong"]]
    sys.exit("\n".join(wrong) or 0)


def beside_newsboat(rows: list[dict[str, Any]]) -> list[Figure]:
    """The refreshes at no latency, and the bytes on disk, each beside newsboat's best."""
    figures = []
    sizes = sorted({row["feeds"] for row in rows})
    for feeds in sizes:
        for kind, most in refresh.TARGETS.items():
            ours = _best(rows, "lampungtui", feeds, kind)
            theirs = _best(rows, "newsboat", feeds, kind)
            what = f"refresh, {feeds} feeds, {'cold' if kind == 'cold' else 'all 304'}, wall"
            if ours is None:
                continue
            if theirs is None:
                figures.append(Figure(what, ours["wall"], "s"))
                continue
            ratio = ours["wall"] / theirs["wall"]
            figures.append(
                Figure(what, ours["wall"], "s", "newsboat", theirs["wall"], ratio, f"at most {most}", ratio <= most)
            )
    ours, theirs = _best(rows, "lampungtui", max(sizes), "cold"), _best(rows, "newsboat", max(sizes), "cold")
    if ours is not None:
        bytes_each = ours["db_mb"] * 1e6 / ours["articles"]
        if theirs is None:
            figures.append(Figure("bytes on disk an article", bytes_each, "B"))
        else:
            other = theirs["db_mb"] * 1e6 / theirs["articles"]
            ratio = bytes_each / other
            figures.append(
                Figure("bytes on disk an article", bytes_each, "B", "newsboat", other, ratio, "at most 1", ratio <= 1)
            )
        peak = max(row["peak_mb"] for row in rows if row["reader"] == "lampungtui")
        figures.append(Figure("memory of a refresh", peak, "MB", "target", 200, None, "at most 200 MB", peak <= 200))
    return figures


def _best(rows: list[dict[str, Any]], reader: str, feeds: int, kind: str) -> dict[str, Any] | None:
    found = [
        row for row in rows if (row["reader"], row["feeds"], row["run"], row["latency_ms"]) == (reader, feeds, kind, 0)
    ]
    return min(found, key=lambda row: float(row["wall"]), default=None)


def _instant_options(chosen: argparse.Namespace) -> argparse.Namespace:
    words = [
        "--articles",
        "20000",
        "--rounds",
        "1",
        "--presses",
        "20",
        "--feeds",
        "50",
        "--pages",
        "24",
        "--seconds",
        "6",
    ]
    return instant.options().parse_args([*(words if chosen.tenth else []), *_homes(chosen)])


def _refresh_options(chosen: argparse.Namespace) -> argparse.Namespace:
    # With latency it is waiting that is measured, for a quarter of an hour: `python -m bench.refresh` does that.
    words = ["--feeds", "10", "50"] if chosen.tenth else ["--rounds", "2"]
    return refresh.options().parse_args([*words, "--latency", "0"])


def _homes(chosen: argparse.Namespace) -> list[str]:
    return ["--homes", str(chosen.homes)] if chosen.homes is not None else []


def _machine() -> str:
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{os.cpu_count()} cores ({model}), {platform.system()}, Python {platform.python_version()}; "
        f"{newsboat_version() or 'no newsboat'}; {newsraft_version() or 'no newsraft'}; load {load}"
    )


if __name__ == "__main__":
    main()
