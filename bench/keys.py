"""How soon a key is answered while the bodies of a thousand pages are read in the background.

    python -m bench.keys [--pages 1000]

The real program in a real pty. `j` and `k` are typed in the list of headlines, one after the other as soon as the last one
was answered and a short while has passed; the answer is the first output with which another headline is under the cursor.
First with no bodies to fetch, then until the last page was asked for; `r` begins the next round of bodies.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import Final

from bench.page_farm import in_all, outlets, write_settings
from bench.presses import headlines_shown, moved, reader, share
from bench.terminal import Program

IDLE_KEYS: Final = 200


def main() -> None:
    """Measures both and prints a line for each."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--pages", type=int, default=1_000)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-keys-") as folder, outlets(asked.pages) as served:
        print(f"A key's answer, in ms:{'keys':>32}{'p50':>8}{'p95':>8}{'p99':>8}{'max':>8}")
        idle, busy = Path(folder, "idle"), Path(folder, "busy")
        write_settings(idle, served.port, prefetch=False)
        with reader(idle) as program:
            _open(program)
            program.settle(2)
            say("with no bodies to fetch", [moved(program, number) for number in range(IDLE_KEYS)])
        write_settings(busy, served.port, prefetch=True)
        with reader(busy) as program:
            _open(program)
            began, times, last, quiet = time.perf_counter(), list[float](), -1, 0
            while served.pages < in_all(asked.pages) and time.perf_counter() - began < 600:
                times.append(moved(program, len(times)))
                quiet = quiet + 1 if served.pages == last else 0
                last = served.pages
                if quiet == 40:
                    program.type("r")
                    quiet = 0
            seconds = time.perf_counter() - began
        say(f"while {served.pages:,} pages come ({served.pages / seconds:.0f} a second)", times)


def _open(program: Program) -> None:
    """Waits for the first headlines, which come in when they are asked for."""
    program.until(lambda lines: any("\N{BLACK CIRCLE}" in line for line in lines))
    program.settle(1)
    if not headlines_shown(program.lines):
        program.type("n")
    program.until(headlines_shown)


def say(what: str, seconds: list[float]) -> None:
    """A line of the table."""
    times = [each * 1_000 for each in seconds]
    p50, p95, p99 = (share(times, part) for part in (0.5, 0.95, 0.99))
    print(f"  {what:<46}{len(times):>6}{p50:>8.1f}{p95:>8.1f}{p99:>8.1f}{max(times):>8.1f}")


if __name__ == "__main__":
    main()
