"""The real program under watch: what it prints, what it starts, whom it calls, how much memory its processes take.

The watch is Python's own audit hook (PEP 578), set by a `sitecustomize` that the program and its children find on their
path. The same file lets names of the zone `example` be answered as an enemy's name server would.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.ready import run_ready

PATIENCE_SECONDS = 45

WATCH = """
import atexit, json, os, socket, sys

_LOG = os.environ.get("HOSTILE_LOG")
_ZONE = json.loads(os.environ.get("HOSTILE_ZONE", "{}"))
_EVENTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "pty.spawn", "socket.connect"}
_FOUND = socket.getaddrinfo


def _write(event, told):
    descriptor = os.open(_LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(descriptor, json.dumps([event, told]).encode() + b"\\n")
    os.close(descriptor)


def _tell_peak():
    # VmHWM is this program's own; what wait4 tells begins with the size of whoever forked it.
    import resource

    status = open("/proc/self/status").read()
    own = int(status.split("VmHWM:")[1].split()[0])
    _write("peak", 1024 * max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))


def _note(event, arguments):
    if event in _EVENTS or (event == "open" and isinstance(arguments[0], (str, bytes)) and "rahasia" in str(arguments[0])):
        told = arguments[1] if event in ("subprocess.Popen", "socket.connect") else arguments[0]
        _write(event, str(told) if not isinstance(told, (list, tuple)) else [str(each) for each in told])


def _answered(host, port, *more, **named):
    name = host.decode() if isinstance(host, bytes) else host
    if name in _ZONE:
        kind = socket.AF_INET6 if ":" in _ZONE[name] else socket.AF_INET
        return [(kind, socket.SOCK_STREAM, 6, "", (_ZONE[name], port))]
    return _FOUND(host, port, *more, **named)


if _LOG:
    if "lampungtui.workbench" not in sys.orig_argv:
        atexit.register(_tell_peak)
    sys.addaudithook(_note)
    socket.getaddrinfo = _answered
"""


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    output: bytes
    errors: bytes
    peak_bytes: int

    @property
    def both(self) -> bytes:
        """All that it printed."""
        return self.output + self.errors

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Its output, one JSON object a line."""
        return [json.loads(line) for line in self.output.decode().splitlines()]


@dataclass
class Program:
    """The program of a person with a home of their own.

    Where it is `ready`, its commands run from a program that has read its code already, under the same watch; how much
    memory they take is then not theirs alone.
    """

    home: Path
    zone: Mapping[str, str] = field(default_factory=dict)
    ready: bool = False

    def __post_init__(self) -> None:
        self.watch.mkdir(parents=True, exist_ok=True)
        (self.watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")

    @property
    def watch(self) -> Path:
        """Where the watch stands."""
        return self.home / "watch"

    @property
    def database(self) -> Path:
        """The cache."""
        return self.home / "data" / "lampungtui.db"

    @property
    def log(self) -> str:
        """The program's own log."""
        path = self.home / "state" / "lampungtui.log"
        return path.read_text("utf-8") if path.exists() else ""

    def write(self, name: str, text: str) -> Path:
        """Writes a file of settings."""
        path = self.home / "config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def environment(self) -> dict[str, str]:
        """What the program finds around it."""
        inherited = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
        return inherited | {
            "HOME": str(self.home), "LANG": "C.UTF-8", "PYTHONPATH": str(self.watch),
            "HOSTILE_LOG": str(self.watch / "log"), "HOSTILE_ZONE": json.dumps(dict(self.zone)),
        }  # fmt: skip

    def events(self, *kinds: str) -> list[Any]:
        """What the watch noted of these kinds, in its order."""
        log = self.watch / "log"
        noted = [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []
        return [told for kind, told in noted if kind in kinds]

    def started(self) -> list[str]:
        """The programs that were started, as they were named, but for the children that read documents."""
        found = self.events("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "pty.spawn")
        words = (" ".join(each) if isinstance(each, list) else str(each) for each in found)
        return [each for each in words if "-m lampungtui.workbench" not in each]

    def run(self, *words: str, typed: bytes = b"") -> Ran:
        """Runs a command in this home to its end."""
        before = len(self.events("peak"))
        asked = ("--home", str(self.home), *words)
        if self.ready:
            ran = run_ready(
                asked, typed=typed, environment=self.environment(), folder=self.home, patience=PATIENCE_SECONDS
            )
        else:
            ran = subprocess.run(
                [sys.executable, "-m", "lampungtui", *asked],
                input=typed,
                capture_output=True,
                env=self.environment(),
                timeout=PATIENCE_SECONDS,
                check=False,
            )
        assert b"Traceback" not in ran.stderr, ran.stderr.decode(errors="replace")
        (peak,) = self.events("peak")[before:]
        return Ran(ran.returncode, ran.stdout, ran.stderr, peak)


def profile(outlet_id: str, name: str, origin: str, feeds: Mapping[str, str], more: str = "") -> str:
    """An outlet's profile, with a feed of RSS for each id."""
    tables = "".join(
        f'\n[[feeds]]\nid = "{feed_id}"\nkind = "rss"\nurl = "{url}"\ntitle = "Sumber {feed_id}"\n'
        for feed_id, url in feeds.items()
    )
    return f'id = "{outlet_id}"\nname = "{name}"\nhome = "{origin}/"\n{more}{tables}'
