"""Running a program and measuring all its processes: wall and processor seconds, peak memory."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SAMPLE_SECONDS: Final = 0.03


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run took. Memory is the highest sum over its processes of what each adds (PSS), in MB of 10^6 bytes."""

    wall: float
    cpu: float
    peak_mb: float
    status: int
    output: str


def run(command: Sequence[str], *, environment: Mapping[str, str], folder: Path) -> Measured:
    """Runs a program to its end. Its processor time counts every descendant that it waited for."""
    started = time.perf_counter()
    with (folder / "output.txt").open("w+b") as output:
        child = subprocess.Popen(
            command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        sampler = _Sampler(child.pid)
        sampler.start()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        sampler.stop()
        output.seek(0)
        said = output.read().decode(errors="replace")
    return Measured(wall, usage.ru_utime + usage.ru_stime, sampler.peak / 1e6, child.returncode, said)


class _Sampler(threading.Thread):
    """Looks at a process and its descendants every few milliseconds."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._done = threading.Event()
        self.peak = 0

    def run(self) -> None:
        while not self._done.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, sum(pss(pid) for pid in tree(self._pid)))

    def stop(self) -> None:
        self._done.set()
        self.join()


def tree(pid: int) -> list[int]:
    """A process and its descendants."""
    found = [pid]
    for each in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{each}/task").iterdir():
                found.extend(int(child) for child in (task / "children").read_text().split())
    return found


def pss(pid: int) -> int:
    """The process's share of memory: its own pages, and its part of those that it shares."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
