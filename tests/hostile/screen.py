"""The program in a real pty, its output kept byte for byte: nothing between interprets what it writes."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable

import pexpect
from tests.hostile.program import PATIENCE_SECONDS, Program
from tests.hostile.stream import SEQUENCE

GROUND_ASKED = b"\x1b]11;?"
OTHERS_ANSWER = "\x1b[?62;22c"


class Screen:
    """A person's terminal."""

    def __init__(self, program: Program, *words: str, columns: int = 150, rows: int = 45) -> None:
        self._written = bytearray()
        self._read_to = 0
        self._answered = False
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "lampungtui", "--home", str(program.home), *words],
            env=program.environment() | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
            dimensions=(rows, columns),
            timeout=PATIENCE_SECONDS,
        )

    @property
    def raw(self) -> bytes:
        """Everything that the program wrote so far."""
        return bytes(self._written)

    def press(self, keys: str) -> None:
        """Types `keys`."""
        self._child.send(keys)

    def sees(self, words: str) -> None:
        """Reads until `words` were painted since the last thing that was seen."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        wanted = words.encode()
        while (found := self._written.find(wanted, self._read_to)) < 0:
            if time.monotonic() > deadline:
                raise AssertionError(f"waited for {words!r}; the last that came was {self.raw[-400:]!r}")
            try:
                self._written += self._child.read_nonblocking(65_536, timeout=1)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                raise AssertionError(f"the program ended while waiting for {words!r}: {self.raw[-800:]!r}") from None
            if not self._answered and GROUND_ASKED in self._written:
                self._answered = True
                self._child.send(OTHERS_ANSWER)
        self._read_to = found + len(wanted)

    def reads_until(self, condition: Callable[[], bool], wanted: str) -> None:
        """Reads what is painted until a condition holds that something else brings about."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"waited for {wanted}; the last that came was {self.raw[-400:]!r}")
            try:
                self._written += self._child.read_nonblocking(65_536, timeout=0.1)
            except pexpect.TIMEOUT:
                continue
        self._read_to = len(self._written)

    def leave(self) -> int | None:
        """Leaves the program as a person does; its exit code."""
        self.press("q")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                self._written += self._child.read_nonblocking(65_536, timeout=1)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        else:
            raise AssertionError(f"the program did not end: {self.raw[-400:]!r}")
        self._child.close()
        code: int | None = self._child.exitstatus
        return code

    def close(self) -> None:
        """Ends the program if it still runs."""
        if self._child.isalive():
            self._child.terminate(force=True)
        self._child.close()


def words_of(raw: bytes) -> str:
    """What was painted, without the sequences between."""
    return SEQUENCE.sub("", raw.decode("utf-8", errors="surrogateescape"))


def painted(raw: bytes, start: str, end: str, most: int = 4_000) -> list[bytes]:
    """Every stretch of the output from `start` to the next `end`, or so many bytes."""
    found = re.finditer(re.escape(start.encode()) + rb".{0,%d}?" % most + re.escape(end.encode()), raw, re.DOTALL)
    return [each[0] for each in found]


def behind(raw: bytes, start: str, most: int = 6_000) -> list[bytes]:
    """What was painted behind each `start`: so many bytes, to the beginning of a sequence."""
    found = [match.start() for match in re.finditer(re.escape(start.encode()), raw)]
    return [raw[at : at + most].rpartition(b"\x1b")[0] for at in found]
