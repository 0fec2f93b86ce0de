"""A program in a real pty, its screen followed by pyte, and when what was asked for stood there.

Times are taken when a piece of output is read, before it is drawn: pyte's own work is not counted. Whoever measures shares
the machine's cores with what is measured.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

import pexpect
import pyte
from bench.measure import pss, tree

ROWS, COLUMNS = 35, 120
PATIENCE_SECONDS: Final = 120.0

ANSWERS: Final = {
    b"\x1b]11;?": b"\x1b]11;rgb:1010/1010/1010\x1b\\",
    b"\x1b[c": b"\x1b[?62;22c",
}
"""What every terminal answers when it is asked for its ground and for what it is."""


class Program:
    """A program in a terminal of its own. A context manager; it is ended with it."""

    def __init__(self, command: Sequence[str], home: Path, environment: dict[str, str] | None = None) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        plain = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "en_US.UTF-8",
        }
        self.started = time.perf_counter()
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0], list(command[1:]), env=plain | (environment or {}), dimensions=(ROWS, COLUMNS)
        )
        # pexpect waits 50 ms before it sends, which would be counted as the program's.
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._child.send("q")
        with suppress(pexpect.ExceptionPexpect):
            self._child.expect(pexpect.EOF, timeout=5)
        self._child.close(force=True)

    @property
    def lines(self) -> list[str]:
        """What the screen shows."""
        return list(self._screen.display)

    def type(self, keys: str) -> float:
        """Types keys without waiting for what they do; when they were sent."""
        at = time.perf_counter()
        self._child.send(keys)
        return at

    def until(self, shown: Callable[[list[str]], bool]) -> float:
        """Reads until the screen is so; when the piece of output came that made it so."""
        at = time.perf_counter()
        deadline = at + PATIENCE_SECONDS
        while not shown(self.lines):
            if time.perf_counter() > deadline:
                raise SystemExit("the screen never came to show it:\n" + "\n".join(self.lines))
            at = self._read(1.0)
        return at

    def settle(self, seconds: float) -> None:
        """Reads what comes for a while."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def memory_mb(self) -> float:
        """What all its processes add to the machine's memory (PSS), in MB of 10^6 bytes."""
        return sum(pss(each) for each in tree(self.pid)) / 1e6

    def cpu_seconds(self) -> float:
        """Processor time of all its processes until now."""
        ticks = 0
        for each in tree(self.pid):
            fields = Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def wake_ups(self) -> int:
        """How often its threads have given up the processor to wait, until now."""
        count = 0
        for each in tree(self.pid):
            for task in Path(f"/proc/{each}/task").iterdir():
                for line in (task / "status").read_text().splitlines():
                    if line.startswith("voluntary_ctxt_switches:"):
                        count += int(line.split()[1])
        return count

    @property
    def pid(self) -> int:
        """The process."""
        assert self._child.pid is not None
        return int(self._child.pid)

    def _read(self, patience: float) -> float:
        try:
            piece = self._child.read_nonblocking(65_536, timeout=patience)
        except pexpect.TIMEOUT:
            return time.perf_counter()
        at = time.perf_counter()
        for question, answer in ANSWERS.items():
            if question in piece:
                self._child.send(answer)
        self._stream.feed(piece)
        return at
