"""Article text and its cost: our general path beside the libraries that are installed, on pages whose article is known.

    python -m bench.extract [--set FOLDER]... [--half development|held-out|all] [--rounds N] [--only NAME]...
    python -m bench.extract --worst 20            the pages where we lose most, and to whom
    python -m bench.extract --throughput [PAGES]  pages through the workshop while a loop keeps time

Without --set: articles of the demo newsroom in the shapes that Indonesian outlets' pages have (bench/themes.py); with it,
the pages of public sets (bench/page_sets.py). No outlet rules are used: every page is read as one of an unknown outlet.
The general path was made while looking at the `development` half of each set; the figures that count are those of the
other half, `held-out`, which is what is shown without --half.

The libraries are the dependency group `bench` (CONTRIBUTING.md). Times are of the processor, of one process an extractor,
so that what else a machine does tells little.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import pickle
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.extractors import EXTRACTORS
from bench.page_sets import half, read_set
from bench.scoring import Case, Counted, count, summarise


@dataclass(frozen=True, slots=True)
class Run:
    """What one extractor found in all pages, and what it took."""

    texts: dict[str, str]
    seconds: dict[str, float]
    errors: dict[str, str]
    ready_seconds: float
    peak_mb: float


def run(name: str, cases: list[Case], rounds: int) -> Run:
    """Reads the pages in a process of the extractor's own."""
    with tempfile.TemporaryDirectory() as folder:
        pages, answers = Path(folder, "pages"), Path(folder, "answers")
        with pages.open("wb") as file:
            for case in cases:
                pickle.dump((case.name, case.document, case.url), file)
        command = [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "bench.extractors",
            name,
            str(pages),
            str(answers),
            str(rounds),
        ]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return Run(*pickle.loads(answers.read_bytes()))


def installed() -> list[str]:
    """The extractors whose library is there."""
    return [name for name, (_, module) in EXTRACTORS.items() if module is None or importlib.util.find_spec(module)]


def report(name: str, cases: list[Case], runs: dict[str, Run]) -> None:
    """Prints a set's table."""
    size = statistics.median(len(case.document) for case in cases) / 1_000
    measure = "phrases" if cases[0].wanted else "shingles of four words"
    print(f"\n{name}: {len(cases)} pages of {size:.0f} kB (median), by {measure}")
    head = f"  {'':<24}{'micro P':>8}{'R':>7}{'F1':>7}{'macro P':>9}{'R':>7}{'F1':>7}{'empty':>7}{'errors':>7}"
    print(f"{head}{'median':>9}{'p95':>7}{'max ms':>8}")
    for extractor, done in runs.items():
        counts = [count(case, done.texts[case.name]) for case in cases]
        told = summarise(counts, [len(done.texts[case.name]) for case in cases])
        times = sorted(done.seconds[case.name] * 1_000 for case in cases)
        errors = sum(case.name in done.errors for case in cases)
        figures = "".join(
            f"{value:>{width}.3f}" for value, width in zip(told.micro + told.macro, (8, 7, 7, 9, 7, 7), strict=True)
        )
        p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
        print(
            f"  {extractor:<24}{figures}{told.empty:>7}{errors:>7}"
            f"{statistics.median(times):>9.1f}{p95:>7.0f}{times[-1]:>8.0f}"
        )


def worst(cases: list[Case], runs: dict[str, Run], number: int) -> None:
    """Prints the pages where we lose most against the best other one."""
    rows = []
    for case in cases:
        scores: dict[str, Counted] = {name: count(case, done.texts[case.name]) for name, done in runs.items()}
        mine = scores.pop("lampungtui")
        best = max(scores, key=lambda name: scores[name].f1) if scores else ""
        rows.append((mine.f1 - (scores[best].f1 if best else 1.0), mine, best, scores.get(best), case))
    rows.sort(key=lambda row: row[0])
    for lost, mine, best, other, case in rows[:number]:
        theirs = f"{best} {other.precision:.2f} {other.recall:.2f}" if other is not None else ""
        print(f"  {lost:+.3f}  ours {mine.precision:.2f} {mine.recall:.2f}  {theirs}  {case.name}  {case.url or ''}")


def main() -> None:
    """Measures what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--half", choices=("development", "held-out", "all"), default="held-out")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", action="append", choices=list(EXTRACTORS))
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--throughput", type=int, nargs="?", const=1_000, metavar="PAGES")
    asked = parser.parse_args()
    sets: list[tuple[str, list[Case]]] = []
    if asked.set:
        sets.extend(read_set(folder) for folder in asked.set)
    else:
        from bench.themes import demo_cases

        sets.append(("Demo articles in Indonesian page themes", demo_cases()))
    if asked.throughput:
        from bench.throughput import measure

        measure([case for _, cases in sets for case in cases], asked.throughput)
        return
    names = asked.only or installed()
    missing = [name for name in EXTRACTORS if name not in installed()]
    if missing:
        print(f"Not installed, so not measured: {', '.join(missing)}")
    everything = [case for _, cases in sets for case in cases if asked.half in ("all", half(case))]
    runs = {name: run(name, everything, asked.rounds) for name in names}
    print(f"Half: {asked.half}. Times are of the processor, the best of {asked.rounds}, in ms a page.")
    for name, cases in sets:
        chosen = [case for case in cases if asked.half in ("all", half(case))]
        report(name, chosen, runs)
        if asked.worst:
            worst(chosen, runs, asked.worst)
    print("\nUntil the first page (import and a tiny page), and the peak of memory after all pages:")
    for name, done in runs.items():
        module = EXTRACTORS[name][1]
        package = {"readability": "readability-lxml", "newspaper": "newspaper4k"}.get(module or "", module)
        version = importlib.metadata.version(package) if package else "this"
        print(f"  {name:<24}{version:>8}{done.ready_seconds * 1_000:>9.0f} ms{done.peak_mb:>7.0f} MB")


if __name__ == "__main__":
    main()
