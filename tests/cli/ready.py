"""Runs commands from a program that was begun once: each a process of its own, without the cost of reading the code anew."""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import IO

from tests.cli import waiting

AFTER_THE_START = {
    "PATH", "VIRTUAL_ENV", "SYSTEMROOT", "HOME", "LANG", "TERM", "PYTHONPATH", "PYTHONWARNINGS", "HOSTILE_LOG",
    "HOSTILE_ZONE",
}  # fmt: skip
"""What the program looks at when it runs, or what `waiting` does as a start would. Any other variable may be one that
Python or a library looks at when it starts."""


class ReadyProgram:
    """A program that waits for commands. It ends when the tests do, however they end."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._asked, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, str(waiting.__file__), str(theirs.fileno())],
                env=environment, pass_fds=[theirs.fileno()], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )  # fmt: skip
        self._one_at_a_time = threading.Lock()
        atexit.register(self.end)

    def end(self) -> str:
        """Ends it; what it complained of."""
        self._asked.close()
        return self._process.communicate()[1].decode() if self._process.returncode is None else ""

    def _number(self, told: IO[bytes]) -> int:
        """The next number that is told of a command."""
        line = told.readline()
        assert line, f"the program that waits is gone: {self.end()}"
        return int(line)

    def run(
        self, words: Sequence[str], *, typed: bytes, environment: Mapping[str, str], folder: Path, patience: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Runs a command as `subprocess.run` does, to its end."""
        asked = json.dumps([dict(environment), {"words": list(words), "folder": [str(folder)]}]).encode()
        with ExitStack() as pipes, ThreadPoolExecutor(2) as readers:
            (their_input, our_input), *others = (os.pipe() for _ in range(waiting.STREAMS))
            output, errors, told = (pipes.enter_context(os.fdopen(ours, "rb")) for ours, _ in others)
            theirs = [their_input, *(each for _, each in others)]
            with self._one_at_a_time:
                socket.send_fds(self._asked, [waiting.LENGTH.pack(len(asked))], theirs)
                self._asked.sendall(asked)
            for each in theirs:
                os.close(each)
            impatient = threading.Timer(patience, os.kill, (self._number(told), 9))
            impatient.start()
            printed, complained = readers.submit(output.read), readers.submit(errors.read)
            try:
                with os.fdopen(our_input, "wb") as entered:
                    entered.write(typed)
            except BrokenPipeError:
                # It wanted to read no more, as programs may.
                pass
            code = self._number(told)
            impatient.cancel()
            return subprocess.CompletedProcess(list(words), code, printed.result(), complained.result())


@cache
def _ready(warnings: str) -> ReadyProgram:
    inherited = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "SYSTEMROOT") if name in os.environ}
    return ReadyProgram(inherited | {"LANG": "C.UTF-8"} | ({"PYTHONWARNINGS": warnings} if warnings else {}))


def run_ready(
    words: Sequence[str | bytes | Path], *, typed: bytes, environment: Mapping[str, str], folder: Path, patience: float
) -> subprocess.CompletedProcess[bytes]:
    """Runs `python -m lampungtui` with these words, from a program that is ready where the environment leaves it the same.

    Where Python itself would begin otherwise (another charset, say), it is begun anew.
    """
    if not set(environment) <= AFTER_THE_START or not environment["LANG"].endswith(".UTF-8"):
        return subprocess.run(
            [sys.executable, "-m", "lampungtui", *words],
            input=typed, capture_output=True, env=environment, cwd=folder, timeout=patience, check=False,
        )  # fmt: skip
    ready = _ready(environment.get("PYTHONWARNINGS", ""))
    told = [os.fsdecode(each) for each in words]
    return ready.run(told, typed=typed, environment=environment, folder=folder, patience=patience)
